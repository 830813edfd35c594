"""How an article looks in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from broadsheet import _display

if TYPE_CHECKING:
    from broadsheet.article.article import Article

__all__ = ["article_html"]

_N_SHOWN = 12  # Paragraphs.
_N_SHOWN_CHARACTERS = 1200  # Of each of them.
_N_SHOWN_METADATA = 6


def _shorten(value: object, n_characters: int = _N_SHOWN_CHARACTERS) -> str:
    text = str(value)
    if len(text) <= n_characters:
        return text
    cut = text[:n_characters].rstrip()
    return (cut.rpartition(" ")[0] or cut) + " …"


def _render_facts(article: Article) -> list[_display.Markup]:
    """Return the counts, and below them id and metadata."""
    counts = {"paragraph": len(article.paragraphs), "sentence": len(article.sentences)}
    named_counts = {f"{name}{'' if n == 1 else 's'}": f"{n:,}" for name, n in counts.items()}
    lines = [_display.facts(named_counts)]
    known = {} if article.id is None else {"id": article.id}
    present = {k: v for k, v in article.metadata.items() if pd.isna(v) is not True}
    named = list({**known, **present}.items())[:_N_SHOWN_METADATA]
    if named:
        items = [
            _display.join([_shorten(name, 40), " ", _display.element("b", _shorten(value, 40))])
            for name, value in named
        ]
        lines.append(_display.element("p", _display.join(items, " · "), class_="bs-facts"))
    return lines


def article_html(article: Article) -> _display.Markup:
    """Return the article as a card: its parts, then the opening paragraphs, numbered."""
    element = _display.element
    parts = [element("p", element("em", _shorten(article.deck)))] if article.deck else []
    if article.byline:
        parts.append(element("p", _shorten(article.byline), class_="bs-facts"))
    shown = [[_shorten(paragraph)] for paragraph in article.paragraphs[:_N_SHOWN]]
    if article.dateline:
        mark = element("mark", _shorten(article.dateline))
        shown = [[mark, " ", *shown[0]], *shown[1:]] if shown else [[mark]]
    parts.append(element("ol", *(element("li", *paragraph) for paragraph in shown)))
    n_more = len(article.paragraphs) - _N_SHOWN
    if n_more > 0:
        parts.append(element("p", f"… and {n_more:,} more", class_="bs-more"))
    title = article.headline or "Article"
    return _display.card(_shorten(title), *_render_facts(article), *parts)
