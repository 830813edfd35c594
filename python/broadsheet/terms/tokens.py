"""Texts as the numbers of their terms, with the way back to the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import terms as _terms
from broadsheet._core.text import concat_texts
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.corpus._ids import concat_ids
from broadsheet.corpus._rows import resolve_row, resolve_rows
from broadsheet.corpus._zones import ZoneSource
from broadsheet.terms._alike import check_alike
from broadsheet.terms._collocatable import Collocatable
from broadsheet.terms._countable_tokens import CountableTokens
from broadsheet.terms._estimating import estimate_tokens
from broadsheet.terms._keywordable import Keywordable
from broadsheet.terms._measurable_tokens import MeasurableTokens
from broadsheet.terms._searchable import Searchable
from broadsheet.terms._sketchable import Sketchable
from broadsheet.terms._tokens_html import tokens_html
from broadsheet.terms.estimate import Estimate
from broadsheet.terms.tokenizer import Tokenizer
from broadsheet.terms.vocabulary import Vocabulary

if TYPE_CHECKING:
    from broadsheet._core.text import Texts
    from broadsheet.article import Zone
    from broadsheet.corpus import Corpus

__all__ = ["Tokens"]

# indptr over the texts, and begin and end of each zone in bytes.
Zones = tuple[NDArray[np.int64], NDArray[np.int64]]


class Tokens(CountableTokens, MeasurableTokens, Searchable, Collocatable, Keywordable, Sketchable):
    """The tokens of a corpus. Immutable; parts of it share its memory.

    Made by ``Corpus.tokens``. Each token is the number of its term in `vocabulary`; where it
    stands in the text is found when it is asked for.

    Attributes
    ----------
    vocabulary : Vocabulary
        The terms, numbered in the order in which they first occur. A selection keeps it whole.
    tokenizer : Tokenizer
        What made the tokens.
    zone : str or None
        The only part of each article that was read; None for all of the text.

    See Also
    --------
    Tokenizer : The rules.
    Tokens.matrix : Count the tokens.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.Corpus(["Moscow’s exports rose 3.9%.", "Exports fell."])
    >>> tokens = corpus.tokens()
    >>> tokens
    Tokens(2 texts, 6 tokens, 5 terms, Tokenizer('news', version=1))
    >>> tokens[0]
    ['moscow', 'exports', 'rose', '3.9%']
    >>> tokens.ids(1), tokens.vocabulary[4]
    (array([1, 4], dtype=int32), 'fell')
    >>> start, end = tokens.offsets(0)[3]
    >>> corpus.texts[0][start:end]
    '3.9%'
    """

    vocabulary: Vocabulary
    tokenizer: Tokenizer
    zone: Zone | None
    _indptr: NDArray[np.int64]
    _ids: NDArray[np.int32]
    _document_ids: NDArray[Any]
    _texts: Texts
    _zones: Zones | None  # What was read of each text; None for all of it.
    _source: ZoneSource  # Where sentences begin, and zones that are one.

    def __init__(self) -> None:
        raise TypeError("Tokens are made by Corpus.tokens")

    @classmethod
    def _from_corpus(
        cls,
        corpus: Corpus,
        tokenizer: Tokenizer,
        zone: Zone | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Self:
        """Tokenise a corpus, or one zone of each of its texts."""
        if not isinstance(tokenizer, Tokenizer):
            raise TypeError(f"tokenizer must be a Tokenizer, not {type(tokenizer).__name__}")
        texts, zones = corpus._texts, corpus._zone_spans(zone, n_jobs, progress)
        with watch(progress, len(texts), "tokenizing") as tell:
            indptr, ids, vocabulary = _terms.tokenize(
                texts,
                tokenizer._cutter(),
                zones,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        if not tokenizer._keeps_all:
            _, new_ids, selected = tokenizer._select(vocabulary)
            indptr, ids = _terms.relabel(indptr, ids, new_ids, selected)
            vocabulary = selected
        tokens = cls.__new__(cls)
        tokens.vocabulary = Vocabulary._of_core(vocabulary)
        tokens.tokenizer, tokens.zone = tokenizer, zone
        tokens._texts, tokens._document_ids = texts, corpus._ids
        tokens._zones, tokens._source = zones, corpus._zones
        tokens._indptr, tokens._ids = _frozen(indptr), _frozen(ids)
        return tokens

    @classmethod
    def _estimate(
        cls, corpus: Corpus, tokenizer: Tokenizer, zone: Zone | None, n_jobs: int | None
    ) -> Estimate:
        """Say what tokenising a corpus takes."""

        def cut(part: Corpus) -> Tokens:
            return cls._from_corpus(part, tokenizer, zone=zone, n_jobs=n_jobs)

        return estimate_tokens(corpus, cut, n_jobs=n_jobs)

    @classmethod
    def _concat(
        cls,
        parts: Sequence[Self],
        *,
        ignore_ids: bool,
        n_jobs: int | None,
        progress: Progress,
    ) -> Self:
        """Put tokens one after the other."""
        made = [{"tokenizer": part.tokenizer, "zone": part.zone} for part in parts]
        check_alike(made, "tokenised alike")
        tokens = cls.__new__(cls)
        tokens.tokenizer, tokens.zone = parts[0].tokenizer, parts[0].zone
        ids = [part._document_ids for part in parts]
        tokens._document_ids = concat_ids(ids, ignore_ids=ignore_ids)
        tokens._texts = concat_texts([part._texts for part in parts])
        tokens._zones = _concat_zones([part._zones for part in parts])
        sizes = [len(part) for part in parts]
        tokens._source = ZoneSource.mix([part._source for part in parts], sizes)
        with watch(progress, len(tokens._document_ids), "joining tokens") as tell:
            indptr, numbers, vocabulary = _terms.join_tokens(
                [(part._indptr, part._ids, part.vocabulary._core) for part in parts],
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        tokens.vocabulary = Vocabulary._of_core(vocabulary)
        tokens._indptr, tokens._ids = _frozen(indptr), _frozen(numbers)
        return tokens

    def merge(
        self,
        other: Tokens,
        *,
        ignore_ids: bool = False,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Tokens:
        """Put the tokens of other texts behind these; ``broadsheet.concat([self, other])``.

        Parameters
        ----------
        other : Tokens
            Of the same tokenizer and zone.
        ignore_ids : bool, default=False
            Whether texts are numbered from 0 anew, instead of keeping their ids.
        n_jobs : int, optional
            Number of threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or a function of the number of texts done and of all.

        Returns
        -------
        Tokens
            Those of all the texts, as if these had been tokenised at once.

        See Also
        --------
        broadsheet.concat : The same for any number of parts.

        Examples
        --------
        >>> import broadsheet as bs
        >>> one = bs.Corpus(["Wheat rose."], ids=["monday"]).tokens()
        >>> two = bs.Corpus(["Corn rose."], ids=["tuesday"]).tokens()
        >>> one.merge(two).vocabulary
        Vocabulary(3 terms: 'wheat', 'rose', 'corn')
        """
        from broadsheet._concat import concat

        return concat([self, other], ignore_ids=ignore_ids, n_jobs=n_jobs, progress=progress)

    @property
    def n_tokens(self) -> int:
        """The number of tokens of all texts."""
        return len(self._ids)

    @property
    def nbytes(self) -> int:
        """The bytes of the numbers of terms, of the terms and of the zones: not of the texts."""
        zones = sum(int(array.nbytes) for array in self._zones or ())
        return self._indptr.nbytes + self._ids.nbytes + zones + self.vocabulary.nbytes

    @property
    def indptr(self) -> NDArray[np.int64]:
        """Where the tokens of each text begin and end among all, with n_texts + 1 entries."""
        return self._indptr

    @property
    def document_ids(self) -> NDArray[np.object_]:
        """The name of each text, as in the corpus. Read-only."""
        return _frozen(self._names(slice(None)).view())

    def _names(self, rows: slice | NDArray[np.integer[Any]]) -> NDArray[np.object_]:
        """Return the names of some texts, without those of the others."""
        names = self._document_ids[rows]
        return names if names.dtype == object else names.astype(str).astype(object)

    def ids(self, row: int) -> NDArray[np.int32]:
        """Return the numbers of the terms of one text.

        Parameters
        ----------
        row : int
            The text, from 0; negative ones count from the end.

        Returns
        -------
        ndarray of int32
            Places in `vocabulary`, in the order of the text. Read-only.
        """
        at = resolve_row(row.__index__(), len(self))
        return self._ids[self._indptr[at] : self._indptr[at + 1]]

    def offsets(self, row: int) -> NDArray[np.int64]:
        """Return where the tokens of one text stand in it.

        Parameters
        ----------
        row : int
            The text, from 0; negative ones count from the end.

        Returns
        -------
        ndarray of shape (n, 2)
            Begin and end of each token of ``ids(row)``, such that ``text[begin:end]`` is the token
            as it is written.
        """
        at = resolve_row(row.__index__(), len(self))
        zones = None
        if self._zones is not None:
            indptr, spans = self._zones
            zones = np.ascontiguousarray(spans[indptr[at] : indptr[at + 1]]).ravel()
        terms, starts, ends, _ = self.tokenizer._cutter().explain(self._texts.at(at), zones)
        counted = [term is not None for term in self.tokenizer._select_list(terms)[1]]
        return np.stack([starts, ends], axis=1)[counted]

    def __len__(self) -> int:
        return len(self._indptr) - 1

    @overload
    def __getitem__(self, key: int | np.integer[Any]) -> list[str]: ...
    @overload
    def __getitem__(self, key: slice | ArrayLike) -> Tokens: ...
    def __getitem__(self, key: Any) -> list[str] | Tokens:
        if isinstance(key, int | np.integer) and not isinstance(key, bool):
            return [self.vocabulary[id] for id in self.ids(int(key))]
        rows = resolve_rows(key, len(self))
        part = type(self).__new__(type(self))
        part.__dict__.update(
            self.__dict__,
            _texts=self._texts.select(rows),
            _document_ids=self._document_ids[rows],
            _zones=None if self._zones is None else _select_zones(*self._zones, rows),
            _source=self._source.select(rows),
        )
        indptr, ids = _select(self._indptr, self._ids, rows)
        part._indptr, part._ids = _frozen(indptr), _frozen(ids)
        return part

    def __iter__(self) -> Iterator[list[str]]:
        return (self[row] for row in range(len(self)))

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        _frozen(self._indptr)
        _frozen(self._ids)

    def __repr__(self) -> str:
        return (
            f"Tokens({len(self):,} texts, {self.n_tokens:,} tokens, "
            f"{len(self.vocabulary):,} terms, {self.tokenizer!r})"
        )

    def _repr_html_(self) -> str:
        return tokens_html(self)


def _select(
    indptr: NDArray[np.int64], ids: NDArray[np.int32], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return the tokens of some rows: a view where the rows follow one another."""
    if len(rows) and (np.diff(rows) == 1).all():
        part = indptr[rows[0] : rows[-1] + 2]
        return part - part[0], ids[part[0] : part[-1]]
    return _terms.select_rows(indptr, ids, rows)


def _select_zones(
    indptr: NDArray[np.int64], spans: NDArray[np.int64], rows: NDArray[np.int64]
) -> Zones:
    places, numbers = _terms.select_rows(indptr, np.arange(len(spans), dtype=np.int32), rows)
    return places, np.ascontiguousarray(spans[numbers])


def _concat_zones(parts: Sequence[Zones | None]) -> Zones | None:
    """Return the spans of one part after the other."""
    given = [part for part in parts if part is not None]
    if not given:
        return None
    begins = np.cumsum([0, *(len(spans) for _, spans in given)])
    indptrs = [indptr[1:] + begins[at] for at, (indptr, _) in enumerate(given)]
    zero = np.zeros(1, dtype=np.int64)
    return np.concatenate([zero, *indptrs]), np.concatenate([spans for _, spans in given])


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
