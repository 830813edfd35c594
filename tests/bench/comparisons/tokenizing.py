"""From texts to the numbers of their terms."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import chain
from typing import Any

import numpy as np

import broadsheet as bs
from bench.answers import same_numbers
from bench.comparison import Comparison, Sides
from bench.corpus import News

__all__ = ["COMPARISONS", "tokenize"]


def tokenize(texts: Any, preset: str = "sklearn", n_jobs: int = 1, **options: Any) -> Any:
    """Cut texts into term numbers: our side."""
    return bs.Corpus(texts, zones=None).tokens(bs.Tokenizer(preset, **options), n_jobs=n_jobs)


def stream(tokens: Any) -> tuple[Any, Any]:
    return tokens.vocabulary.terms, tokens._ids


def prepare_bm25s(news: News) -> Sides:
    import bm25s

    theirs = partial(
        bm25s.tokenize, news.strings, stopwords=None, return_ids=True, show_progress=False
    )

    def agree(ours: Any, theirs: Any) -> str:
        terms = sorted(theirs.vocab, key=theirs.vocab.__getitem__)
        ids = np.fromiter(chain.from_iterable(theirs.ids), dtype=np.int64)
        # bm25s keeps a term for an empty text.
        kept = ids != theirs.vocab.get("", -1)
        return same_numbers(stream(ours), (terms, ids[kept]), ours.indptr)

    return Sides(partial(tokenize, news.column), theirs, agree)


def prepare_huggingface(news: News) -> Sides:
    import tokenizers
    from tokenizers import models, normalizers, pre_tokenizers

    words = Counter(chain.from_iterable(re.findall(r"\w\w+", t.lower()) for t in news.strings))
    numbers = {word: number for number, word in enumerate(sorted(words))}
    tokenizer = tokenizers.Tokenizer(models.WordLevel(numbers, unk_token="the"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(
        tokenizers.Regex(r"\w\w+"), behavior="removed", invert=True
    )

    def theirs() -> Any:
        return [encoding.ids for encoding in tokenizer.encode_batch_fast(news.strings)]

    def agree(ours: Any, theirs: Any) -> str:
        ids = np.fromiter(chain.from_iterable(theirs), dtype=np.int64)
        return same_numbers(stream(ours), (list(numbers), ids), ours.indptr)

    return Sides(partial(tokenize, news.column), theirs, agree)


def prepare_spacy(news: News) -> Sides:
    import spacy

    nlp = spacy.blank("en")

    def agree(ours: Any, theirs: Any) -> str:
        left = Counter(chain.from_iterable(ours))
        right = Counter(
            token.text for document in theirs for token in document if not token.is_space
        )
        share = (left & right).total() / right.total()
        assert share > 0.9
        return f"other rules by design: {share:.0%} of spaCy's tokens are ours"

    return Sides(
        partial(tokenize, news.column, preset="news", lowercase=False, punctuation=True),
        lambda: list(nlp.tokenizer.pipe(news.strings)),
        agree,
    )


COMPARISONS = (
    Comparison(
        "tokens-bm25s",
        "Cut and number words",
        "bm25s tokenize(stopwords=None, return_ids=True)",
        prepare_bm25s,
        rows=20_000,
        quick_rows=2_000,
        needs=("bm25s",),
    ),
    Comparison(
        "tokens-huggingface",
        "Cut and number words",
        "tokenizers Lowercase, Split, WordLevel given all words; one thread",
        prepare_huggingface,
        rows=10_000,
        quick_rows=500,
        needs=("tokenizers",),
    ),
    Comparison(
        "tokens-spacy",
        "Cut texts into words and punctuation",
        "spaCy blank('en').tokenizer.pipe",
        prepare_spacy,
        rows=5_000,
        quick_rows=300,
        needs=("spacy",),
    ),
)
