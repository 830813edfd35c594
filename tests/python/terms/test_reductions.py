"""Sums of groups of documents, and trimmed terms."""

import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_matrices import random_counts, random_texts, same, tokens_of

import broadsheet as bs
from broadsheet.terms import TermMatrix
from oracle.counts import count

M = TermMatrix([[2, 1, 0], [0, 1, 0], [1, 0, 4]], ["nato", "summit", "wheat"], ids=["a", "b", "c"])


def test_groups_worked_by_hand():
    grouped = M.group(["x", "y", "x"])
    assert grouped.csr.toarray().tolist() == [[3, 1, 4], [0, 1, 0]]
    assert grouped.ids.tolist() == ["x", "y"]
    assert grouped.terms.tolist() == M.terms.tolist()
    assert grouped.dtype == np.int32
    assert grouped["x", "wheat"] == 4


@pytest.mark.parametrize(
    "by",
    [
        [3, 1, 3],
        np.array([3, 1, 3]),
        (3, 1, 3),
        pd.Series([3, 1, 3]),
        pd.Series([3, 3, 1], index=["a", "c", "b"]),
        pd.Index([3, 1, 3]),
        pd.array([3, 1, 3], dtype="Int64"),
        pl.Series([3, 1, 3]),
        pa.array([3, 1, 3]),
        pa.chunked_array([[3], [1, 3]]),
    ],
)
def test_groups_come_in_every_container(by):
    grouped = M.group(by)
    assert grouped.ids.tolist() == [1, 3]
    assert grouped.csr.toarray().tolist() == [[0, 1, 0], [3, 1, 4]]


@pytest.mark.parametrize(
    "labels",
    [
        ["TASS", "AP", "Reuters"],
        [1.5, -2.0, 0.0],
        [True, False],
        pd.to_datetime(["2024-05-01", "2023-01-01"]),
        pd.Categorical(["low", "high"], categories=["low", "mid", "high"], ordered=True),
        pd.period_range("2024-01", periods=5, freq="M"),
    ],
)
def test_groups_are_sorted_and_summed_as_pandas_does(labels):
    m = random_counts(3)
    by = pd.Series(labels).take(np.random.default_rng(1).integers(len(labels), size=40))
    by = by.reset_index(drop=True)
    by[7] = by[8]
    table = pd.DataFrame(m.csr.toarray()).groupby(by, sort=True, observed=True).sum()
    for n_jobs in (1, 2, 3):
        grouped = m.group(by, n_jobs=n_jobs)
        assert grouped.csr.toarray().tolist() == table.to_numpy().tolist()
        assert list(grouped.ids) == list(np.array(table.index))
        assert same(pickle.loads(pickle.dumps(grouped)), grouped)


@given(st.lists(st.sampled_from(["x", "y", "z", None]), min_size=40, max_size=40))
def test_a_missing_group_is_refused_or_dropped(by):
    m = random_counts(4)
    expected = pd.DataFrame(m.csr.toarray()).groupby(pd.Series(by, dtype=object)).sum()
    grouped = m.group(by, missing="drop")
    assert grouped.csr.toarray().tolist() == expected.to_numpy().tolist()
    assert grouped.ids.tolist() == expected.index.tolist()
    if None in by:
        row = by.index(None)
        with pytest.raises(ValueError, match=rf"the first of them row {row} \({row}\): missing="):
            m.group(by)
    else:
        assert same(m.group(by), grouped)


def test_counts_of_groups_are_those_of_their_texts_joined():
    texts = random_texts(5)
    by = [len(text) % 3 for text in texts]
    joined = [
        " ".join(t for t, g in zip(texts, by, strict=True) if g == group) for group in range(3)
    ]
    whole = tokens_of(joined).matrix()
    assert (tokens_of(texts).matrix().group(by).csr != whole.csr).nnz == 0


def test_metadata_name_groups():
    corpus = bs.Corpus(["wheat", "corn", "wheat"], metadata={"agency": ["AP", "TASS", "AP"]})
    grouped = corpus.tokens().matrix().group(corpus.metadata["agency"])
    assert grouped["AP", "wheat"] == 2
    assert not grouped.weight("tfidf").csr.toarray()[1, 1]


def test_groups_that_cannot_be_are_refused():
    for by, error, message in [
        ("agency", TypeError, r"one label a row, not 'agency': .*corpus.metadata\['agency'\]"),
        ([1, 2], ValueError, "by must be one label a row, 3, not 2"),
        (np.ones((3, 2)), ValueError, "by must have one dimension, not 2"),
        (pd.Series([1, 2, 3], index=["a", "b", "x"]), ValueError, "those of 2. Give an array"),
    ]:
        with pytest.raises(error, match=message):
            M.group(by)
    with pytest.raises(ValueError, match="missing must be 'raise' or 'drop', not 'keep'"):
        M.group([1, 1, 1], missing="keep")
    with pytest.raises(ValueError, match=r"group needs counts, and these are weights \(tfidf\)"):
        M.weight("tfidf").group([1, 1, 1])
    most = TermMatrix([[2**31 - 1], [1]], ["a"])
    with pytest.raises(OverflowError, match=r"below 2\*\*31: group 0, column 0 sums to 21474836"):
        most.group([0, 0])


def test_trimming_worked_by_hand():
    trimmed = M.trim(min_df=2)
    assert trimmed.terms.tolist() == ["nato", "summit"]
    assert trimmed.csr.toarray().tolist() == [[2, 1], [0, 1], [1, 0]]
    assert trimmed.ids.tolist() == ["a", "b", "c"]
    assert trimmed.attrs["trimmed"] == {"terms": 3, "kept": 2, "min_df": 1}
    assert M.trim(min_count=3, max_count=3).terms.tolist() == ["nato"]
    report = M.trim(max_df=0.5, min_count=4).attrs["trimmed"]
    assert report == {"terms": 3, "kept": 1, "max_df": 2}
    assert same(M.trim(), M)
    assert M.trim().attrs["trimmed"] == {"terms": 3, "kept": 3}
    assert TermMatrix([[1, 0]], ["a", "b"]).trim().terms.tolist() == ["a"]


@given(
    st.integers(0, 9),
    st.sampled_from([1, 2, 5, 0.0, 0.05, 0.2]),
    st.sampled_from([1.0, 0.5, 0.25, 10]),
    st.sampled_from([None, 1, 3, 100]),
)
def test_trimming_is_counting_with_the_same_bounds(seed, min_df, max_df, max_terms):
    texts = random_texts(seed)
    tokens = tokens_of(texts)
    bounds = {"min_df": min_df, "max_df": max_df, "max_terms": max_terms}
    try:
        expected = tokens.matrix((1, 2), **bounds)
    except ValueError:
        with pytest.raises(ValueError, match=r"no term is left|min_df asks"):
            tokens.matrix((1, 2)).trim(**bounds)
        return
    trimmed = tokens.matrix((1, 2)).trim(**bounds)
    assert same(trimmed, expected)
    report = trimmed.attrs["trimmed"]
    assert report["kept"] == len(expected.terms)
    dropped = sum(n for name, n in report.items() if name not in ("terms", "kept"))
    assert report["terms"] - dropped == report["kept"]


@given(st.integers(0, 9), st.integers(1, 20), st.integers(1, 60))
def test_bounds_of_counts_agree_with_a_plain_count(seed, least, most):
    texts = random_texts(seed)
    words = [text.split() for text in texts]
    terms, rows = count(words, 1, 1)
    totals = np.sum(rows, axis=0)
    kept = [term for term, total in zip(terms, totals, strict=True) if least <= total <= most]
    matrix = tokens_of(texts).matrix()
    if not kept or least > most:
        with pytest.raises(ValueError, match=r"no term is left|min_count asks"):
            matrix.trim(min_count=least, max_count=most)
    else:
        assert matrix.trim(min_count=least, max_count=most).terms.tolist() == kept


def test_the_order_of_terms_decides_ties_whatever_that_of_columns():
    m = TermMatrix([[1, 1, 1, 2]], ["d", "a", "c", "b"])
    assert m.trim(max_terms=2).terms.tolist() == ["a", "b"]
    assert m.trim(max_terms=3).terms.tolist() == ["a", "c", "b"]


def test_parts_put_together_and_trimmed_are_counted_at_once():
    tokens = tokens_of(random_texts(6))
    parts = [tokens[:13].matrix((1, 2)), tokens[13:14].matrix((1, 2)), tokens[14:].matrix((1, 2))]
    whole = bs.concat(parts)
    assert same(whole.trim(min_df=3, max_df=0.5), tokens.matrix((1, 2), min_df=3, max_df=0.5))
    trimmed = whole.trim(min_count=2)
    with pytest.raises(ValueError, match="were chosen by how often they occur there"):
        bs.concat([trimmed, tokens_of(["zzz"]).matrix((1, 2))], ignore_ids=True)
    again = trimmed.trim(max_terms=3)
    assert again.attrs["min_count"] == 2
    assert again.attrs["max_terms"] == 3


def test_bounds_that_cannot_be_are_refused():
    for bounds, error, message in [
        ({"min_df": 1.5}, ValueError, "min_df must lie in"),
        ({"min_df": "2"}, TypeError, "min_df must be a number, not '2'"),
        ({"max_terms": 0}, ValueError, "max_terms must be at least 1, not 0"),
        ({"min_count": None}, TypeError, "min_count must be a number, not None"),
        ({"min_count": float("nan")}, ValueError, "min_count must be a number, not nan"),
        ({"max_count": -1}, ValueError, "min_count asks for at least 1, but max_count for at most"),
        (
            {"min_df": 4},
            ValueError,
            r"no term is left; 3 in fewer documents than 4 \(min_df\)",
        ),
    ]:
        with pytest.raises(error, match=message):
            M.trim(**bounds)
    with pytest.raises(ValueError, match=r"trim needs counts, and these are weights \(tfidf\)"):
        M.weight("tfidf").trim(min_df=2)
