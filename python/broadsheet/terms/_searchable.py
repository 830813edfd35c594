"""What can be asked of tokens: where words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, cast

from broadsheet._parallel import Progress

if TYPE_CHECKING:
    from broadsheet.statistics import Concordance
    from broadsheet.terms.tokens import Tokens

__all__ = ["Searchable"]


class Searchable:
    """Tokens whose places can be looked up, by a layer above them."""

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
        term: str | Iterable[str],
        window: int = 8,
        *,
        collocate: str | Iterable[str] | None = None,
        span: int | tuple[int, int] | None = None,
        within: Literal["document", "sentence"] = "document",
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> Concordance:
        """Find every place that a term of a table was counted in.

        Parameters
        ----------
        term : str or iterable of str
            A term of the vocabulary, or terms joined by a space, as tables and matrices name them.
            It is taken as it is: not folded, and ``*`` is nothing but itself. Several are looked
            for at once.
        window : int, default=8
            How many tokens are shown on each side.
        collocate : str or iterable of str, optional
            A term that stands in the window of the other, as `collocations` and `cooccurrence` count
            them; one for each of several terms, or one for all. By default only `term` is looked
            for.
        span : int or tuple of int, optional
            How many tokens before and behind a term its collocate is looked for: the ``window`` of
            the table or matrix. By default (0, 1), adjacent pairs.
        within : {"document", "sentence"}, default="document"
            What the text around a hit does not leave, nor a pair.
        n_jobs : int, optional
            The number of threads. By default every core the process may use.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        Concordance
            A line for each time the term, or the pair, was counted. The node of a pair reaches from
            the one term to the other. A term that is its own collocate to either side has a line for
            each two places, which a table counts from both.

        Raises
        ------
        KeyError
            If the tokens have no such term.
        ValueError
            If a pair is not of single terms, terms and collocates differ in number, or a number is
            out of range.

        See Also
        --------
        concordance : Look for words as people write them, and for patterns.
        collocations : Pairs that come more often than by chance.

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

        A row of `collocations` leads to its passages, both words in the node:

        >>> pairs = tokens.collocations(2, min_count=1, measures="log_dice")
        >>> top = pairs[pairs["node"] == "wheat"]
        >>> print(tokens.evidence(top["node"], collocate=top["collocate"], span=2))
        0  Wheat rose
        1  Wheat fell      and fell
        1  Wheat fell and  fell

        The passages behind a similarity are where the terms stand that make it:

        >>> why = counts.weight("tfidf").why(0, 1)
        >>> print(tokens[[0, 1]].evidence(why["term"].head(3)))
        0  Wheat  rose
        1  Wheat  fell and fell
        """
        from broadsheet.statistics._search import find_evidence

        return find_evidence(
            cast("Tokens", self),
            term,
            window,
            collocate=collocate,
            span=span,
            within=within,
            n_jobs=n_jobs,
            progress=progress,
        )
