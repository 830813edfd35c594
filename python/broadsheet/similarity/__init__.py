"""Nearest rows of a matrix, and the terms that make them near."""

from broadsheet.similarity.contributions import explain
from broadsheet.similarity.neighbors import Neighbors, find_neighbors

__all__ = ["Neighbors", "explain", "find_neighbors"]
