"""What several tests share: the sample graph, built once a run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Path:
    """The folder that ``kg build seeds/`` makes."""
    folder = tmp_path_factory.mktemp("sample")
    # in a process of its own: other tests add names to the gazetteer of this one
    code = "import sys; from kg.pipeline import build; build([sys.argv[1]], sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, str(seeds), str(folder)], check=True)
    return folder
