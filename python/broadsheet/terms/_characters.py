"""From texts to counts of their n-grams of characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from broadsheet._core import terms as _core
from broadsheet._core.text import Texts
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.terms._accents import read_accents
from broadsheet.terms._counting import given_labels, read_ngrams
from broadsheet.terms._csr import CsrArrays
from broadsheet.terms._labelled_csr import LabelledCsr
from broadsheet.terms._labels import Labels
from broadsheet.terms._trimming import trim_bounds

__all__ = ["character_rules", "count_characters"]


def character_rules(
    ngrams: tuple[int, int],
    *,
    within_words: bool,
    lowercase: bool = True,
    strip_accents: bool | Literal["ascii"] = False,
) -> _core.CharacterNgramRules:
    """Say which n-grams of characters a text has.

    Parameters
    ----------
    ngrams : tuple of int
        The fewest and the most characters; ``ngram_range`` of scikit-learn.
    within_words : bool
        True for scikit-learn's analyzer ``"char_wb"``, False for ``"char"``.
    lowercase : bool, default=True
        Whether the text is put in lower case first.
    strip_accents : bool or "ascii", default=False
        True for scikit-learn's ``"unicode"``, False for its None.
    """
    lo, hi = read_ngrams(ngrams)
    return _core.CharacterNgramRules(
        lo=lo,
        hi=hi,
        within_words=within_words,
        lowercase=lowercase,
        accents=read_accents(strip_accents),
    )


def count_characters(
    texts: Texts,
    *,
    ngrams: tuple[int, int] = (3, 3),
    within_words: bool = True,
    lowercase: bool = True,
    strip_accents: bool | Literal["ascii"] = False,
    min_df: float = 1,
    max_df: float = 1.0,
    max_terms: int | None = None,
    terms: LabelledCsr | Iterable[str] | None = None,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> tuple[CsrArrays, Labels, dict[str, Any]]:
    """Count the n-grams of characters of each text, as scikit-learn's analyzers have them.

    The options are those of `character_rules`, and of `Tokens.matrix`.

    Returns
    -------
    counts : CsrArrays
        A row for each text; int32.
    labels : Labels
        Its columns, in the order of code points, or the given `terms` in theirs.
    settings : dict
        The options that decided which columns there are.

    Raises
    ------
    ValueError
        If no n-gram is left, an option is out of range, or a term comes twice in `terms`.
    """
    given = given_labels(terms, min_df, max_df, max_terms)
    rules = character_rules(
        ngrams, within_words=within_words, lowercase=lowercase, strip_accents=strip_accents
    )
    settings: dict[str, Any] = {
        "character_ngrams": tuple(ngrams),
        "within_words": within_words,
        "lowercase": lowercase,
        "strip_accents": strip_accents,
    }
    n_threads = resolve_n_jobs(n_jobs)
    if given is not None:
        with watch(progress, len(texts), "count characters") as tell:
            counts = _core.count_given_character_ngrams(
                texts, given.offsets, given.data, rules, n_threads=n_threads, progress=tell
            )
        return CsrArrays(*counts, len(given)), given, settings

    settings |= {"min_df": min_df, "max_df": max_df, "max_terms": max_terms}
    bounds = trim_bounds(min_df, max_df, max_terms, len(texts))
    with watch(progress, len(texts), "count characters") as tell:
        indptr, indices, values, offsets, data = _core.count_character_ngrams(
            texts, rules, **bounds, n_threads=n_threads, progress=tell
        )
    labels = Labels(offsets, data)
    return CsrArrays(indptr, indices, values, len(labels)), labels, settings
