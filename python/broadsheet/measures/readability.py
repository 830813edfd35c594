"""Readability, from counts of words, sentences, letters and syllables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet.measures._catalogue import documented, measures_of, select
from broadsheet.measures._counts import as_columns, common_index
from broadsheet.measures._measure import Measure
from broadsheet.measures._table import measure_frame

__all__ = ["readability"]


@documented("readability")
def readability(
    *,
    words: ArrayLike | None = None,
    sentences: ArrayLike | None = None,
    letters: ArrayLike | None = None,
    syllables: ArrayLike | None = None,
    polysyllables: ArrayLike | None = None,
    long_words: ArrayLike | None = None,
    unfamiliar_words: ArrayLike | None = None,
    measures: str | Iterable[str] = "all",
) -> Any:
    """Compute how hard texts are to read, from counts, one text a row.

    The formulas agree everywhere; how words, sentences and syllables are counted does not, so keep
    the counts with the score.

    Parameters
    ----------
    words : array-like of shape (n,) or float, optional
        Words of each text. Counts are finite and not negative; a single number is the same in each
        row.
    sentences : array-like of shape (n,) or float, optional
        Sentences of each text.
    letters : array-like of shape (n,) or float, optional
        Letters of each text; with the digits for ``ari`` as it was first defined.
    syllables : array-like of shape (n,) or float, optional
        Syllables of each text.
    polysyllables : array-like of shape (n,) or float, optional
        Words of three or more syllables.
    long_words : array-like of shape (n,) or float, optional
        Words of more than six letters.
    unfamiliar_words : array-like of shape (n,) or float, optional
        Words that are not in Dale's list of familiar ones, nor forms of these.
    measures : str or iterable of str, default="all"
        Names of measures; `broadsheet.cite` says what each is. ``"all"`` are those whose counts
        are given.

    Returns
    -------
    DataFrame
        A row for each text and a column for each measure, with the index of the counts where they
        are Series. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a measure needs a count that is not given, a count is negative, not finite or missing,
        the lengths differ, or there is no such measure.
    TypeError
        If a count is no number.

    See Also
    --------
    Corpus.readability : Counts for itself.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    {measures}

    A text without words, or without sentences, has no score: NaN.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.readability(
    ...     words=100, sentences=5, letters=470, syllables=150, polysyllables=12, long_words=30
    ... ).round(3).T
                              0
    flesch               59.635
    flesch_kincaid        9.910
    fog                  12.800
    smog                 11.979
    ari                  10.707
    coleman_liau         10.356
    coleman_liau_cloze   46.382
    coleman_liau_grade   10.355
    lix                  50.000
    rix                   6.000
    """
    counts = {
        name: count
        for name, count in {
            "words": words,
            "sentences": sentences,
            "letters": letters,
            "syllables": syllables,
            "polysyllables": polysyllables,
            "long_words": long_words,
            "unfamiliar_words": unfamiliar_words,
        }.items()
        if count is not None
    }
    chosen = choose(measures, set(counts))
    index = common_index(counts)
    values = compute_readability(as_columns(counts), chosen)
    return measure_frame(chosen, values, {}, index=index)


def compute_readability(
    counts: Mapping[str, NDArray[np.float64]], measures: Sequence[Measure]
) -> list[NDArray[np.float64]]:
    """Return an array a measure, a value each text, from counts by name, all of one length."""
    n_texts = next(iter(counts.values())).size
    nothing = np.empty(0)
    return _core.readability(
        [counts.get(name, nothing) for name in _core.text_count_names()],
        n_texts,
        measures=[measure.name for measure in measures],
    )


def choose(
    measures: str | Iterable[str], given: set[str], made_of: Mapping[str, str] | None = None
) -> list[Measure]:
    """Return the measures that were asked for; all are those whose counts are given.

    Parameters
    ----------
    measures : str or iterable of str
        Names of measures, or ``"all"``.
    given : set of str
        The names of the counts that there are.
    made_of : mapping of str to str, optional
        The arguments that other counts are made of, for errors.
    """
    if measures == "all":
        possible = [m for m in measures_of("readability") if given.issuperset(m.needs)]
        if not possible:
            raise ValueError("words, sentences and one more count must be given")
        return possible
    chosen = select(measures, "readability")
    for measure in chosen:
        missing = [name for name in measure.needs if name not in given]
        if missing:
            argument = (made_of or {}).get(missing[0], missing[0])
            raise ValueError(f"{argument} must be given: {measure.name} needs it")
    return chosen
