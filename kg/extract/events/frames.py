"""Who does what to whom: the arguments around a trigger, found by walking its clause.

Arabic news puts the verb first; its subject is the first noun phrase without a particle, its object the next, and the
rest hangs on particles. Walking stops where another clause begins. A name inside an unnamed noun phrase («مسؤول في
البنتاغون») is kept apart: it is no subject.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.events.frame import AND, COMMAS, PRONOUNS, QUOTES, Frame, opens_clause, particle_of
from kg.extract.events.rightward import Rightward
from kg.extract.events.scene import Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import ClauseWords, clause_words, keys
from kg.text.normalize import fold

MAX_WALK = 60  # words; a clause of news is shorter


class Walker:
    """Finds frames in one scene."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self.doc = scene.doc
        self.tokens = scene.doc.tokens
        self.words = clause_words()

    def bounds(self, i: int) -> tuple[int, int]:
        """First token and end of the stretch that a trigger at token ``i`` may reach: its sentence, or, where it stands
        in a quotation, the part of it inside the marks."""
        sentence = self.doc.sentences[self.tokens[i].sentence]
        first, last = sentence.first, sentence.last
        q = self.scene.quote_of[i]
        if q >= 0:
            while first < i and self.scene.quote_of[first] != q:
                first += 1
            while last > i + 1 and self.scene.quote_of[last - 1] != q:
                last -= 1
        return first, last

    def walk(self, trigger: Trigger) -> Frame:
        """The frame of ``trigger``: for a verb, a subject that stands before it, then what follows."""
        _, end = self.bounds(trigger.first)
        frame = Frame()
        if trigger.verbal:
            self._left(trigger, frame)
        Rightward(self.scene, self.words, trigger, frame).run(min(end, trigger.last + MAX_WALK))
        return frame

    def _left(self, trigger: Trigger, f: Frame) -> None:
        """Subject before the verb: «الوزير … قال», «الذي قال», «وكان الوزير، فلان، قد قال»."""
        w, scene, tokens = self.words, self.scene, self.tokens
        first, _ = self.bounds(trigger.first)
        if first == trigger.first:  # the quotation begins with the verb: its subject stands before the marks
            first = self.doc.sentences[trigger.sentence].first
        j = trigger.first - 1
        if trigger.split.prefix.startswith((AND, "\u0641")):
            return
        if (
            j >= first
            and tokens[j].norm.endswith(PRONOUNS)
            and (tokens[j].norm in w.complementizers or tokens[j].norm in w.subordinators)
        ):
            f.pronoun = True
            return
        relative = False
        while j >= first:
            token = tokens[j]
            if (j in scene.ending and not relative) or (j in scene.ending and relative):
                phrase = scene.ending[j]
                particle, joined = particle_of(phrase.prefix)
                before = tokens[phrase.first - 1] if phrase.first - 1 >= first else None
                governed = bool(particle) or (
                    before is not None
                    and before.kind == "word"
                    and (before.norm in w.prepositions or before.norm in w.adjuncts)
                )
                if governed and not relative:
                    f.unnamed = self._unnamed_before(phrase.first, first)
                    return
                if relative and before is not None and before.norm in w.belonging and phrase.first - 2 in scene.ending:
                    j = phrase.first - 2  # «المجلس التابع للأمم المتحدة الذي …»: the body, not what it belongs to
                    continue
                if (
                    not relative
                    and before is not None
                    and before.kind == "word"
                    and not opens_clause(before, w)
                    and not joined
                    and phrase.first - 1 not in scene.triggers
                    and phrase.first - 1 not in scene.country_at
                ):
                    # «طائرات إسرائيل قصفت»: the phrase completes a noun, the noun is the subject
                    if keys(before.norm) & w.collectives:
                        f.subject, f.before_verb = list(phrase.entities), True
                        return
                    f.unnamed_of = list(phrase.entities)
                    f.unnamed = phrase.first - 1
                    return
                f.subject = list(phrase.entities)
                f.before_verb = True
                if joined and phrase.first - 1 in scene.ending:
                    f.subject = [*scene.ending[phrase.first - 1].entities, *f.subject]
                return
            norm = token.norm
            if norm in w.relative and not relative:
                relative = True
            elif norm in w.auxiliaries or token.text in QUOTES:
                pass
            elif token.text in COMMAS and not relative:
                # an apposition closed by a comma before the verb
                k = j - 1
                while k > first and tokens[k].text in QUOTES:
                    k -= 1
                apposed = scene.ending.get(k)
                if apposed is None:
                    return
                k = apposed.first - 1
                while k > first and tokens[k].text in QUOTES:
                    k -= 1
                if apposed.first <= first or tokens[k].text in COMMAS or opens_clause(tokens[k], w):
                    f.subject = list(apposed.entities)
                return
            elif any(start <= j < stop for start, (_, stop) in _near(scene.times, j)):
                pass
            elif keys(norm) & w.unnamed and not relative:
                f.unnamed = j
                return
            else:
                f.unnamed = None if relative else self._plain_subject(j, first)
                return
            j -= 1

    def _plain_subject(self, j: int, first: int) -> int | None:
        """«وكان الرئيس قد أقال …», «إن الرئيس أقال»: a common noun between an opener of clauses and the verb."""
        if j > first and self.tokens[j].kind == "word" and opens_clause(self.tokens[j - 1], self.words):
            return j
        return self._unnamed_before(j, first)

    def _unnamed_before(self, j: int, first: int) -> int | None:
        """«مسؤول كبير في الإدارة … أعلن»: the token of a noun of unnamed people that governs the phrase at ``j``."""
        for k in range(j - 1, max(first, j - 6) - 1, -1):
            if self.tokens[k].kind != "word" or k in self.scene.triggers:
                return None
            if keys(self.tokens[k].norm) & self.words.unnamed:
                return k
        return None


def _near(times: Mapping[int, tuple[object, int]], j: int) -> list[tuple[int, tuple[object, int]]]:
    return [(s, times[s]) for s in range(max(0, j - 8), j + 1) if s in times]


def by_phrase(scene: Scene, frame: Frame, trigger: Trigger, words: ClauseWords) -> list[str]:
    """Entities after «من قبل», «على يد» … within the reach of a frame."""
    tokens = scene.doc.tokens
    for j in range(trigger.last, frame.end):
        for phrase in words.by:
            stop = j + len(phrase)
            if stop < len(tokens) and all(p == fold(t.norm) for p, t in zip(phrase, tokens[j:stop], strict=True)):
                hit = scene.phrases.get(stop)
                if hit is not None:
                    return list(hit.entities)
    return []
