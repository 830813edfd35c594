"""Texts with ids and metadata."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Literal, Self, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from broadsheet._core.text import Texts, are_equal, concat_texts
from broadsheet._frames import make_frame
from broadsheet._options import options
from broadsheet._parallel import Progress
from broadsheet.article import Article, Zone
from broadsheet.corpus import _html
from broadsheet.corpus._containers import CheckedTexts, check_texts
from broadsheet.corpus._countable import Countable
from broadsheet.corpus._ids import Ids, check_unique, concat_ids, index_ids, read_ids
from broadsheet.corpus._joining import check_parts
from broadsheet.corpus._readable import Readable
from broadsheet.corpus._rows import check_distinct, resolve_row, resolve_rows
from broadsheet.corpus._sequence import TextSequence
from broadsheet.corpus._tables import open_table, read_metadata
from broadsheet.corpus._zones import Zones, ZoneSource, ZoneSpans

__all__ = ["Corpus"]

_N_ITERATED = 1024  # Rows of metadata taken from pandas at once.


class Corpus(Countable, Readable):
    """Texts with ids and metadata. Immutable; parts of it share its memory.

    Parameters
    ----------
    texts : iterable of str or bytes, array, Series or Arrow column
        The texts, in any container that has an order: a list, a generator, a NumPy array, a
        Series of pandas or polars, an Array or ChunkedArray of pyarrow, a table of one column.
        Arrow memory and the ASCII str of a list are borrowed, not copied. Bytes are UTF-8.
    ids : iterable, optional
        A name for each text, all different; what is not a str is turned into one. By default the
        index of a pandas object, unless that only counts the rows, and row numbers otherwise.
    metadata : table, mapping of columns or list of records, optional
        What else is known of each text, a row each, in the order of `texts`.
    zones : {"detect"} or None, default="detect"
        Whether headline, deck, byline and dateline are found in each text. None for plain texts,
        which are all body.
    errors : {"strict", "replace", "skip"}, default="strict"
        What happens to a text that is missing, is not a string, or is not Unicode. ``"strict"``
        raises an error that names the row. ``"replace"`` puts U+FFFD for what is not Unicode, and
        an empty text for what is not there. ``"skip"`` leaves the row out. `replaced` and
        `skipped` then tell the rows.

    Raises
    ------
    TypeError
        If `texts` is one str, has no order, or holds something else than texts.
    ValueError
        If a text is missing or not Unicode, ids are not unique, or lengths differ.

    See Also
    --------
    Corpus.from_frame : Texts, ids and metadata from one table.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.Corpus(["Exports rose.", "Exports fell."], ids=["monday", "tuesday"])
    >>> len(corpus)
    2
    >>> corpus.texts[1]
    'Exports fell.'
    >>> corpus[[1, 0]].ids
    array(['tuesday', 'monday'], dtype=object)

    What is not text is not taken silently:

    >>> bs.Corpus(["Exports rose.", None])
    Traceback (most recent call last):
    ValueError: text 1 is null
    >>> corpus = bs.Corpus(["Exports rose.", None, "Exports fell."], errors="skip")
    >>> corpus.ids, corpus.skipped
    (array(['0', '2'], dtype=object), array([1]))
    """

    _texts: Texts
    _ids: Ids
    _metadata: pd.DataFrame
    _zones: ZoneSource
    _replaced: NDArray[np.int64]
    _skipped: NDArray[np.int64]
    _n_read: int  # Rows of the input, which `replaced` and `skipped` count.

    def __init__(
        self,
        texts: Any,
        ids: Any = None,
        metadata: Any = None,
        zones: Zones = "detect",
        errors: Literal["strict", "replace", "skip"] = "strict",
    ) -> None:
        source = ZoneSource(zones)
        checked = check_texts(texts, errors)
        n_read = len(checked.texts) + len(checked.skipped)
        self._fill(
            checked,
            ids=index_ids(texts, n_read) if ids is None else read_ids(ids, n_read),
            metadata=read_metadata(metadata, n_read),
            zones=source,
        )

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        text: Hashable = "text",
        headline: Hashable | None = None,
        deck: Hashable | None = None,
        id: Hashable | None = None,
        metadata: Sequence[Hashable] | None = None,
        zones: Zones = "detect",
        errors: Literal["strict", "replace", "skip"] = "strict",
    ) -> Self:
        """Make a corpus of the rows of a table.

        Where headline or deck have columns of their own, a text is put together of them,
        ``"headline\\ndeck\\ntext"``, without the parts that are missing; both are then known and
        need not be found.

        Parameters
        ----------
        frame : table of pandas, polars or pyarrow, DuckDB relation or mapping of columns
            The table.
        text : str, default="text"
            The column of the texts.
        headline, deck : str, optional
            The columns of headlines and of decks, the standfirsts below them; some may be missing.
        id : str, optional
            The column of the ids. By default as for `Corpus`.
        metadata : sequence of str, optional
            The columns to keep as metadata. By default all others.
        zones : {"detect"} or None, default="detect"
            As for `Corpus`; of what has no column of its own.
        errors : {"strict", "replace", "skip"}, default="strict"
            As for `Corpus`.

        Returns
        -------
        Corpus
            The texts in the order of the rows.

        Raises
        ------
        TypeError
            If `frame` is no table, or a column is not of texts.
        ValueError
            If a column is not there, `zones` is None though headlines or decks are given, and as
            for `Corpus`; the message names the column.

        Examples
        --------
        >>> import broadsheet as bs
        >>> import pandas as pd
        >>> frame = pd.DataFrame(
        ...     {"title": ["Exports rise"], "story": ["MOSCOW. They rose."], "year": [2024]}
        ... )
        >>> corpus = bs.Corpus.from_frame(frame, text="story", headline="title")
        >>> corpus.texts[0]
        'Exports rise\\nMOSCOW. They rose.'
        >>> corpus.metadata
           year
        0  2024
        """
        table = open_table(frame)
        roles = {"headline": headline, "deck": deck, "text": text}
        parts = {role: name for role, name in roles.items() if name is not None or role == "text"}
        used = parts if id is None else {**parts, "id": id}
        for role, name in used.items():
            table.check_column(role, name)
        if metadata is None:
            metadata = [name for name in table.names if name not in used.values()]
        for name in metadata:
            table.check_column("metadata", name)
        checked, known = check_parts(table, parts, errors)
        n_read = len(checked.texts) + len(checked.skipped)
        corpus = cls.__new__(cls)
        corpus._fill(
            checked,
            ids=index_ids(frame, n_read) if id is None else read_ids(table.column(id), n_read),
            metadata=read_metadata(table.to_pandas(list(metadata)), n_read),
            zones=ZoneSource(zones, known),
        )
        return corpus

    def _fill(
        self, checked: CheckedTexts, *, ids: Ids, metadata: pd.DataFrame, zones: ZoneSource
    ) -> None:
        """Set everything; `ids` and `metadata` are those of the input, before rows are skipped."""
        self._n_read = len(ids)
        if len(checked.skipped):
            kept = np.delete(np.arange(len(ids)), checked.skipped)
            ids, metadata = ids[kept], _take(metadata, kept)
        check_unique(ids)
        self._texts = checked.texts
        self._ids = ids
        self._metadata = metadata
        self._zones = zones
        self._replaced = _frozen(checked.replaced)
        self._skipped = _frozen(checked.skipped)

    @classmethod
    def _concat(
        cls,
        parts: Sequence[Self],
        *,
        ignore_ids: bool,
        n_jobs: int | None,  # noqa: ARG003
        progress: Progress,  # noqa: ARG003
    ) -> Self:
        """Put corpora one after the other."""
        corpus = cls.__new__(cls)
        corpus._ids = concat_ids([part._ids for part in parts], ignore_ids=ignore_ids)
        corpus._zones = ZoneSource.concat([part._zones for part in parts])
        corpus._texts = concat_texts([part._texts for part in parts])
        corpus._metadata = pd.concat([part._metadata for part in parts], ignore_index=True)
        begins = np.cumsum([0, *(part._n_read for part in parts)])
        for name in ("_replaced", "_skipped"):
            rows = [getattr(part, name) + begins[at] for at, part in enumerate(parts)]
            setattr(corpus, name, _frozen(np.concatenate(rows)))
        corpus._n_read = int(begins[-1])
        return corpus

    @property
    def texts(self) -> Sequence[str]:
        """The texts, each made a str when it is asked for."""
        return TextSequence(self._texts)

    @property
    def ids(self) -> NDArray[np.object_]:
        """The name of each text, a str; all different. Read-only."""
        names = self._ids if self._ids.dtype == object else self._ids.astype(str).astype(object)
        return _frozen(names.view())

    @property
    def metadata(self) -> Any:
        """What else is known of each text, a row each: a table of its own, free to change."""
        if options.frame == "pandas":
            return self._metadata.copy()
        return make_frame({str(name): column for name, column in self._metadata.items()})

    @property
    def replaced(self) -> NDArray[np.int64]:
        """Rows of the input in which ``errors="replace"`` put something in place of text.

        A selection of a corpus tells what is known of the whole.
        """
        return self._replaced

    @property
    def skipped(self) -> NDArray[np.int64]:
        """Rows of the input that ``errors="skip"`` left out.

        A selection of a corpus tells what is known of the whole.
        """
        return self._skipped

    def articles(self, n_jobs: int | None = None, progress: Progress = None) -> Any:
        """Return a table of the articles: what stands at the head of each, and how long it is.

        Parameters
        ----------
        n_jobs : int, optional
            Number of threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or a function of the number of texts done and of all.

        Returns
        -------
        DataFrame
            The columns ``id``, ``headline``, ``deck``, ``byline``; ``place``, ``region``,
            ``date`` and ``agency`` of the dateline, as they are printed; ``n_paragraphs`` and
            ``n_sentences`` of the body. What an article lacks is missing.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(
        ...     ["Wheat falls\\nPARIS, March 3 (Reuters) - Wheat fell, traders said. It rained."]
        ... )
        >>> corpus.articles()[["headline", "place", "date", "agency", "n_sentences"]]
              headline  place     date   agency  n_sentences
        0  Wheat falls  PARIS  March 3  Reuters            2
        """
        overview = self._zones.overview(self._texts, n_jobs, progress)
        return make_frame({"id": self.ids, **overview})

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, key: int | np.integer[Any]) -> Article: ...
    @overload
    def __getitem__(self, key: Any) -> Self: ...
    def __getitem__(self, key: Any) -> Article | Self:
        """Return the article of a row, or a corpus of the rows of a slice, a mask or a list."""
        if isinstance(key, int | np.integer):
            row = resolve_row(int(key), len(self))
            return next(self._articles(row, row + 1))
        rows = resolve_rows(key, len(self))
        check_distinct(rows)
        part = type(self).__new__(type(self))
        part.__dict__.update(
            self.__dict__,
            _texts=self._texts.select(rows),
            _ids=self._ids[rows],
            _metadata=_take(self._metadata, rows),
            _zones=self._zones.select(rows),
        )
        return part

    def __iter__(self) -> Iterator[Article]:
        for begin in range(0, len(self), _N_ITERATED):
            yield from self._articles(begin, min(begin + _N_ITERATED, len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether texts, ids, metadata and zones are the same, whatever was skipped."""
        if not isinstance(other, Corpus):
            return NotImplemented
        return (
            self._zones == other._zones
            and are_equal(self._texts, other._texts)
            and np.array_equal(self.ids, other.ids)
            and self._metadata.equals(other._metadata)
        )

    def __hash__(self) -> int:
        return hash((len(self), self._texts.n_bytes))

    def _articles(self, begin: int, end: int) -> Iterator[Article]:
        """Make the articles of some rows."""
        records = self._metadata.iloc[begin:end].to_dict("records")
        for row, record in zip(range(begin, end), records, strict=True):
            metadata = {str(column): value for column, value in record.items()}
            yield self._zones.article(
                row, self._texts.at(row), id=str(self._ids[row]), metadata=metadata
            )

    def _zone_spans(
        self, zone: Zone | None, n_jobs: int | None = None, progress: Progress = None
    ) -> ZoneSpans | None:
        """Return the spans of a zone of each text; None for whole texts."""
        return None if zone is None else self._zones.spans(self._texts, zone, n_jobs, progress)

    def __repr__(self) -> str:
        metadata = ", ".join(str(name) for name in self._metadata.columns)
        size = f"{len(self):,} texts, {_html.format_size(self._texts.n_bytes)}"
        return f"Corpus({size}{', metadata: ' if metadata else ''}{metadata})"

    def _repr_html_(self) -> str:
        return _html.render(self)


def _take(frame: pd.DataFrame, rows: NDArray[np.int64]) -> pd.DataFrame:
    return frame.iloc[rows].reset_index(drop=True)


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
