"""Windows around tokens, and what they do not reach across."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import statistics as _core
from broadsheet._numbers import not_negative
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.statistics._contexts import cut_texts
from broadsheet.statistics._places import Within, check_within

if TYPE_CHECKING:
    from broadsheet.terms import Tokens

__all__ = ["Window", "read_width", "read_window"]

_WIDEST = int(np.iinfo(np.int32).max)


@dataclass(frozen=True)
class Window:
    """How many tokens to the left and to the right of a token count as beside it, and within what."""

    left: int
    right: int
    within: Within

    @property
    def is_symmetric(self) -> bool:
        return self.left == self.right

    @property
    def attrs(self) -> dict[str, Any]:
        return {"window": [self.left, self.right], "unit": "tokens", "within": self.within}

    def stretches(
        self, tokens: Tokens, n_jobs: int | None, progress: Progress
    ) -> NDArray[np.int64]:
        """Return where the stretches of tokens begin that no window leaves."""
        if self.within == "document":
            return tokens.indptr
        n_threads = resolve_n_jobs(n_jobs)
        with watch(progress, len(tokens), "finding sentences") as tell:
            return _core.sentence_indptr(
                *cut_texts(tokens, n_threads), n_threads=n_threads, progress=tell
            )


def read_width(window: Any, name: str = "window") -> int:
    """Return the width of one side of a window, in tokens."""
    return min(not_negative(window, name), _WIDEST)


def read_window(window: Any, within: Within, name: str = "window") -> Window:
    """Return the window of one number for both sides, or of one for each."""
    check_within(within)
    sides = list(window) if isinstance(window, Iterable) else [window, window]
    if len(sides) != 2:
        raise ValueError(f"{name} must be a number or two, left and right, not {window!r}")
    left, right = (read_width(side, name) for side in sides)
    if left == right == 0:
        raise ValueError(f"{name} must reach to one side at least, not be 0")
    return Window(left, right, within)
