"""Vocabularies: numbers and terms, both ways."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.terms import Vocabulary

WORDS = st.lists(st.text(st.characters(exclude_categories=["Cs"])), unique=True)


def test_terms_are_numbered_in_the_order_given():
    vocabulary = Vocabulary(["moscow", "nato"])
    assert len(vocabulary) == 2
    assert vocabulary[1] == vocabulary[-1] == "nato"
    assert vocabulary.id("nato") == 1
    assert "nato" in vocabulary
    assert "tass" not in vocabulary
    assert 1 not in vocabulary
    assert list(vocabulary) == list(vocabulary.terms) == ["moscow", "nato"]


@given(WORDS)
def test_every_term_is_found_again(words):
    vocabulary = Vocabulary(words)
    assert list(vocabulary) == words
    assert [vocabulary.id(word) for word in words] == list(range(len(words)))
    assert [vocabulary[id] for id in range(len(words))] == words


@given(WORDS)
def test_it_survives_pickling_and_compares(words):
    vocabulary = Vocabulary(words)
    assert pickle.loads(pickle.dumps(vocabulary)) == vocabulary
    assert (Vocabulary(reversed(words)) == vocabulary) == (words == words[::-1])
    assert vocabulary != words


def test_it_does_not_change():
    vocabulary = Vocabulary(["a"])
    with pytest.raises(ValueError, match="read-only"):
        vocabulary.terms[0] = "b"


def test_repr_shows_a_few_terms():
    assert repr(Vocabulary(["a", "b"])) == "Vocabulary(2 terms: 'a', 'b')"
    assert repr(Vocabulary(str(i) for i in range(1000))).startswith("Vocabulary(1,000 terms: '0'")
    assert len(repr(Vocabulary(str(i) for i in range(1000)))) < 100


def test_errors_name_what_is_wrong():
    vocabulary = Vocabulary(["a"])
    with pytest.raises(KeyError, match="'b' is not among the 1 terms"):
        vocabulary.id("b")
    for id in (1, -2):
        with pytest.raises(IndexError, match="out of range for 1 terms"):
            vocabulary[id]
    with pytest.raises(ValueError, match="terms must be different: 'a' comes twice"):
        Vocabulary(["b", "a", "a"])
