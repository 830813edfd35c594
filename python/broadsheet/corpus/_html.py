"""How a corpus looks in a notebook: its size, what a sample of it has, its first articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from broadsheet import _display
from broadsheet._display import Markup

if TYPE_CHECKING:
    from broadsheet.corpus.corpus import Corpus

__all__ = ["format_size", "render"]

_N_ROWS = 5
_N_SAMPLED = 200
_N_COLUMNS = 8  # Of metadata, by name.
_N_CHARACTERS = 90  # Of a cell.
_ZONES = ("headline", "deck", "byline", "place", "date", "agency")


def format_size(n_bytes: int) -> str:
    """Return a number of bytes as people write it."""
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if n_bytes >= size:
            return f"{n_bytes / size:,.1f} {unit}"
    return f"{n_bytes} bytes"


def render(corpus: Corpus) -> Markup:
    """Return the representation of a corpus."""
    facts = {"texts": f"{len(corpus):,}", "of text": format_size(corpus._texts.n_bytes)}
    if len(corpus.skipped):
        facts["texts skipped"] = f"{len(corpus.skipped):,}"
    if len(corpus.replaced):
        facts["texts with replacements"] = f"{len(corpus.replaced):,}"
    return _display.card(
        "Corpus",
        _display.facts(facts),
        *([_zones(corpus)] if len(corpus) else []),
        *_metadata(corpus),
        _opening_rows(corpus),
    )


def _zones(corpus: Corpus) -> Markup:
    """Say how many of a sample, taken evenly over the corpus, have which zone."""
    rows = np.unique(np.linspace(0, len(corpus) - 1, min(_N_SAMPLED, len(corpus))).astype(np.int64))
    sample = corpus[rows]
    overview = sample._zones.overview(sample._texts, n_jobs=1, progress=None)
    shares = {
        f"with {name}": sum(part is not None for part in overview[name]) / len(rows)
        for name in _ZONES
    }
    shown = {name: f"{share:.0%}" for name, share in shares.items() if share >= 0.01}
    return _display.facts({**shown, "texts looked at, evenly": len(rows)} if shown else {})


def _metadata(corpus: Corpus) -> list[Markup]:
    names = [_shorten(str(name)) for name in corpus._metadata.columns]
    if not names:
        return []
    more = f" … and {len(names) - _N_COLUMNS} more" if len(names) > _N_COLUMNS else ""
    listed = ", ".join(names[:_N_COLUMNS]) + more
    return [_display.element("p", _display.element("b", "metadata "), listed, class_="bs-facts")]


def _opening_rows(corpus: Corpus) -> Markup:
    rows = []
    for article in corpus[:_N_ROWS]:
        dateline = article.dateline
        rows.append(
            [
                _shorten(str(article.id)),
                _shorten(str(article.headline or "")),
                _shorten(str((dateline and dateline.place) or "")),
                _shorten(str((dateline and dateline.date) or "")),
                _shorten(str(article.body)),
            ]
        )
    columns = ["id", "headline", "place", "date", "opening"]
    shown = [
        i for i, name in enumerate(columns) if name in ("id", "opening") or any(r[i] for r in rows)
    ]
    return _display.table(
        [columns[i] for i in shown],
        [[row[i] for i in shown] for row in rows],
        n_more=len(corpus) - len(rows),
    )


def _shorten(text: str) -> str:
    line = " ".join(text[: 2 * _N_CHARACTERS].split())
    return line if len(line) <= _N_CHARACTERS else line[: _N_CHARACTERS - 1] + "…"
