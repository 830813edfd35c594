"""What the Unicode of this Python takes otherwise than ours."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _terms
from broadsheet._core import text as _text
from broadsheet._frames import make_frame
from broadsheet._parallel import Progress, resolve_n_jobs, watch

if TYPE_CHECKING:
    from broadsheet.corpus.corpus import Corpus
    from broadsheet.terms.tokenizer import Tokenizer

__all__ = ["find_differences", "find_unlike_characters"]

_CHUNK = 4096


def _fold(text: str, *, lowercase: bool, strip_accents: bool | str) -> str:
    """Fold a text before it is cut, as scikit-learn does, with what Python knows."""
    if lowercase:
        text = text.lower()
    if strip_accents:
        text = unicodedata.normalize("NFKD", text)
    if strip_accents == "ascii":
        return text.encode("ascii", "ignore").decode()
    if strip_accents:
        return "".join(char for char in text if not unicodedata.combining(char))
    return text


def find_differences(
    tokenizer: Tokenizer, corpus: Corpus, *, n_jobs: int | None, progress: Progress
) -> Any:
    """Make the table of `Tokenizer.differences`."""
    members = find_unlike_characters(
        tokenizer._cutter(), lowercase=tokenizer.lowercase, strip_accents=tokenizer.strip_accents
    )
    with watch(progress, len(corpus), "comparing") as tell:
        places = _text.find_code_points(
            corpus._texts, members, n_threads=resolve_n_jobs(n_jobs), progress=tell
        )
    rows = np.flatnonzero(places >= 0)
    starts = places[rows]
    return make_frame(
        {
            "row": rows,
            "id": corpus._ids[rows],
            "start": starts,
            "character": [
                corpus._texts.at(int(row))[start] for row, start in zip(rows, starts, strict=True)
            ],
        },
        {"tokenizer": repr(tokenizer), "python_unicode": unicodedata.unidata_version},
    )


@lru_cache(maxsize=8)
def find_unlike_characters(
    cutter: _terms.Tokenizer, *, lowercase: bool, strip_accents: bool | str
) -> NDArray[np.uint32]:
    r"""Return the code points that Python folds otherwise than `cutter`, or for which `\w` differs.

    Each code point is tried by itself and, for the capital sigma looks at its neighbours, behind
    one and before a letter.
    """
    known = _known_code_points()
    found = [known[_has_other_words(known)]]
    for first in range(0, len(known), _CHUNK):
        chunk = known[first : first + _CHUNK]
        probes = [f"{char} aΣ{char} aΣ{char}a" for char in map(chr, chunk)]
        ours = cutter.fold("\n".join(probes))
        theirs = _fold("\n".join(probes), lowercase=lowercase, strip_accents=strip_accents)
        if ours != theirs:
            pairs = zip(ours.split("\n"), theirs.split("\n"), strict=True)
            found.append(chunk[[our != their for our, their in pairs]])
    return np.unique(np.concatenate(found))


def _known_code_points() -> NDArray[np.uint32]:
    """Return the code points beyond ASCII that are assigned in either version of Unicode."""
    values = np.arange(0x80, sys.maxunicode + 1, dtype=np.uint32)
    values = values[(values < 0xD800) | (values > 0xDFFF)]
    theirs = [unicodedata.category(chr(value)) != "Cn" for value in values]
    known: NDArray[np.uint32] = values[_text.has_property(values, "assigned") | np.array(theirs)]
    return known


def _has_other_words(values: NDArray[np.uint32]) -> NDArray[np.bool_]:
    is_word = re.compile(r"\w").match
    theirs = np.array([is_word(chr(value)) is not None for value in values])
    different: NDArray[np.bool_] = _text.has_property(values, "regex_word") != theirs
    return different
