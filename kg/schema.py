"""The kinds of things, read from ``schema.yaml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from kg.lang import parse_yaml


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """The whole of ``kg/schema.yaml``. Callers must not change it."""
    text = files("kg").joinpath("schema.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_yaml(text, "kg/schema.yaml")
    return data


@lru_cache(maxsize=1)
def group_of() -> dict[str, str]:
    """Event leaf -> its group: ``{"Meet": "Contact", ...}``."""
    return {leaf: group for group, entry in schema()["event_groups"].items() for leaf in entry["leaves"]}


def roles_of(leaf: str) -> tuple[str, ...]:
    """The roles that an event of this leaf may have. Raises ``KeyError`` for an unknown leaf."""
    return tuple(schema()["events"][leaf]["roles"])


def is_symmetric(relation: str) -> bool:
    """Does the relation hold both ways?"""
    return bool(schema()["relations"][relation].get("symmetric"))


def label(section: str, key: str, language: str) -> str:
    """The label for people of ``key`` in ``section`` (``entity_types``, ``events`` ...), ``language`` "ar" or "en"."""
    return str(schema()[section][key][language])
