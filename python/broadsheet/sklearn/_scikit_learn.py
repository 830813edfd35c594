"""What is asked of scikit-learn: its classes, its checks, its kind of matrix."""

from __future__ import annotations

from collections.abc import Callable
from numbers import Integral
from typing import Any, NoReturn

from scipy import sparse

from broadsheet._extras import import_extra
from broadsheet._parallel import resolve_n_jobs

__all__ = [
    "UNUSED",
    "base",
    "check_as_scikit_learn",
    "check_is_fitted",
    "check_random_state",
    "n_threads",
    "normalize",
    "text",
    "to_sparse",
    "validate_data",
]

text = import_extra("sklearn.feature_extraction.text", extra="sklearn")
base = import_extra("sklearn.base", extra="sklearn")
_sklearn = import_extra("sklearn", extra="sklearn")
_validation = import_extra("sklearn.utils.validation", extra="sklearn")
normalize = import_extra("sklearn.preprocessing", extra="sklearn").normalize
check_is_fitted = _validation.check_is_fitted
check_random_state = import_extra("sklearn.utils", extra="sklearn").check_random_state
UNUSED = import_extra("sklearn.utils.metadata_routing", extra="sklearn").UNUSED
_joblib = import_extra("joblib", extra="sklearn")


class _FirstDocument(Exception):
    """Raised where scikit-learn asks for the first document."""


def check_as_scikit_learn(method: Callable[[Any], Any]) -> None:
    """Let a method of scikit-learn check everything that it checks before it reads a document.

    So parameters, the vocabulary and the stop words are checked by scikit-learn's own code, with
    its own errors and warnings, whatever its version; and it sets the attributes that it sets then.
    """
    try:
        method(_NoDocuments())
    except _FirstDocument:
        return


class _NoDocuments:
    """Documents of which not even the first can be read."""

    def __iter__(self) -> NoReturn:
        raise _FirstDocument


def to_sparse(csr: sparse.csr_array) -> Any:
    """Return a matrix of the kind that scikit-learn returns, over the same memory."""
    if _sklearn.get_config().get("sparse_interface", "spmatrix") == "sparray":
        return csr
    matrix = sparse.csr_matrix(csr, copy=False)
    matrix.has_canonical_format = csr.has_canonical_format
    return matrix


def n_threads(n_jobs: Any) -> int:
    """Return the number of threads: 1 for None, unless joblib's context says otherwise.

    A number of cores that is not asked for outright is at most what a worker process may use.
    """
    is_number = isinstance(n_jobs, Integral)
    if n_jobs is not None and not is_number:
        raise TypeError(f"n_jobs must be a whole number or None, not {n_jobs!r}")
    asked = int(_joblib.effective_n_jobs(n_jobs))
    if is_number and n_jobs > 0:
        return asked
    return min(asked, resolve_n_jobs(None))


def validate_data(estimator: Any, X: Any, **options: Any) -> Any:
    """Check `X` as scikit-learn's own estimators do."""
    if hasattr(_validation, "validate_data"):
        return _validation.validate_data(estimator, X, **options)
    return estimator._validate_data(X, **options)  # scikit-learn 1.5.
