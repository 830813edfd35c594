"""What can be asked of tokens: which words stand beside which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, cast

from broadsheet._parallel import Progress

if TYPE_CHECKING:
    from broadsheet.terms.matrix import TermMatrix
    from broadsheet.terms.tokens import Tokens

__all__ = ["Collocatable"]


class Collocatable:
    """Tokens whose neighbours can be counted, by a layer above them."""

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
        evidence : The places of a pair.

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

        The passages of a pair, as many as O11 says:

        >>> lines = tokens.evidence("budget", collocate="committees", span=5, within="sentence")
        >>> len(lines)
        6
        >>> lines[0].node
        'Budget Committees'
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
        evidence : The passages behind a cell.

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
        >>> print(tokens.evidence("prices", collocate="fell", span=1))
        0  wheat  prices fell
        1   corn  prices fell
        """
        from broadsheet.statistics._cooccurrence import count_cooccurrences
        from broadsheet.statistics._windows import read_window

        return count_cooccurrences(
            cast("Tokens", self), read_window(window, within), min_count, n_jobs, progress
        )
