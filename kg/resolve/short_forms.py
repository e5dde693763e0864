"""Short forms of persons («أوستن») -> the long form that is meant, in the same article or, failing that, over articles.

Among several long forms («الأسد») the one is taken that the articles call by this short form most, or that shares most of
what is told around; where two fit alike, none is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from kg.resolve.blocking import skeleton
from kg.resolve.compare import compare
from kg.resolve.local import Local, is_short
from kg.resolve.names import person, person_lexicon, words

_CLEAR = 1.5  # how many times better the best must be than the second
_SHARED = 2  # things told around both that are enough, where the short form is uncommon


class _Person:
    """All entities of one full name."""

    def __init__(self, first: Local) -> None:
        self.first = first
        self.docs: dict[int, Local] = {}
        self.worlds: set[str] = set()
        self.offices: set[tuple[str, str]] = set()
        self.around: set[str] = set()

    def add(self, one: Local) -> None:
        """One more entity of this name."""
        self.docs.setdefault(one.doc, one)
        if one.world:
            self.worlds.add(one.world)
        self.offices.update(o for o in one.offices if o[1])
        if len(self.around) < 1000:
            self.around.update(one.nearby)


def lengthen(locals_: Sequence[Local], apart: Callable[[str, str], bool] = lambda a, b: False) -> None:
    """Gives each short form that has one the key of its long form, and notes why (``Local.long``). ``apart`` says of two
    names that a person has told them apart. ``locals_`` must be sorted."""
    people: dict[str, _Person] = {}
    called: Counter[tuple[str, str]] = Counter()
    shorts = []
    for one in locals_:
        if one.type != "Person":
            continue
        if is_short(one.key):
            shorts.append(one)
            continue
        people.setdefault(one.key, _Person(one)).add(one)
        called.update((alias, one.key) for alias in {" ".join(words(n)) for n in (*one.names, *one.entity.aliases)})
    index: dict[str, list[str]] = defaultdict(list)
    for key, who in sorted(people.items()):
        parts = person(who.first.entity.name).parts
        for part in sorted({skeleton(parts[-1].text), skeleton(parts[0].text)}):
            index[part].append(key)
    fits: dict[str, list[tuple[str, bool]]] = {}
    for one in shorts:
        parts = person(one.entity.name).parts
        if not parts:
            continue
        if one.key not in fits:
            fits[one.key] = list(_fits(one.entity.name, index.get(skeleton(parts[0].text), ()), people, called, apart))
        choice = _choose(one, fits[one.key], people, called)
        if choice:
            key, why = choice
            one.key, one.long = key, (people[key].first.entity.name, why)
            one.type = "Person"


def _fits(
    name: str,
    keys: Sequence[str],
    people: dict[str, _Person],
    called: Counter[tuple[str, str]],
    apart: Callable[[str, str], bool],
) -> Iterator[tuple[str, bool]]:
    """The full names that may be meant; false where only an article that has both, or calls the one so, can tell."""
    alias = " ".join(words(name))
    for key in keys:
        long = people[key].first.entity.name
        if apart(name, long):
            continue
        answer = compare(name, long, "Person").answer
        if answer == "same" or called[alias, key]:
            yield key, True
        elif answer == "unsure":
            yield key, False


def _choose(
    short: Local, fits: Sequence[tuple[str, bool]], people: dict[str, _Person], called: Counter[tuple[str, str]]
) -> tuple[str, tuple[str, ...]] | None:
    """The one long form that is meant, None where none or several could be."""
    here = [key for key, _ in fits if short.doc in people[key].docs]
    if len(here) == 1:
        return here[0], ("the long form stands in the same article",)
    if here:
        return None
    if short.world:
        linked = [key for key, _ in fits if short.world in people[key].worlds]
        if linked:
            return linked[0], (f"both are {short.world} of the gazetteer",)
        if any(people[key].worlds for key, _ in fits):
            fits = [(key, sure) for key, sure in fits if not people[key].worlds]
    parts = person(short.entity.name).parts
    common = parts[0].known or parts[0].bare in person_lexicon().very_common
    alias = " ".join(words(short.entity.name))
    offices = {o for o in short.offices if o[1]}
    scores = {}
    for key, sure in fits:
        who = people[key]
        shared = len(who.around & short.nearby)
        office = bool(offices & who.offices)
        often = min(called[alias, key], 20)
        if not office and (not sure or (common and shared < 2 * _SHARED) or (shared < _SHARED and not often)):
            continue
        scores[key] = (3.0 if office else 0.0) + 4.0 * shared / (1 + len(short.nearby)) + often / 10
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] < _CLEAR * scores[ranked[1]]):
        return None
    why = (
        "its family name, and what is told around it" if len(ranked) > 1 else "the only person of this family name here"
    )
    return ranked[0], (why,)
