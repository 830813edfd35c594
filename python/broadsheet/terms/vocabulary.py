"""The distinct terms of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _terms

__all__ = ["Vocabulary"]

_N_SHOWN = 6


class Vocabulary:
    """Distinct terms, numbered from 0. Immutable.

    The vocabulary of `Tokens` numbers its terms in the order in which they first occur.

    Parameters
    ----------
    terms : iterable of str
        The terms, all different.

    Raises
    ------
    ValueError
        If a term comes twice.

    See Also
    --------
    Tokens.vocabulary : The terms that tokens are numbers of.

    Examples
    --------
    >>> from broadsheet.terms import Vocabulary
    >>> vocabulary = Vocabulary(["moscow", "nato"])
    >>> len(vocabulary), vocabulary[1], vocabulary.id("nato"), "tass" in vocabulary
    (2, 'nato', 1, False)
    """

    _core: _terms.Vocabulary

    def __init__(self, terms: Iterable[str]) -> None:
        strings = list(terms)
        core, ids = _terms.number_terms(strings)
        repeated = np.flatnonzero(ids != np.arange(len(ids), dtype=np.int32))
        if len(repeated):
            raise ValueError(f"terms must be different: {strings[repeated[0]]!r} comes twice")
        self._core = core

    @classmethod
    def _of_core(cls, core: _terms.Vocabulary) -> Self:
        vocabulary = cls.__new__(cls)
        vocabulary._core = core
        return vocabulary

    @classmethod
    def _concat(cls, parts: Sequence[Self], **_: Any) -> Self:
        """Put vocabularies one after the other: they have no documents, so no ids and no bar."""
        return cls._of_core(_terms.merge_vocabularies([part._core for part in parts]))

    def merge(self, other: Vocabulary) -> Vocabulary:
        """Return these terms, and behind them those of `other` that are new.

        Parameters
        ----------
        other : Vocabulary
            More terms.

        Returns
        -------
        Vocabulary
            The terms of both. Those of this one keep their numbers.

        See Also
        --------
        broadsheet.concat : The same for any number of vocabularies.

        Examples
        --------
        >>> from broadsheet.terms import Vocabulary
        >>> Vocabulary(["moscow", "nato"]).merge(Vocabulary(["eu", "nato"]))
        Vocabulary(3 terms: 'moscow', 'nato', 'eu')
        """
        from broadsheet._concat import concat

        return concat([self, other])

    @cached_property
    def terms(self) -> NDArray[np.object_]:
        """The terms in the order of their ids, a str each. Read-only."""
        terms = np.empty(len(self), dtype=object)
        terms[:] = self._core.terms()
        terms.flags.writeable = False
        return terms

    @property
    def nbytes(self) -> int:
        """The bytes of the terms and of the table that finds them, as the core holds them."""
        return _terms.vocabulary_memory(len(self), self._core.n_bytes)

    def id(self, term: str) -> int:
        """Return the number of a term.

        Parameters
        ----------
        term : str
            The term, as it stands in the vocabulary: in lower case, if tokens are.

        Returns
        -------
        int
            Its place among the terms.

        Raises
        ------
        KeyError
            If it is not among the terms.
        """
        found = self._core.find(term)
        if found < 0:
            raise KeyError(f"{term!r} is not among the {len(self):,} terms")
        return found

    def __len__(self) -> int:
        return len(self._core)

    def __getitem__(self, id: int) -> str:
        index = id.__index__()
        return self._core.term(index + len(self) if -len(self) <= index < 0 else index)

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self._core.find(term) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Vocabulary):
            return NotImplemented
        return self._core is other._core or self._core.terms() == other._core.terms()

    __hash__ = None  # type: ignore[assignment]

    def __getstate__(self) -> dict[str, Any]:
        return {"_core": self._core}

    def __repr__(self) -> str:
        shown = ", ".join(repr(self[id]) for id in range(min(len(self), _N_SHOWN)))
        more = ", …" if len(self) > _N_SHOWN else ""
        return f"Vocabulary({len(self):,} terms: {shown}{more})"
