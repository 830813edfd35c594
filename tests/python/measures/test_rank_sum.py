"""Rank sums against published values and SciPy."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import broadsheet as bs

rank_sum = bs.measures.rank_sum


def test_is_as_kilgarriff_prints_it():
    # Kilgarriff 2001, "Comparing corpora": a word in five samples of LOB and five of Brown.
    found = rank_sum([12, 15, 18, 24, 88], [3, 3, 13, 27, 33])
    assert found["rank_sum"].item() == 31


values = st.lists(st.integers(0, 6) | st.floats(0, 9), min_size=1, max_size=9)


@given(values, values)
def test_is_that_of_scipy(target, reference):
    found = rank_sum(target, reference).iloc[0]
    if len({*target, *reference}) == 1:
        assert np.isnan(found["rank_sum_p"])
        return
    peer = stats.mannwhitneyu(target, reference, method="asymptotic")
    assert found["rank_sum_u"] == peer.statistic
    assert found["rank_sum_p"] == pytest.approx(peer.pvalue, rel=1e-12)
    ranks = stats.rankdata([*target, *reference])
    assert found["rank_sum"] == ranks[: len(target)].sum()


def test_words_are_rows():
    rng = np.random.default_rng(7)
    target, reference = rng.integers(0, 5, (300, 8)), rng.integers(0, 5, (300, 13))
    found = rank_sum(pd.DataFrame(target, index=range(100, 400)), reference, n_jobs=1)
    assert list(found.index) == list(range(100, 400))
    for word in (0, 150, 299):
        alone = rank_sum(target[word], reference[word])
        np.testing.assert_array_equal(found.iloc[[word]], alone)
    again = rank_sum(target, reference, n_jobs=4)
    np.testing.assert_array_equal(again, found)


def test_what_is_wrong_is_named():
    with pytest.raises(ValueError, match="target must be finite: row 0 holds nan"):
        rank_sum([1, np.nan], [1, 2])
    with pytest.raises(ValueError, match="reference must have as many rows as target, 2, not 1"):
        rank_sum([[1], [2]], [1, 2])
    with pytest.raises(TypeError, match="target must be numbers"):
        rank_sum(["often"], [1])
