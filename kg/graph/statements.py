"""Knowledge as blocks of triples: the one place that says what the graph looks like.

``flat`` is the graph of graph.ttl and the default graph of graph.trig. ``of_article`` is what one article says, in a
graph named by the article. ``concluded`` is what no article says: why mentions were joined, which identities were
proposed. Blocks come sorted by kind and IRI; the pairs of a block stand in a fixed order.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import quote as percent

from kg.graph import terms
from kg.graph.edtf import bounds
from kg.graph.namespaces import EDTF, OWL, PREFIXES, RDF, RDFS, XSD, event_classes, expand, local_iri, thing_classes
from kg.graph.turtle import Block, namespace
from kg.knowledge import Article, EventTelling, Fact, FactTelling, Happening, Knowledge, Quote, Thing
from kg.text.normalize import fold

Pairs = list[tuple[str, str]]

_TYPE, _LABEL, _SAME = f"<{RDF}type>", f"<{RDFS}label>", f"<{OWL}sameAs>"
_CLOSE = terms.iri(expand("skos:closeMatch"))
_SUBJECT, _PREDICATE, _OBJECT = (f"<{RDF}{name}>" for name in ("subject", "predicate", "object"))
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def _kg(names: str) -> dict[str, str]:
    return {name: local_iri(name) for name in names.split()}


# Every term of ours that a statement uses, looked up once.
P = _kg(
    "Article Outlet Telling Fact Mention Disagreement Account Join "
    "name otherName key kind formerIri mentionedIn mentionCount status claimedStatus asserted date dateFrom dateTo "
    "dateInferred count content saidIn sources evidence article start end quote sentence trigger direct toldKind "
    "toldStatus toldDate toldCount rule confidence mentions title former docId published inferredPublished outlet "
    "url language sha256 copyOf role disagreement aspect chosen why account value thing left right score by"
)


class Statements:
    """The blocks of one ``Knowledge``."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.base = knowledge.base if knowledge.base.endswith(("/", "#")) else knowledge.base + "/"
        self._texts = {article.doc.id: article.doc.text for article in knowledge.articles}
        self._articles = {article.doc.id: article.uri for article in knowledge.articles}
        self._things = {thing.uri for thing in knowledge.things}

    # --- addresses -------------------------------------------------------------------------------------------------

    def prefixes(self) -> dict[str, str]:
        """Prefixes for the IRIs of this knowledge, named after the last part of their path (``person:``, ``event:``)."""
        k = self.knowledge
        every = [x.uri for group in (k.articles, k.things, k.facts, k.events) for x in group]
        spaces = {namespace(uri) for uri in every} | {
            f"{self.base}{part}/" for part in ("telling", "outlet", "mention", "join")
        }
        found = {"kgr": self.base}
        for space in sorted(spaces - {self.base}):
            name = re.sub(r"[^a-z]", "", space.rstrip("/#").rpartition("/")[2].lower())
            if space.startswith(self.base) and name and name not in found and name not in PREFIXES:
                found[name] = space
        return found

    def concluded_iri(self) -> str:
        """The name of the graph of conclusions."""
        return terms.iri(f"{self.base}graph/concluded")

    def _article(self, doc: str) -> str:
        return terms.iri(self._articles.get(doc, f"{self.base}article/{percent(doc, safe='')}"))

    def _local(self, doc: str) -> str:
        """The last part of an article's IRI, for the IRIs of its tellings."""
        uri = self._articles.get(doc, percent(doc, safe=""))
        return uri[len(namespace(uri)) :]

    def _telling(self, telling: EventTelling) -> str:
        local = f"{self._local(telling.doc)}-{percent(telling.event, safe='')}"
        return terms.iri(f"{self.base}telling/{local}")

    def _fact_telling(self, fact: Fact, telling: FactTelling) -> str:
        quote = telling.quote
        seed = f"{fact.uri}\n{quote.start}\n{quote.end}\n{telling.said_in}\n{telling.rule}"
        digest = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:12]
        return terms.iri(f"{self.base}telling/{self._local(quote.doc)}-r{digest}")

    def _outlet(self, source: str) -> str:
        return terms.iri(f"{self.base}outlet/{percent(source.strip(), safe='', errors='replace')}")

    def _words(self, doc: str, start: int, end: int) -> str:
        return self._texts.get(doc, "")[start:end]

    # --- the flat graph --------------------------------------------------------------------------------------------

    def flat(self) -> Iterator[Block]:
        """Articles and outlets, things, facts with their tellings, events with their tellings."""
        k = self.knowledge
        yield from self._outlets()
        for article in k.articles:
            yield self._article_block(article)
        direct: dict[str, Pairs] = defaultdict(list)
        for fact in k.facts:
            if fact.asserted and not fact.former:
                direct[fact.subject].append((local_iri(fact.type), terms.iri(fact.object)))
        for thing in k.things:
            yield self._thing_block(thing, sorted(set(direct.pop(thing.uri, []))))
        for subject, pairs in sorted(direct.items()):  # a subject that is no thing: kg check tells it
            yield terms.iri(subject), sorted(set(pairs))
        for fact in k.facts:
            yield self._fact_block(fact)
            surest: dict[str, FactTelling] = {}  # the same words found twice by one rule are one telling
            for told in fact.tellings:
                node = self._fact_telling(fact, told)
                if node not in surest or told.confidence > surest[node].confidence:
                    surest[node] = told
            for told in surest.values():
                yield self._fact_telling_block(fact, told)
        for event in k.events:
            yield from self._event_blocks(event)
            for telling in event.tellings:
                yield self._telling_block(telling)

    def _outlets(self) -> Iterator[Block]:
        sources = {article.doc.source.strip() for article in self.knowledge.articles if article.doc.source}
        for source in sorted(filter(None, sources)):
            name = terms.text(source)
            yield self._outlet(source), [
                (_TYPE, P["Outlet"]), (P["name"], name), (P["key"], terms.text(fold(source))), (_LABEL, name),
            ]  # fmt: skip

    def _article_block(self, article: Article) -> Block:
        doc = article.doc
        pairs: Pairs = [(_TYPE, P["Article"])]
        language = doc.language if _LANGUAGE.fullmatch(doc.language) else None
        title = doc.title or doc.id
        pairs += [(P["name"], terms.text(title)), (_LABEL, terms.text(title, language if doc.title else None))]
        pairs.append((P["docId"], terms.text(doc.id)))
        for key, day in (("published", doc.published), ("inferredPublished", article.inferred_published)):
            found = _DAY.match(day) if day else None
            if found and bounds(found[1])[0]:
                pairs.append((P[key], terms.date(found[1])))
        if doc.source and doc.source.strip():
            pairs.append((P["outlet"], self._outlet(doc.source)))
        if doc.url:
            pairs.append((P["url"], terms.typed(terms.iri(doc.url)[1:-1], f"{XSD}anyURI")))
        pairs += [(P["language"], terms.text(doc.language)), (P["sha256"], terms.text(doc.sha256))]
        if article.copy_of:
            pairs.append((P["copyOf"], self._article(article.copy_of)))
        return terms.iri(article.uri), pairs

    def _thing_block(self, thing: Thing, direct: Pairs) -> Block:
        classes = [local_iri(name) for name in thing_classes(thing.type, thing.subtype)]
        pairs: Pairs = [(_TYPE, name) for name in classes]
        pairs += [(P["kind"], classes[0]), (P["name"], terms.text(thing.name)), (_LABEL, terms.text(thing.name, "ar"))]
        if thing.name_en:
            pairs.append((_LABEL, terms.text(thing.name_en, "en")))
        spellings = sorted({form.text for form in thing.names} - {thing.name})
        pairs += [(P["otherName"], terms.text(name)) for name in spellings]
        keys = {" ".join(fold(name).split()) for name in (thing.name, thing.name_en or "", *spellings)}
        pairs += [(P["key"], terms.text(key)) for key in sorted(filter(None, keys))]
        pairs += direct
        pairs += [(_SAME, terms.iri(link.uri)) for link in sorted(thing.links, key=lambda x: x.uri) if link.sure]
        docs = sorted({doc for doc, _ in thing.members} | {quote.doc for quote in thing.mentions})
        pairs += [(P["mentionedIn"], article) for article in sorted({self._article(doc) for doc in docs})]
        pairs += [(P["mentionCount"], terms.integer(len(thing.mentions)))]
        pairs += [(P["confidence"], terms.decimal(thing.confidence))]
        pairs += [(P["formerIri"], terms.iri(uri)) for uri in sorted(thing.former_uris)]
        return terms.iri(thing.uri), pairs

    def _fact_block(self, fact: Fact) -> Block:
        pairs: Pairs = [(_TYPE, P["Fact"]), (_SUBJECT, terms.iri(fact.subject)), (_PREDICATE, local_iri(fact.type))]
        pairs.append((_OBJECT, terms.iri(fact.object)))
        if fact.title:
            pairs.append((P["title"], terms.text(fact.title)))
        pairs += [(P["former"], terms.boolean(fact.former)), (P["asserted"], terms.boolean(fact.asserted))]
        pairs += [(P["sources"], terms.integer(fact.sources)), (P["confidence"], terms.decimal(fact.confidence))]
        tellings = sorted({self._fact_telling(fact, told) for told in fact.tellings})
        return terms.iri(fact.uri), pairs + [(P["evidence"], telling) for telling in tellings]

    def _event_blocks(self, event: Happening) -> Iterator[Block]:
        classes = [local_iri(name) for name in event_classes(event.type)]
        pairs: Pairs = [(_TYPE, name) for name in classes]
        pairs += [(P["kind"], classes[0]), (P["name"], terms.text(event.label_ar))]
        pairs += [(_LABEL, terms.text(event.label_ar, "ar")), (_LABEL, terms.text(event.label_en, "en"))]
        pairs.append((P["status" if event.asserted else "claimedStatus"], local_iri(event.status)))
        pairs.append((P["asserted"], terms.boolean(event.asserted)))
        pairs += _dates(event.date)
        if event.date and event.date_inferred:
            pairs.append((P["dateInferred"], terms.boolean(True)))
        pairs += sorted({(local_iri(filler.role), terms.iri(filler.thing)) for filler in event.roles})
        pairs += [(P["role"], thing) for thing in sorted({terms.iri(filler.thing) for filler in event.roles})]
        if event.count is not None:
            pairs.append((P["count"], terms.number(event.count)))
        contents = {self._words(t.doc, t.content.start, t.content.end) for t in event.tellings if t.content}
        pairs += [(P["content"], terms.text(words)) for words in sorted(contents)]
        pairs += [(P["saidIn"], terms.iri(uri)) for uri in sorted(set(event.said_in))]
        pairs += [(P["sources"], terms.integer(event.sources)), (P["confidence"], terms.decimal(event.confidence))]
        pairs += [(P["evidence"], telling) for telling in sorted({self._telling(t) for t in event.tellings})]
        pairs += [(P["formerIri"], terms.iri(uri)) for uri in sorted(event.former_uris)]
        nodes = [terms.iri(f"{event.uri}-disagreement-{percent(d.aspect, safe='')}") for d in event.disagreements]
        yield terms.iri(event.uri), pairs + [(P["disagreement"], node) for node in nodes]
        for node, split in zip(nodes, event.disagreements, strict=True):
            accounts = [f"{node[:-1]}-{number}>" for number in range(1, len(split.values) + 1)]
            yield node, [
                (_TYPE, P["Disagreement"]), (P["aspect"], terms.text(split.aspect)),
                (P["chosen"], terms.text(split.chosen)), (P["why"], terms.text(split.why)),
                *((P["account"], account) for account in accounts),
            ]  # fmt: skip
            for account, (value, docs) in zip(accounts, split.values, strict=True):
                thing: Pairs = [(P["thing"], terms.iri(value))] if value in self._things else []
                said: Pairs = [(P["article"], article) for article in sorted({self._article(doc) for doc in docs})]
                yield account, [(_TYPE, P["Account"]), (P["value"], terms.text(value)), *thing, *said]

    def _quote(self, quote: Quote) -> Pairs:
        text = self._texts.get(quote.doc, "")
        sentence = text[quote.sentence_start : quote.sentence_end]
        return [
            (P["article"], self._article(quote.doc)),
            (P["start"], terms.integer(quote.start)),
            (P["end"], terms.integer(quote.end)),
            (P["quote"], terms.text(text[quote.start : quote.end])),
            (P["sentence"], terms.text(sentence)),
        ]

    def _fact_telling_block(self, fact: Fact, telling: FactTelling) -> Block:
        pairs: Pairs = [(_TYPE, P["Telling"]), *self._quote(telling.quote)]
        return self._fact_telling(fact, telling), pairs + _found(telling)

    def _telling_block(self, telling: EventTelling) -> Block:
        pairs: Pairs = [(_TYPE, P["Telling"]), *self._quote(telling.quote)]
        pairs.append((P["trigger"], terms.text(self._words(telling.doc, *telling.trigger))))
        pairs += [(P["toldKind"], local_iri(telling.type)), (P["toldStatus"], local_iri(telling.status))]
        if telling.time and telling.time.value:
            pairs.append((P["toldDate"], terms.typed(telling.time.value, EDTF)))
        if telling.count:
            pairs.append((P["toldCount"], terms.number(telling.count.value)))
        if telling.content:
            words = self._words(telling.doc, telling.content.start, telling.content.end)
            pairs += [(P["content"], terms.text(words)), (P["direct"], terms.boolean(telling.content.direct))]
        return self._telling(telling), pairs + _found(telling)

    # --- named graphs ----------------------------------------------------------------------------------------------

    def of_articles(self) -> Iterator[tuple[str, list[Block]]]:
        """(article, what it says): its events with roles, status and date as it has them, its relations, its mentions."""
        k = self.knowledge
        events: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
        for event in k.events:
            subject = terms.iri(event.uri)
            for telling in event.tellings:
                said = events[telling.doc][subject]
                said.add((_TYPE, local_iri(telling.type)))
                said.add((P["claimedStatus" if telling.said_in else "status"], local_iri(telling.status)))
                said.update((local_iri(role), terms.iri(thing)) for role, thing in telling.roles)
                said.update(_dates(telling.time.value if telling.time else None))
                said.add((P["evidence"], self._telling(telling)))
                if telling.count:
                    said.add((P["count"], terms.number(telling.count.value)))
                if telling.said_in:
                    said.add((P["saidIn"], terms.iri(telling.said_in)))
        for fact in k.facts:
            for told in fact.tellings:
                said = events[told.quote.doc][terms.iri(fact.subject)]
                if not told.said_in and not fact.former:
                    said.add((local_iri(fact.type), terms.iri(fact.object)))
                events[told.quote.doc][terms.iri(fact.uri)].add((P["evidence"], self._fact_telling(fact, told)))
        mentions: dict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for thing in k.things:
            for quote in thing.mentions:
                mentions[quote.doc].add((quote.start, quote.end, thing.uri))
        for article in k.articles:
            doc = article.doc.id
            blocks: list[Block] = [(terms.iri(article.uri), [(_TYPE, P["Article"]), (P["docId"], terms.text(doc))])]
            blocks += [(subject, sorted(pairs)) for subject, pairs in sorted(events[doc].items()) if pairs]
            by_place: dict[tuple[int, int], list[str]] = defaultdict(list)
            for start, end, uri in sorted(mentions[doc]):
                by_place[start, end].append(terms.iri(uri))
            for (start, end), things in by_place.items():
                node = terms.iri(f"{self.base}mention/{self._local(doc)}-{start}-{end}")
                pairs: Pairs = [(_TYPE, P["Mention"]), *((P["mentions"], thing) for thing in things)]
                pairs += [(P["article"], terms.iri(article.uri)), (P["start"], terms.integer(start))]
                words = terms.text(self._words(doc, start, end))
                blocks.append((node, [*pairs, (P["end"], terms.integer(end)), (P["quote"], words)]))
            yield terms.iri(article.uri), blocks

    def concluded(self) -> Iterator[Block]:
        """Why mentions were joined to one thing, and the identities that are only proposed."""
        for thing in self.knowledge.things:
            subject = terms.iri(thing.uri)
            proposed = [link for link in sorted(thing.links, key=lambda x: x.uri) if not link.sure]
            if proposed:
                yield subject, [(_CLOSE, terms.iri(link.uri)) for link in proposed]
            for join in thing.joins:
                seed = f"{thing.uri}\n{join.left}\n{join.right}\n{join.by}\n{join.score}"
                digest = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:16]
                pairs: Pairs = [(_TYPE, P["Join"]), (P["thing"], subject), (P["left"], terms.text(join.left))]
                pairs += [(P["right"], terms.text(join.right)), (P["score"], terms.decimal(join.score))]
                pairs += [(P["why"], terms.text(reason)) for reason in sorted(set(join.reasons))]
                yield terms.iri(f"{self.base}join/{digest}"), [*pairs, (P["by"], terms.text(join.by))]


def _dates(value: str | None) -> Pairs:
    """An EDTF date with the first and last day that it can mean."""
    if not value:
        return []
    first, last = bounds(value)
    pairs = [(P["date"], terms.typed(value, EDTF))]
    pairs += [(P["dateFrom"], terms.date(first))] if first else []
    return pairs + ([(P["dateTo"], terms.date(last))] if last else [])


def _found(telling: EventTelling | FactTelling) -> Pairs:
    """Who found it, how surely, and in whose statement it stands."""
    pairs: Pairs = [(P["rule"], terms.text(telling.rule))] if telling.rule else []
    pairs.append((P["confidence"], terms.decimal(telling.confidence)))
    return pairs + ([(P["saidIn"], terms.iri(telling.said_in))] if telling.said_in else [])
