"""Measures of the terms of a matrix."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

GRIES = bs.TermMatrix([[1, 8], [2, 8], [3, 7], [4, 6], [5, 6]], ["a", "b"])


def test_dispersion_of_gries_example():
    # Gries 2008; the sizes 9, 10, 10, 10, 11 are the sums of the rows but for what is left out.
    found = GRIES.dispersion(sizes=[9, 10, 10, 10, 11]).iloc[0]
    printed = {"juilland_d": 0.785, "carroll_d2": 0.938, "rosengren_s": 0.95, "dp": 0.18}
    for name, value in (printed | {"dp_norm": 0.2195, "kld": 0.137}).items():
        assert found[name] == pytest.approx(value, abs=5e-4), name


def test_sizes_are_the_sums_of_the_rows_unless_given():
    sums = GRIES.csr.toarray().sum(axis=1)
    pd.testing.assert_frame_equal(GRIES.dispersion(), GRIES.dispersion(sizes=sums))
    counts = GRIES.csr.toarray().T
    plain = bs.measures.dispersion(counts, sums)
    pd.testing.assert_frame_equal(GRIES.dispersion()[plain.columns], plain, check_exact=True)


def test_groups_of_rows_are_parts():
    grouped = GRIES.group([0, 0, 1, 1, 1]).dispersion("dp")
    counts, sizes = [[3, 12], [16, 19]], [19, 31]
    np.testing.assert_allclose(grouped["dp"], bs.measures.dispersion(counts, sizes, "dp")["dp"])
    assert grouped["count"].tolist() == [15, 35]


def test_weights_have_no_dispersion():
    with pytest.raises(ValueError, match=r"dispersion needs counts, and these are weights \(tfidf"):
        GRIES.weight("tfidf").dispersion()
    with pytest.raises(ValueError, match="sizes must be one a part, 5, not 2"):
        GRIES.dispersion(sizes=[1, 2])
