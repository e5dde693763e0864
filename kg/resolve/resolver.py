"""The whole of resolution on one screen: what single articles say -> what they tell together."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from kg.knowledge import Article, Knowledge
from kg.record import Record
from kg.resolve.additions import added_events, added_facts
from kg.resolve.belonging import Belonging
from kg.resolve.copies import copies
from kg.resolve.correcting import Correcting
from kg.resolve.entities import Grouping, group, nodes_of
from kg.resolve.event_match import match
from kg.resolve.facts import facts
from kg.resolve.happenings import event_iris, happenings, inferred_dates
from kg.resolve.iris import DEFAULT_BASE, article_iri, digest, romanize
from kg.resolve.likeness import Likeness
from kg.resolve.local import locals_of
from kg.resolve.quotes import Quoter
from kg.resolve.short_forms import lengthen
from kg.resolve.tellings import tellings
from kg.resolve.things import things, uri_of
from kg.text.normalize import fold

if TYPE_CHECKING:
    from kg.resolve.corrections import Corrections

_SHORT_SENTENCE = 30  # letters


@dataclass(slots=True)
class _Articles:
    """The records sorted by id, with what all steps need."""

    records: list[Record]
    quoters: list[Quoter]
    copy_of: dict[str, str]


def resolve(records: Iterable[Record], corrections: Corrections | None = None, base: str = DEFAULT_BASE) -> Knowledge:
    """Knowledge from records. The order of ``records`` does not matter.

    Raises ``ValueError`` for two records of one id, ``kg.lang.DataError`` for corrections that contradict each other.
    """
    articles = _articles(records)
    correcting = Correcting(corrections, base)
    grouping = _group(articles, correcting)
    found_things = correcting.things(things(grouping.groups, articles.records, articles.quoters, base))
    thing_of = uri_of(found_things)
    names = {t.uri: (t.name, t.name_en or romanize(t.name)) for t in found_things}

    told = tellings(articles.records, thing_of, _sentences(articles), articles.copy_of)
    belonging = Belonging(articles.records, thing_of, found_things, _worlds(grouping, articles, thing_of))
    same_event = match(told, belonging, Likeness(articles.records, thing_of).between)
    iris = event_iris(same_event, told, articles.records, base)
    event_of = {(articles.records[t.doc].doc.id, t.event.id): iris[same_event.find(t.index)][0] for t in told}
    found_events = correcting.happenings(
        happenings(same_event, told, articles.records, articles.quoters, iris, event_of, articles.copy_of, names),
        added_events(correcting, articles.records, articles.quoters, found_things, names),
    )
    found_facts = correcting.facts(
        facts(articles.records, articles.quoters, thing_of, event_of, articles.copy_of, base),
        found_things,
        added_facts(correcting, articles.records, articles.quoters, found_things),
    )
    inferred = inferred_dates(found_events, articles.records)
    return Knowledge(
        base=base,
        articles=tuple(
            Article(article_iri(base, r.doc.id), r.doc, inferred.get(r.doc.id), articles.copy_of.get(r.doc.id))
            for r in articles.records
        ),
        things=tuple(found_things),
        facts=tuple(found_facts),
        events=tuple(found_events),
        warnings=tuple(dict.fromkeys(correcting.warnings)),
    )


def grouping_of(
    records: Iterable[Record], corrections: Corrections | None = None, base: str = DEFAULT_BASE
) -> Grouping:
    """The things alone, with the pairs that are left open (for ``kg review``)."""
    return _group(_articles(records), Correcting(corrections, base))


def _articles(records: Iterable[Record]) -> _Articles:
    ordered = sorted(records, key=lambda r: r.doc.id)
    for before, after in itertools.pairwise(ordered):
        if before.doc.id == after.doc.id:
            raise ValueError(f"two records of the article '{after.doc.id}': ids must differ")
    return _Articles(ordered, [Quoter(record) for record in ordered], copies(ordered))


def _group(articles: _Articles, correcting: Correcting) -> Grouping:
    original = [articles.copy_of.get(r.doc.id, r.doc.id) for r in articles.records]
    found = [one for i, record in enumerate(articles.records) for one in locals_of(i, record)]
    correcting.retype(found)
    lengthen(found, correcting.apart)
    nodes = nodes_of(found, original)
    return group(nodes, *correcting.pairs(nodes))


def _worlds(grouping: Grouping, articles: _Articles, thing_of: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Thing -> its entry of the gazetteer, where its articles tell one."""
    votes: dict[str, Counter[str]] = {}
    for node in grouping.nodes:
        for one in node.locals:
            uri = thing_of.get((articles.records[one.doc].doc.id, one.entity.id))
            if one.world and uri:
                votes.setdefault(uri, Counter())[one.world] += 1
    return {uri: min(v, key=lambda w: (-v[w], w)) for uri, v in votes.items()}


def _sentences(articles: _Articles) -> dict[tuple[int, str], str]:
    """(record, event id) -> a digest of the folded sentence that tells it; none for a short one, which proves nothing."""
    out = {}
    for i, (record, quoter) in enumerate(zip(articles.records, articles.quoters, strict=True)):
        digests: dict[tuple[int, int], str] = {}
        for event in record.events:
            q = quoter.quote(event.trigger.start, event.trigger.end)
            place = (q.sentence_start, q.sentence_end)
            if place not in digests:
                sentence = " ".join(fold.__wrapped__(record.doc.text[slice(*place)]).split())
                digests[place] = digest(sentence) if len(sentence) > _SHORT_SENTENCE else ""
            if digests[place]:
                out[i, event.id] = digests[place]
    return out


def annotate(records: Iterable[Record], knowledge: Knowledge) -> Iterator[Record]:
    """The same records, in the same order, with ``uri`` on the entities and events that ``knowledge`` has."""
    thing_of = uri_of(knowledge.things)
    event_of = {(t.doc, t.event): h.uri for h in knowledge.events for t in h.tellings}
    for record in records:
        doc = record.doc.id
        yield msgspec.structs.replace(
            record,
            entities=tuple(msgspec.structs.replace(e, uri=thing_of.get((doc, e.id))) for e in record.entities),
            events=tuple(msgspec.structs.replace(v, uri=event_of.get((doc, v.id))) for v in record.events),
        )
