"""Bytes to text, with errors that name the file and the byte."""

from __future__ import annotations

import codecs
from pathlib import Path

from broadsheet.reading._errors import ReadError

__all__ = ["decode"]

UTF8 = codecs.lookup("utf-8")
# Longer marks first: that of UTF-32 begins with that of UTF-16.
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
UNDECODED = "\ud800"


def decode(path: Path, data: bytes, encoding: str, *, strict: bool) -> str:
    """Return the text that `data`, the content of `path`, holds.

    A byte order mark is no part of the text; where UTF-8 is expected it may say that the file
    is UTF-16 or UTF-32 instead. Nothing else is changed, ends of lines neither.

    Parameters
    ----------
    path : Path
        For messages.
    data : bytes
        What to decode.
    encoding : str
        How.
    strict : bool
        Whether to raise ReadError for what cannot be decoded. Otherwise a lone surrogate stands
        for each ill-formed sequence of bytes, for the corpus to deal with.
    """
    try:
        codec = codecs.lookup(encoding)
    except LookupError as error:
        raise ValueError(f"encoding must be one that Python knows, not {encoding!r}") from error
    name = codec.name
    if codec == UTF8:
        name = next((name for mark, name in MARKS.items() if data.startswith(mark)), name)
    try:
        return data.decode(name, "strict" if strict else "broadsheet.mark")
    except UnicodeDecodeError as error:
        problem = f"not {name}: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise ReadError(path, f"{problem} ({error.reason}); say encoding= or errors=") from error


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNDECODED, error.end


codecs.register_error("broadsheet.mark", _mark)
