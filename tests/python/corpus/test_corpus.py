"""Corpus: rows, ids, metadata, what is immutable and what the errors say."""

import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import broadsheet as bs

TEXTS = ["MOSCOW, Dec. 23. /TASS/. One.", "Zwei – dvě.", "Three."]


@pytest.fixture
def corpus() -> bs.Corpus:
    return bs.Corpus(TEXTS, ids=["a", "b", "c"], metadata={"year": [2001, 2002, 2003]})


def test_is_what_it_was_made_of(corpus):
    assert len(corpus) == 3
    assert list(corpus.texts) == TEXTS
    assert corpus.ids.tolist() == ["a", "b", "c"]
    assert corpus.metadata["year"].tolist() == [2001, 2002, 2003]
    assert corpus.replaced.tolist() == corpus.skipped.tolist() == []


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        (slice(1), [0]),
        (slice(None, None, -1), [2, 1, 0]),
        (slice(5, 9), []),
        ([2, 0], [2, 0]),
        ([-1], [2]),
        ([], []),
        (np.array([1], dtype=np.uint8), [1]),
        (range(1, 3), [1, 2]),
        ([True, False, True], [0, 2]),
        (np.array([False, True, False]), [1]),
        (pd.Series([True, False, True], index=[7, 7, 7]), [0, 2]),
        (pd.Series([True, False, True], dtype="boolean"), [0, 2]),
        (pl.Series([True, False, False]), [0]),
        (pd.Index([2, 1]), [2, 1]),
    ],
)
def test_selects_as_numpy_does(corpus, key, rows):
    part = corpus[key]
    assert list(part.texts) == [TEXTS[row] for row in rows]
    assert part.ids.tolist() == ["abc"[row] for row in rows]
    assert part.metadata["year"].tolist() == [2001 + row for row in rows]
    assert part.metadata.index.tolist() == list(range(len(rows)))


@pytest.mark.parametrize(
    ("key", "error", "message"),
    [
        ([3], IndexError, "row 3 is out of range for 3 texts"),
        ([0, -4], IndexError, "row -4 is out of range for 3 texts"),
        ([True], IndexError, "a mask must be as long as the corpus, 3, not 1"),
        ([[0], [1]], IndexError, "rows must have one dimension, not 2"),
        ([1, 1], ValueError, "rows must be different: row 1 comes 2 times"),
        ([0.0], TypeError, "rows must be integers or a mask of bool, not of dtype float64"),
        ("a", TypeError, "a corpus is indexed by rows, not by str"),
        (pd.Series([True, None, False], dtype="boolean"), ValueError, "missing values"),
    ],
)
def test_says_what_is_wrong_with_an_index(corpus, key, error, message):
    with pytest.raises(error, match=message):
        corpus[key]


def test_texts_are_like_a_list(corpus):
    texts = corpus.texts
    assert len(texts) == 3
    assert texts[-1] == TEXTS[-1]
    assert texts[:2] == TEXTS[:2]
    assert TEXTS[1] in texts
    assert repr(texts) == "<3 texts>"
    with pytest.raises(IndexError, match="row 3 is out of range for 3 texts"):
        texts[3]


def test_ids_are_row_numbers_of_the_input_by_default():
    corpus = bs.Corpus(["a", None, "c"], errors="skip", metadata={"n": [0, 1, 2]})
    assert corpus.ids.tolist() == ["0", "2"]
    assert corpus[1:].ids.tolist() == ["2"]
    assert corpus.metadata["n"].tolist() == [0, 2]
    assert corpus.skipped.tolist() == [1]


def test_ids_are_the_index_of_a_series_unless_it_only_counts():
    series = pd.Series(["x", "y"])
    assert bs.Corpus(series).ids.tolist() == ["0", "1"]
    assert bs.Corpus(series.set_axis(["p", "q"])).ids.tolist() == ["p", "q"]
    assert bs.Corpus(series.set_axis([5, 3])).ids.tolist() == ["5", "3"]


@pytest.mark.parametrize(
    "ids", [["1", "2"], [1, 2], np.array([1, 2]), pd.Series([1, 2]), pl.Series([1, 2])]
)
def test_ids_become_str(ids):
    ids = bs.Corpus(["a", "b"], ids=ids).ids
    assert ids.tolist() == ["1", "2"]
    assert {type(name) for name in ids} == {str}


@pytest.mark.parametrize(
    ("ids", "error", "message"),
    [
        (["x", "y", "x"], ValueError, "ids must be unique: 'x' is in rows 0 and 2$"),
        (["y", "y", "y"], ValueError, "'y' is in rows 0 and 1, and 1 more come again"),
        (["x"], ValueError, "ids must be as many as the texts, 3, not 1"),
        (["x", None, "y"], ValueError, "ids must not be missing, as in row 1"),
        ([1.0, 2.0, float("nan")], ValueError, "ids must not be missing, as in row 2"),
        ("xyz", TypeError, "ids must be a list or a column, not one str"),
    ],
)
def test_says_what_is_wrong_with_ids(ids, error, message):
    with pytest.raises(error, match=message):
        bs.Corpus(TEXTS, ids=ids)


def test_is_not_changed_through_what_it_gives_away(corpus):
    metadata = corpus.metadata
    metadata["year"] = 0
    assert corpus.metadata["year"].tolist() == [2001, 2002, 2003]
    for array in (corpus.ids, corpus.replaced, corpus.skipped):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0


def test_is_not_changed_through_what_it_was_made_of():
    frame = pd.DataFrame({"text": ["a", "b"], "year": [1, 2]})
    corpus = bs.Corpus.from_frame(frame)
    frame.loc[0, ["text", "year"]] = ["changed", 99]
    assert list(corpus.texts) == ["a", "b"]
    assert corpus.metadata["year"].tolist() == [1, 2]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_survives_pickling(corpus, protocol):
    loaded = pickle.loads(pickle.dumps(corpus[1:], protocol=protocol))
    assert list(loaded.texts) == TEXTS[1:]
    assert loaded.ids.tolist() == ["b", "c"]
    pd.testing.assert_frame_equal(loaded.metadata, corpus[1:].metadata)


def test_pickles_its_texts_out_of_band():
    buffers = []
    corpus = bs.Corpus(["a" * 100_000])
    in_band = pickle.dumps(corpus, protocol=5, buffer_callback=buffers.append)
    assert len(in_band) < 10_000
    assert list(pickle.loads(in_band, buffers=buffers).texts) == list(corpus.texts)


def test_of_nothing_is_empty():
    corpus = bs.Corpus([])
    assert len(corpus) == 0
    assert corpus.ids.tolist() == []
    assert len(corpus[:0]) == 0
    assert repr(corpus) == "Corpus(0 texts, 0 bytes)"


def test_says_what_it_holds(corpus):
    assert repr(corpus) == "Corpus(3 texts, 49 bytes, metadata: year)"
    assert repr(bs.Corpus(["é" * 1000])) == "Corpus(1 texts, 2.0 kB)"
    assert repr(bs.Corpus(["a" * 10**6] * 2)) == "Corpus(2 texts, 2.0 MB)"


@pytest.mark.parametrize(("kind", "type_"), [("polars", pl.DataFrame), ("pyarrow", pa.Table)])
def test_metadata_come_as_the_kind_asked_for(corpus, monkeypatch, kind, type_):
    monkeypatch.setattr(bs.options, "frame", kind)
    assert isinstance(corpus.metadata, type_)
    assert list(corpus.metadata["year"].to_numpy()) == [2001, 2002, 2003]


@pytest.mark.parametrize(
    ("metadata", "error", "message"),
    [
        ({"year": [1]}, ValueError, "metadata must have a row for each text, 3, not 1"),
        (
            pd.DataFrame([[1, 2]] * 3, columns=["year", "year"]),
            ValueError,
            "metadata: 2 columns are named 'year'",
        ),
        (3, TypeError, "expected a table of pandas, polars, pyarrow or DuckDB, not int"),
    ],
)
def test_says_what_is_wrong_with_metadata(metadata, error, message):
    with pytest.raises(error, match=message):
        bs.Corpus(TEXTS, metadata=metadata)


def test_refuses_other_zones():
    with pytest.raises(ValueError, match="zones must be 'detect' or None, not 'body'"):
        bs.Corpus(TEXTS, zones="body")
