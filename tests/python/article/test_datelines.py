"""The evaluation of datelines, on one file of the corpus."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FILE = ROOT / "../shared/corpora/reuters21578/reut2-003.sgm"


@pytest.fixture(scope="module")
def datelines():
    path = ROOT / "tests/evaluation/datelines.py"
    spec = importlib.util.spec_from_file_location("datelines", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["datelines"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["datelines"]


def test_tags_are_read_by_rules_of_their_own(datelines):
    story = datelines.Story(1, "", "    ****WINSTON-SALEM, N.C., March 19 -\n    ")
    assert (story.place, story.date) == ("WINSTON-SALEM", "March 19")
    story = datelines.Story(1, "", "    BAGUIO, Philippines - ")
    assert (story.place, story.date) == ("BAGUIO", None)


def test_targets_are_met_on_one_file(datelines):
    if not FILE.exists():
        pytest.skip("the shared corpora are not beside the project")
    count = datelines.evaluate([FILE])
    assert count.n_tagged + count.n_untagged == 1000
    assert count.found >= datelines.MIN_FOUND
    assert count.invented <= datelines.MAX_INVENTED
