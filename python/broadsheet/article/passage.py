"""A part of a text that knows where it stands."""

from __future__ import annotations

from typing import Self

__all__ = ["Passage"]


class Passage(str):
    """A part of a text that knows where it stands. A str in every other way.

    Parameters
    ----------
    text : str
        The passage itself.
    start : int
        Where it begins in the text it is part of, in code points.

    Examples
    --------
    >>> passage = Passage("wheat", 7)
    >>> passage.upper(), passage.start, passage.end
    ('WHEAT', 7, 12)
    >>> "French wheat exports"[passage.start : passage.end] == passage
    True
    """

    __slots__ = ("_start",)

    _start: int

    def __new__(cls, text: str, start: int) -> Self:
        """Make a passage that begins at `start`."""
        passage = super().__new__(cls, text)
        passage._start = start
        return passage

    @property
    def text(self) -> str:
        """The passage as a plain str."""
        return str.__str__(self)

    @property
    def start(self) -> int:
        """Where it begins, in code points of the whole text."""
        return self._start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self._start + len(self)

    def __str__(self) -> str:
        return str.__str__(self)

    def __repr__(self) -> str:
        return f"Passage({str.__repr__(self)}, {self._start})"

    def __reduce__(self) -> tuple[type[Self], tuple[str, int]]:
        return type(self), (str.__str__(self), self._start)
