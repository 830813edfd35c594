"""Errors of documents without terms: scikit-learn's, and which setting left nothing."""

import re

import pytest
from sklearn.feature_extraction import text

from broadsheet.sklearn import CountVectorizer, TfidfVectorizer

EMPTY = "empty vocabulary; perhaps the documents only contain stop words: "
PRUNED = "After pruning, no terms remain. Try a lower min_df or a higher max_df. "
CASES = [
    ([], {}, EMPTY + "there are no documents"),
    (
        ["", "a b"],
        {},
        EMPTY + "no document of 2 holds a word of at least 2 letters, as token_pattern asks for",
    ),
    (
        ["the and", "the"],
        {"stop_words": ["the", "and", "or"]},
        EMPTY + "all 3 words of 2 documents are among the 3 stop_words",
    ),
    (
        ["wheat rose", "wheat"],
        {"ngram_range": (3, 4)},
        EMPTY + "no document of 2 holds more than 2 words, and ngram_range=(3, 4) asks for 3 in a "
        "row",
    ),
    (
        ["ab", ""],
        {"analyzer": "char", "ngram_range": (3, 4), "min_df": 3},
        EMPTY + "no document of 2 holds 3 characters, which ngram_range=(3, 4) asks for",
    ),
    (
        [" \n", ""],
        {"analyzer": "char_wb", "ngram_range": (3, 4)},
        EMPTY + "no document of 2 holds more than white space",
    ),
    ([], {"analyzer": "char_wb"}, EMPTY + "there are no documents"),
    (
        ["ab", "cd"],
        {"analyzer": "char", "min_df": 2},
        PRUNED + "Here no term is left of 2 documents: 4 in fewer than 2 (min_df); lower min_df",
    ),
    (
        ["wheat rose", "corn fell"],
        {"min_df": 2},
        PRUNED + "Here no term is left of 2 documents: 4 in fewer than 2 (min_df); lower min_df",
    ),
    (
        ["wheat", "wheat", "rose"],
        {"min_df": 2, "max_df": 0.5, "ngram_range": (1, 2)},
        (
            "max_df corresponds to < documents than min_df: of 3 documents, max_df=0.5 allows 1.5, "
            "min_df=2 asks for 2"
        ),
    ),
]


@pytest.mark.parametrize(("documents", "settings", "message"), CASES)
@pytest.mark.parametrize("kind", [CountVectorizer, TfidfVectorizer])
def test_says_what_left_nothing(kind, documents, settings, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        kind(**settings).fit(documents)
    with pytest.raises(ValueError, match=r"^(empty vocabulary|After|max_df)") as theirs:
        text.CountVectorizer(**settings).fit(documents)
    assert message.startswith(str(theirs.value))


def test_parameters_are_checked_by_scikit_learn():
    with pytest.raises(ValueError, match="The 'min_df' parameter of CountVectorizer must be"):
        CountVectorizer(min_df=-1).fit(["wheat"])
    with pytest.raises(ValueError, match="The 'norm' parameter of TfidfVectorizer must be"):
        TfidfVectorizer(norm="l3").fit_transform(["wheat"])
    with pytest.warns(UserWarning, match="'stop_words' will not be used"):
        CountVectorizer(analyzer="char", stop_words="english").fit(["wheat"])
    with pytest.warns(UserWarning, match="Your stop_words may be inconsistent"):
        CountVectorizer(stop_words=["don't"]).fit(["wheat"])
    with pytest.warns(UserWarning, match="Upper case characters"):
        CountVectorizer(vocabulary=["Wheat"]).fit(["wheat"])
