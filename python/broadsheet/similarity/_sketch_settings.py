"""What sketches depend on, whatever their algorithm."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._numbers import not_negative

if TYPE_CHECKING:
    from broadsheet.terms._csr import CsrArrays
    from broadsheet.terms.matrix import TermMatrix
    from broadsheet.terms.weighting import Weighting

__all__ = [
    "N_BITS",
    "SIMHASH_VERSION",
    "check_version",
    "core_weights",
    "ids_of",
    "matrix_settings",
    "read_seed",
]

SIMHASH_VERSION = 1  # Rises whenever the same row gets other bits.
N_BITS = 64
_MOST_SEEDS = 2**64


def read_seed(seed: int) -> int:
    """Return what chooses the hashes, if it is in range."""
    start = not_negative(seed, "seed")
    if start >= _MOST_SEEDS:
        raise ValueError(f"seed must be below 2**64, not {start}")
    return start


def check_version(settings: dict[str, Any], version: int) -> None:
    """Raise ValueError if an algorithm has changed since sketches were made."""
    if settings.get("version") != version:
        raise ValueError(
            f"sketches must be of version {version} of {settings['algorithm']}, that of this "
            f"broadsheet, not {settings.get('version')!r}: make them anew"
        )


def matrix_settings(matrix: TermMatrix, seed: int) -> dict[str, Any]:
    """Return what the sketches of a matrix are made by."""
    weighting = matrix.weighting
    return {
        "algorithm": "simhash",
        "version": SIMHASH_VERSION,
        "n_bits": N_BITS,
        "seed": read_seed(seed),
        "weighting": "counts" if weighting is None else weighting.scheme,
        "weighting_digest": None if weighting is None else _digest(weighting),
        **matrix._settings,
    }


def _digest(weighting: Weighting) -> str:
    """Return what differs if other documents are weighed otherwise, with all likelihood."""
    learned = (repr(weighting), weighting.n_documents, weighting.mean_length)
    digest = blake2b(repr(learned).encode(), digest_size=8)
    digest.update(weighting.idf.astype("<f8").tobytes())
    return digest.hexdigest()


def ids_of(source: Any) -> NDArray[Any]:
    """Return the names of texts, whatever holds them."""
    ids: NDArray[Any] = source.document_ids if hasattr(source, "document_ids") else source.ids
    return ids


def core_weights(matrix: TermMatrix) -> CsrArrays:
    """Return the arrays of a matrix as the core takes weights."""
    arrays = matrix._arrays
    if arrays.values.dtype.kind == "f":
        return arrays
    return arrays.with_values(arrays.values.astype(np.float64))
