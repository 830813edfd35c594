"""Documents in whatever a vectorizer of scikit-learn is given, handed to the core."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from broadsheet._core.text import Texts
from broadsheet.corpus._containers import check_texts

__all__ = ["Documents", "read_documents", "to_iterable"]


class Documents(NamedTuple):
    """Documents in the core, and as they can be iterated once more.

    Attributes
    ----------
    texts : Texts
        The documents. U+FFFD stands for each lone surrogate.
    strings : iterable of str
        The same as they were.
    are_exact : bool
        Whether no document holds a lone surrogate.
    """

    texts: Texts
    strings: Any
    are_exact: bool


def read_documents(raw_documents: Any, vectorizer: Any) -> Documents:
    """Give documents to the core: columns as they are, strings borrowed, bytes and files decoded.

    Parameters
    ----------
    raw_documents : iterable of str, bytes, file names or files, or column of strings
        What the vectorizer was given.
    vectorizer : estimator
        Its parameters `input`, `encoding` and `decode_error` say how the rest becomes strings.

    Raises
    ------
    ValueError
        If a document is missing, naming the row.
    TypeError
        If a document is no text, naming the row.
    """
    if vectorizer.input == "content" and _is_column(raw_documents):
        return Documents(check_texts(raw_documents, "strict").texts, raw_documents, True)
    strings = _listed(raw_documents)
    if vectorizer.input != "content" or not _are_strings(strings):
        strings = [_read(document, row, vectorizer) for row, document in enumerate(strings)]
    checked = check_texts(strings, "replace")
    return Documents(checked.texts, strings, len(checked.replaced) == 0)


def to_iterable(raw_documents: Any) -> Any:
    """Return documents so that scikit-learn can iterate them: a column of pyarrow as str."""
    if hasattr(raw_documents, "to_pylist"):
        return raw_documents.to_pylist()
    return raw_documents


def _is_column(documents: Any) -> bool:
    """Tell whether the core can take a whole column, which holds nothing but strings."""
    if isinstance(documents, pd.Series | pd.Index):
        return documents.dtype != object
    return hasattr(documents, "__arrow_c_stream__") or hasattr(documents, "__arrow_c_array__")


def _listed(documents: Any) -> list[Any]:
    if isinstance(documents, np.ndarray | pd.Series | pd.Index):
        return list(documents.tolist())
    return documents if isinstance(documents, list) else list(documents)


def _are_strings(documents: list[Any]) -> bool:
    return all(issubclass(kind, str) for kind in set(map(type, documents)))


def _read(document: Any, row: int, vectorizer: Any) -> str:
    """Return a document as a str."""
    if vectorizer.input == "content":
        _check_type(document, row)
    try:
        text: str = vectorizer.decode(document)
    except Exception as error:
        error.add_note(f"This is document {row}.")
        raise
    return text


def _check_type(document: Any, row: int) -> None:
    if isinstance(document, str | bytes):
        return
    if document is None or document is pd.NaT or document is pd.NA:
        raise ValueError(f"document {row} is {document}, expected byte or unicode string.")
    if isinstance(document, float) and np.isnan(document):
        raise ValueError(
            f"document {row} is missing: np.nan is an invalid document, expected byte or unicode "
            "string."
        )
    raise TypeError(f"document {row} must be a str or bytes, not {type(document).__name__}")
