"""Files, folders and standard input to articles; what of a text is article and what is furniture of the page."""

from kg.read.article import Article, Limits, Problem
from kg.read.furniture import find_furniture
from kg.read.paths import read_paths

__all__ = ["Article", "Limits", "Problem", "find_furniture", "read_paths"]
