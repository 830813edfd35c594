"""A report for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from broadsheet.report.report import Report

__all__ = ["to_text"]

_MAX_COPIES = 10


def to_text(report: Report, width: int = 88) -> str:
    """Write a report as plain text.

    Parameters
    ----------
    report : Report
        What to write.
    width : int, default=88
        The longest line, in characters.

    Returns
    -------
    str
        Lines of at most `width` characters.
    """
    return "\n".join(line[:width] for line in _lines(report, width)) + "\n"


def _lines(report: Report, width: int) -> Iterator[str]:
    yield ", ".join(f"{value:,} {name}" for name, value in report.facts.items())
    yield from _heading("Telling terms")
    widest = max((len(term.term) for term in report.telling_terms), default=0)
    strongest = max((term.weight for term in report.telling_terms), default=1.0)
    for term in report.telling_terms:
        bar = "█" * max(1, round(24 * term.weight / strongest))
        yield f"  {term.term:<{widest}}  {bar:<24} {term.document_frequency:>5} articles"
    yield from _article(report, width)
    yield from _heading(f"Nearest to {report.article_id}")
    for near in report.nearest:
        yield f"  {near.score:.3f}  {near.title}"
        yield f"         {near.id}: {_shares(near.terms)}"
    yield from _heading(f"Near copies (similarity at least {report.copy_similarity:g})")
    for copy in report.copies[:_MAX_COPIES]:
        yield f"  {copy.score:.3f}  {copy.title}"
        yield f"         {copy.left} ~ {copy.right}"
    if len(report.copies) > _MAX_COPIES:
        yield f"  ... and {len(report.copies) - _MAX_COPIES:,} more pairs"
    if not report.copies:
        yield "  none"


def _heading(title: str) -> Iterator[str]:
    yield ""
    yield title
    yield "─" * len(title)


def _article(report: Report, width: int) -> Iterator[str]:
    article = report.article
    yield from _heading(f"One article taken apart: {report.article_id}")
    for name, value in (
        ("headline", article.headline),
        ("deck", article.deck),
        ("byline", article.byline),
    ):
        if value is not None:
            yield f"  {name:<10} {_fit(value, width - 13)}"
    if article.dateline is not None:
        dateline = article.dateline
        parts = {
            "place": dateline.place,
            "region": dateline.region,
            "date": dateline.date,
            "agency": dateline.agency,
        }
        found = ", ".join(f"{name} {value}" for name, value in parts.items() if value)
        yield f"  {'dateline':<10} {found}"
    yield f"  {'body':<10} {len(article.paragraphs)} paragraphs, {len(article.sentences)} sentences"
    for sentence in _first(article.sentences, 3):
        yield f"  {'':<10} · {_fit(str(sentence), width - 15)}"
    yield f"  {'terms':<10} {_fit(', '.join(report.article_terms), width - 13)}"


def _first(items: Iterable[object], n: int) -> list[object]:
    return list(items)[:n]


def _fit(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _shares(terms: Mapping[str, float]) -> str:
    return ", ".join(f"{term} {value:.3f}" for term, value in terms.items())
