"""What can be asked of tokens: which texts are nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from broadsheet._parallel import Progress

if TYPE_CHECKING:
    from broadsheet.similarity import CopyGroups, MinHash
    from broadsheet.terms.tokens import Tokens

__all__ = ["Sketchable"]


class Sketchable:
    """Tokens that can be sketched, by a layer above them."""

    def minhash(
        self,
        n_hashes: int = 128,
        shingle: int = 5,
        *,
        seed: int = 0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> MinHash:
        """Sketch each text, so that pairs that share shingles are found without comparing all.

        Parameters
        ----------
        n_hashes : int, default=128
            Places of a sketch, K, from 1 to 65536; a sketch takes 4 bytes each.
        shingle : int, default=5
            Words of a shingle, from 1 to 64. A text of fewer words is one shingle.
        seed : int, default=0
            What chooses the hashes: the same seed, the same sketches, on any machine.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        MinHash
            One of each text, with all that made them.

        Raises
        ------
        ValueError
            If a number is out of range.

        See Also
        --------
        near_copies : Groups of texts that are nearly the same.
        Corpus.character_minhash : The same of characters.
        broadsheet.similarity.find_pairs : All similar pairs, exactly.

        Notes
        -----
        Two sketches agree in a place with a chance of the Jaccard similarity J of the sets of
        shingles, so the share of places that agree has a standard error of about
        ``sqrt(J * (1 - J) / K)``: at most 0.044 of 128 hashes. Instead of K hashes a shingle this
        takes little more than one, by Dahlgaard, Knudsen and Thorup, "Fast similarity sketching",
        FOCS 2017; the estimate is that of Broder, "On the resemblance and containment of
        documents", SEQUENCES 1997.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Wheat rose in Kansas.", "Rain."])
        >>> sketches = corpus.tokens().minhash(shingle=2)
        >>> bands = sketches.bands(0.7)
        >>> bands, round(sketches.recall(0.7, bands=bands), 3)
        (25, 0.99)
        >>> sketches.pairs(0.7)
           left  right left_id right_id  score
        0     0      1       0        1   0.75
        """
        from broadsheet.similarity import MinHash
        from broadsheet.similarity._shingles import word_settings

        tokens = cast("Tokens", self)
        settings = word_settings(tokens, n_hashes, shingle, seed)
        return MinHash._of(tokens, settings, n_jobs, progress)

    def near_copies(
        self,
        min_similarity: float = 0.8,
        *,
        min_recall: float = 0.95,
        n_hashes: int = 128,
        shingle: int = 5,
        seed: int = 0,
        verify: bool = True,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> CopyGroups:
        """Find texts that are nearly the same, and which to keep so that each is counted once.

        Parameters
        ----------
        min_similarity : float, default=0.8
            The least Jaccard similarity, of sets of shingles, of two texts that are copies.
        min_recall : float, default=0.95
            The least chance that a pair of just this similarity is found; of more similar ones it
            is greater.
        n_hashes : int, default=128
            Places of a sketch.
        shingle : int, default=5
            Words of a shingle, from 1 to 64. A text of fewer words is one shingle.
        seed : int, default=0
            What chooses the hashes.
        verify : bool, default=True
            Whether pairs are compared by their shingles, so that no pair found is wrong.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        CopyGroups
            The groups of copies, and `keep`, a mask for rows of a matrix or of a corpus.

        See Also
        --------
        minhash : The sketches alone, for pairs with their similarities.

        Notes
        -----
        A group is all that can be reached from copy to copy, so it may hold two texts that are less
        similar. Its first text is kept. A text without words is no copy of another.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Rain.", "Wheat rose in Kansas."])
        >>> tokens = corpus.tokens()
        >>> copies = tokens.near_copies(0.7, shingle=2)
        >>> copies.keep
        array([ True,  True, False])
        >>> tokens.matrix()[copies.keep].shape
        (2, 6)
        """
        sketches = self.minhash(n_hashes, shingle, seed=seed, n_jobs=n_jobs, progress=progress)
        return sketches.copy_groups(
            min_similarity,
            min_recall=min_recall,
            verify=verify,
            n_jobs=n_jobs,
            progress=progress,
        )
