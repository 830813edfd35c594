"""Properties of code points against Python's own."""

import re
import unicodedata

import numpy as np
import pytest

from broadsheet._core import text as _text


def in_category(prefix: str):
    return lambda char: unicodedata.category(char).startswith(prefix)


# Modifier letters that became Lowercase in Unicode 15.0.
NEWLY_LOWER = set("\u10fc\ua7f2\ua7f3\ua7f4\uab69")
PYTHON = {
    "letter": str.isalpha,
    "numeric": str.isnumeric,
    "decimal": str.isdecimal,
    "lower": str.islower,
    "upper": lambda char: char.isupper() or unicodedata.category(char) == "Lt",
    "mark": in_category("M"),
    "punctuation": in_category("P"),
    "symbol": in_category("S"),
    "currency": in_category("Sc"),
    "space": lambda char: char.isspace() and char not in "\x1c\x1d\x1e\x1f",  # Python's own.
    "regex_word": lambda char: re.match(r"\w", char) is not None,
}


@pytest.mark.parametrize("name", PYTHON)
def test_agrees_with_python_on_every_code_point(assigned, name):
    found = _text.has_property(np.array([*map(ord, assigned)], dtype=np.uint32), name)
    assert found.any()
    differing = {
        char for char, has in zip(assigned, found, strict=True) if has != bool(PYTHON[name](char))
    }
    assert differing <= (NEWLY_LOWER if name == "lower" else set())


def test_says_what_is_wrong():
    with pytest.raises(ValueError, match="there is no property 'nice'"):
        _text.has_property(np.zeros(1, dtype=np.uint32), "nice")
    with pytest.raises(ValueError, match="code_points must not be above 0x10FFFF"):
        _text.has_property(np.array([0x110000], dtype=np.uint32), "letter")
