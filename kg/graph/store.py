"""The on-disk Oxigraph store: a cache of graph.trig, built again whenever it does not fit it.

The format on disk is Oxigraph's own and no promise of theirs, so the store remembers which version wrote it and the
hash of the TriG file it was made from (``store/kg.json``).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

_LAYOUT = 1
_META = "kg.json"
_PREFIX = re.compile(r"@prefix ([A-Za-z][\w.-]*): <([^>]*)> \.")


def engine() -> str:
    """What a store must have been written by: engine, its version, our layout."""
    return f"pyoxigraph {version('pyoxigraph')}, layout {_LAYOUT}"


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def prefixes_of(path: Path) -> dict[str, str]:
    """The ``@prefix`` lines with which a Turtle or TriG file of ours begins."""
    found: dict[str, str] = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            match = _PREFIX.match(line)
            if not match:
                break
            found[match[1]] = match[2]
    return found


def build_store(trig_path: str | os.PathLike[str], store_dir: str | os.PathLike[str]) -> int:
    """Builds the store beside its place and then puts it there. Returns the number of quads.

    Raises ``SyntaxError`` (of pyoxigraph, with line and column) where the file is not TriG, ``OSError`` where the
    place cannot be written; an older store is then left as it was."""
    import pyoxigraph

    trig, place = Path(trig_path), Path(store_dir)
    beside = place.with_name(f".{place.name}.{os.getpid()}.new")
    old = place.with_name(f".{place.name}.{os.getpid()}.old")
    shutil.rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        store = pyoxigraph.Store(str(beside))
        store.bulk_load(path=str(trig), format=pyoxigraph.RdfFormat.TRIG)
        store.optimize()
        count = len(store)
        store.flush()
        del store
        stat = trig.stat()
        meta = {
            "engine": engine(),
            "sha256": file_hash(trig),
            "size": stat.st_size,
            "modified": stat.st_mtime_ns,
            "quads": count,
            "prefixes": prefixes_of(trig),
        }
        beside.joinpath(_META).write_text(json.dumps(meta, indent=1), encoding="utf-8")
        if place.exists():
            os.replace(place, old)
        os.replace(beside, place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return count


def read_meta(store_dir: str | os.PathLike[str]) -> dict[str, Any] | None:
    """What the store remembers of its making; None where there is no store or it cannot be read."""
    try:
        meta = json.loads(Path(store_dir, _META).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return meta if isinstance(meta, dict) else None


def staleness(trig_path: str | os.PathLike[str], store_dir: str | os.PathLike[str]) -> str | None:
    """Why the store must be built again, in words; None where it fits. A file of the same size and time is trusted,
    any other is compared by its hash. Without the TriG file a store of this version is taken as it is."""
    meta = read_meta(store_dir)
    if meta is None:
        return "there is no store yet"
    if meta.get("engine") != engine():
        return f"the store was written by {meta.get('engine')}, this is {engine()}"
    try:
        stat = os.stat(trig_path)
    except FileNotFoundError:
        return None
    if (meta.get("size"), meta.get("modified")) == (stat.st_size, stat.st_mtime_ns):
        return None
    return None if meta.get("sha256") == file_hash(Path(trig_path)) else "graph.trig has changed since"
