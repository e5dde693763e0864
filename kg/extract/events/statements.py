"""Attribution: who said what to whom, and which words are his.

A verb of saying has its speaker after it, before it, in the sentence before (a dropped subject), or none that the text
names. What it reports is the clause after «أن», the words in quotation marks, or the noun phrase its preposition
leads to; it ends where the next clause of saying begins.
"""

from __future__ import annotations

from kg.extract.events.contents import Contents, is_attribution
from kg.extract.events.draft import Draft
from kg.extract.events.frame import Frame
from kg.extract.events.frames import Walker
from kg.extract.events.owners import Owners
from kg.extract.events.scene import Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import ClauseWords, clause_words, keys
from kg.record import Span
from kg.schema import group_of
from kg.text.clitics import splits
from kg.text.normalize import fold

_AND, _FA = "\u0648", "\u0641"
_LAM = "\u0644"
_MAKERS_WITHIN = 14  # words from a document to who made it
_RECENT = 40  # statements of a sentence that are looked back at
_FEMININE = "\u062a"
_WE = "\u0646"


class Attribution:
    """Finds the statements of one article, in order of the text; keeps who spoke last."""

    def __init__(self, scene: Scene, walker: Walker, frames: dict[int, Frame], owners: Owners):
        self.scene = scene
        self.doc = scene.doc
        self.tokens = scene.doc.tokens
        self.walker = walker
        self.frames = frames
        self.words = clause_words()
        self.contents = Contents(scene, walker, frames)
        self.groups = group_of()
        self.owners = owners
        self.statements = owners.statements
        self.makers: list[str] = []  # who made the document told of last («بيان مشترك صدر عن …»)

    # -- finding -----------------------------------------------------------------------------------------------------

    def find(self) -> list[Draft]:
        """All statements; also the attributions («وفقا لـ …»)."""
        used: set[int] = set()
        for sentence in self.doc.sentences:
            here: list[Draft] = []
            for i in range(sentence.first, sentence.last):
                trigger = self.scene.triggers.get(i)
                if i in used:
                    continue
                if keys(self.tokens[i].norm) & self.words.documents:
                    self.makers = self._makers(i + 1, sentence.last) or self.makers
                if trigger is not None and self.groups[trigger.entry.leaf] == "Statement":
                    draft = self._statement(trigger, here, used)
                    if draft is not None and not self._continues(draft, here):
                        draft.parent = next((o for o in reversed(here[-_RECENT:]) if _holds(o, draft)), None)
                        here.append(draft)
                        self.statements.append(draft)
                elif is_attribution(self.tokens[i], self.words):
                    draft = self._attributed(i, sentence.first, sentence.last, used)
                    if draft is not None:
                        here.append(draft)
                        self.statements.append(draft)
        return self.statements

    def _statement(self, t: Trigger, here: list[Draft], used: set[int]) -> Draft | None:
        frame = self.frames[t.first]
        entry = t.entry
        noun = t.form in ("noun", "victim")
        content = self.contents.of(t, frame)
        clause = frame.complement is not None or frame.colon is not None or frame.quote is not None
        if entry.speech_only and not clause:
            return None
        if t.verbal and t.suffix and entry.leaf == "Say" and not clause and content is None:
            return None  # «ما عرضه»: the pronoun is its object
        if t.form == "participle" and t.split.definite and not clause:
            return None
        if t.form == "present" and t.split.stem.startswith(_WE) and self.scene.quote_of[t.first] < 0:
            return None  # the author's «we»
        draft = Draft(entry.leaf, Span(t.start, t.end), t.sentence, entry.name, t, frame)
        draft.content = content
        if noun:
            return self._nominal(t, frame, draft, here, clause)
        if t.form == "participle" and not (clause or content):
            return None
        self._speaker(t, frame, draft, here)
        if not draft.fillers("speaker") and not draft.unnamed and not content:
            return None
        if entry.speech_only and draft.unnamed and draft.dropped and not content:
            return None
        self._addressee(t, frame, draft)
        if (entry.light and frame.object_noun is not None) or (entry.light and content is not None):
            self._retype(draft, used)
        return draft

    def _continues(self, draft: Draft, here: list[Draft]) -> bool:
        """«وقال مخاطبا فلانا: …», «وتابع قائلا إن …»: the participle only leads to the words of the verb before it."""
        if not here or draft.source is None or draft.source.form != "participle":
            return False
        verb = here[-1]
        if verb.source is None or not verb.source.verbal or draft.content is None:
            return False
        if verb.content is not None and not (_holds(verb, draft) and draft.content.direct):
            return False
        verb.content = draft.content
        for e in draft.fillers("addressee"):
            if e not in verb.fillers("speaker"):
                verb.fill("addressee", e)
        return True

    def _retype(self, draft: Draft, used: set[int]) -> None:
        """«أعرب عن رفضه»: the noun at the head of the content names the real kind of statement."""
        if draft.content is None:
            return
        i = self.doc.token_at(draft.content.start)
        noun = self.scene.triggers.get(i)
        if noun is None or noun.form != "noun" or self.groups[noun.entry.leaf] != "Statement":
            return
        used.add(i)
        draft.type, draft.rule = noun.entry.leaf, f"{draft.rule}+{noun.entry.name}"
        draft.also.append(Span(noun.start, noun.end))
        inner = self.contents.of(noun, self.frames[i])
        if inner is not None:
            draft.content = inner

    # -- speaker -----------------------------------------------------------------------------------------------------

    def _speaker(self, t: Trigger, f: Frame, draft: Draft, here: list[Draft]) -> None:
        role = t.entry.slots.get("subj", "speaker")
        if t.form == "participle":
            self._inherit(t, draft, here, role)
            return
        if f.subject and self._is_object(t, f):
            f.object, f.subject = [*f.subject, *f.object], []
        if f.subject:
            for e in f.subject:
                draft.fill(role, e)
            return
        if f.unnamed is not None:
            if f.unnamed_of and keys(self.tokens[f.unnamed].norm) & self.words.collectives:
                draft.roles.extend((role, e) for e in f.unnamed_of)
            else:
                self._unnamed(t, f, draft, role)
            return
        if t.entry.phrases and self._says_a_document(t):
            draft.roles.extend((role, e) for e in self.makers or self._last_body())
            return
        draft.dropped = True
        self._inherit(t, draft, here, role)

    def _is_object(self, t: Trigger, f: Frame) -> bool:
        """«وطالب المحكمة بـ …»: a masculine verb cannot have a feminine body after it as its subject."""
        if "obj" not in t.entry.slots or f.before_verb or t.form != "past" or t.split.stem.endswith(_FEMININE):
            return False
        entity = self.scene.entities.entities[f.subject[0]]
        return entity.type == "Organization" and fold(entity.name).split()[0].endswith("\u0647") and not f.object

    def _unnamed(self, t: Trigger, f: Frame, draft: Draft, role: str) -> None:
        assert f.unnamed is not None
        w = self.words
        head = keys(self.tokens[f.unnamed].norm)
        if head & self.words.documents:
            makers = f.unnamed_of or f.preps.get(_LAM) or f.preps.get(w.from_source) or f.preps.get(w.of)
            if not makers:
                makers = self._maker(f.unnamed + 1, f.end)
            if not makers and any(s.definite for s in self.tokens[f.unnamed].splits):
                makers = self.makers or self._last_speakers(t)  # «وأظهر المسح»: the one already told of
            if makers:
                for e in makers:
                    draft.fill(role, e)
                return
        draft.unnamed = True

    def _makers(self, first: int, end: int) -> list[str]:
        """All who made a document, where its phrase tells: «بيان لـ …», «بيان مشترك صدر عن … و…»; nobody otherwise."""
        found: list[str] = []
        j = first
        while j < min(end, first + _MAKERS_WITHIN):
            phrase = self.scene.phrases.get(j)
            if phrase is None:
                if found or self.tokens[j].kind == "punct" or self.tokens[j].norm in self.words.complementizers:
                    break
                j += 1
                continue
            by = self.tokens[j - 1].norm in (self.words.from_source, self.words.of) or phrase.prefix.endswith(_LAM)
            if not (by or (found and phrase.prefix.startswith(_AND))):
                break
            found.extend(e for e in phrase.entities if self.scene.type_of(e) != "NamedEvent")
            j = phrase.last
        return found

    def _says_a_document(self, t: Trigger) -> bool:
        return any(keys(x.norm) & self.words.documents for x in self.tokens[t.first + 1 : t.last + 1])

    def _last_body(self) -> list[str]:
        """Whose document «البيان» is: the organization that spoke last."""
        for d in reversed(self.statements):
            bodies = [e for e in d.fillers("speaker") if self.scene.type_of(e) == "Organization"]
            if bodies:
                return bodies
        return []

    def _maker(self, first: int, end: int) -> list[str]:
        """The first entity between a document and the clause it tells: «مسح تجريه رويترز»."""
        for j in range(first, min(end, first + 6, len(self.tokens))):
            if j in self.scene.phrases:
                return list(self.scene.phrases[j].entities)
        stop = min(first + 6, len(self.tokens))
        for j in range(first, stop):
            other = self.scene.triggers.get(j)
            if self.tokens[j].norm in self.words.complementizers or (other is not None and j > first + 3):
                break
            if j in self.scene.phrases:
                return list(self.scene.phrases[j].entities)
        return []

    def _inherit(self, t: Trigger, draft: Draft, here: list[Draft], role: str) -> None:
        """The speaker of a participle or a dropped subject: whoever spoke before, in this sentence first."""
        inside = self.scene.quote_of[t.first]
        here = here[-_RECENT:]
        around = [o for o in here if o.content is not None and o.content.start <= t.start < o.content.end]
        level = around[-1].parent if around else None
        for other in reversed(here):
            if other.source is None or self.scene.quote_of[other.source.first] != inside:
                continue
            if other.source.form == "noun" or (other not in around and other.parent is not level):
                continue
            speakers = other.fillers("speaker")
            if t.form != "participle" and speakers and not self.owners.agrees(speakers[0], self.owners.gender_of(t)):
                continue
            draft.roles.extend(("speaker", e) for e in other.fillers("speaker"))
            draft.unnamed = other.unnamed
            return
        subject = self.owners.subject_before(t) or (self.owners.same_sentence(t) if not here else [])
        if subject:
            draft.roles.extend((role, e) for e in subject)
            return
        last = self.owners.spoke_before(t.start)
        if last is not None:
            draft.roles.extend((role, e) for e in last.fillers("speaker"))
            draft.unnamed = last.unnamed
            draft.confidence = 0.7
            return
        draft.unnamed = True

    def _last_speakers(self, t: Trigger) -> list[str]:
        last = self.owners.spoke_before(t.start)
        return last.fillers("speaker") if last is not None else []

    def _addressee(self, t: Trigger, f: Frame, draft: Draft) -> None:
        for slot, entities in (("obj", f.object), *f.preps.items()):
            role = t.entry.slots.get(slot)
            if role is None or role == "speaker":
                continue
            for e in entities:
                if role == "addressee" and self.scene.type_of(e) == "NamedEvent":
                    continue
                if e not in draft.fillers("speaker"):
                    draft.fill(role, e)
        for e in self._met(t, f):
            if e not in draft.fillers("speaker"):
                draft.fill("addressee", e)

    def _met(self, t: Trigger, f: Frame) -> list[str]:
        """«أكد خلال لقائه فلانا أن …», «في اتصال مع نظيره»: those met are spoken to."""
        stop = f.complement or f.quote or f.colon or f.end + 12
        _, end = self.walker.bounds(t.first)
        for i in range(t.last, min(stop, end)):
            other = self.scene.triggers.get(i)
            if other is None:
                continue
            if other.form == "noun" and other.entry.leaf in ("Meet", "Call"):
                frame = self.frames[i]
                met = [*frame.object, *frame.idafa, *(e for p in other.entry.slots for e in frame.preps.get(p, ()))]
                return [e for e in met if self.scene.type_of(e) == "Person"]
            if other.verbal or other.form == "participle":
                return []
        return []

    # -- nouns of saying and attributions ------------------------------------------------------------------------------

    def _nominal(self, t: Trigger, f: Frame, draft: Draft, here: list[Draft], clause: bool) -> Draft | None:
        i = t.first
        before = self.tokens[i - 1].norm if i else ""
        sentence = self.doc.sentences[t.sentence]
        if keys(self.tokens[i].norm) & self.words.venues and (
            before in self.words.prepositions or before in self.words.adjuncts or t.split.prefix.endswith("\u0628")
        ):
            verbs = [k for k in range(sentence.first, sentence.last) if self._saying_verb(k)]
            if verbs or clause is False:
                return None
        speakers = f.idafa or f.preps.get(self.words.from_source) or self._source_of(t)
        if t.entry.idafa == "obj":
            speakers = []
        if not speakers and t.suffix:
            speakers = self.owners.pronoun(t)
        if not speakers and f.country in self.scene.entities.countries:
            speakers = [self.scene.entities.countries[f.country]]
        if not speakers and clause and t.entry.leaf == "Say":
            speakers = self.owners.subject_before(t) or self._last_speakers(t)
        for e in speakers:
            if self.scene.type_of(e) != "NamedEvent":
                draft.fill("speaker", e)
        if not draft.fillers("speaker") and (draft.content is None or not t.entry.anonymous):
            return None
        self._addressee(t, f, draft)
        draft.confidence = 0.6
        return draft

    def _source_of(self, t: Trigger) -> list[str]:
        """«التصريحات التي صدرت عن فلان»: whoever a relative clause after the noun says they come from."""
        stop = min(t.last + 5, len(self.tokens) - 1)
        for j in range(t.last, stop):
            if self.tokens[j].kind == "punct":
                return []
            if self.tokens[j].norm == self.words.from_source and j + 1 in self.scene.phrases:
                return list(self.scene.phrases[j + 1].entities)
        return []

    def _saying_verb(self, k: int) -> bool:
        t = self.scene.triggers.get(k)
        return t is not None and t.verbal and self.groups[t.entry.leaf] == "Statement"

    def _named_soon(self, first: int, stop: int) -> list[str] | None:
        """The person whom a title leads to with no preposition between («الباحث الدكتور فلان»), None if there is none."""
        for j in range(first, stop):
            phrase = self.scene.phrases.get(j)
            if phrase is not None:
                person = self.scene.type_of(phrase.entities[0]) == "Person" and not phrase.prefix
                return list(phrase.entities) if person else None
            if self.tokens[j].kind != "word" or self.tokens[j].norm in self.words.prepositions:
                return None
        return None

    def _attributed(self, i: int, first: int, end: int, used: set[int]) -> Draft | None:
        """«بحسب X», «وفقا لـ X»: X says the sentence."""
        for phrase in self.words.attribution_empty:
            words = [t.norm for t in self.tokens[i : i + len(phrase)]]
            if tuple(words) == phrase:
                return None
        token = self.tokens[i]
        draft = Draft(
            "Say", Span(token.offset(_lead(token.norm, self.words)), token.end), token.sentence, "attribution"
        )
        j = i + 1
        stop = min(end, i + 8)
        found = False
        while j < stop:
            t = self.tokens[j]
            if j in self.scene.phrases:
                source = self.scene.phrases[j]
                for e in source.entities:
                    if self.scene.type_of(e) != "NamedEvent":
                        draft.fill("speaker", e)
                found = True
                break
            names = keys(t.norm)
            if names & self.words.unnamed:
                named = self._named_soon(j + 1, stop)
                draft.unnamed, found = named is None, True
                for e in named or ():
                    draft.fill("speaker", e)
                break
            if names & self.words.documents:
                draft.trigger = Span(draft.trigger.start, t.end)
                found = True
            trigger = self.scene.triggers.get(j)
            if trigger is not None and trigger.verbal and self.groups[trigger.entry.leaf] == "Statement":
                draft.also.append(Span(trigger.start, trigger.end))
                used.add(j)
                found = True
            if t.kind == "punct" and t.text not in '"\u00ab\u201c':
                break
            j += 1
        if not found:
            return None
        draft.unnamed = draft.unnamed or not draft.fillers("speaker")
        k = j
        while k < end and self.tokens[k].text not in ("\u060c", ","):
            k += 1
        if i - first > 3:
            draft.content = self.contents.trim(self.tokens[first].start, self.tokens[i - 1].end, False)
        elif k + 1 < end:
            draft.content = self.contents.trim(self.tokens[k + 1].start, self.tokens[end - 1].end, False)
        return draft


def _holds(statement: Draft, inner: Draft) -> bool:
    c = statement.content
    return c is not None and c.start <= inner.trigger.start < c.end


def _lead(norm: str, words: ClauseWords) -> int:
    """Length of the particles before a word of attribution."""
    return next((len(s.prefix) for s in splits(norm) if s.article + s.stem in words.attribution), 0)
