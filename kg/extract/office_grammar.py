"""The grammar of an office: «نائب رئيس لجنة الحريات السابق», read from its head on.

An office is a noun phrase: a head («وزير»), complements tied to it in construct state or by a preposition, adjectives.
Arabic grammar closes a construct chain at its first definite word, and that is what bounds the phrase here; the words
themselves stand in ``kg/lang/ar/offices.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.class_nouns import class_noun, nominals
from kg.extract.cover import Cover
from kg.extract.lexicon import Head, and_definite, bare_title, head_of, is_definite, office_words
from kg.extract.office_lookahead import (
    COMMAS,
    FOR,
    FOR_THE,
    IN,
    NONE,
    TIES,
    chain_ends,
    follows_person,
    leads_to_person,
    person_at,
    run_end,
    whole_title,
)
from kg.text.clitics import splits
from kg.text.document import Token
from kg.text.normalize import fold


@dataclass(slots=True, frozen=True)
class Office:
    """An office. ``start:end`` is its whole phrase, clitics outside; ``first:last`` the same in tokens.

    ``title`` is bare: without nationality, body, «السابق». ``countries`` are gazetteer ids told by adjectives (several for
    a dual), ``place`` and ``organization`` numbers of names inside the phrase, ``body`` the token of a class noun that
    stands for one («المتحدث باسم الحركة»), ``outer`` the body around the first; -1 where there is none. ``name`` is the number of the person's name that it
    apposes, -1 where it stands alone. ``pronoun`` where a pronoun is written on to the head («نظيره»), ``accusative`` for «رئيسا للحزب»,
    ``new`` for «الرئيس الجديد».
    """

    start: int
    end: int
    first: int
    last: int
    head: str
    title: str
    countries: tuple[str, ...] = ()
    place: int = NONE
    organization: int = NONE
    body: int = NONE
    outer: int = NONE
    former: bool = False
    definite: bool = True
    number: str = "s"
    gender: str = "m"
    pronoun: bool = False
    name: int = NONE
    confidence: float = 0.9
    accusative: bool = False
    new: bool = False


def parse_office(c: Cover, i: int, limit: int) -> Office | None:
    """The office whose first word is token ``i``, None if it begins none; it does not reach token ``limit``."""
    if c.name_of[i] >= 0 or c.token(i).kind != "word":
        return None
    head, whole = head_of(c.token(i).text), whole_title(c, i, limit)
    return _Parser(c, i, limit, head, whole).run() if head or whole else None


_QUOTES = frozenset('"“”«»\'')


class _Parser:
    """Reads one office phrase from left to right. ``open`` while a construct chain still wants its definite end."""

    def __init__(self, c: Cover, i: int, limit: int, head: Head | None, whole: tuple[int, int] | None) -> None:
        self.c, self.limit, self.words = c, limit, office_words()
        # a whole title whose first word is no head is its own head, masculine singular
        self.head = head or Head("", whole[0] if whole else 0, True, "s", "m", False)
        size = whole[1] if whole else 1
        self.first, self.pos = i, i + size
        self.start = c.token(i).offset(whole[0] if whole else self.head.start)
        self.pieces = [self._head_text(c.doc.text[self.start : c.token(i).end]), *(c.token(k).text for k in range(i + 1, i + size))]
        self.whole = whole is not None
        written = fold(c.doc.text[self.start : c.token(i).end])
        self.accusative = not self.head.definite and whole is None and written == self.head.word + _ACCUSATIVE
        if self.accusative and self.pos < limit and is_definite(c.word(self.pos)):
            # the accusative stands in no construct chain: «وزيرا الدفاع» are two
            self.head, self.accusative = self.head._replace(number="d"), False
        self.open = not self.head.definite and not self.head.suffix and not whole
        if whole and (not is_definite(c.word(self.pos - 1)) or c.word(self.pos - 1) in self.words.ties):
            self.open = True
        self.countries: list[str] = []
        self.place = self.organization = self.body = self.outer = NONE
        self.former = self.new = False

    def _head_text(self, written: str) -> str:
        """The head as the title has it: «رئيسا», «رئيسها», «رئيسي» and «أحد رؤساء» as «رئيس»."""
        h = self.head
        if h.suffix or h.number != "s" or written.endswith(_ACCUSATIVE):
            written = self.words.spelt.get(h.word, written)
        # in «للرئيس» the article is written inside the particle
        return _ARTICLE + written if h.definite and h.word and not is_definite(fold(written)) else written

    def _one_of(self) -> bool:
        return self.first > 0 and self.c.word(self.first - 1) in self.words.one_of

    def run(self) -> Office | None:
        while self.pos < self.limit and self._step():
            pass
        if self.head.word in self.words.servants and follows_person(self.c, self.pos, self.limit) >= 0:
            inner = self._inner_office()
            if inner is not None:
                return inner
        h = self.head
        known = self.whole or self.countries or max(self.place, self.organization, self.body) >= 0
        definite = h.definite or bool(known) or any(is_definite(self.c.word(k)) for k in range(self.first + 1, self.pos))
        last = self.c.token(self.pos - 1)
        if h.number == "p" and self._one_of():
            h = h._replace(number="s")
        return Office(
            self.start, last.end, self.first, self.pos, h.word, " ".join(self.pieces), tuple(self.countries), self.place,
            self.organization, self.body, self.outer, self.former, definite, h.number, h.gender, h.suffix,
            accusative=self.accusative and bool(known or len(self.pieces) > 1), new=self.new,
        )  # fmt: skip

    def _inner_office(self) -> Office | None:
        """«مساعد الرئيس الأوكراني {فلان}»: the office inside whose holder the name right after it is."""
        for k in range(self.first + 1, self.pos):
            head = head_of(self.c.token(k).text)
            if head is None or head.start or not self.words.heads[head.word].leader or self.c.name_of[k] >= 0:
                continue
            office = parse_office(self.c, k, self.limit)
            if office is not None and bare_title(office.title) in self.words.state_titles:
                return office
        return None

    def _step(self) -> bool:
        """Takes what stands at ``pos`` into the phrase; False where the phrase ends before it."""
        c, i = self.c, self.pos
        token, norm = c.token(i), c.word(i)
        if token.kind == "punct":
            return self._quoted_name()
        if c.name_of[i] >= 0:
            return self._name(c.name_of[i], c.clitic(i, c.name_of[i]) if c.first[c.name_of[i]] == i else "")
        if (nation := c.nation_at(i)) is not None and (nation.definite or not self.head.definite):
            joined = nation.start > token.start
            if self.countries or not joined:  # «والمغاربة» before any country is a complement
                return self._nation(nation.country, joined)
        if norm in self.words.former:
            self.former = True
            return self._skip()
        if norm in self.words.acting or (norm in self.words.describing and (not self.open or not is_definite(norm))):
            self.new = self.new or norm in self.words.new
            return self._skip()
        if norm in self.words.charge_ties:
            return self._charge()
        if norm in self.words.ties and not self._closed() and not (norm in self.words.name_ties and c.name_at(i + 1)):
            return self._tie()
        if self._class_noun() or self._tied_name():
            return True
        if self._closed() and is_definite(norm) and norm not in self.words.before_name and follows_person(self.c, i + 1, self.limit) >= 0:
            return self._skip()  # «عضو {الكنيست} المتطرف {فلان}»
        if norm in self.words.stop or (self._closed() and norm not in self.words.inside):
            return False
        return self._complement(token, norm)

    def _closed(self) -> bool:
        """After a nationality or a name nothing but adjectives may follow."""
        return bool(self.countries) or max(self.place, self.organization, self.body) >= 0

    def _skip(self) -> bool:
        self.pos += 1
        return True

    def _take(self) -> bool:
        self.pieces.append(self.c.token(self.pos).text)
        return self._skip()

    def _nation(self, country: str, joined: bool) -> bool:
        if self.countries and not (joined and self.head.number != "s"):
            return False
        if self.open and len(self.pieces) > 1 and not is_definite(self.c.word(self.pos)):
            return False
        if country not in self.countries:
            self.countries.append(country)
        self.open = False
        return self._skip()

    def _name(self, n: int, clitic: str) -> bool:
        name = self.c.layers.names[n]
        if name.type == "NamedEvent" and self.open and not clitic:
            self.pieces.append(self.c.doc.text[name.start : name.end])
            self.pos, self.open = self.c.last[n], False
            return True
        if name.type not in ("Organization", "Place") or self._closed():
            return self._further_name(n, clitic)
        tied = clitic in TIES and not (name.subtype == "Media" and clitic != IN)
        if not (self.open and not clitic) and not (tied and self._takes_tied(clitic, name.type)):
            return False
        return self._accept(n)

    def _accept(self, n: int) -> bool:
        if self.c.layers.names[n].type == "Place":
            self.place = n
        else:
            self.organization = n
        self.open = False
        self.pos = self.c.last[n]
        if self.pos < self.limit and self.c.token(self.pos).text in _QUOTES and self.pos + 1 < self.limit:
            closing = self.c.token(self.pos).text in "”»"
            self.pos += closing
        return True

    def _further_name(self, n: int, clitic: str) -> bool:
        """«رئيس لجنة الحريات ب{نقابة المحامين} ب[الإسكندرية]»: the phrase goes on, its body stays the first."""
        if clitic != IN or self.c.layers.names[n].type not in ("Organization", "Place"):
            return False
        if self.organization < 0 and not person_at(self.c, self.c.last[n], self.limit):
            return False
        if self.c.layers.names[n].type == "Organization":
            self.outer = n
        self.pos = self.c.last[n]
        return True

    def _takes_tied(self, clitic: str, type_: str) -> bool:
        """May a name with «ل» or «ب» complete the office here? «الأمين العام ل», «زعيم … ل», «المسؤول ب»."""
        if clitic == IN and type_ == "Place":
            return person_at(self.c, self.pos + 1, self.limit) or not self._after_word()
        return self.head.definite or len(self.pieces) > 1 or self.accusative

    def _after_word(self) -> bool:
        return self.first > 0 and self.c.token(self.first - 1).kind == "word"

    def _quoted_name(self) -> bool:
        i = self.pos + 1
        if self.c.token(self.pos).text not in _QUOTES or i >= self.limit or not self.open:
            return False
        n = self.c.name_of[i]
        if n < 0 or self.c.layers.names[n].type not in ("Organization", "Place"):
            return False
        self.pos = i
        return self._name(n, "")

    def _tie(self) -> bool:
        self._take()
        self.open = True
        return True

    def _charge(self) -> bool:
        """«وزير الدولة القطري لشؤون الطاقة»: a charge that follows the country."""
        self._take()
        c = self.c
        if self.pos < self.limit and (n := c.name_of[self.pos]) >= 0 and c.first[n] == self.pos and not c.clitic(self.pos, n):
            if c.layers.names[n].type == "Place":  # «لشؤون {الشرق الأوسط}» is no seat
                self.pieces.append(c.doc.text[c.layers.names[n].start : c.layers.names[n].end])
                self.pos, self.open = c.last[n], False
            return True
        while self.pos < self.limit and c.name_of[self.pos] < 0 and c.nation_at(self.pos) is None and (
            is_definite(c.word(self.pos)) or and_definite(c.word(self.pos))
        ):
            if c.word(self.pos) in self.words.before_name and follows_person(self.c, self.pos + 1, self.limit) >= 0:
                break
            self._take()
        return True

    def _class_noun(self) -> bool:
        """«لحركة {حماس}», «ب{الجماعة}», «الحركة»: a class noun before a name, or one that stands for a name."""
        c, i = self.c, self.pos
        noun = class_noun(c.word(i))
        if noun is None or noun.number != "s" or not (noun.definite or nominals().classes[noun.word].apposed):
            return False
        if self._closed():
            # «رئيس {الكتلة البرلمانية} للحزب»: the phrase goes on, its body stays the first
            further = self.organization >= 0 and noun.definite and noun.prefix in TIES
            return further and follows_person(c, i + 1, self.limit) >= 0 and self._skip()
        if not (self.open and not noun.prefix) and not (noun.prefix in TIES and (self.head.definite or len(self.pieces) > 1 or self.accusative)):
            return False
        word = nominals().classes[noun.word]
        if word.type == "NamedEvent" or (word.subtypes == {"Media"} and noun.prefix == FOR):
            return False
        if noun.definite:
            if not word.alone or (i + 1 < self.limit and is_definite(c.word(i + 1)) and c.word(i + 1) not in nominals().vague):
                return False
            self.body, self.open = i, False
            return self._skip()
        j = i + 1
        while j < self.limit and c.token(j).text in _QUOTES:
            j += 1
        n = c.name_of[j] if j < self.limit else NONE
        if n < 0 or c.first[n] != j or c.clitic(j, n) or c.layers.names[n].type != word.type:
            return False
        self.pos = j
        return self._accept(n)

    def _tied_name(self) -> bool:
        """«القيادي في {حماس}», «السفير لدى [مصر]»: a preposition of its own before a name."""
        c, i = self.c, self.pos
        if i + 1 < self.limit and c.word(i) in TIES:
            return self._split_clitic(i + 1)
        if c.word(i) not in self.words.name_ties or i + 1 >= self.limit:
            return False
        n = c.name_of[i + 1]
        noun = class_noun(c.word(i + 1)) if n < 0 else None
        if noun is not None and noun.definite and not noun.prefix and not self._closed() and person_at(self.c, i + 2, self.limit):
            self.body, self.open, self.pos = i + 1, False, i + 2  # «المسؤول في الحركة {فلان}»
            return True
        if n < 0 or c.first[n] != i + 1 or c.clitic(i + 1, n):
            return False
        type_ = c.layers.names[n].type
        after = c.last[n]
        while after < self.limit and (
            c.word(after) in self.words.acting or ((m := c.name_at(after)) is not None and m.type == "Place" == type_)
        ):
            after = max(after + 1, c.last[c.name_of[after]] if c.name_of[after] >= 0 else 0)
        beside_person = person_at(self.c, after, self.limit)
        if (type_ == "Organization" and not self._closed()) or (type_ == "Place" and beside_person):
            self.pos = i + 1
            if self._closed():
                self.pos = c.last[n]
                return True
            return self._accept(n)
        return False

    def _split_clitic(self, j: int) -> bool:
        """«الأمين العام لـ "{حزب النور}"»: the particle written apart."""
        c = self.c
        while j < self.limit and c.token(j).text in _QUOTES:
            j += 1
        n = c.name_of[j] if j < self.limit else NONE
        return n >= 0 and c.first[n] == j and not c.clitic(j, n) and self._name(n, c.word(self.pos))

    def _complement(self, token: Token, norm: str) -> bool:
        """A word of the title itself."""
        c, i = self.c, self.pos
        if token.kind != "word":
            return False
        beside_person = follows_person(c, i, self.limit) >= 0
        if is_definite(norm):
            if self.open:
                self.open = False
                return self._take()
            if beside_person and norm in self.words.before_name and norm not in self.words.inside:
                return False
            if head_of(token.text) and norm not in self.words.inside:
                return False
            return self._adjective(norm) and self._take()
        if len(self.pieces) > 1 and not self.open:
            if and_definite(norm):
                return self._coordinated(i)
            if leads_to_person(self.c, i, self.limit):
                return self._take()
        if self.accusative and len(self.pieces) == 1 and any(s.prefix == FOR_THE for s in token.splits):
            self.pieces.append(_ARTICLE + norm[len(FOR_THE) :])  # «وزيرا للدفاع» is «وزير الدفاع»
            self.open = False
            return self._skip()
        servant = self.head.word in self.words.servants and len(self.pieces) > 1 and not self.open
        if servant and norm.startswith(FOR) and (inner := head_of(token.text)) and inner.start == 1 and not inner.definite:
            self.open = True  # «السكرتير الإعلامي لرئيس المجلس»
            return self._take()
        if self.open and not beside_person and chain_ends(self.c, i, self.limit):
            return self._take()
        if any(s.prefix in (FOR, FOR_THE) and s.definite for s in splits(norm)) and c.word(i - 1) in self.words.inside:
            self.open = False
            return self._take()
        return False

    def _adjective(self, norm: str) -> bool:
        """A definite word after a definite one: its adjective, or the beginning of something else?"""
        if norm in self.words.inside or (self.whole is False and self.head.definite):
            return True
        return len(self.pieces) > 1

    def _coordinated(self, i: int) -> bool:
        """«وزير السياحة والآثار»: a second definite complement, only where more of the phrase follows."""
        if head_of(self.c.token(i).text):
            return False
        c = self.c
        j = run_end(c, i + 1, self.limit)
        follows = person_at(self.c, j, self.limit) or (j < self.limit and c.nation_at(j) is not None)
        follows = follows or (j + 1 < self.limit and c.word(j) in self.words.name_ties and c.name_of[j + 1] >= 0)
        follows = follows or (j < self.limit and (n := c.name_of[j]) >= 0 and c.clitic(j, n) in TIES)
        follows = follows or leads_to_person(self.c, j, self.limit)
        before = c.token(self.first - 1) if self.first else None
        if before is not None and (before.text in COMMAS or c.name_of[before.index] >= 0):
            # beside the name before it, the office goes on to the next comma
            follows = follows or j >= self.limit or c.token(j).kind == "punct"
        return follows and self._take()

_ACCUSATIVE, _ARTICLE = "\u0627", "\u0627\u0644"
