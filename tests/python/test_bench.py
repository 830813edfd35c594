"""The comparisons of the benchmark: every one still finds that the answers agree."""

import pytest
from bench.comparisons import COMPARISONS
from bench.corpus import News
from bench.machine import has_packages

import broadsheet as bs


@pytest.fixture(scope="module")
def news():
    pa = pytest.importorskip("pyarrow")
    return News(pa.array(list(bs.sample()[:60].texts), type=pa.string()))


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda one: one.name)
@pytest.mark.filterwarnings("default")
def test_both_sides_of_a_comparison_agree(comparison, news):
    if not has_packages(comparison.needs):
        pytest.skip(f"needs {', '.join(comparison.needs)}")
    sides = comparison.prepare(news)
    assert sides.agree(sides.ours(), sides.theirs())


def test_names_of_comparisons_are_different():
    names = [comparison.name for comparison in COMPARISONS]
    assert len(set(names)) == len(names)
