"""The SGML of Reuters-21578: many stories a file, with topics and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

import pandas as pd

from broadsheet.reading._articles import Articles, Settings, to_series
from broadsheet.reading._decoding import decode
from broadsheet.reading._discovery import Source
from broadsheet.reading._errors import ReadError

__all__ = ["read_sgml"]

LISTS = ("topics", "places", "people", "orgs", "exchanges", "companies")
NOTES = ("date", "unknown", "mknote")
TEXTS = ("title", "author", "dateline", "body")
# The format has these elements and no others. Not html.parser: whether it takes mark-up in a
# TITLE for mark-up depends on the version of Python, and what else looks like a tag is text.
TAG = re.compile(
    rf"<(/?)(reuters|text|d|{'|'.join(LISTS + NOTES + TEXTS)})((?:\s[^>]*)?)>", re.IGNORECASE
)
ATTRIBUTE = re.compile(r'([\w-]+)\s*=\s*"([^"]*)"')
KEPT_ATTRIBUTES = {
    "topics": "has_topics",
    "lewissplit": "lewissplit",
    "cgisplit": "cgisplit",
    "oldid": "oldid",
}
# What stands around the title of a story that is only a title.
FILLER = re.compile(r"\s*(?:\*+|Blah blah blah\.)?\s*")


@dataclass(slots=True)
class Story:
    """One story as it is read, its fields in pieces."""

    attributes: dict[str, str]
    line: int
    lists: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in LISTS})
    notes: dict[str, str] = field(default_factory=dict)
    kind: str = "NORM"
    headline: str = ""
    text: str = ""
    is_closed: bool = False

    def add(self, path: list[str], data: str) -> None:
        """Take in what stands in the elements `path`, from the outermost."""
        innermost = path[-1] if path else ""
        if "text" in path:
            if innermost == "title":
                self.headline += data
            elif innermost == "author":
                self.text += f"{data}\n"
            elif innermost != "text" or not FILLER.fullmatch(data):
                self.text += data
        elif innermost == "d" and len(path) > 1 and path[-2] in LISTS:
            self.lists[path[-2]].append(data)
        elif innermost in NOTES:
            self.notes[innermost] = self.notes.get(innermost, "") + data

    def metadata(self) -> dict[str, object]:
        """Return what is neither headline nor text."""
        kept = {name: self.attributes.get(key) for key, name in KEPT_ATTRIBUTES.items()}
        notes = {name: self.notes.get(name, "").strip() or None for name in NOTES}
        lists = {name: tuple(values) for name, values in self.lists.items()}
        return {"date": notes.pop("date"), **lists, "type": self.kind, **kept, **notes}


def read_sgml(source: Source, data: bytes, settings: Settings) -> Articles:
    """Return the stories in `data`, the content of the file, also those that are only a title.

    The text is byline, dateline and body; of a story without these (TYPE="UNPROC"), all it has.
    """
    path = source.path
    stories = list(
        _stories(decode(path, data, settings.encoding or "latin-1", strict=settings.strict))
    )
    if not stories:
        raise ReadError(path, "holds no <REUTERS> element")
    for story in stories:
        if settings.strict and not story.is_closed:
            raise ReadError(path, f"line {story.line}: no </REUTERS> ends this story")
    metadata = _frame([story.metadata() for story in stories])
    headlines = [" ".join(story.headline.split()) for story in stories]
    if settings.zones is None:
        metadata.insert(0, "title", headlines)
    return Articles(
        path,
        [story.text for story in stories],
        metadata,
        lambda row: f"line {stories[row].line}",
        headlines=None if settings.zones is None else headlines,
        ids=[story.attributes.get("newid") for story in stories],
        id_name="newid",
    )


def _frame(records: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: to_series([record[name] for record in records]) for name in records[0]}
    )


def _stories(sgml: str) -> Iterator[Story]:
    story: Story | None = None
    path: list[str] = []
    line, end = 1, 0
    for tag in TAG.finditer(sgml):
        if story is not None and tag.start() > end:
            # References to control characters, codes of the wire, are nothing once unescaped.
            story.add(path, unescape(sgml[end : tag.start()]))
        line += sgml.count("\n", end, tag.end())
        end = tag.end()
        is_end, name = bool(tag[1]), tag[2].lower()
        if name == "reuters":
            if story is not None:
                story.is_closed = is_end
                yield story
            attributes = {key.lower(): unescape(value) for key, value in ATTRIBUTE.findall(tag[3])}
            story = None if is_end else Story(attributes, line)
            path = []
        elif is_end:
            if name in path:
                del path[path.index(name) :]
        else:
            path.append(name)
            if name == "text" and story is not None:
                kinds = dict(ATTRIBUTE.findall(tag[3].upper()))
                story.kind = kinds.get("TYPE", story.kind)
    if story is not None:
        story.add(path, unescape(sgml[end:]))
        yield story
