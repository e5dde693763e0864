"""Who does what to whom: the arguments around a trigger, found by walking its clause.

Arabic news puts the verb first; its subject is the first noun phrase without a particle, its object the next, and the
rest hangs on particles. Walking stops where another clause begins. A name inside an unnamed noun phrase («مسؤول في
البنتاغون») is kept apart: it is no subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract.events.scene import Phrase, Scene
from kg.extract.events.triggers import Trigger
from kg.extract.events.words import ClauseWords, clause_words, keys
from kg.text.document import Token
from kg.text.normalize import fold

_AND = "\u0648"
_COMMAS = frozenset("\u060c,")
_STOPS = frozenset(".!?\u061f\u061b;\u2026")
_QUOTES = frozenset("\"\u00ab\u00bb\u201c\u201d\u201e'\u2018\u2019")
_PARTICLES = ("\u0628", "\u0644\u0644", "\u0644", "\u0643")  # ba, lam+article, lam, kaf
_LAM = "\u0644"
_ARTICLE = "\u0627\u0644"
_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645")
MAX_WALK = 60  # words; a clause of news is shorter


@dataclass(slots=True)
class Frame:
    """Arguments of one trigger. ``subject`` and ``object`` are entity ids; ``unnamed`` is the token of a subject noun
    that names nobody (None if there is none), ``unnamed_of`` the entities inside its phrase, ``country`` of its or the
    trigger's nationality adjective. ``preps`` maps a folded particle to entity ids; ``complement`` is the token of an
    «أن», ``colon`` and ``quote`` those of a colon and of an opening quotation mark; ``prep_at`` maps particles to the
    token they stand before or on; ``pronoun`` where a
    pronoun before the verb is its subject («أنها», «لكنه»); ``end`` is where the walk stopped."""

    subject: list[str] = field(default_factory=list)
    object: list[str] = field(default_factory=list)
    idafa: list[str] = field(default_factory=list)
    unnamed: int | None = None
    unnamed_of: list[str] = field(default_factory=list)
    country: str = ""
    object_noun: int | None = None
    preps: dict[str, list[str]] = field(default_factory=dict)
    prep_at: dict[str, int] = field(default_factory=dict)
    complement: int | None = None
    colon: int | None = None
    quote: int | None = None
    times: list[int] = field(default_factory=list)
    quantities: list[int] = field(default_factory=list)
    end: int = 0
    before_verb: bool = False
    pronoun: bool = False


def _particle(prefix: str) -> tuple[str, bool]:
    """(particle, coordinated?) of the proclitics before a phrase: «ول» -> («ل», True)."""
    joined = prefix.startswith((_AND, "\u0641"))
    rest = prefix[1:] if joined else prefix
    if rest == "\u0644\u0644":
        rest = _LAM
    return rest, joined


def token_particle(token: Token, words: ClauseWords) -> str:
    """The preposition written on to a common noun («بيان» none, «بالقاهرة» b), "" if there is none to be sure of."""
    norm = token.norm
    if norm in words.prepositions_with_pronoun:
        return ""
    if norm.startswith("\u0644\u0644") and len(norm) > 4:
        return _LAM
    if norm.startswith(("\u0628" + _ARTICLE, "\u0643" + _ARTICLE)) and len(norm) > 4:
        return norm[0]
    return ""


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

    def _opens_quote(self, j: int, end: int) -> int | None:
        """End token of the quotation that opens after mark ``j``, None where ``j`` opens none."""
        if j + 1 >= len(self.tokens):
            return None
        q = self.scene.quote_of[j + 1]
        if q < 0 or self.scene.quote_of[j] == q:
            return None
        k = j + 1
        while k < len(self.tokens) and self.scene.quote_of[k] == q:
            k += 1
        return k

    def walk(self, trigger: Trigger) -> Frame:
        """The frame of ``trigger``: for a verb, a subject that stands before it, then what follows."""
        _, end = self.bounds(trigger.first)
        frame = Frame()
        if trigger.verbal:
            self._left(trigger, frame)
        self._right(trigger, frame, trigger.last, min(end, trigger.last + MAX_WALK))
        return frame

    def _right(self, trigger: Trigger, f: Frame, j: int, end: int) -> None:
        w, scene, tokens = self.words, self.scene, self.tokens
        nominal = not trigger.verbal
        slot: list[str] | None = None  # where a coordinated phrase goes
        after_noun = nominal  # the word before is a noun that the next phrase may complete
        owner: list[str] = f.idafa
        bare_prep = ""
        comma = False
        while j < end:
            token = tokens[j]
            if j in scene.times:
                f.times.append(j)
                j = max(scene.times[j][1], j + 1)
                after_noun, comma = False, False
                continue
            phrase = scene.phrases.get(j)
            if phrase is not None and phrase.last > j:
                slot = self._place(f, phrase, slot, after_noun, owner, bare_prep, comma, nominal, trigger)
                j = max(phrase.last, j + 1)
                after_noun, bare_prep, comma = False, "", False
                continue
            if token.kind == "punct":
                if token.text == ":":
                    f.colon = j
                    break
                if token.text in _QUOTES:
                    closing = self._opens_quote(j, end)
                    if closing is not None and closing - j > 6:
                        f.quote = j
                        break
                    j += 1
                    continue
                if token.text in _STOPS:
                    break
                if token.text in _COMMAS or token.text == "-":
                    comma, after_noun = True, False
                j += 1
                continue
            norm = token.norm
            if norm in w.complementizers or (norm.startswith(_AND) and norm[1:] in w.complementizers):
                f.complement = j
                break
            bare = norm[1:] if norm.startswith((_AND, "\u0641")) and len(norm) > 3 else norm
            if norm in w.relative or bare in w.relative:
                break
            if norm in w.subordinators or bare in w.subordinators:
                if f.complement is None and norm not in w.adjuncts:
                    break
            other = scene.triggers.get(j)
            if other is not None and other is not trigger and (other.verbal or other.form == "participle"):
                if other.verbal or other.entry.leaf in _STATEMENTS:
                    break
            if norm in w.prepositions or norm in w.adjuncts or bare in w.prepositions:
                bare_prep = bare if bare in w.prepositions else norm
                f.prep_at.setdefault(bare_prep, j)
                after_noun, comma = False, False
                j += 1
                continue
            venue = other is not None and bool(bare_prep) and bool(keys(norm) & w.venues)
            if other is not None and other is not trigger and other.form in ("noun", "victim") and not venue:
                # what follows an event noun belongs to it
                if f.object_noun is None and not bare_prep:
                    f.object_noun = j
                free = not (bare_prep or after_noun or other.split.prefix.endswith(("\u0628", "\u0644")))
                if trigger.verbal and free and not f.pronoun and not f.subject and f.unnamed is None and not comma:
                    f.unnamed = j
                for p in _PARTICLES:
                    if other.split.prefix.endswith(p[0]) and other.split.prefix:
                        f.prep_at.setdefault(_particle(other.split.prefix)[0] or p, j)
                if f.subject or nominal or f.unnamed != j:
                    break
                break
            if norm in w.auxiliaries or norm in w.prepositions_with_pronoun or token.kind == "number":
                if j in scene.quantities:
                    f.quantities.append(j)
                if token.kind == "number" and trigger.verbal and f.unnamed is None and not f.subject and not bare_prep:
                    f.unnamed = j
                j += 1
                continue
            if j in scene.quantities:
                f.quantities.append(j)
            if j in scene.country_at:
                if not f.country and not bare_prep and not (nominal and j > trigger.last + 3):
                    f.country = scene.country_at[j]
                j += 1
                continue
            particle = token_particle(token, w)
            if particle:
                f.prep_at.setdefault(particle, j)
                owner, after_noun = [], not _definite(token)
                bare_prep = ""
            elif bare_prep:
                owner, after_noun = f.preps.setdefault(f"{bare_prep}~", []), not _definite(token)
                bare_prep = ""
            elif norm in w.determiners and trigger.verbal and f.object_noun is None and not comma:
                f.object_noun = j
                owner, after_noun = f.preps.setdefault("obj~", []), True
            elif trigger.verbal and not (f.subject or f.pronoun or comma or after_noun) and f.unnamed is None:
                f.unnamed = j
                owner, after_noun = f.unnamed_of, not _definite(token)
            elif f.object_noun is None and not comma and not nominal:
                f.object_noun = j
                owner, after_noun = f.preps.setdefault("obj~", []), not _definite(token)
            else:
                if comma and trigger.verbal:
                    pass
                after_noun = not _definite(token) if not nominal else False
                owner = [] if nominal else f.preps.setdefault("~", [])
            comma = False
            j += 1
        f.end = j

    def _place(
        self,
        f: Frame,
        phrase: Phrase,
        slot: list[str] | None,
        after_noun: bool,
        owner: list[str],
        bare_prep: str,
        comma: bool,
        nominal: bool,
        trigger: Trigger,
    ) -> list[str]:
        """Puts a phrase where it belongs and returns that list, for what is coordinated with it."""
        particle, joined = _particle(phrase.prefix)
        ids = list(phrase.entities)
        if bare_prep:
            target = f.preps.setdefault(bare_prep, [])
        elif particle:
            f.prep_at.setdefault(particle, phrase.first)
            target = f.preps.setdefault(particle, [])
        elif joined and slot is not None:
            target = slot
        elif nominal and self._adjacent(trigger.last, phrase.first):
            target = f.object if trigger.suffix else f.idafa  # «لقائه فلانا», «لقاء فلان»
        elif after_noun and owner is not f.idafa:
            target = owner
        elif nominal:
            target = f.subject if self._done_by(trigger, phrase.first) else f.preps.setdefault("~", [])
        elif not (f.subject or f.pronoun) and f.unnamed is None and not (comma and f.object_noun is not None):
            target = f.subject
        elif not f.object and not comma:
            target = f.object
        else:
            target = f.preps.setdefault("~", [])
        target.extend(e for e in ids if e not in target)
        return target

    def _adjacent(self, last: int, first: int) -> bool:
        """Nothing but quotation marks between?"""
        return all(t.text in _QUOTES for t in self.tokens[last:first])

    def _done_by(self, trigger: Trigger, first: int) -> bool:
        """«هجوم شنته حماس», «لقاء جمع فلانا وفلانا»: does a verb between an event noun and the phrase at ``first`` make
        the phrase its subject?"""
        if not trigger.last < first <= trigger.last + 4:
            return False
        token = self.tokens[first - 1]
        if token.norm in self.words.joiners:
            return True
        return any(s.suffix and s.stem in self.words.light for s in token.splits)

    def _left(self, trigger: Trigger, f: Frame) -> None:
        """Subject before the verb: «الوزير … قال», «الذي قال», «وكان الوزير، فلان، قد قال»."""
        w, scene, tokens = self.words, self.scene, self.tokens
        first, _ = self.bounds(trigger.first)
        if first == trigger.first:  # the quotation begins with the verb: its subject stands before the marks
            first = self.doc.sentences[trigger.sentence].first
        j = trigger.first - 1
        if trigger.split.prefix.startswith((_AND, "\u0641")):
            return
        if (
            j >= first
            and tokens[j].norm.endswith(_PRONOUNS)
            and (tokens[j].norm in w.complementizers or tokens[j].norm in w.subordinators)
        ):
            f.pronoun = True
            return
        relative = False
        while j >= first:
            token = tokens[j]
            if (j in scene.ending and not relative) or (j in scene.ending and relative):
                phrase = scene.ending[j]
                particle, joined = _particle(phrase.prefix)
                before = tokens[phrase.first - 1] if phrase.first - 1 >= first else None
                governed = bool(particle) or (
                    before is not None
                    and before.kind == "word"
                    and (before.norm in w.prepositions or before.norm in w.adjuncts)
                )
                if governed and not relative:
                    return
                if relative and before is not None and before.norm in w.belonging and phrase.first - 2 in scene.ending:
                    j = phrase.first - 2  # «المجلس التابع للأمم المتحدة الذي …»: the body, not what it belongs to
                    continue
                if (
                    not relative
                    and before is not None
                    and before.kind == "word"
                    and not _opens_clause(before, w)
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
            elif norm in w.auxiliaries or token.text in _QUOTES:
                pass
            elif token.text in _COMMAS and not relative:
                # an apposition closed by a comma before the verb
                k = j - 1
                while k > first and tokens[k].text in _QUOTES:
                    k -= 1
                apposed = scene.ending.get(k)
                if apposed is None:
                    return
                k = apposed.first - 1
                while k > first and tokens[k].text in _QUOTES:
                    k -= 1
                if apposed.first <= first or tokens[k].text in _COMMAS or _opens_clause(tokens[k], w):
                    f.subject = list(apposed.entities)
                return
            elif any(start <= j < stop for start, (_, stop) in _near(scene.times, j)):
                pass
            elif keys(norm) & w.unnamed and not relative:
                f.unnamed = j
                return
            else:
                return
            j -= 1


def _near(times: Mapping[int, tuple[object, int]], j: int) -> list[tuple[int, tuple[object, int]]]:
    return [(s, times[s]) for s in range(max(0, j - 8), j + 1) if s in times]


def _opens_clause(token: Token, w: ClauseWords) -> bool:
    norm = token.norm
    bare = norm[1:] if norm.startswith((_AND, "\u0641")) and len(norm) > 3 else norm
    return (
        norm in w.complementizers
        or norm in w.auxiliaries
        or bare in w.auxiliaries
        or norm in w.subordinators
        or bare in w.subordinators
        or bool(keys(norm) & w.complementizers)
    )


def _definite(token: Token) -> bool:
    return any(s.definite for s in token.splits)


_STATEMENTS = frozenset(
    ("Say", "Announce", "Accuse", "Condemn", "Warn", "Demand", "Promise", "Support", "Reject", "Deny")
)


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
