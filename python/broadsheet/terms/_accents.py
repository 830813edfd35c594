"""What `strip_accents` means to the core."""

from __future__ import annotations

from typing import Literal

from broadsheet._core.terms import Accents

__all__ = ["read_accents"]

_ACCENTS = {False: Accents.KEPT, True: Accents.STRIPPED, "ascii": Accents.ASCII}


def read_accents(strip_accents: bool | Literal["ascii"]) -> Accents:
    """Return what becomes of accents; an error says what may be asked for."""
    if strip_accents not in _ACCENTS:
        raise ValueError(f"strip_accents must be False, True or 'ascii', not {strip_accents!r}")
    return _ACCENTS[strip_accents]
