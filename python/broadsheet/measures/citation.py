"""Where a measure is published."""

from __future__ import annotations

from broadsheet.measures._catalogue import find
from broadsheet.measures._measure import Measure

__all__ = ["cite"]


def cite(name: str) -> Measure:
    """Return the definition of a measure and where it is published; it prints as text.

    Parameters
    ----------
    name : str
        The name of a measure of `broadsheet.measures`, such as a column of a result.

    Returns
    -------
    Measure
        Its title, formula, variant, range and source.

    Raises
    ------
    ValueError
        If there is no such measure; the message lists those there are.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.cite("log_likelihood")
    log_likelihood: log-likelihood ratio G2
      formula      2 sum O ln(O / E)
      variant      four cells
      range        from 0, for independence
      parameters   signed
      computed by  broadsheet.measures.association
      source       Dunning, T. (1993). Accurate methods for the statistics of surprise and
                   coincidence. Computational Linguistics 19(1), 61-74
    """
    return find(name, "name")
