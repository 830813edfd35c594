"""Changepoints: against the best of all divisions, and what the wrapper adds."""

from itertools import combinations

import numpy as np
import pytest

import broadsheet as bs
from broadsheet import _extras


def cheapest(values, penalty, min_size):
    """Where the segments of the best division start, by trying each."""
    best = (np.inf, ())
    for n in range(len(values)):
        for inner in combinations(range(1, len(values)), n):
            parts = np.split(values, inner)
            if min(map(len, parts)) >= min_size:
                squares = sum(((part - part.mean()) ** 2).sum() for part in parts)
                best = min(best, (squares + penalty * n, (0, *inner)))
    return list(best[1])


def test_a_shift_worked_by_hand():
    # Differences 1, -1, 1, 5, -1, 1, -1, 1 have the mean square 4; the penalty is 4 ln 9 = 8.79. One
    # shift takes 58.9 - 2.2 off the sum of squares.
    found = bs.measures.changepoints([3, 4, 3, 4, 9, 8, 9, 8, 9])
    assert found.to_dict("list") == {"start": [0, 4], "end": [3, 8], "segment_mean": [3.5, 8.6]}
    assert found.attrs["parameters"] == {"penalty": pytest.approx(4 * np.log(9)), "min_size": 2}


@pytest.mark.parametrize("seed", range(8))
def test_no_division_costs_less(seed):
    random = np.random.default_rng(seed)
    values = random.normal(random.choice([0, 3], 10).cumsum() % 7)
    for min_size, penalty in ((1, 2.0), (2, 0.5), (3, 5.0)):
        found = bs.measures.changepoints(values, penalty=penalty, min_size=min_size)
        assert found["start"].tolist() == cheapest(values, penalty, min_size)
        means = [
            values[a : b + 1].mean() for a, b in zip(found["start"], found["end"], strict=True)
        ]
        np.testing.assert_allclose(found["segment_mean"], means, rtol=1e-12)


def test_what_is_missing_is_spanned():
    values = np.array([3, np.nan, 4, 3, 4, np.nan, 9, 8, np.nan, 9, 8, 9])
    found = bs.measures.changepoints(values)
    assert found["start"].tolist() == [0, 6]
    assert found["end"].tolist() == [4, 11]


def test_noise_has_no_changepoint_as_a_rule():
    random = np.random.default_rng(1)
    n_segments = [len(bs.measures.changepoints(random.poisson(9, 60))) for _ in range(100)]
    assert np.mean(np.array(n_segments) == 1) > 0.8


def test_series_that_cannot_be_divided_are_one_segment():
    for values in ([5], [5, 6], [5, 5, 5, 5, 5], [0, 0, 0, 0]):
        found = bs.measures.changepoints(values)
        assert found["start"].tolist() == [0]
        assert found["end"].tolist() == [len(values) - 1]
        assert found["segment_mean"].tolist() == [np.mean(values)]


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    def missing(module):
        raise ModuleNotFoundError(name=module)

    monkeypatch.setattr(_extras.importlib, "import_module", missing)
    with pytest.raises(
        ModuleNotFoundError, match=r"needs ruptures: .*'broadsheet\[changepoints\]'"
    ):
        bs.measures.changepoints([1, 2, 3, 4, 5])


def test_what_is_wrong_is_named():
    for values, options, message in [
        ([1, np.inf], {}, "values must be finite, or NaN: row 1 is inf"),
        ([np.nan], {}, "values must hold one number at least"),
        ([1, 2], {"penalty": 0}, "penalty must be finite and above 0, not 0"),
        ([1, 2], {"min_size": 0}, "min_size must be at least 1, not 0"),
    ]:
        with pytest.raises(ValueError, match=message):
            bs.measures.changepoints(values, **options)
