"""Events that are no statements: roles from the frame of the trigger, its noun's owner, or a light verb before it."""

from __future__ import annotations

from kg.extract.events.draft import Draft
from kg.extract.events.frame import Frame
from kg.extract.events.frames import Walker, by_phrase
from kg.extract.events.owners import Owners
from kg.extract.events.scene import Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import clause_words
from kg.record import Span
from kg.schema import roles_of

_PERSONAL = frozenset(("victim", "person"))
_LOCATIVE = frozenset(("place", "destination", "origin"))
_MUTUAL = frozenset(("Meet", "Call"))
_BEFALLING = frozenset(("Die", "Injure", "Displace", "Disaster"))  # a nationality beside them is the victims'
_ACTORS = frozenset(("agent", "visitor", "participant", "speaker"))


class Happenings:
    """Drafts of events that are no statements."""

    def __init__(self, scene: Scene, walker: Walker, frames: dict[int, Frame], owners: Owners):
        self.scene = scene
        self.tokens = scene.doc.tokens
        self.walker = walker
        self.frames = frames
        self.owners = owners
        self.words = clause_words()

    def draft(self, t: Trigger) -> Draft | None:
        """The event of ``t``, or None where its entry asks for arguments that are not there."""
        f = self.frames[t.first]
        entry = t.entry
        if t.form == "participle" and t.split.definite and entry.leaf != "Leave":
            return None
        draft = Draft(entry.leaf, Span(t.start, t.end), t.sentence, entry.name, t, f)
        noun = t.form in ("noun", "victim", "participle")
        subject, obj = self._noun_arguments(t, f) if noun else self._verb_arguments(t, f)
        if entry.subj_types and not noun and not self._typed(subject, entry.subj_types):
            return None
        if entry.obj_types and not self._typed(obj or (subject if noun else []), entry.obj_types):
            return None
        passive = entry.slots.get("passive")
        if passive and not noun and self._is_passive(t, f, subject, obj):
            subject, obj = self._agents(t, f), subject or obj
            self._fill(draft, passive, obj)
            self._fill(draft, entry.slots.get("subj"), subject)
        else:
            self._fill(draft, entry.slots.get("subj"), subject)
            self._fill(draft, entry.slots.get("obj"), obj)
        for prep, entities in sorted(f.preps.items()):
            self._preposition(draft, t, prep, entities)
        if noun:
            slot, entities = self._light(t)
            if slot == "place":
                self._fill(draft, "place" if "place" in roles_of(draft.type) else None, entities)
        by = by_phrase(self.scene, f, t, self.words)
        if by:
            self._fill(draft, entry.slots.get("subj"), by)
        if any(not draft.fillers(role) for role in entry.needs):
            return None
        self._settle(draft)
        draft.confidence = 0.85 if draft.roles else 0.65
        return draft

    def _typed(self, entities: list[str], types: tuple[str, ...]) -> bool:
        if not entities:
            return "None" in types
        return any(self.scene.type_of(e) in types for e in entities)

    def _fill(self, draft: Draft, role: str | None, entities: list[str]) -> None:
        if role is None:
            return
        allowed = roles_of(draft.type)
        for e in entities:
            kind = self.scene.type_of(e)
            actual = role
            if kind == "NamedEvent" and role not in ("object", "topic"):
                continue
            if role in _LOCATIVE and kind != "Place":
                if role == "destination" and kind in ("Person", "Organization"):
                    continue
                continue
            if role in _PERSONAL and kind == "Place":
                actual = "place"
            if actual in allowed:
                draft.fill(actual, e)

    def _verb_arguments(self, t: Trigger, f: Frame) -> tuple[list[str], list[str]]:
        subject = list(f.subject)
        if not subject and f.unnamed is not None:
            subject = list(f.unnamed_of) if t.entry.leaf not in ("Die", "Injure", "Arrest") else []
            if not subject:
                subject = self.scene.country(f.country)
            if not subject:  # «نواب من التحالف», «مندوبون من ألمانيا»
                kinds = ("Organization", "Place") if t.entry.leaf in ("Meet", "Visit") else ("Organization",)
                subject = [e for e in f.preps.get(self.words.of, ()) if self.scene.type_of(e) in kinds]
        elif not subject and f.unnamed is None and t.form != "passive":
            subject = self.owners.dropped(t) if "passive" not in t.entry.slots else []
        obj = list(f.object) or list(f.preps.get("obj~", []))
        return subject, obj

    def _noun_arguments(self, t: Trigger, f: Frame) -> tuple[list[str], list[str]]:
        subject: list[str] = []
        obj = list(f.object)
        owner = f.idafa
        subject.extend(f.subject)
        if owner:
            if t.entry.idafa == "obj":
                obj = [*owner, *[e for e in obj if e not in owner]]
            else:
                subject = [*owner, *(e for e in subject if e not in owner)]
        if t.form == "participle" and not subject and t.first - 1 in self.scene.ending:
            subject = list(self.scene.ending[t.first - 1].entities)  # «فلان المستقيل»
        if t.suffix:
            means = self.owners.pronoun(t)
            if t.entry.idafa == "obj" and not obj:
                obj = means
            elif not subject:
                subject = means
        if not subject:
            subject = self.scene.country(f.country) if t.entry.leaf not in _BEFALLING else []
        if not subject or t.entry.leaf in _MUTUAL:
            slot, entities = self._light(t)
            if slot == "subj":
                subject = [*entities, *(e for e in subject if e not in entities)]
            elif slot == "obj" and not obj:
                obj = entities
        if t.entry.leaf in _MUTUAL and not t.suffix and self._one_sided(t, f, subject):
            subject = self.owners.subject_before(t) or subject
        return subject, obj

    def _one_sided(self, t: Trigger, f: Frame, subject: list[str]) -> bool:
        """«خلال لقاء مع نظيره»: whom he met is told, who met him is the subject of the clause."""
        others = [e for p in t.entry.slots for e in f.preps.get(p, ())]
        return not subject and bool(others) and all(self.scene.type_of(e) == "Person" for e in others)

    def _light(self, t: Trigger) -> tuple[str, list[str]]:
        """The light verb that this noun completes («عقد الوزيران اجتماعا»): what its subject is to the event ("subj",
        "obj", "place" or "" where there is none), and that subject."""
        first, _ = self.walker.bounds(t.first)
        for i in range(t.first - 1, max(first - 1, t.first - 14), -1):
            token = self.tokens[i]
            other = self.scene.triggers.get(i)
            norm = token.norm
            bare = norm[1:] if norm[:1] in ("\u0648", "\u0641") and len(norm) > 3 else norm
            slot = self.words.light.get(bare) or self.words.light.get(norm)
            if bare.startswith("\u0633"):
                slot = slot or self.words.light.get(bare[1:])
            if slot and not self.scene.closed[i]:
                probe = other or _probe(t, i, token.end, token.start)
                frame = self.frames.get(i) or self.walker.walk(probe)
                named = frame.subject or (self.scene.country(frame.country) if frame.unnamed is not None else [])
                if not named and frame.unnamed is None and slot == "subj":
                    named = self.owners.subject_before(probe)
                return slot, named
            if other is not None and other.verbal:
                break
            if norm in self.words.complementizers or norm in self.words.relative:
                break
        return "", []

    def _agents(self, t: Trigger, f: Frame) -> list[str]:
        return by_phrase(self.scene, f, t, self.words)

    def _is_passive(self, t: Trigger, f: Frame, subject: list[str], obj: list[str]) -> bool:
        if t.form == "passive":
            return True
        if t.suffix or obj:
            return False
        if self._agents(t, f) or (f.before_verb and subject and self.scene.type_of(subject[0]) == "Person"):
            return True  # «فلان قتل مسموما», «قتل على يد …»
        if f.unnamed is not None and not f.unnamed_of:
            # «قتل خمسة أشخاص»: a number or a common noun of people alone is whom it befell
            return f.object_noun is None or f.unnamed in self.scene.quantities or bool(f.quantities)
        if subject and self.scene.type_of(subject[0]) == "Person":
            return f.object_noun is None
        return False

    def _preposition(self, draft: Draft, t: Trigger, prep: str, entities: list[str]) -> None:
        if prep.endswith("~"):
            if prep[:-1] in self.words.locatives and "place" in roles_of(draft.type):
                for e in entities:  # «في أحد شوارع اللاذقية»
                    if self.scene.type_of(e) == "Place":
                        draft.fill("place", e)
            return
        role = t.entry.slots.get(prep)
        for e in entities:
            place = self.scene.type_of(e) == "Place"
            if place and prep in self.words.locatives and role not in ("destination", "origin", "object"):
                if "place" in roles_of(draft.type):
                    draft.fill("place", e)
                elif "destination" in roles_of(draft.type):
                    draft.fill("destination", e)
                continue
            if role is None and prep == self.words.of and t.entry.leaf == "Meet" and not self._is_person(e):
                role = "participant"  # «ممثلون من هولندا وأوكرانيا»
            self._fill(draft, role, [e])

    def _is_person(self, entity: str) -> bool:
        return self.scene.type_of(entity) == "Person"

    def _settle(self, draft: Draft) -> None:
        """One entity has one role in an event; somebody who acts is not also its place."""
        seen: dict[str, str] = {}
        kept = []
        for role, e in draft.roles:
            if e in seen and (seen[e] in _ACTORS or role in _LOCATIVE or role == seen[e]):
                continue
            seen.setdefault(e, role)
            kept.append((role, e))
        draft.roles = kept


def _probe(t: Trigger, i: int, end: int, start: int) -> Trigger:
    """A stand-in trigger for a light verb that tells no event itself."""
    return Trigger(t.entry, "past", i, i + 1, start, end, t.split._replace(prefix="", suffix=""), t.sentence)
