"""Texts in whatever holds them, given to the core the cheapest way."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from broadsheet._core.text import Texts, texts_from_arrow, texts_from_list

__all__ = ["CheckedTexts", "check_texts"]

# Texts, bytes, objects and StringDType.
_TEXT_KINDS = "USOT"


class CheckedTexts(NamedTuple):
    """Texts in the core, and the rows of the input that were altered or left out."""

    texts: Texts
    replaced: NDArray[np.int64]
    skipped: NDArray[np.int64]


def check_texts(texts: Any, errors: str, *, with_nulls: bool = False) -> CheckedTexts:
    """Give texts to the core: borrowed where it can, checked in any case.

    Parameters
    ----------
    texts : iterable of str or bytes, array, Series or Arrow column
        The texts.
    errors : {"strict", "replace", "skip"}
        What happens to a text that is missing or is not Unicode.
    with_nulls : bool, default=False
        Whether a missing text is an empty one, not an error.
    """
    if isinstance(texts, pd.DataFrame):
        texts = _only_column(texts)
    if isinstance(texts, pd.Series | pd.Index) and not _is_in_arrow(texts.dtype):
        texts = texts.to_numpy(dtype=object)
    if isinstance(texts, np.ndarray):
        _check_array(texts)
        # The core borrows from a list; what other iterables give might have been made for it.
        texts = texts.tolist() if texts.dtype == object else texts
    if hasattr(texts, "__arrow_c_stream__") or hasattr(texts, "__arrow_c_array__"):
        return CheckedTexts(*texts_from_arrow(texts, errors, with_nulls=with_nulls))
    _check_iterable(texts)
    return CheckedTexts(*texts_from_list(texts, errors, with_nulls=with_nulls))


def _only_column(frame: pd.DataFrame) -> pd.Series[Any]:
    if frame.shape[1] != 1:
        raise TypeError(
            f"texts must be one column, not a table of {frame.shape[1]}: use Corpus.from_frame, "
            "which takes the name of the column"
        )
    return frame.iloc[:, 0]


def _is_in_arrow(dtype: Any) -> bool:
    """Whether pandas holds the strings of such a column in Arrow memory, and can give it away."""
    if importlib.util.find_spec("pyarrow") is None:
        return False
    if isinstance(dtype, pd.CategoricalDtype):
        return _is_in_arrow(dtype.categories.dtype)
    if isinstance(dtype, pd.StringDtype):
        return dtype.storage != "python"
    return isinstance(dtype, pd.ArrowDtype)


def _check_array(array: NDArray[Any]) -> None:
    if array.ndim != 1:
        raise ValueError(f"texts must have one dimension, not {array.ndim}")
    if array.dtype.kind not in _TEXT_KINDS:
        raise TypeError(f"texts must be strings, not of dtype {array.dtype}")


def _check_iterable(texts: Any) -> None:
    kind = type(texts).__name__
    if isinstance(texts, str | bytes):
        raise TypeError(
            f"texts must be a list or a column of texts, not one {kind}: write [text] for a "
            "corpus of one, broadsheet.read(path) to read files"
        )
    if isinstance(texts, Mapping | AbstractSet):
        raise TypeError(f"texts must have an order, which a {kind} has not: give a list")
    if not isinstance(texts, Iterable):
        raise TypeError(f"texts must be a list or a column of texts, not {kind}")
