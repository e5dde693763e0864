"""Applies corrections at each step of resolution, and says which no longer apply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from kg.knowledge import Fact, Happening, Link, Thing
from kg.lang import DataError
from kg.resolve.cluster import Pair
from kg.resolve.corrections import Correction, Corrections
from kg.resolve.entities import Node
from kg.resolve.iris import thing_iri, world_iri
from kg.resolve.local import Local, key_of
from kg.resolve.names import squeeze
from kg.resolve.things import node_iris

JUDGED = 2.0  # a judgement of a person, above every score


class Correcting:
    """The corrections of one run. ``warnings`` are filled as the steps are done."""

    def __init__(self, corrections: Corrections | None, base: str) -> None:
        self.corrections = corrections or Corrections()
        self.base = base
        self.warnings: list[str] = []
        self._apart = {
            frozenset((squeeze(a), squeeze(b)))
            for c in self.corrections.of("different")
            for i, a in enumerate(c.things)
            for b in c.things[i + 1 :]
        }

    def warn(self, correction: Correction, what: str) -> None:
        """Notes that a correction was not, or not wholly, applied."""
        self.warnings.append(f"{self.corrections.path}, line {correction.line}: {what}")

    def apart(self, a: str, b: str) -> bool:
        """Has a person said that these two names are of two things?"""
        return bool(self._apart) and frozenset((squeeze(a), squeeze(b))) in self._apart

    def retype(self, locals_: Sequence[Local]) -> None:
        """``type`` corrections, on the entities themselves: what is of another type is compared with other things."""
        for correction in self.corrections.of("type"):
            fits = [one for one in locals_ if correction.values.get("was") in (None, one.type)]
            named = [one for one in fits if self._means(correction.things, one)]
            if not named:
                self.warn(correction, f"no entity is called {_list(correction.things)}; nothing has its type changed")
            worlds = {(one.type, one.world) for one in named if one.world}
            keys = {(one.type, one.key) for one in named}
            for one in fits:
                if (one.type, one.world) in worlds or (one.type, one.key) in keys:
                    one.type = correction.values["is"]
                    one.key, one.world, one.candidates = key_of(one.type, one.entity.name), "", ()

    def _means(self, things: Iterable[str], one: Local) -> bool:
        iris = {thing_iri(self.base, one.type, one.key)}
        if one.world:
            iris.add(world_iri(self.base, one.type, one.world))
        return any(t in iris or squeeze(t) == squeeze(one.entity.name) for t in things)

    def pairs(self, nodes: Sequence[Node]) -> tuple[list[Pair], Callable[[int, int], bool]]:
        """Judgements as pairs of nodes: those that must be joined, and a test of those that must not.

        Raises ``DataError`` where names and IRIs, read together, contradict each other: then nothing is applied.
        """
        if not self.corrections.entries:
            return [], lambda a, b: False
        find = _NodeFinder(nodes, self.base)
        forced: list[tuple[Pair, Correction]] = []
        forbidden: dict[frozenset[int], Correction] = {}
        for correction in self.corrections.of("same"):
            found = [self._one(correction, thing, find) for thing in correction.things]
            known = [n for n in found if n is not None]
            for other in known[1:]:
                if other != known[0]:
                    first, second = sorted((known[0], other))
                    pair = Pair(first, second, JUDGED, ("a person said that they are the same",), correction.told())
                    forced.append((pair, correction))
        for correction in self.corrections.of("different"):
            sides = [find.all(thing, correction.values.get("type")) for thing in correction.things]
            for thing, nodes_ in zip(correction.things, sides, strict=True):
                if not nodes_ and not find.spelled(thing):
                    self.warn(correction, f"nothing is called '{thing}' any more; the correction has no effect")
            for i, side in enumerate(sides):
                for others in sides[i + 1 :]:
                    forbidden |= {frozenset((a, b)): correction for a in side for b in others if a != b}
        self._agree(forced, forbidden, len(nodes))
        return [pair for pair, _ in forced], lambda a, b: frozenset((a, b)) in forbidden

    def _one(self, correction: Correction, thing: str, find: _NodeFinder) -> int | None:
        found = find.all(thing, correction.values.get("type"))
        if not found:
            self.warn(correction, f"nothing is called '{thing}' any more; the correction has no effect on it")
            return None
        best = find.most(found)
        if len(found) > 1 and not thing.startswith(("http:", "https:")):
            self.warn(
                correction,
                f"'{thing}' is the name of {len(found)} things; the most mentioned was taken. Write its IRI to be exact",
            )
        return best

    def _agree(
        self, forced: list[tuple[Pair, Correction]], forbidden: dict[frozenset[int], Correction], size: int
    ) -> None:
        from kg.resolve.cluster import Groups

        groups = Groups(size)
        for pair, _ in forced:
            groups.union(pair)
        for pair_, correction in sorted(forbidden.items(), key=lambda item: (item[1].line, sorted(item[0]))):
            a, b = sorted(pair_)
            if groups.find(a) == groups.find(b):
                lines = sorted({c.line for p, c in forced if groups.find(p.left) == groups.find(a)})
                raise DataError(
                    f"{self.corrections.path}: line {correction.line} says that {_list(correction.things)} are different, and "
                    f"line {', '.join(map(str, lines))} that they are the same. Nothing was applied."
                )

    def things(self, found: Sequence[Thing]) -> list[Thing]:
        """``name``, ``link`` and ``delete`` corrections."""
        if not self.corrections.entries:
            return list(found)
        out = {thing.uri: thing for thing in found}
        for correction in self.corrections.of("name"):
            for thing in self.meant(correction, correction.things, out.values()):
                english = correction.values.get("en", thing.name_en)
                out[thing.uri] = msgspec.structs.replace(thing, name=correction.values["is"], name_en=english)
        for correction in self.corrections.of("link"):
            uri = correction.values["is"]
            for thing in self.meant(correction, correction.things, out.values()):
                others = tuple(msgspec.structs.replace(link, sure=False) for link in thing.links if link.uri != uri)
                out[thing.uri] = msgspec.structs.replace(thing, links=(Link(uri, 1.0, True), *others))
        for correction in self.corrections.of("delete"):
            for thing in self.meant(correction, correction.things, out.values()):
                del out[thing.uri]
        return [out[uri] for uri in sorted(out)]

    def meant(self, correction: Correction, names: Iterable[str], found: Iterable[Thing]) -> list[Thing]:
        """The things that a correction names; of several the most mentioned. Warns where there is none."""
        things = list(found)
        out = []
        for name in names:
            kind = correction.values.get("type") if correction.kind != "type" else None
            fits = [t for t in things if kind in (None, t.type) and is_called(t, name)]
            exact = [t for t in fits if name == t.uri or squeeze(name) == squeeze(t.name)]
            fits = exact or fits
            if not fits:
                self.warn(correction, f"nothing is called '{name}' any more; the correction has no effect on it")
                continue
            if len(fits) > 1:
                self.warn(
                    correction,
                    f"'{name}' is the name of {len(fits)} things; the most mentioned was taken. Write its IRI to be exact",
                )
            out.append(min(fits, key=lambda t: (-len(t.mentions), t.uri)))
        return out

    def facts(self, found: Sequence[Fact], things: Sequence[Thing], added: Sequence[Fact]) -> list[Fact]:
        """Without the relations that a person called wrong, with those ``added``, sorted."""
        wrong: set[str] = set()
        for c in self.corrections.of("relation"):
            if c.values["is"] != "wrong":
                continue
            subjects = {t.uri for t in self.meant(c, [c.values["subject"]], things)}
            objects = {t.uri for t in self.meant(c, [c.values["object"]], things)}
            title = c.values.get("title")
            hits = {
                f.uri
                for f in found
                if f.type == c.things[0]
                and ((f.subject in subjects and f.object in objects) or (f.object in subjects and f.subject in objects))
                and (title is None or squeeze(title) == squeeze(f.title or ""))
            }
            if subjects and objects and not hits:
                self.warn(c, "no article tells this relation any more; there is nothing to take out")
            wrong |= hits
        merged = {f.uri: f for f in (*found, *added) if f.uri not in wrong}
        return [merged[uri] for uri in sorted(merged)]

    def happenings(self, found: Sequence[Happening], added: Sequence[Happening]) -> list[Happening]:
        """Without the events that a person called wrong, with those ``added``, sorted."""
        wrong: set[str] = set()
        for c in self.corrections.of("event"):
            if c.values["is"] == "wrong":
                hits = {h.uri for h in found for uri in c.things if uri == h.uri or uri in h.former_uris}
                if not hits:
                    self.warn(c, f"there is no event {_list(c.things)} any more; there is nothing to take out")
                wrong |= hits
        merged = {h.uri: h for h in (*found, *added) if h.uri not in wrong}
        return [merged[uri] for uri in sorted(merged)]


class _NodeFinder:
    """Nodes by name or IRI."""

    def __init__(self, nodes: Sequence[Node], base: str) -> None:
        self._nodes = nodes
        self._named: dict[str, list[int]] = defaultdict(list)
        self._spelled: dict[str, list[int]] = defaultdict(list)
        for i, node in enumerate(nodes):
            for iri in node_iris(node, base):
                self._named[iri].append(i)
            for name in {squeeze(m.entity.name) for m in node.locals if m.long is None}:
                self._named[name].append(i)
            for name in {squeeze(n) for m in node.locals for n in (*m.names, m.entity.name)}:
                self._spelled[name].append(i)

    def all(self, thing: str, type: str | None) -> list[int]:
        """Every node that is so called: by its name, else by a spelling of it."""
        for index, key in ((self._named, thing), (self._named, squeeze(thing)), (self._spelled, squeeze(thing))):
            found = [i for i in index.get(key, ()) if type in (None, self._nodes[i].type)]
            if found:
                return found
        return []

    def spelled(self, thing: str) -> bool:
        """Does any article use this spelling?"""
        return squeeze(thing) in self._spelled

    def most(self, found: Sequence[int]) -> int:
        """The most mentioned of several."""
        return min(found, key=lambda i: (-len(self._nodes[i].locals), i))


def is_called(thing: Thing, name: str) -> bool:
    """Is ``name`` an IRI or a spelling of the thing?"""
    if name == thing.uri or name in thing.former_uris:
        return True
    key = squeeze(name)
    return bool(key) and (squeeze(thing.name) == key or any(squeeze(n.text) == key for n in thing.names))


def _list(things: Iterable[str]) -> str:
    return ", ".join(f"'{t}'" for t in things)
