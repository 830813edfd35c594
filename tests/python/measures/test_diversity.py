"""Lexical diversity against published values, the printed formulas and peers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phasmatodea import JOINED, TYPES

import broadsheet as bs
from oracle.diversity import diversity as oracle

diversity = bs.measures.diversity
# Of Popescu 2009, p. 26: 225 tokens.
POPESCU = (
    [1] * 11 + [2, 3] * 9 + [4] * 7 + [5, 6] * 6 + [7, 8] * 5 + [*range(9, 16)] * 4
    + [*range(16, 22)] * 3 + [*range(22, 40)] * 2 + [*range(40, 125)]
)  # fmt: skip
# Miranda-Garcia and Calle-Martin 2005, table 1: times and types of John 1 in Latin.
JOHN = {1: 212, 2: 51, 3: 26, 4: 13, 5: 6, 6: 6, 7: 3, 8: 4, 10: 1, 11: 1, 13: 3, 16: 1, 17: 1}
JOHN |= {19: 1, 21: 1, 59: 1}


def one(measure, tokens, **options):
    return diversity(tokens, measures=measure, **options)[measure].item()


def text_of(spectrum):
    types = [times for times, n_types in spectrum.items() for _ in range(n_types)]
    return [name for name, times in enumerate(types) for _ in range(times)]


def test_of_john_in_latin():
    john = text_of(JOHN)
    assert len(john) == 755
    # The spectrum gives this K, not the 113.0916 that is printed beside it.
    assert one("yule_k", john) == pytest.approx(112.76698, abs=5e-6)
    assert one("simpson_d", john) == pytest.approx(0.0112917, abs=5e-8)


def test_of_fishers_moths():
    # Fisher, Corbet and Williams 1943: 240 species, 15,609 moths.
    assert round(one("fisher_alpha", [*range(240), *[0] * (15609 - 240)]), 3) == 40.247


def test_of_the_text_that_peers_disagree_on():
    # 558 tokens of 296 types. What textacy and Kyle's lexical_diversity give; LexicalRichness has
    # the MTLD 97.025, as it takes a ratio at the threshold for below it.
    found = diversity(TYPES).iloc[0]
    printed = {"mtld": 97.747, "hd_d": 0.8467}
    printed |= {"maas_a2": 0.0159, "maas_a2_log10": 0.0365, "maas_a_log10": 0.191, "maas_a": 0.126}
    for name, value in printed.items():
        assert round(found[name], len(str(value).partition(".")[2])) == value


def test_is_that_of_korpus_on_its_sample_text():
    # koRpus, tests/testthat/sample_text_lexdiv_dput.txt. It does not divide HD-D by 42, and its
    # Maas is the root with decimal logarithms.
    tokens = [JOINED.get(place, type) for place, type in enumerate(TYPES)]
    found = diversity([type for type in tokens if type is not None]).iloc[0]
    printed = {"ttr": 0.53, "msttr": 0.72, "mattr": 0.73, "herdan_c": 0.9, "guiraud": 12.47}
    printed |= {"cttr": 8.82, "yule_k": 119.24, "maas_a_log10": 0.19, "mtld": 97.27}
    assert {name: round(found[name], 2) for name in printed} == printed
    assert round(42 * found["hd_d"], 2) == 35.52


def test_is_that_of_quanteda_where_that_is_worked_by_hand():
    # quanteda.textstats, tests/testthat/test-textstat_lexdiv.R.
    assert one("yule_k", list("abcddeefff")) == 1000
    assert round(one("yule_k", list("abcddeefffgggg")), 3) == 1122.449
    seven = ["one", "one", "two", "one", "one", "two", "one"]
    assert diversity(seven, ["ttr", "herdan_c"]).iloc[0].round(3).tolist() == [0.286, 0.356]
    fruit = ["apple", "orange", "apple", "orange", "pear", "pear", "apple", "orange"]
    for window, ratios in {2: [1, 1, 1 / 2, 1], 3: [2 / 3, 2 / 3], 4: [2 / 4, 3 / 4]}.items():
        assert one("msttr", fruit, window=window) == pytest.approx(np.mean(ratios), rel=1e-15)


@pytest.mark.parametrize(
    ("window", "ratios"),
    [(2, [1 / 2, 1, 1, 1 / 2, 1, 1]), (3, [2 / 3] * 5), (4, [2 / 4] * 4)],
)
def test_moves_its_window_as_worked_by_hand_in_quanteda(window, ratios):
    tokens = ["one", "one", "two", "one", "one", "two", "one"]
    assert one("mattr", tokens, window=window) == pytest.approx(np.mean(ratios), rel=1e-15)


def test_is_that_of_lexicalrichness_where_that_is_worked_by_formula():
    # tests/test_lexicalrichness.py: ten tokens of eight types.
    tokens = [
        "test",
        "text",
        "with",
        "some",
        "text",
        "numbers",
        "hyphenhere",
        "and",
        "text",
        "punctuations",
    ]
    printed = {
        "ttr": 0.8,
        "guiraud": 2.5298221281347035,
        "cttr": 1.7888543819998317,
        "herdan_c": 0.9030899869919434,
        "maas_a2": 0.04208748389057132,
        "yule_k": 600.0,
        "herdan_vm": 0.18708286933869708,
        "simpson_d": 0.06666666666666667,
        "mtld": 14.0,
    }
    found = diversity(tokens)
    for name, value in printed.items():
        assert found[name].item() == pytest.approx(value, rel=1e-14)
    assert one("msttr", tokens, window=5) == 0.9  # By hand: 4 types and 5 of 5 tokens.
    assert one("mattr", tokens, window=5) == pytest.approx(0.9)
    assert one("hd_d", tokens, sample=5) == pytest.approx(0.8833333333333332)


def test_of_five_types_twenty_times_each():
    # Of Wordless, test_measures_lexical_density_diversity.py.
    tokens = ["This", "is", "a", "sentence", "."] * 20
    assert one("yule_k", tokens) == 1e4 * (5 * 20**2 - 100) / 100**2
    assert one("simpson_d", tokens) == (5 * 20**2 - 100) / (100 * 99)
    assert one("mtld", tokens) == 100 / 14
    assert one("cttr", tokens) == 5 / 200**0.5


tokens = st.lists(st.integers(0, 6), min_size=1, max_size=40) | st.lists(
    st.integers(0, 200), min_size=1, max_size=60
)


@settings(max_examples=150)
@given(st.lists(tokens, min_size=1, max_size=3), st.integers(1, 12), st.integers(1, 12))
def test_agrees_with_the_printed_formulas(texts, window, sample):
    for threshold in (0.72, 0.5):
        options = {"window": window, "threshold": threshold, "sample": sample}
        found = diversity(texts, **options)
        for row, text in enumerate(texts):
            for name, value in oracle(text, **options).items():
                close = pytest.approx(value, rel=1e-9, abs=1e-9, nan_ok=True)
                assert found[name][row] == close, (name, text)


def test_of_popescus_text():
    # Popescu 2009, p. 170: the repeat rate of its words, which Yule's K has times 10,000.
    assert round(one("yule_k", POPESCU) / 1e4 + 1 / 225, 4) == 0.0153
    expected = oracle(POPESCU, 100, 0.72, 42)
    found = diversity(POPESCU)
    for name, value in expected.items():
        assert found[name].item() == pytest.approx(value, rel=1e-9), name


def test_variants_of_maas_are_those_that_peers_mix_up():
    # 558 tokens of 296 types: LexicalRichness 0.0159, Kyle 0.0365, koRpus 0.191, and 0.126.
    found = diversity([*range(296), *[0] * (558 - 296)]).iloc[0]
    assert round(found["maas_a2"], 4) == 0.0159
    assert round(found["maas_a2_log10"], 4) == 0.0365
    assert round(found["maas_a_log10"], 3) == 0.191
    assert round(found["maas_a"], 3) == 0.126


def test_tokens_may_be_str_or_int_and_texts_many():
    words, numbers = ["a", "b", "a", "c"], [7, -2, 7, 10**12]
    measures = ["ttr", "yule_k", "mtld"]
    expected = diversity(words, measures)
    for same in (numbers, np.array(numbers), tuple(words), iter(words), pd.Series(words)):
        pd.testing.assert_frame_equal(diversity(same, measures), expected)
    texts = diversity([words, [], np.array(words * 2)], measures)
    assert list(texts["ttr"].round(3).fillna(-1)) == [0.75, -1, 0.375]
    assert diversity([], measures).isna().all(axis=None)
    assert len(diversity([[]], measures)) == 1


def test_tokens_of_a_corpus_are_texts():
    tokens = bs.Corpus(["a b a", "c"], zones=None).tokens(bs.Tokenizer("unicode"))
    assert list(diversity(tokens, "ttr")["ttr"]) == [2 / 3, 1]


def test_threads_do_not_change_a_bit():
    rng = np.random.default_rng(5)
    texts = [rng.integers(0, 300, rng.integers(0, 400)) for _ in range(600)]
    alone = diversity(texts, n_jobs=1)
    pd.testing.assert_frame_equal(diversity(texts, n_jobs=6), alone, check_exact=True)


def test_what_is_no_token_is_named():
    with pytest.raises(TypeError, match="tokens must be those of a text, not a text"):
        diversity("a b a")
    with pytest.raises(TypeError, match=r"all str or all int: text 0, token 1 is 'b'"):
        diversity([1, "b"])
    with pytest.raises(TypeError, match=r"all str or all int: text 1, token 0 is None"):
        diversity([["a"], [None]])
    with pytest.raises(TypeError, match="tokens must be str, int, or texts of such: see place 1"):
        diversity(["a", 2.5])
    with pytest.raises(TypeError, match="see place 1"):
        diversity(["a", ["b"]])
    with pytest.raises(TypeError, match="see place 0"):
        diversity([2.5])


def test_parameters_are_checked():
    with pytest.raises(ValueError, match="window must be at least 1, not 0"):
        diversity(["a"], window=0)
    with pytest.raises(ValueError, match=r"threshold must lie between 0 and 1, not 1"):
        diversity(["a"], threshold=1)
    with pytest.raises(ValueError, match="sample must be at least 1, not -1"):
        diversity(["a"], sample=-1)
    with pytest.raises(TypeError, match="window must be a whole number, not float"):
        diversity(["a"], window=2.5)


def test_attrs_hold_the_parameters_that_matter():
    found = diversity(["a"], ["mtld", "ttr"], window=7)
    assert found.attrs["parameters"] == {"threshold": 0.72}
    assert diversity(["a"], "mattr", window=7).attrs["parameters"] == {"window": 7}
