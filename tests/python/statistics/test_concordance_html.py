"""Concordances in a notebook."""

from html.parser import HTMLParser

import broadsheet as bs

NATO = ["NATO met.", "He met NATO.", "NATO and NATO"]


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.names, self.text = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data):
        self.text.append(data)


def test_html_escapes_all_it_shows_and_is_bounded():
    attack = "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; nato \u202e<b>x</b> "
    corpus = bs.Corpus([attack * 500 + "x" * 9999], ids=["<i>id</i>" * 99])
    lines = corpus.tokens().concordance(["nato", "x<script>" * 99], window=10**6)
    page = Elements(lines._repr_html_())
    assert {name for name, _ in page.names} <= {
        *["div", "style", "h4", "p", "b", "table", "thead", "tbody", "tr", "th", "td", "bdi"],
    }
    assert {attr for _, attrs in page.names for attr in attrs} <= {"class", "colspan"}
    assert page.text.count("nato") == 20
    assert "… and 480 more" in page.text
    assert "\u202e" not in "".join(page.text)
    assert len(lines._repr_html_()) < 20_000


def test_html_of_nothing_has_no_table():
    page = Elements(bs.Corpus(NATO).tokens().concordance("unseen")._repr_html_())
    assert "Concordance of unseen" in page.text
    assert not any(name == "table" for name, _ in page.names)


def test_html_says_how_many_a_sample_is_of():
    text = "".join(
        Elements(bs.Corpus(NATO).tokens().concordance("nato", sample=2)._repr_html_()).text
    )
    assert "2 hits · 2 documents · 4 found" in text
