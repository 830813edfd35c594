"""From texts to terms: tokenizers, tokens and vocabularies."""

from broadsheet.terms.stopwords import stopwords
from broadsheet.terms.tokenizer import Tokenizer
from broadsheet.terms.tokens import Tokens
from broadsheet.terms.vocabulary import Vocabulary

__all__ = ["Tokenizer", "Tokens", "Vocabulary", "stopwords"]
