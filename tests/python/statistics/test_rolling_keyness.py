"""Rolling keyness: period by period what `TermMatrix.keyness` gives for its documents."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

RANDOM = np.random.default_rng(3)
COUNTS = RANDOM.poisson([0.5, 2, 8, 0.1], (150, 4))
MATRIX = bs.TermMatrix(COUNTS, ["strike", "budget", "the", "rare"])
DAYS = RANDOM.choice([0, 1, 7, 8, 15, 22, 30, 50, 58], 150)
DATES = pd.Timestamp("2024-01-01") + pd.to_timedelta(DAYS, unit="D")
WEEKS = DAYS // 7


@pytest.mark.parametrize("previous", [1, 3])
def test_each_period_is_compared_with_those_before_it(previous):
    options = {
        "measures": ["log_likelihood", "log_likelihood_p", "log_odds"],
        "permutations": 19,
        "bootstrap": 19,
        "dispersion": "dp",
        "prior": "pooled",
    }
    found = MATRIX.rolling_keyness(DATES, "W", previous, **options)
    expected = []
    for week in range(previous, WEEKS.max() + 1):
        before = (week - previous <= WEEKS) & (week > WEEKS)
        if (week == WEEKS).any() and before.any():
            key = MATRIX.keyness(week == WEEKS, before, **options)
            start = pd.Timestamp("2024-01-01") + pd.Timedelta(weeks=week)
            expected.append(key.assign(period=start)[["period", *key.columns]])
    expected = pd.concat(expected, ignore_index=True)
    pd.testing.assert_frame_equal(found, expected, check_dtype=False)
    assert found["period"].nunique() < WEEKS.max()  # Weeks without articles are left out.


def test_the_top_terms_of_each_period_are_kept():
    whole = MATRIX.rolling_keyness(DATES, "W", 2)
    top = MATRIX.rolling_keyness(DATES, "W", 2, top=2)
    expected = whole.groupby("period").head(2).reset_index(drop=True)
    pd.testing.assert_frame_equal(top, expected)


def test_documents_without_a_date_are_left_out():
    dates = DATES.to_series(index=range(150)).mask(WEEKS == 1)
    found = MATRIX.rolling_keyness(dates, "W", 1, missing="drop")
    kept = WEEKS != 1
    expected = MATRIX[kept].rolling_keyness(DATES[kept], "W", 1)
    pd.testing.assert_frame_equal(found, expected)


def test_attrs_and_progress():
    told = []
    found = MATRIX.rolling_keyness(
        DATES, "W", 1, "log_ratio_conservative", progress=lambda *n: told.append(n)
    )
    n = found["period"].nunique()
    assert told == [(i, n) for i in range(1, n + 1)]
    parameters = found.attrs["parameters"]
    assert parameters["freq"] == "W-SUN"
    assert parameters["previous"] == 1
    assert parameters["alpha"] == 0.05
    assert found.attrs["measure"] == ["log_ratio_conservative"]
    assert found.attrs["correction"] == "benjamini_hochberg"


def test_what_is_wrong_is_named():
    for options, message in [
        ({"previous": 0}, "previous must be at least 1, not 0"),
        ({"previous": 20}, "tokens in the 20 before it: they span 9 of freq 'W-SUN'"),
        ({"top": 0}, "top must be at least 1, not 0"),
        ({"freq": "nope"}, "freq must be a period alias"),
        ({"measures": "dp"}, "there is no measure 'dp'"),
    ]:
        with pytest.raises(ValueError, match=message):
            MATRIX.rolling_keyness(DATES, **options)
    with pytest.raises(ValueError, match="rolling_keyness needs counts"):
        MATRIX.weight("tfidf").rolling_keyness(DATES)
