"""Sketches against sets of words: their estimates, pairs, recall, and what must not be mixed."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import broadsheet as bs
from broadsheet.similarity import MinHash

WORDS = ["wheat", "corn", "oats", "rose", "fell", "today"]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), max_size=12)


def shingles(text, width):
    words = text.split()
    if 0 < len(words) < width:
        return {tuple(words)}
    return {tuple(words[i : i + width]) for i in range(len(words) - width + 1)}


def jaccard(one, other):
    united = one | other
    return len(one & other) / len(united) if united else 0.0


def all_pairs(texts, width, min_similarity):
    """Every two texts that are similar enough, by their sets of tuples of words."""
    sets = [shingles(text, width) for text in texts]
    scored = (
        (i, j, jaccard(sets[i], sets[j])) for i in range(len(sets)) for j in range(i + 1, len(sets))
    )
    return [(i, j, score) for i, j, score in scored if score >= min_similarity]


def listed(frame):
    columns = (frame["left"].tolist(), frame["right"].tolist(), frame["score"].tolist())
    return list(zip(*columns, strict=True))


def sketch(texts, **options):
    return bs.Corpus(texts).tokens(n_jobs=1).minhash(n_jobs=1, **options)


def variants(n, random):
    """A text of 120 words, and copies of it, each with some words changed."""
    words = [f"w{number}" for number in random.integers(0, 5000, 120)]
    copies = []
    for copy in range(n):
        changed = list(words)
        for place in random.choice(120, size=copy % 5, replace=False):
            changed[place] = f"x{copy}_{place}"
        copies.append(" ".join(changed))
    return copies


@given(texts, st.integers(1, 4), st.sampled_from([0.25, 0.5, 0.75, 1.0]))
@settings(max_examples=150, deadline=None)
def test_with_a_band_for_each_place_all_pairs_are_found(texts, shingle, min_similarity):
    sketches = sketch(texts, n_hashes=256, shingle=shingle)
    found = sketches.pairs(min_similarity, bands=256, n_jobs=1)
    assert listed(found) == all_pairs(texts, shingle, min_similarity)


@given(texts, st.integers(1, 3))
@settings(max_examples=50, deadline=None)
def test_verified_pairs_are_true_with_any_bands(texts, shingle):
    true = set(all_pairs(texts, shingle, 0.5))
    sketches = sketch(texts, n_hashes=16, shingle=shingle)
    for bands in (1, 4, 16):
        assert set(listed(sketches.pairs(0.5, bands=bands, n_jobs=1))) <= true


def test_recall_is_what_was_foretold():
    random = np.random.default_rng(5)
    articles = [text for _ in range(150) for text in variants(5, random)]
    sketches = sketch(articles, shingle=3, seed=1)
    true = all_pairs_of_groups(articles, 5)
    for bands in (8, 16, 21):
        found = {(i, j) for i, j, _ in listed(sketches.pairs(0.5, bands=bands))}
        expected = np.array([sketches.recall(score, bands=bands) for _, _, score in true])
        n_found = sum((i, j) in found for i, j, _ in true)
        deviation = np.sqrt((expected * (1 - expected)).sum())
        # Pairs of a group depend on one another: twice the deviation of independent ones.
        assert abs(n_found - expected.sum()) < 4 * 2 * deviation + 1


def all_pairs_of_groups(articles, size):
    return [
        (begin + i, begin + j, score)
        for begin in range(0, len(articles), size)
        for i, j, score in all_pairs(articles[begin : begin + size], 3, 0.5)
    ]


def test_curve_of_the_recall_is_told_before_and_with_the_pairs():
    sketches = sketch(["wheat rose today"] * 2)
    curve = sketches.recall_curve(0.7, min_recall=0.9)
    pairs = sketches.pairs(0.7, min_recall=0.9)
    bands = pairs.attrs["bands"]
    rows = 128 // bands
    assert curve["similarity"].tolist() == [round(step / 20, 2) for step in range(1, 21)]
    expected = [1 - (1 - s**rows) ** bands for s in curve["similarity"]]
    assert curve["recall"].tolist() == pytest.approx(expected)
    assert pairs.attrs["recall_curve"] == dict(
        zip(curve["similarity"], curve["recall"], strict=True)
    )
    assert sketches.recall_curve(0.7, bands=128).attrs["bands"] == 128


def test_html_tells_the_recall_and_shows_groups():
    texts = ["<b>wheat</b> rose today"] * 12 + ["rain"]
    sketches = bs.Corpus(texts, ids=[f"<{row}>" for row in range(13)]).tokens().minhash()
    html = sketches._repr_html_()
    assert "98.6%" in html  # Of pairs of 0.8, with 18 bands of 7 places.
    assert "one of 18 bands of 7 places" in html
    assert "too few hashes" in sketch(["rain"], n_hashes=4)._repr_html_()
    groups = sketches.copy_groups(0.8)._repr_html_()
    assert "&lt;0&gt;" in groups
    assert "and 7 more" in groups
    assert "<b>0</b> groups of copies" in sketch(["rain"]).copy_groups()._repr_html_()


def test_estimates_are_near():
    random = np.random.default_rng(6)
    articles = variants(40, random)
    found = sketch(articles, n_hashes=512, shingle=3).pairs(0.3, verify=False, bands=256)
    exact = {(i, j): score for i, j, score in all_pairs(articles, 3, 0)}
    errors = [score - exact[i, j] for i, j, score in listed(found)]
    assert len(errors) == 40 * 39 // 2
    assert np.abs(errors).max() < 5 * np.sqrt(0.25 / 512)
    assert abs(np.mean(errors)) < 0.03
    assert not found.attrs["verified"]


def test_depend_on_words_only():
    two = sketch(["oats fell today", "wheat rose today"], shingle=2)
    one = sketch(["wheat rose today"], shingle=2)
    np.testing.assert_array_equal(two.values[1], one.values[0])
    part = bs.Corpus(["oats fell today", "wheat rose today"]).tokens()[1:].minhash(shingle=2)
    np.testing.assert_array_equal(part.values, one.values)
    assert (sketch(["wheat rose today"], shingle=2, seed=1).values != one.values).all()


def test_bytes_do_not_change_between_versions():
    values = sketch(["wheat rose in kansas today"], n_hashes=4, shingle=2).values
    assert values.tolist() == [[318210383, 3465964708, 664100837, 2644966]]


def test_any_number_of_threads_gives_the_same_bytes():
    articles = variants(300, np.random.default_rng(7))
    tokens = bs.Corpus(articles).tokens()
    one, three = tokens.minhash(n_jobs=1), tokens.minhash(n_jobs=3)
    assert one.values.tobytes() == three.values.tobytes()
    assert listed(one.pairs(0.7, n_jobs=1)) == listed(three.pairs(0.7, n_jobs=3))


def test_texts_without_words_are_in_no_pair():
    sketches = sketch(["", "wheat rose", "...", "wheat rose"])
    assert (sketches.values[[0, 2]] == 2**32 - 1).all()
    assert listed(sketches.pairs(0.1)) == [(1, 3, 1.0)]


def test_no_texts_have_no_pairs():
    sketches = sketch([])
    assert sketches.values.shape == (0, 128)
    assert len(sketches.pairs(0.5)) == 0
    assert sketches.copy_groups().groups == []


def test_table_says_what_was_asked():
    corpus = bs.Corpus(["wheat rose", "wheat rose"], ids=["a", "b"])
    frame = corpus.tokens().minhash().pairs(0.8)
    assert frame["left_id"].tolist() == ["a"]
    assert frame["right_id"].tolist() == ["b"]
    attrs = frame.attrs
    assert attrs["tokenizer"] == bs.Tokenizer("news")
    told = {name: attrs[name] for name in ("algorithm", "version", "n_hashes", "shingle", "seed")}
    assert told == {"algorithm": "minhash", "version": 2, "n_hashes": 128, "shingle": 5, "seed": 0}
    assert (attrs["min_similarity"], attrs["bands"], attrs["verified"]) == (0.8, 18, True)
    assert attrs["recall"] == pytest.approx(1 - (1 - 0.8**7) ** 18)


def test_merged_are_those_of_all_texts_at_once():
    texts = ["wheat rose today", "oats fell", "today wheat rose today", "oats fell"]
    whole = sketch(texts, shingle=2)
    merged = sketch(texts[:1], shingle=2).merge(sketch(texts[1:], shingle=2), ignore_ids=True)
    np.testing.assert_array_equal(merged.values, whole.values)
    assert listed(merged.pairs(0.5)) == listed(whole.pairs(0.5))
    np.testing.assert_array_equal(merged.copy_groups(0.5).first, whole.copy_groups(0.5).first)
    assert merged.ids.tolist() == whole.ids.tolist()


def test_ids_that_come_twice_are_refused():
    with pytest.raises(ValueError, match="ids must be unique"):
        sketch(["a"]).merge(sketch(["b"]))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"n_hashes": 64}, "n_hashes is 128 in part 0 and 64 in part 1"),
        ({"shingle": 3}, "shingle is 5 in part 0 and 3 in part 1"),
        ({"seed": 9}, "seed is 0 in part 0 and 9 in part 1"),
    ],
)
def test_sketches_of_other_settings_are_not_mixed(options, message):
    with pytest.raises(ValueError, match=f"parts must be sketched alike: {message}"):
        sketch(["wheat"]).merge(sketch(["wheat"], **options))


def test_sketches_of_other_tokens_or_versions_are_not_mixed():
    corpus = bs.Corpus(["Wheat rose."])
    one = corpus.tokens().minhash()
    with pytest.raises(ValueError, match=r"parts must be sketched alike: .* of the tokenizer"):
        one.merge(corpus.tokens(bs.Tokenizer("news", lowercase=False)).minhash())
    with pytest.raises(ValueError, match="zone is None in part 0 and 'headline' in part 1"):
        one.merge(corpus.tokens(zone="headline").minhash())
    later = MinHash(one.values, one.ids, one.settings | {"version": 3}, one.sources)
    with pytest.raises(ValueError, match="version is 2 in part 0 and 3 in part 1"):
        one.merge(later)
    with pytest.raises(TypeError, match="other must be Sketches, not ndarray"):
        one.merge(one.values)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"n_hashes": 0}, ValueError, r"n_hashes must lie in \[1, 65536\], not 0"),
        ({"n_hashes": 1.5}, TypeError, "n_hashes must be a whole number, not float"),
        ({"shingle": 65}, ValueError, r"shingle must lie in \[1, 64\], not 65"),
        ({"shingle": -(10**20)}, ValueError, r"shingle must lie in \[1, 64\], not -"),
        ({"seed": -1}, ValueError, "seed must not be negative, not -1"),
        ({"seed": 2**64}, ValueError, r"seed must be below 2\*\*64, not 18446744073709551616"),
    ],
)
def test_minhash_refuses(options, error, message):
    with pytest.raises(error, match=message):
        sketch(["wheat"], **options)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"min_similarity": 0}, ValueError, r"min_similarity must lie in \(0, 1\], not 0"),
        ({"min_similarity": "0.5"}, TypeError, "min_similarity must be a number, not str"),
        ({"min_recall": 1}, ValueError, r"min_recall must lie in \(0, 1\), not 1"),
        ({"min_similarity": 0.001}, ValueError, "n_hashes must be more than 128 for a recall"),
        ({"bands": 129}, ValueError, "bands must be at most n_hashes = 128, not 129"),
        ({"bands": 0}, ValueError, "bands must be at least 1, not 0"),
        ({"verify": "yes"}, TypeError, "verify must be True or False, not 'yes'"),
        ({"max_pairs": 2}, ValueError, "there are more than max_pairs = 2 candidates"),
    ],
)
def test_pairs_refuse(options, error, message):
    sketches = sketch(["wheat rose"] * 3)
    with pytest.raises(error, match=message):
        sketches.pairs(**{"min_similarity": 0.5} | options)


def test_progress_is_of_texts_then_of_bands():
    calls = []

    def tell(*call):
        calls.append(call)

    sketches = bs.Corpus(["wheat rose"] * 3).tokens().minhash(progress=tell)
    assert calls[-1] == (3, 3)
    sketches.pairs(0.8, progress=tell)
    assert calls[-1] == (18, 18)
    sketches.copy_groups(0.8, progress=tell)
    assert calls[-1] == (18, 18)


def test_pickles_whole_and_stays_read_only():
    sketches = pickle.loads(pickle.dumps(sketch(["wheat rose", "wheat rose"])))
    assert not sketches.values.flags.writeable
    assert listed(sketches.pairs(0.8)) == [(0, 1, 1.0)]
    assert len(sketches) == 2
