"""Compressed files: whole ones, broken ones, and those made to do harm."""

import gzip
import os
import pickle
import subprocess
import sys

import pytest

import broadsheet as bs
from broadsheet.reading import LimitError, Limits, ReadError
from oracle.article_files import COMPRESSIONS, compress

SUFFIXES = [suffix for suffix in COMPRESSIONS if suffix]
TEXT = "Exports rose. " * 5_000


def test_long_files_come_out_whole(tmp_path):
    text = "".join(f"{number} " for number in range(100_000))
    for suffix in SUFFIXES:
        (tmp_path / f"a{suffix[1:]}.txt{suffix}").write_bytes(compress(text.encode(), suffix))
    corpus = bs.read(tmp_path)
    assert list(corpus.ids) == ["abz2", "agz", "axz", "azst"]
    assert all(read == text for read in corpus.texts)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_parts_one_after_another_are_one_file(tmp_path, suffix):
    data = compress(b"Exports ", suffix) + compress(b"rose.", suffix)
    (tmp_path / f"a.txt{suffix}").write_bytes(data)
    assert bs.read(tmp_path).texts[0] == "Exports rose."


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_cut_off_anywhere_is_an_error(tmp_path, suffix):
    path = tmp_path / f"a.txt{suffix}"
    data = compress("".join(map(str, range(3_000))).encode(), suffix)
    for length in [*range(1, 40), *range(40, len(data), 97), *range(len(data) - 20, len(data))]:
        path.write_bytes(data[:length])
        with pytest.raises(ReadError, match=rf"a\.txt{suffix}: (cut off|damaged)"):
            bs.read(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_that_is_not_compressed_is_an_error(tmp_path, suffix):
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(b"Exports rose, and so did imports.")
    with pytest.raises(ReadError, match=f"damaged, or not {suffix} data"):
        bs.read(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_limits_hold(tmp_path, suffix):
    path = tmp_path / f"a.txt{suffix}"
    path.write_bytes(compress(TEXT.encode(), suffix))
    assert bs.read(path, limits=Limits(max_bytes=len(TEXT))).texts[0] == TEXT
    with pytest.raises(LimitError, match=r"holds more than 69999 bytes \(limits\.max_bytes\)"):
        bs.read(path, limits=Limits(max_bytes=len(TEXT) - 1))
    with pytest.raises(LimitError, match=r"more than 3 times its size once .*limits\.max_ratio"):
        bs.read(path, limits=Limits(max_ratio=3, grace=0))
    assert len(bs.read(path, limits=Limits(max_ratio=3))) == 1, "a short file may be regular"


def test_plain_files_have_no_limit(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert bs.read(tmp_path, limits=Limits(max_bytes=1)).texts[0] == TEXT


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_bomb_ends_early_and_in_little_memory(tmp_path, suffix):
    path = tmp_path / f"bomb.txt{suffix}"
    path.write_bytes(300 * compress(bytes(1_000_000), suffix))
    code = f"""if True:
        import resource
        import broadsheet as bs
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            bs.read({str(path)!r})
        except bs.reading.LimitError as error:
            assert "max_ratio" in str(error)
        else:
            raise AssertionError("the bomb was read")
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown < 150_000, grown  # KiB, of 300,000 that the file stands for.
    """
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def test_parquet_that_grows_without_measure_is_stopped(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    text = pyarrow.array(["x" * 1_000_000] * 100)
    parquet.write_table(pyarrow.table({"text": text}), path)
    assert path.stat().st_size < 100_000
    with pytest.raises(LimitError, match="max_ratio"):
        bs.read(path)
    assert len(bs.read(path, limits=Limits(max_ratio=1e6))) == 100


def test_errors_can_be_pickled(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode())[:-9])
    with pytest.raises(ReadError) as raised:
        bs.read(path)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.path) == (str(raised.value), str(path))


def test_zstandard_is_an_extra(tmp_path, monkeypatch):
    path = tmp_path / "a.txt.zst"
    path.write_bytes(compress(b"Exports rose.", ".zst"))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'broadsheet\[compression\]'"):
        bs.read(path)
