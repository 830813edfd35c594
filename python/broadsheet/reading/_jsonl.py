"""JSON lines: one article a line."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from broadsheet.reading._articles import Articles, Settings, from_frame
from broadsheet.reading._decoding import decode
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["read_jsonl"]


def read_jsonl(source: Source, data: bytes, settings: Settings) -> Articles:
    """Return the articles in `data`, the content of the file; empty lines count for nothing."""
    text = decode(source.path, data, settings.encoding or "utf-8", strict=settings.strict)
    lines, records = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.isspace():
            lines.append(number)
            records.append(_parse(source, number, line, settings))
    if not any(records):
        return Articles(source.path, [None] * len(records), None, lambda row: f"line {lines[row]}")
    names = list(dict.fromkeys(name for record in records if record for name in record))
    roles = settings.columns.find(source.path, names)
    columns = {name: [(record or {}).get(name) for record in records] for name in names}
    return from_frame(
        source.path,
        pd.DataFrame(columns, dtype=object),
        roles,
        lambda row: f"line {lines[row]}",
        strict=settings.strict,
    )


def _parse(source: Source, number: int, line: str, settings: Settings) -> dict[str, Any] | None:
    """Return the object on a line, or None for a line to skip."""
    try:
        record = json.loads(line)
        problem = (
            "" if isinstance(record, dict) else f"must be an object, not {type(record).__name__}"
        )
    except (ValueError, RecursionError) as error:
        problem = f"not JSON: {error}"
    if not problem:
        return dict(record)
    if settings.errors == "skip":
        return None
    raise ReadError(source.path, f"line {number}: {problem}")
