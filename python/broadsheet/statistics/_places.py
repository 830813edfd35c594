"""Places in and around a hit, by their names."""

from __future__ import annotations

import re
from typing import Any, Literal, get_args

__all__ = ["Within", "check_within", "read_place"]

# What the places around a token do not leave.
Within = Literal["document", "sentence"]

_BESIDE = re.compile(r"([LR])([1-9][0-9]{0,8})")


def read_place(name: str, others: tuple[str, ...]) -> tuple[str, int]:
    """Return side and distance of a place like ``"L1"``, or one of `others` and 1."""
    if isinstance(name, str):
        if name in others:
            return name, 1
        if beside := _BESIDE.fullmatch(name):
            return beside[1], int(beside[2])
    listed = ", ".join(repr(other) for other in others)
    raise ValueError(
        f"a place must be one of 'L1', 'L2', ..., 'R1', 'R2', ..., {listed}, not {name!r}"
    )


def check_within(within: Any) -> None:
    """Raise a ValueError if there is no such limit."""
    if within not in get_args(Within):
        raise ValueError(f"within must be one of {get_args(Within)}, not {within!r}")
