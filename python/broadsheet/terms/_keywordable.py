"""What can be asked of tokens: what each text is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, cast

from broadsheet._parallel import Progress

if TYPE_CHECKING:
    from broadsheet.terms.tokens import Tokens

__all__ = ["Keywordable"]


class Keywordable:
    """Tokens whose keywords can be found, by a layer above them."""

    def keywords(
        self,
        method: Literal["tfidf", "rake", "textrank", "yake"] = "yake",
        k: int | None = 10,
        *,
        stopwords: str | Iterable[str] | None = "en",
        max_words: int | None = None,
        window: int | None = None,
        damping: float | None = None,
        dedup: float | None = None,
        background: Tokens | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Find the words and phrases that say what each text is about, and where they stand.

        Parameters
        ----------
        method : {"tfidf", "rake", "textrank", "yake"}, default="yake"
            How keywords are scored; `broadsheet.cite` gives the definition of each. Only
            ``"tfidf"`` looks at other texts than the one the keywords are of.
        k : int, optional
            How many keywords a text has at most; None for all.
        stopwords : str or iterable of str, optional
            The language of a list, as of `broadsheet.stopwords`, or words; None for none. Keywords
            neither begin nor end with one.
        max_words : int, optional
            Words of the longest keyword. By default 3 of tfidf and yake; any number of the others.
        window : int, optional
            Of yake, how many words to either side a word is related to, by default 1; of textrank,
            within how many words two are neighbours, themselves included, by default 2.
        damping : float, optional
            Of textrank, from 0 to 0.99; by default 0.85.
        dedup : float, optional
            Of yake, how alike two keywords may be, from 0 to 1, as 1 - the Levenshtein distance /
            the length of the longer; by default 0.9.
        background : Tokens, optional
            Of tfidf, the texts in which keywords are rare, made by the same tokenizer. By default
            these themselves.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        DataFrame
            A row for each keyword, text after text, the best first: ``row`` and ``id`` of the text,
            ``rank`` from 1, ``term``, the terms joined by a space, as `evidence` takes it;
            ``text``, how it first stands in the text; ``score``; ``count``, how often it comes; and
            ``spans``, each place as a pair of begin and end in code points. ``.attrs`` holds
            measure, variant, parameters, source, and whether the lowest score is the best.

        Raises
        ------
        ValueError
            If there is no such method or it has no such parameter, a number is out of range, or
            the background is of another tokenizer.

        See Also
        --------
        evidence : The lines that a keyword stands in.
        TermMatrix.keyness : What many texts are about, against others.
        collocations : Words that stand beside one another oftener than by chance.

        Notes
        -----
        Words make a phrase if they stand in one sentence and nothing but white space is between
        them, or a possessive ``'s``. Sentences, and what headline, deck, byline and dateline are,
        are those of `Article`. All words count, so tokens are best made without stop words being
        dropped: where the tokenizer drops them, a phrase ends at each, as at punctuation.

        ``"yake"`` needs to know capitals and finds them in the text, so any preset will do, in
        lower case; ``"rake"`` and ``"textrank"`` are best served by the news preset, which has no
        need to end a phrase at the stops of U.S. or the hyphen of data-driven. Where scores are
        equal, the keyword that first ends in the text comes first.

        Against the authors' program, the scores of ``"yake"`` are the same to the last digits
        where texts are cut alike. It is other in four things: words with digits are no keywords
        even without letters, as ``9/11``; the first word of a sentence is so behind an opening
        quotation mark as well; near copies are always told by the Levenshtein distance, its
        ``dedup_func="levs"``; and n-grams whose formula has no positive denominator, possible from
        four words on, are left out.

        On the 500 news stories of 500N-KPCrowd, of the ten best keywords these shares were among
        the keys that twenty readers chose, most of them single words: tfidf 0.42, yake 0.26,
        textrank 0.12, rake 0.09. Where there are many texts, begin with ``"tfidf"``.

        The authors of TextRank keep nouns and adjectives, which takes a tagger. Here all words but
        the stop words are kept.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(
        ...     ["Wheat prices fell. Wheat exports of Kansas fell with wheat prices. Kansas waits."]
        ... )
        >>> tokens = corpus.tokens()
        >>> keywords = tokens.keywords("rake", k=3)
        >>> keywords[["rank", "term", "text", "score", "count"]].round(2)
           rank               term               text  score  count
        0     1  wheat prices fell  Wheat prices fell   7.33      1
        1     2       wheat prices       Wheat prices   4.83      2
        2     3        kansas fell        Kansas fell   4.50      1
        >>> start, end = keywords["spans"][0][0]
        >>> corpus.texts[0][start:end]
        'Wheat prices fell'
        >>> keywords.attrs["variant"]["rake"]
        'stretches without stop words, and those of them that adjoin at least twice'
        """
        from broadsheet.statistics._keywords import find_keywords

        return find_keywords(
            cast("Tokens", self),
            method,
            k,
            stopwords=stopwords,
            given={
                "max_words": max_words,
                "window": window,
                "damping": damping,
                "dedup": dedup,
                "background": background,
            },
            n_jobs=n_jobs,
            progress=progress,
        )
