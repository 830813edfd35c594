"""The texts that comparisons run on."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

__all__ = ["CORPUS", "News"]

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "press_releases.parquet"


class News:
    """The first press releases, as an Arrow column and as str."""

    def __init__(self, column: Any) -> None:
        self.column = column

    @classmethod
    def read(cls, n_rows: int | None, path: Path = CORPUS) -> News:
        import pyarrow.parquet as pq

        column = pq.read_table(path, columns=["text"]).column("text")
        # One chunk of its own memory: a slice would keep the whole of the file.
        return cls(column.slice(0, n_rows).combine_chunks())

    def __len__(self) -> int:
        return len(self.column)

    @cached_property
    def strings(self) -> list[str]:
        strings: list[str] = self.column.to_pylist()
        return strings

    @cached_property
    def n_bytes(self) -> int:
        import pyarrow.compute as pc

        return int(pc.sum(pc.binary_length(self.column)).as_py())
