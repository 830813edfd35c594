"""Unicode text: segments, case and normal forms, with the way back to the original.

Offsets count code points, as Python's `str` does: ``text[start:end]`` is the thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from broadsheet._core import text as _text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "UNICODE_VERSION",
    "MappedText",
    "casefold",
    "graphemes",
    "lower",
    "normalize",
    "sentences",
    "strip_accents",
    "words",
]

#: The version of Unicode behind every function here.
UNICODE_VERSION: str = _text.UNICODE_VERSION


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text derived from another, with the way back to the original.

    Made by `lower`, `casefold`, `normalize` and `strip_accents`.

    Parameters
    ----------
    text : str
        The derived text.
    original : str
        What it was derived from.
    starts : ndarray of int64, optional
        For each code point of `text` where in `original` it comes from, and the length of
        `original`; None where each comes from the one at its own place.

    See Also
    --------
    lower : Lower case.
    normalize : Normal forms.

    Examples
    --------
    >>> mapped = normalize("ﬁve ½", form="NFKC")
    >>> mapped.text
    'five 1⁄2'
    >>> start, end = mapped.origin(0, 2)
    >>> mapped.original[start:end]
    'ﬁ'
    """

    text: str
    original: str
    starts: NDArray[np.int64] | None = field(default=None, repr=False, compare=False)

    def __str__(self) -> str:
        return self.text

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return what of the original a range of the text comes from.

        What was left out, such as an accent, belongs to what stands before it, or at the
        beginning to what stands after it.

        Parameters
        ----------
        start, end : int
            A half-open range of code points of `text`.

        Returns
        -------
        tuple of int
            The start and the end of the range of `original`, in code points; an empty range
            comes from an empty one.

        Raises
        ------
        ValueError
            Unless ``0 <= start <= end <= len(text)``.

        Examples
        --------
        >>> strip_accents("crème brûlée").origin(6, 12)
        (6, 12)
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(
                f"start and end must lie in order within [0, {len(self.text)}], "
                f"not {start} and {end}"
            )
        if self.starts is None:
            return start, end
        return _text.find_origin(self.starts, start, end)


def graphemes(text: str) -> list[tuple[int, int]]:
    """Split a text into what readers take for characters.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of tuple of int
        Start and end of each extended grapheme cluster of UAX #29; together they tile the text.

    Raises
    ------
    ValueError
        If the text has a lone surrogate, naming its offset.

    See Also
    --------
    words : Words.
    sentences : Sentences.

    Examples
    --------
    >>> graphemes("e\u0301!")
    [(0, 2), (2, 3)]
    """
    return list(pairwise(_text.grapheme_boundaries(text).tolist()))


def words(text: str) -> list[tuple[int, int]]:
    """Split a text into words and what stands between them.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of tuple of int
        Start and end of each segment by the word boundaries of UAX #29, untailored; together
        they tile the text, so spaces and punctuation are segments too.

    Raises
    ------
    ValueError
        If the text has a lone surrogate, naming its offset.

    See Also
    --------
    graphemes : What readers take for characters.
    sentences : Sentences.

    Examples
    --------
    >>> text = "It can't rise 3.9%"
    >>> [text[start:end] for start, end in words(text)]
    ['It', ' ', "can't", ' ', 'rise', ' ', '3.9', '%']
    """
    return list(pairwise(_text.word_boundaries(text).tolist()))


def sentences(text: str) -> list[tuple[int, int]]:
    """Split a text into sentences.

    These are the untailored rules of the standard, which know no abbreviations. The sentences of
    an article do.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of tuple of int
        Start and end of each sentence of UAX #29, with the space after it; together they tile
        the text.

    Raises
    ------
    ValueError
        If the text has a lone surrogate, naming its offset.

    See Also
    --------
    words : Words.

    Examples
    --------
    >>> text = "Prices rose. “Why?” Nobody knew."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Prices rose. ', '“Why?” ', 'Nobody knew.']
    """
    return list(pairwise(_text.sentence_boundaries(text).tolist()))


def lower(text: str) -> MappedText:
    """Return a text in lower case, as `str.lower` does.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    MappedText
        The text in lower case, with the way back.

    Raises
    ------
    ValueError
        If the text has a lone surrogate, naming its offset.

    See Also
    --------
    casefold : For comparison without regard to case.

    Examples
    --------
    >>> lower("ΟΔΟΣ").text
    'οδος'
    """
    return _mapped(text, _text.lower(text))


def casefold(text: str) -> MappedText:
    """Return a text for comparison without regard to case, as `str.casefold` does.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    MappedText
        The folded text, with the way back.

    Raises
    ------
    ValueError
        If the text has a lone surrogate, naming its offset.

    See Also
    --------
    lower : Lower case.

    Examples
    --------
    >>> casefold("Straße").text
    'strasse'
    """
    return _mapped(text, _text.casefold(text))


def normalize(text: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"] = "NFC") -> MappedText:
    """Return the normal form of a text.

    Parameters
    ----------
    text : str
        Any text.
    form : {"NFC", "NFD", "NFKC", "NFKD"}, default="NFC"
        Composed or decomposed; with K, compatibility characters are replaced too.

    Returns
    -------
    MappedText
        The normal form by UAX #15, with the way back.

    Raises
    ------
    ValueError
        If `form` is none of these, or the text has a lone surrogate, naming its offset.

    See Also
    --------
    strip_accents : Remove accents.

    Examples
    --------
    >>> normalize("e\u0301").text == "é"
    True
    """
    return _mapped(text, _text.normalize(text, form))


def strip_accents(text: str) -> MappedText:
    """Return a text without the accents that can be taken off its letters.

    Letters that are not composed, as ``ø``, stay as they are.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    MappedText
        NFC of NFD without non-spacing marks, with the way back.

    Raises
    ------
    ValueError
        If the text has a lone surrogate, naming its offset.

    See Also
    --------
    normalize : Normal forms.

    Examples
    --------
    >>> strip_accents("Zoë Ångström").text
    'Zoe Angstrom'
    """
    return _mapped(text, _text.strip_accents(text))


def _mapped(original: str, derived: tuple[str, NDArray[np.int64] | None]) -> MappedText:
    text, starts = derived
    return MappedText(text, original, starts)
