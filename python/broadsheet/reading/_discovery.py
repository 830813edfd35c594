"""Which files a path, a directory or a pattern stands for, and what their names say."""

from __future__ import annotations

import glob
import os
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePath

from broadsheet.reading._compression import COMPRESSED
from broadsheet.reading._errors import LeftOutWarning

__all__ = ["FORMATS", "Paths", "Source", "find_sources"]

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

FORMATS = {
    ".txt": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".sgm": "sgml",
    ".sgml": "sgml",
}
KNOWN = f"{', '.join(FORMATS)}, each also with {', '.join(COMPRESSED)}"
N_NAMED = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Attributes
    ----------
    path : Path
        Where it is.
    name : str
        Its name, from the directory that was asked for down: what ids are made of. A name that
        is not Unicode has its odd bytes written as ``\\xff``.
    format : str
        One of the values of FORMATS.
    compression : str or None
        A key of COMPRESSED.
    """

    path: Path
    name: str
    format: str
    compression: str | None

    @property
    def stem(self) -> str:
        """The name without the suffixes that say the format and the compression."""
        stem = self.name[: -len(self.compression)] if self.compression else self.name
        suffix = PurePath(stem).suffix
        return stem.removesuffix(suffix) if suffix.lower() in FORMATS else stem


def find_sources(paths: Paths, *, format: str | None, recursive: bool) -> list[Source]:
    """Return the files that `paths` stand for: in the order of `paths`, sorted within each.

    Parameters
    ----------
    paths : str, os.PathLike, or iterable of them
        Files, directories and patterns.
    format : str or None
        The format of all files, whatever their suffix says.
    recursive : bool
        Whether directories are read with the directories in them.

    Raises
    ------
    FileNotFoundError
        If a path does not exist, a pattern matches nothing, or a directory holds no articles.
    ValueError
        If a file is named twice, is not an ordinary one, or its suffix says no known format.
    """
    if format is not None and format not in FORMATS.values():
        known = ", ".join(dict.fromkeys(FORMATS.values()))
        raise ValueError(f"format must be one of {known}, not {format!r}")
    if not isinstance(paths, str | os.PathLike | Iterable):
        raise TypeError(f"paths must be str or os.PathLike, not {type(paths).__name__}")
    sources: list[Source] = []
    left_out: list[str] = []
    for path in [paths] if isinstance(paths, str | os.PathLike) else paths:
        if not isinstance(path, str | os.PathLike):
            raise TypeError(f"paths must be str or os.PathLike, not {type(path).__name__}")
        found, others = _find(os.fspath(path), format, recursive)
        sources += found
        left_out += others
    if not sources:
        raise ValueError("paths must name at least one file, not none")
    seen: set[Path] = set()
    for source in sources:
        place = source.path.absolute()
        if place in seen:
            raise ValueError(f"paths name {source.path} twice")
        seen.add(place)
    if left_out:
        # The level is that of the caller of broadsheet.read.
        warnings.warn(_left_out(left_out), LeftOutWarning, stacklevel=3)
    return sources


def _find(given: str, format: str | None, recursive: bool) -> tuple[list[Source], list[str]]:
    """Return the files that one path stands for, and those left out for their suffix."""
    path = Path(given).expanduser()
    if path.is_dir():
        return _sort_out(given, path, _walk(path, recursive), format)
    if path.exists():
        if not path.is_file():
            raise ValueError(f"{given} must be an ordinary file or a directory")
        source = _source(path, path.parent, format)
        if source is None:
            raise ValueError(f"{given}: give format=, as the suffix is none of {KNOWN}")
        return [source], []
    if "://" in given:
        raise ValueError(f"paths must be local files, not {given!r}")
    if not glob.has_magic(given):
        raise FileNotFoundError(f"no such file or directory: {given}")
    # Not Path.glob, which finds hidden files, and whose "**" depends on the version of Python.
    matches = [Path(match) for match in glob.glob(str(path), recursive=True)]  # noqa: PTH207
    if not matches:
        raise FileNotFoundError(f"no file matches {given}")
    files = [file for file in matches if not file.is_dir()]
    if "**" not in given:  # Which matches what is in a directory beside the directory itself.
        files += [file for match in matches if match.is_dir() for file in _walk(match, recursive)]
    fixed = Path(*takewhile(lambda part: not glob.has_magic(part), path.parts))
    return _sort_out(given, fixed, files, format)


def _walk(root: Path, recursive: bool) -> Iterator[Path]:
    """Yield the files under `root` that are not hidden, through links but in no circles."""
    visited: set[Path] = set()
    for name, folders, files in os.walk(root, onerror=_fail, followlinks=True):
        folder = Path(name)
        visited.add(folder.resolve())
        folders[:] = [
            below
            for below in folders
            if recursive and not below.startswith(".") and (folder / below).resolve() not in visited
        ]
        yield from (folder / file for file in files if not file.startswith("."))


def _fail(error: OSError) -> None:
    raise error


def _sort_out(
    given: str, root: Path, files: Iterable[Path], format: str | None
) -> tuple[list[Source], list[str]]:
    sources, left_out = [], []
    for file in sorted(files, key=lambda file: file.parts):
        source = _source(file, root, format) if file.is_file() else None
        if source is None:
            left_out.append(str(file))
        else:
            sources.append(source)
    if not sources:
        why = f": {_left_out(left_out)}" if left_out else ""
        raise FileNotFoundError(f"no articles in {given}{why}")
    return sources, left_out


def _left_out(names: list[str]) -> str:
    named = ", ".join(names[:N_NAMED]) + (", ..." if len(names) > N_NAMED else "")
    files = "1 file" if len(names) == 1 else f"{len(names)} files"
    return f"{files} left out ({named}), as the suffix is none of {KNOWN}"


def _source(path: Path, root: Path, format: str | None) -> Source | None:
    """Return what the name of `path` says, or None if it says no known format."""
    suffix = path.suffix.lower()
    compression = suffix if suffix in COMPRESSED else None
    inner = Path(path.stem).suffix.lower() if compression else suffix
    known = format or FORMATS.get(inner)
    if known is None:
        return None
    name = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")
    return Source(path, name, known, compression)
