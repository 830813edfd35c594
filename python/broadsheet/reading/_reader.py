"""Files to a corpus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from broadsheet._parallel import Progress, watch
from broadsheet.corpus import Corpus
from broadsheet.reading._articles import Articles, Errors, Settings, Zones
from broadsheet.reading._columns import Column, Columns
from broadsheet.reading._compression import Limits, read_bytes
from broadsheet.reading._csv import read_csv
from broadsheet.reading._discovery import Paths, Source, find_sources
from broadsheet.reading._errors import ReadError
from broadsheet.reading._jsonl import read_jsonl
from broadsheet.reading._merging import merge
from broadsheet.reading._naming import label_sources
from broadsheet.reading._parquet import read_parquet
from broadsheet.reading._sgml import read_sgml
from broadsheet.reading._txt import read_txt

__all__ = ["check_use", "make_settings", "read", "read_data", "read_source"]

READERS: dict[str, Callable[..., Articles]] = {
    "txt": read_txt,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "tsv": read_csv,
    "parquet": read_parquet,
    "sgml": read_sgml,
}
WITH_COLUMNS = {"jsonl", "csv", "tsv", "parquet"}
DELIMITED = {"csv", "tsv"}


def read(
    paths: Paths,
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
) -> Corpus:
    """Read articles from files.

    ======================= ============================== ====================================
    suffix                  what is read                   columns
    ======================= ============================== ====================================
    ``.txt``                one article a file             none
    ``.jsonl``, ``.ndjson`` one article a line, an object  the names in the objects
    ``.csv``, ``.tsv``      one article a row              the first line, or `names`
    ``.parquet``            one article a row              those of the file
    ``.sgm``, ``.sgml``     Reuters-21578: one article a   none: see Notes
                            ``<REUTERS>`` element
    ======================= ============================== ====================================

    Each of them may be compressed, with ``.gz``, ``.bz2``, ``.xz`` or ``.zst`` after the suffix.
    Parquet needs ``broadsheet[arrow]``, Zstandard needs ``broadsheet[compression]``.

    Parameters
    ----------
    paths : str, os.PathLike, or iterable of them
        Files, directories, and patterns as ``glob`` has them, in any mixture of formats. Files
        come in the order of `paths`, and sorted by name within a directory or pattern. Hidden
        files are not read. Files of a directory or pattern whose suffix is none of the above are
        left out, and a LeftOutWarning says which.
    format : {"txt", "jsonl", "csv", "tsv", "parquet", "sgml"}, optional
        The format of every file, whatever its suffix.
    text : str, optional
        The column of the text. By default the first of ``text``, ``body``, ``content`` that
        there is, in upper or lower case.
    headline : str or False, optional
        The column of the headline, if it is not in the text: the text then begins with it, on
        a line of its own. By default ``headline`` or ``title``, if there is one; False for none.
    deck : str or False, optional
        The column of the deck, likewise. By default ``deck``, if there is one; False for none.
    id : str or False, optional
        The column of the ids, which must differ. By default ``id``, if there is one and no two
        articles read share an id; otherwise, and with False, an article is called after its
        file and row, as in ``"news:17"``, and a text file after its path without the suffix.
    names : sequence of str, optional
        Names of the columns of csv and tsv files that have none on their first line.
    encoding : str, optional
        How text is encoded. By default UTF-8, and Latin-1 for Reuters-21578. A byte order mark
        may say that a file is UTF-16 or UTF-32 instead of UTF-8, and is no part of the text.
    errors : {"strict", "replace", "skip"}, default="strict"
        What happens to a text that is missing or cannot be decoded, and to an empty file.
        ``"strict"`` raises an error that names the file and the place. ``"replace"`` puts U+FFFD
        for what cannot be decoded, and an empty text for what is not there. ``"skip"`` leaves
        the article out, also a line that is not JSON. `Corpus.replaced` and `Corpus.skipped`
        then tell the rows.
    zones : {"detect"} or None, default="detect"
        As for `Corpus`. With None, columns of headlines and decks are metadata unless named.
    recursive : bool, default=True
        Whether directories are read with the directories in them.
    limits : Limits, optional
        How far compressed files may grow; by default ``Limits()``.
    progress : bool or callable, optional
        True for a bar, or a function of the number of files read and of all files.

    Returns
    -------
    Corpus
        The articles. All columns without a part, such as a date, are its metadata.

    Raises
    ------
    FileNotFoundError
        If a path does not exist, or there is no article in a directory.
    ReadError
        If a file cannot be read as articles. It is a ValueError.
    LimitError
        If a compressed file grows beyond `limits`. It is a ReadError.
    ValueError
        If an argument is not one of the above.

    See Also
    --------
    Corpus : Texts that are in memory already.
    Corpus.from_frame : A table that is in memory already.
    read_batches : Files larger than memory, some articles at a time.
    sample : Articles that come with the package.

    Notes
    -----
    Text is kept as it is in the file, ends of lines too: offsets count from there. In csv and
    tsv files every cell is a string, so that ``NA`` is a word and not a missing value, and an
    empty cell is an empty text.

    Of a story of Reuters-21578, TITLE is the headline and AUTHOR, DATELINE and BODY are the
    text; NEWID is the id. The metadata are ``date``, as it stands there, tuples of ``topics``,
    ``places``, ``people``, ``orgs``, ``exchanges`` and ``companies``, and ``type``,
    ``has_topics`` (the attribute TOPICS), ``lewissplit``, ``cgisplit``, ``oldid``, ``unknown``
    and ``mknote``. A story with TYPE="BRIEF" has a headline only, one with TYPE="UNPROC" a text
    only. Control characters of the wire are left out.

    Examples
    --------
    >>> import broadsheet as bs
    >>> import tempfile
    >>> from pathlib import Path
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "monday.txt").write_text("Exports rose.", encoding="utf-8")
    >>> _ = (folder / "tuesday.txt").write_text("Exports fell.", encoding="utf-8")
    >>> corpus = bs.read(folder)
    >>> corpus.ids
    array(['monday', 'tuesday'], dtype=object)

    A table says what its columns are:

    >>> table = folder / "week.csv"
    >>> _ = table.write_text("day,story\\nmonday,Exports rose.\\n", encoding="utf-8")
    >>> corpus = bs.read(table, text="story")
    >>> corpus.texts[0], corpus.ids[0], corpus.metadata["day"][0]
    ('Exports rose.', 'week:0', 'monday')
    """
    settings = make_settings(
        text, headline, deck, id, names, encoding, errors=errors, zones=zones, limits=limits
    )
    sources = find_sources(paths, format=format, recursive=recursive)
    check_use(sources, settings)
    with watch(progress, len(sources), "reading", "file") as report:
        tables = []
        for n_read, source in enumerate(sources, start=1):
            tables.append(read_source(source, settings))
            if report is not None:
                report(n_read)
    return merge(sources, tables, label_sources(sources), settings)


def make_settings(
    text: str | None,
    headline: Column,
    deck: Column,
    id: Column,
    names: Sequence[str] | None,
    encoding: str | None,
    *,
    errors: Errors,
    zones: Zones,
    limits: Limits | None,
) -> Settings:
    """Return the arguments as formats take them."""
    if errors not in ("strict", "replace", "skip"):
        raise ValueError(f"errors must be 'strict', 'replace' or 'skip', not {errors!r}")
    if zones is None:  # Plain texts: headlines and decks that nobody asked for are metadata.
        headline, deck = headline or False, deck or False
    columns = Columns(text, headline, deck, id)
    return Settings(columns, names, encoding, errors, zones, limits or Limits())


def check_use(sources: Sequence[Source], settings: Settings) -> None:
    """Raise ValueError if an argument is about columns and no file has any."""
    formats = {source.format for source in sources}
    if settings.columns.are_named and not formats & WITH_COLUMNS:
        raise ValueError(
            f"text, headline, deck and id name columns, which {_listed(formats)} files have not"
        )
    if settings.names is not None and not formats & DELIMITED:
        raise ValueError(f"names is for csv and tsv files, not for {_listed(formats)}")


def _listed(formats: set[str]) -> str:
    return " and ".join(sorted(formats))


def read_source(source: Source, settings: Settings) -> Articles:
    """Return the articles of a whole file."""
    articles = READERS[source.format](source, read_data(source, settings), settings)
    if settings.strict and not len(articles):
        raise ReadError(source.path, "holds no articles")
    return articles


def read_data(source: Source, settings: Settings) -> bytes | None:
    """Return the content of a file, unless its reader maps it."""
    is_mapped = source.format == "parquet" and source.compression is None
    return None if is_mapped else read_bytes(source.path, source.compression, settings.limits)
