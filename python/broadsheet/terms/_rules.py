"""The switches of the rules of the news preset."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadsheet._core.terms import NEWS_RULES

__all__ = ["Rules"]


class Rules(Mapping[str, bool]):
    """Which rules are on: a mapping of all names, immutable and hashable."""

    __slots__ = ("_off",)

    def __init__(self, switches: Mapping[str, bool] | None = None) -> None:
        for name, is_on in (switches or {}).items():
            if name not in NEWS_RULES:
                raise ValueError(
                    f"there is no rule {name!r}; the rules are {', '.join(NEWS_RULES)}"
                )
            if not isinstance(is_on, bool):
                raise TypeError(f"rules[{name!r}] must be True or False, not {is_on!r}")
        self._off = frozenset(name for name, is_on in (switches or {}).items() if not is_on)

    @property
    def off(self) -> tuple[str, ...]:
        """The names of the rules that are off."""
        return tuple(name for name in NEWS_RULES if name in self._off)

    def __getitem__(self, name: str) -> bool:
        if name not in NEWS_RULES:
            raise KeyError(name)
        return name not in self._off

    def __iter__(self) -> Iterator[str]:
        return iter(NEWS_RULES)

    def __len__(self) -> int:
        return len(NEWS_RULES)

    def __hash__(self) -> int:
        return hash(self._off)

    def __repr__(self) -> str:
        return repr(dict(self))
