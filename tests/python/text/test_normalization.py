"""Normal forms against the conformance file and Python's own."""

import bz2
import random
import unicodedata
from pathlib import Path

import pytest

from broadsheet import text as bt

FORMS = ["NFC", "NFD", "NFKC", "NFKD"]
CONFORMANCE = Path("/usr/share/unicode/NormalizationTest.txt.bz2")


def strip_accents(text: str) -> str:
    marks = unicodedata.normalize("NFD", text)
    plain = "".join(char for char in marks if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", plain)


def test_every_line_of_the_conformance_file_passes():
    if not CONFORMANCE.exists():
        pytest.skip(f"{CONFORMANCE} is not here")
    if bt.UNICODE_VERSION not in bz2.decompress(CONFORMANCE.read_bytes())[:40].decode():
        pytest.skip(f"{CONFORMANCE} is of another version")
    n_lines = 0
    for line in bz2.decompress(CONFORMANCE.read_bytes()).decode().splitlines():
        fields = line.split("#")[0].split(";")
        if len(fields) < 6:
            continue
        source, nfc, nfd, nfkc, nfkd = (
            "".join(chr(int(value, 16)) for value in field.split()) for field in fields[:5]
        )
        n_lines += 1
        for text in (source, nfc, nfd):
            assert bt.normalize(text, "NFC").text == nfc, line
            assert bt.normalize(text, "NFD").text == nfd, line
        for text in (nfkc, nfkd):
            assert bt.normalize(text, "NFC").text == nfkc, line
            assert bt.normalize(text, "NFD").text == nfkd, line
        for text in (source, nfc, nfd, nfkc, nfkd):
            assert bt.normalize(text, "NFKC").text == nfkc, line
            assert bt.normalize(text, "NFKD").text == nfkd, line
    assert n_lines == 19_074


@pytest.mark.parametrize("form", FORMS)
def test_agrees_with_python_on_every_code_point(assigned, form):
    for char in assigned:
        assert bt.normalize(char, form).text == unicodedata.normalize(form, char), hex(ord(char))


def random_texts(assigned: list[str], n_texts: int):
    """Yield texts rich in what composes, decomposes, and changes places."""
    rng = random.Random(7)
    moving = [c for c in assigned if unicodedata.decomposition(c) or unicodedata.combining(c)]
    chars = [*"aeo \u1100\u1161\u11a8\uac00\u09c7\u09be\u0e31\u0f73\u0344\u0323\u0301é"]
    for _ in range(n_texts):
        pool = [*chars, *rng.sample(moving, 12)]
        yield "".join(rng.choices(pool, k=rng.randrange(1, 14)))


@pytest.mark.parametrize("form", FORMS)
def test_agrees_with_python_on_random_texts(assigned, form):
    for text in random_texts(assigned, 20_000):
        assert bt.normalize(text, form).text == unicodedata.normalize(form, text), ascii(text)


def test_stripping_accents_is_what_python_makes_of_it(assigned):
    for text in [*random_texts(assigned, 20_000), *assigned]:
        assert bt.strip_accents(text).text == strip_accents(text), ascii(text)


def test_says_what_is_wrong_with_a_form():
    with pytest.raises(ValueError, match="form must be 'NFC', 'NFD', 'NFKC' or 'NFKD', not 'nfc'"):
        bt.normalize("a", "nfc")
