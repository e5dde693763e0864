"""The walk over the clause behind a trigger.

Noun phrases without a particle are subject, then object; the rest hangs on the particle before it. A common noun takes
what follows it at once as its complement («مسؤول في …», «قوات النظام»), so such names are kept apart. The walk stops
where another clause, a quotation or another event begins.
"""

from __future__ import annotations

from kg.extract.events.frame import (
    AND,
    COMMAS,
    PARTICLES,
    QUOTES,
    STOPS,
    Frame,
    is_definite,
    particle_of,
    token_particle,
)
from kg.extract.events.scene import Phrase, Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import ClauseWords, keys
from kg.schema import group_of
from kg.text.document import Token

_FA, _BA, _LAM = "\u0641", "\u0628", "\u0644"
_NEAR = 3  # an adjective of nationality this close behind an event noun is its own
_LONG_QUOTE = 6  # a quotation of more tokens is speech, a shorter one a name or a phrase


class Rightward:
    """One walk. ``owner`` collects names that complete the common noun before them, ``slot`` is where a coordinated
    phrase goes, ``prep`` a particle that waits for its noun."""

    def __init__(self, scene: Scene, words: ClauseWords, trigger: Trigger, frame: Frame):
        self.scene = scene
        self.tokens = scene.doc.tokens
        self.words = words
        self.trigger = trigger
        self.frame = frame
        self.nominal = not trigger.verbal
        self.groups = group_of()
        self.slot: list[str] | None = None
        self.owner: list[str] = frame.idafa
        self.after_noun = self.nominal
        self.prep = ""
        self.comma = self.past_comma = False
        self.described = -1  # the definite noun under a particle, or its last adjective
        self.belongs = False  # «التابعة لـ»: what follows is no argument

    def run(self, end: int) -> None:
        """Walks from behind the trigger to ``end`` at most, filling the frame."""
        j: int = self.trigger.last
        while j < end:
            following = self._step(j, end)
            if following is None:
                break
            j = following
        self.frame.end = j

    def _step(self, j: int, end: int) -> int | None:
        """The token after what stands at ``j``, or None where the walk ends."""
        if j in self.scene.times:
            self.frame.times.append(j)
            self.after_noun = self.comma = False
            return max(self.scene.times[j][1], j + 1)
        phrase = self.scene.phrases.get(j)
        if phrase is not None and phrase.last > j:
            self.slot = self._place(phrase)
            self.after_noun = self.comma = self.belongs = False
            self.prep = ""
            return max(phrase.last, j + 1)
        token = self.tokens[j]
        if token.kind == "punct":
            return self._punctuation(j, end)
        bare = token.norm[1:] if token.norm.startswith((AND, _FA)) and len(token.norm) > 3 else token.norm
        if self._opens_clause(j, token.norm, bare):
            return None
        w = self.words
        if token.norm in w.prepositions or token.norm in w.adjuncts or bare in w.prepositions:
            self.prep = bare if bare in w.prepositions else token.norm
            self.frame.prep_at.setdefault(self.prep, j)
            self.after_noun = self.comma = False
            return j + 1
        if self._is_event_noun(j):
            self._event_noun(j)
            return None
        if j in self.scene.quantities:
            self.frame.quantities.append(j)
        if token.norm in w.belonging:
            self.belongs = True
        elif token.norm in w.auxiliaries or token.norm in w.prepositions_with_pronoun or token.kind == "number":
            if token.kind == "number" and self._wants_subject() and not self.prep:
                self.frame.unnamed = j
        elif j in self.scene.country_at:
            if self._qualifies(j) and not self.frame.country and not self.prep:
                self.frame.country = self.scene.country_at[j]
        elif token.norm.startswith(AND) and len(token.norm) > 4 and self._wants_subject() and self.frame.prep_at:
            return None  # what follows the particles and begins with «and» is a clause of its own
        else:
            self._common_noun(j, token)
            self.comma = False
        return j + 1

    def _qualifies(self, j: int) -> bool:
        """Does the adjective of nationality at ``j`` qualify the event noun itself? Then all between agree in the
        article: «غارة جوية إسرائيلية», not «إسقاط الطائرة الماليزية»."""
        if not self.nominal:
            return True
        definite = self.trigger.split.definite
        between = self.tokens[self.trigger.last : j + 1]
        return len(between) <= _NEAR + 1 and all(is_definite(t) == definite for t in between)

    def _wants_subject(self) -> bool:
        f = self.frame
        return self.trigger.verbal and not f.subject and not f.pronoun and f.unnamed is None

    def _punctuation(self, j: int, end: int) -> int | None:
        text = self.tokens[j].text
        if text == ":":
            self.frame.colon = j
            return None
        if text in QUOTES:
            closing = self._quotation_end(j)
            if closing is not None and closing - j > _LONG_QUOTE:
                self.frame.quote = j
                return None
            return j + 1
        if text in STOPS:
            return None
        if text in COMMAS or text == "-":
            self.comma, self.past_comma, self.after_noun = True, True, False
        return j + 1

    def _quotation_end(self, j: int) -> int | None:
        """End token of the quotation that opens at the mark ``j``, None where it opens none."""
        quote_of = self.scene.quote_of
        if j + 1 >= len(self.tokens) or quote_of[j + 1] < 0 or quote_of[j] == quote_of[j + 1]:
            return None
        k = j + 1
        while k < len(self.tokens) and quote_of[k] == quote_of[j + 1]:
            k += 1
        return k

    def _opens_clause(self, j: int, norm: str, bare: str) -> bool:
        w = self.words
        if norm in w.complementizers or (norm.startswith(AND) and norm[1:] in w.complementizers):
            self.frame.complement = j
            return True
        if norm in w.relative or bare in w.relative:
            return True
        if (norm in w.subordinators or bare in w.subordinators) and norm not in w.adjuncts:
            return True
        other = self.scene.triggers.get(j)
        if other is None or other is self.trigger:
            return False
        return other.verbal or (other.form == "participle" and self.groups[other.entry.leaf] == "Statement")

    def _is_event_noun(self, j: int) -> bool:
        other = self.scene.triggers.get(j)
        if other is None or other is self.trigger or other.form not in ("noun", "victim"):
            return False
        if self.trigger.verbal and other.entry.leaf == self.trigger.entry.leaf:
            return False  # «حضر الاجتماع دبلوماسيون من …»: the noun is the object of the same event
        return not (self.prep and keys(self.tokens[j].norm) & self.words.venues)

    def _event_noun(self, j: int) -> None:
        """Another event begins: what follows belongs to it; it may itself be what the trigger is about."""
        f, other = self.frame, self.scene.triggers[j]
        if f.object_noun is None and not self.prep:
            f.object_noun = j
        free = not (self.prep or self.after_noun or self.comma or other.split.prefix.endswith((_BA, _LAM)))
        if free and self._wants_subject():
            f.unnamed = j
        for particle in PARTICLES:
            if other.split.prefix and other.split.prefix.endswith(particle[0]):
                f.prep_at.setdefault(particle_of(other.split.prefix)[0] or particle, j)

    def _common_noun(self, j: int, token: Token) -> None:
        f = self.frame
        particle = token_particle(token, self.words)
        construct = not is_definite(token)
        if not construct and self.described == j - 1:
            self.described = j  # «مع الرئيس الجديد»: an adjective of the noun under the particle
            return
        if not construct and (particle or self.prep):
            self.described = j
        if particle:
            f.prep_at.setdefault(particle, j)
            self.owner, self.after_noun, self.prep = [], construct, ""
        elif self.prep:
            self.owner, self.after_noun = f.preps.setdefault(f"{self.prep}~", []), construct
            self.prep = ""
        elif token.norm in self.words.determiners and self.trigger.verbal and f.object_noun is None and not self.comma:
            f.object_noun = j
            self.owner, self.after_noun = f.preps.setdefault("obj~", []), True
        elif self._wants_subject() and not self.comma and not self.after_noun:
            f.unnamed = j
            self.owner, self.after_noun = f.unnamed_of, construct
        elif f.object_noun is None and not self.nominal and (f.subject or not self.comma):
            f.object_noun = j
            self.owner, self.after_noun = f.preps.setdefault("obj~", []), construct
        elif self.nominal:
            self.owner, self.after_noun = [], False
        else:
            self.owner, self.after_noun = f.preps.setdefault("~", []), construct

    def _place(self, phrase: Phrase) -> list[str]:
        """Puts a phrase where it belongs and returns that list, for what is coordinated with it."""
        f = self.frame
        particle, joined = particle_of(phrase.prefix)
        listed = self.slot is not None and (joined or self._listed(phrase))
        if self.belongs or (self.nominal and self.past_comma and not listed and self._elsewhere(particle)):
            target = f.preps.setdefault("~", [])
        elif self.prep:
            target = f.preps.setdefault(self.prep, [])
        elif particle:
            f.prep_at.setdefault(particle, phrase.first)
            target = f.preps.setdefault(particle, [])
        elif listed and self.slot is not None:
            target = self.slot
        elif self.nominal and self._adjacent(phrase.first):
            target = f.object if self.trigger.suffix else f.idafa  # «لقائه فلانا», «لقاء فلان»
        elif self.after_noun and self.owner is not f.idafa:
            target = self.owner
        elif self.nominal:
            target = f.subject if self._done_by(phrase.first) else f.preps.setdefault("~", [])
        elif self._wants_subject() and not (self.comma and f.object_noun is not None):
            target = f.subject
        elif not f.object and not self.comma:
            target = f.object
        else:
            target = f.preps.setdefault("~", [])
        target.extend(e for e in phrase.entities if e not in target)
        return target

    def _elsewhere(self, particle: str) -> bool:
        """Past a comma only a place still belongs to an event noun: «…، في سياق توتر بين تل أبيب وواشنطن»."""
        return (self.prep or particle) not in self.words.locatives

    def _listed(self, phrase: Phrase) -> bool:
        """A country or body after a comma, right behind another in the same place: an item of a list."""
        if not self.comma or not self.slot or self.tokens[phrase.first - 1].text not in COMMAS:
            return False
        kinds = {self.scene.type_of(e) for e in (self.slot[-1], *phrase.entities)}
        return phrase.first - 2 in self.scene.ending and kinds in ({"Place"}, {"Organization"})

    def _adjacent(self, first: int) -> bool:
        """Nothing but quotation marks between the trigger and ``first``?"""
        return all(t.text in QUOTES for t in self.tokens[self.trigger.last : first])

    def _done_by(self, first: int) -> bool:
        """«هجوم شنته حماس», «لقاء جمع فلانا وفلانا»: does a verb between an event noun and the phrase at ``first`` make
        the phrase its subject?"""
        if not self.trigger.last < first <= self.trigger.last + 4:
            return False
        token = self.tokens[first - 1]
        if token.norm in self.words.joiners:
            return True
        return any(s.suffix and s.stem in self.words.light for s in token.splits)
