from __future__ import annotations

import msgspec
import sample

from kg.export.flat import flat
from kg.export.layout import layout
from kg.export.network import network, pairs
from kg.export.period import days_of, merged, span


def test_a_meeting_ties_everybody_in_it(small):
    meeting = next(event for event in small.events if event.type == "Meet")
    tied = {tuple(uri.rsplit("/", 1)[1] for uri in pair) for pair in pairs(meeting)}
    assert tied == {("austin", "gallant"), ("austin", "washington"), ("gallant", "washington")}


def test_ties_keep_what_is_behind_them(small):
    net = network(small)
    names = [thing.name for thing in small.things]
    tie = next(tie for tie in net.ties if {names[tie.a], names[tie.b]} == {"لويد أوستن", "يوآف غالانت"})
    assert [small.events[index].type for index in tie.events] == ["Meet"]
    assert tie.weight == 1  # two articles, divided among two others
    fact = next(tie for tie in net.ties if {names[tie.a], names[tie.b]} == {"يوآف غالانت", "إسرائيل"})
    assert [small.facts[index].type for index in fact.facts] == ["position"]


def test_centrality_and_community(small):
    net = network(small)
    by_name = {thing.name: index for index, thing in enumerate(small.things)}
    assert max(net.centrality) == 1
    assert net.centrality[by_name["كأس العالم 2022"]] == 0
    assert net.community[by_name["كأس العالم 2022"]] == -1
    assert net.community[by_name["لويد أوستن"]] == net.community[by_name["يوآف غالانت"]]


def test_an_event_of_two_hundred_does_not_tie_everybody_to_everybody():
    make = sample.Maker()
    make.article("d", "اجتمع الجميع")
    uris = [make.thing(f"t{number:03}", "Place", f"بلد {number}") for number in range(200)]
    make.event("Meet", [("participant", uri) for uri in uris], [("d", "اجتمع")])
    assert len(network(make.knowledge()).ties) == 199


def test_order_of_the_input_does_not_matter(small):
    turned = msgspec.structs.replace(small, events=tuple(reversed(small.events)), facts=tuple(reversed(small.facts)))
    assert network(small).centrality == network(turned).centrality


def test_events_view_has_every_role_and_people_view_every_pair(small):
    events, people = flat(small, "events"), flat(small, "people")
    assert len(events.nodes) == len(small.things) + len(small.events)
    assert sum(edge.kind == "role" for edge in events.edges) == sum(len(event.roles) for event in small.events)
    assert len(people.nodes) == len(small.things)
    assert {edge.kind for edge in people.edges} == {"tie", "relation"}
    ids = {node.id for node in events.nodes}
    assert all(edge.source in ids and edge.target in ids for edge in events.edges)


def test_layout_is_the_same_each_time_and_spreads_the_nodes():
    edges = [(a, (a * 7 + 3) % 60) for a in range(60)]
    first = layout(70, edges, [1.0] * 60)
    assert first == layout(70, edges, [1.0] * 60)
    assert len(set(first)) == 70
    assert layout(0, [], []) == []
    assert len(set(layout(5, [], []))) == 5


def test_periods():
    assert days_of("2024-02") == ("2024-02-01", "2024-02-29")
    assert days_of("2024-03-01/2024-03-15") == ("2024-03-01", "2024-03-15")
    assert days_of("2024-03-01/..") == ("2024-03-01", "2024-03-01")
    assert days_of("XXXX-10-07") is None and days_of(None) is None
    assert merged([("2024-02-01", "2024-02-10"), ("2024-01-01", "2024-02-05"), ("2025-01-01", "2025-01-01")]) == (
        ("2024-01-01", "2024-02-10"),
        ("2025-01-01", "2025-01-01"),
    )
    assert span([("2024-02-01", "2024-02-10"), ("2024-01-01", "2024-02-05")]) == ("2024-01-01", "2024-02-10")
    assert span([]) is None
