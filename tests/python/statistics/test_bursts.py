"""Bursts: numbers worked by hand, all sequences of states, and dated documents."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import broadsheet as bs

WEEKS = ["2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25", "2024-04-01", "2024-04-15"]


def cheapest(counts, totals, s, gamma, levels):
    """The least cost of all sequences of states, by trying each."""
    share, rise = sum(counts) / sum(totals), gamma * np.log(np.count_nonzero(totals))
    chances = [share * s**level for level in range(levels + 1)]
    chances = [chance for chance in chances if chance < 1]
    costs = -np.array([stats.binom.logpmf(counts, totals, chance) for chance in chances])
    best = (np.inf, ())
    for states in product(range(len(chances)), repeat=len(counts)):
        rises = np.clip(np.diff((0, *states)), 0, None).sum() * rise
        best = min(best, (costs[states, range(len(counts))].sum() + rises, states))
    return best[1]


def states_of(found, n):
    states = np.zeros(n, dtype=int)
    for burst in found.itertuples():
        states[burst.start : burst.end + 1] = np.maximum(
            states[burst.start : burst.end + 1], burst.level
        )
    return tuple(states)


def test_a_burst_worked_by_hand():
    found = bs.measures.bursts([1, 1, 8, 8, 1, 1], [100] * 6)
    weight = 2 * (8 * np.log(2) + 92 * np.log(28 / 29))
    assert found.loc[0, ["series", "level", "start", "end", "count"]].tolist() == [0, 1, 2, 3, 16]
    assert found.loc[0, "burst_weight"] == pytest.approx(weight, rel=1e-13)
    assert len(bs.measures.bursts([1, 1, 8, 8, 1, 1], [100] * 6, gamma=2.6)) == 0


def test_a_burst_is_that_of_the_example_of_burst_detection():
    # README of github.com/nmarinsek/burst_detection: the second burst weighs 5.34226. Its first
    # weighs 2.68563, as it sets out in period 4: that program takes the cheaper state of each period
    # and does not trace its path back. The rise to 6 of 10 in period 3 costs the same there.
    counts, totals = [0, 2, 1, 6, 7, 2, 8, 7, 2, 1], [9, 11, 12, 10, 10, 8, 12, 10, 13, 11]
    found = bs.measures.bursts(counts, totals)
    assert states_of(found, 10) == cheapest(counts, totals, 2, 1, 1)
    assert found[["start", "end"]].to_numpy().tolist() == [[3, 4], [6, 7]]
    p = 36 / 106
    of_period_3 = 6 * np.log(2) + 4 * np.log((1 - 2 * p) / (1 - p))
    assert found["burst_weight"][0] - of_period_3 == pytest.approx(2.68563, abs=2e-5)
    assert found["burst_weight"][1] == pytest.approx(5.34226, abs=5.1e-6)


@pytest.mark.parametrize("seed", range(40))
def test_states_are_those_of_the_cheapest_sequence(seed):
    random = np.random.default_rng(seed)
    totals = random.integers(10, 60, 7)
    counts = random.binomial(totals, random.choice([0.05, 0.1, 0.4], 7))
    if counts.sum() == 0:
        counts[0] = 1
    options = {"s": random.choice([1.5, 2, 3]), "gamma": random.choice([0.2, 1]), "levels": 2}
    found = bs.measures.bursts(counts, totals, **options)
    assert states_of(found, 7) == cheapest(counts, totals, **options)


def test_series_are_found_side_by_side():
    rows = np.array([[1, 1, 8, 8, 1, 1], [0, 0, 0, 0, 0, 0], [12, 1, 1, 1, 12, 12]])
    found = bs.measures.bursts(rows, [100] * 6)
    assert found["series"].tolist() == [0, 2, 2]
    assert found["end"].tolist() == [3, 0, 5]
    for series in (0, 2):
        alone = bs.measures.bursts(rows[series], [100] * 6)
        assert (
            alone["burst_weight"].tolist()
            == found["burst_weight"][found["series"] == series].tolist()
        )


def dated(n_a, n_b, n_documents=50):
    """Documents of six weeks, so many of each with one term and the other."""
    rows, dates = [], []
    for week, a, b in zip(WEEKS, n_a, n_b, strict=True):
        rows += [[3 if i < a else 0, 1 if i < b else 0, 5] for i in range(n_documents)]
        dates += [week] * n_documents
    return bs.TermMatrix(rows, ["strike", "budget", "the"]), dates


def test_terms_burst_in_weeks():
    m, dates = dated([1, 1, 20, 20, 1, 1], [0, 20, 1, 1, 0, 0])
    found = m.bursts(dates)
    assert found["term"].tolist() == ["strike", "budget"]
    assert found["start"].tolist() == [pd.Timestamp(WEEKS[2]), pd.Timestamp(WEEKS[1])]
    assert found["end"].tolist() == [pd.Timestamp(WEEKS[3]), pd.Timestamp(WEEKS[1])]
    assert found["count"].tolist() == [40, 20]
    assert found["total"].tolist() == [100, 50]
    # The week of 8 April has no documents: it is a period without items.
    plain = bs.measures.bursts([1, 1, 20, 20, 1, 0, 1], [50, 50, 50, 50, 50, 0, 50])
    assert found["burst_weight"][0] == plain["burst_weight"][0]
    assert found.attrs["parameters"] == {
        "freq": "W-SUN",
        "relative_to": "documents",
        "s": 2.0,
        "gamma": 1.0,
        "levels": 1,
    }
    assert "Kleinberg" in found.attrs["source"]["burst_weight"]


def test_occurrences_may_be_compared_with_tokens():
    m, dates = dated([1, 1, 20, 20, 1, 1], [0, 20, 1, 1, 0, 0])
    found = m.bursts(dates, terms="strike", relative_to="tokens")
    totals = m.trend(dates, terms="strike")
    plain = bs.measures.bursts(totals["count"], totals["total"])
    assert found["burst_weight"].tolist() == plain["burst_weight"].tolist()
    assert found["count"].tolist() == [120]


def test_threads_do_not_decide():
    random = np.random.default_rng(0)
    m = bs.TermMatrix(random.poisson(0.1, (600, 700)), [f"t{i}" for i in range(700)])
    dates = pd.Timestamp("2024-01-01") + pd.to_timedelta(random.integers(0, 30, 600), unit="D")
    one = m.bursts(dates, "D", levels=3, n_jobs=1)
    assert len(one) > 10
    assert one["burst_weight"].is_monotonic_decreasing
    pd.testing.assert_frame_equal(one, m.bursts(dates, "D", levels=3, n_jobs=4))


def test_what_is_wrong_is_named():
    for arguments, options, message in [
        (([1, 2], [3, 4]), {"s": 1}, "s must be finite and above 1, not 1"),
        (([1, 2], [3, 4]), {"gamma": -1}, "gamma must be finite and not negative, not -1"),
        (([1, 2], [3, 4]), {"levels": 0}, "levels must be at least 1, not 0"),
        (([1, 2], [3]), {}, r"counts must be one a period, 1, not of shape \(2,\)"),
        (([1, 5], [3, 4]), {}, "row 0, period 1 counts 5 of 4"),
        (([1, np.nan], [3, 4]), {}, "row 0, period 1 counts nan of 4"),
        (([[[1]]], [3]), {}, "counts must have one or two dimensions, not 3"),
    ]:
        with pytest.raises(ValueError, match=message):
            bs.measures.bursts(*arguments, **options)
    with pytest.raises(TypeError, match="counts must be numbers"):
        bs.measures.bursts(["many"], [3])
    m, dates = dated([1] * 6, [1] * 6)
    with pytest.raises(ValueError, match="bursts needs counts, and these are weights"):
        m.weight("tfidf").bursts(dates)
    with pytest.raises(ValueError, match="relative_to must be 'tokens' or 'documents', not 'x'"):
        m.bursts(dates, relative_to="x")
