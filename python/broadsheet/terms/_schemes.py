"""The schemes that weigh counts: their parameters, and what each asks of the core."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _core
from broadsheet._numbers import as_number
from broadsheet.terms._csr import CsrArrays

__all__ = ["NORMS", "Scheme", "make_scheme"]

NORMS = {None: _core.Norm.NONE, "l1": _core.Norm.L1, "l2": _core.Norm.L2}
_VARIANTS = {
    "lucene": _core.Bm25Variant.LUCENE,
    "robertson": _core.Bm25Variant.ROBERTSON,
    "atire": _core.Bm25Variant.ATIRE,
    "bm25l": _core.Bm25Variant.BM25L,
    "bm25+": _core.Bm25Variant.BM25_PLUS,
}
_BM25_SOURCES = {
    "lucene": "Kamphuis, de Vries, Boytsov and Lin, ECIR 2020, 'Lucene (accurate)'",
    "robertson": "Robertson and Zaragoza, FnTIR 3(4), 2009",
    "atire": "Trotman, Jia and Crane, SIGIR 2012 workshop on open source retrieval",
    "bm25l": "Lv and Zhai, SIGIR 2011",
    "bm25+": "Lv and Zhai, CIKM 2011",
}


class Scheme(Protocol):
    """A named way to weigh counts, with its parameters."""

    @property
    def name(self) -> str:
        """What `weight` calls it."""

    @property
    def variant(self) -> str:
        """Which of the published forms it is."""

    @property
    def source(self) -> str:
        """Where the form is published."""

    @property
    def length_name(self) -> str | None:
        """What it measures documents by: ``"tokens"``, ``"terms"``, ``"bytes"`` or nothing."""

    def idf(self, n_documents: int, documents: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the factor of each term."""

    def weights(
        self,
        counts: CsrArrays,
        idf: NDArray[np.float64],
        lengths: NDArray[np.float64],
        mean_length: float,
        **loop: Any,
    ) -> NDArray[Any]:
        """Return the weight of each stored count."""


@dataclass(frozen=True)
class Tfidf:
    use_idf: bool = True
    smooth_idf: bool = True
    sublinear_tf: bool = False
    norm: str | None = "l2"

    name: ClassVar[str] = "tfidf"
    variant: ClassVar[str] = "scikit-learn"
    source: ClassVar[str] = "scikit-learn, TfidfTransformer"
    length_name: ClassVar[str | None] = None

    def __post_init__(self) -> None:
        for flag in ("use_idf", "smooth_idf", "sublinear_tf"):
            if not isinstance(getattr(self, flag), (bool, np.bool_)):
                raise TypeError(f"{flag} must be True or False, not {getattr(self, flag)!r}")
        if self.norm not in NORMS:
            raise ValueError(f"norm must be 'l1', 'l2' or None, not {self.norm!r}")

    def idf(self, n_documents: int, documents: NDArray[np.int64]) -> NDArray[np.float64]:
        return _core.tfidf_idf(
            n_documents, documents, use_idf=bool(self.use_idf), smooth_idf=bool(self.smooth_idf)
        )

    def weights(
        self,
        counts: CsrArrays,
        idf: NDArray[np.float64],
        lengths: NDArray[np.float64],  # noqa: ARG002
        mean_length: float,  # noqa: ARG002
        **loop: Any,
    ) -> NDArray[Any]:
        return _core.tfidf_weights(
            *counts[:3], idf, sublinear_tf=bool(self.sublinear_tf), norm=NORMS[self.norm], **loop
        )


@dataclass(frozen=True)
class Smart:
    letters: str
    log_base: float = math.e
    slope: float = 0.2

    variant: ClassVar[str] = "SMART"
    source: ClassVar[str] = (
        "Salton and Buckley, IP&M 24(5), 1988; Manning, Raghavan and Schuetze 2008, fig. 6.15; "
        "L and u: Singhal, Buckley and Mitra, SIGIR 1996; d and b: Singhal et al., TREC-7, 1998"
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "log_base", as_number(self.log_base, "log_base"))
        object.__setattr__(self, "slope", as_number(self.slope, "slope"))
        self.idf(0, np.empty(0, dtype=np.int64))  # The core checks letters and parameters.

    @property
    def name(self) -> str:
        return self.letters

    @property
    def length_name(self) -> str | None:
        return {"u": "terms", "b": "bytes"}.get(self.letters[2])

    def idf(self, n_documents: int, documents: NDArray[np.int64]) -> NDArray[np.float64]:
        return _core.smart_idf(
            n_documents,
            documents,
            letters=self.letters,
            log_base=self.log_base,
            slope=self.slope,
        )

    def weights(
        self,
        counts: CsrArrays,
        idf: NDArray[np.float64],
        lengths: NDArray[np.float64],
        mean_length: float,
        **loop: Any,
    ) -> NDArray[Any]:
        return _core.smart_weights(
            *counts[:3],
            idf,
            lengths,
            letters=self.letters,
            log_base=self.log_base,
            slope=self.slope,
            pivot=mean_length,
            **loop,
        )


@dataclass(frozen=True)
class Bm25:
    variant: str = "lucene"
    k1: float = 1.2
    b: float = 0.75
    delta: float | None = None  # None: as published. A float once made.

    name: ClassVar[str] = "bm25"
    length_name: ClassVar[str | None] = "tokens"

    def __post_init__(self) -> None:
        if self.variant not in _VARIANTS:
            raise ValueError(f"variant must be one of {tuple(_VARIANTS)}, not {self.variant!r}")
        if self.variant not in ("bm25l", "bm25+") and self.delta is not None:
            raise ValueError(f"delta is of 'bm25l' and 'bm25+', not of {self.variant!r}")
        published = _core.bm25_delta(_VARIANTS[self.variant])
        delta = published if self.delta is None else self.delta
        for name, value in (("k1", self.k1), ("b", self.b), ("delta", delta)):
            object.__setattr__(self, name, as_number(value, name))
        _core.check_bm25(k1=self.k1, b=self.b, delta=self._delta)

    @property
    def _delta(self) -> float:
        assert self.delta is not None  # __post_init__ saw to it.
        return self.delta

    @property
    def source(self) -> str:
        return _BM25_SOURCES[self.variant]

    def idf(self, n_documents: int, documents: NDArray[np.int64]) -> NDArray[np.float64]:
        return _core.bm25_idf(n_documents, documents, variant=_VARIANTS[self.variant])

    def weights(
        self,
        counts: CsrArrays,
        idf: NDArray[np.float64],
        lengths: NDArray[np.float64],
        mean_length: float,
        **loop: Any,
    ) -> NDArray[Any]:
        return _core.bm25_weights(
            *counts[:3],
            idf,
            lengths,
            variant=_VARIANTS[self.variant],
            k1=self.k1,
            b=self.b,
            delta=self._delta,
            mean_length=mean_length,
            **loop,
        )


def make_scheme(name: str, parameters: dict[str, Any]) -> Scheme:
    """Return the scheme of a name, or raise an error that lists names or parameters."""
    if not isinstance(name, str):
        raise TypeError(f"scheme must be a str, not {type(name).__name__}")
    kinds: dict[str, type[Tfidf | Smart | Bm25]] = {"tfidf": Tfidf, "bm25": Bm25}
    kind = kinds.get(name, Smart)
    if kind is Smart and len(name) != 3:
        raise ValueError(
            f"scheme must be 'tfidf', 'bm25' or three letters of SMART such as 'ltc', not {name!r}"
        )
    allowed = [field.name for field in fields(kind) if field.name != "letters"]
    for parameter in parameters:
        if parameter not in allowed:
            raise TypeError(f"{name!r} has no parameter {parameter!r}; it has {', '.join(allowed)}")
    return Smart(name, **parameters) if kind is Smart else kind(**parameters)
