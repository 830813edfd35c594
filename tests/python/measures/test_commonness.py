"""Commonness against published values and the printed formulas."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from oracle.dispersion import commonness as oracle

commonness = bs.measures.commonness
# Gries 2008, p. 406: the word "a" in 50 tokens.
GRIES = "bamnibeupkbasatbewqnbcagabestabaghabeaatbahaabeaxa"


def test_is_as_gries_prints_it():
    places = [place for place, token in enumerate(GRIES) if token == "a"]
    found = commonness(places, len(GRIES)).iloc[0]
    assert round(found["arf"], 1) == 10.8
    assert round(found["awt"], 2) == 3.18
    assert round(found["ald"], 3) == 0.628
    assert round(found["f_awt"], 3) == 9.328
    assert round(found["f_ald"], 3) == 11.764


@given(st.lists(st.sets(st.integers(0, 29), max_size=12), min_size=1, max_size=4))
def test_agrees_with_the_printed_formulas(words):
    places = [sorted(word) for word in words]
    found = commonness([np.array(word, dtype=np.int32) for word in places], 30)
    for row, word in enumerate(places):
        for name, value in oracle(word, 30).items():
            assert found[name][row] == pytest.approx(value, rel=1e-12, nan_ok=True), name


def test_one_word_is_a_row_of_places():
    assert commonness([0, 4, 8], 12).equals(commonness([[0, 4, 8]], 12))
    assert commonness(np.array([0, 4, 8]), 12).equals(commonness(np.array([[0, 4, 8]]), 12))
    assert len(commonness([[], [1]], 3)) == 2
    assert commonness([], 3)["arf"].item() == 0


def test_what_is_wrong_is_named():
    with pytest.raises(ValueError, match=r"positions must lie in \[0, 10\): word 1 has 10"):
        commonness([[1], [2, 10]], 10)
    with pytest.raises(ValueError, match="positions must ascend: word 0 has 2 after 5"):
        commonness([5, 2], 10)
    with pytest.raises(TypeError, match="positions must be whole numbers, in one row a word"):
        commonness([0.5, 2], 10)
    with pytest.raises(TypeError, match="n_tokens must be a whole number, not float"):
        commonness([1], 10.5)
