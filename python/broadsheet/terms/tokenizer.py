"""Cut texts into terms by rules that can be read, compared and switched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from broadsheet._core import terms as _terms
from broadsheet._frames import make_frame
from broadsheet._parallel import Progress
from broadsheet.terms._accents import read_accents
from broadsheet.terms._python_unicode import find_differences
from broadsheet.terms._rules import Rules
from broadsheet.terms._stemming import check_stemmer, stem
from broadsheet.terms.stopwords import check_stopwords
from broadsheet.terms.stopwords import stopwords as _stopwords

if TYPE_CHECKING:
    from broadsheet.corpus.corpus import Corpus

__all__ = ["Tokenizer"]

_UNLIMITED = np.iinfo(np.int64).max
_BETWEEN_TOKENS = ("possessive", "punctuation")


class Selection(NamedTuple):
    """What counts of a vocabulary: a code of VERDICTS for each term, its new id, the new terms."""

    verdicts: NDArray[np.uint8]
    new_ids: NDArray[np.int32]
    vocabulary: _terms.Vocabulary


@dataclass(frozen=True, slots=True, repr=False)
class Tokenizer:
    r"""Cuts texts into terms. Plain data: immutable, comparable, hashable, picklable.

    Parameters
    ----------
    preset : {"news", "unicode", "sklearn"}, default="news"
        What a token is. ``"unicode"``: a word of `UAX #29 <https://unicode.org/reports/tr29/>`__
        as it stands, if it has a letter, a number or a pictograph. ``"news"``: the same, but whole
        what news needs whole; see Notes. ``"sklearn"``: what scikit-learn's vectorizers take by
        default, ``re.findall(r"(?u)\b\w\w+\b", text.lower())``.
    lowercase : bool, default=True
        Whether terms are in lower case, as by `str.lower`.
    strip_accents : bool or "ascii", default=False
        Whether terms lose their accents: ``zoë`` counts as ``zoe``. Under ``"sklearn"`` the text
        loses them before it is cut, and does so exactly as by scikit-learn's ``"unicode"``: after
        NFKD what combines is left out, so that ``ﬁve`` counts as ``five``. ``"ascii"``, there
        alone, is scikit-learn's as well: of NFKD only ASCII is left, and nothing of other scripts.
    stopwords : str or iterable of str, optional
        Words that do not count: a language that `broadsheet.stopwords` has a list for, or words.
        They are folded as terms are, so their case does not matter.
    stemmer : str, optional
        A Snowball stemmer of PyStemmer, such as ``"english"``: terms of one stem count as one. It
        is applied to the vocabulary, after the stop words, and only to words, not to addresses,
        tags, numbers or abbreviations.
    min_length, max_length : int, optional
        The fewest and the most characters of a term that counts, before stemming. The fewest are 1
        by default, but 2 under ``"sklearn"``, where 1 is the pattern ``r"(?u)\b\w+\b"``.
    numbers : bool, default=True
        Whether terms that are a number count: 1987, 250,000, 3.9%, $3.5bn, 9/11, 21st, 1990s.
    punctuation : bool, default=False
        Whether what stands between words counts too, but for white space. Not under ``"sklearn"``.
    rules : mapping of str to bool, optional
        Rules of the news preset to switch: ``{"hyphens": False}``. All are on by default.
    version : int, default=1
        The version of the rules, as `repr` shows it. Any other than the present one is refused.

    Raises
    ------
    ValueError
        If there is no such preset, rule, language or stemmer, naming those there are.
    ModuleNotFoundError
        If the extra ``languages`` is needed and not installed.

    See Also
    --------
    broadsheet.stopwords : The lists.
    Tokens : What a tokenizer makes of a corpus.

    Notes
    -----
    The rules of the news preset look at characters written together, without white space:

    ================= ==============================================================================
    ``urls``          ``https://t.co/a?b=c`` and ``www.un.org``, less closing punctuation
    ``emails``        ``jane.doe@example.org``
    ``handles``       ``@Reuters``
    ``hashtags``      ``#Brexit``, not ``#1``
    ``money``         ``$3.5bn``, ``€250,000``, ``US$5m``, ``20€``
    ``percents``      ``3.9%``
    ``dates``         digits with ``/`` or ``:`` between: ``9/11``, ``24/7``, ``10:30``
    ``abbreviations`` single letters with stops keep the last one: ``U.S.``, ``J.P.``, ``a.m.``; the
                      stop of a sentence is part of no other word
    ``ampersands``    ``AT&T``, ``R&D``
    ``hyphens``       ``legally-binding``, ``COVID-19``, ``U.S.-led``; typographic hyphens count
                      as ``-``
    ``apostrophes``   ``won’t`` and ``won't`` are one term, written with ``'``
    ``possessives``   ``Moscow’s`` counts as ``moscow``
    ``stops``         a word ends where the space behind its sentence was lost: ``said.The`` is
                      ``said`` and ``the``, but ``Ph.D`` and ``example.com`` stay whole
    ``invisibles``    soft hyphens, marks of direction and byte order marks are left out of terms
    ================= ==============================================================================

    Without them all, the news preset is the unicode preset. Peers keep ``Moscow's`` whole. Here it
    counts as ``moscow``, since what an article is about should not depend on the case it stands
    in: for similarity the two forms would share nothing, and keyness would find half a name twice.
    What looks the same and is not stays whole: it's, he's, she's, that's, there's, here's, what's,
    who's, where's, when's, why's, how's, let's.

    Under the news and unicode presets terms are in normal form C, so one word is one term however
    its accents are encoded.

    Examples
    --------
    >>> import broadsheet as bs
    >>> tokenizer = bs.Tokenizer("news")
    >>> tokenizer("U.S. exports rose 3.9%, J.P. Morgan’s O'Neill said.")
    ['u.s.', 'exports', 'rose', '3.9%', 'j.p.', 'morgan', "o'neill", 'said']
    >>> bs.Tokenizer("news", stopwords="en", stemmer="english")("The exporters were exporting.")
    ['export', 'export']
    >>> tokenizer
    Tokenizer('news', version=1)
    """

    preset: Literal["news", "unicode", "sklearn"] = "news"
    _: KW_ONLY
    lowercase: bool = True
    strip_accents: bool | Literal["ascii"] = False
    stopwords: Iterable[str] | None = None
    stemmer: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    numbers: bool = True
    punctuation: bool = False
    rules: Mapping[str, bool] | None = None
    version: int = _terms.TOKENIZER_VERSION

    def __post_init__(self) -> None:
        if self.version != _terms.TOKENIZER_VERSION:
            raise ValueError(
                f"version must be {_terms.TOKENIZER_VERSION}, that of this broadsheet, "
                f"not {self.version!r}"
            )
        if self.rules is not None and self.preset != "news":
            raise ValueError(f"rules are of the news preset; {self.preset!r} has none to switch")
        self._set("rules", Rules(self.rules))
        self._set("stopwords", check_stopwords(self.stopwords))
        if self.stemmer is not None:
            check_stemmer(self.stemmer)
        read_accents(self.strip_accents)
        if self.min_length is None:
            self._set("min_length", self._fewest)
        self._judge(_terms.number_terms([])[0])
        self._cutter()

    def _set(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def __call__(self, text: str) -> list[str]:
        """Return the terms of one text, in order.

        Parameters
        ----------
        text : str
            The text.

        Returns
        -------
        list of str
            The terms that count.
        """
        terms, _, _, _ = self._cutter().explain(_check_text(text), None)
        return [term for term in self._select_list(terms)[1] if term is not None]

    def explain(self, text: str) -> Any:
        """Take a text apart: each token, where it stands, and what became of it.

        Parameters
        ----------
        text : str
            The text.

        Returns
        -------
        table
            A row for each token, and under the presets news and unicode for all that stands
            between tokens, with the columns ``token``, the text as it stands; ``term``, what it
            counts as, missing where it does not; ``start`` and ``end``, such that
            ``text[start:end]`` is the token; ``rule``, what made it a token; and ``dropped``, why
            it does not count.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokenizer = bs.Tokenizer("news", stopwords="en")
        >>> tokenizer.explain("In Moscow’s view, 3.9%.")
            token    term  start  end         rule      dropped
        0      In     NaN      0    2         word    stop word
        1  Moscow  moscow      3    9         word          NaN
        2      ’s     NaN      9   11   possessive   possessive
        3    view    view     12   16         word          NaN
        4       ,     NaN     16   17  punctuation  punctuation
        5    3.9%    3.9%     18   22      percent          NaN
        6       .     NaN     22   23  punctuation  punctuation
        """
        cutter = self._cutter(
            punctuation=self.punctuation or self.preset != "sklearn", min_length=1
        )
        terms, starts, ends, rules = cutter.explain(_check_text(text), None)
        reasons, kept = self._select_list(terms)
        if not self.punctuation:
            for row, rule in enumerate(rules):
                if rule in _BETWEEN_TOKENS:
                    reasons[row], kept[row] = rule, None
        tokens = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        return make_frame(
            {
                "token": tokens,
                "term": kept,
                "start": starts,
                "end": ends,
                "rule": rules,
                "dropped": reasons,
            },
            {"tokenizer": repr(self)},
        )

    def differences(
        self, corpus: Corpus, *, n_jobs: int | None = None, progress: Progress = None
    ) -> Any:
        r"""Find the texts that Python's `re` might cut otherwise: under ``"sklearn"`` only.

        Characters are what Unicode 15.0 says here, and in Python what its own version of Unicode
        says: 14.0 in Python 3.11, 15.0 in 3.12, 15.1 in 3.13, 16.0 in 3.14. Where a corpus has no
        character that the two take differently, its terms are exactly those of scikit-learn.

        Parameters
        ----------
        corpus : Corpus
            The texts.
        n_jobs : int, optional
            Threads to use; all by default.
        progress : bool or callable, optional
            True for a bar, or what is called with the texts done and all texts.

        Returns
        -------
        table
            A row for each text that has such a character, with the columns ``row``, ``id``,
            ``start``, the place of the first one, and ``character``. Without rows, all are alike.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Plain words", "and ключ"], zones=None)
        >>> len(bs.Tokenizer("sklearn").differences(corpus))
        0
        """
        if self.preset != "sklearn":
            raise ValueError(
                f"differences are of the sklearn preset; Python has nothing like {self.preset!r}"
            )
        return find_differences(self, corpus, n_jobs=n_jobs, progress=progress)

    def _cutter(
        self, *, punctuation: bool | None = None, min_length: int | None = None
    ) -> _terms.Tokenizer:
        """Return what cuts texts in the core."""
        return _make_cutter(
            self.preset,
            self.lowercase,
            self.strip_accents,
            self.punctuation if punctuation is None else punctuation,
            max(1, self._min_length if min_length is None else min_length),
            self._rules.off,
        )

    @property
    def _fewest(self) -> int:
        return 2 if self.preset == "sklearn" else 1

    @property
    def _min_length(self) -> int:
        assert self.min_length is not None
        return self.min_length

    @property
    def _rules(self) -> Rules:
        assert isinstance(self.rules, Rules)
        return self.rules

    @property
    def _keeps_all(self) -> bool:
        """Whether each token counts as the term it is cut as."""
        return (
            self.stopwords is None
            and self.stemmer is None
            and (self._min_length <= 1 or self.preset == "sklearn")
            and self.max_length is None
            and self.numbers
        )

    def _judge(self, vocabulary: _terms.Vocabulary) -> NDArray[np.uint8]:
        return _terms.judge(
            vocabulary,
            _stop_terms(self),
            min_length=self._min_length,
            max_length=_UNLIMITED if self.max_length is None else self.max_length,
            numbers=self.numbers,
        )

    def _select(self, vocabulary: _terms.Vocabulary) -> Selection:
        """Choose the terms that count, and bring those of one stem together."""
        verdicts = self._judge(vocabulary)
        stems = [] if self.stemmer is None else stem(vocabulary, self.stemmer)
        return Selection(verdicts, *_terms.select_terms(vocabulary, verdicts, stems))

    def _select_list(self, terms: list[str]) -> tuple[list[str | None], list[str | None]]:
        """Return for each term why it does not count, and what it counts as; None otherwise."""
        vocabulary, ids = _terms.number_terms(terms)
        selection = self._select(vocabulary)
        counted = selection.vocabulary.terms()
        reasons = [_terms.VERDICTS[verdict] or None for verdict in selection.verdicts[ids]]
        kept = [counted[id] if id >= 0 else None for id in selection.new_ids[ids]]
        return reasons, kept

    def __reduce__(self) -> tuple[Any, ...]:
        # Words in a fixed order, so that equal tokenizers are pickled as equal bytes.
        settings = {field.name: getattr(self, field.name) for field in fields(self)[1:]}
        settings["rules"] = dict.fromkeys(self._rules.off, False) or None
        if isinstance(self.stopwords, frozenset):
            settings["stopwords"] = sorted(self.stopwords)
        return _restore, (self.preset, settings)

    def __repr__(self) -> str:
        shown = [repr(self.preset)]
        for field in fields(self)[1:]:
            value = getattr(self, field.name)
            if field.name == "rules":
                if self._rules.off:
                    shown.append(f"rules={dict.fromkeys(self._rules.off, False)}")
            elif field.name == "version":
                shown.append(f"version={value}")
            elif value != (self._fewest if field.name == "min_length" else field.default):
                is_list = isinstance(value, frozenset)
                shown.append(
                    f"{field.name}=" + (f"<{len(value)} words>" if is_list else repr(value))
                )
        return f"Tokenizer({', '.join(shown)})"


@lru_cache(maxsize=64)
def _make_cutter(
    preset: str,
    lowercase: bool,
    strip_accents: bool | Literal["ascii"],
    punctuation: bool,
    min_length: int,
    rules_off: tuple[str, ...],
) -> _terms.Tokenizer:
    return _terms.Tokenizer(
        preset,
        lowercase=lowercase,
        accents=read_accents(strip_accents),
        punctuation=punctuation,
        min_length=min_length,
        rules_off=list(rules_off),
    )


@lru_cache(maxsize=16)
def _stop_terms(tokenizer: Tokenizer) -> _terms.Vocabulary:
    """Return the stop words of a tokenizer as terms."""
    listed = tokenizer.stopwords
    words = _stopwords(listed) if isinstance(listed, str) else listed
    cutter = tokenizer._cutter()
    return _terms.number_terms([cutter.fold(word) for word in words or ()])[0]


def _restore(preset: Any, settings: dict[str, Any]) -> Tokenizer:
    return Tokenizer(preset, **settings)


def _check_text(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(
            f"text must be one str, not {type(text).__name__}: of many texts make a Corpus"
        )
    return text
