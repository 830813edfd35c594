"""Nearest rows, pairs of similar rows, what makes them similar, and latent dimensions."""

from broadsheet.similarity.clusters import Clusters, find_clusters
from broadsheet.similarity.contributions import explain
from broadsheet.similarity.lsa import LatentSpace, lsa
from broadsheet.similarity.neighbors import Neighbors, find_neighbors
from broadsheet.similarity.pairs import Pairs, find_pairs
from broadsheet.similarity.semantic_profile import SemanticProfile, semantic_profile

__all__ = [
    "Clusters",
    "LatentSpace",
    "Neighbors",
    "Pairs",
    "SemanticProfile",
    "explain",
    "find_clusters",
    "find_neighbors",
    "find_pairs",
    "lsa",
    "semantic_profile",
]
