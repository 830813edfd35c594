import enum
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.terms import Accents, Vocabulary
from broadsheet._core.text import Texts

_Value = TypeVar("_Value", np.float32, np.float64)

class Measure(enum.Enum):
    COSINE = 0
    DOT = 1
    JACCARD = 2
    DICE = 3
    OVERLAP = 4
    CONTAINMENT = 5
    GENERALIZED_JACCARD = 6

class Pairing(enum.Enum):
    ALL = 0
    OTHERS = 1
    LATER = 2

def nearest(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[_Value],
    to_indptr: NDArray[np.int64],
    to_indices: NDArray[np.int32],
    to_values: NDArray[_Value],
    n_columns: int,
    *,
    k: int,
    measure: Measure,
    min_similarity: float,
    pairing: Pairing,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.int32], NDArray[_Value]]: ...
def pairs(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[_Value],
    to_indptr: NDArray[np.int64],
    to_indices: NDArray[np.int32],
    to_values: NDArray[_Value],
    n_columns: int,
    *,
    min_similarity: float,
    measure: Measure,
    pairing: Pairing,
    max_pairs: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[_Value]]: ...
def contributions(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[_Value],
    row: int,
    to_indptr: NDArray[np.int64],
    to_indices: NDArray[np.int32],
    to_values: NDArray[_Value],
    to_row: int,
    n_columns: int,
    *,
    measure: Measure,
) -> tuple[
    float,
    NDArray[np.int32],
    NDArray[np.float64],
    NDArray[np.float64],
    NDArray[np.float64],
]: ...
def lsa_steps(k: int) -> int: ...
def lsa(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[_Value],
    n_columns: int,
    *,
    k: int,
    tolerance: float | None,
    seed: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float64]]: ...
def project(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[_Value],
    n_columns: int,
    *,
    components: NDArray[np.float32],
    k: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.float32]: ...

class Shingles:
    def __len__(self) -> int: ...
    def read(self, row: int) -> NDArray[np.uint64]: ...

class WordShingles(Shingles):
    def __init__(
        self,
        indptr: NDArray[np.int64],
        ids: NDArray[np.int32],
        vocabulary: Vocabulary,
        *,
        width: int,
        seed: int,
    ) -> None: ...

class CharacterShingles(Shingles):
    def __init__(
        self, texts: Texts, *, lowercase: bool, accents: Accents, width: int, seed: int
    ) -> None: ...

class GivenShingles(Shingles):
    def __init__(self, indptr: NDArray[np.int64], hashes: NDArray[np.uint64]) -> None: ...

class JoinedShingles(Shingles):
    def __init__(self, parts: tuple[Shingles, ...]) -> None: ...

def minhash(
    shingles: Shingles,
    *,
    n_hashes: int,
    seed: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.uint32]: ...
def recall(similarity: float, *, bands: int, rows: int) -> float: ...
def choose_banding(
    *, n_hashes: int, min_similarity: float, min_recall: float
) -> tuple[int, int]: ...
def candidate_pairs(
    sketches: NDArray[np.uint32],
    *,
    bands: int,
    rows: int,
    max_pairs: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]: ...
def jaccard(
    shingles: Shingles,
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    *,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.float64]: ...
def estimated_jaccard(
    sketches: NDArray[np.uint32], left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.float64]: ...
def copy_groups(
    sketches: NDArray[np.uint32],
    shingles: Shingles | None,
    *,
    bands: int,
    rows: int,
    min_similarity: float,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.int32]: ...
def simhash(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[Any],
    n_columns: int,
    *,
    offsets: NDArray[np.int64],
    labels: bytes,
    seed: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.uint64]: ...
def cosines(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: NDArray[Any],
    n_columns: int,
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    *,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.float64]: ...
def hamming_pairs(
    sketches: NDArray[np.uint64],
    *,
    distance: int,
    max_pairs: int,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.int32], NDArray[np.int32]]: ...
def hamming_distances(
    sketches: NDArray[np.uint64], left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.int32]: ...
def estimated_cosine(distance: int) -> float: ...
def hamming_recall(distance: int, cosine: float) -> float: ...
def choose_distance(cosine: float, min_recall: float) -> int: ...
def average_link(
    n_rows: int,
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    scores: NDArray[np.float64],
    *,
    min_similarity: float,
    progress: Callable[[int], Any] | None,
) -> NDArray[np.int32]: ...
