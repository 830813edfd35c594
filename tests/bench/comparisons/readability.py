"""Readability of texts beside textstat."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

import broadsheet as bs
from bench.comparison import Comparison, Sides
from bench.corpus import News

__all__ = ["COMPARISONS"]

MEASURES = ["ari", "coleman_liau", "lix", "rix"]  # Those that need no list of words of textstat.


def prepare_readability(news: News) -> Sides:
    import textstat

    corpus = bs.Corpus(news.column, zones=None)
    measures = [
        textstat.automated_readability_index,
        textstat.coleman_liau_index,
        textstat.lix,
        textstat.rix,
    ]

    def theirs() -> Any:
        return np.array([[measure(text) for measure in measures] for text in news.strings])

    def agree(ours: Any, theirs: Any) -> str:
        # What is a sentence differs by design, what is made of the counts does not.
        counts = {
            "words": [textstat.lexicon_count(text) for text in news.strings],
            "sentences": [textstat.sentence_count(text) for text in news.strings],
            "long_words": [textstat.long_word_count(text) for text in news.strings],
        }
        again = bs.measures.readability(**counts, measures=["lix", "rix"])
        np.testing.assert_allclose(again.to_numpy(), theirs[:, 2:], rtol=1e-12)
        letters = [textstat.letter_count(text) for text in news.strings]
        same_letters = np.mean(ours["letters"].to_numpy() == letters)
        assert same_letters > 0.9, same_letters
        words, sentences = (np.median(ours[n] / counts[n]) for n in ("words", "sentences"))
        return (
            f"LIX and RIX of textstat's counts equal to 1e-12, letters of {same_letters:.0%} of the "
            f"texts; by other rules {words:.2f} of its words and {sentences:.2f} of its sentences"
        )

    return Sides(partial(corpus.readability, MEASURES, n_jobs=1), theirs, agree)


COMPARISONS = (
    Comparison(
        "readability",
        f"Readability of each text: {', '.join(MEASURES)}",
        "textstat, a function each",
        prepare_readability,
        rows=1_000,
        quick_rows=300,  # More than textstat remembers of what it has seen.
        needs=("textstat",),
        has_memory=False,
    ),
)
