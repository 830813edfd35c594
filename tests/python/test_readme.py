"""The code in the README runs, and says what the README says."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def test_python_examples_run():
    names = {}
    for code in re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL):
        exec(code, names)  # noqa: S102 - the README is ours.
    assert names["article"].dateline.place == "MOSCOW"
    assert len(names["neighbors"][0]) == 10


def test_local_links_lead_somewhere():
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert all((README.parent / link).exists() for link in links)
