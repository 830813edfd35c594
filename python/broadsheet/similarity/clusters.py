"""Clusters of similar rows: components and communities of the graph of pairs or neighbours."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from broadsheet._core import similarity as _core
from broadsheet._extras import import_extra
from broadsheet._frames import make_frame
from broadsheet._numbers import as_number, at_least_one, not_negative
from broadsheet._parallel import Progress, watch
from broadsheet.similarity._clusters_html import clusters_html
from broadsheet.similarity.neighbors import Neighbors
from broadsheet.similarity.pairs import Pairs

__all__ = ["Clusters", "find_clusters"]

_METHODS = ("components", "average", "leiden")


class ComparableCounts(Protocol):
    """Counts whose documents can be compared by their terms."""

    def keyness(self, target: Any) -> Any:
        """Compare how often each term comes in some documents and in the rest."""


@dataclass(frozen=True, eq=False, repr=False)
class Clusters:
    """Rows in groups of similar ones: immutable, made by `find_clusters`.

    Parameters
    ----------
    labels : ndarray of shape (N,), int32
        The cluster of each row, numbered from 0: the largest first, of equal ones that with the
        smaller row. A row without similar ones is a cluster by itself.
    sizes : ndarray of shape (n_clusters,)
        The rows of each cluster.
    medoids : ndarray of shape (n_clusters,)
        The row of each cluster whose similarities to the others of it sum to most, the smaller of
        equal ones.
    ids : ndarray of shape (N,)
        The labels of the rows.
    parameters : dict
        What was asked for.

    See Also
    --------
    broadsheet.similarity.find_clusters : Makes it.

    Examples
    --------
    >>> from broadsheet.similarity import find_clusters, find_pairs
    >>> pairs = find_pairs([[1.0, 0, 0], [9, 1, 0], [0, 0, 1], [8, 1, 0]], min_similarity=0.5)
    >>> clusters = find_clusters(pairs)
    >>> clusters
    Clusters(4 rows, 2 clusters, largest 3, method='components')
    >>> clusters.labels, clusters.medoids
    (array([0, 0, 1, 0], dtype=int32), array([1, 2], dtype=int32))
    """

    labels: NDArray[np.int32]
    sizes: NDArray[np.int64]
    medoids: NDArray[np.int32]
    ids: NDArray[Any]
    parameters: dict[str, Any]

    def __post_init__(self) -> None:
        for array in (self.labels, self.sizes, self.medoids):
            array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def attrs(self) -> dict[str, Any]:
        """Where the groups come from."""
        return {"measure": "clusters", "parameters": dict(self.parameters)}

    def rows(self, cluster: int) -> NDArray[np.intp]:
        """Return the rows of a cluster, ascending.

        Parameters
        ----------
        cluster : int
            Its number, from 0 for the largest.

        Returns
        -------
        ndarray of int
            The rows: ``m[clusters.rows(0)]`` is the largest cluster.

        Raises
        ------
        IndexError
            If there is no such cluster.
        """
        if not 0 <= cluster < len(self):
            raise IndexError(f"cluster must be from 0 to {len(self) - 1}, not {cluster}")
        return np.flatnonzero(self.labels == cluster)

    def terms(self, counts: ComparableCounts, cluster: int, n: int = 10) -> Any:
        """Return the terms that set a cluster apart from all other rows.

        Parameters
        ----------
        counts : TermMatrix
            Counts of the same documents.
        cluster : int
            Its number, from 0 for the largest.
        n : int, default=10
            Terms.

        Returns
        -------
        DataFrame
            The first rows of ``counts.keyness(target=...)``.

        Raises
        ------
        IndexError
            If there is no such cluster.
        ValueError
            If `counts` are weights or of other documents, or `n` is below 1.

        Examples
        --------
        >>> from broadsheet.similarity import find_clusters
        >>> from broadsheet.terms import TermMatrix
        >>> m = TermMatrix([[5, 1, 0], [4, 1, 0], [0, 1, 9]], ["nato", "summit", "wheat"])
        >>> clusters = find_clusters(m.pairs(0.5))
        >>> clusters.terms(m, 0, n=1)["term"].tolist()
        ['nato']
        """
        rows = self.rows(cluster)
        n_rows = getattr(counts, "shape", (len(self.labels),))[0]
        if n_rows != len(self.labels):
            raise ValueError(f"counts must be of the {len(self.labels):,} rows, not of {n_rows:,}")
        return counts.keyness(target=rows)[: at_least_one(n, "n")]

    def to_frame(self) -> Any:
        """Return the cluster of each row as a table.

        Returns
        -------
        DataFrame
            ``row``, ``id``, ``cluster``, ``size`` of the cluster and ``is_medoid``.
        """
        rows = np.arange(len(self.labels))
        return make_frame(
            {
                "row": rows,
                "id": self.ids,
                "cluster": self.labels,
                "size": self.sizes[self.labels],
                "is_medoid": self.medoids[self.labels] == rows,
            },
            self.attrs,
        )

    def _repr_html_(self) -> str:
        return clusters_html(self)

    def __repr__(self) -> str:
        largest = int(self.sizes.max(initial=0))
        return (
            f"Clusters({len(self.labels):,} rows, {len(self):,} clusters, largest {largest:,}, "
            f"method={self.parameters['method']!r})"
        )


def find_clusters(
    similar: Pairs | Neighbors,
    method: Literal["components", "average", "leiden"] = "components",
    *,
    resolution: float = 0.15,
    seed: int = 0,
    progress: Progress = None,
) -> Clusters:
    """Group rows by the graph of their similarities.

    Parameters
    ----------
    similar : Pairs or Neighbors
        Similarities within one matrix: ``w.pairs(0.15)`` or ``w.similar(k=10)``. Where a row is a
        neighbour of another but not the other way round, they are linked as well.
    method : {"components", "average", "leiden"}, default="components"
        ``"components"``: rows that a chain of links leads to, as for copies. ``"average"``: the two
        clusters whose rows are most similar on average are united, again and again. ``"leiden"``:
        dense communities, by the package igraph (extra ``clusters``).
    resolution : float, default=0.15
        How similar the rows of a cluster are on average: of ``"average"`` the least mean similarity
        between the rows of two clusters that are united, of ``"leiden"`` within one, about. The
        higher, the more and smaller clusters.
    seed : int, default=0
        Of ``"leiden"``, which starts at random: the result is the same for the same seed.
    progress : bool or callable, optional
        Of ``"average"``: whether to show a bar, or what to call with the rows done and their number.

    Returns
    -------
    Clusters
        The cluster of each row, the largest cluster first.

    Raises
    ------
    ValueError
        If `similar` is between two matrices, `method` is none that is known, or `resolution` or
        `seed` is out of range.
    TypeError
        If `similar` is something else.
    ModuleNotFoundError
        If igraph is missing.

    Notes
    -----
    Leiden with the constant Potts model: a cluster of n rows is worth its similarities less
    ``resolution`` times n (n - 1) / 2 (Traag, Van Dooren & Nesterov 2011; Traag, Waltman & van Eck
    2019). Against the 69 events of 383 reports, ``w.pairs(0.15)`` of tf-idf with sublinear counts
    and stemmed words gave a B-cubed F1 of 0.94 and an adjusted Rand index of 0.87; average linkage
    of ``w.pairs(0.05)`` at a resolution of 0.2 gave 0.93 and 0.85, components at their best
    threshold 0.89 and 0.74 (``tests/evaluation/clusters.py``).

    Average linkage (UPGMA; Sokal & Michener 1958) of pairs that are not there counts them as 0, so
    `similar` should reach well below `resolution`. Of equally similar clusters those with the
    smaller rows are united first. It never makes an N x N matrix; time grows with the links of
    the clusters that are united, and is worst where one cluster takes all rows one by one.

    Examples
    --------
    >>> from broadsheet.similarity import find_clusters, find_neighbors
    >>> rows = [[1.0, 0, 0], [9, 1, 0], [0, 0, 1], [0, 1, 9]]
    >>> find_clusters(find_neighbors(rows, k=1), "components").labels
    array([0, 0, 1, 1], dtype=int32)
    """
    graph, ids = _read_graph(similar)
    if method not in _METHODS:
        raise ValueError(f"method must be one of {_METHODS}, not {method!r}")
    parameters: dict[str, Any] = {"method": method, "min_similarity": similar.min_similarity}
    if method == "components":
        found = connected_components(graph, directed=False)[1]
    else:
        least = as_number(resolution, "resolution")
        if not least > 0:
            raise ValueError(f"resolution must be above 0, not {resolution}")
        parameters["resolution"] = least
        if method == "average":
            found = _link_on_average(graph, least, progress)
        else:
            parameters["seed"] = not_negative(seed, "seed")
            found = _find_communities(graph, least, parameters["seed"])
    labels = _by_size(found)
    sizes = np.bincount(labels)
    return Clusters(labels, sizes, _find_medoids(graph, labels, len(sizes)), ids, parameters)


def _read_graph(similar: Pairs | Neighbors) -> tuple[sparse.csr_array, NDArray[Any]]:
    """Return a symmetric matrix of similarities, and the labels of its rows."""
    if isinstance(similar, Pairs):
        is_within, ids = similar.left_rows is similar.right_rows, similar.left_rows.ids
    elif isinstance(similar, Neighbors):
        is_within, ids = similar.is_within, similar.ids
    else:
        raise TypeError(f"similar must be Pairs or Neighbors, not {type(similar).__name__}")
    if not is_within:
        raise ValueError("similar must be of the rows of one matrix, not between two")
    one_way = similar.to_scipy()
    return sparse.csr_array(one_way.maximum(one_way.T)), ids


def _link_on_average(
    graph: sparse.csr_array, least: float, progress: Progress
) -> NDArray[np.int32]:
    links = sparse.triu(graph, 1, format="coo")
    with watch(progress, graph.shape[0], "clusters", unit="row") as tell:
        return _core.average_link(
            graph.shape[0],
            links.row.astype(np.int32, copy=False),
            links.col.astype(np.int32, copy=False),
            links.data.astype(np.float64, copy=False),
            min_similarity=least,
            progress=tell,
        )


def _find_communities(graph: sparse.csr_array, resolution: float, seed: int) -> NDArray[Any]:
    igraph = import_extra("igraph", extra="clusters")
    links = sparse.triu(graph, 1, format="coo")
    network = igraph.Graph(n=graph.shape[0], edges=np.column_stack([links.row, links.col]))
    igraph.set_random_number_generator(random.Random(seed))
    try:
        found = network.community_leiden(
            objective_function="CPM",
            weights=links.data.astype(float).tolist(),
            resolution=resolution,
            n_iterations=-1,
        )
    finally:
        igraph.set_random_number_generator(random)
    return np.asarray(found.membership)


def _by_size(found: NDArray[Any]) -> NDArray[np.int32]:
    """Number clusters anew: the largest first, of equal ones that with the smaller row."""
    _, firsts, places, sizes = np.unique(
        found, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((firsts, -sizes))
    numbers = np.empty(len(order), dtype=np.int32)
    numbers[order] = np.arange(len(order), dtype=np.int32)
    return numbers[places]


def _find_medoids(
    graph: sparse.csr_array, labels: NDArray[np.int32], n_clusters: int
) -> NDArray[np.int32]:
    links = graph.tocoo()
    is_inside = labels[links.row] == labels[links.col]
    sums = np.bincount(
        links.row[is_inside], links.data[is_inside].astype(float), minlength=len(labels)
    )
    order = np.lexsort((-sums, labels))  # Stable: of equal sums the smaller row comes first.
    firsts = np.searchsorted(labels[order], np.arange(n_clusters))
    return order[firsts].astype(np.int32)
