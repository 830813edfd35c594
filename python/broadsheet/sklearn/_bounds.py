"""How many documents a term must be in, and what to say when none is."""

from __future__ import annotations

import math
from numbers import Integral
from typing import Any, NamedTuple

__all__ = ["ALL", "Limits", "empty_vocabulary", "find_limits", "nothing_left"]


class Limits(NamedTuple):
    """The fewest and the most documents of a term, as numbers that need not be whole."""

    least: float
    most: float


ALL = Limits(0, math.inf)


def find_limits(min_df: Any, max_df: Any, n_documents: int) -> Limits:
    """Return the limits as scikit-learn reckons them: a share of documents is not rounded."""
    least, most = (
        float(bound if isinstance(bound, Integral) else bound * n_documents)
        for bound in (min_df, max_df)
    )
    if most < least:
        raise ValueError(
            f"max_df corresponds to < documents than min_df: of {n_documents} documents, "
            f"max_df={max_df!r} allows {most:g}, min_df={min_df!r} asks for {least:g}"
        )
    return Limits(least, most)


def empty_vocabulary(why: str) -> ValueError:
    """Return the error of documents without any term, in the words of scikit-learn and with why."""
    return ValueError(
        f"empty vocabulary; perhaps the documents only contain stop words: {why}",
    )


def nothing_left(error: ValueError) -> ValueError:
    """Return the error of terms that are all too rare or too common, from that of the core."""
    return ValueError(
        f"After pruning, no terms remain. Try a lower min_df or a higher max_df. Here {error}"
    )
