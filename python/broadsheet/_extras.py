"""Optional packages: imported when used, with an error that names the extra."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["import_extra"]


def import_extra(module: str, *, extra: str) -> Any:
    """Import `module`, or raise an ImportError that says how to install it."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            f"this needs {module}: pip install 'broadsheet[{extra}]'", name=error.name
        ) from error
