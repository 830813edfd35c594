"""Parts put one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from broadsheet._parallel import Progress
from broadsheet.corpus import Corpus
from broadsheet.similarity import MinHash, SimHash, Sketches
from broadsheet.terms import TermMatrix, Tokens, Vocabulary

__all__ = ["concat"]

_KINDS = (Corpus, Tokens, TermMatrix, Vocabulary, Sketches)
Part = TypeVar("Part", Corpus, Tokens, TermMatrix, Vocabulary, MinHash, SimHash)


def concat(
    parts: Iterable[Part],
    *,
    ignore_ids: bool = False,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Part:
    """Put corpora, tokens, matrices, vocabularies or sketches one after the other.

    However a corpus is split, and whatever is put together first: tokens of its parts become the
    tokens of the corpus, and counts of its parts the counts of the corpus, to the byte.

    Parameters
    ----------
    parts : iterable of Corpus, Tokens, TermMatrix, Vocabulary, MinHash or SimHash
        At least one, all of one kind, in the order that documents are to have.
    ignore_ids : bool, default=False
        Whether documents are numbered from 0 anew. By default each keeps its id, and ids that come
        twice are an error.
    n_jobs : int, optional
        Number of threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or a function of the number of texts done and of all.

    Returns
    -------
    Corpus, Tokens, TermMatrix, Vocabulary, MinHash or SimHash
        The same kind as the parts.

    Raises
    ------
    TypeError
        If the parts are of several kinds, or of none of these.
    ValueError
        If there is no part, ids come twice, or parts cannot stand side by side, as the notes say;
        the message names the part and the difference.

    See Also
    --------
    TermTotals : Totals of parts that are not in memory at the same time.

    Notes
    -----
    - Of a Corpus: texts are shared, not copied; metadata become one table as with
      `pandas.concat`; `replaced` and `skipped` count the rows of one input after the other. All
      must have their zones from the same source.
    - Of Tokens: terms are numbered as they first occur in the result, those of a selection as in
      the vocabulary that it keeps. All must be of one tokenizer and one zone.
    - Of a TermMatrix: the columns are those of any part, in the order of their terms, unless all
      parts have the same; what a part has no column for counts 0 in its rows. So parts whose
      terms were chosen by their frequency, with ``min_df`` say, are refused if their terms
      differ: count all terms, and `TermMatrix.trim` the whole. Weights are refused unless one
      weighting made them, by `TermMatrix.transform`; put together counts, and weigh these.
    - Of a Vocabulary: terms of the first, then those of the second that are new, and so on.
    - Of a MinHash or SimHash: all must have the same settings. What sketches are of is kept part
      by part, and put together where similarities are verified.

    Examples
    --------
    >>> import broadsheet as bs
    >>> one = bs.Corpus(["Wheat rose."], ids=["monday"])
    >>> two = bs.Corpus(["Corn fell.", "Wheat fell."], ids=["tuesday", "wednesday"])
    >>> corpus = bs.concat([one, two])
    >>> corpus.ids
    array(['monday', 'tuesday', 'wednesday'], dtype=object)
    >>> tokens = bs.concat([part.tokens() for part in (one, two)])
    >>> tokens.vocabulary == corpus.tokens().vocabulary
    True
    >>> bs.concat([part.tokens().matrix() for part in (one, two)]).terms
    array(['corn', 'fell', 'rose', 'wheat'], dtype=object)
    """
    if isinstance(parts, (*_KINDS, str)):
        raise TypeError(f"parts must be several, as a list, not one {type(parts).__name__}")
    listed: list[Any] = list(parts)
    if not listed:
        raise ValueError("parts must be at least one, not none")
    options = {"ignore_ids": ignore_ids, "n_jobs": n_jobs, "progress": progress}
    return cast(Part, _kind_of(listed)._concat(listed, **options))


def _kind_of(parts: list[Any]) -> Any:
    """Return the class that all parts are of."""
    kinds = [kind for kind in _KINDS if isinstance(parts[0], kind)] or list(_KINDS)
    for at, part in enumerate(parts):
        if not isinstance(part, tuple(kinds)):
            names = ", ".join(kind.__name__ for kind in kinds)
            raise TypeError(f"parts[{at}] must be of {names}, not {type(part).__name__}")
    return kinds[0]
