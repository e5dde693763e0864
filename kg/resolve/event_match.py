"""Do two articles tell the same happening? Evidence for it is added up; a contradiction ends it.

A statement is another matter: two are one only where the speaker and nearly all content words agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from kg.resolve.belonging import Belonging
from kg.resolve.cluster import Groups, Pair, join_best_first
from kg.resolve.dates import agree
from kg.resolve.tellings import Telling

# evidence, and the sum from which two tellings are one happening
SHARED_WHO, SHARED_SIDE, SHARED_WHERE, PART_WHERE, OTHER_PLACE = 1.0, 0.5, 0.8, 0.3, -0.7
SAME_DAY, NEAR_PUBLICATION, SAME_TRIGGER, SAME_COUNT, ALIKE, NO_DATE = 0.6, 0.3, 0.2, 0.6, 1.0, -0.5
ENOUGH = 1.55
NEAR = 4  # days between publications of reports on one happening
LASTING = frozenset(
    {"Attack", "Ceasefire", "Agree", "Release", "Abduct", "Trial", "Protest", "Deploy", "Investigate", "Elect"}
)
NEAR_LASTING = 30
CONTENT_SHARED = 0.7  # of two statements' content words
UNDATED = "undated"
NEIGHBOURS = 24  # compared within a block, by date

Alike = Callable[[int, int], float]


def contradiction(a: Telling, b: Telling, belonging: Belonging) -> str | None:
    """Why two tellings cannot be of one happening, or None."""
    if a.doc == b.doc:
        return "one article tells them as two"
    if a.event.type != b.event.type:
        return "of different kinds"
    if agree(a.when, b.when, 1) is False:
        return "at different times"
    if not near(a, b):
        return "published too far apart"
    if a.who and b.who and not a.who & b.who and (a.group == "Contact" or not _one_side(a, b, belonging)):
        return "different participants"
    if a.event.type in ("Meet", "Call", "Visit", "Match") and a.who and b.who:
        small, large = sorted((a.who, b.who), key=len)
        if len(small) >= 2 and len(small & large) < max(2, (len(small) + 1) // 2):
            return "different participants"
    return None


def near(a: Telling, b: Telling) -> bool:
    """Published near enough, or told of one day; True where a date is unknown."""
    if a.published is None or b.published is None:
        return True
    if a.when and b.when and a.when.exact <= 2 and b.when.exact <= 2 and agree(a.when, b.when):
        return True
    return abs(a.published - b.published) <= (NEAR_LASTING if a.event.type in LASTING else NEAR)


def _one_side(a: Telling, b: Telling, belonging: Belonging) -> bool:
    """Do some of those who take part act for one country?"""
    return not {belonging.country(t) for t in a.who}.isdisjoint(belonging.country(t) for t in b.who)


def _copied(a: Telling, b: Telling) -> bool:
    """Are the articles near-copies that use the same word with the same roles?"""
    return a.original == b.original and a.trigger == b.trigger and a.event.type == b.event.type and a.roles == b.roles


def support(a: Telling, b: Telling, belonging: Belonging, alike: Alike) -> tuple[float, tuple[str, ...]]:
    """The evidence that two tellings that do not contradict each other are of one happening, and its words."""
    total, reasons = 0.0, []

    def add(amount: float, reason: str) -> None:
        nonlocal total
        total += amount
        reasons.append(reason)

    shared = a.arguments & b.arguments
    who = len(a.who & b.who)
    if who:
        add(SHARED_WHO * min(who, 2), f"{who} participants shared" if who > 1 else "a participant shared")
    elif a.group != "Contact" and _one_side(a, b, belonging):
        add(SHARED_SIDE, "participants of one country")
    if a.where & b.where:
        add(SHARED_WHERE, "the same place or target")
    elif a.where and b.where and any(belonging.near(p, q) for p in a.where for q in b.where):
        add(PART_WHERE, "one place in the other")
    elif shared and not who:
        add(SHARED_SIDE, "a thing shared in other roles")
    elif a.where and b.where:
        add(OTHER_PLACE, "but different places")
    if a.when and b.when and min(a.when.exact, b.when.exact) <= 2 and agree(a.when, b.when):
        add(SAME_DAY, "the same day")
    thin = a.group == "Contact" and who == 1 and not a.where & b.where  # one may meet many in a day
    if a.published and b.published and abs(a.published - b.published) <= 1 and not thin:
        add(NEAR_PUBLICATION, "published within a day")
    if a.trigger == b.trigger:
        add(SAME_TRIGGER, "the same word for it")
    if a.event.count and b.event.count and a.event.count.value == b.event.count.value and a.event.count.value > 1:
        add(SAME_COUNT, f"the same number, {a.event.count.value}")
    if a.sentence and a.sentence == b.sentence:
        add(ENOUGH, "the same sentence")
    elif _copied(a, b):
        add(ENOUGH, "near-copies of one article")
    likeness = alike(a.doc, b.doc)
    if likeness > 0.2 and total:
        add(ALIKE * likeness, "articles on the same things")
    elif (a.published is None) != (b.published is None) and not (a.when and b.when):
        add(NO_DATE, "but one has no date, and the articles have little in common")
    return total, tuple(reasons)


def _overlap(a: Telling, b: Telling) -> float:
    """The share of content words that two statements have in common (Jaccard)."""
    everything = a.content | b.content
    return len(a.content & b.content) / len(everything) if everything else 1.0


def statement_support(a: Telling, b: Telling) -> tuple[float, tuple[str, ...]]:
    """The same for two statements: 0 unless speaker and content agree."""
    speakers_a = {u for role, u in a.roles if role == "speaker"}
    speakers_b = {u for role, u in b.roles if role == "speaker"}
    if speakers_a != speakers_b or a.doc == b.doc:
        return 0.0, ()
    if a.published and b.published and abs(a.published - b.published) > NEAR:
        return 0.0, ()
    if a.sentence and a.sentence == b.sentence and a.event.type == b.event.type and a.trigger == b.trigger:
        return ENOUGH + 1, ("the same sentence of the same speaker",)
    if _copied(a, b) and _overlap(a, b) >= CONTENT_SHARED:
        return ENOUGH + 1, ("near-copies of one article",)
    if len(a.content) < 4 or len(b.content) < 4 or not speakers_a:
        return 0.0, ()
    shared = _overlap(a, b)
    if shared < CONTENT_SHARED:
        return 0.0, ()
    return ENOUGH + shared, ("the same speaker and nearly the same words",)


def match(all_tellings: Sequence[Telling], belonging: Belonging, alike: Alike) -> Groups:
    """Groups of tellings of one happening. Pairs are taken from blocks, so the cost is about linear."""
    groups = Groups(len(all_tellings))
    pairs = []
    for i, j in _candidates(all_tellings):
        a, b = all_tellings[i], all_tellings[j]
        if a.group == "Statement":
            total, reasons = statement_support(a, b)
        elif contradiction(a, b, belonging):
            continue
        else:
            total, reasons = support(a, b, belonging, alike)
        if total >= ENOUGH:
            pairs.append(Pair(i, j, round(total, 4), reasons))

    def vetoed(left: list[int], right: list[int]) -> bool:
        docs = {all_tellings[i].doc for i in left}
        if any(all_tellings[j].doc in docs for j in right):
            return True
        if all_tellings[left[0]].group == "Statement":
            return False
        return any(contradiction(all_tellings[i], all_tellings[j], belonging) for i in left[:12] for j in right[:12])

    join_best_first(groups, pairs, vetoed)
    return groups


def _candidates(all_tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs that share a block: leaf and two things, or leaf, one thing and about the same date; of statements the
    speaker and two of the rarest words of the content; of all, leaf and the very sentence."""
    frequency: Counter[str] = Counter()
    for t in all_tellings:
        frequency.update(t.content)
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for t in all_tellings:
        for key in _blocks(t, frequency):
            blocks[key].append(t.index)
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len(members) < 2:
            continue
        members.sort(key=lambda i: (all_tellings[i].published or 0, i))  # undated ones first
        for n, i in enumerate(members):
            if key[-1] == UNDATED and all_tellings[i].published is not None:
                break
            for j in members[n + 1 : n + 1 + NEIGHBOURS]:
                if all_tellings[i].doc != all_tellings[j].doc:
                    pairs.add((min(i, j), max(i, j)))
    yield from sorted(pairs)


def _blocks(t: Telling, frequency: Counter[str]) -> Iterator[tuple[str, ...]]:
    leaf = t.event.type
    if t.sentence:
        yield (leaf, "sentence", t.sentence)
    yield (leaf, "copy", t.original, t.trigger)
    if t.group == "Statement":
        speakers = [u for role, u in t.roles if role == "speaker"]
        rare = sorted(t.content, key=lambda w: (frequency[w], w))[:4]
        for speaker in speakers:
            for n, first in enumerate(rare):
                for second in rare[n + 1 :]:
                    yield ("statement", speaker, *sorted((first, second)))
        return
    things = sorted(t.arguments)[:8]
    for n, a in enumerate(things):
        for b in things[n + 1 :]:
            yield (leaf, a, b)
        yield (leaf, a, UNDATED)  # an undated telling may belong to a dated one
        if t.published is not None:
            week = t.published // NEAR
            yield (leaf, a, str(week))
            yield (leaf, a, str(week + 1))
