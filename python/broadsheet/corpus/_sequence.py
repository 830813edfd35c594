"""The texts of a corpus, like a list of str that makes each when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import SupportsIndex, overload

from broadsheet._core.text import Texts
from broadsheet.corpus._rows import resolve_row

__all__ = ["TextSequence"]


class TextSequence(Sequence[str]):
    """The texts of a corpus, like a list of str."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, key: SupportsIndex) -> str: ...
    @overload
    def __getitem__(self, key: slice) -> list[str]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> str | list[str]:
        if isinstance(key, slice):
            return [self._texts.at(row) for row in range(len(self))[key]]
        return self._texts.at(resolve_row(key.__index__(), len(self)))

    def __iter__(self) -> Iterator[str]:
        return (self._texts.at(row) for row in range(len(self)))

    def __repr__(self) -> str:
        return f"<{len(self):,} texts>"
