"""Texts come in unchanged from every container, without copies where that is said."""

import gc
import importlib.util
import sys
import threading
import weakref

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import broadsheet as bs
from broadsheet._core.text import texts_from_arrow, texts_from_list


def dictionary(texts):
    return pa.array(texts, pa.string()).dictionary_encode()


def chunked(texts):
    middle = len(texts) // 2
    chunks = [texts[:middle], [], texts[middle:]]
    return pa.chunked_array(chunks, pa.string())


def sliced(type_):
    return lambda texts: pa.array(["before", "é", *texts, "after"], type_)[2:-1]


def duckdb_relation(texts):
    table = pa.table({"text": pa.array(texts, pa.string())})
    return duckdb.from_arrow(table)


CONTAINERS = {
    "list": list,
    "tuple": tuple,
    "generator": lambda texts: (text + "" for text in texts),
    "list of bytes": lambda texts: [text.encode() for text in texts],
    "numpy object": lambda texts: np.array(texts, dtype=object),
    "numpy StringDType": lambda texts: np.array(texts, dtype=np.dtypes.StringDType()),
    "numpy strided": lambda texts: np.array([t for text in texts for t in (text, "")], object)[::2],
    "pandas object": lambda texts: pd.Series(texts, dtype=object),
    "pandas str": lambda texts: pd.Series(texts, dtype="str"),
    "pandas string[python]": lambda texts: pd.Series(texts, dtype="string[python]"),
    "pandas string[pyarrow]": lambda texts: pd.Series(texts, dtype="string[pyarrow]"),
    "pandas ArrowDtype": lambda texts: pd.Series(texts, dtype=pd.ArrowDtype(pa.string())),
    "pandas category": lambda texts: pd.Series(texts, dtype="str").astype("category"),
    "pandas object category": lambda texts: pd.Series(texts, dtype=object).astype("category"),
    "pandas index": lambda texts: pd.Index(texts, dtype=object),
    "pandas frame": lambda texts: pd.DataFrame({"text": pd.Series(texts, dtype="str")}),
    "polars": lambda texts: pl.Series(texts, dtype=pl.String),
    "polars sliced": lambda texts: pl.Series(["x", *texts, "y"], dtype=pl.String)[1:-1],
    "polars categorical": lambda texts: pl.Series(texts, dtype=pl.Categorical),
    "polars frame": lambda texts: pl.DataFrame({"text": texts}, schema={"text": pl.String}),
    "pyarrow u": lambda texts: pa.array(texts, pa.string()),
    "pyarrow U": lambda texts: pa.array(texts, pa.large_string()),
    "pyarrow vu": lambda texts: pa.array(texts, pa.string_view()),
    "pyarrow z": lambda texts: pa.array([text.encode() for text in texts], pa.binary()),
    "pyarrow dictionary": dictionary,
    "pyarrow chunked": chunked,
    "pyarrow u sliced": sliced(pa.string()),
    "pyarrow U sliced": sliced(pa.large_string()),
    "pyarrow vu sliced": sliced(pa.string_view()),
    "pyarrow dictionary sliced": lambda texts: dictionary(["before", *texts, "after"])[1:-1],
    "pyarrow table": lambda texts: pa.table({"text": pa.array(texts, pa.string())}),
    "duckdb": duckdb_relation,
}
# Long ones too, as string views hold the first 12 bytes in another place than the rest.
CHARACTERS = st.characters(codec="utf-8")
TEXTS = st.lists(st.text(CHARACTERS, max_size=8) | st.text(CHARACTERS, min_size=10), max_size=8)


@pytest.mark.parametrize("container", CONTAINERS)
@settings(max_examples=20)
@given(texts=TEXTS)
def test_texts_come_in_unchanged(container, texts):
    corpus = bs.Corpus(CONTAINERS[container](texts))
    assert list(corpus.texts) == texts


@given(texts=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=1))
def test_numpy_str_comes_in_unchanged(texts):
    assert list(bs.Corpus(np.array(texts)).texts) == texts


@settings(max_examples=20)
@given(texts=st.lists(st.text(CHARACTERS) | st.none(), max_size=8))
@pytest.mark.parametrize(
    "container",
    [
        *("list", "pandas object", "pandas str", "pandas category", "polars", "pyarrow u"),
        *("pyarrow vu", "pyarrow dictionary", "pyarrow u sliced", "pyarrow chunked"),
    ],
)
def test_nulls_are_found_where_they_are(container, texts):
    corpus = bs.Corpus(CONTAINERS[container](texts), errors="skip")
    assert list(corpus.texts) == [text for text in texts if text is not None]
    assert corpus.skipped.tolist() == [row for row, text in enumerate(texts) if text is None]
    corpus = bs.Corpus(CONTAINERS[container](texts), errors="replace")
    assert list(corpus.texts) == [text or "" for text in texts]
    assert corpus.replaced.tolist() == [row for row, text in enumerate(texts) if text is None]


@pytest.mark.parametrize("missing", [None, float("nan"), np.float64("nan"), pd.NA, pd.NaT])
def test_what_pandas_calls_missing_is_missing(missing):
    with pytest.raises(ValueError, match="text 1 is null"):
        bs.Corpus(["fine", missing])
    assert bs.Corpus(["fine", missing], errors="skip").skipped.tolist() == [1]
    assert list(bs.Corpus(["fine", missing], errors="replace").texts) == ["fine", ""]


def test_missing_texts_of_numpy_strings_are_missing():
    texts = np.array(["a", None], dtype=np.dtypes.StringDType(na_object=None))
    assert bs.Corpus(texts, errors="skip").skipped.tolist() == [1]


@given(text=st.text(st.characters() | st.characters(categories=["Cs"])))
def test_each_lone_surrogate_is_replaced_by_one_character(text):
    bad = any("\ud800" <= character <= "\udfff" for character in text)
    expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    corpus = bs.Corpus(["fine", text], errors="replace")
    assert list(corpus.texts) == ["fine", expected]
    assert corpus.replaced.tolist() == ([1] if bad else [])
    assert bs.Corpus(["fine", text], errors="skip").skipped.tolist() == ([1] if bad else [])


@given(data=st.binary())
def test_bytes_are_replaced_as_python_does(data):
    assert list(bs.Corpus([data], errors="replace").texts) == [data.decode("utf-8", "replace")]
    column = pa.array([data], pa.binary())
    assert list(bs.Corpus(column, errors="replace").texts) == [data.decode("utf-8", "replace")]


@pytest.mark.parametrize(
    ("texts", "error", "message"),
    [
        (["a", "b\ud800"], ValueError, "text 1 is not Unicode text: lone surrogate at character 1"),
        (["é" * 5000, "\ud800"], ValueError, "text 1 .* character 0"),
        ([b"a", b"ab\xff"], ValueError, "text 1 is not UTF-8: byte 0xff at offset 2"),
        (["a", 3], TypeError, "text 1 must be a str, not int"),
        ([["a"]], TypeError, "text 0 must be a str, not list"),
        (["a"] * 5000 + [3], TypeError, "text 5000 must be a str, not int"),
        (pa.array([b"a", b"\xc3"]), ValueError, "text 1 is not UTF-8: byte 0xc3 at offset 0"),
        (pa.chunked_array([["a"], ["b", None]]), ValueError, "text 2 is null"),
        (pl.Series(["a", None]), ValueError, "text 1 is null"),
        (pa.array([1, 2]), TypeError, "texts must be strings, not of Arrow type 'l'"),
        (pl.Series([[1]]), TypeError, r"texts must be strings, not of Arrow type '\+L'"),
        (pd.Series([1, 2]), TypeError, "text 0 must be a str, not int"),
        (np.array([1.5]), TypeError, "texts must be strings, not of dtype float64"),
        (np.array([["a"]]), ValueError, "texts must have one dimension, not 2"),
        (pd.DataFrame({"a": ["x"], "b": ["y"]}), TypeError, "not a table of 2: use Corpus.from_"),
        (pl.DataFrame({"a": ["x"], "b": ["y"]}), TypeError, "not a table: use Corpus.from_frame"),
        ("one text", TypeError, r"not one str: write \[text\] for a corpus of one"),
        (b"one text", TypeError, "not one bytes"),
        ({"a", "b"}, TypeError, "texts must have an order, which a set has not"),
        ({"a": "text"}, TypeError, "texts must have an order, which a dict has not"),
        (3, TypeError, "texts must be a list or a column of texts, not int"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_says_what_is_wrong(texts, error, message):
    with pytest.raises(error, match=message):
        bs.Corpus(texts)


def test_an_error_of_the_iterable_comes_out():
    def broken():
        yield "fine"
        raise RuntimeError("the feed broke off")

    with pytest.raises(RuntimeError, match="the feed broke off"):
        bs.Corpus(broken())


def test_an_error_of_an_arrow_stream_comes_out():
    def batches():
        yield pa.record_batch({"text": ["fine"]})
        raise OSError("the feed broke off")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"text": pa.string()}), batches())
    with pytest.raises(ValueError, match=r"texts: Arrow stream failed: .*the feed broke off"):
        bs.Corpus(reader)


def test_reads_a_stream_of_many_batches_to_its_end():
    batches = [pa.record_batch({"text": [f"text {i}", "é" * i]}) for i in range(100)]
    reader = pa.RecordBatchReader.from_batches(batches[0].schema, iter(batches))
    expected = [text for i in range(100) for text in (f"text {i}", "é" * i)]
    assert list(bs.Corpus(reader).texts) == expected


def test_reads_long_and_many_str_in_pieces():
    texts = ["é" * 5_000_000, "日" * 5_000_000, *["ü", "plain", ""] * 5000, "\U0001f600" * 9000]
    assert list(bs.Corpus(texts).texts) == texts


@pytest.mark.parametrize("dtype", ["str", "string[pyarrow]", "category"])
def test_pandas_needs_no_pyarrow(monkeypatch, dtype):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert list(bs.Corpus(pd.Series(["a", "é"], dtype=dtype)).texts) == ["a", "é"]


def test_polars_needs_no_pyarrow(monkeypatch):
    frame = pl.DataFrame({"text": ["a", "é"], "year": [1, 2]})
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    corpus = bs.Corpus.from_frame(frame)
    assert list(corpus.texts) == ["a", "é"]
    assert corpus.metadata["year"].tolist() == [1, 2]


def test_refuses_another_policy():
    with pytest.raises(ValueError, match="errors must be 'strict', 'replace' or 'skip', not 'no'"):
        bs.Corpus(["a"], errors="no")


@pytest.mark.parametrize("errors", ["replace", "skip"])
def test_what_is_not_text_is_never_turned_into_text(errors):
    corpus = bs.Corpus(["a", 3, "é"], errors=errors)
    assert "3" not in list(corpus.texts)
    assert (corpus.replaced if errors == "replace" else corpus.skipped).tolist() == [1]


def fresh(text):
    """Return a copy that nobody else holds."""
    return text.encode().decode()


class TestMemory:
    """What is borrowed, and for how long."""

    def test_arrow_columns_are_not_copied(self):
        column = pa.array(["a text of more than twelve bytes", "é"] * 1000)
        texts, _, _ = texts_from_arrow(column, "strict")
        before = pa.total_allocated_bytes()
        assert len(texts) == 2000
        del column
        gc.collect()
        assert pa.total_allocated_bytes() == before
        del texts
        assert pa.total_allocated_bytes() < before

    @pytest.mark.parametrize("make", [pl.Series, pd.Series, list, tuple, np.array])
    def test_texts_outlive_what_they_came_from(self, make):
        expected = [f"text {i} of many, é" for i in range(2000)]
        source = make([str(text) for text in expected])
        corpus = bs.Corpus(source)
        part = corpus[1999:]
        del source, corpus
        gc.collect()
        churn = [f"text {i} of others, ü" for i in range(2000)]
        assert list(part.texts) == expected[1999:]
        assert len(churn) == 2000

    def test_str_do_not_grow(self):
        texts = ["é" * 1000, "日本" * 1000, "\U0001f600" * 1000, "plain" * 1000]
        before = [sys.getsizeof(text) for text in texts]
        bs.Corpus(texts)
        assert [sys.getsizeof(text) for text in texts] == before

    def test_ascii_str_are_borrowed_and_given_back(self):
        text = fresh("an ASCII text")
        before = sys.getrefcount(text)
        texts, _, _ = texts_from_list([text], "strict")
        assert sys.getrefcount(text) == before + 1
        part = texts.select(np.array([0]))
        del texts
        assert sys.getrefcount(text) == before + 1
        del part
        assert sys.getrefcount(text) == before

    def test_str_made_by_a_generator_are_not_kept(self):
        class Watched(str):
            __slots__ = ("__weakref__",)

        watched = []

        def generate():
            for number in range(3):
                text = Watched(f"text {number}")
                watched.append(weakref.ref(text))
                yield text
                del text

        corpus = bs.Corpus(generate())
        assert list(corpus.texts) == ["text 0", "text 1", "text 2"]
        assert [reference() for reference in watched] == [None] * 3

    def test_a_failed_call_gives_everything_back(self):
        text = fresh("an ASCII text")
        before = sys.getrefcount(text)
        with pytest.raises(ValueError, match="text 1 is null"):
            bs.Corpus([text, None])
        assert sys.getrefcount(text) == before

    def test_may_be_read_and_freed_by_many_threads(self):
        corpus = bs.Corpus([f"text {i} é" if i % 2 else f"text {i}" for i in range(3000)])
        results = []

        def work():
            part = corpus[::-1]
            results.append(list(part.texts))

        threads = [threading.Thread(target=work) for _ in range(8)]
        expected = list(corpus.texts)[::-1]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert results == [expected] * 8
