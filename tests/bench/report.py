"""What was found, as a page and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from bench.comparison import Outcome, Timing
from bench.machine import describe_machine, describe_versions

__all__ = ["as_json", "as_markdown", "line"]

INTRODUCTION = """\
# Benchmarks

Written by `./dev bench`; do not edit. Every row is a task that a peer does too. First the answers
of both sides are compared, then both run in turn in one process, {n_rounds} times each, with one
thread unless a row says otherwise. **Ratio** is the median of their time over ours, pair by pair,
with the least and the greatest: more than 1 is faster than the peer. Seconds are medians. **Memory**
is the peak above what stood before the call, ours and theirs, each measured in a process of its own
(the texts stand before; a matrix that is returned counts).

- Texts: press releases of US senators, the first so many of 72,644 (239 MB of UTF-8). We read an
  Arrow column of them, peers a list of str made before the clock starts, unless a row says so.
- Machine: {machine}
- Versions: {versions}
- Date: {date}

| task | peer | texts | ours, s | theirs, s | ratio | target | memory, MB |
|---|---|---:|---:|---:|---:|---:|---:|
"""


def line(outcome: Outcome, *, is_whole: bool) -> str:
    """Return one line for the terminal. Targets are those of a whole run."""
    low, high = min(outcome.ratios), max(outcome.ratios)
    return (
        f"{outcome.comparison.name:18} {outcome.ratio:6.1f}x ({low:.1f}-{high:.1f})  "
        f"{outcome.ours.median:8.3f} s against {outcome.theirs.median:8.3f} s{_target(outcome) if is_whole else ''}"
    )


def as_markdown(outcomes: Sequence[Outcome], skipped: Sequence[str], n_rounds: int) -> str:
    """Return the page."""
    versions = ", ".join(f"{name} {number}" for name, number in describe_versions().items())
    page = INTRODUCTION.format(
        n_rounds=n_rounds, machine=describe_machine(), versions=versions, date=_today()
    )
    page += "".join(_row(outcome) for outcome in outcomes)
    page += "\n## The answers\n\n| task | compared |\n|---|---|\n"
    for outcome in outcomes:
        page += f"| `{outcome.comparison.name}` | {outcome.answers} |\n"
    if skipped:
        page += f"\nLeft out, since a package is missing: {', '.join(skipped)}.\n"
    return page


def as_json(outcomes: Sequence[Outcome], skipped: Sequence[str], n_rounds: int) -> str:
    """Return all that was measured."""
    return json.dumps(
        {
            "machine": describe_machine(),
            "versions": describe_versions(),
            "date": _today(),
            "rounds": n_rounds,
            "skipped": list(skipped),
            "comparisons": [_record(outcome) for outcome in outcomes],
        },
        indent=2,
    )


def _row(outcome: Outcome) -> str:
    comparison = outcome.comparison
    low, high = min(outcome.ratios), max(outcome.ratios)
    peaks = "" if outcome.peaks is None else f"{outcome.peaks[0]:,.0f} / {outcome.peaks[1]:,.0f}"
    target = "" if comparison.target is None else f"{comparison.target:g}x"
    return (
        f"| {comparison.task} (`{comparison.name}`) | {comparison.peer} | {outcome.n_texts:,} "
        f"| {outcome.ours.median:.3g} | {outcome.theirs.median:.3g} "
        f"| **{outcome.ratio:.1f}x** ({low:.1f}–{high:.1f}) | {target} | {peaks} |\n"
    )


def _record(outcome: Outcome) -> dict[str, Any]:
    comparison = outcome.comparison
    return {
        "name": comparison.name,
        "task": comparison.task,
        "peer": comparison.peer,
        "texts": outcome.n_texts,
        "bytes": outcome.n_bytes,
        "answers": outcome.answers,
        "ratio": outcome.ratio,
        "ratios": outcome.ratios,
        "target": comparison.target,
        "ours": _seconds(outcome.ours),
        "theirs": _seconds(outcome.theirs),
        "peak_mb": outcome.peaks,
    }


def _seconds(timing: Timing) -> dict[str, list[float]]:
    return {"clock": timing.clock, "processor": timing.processor}


def _target(outcome: Outcome) -> str:
    target = outcome.comparison.target
    if target is None:
        return ""
    return f"  target {target:g}x: {'met' if outcome.ratio >= target else 'missed'}"


def _today() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()
