"""Estimators where scikit-learn puts its own: pipelines, searches, columns, copies, pickles."""

import pickle

import numpy as np
import pandas as pd
import polars as pl
import pytest
from sklearn import config_context
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction import text
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline

from broadsheet.sklearn import (
    CountVectorizer,
    HashingVectorizer,
    TfidfTransformer,
    TfidfVectorizer,
)

TEXTS = ["Wheat rose in Paris", "corn fell", "wheat fell again", "the Senate met"] * 6
LABELS = [0, 0, 0, 1] * 6
KINDS = [CountVectorizer, TfidfVectorizer, HashingVectorizer, TfidfTransformer]


def test_stands_in_a_pipeline():
    ours = make_pipeline(CountVectorizer(), TfidfTransformer(), LogisticRegression())
    theirs = make_pipeline(text.CountVectorizer(), text.TfidfTransformer(), LogisticRegression())
    np.testing.assert_allclose(
        ours.fit(TEXTS, LABELS).predict_proba(TEXTS),
        theirs.fit(TEXTS, LABELS).predict_proba(TEXTS),
    )
    names = ours[:-1].get_feature_names_out()
    assert names.tolist() == theirs[:-1].get_feature_names_out().tolist()


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
def test_takes_a_column_of_a_frame(frame):
    table = frame({"text": TEXTS, "length": [float(len(text)) for text in TEXTS]})
    columns = ColumnTransformer(
        [("words", TfidfVectorizer(), "text"), ("rest", "passthrough", ["length"])],
        sparse_threshold=0,
    )
    theirs = ColumnTransformer(
        [("words", text.TfidfVectorizer(), "text"), ("rest", "passthrough", ["length"])],
        sparse_threshold=0,
    )
    try:
        wanted = theirs.fit_transform(table)
    except AttributeError:
        pytest.skip("this scikit-learn cannot take a column of this frame")
    got = columns.fit_transform(table)
    np.testing.assert_allclose(got, wanted)
    assert columns.get_feature_names_out()[0] == "words__again"


def test_is_searched_over_in_processes():
    pipeline = make_pipeline(CountVectorizer(), LogisticRegression())
    grid = {
        "countvectorizer__ngram_range": [(1, 1), (1, 2)],
        "countvectorizer__stop_words": [None, "english"],
    }
    search = GridSearchCV(pipeline, grid, cv=2, n_jobs=2).fit(TEXTS, LABELS)
    assert search.best_score_ == 1


@pytest.mark.parametrize("kind", KINDS)
def test_clone_and_parameters(kind):
    estimator = kind() if kind is TfidfTransformer else kind(n_jobs=2)
    copy = clone(estimator)
    assert type(copy) is kind
    assert copy.get_params() == estimator.get_params()
    of_theirs = getattr(text, kind.__name__)().get_params()
    assert {name: kind().get_params()[name] for name in of_theirs} == of_theirs
    assert repr(kind()) == f"{kind.__name__}()"


@pytest.mark.parametrize("kind", [CountVectorizer, TfidfVectorizer])
def test_pickles(kind):
    vectorizer = kind(stop_words="english", ngram_range=(1, 2)).fit(TEXTS)
    restored = pickle.loads(pickle.dumps(vectorizer))
    assert restored.vocabulary_ == vectorizer.vocabulary_
    np.testing.assert_array_equal(
        restored.transform(TEXTS).toarray(), vectorizer.transform(TEXTS).toarray()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_has_set_output_only_where_scikit_learn_has(kind):
    assert hasattr(kind(), "set_output") == hasattr(getattr(text, kind.__name__)(), "set_output")


@pytest.mark.parametrize("kind", [CountVectorizer, text.CountVectorizer])
def test_a_frame_of_a_sparse_matrix_is_refused_as_by_scikit_learn(kind):
    columns = ColumnTransformer([("words", kind(), "text")])
    with pytest.raises(ValueError, match="`set_output` is not available"):
        columns.set_output(transform="pandas")


def test_returns_the_kind_of_matrix_that_is_configured():
    try:
        context = config_context(sparse_interface="sparray")
    except TypeError:
        pytest.skip("this scikit-learn has no sparse_interface")
    with context:
        for kind in (CountVectorizer, TfidfVectorizer):
            got, wanted = (
                kind().fit_transform(TEXTS),
                getattr(text, kind.__name__)().fit_transform(TEXTS),
            )
            assert type(got) is type(wanted)


def test_threads_change_nothing():
    texts = TEXTS * 100
    for settings in ({}, {"ngram_range": (1, 3), "min_df": 2}, {"stop_words": "english"}):
        one, two = CountVectorizer(**settings, n_jobs=1), CountVectorizer(**settings, n_jobs=2)
        counts = one.fit_transform(texts), two.fit_transform(texts)
        assert one.vocabulary_ == two.vocabulary_
        for name in ("data", "indices", "indptr"):
            assert getattr(counts[0], name).tobytes() == getattr(counts[1], name).tobytes()


@pytest.mark.parametrize("n_jobs", [0, "2"])
def test_n_jobs_is_checked(n_jobs):
    with pytest.raises((ValueError, TypeError), match=r"n_jobs (==|must)"):
        CountVectorizer(n_jobs=n_jobs).fit(TEXTS)
