"""A matrix as SciPy, pandas, polars and Arrow hold one: cell by cell the same."""

import numpy as np
import pandas as pd
import pytest
from term_matrices import random_counts

import broadsheet as bs
from broadsheet.terms import TermMatrix

M = TermMatrix([[2, 1], [0, 3]], ["nato", "été"], ids=["a", "b"])
CELLS = [("a", "nato", 2), ("a", "été", 1), ("b", "été", 3)]


@pytest.fixture(params=["pandas", "polars", "pyarrow"])
def frame_kind(request):
    bs.options.frame = request.param
    yield request.param
    bs.options.frame = "pandas"


def test_scipy_gets_a_copy_of_its_own():
    matrix = M.to_scipy()
    matrix.data[:] = 7
    assert M.csr.toarray().tolist() == [[2, 1], [0, 3]]
    assert matrix.toarray().tolist() == [[7, 7], [0, 7]]
    assert matrix.has_canonical_format


def test_the_long_table_worked_by_hand():
    frame = M.to_frame()
    assert list(frame.itertuples(index=False, name=None)) == CELLS
    assert frame.columns.tolist() == ["document", "term", "count"]
    assert frame["term"].cat.categories.tolist() == ["nato", "été"]
    assert frame["document"].cat.categories.tolist() == ["a", "b"]
    assert frame.attrs == M.attrs
    weights = M.weight("tfidf").to_frame()
    assert weights.columns.tolist() == ["document", "term", "weight"]
    assert weights.attrs["weighting"] == "tfidf"


def test_the_long_table_comes_in_every_kind(frame_kind):
    frame = M.to_frame()
    columns = {name: list(frame[name]) for name in ("document", "term", "count")}
    cells = [
        tuple(getattr(part, "as_py", lambda part=part: part)() for part in row)
        for row in zip(*columns.values(), strict=True)
    ]
    assert cells == CELLS
    if frame_kind != "pandas":
        with pytest.raises(ValueError, match=f"layout 'sparse' is of pandas, not of {frame_kind}"):
            M.to_frame("sparse")


def test_arrow_holds_every_cell_without_a_copy_of_the_values():
    m = random_counts(1).weight("tfidf")
    table = m.to_arrow()
    frame = table.to_pandas()
    expected = m.csr.tocoo()
    assert frame["weight"].tolist() == expected.data.tolist()
    assert frame["term"].tolist() == m.terms[expected.coords[1]].tolist()
    assert frame["document"].tolist() == m.ids[expected.coords[0]].tolist()
    assert table["weight"].chunk(0).buffers()[1].address == m.csr.data.ctypes.data
    assert table.schema.metadata[b"weighting"] == b"tfidf"
    assert M.to_arrow().to_pylist() == [{"document": d, "term": t, "count": c} for d, t, c in CELLS]
    empty = TermMatrix(np.zeros((0, 0), dtype=int), []).to_arrow()
    assert empty.num_rows == 0


def test_a_sparse_table_is_sparse():
    m = random_counts(2)
    frame = m.to_frame("sparse")
    assert frame.to_numpy().tolist() == m.csr.toarray().tolist()
    assert all(isinstance(dtype, pd.SparseDtype) for dtype in frame.dtypes)
    assert frame.columns.tolist() == m.terms.tolist()
    assert frame.index.tolist() == m.ids.tolist()


def test_a_dense_table_is_made_on_request_and_not_beyond_a_bound():
    frame = M.to_frame("dense")
    assert frame.loc["b"].tolist() == [0, 3]
    assert frame.columns.tolist() == ["nato", "été"]
    assert M.to_frame("dense", max_bytes=16).shape == (2, 2)
    message = "a dense table of 2 x 2 values takes 16 bytes, more than max_bytes=15: choose fewer"
    with pytest.raises(ValueError, match=message):
        M.to_frame("dense", max_bytes=15)
    with pytest.raises(
        ValueError, match=r"layout must be one of \('long', 'sparse', 'dense'\), no"
    ):
        M.to_frame("wide")


def test_ids_that_come_twice_are_written_out():
    m = M[[0, 0]]
    frame = m.to_frame()
    assert frame["document"].tolist() == ["a"] * 4
    assert frame["count"].tolist() == [2, 1, 2, 1]


def test_frames_keep_what_files_can_hold(tmp_path):
    m = bs.Corpus(["wheat rose"]).tokens().matrix()
    m.to_frame().to_parquet(tmp_path / "counts.parquet")
    again = pd.read_parquet(tmp_path / "counts.parquet")
    assert again["term"].tolist() == ["rose", "wheat"]
    assert again.attrs["tokenizer"] == repr(bs.Tokenizer("news"))
