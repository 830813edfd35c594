"""What one file gives: columns of articles, and where each came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from broadsheet.reading._columns import Columns, Roles
from broadsheet.reading._compression import Limits
from broadsheet.reading._errors import ReadError

__all__ = ["Articles", "Errors", "Settings", "Zones", "from_frame", "to_series"]

Errors = Literal["strict", "replace", "skip"]
Zones = Literal["detect"] | None
# Strings in a list, or a pyarrow.ChunkedArray of them. None stands for a missing string and a
# lone surrogate for bytes that could not be decoded; the corpus treats both as `errors` says.
Strings = Any


@dataclass(frozen=True, slots=True)
class Settings:
    """What the caller of ``broadsheet.read`` asked for, as far as formats care."""

    columns: Columns
    names: Sequence[str] | None
    encoding: str | None
    errors: Errors
    zones: Zones
    limits: Limits

    @property
    def strict(self) -> bool:
        """Whether the first text that cannot be read ends the reading."""
        return self.errors == "strict"


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of one file, in order.

    Attributes
    ----------
    path : Path
        The file.
    texts : list of (str or None), or pyarrow.ChunkedArray
        The texts without what `headlines` and `decks` hold.
    metadata : pandas.DataFrame or None
        Whatever else the file has, in as many rows.
    place : callable
        Says where row i is in the file, as "line 7".
    headlines, decks, ids : of the kind of `texts`, or None
        What the file has beside the text.
    id_name : str or None
        The column that the ids are from.
    begin : int
        The row of the file that the first of them is.
    """

    path: Path
    texts: Strings
    metadata: pd.DataFrame | None
    place: Callable[[int], str]
    headlines: Strings = None
    decks: Strings = None
    ids: Strings = None
    id_name: str | None = None
    begin: int = 0

    def __len__(self) -> int:
        return len(self.texts)

    def part(self, begin: int, end: int) -> Articles:
        """Return the articles from row `begin` to row `end`."""
        return replace(
            self,
            texts=self.texts[begin:end],
            metadata=None
            if self.metadata is None
            else self.metadata[begin:end].reset_index(drop=True),
            place=lambda row: self.place(begin + row),
            headlines=None if self.headlines is None else self.headlines[begin:end],
            decks=None if self.decks is None else self.decks[begin:end],
            ids=None if self.ids is None else self.ids[begin:end],
            begin=self.begin + begin,
        )


def from_frame(
    path: Path,
    frame: pd.DataFrame,
    roles: Roles,
    place: Callable[[int], str],
    *,
    strict: bool,
) -> Articles:
    """Return the articles in a frame of objects; what is missing in it is None.

    Raises
    ------
    ReadError
        If `strict` and a text is missing, a text, headline or deck is not a string, or a string
        has a lone surrogate.
    """
    if strict:
        _check(path, frame, roles, place)
    texts, headlines, decks = (
        [value if isinstance(value, str) else None for value in frame[name]]
        if name is not None
        else None
        for name in roles.texts
    )
    ids = None if roles.id is None else [_name(value) for value in frame[roles.id]]
    metadata = {
        name: to_series([_without_surrogates(value) for value in frame[name]])
        for name in roles.metadata(list(frame.columns))
    }
    return Articles(
        path, texts, pd.DataFrame(metadata), place, headlines, decks, ids, id_name=roles.id
    )


def to_series(values: list[Any]) -> pd.Series[Any]:
    """Return a column of the kind of its values; an integer beside a None stays an integer."""
    if {type(value) for value in values} == {int, type(None)}:
        with suppress(OverflowError):
            return pd.Series(values, dtype="Int64")
        return pd.Series(values, dtype=object)
    return pd.Series(values, dtype=object).infer_objects()


def _check(path: Path, frame: pd.DataFrame, roles: Roles, place: Callable[[int], str]) -> None:
    for name, column in frame.items():
        for row, value in enumerate(column):
            if isinstance(value, str):
                if (at := _find_surrogate(value)) is not None:
                    raise ReadError(path, f"{place(row)}: lone surrogate in {name!r}, at {at}")
            elif name == roles.text or (name in roles.texts and value is not None):
                what = "null" if value is None else type(value).__name__
                raise ReadError(path, f"{place(row)}: {name!r} must be a string, not {what}")


def _find_surrogate(value: str) -> int | None:
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            return error.start
    return None


def _without_surrogates(value: object) -> object:
    if not isinstance(value, str) or _find_surrogate(value) is None:
        return value
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)


def _name(value: object) -> str | None:
    """Return an id, if `value` is one: neither None nor NaN."""
    is_missing = value is None or (isinstance(value, float) and isnan(value))
    return None if is_missing else str(_without_surrogates(value))
