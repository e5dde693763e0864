"""The entities of an article while they are being linked: names and nominals gathered on nodes."""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass, field, replace

from kg.annotations import ArticleEntity, Entities, EntityMention, Layers, Name
from kg.extract.class_nouns import class_noun, nominals
from kg.extract.coreference.antecedent import verb_gender
from kg.extract.coreference.apposition import Phrase, phrases
from kg.extract.coreference.names import group_names, thing_form
from kg.extract.cover import Cover, cover
from kg.extract.lexicon import head_of, office_words
from kg.extract.office_grammar import Office
from kg.extract.office_lookahead import NONE
from kg.record import EntityType, MentionKind, Relation
from kg.text.document import Document
from kg.text.normalize import fold
from kg.world.gazetteer import entry


@dataclass(slots=True, frozen=True)
class Held:
    """An office that a person holds or held: ``country`` is a gazetteer id, ``body`` and ``place`` are nodes (-1)."""

    office: Office
    country: str
    body: int
    place: int


@dataclass(slots=True)
class Node:
    """One real thing. ``country`` of a place is its own gazetteer id where it is a country, of a body that of its name;
    ``places`` are the starts of its mentions, sorted."""

    type: EntityType
    subtype: str | None
    names: list[int] = field(default_factory=list)
    mentions: list[EntityMention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)
    held: list[Held] = field(default_factory=list)
    country: str = ""
    world: str = ""
    gender: str = ""
    links: tuple[str, ...] = ()

    def last_before(self, offset: int) -> int:
        """Start of the last mention that begins before ``offset``, -1 if none does."""
        k = bisect.bisect_left(self.places, offset)
        return self.places[k - 1] if k else NONE


def _is_office(doc: Document, name: Name) -> bool:
    """Is a name of a body in truth an office («وزير الدفاع الإسرائيلي»)? No body is called so."""
    if name.type != "Organization" or name.world:
        return False
    words = doc.text[name.start : name.end].split()
    head = head_of(words[0]) if len(words) > 1 else None
    return head is not None and head.number == "s" and not head.start and not office_words().heads[head.word].weak


class Graph:
    """All that the steps of coreference read and write. Nodes are numbered in order of their first name."""

    def __init__(self, doc: Document, layers: Layers) -> None:
        self.doc = doc
        self.layers = replace(layers, names=[n for n in layers.names if not _is_office(doc, n)])
        self.cover: Cover = cover(doc, self.layers)
        self.around: list[Phrase]
        self.around, self.offices = phrases(self.cover)
        self.country_ids = {fold(n.name): n.country for n in layers.nationalities}
        self.country_ids |= {
            fold(doc.text[n.start : n.end]): n.world for n in self.layers.names if n.subtype == "Country" and n.world
        }
        self.nodes: list[Node] = []
        self.node_of: dict[int, int] = {}  # name -> node
        self.country_node: dict[str, int] = {}  # gazetteer id -> node
        self.body_node: dict[int, int] = {}  # token of a class noun -> node
        self.told: list[tuple[str, int, int, str | None, bool, int, float, str]] = []
        for group in group_names(self.cover, self.around, self.country_ids):
            self._add_named(group)

    def _add_named(self, group: list[int]) -> None:
        names = [self.layers.names[n] for n in group]
        subtypes = Counter(n.subtype for n in names if n.subtype)
        node = Node(names[0].type, min(subtypes, key=lambda s: (-subtypes[s], s)) if subtypes else None)
        self.nodes.append(node)
        number = len(self.nodes) - 1
        for n in group:
            name, phrase = self.layers.names[n], self.around[n]
            self.node_of[n] = number
            node.names.append(n)
            node.gender = node.gender or phrase.gender
            node.world = node.world or ("" if name.ambiguous else name.world)
            if phrase.class_word:
                node.classes.add(phrase.class_word)
            if node.type == "Person":
                verb = self.doc.token_at(phrase.start) - 1
                if not node.gender and verb >= 0 and not self.cover.clitic(verb + 1, n) and self.cover.name_of[verb] < 0:
                    node.gender = verb_gender(self.cover.word(verb))
            else:
                noun = class_noun(self.cover.word(self.cover.first[n])[len(self.cover.clitic(self.cover.first[n], n)) :])
                if noun is not None and not noun.prefix and self.cover.last[n] - self.cover.first[n] > 1:
                    node.classes.add(noun.word)
                form = thing_form(self.cover, n, self.country_ids)
                if node.type == "Organization" or node.subtype == "Country" or form.parts == ("",):
                    node.country = node.country or form.country
            self.mention(number, name.start, name.end, "name", name.confidence, name.rule, phrase.start, phrase.end)
        self._look_up(node)
        if node.subtype is None and node.classes:
            fitting = frozenset.intersection(*(nominals().classes[k].subtypes for k in sorted(node.classes)))
            if len(fitting) == 1 and all(nominals().classes[k].type == node.type for k in node.classes):
                node.subtype = next(iter(fitting))
        if node.type == "Place" and (node.country or node.subtype == "Country"):
            gazetteer = node.world or node.country
            node.country = gazetteer
            if gazetteer:
                self.country_node.setdefault(gazetteer, number)

    def _look_up(self, node: Node) -> None:
        """What the gazetteer knows: public links, and the country of a person or body."""
        known = entry(node.world) if node.world else None
        if known is not None:
            node.links = known.links
            node.subtype = node.subtype or known.subtype
            if node.type != "Place":
                node.country = node.country or known.country

    def mention(
        self, node: int, start: int, end: int, kind: MentionKind, confidence: float, rule: str,
        np_start: int | None = None, np_end: int | None = None,
    ) -> None:  # fmt: skip
        """Puts a mention on a node."""
        np_start, np_end = start if np_start is None else np_start, end if np_end is None else np_end
        one = EntityMention(start, end, kind, str(node), confidence, rule, np_start, np_end)
        self.nodes[node].mentions.append(one)
        bisect.insort(self.nodes[node].places, start)

    def country(self, gazetteer: str) -> int:
        """The node of a country known by its gazetteer id, made where only adjectives tell it; -1 where nothing does."""
        if gazetteer in self.country_node:
            return self.country_node[gazetteer]
        if all(n.country != gazetteer for n in self.layers.nationalities):
            return NONE
        self.nodes.append(Node("Place", "Country", country=gazetteer, world=gazetteer))
        number = self.country_node[gazetteer] = len(self.nodes) - 1
        spans = [n for n in self.layers.nationalities if n.country == gazetteer]
        outside = [n for n in spans if n.number == "s" and self.cover.name_of[self.doc.token_at(n.start)] < 0]
        for n in outside or spans[:1]:
            self.mention(number, n.start, n.end, "nominal", 0.8, "nationality")
        return number

    def tell(
        self, type_: str, subject: int, object_: int, title: str | None, former: bool, at: int, confidence: float, rule: str
    ) -> None:
        """A relation that a noun phrase at offset ``at`` tells."""
        self.told.append((type_, subject, object_, title, former, at, confidence, rule))

    def nearest(self, offset: int, nodes: list[int]) -> int:
        """Of ``nodes`` the one mentioned last before ``offset``, -1 if none is."""
        best = max(nodes, key=lambda n: self.nodes[n].last_before(offset), default=NONE)
        return best if best != NONE and self.nodes[best].last_before(offset) != NONE else NONE

    def label(self, node: Node) -> tuple[str, tuple[str, ...]]:
        """The best name and the other spellings of a node."""
        text = self.doc.text
        spelt = Counter(" ".join(text[self.layers.names[n].start : self.layers.names[n].end].split()) for n in node.names)
        if not spelt:
            adjective = next((n for n in self.layers.nationalities if n.country == node.country), None)
            return (adjective.name if adjective else ""), ()
        if node.type == "Place":
            order = sorted(spelt, key=lambda s: (-spelt[s], -len(s), s))
        else:
            order = sorted(spelt, key=lambda s: (-len(s.split()), -spelt[s], s))
        return order[0], tuple(sorted(order[1:]))

    def entities(self) -> Entities:
        """The result, entities numbered in order of their first mention."""
        kept = [n for n in range(len(self.nodes)) if self.nodes[n].mentions]
        kept.sort(key=lambda n: (self.nodes[n].places[0], n))
        ids = {n: f"e{k}" for k, n in enumerate(kept, 1)}
        result = Entities()
        for n in kept:
            node = self.nodes[n]
            name, aliases = self.label(node)
            home = node.country if node.type != "Place" else ""
            result.entities[ids[n]] = ArticleEntity(
                ids[n], node.type, node.subtype, name, aliases, node.links, max(m.confidence for m in node.mentions), node.gender,
                ids.get(self.country_node.get(home, NONE), ""), node.world,
            )  # fmt: skip
            for m in node.mentions:
                result.mentions.append(
                    EntityMention(m.start, m.end, m.kind, ids[n], m.confidence, m.rule, m.np_start, m.np_end)
                )
        result.mentions.sort(key=lambda m: (m.start, m.end, int(m.entity[1:])))
        result.countries = {g: ids[n] for g, n in sorted(self.country_node.items())}
        for type_, subject, object_, title, former, at, confidence, rule in self.told:
            sentence = self.doc.sentence_of(at)
            start, end = (sentence.start, sentence.end) if sentence else (at, at)
            result.told.append(
                Relation(type_, ids[subject], ids[object_], title, start, end, confidence, former, rule=rule)
            )
        return result
