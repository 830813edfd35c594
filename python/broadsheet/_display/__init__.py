"""HTML of results in a notebook: escaped, bounded, without script, for light and dark pages."""

from broadsheet._display.markup import Markup, element, escape, join
from broadsheet._display.page import bar, card, facts, style, table

__all__ = ["Markup", "bar", "card", "element", "escape", "facts", "join", "style", "table"]
