"""How hard the articles of a corpus are to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from broadsheet._core import statistics as _core
from broadsheet._parallel import Progress, resolve_n_jobs, watch
from broadsheet.measures._table import measure_frame
from broadsheet.measures.readability import choose, compute_readability

if TYPE_CHECKING:
    from broadsheet.corpus.corpus import Corpus

__all__ = ["Readable"]


class Readable:
    """Articles whose readability can be computed."""

    def readability(
        self,
        measures: str | Iterable[str] = "all",
        *,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Compute how hard the body of each article is to read, with the counts behind the scores.

        Parameters
        ----------
        measures : str or iterable of str, default="all"
            Names of measures, as of `broadsheet.measures.readability`; `broadsheet.cite` says what
            each is. ``"all"`` are those that need no list of words.
        n_jobs : int, optional
            Threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or ``progress(n_done, n_texts)``.

        Returns
        -------
        DataFrame
            A row for each article: ``id``; the counts ``words``, ``sentences``, ``letters``,
            ``syllables``, ``polysyllables`` and ``long_words``; and a column for each measure, NaN
            for an article without words. ``.attrs`` holds measure, variant, parameters, correction
            and source.

        Raises
        ------
        ValueError
            If there is no such measure, or it needs a list of words.

        See Also
        --------
        broadsheet.measures.readability : Takes counts that were made otherwise.
        broadsheet.measures.syllables : How syllables are counted, and how well.

        Notes
        -----
        Formulas agree everywhere; counts do not. Here sentences are those of the body, so neither
        headline nor dateline is one, and one without a word is none. Words are those of UAX #29
        that hold a letter or a digit, so a hyphen parts two. Letters are the letters and digits of
        words, a long word has more than six, and a polysyllable three or more syllables; those that
        Gunning leaves out, names and compounds, are not left out. The formulas were made for
        English, as the rules of syllables are; ``lix`` and ``rix`` need none.

        The measures of Dale and Chall need their list of familiar words, which has no free licence:
        count words that are not in it, and give them to `broadsheet.measures.readability`.

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
        """
        names = _core.text_count_names()[:-1]
        chosen = choose(measures, set(names))
        corpus = cast("Corpus", self)
        texts, zones = corpus._texts, corpus._zones
        with watch(progress, len(texts), "counting syllables") as tell:
            columns = _core.text_counts(
                texts,
                detect=zones.zones is not None,
                known=zones.known,
                n_threads=resolve_n_jobs(n_jobs),
                progress=tell,
            )
        counts = dict(zip(names, columns, strict=True))
        values = compute_readability(counts, chosen)
        labels = {"id": corpus.ids}
        labels |= {name: count.astype("int64") for name, count in counts.items()}
        return measure_frame(chosen, values, {}, labels=labels)
