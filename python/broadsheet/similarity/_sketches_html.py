"""How sketches, and groups of copies found by them, look in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from broadsheet._display import Markup, card, element, facts, table
from broadsheet.similarity._html import listed, short_label

if TYPE_CHECKING:
    from broadsheet.similarity.copy_groups import CopyGroups
    from broadsheet.similarity.sketches import Sketches

__all__ = ["Plan", "copy_groups_html", "sketches_html"]

_SIMILARITIES = (0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_N_GROUPS, _N_COPIES = 10, 4

# For a least similarity: how pairs are searched for, and the recall of pairs by their similarity.
# Raises ValueError where sketches are too short.
Plan = Callable[[float], tuple[str, Callable[[float], float]]]


def sketches_html(
    sketches: Sketches, made: dict[str, object], thresholds: tuple[float, ...], plan: Plan
) -> Markup:
    """Show what made sketches, and how sure they are to find a pair, before anything is searched.

    `made` names numbers that made them.
    """
    columns = ["at least", "candidates agree in", *(f"{s:g}" for s in _SIMILARITIES)]
    recalls = table(
        columns,
        [_plan_row(least, plan) for least in thresholds],
        numeric=[columns[0], *columns[2:]],
        caption="Chance that a pair is found, by its similarity",
    )
    pieces: list[object] = [facts({"texts": f"{len(sketches):,}", **made}), recalls]
    if not sketches.sources:
        pieces.append(element("p", "Loaded without the texts: scores are estimates."))
    return card(type(sketches).__name__, *pieces)


def copy_groups_html(copies: CopyGroups) -> Markup:
    """Show the first groups: the text that is kept, and its copies."""
    groups = copies.groups
    told: dict[str, object] = {
        "texts": f"{len(copies.first):,}",
        "to keep": f"{int(copies.keep.sum()):,}",
        "groups of copies": f"{len(groups):,}",
        "similarity at least": f"{copies.attrs['min_similarity']:g}",
        "chance to find such a pair": f"{copies.attrs['recall']:.1%}",
    }
    if not groups:
        return card("Copies", facts(told))
    rows = []
    for group in groups[:_N_GROUPS]:
        ids = copies.ids[group]
        rows.append([f"{len(group):,}", short_label(ids[0]), listed(ids[1:], _N_COPIES)])
    columns = ["texts", "kept", "copies of it"]
    n_more = len(groups) - len(rows)
    return card("Copies", facts(told), table(columns, rows, numeric=["texts"], n_more=n_more))


def _plan_row(least: float, plan: Plan) -> list[object]:
    try:
        how, recall = plan(least)
    except ValueError:
        return [f"{least:g}", "too few hashes", *("" for _ in _SIMILARITIES)]
    return [f"{least:g}", how, *(_chance(recall(s), is_asked=s >= least) for s in _SIMILARITIES)]


def _chance(chance: float, *, is_asked: bool) -> object:
    """Return a share; bold for pairs that are asked for."""
    text = f"{chance:.1%}"
    return element("b", text) if is_asked else text
