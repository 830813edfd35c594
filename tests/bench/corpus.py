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

        file = pq.ParquetFile(path)
        n_rows = min(n_rows or file.metadata.num_rows, file.metadata.num_rows)
        batch = next(file.iter_batches(n_rows, columns=["text"]))
        return cls(batch.column("text"))

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
