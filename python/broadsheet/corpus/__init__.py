"""Texts with ids and metadata: where everything starts."""

from broadsheet.corpus.corpus import Corpus

__all__ = ["Corpus"]
