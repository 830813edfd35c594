"""What parts must have in common to stand side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from broadsheet.terms._rules import Rules
from broadsheet.terms.tokenizer import Tokenizer

__all__ = ["check_alike"]


class _Untold:
    def __repr__(self) -> str:
        return "not told"


_UNTOLD = _Untold()


def check_alike(parts: Sequence[Mapping[str, Any]], what: str) -> None:
    """Raise ValueError, saying what differs, unless all parts were made with the same settings.

    Parameters
    ----------
    parts : sequence of mapping
        The settings of each part; those of a part that tells none are not known.
    what : str
        What parts must be, for the error: ``"counted alike"``.
    """
    told = [(at, part) for at, part in enumerate(parts) if part]
    for at, part in told[1:]:
        first, settings = told[0]
        for name in dict.fromkeys([*settings, *part]):
            one, other = settings.get(name, _UNTOLD), part.get(name, _UNTOLD)
            if one == other:
                continue
            if isinstance(one, Tokenizer) and isinstance(other, Tokenizer):
                name, one, other = _difference(one, other)
            raise ValueError(
                f"parts must be {what}: {name} is {_show(one)} in part {first} and {_show(other)} "
                f"in part {at}"
            )


def _difference(one: Tokenizer, other: Tokenizer) -> tuple[str, Any, Any]:
    """Return the first setting in which two tokenizers differ, and its values."""
    name = next(f.name for f in fields(one) if getattr(one, f.name) != getattr(other, f.name))
    return f"{name} of the tokenizer", getattr(one, name), getattr(other, name)


def _show(value: Any) -> str:
    if isinstance(value, Rules):
        return f"without {', '.join(value.off)}" if value.off else "all on"
    return f"<{len(value)} words>" if isinstance(value, frozenset) else repr(value)
