"""Namesakes: entities that bear one name and are told apart by their context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.resolve.local import Local, is_generic, is_short
from kg.resolve.names import person, person_lexicon

_ALIKE = 0.15  # share of nearby things from which two groups are not told apart by their countries
Senses = list[tuple[str, list[Local]]]


def split(same: Sequence[Local], original: Sequence[str]) -> Senses:
    """Entities of one type and name (sorted) as ``[(sense, members)]``; the sense is "" where there is only one.

    ``original`` maps the index of an article to the id of the article it copies (its own if none).
    """
    one = same[0]
    if is_generic(one.type, one.entity.name):
        return _by_country(same, original)
    linked = Counter(m.world for m in same if m.world)
    if len(linked) > 1:
        return _by_entry(same, linked)
    if linked:
        return [("", list(same))]
    if one.type == "Person":
        if is_short(one.key):
            return _short(same, original)
        if len(person(one.entity.name).parts) == 2:
            return _by_office(same)
    return [("", list(same))]


def _grouped(same: Sequence[Local], sense: dict[int, str]) -> Senses:
    groups: dict[str, list[Local]] = {}
    for i, one in enumerate(same):
        groups.setdefault(sense[i], []).append(one)
    return sorted(groups.items())


def _by_country(same: Sequence[Local], original: Sequence[str]) -> Senses:
    """A body that every country has is the one of the country that the article is about; else of that article alone."""
    return _grouped(same, {i: m.country or f"only {original[m.doc]}" for i, m in enumerate(same)})


def _by_entry(same: Sequence[Local], linked: Counter[str]) -> Senses:
    """Each entry of the gazetteer is a sense; an entity without a link goes to the sense with which it shares most of the
    things told beside it, else to the most frequent."""
    around: dict[str, Counter[str]] = {world: Counter() for world in linked}
    for one in same:
        if one.world:
            around[one.world].update(one.nearby)
    sense = {}
    for i, one in enumerate(same):
        sense[i] = one.world or min(linked, key=lambda w: (-sum(around[w][n] > 0 for n in one.nearby), -linked[w], w))
    return _grouped(same, sense)


def _short(same: Sequence[Local], original: Sequence[str]) -> Senses:
    """A very common name alone is somebody else in every article (copies aside)."""
    bare = person(same[0].entity.name).parts
    if bare and (bare[0].bare in person_lexicon().very_common or bare[0].known) and not bare[0].son:
        return _grouped(same, {i: f"only {original[m.doc]}" for i, m in enumerate(same)})
    return [("", list(same))]


def _by_office(same: Sequence[Local]) -> Senses:
    """Two men of one name who hold offices of different countries, among different things, are two."""
    sides = [frozenset(body for title, body in one.offices if body) for one in same]
    holders = Counter(s for s in sides if s)
    if len(holders) < 2:
        return [("", list(same))]
    clusters: list[set[str]] = []  # bodies and countries that one article gives to one man belong together
    for side in sorted(holders, key=sorted):
        touching = [c for c in clusters if c & side]
        clusters = [c for c in clusters if not c & side] + [set(side).union(*touching)]
    clusters.sort(key=sorted)
    if len(clusters) < 2:
        return [("", list(same))]
    around = [Counter[str]() for _ in clusters]
    members: list[list[int]] = [[] for _ in clusters]
    for i, side in enumerate(sides):
        for n, cluster in enumerate(clusters):
            if side & cluster:
                around[n].update(same[i].nearby)
                members[n].append(i)
    # clusters whose surroundings are alike are one man with two offices
    owner = list(range(len(clusters)))
    for n in range(len(clusters)):
        for k in range(n):
            if owner[k] == k and _likeness(around[n], around[k]) >= _ALIKE:
                owner[n] = k
                around[k].update(around[n])
                break
    if len(set(owner)) < 2:
        return [("", list(same))]
    sense = {i: min(clusters[owner[n]]) for n, ms in enumerate(members) for i in ms}
    roots = sorted(set(owner))
    biggest = max(roots, key=lambda n: (len(members[n]), -n))
    for i, one in enumerate(same):
        if i not in sense:
            best = max(roots, key=lambda n: (sum(around[n][k] > 0 for k in one.nearby), n == biggest, -n))
            sense[i] = min(clusters[best])
    return _grouped(same, sense)


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """Share of the smaller one's things that the other has as well."""
    smaller = min(len(a), len(b))
    return len(a.keys() & b.keys()) / smaller if smaller else 0.0
