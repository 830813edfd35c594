"""Shingles of texts, and all that a sketch of them depends on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import similarity as _core
from broadsheet._numbers import as_count, as_flag
from broadsheet.similarity._sketch_settings import check_version, read_seed
from broadsheet.terms._accents import read_accents

if TYPE_CHECKING:
    from broadsheet.corpus import Corpus
    from broadsheet.terms.tokens import Tokens

__all__ = [
    "MINHASH_VERSION",
    "character_settings",
    "check_minhash",
    "fitted",
    "shingles_of",
    "source_settings",
    "word_settings",
]

MINHASH_VERSION = 2  # Rises whenever the same text gets other hashes.
_OWN_SETTINGS = {"word": ("tokenizer", "zone"), "character": ("lowercase", "strip_accents")}
_MOST_COUNT = 2**31 - 1


def word_settings(tokens: Tokens, n_hashes: int, shingle: int, seed: int) -> dict[str, Any]:
    """Return what the sketches of tokens are made by; the core checks the two counts."""
    return _settings(n_hashes, shingle, "word", seed) | {
        "tokenizer": tokens.tokenizer,
        "zone": tokens.zone,
    }


def character_settings(
    n_hashes: int,
    shingle: int,
    seed: int,
    *,
    lowercase: bool,
    strip_accents: bool | Literal["ascii"],
) -> dict[str, Any]:
    """Return what the sketches of characters are made by."""
    read_accents(strip_accents)
    return _settings(n_hashes, shingle, "character", seed) | {
        "lowercase": as_flag(lowercase, "lowercase"),
        "strip_accents": strip_accents,
    }


def _settings(n_hashes: Any, shingle: Any, unit: Any, seed: Any) -> dict[str, Any]:
    return {
        "algorithm": "minhash",
        "version": MINHASH_VERSION,
        "n_hashes": as_count(n_hashes, "n_hashes"),
        "shingle": as_count(shingle, "shingle"),
        "unit": unit,
        "seed": read_seed(seed),
    }


def check_minhash(values: NDArray[Any], settings: dict[str, Any]) -> None:
    """Raise ValueError unless values are those of MinHash with these settings."""
    check_version(settings, MINHASH_VERSION)
    numbers = [settings.get(name) for name in ("n_hashes", "shingle", "seed")]
    try:
        made = _settings(numbers[0], numbers[1], settings.get("unit"), numbers[2])
    except TypeError as error:
        raise ValueError(f"settings of these sketches are not whole: {error}") from error
    own = _OWN_SETTINGS.get(made["unit"])
    if own is None or set(settings) != set(made) | set(own):
        raise ValueError(f"settings of these sketches are not those of minhash: {settings!r}")
    if values.dtype != np.uint32 or values.shape[1:] != (made["n_hashes"],):
        raise ValueError(
            f"sketches of n_hashes = {made['n_hashes']} must be rows of that many uint32, not of "
            f"{values.dtype} in the shape {values.shape}"
        )


def source_settings(source: Any, settings: dict[str, Any]) -> dict[str, Any]:
    """Return settings with what the texts themselves decide."""
    from broadsheet.corpus import Corpus
    from broadsheet.terms.tokens import Tokens

    owner: type[Any] = Tokens if settings["unit"] == "word" else Corpus
    if not isinstance(source, owner):
        raise TypeError(
            f"source must be {owner.__name__} for shingles of {settings['unit']}s, "
            f"not {type(source).__name__}"
        )
    if owner is Corpus:
        return settings
    return settings | {"tokenizer": source.tokenizer, "zone": source.zone}


def shingles_of(source: Tokens | Corpus, settings: dict[str, Any]) -> _core.Shingles:
    """Return the shingles of tokens or texts, whose arrays they borrow."""
    width, seed = fitted(settings["shingle"]), settings["seed"]
    texts: Any = source
    if settings["unit"] == "character":
        return _core.CharacterShingles(
            texts._texts,
            lowercase=settings["lowercase"],
            accents=read_accents(settings["strip_accents"]),
            width=width,
            seed=seed,
        )
    return _core.WordShingles(
        texts._indptr, texts._ids, texts.vocabulary._core, width=width, seed=seed
    )


def fitted(count: int) -> int:
    """Return a number that the core can take, and refuse if it is out of range."""
    return max(min(count, _MOST_COUNT), -_MOST_COUNT)
