"""Which code counts the terms of documents: the core, or scikit-learn's own."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CountingPath"]


@dataclass(frozen=True, slots=True)
class CountingPath:
    """Which code will count, and why. Made by ``explain_path`` of a vectorizer.

    Parameters
    ----------
    is_fast : bool
        Whether the core counts; otherwise scikit-learn's own code does, with the same result.
    reasons : tuple of str
        What the core cannot do of what is asked for; empty if it counts.

    Examples
    --------
    >>> from broadsheet.sklearn import CountVectorizer
    >>> CountVectorizer().explain_path()
    CountingPath(is_fast=True, reasons=())
    >>> CountVectorizer(tokenizer=str.split).explain_path().reasons
    ('tokenizer is a callable, which Python calls for each document',)
    """

    is_fast: bool
    reasons: tuple[str, ...] = ()
