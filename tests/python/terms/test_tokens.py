"""Tokens: ids, offsets and selections, against tokenising each text by itself."""

import pickle
from html.parser import HTMLParser

import numpy as np
import pytest

import broadsheet as bs

TEXTS = [
    "MOSCOW, May 1 (Reuters) - Exports rose 3.9%, Moscow’s bank said.",
    "",
    "Größe zählt: 😀 U.S. exports…",
    "The exports of the bank.",
]


@pytest.fixture
def corpus():
    return bs.Corpus(TEXTS, ids=["a", "b", "c", "d"], zones=None)


@pytest.fixture
def tokens(corpus):
    return corpus.tokens()


def test_terms_are_numbered_in_the_order_they_first_occur(tokens):
    assert list(tokens.vocabulary)[:4] == ["moscow", "may", "1", "reuters"]
    assert list(tokens.indptr) == [0, 10, 10, 15, 20]
    assert list(tokens.ids(3)) == [13, 4, 14, 13, 7]
    assert tokens.n_tokens == 20


def test_each_text_has_the_tokens_it_has_by_itself(tokens):
    tokenizer = bs.Tokenizer()
    assert list(tokens) == [tokenizer(text) for text in TEXTS]
    assert [tokens[row] for row in range(-4, 0)] == list(tokens)


@pytest.mark.parametrize(
    "tokenizer",
    [
        bs.Tokenizer(),
        bs.Tokenizer("unicode", punctuation=True),
        bs.Tokenizer("sklearn", stopwords="en"),
        bs.Tokenizer(stopwords="en", stemmer="english", min_length=2, numbers=False),
    ],
    ids=repr,
)
def test_offsets_lead_back_to_the_text(corpus, tokenizer):
    tokens = corpus.tokens(tokenizer)
    for row, text in enumerate(TEXTS):
        offsets = tokens.offsets(row)
        assert offsets.shape == (len(tokens.ids(row)), 2)
        for (start, end), term in zip(offsets, tokens[row], strict=True):
            assert tokenizer(text[start:end]) == [term]


def test_stop_words_and_stems_are_gone_from_the_vocabulary(corpus):
    tokens = corpus.tokens(bs.Tokenizer(stopwords="en", stemmer="english"))
    assert "the" not in tokens.vocabulary
    assert "exports" not in tokens.vocabulary
    assert tokens[3] == ["export", "bank"]
    assert set(tokens._ids) == set(range(len(tokens.vocabulary)))


def test_any_number_of_threads_gives_the_same():
    texts = [f"w{i * i % 977} w{i % 31} w{i}" for i in range(3000)]
    expected = bs.Corpus(texts).tokens(n_jobs=1)
    for n_jobs in (2, 8):
        tokens = bs.Corpus(texts).tokens(n_jobs=n_jobs)
        assert np.array_equal(tokens.indptr, expected.indptr)
        assert np.array_equal(tokens._ids, expected._ids)
        assert tokens.vocabulary == expected.vocabulary


def test_a_zone_is_all_that_is_read():
    corpus = bs.Corpus(["Exports rise\n\nLONDON, May 1 (Reuters) - Exports rose. Banks said so."])
    body = corpus.tokens(zone="body")
    assert body[0] == ["exports", "rose", "banks", "said", "so"]
    text = corpus.texts[0]
    assert [text[start:end].lower() for start, end in body.offsets(0)] == body[0]
    assert corpus.tokens(zone="headline")[0] == ["exports", "rise"]
    two = body[[0, 0]]
    assert two[1] == body[0]
    assert np.array_equal(two.offsets(1), body.offsets(0))


@pytest.mark.parametrize(
    "key",
    [slice(1, 3), slice(None, None, -1), slice(2, 2), [3, 0], np.array([True, False, True, False])],
    ids=str,
)
def test_a_selection_is_that_of_the_texts(tokens, key):
    rows = np.arange(4)[key]
    part = tokens[key]
    assert list(part) == [tokens[row] for row in rows]
    assert list(part.document_ids) == [tokens.document_ids[row] for row in rows]
    assert part.n_tokens == sum(len(tokens[row]) for row in rows)
    assert part.vocabulary is tokens.vocabulary
    for row, original in enumerate(rows):
        assert np.array_equal(part.offsets(row), tokens.offsets(original))


def test_a_slice_shares_memory(tokens):
    assert np.shares_memory(tokens[1:3]._ids, tokens._ids)


def test_documents_keep_their_names(tokens):
    assert list(tokens.document_ids) == ["a", "b", "c", "d"]
    assert list(bs.Corpus(["x", "y"]).tokens().document_ids) == ["0", "1"]


def test_tokens_survive_pickling(tokens):
    again = pickle.loads(pickle.dumps(tokens[2:]))
    assert list(again) == list(tokens[2:])
    assert np.array_equal(again.offsets(0), tokens.offsets(2))
    with pytest.raises(ValueError, match="read-only"):
        again.ids(0)[0] = 1


def test_tokens_do_not_change(tokens):
    for array in (tokens.ids(0), tokens.indptr, tokens.document_ids):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_progress_is_told_and_may_cancel(corpus):
    told = []
    corpus.tokens(progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)

    def stop(done, total):
        raise RuntimeError(f"enough at {done} of {total}")

    with pytest.raises(RuntimeError, match="enough at 4 of 4"):
        corpus.tokens(progress=stop)


def test_errors_name_what_is_wrong(corpus, tokens):
    with pytest.raises(TypeError, match="tokenizer must be a Tokenizer, not str"):
        corpus.tokens("news")
    with pytest.raises(TypeError, match=r"made by Corpus\.tokens"):
        bs.Tokens()
    for row in (4, -5):
        for method in (tokens.ids, tokens.offsets, tokens.__getitem__):
            with pytest.raises(IndexError, match=f"row {row} is out of range for 4"):
                method(row)
    with pytest.raises(IndexError, match="row 9 is out of range"):
        tokens[[0, 9]]


def test_repr_counts(tokens):
    assert repr(tokens) == "Tokens(4 texts, 20 tokens, 15 terms, Tokenizer('news', version=1))"


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.names, self.text = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.names.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data):
        self.text.append(data)


def test_html_shows_counts_terms_and_a_text_and_escapes_them():
    attack = "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; “rose” "
    tokens = bs.Corpus([attack + "rose " * 2000], ids=["<b>x</b>"]).tokens()
    html = tokens._repr_html_()
    page = Elements(html)
    assert {name for name, _ in page.names} <= {
        *["div", "style", "h4", "p", "b", "table", "caption", "thead", "tbody", "tr", "th", "td"],
        *["span", "mark"],
    }
    assert {attr for _, attrs in page.names for attr in attrs} <= {"class", "style", "colspan"}
    assert "2,001" in page.text
    assert len(html) < 20_000
    assert ("mark", ()) in page.names


def test_html_of_nothing_is_short():
    assert "0" in Elements(bs.Corpus([]).tokens()._repr_html_()).text
    assert "<mark>" not in bs.Corpus(["", " "]).tokens()._repr_html_()
