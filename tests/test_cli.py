import subprocess
import sys

import pytest

from kg import __version__
from kg.cli import COMMANDS, main


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in COMMANDS)


def test_no_command_and_an_unknown_one_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert main(["bild"]) == 2
    assert "there is no command 'bild'" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"kg {name}" in capsys.readouterr().out.split("usage:", 1)[1].split("\n", 2)[2]


def test_help_imports_nothing_heavy() -> None:
    heavy = ("camel_tools", "rdflib", "networkx", "numpy", "lxml", "pyoxigraph", "yaml")
    code = f"import sys; from kg.cli import main; main(['--help']); print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("[]")
