"""A corpus gives articles, tables of them, and zones; with columns of headlines as without."""

import pickle

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import broadsheet as bs

STORY = "PARIS, March 3 (Reuters) - Wheat fell for a third day, traders said. Mr. Smith sold."
TEXTS = [f"Wheat prices fall on good weather\n{STORY}\n\u201cIt rained,\u201d he said.", "Plain."]


@pytest.fixture
def corpus() -> bs.Corpus:
    return bs.Corpus(TEXTS, ids=["a", "b"], metadata={"year": [2024, 2025], "n": [1.5, None]})


def test_row_is_an_article(corpus):
    article = corpus[0]
    assert article.text == TEXTS[0]
    assert article.id == "a"
    assert article.headline == "Wheat prices fall on good weather"
    assert article.dateline.place == "PARIS"
    assert dict(article.metadata) == {"year": 2024, "n": 1.5}
    assert type(article.metadata["year"]) is int
    assert corpus[-1] == corpus[np.int64(1)] == corpus[1]


def test_iterates_over_its_articles(corpus):
    assert list(corpus) == [corpus[0], corpus[1]]
    many = bs.Corpus([f"Text {i}." for i in range(2500)], metadata={"i": range(2500)})
    assert [article.metadata["i"] for article in many] == list(range(2500))
    assert [article.id for article in many] == many.ids.tolist()


@pytest.mark.parametrize("row", [2, -3])
def test_names_the_row_that_is_not_there(corpus, row):
    with pytest.raises(IndexError, match=f"row {row} is out of range for 2 texts"):
        corpus[row]


def test_plain_texts_are_all_body():
    corpus = bs.Corpus(TEXTS, zones=None)
    assert corpus[0].headline is None
    assert corpus[0].dateline is None
    assert corpus.articles()["headline"].isna().all()
    with pytest.raises(ValueError, match="zone must be 'body' in a corpus made with zones=None"):
        corpus._zone_spans("headline")


def test_articles_are_a_table_that_agrees_with_each_article(corpus):
    table = corpus.articles(n_jobs=2)
    parts = ["headline", "deck", "byline"]
    places = ["place", "region", "date", "agency"]
    assert list(table) == ["id", *parts, *places, "n_paragraphs", "n_sentences"]
    for row, article in zip(table.itertuples(), corpus, strict=True):
        for name in parts:
            part = getattr(article, name)
            assert pd.isna(getattr(row, name)) if part is None else getattr(row, name) == part
        for name in places:
            part = article.dateline and getattr(article.dateline, name)
            assert pd.isna(getattr(row, name)) if part is None else getattr(row, name) == part
        assert row.n_paragraphs == len(article.paragraphs)
        assert row.n_sentences == len(article.sentences)


@pytest.mark.parametrize(("kind", "type_"), [("polars", pl.DataFrame), ("pyarrow", pa.Table)])
def test_table_comes_as_the_kind_asked_for(corpus, monkeypatch, kind, type_):
    monkeypatch.setattr(bs.options, "frame", kind)
    table = corpus.articles()
    assert isinstance(table, type_)
    assert table["place"].to_pylist() if kind == "pyarrow" else table["place"].to_list()


def test_tells_how_far_it_is(corpus):
    calls = []
    corpus.articles(progress=lambda n_done, total: calls.append((n_done, total)))
    assert calls[-1] == (2, 2)
    corpus._zone_spans("body", progress=lambda n_done, total: calls.append((n_done, total)))
    assert calls[-1] == (2, 2)


def test_zone_spans_are_bytes_of_the_core(corpus):
    assert corpus._zone_spans(None) is None
    for zone in ("headline", "deck", "byline", "dateline", "body"):
        indptr, spans = corpus._zone_spans(zone, n_jobs=2)
        assert indptr.dtype == spans.dtype == np.int64
        for row, article in enumerate(corpus):
            data = article.text.encode()
            found = [data[a:b].decode() for a, b in spans[indptr[row] : indptr[row + 1]]]
            assert found == [article.text[a:b] for a, b in article.spans(zone)]


COLUMNS = {
    "title": ["Exports rise", None, "A – third"],
    "standfirst": [None, "Only a deck", "And — a deck"],
    "story": ["MOSCOW, December 23. /TASS/. They rose.", "They fell.", "LONDON (AP) - Ré."],
    "key": ["x", "y", "z"],
    "year": [2001, 2002, 2003],
}
KINDS = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "duckdb": lambda columns: duckdb.from_arrow(pa.table(columns)),
    "mapping": dict,
}


def test_tokens_are_those_of_the_texts_or_of_a_zone(corpus):
    assert corpus.tokens()[1] == ["plain"]
    words = ["wheat", "prices", "fall", "on", "good", "weather"]
    assert corpus.tokens(zone="headline")[0] == words
    assert corpus.tokens(zone="headline", n_jobs=2)[1] == []
    lowered = bs.Tokenizer("unicode", lowercase=False)
    assert corpus.tokens(lowered, zone="dateline")[0] == ["PARIS", "March", "3", "Reuters"]


def test_tokens_refuse_a_zone_that_is_not(corpus):
    with pytest.raises(ValueError, match=r"zone must be .*, not 'quote'"):
        corpus.tokens(zone="quote")


class TestFromFrame:
    """Corpora of tables of every kind."""

    @pytest.fixture(params=KINDS)
    def frame(self, request):
        return KINDS[request.param](COLUMNS)

    def test_other_columns_are_metadata(self, frame):
        corpus = bs.Corpus.from_frame(frame, text="story", id="key")
        assert list(corpus.texts) == COLUMNS["story"]
        assert corpus.ids.tolist() == ["x", "y", "z"]
        assert list(corpus.metadata) == ["title", "standfirst", "year"]
        assert corpus.metadata["year"].tolist() == [2001, 2002, 2003]

    def test_only_the_metadata_asked_for_are_kept(self, frame):
        corpus = bs.Corpus.from_frame(frame, text="story", metadata=["year", "key"])
        assert list(corpus.metadata) == ["year", "key"]
        corpus = bs.Corpus.from_frame(frame, text="story", metadata=[])
        assert corpus.metadata.shape == (3, 0)
        assert corpus[1].metadata == {}

    def test_headlines_and_decks_are_known(self, frame):
        corpus = bs.Corpus.from_frame(frame, text="story", headline="title", deck="standfirst")
        assert list(corpus.texts) == [
            "Exports rise\nMOSCOW, December 23. /TASS/. They rose.",
            "Only a deck\nThey fell.",
            "A – third\nAnd — a deck\nLONDON (AP) - Ré.",
        ]
        assert [article.headline for article in corpus] == COLUMNS["title"]
        assert [article.deck for article in corpus] == COLUMNS["standfirst"]
        places = [article.dateline and article.dateline.place for article in corpus]
        assert places == ["MOSCOW", None, "LONDON"]
        assert [str(article.body) for article in corpus] == ["They rose.", "They fell.", "Ré."]
        assert list(corpus.metadata) == ["key", "year"]

    def test_known_headlines_follow_their_rows(self, frame):
        corpus = bs.Corpus.from_frame(frame, text="story", headline="title")
        assert corpus[::-1][0].headline == "A – third"
        assert pickle.loads(pickle.dumps(corpus[1:]))[1].headline == "A – third"
        assert corpus.articles()["headline"].tolist()[2] == "A – third"
        indptr, spans = corpus[2:]._zone_spans("headline")
        assert indptr.tolist() == [0, 1]
        assert spans.tolist() == [[0, len("A – third".encode())]]

    @pytest.mark.parametrize("errors", ["skip", "replace"])
    def test_rows_are_dealt_with_whichever_column_is_bad(self, errors):
        frame = pd.DataFrame(
            {
                "text": ["a", None, "c", "d"],
                "title": ["A", "B", "C\ud800", None],
                "n": [0, 1, 2, 3],
            },
            dtype=object,
        )
        corpus = bs.Corpus.from_frame(frame, headline="title", errors=errors)
        if errors == "skip":
            assert list(corpus.texts) == ["A\na", "d"]
            assert corpus.skipped.tolist() == [1, 2]
            assert corpus.ids.tolist() == ["0", "3"]
            assert corpus.metadata["n"].tolist() == [0, 3]
        else:
            assert list(corpus.texts) == ["A\na", "B", "C\ufffd\nc", "d"]
            assert corpus.replaced.tolist() == [1, 2]

    @pytest.mark.parametrize(
        ("options", "error", "message"),
        [
            ({}, ValueError, "text: there is no column 'text'; the columns are 'title', 'stand"),
            ({"text": "year"}, TypeError, "column 'year': text 0 must be a str, not int"),
            ({"text": "title"}, ValueError, "column 'title': text 1 is null"),
            ({"text": "story", "headline": "x"}, ValueError, "headline: there is no column 'x'"),
            ({"text": "story", "headline": "year"}, TypeError, "column 'year': text 0 must be"),
            ({"text": "story", "id": "title"}, ValueError, "ids must not be missing, as in row 1"),
            (
                {"text": "story", "metadata": ["no"]},
                ValueError,
                "metadata: there is no column 'no'",
            ),
            (
                {"text": "story", "headline": "title", "zones": None},
                ValueError,
                "zones must be 'detect' where headlines or decks are given",
            ),
        ],
    )
    def test_says_what_is_wrong(self, options, error, message):
        with pytest.raises(error, match=message):
            bs.Corpus.from_frame(pd.DataFrame(COLUMNS), **options)

    def test_refuses_what_is_no_table(self):
        with pytest.raises(TypeError, match=r"expected a table of .*, not list"):
            bs.Corpus.from_frame(["a"])
        with pytest.raises(TypeError, match="a LazyFrame has no rows yet: collect"):
            bs.Corpus.from_frame(pl.LazyFrame({"text": ["a"]}))
        with pytest.raises(ValueError, match="text: 2 columns are named 'text'"):
            bs.Corpus.from_frame(pd.DataFrame([["a", "b"]], columns=["text", "text"]))

    def test_index_of_a_frame_is_the_ids(self):
        frame = pd.DataFrame({"text": ["a", "b"]}, index=["p", "q"])
        assert bs.Corpus.from_frame(frame).ids.tolist() == ["p", "q"]
        assert bs.Corpus.from_frame(frame.reset_index(drop=True)).ids.tolist() == ["0", "1"]


class TestEquality:
    """Two corpora are equal if they hold the same."""

    def test_same_content_is_equal_and_hashes_alike(self, corpus):
        again = bs.Corpus(
            pa.array(TEXTS), ids=["a", "b"], metadata={"year": [2024, 2025], "n": [1.5, None]}
        )
        assert corpus == again
        assert hash(corpus) == hash(again)
        assert pickle.loads(pickle.dumps(corpus)) == corpus

    @pytest.mark.parametrize(
        "other",
        [
            bs.Corpus(TEXTS, ids=["a", "b"]),
            bs.Corpus(TEXTS, ids=["a", "c"], metadata={"year": [2024, 2025], "n": [1.5, None]}),
            bs.Corpus(TEXTS[:1] * 2, ids=["a", "b"], metadata={"year": [2024, 2025]}),
            bs.Corpus(TEXTS, zones=None),
            bs.Corpus.from_frame({"text": TEXTS, "headline": ["x", "y"]}, headline="headline"),
            TEXTS,
        ],
    )
    def test_other_content_is_not(self, corpus, other):
        assert corpus != other


class TestHtml:
    """The representation in a notebook: bounded, escaped, telling."""

    def test_shows_size_zones_and_first_rows(self, corpus):
        html = corpus._repr_html_()
        for shown in ("<b>2</b> texts", "<b>50%</b> with headline", "PARIS", "March 3", "year, n"):
            assert shown in html

    def test_escapes_whatever_it_shows(self):
        bad = "<script>alert(1)</script>"
        corpus = bs.Corpus([bad, bad], ids=[bad, "b"], metadata={bad: [bad, 1]})
        html = corpus._repr_html_()
        assert "<script" not in html
        assert "&lt;script&gt;" in html

    def test_is_bounded_however_large_the_corpus(self):
        columns = {f"column {i}" * 50: range(3000) for i in range(60)}
        corpus = bs.Corpus(["word " * 2000] * 3000, metadata=columns)
        html = corpus._repr_html_()
        assert len(html) < 10_000
        assert "… and 2,995 more" in html
        assert "… and 52 more" in html

    def test_of_nothing_is_shown(self):
        assert "<b>0</b> texts" in bs.Corpus([])._repr_html_()

    def test_tells_what_was_done_to_the_texts(self):
        assert "texts skipped" in bs.Corpus(["a", None], errors="skip")._repr_html_()
        assert "with replacements" in bs.Corpus(["a", None], errors="replace")._repr_html_()
