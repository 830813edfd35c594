"""Articles by their similarities to a background, against the definition in dense NumPy."""

import pickle

import numpy as np
import pytest
from scipy import sparse

import broadsheet as bs
from broadsheet.similarity import semantic_profile
from broadsheet.terms import TermMatrix


def random_rows(n_rows, seed):
    rng = np.random.default_rng(seed)
    rows = rng.random((n_rows, 40)) * (rng.random((n_rows, 40)) < 0.15)
    rows[0] = 0
    return rows


def cosines(left, right):
    lengths = np.linalg.norm(left, axis=1)[:, None] * np.linalg.norm(right, axis=1)
    return np.divide(left @ right.T, lengths, out=np.zeros(lengths.shape), where=lengths > 0)


def test_values_worked_by_hand():
    # Each article shares a term with the first of the background: 1 / sqrt(2).
    profile = semantic_profile([[1.0, 0, 0], [0, 1, 0]], [[1.0, 1, 0], [0, 0, 1]])
    np.testing.assert_allclose(profile.csr.toarray(), [[0.5**0.5, 0], [0.5**0.5, 0]])
    assert profile.similar(k=1).scores.ravel().tolist() == pytest.approx([1, 1])


@pytest.mark.parametrize("direct", [0, 0.7])
@pytest.mark.parametrize("k", [None, 3])
def test_is_its_definition(direct, k):
    rows, background = random_rows(30, 1), random_rows(50, 2)
    profile = semantic_profile(
        sparse.csr_array(rows), sparse.csr_array(background), min_similarity=0.2, k=k, direct=direct
    )
    expected = cosines(rows, background)
    expected[expected < 0.2] = 0
    if k is not None:
        for row in expected:
            row[np.argsort(-row, kind="stable")[k:]] = 0
    np.testing.assert_allclose(profile.csr.toarray(), expected, atol=1e-12)
    similarity = (1 - direct) * cosines(expected, expected) + direct * cosines(rows, rows)
    found = profile.similar(k=29).to_scipy().toarray()
    np.fill_diagonal(similarity, 0)
    np.testing.assert_allclose(found, similarity, atol=1e-12)
    pairs = profile.pairs(0.3).to_scipy().toarray()
    np.testing.assert_allclose(pairs, np.triu(np.where(similarity >= 0.3, similarity, 0), 1))


def test_an_article_is_like_itself_if_it_is_of_the_background():
    m = bs.sample().tokens().matrix(min_df=2).weight("tfidf")[:50]
    profile = m.semantic_profile(m, min_similarity=0.1)
    np.testing.assert_allclose(profile.csr.diagonal(), 1)
    np.testing.assert_array_equal(profile.background_ids, m.ids)


def test_why_adds_up_and_names_both_ways():
    m = bs.sample().tokens().matrix(min_df=2).weight("tfidf")
    profile = m[:40].semantic_profile(m[40:], direct=0.5)
    found = profile.similar(k=1)
    why = profile.why(3, int(found.indices[3, 0]))
    assert why["contribution"].sum() == pytest.approx(found.scores[3, 0])
    assert why["term"].str.startswith("background ").any()
    assert set(why["term"]) & set(m.terms)
    assert "Gabrilovich" in profile.attrs["source"]


def test_profiles_of_one_background_are_compared():
    rows, background = random_rows(30, 1), sparse.csr_array(random_rows(50, 2))
    one = semantic_profile(sparse.csr_array(rows[:20]), background)
    other = semantic_profile(sparse.csr_array(rows[20:]), background)
    whole = semantic_profile(sparse.csr_array(rows), background)
    found = one.similar(k=1, to=other)
    for row in range(1, 20):
        theirs = whole.similar(k=29).to_scipy().toarray()[row, 20:]
        assert found.scores[row, 0] == pytest.approx(theirs.max())
    different = semantic_profile(sparse.csr_array(rows), sparse.csr_array(random_rows(49, 2)))
    with pytest.raises(ValueError, match="the same terms"):
        one.similar(to=different)


def test_is_shown_pickled_and_the_same_for_any_number_of_threads():
    rows, background = sparse.csr_array(random_rows(30, 1)), sparse.csr_array(random_rows(50, 2))
    one = semantic_profile(rows, background, n_jobs=1)
    assert repr(one).startswith("SemanticProfile(30 articles by 50 of the background, ")
    for other in (pickle.loads(pickle.dumps(one)), semantic_profile(rows, background, n_jobs=8)):
        assert other.csr.data.tobytes() == one.csr.data.tobytes()
        assert other.similar(k=2).scores.tobytes() == one.similar(k=2).scores.tobytes()


def test_refuses_what_it_cannot_do():
    rows = np.eye(3)
    with pytest.raises(ValueError, match="direct must be from 0 to below 1, not 1"):
        semantic_profile(rows, rows, direct=1)
    with pytest.raises(ValueError, match="min_similarity must be finite and not negative"):
        semantic_profile(rows, rows, min_similarity=-1)
    one, other = TermMatrix([[1]], ["nato"]), TermMatrix([[1]], ["wheat"])
    with pytest.raises(ValueError, match="term 0 is 'nato' in one and 'wheat' in the other"):
        one.semantic_profile(other)
