"""MappedText: the way back to the original."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet import text as bt

# Plain text, and what changes length, expands, composes, changes places or goes away.
CHARS = "abAB .'ÉéİıẞßﬃΣ\u0301\u0323\u0308\u0e31\u09c7\u09be\u1100\u1161\u11a8가Å\u0f73ｶﾞ😀中"
TEXTS = st.text(st.sampled_from(CHARS), max_size=12) | st.text(max_size=12)
DERIVATIONS = {
    "lower": bt.lower,
    "casefold": bt.casefold,
    "strip_accents": bt.strip_accents,
    **{form: lambda text, form=form: bt.normalize(text, form) for form in ("NFC", "NFKC", "NFKD")},
}


def is_encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def test_way_back_worked_by_hand():
    mapped = bt.casefold("Große ﬁsh")
    assert mapped.text == "grosse fish"
    assert mapped.origin(3, 5) == (3, 4)
    assert mapped.origin(4, 5) == (3, 4)
    assert mapped.origin(7, 11) == (6, 9)
    assert mapped.origin(0, 11) == (0, 9)
    assert mapped.origin(7, 7) == (6, 6)
    stripped = bt.strip_accents("né\u0301e")
    assert stripped.text == "nee"
    assert stripped.origin(1, 2) == (1, 3)


@pytest.mark.parametrize("name", DERIVATIONS)
@given(text=TEXTS.filter(is_encodable))
def test_origins_follow_each_other_and_cover_the_original(name, text):
    mapped = DERIVATIONS[name](text)
    assert mapped.original == text
    origins = [mapped.origin(at, at + 1) for at in range(len(mapped.text))]
    last = (0, 0)
    for origin in origins:
        assert origin == last or origin[0] == last[1] < origin[1]
        last = origin
    if origins:
        assert last[1] == len(text)
        assert mapped.origin(0, len(mapped.text)) == (0, len(text))


@pytest.mark.parametrize("name", DERIVATIONS)
@given(head=TEXTS.filter(is_encodable), tail=TEXTS.filter(is_encodable))
def test_what_does_not_change_slices_to_itself(name, head, tail):
    mapped = DERIVATIONS[name](f"{head}\nplain words\n{tail}")
    start = mapped.text.index("plain words")
    begin, end = mapped.origin(start, start + len("plain words"))
    assert mapped.original[begin:end] == "plain words"


def test_pickles_and_is_a_value():
    mapped = bt.normalize("ﬁ", "NFKC")
    again = pickle.loads(pickle.dumps(mapped))
    assert again == mapped
    assert again.origin(1, 2) == (0, 1)
    assert str(mapped) == "fi"
    assert repr(mapped) == "MappedText(text='fi', original='ﬁ')"
    with pytest.raises(ValueError, match="read-only"):
        mapped.starts[0] = 1


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 6)])
@pytest.mark.parametrize("text", ["abcde", "ABCDİ"[:4] + "é"])
def test_says_what_is_wrong_with_a_range(text, start, end):
    with pytest.raises(ValueError, match=r"must lie in order within \[0, 5\], not"):
        bt.strip_accents(text).origin(start, end)
