"""BM25 as a similarity of counts to weighed documents."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs
from broadsheet.terms import TermMatrix


@pytest.fixture(scope="module")
def counts():
    return bs.sample().tokens(bs.Tokenizer("news")).matrix(min_df=2)


def expected_scores(queries, weights):
    return queries.csr.toarray() @ weights.csr.toarray().T


def test_is_worked_by_hand():
    # N = 2, mean length 3; idf of "nato" ln(1 + 1.5 / 1.5), of "the" ln(1 + 0.5 / 2.5).
    counts = TermMatrix([[2, 1], [0, 3]], ["nato", "the"])
    found = counts.similar(k=1, measure="bm25", to=counts)
    nato = np.log(2) * 2 / (2 + 1.2)
    the = np.log(1.2) * np.array([1 / (1 + 1.2), 3 / (3 + 1.2)])
    assert found.scores[0, 0] == pytest.approx(2 * nato + the[0])
    assert found.indices.ravel().tolist() == [0, 1]
    assert found.scores[1, 0] == pytest.approx(3 * the[1])


@pytest.mark.parametrize("variant", ["lucene", "robertson", "atire", "bm25l", "bm25+"])
def test_is_the_product_of_counts_and_weights(counts, variant):
    weights = counts.weight("bm25", variant=variant)
    scores = expected_scores(counts, weights)
    found = counts.similar(k=8, measure="bm25", to=weights)
    wanted = np.maximum(-np.sort(-scores, axis=1)[:, :8], 0)
    np.testing.assert_allclose(found.scores, wanted, rtol=1e-12)
    assert found.to_frame().attrs["variant"] == variant
    assert "BM25" in found.to_frame().attrs["source"] or found.to_frame().attrs["source"]


def test_leaves_out_the_row_itself_and_is_not_symmetric(counts):
    scores = expected_scores(counts, counts.weight("bm25"))
    np.fill_diagonal(scores, 0)
    found = counts.similar(k=5, measure="bm25")
    np.testing.assert_allclose(found.scores, -np.sort(-scores, axis=1)[:, :5], rtol=1e-12)
    assert found.is_within
    pairs = counts.pairs(20, "bm25").to_scipy().toarray()
    np.testing.assert_allclose(pairs, np.where(scores >= 20, scores, 0), rtol=1e-12)


def test_is_explained_by_both_weights(counts):
    weights = counts.weight("bm25")
    found = counts.similar(k=1, measure="bm25")
    j = int(found.indices[0, 0])
    for why in (found.why(0), counts.why(0, j, measure="bm25")):
        assert why["contribution"].sum() == pytest.approx(found.scores[0, 0])
        term = why["term"][0]
        assert why["weight_left"][0] == counts[0, term]
        assert why["weight_right"][0] == weights[j, term]
        assert why["contribution"][0] == counts[0, term] * weights[j, term]


def test_reasons_are_those_of_all_documents_weighed(counts):
    weights = counts.weight("bm25")
    for j in range(0, len(counts), 7):
        row = counts._bm25_row(j)
        assert row.csr.toarray().tobytes() == weights[[j]].csr.toarray().tobytes()
        assert row.ids.tolist() == weights.ids[[j]].tolist()
        why, expected = (
            counts.why(3, j, measure="bm25", to=documents) for documents in (None, weights)
        )
        pd.testing.assert_frame_equal(why, expected, check_exact=True)
        assert why.attrs == expected.attrs


def test_says_what_it_needs(counts):
    with pytest.raises(
        ValueError, match=r"needs counts as queries, and these are weights \(bm25\)"
    ):
        counts.weight("bm25").similar(measure="bm25")
    with pytest.raises(ValueError, match="needs documents weighed by 'bm25', not by 'tfidf'"):
        counts.similar(measure="bm25", to=counts.weight("tfidf"))
    with pytest.raises(TypeError, match="needs candidates to be a TermMatrix, not csr_array"):
        counts.similar(measure="bm25", to=counts.csr)
