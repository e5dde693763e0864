"""Every format of ours gives the same bytes whatever the hash seed of Python."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

_WRITE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import sample
from kg.export import FILE_NAMES, write
for name in ("html", "gexf", "graphml", "neo4j", "cypher", "csv", "plover", "svg"):
    write(name, sample.synthetic(80), Path(sys.argv[2]) / FILE_NAMES[name])
"""


def test_hash_seed(tmp_path):
    made = []
    for seed in ("0", "4711"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", _WRITE, str(Path(__file__).parent), str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        made.append(
            {
                str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(folder.rglob("*"))
                if path.is_file()
            }
        )
    assert made[0] == made[1]
    assert len(made[0]) > 20
