"""Concordances of a word beside NLTK and textacy."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import Any

import numpy as np

from bench.comparison import Comparison, Sides
from bench.comparisons.tokenizing import tokenize
from bench.corpus import News

__all__ = ["COMPARISONS"]

WORD = "security"
WIDTH = 80  # Characters of a line of NLTK: some eight tokens on each side are as many.


def prepare_nltk(news: News, *, has_index: bool) -> Sides:
    import nltk

    tokens = tokenize(news.column)
    words = [token for text in tokens for token in text]
    indexed = nltk.Text(words)
    starts = np.asarray(tokens.indptr)

    def theirs() -> Any:
        text = indexed if has_index else nltk.Text(words)
        return text.concordance_list(WORD, WIDTH, sys.maxsize)

    def agree(ours: Any, theirs: Any) -> str:
        places = starts[ours["row"]] + ours["position"]
        assert places.tolist() == [line.offset for line in theirs]
        return f"equal: {len(theirs):,} places"

    return Sides(partial(look_up, tokens), theirs, agree)


def look_up(tokens: Any) -> Any:
    """Return the table of all lines: our side."""
    return tokens.concordance(WORD, n_jobs=1).to_frame(n_jobs=1)


def prepare_textacy(news: News) -> Sides:
    from textacy.extract.kwic import keyword_in_context

    tokens = tokenize(news.column)
    pattern = re.compile(rf"\b{WORD}\b", re.IGNORECASE)

    def theirs() -> Any:
        return [
            (row, line)
            for row, text in enumerate(news.strings)
            for line in keyword_in_context(text, pattern, window_width=WIDTH // 2)
        ]

    def agree(ours: Any, theirs: Any) -> str:
        assert ours["row"].tolist() == [row for row, _ in theirs]
        assert ours["node"].tolist() == [node for _, (_, node, _) in theirs]
        return f"equal: {len(theirs):,} lines, each with its text and word"

    return Sides(partial(look_up, tokens), theirs, agree)


COMPARISONS = (
    Comparison(
        "concordance",
        f'A table of all lines of a word, "{WORD}", from ready tokens',
        "NLTK Text.concordance_list, from a list of ready tokens",
        partial(prepare_nltk, has_index=False),
        rows=20_000,
        quick_rows=1_000,
        needs=("nltk",),
        has_memory=False,
    ),
    Comparison(
        "concordance-again",
        "The same once more, where the peer has an index of all words and we none",
        "NLTK Text.concordance_list, its index made before",
        partial(prepare_nltk, has_index=True),
        rows=20_000,
        quick_rows=1_000,
        needs=("nltk",),
        has_memory=False,
    ),
    Comparison(
        "concordance-textacy",
        "The same from ready tokens",
        "textacy keyword_in_context, a regular expression on each text",
        prepare_textacy,
        rows=20_000,
        quick_rows=1_000,
        needs=("textacy",),
        has_memory=False,
    ),
)
