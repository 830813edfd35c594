"""Log odds ratios of words in two corpora, with an informative Dirichlet prior."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from broadsheet._core import statistics as _core
from broadsheet._numbers import as_number
from broadsheet.measures._catalogue import documented, measures_of
from broadsheet.measures._counts import as_columns, common_index
from broadsheet.measures._table import measure_frame

__all__ = ["log_odds"]

_UNIFORM = 0.01  # Pseudo-counts of a word: those of the code that most use.


@documented("log_odds")
def log_odds(
    target: ArrayLike,
    reference: ArrayLike,
    prior: str | ArrayLike = "uniform",
    *,
    prior_size: float | None = None,
) -> Any:
    """Compute log odds ratios of all words of two corpora, with an informative Dirichlet prior.

    The prior draws the ratios of rare words towards 0, so that they do not head the list.

    Parameters
    ----------
    target, reference : array-like of shape (n_terms,)
        The counts of the whole vocabulary in each corpus, finite and not negative.
    prior : {"uniform", "pooled"} or array-like of shape (n_terms,), default="uniform"
        The pseudo-counts: as many for each word, in proportion to the counts of both corpora
        together, or those given, such as the counts of a larger corpus.
    prior_size : float, optional
        The sum of the pseudo-counts, to which they are scaled: the larger, the nearer the ratios
        are to 0. By default 0.01 a word for "uniform"; the counts as they are otherwise.

    Returns
    -------
    DataFrame
        A row for each word, ``log_odds`` and ``log_odds_z``, with the index of the counts where
        they are Series. ``.attrs`` holds measure, variant, parameters, correction and source.

    Raises
    ------
    ValueError
        If a count is negative, not finite or missing, the lengths differ, or the prior has no such
        name or a size that is not above 0.
    TypeError
        If a count is no number.

    See Also
    --------
    broadsheet.measures.association : Measures of each word by itself.
    broadsheet.cite : Says where a measure comes from.

    Notes
    -----
    With counts y and z in corpora of n and m tokens, and pseudo-counts a, of a0 in all:

    {measures}

    A word that neither the corpora nor the prior have is NaN.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.measures.log_odds([20, 5, 0], [10, 5, 10], prior="pooled").round(3)
       log_odds  log_odds_z
    0      0.56       2.638
    1      0.00       0.000
    2     -0.86      -2.221
    """
    counts = {"target": target, "reference": reference}
    index = common_index(counts)
    columns = as_columns(counts)
    values, parameters = compute_log_odds(
        columns["target"], columns["reference"], prior, prior_size
    )
    return measure_frame(measures_of("log_odds"), values, parameters, index=index)


def compute_log_odds(
    target: NDArray[np.float64],
    reference: NDArray[np.float64],
    prior: str | ArrayLike,
    prior_size: float | None,
) -> tuple[tuple[NDArray[np.float64], NDArray[np.float64]], dict[str, Any]]:
    """Return the log odds ratios with their z-scores, and what the prior was."""
    pseudo = _pseudo_counts(prior, target, reference)
    if prior_size is not None:
        size = as_number(prior_size, "prior_size")
        if not (np.isfinite(size) and size > 0):
            raise ValueError(f"prior_size must be finite and above 0, not {size}")
        if not pseudo.sum() > 0:
            raise ValueError("prior must have a count above 0 to be scaled to prior_size")
        pseudo = pseudo * (size / pseudo.sum())
    parameters = {
        "prior": prior if isinstance(prior, str) else "given",
        "prior_size": float(pseudo.sum()),
    }
    return _core.log_odds(target, reference, pseudo), parameters


def _pseudo_counts(
    prior: Any, target: NDArray[np.float64], reference: NDArray[np.float64]
) -> NDArray[np.float64]:
    if not isinstance(prior, str):
        return as_columns({"target": target, "prior": prior})["prior"]
    if prior == "uniform":
        return np.full(target.size, _UNIFORM)
    if prior == "pooled":
        return target + reference
    raise ValueError(f"prior must be 'uniform', 'pooled' or counts, not {prior!r}")
