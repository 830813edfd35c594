"""The articles that come with the package."""

from __future__ import annotations

from importlib.resources import as_file, files

from broadsheet.corpus import Corpus
from broadsheet.reading._reader import read

__all__ = ["sample"]


def sample() -> Corpus:
    """Read the articles that come with the package: about 300, on twelve topics.

    The first is the report of a news agency on Russia, NATO and the United States; the others
    are press releases of the United States Senate, 2004 to 2008. Some were sent out by two
    offices as almost the same text. Where the articles come from and how they were chosen is in
    ``broadsheet/data/README.md``.

    Returns
    -------
    Corpus
        The articles. Columns of the metadata are ``senator`` (missing for the first article),
        ``date`` as ``YYYY-MM-DD``, ``topic``, and ``group``: the same for articles that are
        near-copies of each other, and missing for all others.

    See Also
    --------
    read : Articles from files of one's own.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.sample()
    >>> corpus.texts[0].splitlines()[0]
    'Moscow won’t accept US preconditions for talks on security guarantees'
    >>> int((corpus.metadata["topic"] == "arms control").sum())
    21
    """
    with as_file(files("broadsheet") / "data" / "sample.jsonl.gz") as path:
        return read(path)
