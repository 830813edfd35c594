"""What a concordance looks for: words, phrases, wildcards and expressions, as terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _terms

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["Place", "Query", "read_pair", "read_queries", "read_term"]

# The terms that may stand in a place; None for any.
Place = NDArray[np.int32] | None

_WHITE_SPACE = re.compile(r"[ \t-\r]+")  # What no token crosses.
_WILDCARD = re.compile(r"[*?]")
_SPECIAL = re.compile(r"[*?\\]")


@dataclass(frozen=True, eq=False)
class Query:
    """A query as it was written, and what may stand in each place of the phrase it asks for."""

    text: str
    places: tuple[Place, ...]


def read_queries(
    query: Any, tokens: Tokens, *, regex: bool, case_sensitive: bool | None
) -> list[Query]:
    """Return the queries as terms of the tokens."""
    if isinstance(query, bytes) or not isinstance(query, Iterable):
        raise TypeError(f"query must be a str or several, not {type(query).__name__}")
    texts = [query] if isinstance(query, str) else list(query)
    if not texts:
        raise ValueError("query must hold at least one word: the list is empty")
    reader = _Reader(tokens, regex=regex, case_sensitive=case_sensitive)
    return [reader.read(text) for text in texts]


def read_term(term: Any, tokens: Tokens) -> Query:
    """Return a term of a result, a word or words joined by a space, as nothing but itself."""
    if not isinstance(term, str):
        raise TypeError(f"term must be a str, not {type(term).__name__}")
    find = tokens.vocabulary._core.find
    ids = [find(word) for word in ([term] if find(term) >= 0 else term.split(" "))]
    if min(ids) < 0:
        raise KeyError(f"the tokens have no term {term!r}")
    return Query(term, tuple(_ids([id]) for id in ids))


def read_pair(node: Any, collocate: Any, tokens: Tokens) -> Query:
    """Return two single terms of a result."""
    places: list[Place] = []
    for term in (node, collocate):
        found = read_term(term, tokens).places
        if len(found) > 1:
            raise ValueError(f"a pair must be of single terms, not {term!r}")
        places += found
    return Query(f"{node} … {collocate}", tuple(places))


class _Reader:
    def __init__(self, tokens: Tokens, *, regex: bool, case_sensitive: bool | None) -> None:
        self.vocabulary = tokens.vocabulary
        self.tokenizer = tokens.tokenizer
        self.regex = regex
        if case_sensitive and self.tokenizer.lowercase:
            raise ValueError(
                "case_sensitive must not be True where tokens are in lower case: "
                "make them by a Tokenizer(lowercase=False)"
            )
        self.ignore_case = case_sensitive is False and not self.tokenizer.lowercase

    def read(self, text: str) -> Query:
        if not isinstance(text, str):
            raise TypeError(f"each query must be a str, not {type(text).__name__}")
        pieces = [piece for piece in _WHITE_SPACE.split(text) if piece]
        if not pieces:
            raise ValueError(f"query must hold at least one word, not be {text!r}")
        places = [place for piece in pieces for place in self._places(piece)]
        words = [piece for piece in pieces if piece != "*"]
        if not words:
            raise ValueError(f"query must hold a word beside '*', not be {text!r}")
        if all(place is None for place in places):
            raise ValueError(f"query {text!r} has no token that counts: {self._reasons(words)}")
        return Query(text, tuple(places))

    def _places(self, piece: str) -> list[Place]:
        """Return the places of what is written without white space: one, but for many a word."""
        if self.regex:
            return [self._matching(piece)]
        if piece == "*":
            return [None]
        if _WILDCARD.search(re.sub(r"\\[*?\\]", "", piece)):
            return [self._like(self.tokenizer._cutter().fold(piece))]
        words = self.tokenizer(re.sub(r"\\([*?\\])", r"\1", piece))
        if self.ignore_case:
            return [self._like(_SPECIAL.sub(r"\\\g<0>", word)) for word in words]
        return [_ids([self.vocabulary._core.find(word)]) for word in words]

    def _like(self, pattern: str) -> NDArray[np.int32]:
        return _terms.matching_terms(self.vocabulary._core, pattern, ignore_case=self.ignore_case)

    def _matching(self, piece: str) -> NDArray[np.int32]:
        folds = self.tokenizer.lowercase or self.ignore_case
        try:
            matches = re.compile(piece, re.IGNORECASE if folds else 0).fullmatch
        except re.error as error:
            raise ValueError(f"query {piece!r} is no regular expression: {error}") from error
        return _ids([id for id, term in enumerate(self.vocabulary.terms) if matches(term)])

    def _reasons(self, words: list[str]) -> str:
        """Say why no token of a query counts."""
        terms, _, _, _ = self.tokenizer._cutter().explain(" ".join(words), None)
        reasons, _ = self.tokenizer._select_list(terms)
        dropped = [f"{term!r} ({reason})" for term, reason in zip(terms, reasons, strict=True)]
        return ", ".join(dropped) or f"{self.tokenizer!r} finds none"


def _ids(found: list[int]) -> NDArray[np.int32]:
    return np.array([id for id in found if id >= 0], dtype=np.int32)
