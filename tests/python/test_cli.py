"""The command, as the shell calls it."""

import json
import os
import subprocess
import sys

import pytest

from broadsheet import __version__
from broadsheet.cli import main


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, word in (("a", "wheat"), ("b", "wheat"), ("c", "oil")):
        text = f"News of {word}\nPARIS, March 3 (Reuters) - The {word} was late. It rained.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_report_prints_and_writes_a_page(articles, tmp_path, capfd):
    page = tmp_path / "report.html"
    assert main(["report", str(articles), "--html", str(page)]) == 0
    assert "News of wheat" in capfd.readouterr().out
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_report_as_json_is_json_alone(articles, capfd):
    assert main(["report", str(articles), "--json", "--article", "c"]) == 0
    assert json.loads(capfd.readouterr().out)["article"]["id"] == "c"


def test_similar_lists_the_nearest_of_each(articles, capfd):
    assert main(["similar", str(articles), "-k", "1", "--json"]) == 0
    found = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(row["id"], row["nearest"][0]["id"]) for row in found[:2]] == [("a", "b"), ("b", "a")]


def test_similar_for_readers(articles, capfd):
    assert main(["similar", str(articles), "--min-similarity", "0.99"]) == 0
    assert "a  News of wheat\n  1.000  b" in capfd.readouterr().out


def test_says_what_cannot_be_read(tmp_path, capfd):
    assert main(["report", str(tmp_path / "none")]) == 1
    error = capfd.readouterr().err
    assert error.startswith("broadsheet: ")
    assert "none" in error
    assert "Traceback" not in error


def test_demo_as_a_module_in_any_locale():
    command = [sys.executable, "-m", "broadsheet", "demo", "--json"]
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    environment = {**os.environ, **environment}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout)["article"]["headline"].startswith("Moscow won’t")


def test_tells_its_version(capfd):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capfd.readouterr().out == f"broadsheet {__version__}\n"
