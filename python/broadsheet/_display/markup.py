"""The one place where text becomes HTML: whatever is not already markup is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable

__all__ = ["Markup", "element", "escape", "join"]


class Markup(str):
    """HTML that may be shown as it is. Only this module makes it."""

    __slots__ = ()


def escape(value: object) -> Markup:
    """Return `value` as HTML: markup as it is, anything else as escaped text."""
    return value if isinstance(value, Markup) else Markup(html.escape(str(value), quote=True))


def join(parts: Iterable[object], separator: str = "") -> Markup:
    """Escape the parts and write them one after the other."""
    return Markup(escape(separator).join(escape(part) for part in parts))


def element(name: str, *children: object, **attributes: object) -> Markup:
    """Return an element with escaped children; ``class_`` stands for ``class``.

    Names of elements and attributes are the library's own words, never data.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(str(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{join(children)}</{name}>")
