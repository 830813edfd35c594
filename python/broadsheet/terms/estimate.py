"""What a long call would take, before it is made."""

from __future__ import annotations

from dataclasses import dataclass

from broadsheet.corpus._html import format_size

__all__ = ["Estimate"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a call would take: memory and time, reckoned from a part that was really run.

    Made by ``Corpus.tokens(dry_run=True)`` and ``Tokens.matrix(dry_run=True)``.

    Parameters
    ----------
    nbytes : int
        The bytes of the result, its `nbytes`.
    peak_nbytes : int
        The most bytes that the call holds at a time, the result among them: beside the texts,
        or the tokens, which are there already.
    seconds : float
        How long the call takes on this machine, as busy as it is now.
    n_jobs : int
        The threads that `seconds` is for.
    n_documents : int
        The texts of the call.
    n_sampled : int
        The texts that were run, spread evenly over all of them.

    Notes
    -----
    Of tokens, all is reckoned from the sample: up to 8 MB of text are cut twice, a quarter and the
    whole of it. Tokens are as many a byte as in the sample, and terms go on growing as they grow
    from half of the sample to all of it, by a power of the number of tokens (Heaps' law).

    Of a matrix, words are counted in all documents, and of longer n-grams some, chosen by a hash
    of their words: so bounds such as ``min_df=2`` mean what they will mean. Only seconds come from
    a sample of documents.

    Bytes are within a quarter of the truth where the sample is like the rest. The peak is no less
    than the truth as a rule, and may be more than twice as much for n-grams of three words and more
    under a `min_df`, which drops many before they are met. Seconds are a rough guess: caches, other
    programs and the shape of the texts decide with.

    Examples
    --------
    >>> import broadsheet as bs
    >>> corpus = bs.sample()
    >>> estimate = corpus.tokens(dry_run=True)
    >>> estimate.nbytes == corpus.tokens().nbytes
    True
    """

    nbytes: int
    peak_nbytes: int
    seconds: float
    n_jobs: int
    n_documents: int
    n_sampled: int

    def __repr__(self) -> str:
        threads = f"{self.n_jobs} thread{'s' if self.n_jobs > 1 else ''}"
        return (
            f"Estimate({format_size(self.nbytes)}, at the peak {format_size(self.peak_nbytes)}, "
            f"{self.seconds:.2g} s on {threads}; from {self.n_sampled:,} of "
            f"{self.n_documents:,} texts)"
        )
