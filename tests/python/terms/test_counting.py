"""Counts of tokens against scikit-learn and a plain count, and what their options mean."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer
from term_matrices import WORDS, random_texts, same, tokens_of

from oracle.counts import count

documents = st.lists(st.lists(st.sampled_from(WORDS[:5]), max_size=8), min_size=1, max_size=8)


def test_counts_worked_by_hand():
    m = tokens_of(["nato summit nato", "", "the summit"]).matrix(ngrams=(1, 2))
    assert m.terms.tolist() == [
        "nato",
        "nato summit",
        "summit",
        "summit nato",
        "the",
        "the summit",
    ]
    assert m.csr.toarray().tolist() == [[2, 1, 1, 1, 0, 0], [0] * 6, [0, 0, 1, 0, 1, 1]]
    assert m.ids.tolist() == ["0", "1", "2"]
    assert m.dtype == np.int32


@pytest.mark.parametrize("ngrams", [(1, 1), (1, 2), (2, 2), (1, 3)])
@pytest.mark.parametrize(
    "bounds",
    [
        {},
        {"min_df": 3},
        {"min_df": 0.1, "max_df": 0.5},
        {"max_df": 40},
        {"min_df": 0.07, "max_df": 1.0},
        {"min_df": 2, "max_df": 0.75},
    ],
)
def test_agrees_with_scikit_learn(ngrams, bounds):
    for seed, n_documents in product(range(3), (30, 100)):
        texts = random_texts(seed, n_documents, longest=9)
        peer = CountVectorizer(ngram_range=ngrams, **bounds)
        expected = peer.fit_transform(texts)
        expected.sort_indices()
        m = tokens_of(texts).matrix(ngrams=ngrams, **bounds)
        assert m.terms.tolist() == peer.get_feature_names_out().tolist()
        assert (m.csr != expected).nnz == 0
        assert (m.csr.indices == expected.indices).all()


def test_a_share_is_compared_as_scikit_learn_compares_it():
    # 0.07 * 100 is 7.000000000000001 and 0.55 * 100 is 55.00000000000001.
    texts = ["common rare" if i < 7 else "common often" if i < 62 else "common" for i in range(100)]
    assert 0.07 * 100 > 7
    m = tokens_of(texts).matrix(min_df=0.07)
    assert m.terms.tolist() == ["common", "often"]
    assert "often" in tokens_of(texts).matrix(max_df=0.55).terms
    assert tokens_of(texts).matrix(min_df=7).terms.tolist() == ["common", "often", "rare"]


@settings(max_examples=150, deadline=None)
@given(
    documents,
    st.integers(1, 3),
    st.integers(0, 2),
    st.integers(1, 3),
    st.integers(3, 9),
    st.none() | st.integers(1, 5),
)
def test_agrees_with_a_plain_count(documents, lo, more, least, most, max_terms):
    terms, rows = count(documents, lo, lo + more, least, most, max_terms)
    tokens = tokens_of([" ".join(words) for words in documents])
    options = {"ngrams": (lo, lo + more), "min_df": least, "max_df": most, "max_terms": max_terms}
    if not terms:
        with pytest.raises(ValueError, match="no term"):
            tokens.matrix(**options)
        return
    m = tokens.matrix(**options)
    assert m.terms.tolist() == terms
    assert m.csr.toarray().tolist() == rows


@pytest.mark.parametrize("ngrams", [(1, 1), (1, 3)])
def test_threads_and_selections_do_not_matter(ngrams):
    tokens = tokens_of(random_texts(5, 700))
    m = tokens.matrix(ngrams=ngrams, n_jobs=1)
    for n_jobs in (2, 8):
        assert same(tokens.matrix(ngrams=ngrams, n_jobs=n_jobs), m)
    halves = [tokens[part].matrix(ngrams=ngrams, terms=m) for part in (slice(350), slice(350, 700))]
    assert (np.vstack([half.csr.toarray() for half in halves]) == m.csr.toarray()).all()
    assert same(halves[1], m[350:])


def test_a_selection_has_only_its_own_terms():
    tokens = tokens_of(["nato", "wheat prices", "wheat"])
    assert tokens[1:].matrix().terms.tolist() == ["prices", "wheat"]
    assert tokens[[2]].matrix(ngrams=(1, 2)).terms.tolist() == ["wheat"]


def test_max_terms_keeps_the_most_frequent_ties_by_term():
    m = tokens_of(["bb bb aa cc dd", "dd"]).matrix(max_terms=3)
    assert m.terms.tolist() == ["aa", "bb", "dd"]


def test_given_terms_are_the_columns_in_their_order():
    tokens = tokens_of(["prime minister meets prime minister", "minister"])
    m = tokens.matrix(terms=["minister", "unseen", "prime minister"])
    assert m.terms.tolist() == ["minister", "unseen", "prime minister"]
    assert m.csr.toarray().tolist() == [[2, 0, 2], [1, 0, 0]]
    assert m.attrs["ngrams"] == (1, 2)


@pytest.mark.parametrize("ngrams", [(1, 1), (1, 2), (2, 3)])
def test_terms_of_another_matrix_give_its_columns(ngrams):
    texts = random_texts(1)
    m = tokens_of(texts[:20]).matrix(ngrams=ngrams)
    peer = CountVectorizer(ngram_range=ngrams, vocabulary=m.terms.tolist())
    new = tokens_of(texts[20:]).matrix(terms=m, ngrams=ngrams)
    assert new.terms is m.terms
    assert (new.csr != peer.transform(texts[20:])).nnz == 0
    assert same(tokens_of(texts[20:]).matrix(terms=m.terms, ngrams=ngrams), new)


def test_given_terms_that_no_document_holds_leave_an_empty_matrix():
    m = tokens_of(["nato"]).matrix(terms=["wheat"])
    assert m.shape == (1, 1)
    assert m.nnz == 0


def test_progress_counts_documents_to_the_end():
    seen = []
    tokens = tokens_of(random_texts(2, 500))
    for ngrams in ((1, 1), (1, 2)):
        tokens.matrix(ngrams=ngrams, progress=lambda done, total: seen.append((done, total)))
        assert seen[-1] == (500, 500)


def test_an_error_of_progress_cancels_and_comes_out():
    def stop(_done, _total):
        raise KeyboardInterrupt

    tokens = tokens_of(random_texts(2, 500))
    with pytest.raises(KeyboardInterrupt):
        tokens.matrix(progress=stop)
    assert tokens.matrix().shape[0] == 500


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"min_df": 4}, ValueError, r"of 3 documents: 3 in fewer than 4 \(min_df\); lower min_df"),
        ({"min_df": 2, "max_df": 2}, ValueError, "2 in fewer than 2 .*, 1 in more than 2 "),
        ({"max_df": 0.1}, ValueError, "at least 1 documents, but max_df for at most 0.3"),
        (
            {"min_df": 3, "max_df": 2},
            ValueError,
            "min_df asks for at least 3 documents, but max_df",
        ),
        ({"min_df": 1.5}, ValueError, r"min_df must lie in \[0, 1\] as a share, not 1\.5"),
        ({"min_df": -1}, ValueError, "min_df must not be negative, not -1"),
        ({"max_df": "all"}, TypeError, "max_df must be a number, not 'all'"),
        ({"min_df": True}, TypeError, "min_df must be a number, not True"),
        ({"max_terms": 0}, ValueError, "max_terms must be at least 1, not 0"),
        ({"max_terms": 2.5}, TypeError, "max_terms must be a whole number or None, not 2.5"),
        ({"ngrams": 2}, TypeError, r"ngrams must be \(lo, hi\), not 2"),
        ({"ngrams": (1, 2.0)}, TypeError, r"ngrams must be two whole numbers, not \(1, 2\.0\)"),
        ({"ngrams": (2, 1)}, ValueError, r"1 <= lo <= hi <= 255, not \(2, 1\)"),
        ({"terms": "nato"}, TypeError, "terms must be several terms, not one str"),
        ({"terms": ["a", 1]}, TypeError, r"terms\[1\] must be a str, not int"),
        ({"terms": ["a", "b", "a"]}, ValueError, r"terms\[2\] is 'a', as is terms\[0\]"),
        (
            {"terms": ["a b"], "ngrams": (1, 1)},
            ValueError,
            r"term 0 has 2 words: 'a b', but ngrams is \(1, 1\)",
        ),
        ({"terms": ["a"], "min_df": 2}, ValueError, "terms decides which columns there are"),
        ({"n_jobs": 0}, ValueError, "n_jobs must not be 0"),
    ],
)
def test_says_what_is_wrong(options, error, message):
    tokens = tokens_of(["nato summit", "nato wheat", "nato"])
    with pytest.raises(error, match=message):
        tokens.matrix(**options)


def test_says_that_there_is_no_term_at_all():
    with pytest.raises(ValueError, match="no term in 2 documents: look at the tokenizer"):
        tokens_of(["", "a b"]).matrix()
