"""What was found, as a page and as JSON."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Sequence
from typing import Any

from bench.comparison import Outcome, Timing
from bench.machine import describe_machine, describe_versions

__all__ = ["as_markdown", "line", "make_record", "merge_records"]

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


def as_markdown(record: dict[str, Any]) -> str:
    """Return the page of a record."""
    rows = record["comparisons"]
    versions = ", ".join(f"{name} {number}" for name, number in record["versions"].items())
    dates = sorted({row["date"] for row in rows})
    page = INTRODUCTION.format(
        n_rounds=record["rounds"],
        machine=record["machine"],
        versions=versions,
        date=dates[0] if len(dates) == 1 else f"from {dates[0]} to {dates[-1]}",
    )
    page += "".join(map(_row, rows))
    page += "\n## The answers\n\n| task | compared |\n|---|---|\n"
    page += "".join(f"| `{row['name']}` | {row['answers']} |\n" for row in rows)
    if record["skipped"]:
        page += f"\nLeft out, since a package is missing: {', '.join(record['skipped'])}.\n"
    return page


def make_record(
    outcomes: Sequence[Outcome], skipped: Sequence[str], n_rounds: int
) -> dict[str, Any]:
    """Return all that was measured."""
    return {
        "machine": describe_machine(),
        "versions": describe_versions(),
        "rounds": n_rounds,
        "skipped": list(skipped),
        "comparisons": [_record(outcome) for outcome in outcomes],
    }


def merge_records(
    before: dict[str, Any], found: dict[str, Any], names: Sequence[str]
) -> dict[str, Any]:
    """Put rows in the place of those of the same names, in the order of `names`.

    Machine, rounds and the versions of packages must be the same, or rows do not compare.
    """
    versions = {**before["versions"], **found["versions"]}
    is_alike = all(before[key] == found[key] for key in ("machine", "rounds"))
    if not is_alike or before["versions"].items() - versions.items():
        raise ValueError(
            "the other rows are of another machine, of other versions or of another number of "
            "rounds: run all comparisons"
        )
    rows = {row["name"]: row for row in (*before["comparisons"], *found["comparisons"])}
    skipped = [name for name in before["skipped"] if name not in rows]
    ordered = [rows[name] for name in names if name in rows]
    return {**found, "versions": versions, "skipped": skipped, "comparisons": ordered}


def _row(row: dict[str, Any]) -> str:
    low, high = min(row["ratios"]), max(row["ratios"])
    peaks = "" if row["peak_mb"] is None else "{:,.0f} / {:,.0f}".format(*row["peak_mb"])
    target = "" if row["target"] is None else f"{row['target']:g}x"
    ours, theirs = (statistics.median(row[side]["clock"]) for side in ("ours", "theirs"))
    return (
        f"| {row['task']} (`{row['name']}`) | {row['peer']} | {row['texts']:,} "
        f"| {ours:.3g} | {theirs:.3g} "
        f"| **{row['ratio']:.1f}x** ({low:.1f}–{high:.1f}) | {target} | {peaks} |\n"
    )


def _record(outcome: Outcome) -> dict[str, Any]:
    comparison = outcome.comparison
    return {
        "name": comparison.name,
        "date": _today(),
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
