"""The passages behind a term and behind a pair."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from oracle import collocations as oracle

texts = st.lists(
    st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join), min_size=1, max_size=5
)
windows = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(any)


def tokens_of(*texts):
    return bs.Corpus(list(texts), zones=None).tokens(bs.Tokenizer("unicode"))


def test_a_pair_worked_by_hand():
    tokens = tokens_of("wheat prices in Chicago fell. Corn rose.", "fell wheat", "prices")
    lines = tokens.evidence("wheat", 1, collocate="fell", span=5)
    assert lines.to_frame()[
        ["row", "position", "start", "end", "left", "node", "right"]
    ].to_numpy().tolist() == [
        [0, 0, 0, 28, "", "wheat prices in Chicago fell", ". Corn"],
        [1, 0, 0, 10, "", "fell wheat", ""],
    ]
    assert lines[0].query == "wheat … fell"
    assert lines.attrs["span"] == [5, 5]
    assert [line.row for line in tokens.evidence("wheat", collocate="fell", span=(0, 5))] == [0]
    assert len(tokens.evidence("wheat", collocate="fell", span=3)) == 1
    assert [line.node for line in tokens.evidence("wheat", collocate="prices")] == ["wheat prices"]
    assert len(tokens.evidence("prices", collocate="wheat")) == 0


@given(texts, windows, st.sampled_from([1, 2]))
def test_lines_are_as_many_as_a_table_counts(texts, window, n_jobs):
    tokens = tokens_of(*texts)
    counted = oracle.pairs([text.split() for text in texts], *window)
    for (node, collocate), n in counted.items():
        lines = tokens.evidence(node, collocate=collocate, span=window, n_jobs=n_jobs)
        spans = set(zip(lines.documents, lines.positions, lines.lengths, strict=True))
        assert len(spans) == len(lines)
        if node != collocate:
            assert len(lines) == n
        for line in lines:
            words = line.node.split()
            assert {words[0], words[-1]} == {node, collocate}
            reach = [window[0], window[1]][words[0] == node]
            assert len(words) - 1 <= (max(window) if node == collocate else reach)


@given(texts, st.integers(1, 4))
def test_a_term_beside_itself_has_a_line_for_each_two_places(texts, width):
    tokens = tokens_of(*texts)
    for term in tokens.vocabulary:
        both = oracle.pairs([text.split() for text in texts], width, width)
        assert 2 * len(tokens.evidence(term, collocate=term, span=width)) == both[term, term]


def test_pairs_of_a_table_lead_to_their_passages():
    tokens = bs.sample().tokens()
    for window, within in ((4, "sentence"), ((0, 2), "document")):
        pairs = tokens.collocations(window, within=within, min_count=8).head(12)
        together = tokens.evidence(
            pairs["node"], collocate=pairs["collocate"], span=pairs.attrs["window"], within=within
        )
        counts = np.bincount(together.query_numbers, minlength=len(pairs))
        for number, row in enumerate(pairs.itertuples()):
            alone = tokens.evidence(row.node, collocate=row.collocate, span=window, within=within)
            assert len(alone) == row.o11
            assert counts[number] <= row.o11
        assert counts.sum() == len(together) > 100


def test_cells_of_a_matrix_lead_to_their_passages():
    tokens = bs.sample().tokens()
    near = tokens.cooccurrence(5)
    for node, collocate in (("energy", "bill"), ("health", "care"), ("senator", "the")):
        assert len(tokens.evidence(node, collocate=collocate, span=5)) == near[node, collocate]
        assert near[node, collocate] > 3


def test_passages_of_a_sentence_do_not_leave_it():
    corpus = bs.sample()
    lines = corpus.tokens().evidence("the", collocate="senate", span=9, within="sentence")
    for line in lines[::7]:
        inside = [s for s in corpus[line.row].sentences if s.start <= line.start]
        assert not inside or line.end <= inside[-1].end or line.start >= inside[-1].end


def test_lines_of_pairs_are_sorted_counted_and_chosen_as_any():
    tokens = tokens_of("b x a y", "a b", "a x x b z")
    lines = tokens.evidence("a", collocate="b", span=3)
    assert [line.node for line in lines.sort("R1")] == ["a b", "b x a", "a x x b"]
    assert [line.node for line in lines.sort("node")] == ["a b", "a x x b", "b x a"]
    assert lines.counts("node")["node"].tolist() == ["b x a", "a b", "a x x b"]
    assert lines.counts("query")["count"].tolist() == [3]
    assert lines[1:].lengths.tolist() == [2, 4]
    assert pickle.loads(pickle.dumps(lines)).to_frame().equals(lines.to_frame())


def test_a_long_node_is_shown_with_both_its_ends():
    tokens = tokens_of("wheat " + "x " * 200 + "prices")
    lines = tokens.evidence("wheat", collocate="prices", span=300)
    assert "wheat x x x x x…x x x x x prices" in lines.to_text(width=16)
    assert "prices</bdi>" in lines._repr_html_()


def test_what_does_not_make_a_pair_is_refused():
    tokens = tokens_of("wheat prices fell", "corn fell")
    with pytest.raises(ValueError, match="span must come with a collocate"):
        tokens.evidence("wheat", span=3)
    with pytest.raises(ValueError, match="a pair must be of single terms, not 'wheat prices'"):
        tokens.evidence("wheat prices", collocate="fell")
    with pytest.raises(KeyError, match="the tokens have no term 'rice'"):
        tokens.evidence("wheat", collocate="rice")
    with pytest.raises(TypeError, match="term must be a str, not int"):
        tokens.evidence("wheat", collocate=3)
    with pytest.raises(ValueError, match="collocates must be one a term: 2 terms have 3"):
        tokens.evidence(["wheat", "corn"], collocate=["fell"] * 3)
    with pytest.raises(ValueError, match="span must reach to one side at least, not be 0"):
        tokens.evidence("wheat", collocate="fell", span=0)
    with pytest.raises(ValueError, match="span must not be negative, not -1"):
        tokens.evidence("wheat", collocate="fell", span=(-1, 2))
    with pytest.raises(ValueError, match="span must be a number or two, left and right"):
        tokens.evidence("wheat", collocate="fell", span=(1, 2, 3))
    with pytest.raises(ValueError, match="within must be one of"):
        tokens.evidence("wheat", collocate="fell", within="paragraph")
    both = tokens.evidence(["wheat", "corn"], collocate="fell", span=2)
    assert [line.query for line in both] == ["wheat … fell", "corn … fell"]
