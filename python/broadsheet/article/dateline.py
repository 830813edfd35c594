"""The dateline of an article."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.article.passage import Passage

__all__ = ["Dateline"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, and by whom.

    Parameters
    ----------
    place : Passage or None
        "MOSCOW", "SAN FRANCISCO", "LONDON/NEW YORK".
    region : Passage or None
        "Calif." in "SAN FRANCISCO, Calif.".
    date : Passage or None
        As it is printed: "December 23", "March 3, 2016".
    agency : Passage or None
        "TASS", "AP", "Reuters".
    whole : Passage
        All of it, with its closing dash or stop.

    Examples
    --------
    >>> import broadsheet as bs
    >>> dateline = bs.Article("LONDON, March 3 (Reuters) - Wheat fell.").dateline
    >>> str(dateline.place), str(dateline.date), str(dateline.agency), dateline.region
    ('LONDON', 'March 3', 'Reuters', None)
    >>> dateline.text
    'LONDON, March 3 (Reuters) -'
    """

    place: Passage | None
    region: Passage | None
    date: Passage | None
    agency: Passage | None
    whole: Passage

    @property
    def text(self) -> str:
        """All of it as a plain str."""
        return self.whole.text

    @property
    def start(self) -> int:
        """Where it begins in the article, in code points."""
        return self.whole.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.whole.end

    def __str__(self) -> str:
        return self.whole.text

    def __repr__(self) -> str:
        parts = {name: getattr(self, name) for name in ("place", "region", "date", "agency")}
        given = ", ".join(f"{name}={str(part)!r}" for name, part in parts.items() if part)
        return f"Dateline({given})"
