#!/bin/sh
# Installs kg into a virtual environment beside this file and builds the sample graph.
set -eu
cd "$(dirname "$0")"
venv="${KG_VENV:-.venv}"
[ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
"$venv/bin/pip" install -q --disable-pip-version-check --no-deps .
"$venv/bin/kg" build seeds/ -o exports/
