"""Totals of terms: any split into parts, added and merged in any order, is one pass."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_matrices import WORDS, random_counts, tokens_of

from broadsheet._core import terms as _core
from broadsheet.terms import TermMatrix, TermTotals
from oracle.counts import count

documents = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=12)


def counts_of(texts):
    """Count words and pairs of `texts`, in columns of their own even where there are none."""
    terms, rows = count([text.split() for text in texts], 1, 2)
    return TermMatrix(np.array(rows, dtype=int).reshape(len(texts), len(terms)), terms)


def error_of(call):
    try:
        call()
    except ValueError as error:
        return str(error)
    return ""


def test_totals_worked_by_hand():
    totals = TermTotals()
    assert totals.add(TermMatrix([[3, 1], [1, 0]], ["nato", "eu"])) is totals
    totals.add(TermMatrix([[5, 1]], ["eu", "moscow"]))
    assert (totals.n_documents, totals.n_tokens, len(totals)) == (3, 11, 3)
    table = totals.frequency()
    assert table["term"].tolist() == ["eu", "nato", "moscow"]
    assert table["count"].tolist() == [6, 4, 1]
    assert table["document_frequency"].tolist() == [2, 2, 1]
    assert totals.terms().tolist() == ["eu", "moscow", "nato"]
    assert repr(totals) == "TermTotals(3 documents, 3 terms)"


@given(documents, st.data())
def test_any_split_added_and_merged_in_any_order_is_one_pass(texts, data):
    whole = TermTotals().add(counts_of(texts))
    places = data.draw(st.lists(st.integers(0, 4), min_size=len(texts), max_size=len(texts)))
    parts = [
        TermTotals().add(counts_of([t for t, p in zip(texts, places, strict=True) if p == part]))
        for part in range(5)
    ]
    while len(parts) > 1:
        at = data.draw(st.permutations(range(len(parts))))
        into, other = parts[at[0]], parts[at[1]]
        into.merge(other)
        parts = [part for part in parts if part is not other]
    assert parts[0] == whole
    assert pickle.dumps(parts[0]) == pickle.dumps(whole)


@given(documents.filter(any), st.sampled_from([1, 2, 0.3]), st.sampled_from([1.0, 0.6]))
def test_terms_stay_as_in_the_matrix_of_all_documents(texts, min_df, max_df):
    totals = TermTotals()
    for text in texts:
        totals.add(counts_of([text]))
    bounds = {"min_df": min_df, "max_df": max_df, "max_terms": 3}
    tokens = tokens_of(texts)
    error = error_of(lambda: tokens.matrix((1, 2), **bounds))
    assert bool(error_of(lambda: totals.frequency(**bounds))) == bool(error)
    if not error:
        expected = tokens.matrix((1, 2), **bounds)
        assert totals.terms(**bounds).tolist() == expected.terms.tolist()
        sizes = tokens.matrix((1, 2)).csr.sum(axis=1)
        mine, theirs = totals.frequency(**bounds), expected.frequency(sizes=sizes)
        pd.testing.assert_frame_equal(mine, theirs)


def test_merging_leaves_the_other_as_it_was():
    one, other = TermTotals().add(random_counts(1)), TermTotals().add(random_counts(2))
    before = pickle.dumps(other)
    one.merge(other)
    assert pickle.dumps(other) == before
    assert one.merge(one) == TermTotals().merge(other).merge(other).add(random_counts(1)).add(
        random_counts(1)
    )


def test_pickles_bring_back_the_sums():
    totals = TermTotals().add(random_counts(3), lengths=np.arange(40))
    again = pickle.loads(pickle.dumps(totals))
    assert again == totals
    assert again != TermTotals()
    assert again != "totals"
    assert (again.n_documents, again.n_tokens) == (40, 780)
    assert again.add(random_counts(4)) == totals.add(random_counts(4))


def test_threads_may_add_to_the_same_totals():
    parts = [random_counts(seed) for seed in range(40)]
    shared, expected = TermTotals(), TermTotals()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(shared.add, parts))
        list(threads.map(lambda _: shared.merge(TermTotals()), parts))
    for part in parts:
        expected.add(part)
    assert shared == expected


def test_threads_may_merge_both_ways_without_waiting_for_each_other():
    one, other = TermTotals(), TermTotals()
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda at: (one, other)[at % 2].merge((other, one)[at % 2]), range(999)))
    assert one == other == TermTotals()


def test_what_does_not_add_up_is_refused():
    totals = TermTotals()
    counts = random_counts(1)
    with pytest.raises(ValueError, match=r"counts must be added, not weights \(tfidf\)"):
        totals.add(counts.weight("tfidf"))
    with pytest.raises(TypeError, match="counts must be whole numbers, not float64"):
        totals.add(TermMatrix([[0.5]], ["nato"]))
    with pytest.raises(TypeError, match="other must be TermTotals, not TermMatrix"):
        totals.merge(counts)
    with pytest.raises(ValueError, match="lengths must be one a document, 40, not of shape"):
        totals.add(counts, lengths=[3])
    with pytest.raises(TypeError, match="lengths must be whole numbers, not float64"):
        totals.add(counts, lengths=np.ones(40))
    with pytest.raises(ValueError, match=r"negative: lengths\[1\] is -2"):
        totals.add(TermMatrix([[1], [1]], ["a"]), lengths=[1, -2])
    assert totals == TermTotals()
    with pytest.raises(ValueError, match="no term in 0 documents"):
        totals.terms()
    with pytest.raises(ValueError, match="min_df must lie in"):
        totals.terms(min_df=1.5)


@pytest.mark.parametrize(
    "bounds", [{"min_df": 2}, {"min_df": 0.1}, {"max_df": 3}, {"max_df": 0.9}, {"max_terms": 9}]
)
def test_parts_whose_terms_were_chosen_by_frequency_are_refused(bounds):
    tokens = tokens_of(["nato summit", "nato", "summit", "nato"])
    with pytest.raises(ValueError, match="what is rare in one part may be frequent in another"):
        TermTotals().add(tokens.matrix(**bounds))
    for whole in ({"min_df": 1}, {"min_df": 0.0}, {"terms": ["nato"]}):
        TermTotals().add(tokens.matrix(**whole))


def test_sums_that_do_not_fit_are_refused():
    core = _core.TermTotals()
    most = np.array([2**63 - 1])
    where = np.array([0, 1]), b"a", most, np.array([1])
    core.add(*where, n_documents=1, length=1)
    with pytest.raises(OverflowError, match=r"the number of occurrences must stay below 2\*\*63"):
        core.add(*where, n_documents=1, length=1)
    assert core.sizes() == (1, 1, 1)
