"""Weights against scikit-learn, bm25s, printed formulas and numbers worked by hand."""

import math
import pickle
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer
from term_matrices import random_counts, random_texts, same, tokens_of

from broadsheet.terms import TermMatrix
from oracle.weights import bm25, smart

SCHEMES = ["tfidf", "bm25", "ltc", "lnc", "Lpu", "dnb", "anc", "btn"]
VARIANTS = ["lucene", "robertson", "atire", "bm25l", "bm25+"]
matrices = st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=6)


def test_peers_differ_on_one_term_and_each_is_here():
    # tf 2, df 1, N 4, no norm: gensim 4.000, scikit-learn 3.833, quanteda 1.204.
    m = TermMatrix([[2, 1], [0, 1], [0, 1], [0, 0]], ["rare", "common"])
    assert m.weight("nfn", log_base=2)[0, "rare"] == 4
    assert m.weight("tfidf", norm=None)[0, "rare"] == pytest.approx(3.833, abs=5e-4)
    assert m.weight("ntn", log_base=10)[0, "rare"] == pytest.approx(1.204, abs=5e-4)


def test_peers_differ_on_three_terms_and_each_is_here():
    # k1 1.5, b 0.75: the best of four documents for a query of x, y and z, of which it lacks z.
    m = TermMatrix([[2, 1, 0, 1], [0, 1, 1, 2], [0, 0, 1, 2], [0, 0, 0, 3]], list("xyzw"))

    def score(variant, k1=1.5, **options):
        weights = m.weight("bm25", variant=variant, k1=k1, b=0.75, **options)
        return weights.csr.toarray()[0, :3]

    def agrees(score, printed):
        return score == pytest.approx(printed, abs=5.01e-5)

    assert agrees(score("robertson").sum(), 0.4629)  # bm25s; negative where df > N / 2.
    assert agrees(2.5 * score("robertson").sum(), 1.1573)  # rank_bm25, gensim: times k1 + 1.
    assert agrees(score("lucene").sum(), 0.9183)  # bm25s and gensim.
    assert agrees(2.2 * score("lucene", k1=1.2).sum(), 2.2464)  # tantivy: times k1 + 1.
    # gensim, where its mean length is of the different terms of each document: 13 / 4.
    assert agrees(2.5 * score("robertson", lengths=[4, 3, 3, 3]).sum(), 1.1268)
    assert agrees(score("lucene", lengths=[4, 3, 3, 3]).sum(), 0.8917)
    # Lv and Zhai sum over the terms that a document has. bm25s gives each term of the query its
    # least, also those that it lacks; rank_bm25 multiplies by the count once more.
    least = 2.5 * 0.5 / (1.5 + 0.5) * m.weight("bm25", variant="bm25l").weighting.idf[:3]
    assert agrees(least.sum(), 1.6189)
    assert agrees(score("bm25l").sum() + least[2], 3.0946)
    assert agrees(score("bm25l") @ [2, 1, 0], 4.4852)
    for delta, printed in {0.5: 4.7802, 1: 6.5012}.items():  # bm25s, rank_bm25: the same of BM25+.
        least = delta * m.weight("bm25", variant="bm25+").weighting.idf[:3]
        assert agrees(score("bm25+", delta=delta).sum() + least[2], printed)


def test_bm25_variants_differ_by_their_factor():
    m = random_counts(0)
    robertson = m.weight("bm25", variant="robertson", k1=1.5)
    atire = m.weight("bm25", variant="atire", k1=1.5)
    # Each is idf times saturation: crossing over, the idfs cancel out.
    left = atire.csr * robertson.weighting.idf
    right = robertson.csr * atire.weighting.idf * 2.5
    np.testing.assert_allclose(left.toarray(), right.toarray())


def test_smart_is_that_of_gensim_where_its_tests_print_numbers():
    # gensim/test/test_tfidfmodel.py, its nine titles and binary logarithms. Its "t" is left out: it
    # takes log((N + 1) / df), which is not SMART's.
    titles = ["complier system computer", "eulerian node cycle graph tree path"]
    titles += ["graph flow network graph", "loading computer system", "user server system"]
    titles += ["tree hamiltonian", "graph trees", "computer kernel malfunction computer"]
    m = tokens_of([*titles, "server system computer"]).matrix()
    printed = {
        "lnn": [2, 1, 1],
        "dnn": [2, 1, 1],
        "ann": [1, 0.75, 0.75],
        "bnn": [1, 1, 1],
        "Lnn": [1.4133901052, 0.7066950526, 0.7066950526],
        "nfn": [3.169925001442312, 3.169925001442312, 3.169925001442312],
        "npn": [2, 3, 3],
        "nnc": [0.81649658092772603, 0.40824829046386302, 0.40824829046386302],
    }
    for letters, values in printed.items():
        weights = m.weight(letters, log_base=2)
        found = [weights[2, term] for term in ("graph", "flow", "network")]
        np.testing.assert_allclose(found, values, rtol=1e-10, err_msg=letters)
    assert m.weight("nfn", log_base=2)[1, "tree"] == pytest.approx(2.169925001442312, rel=1e-15)
    assert m.weight("npn", log_base=2)[1, "tree"] == pytest.approx(1.8073549220576042, rel=1e-15)
    # Without a pivot a row of a slope of 1 is divided by its different terms.
    assert m.weight("nnu", slope=1)[2, "graph"] == pytest.approx(2 / 3)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
@pytest.mark.parametrize(
    ("use_idf", "smooth_idf", "sublinear_tf", "norm"),
    list(product([True, False], [True, False], [True, False], ["l1", "l2", None])),
)
def test_tfidf_is_that_of_scikit_learn(use_idf, smooth_idf, sublinear_tf, norm, dtype):
    m = tokens_of(random_texts(3)).matrix(ngrams=(1, 2))
    options = {
        "use_idf": use_idf,
        "smooth_idf": smooth_idf,
        "sublinear_tf": sublinear_tf,
        "norm": norm,
    }
    peer = TfidfTransformer(**options).fit(m.csr)
    weighted = m.weight("tfidf", dtype=dtype, **options)
    expected = peer.transform(m.csr)
    assert weighted.dtype == dtype
    assert (weighted.csr.indices == expected.indices).all()
    rtol = 1e-14 if dtype == np.float64 else 1e-6
    np.testing.assert_allclose(weighted.csr.data, expected.data, rtol=rtol)
    if use_idf:
        np.testing.assert_allclose(weighted.weighting.idf, peer.idf_, rtol=1e-15)


@pytest.mark.parametrize("letters", ["".join(three) for three in product("nlabLd", "ntfp", "ncub")])
def test_smart_agrees_with_the_printed_formulas(letters):
    m = random_counts(1)
    m = m[:, m.csr.sum(axis=0) > 0]
    rows = m.csr.toarray().tolist()
    sizes = [len(term.encode()) for term in m.terms]
    for base, slope in ((math.e, 0.2), (10, 0.5)):
        weights = m.weight(letters, log_base=base, slope=slope)
        expected = smart(rows, letters, sizes, base, slope)
        np.testing.assert_allclose(weights.csr.toarray(), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("k1", [0.0, 0.9, 1.2])
@pytest.mark.parametrize("b", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("delta", [0.5, 1.5])
def test_bm25_agrees_with_the_printed_formulas(variant, k1, b, delta):
    m = random_counts(2)
    lower = {"delta": delta} if variant in ("bm25l", "bm25+") else {}
    weights = m.weight("bm25", variant=variant, k1=k1, b=b, **lower)
    expected = bm25(m.csr.toarray().tolist(), variant, k1, b, delta)
    np.testing.assert_allclose(weights.csr.toarray(), expected, rtol=1e-12)


@pytest.mark.parametrize("variant", VARIANTS)
def test_bm25_agrees_with_bm25s_on_documents_that_hold_the_term(variant):
    bm25s = pytest.importorskip("bm25s", reason="bm25s is not installed")
    texts = [text for text in random_texts(4) if text]
    tokens = tokens_of(texts)
    weights = tokens.matrix().weight("bm25", variant=variant, k1=0.9, b=0.4)
    peer = bm25s.BM25(method=variant, k1=0.9, b=0.4, delta=weights.weighting.parameters["delta"])
    peer.dtype = "float64"
    peer.index(list(tokens), show_progress=False)
    dense = weights.csr.toarray()
    for column, term in enumerate(weights.terms):
        holds = dense[:, column] != 0
        if variant == "robertson" and holds.sum() * 2 >= len(texts):
            continue  # A negative idf is 0 there; here it is as printed.
        scores = peer.get_scores([term])
        np.testing.assert_allclose(dense[holds, column], scores[holds], rtol=1e-6)
        assert holds.any()


def test_robertson_is_negative_for_a_term_in_most_documents():
    m = TermMatrix([[1], [1], [0]], ["the"])
    assert m.weight("bm25", variant="robertson")[0, "the"] < 0
    assert m.weight("bm25")[0, "the"] > 0


@pytest.mark.parametrize(("variant", "delta"), [("bm25l", 0.5), ("bm25+", 1.0), ("lucene", 0.0)])
def test_delta_is_as_published_unless_given(variant, delta):
    assert random_counts(0).weight("bm25", variant=variant).weighting.parameters["delta"] == delta


def test_lengths_may_be_those_of_whole_documents():
    m = tokens_of(["nato nato summit", "summit the the the"]).matrix()
    parts = m[:, ["nato", "summit"]]
    whole = parts.weight("bm25", lengths=[3, 4])
    np.testing.assert_array_equal(whole.csr.toarray(), m.weight("bm25").csr.toarray()[:, :2])
    assert whole.weighting.mean_length == 3.5
    assert parts.weight("bm25").weighting.mean_length == 2
    with pytest.raises(ValueError, match="lengths must be given"):
        whole.transform(parts)
    assert same(whole.transform(parts, lengths=[3, 4]), whole)


def test_bytes_are_those_of_the_terms_unless_given():
    m = TermMatrix([[2, 0], [0, 1]], ["über", "a"])
    assert m.weight("nnb").weighting.mean_length == (2 * 5 + 1) / 2
    given = m.weight("nnb", lengths=[30, 10])
    assert given[0, "über"] == pytest.approx(2 / (0.8 + 0.2 * 30 / 20))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_weighing_rows_is_taking_rows_of_weights(scheme):
    m = random_counts(5)
    weighted = m.weight(scheme)
    for rows in (slice(7, 20), [3, 1, 1], np.arange(40) % 3 == 0):
        assert same(weighted.transform(m[rows]), weighted[rows])
    assert same(weighted.transform(m), weighted)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_threads_and_types_of_counts_do_not_matter(scheme):
    m = random_counts(6, n_documents=1500)
    weighted = m.weight(scheme, n_jobs=1)
    for n_jobs in (2, 8):
        assert same(m.weight(scheme, n_jobs=n_jobs), weighted)
    for dtype in (np.float32, np.float64):
        assert same(TermMatrix(m.csr.astype(dtype), m.terms).weight(scheme), weighted)
    single = m.weight(scheme, dtype="float32").csr.data
    np.testing.assert_array_equal(single, weighted.csr.data.astype(np.float32))


@settings(max_examples=60, deadline=None)
@given(matrices, st.sampled_from(SCHEMES), st.sampled_from(VARIANTS))
def test_weights_are_finite_and_stay_in_the_cells_of_the_counts(rows, scheme, variant):
    m = TermMatrix(rows, ["x", "y", "z"])
    options = {"variant": variant} if scheme == "bm25" else {}
    weights = m.weight(scheme, **options).csr
    assert np.isfinite(weights.data).all()
    assert (weights.indices == m.csr.indices).all()
    assert (weights.indptr == m.csr.indptr).all()


def test_idf_and_everything_else_says_what_it_is():
    weighting = random_counts(0).weight("bm25", variant="bm25+", k1=2).weighting
    assert repr(weighting) == "Weighting('bm25', variant='bm25+', k1=2.0, b=0.75, delta=1.0)"
    assert weighting.scheme == "bm25"
    assert weighting.n_documents == 40
    assert "CIKM 2011" in weighting.source
    assert weighting.attrs["parameters"] == {"k1": 2, "b": 0.75, "delta": 1}
    with pytest.raises(ValueError, match="read-only"):
        weighting.idf[0] = 1


def test_a_pickled_weighting_weighs_the_same():
    m = random_counts(7)
    weighted = m.weight("Lpu", slope=0.3)
    again = pickle.loads(pickle.dumps(weighted))
    assert same(again, weighted)
    assert same(again.transform(m[:5]), weighted[:5])
    assert not again.weighting.idf.flags.writeable


def test_terms_that_the_learned_documents_lack_have_a_finite_weight():
    m = tokens_of(["nato summit"]).matrix(terms=["nato", "wheat"])
    new = tokens_of(["wheat nato"]).matrix(terms=m)
    for scheme in SCHEMES:
        assert np.isfinite(m.weight(scheme).transform(new).csr.data).all()
    assert m.weight("ntn").transform(new)[0, "wheat"] == 0
    assert m.weight("tfidf", norm=None, smooth_idf=False).transform(new)[0, "wheat"] == 0


@pytest.mark.parametrize(
    ("scheme", "options", "error", "message"),
    [
        ("tf-idf", {}, ValueError, "scheme must be 'tfidf', 'bm25' or three letters of SMART"),
        ("xtc", {}, ValueError, "the first letter of a SMART scheme must be one of nlabLd"),
        (1, {}, TypeError, "scheme must be a str, not int"),
        ("tfidf", {"k1": 1}, TypeError, "'tfidf' has no parameter 'k1'; it has use_idf"),
        ("bm25", {"slope": 1}, TypeError, "'bm25' has no parameter 'slope'; it has variant, k1, b"),
        ("ltc", {"letters": "ntc"}, TypeError, "'ltc' has no parameter 'letters'"),
        ("tfidf", {"norm": "max"}, ValueError, "norm must be 'l1', 'l2' or None, not 'max'"),
        ("tfidf", {"use_idf": 1}, TypeError, "use_idf must be True or False, not 1"),
        ("tfidf", {"dtype": int}, ValueError, "dtype must be float32 or float64, not int64"),
        ("tfidf", {"lengths": [1] * 40}, ValueError, "'tfidf' takes no lengths"),
        ("bm25", {"variant": "okapi"}, ValueError, "variant must be one of .*, not 'okapi'"),
        ("bm25", {"k1": -1}, ValueError, "k1 must be finite and at least 0, not -1"),
        ("bm25", {"b": "half"}, TypeError, "b must be a number, not str"),
        ("bm25", {"delta": 1}, ValueError, "delta is of 'bm25l' and 'bm25\\+', not of 'lucene'"),
        ("bm25", {"lengths": [1, 2]}, ValueError, r"lengths must be one a document, 40, not of"),
        ("bm25", {"lengths": [-1.0] * 40}, ValueError, r"lengths\[0\] is -1"),
        ("ltc", {"log_base": 1}, ValueError, "log_base must be finite and above 1, not 1"),
        ("Lnu", {"slope": 2}, ValueError, r"slope must lie in \[0, 1\], not 2"),
    ],
)
def test_says_what_is_wrong(scheme, options, error, message):
    with pytest.raises(error, match=message):
        random_counts(0).weight(scheme, **options)


def test_says_what_cannot_be_weighed():
    m = random_counts(0)
    weighted = m.weight("tfidf")
    with pytest.raises(ValueError, match=r"weights already \(tfidf\)"):
        weighted.weight("bm25")
    with pytest.raises(ValueError, match="transform needs weights"):
        m.transform(m)
    with pytest.raises(ValueError, match="counts holds weights already"):
        weighted.transform(weighted)
    with pytest.raises(TypeError, match="counts must be a TermMatrix, not csr_array"):
        weighted.transform(m.csr)
    with pytest.raises(ValueError, match="counts must have the same terms in the same order"):
        weighted.transform(m[:, ::-1])
    with pytest.raises(ValueError, match="these columns were chosen after weighing"):
        weighted[:, :3].transform(m[:, :3])
    with pytest.raises(ValueError, match="counts must be at least 1 under a logarithm"):
        TermMatrix(sparse.csr_array([[0.5]]), ["a"]).weight("ltc")
