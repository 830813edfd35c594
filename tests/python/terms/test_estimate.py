"""Estimates of memory and time against what calls really take."""

import pickle
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from term_matrices import random_texts, tokens_of

import broadsheet as bs
from broadsheet.terms import Estimate, TermMatrix, _estimating

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
BAND = 0.25  # What the docstring promises.


@cache
def read(name):
    path = CORPORA / name
    if not path.exists():
        pytest.skip(f"needs the corpora beside the project: {path} is missing")
    return bs.read(path, headline=False)


@cache
def tokens(name):
    return read(name).tokens()


def take_small_samples(monkeypatch, name):
    """Take samples of a sixth of a corpus."""
    monkeypatch.setattr(_estimating, "_SAMPLED_BYTES", read(name)._texts.n_bytes // 6)
    monkeypatch.setattr(_estimating, "_SAMPLED_TOKENS", tokens(name).n_tokens // 6)


def test_of_a_small_corpus_the_bytes_are_those_of_the_result():
    corpus = bs.sample()
    estimate = corpus.tokens(dry_run=True)
    tokens = corpus.tokens()
    assert estimate.nbytes == tokens.nbytes
    assert estimate.n_sampled == estimate.n_documents == len(corpus)
    assert estimate.peak_nbytes >= estimate.nbytes
    assert estimate.seconds > 0
    for options in [{}, {"ngrams": (1, 2), "min_df": 2}, {"max_terms": 50}, {"terms": ["senate"]}]:
        matrix = tokens.matrix(**options)
        assert tokens.matrix(**options, dry_run=True).nbytes == pytest.approx(matrix.nbytes, abs=9)
    zoned = corpus.tokens(zone="headline", dry_run=True)
    assert zoned.nbytes == corpus.tokens(zone="headline").nbytes


def test_bytes_are_those_of_the_arrays_worked_by_hand():
    tokens = bs.Corpus(["wheat rose", "corn"]).tokens()
    assert tokens.vocabulary.nbytes == 13 + 4 * 8 + 64 * 32
    assert tokens.nbytes == 3 * 8 + 3 * 4 + tokens.vocabulary.nbytes
    matrix = TermMatrix([[1, 0], [1, 2]], ["corn", "oats"])
    assert matrix.nbytes == 3 * (4 + 4) + 3 * 8 + 3 * 8 + 8 + 2 * 8


@pytest.mark.parametrize("name", ["bbc_news.parquet", "newsgroups20.parquet"])
@pytest.mark.parametrize(
    ("tokenizer", "zone"),
    [
        (bs.Tokenizer("news"), None),
        (bs.Tokenizer("news"), "body"),
        (bs.Tokenizer("sklearn", stopwords=["the", "of", "to"]), None),
    ],
)
def test_bytes_of_tokens_are_within_the_band(name, tokenizer, zone, monkeypatch):
    take_small_samples(monkeypatch, name)
    corpus = read(name)
    estimate = corpus.tokens(tokenizer, zone, dry_run=True)
    assert estimate.n_sampled < len(corpus) / 4
    truth = corpus.tokens(tokenizer, zone).nbytes
    assert abs(estimate.nbytes / truth - 1) < BAND


@pytest.mark.parametrize("name", ["bbc_news.parquet", "newsgroups20.parquet"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"min_df": 2, "max_df": 0.5},
        {"ngrams": (1, 2)},
        {"ngrams": (1, 2), "min_df": 2},
        {"ngrams": (2, 3), "min_df": 0.001},
        {"ngrams": (1, 2), "max_terms": 30_000},
        {"terms": ["the", "said", "government", "nowhere"]},
    ],
)
def test_bytes_of_counts_are_within_the_band(name, options, monkeypatch):
    take_small_samples(monkeypatch, name)
    of_all = tokens(name)
    estimate = of_all.matrix(**options, dry_run=True)
    assert estimate.n_sampled < len(of_all) / 4
    truth = of_all.matrix(**options).nbytes
    assert abs(estimate.nbytes / truth - 1) < BAND


def test_bytes_do_not_depend_on_threads_and_peaks_do():
    one, two = (tokens_of(random_texts(1)).matrix(dry_run=True, n_jobs=n) for n in (1, 2))
    assert one.nbytes == two.nbytes
    assert one.peak_nbytes < two.peak_nbytes
    assert (one.n_jobs, two.n_jobs) == (1, 2)


def test_an_empty_corpus_takes_next_to_nothing():
    corpus = bs.Corpus([])
    assert corpus.tokens(dry_run=True).nbytes == corpus.tokens().nbytes
    assert corpus.tokens().matrix(terms=["a"], dry_run=True).seconds >= 0
    assert bs.Corpus(["", ""]).tokens().matrix(dry_run=True).nbytes > 0


def test_options_are_checked_as_in_the_call():
    corpus = bs.Corpus(["wheat rose"])
    with pytest.raises(ValueError, match="min_df must lie in"):
        corpus.tokens().matrix(min_df=1.5, dry_run=True)
    with pytest.raises(TypeError, match="tokenizer must be a Tokenizer, not str"):
        corpus.tokens("news", dry_run=True)
    with pytest.raises(ValueError, match="ngrams must be"):
        corpus.tokens().matrix((2, 1), dry_run=True)


def test_it_reads_well_and_survives_pickling():
    estimate = Estimate(2_500_000, 4_000_000, 0.125, 1, 90_000, 1_000)
    assert repr(estimate) == (
        "Estimate(2.5 MB, at the peak 4.0 MB, 0.12 s on 1 thread; from 1,000 of 90,000 texts)"
    )
    assert "on 2 threads" in repr(Estimate(1, 1, 1.0, 2, 1, 1))
    assert pickle.loads(pickle.dumps(estimate)) == estimate


def test_terms_grow_by_the_power_that_a_sample_shows():
    some = bs.Corpus(["wheat corn", "wheat rice"]).tokens()  # 2 terms in a half, 3 in both.
    assert _estimating._grow(some, 8) == int(3 * 1.5)
    assert _estimating._grow(some, 4) == 3
    assert _estimating._grow(bs.Corpus(["", ""]).tokens(), 100) == 0
    assert np.isclose(_estimating._extrapolate(10, 1.0, 20, 2.0, 100), 10)
