"""Measures of tokens: against the oracle, text by text and term by term."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs
from oracle import dispersion as spread_oracle

TEXTS = [
    "Wheat rose, wheat fell. The wheat of Chicago rose.",
    "Corn rose.",
    "",
    "The corn of Paris fell; corn fell, and the wheat rose again and again.",
    "Corn fell.",
]
AGENCIES = ["AP", "TASS", "AP", "TASS", "AP"]


@pytest.fixture(scope="module")
def tokens():
    return bs.Corpus(TEXTS, ids=list("abcde")).tokens()


@pytest.mark.parametrize("by", [None, AGENCIES])
def test_dispersion_agrees_with_the_printed_formulas(tokens, by):
    found = tokens.dispersion(by=by)
    names = list("abcde") if by is None else by
    parts = [
        [word for name, text in zip(names, tokens, strict=True) if name == part for word in text]
        for part in sorted(set(names))
    ]
    line = [word for text in tokens for word in text]
    assert found["term"].tolist() == sorted(set(line))
    for _, row in found.iterrows():
        counts = [part.count(row["term"]) for part in parts]
        assert row["count"] == sum(counts)
        expected = spread_oracle.dispersion(counts, [len(part) for part in parts])
        places = [place for place, word in enumerate(line) if word == row["term"]]
        expected |= spread_oracle.commonness(places, len(line))
        for name, value in expected.items():
            assert row[name] == pytest.approx(value, rel=1e-12, abs=1e-12, nan_ok=True), name


def test_dispersion_has_the_measures_asked_for_in_their_order(tokens):
    found = tokens.dispersion(["arf", "dp", "awt", "range"])
    assert list(found.columns) == ["term", "count", "arf", "dp", "awt", "range"]
    assert found.attrs["measure"] == ["arf", "dp", "awt", "range"]
    assert list(tokens.dispersion("arf").columns) == ["term", "count", "arf"]
    with pytest.raises(ValueError, match="there is no measure 'ttr'"):
        tokens.dispersion("ttr")


def test_dispersion_is_that_of_the_matrix_of_the_tokens(tokens):
    measures = ["range", "juilland_d", "dp", "da"]
    pd.testing.assert_frame_equal(
        tokens.dispersion(measures), tokens.matrix().dispersion(measures), check_exact=True
    )


@pytest.mark.parametrize("by", [None, AGENCIES])
def test_diversity_agrees_with_the_printed_formulas(tokens, by):
    found = tokens.diversity(by=by, window=4, sample=3)
    names = list("abcde") if by is None else by
    assert found.iloc[:, 0].tolist() == sorted(set(names))
    assert found.columns[0] == ("id" if by is None else "group")
    for _, row in found.iterrows():
        text = [
            word
            for name, words in zip(names, tokens, strict=True)
            if name == row.iloc[0]
            for word in words
        ]
        assert row["n_tokens"] == len(text)
        alone = bs.measures.diversity([text], window=4, sample=3).iloc[0]
        for name in alone.index:
            assert row[name] == pytest.approx(alone[name], rel=1e-14, nan_ok=True), name


def test_a_text_whose_group_is_missing_is_named_or_left_out(tokens):
    by = ["x", None, "x", "y", "y"]
    with pytest.raises(ValueError, match="by must not be missing"):
        tokens.diversity(by=by)
    with pytest.raises(ValueError, match="by must be one label a row, 5, not 2"):
        tokens.dispersion(by=["x", "y"])
    found = tokens.diversity("ttr", by=by, missing="drop")
    assert found["group"].tolist() == ["x", "y"]
    assert found["n_tokens"].tolist() == [len(tokens[0]), len(tokens[3]) + len(tokens[4])]
    assert tokens.dispersion("range", by=by, missing="drop")["range"].max() == 2


def test_a_selection_measures_only_what_it_holds(tokens):
    part = tokens[[1, 4]]
    assert part.dispersion("range")["term"].tolist() == ["corn", "fell", "rose"]
    assert part.diversity("ttr")["id"].tolist() == ["b", "e"]


def test_threads_do_not_change_a_bit(tokens):
    for measure in (tokens.dispersion, tokens.diversity):
        pd.testing.assert_frame_equal(measure(n_jobs=1), measure(n_jobs=7), check_exact=True)


def test_attrs_hold_the_parameters_that_matter(tokens):
    assert tokens.diversity(["mattr"], window=7).attrs["parameters"] == {"window": 7}
    assert tokens.dispersion().attrs["source"]["arf"].startswith("Savick")


def test_a_text_without_tokens_has_no_diversity():
    tokens = bs.Corpus([""]).tokens()
    assert np.isnan(tokens.diversity("ttr")["ttr"].item())


def test_vocabulary_growth_counts_the_types_so_far():
    tokens = bs.sample().tokens()
    growth = tokens.vocabulary_growth(37)
    line = [word for text in tokens for word in text]
    assert len(growth) == 37
    assert growth["n_tokens"].iloc[-1] == len(line)
    for n_tokens, n_types in growth.itertuples(index=False):
        assert n_types == len(set(line[:n_tokens]))
    law = bs.measures.heaps(growth["n_tokens"], growth["n_types"]).iloc[0]
    assert growth.attrs["heaps"] == law.to_dict()
    assert 0.5 < law["heaps_exponent"] < 0.9
    assert tokens[:1].vocabulary_growth(10**6)["n_tokens"].tolist() == list(
        range(1, len(tokens[0]) + 1)
    )
    with pytest.raises(ValueError, match="n_points must be at least 1, not 0"):
        tokens.vocabulary_growth(0)
