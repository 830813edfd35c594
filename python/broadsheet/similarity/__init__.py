"""Nearest rows, similar pairs and what makes them so, latent dimensions, sketches and copies."""

from broadsheet.similarity.clusters import Clusters, find_clusters
from broadsheet.similarity.contributions import explain
from broadsheet.similarity.copy_groups import CopyGroups
from broadsheet.similarity.lsa import LatentSpace, lsa
from broadsheet.similarity.minhash import MinHash
from broadsheet.similarity.neighbors import Neighbors, find_neighbors
from broadsheet.similarity.pairs import Pairs, find_pairs
from broadsheet.similarity.semantic_profile import SemanticProfile, semantic_profile
from broadsheet.similarity.simhash import SimHash
from broadsheet.similarity.sketches import Sketches

__all__ = [
    "Clusters",
    "CopyGroups",
    "LatentSpace",
    "MinHash",
    "Neighbors",
    "Pairs",
    "SemanticProfile",
    "SimHash",
    "Sketches",
    "explain",
    "find_clusters",
    "find_neighbors",
    "find_pairs",
    "lsa",
    "semantic_profile",
]
