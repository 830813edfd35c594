"""Documents of every kind that a vectorizer may be given, and errors that name the row."""

import io

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from sklearn.feature_extraction import text

from broadsheet.sklearn import CountVectorizer

TEXTS = ["wheat rose", "", "Žito padlo, wheat fell"]
COLUMNS = {
    "tuple": tuple(TEXTS),
    "array": np.array(TEXTS),
    "array of objects": np.array(TEXTS, dtype=object),
    "Series": pd.Series(TEXTS, index=[5, 3, 9]),
    "Series of objects": pd.Series(TEXTS, dtype=object),
    "Series in Arrow": pd.Series(TEXTS, dtype=pd.ArrowDtype(pa.string())),
    "Series in Python": pd.Series(TEXTS, dtype=pd.StringDtype("python")),
    "categories": pd.Series(TEXTS, dtype="category"),
    "Index": pd.Index(TEXTS),
    "frame of one column": pd.DataFrame({"text": TEXTS}),
    "polars": pl.Series(TEXTS),
    "pyarrow": pa.array(TEXTS),
    "chunks of pyarrow": pa.chunked_array([TEXTS[:1], TEXTS[1:]]),
    "views of pyarrow": pa.array(TEXTS, type=pa.string_view()),
    "dictionary": dict.fromkeys(TEXTS),
}


def expected():
    return text.CountVectorizer().fit_transform(TEXTS).toarray()


@pytest.mark.parametrize("kind", COLUMNS)
def test_takes_a_column_of_any_kind(kind):
    vectorizer = CountVectorizer()
    np.testing.assert_array_equal(vectorizer.fit_transform(COLUMNS[kind]).toarray(), expected())
    np.testing.assert_array_equal(vectorizer.transform(COLUMNS[kind]).toarray(), expected())


@pytest.mark.parametrize("kind", ["pyarrow", "polars", "Series"])
def test_takes_a_column_on_the_slow_path_too(kind):
    vectorizer = CountVectorizer(preprocessor=str.lower)
    assert not vectorizer.explain_path().is_fast
    np.testing.assert_array_equal(vectorizer.fit_transform(COLUMNS[kind]).toarray(), expected())


def test_takes_what_can_be_read_only_once():
    vectorizer = CountVectorizer()
    counts = vectorizer.fit_transform(text for text in TEXTS)
    np.testing.assert_array_equal(counts.toarray(), expected())


def test_takes_bytes_and_files(tmp_path):
    paths = [tmp_path / f"{row}.txt" for row in range(len(TEXTS))]
    for path, document in zip(paths, TEXTS, strict=True):
        path.write_bytes(document.encode("cp1250"))
    of_files = CountVectorizer(input="filename", encoding="cp1250").fit_transform(map(str, paths))
    np.testing.assert_array_equal(of_files.toarray(), expected())
    files = [io.BytesIO(document.encode()) for document in TEXTS]
    of_open = CountVectorizer(input="file").fit_transform(files)
    np.testing.assert_array_equal(of_open.toarray(), expected())
    mixed = [TEXTS[0], TEXTS[1].encode(), TEXTS[2].encode()]
    np.testing.assert_array_equal(CountVectorizer().fit_transform(mixed).toarray(), expected())


def test_bytes_of_another_encoding_are_an_error_of_scikit_learns_kind():
    documents = ["fine", "Žito".encode("cp1250")]
    with pytest.raises(UnicodeDecodeError) as caught:
        CountVectorizer().fit(documents)
    assert caught.value.__notes__ == ["This is document 1."]
    lenient = CountVectorizer(decode_error="ignore").fit(documents)
    assert lenient.get_feature_names_out().tolist() == ["fine", "ito"]


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, pd.NaT, float("nan")])
@pytest.mark.parametrize("container", [list, lambda texts: pd.Series(texts, dtype=object)])
def test_a_missing_document_is_an_error_that_names_the_row(missing, container):
    documents = container(["wheat rose", "corn", missing])
    with pytest.raises(ValueError, match=r"document 2 is .*expected byte or unicode string"):
        CountVectorizer().fit(documents)
    with pytest.raises(ValueError, match="document 2 is"):
        CountVectorizer(vocabulary=["wheat"]).transform(documents)


@pytest.mark.parametrize("column", [pa.array(["wheat", None]), pl.Series(["wheat", None])])
def test_a_null_of_a_column_is_an_error_that_names_the_row(column):
    with pytest.raises(ValueError, match="1 is null"):
        CountVectorizer().fit(column)


@pytest.mark.parametrize("document", [3, 2.5, ["wheat"], object()])
def test_a_document_that_is_no_text_is_an_error_that_names_the_row(document):
    with pytest.raises(
        TypeError, match=f"document 1 must be a str or bytes, not {type(document).__name__}"
    ):
        CountVectorizer().fit(["wheat", document])


def test_one_text_is_no_documents():
    with pytest.raises(ValueError, match="string object received"):
        CountVectorizer().fit("wheat rose")
    with pytest.raises(ValueError, match="string object received"):
        CountVectorizer(vocabulary=["wheat"]).transform("wheat rose")


def test_a_table_of_several_columns_is_an_error_not_a_count_of_its_names():
    with pytest.raises(TypeError, match="one column"):
        CountVectorizer().fit(pd.DataFrame({"headline": ["Wheat rose"], "text": ["Corn fell"]}))
