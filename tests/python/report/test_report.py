"""What a report finds, and how it is written."""

import json
from html.parser import HTMLParser

import pytest

import broadsheet as bs
from broadsheet.report import make_report, to_html, to_text

WHEAT = "Wheat falls\nPARIS, March 3 (Reuters) - Wheat fell in Paris. Traders blamed rain.\n"
COPY = "Wheat falls again\nPARIS, March 3 (Reuters) - Wheat fell in Paris. Traders blamed rain.\n"
OIL = "Oil rises\nLONDON, March 4 (Reuters) - Oil rose in London. Brent led.\n"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def report():
    return make_report(bs.sample())


@pytest.fixture(scope="module")
def small():
    return make_report(bs.Corpus([WHEAT, OIL, COPY], ids=["wheat", "oil", "copy"]), article="wheat")


def test_takes_the_article_in_focus_apart(report):
    assert report.article_id == "seed"
    assert report.article.dateline.place == "MOSCOW"
    assert report.facts["articles"] == len(bs.sample())


def test_finds_the_copies_that_the_sample_names(report):
    sample = bs.sample()
    known = sample.metadata.assign(id=sample.ids).dropna(subset="group").groupby("group")["id"]
    pairs = {tuple(ids) for _, ids in known}
    assert len(pairs) >= 8
    assert pairs <= {(copy.left, copy.right) for copy in report.copies}


def test_nearest_are_sorted_and_their_terms_do_not_exceed_the_score(report):
    scores = [near.score for near in report.nearest]
    assert scores == sorted(scores, reverse=True)
    assert all(sum(near.terms.values()) <= near.score + 1e-9 for near in report.nearest)


def test_finds_all_copies_of_an_article_that_has_more_than_are_nearest():
    texts = [*([WHEAT] * 9), OIL]
    report = make_report(bs.Corpus(texts), article=8, n_nearest=2)
    pairs = {(copy.left, copy.right) for copy in report.copies}
    assert pairs == {(str(i), str(j)) for j in range(9) for i in range(j)}
    assert len(report.copies) == 9 * 8 / 2
    assert [near.id for near in report.nearest] == ["0", "1"]
    assert len(make_report(bs.Corpus([WHEAT] * 3)).copies) == 3


def test_of_a_handful_of_articles_counts_all_terms(small):
    assert small.nearest[0].id == "copy"
    assert [(copy.left, copy.right) for copy in small.copies] == [("wheat", "copy")]
    assert "wheat" in {term.term for term in small.telling_terms}


def test_of_one_article_has_no_neighbours():
    report = make_report(bs.Corpus([WHEAT]))
    assert report.nearest == []
    assert report.copies == []
    assert "none" in to_text(report)


def test_does_not_depend_on_the_kind_of_tables(report):
    bs.options.frame = "pyarrow"
    try:
        assert make_report(bs.sample()).to_dict() == report.to_dict()
    finally:
        bs.options.frame = "pandas"


def test_names_an_article_that_is_not_there():
    with pytest.raises(ValueError, match="article 'x' is not among the ids of the corpus"):
        make_report(bs.Corpus([WHEAT]), article="x")
    with pytest.raises(IndexError, match="article 1 is out of range for 1 articles"):
        make_report(bs.Corpus([WHEAT]), article=1)


def test_text_keeps_to_the_width(report):
    for width in (60, 88, 120):
        assert max(map(len, to_text(report, width).splitlines())) <= width


def test_becomes_json_and_back(report):
    plain = report.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["article"]["dateline"]["agency"] == "TASS"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.seen |= {name for name, _ in attrs}


def test_page_escapes_all_that_was_read():
    texts = [f"{HOSTILE} falls\nPARIS, March 3 (Reuters) - {HOSTILE} & <b onclick=x>.", OIL]
    report = make_report(bs.Corpus(texts, ids=[HOSTILE, '"><img src=x onerror=y>']))
    page = to_html(report, title=HOSTILE)
    tags = Tags()
    tags.feed(page)
    assert not tags.seen & {"script", "img", "onerror", "onclick", "src", "href"}
    assert page.startswith("<!doctype html>")


def test_page_leaves_out_metadata_that_is_missing(report):
    page = to_html(report)
    assert ">arms control<" in page
    assert ">nan<" not in page
