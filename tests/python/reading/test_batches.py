"""Files in batches: one after the other they are what `read` reads at once."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from broadsheet.reading import LeftOutWarning, LimitError, Limits, ReadError

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ROWS = [
    {"text": f"Text {row}. Être.", "title": f"Title {row}", "year": 2000 + row} for row in range(7)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Files of every format, two of them larger than a small batch."""
    folder = tmp_path_factory.mktemp("articles")
    table = pyarrow.Table.from_pylist(ROWS)
    parquet.write_table(table, folder / "a.parquet", row_group_size=3)
    lines = [json.dumps(row) for row in ROWS[:5]]
    (folder / "b.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "c.csv").write_text("text,title\nWheat rose.,Wheat\n", encoding="utf-8")
    for name in "def":
        (folder / f"{name}.txt").write_text(f"Text {name}.", encoding="utf-8")
    return folder


@given(st.integers(1, 30), st.permutations(["a.parquet", "b.jsonl", "c.csv", "d.txt", "e.txt"]))
def test_batches_put_together_are_what_is_read_at_once(folder, size, names):
    paths = [folder / name for name in names]
    batches = list(bs.read_batches(paths, size, headline=False))
    whole = bs.read(paths, headline=False)
    assert [len(batch) for batch in batches[:-1]] == [size] * (len(batches) - 1)
    assert 0 < len(batches[-1]) <= size
    joined = bs.concat(batches)
    assert list(joined.texts) == list(whole.texts)
    assert joined.ids.tolist() == whole.ids.tolist()
    assert joined.metadata["year"].astype(float).equals(whole.metadata["year"].astype(float))


def test_a_folder_worked_by_hand(folder):
    first, second, third = bs.read_batches(folder, 6, headline=False)
    assert first.ids.tolist() == [f"a:{row}" for row in range(6)]
    assert second.ids.tolist() == ["a:6", *(f"b:{row}" for row in range(5))]
    assert third.ids.tolist() == ["c:0", "d", "e", "f"]
    assert first.metadata["year"].tolist() == [2000, 2001, 2002, 2003, 2004, 2005]
    assert second.metadata["title"].tolist()[0] == "Title 6"


def test_options_mean_what_they_mean_to_read(folder):
    (one,) = bs.read_batches(folder / "b.jsonl", text="title", headline=False, id="text")
    assert one.texts[0] == "Title 0"
    assert one.ids[0] == "Text 0. Être."
    plain = next(iter(bs.read_batches(folder / "a.parquet", zones=None)))
    assert plain.metadata["title"][0] == "Title 0"
    with pytest.raises(ValueError, match="errors must be"):
        bs.read_batches(folder, errors="loose")
    with pytest.raises(ValueError, match="names is for csv"):
        bs.read_batches(folder / "d.txt", names=["a"])
    with pytest.raises(FileNotFoundError, match="no such file"):
        bs.read_batches(folder / "none.txt")


def test_a_size_is_a_whole_number(folder):
    for size, error in [(0, ValueError), (-1, ValueError), (2.0, TypeError), (True, TypeError)]:
        with pytest.raises(error, match=f"size must be .*, not {size}"):
            bs.read_batches(folder, size)


def test_files_left_out_are_named_at_once(tmp_path):
    (tmp_path / "a.txt").write_text("Wheat rose.", encoding="utf-8")
    (tmp_path / "a.pdf").write_text("no", encoding="utf-8")
    with pytest.warns(LeftOutWarning, match=r"a\.pdf") as warned:
        batches = bs.read_batches(tmp_path)
    assert warned[0].filename == __file__
    assert [len(batch) for batch in batches] == [1]


def test_errors_name_the_row_of_the_file(tmp_path):
    table = pyarrow.table({"text": ["a", "b", "c", None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    batches = bs.read_batches(tmp_path, 3)
    assert list(next(batches).texts) == ["a", "b", "c"]
    with pytest.raises(ReadError, match="row 3: 'text' must be a string, not null"):
        next(batches)
    skipped = list(bs.read_batches(tmp_path, 3, errors="skip"))
    assert [list(batch.texts) for batch in skipped] == [["a", "b", "c"], []]
    bad = pyarrow.array([b"a", b"b", b"\xff"]).view(pyarrow.string())
    parquet.write_table(pyarrow.table({"text": bad}), tmp_path / "a.parquet")
    with pytest.raises(ReadError, match="byte 0xff at offset 0, counted from row 2"):
        list(bs.read_batches(tmp_path, 2))
    parquet.write_table(table[:0], tmp_path / "a.parquet")
    with pytest.raises(ReadError, match="holds no articles"):
        list(bs.read_batches(tmp_path))
    assert list(bs.read_batches(tmp_path, errors="skip")) == []


def test_limits_hold_for_all_batches_together(tmp_path):
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": ["x" * 1000] * 100}), path)
    with pytest.raises(LimitError, match="max_bytes"):
        list(bs.read_batches(path, 10, limits=Limits(max_bytes=50_000)))


def test_progress_counts_files(folder):
    calls = []
    for _ in bs.read_batches(folder, 4, progress=lambda *call: calls.append(call)):
        pass
    assert calls == [(n, 6) for n in range(1, 7)]


def test_only_some_rows_are_in_memory(tmp_path):
    path = tmp_path / "a.parquet"
    texts = [f"{row} " + "word " * 200 for row in range(20_000)]
    parquet.write_table(pyarrow.table({"text": texts}), path, compression="none")
    del texts
    pool = pyarrow.default_memory_pool()
    before, peak = pool.bytes_allocated(), 0
    tracemalloc.start()
    for batch in bs.read_batches(path, 500):
        assert len(batch) == 500
        peak = max(peak, pool.bytes_allocated() - before)
    _, of_python = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak + of_python < 8_000_000, "of the 20 MB that the texts have"
