"""Keyness of all terms: against the measures on arrays, NumPy, and what chance should give."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import broadsheet as bs

COUNTS = np.array([[5, 1, 4, 0], [4, 0, 5, 0], [0, 3, 4, 0], [1, 4, 6, 0], [2, 2, 2, 0]])
TERMS = ["nato", "wheat", "the", "unused"]
MATRIX = bs.TermMatrix(COUNTS, TERMS, ids=list("abcde"))
TARGET = [True, True, False, False, False]


def by_term(table):
    return table.set_index("term")


def clumpy(n_documents, seed):
    """Documents of 100 tokens, a tenth of which repeat one word twenty times."""
    random = np.random.default_rng(seed)
    word = np.where(random.random(n_documents) < 0.1, 20, 0)
    even = random.poisson(5, n_documents)
    return bs.TermMatrix(np.column_stack([word, even, 100 - word - even]), ["clump", "even", "z"])


def test_measures_are_those_of_the_four_cells():
    measures = ["log_ratio", "log_likelihood", "log_likelihood_2", "chi_squared_yates", "fisher"]
    found = by_term(MATRIX.keyness(TARGET, measures=measures, correction=None))
    o11, o12 = np.array([9, 1, 9]), np.array([3, 9, 12])
    plain = bs.measures.association(o11, o12, 19 - o11, 24 - o12, measures)
    assert found.loc[["nato", "wheat", "the"], "count"].tolist() == [9, 1, 9]
    assert found.loc[["nato", "wheat", "the"], "reference_count"].tolist() == [3, 9, 12]
    np.testing.assert_array_equal(found.loc[["nato", "wheat", "the"], measures], plain)


def test_all_measures_and_the_prior_of_log_odds():
    found = by_term(MATRIX.keyness(TARGET, measures="all", prior="pooled", correction=None))
    counts = COUNTS[:2].sum(axis=0), COUNTS[2:].sum(axis=0)
    plain = bs.measures.log_odds(*counts, prior="pooled")
    np.testing.assert_allclose(
        found.loc[TERMS[:3], ["log_odds", "log_odds_z"]], plain[:3], rtol=1e-14
    )
    assert found.attrs["parameters"]["prior"] == "pooled"


def test_terms_that_occur_are_in_the_order_of_the_first_measure():
    assert MATRIX.keyness(TARGET)["term"].tolist() == ["nato", "the", "wheat"]
    by_p = MATRIX.keyness(TARGET, measures=["log_likelihood_p", "log_ratio"])
    assert by_p["log_likelihood_p"].is_monotonic_increasing
    assert list(by_p.columns[:5]) == [
        "term",
        "count",
        "reference_count",
        "documents",
        "reference_documents",
    ]
    assert by_term(by_p)["reference_documents"].to_dict() == {"nato": 2, "the": 3, "wheat": 3}


def test_a_target_is_named_as_rows_are():
    frames = [MATRIX.keyness(target) for target in (TARGET, [0, 1], ["a", "b"], slice(2))]
    for frame in frames[1:]:
        pd.testing.assert_frame_equal(frame, frames[0])


def test_a_reference_may_be_rows_a_matrix_or_a_table():
    rows = MATRIX.keyness([0, 1], [2, 3, 4])
    pd.testing.assert_frame_equal(rows, MATRIX.keyness([0, 1]))
    other = by_term(MATRIX[[0, 1]].keyness(reference=MATRIX[[2, 3, 4]]))
    pd.testing.assert_frame_equal(other.loc[rows["term"]].reset_index(), rows)
    columns = ["term", "count", "reference_count", "documents", "log_ratio", "log_likelihood"]
    table = MATRIX[[2, 3, 4]].frequency()
    for reference in (table, table.set_index("term")["count"], {"nato": 3, "wheat": 9, "the": 12}):
        found = MATRIX.keyness([0, 1], reference)
        assert "reference_documents" not in found
        pd.testing.assert_frame_equal(found[columns], rows[columns])


def test_terms_of_either_side_are_compared():
    found = by_term(MATRIX.keyness(TARGET, {"corn": 6, "the": 4}, measures="log_ratio"))
    assert found["count"].to_dict() == {"corn": 0, "nato": 9, "the": 9, "wheat": 1}
    assert found["reference_count"].to_dict() == {"corn": 6, "nato": 0, "the": 4, "wheat": 0}
    assert found.loc["corn", "log_ratio"] == pytest.approx(np.log2(0.5 / 19 / (6 / 10)))
    larger = by_term(MATRIX.keyness(TARGET, {"the": 4}, "log_ratio", reference_size=100))
    assert larger.loc["the", "log_ratio"] == pytest.approx(np.log2(9 / 19 / (4 / 100)))


def test_sizes_are_those_of_all_tokens():
    part = MATRIX[:, ["nato", "wheat"]]
    sizes = COUNTS.sum(axis=1)
    found = part.keyness(TARGET, sizes=sizes)
    whole = by_term(MATRIX.keyness(TARGET, correction=None))
    assert by_term(found).loc["nato", "log_likelihood"] == whole.loc["nato", "log_likelihood"]


def test_p_values_are_corrected_for_the_terms_that_occur():
    raw = by_term(MATRIX.keyness(TARGET, permutations=19, correction=None))
    for correction in ("benjamini_hochberg", "bonferroni", "holm"):
        found = by_term(MATRIX.keyness(TARGET, permutations=19, correction=correction))
        for name in ("log_likelihood_p", "permutation_p"):
            expected = bs.measures.adjust(raw[name], correction)
            pd.testing.assert_series_equal(found[name], expected)
        assert found.attrs["correction"] == correction


def test_permutations_come_near_the_share_of_all_exchanges():
    found = by_term(MATRIX.keyness(TARGET, permutations=4999, correction=None, seed=3))
    sizes = COUNTS.sum(axis=1)
    pairs = [[i, j] for i in range(5) for j in range(i)]
    for term in ("nato", "wheat", "the"):
        column = COUNTS[:, TERMS.index(term)]

        def difference(rows, column=column):
            rest = np.setdiff1d(range(5), rows)
            rates = [column[part].sum() / sizes[part].sum() for part in (rows, rest)]
            return abs(rates[0] - rates[1])

        least = difference([0, 1]) - 1e-12
        exact = np.mean([difference(pair) >= least for pair in pairs])
        assert found.loc[term, "permutation_p"] == pytest.approx(exact, abs=0.03)


def test_bootstrap_intervals_are_those_of_numpy():
    matrix = clumpy(200, seed=1)
    target = np.arange(200) < 80
    found = by_term(matrix.keyness(target, bootstrap=2000, seed=5))
    random = np.random.default_rng(0)
    counts, sizes = matrix.csr.toarray()[:, 1], np.full(200, 100)
    ratios = []
    for _ in range(2000):
        one, two = random.integers(0, 80, 80), random.integers(80, 200, 120)
        rates = [counts[rows].sum() / sizes[rows].sum() for rows in (one, two)]
        ratios.append(np.log2(rates[0] / rates[1]))
    low, high = np.quantile(ratios, [0.025, 0.975])
    assert found.loc["even", "log_ratio_low"] == pytest.approx(low, abs=0.02)
    assert found.loc["even", "log_ratio_high"] == pytest.approx(high, abs=0.02)


def test_the_seed_decides_and_threads_do_not():
    options = {"permutations": 99, "bootstrap": 99, "seed": 4}
    one = MATRIX.keyness(TARGET, **options, n_jobs=1)
    pd.testing.assert_frame_equal(one, MATRIX.keyness(TARGET, **options, n_jobs=6))
    other = MATRIX.keyness(TARGET, **(options | {"seed": 5}), n_jobs=6)
    assert not one.equals(other)


def test_halves_of_one_corpus_differ_as_chance_has_it():
    # A/A: over random halves, p-values of a test that holds are uniform. That of whole documents
    # holds for any word; that of tokens holds for evenly spread words only.
    matrix, random = clumpy(120, seed=2), np.random.default_rng(9)
    p_values = {"clump": [], "even": []}
    tokens = {"clump": [], "even": []}
    for split in range(300):
        target = np.isin(np.arange(120), random.choice(120, 60, replace=False))
        found = by_term(
            matrix.keyness(
                target, measures="log_likelihood_p", permutations=199, correction=None, seed=split
            )
        )
        for term, of_documents in p_values.items():
            of_documents.append(found.loc[term, "permutation_p"])
            tokens[term].append(found.loc[term, "log_likelihood_p"])
    assert stats.kstest(p_values["even"], "uniform").pvalue > 0.01
    assert stats.kstest(tokens["even"], "uniform").pvalue > 0.01
    # Few documents have the clump, so its p-values are few: their share below a bound is what holds.
    assert np.mean(np.array(p_values["clump"]) <= 0.05) <= 0.08
    assert np.mean(np.array(tokens["clump"]) <= 0.05) > 0.3


def test_dispersion_over_the_documents_of_the_target():
    found = by_term(MATRIX.keyness(TARGET, dispersion="dp"))
    plain = by_term(MATRIX[[0, 1]].dispersion("dp"))
    pd.testing.assert_series_equal(found["dp"], plain["dp"].loc[found.index])


def test_what_is_wrong_is_named():
    for options, message in [
        ({}, "target must be given"),
        ({"target": [0], "reference": [0, 1]}, "must not share documents, as they do row 0"),
        ({"target": slice(None)}, "reference must have tokens: it has 0 documents"),
        ({"target": [0], "reference": {"a": 1}, "permutations": 9}, "permutations need the docum"),
        ({"target": [0], "reference": {"a": 1}, "dispersion": "dp"}, "dispersion needs the docum"),
        ({"target": [0], "reference_size": 9}, "reference_size is that of a table"),
        ({"target": [0], "sizes": [1, 2]}, r"sizes must be one a document, 5, not of shape \(2,\)"),
        ({"target": [0], "sizes": [9, 9, 9, 9, 9]}, "row 0 counts 10 of 9 tokens"),
        ({"target": [0], "measures": "dp"}, "there is no measure 'dp'"),
        ({"target": [0], "correction": "sidak"}, "there is no measure 'sidak'"),
        ({"target": [0], "permutations": -1}, "samples must be at least 1, not -1"),
        ({"target": [0], "reference": pd.DataFrame({"term": []})}, "it lacks count"),
    ]:
        with pytest.raises(ValueError, match=message):
            MATRIX.keyness(**options)
    with pytest.raises(ValueError, match="keyness needs counts, and these are weights"):
        MATRIX.weight("tfidf").keyness([0])
