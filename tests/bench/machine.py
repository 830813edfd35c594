"""What was measured, and on what."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["describe_machine", "describe_versions", "has_packages"]

PACKAGES = (
    "broadsheet",
    "numpy",
    "scipy",
    "scikit-learn",
    "polars",
    "gensim",
    "bm25s",
    "tokenizers",
    "spacy",
    "sparse_dot_topn",
    "SetSimilaritySearch",
    "rensa",
    "nltk",
    "lexicalrichness",
    "textacy",
    "textstat",
)


def describe_machine() -> str:
    """Return processor, number of cores, memory and system."""
    cpuinfo = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.exists() else None
    processor = found.group(1) if found else platform.machine()
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{processor}, {os.cpu_count()} cores, {gigabytes:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def describe_versions() -> dict[str, str]:
    """Return the version of each package that takes part."""
    return {name: version(name) for name in PACKAGES if has_packages((name,))}


def has_packages(names: tuple[str, ...]) -> bool:
    """Return whether all these are installed."""
    try:
        for name in names:
            version(name)
    except PackageNotFoundError:
        return False
    return True
