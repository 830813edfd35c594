"""Relative frequencies: against SciPy's quantiles, and printed tables by the tests of the core."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import broadsheet as bs

COUNTS = np.array([0, 1, 2, 3, 10, 57, 400, 12_345, 0.5, 3.25])
TOTALS = np.array([10, 1, 2, 1000, 10, 60, 1e6, 20_000, 2, 4])


@pytest.mark.parametrize("alpha", [0.001, 0.05, 0.5])
def test_poisson_intervals_are_quantiles_of_gamma(alpha):
    found = bs.measures.rates(COUNTS, TOTALS, alpha=alpha)
    with np.errstate(invalid="ignore"):
        low = np.where(COUNTS > 0, stats.gamma.ppf(alpha / 2, COUNTS), 0)
    high = stats.gamma.isf(alpha / 2, COUNTS + 1)
    np.testing.assert_allclose(found["rate"], COUNTS / TOTALS, rtol=1e-15)
    np.testing.assert_allclose(found["low"], low / TOTALS, rtol=1e-11)
    np.testing.assert_allclose(found["high"], high / TOTALS, rtol=1e-11)


@pytest.mark.parametrize("alpha", [0.001, 0.05, 0.5])
def test_binomial_intervals_are_quantiles_of_beta(alpha):
    found = bs.measures.rates(COUNTS, TOTALS, "binomial", alpha=alpha)
    rest = TOTALS - COUNTS
    with np.errstate(invalid="ignore"):
        low = np.where(COUNTS > 0, stats.beta.ppf(alpha / 2, COUNTS, rest + 1), 0)
        high = np.where(rest > 0, stats.beta.isf(alpha / 2, COUNTS + 1, rest), 1)
    np.testing.assert_allclose(found["low"], low, rtol=1e-9)
    np.testing.assert_allclose(found["high"], high, rtol=1e-9)


def test_an_interval_holds_the_rate_as_often_as_it_says():
    means = np.arange(1, 40)
    counts = np.arange(200)
    found = bs.measures.rates(counts, 1.0)
    for mean in means:
        holds = (found["low"] <= mean) & (mean <= found["high"])
        assert stats.poisson.pmf(counts[holds], mean).sum() >= 0.95


def test_rates_are_multiplied_and_keep_their_index():
    counts = pd.Series([3, 0], index=["nato", "wheat"])
    found = bs.measures.rates(counts, 1000, per=1_000_000)
    assert found.index.tolist() == ["nato", "wheat"]
    assert found.loc["nato", "rate"] == 3000
    assert found.loc["wheat", "high"] == pytest.approx(-np.log(0.025) * 1000, rel=1e-14)
    assert found.attrs["measure"] == ["rate", "poisson_interval"]
    assert found.attrs["parameters"] == {"per": 1_000_000, "alpha": 0.05}
    assert "Garwood" in found.attrs["source"]["poisson_interval"]


def test_what_is_wrong_is_named():
    for arguments, options, message in [
        (([1], [2], "wald"), {}, "interval must be 'poisson' or 'binomial', not 'wald'"),
        (([1, np.nan], [2, 2]), {}, "counts must be finite and not negative: row 1 is nan"),
        (([3], [2], "binomial"), {}, "row 0 counts 3 of 2"),
        (([3], [0]), {}, "totals must not be 0 where counts are not: row 0 counts 3"),
        (([3], [2]), {"alpha": 1}, r"alpha must lie in \(0, 1\), not 1"),
        (([3, 1], [2, 2, 2]), {}, "totals must have as many rows as counts, 2"),
    ]:
        with pytest.raises(ValueError, match=message):
            bs.measures.rates(*arguments, **options)
    with pytest.raises(TypeError, match="per must be a number, not str"):
        bs.measures.rates([1], [2], per="million")
