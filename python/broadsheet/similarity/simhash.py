"""SimHash: sketches whose bits differ as often as the angle between rows of weights says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from broadsheet._core import similarity as _core
from broadsheet._numbers import as_count, as_limit, as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.similarity._sketch_settings import (
    N_BITS,
    SIMHASH_VERSION,
    check_version,
    core_weights,
    ids_of,
    matrix_settings,
)
from broadsheet.similarity._sketches_html import sketches_html
from broadsheet.similarity.copy_groups import CopyGroups
from broadsheet.similarity.sketches import CURVE, Sketches

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix

__all__ = ["SimHash"]


@dataclass(frozen=True, eq=False, repr=False)
class SimHash(Sketches):
    """Sketches of 64 bits of rows of counts or weights: immutable, made by `TermMatrix.simhash`.

    The bits in which two sketches differ estimate the angle between the rows, hence their cosine.
    Hashes are of terms, not of their columns, so sketches of different matrices may be joined, if
    all else is the same.

    Parameters
    ----------
    values : ndarray of shape (N,), uint64
        The sketch of each row; 0 for a row of zeros.
    ids : ndarray of shape (N,)
        The labels of the rows.
    settings : dict
        What made them: algorithm and its version, n_bits, seed, weighting, and what chose the
        terms, such as tokenizer, zone and n-grams.
    sources : tuple of TermMatrix
        What they are of, one part after the other, for exact similarities; empty if that is not
        known, as of sketches that were loaded without it.

    See Also
    --------
    TermMatrix.simhash : Makes them.
    MinHash : Sketches for the Jaccard similarity of sets of shingles.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Wheat rose in Kansas.", "Rain."])
    >>> sketches = corpus.tokens().matrix().simhash()
    >>> sketches
    SimHash(3 texts, 64 bits, counts, seed=0)
    >>> sketches.pairs(0.8).round(3)
       left  right  left_id  right_id  score
    0     0      1        0         1  0.894
    """

    values: NDArray[np.uint64]
    sources: tuple[TermMatrix, ...]

    @classmethod
    def _of(
        cls,
        source: TermMatrix,
        settings: dict[str, Any],
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> SimHash:
        with watch(progress, len(source), "sketching") as tell:
            values = _core.simhash(
                *core_weights(source),
                offsets=source._labels.offsets,
                labels=source._labels.data,
                seed=settings["seed"],
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        return cls(values, ids_of(source), settings, (source,))

    @classmethod
    def _check(cls, values: NDArray[Any], settings: dict[str, Any]) -> None:
        check_version(settings, SIMHASH_VERSION)
        known = ("seed", "weighting", "weighting_digest")
        if settings.get("n_bits") != N_BITS or any(name not in settings for name in known):
            raise ValueError(f"settings of these sketches are not those of simhash: {settings!r}")
        if values.dtype != np.uint64 or values.ndim != 1:
            raise ValueError(f"sketches must be uint64, not {values.dtype} of {values.ndim}-D")

    @classmethod
    def _settings_of(cls, source: Any, settings: dict[str, Any]) -> dict[str, Any]:
        if not hasattr(source, "weighting"):
            raise TypeError(f"source must be a TermMatrix, not {type(source).__name__}")
        return matrix_settings(source, settings["seed"])

    def distance(self, min_similarity: float, *, min_recall: float = 0.95) -> int:
        """Return in how many bits the sketches of pairs of a similarity may differ.

        Parameters
        ----------
        min_similarity : float
            The cosine, above 0.
        min_recall : float, default=0.95
            The least chance that such a pair is found.

        Returns
        -------
        int
            The least number of bits with that chance.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> sketches = TermMatrix([[1, 2]], ["nato", "summit"]).simhash()
        >>> sketches.distance(0.9), sketches.distance(0.98)
        (14, 8)
        """
        return _core.choose_distance(
            as_number(min_similarity, "min_similarity"), as_number(min_recall, "min_recall")
        )

    def recall(self, similarity: float, *, distance: int) -> float:
        """Return the chance that a pair of a similarity is found, before anything is searched.

        Parameters
        ----------
        similarity : float
            The cosine c of the pair.
        distance : int
            In how many bits d sketches may differ.

        Returns
        -------
        float
            The chance that of 64 bits, each different with a chance of ``arccos(c) / pi``, at most
            d are.

        Notes
        -----
        The formula takes bits to be independent.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> sketches = TermMatrix([[1, 2]], ["nato", "summit"]).simhash()
        >>> [round(sketches.recall(s, distance=14), 3) for s in (0.5, 0.7, 0.9, 0.95)]
        [0.032, 0.319, 0.965, 0.998]
        """
        return _core.hamming_recall(_as_distance(distance), as_number(similarity, "similarity"))

    def recall_curve(
        self, min_similarity: float = 0.95, *, min_recall: float = 0.95, distance: int | None = None
    ) -> Any:
        """Return the chance that `pairs` finds a pair, by its similarity, before it is called.

        Parameters
        ----------
        min_similarity : float, default=0.95
            The least cosine that would be asked for.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found.
        distance : int, optional
            In how many bits sketches may differ, instead of `min_recall`.

        Returns
        -------
        DataFrame
            ``similarity``, from 0.05 to 1, and ``recall``. Below `min_similarity` it is the share
            of pairs that are compared in vain. ``.attrs`` holds what `pairs` would hold.

        See Also
        --------
        SimHash.recall : The formula, for one similarity.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> curve = TermMatrix([[1, 2]], ["nato", "summit"]).simhash().recall_curve(0.9)
        >>> curve.attrs["distance"]
        14
        >>> curve[curve["similarity"].isin([0.5, 0.7, 0.9])].round(3)
            similarity  recall
        9          0.5   0.032
        13         0.7   0.319
        17         0.9   0.965
        """
        return self._curve_frame(self._search(min_similarity, min_recall, distance, verify=True)[1])

    def pairs(
        self,
        min_similarity: float,
        *,
        min_recall: float = 0.95,
        distance: int | None = None,
        verify: bool = True,
        max_pairs: int = 50_000_000,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Find pairs of similar rows by their sketches.

        Parameters
        ----------
        min_similarity : float
            The least cosine that counts, above 0.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found; of more similar ones it
            is greater.
        distance : int, optional
            In how many bits sketches may differ, instead of `min_recall`.
        verify : bool, default=True
            Whether each pair is compared by its rows, so that no pair found is wrong. Else scores
            are estimates, and pairs near `min_similarity` may fall on either side.
        max_pairs : int, default=50_000_000
            More candidates than these are an error, found before memory runs out.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        DataFrame
            A row for each pair: ``left``, ``right``, ``left_id``, ``right_id`` and ``score``, by
            the left text and then by the right. ``.attrs`` holds the settings of the sketches, the
            distance, the recall at `min_similarity` and, as foretold, its curve.

        See Also
        --------
        copy_groups : Which texts are copies of which.
        broadsheet.similarity.find_pairs : All pairs, exactly.

        Notes
        -----
        All sketches within the distance are found, by a sort of all for each choice of blocks of
        bits that must then be the same (Manku, Jain & Das Sarma 2007), or by comparing all, where
        that is quicker, in time that grows with the square of the texts. Sketches serve for near
        copies, of a cosine of 0.9 or more; where it is lower, `TermMatrix.pairs` finds all.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Wheat rose in Kansas.", "Rain."])
        >>> pairs = corpus.tokens().matrix().simhash().pairs(0.85)
        >>> pairs[["left", "right", "score"]].round(3)
           left  right  score
        0     0      1  0.894
        >>> pairs.attrs["distance"], round(pairs.attrs["recall"], 3)
        (16, 0.951)
        """
        most, attrs = self._search(min_similarity, min_recall, distance, verify)
        with watch(progress, len(self), "pairs") as tell:
            found = self._find(most, verify, max_pairs, n_jobs, tell)
        return self._pairs_frame(*found, attrs)

    def copy_groups(
        self,
        min_similarity: float = 0.95,
        *,
        min_recall: float = 0.95,
        distance: int | None = None,
        verify: bool = True,
        max_pairs: int = 50_000_000,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> CopyGroups:
        """Find groups of texts that are copies of one another, or nearly.

        Parameters
        ----------
        min_similarity : float, default=0.95
            The least cosine of two texts that are copies, above 0.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found.
        distance : int, optional
            In how many bits sketches may differ, instead of `min_recall`.
        verify : bool, default=True
            Whether pairs are compared by their rows, instead of by their sketches.
        max_pairs : int, default=50_000_000
            More candidates than these are an error, found before memory runs out.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        CopyGroups
            The groups, and which texts to keep so that there is one of each.

        See Also
        --------
        MinHash.copy_groups : The same by shingles.

        Notes
        -----
        A group is all that can be reached from copy to copy, so it may hold two texts that are less
        similar.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Rain.", "Wheat rose in Kansas."])
        >>> corpus.tokens().matrix().simhash().copy_groups(0.85).keep
        array([ True,  True, False])
        """
        most, attrs = self._search(min_similarity, min_recall, distance, verify)
        with watch(progress, len(self), "groups of copies") as tell:
            left, right, scores = self._find(most, verify, max_pairs, n_jobs, tell)
        links = scores >= attrs["min_similarity"]
        shape = (len(self), len(self))
        graph = sparse.coo_array((links[links], (left[links], right[links])), shape=shape)
        groups = connected_components(graph, directed=False)[1]
        _, firsts, places = np.unique(groups, return_index=True, return_inverse=True)
        return CopyGroups(firsts[places].astype(np.int32), self.ids, attrs)

    def _search(
        self, min_similarity: float, min_recall: float, distance: int | None, verify: bool
    ) -> tuple[int, dict[str, Any]]:
        """Return the greatest distance, and what says so in a result."""
        least, attrs = self._asked(min_similarity, verify)
        given = self.distance(least, min_recall=min_recall) if distance is None else distance
        most = _as_distance(given)
        plan = {
            "distance": most,
            "recall": _core.hamming_recall(most, least),
            "recall_curve": {s: _core.hamming_recall(most, s) for s in CURVE},
        }
        return most, attrs | plan

    def _find(
        self, distance: int, verify: bool, max_pairs: int, n_jobs: int | None, tell: Any
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64]]:
        """Return all pairs of sketches that are near, and their similarities."""
        n_threads = resolve_n_jobs(n_jobs)
        left, right = _core.hamming_pairs(
            self.values,
            distance=distance,
            max_pairs=as_limit(max_pairs, "max_pairs"),
            n_threads=n_threads,
            progress=tell,
        )
        if not verify:
            cosines = np.array([_core.estimated_cosine(bits) for bits in range(N_BITS + 1)])
            return left, right, cosines[_core.hamming_distances(self.values, left, right)]
        done = None if tell is None else lambda _: tell(len(self))
        indptr, indices, weights, n_columns = core_weights(self._matrix(n_jobs))
        scores = _core.cosines(
            indptr, indices, weights, n_columns, left, right, n_threads=n_threads, progress=done
        )
        return left, right, scores

    def _matrix(self, n_jobs: int | None) -> TermMatrix:
        """Return the rows of all parts."""
        parts: list[TermMatrix] = list(self._known_sources())
        if len(parts) == 1:
            return parts[0]
        return type(parts[0])._concat(parts, ignore_ids=True, n_jobs=n_jobs, progress=None)

    def _repr_html_(self) -> str:
        told = self.settings
        made = {"bits": N_BITS, "weights": told["weighting"], "seed": told["seed"]}
        return sketches_html(self, made, (0.7, 0.8, 0.9, 0.95, 0.98), self._plan)

    def _plan(self, least: float) -> tuple[str, Callable[[float], float]]:
        most = self.distance(least)
        how = f"{N_BITS - most} bits or more"
        return how, lambda similarity: _core.hamming_recall(most, similarity)

    def __repr__(self) -> str:
        scheme = str(self.settings["weighting"])
        return (
            f"SimHash({len(self):,} texts, {N_BITS} bits, {scheme}, seed={self.settings['seed']})"
        )


def _as_distance(distance: int) -> int:
    most = as_count(distance, "distance")
    if not 0 <= most <= N_BITS:
        raise ValueError(f"distance must lie in [0, {N_BITS}], not {most}")
    return most
