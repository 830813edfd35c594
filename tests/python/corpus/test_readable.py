"""Readability of articles: the counts, and the scores made of them."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

COUNTS = ["words", "sentences", "letters", "syllables", "polysyllables", "long_words"]
SCORED = list(bs.measures.readability(**dict.fromkeys(COUNTS, 1)).columns)


@pytest.fixture(scope="module")
def corpus():
    return bs.sample()


def test_counts_worked_by_hand():
    corpus = bs.Corpus(["Wheat exports rose 3.9% in Chicago. *** It fell!"], ids=["a"], zones=None)
    found = corpus.readability("lix")
    assert list(found.columns) == ["id", *COUNTS, "lix"]
    assert found.iloc[0].tolist() == ["a", 8, 2, 33, 12, 1, 2, 8 / 2 + 100 * 2 / 8]


def test_scores_are_those_of_the_counts_beside_them(corpus):
    found = corpus.readability()
    assert list(found.columns) == ["id", *COUNTS, *SCORED]
    again = bs.measures.readability(**{name: found[name] for name in COUNTS})
    pd.testing.assert_frame_equal(found[SCORED], again, check_exact=True)
    assert found["id"].tolist() == corpus.ids.tolist()


def test_sentences_are_those_of_the_articles(corpus):
    found = corpus.readability("rix")
    for row in range(0, len(corpus), 97):
        sentences = [s for s in corpus[row].sentences if any(c.isalnum() for c in s.text)]
        assert found["sentences"][row] == len(sentences)


def test_a_headline_is_read_only_where_there_are_no_zones():
    text = "Wheat falls\nPARIS, March 3 (Reuters) - Wheat fell, traders said. It rained."
    frame = bs.Corpus([text]).readability("rix")
    assert frame[["words", "sentences"]].iloc[0].tolist() == [6, 2]
    plain = bs.Corpus([text], zones=None).readability("rix")
    assert plain["words"].item() == 12


def test_an_article_without_words_has_no_score():
    found = bs.Corpus(["", "***"]).readability()
    assert found[COUNTS].to_numpy().sum() == 0
    assert np.isnan(found[SCORED].to_numpy()).all()


def test_threads_do_not_change_a_bit(corpus):
    one, many = corpus.readability(n_jobs=1), corpus.readability(n_jobs=5)
    pd.testing.assert_frame_equal(one, many, check_exact=True)


def test_what_needs_a_list_of_words_says_so(corpus):
    with pytest.raises(ValueError, match="unfamiliar_words must be given: dale_chall needs it"):
        corpus.readability("dale_chall")
    with pytest.raises(ValueError, match="there is no measure 'forcast'"):
        corpus.readability("forcast")


def test_attrs_say_what_the_table_holds(corpus):
    assert corpus[:3].readability("smog").attrs["source"]["smog"].startswith("McLaughlin")
