"""Files larger than memory to corpora."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from broadsheet._parallel import Progress, watch
from broadsheet.corpus import Corpus
from broadsheet.reading._articles import Articles, Errors, Settings, Zones
from broadsheet.reading._columns import Column
from broadsheet.reading._compression import Limits
from broadsheet.reading._discovery import Paths, Source, find_sources
from broadsheet.reading._errors import ReadError
from broadsheet.reading._merging import merge
from broadsheet.reading._naming import label_sources
from broadsheet.reading._parquet import read_parquet_parts
from broadsheet.reading._reader import check_use, make_settings, read_data, read_source

__all__ = ["read_batches"]


def read_batches(
    paths: Paths,
    size: int = 10_000,
    *,
    format: Literal["txt", "jsonl", "csv", "tsv", "parquet", "sgml"] | None = None,
    text: str | None = None,
    headline: Column = None,
    deck: Column = None,
    id: Column = None,
    names: Sequence[str] | None = None,
    encoding: str | None = None,
    errors: Errors = "strict",
    zones: Zones = "detect",
    recursive: bool = True,
    limits: Limits | None = None,
    progress: Progress = None,
) -> Iterator[Corpus]:
    """Read articles from files larger than memory, some at a time.

    What `read` reads at once comes as one corpus after the other, each read when it is asked for.
    Of a Parquet file only the rows of a corpus are in memory, and of files of other formats one
    file at a time.

    Parameters
    ----------
    paths : str, os.PathLike, or iterable of them
        As for `read`.
    size : int, default=10_000
        The articles of a corpus; the last has what is left.
    format : {"txt", "jsonl", "csv", "tsv", "parquet", "sgml"}, optional
        As for `read`.
    text : str, optional
        As for `read`.
    headline : str or False, optional
        As for `read`.
    deck : str or False, optional
        As for `read`.
    id : str or False, optional
        As for `read`, but that ids are compared within each corpus only.
    names : sequence of str, optional
        As for `read`.
    encoding : str, optional
        As for `read`.
    errors : {"strict", "replace", "skip"}, default="strict"
        As for `read`.
    zones : {"detect"} or None, default="detect"
        As for `read`.
    recursive : bool, default=True
        As for `read`.
    limits : Limits, optional
        As for `read`; of each file.
    progress : bool or callable, optional
        True for a bar, or a function of the number of files read and of all files.

    Returns
    -------
    iterator of Corpus
        Articles in the order of `read`.

    Raises
    ------
    FileNotFoundError
        As for `read`.
    ReadError
        As for `read`, once the file is reached.
    ValueError
        If an argument is not one of the above.

    See Also
    --------
    read : Everything at once.
    broadsheet.terms.TermTotals : Add up what each corpus counts.
    broadsheet.concat : Put together what was made of each.

    Examples
    --------
    >>> import broadsheet as bs
    >>> import tempfile
    >>> from pathlib import Path
    >>> table = Path(tempfile.mkdtemp()) / "week.csv"
    >>> _ = table.write_text("text\\nWheat rose.\\nCorn rose.\\nOats fell.\\n", encoding="utf-8")
    >>> totals = bs.terms.TermTotals()
    >>> for corpus in bs.read_batches(table, 2):
    ...     print(totals.add(corpus.tokens().matrix()))
    TermTotals(2 documents, 3 terms)
    TermTotals(3 documents, 5 terms)
    """
    if isinstance(size, bool) or not isinstance(size, int):
        raise TypeError(f"size must be a whole number, not {size!r}")
    if size < 1:
        raise ValueError(f"size must be at least 1, not {size}")
    settings = make_settings(
        text, headline, deck, id, names, encoding, errors=errors, zones=zones, limits=limits
    )
    sources = find_sources(paths, format=format, recursive=recursive)
    check_use(sources, settings)
    return _batches(sources, settings, size, progress)


def _batches(
    sources: Sequence[Source], settings: Settings, size: int, progress: Progress
) -> Iterator[Corpus]:
    """Yield corpora of `size` articles, from as many files as that takes."""
    labels = label_sources(sources)
    waiting: list[tuple[Source, Articles]] = []
    with watch(progress, len(sources), "reading", "file") as report:
        for n_read, source in enumerate(sources, start=1):
            for articles in _read_parts(source, settings, size):
                waiting.append((source, articles))
                while sum(len(part) for _, part in waiting) >= size:
                    batch, waiting = _take(waiting, size)
                    yield _corpus(batch, labels, settings)
            if report is not None:
                report(n_read)
        if waiting:
            yield _corpus(waiting, labels, settings)


def _take(
    waiting: list[tuple[Source, Articles]], size: int
) -> tuple[list[tuple[Source, Articles]], list[tuple[Source, Articles]]]:
    """Return the first `size` articles, and the rest, if any."""
    *whole, (source, last) = waiting  # Without the last there were too few.
    n_taken = size - sum(len(part) for _, part in whole)
    rest = last.part(n_taken, len(last))
    return [*whole, (source, last.part(0, n_taken))], [(source, rest)] if len(rest) else []


def _corpus(
    parts: Sequence[tuple[Source, Articles]], labels: Mapping[Source, str], settings: Settings
) -> Corpus:
    return merge([source for source, _ in parts], [part for _, part in parts], labels, settings)


def _read_parts(source: Source, settings: Settings, size: int) -> Iterator[Articles]:
    """Yield the articles of a file, at most so many at a time if it is Parquet."""
    if source.format != "parquet":
        articles = read_source(source, settings)
        for begin in range(0, len(articles), size):
            yield articles.part(begin, min(begin + size, len(articles)))
        return
    is_empty = True
    for articles in read_parquet_parts(source, read_data(source, settings), settings, size):
        is_empty = False
        yield articles
    if settings.strict and is_empty:
        raise ReadError(source.path, "holds no articles")
