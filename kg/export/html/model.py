"""The data of the page, as compact as a browser likes it. ``app/data.js`` reads it; the two change together.

A thing has the number of its place in ``things``; an event that of its place in ``events`` plus the number of things.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kg.export.html.core import core
from kg.export.layout import layout
from kg.export.network import Network, network
from kg.export.palette import COMMUNITIES, GROUPS, TYPES, UNKNOWN
from kg.export.period import span
from kg.export.plain import one_line
from kg.knowledge import Fact, Happening, Knowledge, Thing
from kg.lang import load
from kg.schema import schema
from kg.text.normalize import fold

# Drawn shapes, so that colour is not all that tells the types apart.
_SHAPES = {"Person": "dot", "Organization": "square", "Place": "triangle", "NamedEvent": "star"}
_FONT = "'Noto Sans Arabic', 'Segoe UI', Tahoma, 'Geeza Pro', 'Noto Naskh Arabic', system-ui, sans-serif"
# Longer names are cut in the picture only; the panel has them whole.
_LONGEST_LABEL = 80


class Page(msgspec.Struct, frozen=True):
    """``nodes``, ``edges`` and ``options`` as pyvis hands them on; ``model`` is everything else that is drawn."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]
    model: dict[str, Any]


def page(part: Knowledge, whole: Knowledge) -> Page:
    """The page for ``part`` of ``whole`` (the same where all of it fits)."""
    net = network(part)
    number = {thing.uri: index for index, thing in enumerate(part.things)}
    outlets = _Numbers()
    outlet_of = {article.doc.id: outlets.of(one_line(article.doc.source or "")) for article in part.articles}
    events = [_event(event, index, net, number, outlet_of) for index, event in enumerate(part.events)]
    opening = core(part, net)
    model = {
        "counts": {
            "things": len(part.things), "events": len(part.events), "facts": len(part.facts),
            "articles": len(part.articles), "allThings": len(whole.things), "allEvents": len(whole.events),
        },
        "days": span([period for period in net.periods if period]),
        "schema": _labels(),
        "fold": _folding(),
        "sounds": load("translit.yaml")["spelling"],
        "things": [_thing(thing, index, net) for index, thing in enumerate(part.things)],
        "events": events,
        "facts": [_fact(fact, number, outlet_of) for fact in part.facts],
        "behind": [[list(tie.events), list(tie.facts)] for tie in net.ties],
        "outlets": outlets.values,
        "core": {
            "people": [[node, *place] for node, place in opening.people],
            "events": [[node, *place] for node, place in opening.events],
        },
    }  # fmt: skip
    return Page(_nodes(part, net), _edges(net), _options(), model)


class _Numbers:
    """Gives each value a number, the first 0."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._number: dict[str, int] = {}

    def of(self, value: str) -> int:
        if value not in self._number:
            self._number[value] = len(self.values)
            self.values.append(value)
        return self._number[value]


def _nodes(part: Knowledge, net: Network) -> list[dict[str, Any]]:
    """Every thing and event with its place in the picture of the whole."""
    count = len(part.things)
    edges = [(tie.a, tie.b) for tie in net.ties] + [(count + event, thing) for event, thing, _ in net.roles]
    weights = [tie.weight for tie in net.ties] + [3.0] * len(net.roles)
    places = layout(count + len(part.events), edges, weights, 70.0)
    labels = [_short(thing.name) for thing in part.things] + [_short(event.label_ar) for event in part.events]
    groups = [str(thing.type) for thing in part.things] + ["Event"] * len(part.events)
    sizes = [round(7 + 23 * rank**0.6) for rank in net.centrality] + [
        round(7 + 9 * rank**0.5) for rank in net.event_rank
    ]
    return [
        {"id": index, "label": label, "group": group, "size": size, "x": x, "y": y}
        for index, (label, group, size, (x, y)) in enumerate(zip(labels, groups, sizes, places, strict=True))
    ]


def _edges(net: Network) -> list[dict[str, Any]]:
    return [{"id": index, "from": tie.a, "to": tie.b} for index, tie in enumerate(net.ties)]


def _short(name: str) -> str:
    line = one_line(name)
    return line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1] + "…"


def _thing(thing: Thing, index: int, net: Network) -> list[Any]:
    return [
        _tail(thing.uri),
        thing.type,
        thing.subtype or 0,
        one_line(thing.name),
        one_line(thing.name_en or "") or 0,
        [[one_line(form.text), form.count] for form in thing.names],
        # Only addresses of the web become links.
        [[link.uri, int(link.sure)] for link in thing.links if link.uri.startswith(("https://", "http://"))],
        thing.confidence,
        net.centrality[index],
        net.community[index],
    ]


def _event(event: Happening, index: int, net: Network, number: dict[str, int], outlet_of: dict[str, int]) -> list[Any]:
    first, last = net.periods[index] or (0, 0)
    return [
        _tail(event.uri),
        event.type,
        event.status,
        event.date or 0,
        int(event.date_inferred),
        first,
        last,
        [[filler.role, number[filler.thing], filler.sources] for filler in event.roles if filler.thing in number],
        event.count or 0,
        one_line(event.label_ar),
        one_line(event.label_en),
        event.confidence,
        event.sources,
        int(event.asserted),
        sorted({outlet_of[telling.doc] for telling in event.tellings if telling.doc in outlet_of}),
        net.event_rank[index],
    ]


def _fact(fact: Fact, number: dict[str, int], outlet_of: dict[str, int]) -> list[Any]:
    docs = {telling.quote.doc for telling in fact.tellings}
    return [
        fact.type,
        number.get(fact.subject, -1),
        number.get(fact.object, -1),
        one_line(fact.title or "") or 0,
        int(fact.former),
        int(fact.asserted),
        fact.confidence,
        fact.sources,
        sorted({outlet_of[doc] for doc in docs if doc in outlet_of}),
    ]


def _folding() -> dict[str, str]:
    """What ``kg.text.normalize.fold`` does to each character, other than making it small."""
    characters = [chr(code) for code in (*range(0x80, 0x2100), 0xFEFF)]
    return {char: folded for char in characters if (folded := fold(char)) != char.lower()}


def _tail(uri: str) -> str:
    """The end of an IRI, as the address of a view names the thing."""
    return uri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _labels() -> dict[str, Any]:
    """The kinds of things with their labels, colours and shapes."""
    data = schema()

    def both(section: str) -> dict[str, dict[str, str]]:
        return {key: {"ar": entry["ar"], "en": entry["en"]} for key, entry in data[section].items()}

    types: dict[str, dict[str, str]] = both("entity_types")
    for name, entry in types.items():
        entry |= {"colour": TYPES.get(name, UNKNOWN), "shape": _SHAPES.get(name, "dot")}
    groups: dict[str, Any] = both("event_groups")
    for name, entry in groups.items():
        entry |= {"colour": GROUPS.get(name, UNKNOWN), "leaves": data["event_groups"][name]["leaves"]}
    return {
        "types": types, "subtypes": both("subtypes"), "relations": both("relations"), "groups": groups,
        "events": both("events"), "roles": both("roles"), "statuses": both("statuses"), "communities": COMMUNITIES,
        "unknown": UNKNOWN,
    }  # fmt: skip


def _options() -> dict[str, Any]:
    """Options of vis-network. No physics: the places are given."""
    text = {"face": _FONT, "color": "#1d2733", "strokeWidth": 4, "strokeColor": "#ffffff"}
    return {
        "autoResize": True,
        "layout": {"improvedLayout": False},
        "physics": {"enabled": False},
        "interaction": {
            "hover": True, "hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "multiselect": False,
            "selectConnectedEdges": False, "tooltipDelay": 200, "zoomSpeed": 0.6,
        },
        "nodes": {
            "shape": "dot", "borderWidth": 1.5, "borderWidthSelected": 4, "font": {**text, "size": 15, "vadjust": -5},
            "scaling": {"label": {"enabled": False, "drawThreshold": 7, "maxVisible": 22}},
        },
        "edges": {
            "smooth": False, "width": 1, "selectionWidth": 1.5, "hoverWidth": 0.5,
            "color": {"color": "#b9c3cf", "highlight": "#1d2733", "hover": "#5c6b7d", "inherit": False},
            "font": {**text, "size": 12, "color": "#4a5666", "align": "horizontal"},
            "scaling": {"label": {"enabled": False, "drawThreshold": 9, "maxVisible": 16}},
        },
        "groups": {
            **{name: {"shape": _SHAPES[name], "color": _filled(colour)} for name, colour in TYPES.items()},
            "Event": {"shape": "diamond", "color": _filled(UNKNOWN)},
            "useDefaultGroups": False,
        },
    }  # fmt: skip


def _filled(colour: str) -> dict[str, Any]:
    return {
        "background": colour, "border": "#ffffff", "highlight": {"background": colour, "border": "#1d2733"},
        "hover": {"background": colour, "border": "#1d2733"},
    }  # fmt: skip
