"""A hit of a concordance in its text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ConcordanceLine"]


class ConcordanceLine(NamedTuple):
    """A hit in its text, such that ``text[start:end]`` is the node.

    Parameters
    ----------
    row : int
        The number of the document among the tokens.
    id : str
        Its name.
    position : int
        How many of its tokens stand before the node.
    start, end : int
        Begin and end of the node in code points.
    left, node, right : str
        The text as it is written; the three adjoin.
    query : str
        Which query was found.
    """

    row: int
    id: str
    position: int
    start: int
    end: int
    left: str
    node: str
    right: str
    query: str
