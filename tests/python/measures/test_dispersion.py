"""Dispersion against published values and the printed formulas."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

import broadsheet as bs
from oracle.dispersion import dispersion as oracle

dispersion = bs.measures.dispersion
EQUAL = [1, 1, 1, 1, 1]
GRIES = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]
ALLEMAND = (
    [2, 0, 1, 1, 3, 0, 3, 0, 0, 0],
    [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930],
)


def one(measure, counts, sizes):
    return dispersion(counts, sizes, measures=measure)[measure].item()


@pytest.mark.parametrize(
    ("measure", "counts", "sizes", "printed"),
    [
        # Gries 2008.
        ("juilland_d", *GRIES, "0.785"),
        ("carroll_d2", *GRIES, "0.938"),
        ("rosengren_s", *GRIES, "0.950"),
        ("dp", *GRIES, "0.18"),
        ("dp_norm", *GRIES, "0.2195"),
        ("kld", *GRIES, "0.137"),
        # Lyne 1985, as re-derived for MEASURES and in tlda's README.
        ("juilland_d", *ALLEMAND, "0.6038797"),
        ("carroll_d2", *ALLEMAND, "0.6521444"),
        ("rosengren_s", *ALLEMAND, "0.4763652"),
        ("da", *ALLEMAND, "0.3081640"),
        ("dp", *ALLEMAND, "0.4990705"),
        ("dp_norm_egbert", *ALLEMAND, "0.553769"),
        # Carroll 1970, p. 13 and p. 14.
        ("carroll_d2", [2, 1, 1, 1, 0], EQUAL, "0.8277"),
        ("juilland_d", [0, 4, 3, 2, 1], EQUAL, "0.6464"),
        ("carroll_um", [2, 1, 1, 1, 0], EQUAL, "4.31"),
        ("juilland_u", [0, 4, 3, 2, 1], EQUAL, "6.46"),
        # Gries 2008, pp. 407 to 409.
        ("rosengren_s", [1, 2, 3, 4, 5], EQUAL, "0.937"),
        ("lyne_d3", [1, 2, 3, 4, 5], EQUAL, "0.944"),
        ("zhang_dc", [1, 2, 3, 4, 5], EQUAL, "0.937"),
        ("carroll_um", [1, 2, 3, 4, 5], EQUAL, "14.108"),
        ("rosengren_kf", [1, 2, 3, 4, 5], EQUAL, "14.053"),
        ("engwall_fm", [1, 2, 3, 4, 5], EQUAL, "15"),
        ("kromer_ur", [2, 1, 1, 1, 0], EQUAL, "4.5"),
        # Engwall 1974, p. 122.
        ("carroll_um", [4, 2, 1, 1, 0], EQUAL, "6.424"),
        ("juilland_u", [4, 2, 1, 1, 0], EQUAL, "4.609"),
        ("rosengren_kf", [4, 2, 1, 1, 0], EQUAL, "5.863"),
        ("engwall_fm", [4, 2, 1, 1, 0], EQUAL, "6.4"),
        # Rosengren 1971, p. 115 and p. 117.
        ("juilland_u", [2, 2, 2, 2, 2], EQUAL, "10"),
        ("rosengren_kf", [2, 2, 2, 2, 1], EQUAL, "8.86"),
        # Gries 2008, p. 416, and Lijffijt and Gries 2012, p. 148.
        ("dp", [3, 3, 3], [1, 1, 1], "0"),
        ("dp_norm", [2, 1, 0], [1, 1, 1], "0.5"),
    ],
)
def test_is_as_published(measure, counts, sizes, printed):
    places = len(printed.partition(".")[2])
    assert f"{one(measure, counts, sizes):.{places}f}" == printed


def test_kld_of_tlda_runs_the_other_way():
    assert 1 - one("kld_norm_odds", *ALLEMAND) == pytest.approx(0.4665078, abs=5e-8)


counts = st.integers(0, 9) | st.floats(0.01, 50)
rows = st.integers(1, 7).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(counts, min_size=n, max_size=n), min_size=1, max_size=4),
        st.lists(st.integers(1, 500), min_size=n, max_size=n),
    )
)


@settings(max_examples=80)
@given(rows)
def test_agrees_with_the_printed_formulas(table):
    frequencies, sizes = table
    found = dispersion(frequencies, sizes)
    for row, frequency in enumerate(frequencies):
        expected = oracle(frequency, sizes)
        for name in found.columns:
            # D is 1 less a root: what is nearly even has half the digits.
            near = 1e-7 if name in ("juilland_d", "juilland_u") else 1e-12
            value = expected.get(name, np.nan)
            assert found[name][row] == pytest.approx(value, rel=1e-9, abs=near, nan_ok=True), name


@given(rows)
def test_values_keep_to_their_ranges(table):
    found = dispersion(*table)
    total = np.sum(table[0], axis=1)
    shares = ["juilland_d", "carroll_d2", "rosengren_s", "zhang_dc", "dp", "dp_norm", "da"]
    shares += ["dp_norm_egbert", "kld_norm_odds", "kld_norm_e", "kld_norm_2"]
    for name in shares:
        assert found[name].dropna().between(-1e-7, 1 + 1e-7).all(), name
    for name in ("carroll_um", "rosengren_kf", "engwall_fm"):
        assert (found[name].fillna(0) <= total * (1 + 1e-9) + 1e-9).all(), name


@given(rows, st.integers(2, 9))
def test_the_unit_of_size_does_not_matter(table, factor):
    frequencies, sizes = table
    scaled = dispersion(frequencies, [size * factor for size in sizes])
    np.testing.assert_allclose(scaled, dispersion(frequencies, sizes), rtol=1e-6, atol=1e-7)


def test_frequencies_may_be_sparse_dense_or_a_frame():
    dense = np.array([[1, 2, 3, 4, 5], [0, 0, 7, 0, 0], [0, 0, 0, 0, 0]])
    sizes = GRIES[1]
    expected = dispersion(dense, sizes)
    for kind in (sparse.csr_array, sparse.csc_array, sparse.coo_array, sparse.csr_matrix):
        for dtype in (np.int32, np.int64, np.float32):
            found = dispersion(kind(dense.astype(dtype)), sizes)
            pd.testing.assert_frame_equal(found, expected)
    framed = dispersion(pd.DataFrame(dense, index=["a", "b", "c"]), sizes)
    assert list(framed.index) == ["a", "b", "c"]
    twice = sparse.csr_array(([1, 2, 4], [2, 2, 2], [0, 3]), shape=(1, 5))
    pd.testing.assert_frame_equal(
        dispersion(twice, sizes), expected.iloc[[1]].reset_index(drop=True)
    )
    assert twice.nnz == 3


def test_of_a_document_term_matrix_it_takes_the_transpose():
    matrix = bs.Corpus(["a b b", "a c"], zones=None).tokens(bs.Tokenizer("unicode")).matrix()
    found = dispersion(matrix.csr.T, [3, 2], measures="range")
    assert dict(zip(matrix.terms, found["range"], strict=True)) == {"a": 2, "b": 1, "c": 1}


def test_threads_do_not_change_a_bit():
    rng = np.random.default_rng(3)
    many = sparse.random_array((3000, 60), density=0.1, rng=rng, data_sampler=rng.uniform)
    sizes = rng.integers(1, 100, 60)
    alone = dispersion(many, sizes, n_jobs=1)
    pd.testing.assert_frame_equal(dispersion(many, sizes, n_jobs=5), alone, check_exact=True)


@pytest.mark.parametrize(
    ("frequencies", "sizes", "message"),
    [
        ([1, -2], [1, 1], "frequencies must be finite and not negative: row 0, column 1 is -2"),
        ([[1, 2], [0, np.nan]], [1, 1], "row 1, column 1 is nan"),
        ([1, 2], [1, 1, 1], "sizes must be one a part, 2, not 3"),
        ([1, 2], [1, -1], "sizes must be finite and not negative: part 1 is -1"),
        ([1, 2], [1, 0], "part 1 has size 0, and row 0 counts 2 there"),
        ([[[1]]], [1], "frequencies must be one- or two-dimensional"),
    ],
)
def test_what_is_wrong_is_named(frequencies, sizes, message):
    with pytest.raises(ValueError, match=message):
        dispersion(frequencies, sizes)


def test_what_is_no_number_is_no_frequency():
    with pytest.raises(TypeError, match="frequencies must be numbers"):
        dispersion(["many"], [1])
    with pytest.raises(TypeError, match="sizes must be numbers"):
        dispersion([1], ["large"])


def test_attrs_say_what_the_table_holds():
    attrs = dispersion(*GRIES, measures=["dp", "dp_norm"]).attrs
    assert attrs["measure"] == ["dp", "dp_norm"]
    assert attrs["variant"]["dp_norm"] == "of Lijffijt and Gries 2012"
    assert attrs["source"]["dp"].startswith("Gries, S. T. (2008)")
