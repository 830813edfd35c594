"""Shingles of texts, and all that a sketch of them depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from broadsheet._core import similarity as _core
from broadsheet._numbers import as_count, not_negative

if TYPE_CHECKING:
    from broadsheet.terms.tokens import Tokens

__all__ = ["fitted", "read_seed", "read_settings", "word_shingles"]

_VERSION = 1  # Rises whenever the same text gets other hashes.
_MOST_SEEDS = 2**64
_MOST_COUNT = 2**31 - 1


def read_settings(tokens: Tokens, n_hashes: int, shingle: int, seed: int) -> dict[str, Any]:
    """Return what the sketches of tokens are made by; the core checks the two counts."""
    return {
        "algorithm": "minhash",
        "version": _VERSION,
        "n_hashes": as_count(n_hashes, "n_hashes"),
        "shingle": as_count(shingle, "shingle"),
        "seed": read_seed(seed),
        "tokenizer": tokens.tokenizer,
        "zone": tokens.zone,
    }


def read_seed(seed: int) -> int:
    """Return what chooses the hashes, if it is in range."""
    start = not_negative(seed, "seed")
    if start >= _MOST_SEEDS:
        raise ValueError(f"seed must be below 2**64, not {start}")
    return start


def word_shingles(tokens: Tokens, settings: dict[str, Any]) -> _core.Shingles:
    """Return the shingles of tokens, whose arrays they borrow."""
    return _core.WordShingles(
        tokens._indptr,
        tokens._ids,
        tokens.vocabulary._core,
        width=fitted(settings["shingle"]),
        seed=settings["seed"],
    )


def fitted(count: int) -> int:
    """Return a number that the core can take, and refuse if it is out of range."""
    return max(min(count, _MOST_COUNT), -_MOST_COUNT)
