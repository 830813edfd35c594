"""What is said of measures."""

from operator import attrgetter

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
    "frequency": ["document_frequency", "per_million", "rank"],
    "keyness": ["permutation_p", "log_ratio_interval"],
    "trend": ["bootstrap_interval"],
    "keywords": ["tfidf", "rake", "textrank", "yake"],
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
    computed_by = printed.partition("computed by")[2].split()[0]
    assert callable(attrgetter(computed_by.removeprefix("broadsheet."))(bs))


def test_all_families_are_here():
    assert set(FAMILIES) == set(catalogue._FAMILIES)


@pytest.mark.parametrize("family", [name for name in FAMILIES if hasattr(bs.measures, name)])
def test_docstrings_name_every_measure(family):
    text = getattr(bs.measures, family).__doc__
    for measure in catalogue.measures_of(family):
        assert f"- ``{measure.name}``: {measure.formula}\n" in text


def test_a_measure_that_does_not_exist_brings_the_list_of_those_that_do():
    with pytest.raises(ValueError, match=r"log_likelihood, .*, gmean.*no measure 'loglikelihood'"):
        bs.cite("loglikelihood")
    with pytest.raises(TypeError, match="name must be of names of measures, not int"):
        bs.cite(1)
