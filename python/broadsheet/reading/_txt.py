"""Plain text: one article a file."""

from __future__ import annotations

from broadsheet.reading._articles import Articles, Settings
from broadsheet.reading._decoding import decode
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["read_txt"]


def read_txt(source: Source, data: bytes, settings: Settings) -> Articles:
    """Return the article in `data`, the content of the file."""
    text = decode(source.path, data, settings.encoding or "utf-8", strict=settings.strict)
    is_empty = not text or text.isspace()
    if is_empty and settings.strict:
        raise ReadError(source.path, "holds no text")
    texts = [None if is_empty else text]
    return Articles(source.path, texts, None, lambda _: "the text")
