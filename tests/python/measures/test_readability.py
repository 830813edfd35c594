"""Readability against published values."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from broadsheet._core import statistics as _core
from broadsheet.measures import _catalogue as catalogue
from oracle.readability import readability as oracle

readability = bs.measures.readability
COUNTS = {
    "words": 100,
    "sentences": 5,
    "letters": 470,
    "syllables": 150,
    "polysyllables": 12,
    "long_words": 30,
    "unfamiliar_words": 8,
}


def test_of_one_vector_of_counts():
    found = readability(**COUNTS).iloc[0]
    printed = {
        "flesch": 59.635,
        "flesch_kincaid": 9.91,
        "fog": 12.8,
        "ari": 10.707,
        "coleman_liau": 10.356,
        "smog": 11.97925,
        "lix": 50,
    }
    for name, value in printed.items():
        assert found[name] == pytest.approx(value, abs=5e-6), name


@pytest.mark.parametrize(
    ("words", "sentences", "unfamiliar", "printed", "rounded"),
    [(132, 7, 6, 5.3684, 0.1), (131, 9, 20, 6.7490, 0.05), (111, 6, 17, 6.9474, 0.03)],
)
def test_of_three_passages_of_dale_and_chall(words, sentences, unfamiliar, printed, rounded):
    # Dale and Chall 1948, Instructions. They round the share of unfamiliar words and the length of
    # sentences before they go on: the first passage has 5 % and 19 words.
    found = readability(words=words, sentences=sentences, unfamiliar_words=unfamiliar)
    assert found["dale_chall"].item() == pytest.approx(printed, abs=rounded)
    per_cent, length = round(100 * unfamiliar / words), np.floor(words / sentences + 0.5)
    exact = readability(words=100, sentences=100 / length, unfamiliar_words=per_cent)
    assert round(exact["dale_chall"].item(), 4) == printed


def test_of_the_sentence_of_quanteda():
    # quanteda.textstats, tests/testthat/test-textstat_readability.R: "The cat in the hat ate
    # breakfast." has no word of three syllables.
    found = readability(words=7, sentences=1, polysyllables=0, measures="fog")
    assert found["fog"].item() == pytest.approx(2.8, rel=1e-15)


def test_of_the_sample_text_of_korpus():
    # unDocUMeantIt/koRpus, tests/testthat/sample_text_readability_dput.txt. It prints the scores,
    # two of which fix the syllables, and two the words of three syllables.
    counts = {"words": 556, "sentences": 20, "letters": 2918, "long_words": 190}
    found = readability(**counts, syllables=930, polysyllables=109).iloc[0]
    printed = {
        "ari": 17.19,
        "lix": 61.97,
        "rix": 9.5,
        "flesch": 37.11,
        "flesch_kincaid": 14.99,
        "fog": 18.96,
        "smog": 16.47,
    }
    assert found[list(printed)].round(2).to_dict() == printed


counts = st.tuples(st.integers(1, 900), st.integers(1, 60), *[st.integers(0, 2000)] * 5)


@given(st.lists(counts, min_size=1, max_size=5))
def test_agrees_with_the_printed_formulas(texts):
    columns = dict(zip(COUNTS, np.transpose(texts), strict=True))
    found = readability(**columns)
    for row, text in enumerate(texts):
        expected = oracle(*text)
        assert set(expected) == set(found.columns)
        for name, value in expected.items():
            assert found[name][row] == pytest.approx(value, rel=1e-12, abs=1e-11), (name, text)


def test_all_measures_are_those_whose_counts_are_given():
    assert list(readability(words=9, sentences=2, long_words=1).columns) == ["lix", "rix"]
    assert list(readability(**COUNTS).columns) == _core.readability_names()
    with pytest.raises(ValueError, match="words, sentences and one more count must be given"):
        readability(words=9, sentences=2)


@pytest.mark.parametrize("measure", catalogue.measures_of("readability"), ids=lambda m: m.name)
def test_a_measure_asks_for_what_it_needs_and_for_no_more(measure):
    needed = {name: COUNTS[name] for name in measure.needs}
    found = readability(**needed, measures=measure.name)[measure.name].item()
    assert found == readability(**COUNTS)[measure.name].item()
    for name in measure.needs:
        fewer = {other: count for other, count in needed.items() if other != name}
        with pytest.raises(ValueError, match=f"{name} must be given: {measure.name} needs it"):
            readability(**fewer, measures=measure.name)


def test_texts_are_rows_and_keep_their_index():
    words = pd.Series([100, 0, 50], index=["a", "b", "c"])
    found = readability(words=words, sentences=5, long_words=[30, 0, 10])
    assert list(found.index) == ["a", "b", "c"]
    assert found["lix"].isna().tolist() == [False, True, False]


def test_counts_that_are_none_are_named():
    with pytest.raises(ValueError, match="letters must be finite and not negative: row 1 is -4"):
        readability(words=[1, 2], sentences=1, letters=[4, -4])
    with pytest.raises(ValueError, match="sentences must have as many rows as words, 2"):
        readability(words=[1, 2], sentences=[1, 2, 3], letters=4)
    with pytest.raises(TypeError, match="words must be numbers"):
        readability(words="many", sentences=1, letters=4)
    with pytest.raises(ValueError, match="there is no measure 'forcast'"):
        readability(**COUNTS, measures="forcast")


def test_attrs_say_what_the_table_holds():
    attrs = readability(**COUNTS, measures=["dale_chall"]).attrs
    assert attrs["variant"]["dale_chall"] == "as printed in 1948: the constant always"
    assert attrs["source"]["dale_chall"].startswith("Dale, E. and Chall, J. S. (1948)")
