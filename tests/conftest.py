"""What several tests share: the sample graph, built once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """The folder that ``kg build seeds/`` makes."""
    from kg.pipeline import build

    folder = tmp_path_factory.mktemp("sample")
    build([str(seeds)], folder, jobs=1)
    return folder
