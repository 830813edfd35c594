"""What reading files can fail with, beside the errors of the operating system."""

from __future__ import annotations

import os

__all__ = ["LeftOutWarning", "LimitError", "ReadError"]


class ReadError(ValueError):
    """A file that cannot be read as articles; the message says which, where and why.

    Parameters
    ----------
    path : str or os.PathLike
        The file.
    problem : str
        Where and why.

    Attributes
    ----------
    path : str
        The file.
    """

    def __init__(self, path: str | os.PathLike[str], problem: str) -> None:
        super().__init__(f"{os.fspath(path)}: {problem}")
        self.path = os.fspath(path)
        self._problem = problem

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return type(self), (self.path, self._problem)


class LimitError(ReadError):
    """A compressed file that grows beyond the limits, as one made to do harm does.

    Parameters
    ----------
    path : str or os.PathLike
        The file.
    problem : str
        Which limit.
    """


class LeftOutWarning(UserWarning):
    """Files of a directory or a pattern were left out, as their suffix says no known format."""
