"""Tells people what is known of one thing or event, and on whose word. Lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.knowledge import Article, EventTelling, Fact, Happening, Join, Knowledge, Quote, Thing
from kg.schema import group_of, label

_LISTED = 20  # spellings shown


def one_line(thing: Thing) -> str:
    """A thing in a list: name, kind, how often it is mentioned, IRI."""
    kind = thing.subtype or thing.type
    docs = len({doc for doc, _ in thing.members})
    return (
        f"{thing.name} · {kind} · {_count(len(thing.mentions), 'mention')} in {_count(docs, 'article')} · {thing.uri}"
    )


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


class _Teller:
    """What the lines need to look up."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.names = {t.uri: t.name for t in knowledge.things}
        self.articles: dict[str, Article] = {a.doc.id: a for a in knowledge.articles}
        self.events = {h.uri: h for h in knowledge.events}

    def article(self, doc: str) -> str:
        """«outlet, date (id)» of an article."""
        article = self.articles[doc]
        told = article.doc.published or (
            f"undated, about {article.inferred_published}" if article.inferred_published else "undated"
        )
        copy = f", a copy of {article.copy_of}" if article.copy_of else ""
        return f"{article.doc.source or 'unknown outlet'}, {told} ({doc}{copy})"

    def sentence(self, quote: Quote) -> str:
        """The sentence around a quote on one line."""
        text = self.articles[quote.doc].doc.text[quote.sentence_start : quote.sentence_end]
        return "«" + " ".join(text.split()) + "»"

    def evidence(self, quote: Quote, indent: str) -> Iterator[str]:
        """Article and sentence."""
        yield f"{indent}{self.article(quote.doc)}"
        yield f"{indent}  {self.sentence(quote)}"


def explain_thing(knowledge: Knowledge, thing: Thing) -> Iterator[str]:
    """Names, joins, links, positions and other facts, statements, events of a thing."""
    teller = _Teller(knowledge)
    yield thing.name + (f" ({thing.name_en})" if thing.name_en else "")
    yield f"  {label('entity_types', thing.type, 'en')}" + (f", {thing.subtype}" if thing.subtype else "")
    yield f"  {thing.uri}"
    docs = len({doc for doc, _ in thing.members})
    yield f"  {_count(len(thing.mentions), 'mention')} in {_count(docs, 'article')}; confidence {thing.confidence}"
    for old in thing.former_uris:
        yield f"  formerly, or as a part: {old}"
    yield "Names"
    for form in thing.names[:_LISTED]:
        yield f"  {form.text} × {form.count}"
    if len(thing.names) > _LISTED:
        yield f"  … and {len(thing.names) - _LISTED} more"
    if thing.joins:
        yield "Why these are one"
        yield from (f"  {line}" for line in map(_join, thing.joins))
    if thing.links:
        yield "Links"
        for link in thing.links:
            yield f"  {link.uri}  {'sure' if link.sure else 'a candidate'}, {link.score:.2f}"
    facts = [f for f in knowledge.facts if thing.uri in (f.subject, f.object)]
    for heading, wanted in (("Positions", True), ("Other relations", False)):
        chosen = [f for f in facts if (f.type == "position") == wanted]
        if chosen:
            yield heading
            for fact in sorted(chosen, key=lambda f: (-f.sources, f.type, f.uri)):
                yield from _fact(teller, fact)
    events = [h for h in knowledge.events if any(r.thing == thing.uri for r in h.roles)]
    said = [h for h in events if any(r.thing == thing.uri and r.role == "speaker" for r in h.roles)]
    rest = [h for h in events if h not in said]
    for heading, group in (("Said", said), ("Events and statements about it", rest)):
        if group:
            yield heading
            for happening in sorted(group, key=lambda h: (h.date or "9", h.uri)):
                yield from _event(teller, happening, thing.uri)


def explain_event(knowledge: Knowledge, happening: Happening) -> Iterator[str]:
    """What is told of an event, where the articles do not agree, and every telling."""
    teller = _Teller(knowledge)
    yield happening.label_ar
    yield f"  {happening.label_en}"
    yield f"  {happening.uri}"
    date = (happening.date or "no date") + (" (inferred from dated articles)" if happening.date_inferred else "")
    yield f"  {label('statuses', happening.status, 'en')} · {date} · {_count(happening.sources, 'independent article')}"
    for old in happening.former_uris:
        yield f"  formerly, or as a part: {old}"
    yield "Roles"
    for role in happening.roles:
        yield f"  {role.role}: {teller.names.get(role.thing, role.thing)} ({_count(role.sources, 'article')})"
    if happening.count is not None:
        yield f"  number: {happening.count}"
    if happening.disagreements:
        yield "The articles do not agree"
        yield from _disagreements(happening, "  ")
    for uri in happening.said_in:
        if uri in teller.events:
            yield f"Told in: {teller.events[uri].label_ar} {uri}"
    yield "Told by"
    for telling in happening.tellings:
        yield from _telling(teller, telling, "  ")


def _join(join: Join) -> str:
    by = "" if join.by == "rule" else f" [{join.by}]"
    score = "" if join.by != "rule" else f" ({join.score:.2f})"
    return f"{join.left} = {join.right}: {'; '.join(join.reasons)}{score}{by}"


def _fact(teller: _Teller, fact: Fact) -> Iterator[str]:
    title = f" «{fact.title}»" if fact.title else ""
    former = ", formerly" if fact.former else ""
    told = "" if fact.asserted else ", only as somebody's words"
    subject, object_ = (teller.names.get(u, u) for u in (fact.subject, fact.object))
    yield f"  {subject} — {label('relations', fact.type, 'en')}{title} → {object_}{former}{told}  ({_count(fact.sources, 'source')})"
    for telling in fact.tellings:
        yield from teller.evidence(telling.quote, "    ")


def _event(teller: _Teller, happening: Happening, uri: str) -> Iterator[str]:
    roles = ", ".join(sorted({r.role for r in happening.roles if r.thing == uri}))
    status = "" if happening.status == "actual" else f" · {label('statuses', happening.status, 'en')}"
    date = happening.date or "no date"
    yield f"  {happening.label_ar} · as {roles} · {date}{status}  ({_count(happening.sources, 'source')})  {happening.uri}"
    yield from _disagreements(happening, "    ")
    for telling in happening.tellings:
        yield from _telling(teller, telling, "    ")


def _telling(teller: _Teller, telling: EventTelling, indent: str) -> Iterator[str]:
    yield f"{indent}{teller.article(telling.doc)}"
    yield f"{indent}  {teller.sentence(telling.quote)}"
    if telling.content and group_of().get(telling.type) == "Statement":
        text = teller.articles[telling.doc].doc.text[telling.content.start : telling.content.end]
        kind = "in quotation marks" if telling.content.direct else "in the article's words"
        yield f"{indent}  said, {kind}: «{' '.join(text.split())}»"


def _disagreements(happening: Happening, indent: str) -> Iterator[str]:
    for differs in happening.disagreements:
        told = "; ".join(f"{value} ({', '.join(docs)})" for value, docs in differs.values)
        yield f"{indent}{differs.aspect}: {told}. Shown: {differs.chosen}, {differs.why}"
