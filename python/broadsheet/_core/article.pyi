from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.text import Texts

def find_zones(
    text: str, *, detect: bool, known: tuple[int, int, int, int] | None = None
) -> dict[str, NDArray[np.int64]]: ...
def zone_spans(
    texts: Texts,
    zone: str,
    *,
    detect: bool,
    known: NDArray[np.int64] | None = None,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]: ...
def overviews(
    texts: Texts,
    *,
    detect: bool,
    known: NDArray[np.int64] | None = None,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> dict[str, Any]: ...
