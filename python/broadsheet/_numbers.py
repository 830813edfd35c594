"""Parameters that are numbers."""

from __future__ import annotations

import operator
from typing import Any, Final

import numpy as np

__all__ = ["as_count", "as_flag", "as_limit", "as_number", "at_least_one", "not_negative"]

_GREATEST: Final = 2**63 - 1


def as_number(value: Any, name: str) -> float:
    """Return a parameter as a float, or say that it is no number."""
    if isinstance(value, bool) or not isinstance(value, (int, float, np.integer, np.floating)):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    return float(value)


def as_count(value: Any, name: str) -> int:
    """Return a parameter as an int, or say that it is no whole number."""
    if isinstance(value, bool):
        raise TypeError(f"{name} must be a whole number, not bool")
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{name} must be a whole number, not {type(value).__name__}") from None


def not_negative(value: Any, name: str) -> int:
    """Return a parameter as an int, or say that it is no number from 0 on."""
    number = as_count(value, name)
    if number < 0:
        raise ValueError(f"{name} must not be negative, not {number}")
    return number


def as_limit(value: Any, name: str) -> int:
    """Return how many there may be at most, as the core takes it: what is greater limits nothing."""
    return min(not_negative(value, name), _GREATEST)


def at_least_one(value: Any, name: str) -> int:
    """Return a parameter as an int, or say that it is no number from 1 on."""
    number = as_count(value, name)
    if number < 1:
        raise ValueError(f"{name} must be at least 1, not {number}")
    return number


def as_flag(value: Any, name: str) -> bool:
    """Return a parameter as a bool, or say that it is neither True nor False."""
    if not isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} must be True or False, not {value!r}")
    return bool(value)
