"""Case against Python's own."""

import random

import pytest

from broadsheet import text as bt

CASES = [(bt.lower, str.lower), (bt.casefold, str.casefold)]


@pytest.mark.parametrize(("ours", "python"), CASES)
def test_agrees_with_python_on_every_code_point(assigned, ours, python):
    for char in assigned:
        assert ours(char).text == python(char), hex(ord(char))


@pytest.mark.parametrize(("ours", "python"), CASES)
def test_agrees_with_python_where_context_counts(ours, python):
    rng = random.Random(6)
    # Sigmas, cased letters, letters without case, and what case ignores, some of it cased.
    chars = "ΣΣΣσςAbéЖ中.' -\u0301\u00ad\u02b0\u0345İßﬃǅ1\u200d😀"
    for _ in range(20_000):
        text = "".join(rng.choices(chars, k=rng.randrange(1, 9)))
        assert ours(text).text == python(text), ascii(text)


def test_ascii_needs_no_map():
    assert bt.lower("NATO") == bt.MappedText("nato", "NATO")
    assert bt.lower("NATO").starts is None
