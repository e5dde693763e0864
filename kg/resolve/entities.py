"""Entities of many articles -> groups that are one thing each.

1. Entities of one type with the same name in comparing form are one node; so the number of comparisons depends on
   how many names there are, not on how often each is mentioned. A node whose context shows namesakes is split.
2. Nodes that share a block (a family name's consonants, a word) are compared; what is surely the same is joined, the
   surest first, never over a veto.
3. Short forms go to the one long form that fits them (``short_forms``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.knowledge import Join
from kg.resolve.blocking import candidate_pairs
from kg.resolve.cluster import Groups, Pair, as_join, join_best_first
from kg.resolve.compare import compare, table
from kg.resolve.compare_body import body
from kg.resolve.homonyms import split
from kg.resolve.local import Local, is_short, key_of
from kg.resolve.names import person, person_lexicon

_ENTRY = 0.98  # how sure a link to the gazetteer is
_CALLED = 0.85  # how sure it is that two names by which articles call one thing are of one thing
_CONTEXT_FROM = 0.5  # names that score less are not saved by their context
_AROUND = 400  # nearby things counted of one node


@dataclass(slots=True)
class Node:
    """All entities that bear one name and that nothing tells apart."""

    type: str
    key: str
    name: str
    sense: str
    locals: list[Local]
    world: str
    docs: frozenset[int]
    offices: frozenset[tuple[str, str]]
    nearby: frozenset[str]

    @property
    def short(self) -> bool:
        """A person's name of one part, which must find its long form."""
        return self.type == "Person" and is_short(self.key)


@dataclass(slots=True)
class Group:
    """One thing: its nodes and why they were joined."""

    nodes: list[Node]
    joins: list[Join] = field(default_factory=list)


@dataclass(slots=True)
class Grouping:
    """``groups`` are the things; ``unsure`` the pairs left open (indices of ``nodes``), for people to judge."""

    nodes: list[Node]
    groups: list[Group]
    unsure: list[Pair]


def make_node(type: str, key: str, sense: str, members: Sequence[Local]) -> Node:
    """A node of ``members``, which must be sorted."""
    spelled = Counter(m.entity.name for m in members if m.long is None) or Counter(m.long[0] for m in members if m.long)
    worlds = Counter(m.world for m in members if m.world)
    around = Counter(n for m in members for n in m.around)
    del around[key]
    nearby = sorted(around, key=lambda n: (-around[n], n))[:_AROUND]
    return Node(
        type=type,
        key=key,
        name=min(spelled, key=lambda n: (-spelled[n], n)),
        sense=sense,
        locals=list(members),
        world=min(worlds, key=lambda w: (-worlds[w], w)) if worlds else "",
        docs=frozenset(m.doc for m in members),
        offices=frozenset(o for m in members for o in m.offices),
        nearby=frozenset(nearby),
    )


def nodes_of(locals_: Sequence[Local], original: Sequence[str]) -> list[Node]:
    """Nodes in an order that depends on their content alone."""
    by_key: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for one in locals_:
        by_key[one.type, one.key].append(one)
    nodes: list[Node] = []
    for (type_, key), same in sorted(by_key.items()):
        same.sort(key=lambda one: one.order)
        nodes.extend(make_node(type_, key, sense, members) for sense, members in split(same, original))
    return nodes


def group(
    nodes: list[Node],
    forced: Sequence[Pair] = (),
    forbidden: Callable[[int, int], bool] = lambda a, b: False,
) -> Grouping:
    """The things. ``forced`` pairs (judgements of people) are joined before all, over any veto of ours; ``forbidden``
    says which nodes a person has told apart."""
    groups = Groups(len(nodes))
    for pair in forced:
        groups.union(pair)
    sure, unsure = _judged(nodes)
    called = _called(nodes)
    sure += called.values()
    refused = join_best_first(groups, sure, lambda a, b: _vetoed(nodes, a, b, called, forbidden))
    found = []
    for members in groups.groups():
        pairs = groups.joined.get(groups.find(members[0]), [])
        found.append(Group([nodes[i] for i in members], [as_join(p, lambda i: nodes[i].name) for p in pairs]))
    left = [p for p in unsure + refused if groups.find(p.left) != groups.find(p.right)]
    return Grouping(nodes, found, [p for p in left if not forbidden(p.left, p.right)])


def _judged(nodes: list[Node]) -> tuple[list[Pair], list[Pair]]:
    """Pairs that are the same, and pairs that are unsure, by their names and by what is told around them."""
    sure: list[Pair] = _same_entry(nodes)
    unsure: list[Pair] = []
    threshold = table().same
    for left, right in candidate_pairs(nodes):
        a, b = nodes[left], nodes[right]
        if a.short != b.short or (a.key == b.key and a.sense != b.sense):
            continue  # short forms have a stage of their own; namesakes were told apart
        verdict = compare(a.name, b.name, a.type)
        if verdict.answer == "different":
            continue
        score, reasons = verdict.score, verdict.reasons
        if verdict.answer == "unsure" and score >= _CONTEXT_FROM:
            more, why = context(a, b)
            score, reasons = min(score + more, 1.0), (*reasons, *why)
        if verdict.answer == "same" and _common_omission(a, b) and not context(a, b)[0]:
            score, reasons = min(score, threshold - 0.02), (*reasons, "but nothing told around them agrees")
        if verdict.answer == "same" and _of_another_country(a, b):
            score, reasons = min(score, threshold - 0.02), (*reasons, "but the articles are on another country")
        if a.sense.startswith("only ") or b.sense.startswith("only "):
            score = min(score, threshold - 0.01) if a.docs.isdisjoint(b.docs) else score
        (sure if score >= threshold else unsure).append(Pair(left, right, round(score, 4), reasons))
    return sure, unsure


def context(a: Node, b: Node) -> tuple[float, tuple[str, ...]]:
    """What the articles tell around two names, as something to add to the score of the names."""
    more, why = 0.0, []
    if {o for o in a.offices if o[1]} & {o for o in b.offices if o[1]}:
        more += 0.3
        why.append("the same office")
    for one, other in ((a, b), (b, a)):
        if one.sense and one.sense in body(other.name).nationalities:
            more += 0.35
            why.append("articles on that country")
    if a.nearby and b.nearby:
        shared = len(a.nearby & b.nearby) / min(len(a.nearby), len(b.nearby))
        if shared >= 0.3:
            more += 0.12
            why.append("told among the same things")
    return more, tuple(why)


def _common_omission(a: Node, b: Node) -> bool:
    """Does a short name that very many bear leave out a part of the longer («محمد العتيبي»)?"""
    if a.type != "Person" or (a.world and a.world == b.world):
        return False
    short, long = sorted((person(a.name).parts, person(b.name).parts), key=len)
    return len(short) == 2 < len(long) and short[0].bare in person_lexicon().very_common and not short[1].son


def _of_another_country(a: Node, b: Node) -> bool:
    """Does one name tell its country, and are the articles with the other mostly on other countries?"""
    if a.type == "Person" or a.world or b.world:
        return False
    of_a, of_b = body(a.name).nationalities, body(b.name).nationalities
    if bool(of_a) == bool(of_b):
        return False
    told, other = (of_a, b) if of_a else (of_b, a)
    here = sum(m.country in told for m in other.locals)
    return 2 * here < len(other.locals)


def _same_entry(nodes: list[Node]) -> list[Pair]:
    """Nodes whose articles link them to one entry of the gazetteer."""
    first: dict[tuple[str, str], int] = {}
    pairs = []
    for i, node in enumerate(nodes):
        if node.world:
            other = first.setdefault((node.type, node.world), i)
            if other != i:
                pairs.append(Pair(other, i, _ENTRY, (f"both are {node.world} of the gazetteer",)))
    return pairs


def _called(nodes: list[Node]) -> dict[tuple[int, int], Pair]:
    """Nodes whose articles call their thing by the name of another node too («قطاع غزة», «غزة»), where only one does."""
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if not node.short:
            named[node.type, node.key].append(i)
    owners: dict[int, Counter[int]] = defaultdict(Counter)
    for i, node in enumerate(nodes):
        for one in node.locals:
            for name in {key_of(node.type, n) for n in (*one.names, *one.entity.aliases)} - {node.key}:
                for other in named.get((node.type, name), ()):
                    owners[other][i] += 1
    pairs = {}
    for alias, counts in sorted(owners.items()):
        (i, n), *others = counts.most_common()
        if others and n < 3 * sum(c for _, c in others):
            continue
        verdict = compare(nodes[i].name, nodes[alias].name, nodes[i].type)
        if verdict.answer == "different" and (n < 2 or nodes[i].type == "Person"):
            continue
        why = f"{n} article{'s' if n > 1 else ''} call{'' if n > 1 else 's'} it by both names"
        pairs[min(i, alias), max(i, alias)] = Pair(min(i, alias), max(i, alias), max(verdict.score, _CALLED), (why,))
    return pairs


def _vetoed(
    nodes: list[Node],
    left: list[int],
    right: list[int],
    called: dict[tuple[int, int], Pair],
    forbidden: Callable[[int, int], bool],
) -> bool:
    """Is there a pair over the two groups that must not be one?"""
    for i in left:
        for j in right:
            a, b = nodes[i], nodes[j]
            if forbidden(i, j):
                return True
            if a.world and b.world:
                if a.world != b.world:
                    return True
                continue
            if a.key == b.key and a.sense != b.sense:
                return True
            if (min(i, j), max(i, j)) in called:
                continue
            verdict = compare(a.name, b.name, a.type)
            if verdict.answer == "different" and not (a.short or b.short):
                return True
            if verdict.answer == "unsure" and not a.docs.isdisjoint(b.docs):
                return True
    return False
