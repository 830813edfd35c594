"""The real collections, where they are at hand."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

import broadsheet as bs

CORPORA = Path(__file__).parents[4] / "shared/corpora"
pytestmark = pytest.mark.skipif(not CORPORA.exists(), reason="../shared/corpora is not here")


def plain(sgml):
    return sgml.replace("&lt;", "<").replace("&amp;", "&")


def test_every_story_of_reuters_is_read_with_its_title():
    folder = CORPORA / "reuters21578"
    corpus = bs.read(folder, zones=None)
    raw = "".join(path.read_text(encoding="latin-1") for path in sorted(folder.glob("*.sgm")))
    assert len(corpus) == raw.count("<REUTERS ") == len(set(corpus.ids))
    metadata = corpus.metadata
    titles = re.findall(r"<TITLE>(.*?)</TITLE>", raw, re.DOTALL)
    read = metadata["title"][metadata["title"] != ""]
    assert list(read) == [" ".join(plain(title).split()) for title in titles]
    for name in ("topics", "places", "companies"):
        fields = re.findall(rf"<{name.upper()}>(.*?)</{name.upper()}>", raw)
        read = [list(values) for values in metadata[name]]
        assert read == [re.findall("<D>(.*?)</D>", field) for field in fields]
    stories = re.findall(r"(<DATELINE>.*?</DATELINE><BODY>.*?)&#3;</BODY>", raw, re.DOTALL)
    assert (metadata["type"] == "NORM").sum() == len(stories)
    assert (metadata["type"] == "UNPROC").sum() == raw.count('<TEXT TYPE="UNPROC">')
    read = [
        text for text, kind in zip(corpus.texts, metadata["type"], strict=True) if kind == "NORM"
    ]
    for text, story in zip(read, stories, strict=True):
        dateline, _, body = re.sub(r"&#\d+;", "", story[10:]).partition("</DATELINE><BODY>")
        assert text.endswith(plain(dateline) + plain(body))


def test_seed_article_is_read_byte_for_byte():
    corpus = bs.read(CORPORA / "seed")
    (path,) = (CORPORA / "seed").iterdir()
    assert [text.encode("utf-8") for text in corpus.texts] == [path.read_bytes()]
    assert list(corpus.ids) == [path.stem]


@pytest.mark.parametrize(
    ("name", "metadata"),
    [
        ("bbc_news.parquet", ["id", "category"]),
        ("newsgroups20.parquet", ["id", "group", "split"]),
        ("languages/news.parquet", ["language"]),
        ("events/events.parquet", ["event", "published", "source"]),
    ],
)
def test_parquet_collections_need_no_arguments(name, metadata):
    corpus = bs.read(CORPORA / name)
    frame = pd.read_parquet(CORPORA / name)
    assert list(corpus.metadata.columns) == metadata
    for row in range(0, len(frame), 97):
        parts = [frame[part][row] for part in ("headline", "deck", "text") if part in frame]
        assert corpus.texts[row] == "\n".join(part for part in parts if part)


def test_csv_collection_needs_names():
    path = CORPORA / "agnews_test.csv"
    corpus = bs.read(path, names=["class", "title", "text"])
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert list(corpus.texts) == [f"{title}\n{text}" for _, title, text in rows]
    assert list(corpus.metadata["class"]) == [label for label, _, _ in rows]
