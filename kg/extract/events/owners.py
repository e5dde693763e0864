"""Whom a pronoun or a dropped subject means: the subject of the clause, who spoke last, or the likeliest antecedent."""

from __future__ import annotations

from kg.extract.coreference import antecedent
from kg.extract.events.draft import Draft
from kg.extract.events.frame import PRONOUNS, Frame
from kg.extract.events.scene import Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import clause_words

_ACTING = ("Person", "Organization", "Place")
_FEMININE_ENDING = "\u062a"
_HIS, _HER = PRONOUNS[:2]
REACH = 120  # words; a subject further back than that is another clause's


class Owners:
    """Answers for one article. ``statements`` grows while attribution goes through the text."""

    def __init__(self, scene: Scene, frames: dict[int, Frame]):
        self.scene = scene
        self.doc = scene.doc
        self.tokens = scene.doc.tokens
        self.frames = frames
        self.words = clause_words()
        self.statements: list[Draft] = []

    def spoke_before(self, offset: int) -> Draft | None:
        """The last statement before ``offset`` whose speaker is known to be named or unnamed; not one in a quotation."""
        for d in reversed(self.statements):
            if d.trigger.start >= offset or d.source is None or self.scene.quote_of[d.source.first] >= 0:
                continue
            if d.fillers("speaker") or d.unnamed:
                return d
        return None

    def subject_before(self, t: Trigger) -> list[str]:
        """Subject of the nearest finite verb before ``t`` in its sentence and on its side of the quotation marks."""
        sentence = self.doc.sentences[t.sentence]
        for i in range(t.first - 1, max(sentence.first, t.first - REACH) - 1, -1):
            other = self.scene.triggers.get(i)
            frame = self.frames.get(i)
            if other is None or frame is None or not other.verbal:
                continue
            if self.scene.quote_of[i] == self.scene.quote_of[t.first] and frame.subject:
                return frame.subject
        return []

    def pronoun(self, t: Trigger) -> list[str]:
        """Whom the pronoun on an event noun means («لقائه», «هجومها»); nobody for a plural one."""
        if t.suffix not in (_HIS, _HER):
            return []
        gender = "m" if t.suffix == _HIS else "f"
        subject = self.subject_before(t)
        if subject and self.agrees(subject[0], gender):
            return subject
        return self._antecedent(t, gender, _ACTING)

    def dropped(self, t: Trigger) -> list[str]:
        """The subject that a verb leaves out: after «أنها» the speaker of the clause, after «و» that of the verb
        before; otherwise nobody, for then it is only not found."""
        before = self.tokens[t.first - 1].norm if t.first else ""
        if before.endswith(PRONOUNS) and before in self.words.complementizers:
            around = [s for s in self.statements if s.content and s.content.start <= t.start < s.content.end]
            if around:
                inner = min(around, key=lambda s: s.content.end - s.content.start if s.content else 0)
                return inner.fillers("speaker")
        if not t.split.prefix:
            return []
        gender = self.gender_of(t)
        subject = self.subject_before(t)
        if subject and self.agrees(subject[0], gender):
            return subject
        return self._antecedent(t, gender, _ACTING)

    def same_sentence(self, t: Trigger) -> list[str]:
        """The likeliest subject of a verb inside a sentence, from that sentence alone; nobody at its beginning."""
        sentence = self.doc.sentences[t.sentence]
        if t.first <= sentence.first + 1:
            return []
        found = antecedent(self.doc, self.scene.entities, t.start, self.gender_of(t), "s", ("Person", "Organization"))
        if found is None:
            return []
        told = any(m.entity == found and sentence.start <= m.start < t.start for m in self.scene.entities.mentions)
        return [found] if told else []

    def gender_of(self, t: Trigger) -> str:
        """Gender that a past verb tells, "" where it does not."""
        if t.form != "past":
            return ""
        return "f" if t.split.stem.endswith(_FEMININE_ENDING) else "m"

    def agrees(self, entity: str, gender: str) -> bool:
        """May a word of this gender mean ``entity``? Only persons of known gender are told apart."""
        e = self.scene.entities.entities[entity]
        return e.type != "Person" or not e.gender or not gender or e.gender == gender

    def _antecedent(self, t: Trigger, gender: str, types: tuple[str, ...]) -> list[str]:
        found = antecedent(self.doc, self.scene.entities, t.start, gender, "s", types)
        return [found] if found is not None else []
