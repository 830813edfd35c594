"""Which files are read, in which order, and what is said of the others."""

import os
import sys
from pathlib import Path

import pytest

import broadsheet as bs
from broadsheet.reading import LeftOutWarning


def fill(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"text of {name}".encode())


def test_directory_is_read_with_those_in_it_sorted_by_name(tmp_path):
    fill(tmp_path, "b.txt", "a/z.txt", "a/B.txt", "c/d/e.TXT", "10.txt", "9.txt", "a-b/x.txt")
    assert list(bs.read(tmp_path).ids) == ["10", "9", "a/B", "a/z", "a-b/x", "b", "c/d/e"]
    assert list(bs.read(tmp_path, recursive=False).ids) == ["10", "9", "b"]


def test_paths_may_be_str_path_or_a_mixed_list(tmp_path):
    fill(tmp_path, "x/1.txt", "x/2.txt", "3.txt", "4.txt")
    corpus = bs.read([str(tmp_path / "4.txt"), tmp_path / "x", str(tmp_path / "3.tx?")])
    assert list(corpus.ids) == ["4", "1", "2", "3"]
    assert list(bs.read(iter([tmp_path / "3.txt"])).ids) == ["3"]


def test_hidden_files_and_directories_are_not_read(tmp_path):
    fill(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "d/.e/f.txt")
    assert list(bs.read(tmp_path).ids) == ["a"]
    assert list(bs.read(tmp_path / "**/*.txt").ids) == ["a"]
    assert list(bs.read(tmp_path / ".b.txt").ids) == [".b"], "unless they are named"


def test_files_left_out_are_told(tmp_path):
    fill(tmp_path, "a.txt", "README.md", "b.doc")
    with pytest.warns(LeftOutWarning, match=r"^2 files left out \(.*README\.md, .*b\.doc\), as"):
        corpus = bs.read(tmp_path)
    assert len(corpus) == 1
    fill(tmp_path, *(f"{row}.log" for row in range(8)))
    with pytest.warns(LeftOutWarning, match=r"10 files left out \(.*, \.\.\.\)") as warned:
        bs.read(str(tmp_path / "*"))
    assert warned[0].filename == __file__, "it points to the call"


def test_directory_without_articles_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"^no articles in \S+$"):
        bs.read(tmp_path)
    fill(tmp_path, "a.md")
    with pytest.raises(FileNotFoundError, match=r"no articles in .*: 1 file left out .*a\.md"):
        bs.read(tmp_path)


def test_missing_paths_and_patterns_are_errors(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no such file or directory: .*nowhere$"):
        bs.read(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError, match=r"no file matches .*\*\.txt$"):
        bs.read(tmp_path / "*.txt")
    with pytest.raises(ValueError, match=r"paths must be local files, not 'https://x/\*.txt'"):
        bs.read("https://x/*.txt")
    with pytest.raises(ValueError, match="paths must name at least one file, not none"):
        bs.read([])
    with pytest.raises(TypeError, match=r"paths must be str or os\.PathLike, not int"):
        bs.read([3])
    with pytest.raises(TypeError, match=r"paths must be str or os\.PathLike, not int"):
        bs.read(3)


def test_suffix_that_says_nothing_is_an_error_unless_the_format_is_given(tmp_path):
    fill(tmp_path, "a.md", "LICENSE", "b.txt.md")
    with pytest.raises(ValueError, match=r"a\.md: give format=, as the suffix is none of \.txt,"):
        bs.read(tmp_path / "a.md")
    assert list(bs.read(tmp_path / "a.md", format="txt").ids) == ["a.md"]
    assert list(bs.read(tmp_path, format="txt").ids) == ["LICENSE", "a.md", "b.txt.md"]


def test_file_named_twice_is_an_error(tmp_path):
    fill(tmp_path, "a.txt")
    with pytest.raises(ValueError, match=r"paths name .*a\.txt twice"):
        bs.read([tmp_path, tmp_path / "a.txt"])


def test_file_with_magic_characters_in_its_name_is_read_as_itself(tmp_path):
    fill(tmp_path, "[a]*.txt", "a.txt")
    assert list(bs.read(tmp_path / "[a]*.txt").ids) == ["[a]*"]
    assert list(bs.read(tmp_path / "[a].txt").ids) == ["a"]


def test_ids_tell_files_of_one_stem_apart(tmp_path):
    import gzip

    fill(tmp_path, "x/a.txt", "y/a.txt", "c.txt")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"other"))
    assert list(bs.read(tmp_path / "c.txt*").ids) == ["c.txt", "c.txt.gz"]
    ids = list(bs.read([tmp_path / "x", tmp_path / "y"]).ids)
    assert ids == [str(tmp_path / "x/a.txt"), str(tmp_path / "y/a.txt")]
    assert list(bs.read(tmp_path / "?").ids) == ["x/a", "y/a"], "from where the pattern begins"


@pytest.mark.parametrize(
    "name", ["a b", "a\nb", "-rf", "con", "a'b\"", "日本", "e\u0301", "$(x)", "%00", "a.b.c"]
)
def test_names_are_names_and_nothing_else(tmp_path, name):
    fill(tmp_path, f"d/{name}.txt")
    corpus = bs.read(tmp_path)
    assert list(corpus.ids) == [f"d/{name}"]
    assert corpus.texts[0] == f"text of d/{name}.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_names_that_are_not_unicode_have_different_ids(tmp_path):
    for name in (b"\xff.txt", b"\xfe.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"text")
    corpus = bs.read(tmp_path)
    assert list(corpus.ids) == ["\\xfe", "\\xff"]


def test_links_are_followed_and_circles_are_not(tmp_path):
    fill(tmp_path, "real/a.txt")
    (tmp_path / "read").mkdir()
    (tmp_path / "read/link").symlink_to(tmp_path / "real")
    (tmp_path / "real/up").symlink_to(tmp_path / "real")
    assert list(bs.read(tmp_path / "read").ids) == ["link/a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_pipes_are_not_waited_for(tmp_path):
    fill(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    with pytest.warns(LeftOutWarning, match=r"b\.txt"):
        assert list(bs.read(tmp_path).ids) == ["a"]
    with pytest.raises(ValueError, match=r"b\.txt must be an ordinary file or a directory"):
        bs.read(tmp_path / "b.txt")


def test_unreadable_file_and_directory_are_named(tmp_path, monkeypatch):
    fill(tmp_path, "a.txt")

    def refuse(self):
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(PermissionError, match=r"a\.txt"):
            bs.read(tmp_path)
    if os.geteuid() != 0:
        (tmp_path / "b").mkdir(mode=0)
        with pytest.raises(PermissionError, match="b"):
            bs.read(tmp_path)


def test_home_directory_may_be_a_tilde(tmp_path, monkeypatch):
    fill(tmp_path, "a.txt")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert list(bs.read("~").ids) == ["a"]
    assert list(bs.read("~/*.txt").ids) == ["a"]
