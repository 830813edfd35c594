"""Bytes of a file, taken out of gzip, bzip2, xz or Zstandard, within limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from broadsheet._extras import import_extra
from broadsheet.reading._errors import LimitError, ReadError

__all__ = ["COMPRESSED", "Limits", "check_growth", "read_bytes"]

CHUNK = 1 << 20
# A Zstandard block of a few bytes may stand for 128 KiB, so this many bytes for about 128 MiB.
ZSTD_SLICE = 1 << 12


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a compressed file may grow.

    Parameters
    ----------
    max_bytes : int, default=4294967296
        The most bytes that one file may hold once it is decompressed.
    max_ratio : float, default=200.0
        The most bytes that each compressed byte may stand for, on average over the file. News
        has 3 to 10, a table of numbers perhaps 50.
    grace : int, default=16777216
        `max_ratio` counts from this many bytes on: short files may be as regular as they like.

    Examples
    --------
    >>> import broadsheet as bs
    >>> bs.reading.Limits(max_bytes=1_000_000).max_ratio
    200.0
    """

    max_bytes: int = 1 << 32
    max_ratio: float = 200.0
    grace: int = 1 << 24


def _gunzip(file: IO[bytes]) -> Iterator[bytes]:
    with gzip.open(file) as opened:
        yield from iter(lambda: opened.read(CHUNK), b"")


def _bunzip2(file: IO[bytes]) -> Iterator[bytes]:
    with bz2.open(file) as opened:
        yield from iter(lambda: opened.read(CHUNK), b"")


def _unxz(file: IO[bytes]) -> Iterator[bytes]:
    with lzma.open(file) as opened:
        yield from iter(lambda: opened.read(CHUNK), b"")


def _unzstd(file: IO[bytes]) -> Iterator[bytes]:
    # Not stream_reader: it takes a file that was cut off for a whole one.
    zstandard = import_extra("zstandard", extra="compression")
    decompressor = zstandard.ZstdDecompressor()
    frame = None
    while piece := file.read(ZSTD_SLICE):
        while piece:
            if frame is None or frame.eof:
                frame = decompressor.decompressobj()
            try:
                yield frame.decompress(piece)
            except zstandard.ZstdError as error:
                raise OSError(str(error)) from error
            piece = frame.unused_data if frame.eof else b""
    if frame is not None and not frame.eof:
        raise EOFError


def check_growth(path: Path, limits: Limits, n_bytes: int, n_compressed: int) -> None:
    """Raise LimitError if a file of so many compressed bytes must not hold so many."""
    if n_bytes > limits.max_bytes:
        raise LimitError(path, f"holds more than {limits.max_bytes} bytes (limits.max_bytes)")
    if n_bytes > limits.grace and n_bytes > limits.max_ratio * n_compressed:
        ratio = f"{limits.max_ratio:g} times its size"
        raise LimitError(path, f"holds more than {ratio} once decompressed (limits.max_ratio)")


COMPRESSED: dict[str, Callable[[IO[bytes]], Iterator[bytes]]] = {
    ".gz": _gunzip,
    ".bz2": _bunzip2,
    ".xz": _unxz,
    ".zst": _unzstd,
}


def read_bytes(path: Path, compression: str | None, limits: Limits) -> bytes:
    """Return what `path` holds, decompressed as `compression` (a suffix, or None) says.

    Raises
    ------
    LimitError
        If the file grows beyond `limits`. What was read until then is at most `max_bytes` and a
        chunk.
    ReadError
        If the file is cut off, damaged, or not compressed that way.
    """
    if compression is None:
        return path.read_bytes()
    n_compressed = path.stat().st_size
    out = io.BytesIO()
    with path.open("rb") as file:
        try:
            for chunk in COMPRESSED[compression](file):
                out.write(chunk)
                check_growth(path, limits, out.tell(), n_compressed)
        except EOFError as error:
            raise ReadError(
                path, f"cut off: the end of the {compression} data is missing"
            ) from error
        except (OSError, zlib.error, lzma.LZMAError) as error:
            raise ReadError(path, f"damaged, or not {compression} data: {error}") from error
    return out.getvalue()
