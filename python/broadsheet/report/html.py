"""A report as one HTML page: no script, nothing fetched."""

from __future__ import annotations

from broadsheet._display import Markup, bar, element, facts, join, style, table
from broadsheet.report.report import Report

__all__ = ["to_html"]

_MAX_COPIES = 50

_PAGE_STYLE = Markup(
    """<style>
:root{color-scheme:light dark}
body{margin:2.5em auto;max-width:62em;padding:0 1.5em;background:Canvas;color:CanvasText}
main.bsheet{max-width:none;font-size:15px}
.bsheet h1{font:600 2em/1.2 Georgia,serif;margin:0 0 .1em}
.bsheet h2{font:600 1.25em/1.3 Georgia,serif;margin:2em 0 .4em;padding-top:.6em;
border-top:1px solid rgba(128,128,128,.4)}
.bsheet table{width:100%}
</style>"""
)


def to_html(report: Report, title: str = "broadsheet report") -> str:
    """Write a report as an HTML page.

    Parameters
    ----------
    report : Report
        What to write.
    title : str, default="broadsheet report"
        The title of the page.

    Returns
    -------
    str
        A whole page. It holds no script, fetches nothing, and escapes all that was read.
    """
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width,initial-scale=1">'),
        Markup(
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        ),
        element("title", title),
        style(),
        _PAGE_STYLE,
    )
    body = element(
        "body",
        element(
            "main",
            element("h1", title),
            facts({name: f"{value:,}" for name, value in report.facts.items()}),
            *_telling_terms(report),
            *_article(report),
            *_nearest(report),
            *_copies(report),
            class_="bsheet",
        ),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _telling_terms(report: Report) -> list[Markup]:
    strongest = max((term.weight for term in report.telling_terms), default=1.0)
    rows = [
        (
            term.term,
            bar(term.weight / strongest),
            f"{term.weight:.2f}",
            f"{term.count:,}",
            f"{term.document_frequency:,}",
        )
        for term in report.telling_terms
    ]
    columns = ["term", "", "tf-idf weight", "count", "articles"]
    return [
        element("h2", "Telling terms"),
        table(columns, rows, numeric=["tf-idf weight", "count", "articles"]),
    ]


def _article(report: Report) -> list[Markup]:
    return [
        element("h2", "One article taken apart: ", report.article_id),
        Markup(report.article._repr_html_()),
        element("p", "Strongest terms: ", ", ".join(report.article_terms)),
    ]


def _nearest(report: Report) -> list[Markup]:
    rows = [
        (
            bar(near.score),
            f"{near.score:.3f}",
            join([element("b", near.title), element("div", near.id, class_="bs-more")]),
            ", ".join(f"{term} {value:.3f}" for term, value in near.terms.items()),
        )
        for near in report.nearest
    ]
    return [
        element("h2", "Nearest articles"),
        table(
            ["", "similarity", "article", "what the similarity is made of"],
            rows,
            numeric=["similarity"],
        ),
    ]


def _copies(report: Report) -> list[Markup]:
    title = element("h2", f"Near copies (similarity at least {report.copy_similarity:g})")
    if not report.copies:
        return [title, element("p", "None.")]
    rows = [(f"{c.score:.3f}", c.title, c.left, c.right) for c in report.copies[:_MAX_COPIES]]
    columns = ["similarity", "title", "article", "and article"]
    n_more = len(report.copies) - len(rows)
    return [title, table(columns, rows, numeric=["similarity"], n_more=n_more)]
