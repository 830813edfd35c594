"""What a Corpus costs over its texts, by the container they come in: time, memory kept, peak.

Each container has a process of its own. What is measured is the resident memory before and after
`Corpus(texts)`, and the peak between (Linux only); the texts are compared afterwards, so that a
page read for the comparison does not count.

    python tests/bench/bench_corpus.py [--path press_releases.parquet]
"""

from __future__ import annotations

import argparse
import gc
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PATH = Path(__file__).parents[3] / "shared/corpora/press_releases.parquet"
CONTAINERS = ("pyarrow", "pandas", "pandas object", "polars", "list", "generator")
STATUS = Path("/proc/self/status")
CLEAR_PEAK = "5"  # What Linux takes in clear_refs for it.


def open_container(name: str, column: Any) -> Any:
    if name == "pandas":
        return column.to_pandas()
    if name == "polars":
        import polars as pl

        return pl.from_arrow(column)
    if name == "pyarrow":
        return column
    texts = column.to_pylist()
    if name == "pandas object":
        import pandas as pd

        return pd.Series(texts, dtype=object)
    return texts


def resident(field: str) -> int:
    """Return bytes of memory: VmRSS now, VmHWM at the peak."""
    found = re.search(rf"{field}:\s+(\d+) kB", STATUS.read_text())
    assert found
    return int(found.group(1)) * 1024


def measure(name: str, path: Path) -> str:
    import pyarrow.parquet as pq

    import broadsheet as bs

    column = pq.read_table(path, columns=["text"])["text"]
    source = open_container(name, column)
    gc.collect()
    Path("/proc/self/clear_refs").write_text(CLEAR_PEAK)
    before = resident("VmRSS")
    start = time.perf_counter()
    corpus = bs.Corpus(iter(source) if name == "generator" else source)
    seconds = time.perf_counter() - start
    kept, peak = resident("VmRSS") - before, resident("VmHWM") - before
    if any(text != item.as_py() for text, item in zip(corpus.texts, column, strict=True)):
        raise AssertionError(f"{name}: the texts are not those of the file")
    n = len(corpus)
    return f"{name:14} {seconds * 1e3:8.0f} {kept / n:12.0f} {peak / n:12.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--path", type=Path, default=PATH)
    parser.add_argument("--container", choices=CONTAINERS)
    options = parser.parse_args()
    if options.container:
        print(measure(options.container, options.path))
    elif not options.path.exists() or not STATUS.exists():
        print(f"skipped: needs {options.path} and {STATUS}")
    else:
        print(f"{'container':14} {'ms':>8} {'kept B/text':>12} {'peak B/text':>12}")
        for name in CONTAINERS:
            arguments = ["--path", str(options.path), "--container", name]
            subprocess.run([sys.executable, __file__, *arguments], check=True)


if __name__ == "__main__":
    main()
