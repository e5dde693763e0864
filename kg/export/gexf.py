"""GEXF 1.3, the format of Gephi: labels, types, colours, sizes, places and time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.export.atomic import replacing
from kg.export.flat import Edge, Node, View, flat
from kg.export.palette import rgb
from kg.export.period import Period, span
from kg.export.plain import xml_text
from kg.knowledge import Knowledge

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"

# attribute of a node or edge: its type in GEXF
_NODE: dict[str, str] = {
    "kind": "string", "type": "string", "group": "string", "subtype": "string", "label_en": "string",
    "names": "liststring", "status": "string", "date": "string", "count": "double", "centrality": "double",
    "community": "integer", "sources": "integer", "mentions": "integer", "confidence": "double", "asserted": "boolean",
}  # fmt: skip
_EDGE: dict[str, str] = {
    "relation": "string", "type": "string", "label_en": "string", "status": "string", "title": "string",
    "confidence": "double", "symmetric": "boolean",
}  # fmt: skip


def write_gexf(knowledge: Knowledge, path: Path, *, view: View = "events") -> None:
    """Writes GEXF 1.3 to ``path``: ``view`` "events" has events as nodes, "people" as ties between things."""
    from lxml import etree

    graph = flat(knowledge, view)
    root = etree.Element(f"{{{NAMESPACE}}}gexf", nsmap={None: NAMESPACE, "viz": VIZ}, version="1.3")
    meta = etree.SubElement(root, f"{{{NAMESPACE}}}meta")
    etree.SubElement(meta, f"{{{NAMESPACE}}}creator").text = "kg"
    etree.SubElement(
        meta, f"{{{NAMESPACE}}}description"
    ).text = f"Knowledge graph of {len(knowledge.articles)} articles"
    body = etree.SubElement(root, f"{{{NAMESPACE}}}graph", defaultedgetype="directed", idtype="string")
    periods = [period for node in graph.nodes for period in node.periods]
    if days := span(periods + [period for edge in graph.edges for period in edge.periods]):
        for name, value in zip(
            ("mode", "timeformat", "timerepresentation", "start", "end"),
            ("dynamic", "date", "interval", *days),
            strict=True,
        ):
            body.set(name, value)
    else:
        body.set("mode", "static")
    _declare(etree, body, "node", _NODE)
    _declare(etree, body, "edge", _EDGE)
    nodes = etree.SubElement(body, f"{{{NAMESPACE}}}nodes")
    for node in graph.nodes:
        _node(etree, nodes, node)
    edges = etree.SubElement(body, f"{{{NAMESPACE}}}edges")
    for edge in graph.edges:
        _edge(etree, edges, edge)
    with replacing(path) as temporary:
        etree.ElementTree(root).write(str(temporary), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _declare(etree: Any, body: Any, kind: str, attributes: dict[str, str]) -> None:
    declared = etree.SubElement(body, f"{{{NAMESPACE}}}attributes", {"class": kind, "mode": "static"})
    for name, type_ in attributes.items():
        etree.SubElement(declared, f"{{{NAMESPACE}}}attribute", id=name, title=name, type=type_)


def _node(etree: Any, nodes: Any, node: Node) -> None:
    element = etree.SubElement(nodes, f"{{{NAMESPACE}}}node", id=xml_text(node.id), label=xml_text(node.label))
    _values(etree, element, {name: getattr(node, name) for name in _NODE})
    _times(etree, element, node.periods)
    red, green, blue = rgb(node.colour)
    etree.SubElement(element, f"{{{VIZ}}}color", r=str(red), g=str(green), b=str(blue))
    # Screens count downwards, Gephi upwards.
    etree.SubElement(element, f"{{{VIZ}}}position", x=str(node.position[0]), y=str(-node.position[1]), z="0")
    etree.SubElement(element, f"{{{VIZ}}}size", value=str(node.size))
    etree.SubElement(element, f"{{{VIZ}}}shape", value="disc" if node.kind == "thing" else "diamond")


def _edge(etree: Any, edges: Any, edge: Edge) -> None:
    element = etree.SubElement(
        edges,
        f"{{{NAMESPACE}}}edge",
        id=xml_text(edge.id),
        source=xml_text(edge.source),
        target=xml_text(edge.target),
        # All of one kind, since many readers refuse a mixture; "symmetric" tells those that hold both ways.
        type="directed",
        # Gephi joins parallel edges of one kind and keeps those of different kinds.
        kind=f"{edge.kind}:{edge.type}",
        label=xml_text(edge.label),
        weight=str(edge.weight),
    )
    _values(
        etree, element, {"relation": edge.kind, **{name: getattr(edge, name) for name in _EDGE if name != "relation"}}
    )
    _times(etree, element, edge.periods)


def _values(etree: Any, element: Any, values: dict[str, Any]) -> None:
    filled = {name: value for name, value in values.items() if value not in (None, "", ())}
    if not filled:
        return
    holder = etree.SubElement(element, f"{{{NAMESPACE}}}attvalues")
    for name, value in filled.items():
        etree.SubElement(holder, f"{{{NAMESPACE}}}attvalue", {"for": name, "value": xml_text(_text(value))})


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        # A list in Gephi's own way of writing one.
        return "[" + ", ".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in value) + "]"
    return str(value)


def _times(etree: Any, element: Any, periods: Sequence[Period]) -> None:
    if len(periods) == 1:
        element.set("start", periods[0][0])
        element.set("end", periods[0][1])
    elif periods:
        spells = etree.SubElement(element, f"{{{NAMESPACE}}}spells")
        for start, end in periods:
            etree.SubElement(spells, f"{{{NAMESPACE}}}spell", start=start, end=end)
