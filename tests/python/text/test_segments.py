"""Graphemes, words and sentences against the conformance files and the rules as printed."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from broadsheet import text as bt
from oracle.segmentation import Segmentation

GOLD = Path(__file__).parents[4] / "shared/corpora/gold"
UNICODE = Path("/usr/share/unicode")
SEGMENTERS = {"Grapheme": bt.graphemes, "Word": bt.words, "Sentence": bt.sentences}
KINDS = sorted(SEGMENTERS)


def boundaries(kind: str, text: str) -> list[int]:
    segments = SEGMENTERS[kind](text)
    return [0, *(end for _, end in segments)] if segments else []


def cut(kind: str, text: str) -> list[str]:
    return [text[start:end] for start, end in SEGMENTERS[kind](text)]


def test_segments_of_a_sentence_of_news():
    text = "Mr. O’Neill’s 3.9% rise, “he said.” It wasn't."
    assert cut("Word", text)[:9] == ["Mr", ".", " ", "O’Neill’s", " ", "3.9", "%", " ", "rise"]
    assert cut("Sentence", text) == ["Mr. ", "O’Neill’s 3.9% rise, “he said.” ", "It wasn't."]
    assert cut("Grapheme", "👩‍👩‍👧🇫🇷é") == ["👩‍👩‍👧", "🇫🇷", "é"]


@pytest.mark.parametrize(
    ("kind", "n_lines"), [("Grapheme", 602), ("Word", 1823), ("Sentence", 502)]
)
def test_every_line_of_the_conformance_file_passes(kind, n_lines):
    path = GOLD / f"{kind}BreakTest.txt"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    lines = [line.split("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [fields for fields in lines if fields]
    assert len(lines) == n_lines
    for fields in lines:
        text = "".join(chr(int(field, 16)) for field in fields[1::2])
        expected = [place for place, sign in enumerate(fields[::2]) if sign == "÷"]
        assert boundaries(kind, text) == expected, fields


@pytest.mark.parametrize("kind", KINDS)
def test_agrees_with_the_rules_as_printed_on_random_texts(kind):
    if not UNICODE.exists():
        pytest.skip(f"{UNICODE} is not here")
    oracle = Segmentation(UNICODE, kind)
    rng = random.Random(5)
    # One or two of each value of the property, so that every rule meets every other.
    chars = [c for chars in oracle.values.values() for c in rng.sample(sorted(chars), 1)]
    chars += [*rng.sample(sorted(oracle.pictures), 2), "a", "Z", "1", ".", "'", " ", "-", "\u200d"]
    for _ in range(1_500):
        text = "".join(rng.choices(chars, k=rng.randrange(1, 12)))
        assert boundaries(kind, text) == oracle.boundaries(text), ascii(text)


@pytest.mark.parametrize("kind", KINDS)
def test_segments_tile_the_text(kind):
    text = "Ünïcode 👍🏽 text.\r\nNext «line»… 漢字かな ไทย " * 50
    segments = SEGMENTERS[kind](text)
    assert segments[0][0] == 0
    assert segments[-1][1] == len(text)
    assert all(left[1] == right[0] for left, right in pairwise(segments))
    assert all(start < end for start, end in segments)
    assert SEGMENTERS[kind]("") == []


@pytest.mark.parametrize("function", [*SEGMENTERS.values(), bt.lower, bt.casefold, bt.normalize])
def test_says_what_is_wrong_with_a_text(function):
    with pytest.raises(ValueError, match="text is not Unicode text: lone surrogate at character 2"):
        function("né\ud800")
    with pytest.raises(TypeError, match="text must be a str, not bytes"):
        function(b"bytes")
