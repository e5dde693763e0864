"""What a statement reports: the clause after its complementizer, the words in quotation marks, or the noun phrase its
preposition leads to; it ends where the next clause of saying begins."""

from __future__ import annotations

from kg.extract.events.frame import Frame
from kg.extract.events.frames import Walker
from kg.extract.events.scene import Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import ClauseWords, clause_words, keys
from kg.record import Content
from kg.schema import group_of
from kg.text.document import Token

_AND, _FA = "\u0648", "\u0641"
_LAM = "\u0644"
_MARKS = ' \n\t\u00a0"\u00ab\u00bb\u201c\u201d:'
_FINAL = " \n\t\u00a0.\u060c,;\u061b!\u061f?\u2026-/"


def is_attribution(token: Token, words: ClauseWords) -> bool:
    """May ``token`` open an attribution («according to …»)?"""
    return token.kind == "word" and bool(keys(token.norm) & words.attribution)


class Contents:
    """Finds the content of statements in one scene."""

    def __init__(self, scene: Scene, walker: Walker, frames: dict[int, Frame]):
        self.scene = scene
        self.doc = scene.doc
        self.tokens = scene.doc.tokens
        self.walker = walker
        self.frames = frames
        self.words = clause_words()
        self.groups = group_of()

    def of(self, t: Trigger, f: Frame) -> Content | None:
        if t.verbal and f.complement is None and f.quote is None and f.colon is None:
            self._look_on(t, f)
        if f.complement is not None:
            return self._clause(t, f.complement + 1)
        if f.quote is not None:
            return self._quoted(f.quote + 1)
        if f.colon is not None:
            j = f.colon + 1
            _, end = self.walker.bounds(t.first)
            while j < end and self.tokens[j].kind == "punct" and self.scene.quote_of[j] < 0:
                j += 1
            if j < len(self.tokens) and self.scene.quote_of[j] >= 0 and self.scene.quote_of[j] != self._quote(t):
                return self._quoted(j)
            return self._until(t, self.tokens[j].start, j) if j < end else None
        return self._object(t, f)

    def _look_on(self, t: Trigger, f: Frame) -> None:
        """The walk may have stopped at an event noun inside the subject («رئيس لجنة الانتخابات»): looks for the clause
        beyond it, as far as no other verb stands between."""
        _, end = self.walker.bounds(t.first)
        for j in range(f.end, end):
            other = self.scene.triggers.get(j)
            if other is not None and (other.verbal or other.form == "participle"):
                return
            norm = self.tokens[j].norm
            if norm in self.words.relative or norm in self.words.subordinators:
                return
            if norm in self.words.complementizers:
                f.complement = j
                return

    def _quote(self, t: Trigger) -> int:
        return self.scene.quote_of[t.first]

    def _quoted(self, j: int) -> Content | None:
        q = self.scene.quote_of[j] if j < len(self.tokens) else -1
        if q < 0:
            return None
        span = self.doc.quotes[q]
        return self.trim(span.start, span.end, True)

    def _clause(self, t: Trigger, j: int) -> Content | None:
        _, end = self.walker.bounds(t.first)
        if j >= end:
            q = self.scene.quote_of[j] if j < len(self.tokens) else -1
            return self._quoted(j) if q >= 0 else None
        k = j
        while k < end and self.tokens[k].kind == "punct":
            k += 1
        if k < end and self.scene.quote_of[k] >= 0 and self.scene.quote_of[k] != self._quote(t):
            span = self.doc.quotes[self.scene.quote_of[k]]
            if span.end - span.start > 25:
                return self._quoted(k)
        return self._until(t, self.tokens[j].start, j)

    def _object(self, t: Trigger, f: Frame) -> Content | None:
        """The noun phrase after the particles that ``content`` of the entry names, or after the subject."""
        entry = t.entry
        best: int | None = None
        for prep in entry.content:
            j = f.prep_at.get(prep)
            if j is None and prep not in ("obj", "phrase"):
                j = self._particle_at(t, prep, f)
            if j is not None and (best is None or j < best):
                best = j
        _, end = self.walker.bounds(t.first)
        if best is None and "obj" in entry.content and not (t.verbal and t.suffix):
            best = f.object_noun
            if best is None and t.form not in ("noun",):
                best = self._first_object(t, f, end)
            if best is None and t.form == "noun" and not t.suffix:
                best = t.last if t.last < end and self.tokens[t.last].kind == "word" else None
        if best is None or best >= end:
            return None
        token = self.tokens[best]
        if token.norm in self.words.prepositions or token.norm.lstrip(_AND) in self.words.prepositions:
            if best + 1 >= end:
                return None
            return self._until(t, self.tokens[best + 1].start, best + 1)
        return self._until(t, token.offset(self._particle_length(t, best)), best)

    def _particle_at(self, t: Trigger, prep: str, f: Frame) -> int | None:
        """Where ``prep`` stands after ``t``: a word of its own, or one letter written on to a common noun, before
        anything else is said."""
        _, end = self.walker.bounds(t.first)
        if len(prep) != 1:
            for j in range(t.last, end - 1):
                other = self.scene.triggers.get(j)
                if self.tokens[j].norm in self.words.complementizers or (
                    other is not None and (other.verbal or self.groups[other.entry.leaf] == "Statement")
                ):
                    return None
                if self.tokens[j].norm == prep:
                    return j
            return None
        for j in range(t.last, min(max(f.end, t.last) + 2, end)):
            token = self.tokens[j]
            phrase = self.scene.phrases.get(j)
            if (phrase is None and self.scene.closed[j]) or (phrase is not None and not phrase.prefix.endswith(prep)):
                continue
            if token.kind == "word" and token.norm.startswith(prep) and len(token.norm) > 3:
                splits = [s for s in token.splits if s.prefix == prep or s.prefix == prep * 2]
                if splits and token.norm not in self.words.adjuncts and token.norm not in self.words.complementizers:
                    return j
        return None

    def _particle_length(self, t: Trigger, j: int) -> int:
        norm = self.tokens[j].norm
        phrase = self.scene.phrases.get(j)
        if phrase is not None:
            return len(phrase.prefix)
        if norm.startswith(_LAM * 2) and _LAM in t.entry.content:
            return 2
        for p in t.entry.content:
            if len(p) == 1 and norm.startswith(p):
                return 1
        return 0

    def _first_object(self, t: Trigger, f: Frame, end: int) -> int | None:
        """First token after the subject that can begin an object."""
        j = t.last
        if t.suffix:
            return None
        if f.subject or f.unnamed is not None:
            while j < end and j not in self.scene.phrases and j != f.unnamed:
                j += 1
            if j >= end or f.before_verb:
                j = t.last
            elif j in self.scene.phrases:
                j = self.scene.phrases[j].last
            else:
                return f.object_noun
        while j < end and (j in self.scene.times or self.tokens[j].kind == "punct"):
            j = max(self.scene.times[j][1], j + 1) if j in self.scene.times else j + 1
        if j < end and self.tokens[j].kind == "word" and self.tokens[j].norm not in self.words.prepositions:
            return j
        return None

    def _until(self, t: Trigger, start: int, j: int) -> Content | None:
        """From ``start`` (in token ``j``) to where the reported words end."""
        _, end = self.walker.bounds(t.first)
        stop = end
        home = self._quote(t)
        for k in range(j + 1, end):
            if self.scene.quote_of[k] != home and self.scene.quote_of[k] >= 0:
                continue
            if self._ends_content(k, j):
                stop = k
                break
        last = self.tokens[stop - 1]
        close = last.end
        q = self.scene.quote_of[stop - 1]
        if q >= 0 and q != home:
            close = max(close, self.doc.quotes[q].end)
        return self.trim(start, close, False)

    def _ends_content(self, k: int, start: int) -> bool:
        token = self.tokens[k]
        trigger = self.scene.triggers.get(k)
        before = self.tokens[k - 1]
        comma = before.kind == "punct" and before.text in '\u060c,;\u061b-\u201d\u00bb"'
        if trigger is not None and self.groups[trigger.entry.leaf] == "Statement":
            if (
                trigger.form == "participle"
                and not trigger.split.definite
                and not trigger.split.prefix.endswith((_LAM, "\u0628"))
            ):
                return comma or (trigger.split.prefix in (_AND, "") and k > start + 2)
            if trigger.verbal and trigger.split.prefix in (_AND, _FA):
                frame = self.frames.get(k)
                return frame is not None and (
                    frame.complement is not None or frame.quote is not None or frame.colon is not None or comma
                )
            if trigger.verbal and comma:
                return True
        if is_attribution(self.tokens[k], self.words) and comma:
            return True
        return comma and token.norm in self.words.contrast

    def trim(self, start: int, end: int, direct: bool) -> Content | None:
        text = self.doc.text
        while start < end and text[start] in (_MARKS if direct else _FINAL + ":"):
            start += 1
        while end > start and text[end - 1] in _FINAL:
            end -= 1
        return Content(start, end, direct) if end - start > 1 else None
