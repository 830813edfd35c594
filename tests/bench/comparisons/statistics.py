"""Statistics of terms and texts beside the packages that compute one of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

import broadsheet as bs
from bench.comparison import Comparison, Sides
from bench.comparisons.tokenizing import tokenize
from bench.corpus import News

__all__ = ["COMPARISONS"]

DIVERSITY = ["ttr", "guiraud", "herdan_c", "mattr", "hd_d"]
FEWEST_TOKENS = 100  # A window of MATTR, and more than HD-D draws.


def prepare_diversity(news: News) -> Sides:
    from lexicalrichness import LexicalRichness

    tokens = tokenize(news.column)
    tokens = tokens[np.diff(tokens.indptr) >= FEWEST_TOKENS]
    texts = list(tokens)

    def theirs() -> Any:
        rows = []
        for words in texts:
            text = LexicalRichness(words, preprocessor=None, tokenizer=None)
            mattr, hd_d = text.mattr(window_size=FEWEST_TOKENS), text.hdd(draws=42)
            rows.append((text.ttr, text.rttr, text.Herdan, mattr, hd_d))
        return np.array(rows)

    def agree(ours: Any, theirs: Any) -> str:
        np.testing.assert_allclose(ours[DIVERSITY].to_numpy(), theirs, rtol=1e-6)
        return f"equal to 1e-6: {theirs.size:,} values"

    return Sides(partial(tokens.diversity, DIVERSITY, n_jobs=1), theirs, agree)


def prepare_collocations(news: News) -> Sides:
    from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

    tokens = tokenize(news.column)
    texts = list(tokens)

    def theirs() -> Any:
        finder = BigramCollocationFinder.from_documents(texts)
        finder.apply_freq_filter(10)
        return finder.score_ngrams(BigramAssocMeasures.raw_freq)

    def agree(ours: Any, theirs: Any) -> str:
        found = set(zip(ours["node"], ours["collocate"], strict=True))
        assert found == {pair for pair, _ in theirs}
        return f"the same {len(found):,} pairs; with six measures of each, and one of NLTK"

    return Sides(partial(tokens.collocations, min_count=10, n_jobs=1), theirs, agree)


def random_tables(n_rows: int) -> Any:
    """Return the four cells of as many tables."""
    return np.random.default_rng(0).integers(0, 400, size=(4, n_rows))


def prepare_table(
    measure: str, theirs_of: Callable[[Any], float], rtol: float, news: News
) -> Sides:
    cells = random_tables(len(news))

    def agree(ours: Any, theirs: Any) -> str:
        np.testing.assert_allclose(ours[measure].to_numpy(), theirs, rtol=rtol)
        return f"equal to {rtol:g}: {len(theirs):,} tables"

    return Sides(
        partial(bs.measures.association, *cells, measures=[measure], n_jobs=1),
        lambda: np.array([theirs_of(table) for table in cells.T.reshape(-1, 2, 2)]),
        agree,
    )


def log_likelihood_of(table: Any) -> float:
    from scipy.stats import chi2_contingency

    return float(chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic)


def fisher_of(table: Any) -> float:
    from scipy.stats import fisher_exact

    return float(fisher_exact(table).pvalue)


COMPARISONS = (
    Comparison(
        "diversity",
        f"Five measures of the diversity of each text: {', '.join(DIVERSITY)}",
        "LexicalRichness, of the same tokens",
        prepare_diversity,
        rows=2_000,
        quick_rows=100,
        needs=("lexicalrichness",),
        has_memory=False,
    ),
    Comparison(
        "collocations",
        "Adjacent pairs that come 10 times, with six measures",
        "NLTK BigramCollocationFinder, of the same tokens",
        prepare_collocations,
        rows=10_000,
        quick_rows=1_000,
        needs=("nltk",),
        has_memory=False,
    ),
    Comparison(
        "log-likelihood",
        "G2 of random tables, one a text",
        "scipy.stats.chi2_contingency(lambda_='log-likelihood')",
        partial(prepare_table, "log_likelihood", log_likelihood_of, 1e-9),
        rows=5_000,
        quick_rows=500,
        needs=("scipy",),
        has_memory=False,
    ),
    Comparison(
        "fisher",
        "Fisher's exact test of random tables, one a text",
        "scipy.stats.fisher_exact",
        partial(prepare_table, "fisher", fisher_of, 1e-7),
        rows=2_000,
        quick_rows=100,
        needs=("scipy",),
        has_memory=False,
    ),
)
