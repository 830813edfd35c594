"""Sketches of texts: a few numbers each that tell how similar two texts are."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

import numpy as np
from numpy.typing import NDArray

from broadsheet._frames import make_frame
from broadsheet._numbers import as_flag, as_number
from broadsheet._parallel import Progress
from broadsheet.corpus._ids import concat_ids
from broadsheet.similarity._sketch_files import read_sketches, write_sketches
from broadsheet.similarity._sketch_settings import ids_of
from broadsheet.terms._alike import check_alike

__all__ = ["Sketches"]

# Similarities that a curve of the recall is drawn at.
CURVE = tuple(round(step / 20, 2) for step in range(1, 21))
_N_COMPARED = 16  # Rows that show whether sketches are of some texts.


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
        What they are of, one part after the other, for exact similarities; empty if that is not
        known, as of sketches that were loaded without it.

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

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the sketches to a file, without what they are of.

        Parameters
        ----------
        path : str or path
            The file; one that is there is replaced, once the new one is whole.

        Raises
        ------
        TypeError
            If the ids are neither str nor whole numbers.

        See Also
        --------
        Sketches.load : Reads it.

        Notes
        -----
        The file is an npz file of NumPy, not compressed, that holds no Python objects: the arrays
        ``header`` (JSON in UTF-8: the version of the format and the settings), ``values``, and
        ``ids``, or ``id_bytes`` and ``id_offsets`` of ids that are str. The same sketches are the
        same bytes.

        Examples
        --------
        >>> import tempfile
        >>> from pathlib import Path
        >>> import broadsheet as bs
        >>> from broadsheet.similarity import Sketches
        >>> tokens = bs.Corpus(["Wheat rose today.", "Today wheat rose today."]).tokens()
        >>> path = Path(tempfile.mkdtemp()) / "monday.npz"
        >>> tokens.minhash(shingle=2).save(path)
        >>> Sketches.load(path).pairs(0.5, verify=False)["score"].round(1).tolist()
        [0.7]
        >>> Sketches.load(path, source=tokens).pairs(0.5)["score"].round(3).tolist()
        [0.667]
        """
        write_sketches(path, self.values, self.ids, self.settings)

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, source: Any = None) -> Self:
        """Read sketches from a file, after checking all that it says.

        Parameters
        ----------
        path : str or path
            A file that `save` wrote. Nothing in it is run, and nothing is made larger than it is.
        source : Tokens, Corpus or TermMatrix, optional
            What the sketches are of, for exact similarities; without it, pairs are found with
            ``verify=False`` only.

        Returns
        -------
        MinHash or SimHash
            The sketches.

        Raises
        ------
        ValueError
            If the file is not whole, is of another version, or holds other sketches than this
            class, or those of something else than `source`.

        See Also
        --------
        Sketches.save : Writes the file, and says what it holds.
        """
        from broadsheet.similarity.minhash import MinHash
        from broadsheet.similarity.simhash import SimHash

        values, ids, settings = read_sketches(path)
        kinds: dict[Any, type[Sketches]] = {"minhash": MinHash, "simhash": SimHash}
        algorithm = settings.get("algorithm")
        if not (isinstance(algorithm, str) and algorithm in kinds):
            raise ValueError(f"{path} holds sketches of an algorithm not known: {algorithm!r}")
        kind = kinds[algorithm]
        if cls not in kind.__mro__:
            raise ValueError(f"{path} holds {kind.__name__}, not {cls.__name__}")
        kind._check(values, settings)
        sources = () if source is None else (source,)
        sketches: Any = kind(values, ids, settings, sources)
        if source is not None:
            sketches._check_source(source)
        return cast(Self, sketches)

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
        is_known = all(part.sources for part in parts)
        sources = tuple(source for part in parts for source in part.sources if is_known)
        return type(parts[0])(values, ids, parts[0].settings, sources)

    @classmethod
    @abstractmethod
    def _of(
        cls,
        source: Any,
        settings: dict[str, Any],
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Self:
        """Sketch texts."""

    @classmethod
    @abstractmethod
    def _check(cls, values: NDArray[Any], settings: dict[str, Any]) -> None:
        """Raise ValueError unless these are sketches that this class can have made."""

    @classmethod
    @abstractmethod
    def _settings_of(cls, source: Any, settings: dict[str, Any]) -> dict[str, Any]:
        """Return settings with what `source` itself decides, such as the tokenizer."""

    def _check_source(self, source: Any) -> None:
        """Raise an error unless the sketches are of these texts, as far as some of them tell."""
        check_alike([self.settings, self._settings_of(source, self.settings)], "sketched alike")
        if not np.array_equal(self.ids, ids_of(source)):
            raise ValueError("source must have the ids of the sketches, in the same order")
        rows = np.unique(np.linspace(0, len(self) - 1, _N_COMPARED).astype(int))[: len(self)]
        again = self._of(source[rows], self.settings, n_jobs=1).values
        differs = (again != self.values[rows]).reshape(len(rows), -1).any(axis=1)
        if differs.any():
            row = int(rows[differs.argmax()])
            raise ValueError(
                f"source must be what the sketches are of, but row {row} ({self.ids[row]!s}) has "
                "another sketch"
            )

    def _known_sources(self) -> tuple[Any, ...]:
        if not self.sources:
            raise ValueError(
                "verify needs what the sketches are of: give it as source= when they are loaded, "
                "or say verify=False"
            )
        return self.sources

    def _asked(self, min_similarity: float, verify: bool) -> tuple[float, dict[str, Any]]:
        """Return the least similarity, and what says so in a result."""
        as_flag(verify, "verify")
        least = as_number(min_similarity, "min_similarity")
        if not 0 < least <= 1:
            raise ValueError(f"min_similarity must lie in (0, 1], not {least:g}")
        return least, self.settings | {"min_similarity": least, "verified": bool(verify)}

    def _curve_frame(self, attrs: dict[str, Any]) -> Any:
        """Return the recall that was foretold, as a table."""
        curve = attrs["recall_curve"]
        return make_frame({"similarity": list(curve), "recall": list(curve.values())}, attrs)

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
