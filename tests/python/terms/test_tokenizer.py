"""Tokenizers: worked examples, then the oracle, then edges and messages."""

import os
import pickle
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import broadsheet as bs
from oracle import tokenizer as oracle

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.exists(), reason="needs ../shared/corpora")

# Characters that a rule looks at, and some of the scripts of news.
HOSTILE = st.lists(
    st.sampled_from(
        [
            *"aaabeSTZ1290  \n.,;:'’\"-‐‑–&@#$€%/_()!?“”",
            *["\u0301", "\u00ad", "\u200d", "\u200c", "\ufeff", "\xa0", "\u3000", "ʼ", "＇", "‘"],
            *[
                "é",
                "İ",
                "Σ",
                "ß",
                "ж",
                "Ж",
                "א",
                "ב",
                "ع",
                "٣",
                "ሰ",
                "你",
                "二",
                "カ",
                "の",
                "ก",
                "½",
            ],
            *["🇷", "🇺", "⌚", "😀", "©", "№", "ª", "Ǆ", "ǅ"],
            *["http://", "https://a.b/", "www.", "@a", "#b", "x@y.org", "'s", "’s", "U.S.", "US$5"],
            *["said.The", "it's", "Ph.D.", "9/11", "10:30", "3.9%", "AT&T"],
        ]
    ),
    max_size=24,
).map("".join)

TEXT = "U.S. exports rose 3.9%, J.P. Morgan’s O'Neill said: $3.5bn!"


def assigned(text):
    """The text without what this Python's Unicode does not know."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Cn", "Cs", "Co"))


def counted(tokenizer, texts):
    """The terms of each text on the fast path."""
    tokens = bs.Tokens._from_corpus(bs.Corpus(list(texts), zones=None), tokenizer, n_jobs=1)
    return list(tokens)


def news_of_all_languages():
    frame = pd.read_parquet(CORPORA / "languages" / "news.parquet")
    return [assigned(text) for text in frame["text"].iloc[::12]]


def test_news_keeps_whole_what_news_needs_whole():
    assert bs.Tokenizer("news")(TEXT) == [
        "u.s.",
        "exports",
        "rose",
        "3.9%",
        "j.p.",
        "morgan",
        "o'neill",
        "said",
        "$3.5bn",
    ]


def test_unicode_is_the_annex_as_it_stands():
    assert bs.Tokenizer("unicode")(TEXT) == [
        "u.s",
        "exports",
        "rose",
        "3.9",
        "j.p",
        "morgan’s",
        "o'neill",
        "said",
        "3.5bn",
    ]


def test_sklearn_is_the_pattern_of_scikit_learn():
    assert bs.Tokenizer("sklearn")(TEXT) == ["exports", "rose", "morgan", "neill", "said", "5bn"]


@given(HOSTILE)
@settings(max_examples=300)
@example("a'" * 5 + "\u0301.")
@example("U.S.\u0301U.S.")
@example("US$5m-$6m’s it’s’s @a’s 9/11/’s")
@example("said.The-end.But http://a.b)’s x@y.org’s")
def test_news_agrees_with_the_oracle(text):
    assert bs.Tokenizer("news")(text) == oracle.news(text)


@given(HOSTILE, st.sets(st.sampled_from(sorted(oracle.ALL_RULES))))
@settings(max_examples=200)
def test_each_rule_can_be_switched_off(text, off):
    assert bs.Tokenizer("news", rules=dict.fromkeys(off, False))(text) == oracle.news(text, off)


@given(HOSTILE)
@settings(max_examples=200)
def test_unicode_agrees_with_the_oracle(text):
    assert bs.Tokenizer("unicode")(text) == oracle.unicode(text)
    bare = bs.Tokenizer("news", rules=dict.fromkeys(oracle.ALL_RULES, False))
    assert bare(text) == oracle.unicode(text)


@given(
    st.one_of(HOSTILE, st.text().map(assigned)),
    st.booleans(),
    st.sampled_from([False, True, "ascii"]),
    st.sampled_from([1, 2, 3]),
)
@settings(max_examples=500)
@example("ΑΣ ΑΣ́ İΣ.", True, True, 1)
@example("ﷺ ﬁ ½ 한국 กิ่", False, True, 1)
def test_sklearn_agrees_with_re(text, lowercase, strip_accents, min_length):
    options = {"lowercase": lowercase, "strip_accents": strip_accents, "min_length": min_length}
    tokenizer = bs.Tokenizer("sklearn", **options)
    expected = oracle.sklearn(text, **options)
    assert tokenizer(text) == expected
    assert counted(tokenizer, [text]) == [expected]


@pytest.mark.parametrize("strip_accents", [False, True, "ascii"])
def test_sklearn_agrees_with_re_on_every_character(strip_accents):
    for min_length in (1, 2):
        tokenizer = bs.Tokenizer("sklearn", strip_accents=strip_accents, min_length=min_length)
        for first in range(0, sys.maxunicode, 0x4000):
            text = " ".join(assigned(f"x{chr(c)}y") for c in range(first, first + 0x4000))
            expected = oracle.sklearn(text, strip_accents=strip_accents, min_length=min_length)
            assert tokenizer(text) == expected
            assert counted(tokenizer, [text]) == [expected]


@given(st.one_of(HOSTILE, st.text().map(assigned)))
def test_sklearn_strips_accents_as_scikit_learn_does(text):
    peer = pytest.importorskip("sklearn.feature_extraction.text")
    for strip_accents, name in ((True, "unicode"), ("ascii", "ascii")):
        analyze = peer.CountVectorizer(strip_accents=name).build_analyzer()
        assert bs.Tokenizer("sklearn", strip_accents=strip_accents)(text) == analyze(text)


@needs_corpora
def test_presets_agree_with_their_oracles_on_news_in_thirteen_languages():
    texts = news_of_all_languages()
    assert counted(bs.Tokenizer("sklearn"), texts) == [oracle.sklearn(text) for text in texts]
    for preset, expected in (("news", oracle.news), ("unicode", oracle.unicode)):
        for text in texts[::8]:
            assert bs.Tokenizer(preset)(text) == expected(text)


@needs_corpora
def test_what_is_counted_is_what_is_explained():
    texts = [*news_of_all_languages(), *pd.read_csv(CORPORA / "agnews_test.csv").iloc[:500, 2]]
    for tokenizer in (
        bs.Tokenizer("news"),
        bs.Tokenizer("news", lowercase=False, strip_accents=True),
        bs.Tokenizer("unicode", punctuation=True),
        bs.Tokenizer("sklearn"),
        bs.Tokenizer("news", stopwords="en", min_length=2, numbers=False),
    ):
        for text, terms in zip(texts, counted(tokenizer, texts), strict=True):
            assert terms == tokenizer(text)


@given(HOSTILE)
def test_explain_slices_back_to_the_text_and_leaves_out_white_space_only(text):
    table = bs.Tokenizer("unicode").explain(text)
    at = 0
    for row in table.itertuples():
        assert text[row.start : row.end] == row.token
        assert not text[at : row.start].strip()
        at = row.end
    assert not text[at:].strip("\u00ad\ufeff \n\xa0\u3000")


@given(HOSTILE)
def test_explain_gives_the_terms_that_are_counted(text):
    for tokenizer in (bs.Tokenizer("news", stopwords=["a", "said"]), bs.Tokenizer("sklearn")):
        table = tokenizer.explain(text)
        assert list(table.term[table.dropped.isna()]) == tokenizer(text)
        assert table.term.isna().equals(table.dropped.notna())


def test_explain_names_rules_and_reasons():
    tokenizer = bs.Tokenizer(
        "news", stopwords=["the"], min_length=2, max_length=9, numbers=False, stemmer="english"
    )
    table = tokenizer.explain("The U.S. senators’ 5-year plan’s a catastrophe @AP, 1987")
    assert list(table.rule) == [
        "word",
        "abbreviation",
        "word",
        "punctuation",
        "hyphen",
        "word",
        "possessive",
        "word",
        "word",
        "handle",
        "punctuation",
        "number",
    ]
    reasons = dict(zip(table.token, table.dropped.fillna(""), strict=True))
    assert reasons["The"] == "stop word"
    assert reasons["a"] == "too short"
    assert reasons["catastrophe"] == "too long"
    assert reasons["1987"] == "number"
    assert reasons["’s"] == "possessive"
    assert dict(zip(table.token, table.term, strict=True))["senators"] == "senat"


def test_stop_words_are_found_in_any_case_and_with_any_apostrophe():
    tokenizer = bs.Tokenizer("news", stopwords=["NATO", "don’t", "Zoë"])
    assert tokenizer("Nato Don't DON’T zoe\u0308 stay") == ["stay"]
    assert bs.Tokenizer("sklearn", stopwords="en")("It is the state") == ["state"]


def test_a_stemmer_joins_words_and_leaves_names_of_things_alone():
    tokenizer = bs.Tokenizer("news", stemmer="english")
    assert tokenizer("exports exporting #exports U.S. http://a.org/exports") == [
        "export",
        "export",
        "#exports",
        "u.s.",
        "http://a.org/exports",
    ]


def test_accents_and_case_are_folded_as_asked():
    assert bs.Tokenizer(strip_accents=True)("Zoë École") == ["zoe", "ecole"]
    assert bs.Tokenizer(lowercase=False)("Zoë NATO") == ["Zoë", "NATO"]
    assert bs.Tokenizer("sklearn", strip_accents=True)("Zoë é ﬁn") == ["zoe", "fin"]
    assert bs.Tokenizer("sklearn", strip_accents="ascii")("Søren ﬁn 你好") == ["sren", "fin"]


def test_sklearn_counts_words_of_one_letter_where_asked():
    text = "I can't: é 2 a_b"
    assert bs.Tokenizer("sklearn")(text) == ["can", "a_b"]
    tokenizer = bs.Tokenizer("sklearn", min_length=1)
    assert tokenizer(text) == ["i", "can", "t", "é", "2", "a_b"]
    assert bs.Tokenizer("sklearn", min_length=2) == bs.Tokenizer("sklearn")
    assert repr(tokenizer) == "Tokenizer('sklearn', min_length=1, version=1)"
    assert pickle.loads(pickle.dumps(tokenizer)) == tokenizer
    table = bs.Tokenizer("sklearn").explain("a word")
    assert list(table.dropped.fillna("")) == ["too short", ""]


@pytest.mark.parametrize("strip_accents", [False, True, "ascii"])
def test_differences_are_the_characters_that_python_takes_otherwise(strip_accents):
    tokenizer = bs.Tokenizer("sklearn", min_length=1, strip_accents=strip_accents)
    characters = [*map(chr, range(0x80, 0xD800)), *map(chr, range(0xE000, 0x32000))]
    probes = [f"{c}b aΣ{c} aΣ{c}a" for c in characters]
    corpus = bs.Corpus(probes, zones=None)
    cut = counted(tokenizer, probes)
    unlike = [
        row
        for row, probe in enumerate(probes)
        if cut[row] != oracle.sklearn(probe, strip_accents=strip_accents, min_length=1)
    ]
    table = tokenizer.differences(corpus, n_jobs=1)
    assert set(unlike) <= set(table.row)
    assert list(table.character) == [characters[row] for row in table.row]
    assert all(
        probes[row][start] == c
        for row, start, c in zip(table.row, table.start, table.character, strict=True)
    )
    if unicodedata.unidata_version == "14.0.0":
        # What Unicode 15.0 added, and nothing else: \U0001e4d0 is a letter of Nag Mundari.
        assert all(unicodedata.category(c) == "Cn" for c in table.character)
        assert strip_accents == "ascii" or "\U0001e4d0" in set(table.character)


def test_differences_are_none_where_both_versions_agree():
    corpus = bs.Corpus(["plain", "Zoë ÉTÉ Σ", "\ue000 你好 🙂"], zones=None)
    assert len(bs.Tokenizer("sklearn").differences(corpus)) == 0
    with pytest.raises(ValueError, match="differences are of the sklearn preset"):
        bs.Tokenizer("news").differences(corpus)


def test_punctuation_can_count():
    assert bs.Tokenizer(punctuation=True)("“Rose”, he said…") == [
        *"“",
        "rose",
        *"”,",
        "he",
        "said",
        "…",
    ]


def test_it_is_plain_data():
    tokenizer = bs.Tokenizer("news", stopwords=["b", "a"], rules={"hyphens": False, "urls": True})
    same = bs.Tokenizer("news", stopwords=("a", "b"), rules={"hyphens": False})
    assert tokenizer == same
    assert hash(tokenizer) == hash(same)
    assert tokenizer != bs.Tokenizer("news")
    assert pickle.loads(pickle.dumps(tokenizer)) == tokenizer
    assert tokenizer.rules["hyphens"] is False
    assert tokenizer.rules["urls"] is True
    with pytest.raises(AttributeError):
        tokenizer.lowercase = False


@pytest.mark.parametrize("seed", ["1", "2"])
def test_equal_tokenizers_are_pickled_as_equal_bytes(seed):
    tokenizer = bs.Tokenizer(stopwords=["said", "mr", "also", "year"], rules={"urls": False})
    program = (
        "import pickle, sys, broadsheet as bs; sys.stdout.buffer.write(pickle.dumps(bs.Tokenizer("
        "stopwords=['year', 'also', 'mr', 'said'], rules={'urls': False})))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, env=environment
    )
    assert run.stdout == pickle.dumps(tokenizer), run.stderr.decode()


def test_repr_shows_what_differs_and_the_version_and_can_be_evaluated():
    assert repr(bs.Tokenizer()) == "Tokenizer('news', version=1)"
    tokenizer = bs.Tokenizer("news", stopwords="en", min_length=2, rules={"urls": False})
    assert repr(tokenizer) == (
        "Tokenizer('news', stopwords='en', min_length=2, rules={'urls': False}, version=1)"
    )
    assert eval(repr(tokenizer), {"Tokenizer": bs.Tokenizer}) == tokenizer
    assert "stopwords=<2 words>" in repr(bs.Tokenizer(stopwords=["a", "b"]))


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"preset": "words"}, ValueError, "preset must be 'news', 'unicode' or 'sklearn'"),
        ({"rules": {"hypens": False}}, ValueError, "no rule 'hypens'; the rules are urls, emails,"),
        ({"rules": {"urls": 0}}, TypeError, "rules['urls'] must be True or False, not 0"),
        ({"preset": "sklearn", "rules": {}}, ValueError, "rules are of the news preset"),
        ({"preset": "sklearn", "punctuation": True}, ValueError, "punctuation must be off"),
        ({"stopwords": "english"}, ValueError, "no stop words for 'english'; there are for af,"),
        ({"stopwords": [1]}, TypeError, "stopwords must be str, not 1"),
        ({"stopwords": 3}, TypeError, "stopwords must be a language or words, not int"),
        ({"stemmer": "en"}, ValueError, "no stemmer 'en'; there are arabic,"),
        ({"strip_accents": "unicode"}, ValueError, "strip_accents must be False, True or 'ascii',"),
        ({"strip_accents": "ascii"}, ValueError, "strip_accents must not be 'ascii' but under the"),
        ({"min_length": -1}, ValueError, "min_length must not be negative, not -1"),
        ({"min_length": 3, "max_length": 2}, ValueError, "max_length must be at least min_length"),
        ({"version": 2}, ValueError, "version must be 1"),
        ({"lower": True}, TypeError, "lower"),
    ],
)
def test_options_that_cannot_be_are_refused_with_the_choices(options, error, message):
    with pytest.raises(error, match=re.escape(message)):
        bs.Tokenizer(**options)


def test_it_takes_one_text():
    for text in (["a"], b"a", None):
        with pytest.raises(TypeError, match="text must be one str"):
            bs.Tokenizer()(text)
    assert bs.Tokenizer()("") == []
    assert len(bs.Tokenizer().explain("")) == 0


def test_offsets_are_numbers_that_index():
    table = bs.Tokenizer().explain("Größe 😀 zählt")
    assert np.array_equal(table.start, [0, 6, 8])
    assert np.array_equal(table.end, [5, 7, 13])
