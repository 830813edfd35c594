"""Small matrices and tokens for tests of terms."""

import numpy as np

import broadsheet as bs
from broadsheet.terms import TermMatrix, Tokens

WORDS = ["ab", "abc", "bc", "naïve", "nato", "über", "zz", "日本"]


def tokens_of(texts: list[str]) -> Tokens:
    """Tokenise texts as scikit-learn does."""
    return bs.Corpus(texts).tokens(bs.Tokenizer("sklearn"))


def random_texts(seed: int, n_documents: int = 40, longest: int = 30) -> list[str]:
    """Texts of a few words, some of them empty, common words first in `WORDS`."""
    random = np.random.default_rng(seed)
    share = 1 / np.arange(1, len(WORDS) + 1)
    return [
        " ".join(random.choice(WORDS, size=random.integers(longest), p=share / share.sum()))
        for _ in range(n_documents)
    ]


def random_counts(seed: int, n_documents: int = 40, n_terms: int = 15) -> TermMatrix:
    """Counts of a few terms, one document and one term of them empty."""
    dense = np.random.default_rng(seed).poisson(0.6, size=(n_documents, n_terms))
    dense[3], dense[:, 4] = 0, 0
    return TermMatrix(dense, [f"{'term' * (t % 3)}{t}" for t in range(n_terms)])


def same(one: TermMatrix, other: TermMatrix) -> bool:
    """Tell whether two matrices hold the same bytes under the same labels."""
    return (
        one.shape == other.shape
        and one.dtype == other.dtype
        and one.terms.tolist() == other.terms.tolist()
        and one.ids.tolist() == other.ids.tolist()
        and all(
            getattr(one.csr, part).tobytes() == getattr(other.csr, part).tobytes()
            for part in ("indptr", "indices", "data")
        )
    )
