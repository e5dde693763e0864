"""GEXF and GraphML, opened by those who read them."""

from __future__ import annotations

import igraph
import networkx
import pytest
from lxml import etree

from kg.export.gexf import NAMESPACE, VIZ, write_gexf
from kg.export.graphml import write_graphml
from kg.export.plain import one_line, xml_text

NS = {"g": NAMESPACE, "viz": VIZ}


@pytest.fixture(scope="module")
def gexf(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("gexf") / "graph.gexf"
    write_gexf(small, path)
    return path


@pytest.fixture(scope="module")
def graphml(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("graphml") / "graph.graphml"
    write_graphml(small, path)
    return path


def test_networkx_reads_gexf(gexf, small):
    graph = networkx.read_gexf(gexf, version="1.3")
    austin = next(node for node, data in graph.nodes(data=True) if data["label"] == "لويد أوستن")
    assert len(graph) == len(small.things) + len(small.events)
    assert graph.nodes[austin]["type"] == "Person"
    assert graph.nodes[austin]["centrality"] > 0
    assert {"color", "position", "size"} <= set(graph.nodes[austin]["viz"])


def test_gexf_declares_what_it_uses_and_every_end_is_a_node(gexf):
    root = etree.parse(str(gexf)).getroot()
    assert root.get("version") == "1.3"
    for kind in ("node", "edge"):
        declared = {
            item.get("id"): item.get("type")
            for item in root.iterfind(f".//g:attributes[@class='{kind}']/g:attribute", NS)
        }
        values = root.findall(f".//g:{kind}/g:attvalues/g:attvalue", NS)
        assert values and all(value.get("for") in declared for value in values)
        for value in values:
            if declared[value.get("for")] in ("double", "integer"):
                float(value.get("value"))
    ids = {node.get("id") for node in root.iterfind(".//g:node", NS)}
    edges = root.findall(".//g:edge", NS)
    assert edges and all(edge.get("source") in ids and edge.get("target") in ids for edge in edges)
    assert len({edge.get("id") for edge in edges}) == len(edges)


def test_gexf_has_time_that_a_timeline_plays(gexf):
    root = etree.parse(str(gexf)).getroot()
    graph = root.find("g:graph", NS)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert (graph.get("start"), graph.get("end")) == ("2024-03-20", "2024-04-30")
    visit = next(node for node in root.iterfind(".//g:node", NS) if node.get("start") == "2024-04-01")
    assert visit.get("end") == "2024-04-30"
    assert "lastmodifieddate" not in etree.tostring(root).decode()  # no clock in the file


def test_a_thing_with_two_times_has_spells(tmp_path, small):
    import sample

    make = sample.Maker()
    make.article("d", "زار فلان المدينة ثم زار القرية")
    one, two = make.thing("one", "Person", "فلان"), make.thing("two", "Place", "المدينة")
    for day in ("2024-01-01", "2024-05-01"):
        make.event("Visit", [("visitor", one), ("destination", two)], [("d", "زار")], date=day)
    write_gexf(make.knowledge(), tmp_path / "g.gexf")
    spells = etree.parse(str(tmp_path / "g.gexf")).findall(".//g:node/g:spells/g:spell", NS)
    assert [(spell.get("start"), spell.get("end")) for spell in spells] == [
        ("2024-01-01", "2024-01-01"), ("2024-05-01", "2024-05-01"),
    ] * 2  # fmt: skip


def test_people_view(small, tmp_path):
    write_gexf(small, tmp_path / "g.gexf", view="people")
    graph = networkx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert len(graph) == len(small.things)


def test_networkx_and_igraph_read_graphml(graphml, small):
    nodes = len(small.things) + len(small.events)
    read = networkx.read_graphml(graphml, force_multigraph=True)
    assert len(read) == nodes
    data = next(data for _, data in read.nodes(data=True) if data["label"] == "يوآف غالانت")
    assert data["names"] == "يوآف غالانت | جالانت"
    assert isinstance(data["centrality"], float) and isinstance(data["mentions"], int) and data["asserted"] is True
    graph = igraph.Graph.Read_GraphML(str(graphml))
    assert graph.vcount() == nodes and graph.ecount() == read.number_of_edges()
    assert "لويد أوستن" in graph.vs["label"]


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_hostile_names(hostile, tmp_path, write):
    write(hostile, tmp_path / "g.xml")
    root = etree.parse(str(tmp_path / "g.xml")).getroot()
    names = {one_line(thing.name) for thing in hostile.things}
    if write is write_gexf:
        assert {node.get("label") for node in root.iterfind(".//g:node", NS)} == {xml_text(name) for name in names}
    else:
        read = networkx.read_graphml(tmp_path / "g.xml", force_multigraph=True)
        assert {data["label"] for _, data in read.nodes(data=True)} == {xml_text(name) for name in names}
    assert "\u202e" not in (tmp_path / "g.xml").read_text("utf-8")


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_empty_and_same_bytes(empty, small, tmp_path, write):
    write(empty, tmp_path / "empty.xml")
    etree.parse(str(tmp_path / "empty.xml"))
    write(small, tmp_path / "one.xml")
    write(small, tmp_path / "two.xml")
    assert (tmp_path / "one.xml").read_bytes() == (tmp_path / "two.xml").read_bytes()
