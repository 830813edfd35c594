"""The tables in the tree are what the script makes of the Unicode Character Database."""

import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.text import UNICODE_VERSION

TABLES = Path(__file__).parents[3] / "cpp/src/text/tables"
UNICODE = Path("/usr/share/unicode")


def test_tables_are_up_to_date(tmp_path):
    if not UNICODE.exists() or UNICODE_VERSION not in (UNICODE / "PropList.txt").read_text()[:40]:
        pytest.skip(f"{UNICODE} does not hold Unicode {UNICODE_VERSION}")
    subprocess.run([sys.executable, TABLES / "generate.py", UNICODE, "--to", tmp_path], check=True)
    for path in tmp_path.iterdir():
        assert path.read_text() == (TABLES / path.name).read_text(), path.name
    assert len(list(tmp_path.iterdir())) == len(list(TABLES.glob("*.cpp")))
