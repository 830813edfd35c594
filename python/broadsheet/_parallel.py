"""Threads and progress of calls that loop over documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from broadsheet._extras import import_extra
from broadsheet._numbers import as_count

__all__ = ["Progress", "resolve_n_jobs", "watch"]

Progress = bool | Callable[[int, int], Any] | None


def resolve_n_jobs(n_jobs: int | None) -> int:
    """Return the number of threads to use.

    ``None`` and -1 mean every core the process may use, at most ``BROADSHEET_NUM_THREADS``, else
    ``OMP_NUM_THREADS``, where one of them is set: worker processes of joblib and Dask set the
    latter so that their threads do not multiply. -2 means all of these but one, and so on.
    """
    if n_jobs is not None and (n_jobs := as_count(n_jobs, "n_jobs")) > 0:
        return n_jobs
    if n_jobs == 0:
        raise ValueError("n_jobs must not be 0: None means every core, 1 means one thread")
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    limit = os.environ.get("BROADSHEET_NUM_THREADS") or os.environ.get("OMP_NUM_THREADS") or ""
    available = min(n_cores or 1, int(limit)) if limit.isdecimal() and int(limit) else n_cores or 1
    return available if n_jobs is None else max(1, available + 1 + n_jobs)


@contextmanager
def watch(
    progress: Progress, total: int, description: str, unit: str = "doc"
) -> Iterator[Callable[[int], Any] | None]:
    """Yield what the core calls with the number of items done: a bar, the user's own, or None.

    The core calls it on the thread that made the call, about every 100 ms and once at the end, with
    a number that never falls: 0 while it only prepares. Between two calls it looks for Ctrl-C.

    Parameters
    ----------
    progress : bool, callable or None
        None or False for silence, True for a bar of tqdm, or ``progress(n_done, total)``. An
        exception it raises cancels the call and comes out as itself.
    total : int
        The number of items.
    description : str
        What is being done, for the bar.
    unit : str, default="doc"
        What an item is, for the bar.
    """
    if not progress:
        yield None
    elif progress is True:
        tqdm = import_extra("tqdm.auto", extra="progress").tqdm
        with tqdm(total=total, desc=description, unit=unit, unit_scale=True) as bar:
            yield lambda n_done: bar.update(n_done - bar.n)
    else:
        yield lambda n_done: progress(n_done, total)
