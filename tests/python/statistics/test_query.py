"""Queries: which terms they stand for, and what is wrong with those that stand for none."""

import signal
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from oracle import concordance as oracle

texts = st.lists(
    st.lists(st.sampled_from(["nato", "NATO", "Minister", "mini", "Größe", "a"])).map(" ".join),
    min_size=1,
    max_size=4,
)


@given(texts, st.sampled_from(["m.*", "(NATO|a)", "[^a] .+o", "[^a]+ .*[oi]"]))
def test_expressions_are_matched_against_whole_terms(texts, query):
    terms = [text.lower().split() for text in texts]
    expected = oracle.hits(terms, [oracle.expressions(query)])
    lines = bs.Corpus(texts, zones=None).tokens().concordance(query, regex=True)
    places = zip(lines.documents.tolist(), lines.positions.tolist(), strict=True)
    assert list(places) == [hit[:2] for hit in expected]


def test_a_word_of_a_query_may_be_several_tokens():
    tokens = bs.Corpus(["NATO and the Prime Minister met NATO"]).tokens()
    assert len(tokens.concordance("Prime/Minister")) == 1
    assert len(tokens.concordance("“NATO”")) == 2


def test_a_backslash_takes_wildcards_literally():
    tokens = bs.Corpus(["why? a*b * aab"]).tokens(bs.Tokenizer("unicode", punctuation=True))
    assert [len(tokens.concordance(query)) for query in (r"\?", r"\*", "?", r"why \?", "w* ?")] == [
        *(1, 2, 5, 1, 1)
    ]


def test_case_matters_where_tokens_keep_it():
    texts = ["Turkey and turkey and TURKEY, Élysée and élysée"]
    kept = bs.Corpus(texts).tokens(bs.Tokenizer(lowercase=False))
    for query in ("turkey", "turk*", "tur?ey"):
        assert [len(kept.concordance(query, case_sensitive=it)) for it in (None, True, False)] == [
            *(1, 1, 3)
        ]
    assert len(kept.concordance("TURK.*", regex=True)) == 1
    assert len(kept.concordance("turk.*", regex=True, case_sensitive=False)) == 3
    assert len(kept.concordance("ÉLYSÉE", case_sensitive=False)) == 2
    folded = bs.Corpus(texts).tokens()
    assert len(folded.concordance("TURKEY", case_sensitive=False)) == 3
    assert len(folded.concordance("TURK.*", regex=True)) == 3
    with pytest.raises(ValueError, match="case_sensitive must not be True where tokens are in low"):
        folded.concordance("turkey", case_sensitive=True)


def test_says_why_the_words_of_a_query_do_not_count():
    tokens = bs.Corpus(["The end"]).tokens(bs.Tokenizer(stopwords="en", min_length=3))
    with pytest.raises(ValueError, match=r"'The \* a' .*: 'the' \(stop word\), 'a' \(too short\)"):
        tokens.concordance("The * a")


@pytest.mark.parametrize(
    ("query", "options", "error", "message"),
    [
        ("", {}, ValueError, "query must hold at least one word, not be ''"),
        (" \n", {}, ValueError, r"query must hold at least one word, not be ' \\n'"),
        ([], {}, ValueError, "query must hold at least one word: the list is empty"),
        ("*", {}, ValueError, r"query must hold a word beside '\*', not be '\*'"),
        (["nato", "* *"], {}, ValueError, r"query must hold a word beside '\*', not be '\* \*'"),
        ("…", {}, ValueError, r"query '…' has no token that counts: Tokenizer\(.*\) finds none"),
        (3, {}, TypeError, "query must be a str or several, not int"),
        (b"nato", {}, TypeError, "query must be a str or several, not bytes"),
        (["nato", None], {}, TypeError, "each query must be a str, not NoneType"),
        ("(a", {"regex": True}, ValueError, r"query '\(a' is no regular expression: missing \)"),
    ],
)
def test_says_what_is_wrong(query, options, error, message):
    tokens = bs.Corpus(["NATO met"]).tokens()
    with pytest.raises(error, match=message):
        tokens.concordance(query, **options)


def test_a_term_of_a_table_is_nothing_but_itself():
    tokens = bs.Corpus(["a*b * aab the U.S. the U.S."]).tokens(
        bs.Tokenizer("unicode", punctuation=True)
    )
    counts = tokens.matrix(ngrams=(1, 3))
    for term, count in zip(counts.terms, counts.to_scipy().sum(axis=0), strict=True):
        lines = tokens.evidence(term)
        assert len(lines) == count
        assert set(lines.counts("node")["node"]) == {term}


@pytest.mark.parametrize("term", ["The", "unseen", "the unseen", "", " "])
def test_evidence_of_what_no_table_has_is_an_error(term):
    with pytest.raises(KeyError, match=f"the tokens have no term '{term}'"):
        bs.Corpus(["the end"]).tokens().evidence(term)


def test_evidence_is_of_a_str():
    with pytest.raises(TypeError, match="term must be a str, not int"):
        bs.Corpus(["the end"]).tokens().evidence(3)


def test_an_expression_without_end_can_be_stopped():
    def interrupt(*_):
        raise KeyboardInterrupt

    tokens = bs.Corpus(["a" * 60]).tokens()
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    start = time.perf_counter()
    try:
        with pytest.raises(KeyboardInterrupt):
            tokens.concordance("(a+)+b", regex=True)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("query", ["*a" * 200, "*" * 500 + "b", "?*" * 100 + "b", "a\\"])
def test_no_wildcards_take_long_or_fail(query):
    assert len(bs.Corpus(["a" * 5000 + " nato"]).tokens().concordance(query)) <= 1


def test_evidence_of_several_terms_is_that_of_each():
    tokens = bs.sample().tokens()
    terms = ["energy", "veterans", "health care"]
    together = tokens.evidence(terms)
    assert [query.text for query in together.queries] == terms
    for number, term in enumerate(terms):
        alone = tokens.evidence(term)
        of_term = together[together.query_numbers == number]
        np.testing.assert_array_equal(of_term.documents, alone.documents)
        np.testing.assert_array_equal(of_term.positions, alone.positions)


def test_terms_of_a_similarity_lead_to_the_passages_of_both_articles():
    tokens = bs.sample().tokens()
    why = tokens.matrix().weight("tfidf").why(3, 17)
    passages = tokens[[3, 17]].evidence(why["term"].head(4)).to_frame()
    assert set(passages["row"]) == {0, 1}
    texts = [bs.sample()[row].text for row in (3, 17)]
    for line in passages.itertuples():
        assert texts[line.row][line.start : line.end].lower().startswith(line.query)
