"""Phrases of several words."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import broadsheet as bs
from oracle import collocations as oracle

texts = st.lists(
    st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join), min_size=1, max_size=5
)


@given(texts, st.integers(2, 5), st.integers(1, 3), st.sampled_from([1, 2]))
def test_agrees_with_comparing_each_phrase_to_each_sequence(texts, size, min_count, n_jobs):
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer("unicode"))
    frame = tokens.phrases(size, min_count=min_count, n_jobs=n_jobs)
    expected = {
        " ".join(phrase): counts
        for phrase, counts in oracle.phrases([text.split() for text in texts], size).items()
        if counts["1" * size] >= min_count
    }
    assert set(frame["term"]) == set(expected)
    assert len(frame) == len(expected)
    for row in frame.to_dict("records"):
        counts = expected[row["term"]]
        assert row["count"] == counts["1" * size]
        assert all(
            row[f"n_{cell:0{size}b}"] == counts[f"{cell:0{size}b}"] for cell in range(2**size - 1)
        )
        wanted = oracle.interaction(counts, size)
        assert (row["lambda"], row["lambda_z"]) == pytest.approx(wanted, rel=1e-9, abs=1e-12)


def test_lambda_is_that_of_quanteda():
    # quanteda.textstats, tests/testthat/test-textstat_collocations.R. Its pairs end at the mark.
    texts = ["I like good ice cream.", "Me too! I like good ice cream.", ""]
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer("unicode"))
    found = tokens.phrases(2, min_count=2, within="sentence")
    assert set(found["term"]) == {"i like", "like good", "good ice", "ice cream"}
    for name, printed in {"lambda": 4.317488, "lambda_z": 2.027787}.items():
        np.testing.assert_allclose(found[name], printed, rtol=0, atol=5e-7)


@pytest.mark.parametrize("size", [2, 3, 4])
def test_lambda_is_the_last_term_of_the_saturated_model(size):
    # Blaheta and Johnson 2001: a log-linear model of the cells, 1/2 added to each. As quanteda's
    # tests fit it by glm; with as many terms as cells it is a system of equations.
    cells = np.array(list(product([0, 1], repeat=size)))
    design = np.array([[cell[term == 1].all() for term in cells] for cell in cells], dtype=float)
    frame = bs.sample().tokens().phrases(size, min_count=4)
    for row in frame[:50].to_dict("records"):
        names = ["n_" + "".join(map(str, cell)) for cell in cells[:-1]]
        counts = np.array([*(row[name] for name in names), row["count"]]) + 0.5
        fitted = np.linalg.solve(design, np.log(counts))[-1]
        error = np.sqrt(np.linalg.inv(design.T @ np.diag(counts) @ design)[-1, -1])
        assert row["lambda"] == pytest.approx(fitted, rel=1e-9)
        assert row["lambda_z"] == pytest.approx(fitted / error, rel=1e-6)


def test_pairs_are_the_adjacent_collocations():
    tokens = bs.sample().tokens()
    pairs = tokens.collocations(measures=["lambda_z", "lambda"], within="sentence")
    found = tokens.phrases(2, within="sentence").set_index("term")
    found = found.loc[pairs["node"] + " " + pairs["collocate"]]
    assert len(found) == len(pairs)
    for name, cell in {"count": "o11", "n_10": "o12", "n_01": "o21", "n_00": "o22"}.items():
        np.testing.assert_array_equal(found[name], pairs[cell])
    for name in ("lambda", "lambda_z"):
        np.testing.assert_allclose(found[name], pairs[name], rtol=1e-12, atol=1e-12)


def test_rows_are_in_descending_order_of_z_and_lead_to_their_evidence():
    tokens = bs.sample().tokens()
    frame = tokens.phrases(3, min_count=5, n_jobs=1)
    assert frame["lambda_z"].is_monotonic_decreasing
    assert all(
        len(tokens.evidence(term)) == count
        for term, count in zip(frame["term"][:20], frame["count"][:20], strict=True)
    )
    assert frame.equals(tokens.phrases(3, min_count=5, n_jobs=3))
    assert frame.attrs["variant"]["lambda"] == "all subtuples"
    assert frame.attrs["within"] == "document"


def test_nothing_has_no_phrases():
    for texts in ([], [""], ["one two"]):
        assert bs.Corpus(texts).tokens().phrases(min_count=1).empty


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"size": 1}, "size must be from 2 to 5, not 1"),
        ({"size": 6}, "size must be from 2 to 5, not 6"),
        ({"min_count": 0}, "min_count must be at least 1, not 0"),
        ({"within": "page"}, "within must be one of"),
    ],
)
def test_says_what_is_wrong(options, message):
    with pytest.raises(ValueError, match=message):
        bs.Corpus(["a b c"]).tokens().phrases(**options)
