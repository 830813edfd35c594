"""Hashed counts against scikit-learn's HashingVectorizer, and what their options mean."""

import numpy as np
import pytest
from character_texts import ACCENTS, ANALYZERS, ngram_ranges
from character_texts import texts as some_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer
from term_matrices import random_texts, tokens_of

import broadsheet as bs
from broadsheet.terms._hashing import hash_characters

n_features = st.sampled_from([1, 2, 7, 1000, 2**20, 2**25, 2**31 - 1])


def assert_equal(csr, expected):
    expected.sort_indices()
    assert csr.shape == expected.shape
    assert csr.dtype == expected.dtype == np.float64
    for part in ("indptr", "indices", "data"):
        assert getattr(csr, part).tolist() == getattr(expected, part).tolist()
        assert getattr(csr, part).dtype == getattr(expected, part).dtype


@settings(max_examples=150)
@given(some_texts, st.sampled_from([(1, 1), (1, 2), (2, 2), (1, 4)]), n_features, st.booleans())
def test_words_agree_with_scikit_learn(texts, ngrams, n_features, alternate_sign):
    peer = HashingVectorizer(
        ngram_range=ngrams, n_features=n_features, alternate_sign=alternate_sign, norm=None
    )
    csr = tokens_of(texts).hashed_matrix(n_features, ngrams, alternate_sign)
    assert_equal(csr, peer.transform(texts))


@settings(max_examples=150)
@given(
    some_texts,
    ngram_ranges,
    st.sampled_from(list(ANALYZERS)),
    st.sampled_from(list(ACCENTS)),
    n_features,
    st.booleans(),
)
def test_characters_agree_with_scikit_learn(
    texts, ngrams, analyzer, accents, n_features, alternate_sign
):
    peer = HashingVectorizer(
        analyzer=analyzer,
        ngram_range=ngrams,
        strip_accents=accents,
        n_features=n_features,
        alternate_sign=alternate_sign,
        norm=None,
    )
    arrays = hash_characters(
        bs.Corpus(texts, zones=None)._texts,
        ngrams=ngrams,
        within_words=ANALYZERS[analyzer],
        strip_accents=ACCENTS[accents],
        n_features=n_features,
        alternate_sign=alternate_sign,
    )
    assert_equal(arrays.to_scipy(), peer.transform(texts))


def test_cells_that_cancel_out_are_stored():
    # "rose" counts -1, and "fell" 1.
    csr = tokens_of(["rose fell"]).hashed_matrix(n_features=1)
    assert csr.nnz == 1
    assert csr.data.tolist() == [0.0]


def test_the_smallest_hash_goes_where_scikit_learn_puts_it():
    csr = tokens_of(["akqlrggi"]).hashed_matrix(n_features=1000)  # -2**31
    assert csr.indices.tolist() == [648]
    assert_equal(csr, HashingVectorizer(n_features=1000, norm=None).transform(["akqlrggi"]))


@pytest.mark.parametrize("ngrams", [(1, 1), (1, 3)])
def test_threads_do_not_matter(ngrams):
    tokens = tokens_of(random_texts(5, 700))
    csr = tokens.hashed_matrix(1000, ngrams, n_jobs=1)
    for n_jobs in (2, 8):
        assert_equal(tokens.hashed_matrix(1000, ngrams, n_jobs=n_jobs), csr)


def test_corpora_share_their_columns():
    texts = random_texts(3)
    whole = tokens_of(texts).hashed_matrix(64)
    parts = [tokens_of(part).hashed_matrix(64) for part in (texts[:10], texts[10:])]
    assert_equal(sparse.vstack(parts).tocsr(), whole)


def test_progress_counts_documents_to_the_end():
    seen = []
    tokens_of(random_texts(2, 500)).hashed_matrix(progress=lambda *done: seen.append(done))
    assert seen[-1] == (500, 500)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"n_features": 0}, ValueError, r"n_features must be from 1 to 2\*\*31 - 1, not 0"),
        ({"n_features": 2**31}, ValueError, "n_features must be from 1 to"),
        ({"n_features": 2.5}, TypeError, "n_features must be a whole number, not 2.5"),
        ({"ngrams": (0, 1)}, ValueError, r"1 <= lo <= hi, not \(0, 1\)"),
        ({"ngrams": 2}, TypeError, r"ngrams must be \(lo, hi\), not 2"),
        ({"n_jobs": 0}, ValueError, "n_jobs must not be 0"),
    ],
)
def test_says_what_is_wrong(options, error, message):
    with pytest.raises(error, match=message):
        tokens_of(["nato summit"]).hashed_matrix(**options)
