"""A report for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from broadsheet.report.report import Report

__all__ = ["to_text"]

_MAX_COPIES = 10
_N_SENTENCES = 3


def to_text(report: Report, width: int = 88) -> str:
    """Write a report as plain text, each line at most `width` characters long.

    Parameters
    ----------
    report : Report
        What to write.
    width : int, default=88
        The longest line, in characters; at least 60.

    Returns
    -------
    str
        The lines.
    """
    return "\n".join(_lines(report, width)) + "\n"


def _lines(report: Report, width: int) -> Iterator[str]:
    yield _fit(", ".join(f"{value:,} {name}" for name, value in report.facts.items()), width)
    yield from _heading("Telling terms")
    widest = min(max((len(term.term) for term in report.telling_terms), default=0), width - 44)
    strongest = max((term.weight for term in report.telling_terms), default=1.0)
    for term in report.telling_terms:
        bar = "█" * max(1, round(24 * term.weight / strongest))
        yield f"  {_fit(term.term, widest):<{widest}}  {bar:<24} {term.document_frequency:>5} articles"
    yield from _article(report, width)
    yield from _heading(_fit(f"Nearest to {report.article_id}", width))
    for near in report.nearest:
        yield f"  {near.score:.3f}  {_fit(near.title, width - 9)}"
        yield f"         {_fit(f'{near.id}: {_shares(near.terms)}', width - 9)}"
    yield from _heading(f"Near copies (similarity at least {report.copy_similarity:g})")
    for copy in report.copies[:_MAX_COPIES]:
        yield f"  {copy.score:.3f}  {_fit(copy.title, width - 9)}"
        yield f"         {_fit(f'{copy.left} ~ {copy.right}', width - 9)}"
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
    yield from _heading(_fit(f"One article taken apart: {report.article_id}", width))
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
        yield f"  {'dateline':<10} {_fit(found, width - 13)}"
    yield f"  {'body':<10} {len(article.paragraphs)} paragraphs, {len(article.sentences)} sentences"
    for sentence in article.sentences[:_N_SENTENCES]:
        yield f"  {'':<10} · {_fit(str(sentence), width - 15)}"
    yield f"  {'terms':<10} {_fit(', '.join(report.article_terms), width - 13)}"


def _fit(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _shares(terms: Mapping[str, float]) -> str:
    return ", ".join(f"{term} {value:.3f}" for term, value in terms.items())
