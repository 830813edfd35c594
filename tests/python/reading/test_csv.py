"""Delimited text: every cell is a string."""

import pytest

import broadsheet as bs
from broadsheet.reading import ReadError


def write(folder, content, name="a.csv"):
    path = folder / name
    path.write_bytes(content.encode("utf-8"))
    return path


def test_words_that_look_like_missing_values_are_words(tmp_path):
    words = ["NA", "null", "None", "nan", "", "007", "1.50", "TRUE", "2024-01-02", " x "]
    path = write(tmp_path, "text,by\n" + "".join(f'"{word}","{word}"\n' for word in words))
    corpus = bs.read(path)
    assert list(corpus.texts) == words
    assert list(corpus.metadata["by"]) == words


def test_cells_keep_their_lines_quotes_and_length(tmp_path):
    long = "word " * 100_000  # More than the field size limit of the csv module.
    path = write(tmp_path, f'text,n\n"a\r\nb\nc\rd",1\n"say ""x"", y",2\n"{long}",3\n')
    assert list(bs.read(path).texts) == ["a\r\nb\nc\rd", 'say "x", y', long]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_may_end_as_they_like(tmp_path, end):
    path = write(tmp_path, end.join(["id,text", "1,a", "", "2,b"]))
    assert list(bs.read(path).texts) == ["a", "b"]


def test_tabs_separate_where_the_suffix_says_so(tmp_path):
    path = write(tmp_path, "id\ttext\n1\ta, b\n", "a.tsv")
    assert bs.read(path).texts[0] == "a, b"
    assert bs.read(write(tmp_path, "text\tid\nx\t1\n", "b.csv"), format="tsv").texts[0] == "x"


def test_columns_without_names_are_named_by_the_caller(tmp_path):
    path = write(tmp_path, "3,Exports rise,They rose.\n4,Exports fall,They fell.\n")
    with pytest.raises(
        ReadError, match=r"no column is called .*'3', 'Exports rise', 'They rose\.'"
    ):
        bs.read(path)
    corpus = bs.read(path, names=["class", "title", "text"])
    assert list(corpus.texts) == ["Exports rise\nThey rose.", "Exports fall\nThey fell."]
    assert list(corpus.metadata["class"]) == ["3", "4"]
    with pytest.raises(ReadError, match="names must be 3, as the columns, not 2"):
        bs.read(path, names=["class", "text"])


def test_row_with_too_many_cells_is_an_error(tmp_path):
    for content in ("id,text\n1,a\n2,b,c\n", "id,text\n1,a,x\n2,b,c\n"):
        with pytest.raises(
            ReadError, match=r"a\.csv: C error: Expected 2 fields in line \d, saw 3"
        ):
            bs.read(write(tmp_path, content))


def test_row_with_too_few_cells_ends_in_empty_ones(tmp_path):
    corpus = bs.read(write(tmp_path, "text,by\na\nb,x\n"))
    assert list(corpus.metadata["by"]) == ["", "x"]


def test_quote_without_an_end_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="EOF inside string"):
        bs.read(write(tmp_path, 'id,text\n1,"a\n2,b\n'))


def test_column_that_comes_twice_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="more than one column is called 'text'"):
        bs.read(write(tmp_path, "text,id,text\na,1,b\n"))


def test_table_written_by_pandas_with_its_index_is_read(tmp_path):
    corpus = bs.read(write(tmp_path, ",text\n0,a\n1,b\n"))
    assert list(corpus.metadata.columns) == [""]
    assert list(corpus.texts) == ["a", "b"]
