"""Lines of a concordance in aligned columns of a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broadsheet.statistics.concordance_line import ConcordanceLine

__all__ = ["concordance_text", "keep_end", "keep_ends", "keep_start", "on_one_line"]

_MORE = "…"
_LONGEST_ID = 24


def concordance_text(lines: Sequence[ConcordanceLine], n_more: int, width: int) -> str:
    """Return a line for each hit: document, left, node and right."""
    rows = [
        (
            keep_start(on_one_line(line.id), _LONGEST_ID),
            keep_end(on_one_line(line.left), width),
            keep_ends(on_one_line(line.node), 2 * width + 1),
            keep_start(on_one_line(line.right), width),
        )
        for line in lines
    ]
    id_width, left_width, node_width = (
        max((width_of(row[column]) for row in rows), default=0) for column in range(3)
    )
    shown = [
        "  ".join(
            (
                id + " " * (id_width - width_of(id)),
                " " * (left_width - width_of(left)) + left,
                node + " " * (node_width - width_of(node)),
                right,
            )
        ).rstrip()
        for id, left, node, right in rows
    ]
    if n_more:
        shown.append(f"… and {n_more:,} more")
    return "\n".join(shown)


def on_one_line(text: str) -> str:
    """Return a text with blanks for white space, without what moves the cursor or turns lines."""
    kept = "".join(
        " " if c.isspace() else c
        for c in text
        if c.isspace() or (unicodedata.category(c) != "Cc" and not _turns(c))
    )
    return " ".join(kept.split())


def _turns(c: str) -> bool:
    """Tell whether a character changes the direction of what follows it."""
    return unicodedata.bidirectional(c) in (
        *("LRE", "RLE", "LRO", "RLO", "PDF"),
        *("LRI", "RLI", "FSI", "PDI"),
    )


def keep_start(text: str, width: int) -> str:
    """Return a text cut at its end to so many columns."""
    if width_of(text) <= width:
        return text
    end, room = 0, width - 1
    while end < len(text) and (room := room - width_of(text[end])) >= 0:
        end += 1
    return text[:end].rstrip() + _MORE[:width]


def keep_end(text: str, width: int) -> str:
    """Return a text cut at its start to so many columns."""
    if width_of(text) <= width:
        return text
    start, room = len(text), width - 1
    while start > 0 and (room := room - width_of(text[start - 1])) >= 0:
        start -= 1
    while start < len(text) and width_of(text[start]) == 0:
        start += 1
    return _MORE[:width] + text[start:].lstrip()


def keep_ends(text: str, width: int) -> str:
    """Return a text cut in the middle to so many columns."""
    if width_of(text) <= width:
        return text
    n_last = width // 2
    return keep_start(text, width - n_last) + keep_end(text, n_last + 1).removeprefix(_MORE)


def width_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
