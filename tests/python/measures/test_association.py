"""Association against reference values, exact arithmetic and SciPy."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

import broadsheet as bs
from broadsheet._core import statistics as _core
from oracle.association import association as oracle

GOLD = Path(__file__).parents[4] / "shared/corpora/gold"
needs_gold = pytest.mark.skipif(not GOLD.exists(), reason="../shared/corpora is not here")
ALL = _core.association_names()
association = bs.measures.association

counts = st.integers(0, 9) | st.integers(0, 60)
tables = st.tuples(counts, counts, counts, counts).filter(
    lambda t: (t[0] + t[1]) * (t[2] + t[3]) * (t[0] + t[2]) * (t[1] + t[3]) > 0
)


def read_gold(name):
    return pd.read_csv(GOLD / name, sep="\t", comment="#", quoting=3)


def one(measure, *cells, **options):
    return association(*cells, measures=measure, **options)[measure].item()


@needs_gold
def test_is_that_of_the_ucs_toolkit():
    gold = read_gold("ucs-gold-100.ds")
    f, f1, f2, n = (gold[name] for name in ("f", "f1", "f2", "N"))
    found = association(f, f1 - f, f2 - f, n - f1 - f2 + f, signed=True)
    decimal = np.log10(2)  # UCS takes decimal logarithms.
    of_ucs = {
        "Dice": found["dice"],
        "Fisher.pv": found["fisher_score"],
        "Jaccard": found["jaccard"],
        "MI": found["mi"] * decimal,
        "MI2": found["mi2"] * decimal,
        "MI3": found["mi3"] * decimal,
        "MS": found["min_sensitivity"],
        "Poisson.Stirling": found["poisson_stirling"],
        "Poisson.pv": found["poisson_score"],
        "average.MI": found["log_likelihood"].abs() / 2 * np.log10(np.e),
        "chi.squared": found["chi_squared"],
        "chi.squared.corr": found["chi_squared_yates"],
        "gmean": found["gmean"],
        "local.MI": found["local_mi"] * decimal,
        "log.likelihood": found["log_likelihood"],
        # UCS writes 1e7 for infinity.
        "odds.ratio": found["log_odds_ratio"].replace(np.inf, 1e7 * np.log(10)) * np.log10(np.e),
        "odds.ratio.disc": found["lambda"] * np.log10(np.e),
        "relative.risk": found["log_ratio"] * decimal,
        "simple.ll": found["simple_ll"],
        "t.score": found["t_score"],
        "z.score": found["z_score"],
        "z.score.corr": found["z_score_corrected"],
    }
    # Each column but those that measure nothing.
    assert {f"am.{name}" for name in of_ucs} | {"am.frequency", "am.random"} == {
        name for name in gold.columns if name.startswith("am.")
    }
    for name, values in of_ucs.items():
        np.testing.assert_allclose(values, gold[f"am.{name}"], rtol=1e-9, err_msg=name)


@needs_gold
@pytest.mark.parametrize(
    ("column", "measure", "alpha"),
    [
        ("lr", "log_ratio", 0.05),
        ("clr", "log_ratio_conservative_normal", 0.01),
        ("lrc", "log_ratio_conservative", 0.05),
        ("lrc.positive", "log_ratio_conservative_positive", 0.05),
        ("lrc.normal", "log_ratio_conservative_normal", 0.05),
    ],
)
def test_log_ratios_are_those_of_evert_in_r(column, measure, alpha):
    gold = read_gold("log-ratio-gold.tsv")
    f, f1, f2, n = (gold[name] for name in ("f", "f1", "f2", "N"))
    # The target is what stands near the node, f1 tokens; the reference all the rest.
    found = association(f, f2 - f, f1 - f, n - f1 - f2 + f, measures=measure, alpha=alpha)
    np.testing.assert_allclose(found[measure], gold[column], rtol=1e-9)
    assert found.attrs["parameters"].get("n_comparisons", len(gold)) == len(gold)


@needs_gold
@pytest.mark.parametrize(
    ("file", "measure"),
    [
        ("cqpweb-gold-lr.tsv", "log_ratio"),
        ("cqpweb-gold-clr.tsv", "log_ratio_conservative_normal"),
    ],
)
def test_log_ratios_are_those_of_cqpweb(file, measure):
    gold = pd.read_csv(GOLD / file, sep="\t", skiprows=3, quoting=3)
    f, f2 = gold["Observed collocate frequency"], gold["Total no. in whole corpus"]
    # The file says how many tokens the windows have only by what it expects, f1 f2 / N, and not at
    # all which confidence the bounds have: but one normal quantile, 4.49428, fits all of them.
    f1, n = 168324, 19720567
    alpha = 2 * stats.norm.sf(4.494281)
    cells = f, f2 - f, f1 - f, n - f1 - f2 + f
    found = association(*cells, measures=measure, alpha=alpha, n_comparisons=1)[measure]
    # Three places are printed, and always the lower bound.
    printed = gold.iloc[:, -1].clip(lower=0)
    np.testing.assert_allclose(found.clip(lower=0), printed, rtol=0, atol=5.01e-4)


def test_counts_may_be_given_as_columns_of_a_table():
    # Row 1 of ucs-gold-100.ds; logDice worked by its formula.
    found = association([1], [15333], [1], [176663])
    printed = {
        "log_likelihood": 2.4487567246743,
        "t_score": 0.840269169470515,
        "z_score": 2.10244214695804,
        "dice": 0.000130412102243088,
        "log_dice": 1.09537,
    }
    for name, value in printed.items():
        assert found[name].item() == pytest.approx(value, rel=1e-5 if name == "log_dice" else 1e-12)
    assert found["mi"].item() * np.log10(2) == pytest.approx(0.796611250194937, rel=1e-12)


@pytest.mark.parametrize(
    ("measure", "cells", "printed"),
    [
        # Dunning 1993, CL 19(1), p. 72 and p. 73.
        ("log_likelihood", (10, 0, 3, 31764), 167.23),
        ("chi_squared", (3, 0, 0, 31774), 31777),
        # Pedersen 1996, p. 10.
        ("chi_squared_yates", (1, 3, 3, 1), 0.5),
        ("chi_squared_yates_p", (1, 3, 3, 1), 0.48),
        ("fisher", (1, 3, 3, 1), 0.486),
        ("fisher_less", (1, 3, 3, 1), 0.243),
        ("fisher_greater", (1, 3, 3, 1), 0.986),
        # Manning and Schuetze 1999, pp. 164-165.
        ("t_score", (8, 15828 - 8, 4675 - 8, 14307668 - 15828 - 4675 + 8), 0.999932),
        # A word at 5 % and at 3 %: Rayson's two cells, Dunning's four.
        ("log_likelihood_2", (5000, 3000, 95000, 97000), 505.34),
        ("log_likelihood", (5000, 3000, 95000, 97000), 526.18),
        # Church and Hanks 1990, p. 24.
        ("mi", (8, 1105 - 8, 44 - 8, 15000000 - 1105 - 44 + 8), 11.3),
        # Bouma 2009, p. 36.
        ("npmi", (10, 0, 0, 90), 1),
        ("npmi", (1, 9, 9, 81), 0),
        ("npmi", (0, 10, 10, 80), -1),
        # Smadja, McKeown and Hatzivassiloglou 1996, p. 13; nobody says how large the corpus is.
        ("dice", (130, 3121 - 130, 143 - 130, 10**6), 0.08),
        # Gries 2013, p. 144: "course" given "of", and the other way.
        ("delta_p", (5610, 168938, 2257, 10233063), 0.032),
        ("delta_p_backward", (5610, 168938, 2257, 10233063), 0.697),
        # Pojanapunya and Todd 2016, p. 154.
        ("odds_ratio", (16217, 735, 2796938 - 16217, 2087946 - 735), 16.6),
        # Kilgarriff 2009.
        ("simple_maths", (35, 263, 112289776 - 35, 1559716979 - 263), 1.1224),
        # Hofland and Johansson 1982, p. 471.
        ("difference_coefficient", (18, 35, 10**6 - 18, 10**6 - 35), -0.32),
        # Gabrielatos and Marchi 2011, p. 18.
        ("percent_diff", (206523, 178174, 959641 - 206523, 1562358 - 178174), 88.7),
        # Pedersen and Bruce 1996, p. 12.
        ("min_sensitivity", (17, 240, 1001, 1298742), 0.016699),
        # Church and Gale 1991, p. 12.
        ("phi_squared", (31950, 12004, 4793, 848330), 0.62),
        # Manning and Schuetze 1999, 5.3.2, 5.3.3 and 5.4, by nltk/test/collocations.doctest.
        ("t_score", (20, 22, 0, 14307626), 4.4721),
        ("chi_squared", (8, 15820, 4667, 14287173), 1.55),
        ("chi_squared", (59, 8, 6, 570934), 456400),
        ("mi", (20, 22, 0, 14307626), 18.38),
        ("mi", (20, 14999, 15609, 14277040), 0.29),
        # Dunning 1993, by the same.
        ("log_likelihood", (110, 2442, 111, 29114), 270.72),
        ("log_likelihood", (8, 5, 24, 31740), 95.29),
        # Yates as printed, from quanteda's test-textstat_keyness.R. R and SciPy take the lesser of
        # 1/2 and |O - E| off, and so come to 0 here.
        ("chi_squared_yates", (3, 2, 14, 10), 0.1851001),
    ],
)
def test_is_as_published(measure, cells, printed):
    places = len(str(printed).partition(".")[2])
    assert round(one(measure, *cells), places) == printed


@settings(max_examples=40)
@given(st.lists(tables, min_size=1, max_size=3), st.sampled_from([0.05, 1e-3, 1e-9]))
def test_agrees_with_exact_arithmetic(rows, alpha):
    found = association(*np.transpose(rows), alpha=alpha, n_comparisons=3, k=100)
    for row, cells in enumerate(rows):
        expected = oracle(cells, alpha / 3, 100)
        assert set(expected) == set(found.columns)
        for name, value in expected.items():
            # What is a difference of nearly equal numbers has the rounding of those.
            near = 1e-9 if name == "log_likelihood" else 1e-12
            assert found[name][row] == pytest.approx(value, rel=1e-9, abs=near), (name, cells)


@given(tables)
def test_tests_are_those_of_scipy(cells):
    table = np.reshape(cells, (2, 2))
    found = association(*cells)
    for name, correction, kind in [
        ("log_likelihood", False, "log-likelihood"),
        ("chi_squared", False, "pearson"),
    ]:
        peer = stats.chi2_contingency(table, correction=correction, lambda_=kind)
        assert found[name].item() == pytest.approx(peer.statistic, abs=1e-9)
        assert found[f"{name}_p"].item() == pytest.approx(peer.pvalue, rel=1e-7)
    for name, side in [("fisher_greater", "greater"), ("fisher_less", "less")]:
        peer = stats.fisher_exact(table, alternative=side)
        assert found[name].item() == pytest.approx(peer.pvalue, rel=1e-9)


def test_fisher_keeps_its_digits_in_a_large_corpus():
    # 2 of 51 occurrences in 1.2 of 32.2 million tokens, by exact fractions; SciPy 1.17 is 6e-9 off.
    cells = (2, 49, 1_200_000 - 2, 31_000_000 - 49)
    assert one("fisher", *cells) == pytest.approx(0.7154315868043222, rel=1e-13)


@given(tables)
def test_exchanging_the_words_changes_only_what_looks_at_columns(cells):
    a, b, c, d = cells
    found, other = association(a, b, c, d), association(a, c, b, d)
    contrasts = {name for name in ALL if name.startswith(("log_ratio", "log_likelihood_2"))}
    contrasts |= {"percent_diff", "difference_coefficient", "simple_maths"}
    for name in set(ALL) - contrasts - {"delta_p", "delta_p_backward"}:
        assert found[name].item() == pytest.approx(other[name].item(), rel=1e-9, abs=1e-12), name
    assert found["delta_p"].item() == pytest.approx(other["delta_p_backward"].item())


@given(tables)
def test_exchanging_the_corpora_turns_signs_around(cells):
    a, b, c, d = cells
    found, other = association(a, b, c, d), association(b, a, d, c)
    for name in ("log_ratio", "log_ratio_conservative", "lambda", "difference_coefficient"):
        assert found[name].item() == pytest.approx(-other[name].item(), abs=1e-12)
    for name in ("log_likelihood", "log_likelihood_2", "chi_squared", "fisher"):
        assert found[name].item() == pytest.approx(other[name].item(), rel=1e-9, abs=1e-9)


@given(tables)
def test_values_keep_to_their_ranges(cells):
    found = association(*cells).iloc[0]
    for name in ALL:
        if name.endswith(("squared_p", "yates_p", "likelihood_p", "_2_p")):
            assert 0 <= found[name] <= 1, name
    for name in (
        "fisher",
        "fisher_less",
        "fisher_greater",
        "phi_squared",
        "dice",
        "jaccard",
        "min_sensitivity",
        "gmean",
    ):
        assert 0 <= found[name] <= 1 + 1e-12, name
    for name in ("npmi", "delta_p", "delta_p_backward", "difference_coefficient"):
        assert -1 - 1e-12 <= found[name] <= 1 + 1e-12, name
    assert found["log_dice"] <= 14


def test_no_table_raises_a_warning():
    cells = np.array(np.meshgrid(*[[0, 1, 7.5]] * 4)).reshape(4, -1)
    found = association(*cells)  # Warnings are errors here.
    assert found.shape == (81, len(ALL))


def test_threads_do_not_change_a_bit():
    rng = np.random.default_rng(1)
    cells = rng.integers(0, 300, (4, 20_000))
    alone = association(*cells, n_jobs=1)
    for n_jobs in (2, 7):
        pd.testing.assert_frame_equal(association(*cells, n_jobs=n_jobs), alone, check_exact=True)


def test_single_numbers_are_the_same_in_each_row():
    rows = association([1, 2], 3, [4, 5], 600)
    pd.testing.assert_frame_equal(rows, association([1, 2], [3, 3], [4, 5], [600, 600]))
    assert len(association(1, 2, 3, 4)) == 1
    assert len(association([], [], [], [])) == 0


def test_a_table_keeps_the_index_of_its_cells():
    terms = pd.Index(["nato", "the"], name="term")
    o11, o12 = pd.Series([1, 2], terms), pd.Series([3, 4], terms)
    assert association(o11, o12, 5, 6).index.equals(terms)
    with pytest.raises(ValueError, match="o12 must have the index of o11"):
        association(o11, o12[::-1], 5, 6)


def test_columns_of_other_packages_are_taken(monkeypatch):
    polars = pytest.importorskip("polars", reason="polars is not installed")
    expected = association([1, 2], 3, 4, 5, measures="mi")
    found = association(polars.Series([1, 2]), 3, 4, 5, measures="mi")
    pd.testing.assert_frame_equal(found, expected)
    monkeypatch.setattr(bs.options, "frame", "polars")
    assert association(polars.Series([1, 2]), 3, 4, 5, measures="mi").columns == ["mi"]


def test_alpha_is_divided_by_the_number_of_words_that_occur():
    rows = association([10, 0, 3, 0], [1, 0, 1, 5], 1000, 1000, measures="log_ratio_conservative")
    assert rows.attrs["parameters"] == {"alpha": 0.05, "n_comparisons": 3}
    assert rows.attrs["correction"] == "bonferroni"
    alone = one("log_ratio_conservative", 10, 1, 1000, 1000, alpha=0.05 / 3)
    assert rows["log_ratio_conservative"][0] == pytest.approx(alone, rel=1e-12)


def test_attrs_say_what_the_table_holds():
    attrs = association(1, 2, 3, 4, measures=["log_likelihood", "mi"]).attrs
    assert attrs["measure"] == ["log_likelihood", "mi"]
    assert attrs["variant"]["log_likelihood"] == "four cells"
    assert attrs["parameters"] == {"signed": False}
    assert attrs["correction"] is None
    assert attrs["source"]["mi"].startswith("Church, K. W. and Hanks, P. (1990)")


def test_progress_is_told_of_each_row():
    told = []
    association(np.ones(5000), 1, 1, 1, progress=lambda *done: told.append(done))
    assert told[-1] == (5000, 5000)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (([1, -1], 1, 1, 1), "o11 must be finite and not negative: row 1 is -1"),
        ((1, np.inf, 1, 1), "o12 must be finite and not negative: row 0 is inf"),
        ((1, 1, [1, np.nan], 1), "o21 must be finite and not negative: row 1 is nan"),
        ((1, 1, 1, pd.Series([2, None], dtype="Int64")), "o22 must be finite and not negative"),
        (([1, 2], [1, 2, 3], 1, 1), "o12 must have as many rows as o11, 2, or be one number"),
        (([[1, 2]], 1, 1, 1), r"o11 must be a number or one-dimensional, not of shape \(1, 2\)"),
    ],
)
def test_cells_that_are_no_counts_are_named(cells, message):
    with pytest.raises(ValueError, match=message):
        association(*cells)


def test_parameters_are_checked():
    with pytest.raises(ValueError, match=r"alpha must lie between 0 and 1, not 1\.5"):
        association(1, 1, 1, 1, alpha=1.5)
    with pytest.raises(ValueError, match="n_comparisons must be finite and at least 1, not 0"):
        association(1, 1, 1, 1, n_comparisons=0)
    with pytest.raises(TypeError, match=r"n_comparisons must be a whole number, not float"):
        association(1, 1, 1, 1, n_comparisons=2.5)
    with pytest.raises(TypeError, match="signed must be True or False, not 'yes'"):
        association(1, 1, 1, 1, signed="yes")
    with pytest.raises(TypeError, match="o11 must be numbers"):
        association(["many"], 1, 1, 1)
    with pytest.raises(ValueError, match="there is no measure 'log_liklihood'; did you mean"):
        association(1, 1, 1, 1, measures="log_liklihood")
    with pytest.raises(ValueError, match="'mi' comes twice"):
        association(1, 1, 1, 1, measures=["mi", "mi"])
