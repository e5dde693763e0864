from __future__ import annotations

from pathlib import Path

import networkx
import pytest
from graph_sample import AUSTIN, BASE, USA, sample, write_folder

from kg.api import Graph
from kg.graph.network import network


def test_the_network_has_things_events_roles_and_relations() -> None:
    graph = network(sample())
    assert graph.number_of_nodes() == len(sample().things) + len(sample().events)
    meet = graph.nodes[BASE + "meet/a"]
    assert (meet["node"], meet["group"], meet["date_from"], meet["status"]) == (
        "event",
        "Contact",
        "2024-03-26",
        "actual",
    )
    assert graph.edges[BASE + "meet/a", BASE + AUSTIN, "participant"]["edge"] == "role"
    (office,) = graph[BASE + AUSTIN][BASE + USA].values()
    assert office["type"] == "position" and office["title"] == "وزير الدفاع" and office["former"] is False
    assert not any(value is None for _, attributes in graph.nodes(data=True) for value in attributes.values())
    path = networkx.shortest_path(graph.to_undirected(as_view=True), BASE + AUSTIN, BASE + "person/biden")
    assert len(path) == 3, "the two hold offices in one country"


@pytest.mark.parametrize("opened", [True, False])
def test_one_object_gives_every_view(tmp_path: Path, opened: bool) -> None:
    graph = Graph.open(write_folder(tmp_path)) if opened else Graph(sample())
    rows = list(graph.query("people/met", person="قالانت"))
    assert [row["oneLabel"] for row in rows] == ["يوآف غالانت", "لويد أوستن"]
    assert len(graph.query("path", {"from": "أوستن", "to": "بايدن"})) == 1
    assert "لويد أوستن" in repr(graph.query("met")) and "<table>" in graph.query("met")._repr_html_()
    assert graph.query("ASK { ?s ?p ?o }").answer is True
    assert len(graph.rdf.default_graph) > 2000
    assert graph.rdf is graph.rdf


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="kg build"):
        Graph.open(tmp_path)
    with pytest.raises(ValueError, match="knowledge or the folder"):
        Graph()
    with pytest.raises(ValueError, match="needs from"):
        Graph(sample()).query("path")
