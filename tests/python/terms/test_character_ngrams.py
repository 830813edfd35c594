"""N-grams of characters against scikit-learn, and what their options mean."""

import numpy as np
import pytest
from character_texts import ACCENTS, ANALYZERS, ngram_ranges
from character_texts import texts as some_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer
from term_matrices import random_texts, same

import broadsheet as bs

TEXTS = random_texts(1, 60)


def count(texts, **options):
    return bs.Corpus(texts, zones=None).character_matrix(**options)


def assert_equal(m, expected, peer):
    expected.sort_indices()
    assert m.terms.tolist() == peer.get_feature_names_out().tolist()
    assert m.csr.indptr.tolist() == expected.indptr.tolist()
    assert m.csr.indices.tolist() == expected.indices.tolist()
    assert m.csr.data.tolist() == expected.data.tolist()


def test_counts_worked_by_hand():
    m = count(["Ab  ab", "", "a\nb"], ngrams=(2, 3), within_words=False)
    assert m.terms.tolist() == ["\nb", " a", " ab", "a\n", "a\nb", "ab", "ab ", "b ", "b a"]
    assert m.csr.toarray().tolist() == [
        [0, 1, 1, 0, 0, 2, 1, 1, 1],
        [0] * 9,
        [1, 0, 0, 1, 1, 0, 0, 0, 0],
    ]
    assert m.dtype == np.int32
    assert m.ids.tolist() == ["0", "1", "2"]


def test_counts_within_words_worked_by_hand():
    m = count(["Ab  ab\nc"], ngrams=(3, 4))
    assert m.terms.tolist() == [" ab", " ab ", " c ", "ab "]
    assert m.csr.toarray().tolist() == [[2, 2, 1, 2]]


@settings(max_examples=300)
@given(
    some_texts,
    ngram_ranges,
    st.sampled_from(list(ANALYZERS)),
    st.booleans(),
    st.sampled_from(list(ACCENTS)),
)
def test_agrees_with_scikit_learn(texts, ngrams, analyzer, lowercase, accents):
    peer = CountVectorizer(
        analyzer=analyzer, ngram_range=ngrams, lowercase=lowercase, strip_accents=accents
    )
    options = {
        "ngrams": ngrams,
        "within_words": ANALYZERS[analyzer],
        "lowercase": lowercase,
        "strip_accents": ACCENTS[accents],
    }
    try:
        expected = peer.fit_transform(texts)
    except ValueError:
        with pytest.raises(ValueError, match="no n-gram of"):
            count(texts, **options)
        return
    m = count(texts, **options)
    assert_equal(m, expected, peer)
    given = count(texts, terms=m, **options)
    assert same(given, m)


@pytest.mark.parametrize("analyzer", ANALYZERS)
@pytest.mark.parametrize(
    "bounds",
    [
        {"min_df": 3},
        {"min_df": 0.1, "max_df": 0.5},
        {"max_df": 40},
        {"min_df": 0.07, "max_df": 1.0},
        {"min_df": 2, "max_df": 0.75},
    ],
)
def test_trims_as_scikit_learn_does(analyzer, bounds):
    peer = CountVectorizer(analyzer=analyzer, ngram_range=(2, 5), **bounds)
    expected = peer.fit_transform(TEXTS)
    m = count(TEXTS, ngrams=(2, 5), within_words=ANALYZERS[analyzer], **bounds)
    assert_equal(m, expected, peer)


def test_max_terms_keeps_the_most_frequent_ties_by_term():
    m = count(["bb aa ba cc bb"], ngrams=(2, 2), within_words=False, max_terms=3)
    assert m.terms.tolist() == [" b", "a ", "bb"]


@pytest.mark.parametrize("within_words", [False, True])
def test_threads_do_not_matter(within_words):
    texts = random_texts(5, 700)
    options = {"ngrams": (2, 4), "within_words": within_words, "min_df": 2}
    m = count(texts, n_jobs=1, **options)
    for n_jobs in (2, 8):
        assert same(count(texts, n_jobs=n_jobs, **options), m)
    halves = [
        count(part, terms=m, **options | {"min_df": 1}) for part in (texts[:350], texts[350:])
    ]
    assert (np.vstack([half.csr.toarray() for half in halves]) == m.csr.toarray()).all()


@pytest.mark.parametrize("analyzer", ANALYZERS)
def test_given_terms_are_the_columns_in_their_order(analyzer):
    terms = ["ab", "never", " a", "b", "ab"[::-1], ""]
    peer = CountVectorizer(analyzer=analyzer, ngram_range=(1, 2), vocabulary=terms)
    expected = peer.transform(TEXTS).toarray()
    m = count(TEXTS, ngrams=(1, 2), within_words=ANALYZERS[analyzer], terms=terms)
    assert m.terms.tolist() == terms
    assert m.csr.toarray().tolist() == expected.tolist()
    assert (expected.sum(axis=0) > 0).tolist() == [True, False, True, True, False, False]


def test_knows_what_it_was_made_with():
    m = count(TEXTS, ngrams=(2, 3), min_df=2)
    assert m.attrs["character_ngrams"] == (2, 3)
    assert m.attrs["within_words"] is True
    assert m.attrs["min_df"] == 2


def test_keeps_the_names_of_documents():
    corpus = bs.Corpus(["wheat", "rye"], ids=["monday", "tuesday"])
    m = corpus.character_matrix()
    assert m.ids.tolist() == ["monday", "tuesday"]
    assert m["tuesday", "rye"] == 1


def test_progress_counts_documents_to_the_end():
    seen = []
    for options in ({}, {"min_df": 2}, {"terms": ["the"]}):
        count(TEXTS * 10, progress=lambda done, total: seen.append((done, total)), **options)
        assert seen[-1] == (600, 600)


def test_an_error_of_progress_cancels_and_comes_out():
    def stop(_done, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        count(TEXTS, progress=stop)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"ngrams": (5, 6), "within_words": False}, ValueError, "no n-gram of 5 to 6 characters"),
        ({"min_df": 3}, ValueError, r"of 2 documents: 5 in fewer than 3 \(min_df\); lower min_df"),
        ({"min_df": 1.5}, ValueError, r"min_df must lie in \[0, 1\] as a share, not 1\.5"),
        ({"max_terms": 0}, ValueError, "max_terms must be at least 1, not 0"),
        ({"ngrams": 2}, TypeError, r"ngrams must be \(lo, hi\), not 2"),
        ({"ngrams": (2, 1)}, ValueError, r"1 <= lo <= hi, not \(2, 1\)"),
        ({"strip_accents": "all"}, ValueError, "strip_accents must be False, True or 'ascii'"),
        ({"terms": "nato"}, TypeError, "terms must be several terms, not one str"),
        ({"terms": ["a", "a"]}, ValueError, r"terms\[1\] is 'a', as is terms\[0\]"),
        ({"terms": ["a"], "min_df": 2}, ValueError, "terms decides which columns there are"),
        ({"n_jobs": 0}, ValueError, "n_jobs must not be 0"),
    ],
)
def test_says_what_is_wrong(options, error, message):
    with pytest.raises(error, match=message):
        count(["nato", "na"], **options)
