"""Log odds ratios with a prior against closed forms."""

from math import log, sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs

log_odds = bs.measures.log_odds


def test_closed_form():
    # y = (2, 0), n = (6, 6), a = 0.01, a0 = 0.08: Monroe, Colaresi and Quinn 2008, worked by hand.
    found = log_odds([2, 1, 1, 1, 1, 0, 0, 0], [0, 6, 0, 0, 0, 0, 0, 0])
    assert found["log_odds"][0] == pytest.approx(5.70302, abs=5e-6)
    assert found["log_odds_z"][0] == pytest.approx(0.568889, abs=5e-7)
    assert found.attrs["parameters"] == {"prior": "uniform", "prior_size": pytest.approx(0.08)}


counts = st.lists(st.integers(0, 50), min_size=4, max_size=4)


@given(counts, counts, st.sampled_from(["uniform", "pooled"]), st.sampled_from([None, 0.5, 100]))
def test_agrees_with_the_printed_formula(target, reference, prior, size):
    pooled = np.add(target, reference)
    a = np.full(4, 0.01) if prior == "uniform" else pooled.astype(float)
    if pooled.sum() == 0:
        return
    a = a if size is None else a * size / a.sum()
    found = log_odds(target, reference, prior, prior_size=size)
    n, m, a0 = sum(target), sum(reference), a.sum()
    for word, (y, z) in enumerate(zip(target, reference, strict=True)):
        if y + a[word] == 0 or z + a[word] == 0 or a[word] == a0:
            continue
        delta = log((y + a[word]) / (n + a0 - y - a[word]))
        delta -= log((z + a[word]) / (m + a0 - z - a[word]))
        zeta = delta / sqrt(1 / (y + a[word]) + 1 / (z + a[word]))
        assert found["log_odds"][word] == pytest.approx(delta, abs=1e-9)
        assert found["log_odds_z"][word] == pytest.approx(zeta, abs=1e-9)


def test_a_larger_prior_draws_ratios_to_zero():
    sizes = [0.1, 1, 10, 100, 1000]
    found = [abs(log_odds([9, 1], [5, 5], prior_size=size)["log_odds"][0]) for size in sizes]
    assert found == sorted(found, reverse=True)


def test_a_given_prior_is_taken_as_it_is_or_scaled():
    given_counts = pd.Series([9, 1, 5], index=["a", "b", "c"])
    plain = log_odds(given_counts, [5, 5, 5], prior=[1, 2, 3])
    assert list(plain.index) == ["a", "b", "c"]
    assert plain.attrs["parameters"] == {"prior": "given", "prior_size": 6}
    scaled = log_odds(given_counts, [5, 5, 5], prior=[10, 20, 30], prior_size=6)
    np.testing.assert_allclose(scaled, plain, rtol=1e-12)


def test_a_word_that_nothing_has_is_undefined():
    found = log_odds([0, 3, 1], [0, 4, 2], prior="pooled")
    assert found.isna()["log_odds"].tolist() == [True, False, False]


def test_what_is_wrong_is_named():
    with pytest.raises(ValueError, match="prior must be 'uniform', 'pooled' or counts, not 'flat'"):
        log_odds([1], [1], prior="flat")
    with pytest.raises(ValueError, match="prior must have as many rows as target, 2"):
        log_odds([1, 2], [1, 2], prior=[1, 2, 3])
    with pytest.raises(ValueError, match="prior must be finite and not negative: row 0 is -1"):
        log_odds([1, 2], [1, 2], prior=[-1, 2])
    with pytest.raises(ValueError, match="prior_size must be finite and above 0, not 0"):
        log_odds([1, 2], [1, 2], prior_size=0)
    with pytest.raises(ValueError, match="prior must have a count above 0 to be scaled"):
        log_odds([1, 2], [1, 2], prior=[0, 0], prior_size=1)
