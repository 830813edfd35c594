"""Datelines that broadsheet finds in the Reuters-21578 stories, against their DATELINE tags.

Each story is fed as plain text: title, line end, dateline and body. The truth is read from the tag
by the rules below, which share no code with the package. Where the tag has no date, finding the
place and no date is right.

    python tests/evaluation/datelines.py [FOLDER] [--errors]

The exit code is 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import broadsheet as bs

FOLDER = Path(__file__).parents[2] / "../shared/corpora/reuters21578"
MIN_FOUND = 0.985
MAX_INVENTED = 0.005

STORY = re.compile(r"<REUTERS\b.*?NEWID=\"(\d+)\".*?</REUTERS>", re.DOTALL)
# Control characters frame the stories; a reader would not see them.
CONTROL = re.compile(r"&#\d+;|[\x00-\x08\x0b\x0c\x0e-\x1f]")
# In the tags a date is any word that resembles a month, typing errors too, and a day.
DATE = re.compile(
    r"(?:(?:Jan|Feb|N?[Mm]ar?c?h?|Apr|May|June?)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+March)(?=\W|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Story:
    """A story as plain text, with the place and date of its tag if it has one."""

    number: int
    text: str
    tag: str | None

    @property
    def place(self) -> str:
        """What stands before the first comma of the tag, or before its date or dash."""
        before_date = DATE.split(self.tag or "", maxsplit=1)[0]
        return re.split(r",|\s-+\s*|\s*$", before_date.strip().lstrip("*"), maxsplit=1)[0].strip()

    @property
    def date(self) -> str | None:
        found = DATE.search(self.tag or "")
        return found.group() if found else None


def content(tag: str, story: str) -> str | None:
    """Return what an element of a story holds, as characters."""
    found = re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", story, re.DOTALL)
    return None if found is None else html.unescape(CONTROL.sub("", found.group(1)))


def read_stories(path: Path) -> Iterator[Story]:
    """Read the stories of an SGML file."""
    for match in STORY.finditer(path.read_text(encoding="latin-1")):
        story = match.group()
        title, tag, body = (content(name, story) for name in ("TITLE", "DATELINE", "BODY"))
        if title is None:  # Unprocessed: the text has no elements.
            text = content("TEXT", story) or ""
        else:
            text = f"{title.strip()}\n{tag or ''}{body or ''}"
        yield Story(int(match.group(1)), text, tag)


def squeeze(part: object) -> str:
    return " ".join(str(part).split())


@dataclass
class Count:
    """How often datelines were found and invented."""

    n_tagged: int = 0
    n_found: int = 0
    n_untagged: int = 0
    n_invented: int = 0

    def add(self, story: Story) -> bool:
        """Count a story; return whether it came out right."""
        dateline = bs.Article(story.text).dateline
        if story.tag is None:
            self.n_untagged += 1
            self.n_invented += dateline is not None
            return dateline is None
        self.n_tagged += 1
        is_right = (
            dateline is not None
            and squeeze(dateline.place) == squeeze(story.place)
            and (squeeze(dateline.date) if dateline.date else None)
            == (squeeze(story.date) if story.date else None)
        )
        self.n_found += is_right
        return is_right

    @property
    def found(self) -> float:
        return self.n_found / self.n_tagged if self.n_tagged else 1.0

    @property
    def invented(self) -> float:
        return self.n_invented / self.n_untagged if self.n_untagged else 0.0

    def __str__(self) -> str:
        return (
            f"place and date found {self.n_found:,} of {self.n_tagged:,} ({self.found:.2%}), "
            f"invented {self.n_invented} of {self.n_untagged:,} ({self.invented:.2%})"
        )

    def __add__(self, other: Count) -> Count:
        return Count(
            self.n_tagged + other.n_tagged,
            self.n_found + other.n_found,
            self.n_untagged + other.n_untagged,
            self.n_invented + other.n_invented,
        )


def evaluate(paths: Sequence[Path], show_errors: bool = False) -> Count:
    """Count over files; print each miss if asked."""
    count = Count()
    for path in paths:
        for story in read_stories(path):
            if not count.add(story) and show_errors:
                dateline = bs.Article(story.text).dateline
                given = None if dateline is None else (str(dateline.place), str(dateline.date))
                print(f"{path.name} {story.number}: {story.tag!r} came out as {given}")
                if story.tag is None and dateline is not None:
                    print(f"    {dateline.text!r}")
    return count


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--errors", action="store_true", help="print each story that is missed")
    options = parser.parse_args(arguments)
    paths = sorted(options.folder.glob("*.sgm"))
    if not paths:
        parser.error(f"no .sgm file in {options.folder}")
    # Misses were studied in the even files only, so the odd ones show what was not fitted.
    even, odd = (evaluate(paths[half::2], options.errors) for half in (0, 1))
    total = even + odd
    print(f"even files: {even}")
    print(f"odd files:  {odd}")
    print(f"all files:  {total}")
    is_met = total.found >= MIN_FOUND and total.invented <= MAX_INVENTED
    print(f"targets: found >= {MIN_FOUND:.1%}, invented <= {MAX_INVENTED:.1%}: ", end="")
    print("met" if is_met else "MISSED")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
