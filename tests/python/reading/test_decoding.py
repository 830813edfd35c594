"""Bytes to text: what marks say, and what is not text."""

import codecs

import pytest

import broadsheet as bs
from broadsheet.reading import ReadError

TEXT = "won’t – ελ \U0001f4f0\r\nnext\rline\u2028end\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_says_the_encoding_and_is_no_text(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    for asked in (None, "utf-8", "UTF8", encoding):
        assert bs.read(path, encoding=asked).texts[0] == TEXT


def test_big_endian_marks_are_known(tmp_path):
    (tmp_path / "16.txt").write_bytes(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"))
    (tmp_path / "32.txt").write_bytes(codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"))
    assert list(bs.read(tmp_path).texts) == [TEXT, TEXT]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "gb18030", "shift_jis", "koi8-r"])
def test_any_encoding_of_python_can_be_named(tmp_path, encoding):
    text = {"cp1252": "won’t", "shift_jis": "日本語", "koi8-r": "Москва"}.get(encoding, TEXT)
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert bs.read(path, encoding=encoding).texts[0] == text


def test_mark_counts_only_where_utf_8_is_expected(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfeabc")
    assert bs.read(path, encoding="latin-1").texts[0] == "ÿþabc"


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_tables_are_decoded_alike(tmp_path, suffix):
    content = {"jsonl": '{"text": "won’t"}\n', "csv": "text\nwon’t\n"}[suffix]
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.{suffix}"
        path.write_bytes(content.encode(encoding))
        assert list(bs.read(path).texts) == ["won’t"]
    path.write_bytes(content.encode("cp1252"))
    with pytest.raises(ReadError, match=r"not utf-8: byte 0x92 at offset \d+ "):
        bs.read(path)
    assert list(bs.read(path, encoding="cp1252").texts) == ["won’t"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "cp1252", "ascii", "gb18030"])
def test_what_no_encoding_can_read_is_marked_once_and_told(tmp_path, encoding):
    good = "abc".encode(encoding)
    bad = {"utf-16-le": b"\x00\xdc", "cp1252": b"\x81", "ascii": b"\xe9", "gb18030": b"\xff"}
    path = tmp_path / "a.txt"
    path.write_bytes(good + bad[encoding] + good)
    with pytest.raises(ReadError, match=rf"not {encoding}: byte .* at offset {len(good)} "):
        bs.read(path, encoding=encoding)
    corpus = bs.read(path, encoding=encoding, errors="replace")
    assert corpus.texts[0] == "abc\ufffdabc"
    assert list(corpus.replaced) == [0]
