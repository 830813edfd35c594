"""What every vectorizer does before documents are counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from broadsheet._core.text import Texts
from broadsheet.sklearn._choice import Analyzer, choose_analyzer
from broadsheet.sklearn._documents import read_documents, to_iterable
from broadsheet.sklearn._scikit_learn import check_as_scikit_learn

__all__ = ["FastPath", "SlowPath", "prepare"]


class FastPath(NamedTuple):
    """Documents that the core will count."""

    analyzer: Analyzer
    texts: Texts


class SlowPath(NamedTuple):
    """Documents that scikit-learn will count."""

    documents: Any


def prepare(
    vectorizer: Any, raw_documents: Any, method: Callable[[Any], Any]
) -> FastPath | SlowPath:
    """Choose who counts, and read the documents if it is the core.

    Parameters
    ----------
    vectorizer : estimator
        Its parameters decide.
    raw_documents : iterable or column
        What it was given.
    method : callable
        The method of scikit-learn that stands behind, which checks the parameters first.
    """
    analyzer, _ = choose_analyzer(vectorizer)
    if analyzer is None or isinstance(raw_documents, str):
        return SlowPath(to_iterable(raw_documents))
    check_as_scikit_learn(method)
    documents = read_documents(raw_documents, vectorizer)
    if analyzer.needs_exact_texts and not documents.are_exact:
        return SlowPath(documents.strings)
    return FastPath(analyzer, documents.texts)
