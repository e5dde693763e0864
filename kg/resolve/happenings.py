"""Groups of tellings -> happenings of the knowledge, and the dates that undated articles get from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.knowledge import EventTelling, Happening, RoleFiller
from kg.record import Record
from kg.resolve import headline
from kg.resolve.cluster import Groups
from kg.resolve.headline import Voice
from kg.resolve.iris import event_iri
from kg.resolve.quotes import Quoter
from kg.resolve.tellings import Telling
from kg.schema import label, roles_of

LABEL_THINGS = 3


def event_iris(
    groups: Groups, found: Sequence[Telling], records: Sequence[Record], base: str
) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Root of a group -> (its IRI, the IRIs its other tellings would have alone).

    The first telling, by the id of its article, gives the IRI: an article that comes later by id changes nothing, and
    one that comes earlier leaves the old IRI behind as a former one.
    """
    out = {}
    for members in groups.groups():
        own = [
            event_iri(base, found[i].event.type, records[found[i].doc].doc.id, found[i].event.trigger.start)
            for i in sorted(members, key=lambda i: (records[found[i].doc].doc.id, found[i].event.trigger.start))
        ]
        out[groups.find(members[0])] = (own[0], tuple(sorted(set(own[1:]) - {own[0]})))
    return out


def happenings(
    groups: Groups,
    found: Sequence[Telling],
    records: Sequence[Record],
    quoters: Sequence[Quoter],
    iris: Mapping[int, tuple[str, tuple[str, ...]]],
    event_of: Mapping[tuple[str, str], str],
    copy_of: Mapping[str, str],
    names: Mapping[str, tuple[str, str]],
) -> list[Happening]:
    """Sorted by IRI. ``names`` maps the IRI of a thing to its Arabic and its Latin name."""
    published = {r.doc.id: r.doc.published or "" for r in records}
    out = []
    for members in groups.groups():
        uri, former = iris[groups.find(members[0])]
        told = sorted(
            (_telling(found[i], records, quoters, event_of) for i in members), key=lambda t: (t.doc, t.quote.start)
        )
        out.append(_happening(uri, former, told, copy_of, published, names))
    return sorted(out, key=lambda h: h.uri)


def _telling(
    t: Telling, records: Sequence[Record], quoters: Sequence[Quoter], event_of: Mapping[tuple[str, str], str]
) -> EventTelling:
    doc, e = records[t.doc].doc.id, t.event
    end = max(e.trigger.end, e.content.end if e.content and e.content.start >= e.trigger.start else 0)
    start = min(e.trigger.start, e.content.start if e.content else e.trigger.start)
    return EventTelling(
        doc=doc,
        event=e.id,
        type=e.type,
        status=e.status,
        quote=quoters[t.doc].quote(start, end),
        trigger=(e.trigger.start, e.trigger.end),
        roles=t.roles,
        time=e.time,
        count=e.count,
        content=e.content,
        confidence=e.confidence,
        rule=e.rule,
        said_in=event_of.get((doc, e.said_in)) if e.said_in else None,
    )


def _happening(
    uri: str,
    former: tuple[str, ...],
    told: list[EventTelling],
    copy_of: Mapping[str, str],
    published: Mapping[str, str],
    names: Mapping[str, tuple[str, str]],
) -> Happening:
    def voice(value: str, doc: str) -> Voice:
        return Voice(value, doc, copy_of.get(doc, doc), published.get(doc, ""))

    status, status_differs = headline.status([voice(t.status, t.doc) for t in told])
    date, time_differs = headline.date([voice(t.time.value, t.doc) for t in told if t.time and t.time.value])
    count, count_differs = headline.count(
        [voice(str(t.count.value), t.doc) for t in told if t.count and t.count.value is not None]
    )
    kinds = Counter(t.type for t in told)
    type_ = min(kinds, key=lambda k: (-kinds[k], k))
    differs = [d for d in (time_differs, count_differs, status_differs) if d]
    if len(told) > 1:
        differs += headline.role_disagreements(told, names, copy_of, published)
    roles = _roles(told, copy_of)
    undated = any(not published.get(t.doc) and not (t.time and t.time.value) for t in told)
    return Happening(
        uri=uri,
        type=type_,
        status=status,  # type: ignore[arg-type]
        date=date,
        date_inferred=date is not None and len(told) > 1 and undated,
        roles=roles,
        count=count,
        tellings=tuple(told),
        disagreements=tuple(sorted(differs, key=lambda d: d.aspect)),
        asserted=any(t.said_in is None for t in told),
        said_in=tuple(sorted({t.said_in for t in told if t.said_in})),
        sources=len({copy_of.get(t.doc, t.doc) for t in told}),
        confidence=round(max(t.confidence for t in told), 3),
        label_ar=_label(type_, roles, names, 0),
        label_en=_label(type_, roles, names, 1),
        former_uris=former,
    )


def _roles(told: list[EventTelling], copy_of: Mapping[str, str]) -> tuple[RoleFiller, ...]:
    docs: dict[tuple[str, str], set[str]] = defaultdict(set)
    for t in told:
        for role in t.roles:
            docs[role].add(copy_of.get(t.doc, t.doc))
    return tuple(RoleFiller(role, thing, len(who)) for (role, thing), who in sorted(docs.items()))


def _label(leaf: str, roles: Sequence[RoleFiller], names: Mapping[str, tuple[str, str]], language: int) -> str:
    """«لقاء: لويد أوستن، يوآف غالانت»: the kind, then those in its main roles, most sources first."""
    order = {role: n for n, role in enumerate(roles_of(leaf))}
    main = [r for r in roles if r.role != "topic"]
    main.sort(key=lambda r: (order.get(r.role, len(order)), -r.sources, names.get(r.thing, (r.thing, ""))[0], r.thing))
    shown = list(dict.fromkeys(names[r.thing][language] for r in main if r.thing in names))
    kind = label("events", leaf, ("ar", "en")[language])
    comma = ("\u060c ", ", ")[language]
    rest = " …" if len(shown) > LABEL_THINGS else ""
    return f"{kind}: {comma.join(shown[:LABEL_THINGS])}{rest}" if shown else kind


def inferred_dates(found: Sequence[Happening], records: Sequence[Record]) -> dict[str, str]:
    """Undated articles -> the date of publication of most articles that tell the same happenings (of equals the earliest)."""
    published = {r.doc.id: r.doc.published for r in records}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for happening in found:
        docs = {t.doc for t in happening.tellings}
        dates = [published[d] for d in docs]
        for doc in docs:
            if not published[doc]:
                votes[doc].update(d[:10] for d in dates if d)
    return {doc: min(c, key=lambda d: (-c[d], d)) for doc, c in sorted(votes.items()) if c}
