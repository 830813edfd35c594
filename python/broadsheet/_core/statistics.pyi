from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

_Floats: TypeAlias = NDArray[np.float64]
_Progress: TypeAlias = Callable[[int], Any] | None

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
