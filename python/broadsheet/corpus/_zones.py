"""Where the zones of the texts of a corpus come from: found, known, or all body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import article as _core
from broadsheet._core.text import Texts
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.article import Article, Zone

__all__ = ["ZoneSource", "ZoneSpans", "Zones"]

Zones = Literal["detect"] | None
# What stands for what is known of a row in which headline and deck are found, or are not there.
_FOUND, _BODY_ONLY = -1, -2

# Row i has spans[indptr[i]] to spans[indptr[i + 1]], a begin and an end in bytes each.
ZoneSpans = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True, eq=False)
class ZoneSource:
    """What is known of the zones of each text, and whether the rest is looked for.

    Attributes
    ----------
    zones : {"detect"} or None
        As for `Corpus`.
    known : ndarray of shape (n_texts, 4), optional
        Begin and end of headline and deck, in bytes, where these had columns of their own. What
        is put together of several sources has -1 where they are found, and -2 where all is body.
    """

    zones: Zones
    known: NDArray[np.int64] | None = None

    def __post_init__(self) -> None:
        if self.zones not in ("detect", None):
            raise ValueError(f"zones must be 'detect' or None, not {self.zones!r}")
        if self.zones is None and self.known is not None:
            raise ValueError("zones must be 'detect' where headlines or decks are given")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ZoneSource) or self.zones != other.zones:
            return False
        if self.known is None or other.known is None:
            return self.known is other.known
        return np.array_equal(self.known, other.known)

    __hash__ = None  # type: ignore[assignment]

    def select(self, rows: NDArray[np.int64]) -> Self:
        """Return what is known of some rows."""
        return self if self.known is None else type(self)(self.zones, self.known[rows])

    @classmethod
    def concat(cls, parts: Sequence[Self]) -> Self:
        """Return what is known of one part after the other."""
        sources = [part._source for part in parts]
        for at, source in enumerate(sources):
            if source != sources[0]:
                raise ValueError(
                    f"parts must have their zones from the same source: those of part 0 are "
                    f"{sources[0]}, those of part {at} {source}"
                )
        if parts[0].known is None:
            return parts[0]
        return cls(parts[0].zones, np.concatenate([part.known for part in parts]))

    @classmethod
    def mix(cls, parts: Sequence[Self], sizes: Sequence[int]) -> Self:
        """Return what is known of one part after the other, from whatever source each has it."""
        if parts[0].known is None and all(part == parts[0] for part in parts):
            return parts[0]
        rows = [part._rows(size) for part, size in zip(parts, sizes, strict=True)]
        return cls("detect", np.concatenate(rows))

    def _rows(self, n_texts: int) -> NDArray[np.int64]:
        if self.known is not None:
            return self.known
        return np.full((n_texts, 4), _BODY_ONLY if self.zones is None else _FOUND, dtype=np.int64)

    @property
    def arrays(self) -> tuple[bool, NDArray[np.int64] | None]:
        """The same as the core takes it."""
        return self.zones is not None, self.known

    @property
    def _source(self) -> str:
        if self.known is not None:
            return "from columns of headlines or decks"
        return f"of zones={self.zones!r}"

    def article(self, row: int, text: str, *, id: str, metadata: Mapping[str, Any]) -> Article:
        """Make the article of a row."""
        if self.known is None:
            return Article(text, id=id, metadata=metadata, zones=self.zones)
        known = tuple(self.known[row].tolist())
        return Article._with_known_zones(text, known, id=id, metadata=metadata)

    def check(self, zone: Zone | None) -> None:
        """Raise an error if `zone` names none, or one that texts which are all body do not have."""
        if zone is not None and not isinstance(zone, str):
            raise TypeError(f"zone must be a str or None, not {type(zone).__name__}")
        if zone not in (None, "body") and self.zones is None:
            raise ValueError(f"zone must be 'body' in a corpus made with zones=None, not {zone!r}")

    def overview(self, texts: Texts, n_jobs: int | None, progress: Progress) -> dict[str, Any]:
        """Return the columns of `Corpus.articles` that come from the texts."""
        with watch(progress, len(texts), "reading articles") as report:
            return _core.overviews(
                texts,
                detect=self.zones is not None,
                known=self.known,
                n_threads=resolve_n_jobs(n_jobs),
                progress=report,
            )

    def spans(self, texts: Texts, zone: Zone, n_jobs: int | None, progress: Progress) -> ZoneSpans:
        """Return the spans of a zone of each text."""
        self.check(zone)
        with watch(progress, len(texts), f"finding {zone}") as report:
            return _core.zone_spans(
                texts,
                zone,
                detect=self.zones is not None,
                known=self.known,
                n_threads=resolve_n_jobs(n_jobs),
                progress=report,
            )
