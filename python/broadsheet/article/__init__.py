"""A news article, taken apart: headline, deck, byline, dateline, paragraphs, sentences."""

from broadsheet.article.article import Article, Zone
from broadsheet.article.dateline import Dateline
from broadsheet.article.passage import Passage

__all__ = ["Article", "Dateline", "Passage", "Zone"]
