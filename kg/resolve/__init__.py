"""Resolution: what single articles say -> what they tell together, each thing and each happening once."""

from kg.resolve.iris import DEFAULT_BASE
from kg.resolve.resolver import annotate, resolve

__all__ = ["DEFAULT_BASE", "annotate", "resolve"]
