"""Every public object is documented as numpydoc asks, and its examples run."""

import doctest
import importlib
import inspect
import pkgutil

import pytest
from numpydoc.validate import validate

import broadsheet

# Left out: what a style guide may ask for and a short docstring need not have.
IGNORED = {"GL01", "ES01", "SA01", "EX01", "SA04", "RT03", "RT04", "RT05", "PR08", "PR09", "YD01"}
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(broadsheet.__path__, "broadsheet.")
    if not module.name.startswith("broadsheet._core") and not module.name.endswith("__main__")
)


def public_objects():
    """Return the full name of each public object and of the public members of its class."""
    names = {}
    for module_name in ["broadsheet", *MODULES]:
        if any(part.startswith("_") for part in module_name.split(".")):
            continue
        module = importlib.import_module(module_name)
        for name in getattr(module, "__all__", ()):
            value = getattr(module, name)
            if not (inspect.isclass(value) or inspect.isfunction(value)):
                continue
            full = f"{value.__module__}.{value.__qualname__}"
            names[full] = None
            if inspect.isclass(value):
                names |= {
                    f"{full}.{member}": None
                    for base in value.__mro__
                    if base.__module__.startswith("broadsheet.")
                    for member, attribute in vars(base).items()
                    if not member.startswith("_")
                    and (callable(attribute) or isinstance(attribute, (property, classmethod)))
                }
    return sorted(names)


@pytest.mark.parametrize("name", ["broadsheet", *MODULES])
def test_module_says_what_it_is(name):
    assert importlib.import_module(name).__doc__


@pytest.mark.parametrize("name", public_objects())
def test_public_object_is_documented(name):
    problems = [f"{c}: {text}" for c, text in validate(name)["errors"] if c not in IGNORED]
    assert not problems


@pytest.mark.parametrize("name", ["broadsheet", *MODULES])
def test_examples_run(name):
    module = importlib.import_module(name)
    finder = doctest.DocTestFinder(exclude_empty=True)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    for example in finder.find(module, name, module=module):
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0
