#!/bin/sh
# Installs kg and what its tests need into a virtual environment and runs every check.
set -eu
cd "$(dirname "$0")"
venv="${KG_VENV:-.venv}"
[ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.txt -r requirements-dev.txt
"$venv/bin/pip" install -q --disable-pip-version-check --no-deps -e .
"$venv/bin/ruff" check kg tests
"$venv/bin/mypy"
"$venv/bin/lint-imports"
"$venv/bin/python" -m pytest -n 2 "$@"
