"""The pieces that representations are built of, and the style they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from broadsheet._display.markup import Markup, element, join

__all__ = ["bar", "card", "facts", "style", "table"]

# Colours lean on the page's own text colour, so light and dark pages both work. The doubled class
# outweighs what a notebook says of tables.
_STYLE = Markup(
    """<style>
.bsheet{font-family:system-ui,sans-serif;font-size:13px;line-height:1.45;max-width:60em}
.bsheet h4{margin:0 0 .2em;font-size:15px;font-weight:600}
.bsheet .bs-facts{opacity:.75;margin:0 0 .6em}
.bsheet.bsheet table{border-collapse:collapse;margin:.3em 0;font-size:inherit;color:inherit}
.bsheet.bsheet caption{caption-side:top;text-align:left;font-weight:600;padding:.2em 0}
.bsheet.bsheet th,.bsheet.bsheet td{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;
border:0;border-bottom:1px solid rgba(128,128,128,.3);background:none}
.bsheet.bsheet th{font-weight:600;opacity:.75}
.bsheet.bsheet .bs-number{text-align:right;font-variant-numeric:tabular-nums}
.bsheet.bsheet .bs-left{text-align:right;white-space:pre}
.bsheet.bsheet .bs-node{text-align:center;white-space:pre}
.bsheet.bsheet td.bs-node{font-weight:600}
.bsheet.bsheet .bs-right{white-space:pre}
.bsheet.bsheet .bs-name{white-space:nowrap}
.bsheet td:has(.bs-bar){white-space:nowrap}
.bsheet .bs-bar{display:inline-block;height:.7em;border-radius:2px;
background:rgba(70,130,200,.75);vertical-align:baseline}
.bsheet mark{background:rgba(230,170,30,.35);color:inherit;border-radius:2px;padding:0 .15em}
.bsheet .bs-zone{display:inline-block;min-width:6.5em;opacity:.65;font-size:12px}
.bsheet .bs-more{opacity:.65;font-style:italic}
</style>"""
)


def style() -> Markup:
    """Return the style that all pieces share."""
    return _STYLE


def card(title: object, *children: object) -> Markup:
    """Return a whole representation: style, title and children."""
    return element("div", _STYLE, element("h4", title), *children, class_="bsheet")


def facts(pairs: Mapping[str, object]) -> Markup:
    """Return one line of named facts."""
    items = [join([element("b", value), " ", name]) for name, value in pairs.items()]
    return element("p", join(items, " · "), class_="bs-facts")


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numeric: Iterable[str] = (),
    classes: Mapping[str, str] | None = None,
    caption: object | None = None,
    n_more: int = 0,
) -> Markup:
    """Return a table; `n_more` is the number of rows left out.

    `numeric` names the columns of numbers, set flush right, and `classes` those of other kinds.
    """
    kind_of = {**dict.fromkeys(numeric, "bs-number"), **(classes or {})}
    kinds = [kind_of.get(column) or None for column in columns]
    head = element("tr", *(element("th", c, class_=k) for c, k in zip(columns, kinds, strict=True)))
    body = [
        element("tr", *(element("td", c, class_=k) for c, k in zip(row, kinds, strict=True)))
        for row in rows
    ]
    if n_more > 0:
        note = element("td", f"… and {n_more:,} more", colspan=len(columns), class_="bs-more")
        body.append(element("tr", note))
    title = [] if caption is None else [element("caption", caption)]
    return element("table", *title, element("thead", head), element("tbody", *body))


def bar(share: float) -> Markup:
    """Return a bar as long as `share`, a number from 0 to 1."""
    width = 8 * min(max(share, 0.0), 1.0)
    return element("span", "", class_="bs-bar", style=f"width:{width:.2f}em")
