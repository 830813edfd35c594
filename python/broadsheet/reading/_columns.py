"""Which columns of a table are the text, the headline, the deck and the id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from broadsheet.reading._errors import ReadError

__all__ = ["Column", "Columns", "Roles"]

# A name, None to look for one of the usual names, False for none at all.
Column = str | bool | None

USUAL = {
    "text": ("text", "body", "content"),
    "headline": ("headline", "title"),
    "deck": ("deck",),
    "id": ("id",),
}


@dataclass(frozen=True, slots=True)
class Roles:
    """The column that plays each part in one table, or None; the others are metadata."""

    text: str
    headline: str | None
    deck: str | None
    id: str | None

    @property
    def texts(self) -> tuple[str, str | None, str | None]:
        """The columns of which a text is made."""
        return self.text, self.headline, self.deck

    def metadata(self, names: Sequence[str]) -> list[str]:
        """Return those of `names` that play no part."""
        return [
            name for name in names if name not in {self.text, self.headline, self.deck, self.id}
        ]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the caller said about columns, for all tables.

    Attributes
    ----------
    text, headline, deck, id : str, bool or None
        A name; None to take the first usual name there is, in any case; False for none.
    """

    text: Column = None
    headline: Column = None
    deck: Column = None
    id: Column = None

    @property
    def are_named(self) -> bool:
        """Whether the caller named any column."""
        return any(isinstance(getattr(self, part), str) for part in USUAL)

    def find(self, path: Path, names: Sequence[str]) -> Roles:
        """Return the roles in a table with columns of these names.

        Raises
        ------
        ReadError
            If a column that was named is not there, none has a usual name for the text, or two
            have the same name.
        """
        if repeated := [name for name in names if names.count(name) > 1]:
            raise ReadError(path, f"more than one column is called {repeated[0]!r}")
        found = {part: self._find(path, part, names) for part in USUAL}
        text = found["text"]
        if text is None:
            usual = " or ".join(repr(name) for name in USUAL["text"])
            raise ReadError(
                path,
                f"no column is called {usual}; say text=, the name of one of {_listed(names)}",
            )
        named = [name for name in found.values() if name is not None]
        if len(named) > len(set(named)):
            parts = ", ".join(f"{part}={name!r}" for part, name in found.items() if name)
            raise ReadError(path, f"each part must have a column of its own, not {parts}")
        return Roles(text, found["headline"], found["deck"], found["id"])

    def _find(self, path: Path, part: str, names: Sequence[str]) -> str | None:
        given = getattr(self, part)
        if given is False:
            return None
        if given is None:
            lowered = {name.lower(): name for name in reversed(names)}
            return next((lowered[name] for name in USUAL[part] if name in lowered), None)
        if given not in names:
            raise ReadError(path, f"no column {given!r} ({part}=), only {_listed(names)}")
        return str(given)


def _listed(names: Sequence[str], n_most: int = 20) -> str:
    shown = ", ".join(repr(name if len(name) <= 40 else f"{name[:39]}…") for name in names[:n_most])
    return shown + (f" and {len(names) - n_most} more" if len(names) > n_most else "") or "none"
