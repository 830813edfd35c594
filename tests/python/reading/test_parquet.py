"""Parquet: Arrow columns, as they are."""

import sys
import tracemalloc

import pytest

import broadsheet as bs
from broadsheet.reading import ReadError

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def write(folder, columns, name="a.parquet", **options):
    parquet.write_table(pyarrow.table(columns), folder / name, **options)
    return folder / name


TEXTS = ["Exports rose.", "", "日本語", "Exports rose."]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary"])
def test_every_kind_of_string_column_is_read(tmp_path, kind):
    column = pyarrow.array(TEXTS)
    try:
        column = column.dictionary_encode() if kind == "dictionary" else column.cast(kind)
    except (ValueError, pyarrow.ArrowNotImplementedError):
        pytest.skip(f"this version of pyarrow cannot make {kind}")
    path = write(tmp_path, {"text": column, "headline": column})
    assert list(bs.read(path, headline=False).texts) == TEXTS
    assert bs.read(path).texts[0] == "Exports rose.\nExports rose."


def test_kinds_may_differ_between_files(tmp_path):
    write(tmp_path, {"text": pyarrow.array(["a"])}, "1.parquet")
    write(tmp_path, {"text": pyarrow.array(["b"], pyarrow.large_string())}, "2.parquet")
    write(tmp_path, {"text": pyarrow.array(["c"]).dictionary_encode()}, "3.parquet")
    assert list(bs.read(tmp_path).texts) == ["a", "b", "c"]


def test_texts_never_become_python_strings(tmp_path):
    path = write(tmp_path, {"text": [f"{row} " + "word " * 200 for row in range(10_000)]})
    tracemalloc.start()
    corpus = bs.read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(corpus) == 10_000
    assert peak < 4_000_000, "of the 10 MB that the texts have"


def test_many_row_groups_are_one_table(tmp_path):
    path = write(tmp_path, {"text": [str(row) for row in range(1_000)]}, row_group_size=7)
    assert list(bs.read(path).texts) == [str(row) for row in range(1_000)]


def test_metadata_keep_their_types(tmp_path):
    columns = {
        "text": ["a", "b"],
        "n": pyarrow.array([1, 2], pyarrow.int16()),
        "day": pyarrow.array([0, 1], pyarrow.timestamp("ms")),
        "tags": [["x"], []],
    }
    metadata = bs.read(write(tmp_path, columns)).metadata
    assert str(metadata["n"].dtype) == "int16"
    assert str(metadata["day"].dtype) == "datetime64[ms]"
    assert list(metadata["tags"][0]) == ["x"]


def test_column_that_holds_no_strings_is_an_error(tmp_path):
    for column in ([1, 2], [b"a", b"b"], [["a"], ["b"]]):
        path = write(tmp_path, {"text": column})
        with pytest.raises(ReadError, match=r"a\.parquet: column 'text' must hold strings, not"):
            bs.read(path)


def test_text_that_is_not_utf_8_is_named_with_its_file(tmp_path):
    offsets = pyarrow.array([0, 1, 3], pyarrow.int32()).buffers()[1]
    column = pyarrow.StringArray.from_buffers(2, offsets, pyarrow.py_buffer(b"ab\xff"))
    write(tmp_path, {"text": ["good"]}, "1.parquet")
    write(tmp_path, {"text": column}, "2.parquet")
    with pytest.raises(ReadError, match=r"2\.parquet: .*text 1 is not UTF-8: byte 0xff"):
        bs.read(tmp_path)
    corpus = bs.read(tmp_path, errors="replace")
    assert list(corpus.texts) == ["good", "a", "b\ufffd"]
    assert list(corpus.replaced) == [2]


def test_metadata_and_ids_that_are_not_utf_8_are_an_error(tmp_path):
    offsets = pyarrow.array([0, 1], pyarrow.int32()).buffers()[1]
    column = pyarrow.StringArray.from_buffers(1, offsets, pyarrow.py_buffer(b"\xff"))
    for name in ("id", "by"):
        path = write(tmp_path, {"text": ["a"], name: column})
        with pytest.raises(ReadError, match=r"a\.parquet: .*UTF8"):
            bs.read(path)


def test_column_that_comes_twice_is_an_error(tmp_path):
    table = pyarrow.table([["a"], ["b"]], names=["text", "text"])
    parquet.write_table(table, tmp_path / "a.parquet")
    with pytest.raises(ReadError, match="more than one column is called 'text'"):
        bs.read(tmp_path)


def test_file_that_is_not_parquet_is_an_error(tmp_path):
    path = write(tmp_path, {"text": ["a" * 100]})
    data = path.read_bytes()
    for broken in (b"", b"text", data[:-1], data[:50], data[:4] + bytes(len(data) - 4)):
        path.write_bytes(broken)
        with pytest.raises(ReadError, match=r"a\.parquet: not a whole Parquet file: "):
            bs.read(path)


def test_empty_table_holds_no_articles(tmp_path):
    path = write(tmp_path, {"text": pyarrow.array([], pyarrow.string())})
    with pytest.raises(ReadError, match="holds no articles"):
        bs.read(path)
    assert len(bs.read(path, errors="skip")) == 0


def test_arrow_is_an_extra(tmp_path, monkeypatch):
    path = write(tmp_path, {"text": ["a"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'broadsheet\[arrow\]'"):
        bs.read(path)
