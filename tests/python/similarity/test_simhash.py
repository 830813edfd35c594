"""SimHash against dense cosines: estimates, pairs, recall, and what must not be mixed."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from term_matrices import random_counts

import broadsheet as bs
from broadsheet.similarity import SimHash
from broadsheet.terms import TermMatrix

small_counts = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 3), min_size=width, max_size=width), min_size=1, max_size=10
    )
)


def matrix_of(rows, **options):
    return TermMatrix(np.array(rows), [f"t{column}" for column in range(len(rows[0]))], **options)


def dense_cosines(rows):
    rows = np.asarray(rows, dtype=float)
    lengths = np.sqrt((rows**2).sum(axis=1))
    products = rows @ rows.T
    scale = np.outer(lengths, lengths)
    return np.divide(products, scale, out=np.zeros_like(products), where=scale > 0)


def all_pairs(rows, min_similarity):
    """Every two rows that are similar enough, by a matrix of all."""
    cosines = dense_cosines(rows)
    left, right = np.nonzero(np.triu(cosines > min_similarity - 1e-9, 1))
    return [(int(i), int(j), cosines[i, j]) for i, j in zip(left, right, strict=True)]


def listed(frame):
    return list(zip(frame["left"], frame["right"], frame["score"], strict=True))


def noisy_rows(n_groups, seed):
    """Groups of three rows of 60 columns, each turned away from the first one by some angle."""
    random = np.random.default_rng(seed)
    rows = []
    for _ in range(n_groups):
        root = random.exponential(size=60)
        rows += [np.abs(root + random.normal(scale=scale, size=60)) for scale in (0, 0.2, 0.4)]
    return np.array(rows)


@given(small_counts, st.sampled_from([0.3, 0.75, 0.9]))
@settings(max_examples=100, deadline=None)
def test_at_the_greatest_distance_all_pairs_are_found(rows, min_similarity):
    found = matrix_of(rows).simhash(n_jobs=1).pairs(min_similarity, distance=64, n_jobs=1)
    expected = all_pairs(rows, min_similarity)
    assert [pair[:2] for pair in listed(found)] == [pair[:2] for pair in expected]
    assert found["score"].tolist() == pytest.approx([score for _, _, score in expected])


@given(small_counts, st.sampled_from([0, 3, 10]))
@settings(max_examples=50, deadline=None)
def test_verified_pairs_are_true_at_any_distance(rows, distance):
    true = {pair[:2] for pair in all_pairs(rows, 0.5)}
    found = matrix_of(rows).simhash(n_jobs=1).pairs(0.5, distance=distance, n_jobs=1)
    assert {(i, j) for i, j, _ in listed(found)} <= true


def test_recall_is_what_was_foretold():
    rows = noisy_rows(400, 1)
    sketches = matrix_of(rows).simhash(seed=2)
    true = [pair for pair in all_pairs(rows, 0.9) if pair[0] // 3 == pair[1] // 3]
    for distance in (5, 10, 14):
        found = {(i, j) for i, j, _ in listed(sketches.pairs(0.9, distance=distance))}
        expected = np.array([sketches.recall(score, distance=distance) for _, _, score in true])
        n_found = sum((i, j) in found for i, j, _ in true)
        deviation = np.sqrt((expected * (1 - expected)).sum())
        # Bits share the weights of a row, and pairs share rows.
        assert abs(n_found - expected.sum()) < 4 * 2 * deviation + 1


def test_curve_of_the_recall_is_told_before_and_with_the_pairs():
    sketches = matrix_of([[1, 2], [1, 2]]).simhash()
    curve = sketches.recall_curve(0.9)
    pairs = sketches.pairs(0.9)
    expected = [sketches.recall(s, distance=14) for s in curve["similarity"]]
    assert curve["recall"].tolist() == expected
    assert pairs.attrs["recall_curve"] == dict(
        zip(curve["similarity"], curve["recall"], strict=True)
    )
    assert sketches.recall_curve(0.9, distance=3).attrs["distance"] == 3


def test_html_tells_the_recall():
    html = matrix_of([[1, 2], [1, 2]]).weight("tfidf").simhash()._repr_html_()
    assert "50 bits or more" in html  # Of pairs of 0.9.
    assert "96.5%" in html
    assert "tfidf" in html


def test_estimates_are_near():
    rows = noisy_rows(5, 3)
    true = np.arccos(np.clip(dense_cosines(rows), -1, 1))
    errors = []
    for seed in range(100):
        found = matrix_of(rows).simhash(seed=seed).pairs(0.01, distance=64, verify=False)
        assert not found.attrs["verified"]
        errors += [np.arccos(score) - true[i, j] for i, j, score in listed(found)]
    assert len(errors) > 0.99 * 100 * 105  # Estimates below 0.01 are left out.
    assert abs(np.mean(errors)) < 0.02
    assert np.sqrt(np.mean(np.square(errors))) < np.pi * np.sqrt(0.25 / 64)


def test_scores_are_those_of_pairs():
    w = random_counts(4).weight("tfidf")
    exact = w.pairs(0.3).to_frame()
    found = w.simhash().pairs(0.3, distance=64)
    assert found.equals(exact[found.columns])
    single = random_counts(4).weight("tfidf", dtype=np.float32)
    assert single.simhash().pairs(0.3, distance=64)["score"].tolist() == pytest.approx(
        exact["score"].tolist(), rel=1e-6
    )


def test_depends_on_terms_and_not_on_columns():
    one = TermMatrix([[3, 1, 0]], ["nato", "summit", "wheat"])
    other = TermMatrix([[1, 3]], ["summit", "nato"])
    assert one.simhash().values.tolist() == other.simhash().values.tolist()
    assert one.simhash(seed=1).values.tolist() != one.simhash().values.tolist()


def test_bytes_do_not_change_between_versions():
    m = TermMatrix([[3, 1, 0], [0, 1, 2]], ["nato", "summit", "wheat"])
    assert [f"{bits:x}" for bits in m.simhash().values.tolist()] == [
        "6f95479339280a89",
        "9dc5517a33ef42c",
    ]


def test_any_number_of_threads_gives_the_same_bytes():
    m = matrix_of(noisy_rows(200, 5))
    one, three = m.simhash(n_jobs=1), m.simhash(n_jobs=3)
    assert one.values.tobytes() == three.values.tobytes()
    for distance in (3, 20):
        single = one.pairs(0.5, distance=distance, n_jobs=1)
        assert single.equals(three.pairs(0.5, distance=distance, n_jobs=3))


def test_texts_without_terms_are_in_no_pair():
    sketches = matrix_of([[0, 0], [1, 1], [0, 0], [1, 1]]).simhash()
    assert sketches.values[[0, 2]].tolist() == [0, 0]
    assert listed(sketches.pairs(0.1, distance=64)) == [(1, 3, 1.0)]
    assert len(matrix_of([[1, 1]])[:0].simhash().pairs(0.5)) == 0


def test_groups_are_what_pairs_lead_to():
    rows = [[9, 0, 0], [8, 3, 0], [5, 6, 0], [0, 0, 1], [9, 0, 0]]
    groups = matrix_of(rows).simhash().copy_groups(0.8, distance=64)
    assert groups.first.tolist() == [0, 0, 0, 3, 0]
    assert groups.attrs["distance"] == 64
    assert matrix_of(rows).simhash().copy_groups(1.0).first.tolist() == [0, 1, 2, 3, 0]


def test_table_says_what_was_asked():
    m = matrix_of([[1, 2], [1, 2]], ids=["a", "b"])
    frame = m.weight("tfidf").simhash().pairs(0.95)
    assert frame["left_id"].tolist() == ["a"]
    assert frame["right_id"].tolist() == ["b"]
    told = {name: frame.attrs[name] for name in ("algorithm", "version", "n_bits", "weighting")}
    assert told == {"algorithm": "simhash", "version": 1, "n_bits": 64, "weighting": "tfidf"}
    assert (frame.attrs["min_similarity"], frame.attrs["distance"]) == (0.95, 11)
    assert 0.95 <= frame.attrs["recall"] < 1


def test_concatenated_are_those_of_all_texts_at_once():
    corpus = bs.Corpus(["wheat rose today", "oats fell", "today wheat rose", "oats fell"])
    whole = corpus.tokens().matrix().simhash()
    parts = [part.tokens().matrix().simhash() for part in (corpus[:1], corpus[1:3], corpus[3:])]
    for joined in (
        bs.concat(parts, ignore_ids=True),
        parts[0].merge(parts[1], ignore_ids=True).merge(parts[2], ignore_ids=True),
    ):
        assert isinstance(joined, SimHash)
        assert joined.values.tolist() == whole.values.tolist()
        assert listed(joined.pairs(0.5)) == listed(whole.pairs(0.5)) == [(0, 2, 1.0), (1, 3, 1.0)]


def test_sketches_of_other_settings_are_not_mixed():
    corpus = bs.Corpus(["Wheat rose.", "Rain fell.", "Rain."])
    m = corpus.tokens().matrix()
    one, w = m.simhash(), m.weight("tfidf")
    other_idf = m[:2].weight("tfidf")
    for left, right, message in [
        (one, m.simhash(seed=2), "seed is 0 in part 0 and 2 in part 1"),
        (one, w.simhash(), "weighting is 'counts' in part 0 and 'tfidf' in part 1"),
        (w.simhash(), other_idf.simhash(), "weighting_digest is '"),
        (one, corpus.tokens().matrix((1, 2)).simhash(), r"ngrams is \(1, 1\) in part 0"),
        (one, corpus.tokens().minhash(), "algorithm is 'simhash' in part 0 and 'minhash' in"),
    ]:
        with pytest.raises(ValueError, match=f"parts must be sketched alike: {message}"):
            left.merge(right, ignore_ids=True)
    transformed = w.transform(m[:1]).simhash()
    assert len(w.simhash().merge(transformed, ignore_ids=True)) == 4
    with pytest.raises(TypeError, match="other must be Sketches, not TermMatrix"):
        one.merge(m)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"min_similarity": 0}, ValueError, r"min_similarity must lie in \(0, 1\], not 0"),
        ({"min_recall": 1}, ValueError, r"min_recall must lie in \(0, 1\), not 1"),
        ({"distance": 65}, ValueError, r"distance must lie in \[0, 64\], not 65"),
        ({"distance": 1.5}, TypeError, "distance must be a whole number, not float"),
        ({"verify": 1}, TypeError, "verify must be True or False, not 1"),
        ({"max_pairs": 2}, ValueError, "there are more than max_pairs = 2 candidates"),
    ],
)
def test_pairs_refuse(options, error, message):
    sketches = matrix_of([[1, 2]] * 3).simhash()
    with pytest.raises(error, match=message):
        sketches.pairs(**{"min_similarity": 0.5} | options)


def test_simhash_refuses():
    m = matrix_of([[1, 2]])
    with pytest.raises(ValueError, match=r"seed must be below 2\*\*64"):
        m.simhash(seed=2**64)
    with pytest.raises(ValueError, match=r"cosine must lie in \[-1, 1\], not 2"):
        m.simhash().recall(2, distance=3)


def test_progress_is_of_texts():
    calls = []

    def tell(*call):
        calls.append(call)

    sketches = matrix_of([[1, 2]] * 3).simhash(progress=tell)
    assert calls[-1] == (3, 3)
    sketches.pairs(0.9, progress=tell)
    assert calls[-1] == (3, 3)


def test_pickles_whole_and_stays_read_only():
    sketches = pickle.loads(pickle.dumps(matrix_of([[1, 2], [1, 2]]).simhash()))
    assert not sketches.values.flags.writeable
    assert listed(sketches.pairs(0.8)) == [(0, 1, 1.0)]
