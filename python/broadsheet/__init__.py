"""News articles to term statistics and nearest articles, fast and with the evidence."""

from broadsheet import measures, reading, text
from broadsheet._concat import concat
from broadsheet._core import __version__
from broadsheet._options import options
from broadsheet.article import Article, Dateline, Passage
from broadsheet.corpus import Corpus
from broadsheet.measures.citation import cite
from broadsheet.reading import read, read_batches, sample
from broadsheet.terms import TermMatrix, Tokenizer, Tokens, Vocabulary, stopwords

__all__ = [
    "Article",
    "Corpus",
    "Dateline",
    "Passage",
    "TermMatrix",
    "Tokenizer",
    "Tokens",
    "Vocabulary",
    "__version__",
    "cite",
    "concat",
    "measures",
    "options",
    "read",
    "read_batches",
    "reading",
    "sample",
    "stopwords",
    "text",
]
