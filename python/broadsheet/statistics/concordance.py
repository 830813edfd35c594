"""Every place where a word, a phrase or a pattern stands, with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Self, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._numbers import not_negative
from broadsheet._parallel import Progress
from broadsheet.statistics._concordance_html import concordance_html
from broadsheet.statistics._concordance_text import concordance_text
from broadsheet.statistics._contexts import Contexts, Hits, find_contexts
from broadsheet.statistics._counts import count_lines
from broadsheet.statistics._places import Within, read_place
from broadsheet.statistics.concordance_line import ConcordanceLine
from broadsheet.terms._rows import places_of

if TYPE_CHECKING:
    from broadsheet.statistics._query import Query
    from broadsheet.terms import Tokens

__all__ = ["Concordance"]

_N_ITERATED = 1024  # Lines whose text is cut at once.


@dataclass(frozen=True, eq=False, repr=False)
class Concordance:
    """Hits of a query, each a line with the text around it: key words in context. Immutable.

    Made by ``Tokens.concordance``. Hits are places among tokens, so millions of them are quickly
    there; the text of a line is cut when it is asked for.

    Parameters
    ----------
    tokens : Tokens
        What was searched.
    queries : tuple of Query
        What was looked for.
    window : int
        How many tokens are shown on each side.
    within : {"document", "sentence"}
        What the text around a hit does not leave.
    documents, positions, lengths : ndarray of int32
        The row of each hit, how many tokens of its document stand before it, and how many it has.
    query_numbers : ndarray of int32
        Which query each hit is of.
    n_found : int
        How many hits there were before any were left out.
    settings : dict
        How the hits were chosen and put in order.

    See Also
    --------
    Tokens.concordance : Makes it.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.Corpus(["He met NATO's chief.", "NATO, and not the U.N., met."])
    >>> lines = corpus.tokens().concordance("nato", window=2)
    >>> lines
    Concordance('nato', 2 hits in 2 documents, window=2)
    >>> print(lines)
    0  He met  NATO  's chief
    1          NATO  , and not
    >>> lines[0].left, lines[0].node, lines[0].right
    ('He met ', 'NATO', "'s chief")
    >>> lines.to_frame()[["id", "position", "start", "end", "node"]]
      id  position  start  end  node
    0  0         2      7   11  NATO
    1  1         0      0    4  NATO
    """

    tokens: Tokens
    queries: tuple[Query, ...]
    window: int
    within: Within
    documents: NDArray[np.int32]
    positions: NDArray[np.int32]
    lengths: NDArray[np.int32]
    query_numbers: NDArray[np.int32]
    n_found: int
    settings: dict[str, Any]

    def __post_init__(self) -> None:
        for array in (*self._hits(), self.query_numbers):
            array.flags.writeable = False

    def __reduce__(self) -> tuple[type[Concordance], tuple[Any, ...]]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))

    @property
    def attrs(self) -> dict[str, Any]:
        """What the lines are: the queries, the window, and how hits were chosen."""
        return {
            "measure": "concordance",
            "query": [query.text for query in self.queries],
            "window": self.window,
            "unit": "tokens",
            "within": self.within,
            "tokenizer": repr(self.tokens.tokenizer),
            "n_found": self.n_found,
            **self.settings,
        }

    @property
    def n_documents(self) -> int:
        """The number of documents that have hits."""
        return int(np.count_nonzero(np.bincount(self.documents)))

    def to_frame(self, n_jobs: int | None = None, progress: Progress = None) -> Any:
        """Return the lines as a table.

        Parameters
        ----------
        n_jobs : int, optional
            The number of threads. By default every core the process may use.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts cut and their number.

        Returns
        -------
        DataFrame
            A row for each line, with the columns of `ConcordanceLine`.

        See Also
        --------
        ConcordanceLine : What the columns are.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat fell.", "Corn and wheat fell."]).tokens()
        >>> tokens.concordance("wheat").to_frame()[["row", "left", "node", "right"]]
           row       left   node  right
        0    0             Wheat   fell
        1    1  Corn and   wheat   fell
        """
        found = self._contexts(n_jobs, progress)
        texts = np.array([query.text for query in self.queries], dtype=object)
        return make_frame(
            {
                "row": self.documents,
                "id": self.tokens._names(self.documents),
                "position": self.positions,
                **found._asdict(),
                "query": texts[self.query_numbers],
            },
            self.attrs,
        )

    def to_text(self, n_lines: int | None = 20, width: int = 40) -> str:
        """Return the first lines as text in aligned columns: document, left, node and right.

        Parameters
        ----------
        n_lines : int, optional
            How many lines; None for all.
        width : int, default=40
            How many columns of a terminal each side may take at most.

        Returns
        -------
        str
            A line for each hit, without a line end behind the last. Line ends within the text are
            blanks, and what would move the cursor is left out.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Prices of wheat fell.", "Wheat rose."], ids=["a", "b"]).tokens()
        >>> print(tokens.concordance("wheat").to_text(width=9))
        a  Prices of  wheat  fell
        b             Wheat  rose
        """
        shown = self if n_lines is None else self[: not_negative(n_lines, "n_lines")]
        return concordance_text(list(shown), len(self) - len(shown), not_negative(width, "width"))

    def sort(self, *keys: str) -> Self:
        """Return the lines in the order of the words in or around the node.

        Parameters
        ----------
        *keys : str
            ``"L1"`` is the token before the node, ``"L2"`` the one before that, ``"R1"`` the one
            behind the node, and so on, however wide the window is; ``"node"`` is the node itself,
            ``"document"`` the order of the documents. The first key weighs most.

        Returns
        -------
        Concordance
            The same lines. They compare by their terms in the order of code points; a line that
            has no token in a place comes first. Lines that are equal stand in the order of
            documents and positions.

        Raises
        ------
        ValueError
            If a key is none of these.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat rose.", "Wheat fell.", "No wheat."]).tokens()
        >>> print(tokens.concordance("wheat").sort("R1"))
        2  No  wheat
        1      Wheat  fell
        0      Wheat  rose
        """
        places = [read_place(key, ("node", "document")) for key in keys]
        tokens = self.tokens
        order = _core.hit_order(
            tokens.indptr, tokens._ids, tokens.vocabulary._core, self._hits(), places
        )
        return self._take(order, sort=list(keys))

    def sample(self, n: int, seed: int = 0) -> Self:
        """Return some of the lines, chosen by chance, in the order they stand in.

        Parameters
        ----------
        n : int
            How many; all of them if there are no more.
        seed : int, default=0
            What makes the choice repeatable: the same seed, the same lines, on any machine.

        Returns
        -------
        Concordance
            As many lines, each set of which was equally likely.

        Raises
        ------
        ValueError
            If a number is negative.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat fell and fell and fell."]).tokens()
        >>> len(tokens.concordance("fell").sample(2, seed=1))
        2
        """
        n, seed = not_negative(n, "sample"), not_negative(seed, "seed")
        return self._take(_core.sample(len(self), n, seed), sample=n, seed=seed)

    def counts(self, by: str = "document") -> Any:
        """Count the lines that have something in common.

        Parameters
        ----------
        by : str, default="document"
            ``"document"``; ``"node"``, the terms found, which a wildcard may have many of;
            ``"query"``; or a place as in `sort`, as ``"R1"`` for the term behind the node.

        Returns
        -------
        DataFrame
            The most frequent first, ties in the order they come. By document ``row``, ``id`` and
            ``count``; otherwise the thing itself, under the name ``node``, ``query`` or ``term``,
            its ``count`` and its ``document_frequency``. Lines that have no token in a place do
            not count there.

        Raises
        ------
        ValueError
            If `by` is none of these.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["The minister left.", "Ministers and a minister met."]).tokens()
        >>> lines = tokens.concordance("minister*")
        >>> lines.counts()
           row id  count
        0    1  1      2
        1    0  0      1
        >>> lines.counts("node")
                node  count  document_frequency
        0   minister      2                   2
        1  ministers      1                   1
        >>> lines.counts("R1")
           term  count  document_frequency
        0  left      1                   1
        1   and      1                   1
        2   met      1                   1
        """
        return count_lines(self, by)

    def __len__(self) -> int:
        return len(self.documents)

    @overload
    def __getitem__(self, key: int | np.integer[Any]) -> ConcordanceLine: ...
    @overload
    def __getitem__(self, key: slice | ArrayLike) -> Self: ...
    def __getitem__(self, key: Any) -> ConcordanceLine | Self:
        """Return one line, or a concordance of the lines of a slice, a mask or a list."""
        is_one = isinstance(key, int | np.integer) and not isinstance(key, bool)
        n = len(self)
        lines = self._take(places_of(key, n, _no_label, "line", lambda: np.arange(n)))
        return next(iter(lines)) if is_one else lines

    def __iter__(self) -> Iterator[ConcordanceLine]:
        for begin in range(0, len(self), _N_ITERATED):
            part = self[begin : begin + _N_ITERATED]
            found = part._contexts(1, None)
            ids = part.tokens._names(part.documents)
            texts = [part.queries[number].text for number in part.query_numbers]
            yield from map(
                ConcordanceLine,
                part.documents.tolist(),
                ids.tolist(),
                part.positions.tolist(),
                found.start.tolist(),
                found.end.tolist(),
                found.left,
                found.node,
                found.right,
                texts,
            )

    def __repr__(self) -> str:
        queries = ", ".join(repr(query.text) for query in self.queries)
        return (
            f"Concordance({queries}, {len(self):,} hits in {self.n_documents:,} documents, "
            f"window={self.window})"
        )

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        return concordance_html(self)

    def _hits(self) -> Hits:
        return self.documents, self.positions, self.lengths

    def _take(self, lines: NDArray[np.int64], **settings: Any) -> Self:
        return replace(
            self,
            documents=self.documents[lines],
            positions=self.positions[lines],
            lengths=self.lengths[lines],
            query_numbers=self.query_numbers[lines],
            settings={**self.settings, **settings},
        )

    def _contexts(self, n_jobs: int | None, progress: Progress) -> Contexts:
        within_sentence = self.within == "sentence"
        return find_contexts(
            self.tokens, self._hits(), self.window, within_sentence, n_jobs, progress
        )


def _no_label(labels: list[str]) -> NDArray[np.int64]:
    raise TypeError(f"lines are named by their numbers, not by {labels[0]!r}")
