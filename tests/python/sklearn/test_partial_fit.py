"""Learning part by part: any split, added and merged in any order, is learning from all at once."""

import pickle
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.base import clone
from sklearn.feature_extraction import text
from vectorizers import (
    assert_same_matrix,
    documents,
    outcome,
    settings_of_terms,
    settings_of_vocabularies,
)

from broadsheet.sklearn import (
    Bm25Transformer,
    CountVectorizer,
    TfidfTransformer,
    TfidfVectorizer,
)

pytestmark = pytest.mark.filterwarnings(
    "ignore:Your stop_words may", "ignore:Upper case characters", "ignore:divide by zero"
)

TEXTS = ["wheat rose in Paris", "corn fell", "", "Wheat fell again and again"]
counts = st.lists(st.lists(st.integers(0, 3), min_size=4, max_size=4), min_size=1, max_size=8).map(
    np.array
)


def split(draw, items):
    """Draw parts of `items`, some of them empty, in any order."""
    places = draw(st.lists(st.integers(0, 3), min_size=len(items), max_size=len(items)))
    return [
        [item for item, at in zip(items, places, strict=True) if at == part] for part in range(4)
    ]


def merged(draw, learners):
    """Merge learners in any order until one is left."""
    learners = list(learners)
    while len(learners) > 1:
        one = learners.pop(draw(st.integers(0, len(learners) - 1)))
        other = learners.pop(draw(st.integers(0, len(learners) - 1)))
        before = pickle.dumps(other)
        learners.append(one.merge(other))
        assert pickle.dumps(other) == before
    return learners[0]


@pytest.mark.parametrize("kind", [CountVectorizer, TfidfVectorizer])
@settings(max_examples=100)
@given(documents, settings_of_terms, settings_of_vocabularies, st.data())
def test_any_split_of_documents_learns_what_fit_learns(kind, texts, terms, vocabulary, data):
    at_once = kind(**terms, **vocabulary)
    # What is no text can be counted, but not added up.
    texts = [document.replace("\ud800", "") for document in texts]
    parts = split(data.draw, texts)
    # Each learner takes one part or two, or none.
    learners = [clone(at_once).partial_fit(parts[0]).partial_fit(parts[1])]
    learners += [clone(at_once).partial_fit(part) for part in parts[2:]]
    one = clone(at_once)
    for document in texts:
        one.partial_fit([document])
    fitted = outcome(at_once.fit, texts)
    found = merged(data.draw, learners)
    if texts:
        assert pickle.dumps(found) == pickle.dumps(one)
    if isinstance(fitted, Exception):
        if at_once.vocabulary is None:
            with pytest.raises(type(fitted), match=str(fitted)[:30].split(";")[0]):
                found.transform(texts)
        return
    assert found.vocabulary_ == at_once.vocabulary_
    assert found.get_feature_names_out().tolist() == at_once.get_feature_names_out().tolist()
    if kind is TfidfVectorizer:
        assert found.idf_.tobytes() == at_once.idf_.tobytes()
        assert found.idf_.dtype == at_once.idf_.dtype
    expected = outcome(at_once.transform, texts)
    if not isinstance(expected, Exception):
        assert_same_matrix(found.transform(texts), expected)
        assert_same_matrix(pickle.loads(pickle.dumps(found)).transform(texts), expected)


@pytest.mark.parametrize("kind", [TfidfTransformer, Bm25Transformer])
@settings(max_examples=60)
@given(counts, st.data())
def test_any_split_of_rows_learns_what_fit_learns(kind, rows, data):
    parts = [np.array(part) for part in split(data.draw, list(rows)) if part]
    at_once = kind().fit(rows)
    one = kind()
    for row in rows:
        one.partial_fit(sparse.csr_array(row[None, :]))
    found = merged(data.draw, [kind().partial_fit(part) for part in parts])
    assert pickle.dumps(found) == pickle.dumps(one)
    assert found.idf_.tobytes() == at_once.idf_.tobytes()
    np.testing.assert_array_equal(
        found.transform(rows).toarray(), at_once.transform(rows).toarray()
    )
    if kind is TfidfTransformer:
        np.testing.assert_array_equal(found.idf_, text.TfidfTransformer().fit(rows).idf_)
    else:
        assert found.mean_length_ == rows.sum() / len(rows)


@pytest.mark.parametrize("kind", [CountVectorizer, TfidfVectorizer])
@pytest.mark.parametrize(
    "settings", [{"tokenizer": str.split, "token_pattern": None}, {"analyzer": str.split}]
)
def test_callables_learn_part_by_part_too(kind, settings):
    at_once = kind(**settings, min_df=2).fit(TEXTS)
    found = kind(**settings, min_df=2)
    for document in TEXTS:
        found.partial_fit([document])
    assert not found.explain_path().is_fast
    assert found.vocabulary_ == at_once.vocabulary_
    np.testing.assert_array_equal(
        found.transform(TEXTS).toarray(), at_once.transform(TEXTS).toarray()
    )


def test_terms_of_a_callable_must_be_text():
    with pytest.raises(TypeError, match=r"terms\[0\] must be a str, not int"):
        CountVectorizer(analyzer=lambda document: [len(document)]).partial_fit(TEXTS)


def test_bounds_look_at_all_parts():
    vectorizer = CountVectorizer(min_df=2, max_features=2)
    vectorizer.partial_fit(["a1 b1 c1", ""])
    with pytest.raises(ValueError, match=r"min_df\); lower min_df"):
        vectorizer.get_feature_names_out()
    vectorizer.partial_fit(["b1 b1 c1 d1"]).partial_fit(["d1 d1 d1"])
    assert vectorizer.get_feature_names_out().tolist() == ["b1", "d1"]
    assert vectorizer.totals_.n_documents == 4
    vectorizer.partial_fit(["c1 " * 9])
    assert vectorizer.get_feature_names_out().tolist() == ["c1", "d1"]


def test_parts_without_terms_count_as_documents():
    vectorizer = TfidfVectorizer().partial_fit([""]).partial_fit(["wheat"]).partial_fit([])
    assert vectorizer.totals_.n_documents == 2
    np.testing.assert_array_equal(vectorizer.idf_, TfidfVectorizer().fit(["", "wheat"]).idf_)
    with pytest.raises(ValueError, match=r"empty vocabulary.*none of 1 documents holds a term"):
        CountVectorizer().partial_fit([""]).transform([""])


def test_fit_forgets_what_was_added():
    vectorizer = TfidfVectorizer().partial_fit(["corn"])
    vectorizer.fit(["wheat"])
    assert vectorizer.vocabulary_ == {"wheat": 0}
    assert not hasattr(vectorizer, "totals_")


@pytest.mark.parametrize("kind", [CountVectorizer, TfidfVectorizer])
def test_what_was_fitted_at_once_cannot_be_added_to(kind):
    fitted = kind().fit(TEXTS)
    with pytest.raises(ValueError, match=f"fit keeps no totals.*new {kind.__name__}"):
        fitted.partial_fit(TEXTS)
    with pytest.raises(ValueError, match="fit keeps no totals"):
        fitted.merge(kind().partial_fit(TEXTS))
    with pytest.raises(ValueError, match="fit keeps no totals"):
        kind().partial_fit(TEXTS).merge(fitted)
    of_given = TfidfVectorizer(vocabulary=["wheat"]).fit(TEXTS)
    with pytest.raises(ValueError, match="fit keeps no totals"):
        of_given.partial_fit(TEXTS)


@pytest.mark.parametrize("kind", [TfidfTransformer, Bm25Transformer])
def test_a_transformer_goes_on_from_what_it_was_fitted_to(kind):
    rows = [[1, 0], [2, 1]]
    found = kind().fit([[5, 5]]).fit(rows).partial_fit([[0, 1]])
    assert found.n_samples_seen_ == 3
    assert found.document_frequency_.tolist() == [2, 2]
    np.testing.assert_array_equal(found.idf_, kind().fit([*rows, [0, 1]]).idf_)


def test_only_what_counts_alike_is_merged():
    vectorizer = CountVectorizer(stop_words=["and"]).partial_fit(TEXTS)
    with pytest.raises(ValueError, match=r"its stop_words is None, not \['and'\]"):
        vectorizer.merge(CountVectorizer().partial_fit(TEXTS))
    with pytest.raises(TypeError, match="other must be a CountVectorizer, not TfidfVectorizer"):
        vectorizer.merge(TfidfVectorizer())
    vectorizer.merge(CountVectorizer(stop_words=["and"], n_jobs=2).partial_fit(TEXTS))
    assert vectorizer.totals_.n_documents == 8
    with pytest.raises(ValueError, match="its vocabulary is"):
        TfidfVectorizer(vocabulary=["a1"]).merge(TfidfVectorizer(vocabulary=["b1"]))
    with pytest.raises(ValueError, match="must have 2 columns, not 1"):
        TfidfTransformer().partial_fit([[1, 2]]).merge(TfidfTransformer().partial_fit([[1]]))
    with pytest.raises(ValueError, match="must have 2 columns, not 1"):
        Bm25Transformer().fit([[1, 2]]).merge(Bm25Transformer().fit([[1]]))


def test_parameters_are_checked_at_the_first_part():
    for kind in (CountVectorizer, TfidfVectorizer):
        with pytest.raises(ValueError, match="'min_df' parameter"):
            kind(min_df=-1).partial_fit(TEXTS)
        with pytest.raises(ValueError, match="'min_df' parameter"):
            kind(min_df=-1, preprocessor=str.lower).partial_fit(TEXTS)
    with pytest.raises(ValueError, match="'norm' parameter"):
        TfidfTransformer(norm="l3").partial_fit([[1]])


def test_single_precision_is_kept_while_all_parts_have_it():
    rows = np.array([[1, 0], [2, 1]], dtype=np.float32)
    single = TfidfTransformer().partial_fit(rows).partial_fit(rows)
    assert single.idf_.dtype == np.float32
    np.testing.assert_array_equal(single.idf_, text.TfidfTransformer().fit(np.r_[rows, rows]).idf_)
    assert single.partial_fit(rows.astype(float)).idf_.dtype == np.float64


def test_pickles_are_the_same_in_every_process():
    code = (
        "import hashlib, pickle; from broadsheet.sklearn import CountVectorizer;"
        "v = CountVectorizer(stop_words=['in'], ngram_range=(1, 2)).{}({!r});"
        "print(hashlib.sha256(pickle.dumps(v)).hexdigest())"
    )
    for method in ("fit", "partial_fit"):
        runs = {
            subprocess.run(
                [sys.executable, "-c", code.format(method, TEXTS)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            for _ in range(2)
        }
        assert len(runs) == 1


def test_terms_with_lone_surrogates_cannot_be_added_up():
    with pytest.raises(ValueError, match=r"terms\[0\] holds a lone surrogate"):
        CountVectorizer(analyzer="char").partial_fit(["\ud800"])
    assert CountVectorizer().partial_fit(["\ud800 wheat"]).vocabulary_ == {"wheat": 0}
