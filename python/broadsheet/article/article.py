"""A news article, taken apart."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, Self, get_args

from broadsheet._core import article as _core
from broadsheet._frames import make_frame
from broadsheet.article._html import article_html
from broadsheet.article.dateline import Dateline
from broadsheet.article.passage import Passage

__all__ = ["Article", "Zone"]

Zone = Literal["headline", "deck", "byline", "dateline", "body"]
Known = tuple[int, int, int, int]


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
        return str(article_html(self))


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
