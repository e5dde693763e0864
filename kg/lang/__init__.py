"""Language as data: YAML files that a person who knows Arabic and no Python can read and mend."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


class DataError(ValueError):
    """A data file of ours is wrong; the message names file and place."""


def parse_yaml(text: str, where: str) -> Any:
    """Safe YAML (no tags). Raises ``DataError`` naming ``where``, line and column."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise DataError(f"{where}: {error}") from error


@lru_cache(maxsize=64)
def load(name: str, language: str = "ar") -> Any:
    """The content of ``kg/lang/<language>/<name>``. Callers must not change what they are given."""
    path = files("kg.lang").joinpath(language, name)
    return parse_yaml(path.read_text(encoding="utf-8"), f"kg/lang/{language}/{name}")


@lru_cache(maxsize=64)
def particles(name: str) -> frozenset[str]:
    """The words of list ``name`` in ``particles.yaml``, folded."""
    from kg.text.normalize import fold

    words = load("particles.yaml")[name]
    return frozenset(fold(w) for w in ([words] if isinstance(words, str) else words))
