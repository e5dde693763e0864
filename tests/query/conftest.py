from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of the sample."""
    from graph_sample import write_folder

    return write_folder(tmp_path_factory.mktemp("sample"))
