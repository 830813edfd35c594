"""Tables in the kind that the user asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from broadsheet._extras import import_extra
from broadsheet._options import options

__all__ = ["make_frame"]


def make_frame(columns: Mapping[str, Any], attrs: Mapping[str, Any] | None = None) -> Any:
    """Make a table of `columns`, of the kind ``broadsheet.options.frame`` names.

    `attrs` says where the numbers come from. It becomes ``.attrs`` of a pandas frame and the
    schema metadata of a pyarrow table; a polars frame has no place for it.
    """
    if options.frame == "polars":
        return import_extra("polars", extra="polars").DataFrame(dict(columns))
    if options.frame == "pyarrow":
        pyarrow = import_extra("pyarrow", extra="arrow")
        table = pyarrow.table(dict(columns))
        metadata = {str(key): str(value) for key, value in (attrs or {}).items()}
        return table.replace_schema_metadata(metadata)
    frame = pd.DataFrame(dict(columns))
    frame.attrs.update(attrs or {})
    return frame
