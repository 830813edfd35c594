"""Texts that analyzers of characters may stumble over."""

import unicodedata

import numpy as np
from hypothesis import strategies as st

from broadsheet._core import text as _text

# White space of every kind, what case and accents do to text, and words that come again.
PIECES = [
    *[
        "the",
        "wheat",
        "Wheat",
        "a",
        "I",
        "Straße",
        "ΣΊΣΥΦΟΣ",
        "ΑΣ",
        "İstanbul",
        "ﬁve",
        "Zoë",
        "你好",
    ],
    *["e\u0301", "\u0301", "ǅ", "ẞ", "각", "😀", "ק", "ไทย", "½", "Å", "\u00ad", "\u200b"],
    *[" ", " ", " ", "  ", "\n", "\r\n", "\t", "\x0b", "\x1c", "\x1f", "\x85", "\xa0", "\u1680"],
    *["\u2003", "\u2028", "\u202f", "\u3000", ".", ",", "’", "-", "\0", "\x7f"],
]


def assigned(text: str) -> str:
    """Return the text without what this Python's Unicode, or ours, does not know."""
    values = np.array([ord(char) for char in text], dtype=np.uint32)
    known = _text.has_property(values, "assigned")
    return "".join(
        char
        for char, ours in zip(text, known, strict=True)
        if ours and unicodedata.category(char) != "Cn"
    )


hostile = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
anything = st.text(max_size=12).map(assigned)
texts = st.lists(hostile | anything, min_size=1, max_size=6)
ngram_ranges = st.tuples(st.integers(1, 5), st.integers(0, 4)).map(lambda n: (n[0], sum(n)))
ACCENTS = {None: False, "unicode": True, "ascii": "ascii"}
ANALYZERS = {"char": False, "char_wb": True}
