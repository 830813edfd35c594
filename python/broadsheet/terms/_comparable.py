"""Similar documents of a matrix, and why they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from broadsheet import similarity as _similarity
from broadsheet._parallel import Progress
from broadsheet.terms._datable_matrix import DatableMatrix

if TYPE_CHECKING:
    from broadsheet.similarity import LatentSpace, Neighbors, Pairs, SemanticProfile
    from broadsheet.similarity._operand import MeasureName

__all__ = ["ComparableMatrix"]


class ComparableMatrix(DatableMatrix):
    """Counts or weights whose rows can be compared with one another."""

    __slots__ = ()

    def similar(
        self,
        k: int = 10,
        measure: MeasureName = "cosine",
        *,
        to: ComparableMatrix | None = None,
        min_similarity: float = 0.0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Neighbors:
        """Find the most similar documents to each document, exactly.

        Parameters
        ----------
        k : int, default=10
            Neighbours a document; it may have fewer.
        measure : str, default="cosine"
            ``"cosine"``, ``"dot"``, ``"jaccard"``, ``"dice"``, ``"overlap"``, ``"containment"``,
            ``"generalized_jaccard"`` or ``"bm25"``, as `broadsheet.similarity.find_neighbors` has
            them. The last one is asked of counts: each row is a query, the documents are `to`,
            weighed by BM25 if they are counts too.
        to : TermMatrix, optional
            The documents to find neighbours among, over the same terms. By default the other
            documents of this matrix.
        min_similarity : float, default=0.0
            The least similarity that counts; one of 0 or below never does.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        Neighbors
            Rows and scores, best first, ties by the smaller row.

        Raises
        ------
        ValueError
            If an option is out of range, the terms differ, or weights are not what the measure
            takes.

        See Also
        --------
        TermMatrix.pairs : All pairs that are similar enough.
        TermMatrix.why : The terms that make two documents similar.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[1, 1, 0], [1, 2, 0], [0, 1, 3]], ["nato", "summit", "wheat"])
        >>> m.weight("tfidf").similar(k=1).indices.ravel()
        array([1, 0, 1], dtype=int32)
        >>> m.similar(k=1, measure="bm25").to_frame().round(3)
           row  id  rank  neighbor  neighbor_id  score
        0    0   0     1         1            1  0.297
        1    1   1     1         0            0  0.388
        2    2   2     1         1            1  0.083
        """
        return _similarity.find_neighbors(
            self,
            to,
            k=k,
            measure=measure,
            min_similarity=min_similarity,
            n_jobs=n_jobs,
            progress=progress,
        )

    def pairs(
        self,
        min_similarity: float,
        measure: MeasureName = "cosine",
        *,
        to: ComparableMatrix | None = None,
        max_pairs: int = 50_000_000,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Pairs:
        """Find all pairs of documents that are at least so similar, exactly.

        Parameters
        ----------
        min_similarity : float
            The least similarity that counts; one of 0 or below never does.
        measure : str, default="cosine"
            The measure, as for `similar`.
        to : TermMatrix, optional
            The documents to pair those of this matrix with, over the same terms. By default they
            are paired with one another: each pair once, or twice by a measure that differs from
            either side.
        max_pairs : int, default=50_000_000
            More pairs than these are an error, found before memory runs out.
        n_jobs : int, optional
            Threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        Pairs
            Both rows and the score of each, by the left row and then by the right.

        Raises
        ------
        ValueError
            If there are more pairs than `max_pairs`, an option is out of range, the terms differ,
            or weights are not what the measure takes.

        See Also
        --------
        TermMatrix.similar : The most similar documents to each.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Rates rose by a point on Friday", "Rates fell by a point on Friday"])
        >>> shingles = corpus.tokens().matrix(ngrams=(2, 2))
        >>> shingles.pairs(0.5, "jaccard").to_frame()
           left  right  left_id  right_id  score
        0     0      1        0         1    0.5
        """
        return _similarity.find_pairs(
            self,
            to,
            min_similarity=min_similarity,
            measure=measure,
            max_pairs=max_pairs,
            n_jobs=n_jobs,
            progress=progress,
        )

    def why(
        self,
        i: int | str,
        j: int | str,
        *,
        to: ComparableMatrix | None = None,
        measure: MeasureName = "cosine",
    ) -> Any:
        """Return the terms that make two documents similar, with what each adds.

        Parameters
        ----------
        i : int or str
            A row of this matrix: its number or its label.
        j : int or str
            A row of `to`, or of this matrix.
        to : TermMatrix, optional
            The matrix of the second document, over the same terms.
        measure : str, default="cosine"
            The measure to explain, as for `similar`.

        Returns
        -------
        DataFrame
            A row for each shared term, the greatest contribution first; contributions sum to the
            similarity.

        Raises
        ------
        KeyError
            If no row has the label, or several have.
        IndexError
            If there is no such row.

        See Also
        --------
        TermMatrix.similar : The most similar documents to each.
        broadsheet.terms.Tokens.evidence : The passages where such terms stand.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[3, 0, 4], [2, 1, 2]], ["nato", "summit", "wheat"])
        >>> m.why(0, 1)["contribution"].round(3).tolist()
        [0.533, 0.4]
        >>> m.why(0, 1, measure="generalized_jaccard")["contribution"].tolist()
        [0.25, 0.25]
        """
        return _similarity.explain(self, i, to, j, measure=measure)

    def lsa(
        self,
        k: int = 100,
        *,
        tol: float | None = None,
        seed: int = 0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> LatentSpace:
        """Find the k latent dimensions that hold most of these weights.

        Parameters
        ----------
        k : int, default=100
            Dimensions, from 1 to the smaller number of documents and terms.
        tol : float, optional
            How far each singular value may be from the true one, relative to it.
        seed : int, default=0
            Of the random start.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_steps)``.

        Returns
        -------
        LatentSpace
            Documents and terms in k dimensions; its `similar` finds neighbours there, and its
            `project` places other documents.

        Raises
        ------
        ValueError
            If `k`, `tol` or `seed` is out of range, or all weights are 0.

        See Also
        --------
        broadsheet.similarity.lsa : The method, and its sources.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[3, 2, 0], [2, 4, 0], [0, 0, 1]], ["nato", "summit", "wheat"])
        >>> m.lsa(2).top_terms(1)["term"].tolist()
        ['summit', 'nato']
        """
        return _similarity.lsa(self, k, tol=tol, seed=seed, n_jobs=n_jobs, progress=progress)

    def semantic_profile(
        self,
        background: ComparableMatrix,
        *,
        min_similarity: float = 0.05,
        k: int | None = None,
        direct: float = 0.0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> SemanticProfile:
        """Represent documents by their similarities to the documents of a background.

        Parameters
        ----------
        background : TermMatrix
            Weights over the same terms: an archive, or this matrix itself.
        min_similarity : float, default=0.05
            The least cosine that counts; one of 0 or below never does.
        k : int, optional
            The most background documents that count for a document. By default all that are
            similar enough.
        direct : float, default=0.0
            The share of the direct cosine in similarities, from 0 to below 1.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_documents)``.

        Returns
        -------
        SemanticProfile
            A sparse matrix of similarities, with `similar`, `pairs` and `why`.

        Raises
        ------
        ValueError
            If an option is out of range, or the terms differ.

        See Also
        --------
        broadsheet.similarity.semantic_profile : A recipe, and what it was found to gain.

        Examples
        --------
        >>> from broadsheet.terms import TermMatrix
        >>> archive = TermMatrix([[1, 1, 0], [0, 0, 1]], ["nato", "summit", "wheat"])
        >>> m = TermMatrix([[1, 0, 0], [0, 1, 0]], archive.terms)
        >>> m.semantic_profile(archive).why(0, 1)["term"].tolist()
        ['background 0']
        """
        return _similarity.semantic_profile(
            self,
            background,
            min_similarity=min_similarity,
            k=k,
            direct=direct,
            n_jobs=n_jobs,
            progress=progress,
        )
