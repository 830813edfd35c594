"""How Tokens look in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from broadsheet._display import Markup, bar, card, element, facts, join, table

if TYPE_CHECKING:
    from broadsheet.terms.tokens import Tokens

__all__ = ["tokens_html"]

_N_TERMS = 10
_N_CHARACTERS = 500


def tokens_html(tokens: Tokens) -> Markup:
    """Return counts, the most frequent terms, and the start of one text token by token."""
    pieces: list[object] = [
        facts(
            {
                "texts": f"{len(tokens):,}",
                "tokens": f"{tokens.n_tokens:,}",
                "terms": f"{len(tokens.vocabulary):,}",
            }
        ),
        element("p", repr(tokens.tokenizer), class_="bs-facts"),
    ]
    if tokens.n_tokens:
        pieces += [_frequent_terms(tokens), _first_text(tokens)]
    return card("Tokens", *pieces)


def _frequent_terms(tokens: Tokens) -> Markup:
    counts = np.bincount(tokens._ids, minlength=len(tokens.vocabulary))
    places = np.arange(len(counts))
    most = np.lexsort((places, -counts))[:_N_TERMS]
    rows = [
        (tokens.vocabulary[int(id)], f"{counts[id]:,}", bar(counts[id] / counts[most[0]]))
        for id in most
    ]
    n_more = int(np.count_nonzero(counts)) - len(rows)
    return table(
        ["term", "tokens", ""],
        rows,
        numeric=["tokens"],
        caption="Most frequent terms",
        n_more=n_more,
    )


def _first_text(tokens: Tokens) -> Markup:
    """Return the start of the first text that has tokens, those that count marked."""
    row = int(np.flatnonzero(np.diff(tokens._indptr))[0])
    text = tokens._texts.at(row)
    pieces: list[object] = []
    shown = 0
    for start, end in tokens.offsets(row):
        if end > _N_CHARACTERS:
            break
        pieces += [text[shown:start], element("mark", text[start:end])]
        shown = max(end, shown)
    rest = text[shown:_N_CHARACTERS]
    more = element("span", " …", class_="bs-more") if len(text) > _N_CHARACTERS else ""
    title = element("b", f"What counts of text {tokens.document_ids[row]!r}")
    return element("div", title, element("p", join(pieces), rest, more))
