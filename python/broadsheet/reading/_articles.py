"""What one file gives: columns of articles, and where each came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
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
    """

    path: Path
    texts: Strings
    metadata: pd.DataFrame | None
    place: Callable[[int], str]
    headlines: Strings = None
    decks: Strings = None
    ids: Strings = None
    id_name: str | None = None

    def __len__(self) -> int:
        return len(self.texts)


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
        If `strict` and a text is missing or not a string, or any string has a lone surrogate.
    """

    def column(name: str | None) -> list[str | None] | None:
        if name is None:
            return None
        is_text = name == roles.text
        return [
            _string(path, place, row, name, value, is_text=is_text, strict=strict)
            for row, value in enumerate(frame[name])
        ]

    metadata = {
        name: [_plain(path, place, row, value, strict) for row, value in enumerate(frame[name])]
        for name in roles.metadata(list(frame.columns))
    }
    return Articles(
        path,
        column(roles.text),
        pd.DataFrame({name: to_series(values) for name, values in metadata.items()}),
        place,
        column(roles.headline),
        column(roles.deck),
        column(roles.id),
        roles.id,
    )


def to_series(values: list[Any]) -> pd.Series[Any]:
    """Return a column of the kind of its values; an integer beside a None stays an integer."""
    if None in values and {type(value) for value in values} == {int, type(None)}:
        with suppress(OverflowError):
            return pd.Series(values, dtype="Int64")
        return pd.Series(values, dtype=object)
    return pd.Series(values, dtype=object).infer_objects()


def _string(
    path: Path,
    place: Callable[[int], str],
    row: int,
    name: str,
    value: object,
    *,
    is_text: bool,
    strict: bool,
) -> str | None:
    if isinstance(value, str):
        if strict:
            _plain(path, place, row, value, strict)
        return value
    if is_text and strict:
        what = "null" if value is None else f"a {type(value).__name__}, not a string"
        raise ReadError(path, f"{place(row)}: the text ({name!r}) is {what}")
    return None if value is None or is_text else str(value)


def _plain(
    path: Path, place: Callable[[int], str], row: int, value: object, strict: bool
) -> object:
    """Return `value` with U+FFFD for each lone surrogate, unless `strict` forbids them."""
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        if strict:
            raise ReadError(path, f"{place(row)}: lone surrogate at {error.start}") from error
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in value)
    return value
