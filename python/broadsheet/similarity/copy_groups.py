"""Groups of texts that are copies of one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._frames import make_frame
from broadsheet.similarity._sketches_html import copy_groups_html

__all__ = ["CopyGroups"]


@dataclass(frozen=True, eq=False, repr=False)
class CopyGroups:
    """Groups of near copies: immutable, made by `MinHash.copy_groups` or `SimHash.copy_groups`.

    Parameters
    ----------
    first : ndarray of shape (N,), int32
        For each text the first of its group; itself if it is that, or has no copy.
    ids : ndarray of shape (N,)
        The names of the texts.
    attrs : dict
        What was asked for, and the recall at the least similarity.

    See Also
    --------
    Tokens.near_copies : Makes them.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Rain.", "Wheat rose in Kansas."])
    >>> copies = corpus.tokens().near_copies(0.7, shingle=2)
    >>> copies
    CopyGroups(1 group of copies among 3 texts, 2 to keep, min_similarity=0.7)
    >>> copies.groups
    [array([0, 2])]
    """

    first: NDArray[np.int32]
    ids: NDArray[Any]
    attrs: dict[str, Any]

    def __post_init__(self) -> None:
        self.first.flags.writeable = False

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.first.flags.writeable = False

    @property
    def keep(self) -> NDArray[np.bool_]:
        """Whether each text is the first of its group, or has no copy: a mask of rows."""
        return np.equal(self.first, np.arange(len(self.first)))

    @property
    def groups(self) -> list[NDArray[np.int64]]:
        """The rows of each group of two or more, ascending; groups by their first row."""
        order = np.argsort(self.first, kind="stable")
        begins = np.flatnonzero(np.diff(self.first[order])) + 1
        return [rows for rows in np.split(order, begins) if len(rows) > 1]

    def to_frame(self) -> Any:
        """Return the groups as a table.

        Returns
        -------
        DataFrame
            A row for each text that has a copy: ``group`` from 0, ``row``, ``id`` and ``keep``.
            ``.attrs`` holds what was asked for.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose.", "Rain.", "Wheat rose."], ids=["a", "b", "c"])
        >>> corpus.tokens().near_copies(0.7).to_frame()
           group  row id   keep
        0      0    0  a   True
        1      0    2  c  False
        """
        groups = self.groups
        rows = np.concatenate([np.empty(0, dtype=np.int64), *groups])
        columns = {
            "group": np.repeat(np.arange(len(groups)), [len(group) for group in groups]),
            "row": rows,
            "id": self.ids[rows],
            "keep": self.keep[rows],
        }
        return make_frame(columns, self.attrs)

    def _repr_html_(self) -> str:
        return copy_groups_html(self)

    def __repr__(self) -> str:
        n = len(self.groups)
        return (
            f"CopyGroups({n:,} group{'' if n == 1 else 's'} of copies among {len(self.first):,} "
            f"texts, {int(self.keep.sum()):,} to keep, "
            f"min_similarity={self.attrs['min_similarity']:g})"
        )
