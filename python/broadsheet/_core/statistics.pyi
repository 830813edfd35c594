import enum
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.terms import Tokenizer, Vocabulary
from broadsheet._core.text import Texts

_Floats: TypeAlias = NDArray[np.float64]
_Ints: TypeAlias = NDArray[np.int32]
_Hits: TypeAlias = tuple[_Ints, _Ints, _Ints]
_Counts: TypeAlias = NDArray[np.int32] | NDArray[np.float64]
_Progress: TypeAlias = Callable[[int], Any] | None

class Adjustment(enum.Enum):
    BONFERRONI = 0
    HOLM = 1
    BENJAMINI_HOCHBERG = 2

class RateInterval(enum.Enum):
    POISSON = 0
    BINOMIAL = 1

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
def bursts(
    counts: _Floats,
    totals: _Floats,
    *,
    scaling: float,
    gamma: float,
    n_levels: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[
    NDArray[np.int64],
    NDArray[np.int32],
    NDArray[np.int64],
    NDArray[np.int64],
    _Floats,
    _Floats,
    _Floats,
]: ...
def find_hits(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    places: Sequence[Sequence[NDArray[np.int32] | None]],
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Ints, _Ints, _Ints, _Ints]: ...
def window_hits(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    stretches: NDArray[np.int64],
    nodes: Sequence[int],
    collocates: Sequence[int],
    *,
    left: int,
    right: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Ints, _Ints, _Ints, _Ints]: ...
def hit_order(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    hits: _Hits,
    keys: Sequence[tuple[str, int]],
) -> NDArray[np.int64]: ...
def group_hits(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    hits: _Hits,
    side: str,
    distance: int,
) -> tuple[NDArray[np.int32], NDArray[np.int64], bytes]: ...
def contexts(
    texts: Texts,
    indptr: NDArray[np.int64],
    tokenizer: Tokenizer,
    zones: tuple[NDArray[np.int64], NDArray[np.int64]] | None,
    counted: tuple[NDArray[np.int64], NDArray[np.uint8]] | None,
    source: tuple[bool, NDArray[np.int64] | None],
    hits: _Hits,
    *,
    window: int,
    within_sentence: bool,
    n_threads: int,
    progress: _Progress,
) -> tuple[list[str], list[str], list[str], NDArray[np.int64], NDArray[np.int64]]: ...
def sample(n: int, n_drawn: int, seed: int) -> NDArray[np.int64]: ...
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
def token_commonness(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
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
def find_keywords(
    texts: Texts,
    indptr: NDArray[np.int64],
    tokenizer: Tokenizer,
    zones: tuple[NDArray[np.int64], NDArray[np.int64]] | None,
    counted: tuple[NDArray[np.int64], NDArray[np.uint8]] | None,
    source: tuple[bool, NDArray[np.int64] | None],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    stopwords: Vocabulary,
    *,
    method: str,
    k: int,
    max_words: int,
    window: int,
    damping: float,
    dedup: float,
    n_documents: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[
    NDArray[np.int64],
    tuple[NDArray[np.int64], bytes],
    _Floats,
    tuple[NDArray[np.int64], bytes],
    NDArray[np.int64],
    NDArray[np.int64],
    NDArray[np.int64],
]: ...
def log_odds(target: _Floats, reference: _Floats, prior: _Floats) -> tuple[_Floats, _Floats]: ...
def rank_sums(
    target: _Floats,
    reference: _Floats,
    n_words: int,
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Floats, _Floats, _Floats, _Floats]: ...
def rates(
    counts: _Floats,
    totals: _Floats,
    interval: RateInterval,
    *,
    alpha: float,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Floats, _Floats, _Floats]: ...
def readability_names() -> list[str]: ...
def text_count_names() -> list[str]: ...
def readability(
    counts: Sequence[_Floats], n_texts: int, *, measures: Sequence[str]
) -> list[_Floats]: ...
def text_counts(
    texts: Texts,
    zone: str | None,
    familiar_words: Sequence[str] | None,
    *,
    detect: bool,
    known: NDArray[np.int64] | None = None,
    n_threads: int,
    progress: _Progress,
) -> list[_Floats]: ...
def count_syllables(words: Sequence[str]) -> NDArray[np.int64]: ...
def cooccurrences(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    nodes: NDArray[np.int32],
    *,
    left: int,
    right: int,
    min_count: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int64]]: ...
def pair_tables(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    nodes: NDArray[np.int32],
    *,
    left: int,
    right: int,
    min_count: int,
    is_upper: bool,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int32], NDArray[np.int32], list[_Floats], int]: ...
def phrase_tables(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    *,
    size: int,
    min_count: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int32], list[NDArray[np.int64]], _Floats, _Floats]: ...
def sentence_indptr(
    texts: Texts,
    indptr: NDArray[np.int64],
    tokenizer: Tokenizer,
    zones: tuple[NDArray[np.int64], NDArray[np.int64]] | None,
    counted: tuple[NDArray[np.int64], NDArray[np.uint8]] | None,
    source: tuple[bool, NDArray[np.int64] | None],
    *,
    n_threads: int,
    progress: _Progress,
) -> NDArray[np.int64]: ...
def permutation_p(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    sizes: _Floats,
    sides: NDArray[np.uint8],
    *,
    n_samples: int,
    seed: int,
    n_threads: int,
    progress: _Progress,
) -> _Floats: ...
def bootstrap_log_ratio(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    sizes: _Floats,
    sides: NDArray[np.uint8],
    *,
    n_samples: int,
    seed: int,
    alpha: float,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Floats, _Floats]: ...
def period_counts(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    periods: NDArray[np.int64],
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Floats, NDArray[np.int64]]: ...
def bootstrap_rates(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    sizes: _Floats,
    periods: NDArray[np.int64],
    *,
    n_samples: int,
    seed: int,
    alpha: float,
    n_threads: int,
    progress: _Progress,
) -> tuple[_Floats, _Floats]: ...
def vocabulary_growth(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    n_terms: int,
    n_tokens: NDArray[np.int64],
) -> NDArray[np.int64]: ...
def heaps(n_tokens: _Floats, n_types: _Floats) -> tuple[float, float, float]: ...
def zipf(counts: _Floats) -> tuple[float, float]: ...
