"""A comparison: two ways to one answer, timed in turn after the answers were compared."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.corpus import News

__all__ = ["Comparison", "Outcome", "Sides", "Timing", "run"]


@dataclass(frozen=True)
class Sides:
    """What a comparison times, ready to run: all that is not timed is done.

    `agree` takes both answers, raises AssertionError where they differ, and says in a few words
    what it compared.
    """

    ours: Callable[[], Any]
    theirs: Callable[[], Any]
    agree: Callable[[Any, Any], str]


@dataclass(frozen=True)
class Comparison:
    """A task, a peer, and how much text it is measured on.

    Parameters
    ----------
    name : str
        What ``--only`` calls it.
    task : str
        What both sides do, for readers.
    peer : str
        Package, class and settings of the other side.
    prepare : callable
        Makes the two sides of some news. It imports what it needs.
    rows, quick_rows : int
        Texts of a whole run and of a quick one, so many that the peer takes seconds.
    target : float, optional
        The ratio that we set ourselves.
    needs : tuple of str
        Packages besides ours; where one is missing the comparison is left out, and said to be.
    """

    name: str
    task: str
    peer: str
    prepare: Callable[[News], Sides]
    rows: int
    quick_rows: int
    target: float | None = None
    needs: tuple[str, ...] = ()
    has_memory: bool = True


@dataclass
class Timing:
    """Seconds of each run of one side, by the clock and by the processor of all threads."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def measure(self, call: Callable[[], Any]) -> Any:
        gc.collect()
        clock, processor = time.perf_counter(), time.process_time()
        answer = call()
        self.clock.append(time.perf_counter() - clock)
        self.processor.append(time.process_time() - processor)
        return answer

    @property
    def median(self) -> float:
        return statistics.median(self.clock)


@dataclass
class Outcome:
    """What a comparison found."""

    comparison: Comparison
    n_texts: int
    n_bytes: int
    answers: str
    ours: Timing
    theirs: Timing
    peaks: tuple[float, float] | None = None  # MB above the texts: ours, theirs.

    @property
    def ratios(self) -> list[float]:
        """Their time over ours, run by run: neighbours in time share the machine's moods."""
        return [
            theirs / ours for ours, theirs in zip(self.ours.clock, self.theirs.clock, strict=True)
        ]

    @property
    def ratio(self) -> float:
        return statistics.median(self.ratios)


def run(comparison: Comparison, news: News, n_rounds: int) -> Outcome:
    """Compare the answers, then time both sides in turn, `n_rounds` times each.

    The answers come from a run that is not timed, which also warms both sides up.
    """
    sides = comparison.prepare(news)
    answers = sides.agree(sides.ours(), sides.theirs())
    ours, theirs = Timing(), Timing()
    for turn in range(n_rounds):
        pair = [(ours, sides.ours), (theirs, sides.theirs)]
        for timing, side in pair if turn % 2 == 0 else reversed(pair):
            timing.measure(side)
    return Outcome(comparison, len(news), news.n_bytes, answers, ours, theirs)
