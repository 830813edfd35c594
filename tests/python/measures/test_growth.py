"""The laws of Heaps and Zipf, against NumPy and SciPy."""

import numpy as np
import pytest
from scipy import optimize, stats

import broadsheet as bs


def test_heaps_is_the_line_through_the_logarithms():
    random = np.random.default_rng(0)
    n_tokens = np.arange(1, 50) * 1000
    n_types = 30 * n_tokens**0.55 * random.lognormal(0, 0.1, 49)
    found = bs.measures.heaps(n_tokens, n_types).iloc[0]
    line = stats.linregress(np.log(n_tokens), np.log(n_types))
    assert found["heaps_exponent"] == pytest.approx(line.slope, rel=1e-12)
    assert found["heaps_k"] == pytest.approx(np.exp(line.intercept), rel=1e-12)
    assert found["heaps_r_squared"] == pytest.approx(line.rvalue**2, rel=1e-12)


def test_zipf_is_where_the_likelihood_is_greatest():
    counts = np.random.default_rng(1).poisson(5000 / np.arange(1, 400) ** 0.9)
    ranked = np.sort(counts[counts > 0])[::-1]
    ranks = np.arange(1, len(ranked) + 1)

    def surprise(a):
        return a * (ranked * np.log(ranks)).sum() + ranked.sum() * np.log((ranks**-a).sum())

    best = optimize.minimize_scalar(surprise, bounds=(0, 5), method="bounded")
    found = bs.measures.zipf(counts).iloc[0]
    assert found["zipf_exponent"] == pytest.approx(best.x, abs=1e-5)
    expected = found["zipf_k"] * (ranks ** -found["zipf_exponent"])
    assert expected.sum() == pytest.approx(ranked.sum(), rel=1e-12)


def test_what_is_no_count_is_named():
    with pytest.raises(ValueError, match="counts must be finite and not negative: place 1 is -2"):
        bs.measures.zipf([1, -2])
    with pytest.raises(ValueError, match="n_types must be finite and above 0: place 0 is 0"):
        bs.measures.heaps([1, 2], [0, 1])
    with pytest.raises(TypeError, match="counts must be numbers"):
        bs.measures.zipf("many")


def test_attrs_say_what_the_table_holds():
    attrs = bs.measures.zipf([3, 1]).attrs
    assert attrs["source"]["zipf_exponent"].startswith("Zipf, G. K. (1949)")
    assert np.isnan(bs.measures.zipf([3])["zipf_exponent"].item())
