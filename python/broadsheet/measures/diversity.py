"""Lexical diversity of texts, from their tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._core import terms as _terms
from broadsheet._numbers import as_count, as_number
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._catalogue import documented, select
from broadsheet.measures._measure import Measure
from broadsheet.measures._table import measure_frame

__all__ = ["diversity"]


@documented("diversity")
def diversity(
    tokens: Iterable[Any],
    measures: str | Iterable[str] = "all",
    *,
    window: int = 100,
    threshold: float = 0.72,
    sample: int = 42,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Any:
    """Compute how rich the vocabulary of texts is.

    Parameters
    ----------
    tokens : iterable of str or of int, or iterable of such
        The tokens of a text, or the texts, each of its tokens. What is equal is of one type, so
        fold case before.
    measures : str or iterable of str, default="all"
        Names of measures; `broadsheet.cite` says what each is.
    window : int, default=100
        Tokens of a segment of ``msttr`` and of a run of ``mattr``.
    threshold : float, default=0.72
        The type-token ratio at which a factor of ``mtld`` is still growing.
    sample : int, default=42
        Tokens that ``hd_d`` draws.
    n_jobs : int, optional
        Threads; None for every core. The result is the same bytes for any number.
    progress : bool or callable, optional
        True for a bar, or ``progress(n_done, n_texts)``.

    Returns
    -------
    DataFrame
        A row for each text and a column for each measure. ``.attrs`` holds measure, variant,
        parameters, correction and source.

    Raises
    ------
    ValueError
        If there is no such measure, or a parameter is out of range.
    TypeError
        If tokens are neither all str nor all int, or a parameter is no number.

    See Also
    --------
    Tokens.diversity : That of the texts of a corpus.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With N tokens of V types, V(i) of which come i times:

    {measures}

    Where a formula is 0 / 0, as ``herdan_c`` is for a single token, and for a text without tokens,
    the value is NaN. Most measures change with the length of the text: compare texts of one
    length, or by ``mattr``, ``mtld`` or ``hd_d``.

    Examples
    --------
    >>> import broadsheet as bs
    >>> text = "one one two one one two one".split()
    >>> bs.measures.diversity(text, ["ttr", "yule_k", "mattr"], window=3).round(3)
         ttr    yule_k  mattr
    0  0.286  4489.796  0.667
    """
    chosen = select(measures, "diversity")
    options = {"window": window, "threshold": threshold, "sample": sample}
    numbered = _numbered(_as_texts(tokens))
    values = compute_diversity(*numbered, chosen, options, n_jobs, progress)
    return measure_frame(chosen, values, options)


def compute_diversity(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_types: int,
    measures: Sequence[Measure],
    options: Mapping[str, Any],
    n_jobs: int | None,
    progress: Progress,
) -> list[NDArray[np.float64]]:
    """Return an array a measure, a value each text, of texts whose tokens are numbers of types."""
    with watch(progress, indptr.size - 1, "diversity") as tell:
        return _core.diversity(
            indptr,
            ids,
            n_types,
            measures=[measure.name for measure in measures],
            window=as_count(options["window"], "window"),
            threshold=as_number(options["threshold"], "threshold"),
            sample=as_count(options["sample"], "sample"),
            n_threads=resolve_n_jobs(n_jobs),
            progress=tell,
        )


def _as_texts(tokens: Iterable[Any]) -> list[Sequence[Any]]:
    if isinstance(tokens, (str, bytes)):
        raise TypeError("tokens must be those of a text, not a text: cut it first")
    given = list(tokens)
    is_text = not given or _is_token(given[0])
    for at, value in enumerate(given):
        if _is_token(value) != is_text or not (is_text or isinstance(value, Iterable)):
            raise TypeError(f"tokens must be str, int, or texts of such: see place {at}")
    return [given] if is_text else [list(text) for text in given]


def _is_token(value: Any) -> bool:
    return isinstance(value, (str, int, np.integer))


def _numbered(texts: list[Sequence[Any]]) -> tuple[NDArray[np.int64], NDArray[np.int32], int]:
    """Return where each text begins, the number of each token's type, and how many there are."""
    indptr = np.cumsum([0, *map(len, texts)], dtype=np.int64)
    joined = list(chain.from_iterable(texts))
    are_str = bool(joined) and isinstance(joined[0], str)
    for at, token in enumerate(joined):
        if not _is_token(token) or isinstance(token, str) != are_str:
            text = int(np.searchsorted(indptr, at, side="right")) - 1
            raise TypeError(
                f"tokens must be all str or all int: text {text}, token {at - indptr[text]} is "
                f"{token!r}"
            )
    if are_str:
        vocabulary, ids = _terms.number_terms(joined)
        return indptr, ids, len(vocabulary)
    types, numbers = np.unique(np.array(joined), return_inverse=True)
    return indptr, numbers.astype(np.int32), types.size
