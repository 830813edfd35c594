"""Counts under scikit-learn's name: equal to scikit-learn's, whatever the settings."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction import text
from vectorizers import (
    assert_same_outcome,
    documents,
    outcome,
    settings_of_terms,
    settings_of_vocabularies,
)

import broadsheet as bs
from broadsheet.sklearn import CountVectorizer

pytestmark = pytest.mark.filterwarnings(
    "ignore:Your stop_words may", "ignore:Upper case characters"
)

dtypes = st.sampled_from([np.int64, np.int32, np.float64, np.float32, np.uint8, bool])


def test_columns_ascend_and_may_be_changed_in_place():
    for options in ({}, {"ngram_range": (1, 2)}, {"analyzer": "char"}, {"max_features": 4}):
        counts = CountVectorizer(**options).fit_transform(["wheat rose and wheat fell", "corn"])
        for begin, end in pairwise(counts.indptr):
            assert (np.diff(counts.indices[begin:end]) > 0).all()
        counts.data += 1
        counts.indices[:] = counts.indices[::-1].copy()
        assert counts.indptr.flags.writeable


@settings(max_examples=150)
@given(documents, documents, settings_of_terms, settings_of_vocabularies, dtypes)
def test_agrees_with_scikit_learn(train, test, words, vocabulary, dtype):
    ours = CountVectorizer(**words, **vocabulary, dtype=dtype)
    theirs = text.CountVectorizer(**words, **vocabulary, dtype=dtype)
    assert ours.explain_path().is_fast
    fitted = outcome(theirs.fit_transform, train)
    assert_same_outcome(outcome(ours.fit_transform, train), fitted)
    if not isinstance(fitted, Exception):
        assert ours.vocabulary_ == theirs.vocabulary_
        assert ours.get_feature_names_out().tolist() == theirs.get_feature_names_out().tolist()
        assert_same_outcome(outcome(ours.transform, test), outcome(theirs.transform, test))


@pytest.mark.parametrize("dtype", [np.int64, np.float64, np.float32])
def test_of_equally_frequent_terms_those_stay_that_stay_in_scikit_learn(dtype):
    # NumPy's sort of more than 16 numbers leaves ties in no order that a rule would give.
    random = np.random.default_rng(0)
    texts = [" ".join(f"w{n:03}" for n in random.integers(0, 300, size=40)) for _ in range(50)]
    for max_features in (1, 17, 50, 150, 299, 1000):
        options = {"max_features": max_features, "dtype": dtype}
        ours, theirs = CountVectorizer(**options), text.CountVectorizer(**options)
        assert_same_outcome(ours.fit_transform(texts), theirs.fit_transform(texts))
        assert ours.vocabulary_ == theirs.vocabulary_
        in_parts = CountVectorizer(**options).partial_fit(texts[:20]).partial_fit(texts[20:])
        assert in_parts.vocabulary_ == theirs.vocabulary_


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"stop_words": "english", "ngram_range": (1, 2), "min_df": 2},
        {"strip_accents": "unicode", "token_pattern": r"\w+", "max_df": 0.5},
        {"lowercase": False, "ngram_range": (2, 3), "max_features": 500},
        {"analyzer": "char_wb", "ngram_range": (3, 4), "min_df": 3},
        {"analyzer": "char", "ngram_range": (1, 3), "max_features": 300, "binary": True},
    ],
)
def test_agrees_on_articles(options):
    texts = list(bs.sample().texts)[:80]
    ours, theirs = CountVectorizer(**options), text.CountVectorizer(**options)
    assert_same_outcome(ours.fit_transform(texts), theirs.fit_transform(texts))
    assert ours.vocabulary_ == theirs.vocabulary_
    # Many documents and a few look the vocabulary up in different ways.
    for part in (texts, texts[:1], []):
        assert_same_outcome(outcome(ours.transform, part), outcome(theirs.transform, part))
