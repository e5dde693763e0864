from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest
from graph_sample import sample, write_folder

from kg.graph.store import build_store, read_meta, staleness


def test_a_store_fits_its_trig_and_no_other(tmp_path: Path) -> None:
    trig, store = write_folder(tmp_path) / "graph.trig", tmp_path / "store"
    assert staleness(trig, store) is None
    meta = read_meta(store)
    assert meta is not None and meta["prefixes"]["person"].endswith("/person/")
    assert len(pyoxigraph.Store.read_only(str(store))) == meta["quads"]
    trig.touch()
    assert staleness(trig, store) is None, "the same content at another time is no reason"
    trig.write_text(trig.read_text("utf-8") + "\n<a:a> <a:b> <a:c> .\n", "utf-8")
    assert staleness(trig, store) == "graph.trig has changed since"


def test_a_store_of_another_version_is_stale(tmp_path: Path) -> None:
    trig, store = write_folder(tmp_path) / "graph.trig", tmp_path / "store"
    meta = json.loads((store / "kg.json").read_text("utf-8")) | {"engine": "pyoxigraph 0.1, layout 1"}
    (store / "kg.json").write_text(json.dumps(meta), "utf-8")
    assert "written by pyoxigraph 0.1" in (staleness(trig, store) or "")


def test_a_broken_trig_leaves_the_old_store(tmp_path: Path) -> None:
    write_folder(tmp_path)
    broken = tmp_path / "broken.trig"
    broken.write_text("@prefix kg: <http://x/> .\nkg:a kg:b\n", "utf-8")
    with pytest.raises(SyntaxError):
        build_store(broken, tmp_path / "store")
    assert len(pyoxigraph.Store.read_only(str(tmp_path / "store"))) > 100
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "broken.trig",
        "graph.trig",
        "graph.ttl",
        "records.jsonl",
        "store",
    ]


def test_building_again_over_a_store_that_is_open(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    opened = pyoxigraph.Store.read_only(str(folder / "store"))
    build_store(folder / "graph.trig", folder / "store")
    assert len(opened) == len(pyoxigraph.Store.read_only(str(folder / "store")))
    assert sample().articles
