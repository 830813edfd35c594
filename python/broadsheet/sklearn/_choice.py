"""What of a vectorizer's settings the core can run."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from broadsheet.sklearn._characters import Characters
from broadsheet.sklearn._scikit_learn import text
from broadsheet.sklearn._words import Words
from broadsheet.terms import Tokenizer
from broadsheet.terms._characters import character_rules

__all__ = ["Analyzer", "choose_analyzer"]

Analyzer = Words | Characters

_ACCENTS: dict[str | None, Any] = {None: False, "unicode": True, "ascii": "ascii"}
_PATTERN = re.compile(r"(?:\(\?u\))?(?:\\b)?((?:\\w)*)\\w(\+|\{(\d+),\})(?:\\b)?")
# What scikit-learn's classes have beside the way from a document to its terms.
_ENTRANCES = {
    "fit",
    "fit_transform",
    "get_feature_names_out",
    "idf_",
    "inverse_transform",
    "partial_fit",
    "transform",
}
_ASIDE = ("_check_", "_more_tags", "_parameter_", "_validate_", "_warn_", "__", "set_")


def choose_analyzer(vectorizer: Any) -> tuple[Analyzer | None, tuple[str, ...]]:
    """Return what counts documents in the core as a vectorizer asks for, or the reasons why not."""
    reasons = [*_overridden(vectorizer), *_unknown(vectorizer)]
    if reasons:
        return None, tuple(reasons)
    lo, hi = map(int, vectorizer.ngram_range)
    accents = _ACCENTS[vectorizer.strip_accents]
    is_lower = bool(vectorizer.lowercase)
    if vectorizer.analyzer == "word":
        tokenizer = Tokenizer(
            "sklearn",
            lowercase=is_lower,
            strip_accents=accents,
            min_length=_fewest_letters(vectorizer.token_pattern),
        )
        # As in scikit-learn, words of one are all there is unless more are asked for.
        return Words(tokenizer, vectorizer.get_stop_words(), lo if hi > 1 else 1, hi), ()
    within_words = vectorizer.analyzer == "char_wb"
    rules = character_rules(
        (lo, hi), within_words=within_words, lowercase=is_lower, strip_accents=accents
    )
    return Characters(rules, lo, hi, within_words), ()


def _unknown(vectorizer: Any) -> list[str]:
    """Return which parameters ask for what the core cannot do."""
    analyzer, is_word = vectorizer.analyzer, vectorizer.analyzer == "word"
    if callable(analyzer):
        return [_of_python("analyzer")]
    names = ("preprocessor", "tokenizer") if is_word else ("preprocessor",)
    reasons = [_of_python(name) for name in names if getattr(vectorizer, name) is not None]
    if analyzer not in ("word", "char", "char_wb"):
        reasons.append(f"analyzer={analyzer!r} is not known")
    if callable(vectorizer.strip_accents):
        reasons.append(_of_python("strip_accents"))
    elif vectorizer.strip_accents not in tuple(_ACCENTS):
        reasons.append(f"strip_accents={vectorizer.strip_accents!r} is not known")
    pattern = vectorizer.token_pattern
    if is_word and vectorizer.tokenizer is None and _fewest_letters(pattern) is None:
        reasons.append(
            f"token_pattern={pattern!r} is not one of whole words of at least so many letters, "
            r"such as r'(?u)\b\w\w+\b'"
        )
    # Hashed counts may be negative.
    kinds = "i" if isinstance(vectorizer, text.HashingVectorizer) else "biu"
    if not _is_plain(vectorizer.dtype, kinds):
        reasons.append(
            f"dtype={vectorizer.dtype!r} is not one of whole numbers, float32 or float64"
        )
    if not _is_range(vectorizer.ngram_range, is_word):
        reasons.append(f"ngram_range={vectorizer.ngram_range!r} is not two whole numbers from 1")
    return reasons


def _of_python(name: str) -> str:
    return f"{name} is a callable, which Python calls for each document"


def _overridden(vectorizer: Any) -> list[str]:
    """Return which steps from a document to its terms a class or an object has of its own."""
    bases = type(vectorizer).__mro__
    steps = {
        name
        for base in bases
        if base.__module__ == text.__name__
        for name in vars(base)
        if name not in _ENTRANCES and not name.startswith(_ASIDE)
    }
    owners = {name: next(base for base in bases if name in vars(base)) for name in steps}
    reasons = [
        f"{owner.__name__} has a {name} of its own"
        for name, owner in owners.items()
        if owner.__module__ != text.__name__ and not owner.__module__.startswith(__package__)
    ]
    reasons += [f"the object has a {name} of its own" for name in steps & vars(vectorizer).keys()]
    return sorted(reasons)


def _fewest_letters(token_pattern: Any) -> int | None:
    r"""Return the k of a pattern ``\b\w{k,}\b`` in any spelling; None for other patterns.

    As a match is as long as it can be, the boundaries change nothing.
    """
    found = _PATTERN.fullmatch(token_pattern) if isinstance(token_pattern, str) else None
    if found is None:
        return None
    before, _, least = found.groups()
    return len(before) // 2 + (1 if least is None else int(least)) or None


def _is_plain(dtype: Any, kinds: str) -> bool:
    """Tell whether SciPy's sparse matrices can hold numbers of a type, whole ones of `kinds`."""
    try:
        found = np.dtype(dtype)
    except TypeError:
        return False
    return bool(found.kind in kinds or found in (np.float32, np.float64))


def _is_range(ngram_range: Any, is_word: bool) -> bool:
    if not isinstance(ngram_range, tuple) or len(ngram_range) != 2:
        return False
    lo, hi = ngram_range
    if not all(isinstance(n, int | np.integer) and not isinstance(n, bool) for n in (lo, hi)):
        return False
    return bool((is_word and hi == 1) or 1 <= lo <= hi)
