"""MinHash: sketches whose places agree as often as sets of shingles are similar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import similarity as _core
from broadsheet._numbers import as_limit, as_number, at_least_one
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.similarity._shingles import check_minhash, fitted, shingles_of, source_settings
from broadsheet.similarity._sketch_settings import ids_of
from broadsheet.similarity._sketches_html import sketches_html
from broadsheet.similarity.copy_groups import CopyGroups
from broadsheet.similarity.sketches import CURVE, Sketches

if TYPE_CHECKING:
    from broadsheet.corpus import Corpus
    from broadsheet.terms.tokens import Tokens

__all__ = ["MinHash"]


@dataclass(frozen=True, eq=False, repr=False)
class MinHash(Sketches):
    """Sketches of the sets of shingles of texts: immutable, made by `Tokens.minhash`.

    The share of places in which two sketches agree estimates the Jaccard similarity of the sets of
    shingles. Hashes are of words, not of their numbers, so sketches of different corpora may be
    joined, if all else is the same.

    Parameters
    ----------
    values : ndarray of shape (N, n_hashes), uint32
        The sketch of each text; 2^32 - 1 everywhere for a text without words.
    ids : ndarray of shape (N,)
        The names of the texts.
    settings : dict
        What made them: algorithm and its version, n_hashes, shingle, unit, seed; of words the
        tokenizer and the zone, of characters lowercase and strip_accents.
    sources : tuple of Tokens or Corpus
        What they are of, one part after the other, for exact similarities; empty if that is not
        known, as of sketches that were loaded without it.

    See Also
    --------
    Tokens.minhash : Makes them of words.
    Corpus.character_minhash : Makes them of characters.
    SimHash : Sketches for the cosine of weights.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Wheat rose in Kansas.", "Rain."])
    >>> sketches = corpus.tokens().minhash(shingle=2)
    >>> sketches
    MinHash(3 texts, 128 hashes, shingles of 2 words, seed=0)
    >>> sketches.pairs(0.5)
       left  right left_id right_id  score
    0     0      1       0        1   0.75
    """

    values: NDArray[np.uint32]
    sources: tuple[Tokens | Corpus, ...]

    @classmethod
    def _of(
        cls,
        source: Tokens | Corpus,
        settings: dict[str, Any],
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> MinHash:
        with watch(progress, len(source), "sketching") as tell:
            values = _core.minhash(
                shingles_of(source, settings),
                n_hashes=fitted(settings["n_hashes"]),
                seed=settings["seed"],
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        return cls(values, ids_of(source), settings, (source,))

    @classmethod
    def _check(cls, values: NDArray[Any], settings: dict[str, Any]) -> None:
        check_minhash(values, settings)

    @classmethod
    def _settings_of(cls, source: Any, settings: dict[str, Any]) -> dict[str, Any]:
        return source_settings(source, settings)

    def bands(self, min_similarity: float, *, min_recall: float = 0.95) -> int:
        """Return into how many bands sketches are cut to find pairs of a similarity.

        Parameters
        ----------
        min_similarity : float
            The similarity, above 0.
        min_recall : float, default=0.95
            The least chance that such a pair is found.

        Returns
        -------
        int
            So many that they are the longest with that chance, and false candidates the fewest.

        Raises
        ------
        ValueError
            If sketches have too few hashes, or a number is out of range.

        Examples
        --------
        >>> import broadsheet as bs
        >>> sketches = bs.Corpus(["Wheat rose."]).tokens().minhash()
        >>> sketches.bands(0.8)
        18
        """
        bands, _ = _core.choose_banding(
            n_hashes=self.values.shape[1],
            min_similarity=as_number(min_similarity, "min_similarity"),
            min_recall=as_number(min_recall, "min_recall"),
        )
        return bands

    def recall(self, similarity: float, *, bands: int) -> float:
        """Return the chance that a pair of a similarity is found, before anything is searched.

        Parameters
        ----------
        similarity : float
            The Jaccard similarity s of the pair.
        bands : int
            How many bands b sketches are cut into, each of r = n_hashes // b places.

        Returns
        -------
        float
            ``1 - (1 - s**r)**b``.

        Notes
        -----
        Two texts are candidates if they agree in all places of a band. The formula takes places to
        be independent. Source: Leskovec, Rajaraman and Ullman, *Mining of massive datasets*,
        section 3.4.

        Examples
        --------
        >>> import broadsheet as bs
        >>> sketches = bs.Corpus(["Wheat rose."]).tokens().minhash()
        >>> [round(sketches.recall(s, bands=18), 3) for s in (0.4, 0.6, 0.8, 0.9)]
        [0.029, 0.4, 0.986, 1.0]
        """
        count, rows = self._banding(bands)
        return _core.recall(as_number(similarity, "similarity"), bands=count, rows=rows)

    def recall_curve(
        self, min_similarity: float = 0.8, *, min_recall: float = 0.95, bands: int | None = None
    ) -> Any:
        """Return the chance that `pairs` finds a pair, by its similarity, before it is called.

        Parameters
        ----------
        min_similarity : float, default=0.8
            The least Jaccard similarity that would be asked for.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found.
        bands : int, optional
            Into how many bands sketches are cut, instead of `min_recall`.

        Returns
        -------
        DataFrame
            ``similarity``, from 0.05 to 1, and ``recall``. Below `min_similarity` it is the share
            of pairs that are compared in vain. ``.attrs`` holds what `pairs` would hold.

        See Also
        --------
        MinHash.recall : The formula, for one similarity.

        Examples
        --------
        >>> import broadsheet as bs
        >>> sketches = bs.Corpus(["Wheat rose."]).tokens().minhash()
        >>> curve = sketches.recall_curve(0.8)
        >>> curve.attrs["bands"]
        18
        >>> curve[curve["similarity"].isin([0.4, 0.6, 0.8])].round(3)
            similarity  recall
        7          0.4   0.029
        11         0.6   0.400
        15         0.8   0.986
        """
        return self._curve_frame(self._search(min_similarity, min_recall, bands, verify=True)[-1])

    def pairs(
        self,
        min_similarity: float,
        *,
        min_recall: float = 0.95,
        bands: int | None = None,
        verify: bool = True,
        max_pairs: int = 50_000_000,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Find pairs of texts that share shingles, without comparing all.

        Parameters
        ----------
        min_similarity : float
            The least Jaccard similarity that counts, above 0.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found; of more similar ones it
            is greater.
        bands : int, optional
            Into how many bands sketches are cut, instead of `min_recall`.
        verify : bool, default=True
            Whether each pair is compared by its shingles, so that no pair found is wrong. Else
            scores are estimates, and pairs near `min_similarity` may fall on either side.
        max_pairs : int, default=50_000_000
            More candidates than these are an error, found before memory runs out. `copy_groups`
            has no such limit.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the bands done and their number.

        Returns
        -------
        DataFrame
            A row for each pair: ``left``, ``right``, ``left_id``, ``right_id`` and ``score``, by
            the left text and then by the right. ``.attrs`` holds the settings of the sketches, the
            bands, the recall at `min_similarity` and, as foretold, its curve.

        See Also
        --------
        copy_groups : Which texts are copies of which.
        broadsheet.similarity.find_pairs : All pairs, exactly.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Wheat rose in Kansas.", "Rain."])
        >>> pairs = corpus.tokens().minhash(shingle=2).pairs(0.5)
        >>> pairs[["left", "right", "score"]]
           left  right  score
        0     0      1   0.75
        >>> pairs.attrs["bands"], round(pairs.attrs["recall"], 3)
        (42, 0.996)
        """
        _, count, rows, attrs = self._search(min_similarity, min_recall, bands, verify)
        n_threads = resolve_n_jobs(n_jobs)
        with watch(progress, count, "pairs", unit="band") as tell:
            left, right = _core.candidate_pairs(
                self.values,
                bands=count,
                rows=rows,
                max_pairs=as_limit(max_pairs, "max_pairs"),
                n_threads=n_threads,
                progress=tell,
            )
            if verify:
                scores = _core.jaccard(
                    self._shingles(),
                    left,
                    right,
                    n_threads=n_threads,
                    progress=None if tell is None else lambda _: tell(count),
                )
            else:
                scores = _core.estimated_jaccard(self.values, left, right)
        return self._pairs_frame(left, right, scores, attrs)

    def copy_groups(
        self,
        min_similarity: float = 0.8,
        *,
        min_recall: float = 0.95,
        bands: int | None = None,
        verify: bool = True,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> CopyGroups:
        """Find groups of texts that are copies of one another, or nearly.

        Parameters
        ----------
        min_similarity : float, default=0.8
            The least Jaccard similarity of two texts that are copies, above 0.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found.
        bands : int, optional
            Into how many bands sketches are cut, instead of `min_recall`.
        verify : bool, default=True
            Whether pairs are compared by their shingles, instead of by their sketches.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the bands done and their number.

        Returns
        -------
        CopyGroups
            The groups, and which texts to keep so that there is one of each.

        See Also
        --------
        Tokens.near_copies : The same in one step.

        Notes
        -----
        A group is all that can be reached from copy to copy, so it may hold two texts that are less
        similar.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Rain.", "Wheat rose in Kansas."])
        >>> corpus.tokens().minhash(shingle=2).copy_groups(0.7).keep
        array([ True,  True, False])
        """
        least, count, rows, attrs = self._search(min_similarity, min_recall, bands, verify)
        with watch(progress, count, "groups of copies", unit="band") as tell:
            first = _core.copy_groups(
                self.values,
                self._shingles() if verify else None,
                bands=count,
                rows=rows,
                min_similarity=least,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        return CopyGroups(first, self.ids, attrs)

    def _search(
        self, min_similarity: float, min_recall: float, bands: int | None, verify: bool
    ) -> tuple[float, int, int, dict[str, Any]]:
        """Return the least similarity, bands, places of each, and what says so in a result."""
        least, attrs = self._asked(min_similarity, verify)
        given = self.bands(least, min_recall=min_recall) if bands is None else bands
        count, rows = self._banding(given)
        plan = {
            "bands": count,
            "recall": _core.recall(least, bands=count, rows=rows),
            "recall_curve": {s: _core.recall(s, bands=count, rows=rows) for s in CURVE},
        }
        return least, count, rows, attrs | plan

    def _banding(self, bands: int) -> tuple[int, int]:
        count = at_least_one(bands, "bands")
        n_hashes = self.values.shape[1]
        if count > n_hashes:
            raise ValueError(f"bands must be at most n_hashes = {n_hashes}, not {count}")
        return count, n_hashes // count

    def _shingles(self) -> _core.Shingles:
        parts = tuple(shingles_of(part, self.settings) for part in self._known_sources())
        return _core.JoinedShingles(parts)

    def _repr_html_(self) -> str:
        told = self.settings
        made = {
            "hashes": told["n_hashes"],
            f"{told['unit']}s a shingle": told["shingle"],
            "seed": told["seed"],
        }
        return sketches_html(self, made, (0.5, 0.6, 0.7, 0.8, 0.9), self._plan)

    def _plan(self, least: float) -> tuple[str, Callable[[float], float]]:
        count, rows = self._banding(self.bands(least))
        how = f"one of {count} bands of {rows} places"
        return how, lambda similarity: _core.recall(similarity, bands=count, rows=rows)

    def __repr__(self) -> str:
        told = self.settings
        return (
            f"MinHash({len(self):,} texts, {told['n_hashes']} hashes, "
            f"shingles of {told['shingle']} {told['unit']}s, seed={told['seed']})"
        )
