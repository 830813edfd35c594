"""Labels of columns: one arena of bytes, and strings only when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core

__all__ = ["Labels"]


class Labels:
    """Distinct strings in an order, immutable.

    Millions of n-grams are held as their bytes; `strings` makes Python objects of them once, on
    demand.
    """

    __slots__ = ("_bytes", "_offsets", "_places", "_strings")

    def __init__(self, offsets: NDArray[np.int64], data: bytes) -> None:
        offsets.flags.writeable = False
        self._offsets = offsets
        self._bytes = data
        self._strings: NDArray[Any] | None = None
        self._places: dict[str, int] | None = None

    @classmethod
    def of(cls, terms: Iterable[str], name: str = "terms") -> Self:
        """Take strings; an error names the first that is none, or that came before."""
        if isinstance(terms, (str, bytes)):
            raise TypeError(f"{name} must be several terms, not one {type(terms).__name__}")
        strings = list(terms)
        seen: dict[str, int] = {}
        for place, term in enumerate(strings):
            if not isinstance(term, str):
                raise TypeError(f"{name}[{place}] must be a str, not {type(term).__name__}")
            if seen.setdefault(term, place) != place:
                raise ValueError(f"{name}[{place}] is {term!r}, as is {name}[{seen[term]}]")
        encoded = [_encode(term, f"{name}[{place}]") for place, term in enumerate(strings)]
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(term) for term in encoded], out=offsets[1:])
        return cls(offsets, b"".join(encoded))

    @property
    def offsets(self) -> NDArray[np.int64]:
        """Where each label begins in `data`, and where the last one ends."""
        return self._offsets

    @property
    def data(self) -> bytes:
        """The labels in UTF-8, end to end."""
        return self._bytes

    @property
    def strings(self) -> NDArray[Any]:
        """The labels as an array of str, the same object at each call."""
        if self._strings is None:
            strings = np.empty(len(self), dtype=object)
            strings[:] = _core.read_strings(self._offsets, self._bytes)
            strings.flags.writeable = False
            self._strings = strings
        return self._strings

    def alphabet(self) -> NDArray[np.int64]:
        """Return the place of each label in the order of all of them."""
        strings = self.strings
        if bool((strings[:-1] <= strings[1:]).all()):
            return np.arange(len(self))
        return np.argsort(np.argsort(strings, kind="stable"), kind="stable")

    def find(self, terms: Sequence[str]) -> NDArray[np.int64]:
        """Return the places of labels, or raise a KeyError that names the first there is not."""
        if self._places is None:
            self._places = {string: place for place, string in enumerate(self.strings)}
        places = np.array([self._places.get(term, -1) for term in terms], dtype=np.int64)
        missing = np.flatnonzero(places < 0)
        if missing.size:
            more = f", nor are {missing.size - 1} others" if missing.size > 1 else ""
            raise KeyError(f"no column is {terms[missing[0]]!r}{more}")
        return places

    def take(self, places: NDArray[np.integer[Any]]) -> Labels:
        """Return the labels at some places."""
        return Labels(*_core.select_labels(self._offsets, self._bytes, places.astype(np.int32)))

    @staticmethod
    def merge(parts: Sequence[Labels]) -> tuple[Labels, list[NDArray[np.int32] | None]]:
        """Return the labels of any part in order, or as they are where all have the same.

        With them, for each part the new place of each of its labels; None where they stay.
        """
        merged = _core.merge_labels([(part._offsets, part._bytes) for part in parts])
        offsets, data, new_places = merged
        return Labels(offsets, data), new_places

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Labels):
            return NotImplemented
        return self is other or (
            self._bytes == other._bytes and np.array_equal(self._offsets, other._offsets)
        )

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type[Labels], tuple[NDArray[np.int64], bytes]]:
        return Labels, (self._offsets, self._bytes)


def _encode(term: str, name: str) -> bytes:
    try:
        return term.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{name} holds a lone surrogate: {term!r}") from error
