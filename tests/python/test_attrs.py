"""What every table of results says of itself."""

import json

import numpy as np
import pandas as pd
import pytest

import broadsheet as bs

CORPUS = bs.sample()[:40]
TOKENS = CORPUS.tokens()
MATRIX = TOKENS.matrix()
DATES = pd.date_range("2024-01-01", periods=len(CORPUS))
TARGET = np.arange(len(CORPUS)) % 2 == 0
GROUPS = np.where(TARGET, "even", "odd")
KEYNESS = {"permutations": 3, "bootstrap": 4, "dispersion": "dp", "seed": 5}

TABLES = {
    "frequency": lambda: MATRIX.frequency(),
    "frequency of groups": lambda: MATRIX.frequency(by=GROUPS),
    "totals": lambda: bs.terms.TermTotals().add(MATRIX).frequency(),
    "vocabulary growth": lambda: TOKENS.vocabulary_growth(),
    "keyness": lambda: MATRIX.keyness(TARGET, measures="all", **KEYNESS),
    "rolling keyness": lambda: MATRIX.rolling_keyness(DATES, "W"),
    "collocations": lambda: TOKENS.collocations(min_count=2, measures="all"),
    "phrases": lambda: TOKENS.phrases(3, min_count=2),
    "dispersion": lambda: TOKENS.dispersion(),
    "dispersion of a matrix": lambda: MATRIX.dispersion(),
    "diversity": lambda: TOKENS.diversity(),
    "readability": lambda: CORPUS.readability(),
    "trend": lambda: MATRIX.trend(DATES, "W", terms="the"),
    "resampled trend": lambda: MATRIX.trend(DATES, "W", terms="the", interval="bootstrap"),
    "bursts": lambda: MATRIX.bursts(DATES, "W"),
    "keywords": lambda: TOKENS.keywords("rake", 2),
    "association": lambda: bs.measures.association(1, 2, 3, 4),
    "log odds": lambda: bs.measures.log_odds([1, 2], [3, 4]),
    "rank sum": lambda: bs.measures.rank_sum([1, 2], [3, 4]),
    "dispersion of counts": lambda: bs.measures.dispersion([1, 2], [3, 4]),
    "commonness": lambda: bs.measures.commonness([1, 2], 9),
    "diversity of tokens": lambda: bs.measures.diversity(["a", "b", "a"]),
    "readability of counts": lambda: bs.measures.readability(words=9, sentences=2, letters=40),
    "heaps": lambda: bs.measures.heaps([1, 2, 3], [1, 2, 2]),
    "zipf": lambda: bs.measures.zipf([3, 1]),
    "rates": lambda: bs.measures.rates([1, 2], [3, 4]),
    "bursts of counts": lambda: bs.measures.bursts([1, 9, 1], [20, 20, 20]),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_its_measures_and_where_they_come_from(name):
    attrs = TABLES[name]().attrs
    assert {"measure", "variant", "parameters", "correction", "source"} <= set(attrs)
    assert attrs["measure"]
    for measure in attrs["measure"]:
        cited = bs.cite(measure)
        # Lambda has one variant for pairs and one for phrases of any length.
        assert name == "phrases" or attrs["variant"][measure] == cited.variant
        assert attrs["source"][measure] == "; ".join(cited.source)
    used = {name for measure in attrs["measure"] for name in bs.cite(measure).parameters}
    assert set(attrs["parameters"]) <= used | {"freq", "previous"}
    json.dumps({key: attrs[key] for key in ("measure", "variant", "correction", "source")})


def test_what_documents_say_of_keyness_is_named_too():
    attrs = TABLES["keyness"]().attrs
    assert {"dp", "permutation_p", "log_ratio_interval"} <= set(attrs["measure"])
    asked = {name: attrs["parameters"][name] for name in ("permutations", "bootstrap", "seed")}
    assert asked == {"permutations": 3, "bootstrap": 4, "seed": 5}
    plain = MATRIX.keyness(TARGET, measures="log_ratio").attrs
    assert plain["measure"] == ["log_ratio"]
    assert plain["parameters"] == {}
    assert "broadsheet.TermMatrix.keyness" in str(bs.cite("permutation_p"))


def test_columns_of_measures_are_those_that_are_named():
    for name in ("keyness", "collocations", "dispersion", "diversity", "association", "frequency"):
        table = TABLES[name]()
        intervals = {"log_ratio_interval"}
        assert set(table.attrs["measure"]) - intervals <= set(table.columns), name
