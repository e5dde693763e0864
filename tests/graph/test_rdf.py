from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pyoxigraph
import pytest
import rdflib
from graph_sample import AUSTIN, BASE, RAYTHEON, sample
from rdflib.compare import isomorphic

from kg.graph import build_dataset, write_rdf, write_trig, write_turtle
from kg.graph.namespaces import KG
from kg.graph.rdf import WRITERS
from kg.knowledge import Knowledge

FORMATS = {
    "ttl": ("turtle", pyoxigraph.RdfFormat.TURTLE),
    "trig": ("trig", pyoxigraph.RdfFormat.TRIG),
    "nt": ("nt", pyoxigraph.RdfFormat.N_TRIPLES),
    "nq": ("nquads", pyoxigraph.RdfFormat.N_QUADS),
    "jsonld": ("json-ld", pyoxigraph.RdfFormat.JSON_LD),
    "rdfxml": ("xml", pyoxigraph.RdfFormat.RDF_XML),
}
HARSH = 'a"b\\c\nd\re\tf\x00g\x01h\u202ei\u200fj<script>k</script>\'l\u2028m\ufeffn"""o\x85p\ud800q'


def read(path: Path, format: pyoxigraph.RdfFormat) -> set[tuple[str, ...]]:
    return {
        (str(q.subject), str(q.predicate), str(q.object), str(q.graph_name))
        for q in pyoxigraph.parse(path=str(path), format=format)
    }


def harsh() -> Knowledge:
    """The sample with a name, a title, an outlet and a label that are meant to break a writer."""
    k = sample()
    thing = msgspec.structs.replace(k.things[0], name=HARSH)
    doc = msgspec.structs.replace(k.articles[0].doc, title=HARSH, source=HARSH, url='http://x.example/a b<>"{}|^`\\\n')
    article = msgspec.structs.replace(k.articles[0], doc=doc)
    event = msgspec.structs.replace(k.events[0], label_ar=HARSH)
    return msgspec.structs.replace(
        k, things=(thing, *k.things[1:]), articles=(article, *k.articles[1:]), events=(event, *k.events[1:])
    )


@pytest.mark.parametrize("make", [sample, harsh])
@pytest.mark.parametrize("format", FORMATS)
def test_every_format_reads_back_the_same_in_two_parsers(tmp_path: Path, format: str, make) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / f"g.{format}"
    write_rdf(make(), format, path)
    name, oxigraph_format = FORMATS[format]
    quads = read(path, oxigraph_format)
    dataset = rdflib.Dataset()
    dataset.parse(path, format=name)
    assert len(quads) == sum(len(graph) for graph in dataset.graphs())
    reference = tmp_path / "g.nq"
    write_rdf(make(), "nq", reference)
    expected = read(reference, pyoxigraph.RdfFormat.N_QUADS)
    flat = {quad for quad in expected if quad[3] == "DEFAULT"}
    if format == "rdfxml":  # XML has no control characters at all: they become U+FFFD there
        assert len(quads) == len(flat)
    elif format in ("trig", "nq"):
        assert quads == expected
    else:
        assert quads == flat


def test_the_dataset_is_what_the_trig_says(tmp_path: Path) -> None:
    write_trig(sample(), tmp_path / "g.trig")
    read = rdflib.Dataset()
    read.parse(tmp_path / "g.trig", format="trig")
    built = build_dataset(sample())
    assert isomorphic(built.default_graph, read.default_graph)
    assert {g.identifier for g in built.graphs()} == {g.identifier for g in read.graphs()}
    for graph in built.graphs():
        assert set(graph) == set(read.graph(graph.identifier))


def test_turtle_is_the_default_graph_of_trig(tmp_path: Path) -> None:
    write_turtle(sample(), tmp_path / "g.ttl")
    assert isomorphic(rdflib.Graph().parse(tmp_path / "g.ttl"), build_dataset(sample()).default_graph)


def test_no_blank_nodes_and_a_graph_for_each_article_and_one_for_conclusions(tmp_path: Path) -> None:
    write_trig(sample(), tmp_path / "g.trig")
    quads = list(pyoxigraph.parse(path=str(tmp_path / "g.trig"), format=pyoxigraph.RdfFormat.TRIG))
    terms = [term for quad in quads for term in (quad.subject, quad.object, quad.graph_name)]
    assert not any(isinstance(term, pyoxigraph.BlankNode) for term in terms)
    names = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, pyoxigraph.NamedNode)}
    assert names == {a.uri for a in sample().articles} | {f"{BASE}graph/concluded"}


def test_what_is_former_or_only_said_is_no_plain_triple() -> None:
    graph = build_dataset(sample()).default_graph
    kg = rdflib.Namespace(KG)
    austin, raytheon = rdflib.URIRef(BASE + AUSTIN), rdflib.URIRef(BASE + RAYTHEON)
    assert (austin, kg.memberOf, raytheon) not in graph
    assert not list(graph.subject_objects(kg.opposedTo))
    assert list(graph.subject_objects(kg.position))
    only_said = rdflib.URIRef(BASE + "ceasefire/a")
    assert graph.value(only_said, kg.status) is None
    assert graph.value(only_said, kg.claimedStatus) == kg.demanded


def test_same_bytes_for_any_hash_seed_and_order(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from graph_sample import sample; from kg.graph import write_rdf\n"
        "[write_rdf(sample(), f, f'{sys.argv[2]}.{f}') for f in ('ttl','trig','nt','nq','jsonld','rdfxml')]"
    )
    for seed in ("0", "1", "77"):
        command = [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path / seed)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""})
    for format in WRITERS:
        first, *others = [(tmp_path / f"{seed}.{format}").read_bytes() for seed in ("0", "1", "77")]
        assert all(other == first for other in others), format


def test_bidi_and_control_characters_are_visible_in_the_file(tmp_path: Path) -> None:
    write_turtle(harsh(), tmp_path / "g.ttl")
    text = (tmp_path / "g.ttl").read_bytes().decode("utf-8")
    assert "\u202e" not in text and "\\u202E" in text
    assert "\x00" not in text and "\x01" not in text


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("old")
    with pytest.raises(ValueError, match="there is no RDF format 'doc'"):
        write_rdf(sample(), "doc", path)
    broken = msgspec.structs.replace(sample(), facts=(None,))
    with pytest.raises(AttributeError):
        write_turtle(broken, path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["g.ttl"]
