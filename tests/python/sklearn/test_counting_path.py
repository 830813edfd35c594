"""Which code counts, and that it can be asked."""

import warnings

import numpy as np
import pytest
from sklearn.feature_extraction import text

from broadsheet.sklearn import CountingPath, CountVectorizer, TfidfVectorizer

TEXTS = ["Wheat rose in Paris", "corn fell-again", "wheat, a b c"]
SLOW = {
    "analyzer is a callable, which Python calls for each document": {"analyzer": str.split},
    "preprocessor is a callable, which Python calls for each document": {"preprocessor": str.upper},
    "tokenizer is a callable, which Python calls for each document": {
        "tokenizer": str.split,
        "token_pattern": None,
    },
    "strip_accents is a callable, which Python calls for each document": {
        "strip_accents": str.title
    },
    "token_pattern='[a-z]+' is not one of whole words of at least so many letters, such as "
    r"r'(?u)\b\w\w+\b'": {"token_pattern": "[a-z]+"},
    "ngram_range=(0, 2) is not two whole numbers from 1": {"ngram_range": (0, 2)},
}


@pytest.mark.parametrize("reason", SLOW)
@pytest.mark.parametrize("kind", ["CountVectorizer", "TfidfVectorizer"])
def test_what_the_core_cannot_do_is_done_by_scikit_learn(kind, reason):
    ours = {"CountVectorizer": CountVectorizer, "TfidfVectorizer": TfidfVectorizer}[kind]
    vectorizer, peer = ours(**SLOW[reason]), getattr(text, kind)(**SLOW[reason])
    assert vectorizer.explain_path() == CountingPath(is_fast=False, reasons=(reason,))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        counts = vectorizer.fit_transform(TEXTS)
    np.testing.assert_array_equal(counts.toarray(), peer.fit_transform(TEXTS).toarray())
    assert vectorizer.vocabulary_ == peer.vocabulary_
    np.testing.assert_array_equal(
        vectorizer.transform(TEXTS[::-1]).toarray(), peer.transform(TEXTS[::-1]).toarray()
    )


def test_a_type_that_sparse_matrices_hardly_hold_is_left_to_scikit_learn():
    vectorizer = CountVectorizer(dtype=np.longdouble)
    (reason,) = vectorizer.explain_path().reasons
    assert reason.endswith("is not one of whole numbers, float32 or float64")
    assert vectorizer.fit_transform(TEXTS).dtype == np.longdouble


def test_every_reason_is_told():
    vectorizer = CountVectorizer(preprocessor=str.lower, tokenizer=str.split, dtype=np.float16)
    assert len(vectorizer.explain_path().reasons) == 3


@pytest.mark.parametrize(
    ("pattern", "fewest"),
    [
        (r"(?u)\b\w\w+\b", 2),
        (r"\b\w\w+\b", 2),
        (r"\w+", 1),
        (r"\b\w+", 1),
        (r"(?u)\b\w\w\w+\b", 3),
        (r"\b\w{4,}\b", 4),
        (r"\w\w{2,}", 3),
        (r"\w\w{0,}", 1),
    ],
)
def test_spellings_of_one_pattern_are_all_fast(pattern, fewest):
    vectorizer = CountVectorizer(token_pattern=pattern)
    assert vectorizer.explain_path().is_fast
    texts = ["a ab abc abcd é_1 éééé x", "ab-cd a' _"]
    expected = text.CountVectorizer(token_pattern=pattern).fit(texts).vocabulary_
    assert vectorizer.fit(texts).vocabulary_ == expected
    assert min(map(len, expected)) == fewest


@pytest.mark.parametrize(
    "pattern", [r"\w{0,}", r"\w{2,3}", r"(\w+)", r"\w*", r"(?i)\w+", r"\b\w+?\b", r"\w+\B", r"\W+"]
)
def test_other_patterns_are_slow(pattern):
    assert not CountVectorizer(token_pattern=pattern).explain_path().is_fast


class WithAnalyzer(CountVectorizer):
    def build_analyzer(self):
        return lambda document: [
            word[:2] for word in super(WithAnalyzer, self).build_analyzer()(document)
        ]


class WithDecoder(TfidfVectorizer):
    def decode(self, doc):
        return super().decode(doc)[::-1]


class OfTheirs(text.CountVectorizer):
    def build_tokenizer(self):
        return str.split


class Between(CountVectorizer, OfTheirs):
    pass


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (WithAnalyzer, "WithAnalyzer has a build_analyzer of its own"),
        (WithDecoder, "WithDecoder has a decode of its own"),
        (Between, "OfTheirs has a build_tokenizer of its own"),
    ],
)
def test_a_step_that_a_class_overrides_is_taken(kind, reason):
    assert kind().explain_path().reasons == (reason,)
    plain = CountVectorizer().fit(TEXTS).vocabulary_
    assert kind().fit(TEXTS).vocabulary_.keys() != plain.keys()


def test_a_step_that_an_object_overrides_is_taken():
    vectorizer = CountVectorizer()
    vectorizer.build_tokenizer = lambda: str.split
    assert vectorizer.explain_path().reasons == ("the object has a build_tokenizer of its own",)
    assert "fell-again" in vectorizer.fit(TEXTS).vocabulary_


def test_what_is_no_step_may_be_overridden():
    class Counted(CountVectorizer):
        def fit_transform(self, raw_documents, y=None):
            self.n_seen = len(raw_documents)
            return super().fit_transform(raw_documents, y)

        def get_feature_names_out(self, input_features=None):
            return super().get_feature_names_out(input_features)

    assert Counted().explain_path().is_fast
    assert Counted().fit(TEXTS).n_seen == 3
