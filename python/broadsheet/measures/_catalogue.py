"""Every measure by its name, and what tables and docstrings say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, TypeVar

from broadsheet.measures._attraction import ATTRACTION
from broadsheet.measures._comparison import ADJUST, LOG_ODDS, RANK_SUM
from broadsheet.measures._contrast import CONTRAST
from broadsheet.measures._dispersion import COMMONNESS, DISPERSION
from broadsheet.measures._diversity import DIVERSITY
from broadsheet.measures._frequency import FREQUENCY
from broadsheet.measures._growth import HEAPS, ZIPF
from broadsheet.measures._keywords import KEYWORDS
from broadsheet.measures._measure import Measure
from broadsheet.measures._readability import READABILITY
from broadsheet.measures._resampled import RESAMPLED_KEYNESS, RESAMPLED_RATES
from broadsheet.measures._significance import SIGNIFICANCE
from broadsheet.measures._trend import BURSTS, CHANGEPOINTS, RATES

__all__ = ["describe", "documented", "find", "measures_of", "select"]

_Function = TypeVar("_Function", bound=Callable[..., Any])

_FAMILIES: dict[str, dict[str, Measure]] = {
    family: {measure.name: replace(measure, family=family) for measure in measures}
    for family, measures in {
        "frequency": FREQUENCY,
        "association": SIGNIFICANCE + CONTRAST + ATTRACTION,
        "log_odds": LOG_ODDS,
        "rank_sum": RANK_SUM,
        "dispersion": DISPERSION,
        "commonness": COMMONNESS,
        "diversity": DIVERSITY,
        "readability": READABILITY,
        "heaps": HEAPS,
        "zipf": ZIPF,
        "rates": RATES,
        "bursts": BURSTS,
        "changepoints": CHANGEPOINTS,
        "keywords": KEYWORDS,
        "adjust": ADJUST,
        "keyness": RESAMPLED_KEYNESS,
        "trend": RESAMPLED_RATES,
    }.items()
}


def measures_of(*families: str) -> tuple[Measure, ...]:
    """Return the measures of some families, in their order."""
    return tuple(measure for family in families for measure in _FAMILIES[family].values())


def select(measures: str | Iterable[str], *families: str) -> list[Measure]:
    """Return the measures that were asked for, by name, or all of some families."""
    if isinstance(measures, str):
        everything = list(measures_of(*families))
        return everything if measures == "all" else [find(measures, "measures", *families)]
    selected = [find(name, "measures", *families) for name in measures]
    for at, measure in enumerate(selected):
        if measure in selected[:at]:
            raise ValueError(f"measures must be named once each: {measure.name!r} comes twice")
    return selected


def describe(
    measures: Sequence[Measure], parameters: Mapping[str, Any], correction: str | None = None
) -> dict[str, Any]:
    """Return what a table of measures carries: ``.attrs``, with the parameters that matter."""
    used = {name for measure in measures for name in measure.parameters}
    return {
        "measure": [measure.name for measure in measures],
        "variant": {measure.name: measure.variant for measure in measures},
        "parameters": {name: value for name, value in parameters.items() if name in used},
        "correction": correction,
        "source": {measure.name: "; ".join(measure.source) for measure in measures},
    }


def documented(family: str) -> Callable[[_Function], _Function]:
    """Make a decorator that puts the formulas of a family where a docstring says ``{measures}``."""

    def decorate(function: _Function) -> _Function:
        if function.__doc__ is not None:  # Python may run without docstrings.
            entries = (
                f"- ``{measure.name}``: {measure.formula}" for measure in measures_of(family)
            )
            function.__doc__ = function.__doc__.replace("{measures}", "\n    ".join(entries))
        return function

    return decorate


def find(name: Any, argument: str, *families: str) -> Measure:
    """Return the measure of a name, of some families or of all."""
    known = {measure.name: measure for measure in measures_of(*(families or _FAMILIES))}
    if not isinstance(name, str):
        raise TypeError(f"{argument} must be of names of measures, not {type(name).__name__}")
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(
            f"{argument} must be of {', '.join(known)}: there is no measure {name!r}{hint}"
        )
    return known[name]
