"""Concordances: against looking everywhere, against the texts, and by hand."""

import json
import pickle
from itertools import islice

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from broadsheet._core import statistics as core
from broadsheet.statistics import Concordance
from oracle import concordance as oracle

TEXTS = [
    "NATO chiefs met. The Prime Minister of Italy met NATO.",
    "Größe: the prime ministers’ “NATO” ministry…",
    "",
    "NATO",
]
WORDS = ["nato", "NATO", "prime", "Minister", "ministry", "mini", "Größe", "😀", "u.s.", "a"]
BETWEEN = [" ", " ", " ", ", ", "\n", " – “", "’s ", "... ", "\u2028"]
QUERIES = ["nato", "minist*", "?", "*o", "m?ni*", "prime", "größe", "unseen", "a *", "* *o"]
KEYS = ["L1", "L2", "R1", "R3", "node", "document"]

pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), max_size=12)
queries = st.lists(
    st.lists(st.sampled_from([*QUERIES, "*"]), min_size=1, max_size=2)
    .map(" ".join)
    .filter(lambda query: set(query) != set("* ") and query != "*"),
    min_size=1,
    max_size=3,
)


def build(pieces):
    """Return a text and where its words stand."""
    text, spans = "", []
    for word, between in pieces:
        spans.append((len(text), len(text) + len(word)))
        text += word + (between if word.isalpha() else " ")
    return text, spans


def lines_of(frame):
    columns = ["row", "position", "start", "end", "left", "node", "right", "query"]
    return list(frame[columns].itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def tokens():
    return bs.Corpus(TEXTS, ids=["a", "b", "c", "d"]).tokens()


@pytest.fixture(scope="module")
def sample():
    return bs.sample()


@given(
    st.lists(pieces, max_size=5),
    queries,
    st.integers(0, 4),
    st.lists(st.sampled_from(KEYS), max_size=3),
)
def test_agrees_with_looking_everywhere(documents, queries, window, keys):
    texts, spans = zip(*map(build, documents), strict=True) if documents else ((), ())
    terms = [[word.lower() for word, _ in document] for document in documents]
    found = oracle.hits(terms, [oracle.wildcards(query) for query in queries])
    expected = [
        (row, at, *oracle.context(texts[row], spans[row], at, length, window), queries[number])
        for row, at, length, number in oracle.in_order(found, terms, keys)
    ]
    lines = bs.Corpus(texts, zones=None).tokens().concordance(queries, window, sort=keys)
    assert len(lines) == lines.n_found == len(expected)
    assert lines_of(lines.to_frame()) == expected
    assert [line.right for line in lines] == [line[6] for line in expected]


@given(st.integers(0, 300), st.integers(0, 40), st.integers(0, 2**64 - 1))
def test_a_sample_is_that_of_the_published_algorithm(n, n_drawn, seed):
    assert core.sample(n, n_drawn, seed).tolist() == oracle.sample(n, n_drawn, seed)


def test_the_generator_is_that_of_the_standard():
    # ISO C++20, [rand.predef]: the 10,000th number of std::mt19937_64 with its default seed.
    numbers = oracle.mersenne_twister(5489)
    assert next(islice(numbers, 9999, None)) == 9981545732273789042


def test_a_phrase_worked_by_hand(tokens):
    lines = tokens.concordance("prime minist*", window=2)
    first, second = lines
    assert first == (0, "a", 4, 21, 35, "met. The ", "Prime Minister", " of Italy", "prime minist*")
    assert second[:5] == (1, "b", 2, 11, 26)
    assert second[5:8] == ("Größe: the ", "prime ministers", "’ “NATO” ministry")
    assert TEXTS[1][second.start : second.end] == second.node


def test_a_node_may_be_the_first_and_the_last_of_its_text(tokens):
    lines = tokens.concordance("NATO", window=1)
    sides = [(line.row, line.left, line.right) for line in lines]
    assert sides == [
        (0, "", " chiefs"),
        (0, "met ", ""),
        (1, "ministers’ “", "” ministry"),
        (3, "", ""),
    ]
    assert lines.n_documents == 3


def test_hits_of_a_phrase_may_overlap():
    lines = bs.Corpus(["no no no"]).tokens().concordance("no no")
    assert lines.positions.tolist() == [0, 1]
    assert [(line.left, line.right) for line in lines] == [("", " no"), ("no ", "")]


def test_several_queries_are_one_concordance_without_lines_twice(tokens):
    lines = tokens.concordance(["chiefs", "nato", "na*", "nato chiefs"], window=0)
    assert [(line.node, line.query) for line in lines[:3]] == [
        ("NATO", "nato"),
        ("NATO chiefs", "nato chiefs"),
        ("chiefs", "chiefs"),
    ]
    assert len(lines) == 6
    assert lines.counts("query")["count"].tolist() == [4, 1, 1, 0]


def test_what_is_in_no_text_has_no_lines(tokens):
    for query in ("unseen", "nato unseen", "unseen*", ["unseen", "neither"]):
        lines = tokens.concordance(query, sort=("R1", "node"), sample=5)
        assert len(lines) == 0
        assert str(lines) == ""
        assert lines_of(lines.to_frame()) == []
        assert len(lines.counts()) == len(lines.counts("node")) == len(lines.counts("L1")) == 0
    assert len(bs.Corpus([]).tokens().concordance("nato")) == 0


def test_words_that_do_not_count_are_stepped_over_not_hidden():
    tokenizer = bs.Tokenizer(stopwords=["the", "of"], stemmer="english")
    tokens = bs.Corpus(["The Bank of England and the banks of the Thames"]).tokens(tokenizer)
    assert tokens[0] == ["bank", "england", "and", "bank", "thame"]
    (line,) = tokens.concordance("bank of England", window=1)
    assert (line.left, line.node, line.right) == ("", "Bank of England", " and")
    (line,) = tokens.concordance("Thames", window=1)
    assert (line.left, line.position) == ("banks of the ", 4)
    assert len(tokens.concordance("banking")) == 2


def test_a_zone_is_all_that_is_searched():
    corpus = bs.Corpus(["Exports rise\n\nLONDON, May 1 (Reuters) - Exports rose. Banks said so."])
    body = corpus.tokens(zone="body").concordance("exports", window=2)
    (line,) = body
    assert (line.left, line.node, line.right) == ("", "Exports", " rose. Banks")
    assert corpus.texts[0][line.start : line.end] == "Exports"
    assert line.start > 30
    (headline,) = corpus.tokens(zone="headline").concordance("exports")
    assert (headline.start, headline.right) == (0, " rise")


@pytest.mark.parametrize(
    "tokenizer",
    [
        bs.Tokenizer(),
        bs.Tokenizer("unicode", punctuation=True),
        bs.Tokenizer("sklearn", stopwords="en"),
        bs.Tokenizer(stopwords="en", stemmer="english", min_length=2, numbers=False),
    ],
    ids=repr,
)
def test_lines_lead_back_to_the_text_and_its_tokens(sample, tokenizer):
    tokens = sample.tokens(tokenizer)
    lines = tokens.concordance(["senat*", "united *", "new york"], window=5, sample=150, seed=3)
    assert len(lines) > 90
    for line in lines:
        text, spans = sample.texts[line.row], tokens.offsets(line.row)
        length = len(next(q for q in lines.queries if q.text == line.query).places)
        assert tuple(line[3:8]) == oracle.context(text, spans, line.position, length, 5)
        assert line.id == sample.ids[line.row]


@pytest.mark.parametrize("ngrams", [(1, 1), (2, 2)])
def test_there_are_as_many_lines_as_the_matrix_counts(sample, ngrams):
    tokens = sample.tokens(bs.Tokenizer(stopwords="en"))
    table = tokens.matrix(ngrams=ngrams, min_df=3).frequency()
    for term, count, n_documents, *_ in table[::199].itertuples(index=False):
        lines = tokens.concordance(term.replace("*", r"\*").replace("?", r"\?"))
        assert (len(lines), lines.n_documents) == (count, n_documents), term


def test_a_sentence_is_not_left_if_so_asked(sample):
    lines = sample.tokens().concordance("senat*", 10**9, within="sentence", sample=200, seed=1)
    n_checked = 0
    for line in lines:
        for sentence in sample[line.row].sentences:
            if sentence.start <= line.start < sentence.end:
                begin, end = line.start - len(line.left), line.end + len(line.right)
                assert sentence.start <= begin < end <= sentence.end
                outside = [
                    *sentence.text[: begin - sentence.start],
                    *sentence.text[end - sentence.end :],
                ]
                assert end == sentence.end or not any(c.isalnum() for c in outside)
                n_checked += 1
    assert n_checked > 120


def test_sentences_worked_by_hand():
    text = "It rained. He met NATO twice. They left."
    tokens = bs.Corpus([text], zones=None).tokens()
    (line,) = tokens.concordance("nato", within="sentence")
    assert (line.left, line.right) == ("He met ", " twice")
    (line,) = tokens.concordance("twice they", within="sentence")
    assert (line.left, line.right) == ("He met NATO ", " left")


def test_a_selection_is_searched_alone(sample):
    tokens = sample.tokens()
    rows = [200, 3, 3, 77]
    whole = tokens.concordance("the").to_frame()
    part = tokens[rows].concordance("the").to_frame()
    expected = pd.concat([whole[whole["row"] == row] for row in rows])
    assert part.drop(columns="row").values.tolist() == expected.drop(columns="row").values.tolist()
    assert part["row"].unique().tolist() == [0, 1, 2, 3]


def test_any_number_of_threads_gives_the_same(sample):
    tokens = sample.tokens()
    options = {"window": 4, "sort": ("R1", "L1"), "sample": 300, "seed": 7}
    expected = tokens.concordance(["th*", "senator *"], n_jobs=1, **options).to_frame(n_jobs=1)
    for n_jobs in (2, 8):
        lines = tokens.concordance(["th*", "senator *"], n_jobs=n_jobs, **options)
        pd.testing.assert_frame_equal(lines.to_frame(n_jobs=n_jobs), expected)


def test_lines_are_taken_like_rows_and_keep_what_they_are(tokens):
    lines = tokens.concordance("*o", window=1)
    assert isinstance(lines[1:3], Concordance)
    assert list(lines[1:3]) == list(lines)[1:3]
    assert list(lines[[3, 0]]) == [lines[3], lines[0]]
    assert list(lines[np.arange(4) == 2]) == [lines[2]]
    assert lines[-1] == list(lines)[-1]
    assert lines[2:].n_found == 4
    assert list(reversed(lines)) == list(lines)[::-1]
    with pytest.raises(IndexError, match="line 9 is out of range: there are 4"):
        lines[9]
    with pytest.raises(TypeError, match="lines are named by their numbers, not by 'a'"):
        lines["a"]
    with pytest.raises(ValueError, match="read-only"):
        lines.documents[0] = 1


def test_sorting_again_forgets_the_order_before(tokens):
    lines = tokens.concordance("?*")
    assert list(lines.sort("R1").sort("document")) == list(lines)
    assert list(lines.sort("L1").sort()) == list(lines)
    assert lines.sort("R2", "node").attrs["sort"] == ["R2", "node"]


def test_counts_worked_by_hand(tokens):
    lines = tokens.concordance(["nato", "minist*"])
    table = lines.counts()
    assert table.values.tolist() == [[0, "a", 3], [1, "b", 3], [3, "d", 1]]
    table = lines.counts("node")
    assert table.columns.tolist() == ["node", "count", "document_frequency"]
    assert table.values.tolist() == [
        ["nato", 4, 3],
        ["minister", 1, 1],
        ["ministers", 1, 1],
        ["ministry", 1, 1],
    ]
    assert lines.counts("L1").values.tolist() == [
        ["prime", 2, 2],
        ["met", 1, 1],
        ["ministers", 1, 1],
        ["nato", 1, 1],
    ]
    phrases = tokens.concordance("prime minist*").counts("node")["node"]
    assert phrases.tolist() == ["prime minister", "prime ministers"]


def test_attrs_say_what_the_lines_are(tokens):
    lines = tokens.concordance("nato", 3, sample=2, seed=5, sort="R1")
    assert lines.attrs == {
        "measure": "concordance",
        "query": ["nato"],
        "window": 3,
        "unit": "tokens",
        "within": "document",
        "tokenizer": "Tokenizer('news', version=1)",
        "n_found": 4,
        "regex": False,
        "case_sensitive": None,
        "sample": 2,
        "seed": 5,
        "sort": ["R1"],
    }
    assert lines.to_frame().attrs == lines.attrs
    assert lines.counts("R1").attrs == {**lines.attrs, "by": "R1"}
    assert json.loads(json.dumps(lines.attrs)) == lines.attrs  # So that Parquet takes it.


def test_lines_survive_pickling(tokens):
    lines = tokens.concordance("nato", sort="R1")
    again = pickle.loads(pickle.dumps(lines))
    assert list(again) == list(lines)
    assert again.attrs == lines.attrs
    with pytest.raises(ValueError, match="read-only"):
        again.positions[0] = 1


def test_progress_is_told_and_may_cancel(tokens):
    told = []
    lines = tokens.concordance("nato", progress=lambda done, total: told.append((done, total)))
    lines.to_frame(progress=lambda done, total: told.append((done, total)))
    assert told == [(4, 4), (3, 3)]

    def stop(done, total):
        raise RuntimeError(f"enough at {done} of {total}")

    for call in (
        lambda: tokens.concordance("nato", progress=stop),
        lambda: lines.to_frame(progress=stop),
    ):
        with pytest.raises(RuntimeError, match="enough at"):
            call()


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"window": -1}, ValueError, "window must not be negative, not -1"),
        ({"window": 2.5}, TypeError, "window must be a whole number, not float"),
        ({"within": "zone"}, ValueError, "within must be one of .*, not 'zone'"),
        ({"sort": "L0"}, ValueError, "a place must be one of 'L1', .*, not 'L0'"),
        ({"sort": ["R1", "x"]}, ValueError, "'node', 'document', not 'x'"),
        ({"sample": -1}, ValueError, "sample must not be negative, not -1"),
        ({"sample": 1.0}, TypeError, "sample must be a whole number, not float"),
        ({"sample": 1, "seed": -2}, ValueError, "seed must not be negative, not -2"),
        ({"n_jobs": 0}, ValueError, "n_jobs must not be 0"),
    ],
)
def test_says_what_is_wrong(tokens, options, error, message):
    with pytest.raises(error, match=message):
        tokens.concordance("nato", **options)


def test_repr_counts(tokens):
    lines = tokens.concordance(["nato", "prime *"], window=2)
    assert repr(lines) == "Concordance('nato', 'prime *', 6 hits in 3 documents, window=2)"


def test_says_which_places_there_are(tokens):
    with pytest.raises(ValueError, match=r"a place must be one of .*, 'query', not 'left'"):
        tokens.concordance("nato").counts("left")
