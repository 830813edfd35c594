"""Groups of copies against components of all pairs; their masks and tables."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import broadsheet as bs

WORDS = ["wheat", "corn", "oats", "rose"]
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=12)


def pairs(words):
    return {tuple(words[i : i + 2]) for i in range(max(1, len(words) - 1))} if words else set()


def components(texts, min_similarity):
    """The least row that can be reached from each text, by passing it on until nothing changes."""
    sets = [pairs(text.split()) for text in texts]
    first = list(range(len(texts)))
    for _ in texts:
        for i, one in enumerate(sets):
            for j, other in enumerate(sets):
                if one and other and len(one & other) / len(one | other) >= min_similarity:
                    first[i] = first[j] = min(first[i], first[j])
    return first


@given(texts, st.sampled_from([0.3, 0.5, 0.8, 1.0]))
@settings(max_examples=100, deadline=None)
def test_are_the_components_of_all_pairs(texts, min_similarity):
    sketches = bs.Corpus(texts).tokens(n_jobs=1).minhash(256, 2, n_jobs=1)
    found = sketches.copy_groups(min_similarity, bands=256, n_jobs=1)
    assert found.first.tolist() == components(texts, min_similarity)


def test_near_copies_are_collapsed_before_counting():
    texts = ["Wheat rose in Kansas on Monday."] * 3 + ["Rain fell.", "", ""]
    tokens = bs.Corpus(texts).tokens()
    copies = tokens.near_copies()
    assert copies.keep.tolist() == [True, False, False, True, True, True]
    assert [group.tolist() for group in copies.groups] == [[0, 1, 2]]
    assert tokens.matrix()[copies.keep].shape[0] == 4
    assert tokens[copies.keep].document_ids.tolist() == ["0", "3", "4", "5"]


def test_estimates_group_copies_as_well():
    tokens = bs.Corpus(["wheat rose today", "wheat rose today", "oats fell"]).tokens()
    assert tokens.near_copies(0.9, verify=False).first.tolist() == [0, 0, 2]


def test_table_has_a_row_for_each_text_with_a_copy():
    corpus = bs.Corpus(["oats", "wheat", "oats", "corn", "wheat"], ids=list("abcde"))
    copies = corpus.tokens().near_copies(1.0)
    frame = copies.to_frame()
    assert frame["group"].tolist() == [0, 0, 1, 1]
    assert frame["row"].tolist() == [0, 2, 1, 4]
    assert frame["id"].tolist() == ["a", "c", "b", "e"]
    assert frame["keep"].tolist() == [True, False, True, False]
    assert frame.attrs["recall"] == 1
    assert len(bs.Corpus(["a", "b"]).tokens().near_copies().to_frame()) == 0
    assert "2 groups of copies among 5 texts, 3 to keep" in repr(copies)


def test_any_number_of_threads_gives_the_same_groups():
    random = np.random.default_rng(1)
    texts = [" ".join(random.choice(WORDS, 12)) for _ in range(400)]
    tokens = bs.Corpus(texts).tokens()
    one = tokens.near_copies(0.4, shingle=2, n_jobs=1)
    np.testing.assert_array_equal(one.first, tokens.near_copies(0.4, shingle=2, n_jobs=3).first)
    assert len(one.groups) > 0


def test_a_progress_that_raises_cancels():
    def stop(*_):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        bs.Corpus(["wheat"] * 10).tokens().near_copies(progress=stop)


def test_pickles_and_stays_read_only():
    copies = bs.Corpus(["wheat", "wheat"]).tokens().near_copies()
    again = pickle.loads(pickle.dumps(copies))
    assert again.first.tolist() == [0, 0]
    assert not again.first.flags.writeable
