"""From texts to a sparse matrix of counts."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import broadsheet as bs
from bench.answers import same_matrix, same_strings
from bench.comparison import Comparison, Sides
from bench.corpus import News

__all__ = ["COMPARISONS", "count"]

WORD = r"(?u)\b\w\w+\b"  # scikit-learn's default.


def count(texts: Any, preset: str = "sklearn", n_jobs: int = 1, **options: Any) -> Any:
    """Count the terms of texts: our side of most comparisons."""
    tokens = bs.Corpus(texts, zones=None).tokens(bs.Tokenizer(preset), n_jobs=n_jobs)
    return tokens.matrix(n_jobs=n_jobs, **options)


def count_with_sklearn(texts: list[str], **options: Any) -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(**options)
    return vectorizer.fit_transform(texts), vectorizer


def agree_with_sklearn(ours: Any, theirs: tuple[Any, Any]) -> str:
    counts, vectorizer = theirs
    same_strings(ours.terms, vectorizer.get_feature_names_out(), "terms")
    return same_matrix(ours.csr, counts)


def prepare_sklearn(ngrams: tuple[int, int], news: News) -> Sides:
    return Sides(
        ours=partial(count, news.column, ngrams=ngrams),
        theirs=partial(count_with_sklearn, news.strings, ngram_range=ngrams),
        agree=agree_with_sklearn,
    )


def prepare_list(news: News) -> Sides:
    return Sides(
        ours=partial(count, news.strings),
        theirs=partial(count_with_sklearn, news.strings),
        agree=agree_with_sklearn,
    )


def prepare_news(news: News) -> Sides:
    def agree(ours: Any, theirs: tuple[Any, Any]) -> str:
        counts, vectorizer = theirs
        totals = dict(zip(ours.terms, ours.csr.sum(axis=0).tolist(), strict=True))
        n_theirs = counts.sum()
        names = vectorizer.get_feature_names_out()
        sums = counts.sum(axis=0).A1.tolist()
        n_shared = sum(min(n, totals.get(name, 0)) for name, n in zip(names, sums, strict=True))
        assert n_shared > 0.9 * n_theirs
        return f"other rules by design: {n_shared / n_theirs:.0%} of scikit-learn's tokens are ours"

    return Sides(
        ours=partial(count, news.column, preset="news"),
        theirs=partial(count_with_sklearn, news.strings),
        agree=agree,
    )


def prepare_gensim(news: News) -> Sides:
    import re

    from gensim.corpora import Dictionary
    from gensim.matutils import corpus2csc

    find_words = re.compile(WORD).findall

    def theirs() -> tuple[Any, Any]:
        dictionary = Dictionary()
        bags = [
            dictionary.doc2bow(find_words(text.lower()), allow_update=True) for text in news.strings
        ]
        return corpus2csc(bags, num_terms=len(dictionary), dtype="int32").T, dictionary

    def agree(ours: Any, theirs: tuple[Any, Any]) -> str:
        counts, dictionary = theirs
        names = [dictionary[number] for number in range(len(dictionary))]
        order = sorted(range(len(names)), key=names.__getitem__)
        same_strings(ours.terms, [names[number] for number in order], "terms")
        return same_matrix(ours.csr, counts.tocsc()[:, order])

    return Sides(ours=partial(count, news.column), theirs=theirs, agree=agree)


def prepare_polars(news: News) -> Sides:
    import polars as pl

    frame = pl.DataFrame({"text": pl.from_arrow(news.column)}).with_row_index("document")

    def theirs() -> Any:
        words = pl.col("text").str.to_lowercase().str.extract_all(WORD)
        tokens = frame.select("document", term=words).explode("term").drop_nulls()
        return tokens.group_by("document", "term").len()

    def agree(ours: Any, theirs: Any) -> str:
        cells = ours.csr.tocoo()
        columns = {"document": cells.row, "term": ours.terms[cells.col], "len": cells.data}
        both = pl.concat([pl.DataFrame(columns), theirs], how="vertical_relaxed")
        unlike = both.filter(both.is_unique())["document"].n_unique()
        assert unlike < len(news) / 1000
        return (
            f"equal: {ours.csr.nnz:,} counts, but for {unlike} texts: to polars a superscript "
            "digit is no part of a word"
        )

    return Sides(ours=partial(count, news.column), theirs=theirs, agree=agree)


def prepare_wc(news: News) -> Sides:
    path = Path(tempfile.gettempdir()) / f"broadsheet-bench-{len(news)}.txt"
    path.write_text("\n".join(news.strings), encoding="utf-8")

    def theirs() -> int:
        done = subprocess.run(
            ["wc", "-w", path], env={"LC_ALL": "C"}, check=True, capture_output=True, text=True
        )
        return int(done.stdout.split()[0])

    def agree(_: Any, theirs: int) -> str:
        # In the C locale a run of bytes that are not ASCII is no word.
        n_words = sum(len(text.encode().split()) for text in news.strings)
        assert abs(theirs - n_words) < 0.01 * n_words
        return "a yardstick: wc counts the words between spaces and nothing else"

    return Sides(ours=partial(count, news.column), theirs=theirs, agree=agree)


def against_sklearn(
    name: str, task: str, prepare: Callable[[News], Sides], **options: Any
) -> Comparison:
    return Comparison(name, task, prepare=prepare, needs=("scikit-learn",), **options)


COMPARISONS = (
    against_sklearn(
        "words",
        "Count words, vocabulary and columns sorted, from an Arrow column",
        partial(prepare_sklearn, (1, 1)),
        peer="scikit-learn CountVectorizer()",
        rows=72_644,
        quick_rows=2_000,
        target=15,
    ),
    against_sklearn(
        "words-list",
        "The same from a list of str",
        prepare_list,
        peer="scikit-learn CountVectorizer()",
        rows=20_000,
        quick_rows=2_000,
        target=15,
    ),
    against_sklearn(
        "words-news",
        "Count words by the rules of news",
        prepare_news,
        peer="scikit-learn CountVectorizer()",
        rows=20_000,
        quick_rows=2_000,
        target=10,
    ),
    against_sklearn(
        "bigrams",
        "Count words and pairs of words",
        partial(prepare_sklearn, (1, 2)),
        peer="scikit-learn CountVectorizer(ngram_range=(1, 2))",
        rows=20_000,
        quick_rows=1_000,
        target=10,
    ),
    Comparison(
        "words-gensim",
        "Count words, terms sorted",
        "re, gensim Dictionary.doc2bow, corpus2csc",
        prepare_gensim,
        rows=20_000,
        quick_rows=1_000,
        needs=("gensim",),
    ),
    Comparison(
        "words-polars",
        "Count words of each text",
        "polars extract_all, explode, group_by, one thread",
        prepare_polars,
        rows=20_000,
        quick_rows=2_000,
        needs=("polars",),
    ),
    Comparison(
        "words-wc",
        "Count words of each text, beside counting blanks",
        "LC_ALL=C wc -w on the same bytes",
        prepare_wc,
        rows=72_644,
        quick_rows=10_000,
        target=1,
        has_memory=False,
    ),
)
