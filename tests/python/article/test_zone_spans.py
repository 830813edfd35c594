"""The spans of a zone of many texts, as the tokenizer asks for them."""

import numpy as np
import pytest

import broadsheet as bs
from broadsheet._core import article as core
from broadsheet._core.text import texts_from_list

TEXTS = [
    "Wheat falls\nPARIS (AP) — Wheat fell in Paris, traders said today.\nIt did.",
    "",
    "Цены падают\nЗерно подешевело на бирже сегодня, сообщили трейдеры. Так бывает.",
    "One paragraph.",
] * 50


def zone_spans(texts, zone, **options):
    arguments = {"detect": True, "n_threads": 2, "progress": None} | options
    return core.zone_spans(texts_from_list(texts, "strict")[0], zone, **arguments)


@pytest.mark.parametrize("zone", ["headline", "deck", "byline", "dateline", "body"])
@pytest.mark.parametrize("n_threads", [1, 2, 8])
def test_are_those_of_each_article_in_bytes(zone, n_threads):
    indptr, spans = zone_spans(TEXTS, zone, n_threads=n_threads)
    assert indptr.dtype == spans.dtype == np.int64
    assert spans.shape == (indptr[-1], 2)
    for text, begin, end in zip(TEXTS, indptr, indptr[1:], strict=False):
        found = [text.encode()[a:b].decode() for a, b in spans[begin:end]]
        assert found == [text[a:b] for a, b in bs.Article(text).spans(zone)]


def test_take_what_is_known():
    known = np.array([[0, 11, 12, 15], [0, 0, 0, 0]])
    indptr, spans = zone_spans(["Wheat fell.\nBad\nIt did.", "No headline"], "deck", known=known)
    assert indptr.tolist() == [0, 1, 1]
    assert spans.tolist() == [[12, 15]]


def test_a_progress_that_raises_stops_the_loop_and_comes_out():
    def fail(n_done):
        raise RuntimeError(f"stopped at {n_done}")

    with pytest.raises(RuntimeError, match="stopped at"):
        zone_spans(TEXTS, "body", progress=fail)


@pytest.mark.parametrize(
    ("zone", "options", "error", "message"),
    [
        ("lead", {}, ValueError, "zone must be 'headline', .* or 'body', not 'lead'"),
        ("body", {"known": np.zeros((2, 3), np.int64)}, ValueError, "known must have 4 columns"),
        ("body", {"known": np.zeros((2, 4), np.int64)}, ValueError, "one a text: 200, not 2"),
        ("body", {"known": np.zeros((2, 4), np.int32)}, TypeError, "incompatible"),
        ("body", {"known": np.full((200, 4), 99)}, IndexError, "known headline .99, 99. must lie"),
    ],
)
def test_say_what_is_wrong(zone, options, error, message):
    with pytest.raises(error, match=message):
        zone_spans(TEXTS, zone, **options)
