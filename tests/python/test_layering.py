"""The dependency rules of the core, as tests."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CPP = ROOT / "cpp"
MAY_USE = {
    "parallel": {"parallel"},
    "text": {"parallel", "text"},
    "article": {"parallel", "text", "article"},
    "terms": {"parallel", "text", "article", "terms"},
    "similarity": {"parallel", "text", "article", "terms", "similarity"},
    "statistics": {"parallel", "text", "article", "terms", "statistics"},
}
MAY_USE_EIGEN = {"terms", "similarity", "statistics"}
CORE = sorted(p for tree in ("include/broadsheet", "src") for p in (CPP / tree).rglob("*.?pp"))
LAYERED = [path for path in CORE if path.parent.name != "broadsheet"]


def layer_of(path: Path) -> str:
    return path.relative_to(CPP / ("src" if "src" in path.parts else "include/broadsheet")).parts[0]


def is_generated(path: Path) -> bool:
    return "tables" in path.parts


@pytest.mark.parametrize("path", LAYERED, ids=lambda p: str(p.relative_to(CPP)))
def test_core_file_keeps_to_its_layer(path):
    source = path.read_text()
    used = set(re.findall(r'#include "broadsheet/(\w+)/', source))
    assert used <= MAY_USE[layer_of(path)]
    if layer_of(path) not in MAY_USE_EIGEN:
        assert "#include <Eigen" not in source


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(CPP)))
def test_core_knows_no_python_and_does_not_print(path):
    source = path.read_text()
    assert not re.search(r"#include <(pybind11|Python\.h|iostream|cstdio)", source)
    assert not re.search(r"#include .*bindings", source)
    assert source.isascii()


@pytest.mark.parametrize("path", CORE, ids=lambda p: str(p.relative_to(CPP)))
def test_core_file_is_short(path):
    assert is_generated(path) or path.read_text().count("\n") <= 400, "split this file"


def test_each_header_has_a_test_of_its_name():
    for header in (CPP / "include/broadsheet").rglob("*.hpp"):
        layer = header.parent.name
        if layer != "broadsheet":
            assert (ROOT / "tests/cpp" / layer / f"test_{header.stem}.cpp").exists(), header
