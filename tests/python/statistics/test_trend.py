"""Trends: against pandas, which groups and resamples, and intervals of NumPy and SciPy."""

import datetime as dt

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import broadsheet as bs

RANDOM = np.random.default_rng(0)
COUNTS = RANDOM.poisson([0.3, 2, 8], (200, 3))
MATRIX = bs.TermMatrix(COUNTS, ["strike", "nato", "the"])
# Three years with gaps, not in order.
DATES = pd.Timestamp("2021-11-30") + pd.to_timedelta(
    RANDOM.choice([0, 3, 90, 500, 501, 700, 1090], 200) * 24 + RANDOM.integers(0, 24, 200), unit="h"
)


def by_pandas(freq):
    """The counts of each term in each period, by way of pandas' own grouping."""
    frame = pd.DataFrame(COUNTS, columns=MATRIX.terms)
    frame["period"] = pd.Series(DATES).dt.to_period(freq)
    grouped = frame.groupby("period").sum()
    whole = pd.period_range(grouped.index.min(), grouped.index.max(), freq=freq)
    return grouped.reindex(whole, fill_value=0)


@pytest.mark.parametrize("freq", ["D", "W", "W-SAT", "M", "Q", "Y"])
def test_counts_are_those_of_pandas(freq):
    found, expected = MATRIX.trend(DATES, freq), by_pandas(freq)
    for term in MATRIX.terms:
        rows = found[found["term"] == term]
        assert rows["period"].tolist() == expected.index.to_timestamp().tolist()
        assert rows["count"].tolist() == expected[term].tolist()
        assert rows["total"].tolist() == expected.sum(axis=1).tolist()
        np.testing.assert_allclose(
            rows["rate"], expected[term] / expected.sum(axis=1) * 1e6, rtol=1e-14
        )


@pytest.mark.parametrize(
    ("freq", "rule"), [("2D", "2D"), ("7D", "7D"), ("6h", "6h"), ("48h", "48h")]
)
def test_multiples_count_from_the_first_day_as_resample_does(freq, rule):
    expected = pd.Series(COUNTS[:, 0], index=DATES).resample(rule).sum()
    found = MATRIX.trend(DATES, freq, "strike")
    assert found["period"].tolist() == expected.index.tolist()
    assert found["count"].tolist() == expected.tolist()


def test_multiples_of_weeks_begin_on_the_first_of_their_weeks():
    m = bs.TermMatrix([[1], [2], [4]], ["a"])
    found = m.trend(["2024-03-06", "2024-03-17", "2024-03-18"], "2W")
    assert found["period"].tolist() == [pd.Timestamp("2024-03-04"), pd.Timestamp("2024-03-18")]
    assert found["count"].tolist() == [3, 4]


def test_shares_of_documents_are_binomial():
    found = MATRIX.trend(DATES, "Q", "strike", relative_to="documents")
    frame = pd.DataFrame({"has": COUNTS[:, 0] > 0, "period": DATES.to_period("Q")})
    expected = frame.groupby("period")["has"].agg(["sum", "size"])
    seen = found[found["total"] > 0]
    assert seen["documents"].tolist() == expected["sum"].tolist()
    assert seen["total"].tolist() == expected["size"].tolist()
    plain = bs.measures.rates(seen["documents"], seen["total"], "binomial")
    pd.testing.assert_frame_equal(seen[["rate", "low", "high"]], plain)
    assert found.attrs["measure"] == ["rate", "binomial_interval"]


def test_a_period_without_documents_is_there_and_has_no_rate():
    found = MATRIX.trend(DATES, "M", "nato")
    empty = found[found["total"] == 0]
    assert len(empty) > 20
    assert (empty[["count", "documents"]] == 0).all(axis=None)
    assert empty[["rate", "low", "high"]].isna().all(axis=None)
    again = MATRIX.trend(DATES, "M", "nato", interval="bootstrap", samples=9)
    pd.testing.assert_frame_equal(again.iloc[:, :6], found.iloc[:, :6])
    assert again.loc[empty.index, ["low", "high"]].isna().all(axis=None)


def test_terms_are_named_as_columns_and_rates_are_of_all_tokens():
    whole = MATRIX.trend(DATES, "Y")
    some = MATRIX.trend(DATES, "Y", ["the", "strike"])
    assert some["term"].drop_duplicates().tolist() == ["the", "strike"]
    expected = whole.set_index("term").loc[["the", "strike"]].reset_index()
    pd.testing.assert_frame_equal(some, expected)
    sized = MATRIX.trend(DATES, "Y", "the", sizes=COUNTS.sum(axis=1) * 2)
    np.testing.assert_array_equal(sized["rate"], some["rate"][: len(sized)] / 2)


def test_dates_are_read_as_they_come():
    days = ["2024-02-28", "2024-03-01", "2024-03-02"]
    m = bs.TermMatrix([[1], [2], [4]], ["a"], ids=["x", "y", "z"])
    expected = m.trend(days, "M")
    assert expected["count"].tolist() == [1, 6]
    times = pd.to_datetime(days)
    for dates in (
        times,
        times.to_series(index=["x", "y", "z"]).iloc[[2, 0, 1]],
        times.to_period("D").to_series(index=range(3)),
        np.array(days, dtype="datetime64[D]"),
        [dt.date.fromisoformat(day) for day in days],
        [dt.datetime.fromisoformat(f"{day}T23:59:59") for day in days],
        [f"{day}T12:00Z" for day in days],
    ):
        pd.testing.assert_frame_equal(m.trend(dates, "M"), expected)


def test_times_fall_into_the_periods_of_their_own_clock():
    m = bs.TermMatrix([[1], [2]], ["a"])
    # Half past eleven in the evening in New York is the next day in London.
    times = pd.to_datetime(["2024-03-04T23:30-05:00", "2024-03-05T23:30-05:00"])
    assert m.trend(times, "D")["period"].dt.day.tolist() == [4, 5]
    assert m.trend(times.tz_convert("UTC"), "D")["period"].dt.day.tolist() == [5, 6]
    zoned = times.tz_convert("America/New_York")
    for dates in (pl.Series(zoned.to_list()), pa.array(zoned), pa.chunked_array([zoned])):
        assert m.trend(dates, "D")["period"].dt.day.tolist() == [4, 5]


def test_documents_without_a_date_are_named_or_left_out():
    m = bs.TermMatrix([[1], [2], [4]], ["a"], ids=["x", "y", "z"])
    dates = ["2024-02-28", None, "2024-03-02"]
    with pytest.raises(ValueError, match=r"missing, as they are for 1 rows, .* row 1 \(y\)"):
        m.trend(dates, "M")
    found = m.trend(dates, "M", missing="drop")
    assert found["count"].tolist() == [1, 4]
    assert found["total"].tolist() == [1, 4]


def test_bootstrap_intervals_are_those_of_numpy():
    random = np.random.default_rng(4)
    counts = np.column_stack([np.where(random.random(60) < 0.1, 20, 0), random.poisson(50, 60)])
    m = bs.TermMatrix(counts, ["clump", "rest"])
    found = m.trend(["2024-01-01"] * 60, "D", "clump", interval="bootstrap", samples=4000, seed=1)
    drawn = random.integers(0, 60, (4000, 60))
    rates = counts[drawn, 0].sum(axis=1) / counts[drawn].sum(axis=(1, 2)) * 1e6
    low, high = np.quantile(rates, [0.025, 0.975])
    assert found["low"][0] == pytest.approx(low, rel=0.1)
    assert found["high"][0] == pytest.approx(high, rel=0.05)
    # Tokens taken for draws of their own are far too sure of a word that few documents repeat.
    exact = m.trend(["2024-01-01"] * 60, "D", "clump")
    assert found["high"][0] - found["low"][0] > 2 * (exact["high"][0] - exact["low"][0])
    shares = m.trend(
        ["2024-01-01"] * 60, "D", "clump", relative_to="documents", interval="bootstrap"
    )
    assert shares["rate"][0] == np.mean(counts[:, 0] > 0)
    assert 0 <= shares["low"][0] < shares["rate"][0] < shares["high"][0] < 0.3


def test_the_seed_decides_and_threads_do_not():
    options = {"freq": "Q", "interval": "bootstrap", "samples": 99}
    one = MATRIX.trend(DATES, **options, n_jobs=1)
    pd.testing.assert_frame_equal(one, MATRIX.trend(DATES, **options, n_jobs=5))
    assert not one.equals(MATRIX.trend(DATES, **options, seed=1))
    exact = MATRIX.trend(DATES, "D", n_jobs=1)
    pd.testing.assert_frame_equal(exact, MATRIX.trend(DATES, "D", n_jobs=5))


def test_attrs_say_what_was_computed():
    attrs = MATRIX.trend(DATES, interval="bootstrap", alpha=0.1, seed=3).attrs
    assert attrs["measure"] == ["rate", "bootstrap_interval"]
    assert attrs["parameters"] == {
        "freq": "W-SUN",
        "relative_to": "tokens",
        "per": 1_000_000,
        "alpha": 0.1,
        "samples": 999,
        "seed": 3,
    }
    assert "Efron" in str(bs.cite("bootstrap_interval"))


def test_other_tables_and_progress():
    told = []
    try:
        bs.options.frame = "polars"
        found = MATRIX.trend(DATES, "Y", progress=lambda done, total: told.append((done, total)))
        assert found["count"].sum() == COUNTS.sum()
    finally:
        bs.options.frame = "pandas"
    assert told[-1] == (len(found), len(found))


def test_what_is_wrong_is_named():
    days = ["2024-02-28"] * 200
    for dates, options, message in [
        (days, {"freq": "fortnight"}, "freq must be a period alias of pandas.* not 'fortnight'"),
        (days, {"freq": "ME"}, "not 'ME'"),
        (days[1:], {}, "dates must be one a row, 200, not 199"),
        ([None] * 200, {"missing": "drop"}, "dates must be known of one document at least"),
        (days, {"missing": "ignore"}, "missing must be 'raise' or 'drop', not 'ignore'"),
        ([*days[1:], "26-FEB-1987"], {}, r"row 199 \(199\) is '26-FEB-1987'; pandas.to_datetime"),
        (days, {"relative_to": "words"}, "relative_to must be 'tokens' or 'documents', not 'wo"),
        (days, {"interval": "wald"}, "interval must be 'poisson', 'binomial' or 'bootstrap', not"),
        (days, {"alpha": 0}, r"alpha must lie in \(0, 1\), not 0"),
        (days, {"samples": 0}, "samples must be at least 1, not 0"),
        (days, {"sizes": [1]}, r"sizes must be one a document, 200, not of shape \(1,\)"),
        (["1000-01-01", *days[1:]], {"freq": "s"}, "dates span .* periods of s, more than a table"),
        (
            ["2000-01-01", *days[1:]],
            {"freq": "20s"},
            "3 terms in .* periods make .* rows, more than",
        ),
        (
            ["2024-01-01T00:00+01:00", *["2024-01-01T00:00+02:00"] * 199],
            {},
            r"dates must be of one clock.*pandas.to_datetime\(dates, utc=True\)",
        ),
    ]:
        with pytest.raises(ValueError, match=message):
            MATRIX.trend(dates, **options)
    with pytest.raises(ValueError, match="trend needs counts, and these are weights"):
        MATRIX.weight("tfidf").trend(days)
    with pytest.raises(TypeError, match=r"dates must be one a row, not 'date': .*metadata\['date'"):
        MATRIX.trend("date")
    with pytest.raises(TypeError, match="dates must be dates, not int64"):
        MATRIX.trend(np.arange(200))
    with pytest.raises(KeyError, match="wheat"):
        MATRIX.trend(days, terms="wheat")
