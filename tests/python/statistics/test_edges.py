"""The edges that every statistic meets: one document, empty ones, absent terms, empty groups."""

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

TERMS = ["nato", "wheat", "unused"]


def tokens_of(*texts):
    return bs.Corpus(list(texts), zones=None).tokens(bs.Tokenizer("unicode"))


def test_keyness_of_one_document_against_one():
    m = bs.TermMatrix([[4, 1, 0], [2, 3, 0]], TERMS)
    found = m.keyness([0], permutations=99, bootstrap=99).set_index("term")
    assert list(found.index) == ["nato", "wheat"]
    # There is but one exchange, and it turns the difference around: nothing can be shown.
    assert (found["permutation_p"] == 1).all()
    # A document drawn with replacement from one is that one.
    for end in ("log_ratio_low", "log_ratio_high"):
        np.testing.assert_allclose(found[end], found["log_ratio"], rtol=1e-15)


def test_keyness_with_empty_documents_is_that_without_them():
    m = bs.TermMatrix([[4, 1, 0], [0, 0, 0], [2, 3, 0], [0, 0, 0]], TERMS)
    found = m.keyness([0, 1], measures="all")
    pd.testing.assert_frame_equal(found, m.keyness([0], [2], measures="all"))


def test_keyness_of_terms_that_one_side_lacks_is_defined():
    m = bs.TermMatrix([[5, 0, 0], [0, 7, 0]], TERMS)
    found = m.keyness([0]).set_index("term")
    assert found.loc["nato", "log_ratio"] == pytest.approx(np.log2(5 / 5 / (0.5 / 7)))
    assert found.loc["wheat", "log_ratio"] == pytest.approx(np.log2(0.5 / 5 / (7 / 7)))
    assert np.isfinite(found[["log_ratio", "log_likelihood", "log_likelihood_p"]]).all(axis=None)


def test_an_empty_side_cannot_be_compared():
    m = bs.TermMatrix([[0, 0, 0], [2, 3, 0]], TERMS)
    with pytest.raises(ValueError, match="target must have tokens"):
        m.keyness([0])
    with pytest.raises(ValueError, match="reference must have tokens"):
        m.keyness([1])


def test_dispersion_of_one_document_is_undefined_where_it_needs_two():
    found = tokens_of("nato nato wheat").dispersion(["range", "juilland_d", "dp", "dp_norm", "kld"])
    assert found["range"].tolist() == [1, 1]
    assert found["dp"].tolist() == [0, 0]
    assert found["kld"].tolist() == [0, 0]
    assert found[["juilland_d", "dp_norm"]].isna().all(axis=None)


def test_frequency_of_groups_and_documents_that_are_empty():
    m = bs.TermMatrix([[4, 1, 0], [0, 0, 0]], TERMS)
    found = m.frequency(by=["full", "empty"])
    assert set(found["group"]) == {"full"}
    nothing = bs.TermMatrix(np.zeros((2, 3), dtype=int), TERMS).frequency()
    assert (nothing["count"] == 0).all()
    assert nothing["per_million"].isna().all()


def test_measures_of_texts_that_are_empty_are_not_numbers():
    corpus = bs.Corpus(["", "Wheat fell."], zones=None)
    diversity = corpus.tokens().diversity(["ttr", "yule_k", "mtld", "hd_d"])
    assert diversity.iloc[0, 2:].isna().all()
    assert diversity["ttr"][1] == 1
    readability = corpus.readability()
    assert readability.loc[0, ["words", "sentences"]].tolist() == [0, 0]
    assert readability.loc[0, "flesch":].isna().all()
    assert readability["lix"][1] == 2
    assert len(bs.Corpus([], zones=None).readability()) == 0


def test_collocations_of_one_pair():
    found = tokens_of("wheat prices").collocations(min_count=1, measures="all")
    assert found[["o11", "o12", "o21", "o22"]].to_numpy().tolist() == [[1, 0, 0, 0]]
    # All there is is this pair: what measures a share is defined, what needs others is not.
    assert found["log_dice"].item() == 14
    assert np.isnan(found["log_likelihood"].item())


def test_a_trend_of_one_document():
    m = bs.TermMatrix([[4, 1, 0]], TERMS)
    found = m.trend(["2024-03-05"], "W", interval="bootstrap").set_index("term")
    assert found.loc["nato", ["rate", "low", "high"]].tolist() == [8e5, 8e5, 8e5]
    assert found.loc["unused", ["rate", "low", "high"]].tolist() == [0, 0, 0]
    assert len(m.bursts(["2024-03-05"], "W")) == 0
