import enum
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

_Floats: TypeAlias = NDArray[np.float64]
_Counts: TypeAlias = NDArray[np.int32] | NDArray[np.float64]
_Progress: TypeAlias = Callable[[int], Any] | None

class Adjustment(enum.Enum):
    BONFERRONI = 0
    HOLM = 1
    BENJAMINI_HOCHBERG = 2

def adjusted(p_values: _Floats, method: Adjustment) -> _Floats: ...
def association_names() -> list[str]: ...
def association(
    o11: _Floats,
    o12: _Floats,
    o21: _Floats,
    o22: _Floats,
    *,
    measures: Sequence[str],
    signed: bool,
    alpha: float,
    n_comparisons: float,
    k: float,
    n_threads: int,
    progress: _Progress,
) -> list[_Floats]: ...
def commonness_names() -> list[str]: ...
def commonness(
    indptr: NDArray[np.int64],
    places: NDArray[np.int64],
    n_tokens: int,
    *,
    measures: Sequence[str],
    n_threads: int,
    progress: _Progress,
) -> list[_Floats]: ...
def dispersion_names() -> list[str]: ...
def dispersion(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    sizes: _Floats,
    *,
    measures: Sequence[str],
    n_threads: int,
    progress: _Progress,
) -> list[_Floats]: ...
def diversity_names() -> list[str]: ...
def diversity(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    *,
    measures: Sequence[str],
    window: int,
    threshold: float,
    sample: int,
    n_threads: int,
    progress: _Progress,
) -> list[_Floats]: ...
def log_odds(target: _Floats, reference: _Floats, prior: _Floats) -> tuple[_Floats, _Floats]: ...
def rank_sums(
    target: _Floats,
    reference: _Floats,
    n_words: int,
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Floats, _Floats, _Floats, _Floats]: ...
def readability_names() -> list[str]: ...
def text_count_names() -> list[str]: ...
def readability(
    counts: Sequence[_Floats], n_texts: int, *, measures: Sequence[str]
) -> list[_Floats]: ...
