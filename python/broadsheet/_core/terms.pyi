import enum
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.text import Texts

_Progress: TypeAlias = Callable[[int], Any] | None
_SortedTotals: TypeAlias = tuple[NDArray[np.int64], bytes, NDArray[np.int64], NDArray[np.int64]]
_CsrArrays: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int32], NDArray[Any]]
_Counts: TypeAlias = NDArray[np.int32] | NDArray[np.float32] | NDArray[np.float64]

NEWS_RULES: Final[tuple[str, ...]]
TOKENIZER_VERSION: Final[int]
VERDICTS: Final[tuple[str, ...]]

class Vocabulary:
    def __len__(self) -> int: ...
    def term(self, id: int) -> str: ...
    def find(self, term: str) -> int: ...
    def terms(self) -> list[str]: ...
    @property
    def n_bytes(self) -> int: ...

class Accents(enum.Enum):
    KEPT = 0
    STRIPPED = 1
    ASCII = 2

class Tokenizer:
    def __init__(
        self,
        preset: str,
        *,
        lowercase: bool,
        accents: Accents,
        punctuation: bool,
        min_length: int,
        rules_off: Sequence[str],
    ) -> None: ...
    def explain(
        self, text: str, zones: NDArray[np.int64] | None
    ) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64], list[str]]: ...
    def fold(self, word: str) -> str: ...

class TermTotals:
    def __init__(self) -> None: ...
    def add(
        self,
        offsets: NDArray[np.int64],
        bytes: bytes,
        totals: NDArray[np.int64],
        documents: NDArray[np.int64],
        *,
        n_documents: int,
        length: int,
    ) -> None: ...
    def merge(self, other: TermTotals) -> None: ...
    def sorted(self) -> _SortedTotals: ...
    def kept(
        self, *, min_documents: float, max_documents: float, max_terms: int
    ) -> _SortedTotals: ...
    def sizes(self) -> tuple[int, int, int]: ...

def merge_vocabularies(parts: Sequence[Vocabulary]) -> Vocabulary: ...
def join_tokens(
    parts: Sequence[tuple[NDArray[np.int64], NDArray[np.int32], Vocabulary]],
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], Vocabulary]: ...
def merge_labels(
    parts: Sequence[tuple[NDArray[np.int64], bytes]],
) -> tuple[NDArray[np.int64], bytes, list[NDArray[np.int32] | None]]: ...
def join_rows(
    parts: Sequence[
        tuple[NDArray[np.int64], NDArray[np.int32], _Counts, int, NDArray[np.int32] | None]
    ],
    *,
    n_columns: int,
    n_threads: int,
    progress: _Progress,
) -> _CsrArrays: ...
def select_matrix_rows(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    n_columns: int,
    rows: NDArray[np.int64],
    *,
    n_threads: int,
) -> _CsrArrays: ...
def select_matrix_columns(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    n_columns: int,
    columns: NDArray[np.int32],
    *,
    n_threads: int,
) -> _CsrArrays: ...
def group_matrix_rows(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    n_columns: int,
    groups: NDArray[np.int32],
    *,
    n_groups: int,
    n_threads: int,
    progress: _Progress,
) -> _CsrArrays: ...
def select_labels(
    offsets: NDArray[np.int64], bytes: bytes, columns: NDArray[np.int32]
) -> tuple[NDArray[np.int64], bytes]: ...
def trim_columns(
    totals: NDArray[np.float64],
    documents: NDArray[np.int64],
    ranks: NDArray[np.int64],
    *,
    min_documents: float,
    max_documents: float,
    min_count: float,
    max_count: float,
    max_terms: int,
) -> tuple[NDArray[np.int32], dict[str, int]]: ...
def vocabulary_memory(n_terms: int, n_bytes: int) -> int: ...
def expect_size(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    *,
    lo: int,
    hi: int,
    min_documents: float,
    max_documents: float,
    max_terms: int,
    n_threads: int,
) -> tuple[float, float, float, float]: ...
def number_terms(strings: Sequence[str]) -> tuple[Vocabulary, NDArray[np.int32]]: ...
def judge(
    vocabulary: Vocabulary,
    stop_words: Vocabulary,
    *,
    min_length: int,
    max_length: int,
    numbers: bool,
) -> NDArray[np.uint8]: ...
def select_terms(
    vocabulary: Vocabulary, verdicts: NDArray[np.uint8], stems: Sequence[str]
) -> tuple[NDArray[np.int32], Vocabulary]: ...
def stemmable(vocabulary: Vocabulary) -> NDArray[np.bool_]: ...
def matching_terms(
    vocabulary: Vocabulary, pattern: str, *, ignore_case: bool
) -> NDArray[np.int32]: ...
def tokenize(
    texts: Texts,
    tokenizer: Tokenizer,
    zones: tuple[NDArray[np.int64], NDArray[np.int64]] | None,
    *,
    n_threads: int,
    progress: Callable[[int], Any] | None,
) -> tuple[NDArray[np.int64], NDArray[np.int32], Vocabulary]: ...
def relabel(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    new_ids: NDArray[np.int32],
    vocabulary: Vocabulary,
) -> tuple[NDArray[np.int64], NDArray[np.int32]]: ...
def select_rows(
    indptr: NDArray[np.int64], ids: NDArray[np.int32], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]: ...

class Norm(enum.Enum):
    NONE = 0
    L1 = 1
    L2 = 2

class Bm25Variant(enum.Enum):
    LUCENE = 0
    ROBERTSON = 1
    ATIRE = 2
    BM25L = 3
    BM25_PLUS = 4

def count_terms(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    *,
    lo: int,
    hi: int,
    min_documents: float,
    max_documents: float,
    max_terms: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32], NDArray[np.int64], bytes]: ...
def count_columns(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    columns: NDArray[np.int32],
    n_columns: int,
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]: ...
def count_given_terms(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    offsets: NDArray[np.int64],
    bytes: bytes,
    *,
    lo: int,
    hi: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]: ...

class CharacterNgramRules:
    def __init__(
        self, *, lo: int, hi: int, within_words: bool, lowercase: bool, accents: Accents
    ) -> None: ...

def count_character_ngrams(
    texts: Texts,
    rules: CharacterNgramRules,
    *,
    min_documents: float,
    max_documents: float,
    max_terms: int,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32], NDArray[np.int64], bytes]: ...
def count_given_character_ngrams(
    texts: Texts,
    offsets: NDArray[np.int64],
    bytes: bytes,
    rules: CharacterNgramRules,
    *,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]: ...
def hash_words(
    indptr: NDArray[np.int64],
    ids: NDArray[np.int32],
    vocabulary: Vocabulary,
    *,
    lo: int,
    hi: int,
    n_features: int,
    alternate_sign: bool,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float64]]: ...
def hash_character_ngrams(
    texts: Texts,
    rules: CharacterNgramRules,
    *,
    n_features: int,
    alternate_sign: bool,
    n_threads: int,
    progress: _Progress,
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.float64]]: ...
def read_strings(offsets: NDArray[np.int64], bytes: bytes) -> list[str]: ...
def check_counts(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    n_columns: int,
) -> None: ...
def frequencies(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    n_columns: int,
    rows: NDArray[np.int64] | None = None,
) -> tuple[NDArray[np.float64], NDArray[np.int64]]: ...
def tfidf_idf(
    n_documents: int, documents: NDArray[np.int64], *, use_idf: bool, smooth_idf: bool
) -> NDArray[np.float64]: ...
def smart_idf(
    n_documents: int,
    documents: NDArray[np.int64],
    *,
    letters: str,
    log_base: float,
    slope: float,
) -> NDArray[np.float64]: ...
def bm25_idf(
    n_documents: int, documents: NDArray[np.int64], *, variant: Bm25Variant
) -> NDArray[np.float64]: ...
def bm25_delta(variant: Bm25Variant) -> float: ...
def check_bm25(*, k1: float, b: float, delta: float) -> None: ...
def tfidf_weights(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    idf: NDArray[np.float64],
    *,
    sublinear_tf: bool,
    norm: Norm,
    is_single: bool,
    n_threads: int,
    progress: _Progress,
) -> NDArray[Any]: ...
def smart_weights(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    idf: NDArray[np.float64],
    n_bytes: NDArray[np.float64],
    *,
    letters: str,
    log_base: float,
    slope: float,
    pivot: float,
    is_single: bool,
    n_threads: int,
    progress: _Progress,
) -> NDArray[Any]: ...
def bm25_weights(
    indptr: NDArray[np.int64],
    indices: NDArray[np.int32],
    values: _Counts,
    idf: NDArray[np.float64],
    lengths: NDArray[np.float64],
    *,
    variant: Bm25Variant,
    k1: float,
    b: float,
    delta: float,
    mean_length: float,
    is_single: bool,
    n_threads: int,
    progress: _Progress,
) -> NDArray[Any]: ...
