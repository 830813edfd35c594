"""What a report says, as plain data."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from broadsheet.terms import Tokenizer

if TYPE_CHECKING:
    from broadsheet._parallel import Progress
    from broadsheet.article import Article
    from broadsheet.corpus import Corpus
    from broadsheet.similarity import Neighbors, Pairs
    from broadsheet.terms import TermMatrix, Tokens

__all__ = ["Copy", "Near", "Report", "TellingTerm", "make_report"]

# A term in more than one article out of so many tells little of any of them.
_ONE_IN = 4


@dataclass(frozen=True)
class TellingTerm:
    """A term that sets articles of the corpus apart.

    Parameters
    ----------
    term : str
        The term.
    weight : float
        Its tf-idf weights, summed over the articles.
    count : int
        How often it occurs.
    document_frequency : int
        The number of articles it occurs in.
    """

    term: str
    weight: float
    count: int
    document_frequency: int


@dataclass(frozen=True)
class Near:
    """An article near the one in focus, and why.

    Parameters
    ----------
    id : str
        The article's label.
    title : str
        Its headline, or how it begins.
    score : float
        The cosine of the two articles' tf-idf weights.
    terms : dict of str to float
        The terms that contribute most to the score, with what they contribute.
    """

    id: str
    title: str
    score: float
    terms: dict[str, float]


@dataclass(frozen=True)
class Copy:
    """Two articles so alike that one may be a copy of the other.

    Parameters
    ----------
    left, right : str
        The articles' labels.
    title : str
        The headline of the left one, or how it begins.
    score : float
        The cosine of the two articles' tf-idf weights.
    """

    left: str
    right: str
    title: str
    score: float


@dataclass(frozen=True)
class Report:
    """What `make_report` found.

    Parameters
    ----------
    facts : dict of str to int
        How many articles, tokens and terms were read, and how many have which zone.
    telling_terms : list of TellingTerm
        The terms with the largest tf-idf weights over all articles.
    article : Article
        The article in focus.
    article_id : str
        Its label.
    article_terms : dict of str to float
        Its strongest terms with their weights.
    nearest : list of Near
        The articles nearest to it, the nearest first.
    copies : list of Copy
        Pairs of near copies, the most alike first.
    copy_similarity : float
        From which similarity on two articles are near copies.
    """

    facts: dict[str, int]
    telling_terms: list[TellingTerm]
    article: Article
    article_id: str
    article_terms: dict[str, float]
    nearest: list[Near]
    copies: list[Copy]
    copy_similarity: float

    def to_dict(self) -> dict[str, Any]:
        """Return the report as what JSON can hold.

        Returns
        -------
        dict
            The attributes by their names, the article as its zones.
        """
        article = self.article
        dateline = article.dateline
        return {
            "facts": self.facts,
            "telling_terms": [asdict(term) for term in self.telling_terms],
            "article": {
                "id": self.article_id,
                "headline": article.headline,
                "deck": article.deck,
                "byline": article.byline,
                "dateline": dateline
                and {
                    "place": dateline.place,
                    "region": dateline.region,
                    "date": dateline.date,
                    "agency": dateline.agency,
                },
                "paragraphs": [str(paragraph) for paragraph in article.paragraphs],
                "sentences": [str(sentence) for sentence in article.sentences],
                "terms": self.article_terms,
            },
            "nearest": [asdict(near) for near in self.nearest],
            "copies": [asdict(copy) for copy in self.copies],
            "copy_similarity": self.copy_similarity,
        }


def title_of(article: Article, width: int = 80) -> str:
    """Return the headline of `article`, or how it begins, in at most `width` characters."""
    words = (article.headline or article.text[: 4 * width]).split()
    title = " ".join(words)
    return title if len(title) <= width else title[: width - 1].rstrip() + "…"


def make_report(
    corpus: Corpus,
    *,
    article: int | str = 0,
    n_terms: int = 20,
    n_nearest: int = 5,
    copy_similarity: float = 0.9,
    n_jobs: int | None = None,
    progress: Progress = None,
) -> Report:
    """Read a corpus from its terms to its nearest articles.

    Counted are the terms that at least two articles have, and at most one in four: tf-idf weights
    of these, compared by cosine. In a handful of articles, or where none such is left, all count.

    Parameters
    ----------
    corpus : Corpus
        The articles.
    article : int or str, default=0
        The article in focus, by row or by label.
    n_terms : int, default=20
        How many telling terms to list.
    n_nearest : int, default=5
        How many nearest articles to list.
    copy_similarity : float, default=0.9
        From which cosine similarity on two articles are listed as near copies: all such pairs.
    n_jobs : int, optional
        Threads; None means every core.
    progress : bool or callable, optional
        True for progress bars, or ``progress(n_done, total)``.

    Returns
    -------
    Report
        What was found.

    Examples
    --------
    >>> import broadsheet as bs
    >>> from broadsheet.report import make_report
    >>> report = make_report(bs.sample())
    >>> report.article.dateline.text
    'MOSCOW, December 23. /TASS/.'
    """
    row = _row(corpus, article)
    tokens = corpus.tokens(Tokenizer("news", numbers=False), n_jobs=n_jobs, progress=progress)
    counts = _counts(tokens, n_jobs, progress)
    weights = counts.weight("tfidf")
    # Of all articles only the copies are of interest: those of one that has more than n_nearest too.
    pairs = weights.pairs(copy_similarity, n_jobs=n_jobs, progress=progress)
    return Report(
        facts={
            "articles": len(corpus),
            "tokens": tokens.n_tokens,
            "terms": len(tokens.vocabulary),
        },
        telling_terms=_telling_terms(counts, weights, n_terms),
        article=corpus[row],
        article_id=str(corpus.ids[row]),
        article_terms=_strongest_terms(weights, row, 12),
        nearest=_nearest(corpus, weights, row, n_nearest),
        copies=_copies(corpus, pairs),
        copy_similarity=copy_similarity,
    )


def _counts(tokens: Tokens, n_jobs: int | None, progress: Progress) -> TermMatrix:
    """Count the terms that tell articles apart; all, if there are none or there is little to tell."""
    if len(tokens) > 2 * _ONE_IN:
        most = len(tokens) // _ONE_IN
        try:
            return tokens.matrix(min_df=2, max_df=most, n_jobs=n_jobs, progress=progress)
        except ValueError:  # None is left, as of copies of one article.
            pass
    return tokens.matrix(n_jobs=n_jobs, progress=progress)


def _row(corpus: Corpus, article: int | str) -> int:
    if isinstance(article, str):
        found = np.flatnonzero(np.asarray(corpus.ids) == article)
        if not found.size:
            raise ValueError(f"article {article!r} is not among the ids of the corpus")
        return int(found[0])
    if not -len(corpus) <= article < len(corpus):
        raise IndexError(f"article {article} is out of range for {len(corpus)} articles")
    return article % len(corpus)


def _telling_terms(counts: TermMatrix, weights: TermMatrix, n_terms: int) -> list[TellingTerm]:
    cells = counts.csr
    frequency = np.asarray(cells.sum(axis=0)).ravel()
    document_frequency = np.bincount(cells.indices, minlength=cells.shape[1])
    total = np.asarray(weights.csr.sum(axis=0)).ravel()
    best = np.argsort(-total, kind="stable")[:n_terms]
    return [
        TellingTerm(
            str(counts.terms[j]), float(total[j]), int(frequency[j]), int(document_frequency[j])
        )
        for j in best
    ]


def _strongest_terms(weights: TermMatrix, row: int, n_terms: int) -> dict[str, float]:
    cells = weights.csr
    span = slice(cells.indptr[row], cells.indptr[row + 1])
    terms, values = weights.terms[cells.indices[span]], cells.data[span]
    best = np.argsort(-values, kind="stable")[:n_terms]
    return dict(zip(terms[best].tolist(), values[best].tolist(), strict=True))


def _nearest(corpus: Corpus, weights: TermMatrix, row: int, k: int) -> list[Near]:
    neighbors = weights[[row]].similar(k=k + 1, to=weights)  # With itself among them.
    found = [
        Near(
            id=str(corpus.ids[other]),
            title=title_of(corpus[other]),
            score=float(neighbors.scores[0, rank - 1]),
            terms=_shared_terms(neighbors, rank),
        )
        for rank, other in enumerate(neighbors.indices[0].tolist(), start=1)
        if other not in (-1, row)
    ]
    return found[:k]


def _shared_terms(neighbors: Neighbors, rank: int, n_terms: int = 6) -> dict[str, float]:
    why = neighbors.why(0, rank)
    terms, contributions = np.asarray(why["term"]), np.asarray(why["contribution"])
    return dict(zip(terms[:n_terms].tolist(), contributions[:n_terms].tolist(), strict=True))


def _copies(corpus: Corpus, pairs: Pairs) -> list[Copy]:
    titles = {left: title_of(corpus[left]) for left in np.unique(pairs.left).tolist()}
    ids = corpus.ids
    best = np.argsort(-pairs.scores, kind="stable")
    columns = (pairs.left, pairs.right, pairs.scores)
    return [
        Copy(str(ids[left]), str(ids[right]), titles[left], score)
        for left, right, score in zip(*(column[best].tolist() for column in columns), strict=True)
    ]
