"""Corrections that people make: judgements that outrank every score."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.lang import DataError, parse_yaml


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries of a corrections file, in order."""

    entries: tuple[dict[str, Any], ...] = ()


def load_corrections(path: Path) -> Corrections:
    """Reads a corrections file. Raises ``DataError`` naming file and line."""
    data = parse_yaml(path.read_text(encoding="utf-8"), str(path)) or []
    if not isinstance(data, list):
        raise DataError(f"{path}: a list of corrections was expected")
    return Corrections(tuple(data))
