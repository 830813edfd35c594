"""Reuters-21578: stories as the collection has them, and as they may be broken."""

import pytest

import broadsheet as bs
from broadsheet.reading import ReadError

# Invented, in the form that the collection has.
HEAD = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
"""
STORY = """<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="5544" NEWID="7">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<MKNOTE>moved a topic</MKNOTE>
<TOPICS><D>cocoa</D><D>coffee</D></TOPICS>
<PLACES><D>uruguay</D></PLACES>
<PEOPLE></PEOPLE>
<ORGS></ORGS>
<EXCHANGES></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN>\x20
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute
u f BC-COCOA   02-26 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>COCOA &lt;CO.L> ROSE
 IN MONTEVIDEO</TITLE>
<AUTHOR>    By A. Writer, Reuters</AUTHOR>
<DATELINE>    MONTEVIDEO, Feb 26 - </DATELINE><BODY>Cocoa rose &amp; fell,
a trader said.
 REUTER
&#3;</BODY></TEXT>
</REUTERS>
"""
BRIEF = """<REUTERS NEWID="8">
<TEXT TYPE="BRIEF">&#2;
******<TITLE>ASSETS ROSE
</TITLE>Blah blah blah.
&#3;

</TEXT>
</REUTERS>
"""
UNPROCESSED = """<REUTERS NEWID="9">
<TEXT TYPE="UNPROC">&#2;
WEEKLY REPORT - FEB 26
    Free reserves.............644 <D>vs</D>.....1,337
&#3;
</TEXT>
</REUTERS>
"""


def write(folder, content):
    path = folder / "a.sgm"
    path.write_bytes(content.encode("latin-1"))
    return path


def test_story_is_taken_apart(tmp_path):
    corpus = bs.read(write(tmp_path, HEAD + STORY))
    assert list(corpus.ids) == ["7"]
    assert corpus.texts[0] == (
        "COCOA <CO.L> ROSE IN MONTEVIDEO\n"
        "    By A. Writer, Reuters\n"
        "    MONTEVIDEO, Feb 26 - Cocoa rose & fell,\na trader said.\n REUTER\n"
    )
    assert corpus.metadata.iloc[0].to_dict() == {
        "date": "26-FEB-1987 15:01:01.79",
        "topics": ("cocoa", "coffee"),
        "places": ("uruguay",),
        "people": (),
        "orgs": (),
        "exchanges": (),
        "companies": (),
        "type": "NORM",
        "has_topics": "YES",
        "lewissplit": "TRAIN",
        "cgisplit": "TRAINING-SET",
        "oldid": "5544",
        "unknown": "C T\nf0704reute\nu f BC-COCOA   02-26 0105",
        "mknote": "moved a topic",
    }


def test_story_of_a_title_only_and_story_without_parts_are_kept(tmp_path):
    corpus = bs.read(write(tmp_path, HEAD + BRIEF + UNPROCESSED))
    assert list(corpus.ids) == ["8", "9"]
    assert corpus.texts[0] == "ASSETS ROSE"
    assert corpus.texts[1].startswith("\nWEEKLY REPORT - FEB 26\n    Free reserves.......")
    assert list(corpus.metadata["type"]) == ["BRIEF", "UNPROC"]


def test_title_is_metadata_where_texts_are_plain(tmp_path):
    corpus = bs.read(write(tmp_path, STORY), zones=None)
    assert corpus.texts[0].startswith("    By A. Writer")
    assert corpus.metadata["title"][0] == "COCOA <CO.L> ROSE IN MONTEVIDEO"


def test_bytes_are_latin_1_unless_said(tmp_path):
    story = STORY.replace("Cocoa rose", "Caf\xe9 r\xf6se")
    assert "Café röse" in bs.read(write(tmp_path, story)).texts[0]
    path = tmp_path / "a.sgm"
    path.write_bytes(story.encode("utf-8"))
    assert "Café röse" in bs.read(path, encoding="utf-8").texts[0]


def test_what_only_looks_like_a_tag_is_text(tmp_path):
    story = STORY.replace("a trader said", "a <b>trader</b> of <CO.L> said 3 < 4")
    assert "a <b>trader</b> of <CO.L> said 3 < 4" in bs.read(write(tmp_path, story)).texts[0]


def test_case_of_tags_does_not_matter(tmp_path):
    corpus = bs.read(write(tmp_path, '<reuters newid="1"><text><body>x</body></text></reuters>'))
    assert (corpus.ids[0], corpus.texts[0]) == ("1", "x")


def test_story_without_a_number_is_called_after_its_file(tmp_path):
    story = "<REUTERS><TEXT><BODY>x</BODY></TEXT></REUTERS>"
    assert list(bs.read(write(tmp_path, story + story)).ids) == ["a:0", "a:1"]


def test_story_that_does_not_end_is_an_error_and_never_lost(tmp_path):
    open_story = STORY.replace("</REUTERS>", "")
    path = write(tmp_path, HEAD + open_story + BRIEF)
    with pytest.raises(ReadError, match=r"a\.sgm: line 2: no </REUTERS> ends this story"):
        bs.read(path)
    assert list(bs.read(path, errors="replace").ids) == ["7", "8"]
    path = write(tmp_path, HEAD + BRIEF + open_story[: open_story.index("a trader")])
    with pytest.raises(ReadError, match=r"a\.sgm: line 10: no </REUTERS> ends this story"):
        bs.read(path)
    corpus = bs.read(path, errors="replace")
    assert list(corpus.ids) == ["8", "7"]
    assert corpus.texts[1].endswith("Cocoa rose & fell,\n")


def test_file_without_stories_is_an_error(tmp_path):
    with pytest.raises(ReadError, match=r"a\.sgm: holds no <REUTERS> element"):
        bs.read(write(tmp_path, "<html><title>x</title></html>"))
