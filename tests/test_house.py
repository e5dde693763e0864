"""Rules of the house that a machine can watch."""

import ast
import re
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ARABIC_WORD = re.compile("[\u0621-\u064a]{3,}")


def _docstrings(tree: ast.AST) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_language_is_data_and_stands_in_no_program(path: Path) -> None:
    """Arabic words may illustrate in comments and docstrings; a program that compares with one belongs into data."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skip = _docstrings(tree)
    words = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip
        and ARABIC_WORD.search(node.value)
    ]  # fmt: skip
    assert words == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_are_small_enough_to_have_one_purpose(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


def test_nothing_of_the_package_opens_the_network_by_itself() -> None:
    users = [p.name for p in MODULES if re.search(r"^\s*(import|from) (requests|urllib3|aiohttp)\b", p.read_text(), re.M)]
    assert users == []
