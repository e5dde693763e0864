"""GraphML with typed attributes, for Gephi, yEd, igraph, networkx, Cytoscape."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.export.atomic import replacing
from kg.export.flat import View, flat
from kg.export.period import span
from kg.export.plain import xml_text
from kg.knowledge import Knowledge

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_NODE: dict[str, str] = {
    "label": "string", "label_en": "string", "kind": "string", "type": "string", "group": "string", "subtype": "string",
    "names": "string", "status": "string", "date": "string", "start": "string", "end": "string", "count": "double",
    "centrality": "double", "community": "int", "sources": "int", "mentions": "int", "confidence": "double",
    "asserted": "boolean", "color": "string", "size": "double", "x": "double", "y": "double",
}  # fmt: skip
_EDGE: dict[str, str] = {
    "label": "string", "label_en": "string", "relation": "string", "type": "string", "weight": "double",
    "status": "string", "start": "string", "end": "string", "title": "string", "confidence": "double", "symmetric": "boolean",
}  # fmt: skip


def write_graphml(knowledge: Knowledge, path: Path, *, view: View = "events") -> None:
    """Writes GraphML to ``path``; ``view`` as in ``write_gexf``. Names are one string, separated by " | "."""
    from lxml import etree

    graph = flat(knowledge, view)
    root = etree.Element(f"{{{NAMESPACE}}}graphml", nsmap={None: NAMESPACE})
    for domain, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, type_ in keys.items():
            key = {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": type_}
            etree.SubElement(root, f"{{{NAMESPACE}}}key", key)
    body = etree.SubElement(root, f"{{{NAMESPACE}}}graph", id="kg", edgedefault="directed")
    for node in graph.nodes:
        element = etree.SubElement(body, f"{{{NAMESPACE}}}node", id=xml_text(node.id))
        values = {name: getattr(node, name, None) for name in _NODE}
        start, end = span(list(node.periods)) or (None, None)
        values |= {"names": " | ".join(node.names), "start": start, "end": end, "color": node.colour}
        values |= {"x": float(node.position[0]), "y": float(node.position[1])}
        _data(etree, element, "node", values)
    for edge in graph.edges:
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        element = etree.SubElement(
            body, f"{{{NAMESPACE}}}edge", {name: xml_text(value) for name, value in ends.items()}
        )
        start, end = span(list(edge.periods)) or (None, None)
        values = {name: getattr(edge, name, None) for name in _EDGE}
        _data(etree, element, "edge", {**values, "relation": edge.kind, "start": start, "end": end})
    with replacing(path) as temporary:
        etree.ElementTree(root).write(str(temporary), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _data(etree: Any, element: Any, domain: str, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is None or value == "":
            continue
        text = str(value).lower() if isinstance(value, bool) else xml_text(str(value))
        etree.SubElement(element, f"{{{NAMESPACE}}}data", key=f"{domain}_{name}").text = text
