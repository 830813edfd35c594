"""Code points that Python's Unicode and ours both know."""

import unicodedata

import numpy as np
import pytest

from broadsheet._core import text as _text


@pytest.fixture(scope="session")
def assigned() -> list[str]:
    """Return the characters assigned in both versions, surrogates left out."""
    values = np.array([*range(0xD800), *range(0xE000, 0x110000)], dtype=np.uint32)
    known = values[_text.has_property(values, "assigned")]
    return [char for char in map(chr, known) if unicodedata.category(char) != "Cn"]
