"""Makes ``sample`` importable beside the tests, and the knowledge of it once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from kg.knowledge import Knowledge


@pytest.fixture(scope="session")
def small() -> Knowledge:
    import sample

    return sample.small()


@pytest.fixture(scope="session")
def hostile() -> Knowledge:
    import sample

    return sample.hostile()


@pytest.fixture(scope="session")
def empty() -> Knowledge:
    return Knowledge("https://example.org/kg/", (), (), (), ())
