"""Sketches of texts: a few numbers each that tell how similar two texts are."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from broadsheet._frames import make_frame
from broadsheet._numbers import as_flag, as_number
from broadsheet.corpus._ids import concat_ids
from broadsheet.terms._alike import check_alike

__all__ = ["Sketches"]


@dataclass(frozen=True, eq=False, repr=False)
class Sketches(ABC):
    """The sketches of some texts, and what made them: immutable; MinHash or SimHash.

    Parameters
    ----------
    values : ndarray of shape (N, ...)
        The sketch of each text.
    ids : ndarray of shape (N,)
        The names of the texts.
    settings : dict
        What made them: algorithm and its version, seed and all else that a sketch depends on.
        Sketches whose settings differ are never mixed.
    sources : tuple
        What they are of, one part after the other, for exact similarities.

    See Also
    --------
    MinHash : For the Jaccard similarity of sets of shingles.
    SimHash : For the cosine of weights.
    """

    values: NDArray[Any]
    ids: NDArray[Any]
    settings: dict[str, Any]
    sources: tuple[Any, ...]

    def __post_init__(self) -> None:
        self.values.flags.writeable = False

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.values.flags.writeable = False

    def __len__(self) -> int:
        return len(self.values)

    def merge(self, other: Self, *, ignore_ids: bool = False) -> Self:
        """Put the sketches of other texts behind these; ``broadsheet.concat([self, other])``.

        Parameters
        ----------
        other : MinHash or SimHash
            Made with the same settings.
        ignore_ids : bool, default=False
            Whether texts are numbered from 0 anew, instead of keeping their ids.

        Returns
        -------
        MinHash or SimHash
            Those of all the texts.

        Raises
        ------
        ValueError
            If the two differ in a setting, such as algorithm, version, seed or tokenizer; or an id
            comes twice.

        Examples
        --------
        >>> import broadsheet as bs
        >>> one = bs.Corpus(["Wheat rose today."], ids=["monday"]).tokens()
        >>> two = bs.Corpus(["Today wheat rose today."], ids=["tuesday"]).tokens()
        >>> one.minhash(shingle=2).merge(two.minhash(shingle=2)).pairs(0.5).round(3)
           left  right left_id right_id  score
        0     0      1  monday  tuesday  0.667
        >>> one.minhash(shingle=2).merge(two.minhash(shingle=3))
        Traceback (most recent call last):
        ...
        ValueError: parts must be sketched alike: shingle is 2 in part 0 and 3 in part 1
        """
        if not isinstance(other, Sketches):
            raise TypeError(f"other must be Sketches, not {type(other).__name__}")
        return self._concat([self, other], ignore_ids=ignore_ids)

    @classmethod
    def _concat(cls, parts: Sequence[Self], *, ignore_ids: bool, **_: Any) -> Self:
        """Put parts one after the other: too quick for threads, or for a bar."""
        check_alike([part.settings for part in parts], "sketched alike")
        ids = concat_ids([part.ids for part in parts], ignore_ids=ignore_ids)
        if ignore_ids:
            ids = ids.astype(str).astype(object)
        values = np.concatenate([part.values for part in parts])
        sources = tuple(source for part in parts for source in part.sources)
        return type(parts[0])(values, ids, parts[0].settings, sources)

    def _asked(self, min_similarity: float, verify: bool) -> tuple[float, dict[str, Any]]:
        """Return the least similarity, and what says so in a result."""
        as_flag(verify, "verify")
        least = as_number(min_similarity, "min_similarity")
        if not 0 < least <= 1:
            raise ValueError(f"min_similarity must lie in (0, 1], not {least:g}")
        return least, self.settings | {"min_similarity": least, "verified": bool(verify)}

    def _pairs_frame(
        self,
        left: NDArray[np.int32],
        right: NDArray[np.int32],
        scores: NDArray[np.float64],
        attrs: dict[str, Any],
    ) -> Any:
        """Return those pairs as a table that are similar enough."""
        found = scores >= attrs["min_similarity"]
        left, right = left[found], right[found]
        columns = {
            "left": left,
            "right": right,
            "left_id": self.ids[left],
            "right_id": self.ids[right],
            "score": scores[found],
        }
        return make_frame(columns, attrs)
