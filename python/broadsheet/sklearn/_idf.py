"""The idf of terms, as scikit-learn learns it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet.sklearn._scikit_learn import text

__all__ = ["PARAMETERS", "learn_idf", "scikit_learn_weights"]

PARAMETERS = ("norm", "use_idf", "smooth_idf", "sublinear_tf")


def scikit_learn_weights(estimator: Any) -> text.TfidfTransformer:
    """Return scikit-learn's transformer with the parameters of an estimator, which it checks."""
    parameters = {name: getattr(estimator, name) for name in PARAMETERS}
    return text.TfidfTransformer(**parameters).fit([[1]])


def learn_idf(
    transformer: text.TfidfTransformer,
    n_documents: int,
    found: NDArray[np.int64],
    *,
    is_single: bool,
) -> None:
    """Take idf from document frequencies, rounded step by step as scikit-learn's `fit` does."""
    transformer.n_features_in_ = len(found)
    if not transformer.use_idf:
        return
    smooth = int(transformer.smooth_idf)
    idf = np.full(len(found), n_documents + smooth, dtype="f4" if is_single else "f8")
    idf /= found.astype(idf.dtype) + idf.dtype.type(smooth)
    transformer.idf_ = np.log(idf) + idf.dtype.type(1)
