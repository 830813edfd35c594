"""What is said of measures."""

import pytest

import broadsheet as bs
from broadsheet._core import statistics as _core
from broadsheet.measures import _catalogue as catalogue

FAMILIES = {
    "association": _core.association_names(),
    "dispersion": _core.dispersion_names(),
    "commonness": _core.commonness_names(),
    "diversity": _core.diversity_names(),
    "readability": _core.readability_names(),
    "adjust": [name.lower() for name in _core.Adjustment.__members__],
    "heaps": ["heaps_k", "heaps_exponent", "heaps_r_squared"],
    "zipf": ["zipf_k", "zipf_exponent"],
    "log_odds": ["log_odds", "log_odds_z"],
    "rates": ["rate", "poisson_interval", "binomial_interval"],
    "bursts": ["burst_weight"],
    "changepoints": ["segment_mean"],
    "rank_sum": ["rank_sum", "rank_sum_u", "rank_sum_z", "rank_sum_p"],
}
MEASURES = [measure for family in FAMILIES for measure in catalogue.measures_of(family)]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_measure_of_the_core_has_an_entry(family):
    assert [measure.name for measure in catalogue.measures_of(family)] == FAMILIES[family]


def test_names_are_those_of_one_measure_each():
    names = [measure.name for measure in MEASURES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_every_entry_says_what_how_and_where(measure):
    assert all((measure.title, measure.formula, measure.range, measure.source))
    assert all(any(c.isdigit() for c in source) for source in measure.source)
    printed = str(bs.cite(measure.name))
    for part in (measure.title, measure.formula, measure.variant, measure.range, *measure.source):
        assert part in printed
    assert f"broadsheet.measures.{measure.family}" in printed


@pytest.mark.parametrize("family", FAMILIES)
def test_docstrings_name_every_measure(family):
    text = getattr(bs.measures, family).__doc__
    for measure in catalogue.measures_of(family):
        assert f"- ``{measure.name}``: {measure.formula}\n" in text


def test_every_name_can_be_cited():
    cited = [bs.cite(measure.name) for measure in catalogue.select("all", *catalogue._FAMILIES)]
    assert len(cited) > len(MEASURES)
    assert all(measure.formula and measure.range and measure.source for measure in cited)


@pytest.mark.parametrize("name", ["tfidf", "rake", "textrank", "yake"])
def test_keywords_are_cited_as_what_tokens_compute(name):
    assert catalogue.find(name, "method", "keywords").source
    assert "broadsheet.Tokens.keywords" in str(bs.cite(name))


def test_a_measure_that_does_not_exist_brings_the_list_of_those_that_do():
    with pytest.raises(ValueError, match=r"log_likelihood, .*, gmean.*no measure 'loglikelihood'"):
        bs.cite("loglikelihood")
    with pytest.raises(TypeError, match="name must be of names of measures, not int"):
        bs.cite(1)
