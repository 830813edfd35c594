"""What can be asked of a matrix: sketches of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from broadsheet import similarity as _similarity
from broadsheet._parallel import Progress
from broadsheet.terms._comparable import ComparableMatrix

if TYPE_CHECKING:
    from broadsheet.similarity import SimHash
    from broadsheet.terms.matrix import TermMatrix

__all__ = ["SketchableMatrix"]


class SketchableMatrix(ComparableMatrix):
    """Counts or weights whose rows can be sketched."""

    __slots__ = ()

    def simhash(
        self, *, seed: int = 0, n_jobs: int | None = None, progress: Progress = None
    ) -> SimHash:
        """Sketch each document in 64 bits, so that near copies are found by their sketches.

        Parameters
        ----------
        seed : int, default=0
            What chooses the hashes: the same seed, the same sketches, on any machine.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the documents done and their number.

        Returns
        -------
        SimHash
            One of each document, with all that made them.

        Raises
        ------
        ValueError
            If `seed` is out of range.

        See Also
        --------
        Tokens.minhash : Sketches of sets of shingles.
        TermMatrix.pairs : All similar pairs, exactly.

        Notes
        -----
        A bit of two sketches differs with a chance of t / pi, t the angle between the rows: so the
        estimate of an angle has a standard error of at most 11 degrees, and of 3 degrees near 0.
        Each term has 64 normal numbers, made of hashes of its name; bit b is the sign of the sum of
        weights times b-th numbers (Charikar, "Similarity estimation techniques from rounding
        algorithms", STOC 2002). Rows of n-grams, by ``tokens.matrix((5, 5))`` or
        ``corpus.character_matrix((9, 9))``, are sketches of shingles. The time is that of 64
        additions for each stored value; 256 bytes a term are taken meanwhile.

        Examples
        --------
        >>> import broadsheet as bs
        >>> texts = ["Wheat rose in Kansas today.", "Wheat rose in Kansas.", "Rain in Kansas."]
        >>> w = bs.Corpus(texts).tokens().matrix().weight("tfidf")
        >>> sketches = w.simhash()
        >>> sketches.distance(0.8)
        19
        >>> sketches.pairs(0.8).round(3)
           left  right  left_id  right_id  score
        0     0      1        0         1  0.806
        """
        from broadsheet.similarity._sketch_settings import matrix_settings

        matrix = cast("TermMatrix", self)
        return _similarity.SimHash._of(matrix, matrix_settings(matrix, seed), n_jobs, progress)
