"""Delimited text with a line of column names: one article a row."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd

from broadsheet.reading._articles import Articles, Settings, from_frame
from broadsheet.reading._decoding import decode
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["read_csv"]

NUL = "\0"


def read_csv(source: Source, data: bytes, settings: Settings) -> Articles:
    """Return the articles in `data`, the content of the file; every cell is a string.

    A row that is shorter than the first has empty cells at its end; a longer one is an error.
    """
    path = source.path
    text = decode(path, data, settings.encoding or "utf-8", strict=settings.strict)
    rows = _rows(path, text, "\t" if source.format == "tsv" else ",")
    if rows.empty:
        return Articles(path, [], None, "row {}".format)
    if settings.names is None:
        names, rows = list(rows.iloc[0]), rows.iloc[1:].reset_index(drop=True)
    else:
        names = list(settings.names)
    if len(names) != rows.shape[1]:
        raise ReadError(path, f"names must be {rows.shape[1]}, as the columns, not {len(names)}")
    roles = settings.columns.find(path, names)
    rows.columns = pd.Index(names)
    return from_frame(path, rows, roles, "row {}".format, strict=settings.strict)


def _rows(path: Path, text: str, separator: str) -> pd.DataFrame:
    """Return all rows, also that of the column names."""
    if NUL in text:  # Where some versions of pandas cut a cell off.
        other = next(char for char in map(chr, range(0xE000, 0xF900)) if char not in text)
        rows = _rows(path, text.replace(NUL, other), separator)
        return rows.map(lambda cell: cell.replace(other, NUL))
    try:
        return pd.read_csv(
            io.StringIO(text),
            sep=separator,
            header=None,
            dtype=object,
            # "NA", "null" and "" are words and names, not missing values.
            na_filter=False,
            encoding_errors="surrogatepass",
        )
    except pd.errors.EmptyDataError:
        return pd.DataFrame()
    except pd.errors.ParserError as error:
        problem = str(error).strip().removeprefix("Error tokenizing data. ")
        raise ReadError(path, problem) from error
