"""Random settings and documents for vectorizers, and what it means that two of them agree."""

import numpy as np
from hypothesis import strategies as st

# Letters whose case, accents or breaks are odd: ß and ſ, the dotted I, a final sigma, ligatures,
# capitals that only appear when accents go, marks that combine, scripts without case, signs that
# join or do not show, what is no character at all.
LETTERS = "aAbBzZ09_éÉñßſİıΣσςﬁℌǅ\u0301\u0345\u0300अ्षدֿ漢字한ｶ²½ⅷ🙂"
BREAKS = " \t\n\r\x0b\x1c\x85\xa0\u2003\u2028\u200b\u200d\ufeff.,;:'’-–—!?\"()\0\ud800\ufffd"
WORDS = ["the", "The", "pizza", "Pizza", "beer", "a", "I", "x1", "naïve", "NAÏVE", "ΟΔΟΣ", "und"]

strange = st.text(st.sampled_from(LETTERS + BREAKS), max_size=25)
plain = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
documents = st.lists(plain | strange, max_size=8)

bounds = st.sampled_from([1, 1, 1, 2, 3, 0.0, 0.3, 0.5, 1.0])
settings_of_words = st.fixed_dictionaries(
    {},
    optional={
        "lowercase": st.booleans(),
        "strip_accents": st.sampled_from([None, "unicode", "ascii"]),
        "stop_words": st.sampled_from(
            [None, "english", ["the", "Pizza"], ["naïve", "\ud800", "b"]]
        ),
        "token_pattern": st.sampled_from(
            [r"(?u)\b\w\w+\b", r"(?u)\b\w+\b", r"\w+", r"\b\w{3,}\b", r"\w\w\w+"]
        ),
        "ngram_range": st.sampled_from([(1, 1), (1, 2), (2, 2), (2, 3), (0, 1)]),
        "binary": st.booleans(),
    },
)
settings_of_characters = st.fixed_dictionaries(
    {
        "analyzer": st.sampled_from(["char", "char_wb"]),
        "ngram_range": st.sampled_from([(1, 1), (1, 2), (2, 3), (3, 5), (4, 4)]),
    },
    optional={
        "lowercase": st.booleans(),
        "strip_accents": st.sampled_from([None, "unicode", "ascii"]),
        "binary": st.booleans(),
    },
)
settings_of_terms = settings_of_words | settings_of_characters
settings_of_vocabularies = st.fixed_dictionaries(
    {},
    optional={
        "min_df": bounds,
        "max_df": st.sampled_from([1.0, 1.0, 0.7, 5, 2]),
        "max_features": st.none() | st.integers(1, 6),
    },
) | st.fixed_dictionaries(
    {
        "vocabulary": st.lists(
            st.sampled_from(
                [*WORDS, "pizza beer", "the  pizza", "", "é", "a ", "piz", " b", "\ud800"]
            ),
            min_size=1,
            unique=True,
        )
        | st.just({"beer": 1, "pizza": 0, "the beer": 2})
    }
)


def assert_same_matrix(ours, theirs):
    """Assert that two sparse matrices are the same to the byte once rows are in order.

    scikit-learn's ``fit_transform`` leaves the columns of a row in any order.
    """
    assert type(ours) is type(theirs)
    ours, theirs = ours.sorted_indices(), theirs.sorted_indices()
    assert ours.shape == theirs.shape
    for name in ("data", "indices", "indptr"):
        mine, peers = getattr(ours, name), getattr(theirs, name)
        assert mine.dtype == peers.dtype, name
        np.testing.assert_array_equal(mine, peers, err_msg=name)


def outcome(function, *args):
    """Return what a call returns or raises."""
    try:
        return function(*args)
    except Exception as error:  # noqa: BLE001
        return error


def assert_same_outcome(ours, theirs):
    """Assert that two calls returned the same matrix, or raised errors of one type and wording."""
    if isinstance(ours, Exception) and not isinstance(theirs, Exception):
        raise ours
    if isinstance(theirs, Exception):
        assert type(ours) is type(theirs)
        assert str(ours).startswith(str(theirs).rstrip("."))
    else:
        assert_same_matrix(ours, theirs)
