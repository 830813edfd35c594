"""News articles to term statistics and nearest articles, fast and with the evidence."""

from broadsheet import reading, text
from broadsheet._core import __version__
from broadsheet._options import options
from broadsheet.corpus import Corpus
from broadsheet.reading import read, sample

__all__ = ["Corpus", "__version__", "options", "read", "reading", "sample", "text"]
