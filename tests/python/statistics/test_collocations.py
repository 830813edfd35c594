"""Collocations and cooccurrences."""

import math
import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from oracle import collocations as oracle

CELLS = ["o11", "o12", "o21", "o22"]
NEWS = ["Prices of wheat fell. Wheat prices fell again!", "He said wheat prices rose.", "", "Wheat"]

texts = st.lists(
    st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join), min_size=1, max_size=5
)
windows = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(any)


def tables_of(frame):
    return {
        (row.node, row.collocate): (row.o11, row.o12, row.o21, row.o22)
        for row in frame.itertuples()
    }


@given(texts, windows, st.integers(1, 4), st.sampled_from([1, 2]))
def test_agrees_with_looking_at_every_two_places(texts, window, min_count, n_jobs):
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer("unicode"))
    frame = tokens.collocations(window, node="*?", min_count=min_count, n_jobs=n_jobs)
    expected = oracle.tables(oracle.pairs([text.split() for text in texts], *window))
    assert tables_of(frame) == {k: v for k, v in expected.items() if v[0] >= min_count}
    assert len(frame) == len(tables_of(frame))
    assert frame.attrs["n_pairs"] == sum(v[0] for v in expected.values())


@given(texts, st.integers(1, 4))
def test_a_pair_is_listed_once_where_both_sides_are_equal(texts, width):
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer("unicode"))
    once = tables_of(tokens.collocations(width, min_count=1))
    expected = oracle.tables(oracle.pairs([text.split() for text in texts], width, width))
    rank = {term: place for place, term in enumerate(tokens.vocabulary.terms)}
    assert once == {(a, b): v for (a, b), v in expected.items() if rank[a] <= rank[b]}


@given(texts, windows, st.integers(1, 3))
def test_a_matrix_has_the_counts_of_all_pairs(texts, window, min_count):
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer("unicode"))
    near = tokens.cooccurrence(window, min_count=min_count)
    expected = oracle.pairs([text.split() for text in texts], *window)
    rows, columns = near.csr.nonzero()
    found = zip(near.terms[rows], near.terms[columns], near.csr.data, strict=True)
    assert {(a, b): n for a, b, n in found} == {
        pair: n for pair, n in expected.items() if n >= min_count
    }
    assert near.shape == (len(tokens.vocabulary), len(tokens.vocabulary))
    if window[0] == window[1]:
        assert (near.csr != near.csr.T).nnz == 0


def test_bigrams_worked_by_hand():
    frame = bs.Corpus(NEWS).tokens().collocations(min_count=2, measures=["mi", "lambda", "dice"])
    assert list(zip(frame["node"], frame["collocate"], strict=True)) == [("wheat", "prices")]
    # prices of, of wheat, wheat fell, fell wheat, wheat prices, prices fell, fell again, he said,
    # said wheat, wheat prices, prices rose: 11.
    row = frame.iloc[0]
    assert tuple(row[CELLS]) == (2, 1, 0, 8)
    assert row["e11"] == 3 * 2 / 11
    assert row["mi"] == pytest.approx(math.log2(2 / (6 / 11)), rel=1e-12)
    assert row["dice"] == 4 / 5
    assert row["lambda"] == pytest.approx(math.log(2.5 * 8.5 / (1.5 * 0.5)), rel=1e-12)


def test_windows_do_not_leave_sentences_if_so_asked():
    tokens = bs.Corpus(NEWS).tokens()
    crossing = tables_of(tokens.collocations(min_count=1))
    within = tables_of(tokens.collocations(min_count=1, within="sentence"))
    assert set(crossing) - set(within) == {("fell", "wheat")}
    spans = ["prices of wheat fell", "wheat prices fell again", "he said wheat prices rose"]
    assert within == oracle.tables(oracle.pairs([span.split() for span in spans], 0, 1))


def test_sentences_are_found_where_some_tokens_do_not_count():
    tokens = bs.Corpus(NEWS).tokens(bs.Tokenizer(stopwords=["of", "again", "he", "said"]))
    found = tables_of(tokens.collocations(min_count=1, within="sentence"))
    spans = ["prices wheat fell", "wheat prices fell", "wheat prices rose"]
    assert found == oracle.tables(oracle.pairs([span.split() for span in spans], 0, 1))


def with_headlines(headlines, stories):
    frame = pd.DataFrame({"headline": headlines, "text": stories})
    return bs.Corpus.from_frame(frame, headline="headline")


def test_a_headline_of_a_column_of_its_own_is_a_sentence():
    headlines, stories = ["It rained. Wheat rose", None], ["Fell again.", "Corn prices fell."]
    tokens = with_headlines(headlines, stories).tokens()
    found = tables_of(tokens.collocations(min_count=1, within="sentence"))
    assert set(found) == {
        ("it", "rained"),
        ("rained", "wheat"),
        ("wheat", "rose"),
        ("fell", "again"),
        ("corn", "prices"),
        ("prices", "fell"),
    }
    near = tokens.cooccurrence(1, within="sentence")
    assert (near["rained", "wheat"], near["rose", "fell"]) == (1, 0)
    assert set(tables_of(tokens[1:].collocations(min_count=1, within="sentence"))) == {
        ("corn", "prices"),
        ("prices", "fell"),
    }
    (line,) = tokens.concordance("wheat", within="sentence")
    assert (line.left, line.right) == ("It rained. ", " rose")


def test_texts_whose_zones_come_from_elsewhere_keep_them_where_they_are_put_together():
    text = "Wheat falls\nPARIS, March 3 (Reuters) - It fell."
    corpora = [
        with_headlines(["It rained. Wheat fell"], ["PARIS, March 3 (Reuters) - It fell."]),
        bs.Corpus([text]),
        bs.Corpus([text], zones=None),
    ]
    parts = [corpus.tokens() for corpus in corpora]
    whole = bs.concat(parts, ignore_ids=True)
    nested = bs.concat([bs.concat(parts[:2], ignore_ids=True), parts[2]], ignore_ids=True)
    for tokens in (whole, nested, pickle.loads(pickle.dumps(nested))):
        for row, part in enumerate(parts):
            for term in part.vocabulary:
                expected = part.evidence(term, within="sentence").to_frame()
                found = tokens[[row]].evidence(term, within="sentence").to_frame()
                assert found[["left", "right"]].equals(expected[["left", "right"]])
    assert len({line.right for line in whole.evidence("march", within="sentence")}) == 2


def test_sentences_of_a_zone():
    corpus = bs.sample()[:20]
    tokens = corpus.tokens(zone="body")
    assert tokens.cooccurrence(2, within="sentence").csr.sum() < tokens.cooccurrence(2).csr.sum()


def test_measures_are_those_of_measures():
    frame = bs.sample().tokens().collocations((1, 3), min_count=8, measures="all")
    again = bs.measures.association(*(frame[cell] for cell in CELLS), measures="all")
    np.testing.assert_array_equal(frame[again.columns].to_numpy(), again.to_numpy())
    for key in ("measure", "variant", "source", "correction"):
        assert frame.attrs[key] == again.attrs[key]


def test_adjacent_pairs_are_the_bigrams_of_a_matrix():
    tokens = bs.sample().tokens()
    frame = tokens.collocations(min_count=10)
    totals = tokens.matrix(ngrams=(2, 2)).frequency()
    expected = totals[totals["count"] >= 10].set_index("term")["count"].to_dict()
    assert {f"{r.node} {r.collocate}": r.o11 for r in frame.itertuples()} == expected


def test_rows_are_in_the_order_of_the_first_measure():
    frame = bs.sample().tokens().collocations(measures=["mi", "dice"])
    assert frame["mi"].is_monotonic_decreasing
    ties = frame.groupby("mi", sort=False)["o11"]
    assert all(counts.is_monotonic_decreasing for _, counts in ties)


def test_is_the_same_for_any_number_of_threads():
    tokens = bs.sample().tokens()
    one = tokens.collocations(3, min_count=5, within="sentence", n_jobs=1)
    assert one.equals(tokens.collocations(3, min_count=5, within="sentence", n_jobs=3))


def test_a_node_is_looked_for_as_in_a_concordance():
    tokens = bs.Corpus(NEWS).tokens()
    frame = tokens.collocations(2, node=["PRICE*", "rose"], min_count=1)
    assert set(frame["node"]) == {"prices", "rose"}
    everything = tables_of(tokens.collocations(2, node="*?", min_count=1))
    assert tables_of(frame) == {k: v for k, v in everything.items() if k[0] in ("prices", "rose")}
    assert frame.attrs["node"] == ["PRICE*", "rose"]
    assert tokens.collocations(node="unseen", min_count=1).empty


def test_nothing_has_no_collocations():
    for texts in ([], [""], ["one"]):
        tokens = bs.Corpus(texts).tokens()
        frame = tokens.collocations(min_count=1)
        assert frame.empty
        assert "log_dice" in frame
        assert tokens.cooccurrence().csr.nnz == 0


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"window": 0}, ValueError, "window must reach to one side at least, not be 0"),
        ({"window": (1, 2, 3)}, ValueError, "window must be a number or two, left and right"),
        ({"window": -1}, ValueError, "window must not be negative, not -1"),
        ({"window": 1.5}, TypeError, "window"),
        ({"within": "page"}, ValueError, "within must be one of"),
        ({"min_count": 0}, ValueError, "min_count must be at least 1, not 0"),
    ],
)
def test_says_what_is_wrong(options, error, message):
    tokens = bs.Corpus(NEWS).tokens()
    for ask in (tokens.collocations, tokens.cooccurrence):
        with pytest.raises(error, match=message):
            ask(**options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"measures": "log_dise"}, "no measure 'log_dise'; did you mean 'log_dice'"),
        ({"node": "wheat prices"}, "node must be of single words, not 'wheat prices'"),
        ({"node": "*"}, r"query must hold a word beside '\*'"),
    ],
)
def test_collocations_say_what_is_wrong(options, message):
    with pytest.raises(ValueError, match=message):
        bs.Corpus(NEWS).tokens().collocations(**options)
