"""Corrections of p-values against published values and SciPy."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import broadsheet as bs

adjust = bs.measures.adjust
# Benjamini and Hochberg 1995, section 3.2: at 0.05 their procedure rejects four, Bonferroni's three.
PRINTED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
PRINTED += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]


def test_rejects_as_benjamini_and_hochberg_do():
    assert (adjust(PRINTED) <= 0.05).sum() == 4
    assert (adjust(PRINTED, "bonferroni") <= 0.05).sum() == 3


def test_worked_by_hand():
    p = [0.01, 0.04, 0.03, 0.5]
    np.testing.assert_allclose(adjust(p), [0.04, 0.16 / 3, 0.16 / 3, 0.5])
    np.testing.assert_allclose(adjust(p, "bonferroni"), [0.04, 0.16, 0.12, 1])
    np.testing.assert_allclose(adjust(p, "holm"), [0.04, 0.09, 0.09, 0.5])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_is_that_of_scipy(p_values):
    np.testing.assert_allclose(adjust(p_values), stats.false_discovery_control(p_values))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_keeps_the_order_and_corrects_the_more_the_stricter_it_is(p_values):
    by_rate, by_holm = adjust(p_values), adjust(p_values, "holm")
    by_bonferroni = adjust(p_values, "bonferroni")
    assert (p_values <= by_rate).all()
    assert (by_rate <= by_holm * (1 + 1e-12)).all()
    assert (by_holm <= by_bonferroni).all()
    order = np.argsort(p_values, kind="stable")
    for adjusted in (by_rate, by_holm, by_bonferroni):
        assert (np.diff(adjusted[order]) >= 0).all()


def test_what_is_missing_is_no_comparison():
    p = pd.Series([0.01, None, 0.02], index=list("abc"), name="p")
    expected = pd.Series([0.02, None, 0.04], index=list("abc"), name="p")
    pd.testing.assert_series_equal(adjust(p, "bonferroni"), expected)


def test_what_is_wrong_is_named():
    with pytest.raises(ValueError, match=r"p_values must lie in \[0, 1\]: row 1 is 1\.5"):
        adjust([0.5, 1.5])
    with pytest.raises(ValueError, match="there is no measure 'sidak'"):
        adjust([0.5], "sidak")
    with pytest.raises(ValueError, match="method must be one correction, not all"):
        adjust([0.5], "all")
