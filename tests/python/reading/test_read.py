"""The same articles come out of every format, and what cannot be read says so."""

import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import broadsheet as bs
from broadsheet.reading import ReadError
from oracle.article_files import COMPRESSIONS, FORMATS, write

ARTICLES = [
    ("a-1", "Moscow won’t accept\nIt said so: “No.”\n"),
    ("b-2", "NA"),
    ("c-3", 'Two lines,\r\nwith "quotes", commas,\tand a tab & an <angle>  '),
    ("d-4", "日本語 ‒ ελληνικά \U0001f4f0"),
]


def encoding_of(suffix):
    return "utf-8" if suffix == "sgml" else None


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_the_same_articles(tmp_path, suffix, compression):
    path = write(tmp_path, ARTICLES, suffix, compression)
    corpus = bs.read(path, encoding=encoding_of(suffix))
    assert list(zip(corpus.ids, corpus.texts, strict=True)) == ARTICLES
    assert corpus.replaced.size == corpus.skipped.size == 0


# A text file holds no text of blanks only, and a mark at its start is about its encoding. In
# SGML a run of asterisks may stand for a body that is not there.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: not text.isspace() and not text.startswith("\ufeff")
)


@pytest.mark.parametrize("suffix", [suffix for suffix in FORMATS if suffix != "sgml"])
@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text_comes_back_code_point_by_code_point(suffix, texts):
    articles = [(str(row), text) for row, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        corpus = bs.read(write(Path(folder), articles, suffix))
    assert list(corpus.texts) == texts
    assert list(corpus.ids) == [id_ for id_, _ in articles]


def test_formats_mix_and_metadata_join(tmp_path):
    (tmp_path / "1.txt").write_text("first", encoding="utf-8")
    (tmp_path / "2.jsonl").write_text(
        '{"id": "j", "text": "second", "n": 9007199254740993}\n', encoding="utf-8"
    )
    (tmp_path / "3.csv").write_text("text,day\nthird,monday\n", encoding="utf-8")
    table = pd.DataFrame({"text": ["fourth"], "day": ["tuesday"], "score": [0.5]})
    table.to_parquet(tmp_path / "4.parquet")
    corpus = bs.read(tmp_path)
    assert list(corpus.texts) == ["first", "second", "third", "fourth"]
    assert list(corpus.ids) == ["1", "j", "3:0", "4:0"]
    metadata = corpus.metadata
    assert list(metadata.columns) == ["n", "day", "score"]
    assert int(metadata["n"][1]) == 9007199254740993, "an integer beside missing values is no float"
    assert list(metadata["day"].isna()) == [True, True, False, False]
    assert metadata["score"][3] == 0.5


def test_headline_and_deck_columns_go_before_the_text(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text("Title,deck,Body,date\nHeadline,Deck,Text,2024-01-02\n", encoding="utf-8")
    corpus = bs.read(path)
    assert corpus.texts[0] == "Headline\nDeck\nText"
    assert list(corpus.metadata.columns) == ["date"]
    assert bs.read(path, headline=False, deck=False).texts[0] == "Text"
    plain = bs.read(path, zones=None)
    assert plain.texts[0] == "Text"
    assert list(plain.metadata.columns) == ["Title", "deck", "date"]
    other = bs.read(path, text="deck", headline="date", deck=False, id="Title")
    assert (other.ids[0], other.texts[0]) == ("Headline", "2024-01-02\nDeck")


def test_headlines_of_some_files_do_not_disturb_the_others(tmp_path):
    frame = pd.DataFrame({"text": ["b", "c"]})
    frame.to_parquet(tmp_path / "1.parquet")
    frame.assign(headline="H").to_parquet(tmp_path / "2.parquet")
    (tmp_path / "3.txt").write_text("t", encoding="utf-8")
    assert list(bs.read(tmp_path / "*.parquet").texts) == ["b", "c", "H\nb", "H\nc"]
    assert list(bs.read(tmp_path).texts) == ["b", "c", "H\nb", "H\nc", "t"]


def test_ids_that_repeat_are_kept_as_metadata(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("id,text\n1,x\n2,y\n", encoding="utf-8")
    one = bs.read(tmp_path / "a.csv")
    assert list(one.ids) == ["1", "2"]
    assert "id" not in one.metadata
    both = bs.read(tmp_path)
    assert list(both.ids) == ["a:0", "a:1", "b:0", "b:1"]
    assert list(both.metadata["id"]) == ["1", "2", "1", "2"]
    with pytest.raises(ReadError, match=r"b\.csv: row 0: id '1' is also in .*a\.csv, row 0$"):
        bs.read(tmp_path, id="id")


def test_ids_are_strings_whatever_they_were(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 7, "text": "x"}\n{"id": 8, "text": "y"}\n', encoding="utf-8")
    assert list(bs.read(path).ids) == ["7", "8"]
    pd.DataFrame({"id": [7, 8], "text": ["x", "y"]}).to_parquet(tmp_path / "a.parquet")
    assert list(bs.read(tmp_path / "a.parquet").ids) == ["7", "8"]
    path.write_text('{"id": null, "text": "x"}\n', encoding="utf-8")
    assert list(bs.read(path).ids) == ["a:0"]
    with pytest.raises(ReadError, match=r"a\.jsonl: line 1: the id is missing$"):
        bs.read(path, id="id")
    assert list(bs.read(path, id=False).metadata.columns) == ["id"]


def test_columns_that_are_not_there_are_named_with_those_that_are(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("story,day\nx,y\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"'text' or 'body' or 'content'; .*'story', 'day'"):
        bs.read(path)
    with pytest.raises(ReadError, match=r"no column 'storry' \(text=\), only 'story', 'day'"):
        bs.read(path, text="storry")
    with pytest.raises(ReadError, match=r"no column 'no' \(deck=\)"):
        bs.read(path, text="story", deck="no")
    with pytest.raises(ReadError, match="each part must have a column of its own"):
        bs.read(path, text="story", headline="story")


def test_usual_names_are_looked_for_in_their_order(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Content,BODY,Text,text\nc,b,T,t\n", encoding="utf-8")
    corpus = bs.read(path)
    assert corpus.texts[0] == "T", "the first of those that differ by case only"
    assert list(corpus.metadata.columns) == ["Content", "BODY", "text"]
    path.write_text("Content,BODY\nc,b\n", encoding="utf-8")
    assert bs.read(path).texts[0] == "b"


def test_arguments_that_cannot_apply_are_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match="name columns, which txt files have not"):
        bs.read(path, text="body")
    with pytest.raises(ValueError, match="names is for csv and tsv files, not for txt"):
        bs.read(path, names=["a"])
    with pytest.raises(ValueError, match="errors must be 'strict', 'replace' or 'skip', not 'x'"):
        bs.read(path, errors="x")
    with pytest.raises(ValueError, match=r"format must be one of txt, .*, not 'docx'"):
        bs.read(path, format="docx")
    with pytest.raises(ValueError, match="zones must be 'detect' or None, not 'x'"):
        bs.read(path, zones="x")
    with pytest.raises(ValueError, match="encoding must be one that Python knows, not 'utf-9'"):
        bs.read(path, encoding="utf-9")


def test_missing_texts_follow_the_policy(tmp_path):
    (tmp_path / "a.jsonl").write_text(
        '{"text": "x"}\n{"text": null}\n{"text": 3}\n{"other": 1}\n', encoding="utf-8"
    )
    pd.DataFrame({"text": ["x", None, "z"]}).to_parquet(tmp_path / "b.parquet")
    with pytest.raises(ReadError, match=r"a\.jsonl: line 2: 'text' must be a string, not null$"):
        bs.read(tmp_path)
    with pytest.raises(ReadError, match=r"b\.parquet: row 1: 'text' must be a string, not null$"):
        bs.read(tmp_path / "b.parquet")
    replaced = bs.read(tmp_path, errors="replace")
    assert list(replaced.texts) == ["x", "", "", "", "x", "", "z"]
    np.testing.assert_array_equal(replaced.replaced, [1, 2, 3, 5])
    skipped = bs.read(tmp_path, errors="skip")
    assert list(skipped.texts) == ["x", "x", "z"]
    assert list(skipped.ids) == ["a:0", "b:0", "b:2"]
    np.testing.assert_array_equal(skipped.skipped, [1, 2, 3, 5])


def test_empty_files_follow_the_policy(tmp_path):
    for name in ("a.txt", "b.txt", "c.jsonl", "d.csv"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b.txt").write_text("text", encoding="utf-8")
    (tmp_path / "e.csv").write_text("id,text\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"a\.txt: holds no text$"):
        bs.read(tmp_path)
    (tmp_path / "a.txt").write_bytes(b" \r\n\t")
    with pytest.raises(ReadError, match=r"a\.txt: holds no text$"):
        bs.read(tmp_path)
    for name in ("c.jsonl", "d.csv", "e.csv"):
        with pytest.raises(ReadError, match=r"holds no articles$"):
            bs.read(tmp_path / name)
    replaced = bs.read(tmp_path, errors="replace")
    assert dict(zip(replaced.ids, replaced.texts, strict=True)) == {"a": "", "b": "text"}
    np.testing.assert_array_equal(replaced.replaced, [0])
    skipped = bs.read(tmp_path, errors="skip")
    assert list(skipped.ids) == ["b"]
    np.testing.assert_array_equal(skipped.skipped, [0])


def test_texts_that_cannot_be_decoded_follow_the_policy(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 \xff\xe2\x82 end")
    (tmp_path / "b.txt").write_bytes(b"good")
    with pytest.raises(ReadError, match=r"a\.txt: not utf-8: byte 0xe9 at offset 3 .*encoding="):
        bs.read(tmp_path)
    replaced = bs.read(tmp_path, errors="replace")
    assert replaced.texts[0] == "caf� �� end", "one mark for each ill-formed sequence"
    np.testing.assert_array_equal(replaced.replaced, [0])
    skipped = bs.read(tmp_path, errors="skip")
    assert list(skipped.ids) == ["b"]
    np.testing.assert_array_equal(skipped.skipped, [0])
    assert bs.read(tmp_path, encoding="latin-1").texts[0] == "café ÿâ\x82 end"


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_rows_that_cannot_be_decoded_follow_the_policy(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    content = {
        "jsonl": b'{"text": "good", "by": "x"}\n{"text": "b\xff", "by": "\xfe"}\n',
        "csv": b"text,by\ngood,x\nb\xff,\xfe\n",
    }[suffix]
    path.write_bytes(content)
    with pytest.raises(ReadError, match=f"byte 0xff at offset {content.index(0xFF)} "):
        bs.read(path)
    replaced = bs.read(path, errors="replace")
    assert list(replaced.texts) == ["good", "b�"]
    assert list(replaced.metadata["by"]) == ["x", "�"]
    np.testing.assert_array_equal(replaced.replaced, [1])
    assert list(bs.read(path, errors="skip").texts) == ["good"]


def test_ten_thousand_small_files_are_no_trouble(tmp_path):
    for row in range(10_000):
        (tmp_path / f"{row:05}.txt").write_bytes(b"Exports rose %d%%." % row)
    seen = []
    corpus = bs.read(tmp_path, progress=lambda n_done, total: seen.append((n_done, total)))
    assert len(corpus) == 10_000
    assert corpus.ids[-1] == "09999"
    assert seen[0] == (1, 10_000)
    assert seen[-1] == (10_000, 10_000)


def test_progress_that_raises_ends_the_reading(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bs.read(tmp_path, progress=stop)


def test_encoding_does_not_depend_on_the_locale(tmp_path):
    text = "Moscow won’t accept"
    (tmp_path / "ü.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": text}), encoding="utf-8")
    (tmp_path / "c.csv").write_text(f"text\n{text}\n", encoding="utf-8")
    code = (
        "import locale, sys, broadsheet as bs;"
        "assert locale.getpreferredencoding(False).lower() not in ('utf-8', 'utf8');"
        f"assert set(bs.read({os.fspath(tmp_path)!r}).texts) == {{{text!r}}};"
        "assert bs.sample().texts[0].startswith('Moscow won\\u2019t');"
    )
    environment = os.environ | {
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONIOENCODING": "ascii",
    }
    ascii_code = code.encode("ascii", "backslashreplace").decode("ascii")
    # With -W error::EncodingWarning, opening a file without an encoding is an error anywhere.
    command = [sys.executable, "-X", "warn_default_encoding", "-c", ascii_code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    package = os.fspath(Path(bs.__file__).parent)
    own = [line for line in done.stderr.splitlines() if package in line]
    assert not own, own


def test_warns_of_nothing_without_reason(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        bs.read(tmp_path)
        bs.sample()
