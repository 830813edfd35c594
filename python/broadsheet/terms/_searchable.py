"""What can be asked of tokens: where words stand, and beside which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from broadsheet._parallel import Progress

if TYPE_CHECKING:
    from broadsheet.statistics import Concordance
    from broadsheet.terms.matrix import TermMatrix
    from broadsheet.terms.tokens import Tokens

__all__ = ["Searchable"]


class Searchable:
    """The statistics of tokens, which lie in a layer above them."""

    def concordance(
        self,
        query: str | Iterable[str],
        window: int = 8,
        *,
        regex: bool = False,
        case_sensitive: bool | None = None,
        within: Literal["document", "sentence"] = "document",
        sort: str | Sequence[str] = (),
        sample: int | None = None,
        seed: int = 0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Concordance:
        """Find every place where a word or a phrase stands, with the text around it.

        Parameters
        ----------
        query : str or iterable of str
            A word, or words that follow one another; or several of these, each place that any of
            them stands in then being one line. A word is folded as the tokens are, so ``"NATO"``
            finds ``nato``. ``*`` by itself is any one token; within a word it is any characters,
            or none, and ``?`` one character: ``"prime minist*"``. A backslash before either takes
            it literally.
        window : int, default=8
            How many tokens are shown on each side.
        regex : bool, default=False
            Whether words are regular expressions of `re`, each of which has to match a whole term:
            ``"(prime|foreign) minist.*"``. Between words stands white space. Case does not matter
            where tokens are in lower case.
        case_sensitive : bool, optional
            Whether case matters, where tokens keep it; there it does by default. Tokens in lower
            case have none to tell.
        within : {"document", "sentence"}, default="document"
            What the text around a hit does not leave. Sentences are those of `Article`; headline,
            deck, byline and dateline are one each.
        sort : str or sequence of str, optional
            As for `Concordance.sort`: ``("R1", "R2")``. By default the order of the documents.
        sample : int, optional
            How many of the lines to keep, chosen by chance; by default all.
        seed : int, default=0
            What makes the choice repeatable.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        Concordance
            A line for each hit. There is none where a word is in no text.

        Raises
        ------
        ValueError
            If a query has no token that counts, or none but ``*``; if an expression is broken, or
            an option out of range.

        See Also
        --------
        Concordance : What can be asked of the lines.

        Notes
        -----
        Words of a phrase, and those around it, are the tokens that count: with stop words dropped,
        "bank england" stands where the text says "Bank of England", and the window reaches further
        by the words in between. Phrases cross the ends of sentences and of zones, never that of a
        text, as n-grams of `Tokens.matrix` do: there are as many lines as the matrix counts. Hits
        may overlap.

        An expression is tried on each term of the vocabulary, not on texts. One that goes back and
        forth without end on a long term, as ``"(a+)+b"`` on many a, can be stopped by Ctrl-C.

        With a stemmer a word is looked for by its stem, so ``"exports"`` finds "exporting", while
        wildcards and expressions are matched against the stems.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(
        ...     ["The Prime Minister said no.", "No prime ministers met; ministries closed."]
        ... )
        >>> tokens = corpus.tokens()
        >>> print(tokens.concordance("prime minist*", window=3))
        0  The  Prime Minister   said no
        1   No  prime ministers  met; ministries closed
        >>> print(tokens.concordance("minist*", window=1, sort="R1"))
        1   met;  ministries  closed
        1  prime  ministers   met
        0  Prime  Minister    said
        """
        from broadsheet.statistics._search import find_concordance

        return find_concordance(
            cast("Tokens", self),
            query,
            window,
            regex=regex,
            case_sensitive=case_sensitive,
            within=within,
            sort=sort,
            sample=sample,
            seed=seed,
            n_jobs=n_jobs,
            progress=progress,
        )

    def evidence(
        self,
        term: str,
        window: int = 8,
        *,
        within: Literal["document", "sentence"] = "document",
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Concordance:
        """Find every place that a term of a table was counted in.

        Parameters
        ----------
        term : str
            A term of the vocabulary, or terms joined by a space, as tables and matrices name them.
            It is taken as it is: not folded, and ``*`` is nothing but itself.
        window : int, default=8
            How many tokens are shown on each side.
        within : {"document", "sentence"}, default="document"
            What the text around a hit does not leave.
        n_jobs : int, optional
            The number of threads. By default every core the process may use.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        Concordance
            A line for each time the term was counted.

        Raises
        ------
        KeyError
            If the tokens have no such term.

        See Also
        --------
        concordance : Look for words as people write them, and for patterns.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["Wheat rose.", "Wheat fell and fell."]).tokens()
        >>> counts = tokens.matrix()
        >>> term = counts.terms[counts.to_scipy().sum(axis=0).argmax()]
        >>> term
        'fell'
        >>> print(tokens.evidence(term))
        1      Wheat  fell  and fell
        1  Wheat fell and  fell
        """
        from broadsheet.statistics._search import find_evidence

        return find_evidence(
            cast("Tokens", self), term, window, within=within, n_jobs=n_jobs, progress=progress
        )

    def collocations(
        self,
        window: int | tuple[int, int] = (0, 1),
        *,
        within: Literal["document", "sentence"] = "document",
        node: str | Iterable[str] | None = None,
        min_count: int = 10,
        measures: str | Iterable[str] = (
            "log_dice",
            "log_likelihood",
            "mi",
            "t_score",
            "delta_p",
            "delta_p_backward",
        ),
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Find words that stand beside one another more often, or less, than by chance.

        Parameters
        ----------
        window : int or tuple of int, default=(0, 1)
            How many tokens before and behind a node are its collocates; one number for both
            sides. By default only the token behind it: adjacent pairs.
        within : {"document", "sentence"}, default="document"
            What a window does not leave. Sentences are those of `Article`; headline, deck, byline
            and dateline are one each.
        node : str or iterable of str, optional
            Only these nodes: words as in `concordance`, ``*`` and ``?`` included. By default all.
        min_count : int, default=10
            The fewest times that a pair comes. No pair that comes as often is left out.
        measures : str or iterable of str
            Names of `broadsheet.measures.association`, or ``"all"``. The table is in descending
            order of the first.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the terms done and their number.

        Returns
        -------
        DataFrame
            A row for each pair: ``node``, ``collocate``, the cells ``o11``, ``o12``, ``o21`` and
            ``o22``, what o11 is expected to be by chance, ``e11``, and a column for each measure.
            ``.attrs`` holds window, limit, number of pairs, and measure, variant and source.

        Raises
        ------
        ValueError
            If a number is out of range, there is no such measure, or a node is no single word.

        See Also
        --------
        broadsheet.measures.association : What the measures are, for tables of your own.
        cooccurrence : The counts alone, as a matrix.
        phrases : Sequences of more than two.
        evidence : The places of adjacent pairs.

        Notes
        -----
        What is counted are pairs of a node and a token in its window: O11 those of these two
        terms, R1 = O11 + O12 all whose node is the first, C1 = O11 + O21 all whose other token is
        the second, N the sum of the four. So the width of the window is part of R1, C1 and E11,
        and tokens at the ends of texts count with the windows that they have. With the default
        window these are the bigrams and their usual table (Evert 2005).

        Where both sides are equally wide, a pair comes from either side as often; it is then
        listed once, the term that comes first in the texts as the node, unless `node` is given.

        Tokens are those that count: with stop words dropped, windows reach over them.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.sample().tokens()
        >>> pairs = tokens.collocations(min_count=20, measures=["log_dice", "log_likelihood"])
        >>> pairs[["node", "collocate", "o11", "e11", "log_dice"]].head(3).round(2)
             node collocate  o11   e11  log_dice
        0     kay    bailey   24  0.01     14.00
        1    west  virginia   39  0.02     13.70
        2  united    states  147  0.30     13.65
        >>> near = tokens.collocations(5, node="budget", within="sentence", min_count=5)
        >>> near[["node", "collocate", "o11"]].head(3)
             node   collocate  o11
        0  budget  resolution   10
        1  budget  committees    6
        2  budget      fy2006    6
        """
        from broadsheet.statistics._collocations import find_collocations
        from broadsheet.statistics._windows import read_window

        return find_collocations(
            cast("Tokens", self),
            read_window(window, within),
            node=node,
            min_count=min_count,
            measures=measures,
            n_jobs=n_jobs,
            progress=progress,
        )

    def phrases(
        self,
        size: int = 3,
        *,
        within: Literal["document", "sentence"] = "document",
        min_count: int = 10,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Any:
        """Find phrases of several words that come more often than their parts would have it.

        Parameters
        ----------
        size : int, default=3
            How many words, from 2 to 5.
        within : {"document", "sentence"}, default="document"
            What a phrase does not leave.
        min_count : int, default=10
            The fewest times that a phrase comes. No phrase that comes as often is left out.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call while phrases are found.

        Returns
        -------
        DataFrame
            A row for each phrase: ``term``, its words joined by a space, ``count``, ``lambda``,
            ``lambda_z``, in descending order of the last, and the counts that they are made of:
            ``n_110`` of sequences as long that have its first and second word in their places and
            another for the third, and so on.

        Raises
        ------
        ValueError
            If a number is out of range.

        See Also
        --------
        collocations : Pairs, in windows, with any measure.
        evidence : The places of a phrase.

        Notes
        -----
        ``lambda`` is the interaction of all words in the saturated log-linear model of Blaheta and
        Johnson (2001): sum (-1)^(K - b) ln(n + 1/2) over the 2^K counts, b the number of words that
        agree; ``lambda_z`` is lambda / sqrt(sum 1 / (n + 1/2)). For two words it is the log odds
        ratio. For three it is low where the first two words are as closely tied to one another
        without the third.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.sample().tokens()
        >>> phrases = tokens.phrases(3, within="sentence")
        >>> phrases[["term", "count", "lambda", "lambda_z"]].head(3).round(2)
                              term  count  lambda  lambda_z
        0        senate energy and     12    4.45      6.36
        1            in support of     10    5.00      5.26
        2  the bush administration     20    5.63      5.17
        """
        from broadsheet.statistics._phrases import find_phrases
        from broadsheet.statistics._windows import read_window

        return find_phrases(
            cast("Tokens", self),
            size,
            read_window((0, 1), within),
            min_count=min_count,
            n_jobs=n_jobs,
            progress=progress,
        )

    def cooccurrence(
        self,
        window: int | tuple[int, int] = 5,
        *,
        within: Literal["document", "sentence"] = "document",
        min_count: int = 1,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix:
        """Count how often each term stands in the window of each other.

        Parameters
        ----------
        window : int or tuple of int, default=5
            How many tokens before and behind a term are near it; one number for both sides.
        within : {"document", "sentence"}, default="document"
            What a window does not leave.
        min_count : int, default=1
            The fewest times that a cell is kept for.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the terms done and their number.

        Returns
        -------
        TermMatrix
            A row and a column for each term of the vocabulary, in its order: symmetric where the
            window is. It can be weighed and compared as any other.

        Raises
        ------
        ValueError
            If a number is out of range.

        See Also
        --------
        collocations : Which pairs come more often than by chance.

        Examples
        --------
        >>> import broadsheet as bs
        >>> tokens = bs.Corpus(["wheat prices fell", "corn prices fell"]).tokens()
        >>> near = tokens.cooccurrence(window=1)
        >>> near.terms
        array(['wheat', 'prices', 'fell', 'corn'], dtype=object)
        >>> near.csr.toarray()
        array([[0, 1, 0, 0],
               [1, 0, 2, 1],
               [0, 2, 0, 0],
               [0, 1, 0, 0]], dtype=int32)
        >>> near["prices", "fell"]
        2
        """
        from broadsheet.statistics._cooccurrence import count_cooccurrences
        from broadsheet.statistics._windows import read_window

        return count_cooccurrences(
            cast("Tokens", self), read_window(window, within), min_count, n_jobs, progress
        )
