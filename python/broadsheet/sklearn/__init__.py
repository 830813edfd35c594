"""Estimators that take the place of scikit-learn's by name."""

from broadsheet.sklearn.bm25_transformer import Bm25Transformer
from broadsheet.sklearn.count_vectorizer import CountVectorizer
from broadsheet.sklearn.counting_path import CountingPath
from broadsheet.sklearn.hashing_vectorizer import HashingVectorizer
from broadsheet.sklearn.latent_semantic_analysis import LatentSemanticAnalysis
from broadsheet.sklearn.similarity_neighbors import SimilarityNeighbors
from broadsheet.sklearn.tfidf_transformer import TfidfTransformer
from broadsheet.sklearn.tfidf_vectorizer import TfidfVectorizer

__all__ = [
    "Bm25Transformer",
    "CountVectorizer",
    "CountingPath",
    "HashingVectorizer",
    "LatentSemanticAnalysis",
    "SimilarityNeighbors",
    "TfidfTransformer",
    "TfidfVectorizer",
]
