"""TermMatrix: what it takes, what it holds, parts of it, tables and pictures."""

import pickle
from html.parser import HTMLParser

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.svm import LinearSVC
from term_matrices import random_counts, random_texts, same, tokens_of

import broadsheet as bs
from broadsheet.terms import TermMatrix


@pytest.fixture
def m() -> TermMatrix:
    return TermMatrix(
        [[2, 1, 0], [0, 1, 3], [0, 0, 1]], ["nato", "summit", "wheat"], ids=["a", "b", "c"]
    )


def test_csr_is_what_scipy_and_scikit_learn_take(m):
    assert isinstance(m.csr, sparse.csr_array)
    assert m.csr.has_canonical_format
    # SciPy holds both index arrays in one width; the narrow one is what liblinear asks for.
    assert (m.csr.indptr.dtype, m.csr.indices.dtype, m.csr.dtype) == (np.int32, np.int32, np.int32)
    weights = tokens_of(random_texts(0, 60)).matrix().weight("tfidf").csr
    assert TruncatedSVD(2, random_state=0).fit_transform(weights).shape == (60, 2)
    LinearSVC().fit(weights, np.arange(60) % 2)


def test_nothing_can_be_written_through_it(m):
    with pytest.raises(ValueError, match="read-only"):
        m.csr.data[0] = 5
    for part in (m.csr.indices, m.csr.indptr, m.terms, m.ids, m.weight("tfidf").csr.data):
        assert not part.flags.writeable
    csr = m.csr
    csr.data = csr.data * 0  # Another array in the caller's own object.
    assert m["a", "nato"] == 2


def test_takes_a_copy_of_counts():
    counts = sparse.csr_array([[1, 2]])
    m = TermMatrix(counts, ["a", "b"])
    counts.data[:] = 9
    assert m.csr.toarray().tolist() == [[1, 2]]


@pytest.mark.parametrize(
    "kind", [sparse.csr_matrix, sparse.csc_array, sparse.coo_matrix, np.asarray, list]
)
def test_takes_any_matrix(kind):
    assert TermMatrix(kind([[1, 0], [0, 2]]), ["a", "b"]).csr.toarray().tolist() == [[1, 0], [0, 2]]


def test_adds_entries_of_one_cell_and_drops_stored_zeros():
    counts = sparse.csr_array((np.array([100, 0, 100], np.int8), [1, 0, 1], [0, 3]), shape=(1, 2))
    m = TermMatrix(counts, ["a", "b"])
    assert m.csr.toarray().tolist() == [[0, 200]]
    assert m.nnz == 1


@pytest.mark.parametrize(
    ("dtype", "held"),
    [(bool, np.int32), (np.uint8, np.int32), (np.int64, np.int32), (np.float32, np.float32)],
)
def test_holds_whole_counts_as_int32_and_others_as_they_are(dtype, held):
    assert TermMatrix(np.array([[1, 0]], dtype=dtype), ["a", "b"]).dtype == held


@pytest.mark.parametrize(
    ("csr", "terms", "ids", "error", "message"),
    [
        ([[1, -2]], ["a", "b"], None, ValueError, "row 0, column 1 holds -2"),
        ([[1.0, np.nan]], ["a", "b"], None, ValueError, "row 0, column 1 holds nan"),
        ([[1, 2**31]], ["a", "b"], None, ValueError, "below 2.*: row 0, column 1 holds 2147483648"),
        ([[1j]], ["a"], None, TypeError, "csr must hold numbers, not complex128"),
        ([1, 2], ["a", "b"], None, ValueError, "csr must be a matrix, not 1-dimensional"),
        ([[1, 2]], ["a"], None, ValueError, "terms must be one a column, 2, not 1"),
        ([[1, 2]], ["a", "a"], None, ValueError, r"terms\[1\] is 'a', as is terms\[0\]"),
        ([[1, 2]], ["a", "\ud800"], None, ValueError, r"terms\[1\] holds a lone surrogate"),
        ([[1, 2]], ["a", "b"], ["x", "y"], ValueError, r"ids must be one a row, 1, not of shape"),
    ],
)
def test_says_what_is_wrong_with_what_it_is_given(csr, terms, ids, error, message):
    with pytest.raises(error, match=message):
        TermMatrix(csr, terms, ids)


def test_rows_keep_their_labels(m):
    assert m[1:].ids.tolist() == ["b", "c"]
    assert m[[2, 0]].csr.toarray().tolist() == [[0, 0, 1], [2, 1, 0]]
    assert m[np.array([True, False, True])].ids.tolist() == ["a", "c"]
    assert m[pd.Series([False, True, False])].ids.tolist() == ["b"]
    assert m[pd.Series([False, True, False], dtype=object)].ids.tolist() == ["b"]
    assert m[-1].ids.tolist() == ["c"]
    assert m["b"].csr.toarray().tolist() == [[0, 1, 3]]
    assert m[["c", "a"]].ids.tolist() == ["c", "a"]
    assert m[[]].shape == (0, 3)
    assert same(m[:], m)
    assert [part.ids[0] for part in m] == ["a", "b", "c"]


def test_columns_keep_their_labels_and_the_order_asked_for(m):
    part = m[:, ["wheat", "nato"]]
    assert part.terms.tolist() == ["wheat", "nato"]
    assert part.csr.toarray().tolist() == [[0, 2], [3, 0], [1, 0]]
    assert part.csr.has_sorted_indices
    assert m[1:, "wheat"].csr.toarray().tolist() == [[3], [1]]
    assert m[:, 1].terms.tolist() == ["summit"]
    assert m[:, m.terms != "nato"].terms.tolist() == ["summit", "wheat"]
    assert m[0, "nato"] == 2
    assert isinstance(m[0, "nato"], int)


def test_parts_agree_with_scipy():
    m = random_counts(3)
    random = np.random.default_rng(0)
    for _ in range(20):
        rows = random.integers(-40, 40, size=random.integers(0, 9))
        columns = random.permutation(15)[: random.integers(0, 9)]
        expected = m.csr.toarray()[rows][:, columns]
        assert (m[rows, columns].csr.toarray() == expected).all()


@pytest.mark.parametrize(
    ("key", "error", "message"),
    [
        (3, IndexError, "row 3 is out of range: there are 3"),
        ([0, -4], IndexError, "row -4 is out of range"),
        ("z", KeyError, "no row has the id 'z'"),
        ((0, "corn"), KeyError, "no column is 'corn'"),
        ([True, False], IndexError, "a mask of rows must have 3 places, not 2"),
        ([0.5], TypeError, "rows must be named by numbers, labels or a mask, not float64"),
        ([None], TypeError, "rows must be named by numbers, labels or a mask, not NoneType"),
        ([["a"]], IndexError, "rows must be named by one list, not by 2 dimensions"),
        ((slice(None), ["nato", "nato"]), ValueError, "columns must be different"),
        ((0, 0, 0), IndexError, "a matrix has rows and columns, not 3 dimensions"),
    ],
)
def test_says_which_part_there_is_not(m, key, error, message):
    with pytest.raises(error, match=message):
        m[key]


def test_a_label_that_two_rows_have_names_neither():
    m = TermMatrix([[1], [2]], ["a"], ids=["x", "x"])
    with pytest.raises(KeyError, match="2 rows have the id 'x'"):
        m["x"]


def test_frequency_is_sorted_by_count_then_term(m):
    table = m.frequency()
    assert table["term"].tolist() == ["wheat", "nato", "summit"]
    assert table["count"].tolist() == [4, 2, 2]
    assert table["document_frequency"].tolist() == [2, 1, 2]
    assert table.attrs["weighting"] == "counts"
    backwards = m[:, ["summit", "nato", "wheat"]].frequency()
    assert backwards["term"].tolist() == ["wheat", "nato", "summit"]
    with pytest.raises(
        ValueError, match=r"frequency needs counts, and these are weights \(tfidf\)"
    ):
        m.weight("tfidf").frequency()


def test_frequency_is_relative_to_all_tokens(m):
    assert m.frequency()["per_million"].tolist() == [500000, 250000, 250000]
    assert m.frequency()["rank"].tolist() == [1, 2, 2]
    sizes = np.full(len(m), 100)
    found = m.frequency(sizes=sizes)
    assert found["per_million"].tolist() == (found["count"] * 1e6 / sizes.sum()).tolist()
    with pytest.raises(ValueError, match="sizes must be one a document"):
        m.frequency(sizes=[1])


def test_frequency_of_a_group_is_that_of_its_documents():
    random = np.random.default_rng(0)
    counts, by = random.poisson(0.7, (40, 9)), random.choice(["x", "y", "z"], 40)
    m = TermMatrix(counts, list("abcdefghi"))
    found = m.frequency(by)
    assert found["group"].drop_duplicates().tolist() == ["x", "y", "z"]
    for group, part in found.groupby("group"):
        alone = m[by == group].frequency()
        alone = alone[alone["count"] > 0].reset_index(drop=True)
        held = part.drop(columns="group").reset_index(drop=True)
        pd.testing.assert_frame_equal(held, alone, check_exact=True)
    none = [None, *by[1:]]
    with pytest.raises(ValueError, match="by must not be missing"):
        m.frequency(none)
    dropped = m.frequency(none, missing="drop")
    assert dropped["count"].sum() == counts[1:].sum()


def test_frequency_comes_in_the_kind_that_was_asked_for(m):
    bs.options.frame = "polars"
    try:
        assert m.frequency()["count"].to_list() == [4, 2, 2]
    finally:
        bs.options.frame = "pandas"


def test_top_terms_of_a_document_and_of_all(m):
    assert m.top_terms("b")["term"].tolist() == ["wheat", "summit"]
    assert m.top_terms(1, k=1)["count"].tolist() == [3]
    assert m.top_terms()["count"].tolist() == [4, 2, 2]
    weighted = m.weight("tfidf")
    table = weighted.top_terms(0)
    assert table.columns.tolist() == ["term", "weight"]
    assert table.attrs["document"] == "a"
    assert table.attrs["source"] == "scikit-learn, TfidfTransformer"
    assert table["weight"].tolist() == sorted(weighted.csr[[0]].data, reverse=True)
    with pytest.raises(ValueError, match="k must be at least 1, not 0"):
        m.top_terms(k=0)


def test_similar_and_why_take_the_labels_along(m):
    weighted = m.weight("tfidf")
    near = weighted.similar(k=1)
    assert near[0]["id"].tolist() == ["b"]
    why = weighted.why("a", "b")
    assert why["term"].tolist() == ["summit"]
    assert why["contribution"].sum() == pytest.approx(near.scores[0, 0])
    assert weighted.similar(k=1, to=weighted[1:])[0]["id"].tolist() == ["b"]
    assert weighted.why(0, 0, to=weighted[1:], measure="dot")["term"].tolist() == ["summit"]


def test_pickles_small_and_the_same():
    m = tokens_of(random_texts(0)).matrix(ngrams=(1, 2))
    m.terms, m.csr  # noqa: B018  Strings made on demand are not part of the pickle.
    again = pickle.loads(pickle.dumps(m))
    assert same(again, m)
    assert again.attrs == m.attrs
    assert not again.csr.data.flags.writeable
    assert pickle.dumps(m) == pickle.dumps(tokens_of(random_texts(0)).matrix(ngrams=(1, 2)))


def test_repr_says_what_it_is(m):
    assert repr(m) == "TermMatrix(3 documents, 3 terms, counts)"
    assert repr(m.weight("Lnu")) == "TermMatrix(3 documents, 3 terms, Lnu)"


class Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002
        self.tags.append(tag)


def test_picture_is_escaped_bounded_and_without_script():
    terms = [f"<script>{t}</script>" * 5 for t in range(500)]
    m = TermMatrix(np.ones((300, 500), dtype=int), terms, ids=[f"<b>{i}" for i in range(300)])
    for matrix in (m, m.weight("bm25")):
        page = matrix._repr_html_()
        checker = Checker()
        checker.feed(page)
        assert "script" not in checker.tags
        assert "<b>0" not in page
        assert len(page) < 20_000
        assert "&lt;script&gt;0" in page
        assert "… and 490 more" in page


def test_picture_shows_the_strongest_terms(m):
    page = m._repr_html_()
    assert page.index("wheat") < page.index("nato")
    assert "55.556%" in page
    assert "scikit-learn" in m.weight("tfidf")._repr_html_()
    assert "documents" in TermMatrix(np.empty((0, 1)), ["a"])._repr_html_()
