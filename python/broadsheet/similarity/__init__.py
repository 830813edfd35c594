"""Nearest rows of a matrix, pairs of similar rows, and the terms that make them similar."""

from broadsheet.similarity.contributions import explain
from broadsheet.similarity.neighbors import Neighbors, find_neighbors
from broadsheet.similarity.pairs import Pairs, find_pairs

__all__ = ["Neighbors", "Pairs", "explain", "find_neighbors", "find_pairs"]
