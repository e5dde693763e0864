"""The main job, as a user runs it: every file it leaves is opened by a real reader, and is the same whatever the order."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import igraph
import networkx
import pyoxigraph
import pytest
import rdflib

from kg.cli import main
from kg.pipeline import build, open_knowledge
from kg.record import read_jsonl
from kg.report import Run

FILES = ("records.jsonl", "graph.ttl", "graph.trig", "graph.html", "graph.gexf", "graph.graphml")


def outputs(folder: Path) -> dict[str, bytes]:
    """Every output but the store (a cache) and the report (it tells times)."""
    paths = [folder / name for name in FILES] + sorted((folder / "neo4j").iterdir())
    return {str(p.relative_to(folder)): p.read_bytes() for p in paths}


def test_everything_promised_is_there(sample: Path) -> None:
    for name in (*FILES, "neo4j/import.cypher", "store", "report.json", "report.md"):
        assert (sample / name).exists(), name


def test_turtle_and_trig_are_read_alike_by_two_parsers(sample: Path) -> None:
    flat = rdflib.Graph().parse(sample / "graph.ttl")
    store = pyoxigraph.Store()
    store.load(path=str(sample / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(flat) == len(store) > 1000
    dataset = rdflib.Dataset().parse(sample / "graph.trig", format="trig")
    quads = pyoxigraph.Store()
    quads.load(path=str(sample / "graph.trig"), format=pyoxigraph.RdfFormat.TRIG)
    assert len(set(dataset.quads())) == len(quads) > 1000


def test_gephi_formats_are_read(sample: Path) -> None:
    knowledge = open_knowledge(sample)
    gexf = networkx.read_gexf(sample / "graph.gexf")
    graphml = networkx.read_graphml(sample / "graph.graphml")
    other = igraph.Graph.Read_GraphML(str(sample / "graph.graphml"))
    assert gexf.number_of_nodes() == graphml.number_of_nodes() == other.vcount()
    assert other.vcount() >= len(knowledge.things)
    assert graphml.number_of_edges() == other.ecount() > 100


def test_every_span_of_the_records_quotes_the_article(sample: Path) -> None:
    for record in read_jsonl(str(sample / "records.jsonl")):
        length = len(record.doc.text)
        spans = [m for e in record.entities for m in e.mentions]
        spans += [v.trigger for v in record.events] + [v.content for v in record.events if v.content]  # type: ignore[misc]
        assert all(0 <= s.start < s.end <= length for s in spans)
        ids = {e.id for e in record.entities}
        assert all(r.entity in ids for v in record.events for r in v.roles)
        assert all(e.uri for e in record.entities) and all(v.uri for v in record.events)
        statements = {v.id for v in record.events}
        assert all(v.said_in in statements for v in record.events if v.said_in)


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_same_bytes_for_any_order_of_files_workers_and_hash_seed(
    sample: Path, seeds: Path, tmp_path: Path, seed: str
) -> None:
    files = [str(p) for p in sorted(seeds.iterdir()) if p.name != "README.md"]
    random.Random(seed).shuffle(files)
    copy = tmp_path / "in"
    copy.mkdir()
    for i, path in enumerate(files):  # a folder whose files were written in another order
        shutil.copy(path, copy)
        os.utime(copy / Path(path).name, (i, i))
    out = tmp_path / "out"
    code = (
        "import sys; from kg.pipeline import build; from kg.read import read_paths\n"
        "build(sys.argv[3:], sys.argv[1], jobs=int(sys.argv[2]))"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", code, str(out), "2", str(copy)], env=env, check=True)
    assert outputs(out) == outputs(sample)


def test_the_committed_exports_are_what_the_seeds_give(sample: Path) -> None:
    committed = Path(__file__).parent.parent / "exports"
    for name, data in outputs(sample).items():
        assert (committed / name).read_bytes() == data, f"exports/{name} is stale: run  kg build seeds/ -o exports/"


def test_a_second_build_takes_over_what_has_not_changed(seeds: Path, tmp_path: Path) -> None:
    first, second = Run(), Run()
    source = [str(seeds / "saudi-iran-agency.txt"), str(seeds / "saudi-iran-gulf.txt")]
    build(source, tmp_path, run=first)
    before = outputs(tmp_path)
    build(source, tmp_path, run=second)
    assert (first.reused, second.reused) == (0, 2)
    assert outputs(tmp_path) == before


def test_bad_input_is_named_and_the_rest_is_built(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(seeds / "saudi-iran-agency.txt", folder)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "paper.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "english.txt").write_text("No Arabic here at all.", encoding="utf-8")
    (folder / "rows.jsonl").write_text('{"id": "a", "text": "قال الوزير إن الاتفاق جاهز."}\n{broken\n', encoding="utf-8")
    assert main(["build", str(folder), str(tmp_path / "missing.txt"), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 1
    told = capsys.readouterr().err
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    named = {Path(p["path"]).name for p in report["problems"] if p["skipped"]}
    assert {"empty.txt", "paper.txt", "binary.txt", "english.txt", "rows.jsonl", "missing.txt"} <= named
    assert all(name in told for name in ("empty.txt", "paper.txt", "missing.txt"))
    assert any(p["place"] == "line 2" for p in report["problems"])
    assert report["articles"] == 2


def test_nothing_readable_ends_with_one(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    assert main(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 1


def test_a_wrong_path_leaves_an_existing_graph_alone(seeds: Path, tmp_path: Path) -> None:
    build([str(seeds / "saudi-iran-gulf.txt")], tmp_path)
    before = outputs(tmp_path)
    assert main(["build", str(tmp_path / "typo"), "-o", str(tmp_path), "--jobs", "1"]) == 2
    assert outputs(tmp_path) == before


def test_records_made_earlier_give_the_same_graph(sample: Path, tmp_path: Path) -> None:
    assert main(["resolve", str(sample / "records.jsonl"), "-o", str(tmp_path)]) == 0
    assert outputs(tmp_path) == outputs(sample)


def test_broken_records_are_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    assert main(["resolve", str(path), "-o", str(tmp_path / "out")]) == 2
    assert "line 1" in capsys.readouterr().err


def test_hostile_names_come_out_escaped(tmp_path: Path) -> None:
    text = "قال الوزير لويد أوستن <script>alert(1)</script> إن \"الاتفاق\" جاهز\u202e في واشنطن\x07 أمس."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "out")
    page = (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    rdflib.Graph().parse(tmp_path / "out" / "graph.ttl")
    networkx.read_gexf(tmp_path / "out" / "graph.gexf")
    networkx.read_graphml(tmp_path / "out" / "graph.graphml")


def test_a_build_opens_no_socket(seeds: Path, tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('a build must not open a socket')\n"
        "socket.socket.connect = refuse; socket.create_connection = refuse; socket.getaddrinfo = refuse\n"
        "from kg.pipeline import build; build([sys.argv[1]], sys.argv[2])"
    )
    source = str(seeds / "saudi-iran-agency.txt")
    subprocess.run([sys.executable, "-c", code, source, str(tmp_path / "out")], check=True)


def test_the_python_interface(seeds: Path, tmp_path: Path) -> None:
    import kg

    source = [str(seeds / "saudi-iran-gulf.txt")]
    graph = kg.build(source, str(tmp_path))
    assert {t.name for t in graph.knowledge.things} >= {"إيران"}
    again = kg.open(str(tmp_path))
    assert again.network.number_of_nodes() == graph.network.number_of_nodes() > 5
    assert len(again.rdf) > 100
    assert kg.build(source).knowledge.things == graph.knowledge.things
    assert kg.extract("التقى الرئيس نظيره").doc.text == "التقى الرئيس نظيره"
