"""From texts to terms: tokenizers, tokens, vocabularies, and counts and weights of terms."""

from broadsheet.terms.estimate import Estimate
from broadsheet.terms.matrix import TermMatrix
from broadsheet.terms.stopwords import stopwords
from broadsheet.terms.term_totals import TermTotals
from broadsheet.terms.tokenizer import Tokenizer
from broadsheet.terms.tokens import Tokens
from broadsheet.terms.vocabulary import Vocabulary
from broadsheet.terms.weighting import Weighting

__all__ = [
    "Estimate",
    "TermMatrix",
    "TermTotals",
    "Tokenizer",
    "Tokens",
    "Vocabulary",
    "Weighting",
    "stopwords",
]
