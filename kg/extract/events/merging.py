"""Two tellings of one happening in one article become one event."""

from __future__ import annotations

from kg.extract.events.draft import Draft
from kg.extract.events.scene import Scene
from kg.record import Span
from kg.schema import group_of
from kg.text.normalize import fold

_KEY_ROLES = ("agent", "target", "victim", "person", "object", "destination", "visitor", "recipient", "winner")

_RECENT = 100  # events of a type that are tried; an article has fewer


def merge(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` in order of the text, those that tell the same happening joined into the first; statements are joined
    only where the headline and the body report the same words."""
    kept: list[Draft] = []
    by_type: dict[str, list[Draft]] = {}
    groups = group_of()
    moved: dict[int, Draft] = {}
    for d in drafts:
        same = by_type.setdefault(d.type, [])
        recent = same[-_RECENT:]
        home = None
        if groups[d.type] == "Statement":
            home = next((o for o in recent if _same_words(scene, o, d)), None)
        else:
            home = _call_of(by_type.get("Call", []), d) or _best_home(scene, recent, d)
        if home is None:
            kept.append(d)
            same.append(d)
        else:
            _join(home, d)
            moved[id(d)] = home
    for d in kept:
        while d.parent is not None and id(d.parent) in moved:
            d.parent = moved[id(d.parent)]
    return kept


def _call_of(calls: list[Draft], d: Draft) -> Draft | None:
    """The call that a talk of the same people is: «في اتصال هاتفي … وناقش الوزيران»."""
    if d.type != "Meet" or d.source is None or not d.source.entry.talk:
        return None
    people = set(d.fillers("participant"))
    fits = [c for c in calls[-_RECENT:] if len(people) > 1 and people <= set(c.fillers("participant"))]
    return fits[-1] if fits else None


def _best_home(scene: Scene, same: list[Draft], d: Draft) -> Draft | None:
    """The latest event that ``d`` may be another telling of; one with shared roles before one without."""
    fits = [o for o in same if _compatible(scene, o, d)]
    shared = [o for o in fits if set(o.roles) & set(d.roles)]
    if shared:
        return shared[-1]
    loose = [o for o in fits if o.sentence == 0 or _refers_back(d) or (_entry(o) == _entry(d) and _bare(d))]
    return loose[-1] if loose else None


def _entry(d: Draft) -> str:
    return d.source.entry.name if d.source is not None else d.rule


def _bare(d: Draft) -> bool:
    """Told without anybody in a role that would tell it apart."""
    return not any(r in _KEY_ROLES or r == "participant" for r, _ in d.roles)


def _refers_back(d: Draft) -> bool:
    """A definite event noun («الهجوم») without arguments of its own means an event already told."""
    t = d.source
    return t is not None and not t.verbal and t.split.definite and _bare(d)


def _compatible(scene: Scene, a: Draft, b: Draft) -> bool:
    if not _statuses_meet(a, b):
        return False
    if a.time and b.time and a.time.value and b.time.value and a.time.value[:10] != b.time.value[:10]:
        return False
    if a.type in ("Meet", "Call", "Match"):
        x, y = set(a.fillers("participant")), set(b.fillers("participant"))
        if x and y and not (x <= y or y <= x):
            return False
    for role in _KEY_ROLES:
        x, y = set(a.fillers(role)), set(b.fillers(role))
        if x and y and not x & y:
            return False
    if a.count and b.count and a.count.value != b.count.value and a.sentence == b.sentence:
        return False  # in other sentences another number is another account of the same
    return _places_meet(scene, a, b)


def _places_meet(scene: Scene, a: Draft, b: Draft) -> bool:
    x, y = a.fillers("place"), b.fillers("place")
    if not x or not y or set(x) & set(y):
        return True
    kinds = {scene.entities.entities[e].subtype for e in (*x, *y)}
    return not kinds <= {"City"}


def _statuses_meet(a: Draft, b: Draft) -> bool:
    if a.status == b.status:
        return True
    return a.status != "actual" and b.status != "actual"


def _same_words(scene: Scene, a: Draft, b: Draft) -> bool:
    """The same words told again: by the same speaker, or by nobody in particular in the headline."""
    if a.sentence == b.sentence or a.content is None or b.content is None:
        return False
    x, y = set(a.fillers("speaker")), set(b.fillers("speaker"))
    if x and y and not x & y:
        return False
    if a.sentence != 0 and not (x and y):
        return False
    return _overlap(scene, a, b) >= (0.6 if a.sentence == 0 else 0.75)


def _overlap(scene: Scene, a: Draft, b: Draft) -> float:
    assert a.content is not None and b.content is not None
    text = scene.doc.text
    x = set(fold(text[a.content.start : a.content.end]).split())
    y = set(fold(text[b.content.start : b.content.end]).split())
    return len(x & y) / max(1, min(len(x), len(y)))


def _join(home: Draft, d: Draft) -> None:
    home.also.extend(s for s in (d.trigger, *d.also) if s != home.trigger and s not in home.also)
    for role, e in d.roles:
        if e not in {x for _, x in home.roles}:
            home.fill(role, e)
    if home.time is None or (home.time.value is None and d.time is not None and d.time.value is not None):
        home.time = d.time or home.time
    home.count = home.count or d.count
    home.content = home.content or d.content
    if home.parent is not None and d.parent is None:
        home.parent = None  # told in the article's own voice at least once
    if d.status == "cancelled":
        home.status = "cancelled"  # planned before, cancelled after
    home.confidence = min(0.95, home.confidence + 0.05)


def order(spans: list[Span]) -> tuple[Span, ...]:
    """Spans sorted, each once."""
    return tuple(sorted(set(spans)))
