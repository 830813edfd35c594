"""UTF-8 at the door of the core against Python's decoder."""

import random

import pytest

from broadsheet._core import text as _text

PIECES = [b"a", b"a" * 70, "é€😀中".encode(), b"\xe2\x82", b"\xf0\x9f\x98", b"\xff", b"\x80",
          b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xf0\x80", b"\xe0\x9f"]  # fmt: skip


@pytest.fixture(scope="module")
def samples() -> list[bytes]:
    rng = random.Random(8)
    mixed = [b"".join(rng.choices(PIECES, k=rng.randrange(12))) for _ in range(5_000)]
    noise = [rng.randbytes(rng.randrange(9)) for _ in range(20_000)]
    high = [bytes(rng.choices(range(0x80, 0x100), k=4)) for _ in range(20_000)]
    return mixed + noise + high


def test_replaces_what_python_replaces(samples):
    texts, _, _ = _text.texts_from_list(samples, "replace")
    for row, sample in enumerate(samples):
        assert texts.at(row) == sample.decode("utf-8", "replace"), sample


def test_finds_the_first_fault_where_python_does(samples):
    for sample in samples[::5]:
        try:
            sample.decode()
        except UnicodeDecodeError as error:
            with pytest.raises(ValueError, match=rf"byte 0x\w\w at offset {error.start}$"):
                _text.texts_from_list([sample], "strict")
        else:
            _text.texts_from_list([sample], "strict")
