"""The comparisons of the benchmark: every one still finds that the answers agree."""

import pytest
from bench.comparisons import COMPARISONS
from bench.corpus import News
from bench.machine import has_packages
from bench.report import as_markdown, merge_records

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


def record(versions=None, **ratios):
    """Return what a run found: the ratio of each comparison."""
    seconds = {"clock": [2.0], "processor": [2.0]}
    rows = [
        {"name": name, "date": "2026-11-28", "task": "Count", "peer": "a peer", "texts": 9}
        | {"answers": "equal", "ratio": ratio, "ratios": [ratio], "target": 2, "peak_mb": None}
        | {"ours": seconds, "theirs": seconds}
        for name, ratio in ratios.items()
    ]
    versions = versions or {"numpy": "2"}
    return {"machine": "m", "versions": versions, "rounds": 5, "skipped": [], "comparisons": rows}


def test_rows_of_a_part_take_the_place_of_the_old():
    found = record({"numpy": "2", "rensa": "1"}, words=4.0, joins=5.0)
    merged = merge_records(
        record(words=2.0, pairs=3.0, gone=1.0), found, ["words", "joins", "pairs"]
    )
    ratios = {row["name"]: row["ratio"] for row in merged["comparisons"]}
    assert list(ratios.items()) == [("words", 4.0), ("joins", 5.0), ("pairs", 3.0)]
    assert merged["versions"] == {"numpy": "2", "rensa": "1"}
    page = as_markdown(merged)
    assert "| Count (`words`) | a peer | 9 | 2 | 2 | **4.0x** (4.0–4.0) | 2x |  |" in page
    assert "numpy 2, rensa 1" in page
    assert "- Date: 2026-11-28\n" in page


def test_rows_of_other_versions_do_not_mix():
    with pytest.raises(ValueError, match="of other versions"):
        merge_records(record({"numpy": "1"}, words=2.0), record(words=4.0), ["words"])
