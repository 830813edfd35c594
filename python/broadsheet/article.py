"""A news article, taken apart: headline, deck, byline, dateline, paragraphs, sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, Self, get_args

import pandas as pd

from broadsheet import _display
from broadsheet._core import article as _core
from broadsheet._frames import make_frame

__all__ = ["Article", "Dateline", "Passage", "Zone"]

Zone = Literal["headline", "deck", "byline", "dateline", "body"]
Known = tuple[int, int, int, int]

_N_SHOWN = 12  # Paragraphs, in a notebook.
_N_SHOWN_CHARACTERS = 1200  # Of each of them.
_N_SHOWN_METADATA = 6


class Passage(str):
    """A part of a text that knows where it stands. A str in every other way.

    Parameters
    ----------
    text : str
        The passage itself.
    start : int
        Where it begins in the text it is part of, in code points.

    Examples
    --------
    >>> passage = Passage("wheat", 7)
    >>> passage.upper(), passage.start, passage.end
    ('WHEAT', 7, 12)
    >>> "French wheat exports"[passage.start : passage.end] == passage
    True
    """

    __slots__ = ("_start",)

    _start: int

    def __new__(cls, text: str, start: int) -> Self:
        """Make a passage that begins at `start`."""
        passage = super().__new__(cls, text)
        passage._start = start
        return passage

    @property
    def text(self) -> str:
        """The passage as a plain str."""
        return str.__str__(self)

    @property
    def start(self) -> int:
        """Where it begins, in code points of the whole text."""
        return self._start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self._start + len(self)

    def __str__(self) -> str:
        return str.__str__(self)

    def __repr__(self) -> str:
        return f"Passage({str.__repr__(self)}, {self._start})"

    def __reduce__(self) -> tuple[type[Self], tuple[str, int]]:
        return type(self), (str.__str__(self), self._start)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, and by whom.

    Parameters
    ----------
    place : Passage or None
        "MOSCOW", "SAN FRANCISCO", "LONDON/NEW YORK".
    region : Passage or None
        "Calif." in "SAN FRANCISCO, Calif.".
    date : Passage or None
        As it is printed: "December 23", "March 3, 2016".
    agency : Passage or None
        "TASS", "AP", "Reuters".
    whole : Passage
        All of it, with its closing dash or stop.

    Examples
    --------
    >>> dateline = Article("LONDON, March 3 (Reuters) - Wheat fell.").dateline
    >>> str(dateline.place), str(dateline.date), str(dateline.agency), dateline.region
    ('LONDON', 'March 3', 'Reuters', None)
    >>> dateline.text
    'LONDON, March 3 (Reuters) -'
    """

    place: Passage | None
    region: Passage | None
    date: Passage | None
    agency: Passage | None
    whole: Passage

    @property
    def text(self) -> str:
        """All of it as a plain str."""
        return self.whole.text

    @property
    def start(self) -> int:
        """Where it begins in the article, in code points."""
        return self.whole.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.whole.end

    def __str__(self) -> str:
        return self.whole.text

    def __repr__(self) -> str:
        parts = {name: getattr(self, name) for name in ("place", "region", "date", "agency")}
        given = ", ".join(f"{name}={str(part)!r}" for name, part in parts.items() if part)
        return f"Dateline({given})"


class Article:
    """A plain-text news article and its parts. Immutable.

    The parts are found when first asked for. They never overlap, and each knows its place:
    ``article.text[part.start : part.end] == part``, in code points.

    Parameters
    ----------
    text : str
        The article. Paragraphs are lines, or what blank lines or indents set apart where lines are
        wrapped at some width.
    id : str, optional
        What the article is called.
    metadata : mapping, optional
        What else is known of it.
    zones : {"detect"} or None, default="detect"
        Whether headline, deck, byline and dateline are looked for. With None all text is body.

    Raises
    ------
    TypeError
        If `text` is no str.
    ValueError
        If `text` holds a lone surrogate, or `zones` is something else.

    Examples
    --------
    >>> article = Article(
    ...     "Wheat prices fall on good weather\\n"
    ...     "By Jane Doe\\n"
    ...     "PARIS, March 3 (Reuters) - Wheat fell for a third day. Mr. Smith sold.\\n"
    ...     '"It rained at last!" he said.'
    ... )
    >>> article.headline.text, article.byline.text
    ('Wheat prices fall on good weather', 'By Jane Doe')
    >>> article.dateline
    Dateline(place='PARIS', date='March 3', agency='Reuters')
    >>> for sentence in article.sentences:
    ...     print(sentence.start, sentence)
    73 Wheat fell for a third day.
    101 Mr. Smith sold.
    117 "It rained at last!" he said.
    """

    __slots__ = ("_detect", "_id", "_known", "_metadata", "_offsets", "_text")

    def __init__(
        self,
        text: str,
        *,
        id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        zones: Literal["detect"] | None = "detect",
    ) -> None:
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        if zones not in ("detect", None):
            raise ValueError(f"zones must be 'detect' or None, not {zones!r}")
        self._text = str(text)
        self._id = id
        self._metadata = dict(metadata or {})
        self._detect = zones == "detect"
        self._known: Known | None = None
        self._offsets: dict[str, list[tuple[int, int]]] | None = None
        _check_unicode(self._text)

    @classmethod
    def _with_known_zones(
        cls, text: str, known: Known, *, id: str | None, metadata: Mapping[str, Any] | None
    ) -> Self:
        """Make an article put together of "headline\\ndeck\\nbody".

        `known` is begin and end of the headline, then of the deck, in bytes of UTF-8; equal where
        there is none.
        """
        article = cls(text, id=id, metadata=metadata)
        article._known = known
        return article

    @property
    def text(self) -> str:
        """All of the article."""
        return self._text

    @property
    def id(self) -> str | None:
        """What the article is called."""
        return self._id

    @property
    def metadata(self) -> Mapping[str, Any]:
        """What else is known of the article; read-only."""
        return MappingProxyType(self._metadata)

    @property
    def headline(self) -> Passage | None:
        """The headline; None if there is none."""
        return self._part("headline")

    @property
    def deck(self) -> Passage | None:
        """The standfirst between headline and story; None if there is none."""
        return self._part("deck")

    @property
    def byline(self) -> Passage | None:
        """Who wrote it, as printed: "By Jane Doe"; None if that is not said."""
        return self._part("byline")

    @property
    def dateline(self) -> Dateline | None:
        """Where and when the story was filed, and by whom; None if that is not said."""
        whole = self._part("dateline")
        if whole is None:
            return None
        place, region, date, agency = map(self._part, ("place", "region", "date", "agency"))
        return Dateline(place, region, date, agency, whole)

    @property
    def body(self) -> Passage:
        """The story, from after the dateline to the end of its last paragraph."""
        return self._part("body") or Passage("", 0)

    @property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The paragraphs of the body."""
        return self._parts("paragraphs")

    @property
    def sentences(self) -> tuple[Passage, ...]:
        """The sentences of the paragraphs."""
        return self._parts("sentences")

    def spans(self, zone: Zone) -> list[tuple[int, int]]:
        """Return where a zone begins and ends, in code points.

        Parameters
        ----------
        zone : {"headline", "deck", "byline", "dateline", "body"}
            The zone.

        Returns
        -------
        list of tuple of int
            One pair of start and end, none if the article lacks the zone; of the body, a pair for
            each paragraph.

        Raises
        ------
        ValueError
            If there is no zone of that name.
        """
        if zone not in get_args(Zone):
            raise ValueError(f"zone must be one of {get_args(Zone)}, not {zone!r}")
        return list(self._spans("paragraphs" if zone == "body" else zone))

    @property
    def zones(self) -> Any:
        """A table of the zones that the article has: zone, start, end, text."""
        rows = [(zone, *span) for zone in get_args(Zone) for span in self.spans(zone)]
        return make_frame(
            {
                "zone": [zone for zone, _, _ in rows],
                "start": [start for _, start, _ in rows],
                "end": [end for _, _, end in rows],
                "text": [self._text[start:end] for _, start, end in rows],
            }
        )

    def _spans(self, name: str) -> list[tuple[int, int]]:
        if self._offsets is None:
            arrays = _core.find_zones(self._text, detect=self._detect, known=self._known)
            self._offsets = {
                part: [(start, end) for start, end in array.tolist()]
                for part, array in arrays.items()
            }
        return self._offsets[name]

    def _parts(self, name: str) -> tuple[Passage, ...]:
        return tuple(Passage(self._text[start:end], start) for start, end in self._spans(name))

    def _part(self, name: str) -> Passage | None:
        parts = self._parts(name)
        return parts[0] if parts else None

    def __eq__(self, other: object) -> bool:
        """Whether text, id and zones are the same, whatever the metadata."""
        if not isinstance(other, Article):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return self._text, self._id, self._detect, self._known

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self._text, self._id, self._metadata, self._detect, self._known)

    def __repr__(self) -> str:
        name = "" if self._id is None else f"id={self._id!r}, "
        opening = self.headline or self.body
        shown = opening if len(opening) <= 60 else opening[:59] + "…"
        n = len(self.paragraphs)
        return f"Article({name}{str(shown)!r}, {n} paragraph{'' if n == 1 else 's'})"

    def _repr_html_(self) -> str:
        return str(_render(self))


def _check_unicode(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(
            f"text must be Unicode: lone surrogate U+{ord(text[error.start]):04X} at "
            f"character {error.start}"
        ) from None


def _restore(
    text: str, id: str | None, metadata: Mapping[str, Any], detect: bool, known: Known | None
) -> Article:
    if known is not None:
        return Article._with_known_zones(text, known, id=id, metadata=metadata)
    return Article(text, id=id, metadata=metadata, zones="detect" if detect else None)


def _shorten(value: object, n_characters: int = _N_SHOWN_CHARACTERS) -> str:
    text = str(value)
    if len(text) <= n_characters:
        return text
    cut = text[:n_characters].rstrip()
    return (cut.rpartition(" ")[0] or cut) + " …"


def _render_facts(article: Article) -> list[_display.Markup]:
    """Return the counts, and below them id and metadata."""
    counts = {"paragraphs": len(article.paragraphs), "sentences": len(article.sentences)}
    lines = [_display.facts({name: f"{count:,}" for name, count in counts.items()})]
    known = {} if article.id is None else {"id": article.id}
    present = {k: v for k, v in article.metadata.items() if pd.isna(v) is not True}
    named = list({**known, **present}.items())[:_N_SHOWN_METADATA]
    if named:
        items = [
            _display.join([_shorten(name, 40), " ", _display.element("b", _shorten(value, 40))])
            for name, value in named
        ]
        lines.append(_display.element("p", _display.join(items, " · "), class_="bs-facts"))
    return lines


def _render(article: Article) -> _display.Markup:
    """Return the article as a card: its parts, then the opening paragraphs, numbered."""
    element = _display.element
    parts = [element("p", element("em", _shorten(article.deck)))] if article.deck else []
    if article.byline:
        parts.append(element("p", _shorten(article.byline), class_="bs-facts"))
    shown = [[_shorten(paragraph)] for paragraph in article.paragraphs[:_N_SHOWN]]
    if article.dateline:
        mark = element("mark", _shorten(article.dateline))
        shown = [[mark, " ", *shown[0]], *shown[1:]] if shown else [[mark]]
    parts.append(element("ol", *(element("li", *paragraph) for paragraph in shown)))
    n_more = len(article.paragraphs) - _N_SHOWN
    if n_more > 0:
        parts.append(element("p", f"… and {n_more:,} more", class_="bs-more"))
    title = article.headline or "Article"
    return _display.card(_shorten(title), *_render_facts(article), *parts)
