"""Contributions against numbers worked by hand, and their properties."""

from types import SimpleNamespace

import numpy as np
import pytest
from scipy import sparse

from broadsheet.similarity import explain, find_neighbors
from oracle.neighbors import similarity


@pytest.fixture
def labelled():
    return SimpleNamespace(
        csr=sparse.csr_array([[3.0, 0, 4, 0], [2, 1, 2, 0], [0, 0, 0, 1]]),
        ids=np.array(["a", "b", "c"], dtype=object),
        terms=np.array(["nato", "bank", "oil", "vote"], dtype=object),
    )


def test_contributions_worked_by_hand(labelled):
    why = explain(labelled, "a", None, 1)
    assert why.columns.tolist() == ["term", "weight_left", "weight_right", "contribution", "share"]
    assert why["term"].tolist() == ["oil", "nato"]
    assert why["weight_left"].tolist() == [4, 3]
    np.testing.assert_allclose(why["contribution"], [8 / 15, 6 / 15])
    np.testing.assert_allclose(why["share"], [8 / 14, 6 / 14])
    assert why.attrs == {
        "measure": "cosine",
        "score": pytest.approx(14 / 15),
        "left": "a",
        "right": "b",
    }


def test_rows_without_a_shared_term_have_an_empty_table(labelled):
    why = explain(labelled, "a", None, "c")
    assert len(why) == 0
    assert why.attrs["score"] == 0


@pytest.mark.parametrize("measure", ["cosine", "dot"])
def test_contributions_sum_to_the_score_and_are_symmetric(measure):
    rng = np.random.default_rng(3)
    dense = np.where(rng.random((20, 30)) < 0.4, rng.normal(size=(20, 30)), 0)
    rows = sparse.csr_array(dense)
    scores = find_neighbors(rows, k=20, measure=measure).to_scipy().toarray()
    for i, j in np.ndindex(20, 20):
        why, back = explain(rows, i, None, j, measure), explain(rows, j, None, i, measure)
        assert why["contribution"].sum() == pytest.approx(why.attrs["score"], abs=1e-12)
        assert why["contribution"].is_monotonic_decreasing
        assert why["term"].tolist() == back["term"].tolist()
        assert why.attrs["score"] == back.attrs["score"]
        assert why.attrs["score"] == pytest.approx(
            similarity(dense[i].tolist(), dense[j].tolist(), measure), abs=1e-12
        )
        if scores[i, j]:
            assert why.attrs["score"] == scores[i, j]


def test_neighbors_explain_themselves(labelled):
    other = SimpleNamespace(**vars(labelled))
    other.ids = np.array(["x", "y", "z"], dtype=object)
    neighbors = find_neighbors(labelled, other, k=3)
    why = neighbors.why("a", rank=2)
    assert (why.attrs["left"], why.attrs["right"]) == ("a", "y")
    assert why.attrs["score"] == neighbors["a"]["score"][1]


def test_says_what_is_wrong(labelled):
    with pytest.raises(KeyError, match="no row has the id 'z'"):
        explain(labelled, "z", None, 0)
    with pytest.raises(IndexError, match="j must be a row from 0 to 2, not 9"):
        explain(labelled, 0, None, 9)
    with pytest.raises(TypeError, match="i must be a row number or an id, not float"):
        explain(labelled, 0.5, None, 0)
    with pytest.raises(ValueError, match="measure must be one of"):
        explain(labelled, 0, None, 0, "euclid")
    with pytest.raises(ValueError, match="must have the same terms, not 4 and 2"):
        explain(labelled, 0, np.ones((1, 2)), 0)
