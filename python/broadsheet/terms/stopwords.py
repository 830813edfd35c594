"""Stop words: lists that can be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from broadsheet._extras import import_extra
from broadsheet.terms._english import ENGLISH

__all__ = ["stopwords"]


@lru_cache(maxsize=8)
def stopwords(language: str) -> frozenset[str]:
    """Return the stop words of a language.

    Parameters
    ----------
    language : str
        A code of ISO 639-1: ``"en"``, ``"de"``, ``"sw"``.

    Returns
    -------
    frozenset of str
        The words in lower case.

    Raises
    ------
    ValueError
        If there is no list for the language; the message names those that there are.
    ModuleNotFoundError
        For any language but English if stopwordsiso is not installed.

    Notes
    -----
    The English list is broadsheet's own: the determiners, pronouns, auxiliaries, prepositions,
    conjunctions, adverbs and contractions that build sentences whatever they are about. All others
    come from `stopwordsiso <https://pypi.org/project/stopwordsiso/>`__, 58 languages, in the extra
    ``languages``. Its own English list has 1,298 words, "state", "bill", "million", "world" and
    "case" among them: what news is about. Who wants it all the same can pass
    ``stopwordsiso.stopwords("en")`` to `Tokenizer`, which takes any words.

    Examples
    --------
    >>> import broadsheet as bs
    >>> "the" in bs.stopwords("en"), "state" in bs.stopwords("en")
    (True, False)
    """
    if language == "en":
        return ENGLISH
    source = import_extra("stopwordsiso", extra="languages")
    if language not in source.langs():
        known = ", ".join(sorted(source.langs()))
        raise ValueError(f"there are no stop words for {language!r}; there are for {known}")
    return frozenset(source.stopwords(language))


def check_stopwords(words: Iterable[str] | None) -> str | frozenset[str] | None:
    """Return the stop words of a tokenizer: the language of a list that there is, or words."""
    if words is None:
        return None
    if isinstance(words, str):
        stopwords(words)  # Raises if there is no such list.
        return words
    if not isinstance(words, Iterable):
        raise TypeError(f"stopwords must be a language or words, not {type(words).__name__}")
    found = frozenset(words)
    for word in found:
        if not isinstance(word, str):
            raise TypeError(f"stopwords must be str, not {word!r}")
    return found
