"""Settings of the whole session."""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["FrameKind", "Options", "options"]

FrameKind = Literal["pandas", "polars", "pyarrow"]


class Options:
    """Settings that every call honours; change them on ``broadsheet.options``.

    Attributes
    ----------
    frame : {"pandas", "polars", "pyarrow"}
        The kind of table that results come in.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.options.frame
    'pandas'
    """

    __slots__ = ("_frame",)

    def __init__(self) -> None:
        self._frame: FrameKind = "pandas"

    @property
    def frame(self) -> FrameKind:
        """The kind of table that results come in."""
        return self._frame

    @frame.setter
    def frame(self, kind: FrameKind) -> None:
        if kind not in get_args(FrameKind):
            raise ValueError(f"frame must be one of {get_args(FrameKind)}, not {kind!r}")
        self._frame = kind

    def __repr__(self) -> str:
        return f"Options(frame={self._frame!r})"


options = Options()
