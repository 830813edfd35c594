"""JSON lines: one object a line, and what else a line can be."""

import json

import pytest

import broadsheet as bs
from broadsheet.reading import ReadError


def write(folder, content):
    path = folder / "a.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_empty_lines_and_other_ends_of_lines_do_not_matter(tmp_path):
    path = write(tmp_path, '\n{"text": "a"}\r\n  \n\n {"text": "b"} ')
    assert list(bs.read(path).texts) == ["a", "b"]


def test_separators_inside_strings_do_not_end_a_line(tmp_path):
    text = "a\u2028b\u0085c\x0b\x0c\r\n"
    path = write(tmp_path, json.dumps({"text": text}, ensure_ascii=False))
    assert bs.read(path).texts[0] == text


def test_objects_need_not_have_the_same_fields(tmp_path):
    path = write(
        tmp_path,
        '{"text": "a", "n": 1, "flag": true}\n{"n": null, "text": "b", "tags": ["x", "y"]}\n',
    )
    metadata = bs.read(path).metadata
    assert list(metadata.columns) == ["n", "flag", "tags"]
    assert metadata["n"][0] == 1
    assert str(metadata["n"].dtype) == "Int64"
    assert list(metadata.isna().sum()) == [1, 1, 1]
    assert metadata["tags"][1] == ["x", "y"]


def test_numbers_keep_their_value(tmp_path):
    large = 2**70 + 1
    path = write(tmp_path, f'{{"text": "a", "n": {large}}}\n{{"text": "b", "n": null}}\n')
    assert bs.read(path).metadata["n"][0] == large


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "b"', "line 2: not JSON: .*column 13"),
        ("{'text': 'b'}", "line 2: not JSON: "),
        ('{"text": "b"} {"text": "c"}', "line 2: not JSON: Extra data"),
        ('["b"]', "line 2: must be an object, not list"),
        ("3", "line 2: must be an object, not int"),
        ("[" * 100_000, "line 2: not JSON: "),
        ('{"n": ' + "9" * 5_000 + "}", "line 2: not JSON: "),
        ('{"text": ["b"]}', "line 2: 'text' must be a string, not list"),
        ('{"text": "b", "headline": 3}', "line 2: 'headline' must be a string, not int"),
        ('{"text": "\\ud800b"}', "line 2: lone surrogate in 'text', at 0"),
        ('{"text": "b", "by": "x\\udfff"}', "line 2: lone surrogate in 'by', at 1"),
    ],
)
def test_line_that_is_no_article_is_named(tmp_path, line, problem):
    path = write(tmp_path, f'{{"text": "a"}}\n{line}\n{{"text": "c"}}\n')
    with pytest.raises(ReadError, match=rf"a\.jsonl: {problem}"):
        bs.read(path)


def test_lines_that_are_not_json_can_be_skipped_but_not_replaced(tmp_path):
    path = write(tmp_path, 'nonsense\n{"text": "a"}\n[]\n{"text": "b"}\n{"text": "\\ud800c"}\n')
    corpus = bs.read(path, errors="skip")
    assert list(corpus.texts) == ["a", "b"]
    assert list(corpus.ids) == ["a:1", "a:3"]
    assert list(corpus.skipped) == [0, 2, 4]
    with pytest.raises(ReadError, match="line 1: not JSON"):
        bs.read(path, errors="replace")
    only = write(tmp_path, "nonsense\n")
    assert len(bs.read(only, errors="skip")) == 0


def test_surrogates_are_replaced_and_told(tmp_path):
    path = write(tmp_path, '{"text": "a\\ud800", "by": "\\ud800"}\n{"text": "\\ud83d\\ude00"}\n')
    corpus = bs.read(path, errors="replace")
    assert list(corpus.texts) == ["a\ufffd", "\U0001f600"], "a pair is one character"
    assert list(corpus.replaced) == [0]
    assert corpus.metadata["by"][0] == "\ufffd"


def test_names_that_are_missing_in_any_way_are_missing(tmp_path):
    path = write(tmp_path, '{"id": NaN, "headline": null, "text": "a"}\n')
    corpus = bs.read(path)
    assert (corpus.ids[0], corpus.texts[0]) == ("a:0", "a")
