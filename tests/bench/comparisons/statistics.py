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
KEYNESS = ["log_likelihood", "log_likelihood_p", "chi_squared_yates", "log_ratio", "odds_ratio"]
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


def prepare_mtld(news: News) -> Sides:
    import spacy
    from textacy.text_stats import diversity

    tokens = tokenize(news.column)
    tokens = tokens[np.diff(tokens.indptr) >= FEWEST_TOKENS]
    vocab = spacy.blank("en").vocab
    texts = [spacy.tokens.Doc(vocab, words=list(words)) for words in tokens]

    def agree(ours: Any, theirs: Any) -> str:
        equal = np.isclose(ours["mtld"].to_numpy(), theirs, rtol=1e-5, atol=0)
        assert equal.mean() > 0.99
        others = f", but for {(~equal).sum()} texts: to spaCy a line of _ is punctuation"
        return f"equal to 1e-5: {equal.sum():,} values{'' if equal.all() else others}"

    return Sides(
        partial(tokens.diversity, ["mtld"], n_jobs=1),
        lambda: [diversity.mtld(text) for text in texts],
        agree,
    )


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


def prepare_keyness(news: News) -> Sides:
    matrix = tokenize(news.column).matrix()
    is_target = np.arange(len(matrix)) % 3 == 0

    def agree(ours: Any, theirs: Any) -> str:
        values = ours.set_index("term").loc[matrix.terms, KEYNESS].to_numpy()
        np.testing.assert_allclose(values, theirs, rtol=1e-7, atol=1e-9)
        return f"equal to 1e-7: {theirs.size:,} values"

    return Sides(
        partial(matrix.keyness, is_target, measures=KEYNESS, correction=None, n_jobs=1),
        partial(keyness_of, matrix.csr, is_target),
        agree,
    )


def keyness_of(counts: Any, is_target: Any) -> Any:
    """Return the measures of KEYNESS of all columns, by whole arrays."""
    from scipy.special import xlogy
    from scipy.stats import chi2

    o11, o12 = (counts[rows].sum(axis=0).astype(float) for rows in (is_target, ~is_target))
    c1, c2 = o11.sum(), o12.sum()
    n, r1, o21, o22 = c1 + c2, o11 + o12, c1 - o11, c2 - o12
    expected = (r1 * c1 / n, r1 * c2 / n, (n - r1) * c1 / n, (n - r1) * c2 / n)
    cells = zip((o11, o12, o21, o22), expected, strict=True)
    g2 = 2 * sum(xlogy(o, o / e) for o, e in cells)
    cross = o11 * o22 - o12 * o21
    yates = n * (abs(cross) - n / 2) ** 2 / (r1 * (n - r1) * c1 * c2)
    rates = np.where(o11 == 0, 0.5, o11) / c1, np.where(o12 == 0, 0.5, o12) / c2
    with np.errstate(divide="ignore"):
        odds = o11 * o22 / (o12 * o21)
    return np.column_stack([g2, chi2.sf(g2, 1), yates, np.log2(rates[0] / rates[1]), odds])


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
        "keyness",
        f"Five measures of all words, a third of the texts against the rest: {', '.join(KEYNESS)}",
        "the formulas by NumPy and SciPy, of the same counts, all words at once",
        prepare_keyness,
        rows=72_644,
        quick_rows=5_000,
        needs=("scipy",),
        has_memory=False,
    ),
    Comparison(
        "diversity",
        f"Five measures of the diversity of each text: {', '.join(DIVERSITY)}",
        "LexicalRichness, of the same tokens",
        prepare_diversity,
        rows=2_000,
        quick_rows=50,
        needs=("lexicalrichness",),
        has_memory=False,
    ),
    Comparison(
        "diversity-mtld",
        "The MTLD of each text",
        "textacy text_stats.diversity.mtld, of the same tokens",
        prepare_mtld,
        rows=2_000,
        quick_rows=50,
        needs=("textacy", "spacy"),
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
