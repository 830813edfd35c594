"""Texts with ids and metadata."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Literal, Self, SupportsIndex, overload

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from broadsheet._core.text import Texts
from broadsheet._frames import make_frame
from broadsheet._options import options
from broadsheet.corpus._containers import CheckedTexts, check_texts
from broadsheet.corpus._ids import Ids, check_unique, index_ids, read_ids
from broadsheet.corpus._joining import join_columns
from broadsheet.corpus._rows import check_distinct, resolve_row, resolve_rows
from broadsheet.corpus._tables import Table, open_table, read_metadata

__all__ = ["Corpus"]


class Corpus:
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
    _zones: Literal["detect"] | None
    _known: NDArray[np.int64] | None
    _replaced: NDArray[np.int64]
    _skipped: NDArray[np.int64]

    def __init__(
        self,
        texts: Any,
        ids: Any = None,
        metadata: Any = None,
        zones: Literal["detect"] | None = "detect",
        errors: Literal["strict", "replace", "skip"] = "strict",
    ) -> None:
        checked = check_texts(texts, errors)
        n_read = len(checked.texts) + len(checked.skipped)
        self._fill(
            checked,
            ids=index_ids(texts, n_read) if ids is None else read_ids(ids, n_read),
            metadata=read_metadata(metadata, n_read),
            zones=zones,
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
        zones: Literal["detect"] | None = "detect",
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
        checked, known = _check_parts(table, parts, errors)
        if zones is None and known is not None:
            raise ValueError("zones must be 'detect' where headlines or decks are given")
        n_read = len(checked.texts) + len(checked.skipped)
        corpus = cls.__new__(cls)
        corpus._fill(
            checked,
            ids=index_ids(frame, n_read) if id is None else read_ids(table.column(id), n_read),
            metadata=read_metadata(table.to_pandas(list(metadata)), n_read),
            zones=zones,
            known=known,
        )
        return corpus

    def _fill(
        self,
        checked: CheckedTexts,
        *,
        ids: Ids,
        metadata: pd.DataFrame,
        zones: Literal["detect"] | None,
        known: NDArray[np.int64] | None = None,
    ) -> None:
        """Set everything; `ids` and `metadata` are those of the input, before rows are skipped."""
        if zones not in ("detect", None):
            raise ValueError(f"zones must be 'detect' or None, not {zones!r}")
        if len(checked.skipped):
            kept = np.delete(np.arange(len(ids)), checked.skipped)
            ids, metadata = ids[kept], _take(metadata, kept)
        check_unique(ids)
        self._texts = checked.texts
        self._ids = ids
        self._metadata = metadata
        self._zones = zones
        self._known = known
        self._replaced = _frozen(checked.replaced)
        self._skipped = _frozen(checked.skipped)

    @property
    def texts(self) -> Sequence[str]:
        """The texts, each made a str when it is asked for."""
        return _TextSequence(self._texts)

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

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, key: Any) -> Self:
        rows = resolve_rows(key, len(self))
        check_distinct(rows)
        part = type(self).__new__(type(self))
        part.__dict__.update(
            self.__dict__,
            _texts=self._texts.select(rows),
            _ids=self._ids[rows],
            _metadata=_take(self._metadata, rows),
            _known=None if self._known is None else self._known[rows],
        )
        return part

    def __repr__(self) -> str:
        metadata = ", ".join(str(name) for name in self._metadata.columns)
        size = f"{len(self):,} texts, {self._texts.n_bytes / 1e6:,.1f} MB"
        return f"Corpus({size}{', metadata: ' if metadata else ''}{metadata})"


class _TextSequence(Sequence[str]):
    """The texts of a corpus, like a list of str."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, key: SupportsIndex) -> str: ...
    @overload
    def __getitem__(self, key: slice) -> list[str]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> str | list[str]:
        if isinstance(key, slice):
            return [self._texts.at(row) for row in range(len(self))[key]]
        return self._texts.at(resolve_row(key.__index__(), len(self)))

    def __iter__(self) -> Iterator[str]:
        return (self._texts.at(row) for row in range(len(self)))

    def __repr__(self) -> str:
        return f"<{len(self):,} texts>"


def _check_parts(
    table: Table, parts: Mapping[str, Hashable], errors: str
) -> tuple[CheckedTexts, NDArray[np.int64] | None]:
    """Read the columns of a text, and where in it headline and deck are if they have columns."""
    columns = {}
    for role, name in parts.items():
        with _naming_column(name):
            columns[role] = check_texts(table.column(name), errors, with_nulls=role != "text")
    if len(columns) == 1:
        return columns["text"], None
    checked, spans = join_columns(columns)
    return checked, np.ascontiguousarray(spans[:, :2].reshape(-1, 4))


@contextmanager
def _naming_column(name: Hashable) -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError) as error:
        kind = TypeError if isinstance(error, TypeError) else ValueError
        raise kind(f"column {name!r}: {error}") from error


def _take(frame: pd.DataFrame, rows: NDArray[np.int64]) -> pd.DataFrame:
    return frame.iloc[rows].reset_index(drop=True)


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
