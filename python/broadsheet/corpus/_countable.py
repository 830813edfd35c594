"""How a corpus is cut into terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, cast, overload

from broadsheet._parallel import Progress
from broadsheet.article import Zone

if TYPE_CHECKING:
    from broadsheet.corpus.corpus import Corpus
    from broadsheet.similarity import MinHash
    from broadsheet.terms import Estimate, TermMatrix, Tokenizer, Tokens

__all__ = ["Countable"]


class Countable:
    """Texts that can be cut and counted, by a layer above them."""

    @overload
    def tokens(
        self,
        tokenizer: Tokenizer | None = None,
        zone: Zone | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
        *,
        dry_run: Literal[False] = False,
    ) -> Tokens: ...
    @overload
    def tokens(
        self,
        tokenizer: Tokenizer | None = None,
        zone: Zone | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
        *,
        dry_run: Literal[True],
    ) -> Estimate: ...
    def tokens(
        self,
        tokenizer: Tokenizer | None = None,
        zone: Zone | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
        *,
        dry_run: bool = False,
    ) -> Tokens | Estimate:
        """Cut the texts, or one zone of each, into tokens.

        Parameters
        ----------
        tokenizer : Tokenizer, optional
            The rules; those for news by default.
        zone : {"headline", "deck", "byline", "dateline", "body"}, optional
            The only part of each article that is read. By default all of the text.
        n_jobs : int, optional
            Number of threads; None for every core.
        progress : bool or callable, optional
            True for a bar, or a function of the number of texts done and of all.
        dry_run : bool, default=False
            Whether only a part is cut, to say what all would take of memory and time.

        Returns
        -------
        Tokens
            The tokens of each text, the same for any number of threads. An Estimate if `dry_run`.

        Raises
        ------
        ValueError
            If there is no such zone.

        See Also
        --------
        broadsheet.terms.Estimate : How memory and time are reckoned.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["U.S. exports rose 3.9%", "They fell."])
        >>> corpus.tokens()[0]
        ['u.s.', 'exports', 'rose', '3.9%']
        """
        from broadsheet.terms import Tokenizer, Tokens

        corpus = cast("Corpus", self)
        rules = Tokenizer() if tokenizer is None else tokenizer
        if dry_run:
            return Tokens._estimate(corpus, rules, zone=zone, n_jobs=n_jobs)
        return Tokens._from_corpus(corpus, rules, zone=zone, n_jobs=n_jobs, progress=progress)

    def character_matrix(
        self,
        ngrams: tuple[int, int] = (3, 3),
        within_words: bool = True,
        lowercase: bool = True,
        strip_accents: bool | Literal["ascii"] = False,
        min_df: float = 1,
        max_df: float = 1.0,
        max_terms: int | None = None,
        terms: TermMatrix | Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> TermMatrix:
        """Count the n-grams of characters of the texts into a document-term matrix.

        Parameters
        ----------
        ngrams : tuple of int, default=(3, 3)
            The fewest and the most neighbouring characters that are counted together. A character
            is a code point.
        within_words : bool, default=True
            Whether n-grams stay within words, the runs between white space, each with a space at
            both its sides: scikit-learn's analyzer ``"char_wb"``. A word that is shorter than the
            n-grams is counted as a whole. False counts across words, as ``"char"`` does: white
            space counts, two or more in a row as one space.
        lowercase : bool, default=True
            Whether the text is put in lower case first, as by `str.lower`.
        strip_accents : bool or "ascii", default=False
            Whether the text loses its accents then; as for `Tokenizer` under ``"sklearn"``.
        min_df, max_df : int or float, default=1 and 1.0
            The fewest and the most documents that an n-gram may occur in: a number of them if
            int, a share if float, compared unrounded as scikit-learn does.
        max_terms : int, optional
            How many of the remaining n-grams to keep: those that occur most often, of equally
            frequent ones the first in the order of terms.
        terms : TermMatrix or iterable of str, optional
            Exactly these n-grams instead, in this order, whether they occur or not; of a
            TermMatrix its terms. The bounds above must then be left out.
        n_jobs : int, optional
            Number of threads; None for every core. The result is the same bytes for any number.
        progress : bool or callable, optional
            True for a bar, or a function of the number of texts done and of all.

        Returns
        -------
        TermMatrix
            The counts, with the n-grams in the order of their code points and the documents.

        Raises
        ------
        ValueError
            If no n-gram is left, a bound is out of range, or one comes twice in `terms`.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose.", "Rye rose."])
        >>> corpus.character_matrix(min_df=2).terms
        array([' ro', 'e. ', 'ose', 'ros', 'se.'], dtype=object)
        """
        from broadsheet.terms import TermMatrix

        return TermMatrix._from_characters(
            cast("Corpus", self),
            ngrams=ngrams,
            within_words=within_words,
            lowercase=lowercase,
            strip_accents=strip_accents,
            min_df=min_df,
            max_df=max_df,
            max_terms=max_terms,
            terms=terms,
            n_jobs=n_jobs,
            progress=progress,
        )

    def character_minhash(
        self,
        n_hashes: int = 128,
        shingle: int = 9,
        *,
        lowercase: bool = True,
        strip_accents: bool | Literal["ascii"] = False,
        seed: int = 0,
        n_jobs: int | None = None,
        progress: Progress = None,
    ) -> MinHash:
        """Sketch each text by its runs of characters: for texts whose words are not to be trusted.

        Misread letters and words run together change all word shingles around them, but only a
        few of characters; and scripts without spaces need no tokenizer.

        Parameters
        ----------
        n_hashes : int, default=128
            Places of a sketch, from 1 to 65536; a sketch takes 4 bytes each.
        shingle : int, default=9
            Characters of a shingle, from 1 to 64. A character is a code point. A text of fewer is
            one shingle.
        lowercase : bool, default=True
            Whether the text is put in lower case first, as by `str.lower`.
        strip_accents : bool or "ascii", default=False
            Whether the text loses its accents then; as for `Tokenizer` under ``"sklearn"``.
        seed : int, default=0
            What chooses the hashes: the same seed, the same sketches, on any machine.
        n_jobs : int, optional
            The number of threads. By default every core the process may use. The result is the
            same bytes for any number.
        progress : bool or callable, optional
            Whether to show a bar, or what to call with the texts done and their number.

        Returns
        -------
        MinHash
            One of each text, with all that made them.

        Raises
        ------
        ValueError
            If a number is out of range.

        See Also
        --------
        Tokens.minhash : The same of words, which says how it is done.

        Notes
        -----
        White space is one space between words, and none at either end: line breaks make no
        difference. Nine characters are the length that Leskovec, Rajaraman and Ullman, *Mining of
        massive datasets*, section 3.2, advise for articles.

        Examples
        --------
        >>> import broadsheet as bs
        >>> corpus = bs.Corpus(["Wheat rose in Kansas today.", "Wheat r0se in  Kansas today"])
        >>> sketches = corpus.character_minhash(shingle=4)
        >>> sketches
        MinHash(2 texts, 128 hashes, shingles of 4 characters, seed=0)
        >>> sketches.pairs(0.5)["score"].round(2).tolist()
        [0.68]
        """
        from broadsheet.similarity import MinHash
        from broadsheet.similarity._shingles import character_settings

        settings = character_settings(
            n_hashes, shingle, seed, lowercase=lowercase, strip_accents=strip_accents
        )
        return MinHash._of(cast("Corpus", self), settings, n_jobs, progress)
