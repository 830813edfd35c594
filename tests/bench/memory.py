"""Peak memory of one side, in a process of its own. Linux only: it reads /proc."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from bench.comparison import Comparison
from bench.corpus import News

__all__ = ["measure_peaks", "print_peak"]

STATUS = Path("/proc/self/status")
N_FIRST = 200
CLEAR_PEAK = "5"  # What Linux takes in clear_refs for it.


def measure_peaks(comparison: Comparison, n_rows: int) -> tuple[float, float]:
    """Return how many MB each side takes at its peak above what stood before its call."""
    peaks = []
    for side in ("ours", "theirs"):
        command = [sys.executable, "-m", "bench", "--peak", comparison.name, side, str(n_rows)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        peaks.append(json.loads(done.stdout.splitlines()[-1]))
    return peaks[0], peaks[1]


def print_peak(comparison: Comparison, side: str, n_rows: int) -> None:
    """Run one side and print the MB of its peak: what the child process does.

    It runs on a few texts first, so that what it imports does not count.
    """
    getattr(comparison.prepare(News.read(N_FIRST)), side)()
    sides = comparison.prepare(News.read(n_rows))
    before = _resident("VmRSS")
    Path("/proc/self/clear_refs").write_text(CLEAR_PEAK)
    answer = getattr(sides, side)()
    peak = _resident("VmHWM") - before
    del answer
    print(json.dumps(peak / 1e6))


def _resident(field: str) -> int:
    """Return bytes of memory: VmRSS now, VmHWM at the peak."""
    found = re.search(rf"{field}:\s+(\d+) kB", STATUS.read_text())
    assert found
    return int(found.group(1)) * 1024
