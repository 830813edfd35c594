"""Concordances in a terminal."""

import pytest

import broadsheet as bs


def test_text_is_aligned_whatever_the_script():
    texts = ["Prices of\twheat\nfell", "中文 wheat 中文中文", "e\u0301te\u0301 wheat", "wheat"]
    lines = bs.Corpus(texts, ids=["a", "bb", "c", "d"]).tokens().concordance("wheat", 4)
    assert str(lines).splitlines() == [
        "a   Prices of  wheat  fell",
        "bb       中文  wheat  中文中文",
        "c         e\u0301te\u0301  wheat",
        "d              wheat",
    ]
    assert lines.to_text(n_lines=1, width=4) == "a  …of  wheat  fell\n… and 3 more"
    assert lines.to_text(n_lines=None, width=5).splitlines()[1] == "bb   中文  wheat  中文…"
    with pytest.raises(ValueError, match="width must not be negative"):
        lines.to_text(width=-1)


def test_text_moves_no_cursor_and_turns_no_line():
    (line,) = (
        bs.Corpus(["a \x1b[2J\u202e b\r wheat"])
        .tokens()
        .concordance("wheat")
        .to_text()
        .splitlines()
    )
    assert line == "0  a [2J b  wheat"
