"""The arguments of a trigger, and the small questions about words that finding them asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.events.words import ClauseWords, keys
from kg.text.document import Token

AND = "\u0648"
COMMAS = frozenset("\u060c,")
STOPS = frozenset(".!?\u061f\u061b;\u2026")
QUOTES = frozenset("\"\u00ab\u00bb\u201c\u201d\u201e'\u2018\u2019")
LAM = "\u0644"
PARTICLES = ("\u0628", LAM * 2, LAM, "\u0643")  # ba, lam with the article, lam, kaf
ARTICLE = "\u0627" + LAM
PRONOUNS = ("\u0647", "\u0647" + "\u0627", "\u0647" + "\u0645")  # he, she, they


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


def particle_of(prefix: str) -> tuple[str, bool]:
    """(particle, coordinated?) of the proclitics before a phrase: «ول» -> («ل», True)."""
    joined = prefix.startswith((AND, "\u0641"))
    rest = prefix[1:] if joined else prefix
    if rest == LAM * 2:
        rest = LAM
    return rest, joined


def token_particle(token: Token, words: ClauseWords) -> str:
    """The preposition written on to a common noun («بيان» none, «بالقاهرة» b), "" if there is none to be sure of."""
    norm = token.norm
    if norm in words.prepositions_with_pronoun:
        return ""
    if norm.startswith(LAM * 2) and len(norm) > 4:
        return LAM
    if norm.startswith(("\u0628" + ARTICLE, "\u0643" + ARTICLE)) and len(norm) > 4:
        return norm[0]
    return ""


def opens_clause(token: Token, w: ClauseWords) -> bool:
    norm = token.norm
    bare = norm[1:] if norm.startswith((AND, "\u0641")) and len(norm) > 3 else norm
    return (
        norm in w.complementizers
        or norm in w.auxiliaries
        or bare in w.auxiliaries
        or norm in w.subordinators
        or bare in w.subordinators
        or bool(keys(norm) & w.complementizers)
    )


def is_definite(token: Token) -> bool:
    return any(s.definite for s in token.splits)
