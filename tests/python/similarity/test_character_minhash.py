"""Sketches of characters against sets of substrings."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import broadsheet as bs

texts = st.lists(st.text(alphabet="aAbé \n\t\u2003", max_size=14), max_size=10)


def shingles(text, width):
    run = " ".join(text.lower().split())
    if 0 < len(run) < width:
        return {run}
    return {run[i : i + width] for i in range(len(run) - width + 1)}


def all_pairs(texts, width, min_similarity):
    """Every two texts that are similar enough, by their sets of strings."""
    sets = [shingles(text, width) for text in texts]
    found = []
    for i, left in enumerate(sets):
        for j in range(i + 1, len(sets)):
            united = left | sets[j]
            score = len(left & sets[j]) / len(united) if united else 0.0
            if score >= min_similarity:
                found.append((i, j, score))
    return found


def listed(frame):
    return list(zip(frame["left"], frame["right"], frame["score"], strict=True))


@given(texts, st.integers(1, 5), st.sampled_from([0.25, 0.5, 1.0]))
@settings(max_examples=150, deadline=None)
def test_with_a_band_for_each_place_all_pairs_are_found(texts, shingle, min_similarity):
    sketches = bs.Corpus(texts, zones=None).character_minhash(256, shingle, n_jobs=1)
    found = sketches.pairs(min_similarity, bands=256, n_jobs=1)
    assert listed(found) == all_pairs(texts, shingle, min_similarity)


def test_misread_letters_cost_less_than_whole_words():
    corpus = bs.Corpus(["wheat rose in kansas today", "wheat r0se in kansas t0day"])
    words = corpus.tokens().minhash(shingle=2).pairs(0.01, bands=128)
    characters = corpus.character_minhash(shingle=3).pairs(0.01, bands=128)
    assert characters["score"][0] > 2 * words["score"].sum()


def test_options_change_what_is_the_same():
    corpus = bs.Corpus(["École", "ecole"])
    assert len(corpus.character_minhash(shingle=2).pairs(0.9)) == 0
    assert len(corpus.character_minhash(shingle=2, strip_accents=True).pairs(0.9)) == 1
    kept = corpus.character_minhash(shingle=2, strip_accents=True, lowercase=False)
    assert listed(kept.pairs(0.1, bands=128)) == [(0, 1, 0.6)]


def test_settings_are_told_and_not_mixed():
    corpus = bs.Corpus(["Wheat rose."])
    sketches = corpus.character_minhash()
    told = {"unit": "character", "shingle": 9, "lowercase": True, "strip_accents": False}
    assert told.items() <= sketches.settings.items()
    for other, message in [
        (corpus.character_minhash(lowercase=False), "lowercase is True in part 0 and False in"),
        (corpus.tokens().minhash(shingle=9), "unit is 'character' in part 0 and 'word' in part 1"),
    ]:
        with pytest.raises(ValueError, match=f"parts must be sketched alike: {message}"):
            sketches.merge(other, ignore_ids=True)


def test_any_number_of_threads_and_any_split_give_the_same_bytes():
    corpus = bs.sample()
    whole = corpus.character_minhash(n_jobs=1)
    assert corpus.character_minhash(n_jobs=3).values.tobytes() == whole.values.tobytes()
    parts = [corpus[:7].character_minhash(), corpus[7:].character_minhash()]
    joined = bs.concat(parts)
    assert joined.values.tobytes() == whole.values.tobytes()
    assert listed(joined.pairs(0.5)) == listed(whole.pairs(0.5))
    again = pickle.loads(pickle.dumps(joined))
    assert listed(again.pairs(0.5)) == listed(whole.pairs(0.5))


def test_refuses():
    corpus = bs.Corpus(["a"])
    with pytest.raises(ValueError, match=r"shingle must lie in \[1, 64\], not 65"):
        corpus.character_minhash(shingle=65)
    with pytest.raises(ValueError, match="strip_accents must be False, True or 'ascii'"):
        corpus.character_minhash(strip_accents="unicode")
    with pytest.raises(TypeError, match="lowercase must be True or False, not 'yes'"):
        corpus.character_minhash(lowercase="yes")
