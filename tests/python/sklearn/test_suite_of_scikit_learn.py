"""scikit-learn's own tests of its vectorizers, run with these in the place of its own.

Its test file is found where scikit-learn is installed, and its imports of the classes are rebound;
nothing of it is copied here.
"""

import ast
import sys
from pathlib import Path
from types import ModuleType

import pytest
import sklearn
from sklearn.feature_extraction import text

import broadsheet.sklearn

SOURCE = Path(sklearn.__file__).parent / "feature_extraction" / "tests" / "test_text.py"
if not SOURCE.exists():
    pytest.skip(f"scikit-learn is installed without {SOURCE.name}", allow_module_level=True)

NAMES = ("CountVectorizer", "HashingVectorizer", "TfidfTransformer", "TfidfVectorizer")

# Their own settings of warnings are not those here.
pytestmark = pytest.mark.filterwarnings("ignore")


def substitute():
    """Return a module as scikit-learn's, with our classes."""
    module = ModuleType("substitute_for_text")
    vars(module).update({name: value for name, value in vars(text).items() if name[:2] != "__"})
    for name in NAMES:
        ours = getattr(broadsheet.sklearn, name)
        assert issubclass(ours, getattr(text, name))
        setattr(module, name, ours)
    return module


def load(source):
    """Run a test file of scikit-learn with the classes of `substitute`."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    rebound = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == text.__name__
    ]
    assert rebound
    for node in rebound:
        node.module = "substitute_for_text"
    module = ModuleType("test_text_of_scikit_learn")
    sys.modules["substitute_for_text"] = substitute()
    sys.modules[module.__name__] = module  # Some tests pickle functions of the file.
    exec(compile(tree, str(source), "exec"), vars(module))  # noqa: S102
    return module


def with_lists(mark):
    """Return a mark whose cases are a list, which pytest asks for and they do not always give."""
    if mark.name != "parametrize":
        return mark
    names, cases, *rest = mark.args
    return pytest.mark.parametrize(names, list(cases), *rest, **mark.kwargs).mark


suite = load(SOURCE)
theirs = {name: value for name, value in vars(suite).items() if name.startswith("test_")}
for one in theirs.values():
    one.pytestmark = [with_lists(mark) for mark in getattr(one, "pytestmark", [])]
globals().update(theirs)


def test_the_suite_is_there_and_uses_our_classes():
    assert len(theirs) > 60
    for name in NAMES:
        assert getattr(suite, name) is getattr(broadsheet.sklearn, name)
