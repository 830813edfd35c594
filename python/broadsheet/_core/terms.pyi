from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from broadsheet._core.text import Texts

NEWS_RULES: Final[tuple[str, ...]]
TOKENIZER_VERSION: Final[int]
VERDICTS: Final[tuple[str, ...]]

class Vocabulary:
    def __len__(self) -> int: ...
    def term(self, id: int) -> str: ...
    def find(self, term: str) -> int: ...
    def terms(self) -> list[str]: ...
    def sorted_ids(self) -> NDArray[np.int32]: ...

class Tokenizer:
    def __init__(
        self,
        preset: str,
        *,
        lowercase: bool,
        strip_accents: bool,
        punctuation: bool,
        rules_off: Sequence[str],
    ) -> None: ...
    def explain(
        self, text: str, zones: NDArray[np.int64] | None
    ) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64], list[str]]: ...
    def fold(self, word: str) -> str: ...

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
