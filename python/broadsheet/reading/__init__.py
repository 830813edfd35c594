"""Articles from files, and the articles that come with the package."""

from broadsheet.reading._batches import read_batches
from broadsheet.reading._bundled import sample
from broadsheet.reading._compression import Limits
from broadsheet.reading._errors import LeftOutWarning, LimitError, ReadError
from broadsheet.reading._reader import read

__all__ = ["LeftOutWarning", "LimitError", "Limits", "ReadError", "read", "read_batches", "sample"]
