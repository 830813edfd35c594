"""Files of sketches: written whole, and checked before anything in them is believed."""

from __future__ import annotations

import io
import json
import math
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from broadsheet.terms.tokenizer import Tokenizer

__all__ = ["read_sketches", "write_sketches"]

_FORMAT = "broadsheet sketches"
_FORMAT_VERSION = 1
_MOST_HEADER = 64 * 2**20  # Bytes: room for any list of stop words.
_NUMBERED = {"header", "values", "ids"}
_NAMED = {"header", "values", "id_bytes", "id_offsets"}
_KINDS = {
    "header": ("|u1",),
    "values": ("<u4", "<u8"),
    "ids": ("<i8",),
    "id_bytes": ("|u1",),
    "id_offsets": ("<i8",),
}
# What zipfile and NumPy raise of bytes that are not as they should be: RuntimeError of encrypted ones
# and of kinds of zip that there are not, OSError of places outside of the file.
_UNREADABLE = (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError)

Path_ = str | os.PathLike[str]


def write_sketches(
    path: Path_, values: NDArray[Any], ids: NDArray[Any], settings: dict[str, Any]
) -> None:
    """Write sketches to a file, which takes the place of any other once it is whole."""
    header = {"format": _FORMAT, "format_version": _FORMAT_VERSION, "settings": settings}
    text = json.dumps(header, default=_plain, ensure_ascii=False)
    little = values.astype(values.dtype.newbyteorder("<"), copy=False)
    arrays = {"header": _as_bytes(text), "values": little, **_id_arrays(ids)}
    target = Path(path)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=target.name, delete=False) as made:
        try:
            with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as file:
                for name, array in arrays.items():
                    # Of a fixed date, so that the same sketches are the same bytes.
                    info = zipfile.ZipInfo(f"{name}.npy")
                    with file.open(info, "w", force_zip64=True) as member:
                        np.lib.format.write_array(
                            member, np.ascontiguousarray(array), allow_pickle=False
                        )
            made.close()
            Path(made.name).chmod(0o644)
            Path(made.name).replace(target)
        except BaseException:
            made.close()
            Path(made.name).unlink(missing_ok=True)
            raise


def read_sketches(path: Path_) -> tuple[NDArray[Any], NDArray[Any], dict[str, Any]]:
    """Return values, ids and settings from a file, or say what is wrong with it."""
    with Path(path).open("rb") as opened:
        try:
            with zipfile.ZipFile(opened) as file:
                arrays = _read_arrays(file, os.fstat(opened.fileno()).st_size)
            settings = _read_header(arrays["header"])
            ids = _read_ids(arrays)
        except _UNREADABLE as error:
            raise ValueError(f"{path} is no file of sketches, or not whole: {error}") from error
    values = arrays["values"]
    if len(ids) != len(values):
        raise ValueError(f"{path} must hold one id a sketch, {len(values)}, not {len(ids)}")
    return values, ids, settings


def _id_arrays(ids: NDArray[Any]) -> dict[str, NDArray[Any]]:
    if ids.dtype.kind in "iu":
        return {"ids": ids.astype("<i8")}
    names = ids.tolist()
    for row, name in enumerate(names):
        if not isinstance(name, str):
            raise TypeError(f"ids must be str or whole numbers to be saved: row {row} is {name!r}")
    encoded = [name.encode("utf-8") for name in names]
    offsets = np.zeros(len(encoded) + 1, dtype="<i8")
    np.cumsum([len(name) for name in encoded], out=offsets[1:])
    return {"id_bytes": np.frombuffer(b"".join(encoded), dtype="|u1"), "id_offsets": offsets}


def _read_arrays(file: zipfile.ZipFile, file_size: int) -> dict[str, NDArray[Any]]:
    members = file.infolist()
    names = [info.filename.removesuffix(".npy") for info in members]
    if len(set(names)) != len(names) or set(names) not in (_NUMBERED, _NAMED):
        raise ValueError(f"its members must be {sorted(_NUMBERED)} or {sorted(_NAMED)}")
    if any(info.compress_type != zipfile.ZIP_STORED for info in members):
        raise ValueError("its members must not be compressed")
    if sum(info.file_size for info in members) > file_size:
        raise ValueError("its members claim to be larger than the file")
    if next(info.file_size for info in members if info.filename == "header.npy") > _MOST_HEADER:
        raise ValueError(f"its header must be at most {_MOST_HEADER} bytes")
    return {
        name: _read_array(file.read(info), name) for name, info in zip(names, members, strict=True)
    }


def _read_array(data: bytes, name: str) -> NDArray[Any]:
    """Return an array of just the bytes there are: NumPy would believe any shape."""
    stream = io.BytesIO(data)
    version = np.lib.format.read_magic(stream)
    if version != (1, 0):
        raise ValueError(f"{name} must be of npy version 1.0, not {version}")
    shape, is_fortran, dtype = np.lib.format.read_array_header_1_0(stream)
    if dtype.str not in _KINDS[name] or is_fortran:
        expected = " or ".join(_KINDS[name])
        raise ValueError(f"{name} must hold {expected} in the order of C, not {dtype.str}")
    rest = data[stream.tell() :]
    n_dimensions = (1, 2) if name == "values" else (1,)
    if len(shape) not in n_dimensions or any(n < 0 for n in shape):
        raise ValueError(f"{name} must not be of shape {shape}")
    if math.prod(shape) * dtype.itemsize != len(rest):
        raise ValueError(f"{name} claims the shape {shape} but has {len(rest)} bytes")
    return np.frombuffer(rest, dtype=dtype).reshape(shape).astype(dtype.newbyteorder("="))


def _read_header(data: NDArray[np.uint8]) -> dict[str, Any]:
    try:
        header = json.loads(data.tobytes().decode("utf-8"), object_hook=_restore)
    except RecursionError as error:
        raise ValueError("its header is nested too deep") from error
    if not isinstance(header, dict) or header.get("format") != _FORMAT:
        raise ValueError(f"its header must say format {_FORMAT!r}")
    version = header.get("format_version")
    if version != _FORMAT_VERSION:
        raise ValueError(f"its format_version must be {_FORMAT_VERSION}, not {version!r}")
    settings = header.get("settings")
    if not isinstance(settings, dict):
        raise ValueError("its header must hold settings")  # noqa: TRY004
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()
    }


def _read_ids(arrays: dict[str, NDArray[Any]]) -> NDArray[Any]:
    if "ids" in arrays:
        return arrays["ids"]
    data, offsets = arrays["id_bytes"].tobytes(), arrays["id_offsets"]
    is_whole = len(offsets) > 0 and offsets[0] == 0 and offsets[-1] == len(data)
    if not is_whole or bool((np.diff(offsets) < 0).any()):
        raise ValueError(f"id_offsets must rise from 0 to {len(data)}, the bytes of the ids")
    names = np.empty(len(offsets) - 1, dtype=object)
    names[:] = [
        data[begin:end].decode("utf-8")
        for begin, end in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True)
    ]
    return names


def _as_bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)


def _plain(value: Any) -> Any:
    """Return a tokenizer as JSON has it."""
    if not isinstance(value, Tokenizer):
        raise TypeError(f"settings must be plain to be saved, not {type(value).__name__}")
    _, (preset, settings) = value.__reduce__()
    return {"Tokenizer": {"preset": preset, **settings}}


def _restore(found: dict[str, Any]) -> Any:
    """Return a tokenizer for what `_plain` made of one."""
    if set(found) != {"Tokenizer"}:
        return found
    try:
        return Tokenizer(**found["Tokenizer"])
    except TypeError as error:
        raise ValueError(f"its tokenizer cannot be made: {error}") from error
