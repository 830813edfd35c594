"""How hard the articles of a corpus are to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from broadsheet._core import statistics as _core
from broadsheet._frames import make_frame
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.article import Zone
from broadsheet.measures._catalogue import describe
from broadsheet.measures.readability import choose, compute_readability

if TYPE_CHECKING:
    from broadsheet.corpus.corpus import Corpus

__all__ = ["Readable"]


class Readable:
    """Articles whose readability can be computed."""

    def readability(
        self,
        measures: str | Iterable[str] = "all",
        zone: Zone | None = "body",
        *,
        familiar_words: Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compute how hard each article is to read, with the counts behind the scores.

        Parameters
        ----------
        measures : str or iterable of str, default="all"
            Names of measures, as of `broadsheet.measures.readability`; `broadsheet.cite` says what
            each is. ``"all"`` are those whose counts there are: those of Dale and Chall if there are
            familiar words.
        zone : {"headline", "deck", "byline", "dateline", "body"}, optional
            The only part of each article that is read, the body by default. None for all of the
            text.
        familiar_words : iterable of str, optional
            The words that readers know, as Dale and Chall list them: a file with a word a line will
            do. Their inflected forms need not be there; see the notes.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_texts)``.

        Returns
        -------
        DataFrame
            A row for each article: ``id``; the counts ``words``, ``sentences``, ``letters``,
            ``syllables``, ``polysyllables``, ``long_words`` and, given a list, ``unfamiliar_words``;
            and a column for each measure, NaN for an article without words. ``.attrs`` holds
            measure, variant, parameters, correction, source, zone and the number of words listed.

        Raises
        ------
        ValueError
            If there is no such measure or zone, or a measure needs a list of words.
        TypeError
            If `familiar_words` holds anything but str.

        See Also
        --------
        broadsheet.measures.readability : Takes counts that were made otherwise.
        broadsheet.measures.syllables : How syllables are counted, and how well.

        Notes
        -----
        Formulas agree everywhere; counts do not. Here sentences are those of `Article`; headline,
        deck, byline and dateline are one each, of a whole text what stands between them too, and
        one without a word is none. Words are those of UAX #29 that hold a letter or a digit, so a
        hyphen parts two. Letters are the letters and digits of
        words, a long word has more than six, and a polysyllable three or more syllables; those that
        Gunning leaves out, names and compounds, are not left out. The formulas were made for
        English, as the rules of syllables are; ``lix`` and ``rix`` need none.

        The measures of Dale and Chall need their list of familiar words. It has no free licence, so
        none comes with this package. A word counts as familiar if it is in the list, in any case;
        if it is a word of the list with one of the endings that Chall and Dale (1995, p. 16) name,
        's, s, es, ies, d, ed, ied, ing, r, er, est, ier and iest, where a silent e may be gone and a
        consonant doubled: "hoping" by "hope", "planned" by "plan"; or if it is a number. Spelling
        alone decides, so "corner" is a form of "corn". Adverbs in -ly, which Dale and Chall (1948)
        take as familiar, and names of persons and places, which they do not count, must be in the
        list. An unfamiliar word counts each time it comes.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat fell. Traders said exports to Chicago had disappointed."])
        >>> corpus.readability(["flesch", "lix"]).round(2).T
                           0
        id                 0
        words              9
        sentences          2
        letters           51
        syllables         16
        polysyllables      2
        long_words         4
        flesch         51.87
        lix            48.94
        >>> known = ["wheat", "fell", "trader", "say", "said", "to", "had"]
        >>> corpus.readability("dale_chall", familiar_words=known)["unfamiliar_words"].item()
        3
        """
        words = None if familiar_words is None else _read_words(familiar_words)
        names = _core.text_count_names()[: -1 if words is None else None]
        chosen = choose(measures, set(names), {"unfamiliar_words": "familiar_words"})
        corpus = cast("Corpus", self)
        texts, zones = corpus._texts, corpus._zones
        zones.check(zone)
        with watch(progress, len(texts), "counting syllables") as tell:
            counted = _core.text_counts(
                texts,
                zone,
                words,
                detect=zones.zones is not None,
                known=zones.known,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        counts = dict(zip(names, counted[: len(names)], strict=True))
        values = compute_readability(counts, chosen)
        columns: dict[str, Any] = {"id": corpus.ids}
        columns |= {name: count.astype("int64") for name, count in counts.items()}
        columns |= {measure.name: score for measure, score in zip(chosen, values, strict=True)}
        n_listed = None if words is None else len(set(words))
        return make_frame(
            columns, {**describe(chosen, {}), "zone": zone, "n_familiar_words": n_listed}
        )


def _read_words(words: Iterable[str]) -> list[str]:
    """Return the words of a list, without the line ends that a file has."""
    if isinstance(words, str | bytes) or not isinstance(words, Iterable):
        raise TypeError(f"familiar_words must be several words, not one {type(words).__name__}")
    given = list(words)
    for at, word in enumerate(given):
        if not isinstance(word, str):
            raise TypeError(f"familiar_words must be str: word {at} is {word!r}")
    return [word.strip() for word in given]
