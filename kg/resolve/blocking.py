"""Which names are worth comparing: those that share a block. No comparison of all with all.

A person is found by the consonants of the last name, and of all the name written together; other things by the
consonants of each of their words, the rarest words first. A block with very many names is a word that tells nothing
(«وزارة»), and only the names that share another word with it are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from kg.lang import load
from kg.resolve.compare_body import acronyms, body, joined_forms, lexicon
from kg.resolve.names import bare, person, person_lexicon, words

LARGEST = 60  # names in a block; larger ones are split by a second key
_VOWELS = frozenset(["ا", "و", "ي", "ه", "ء", "ئ", "ؤ", "ع"])


class Named(Protocol):
    """What blocking needs to know."""

    @property
    def type(self) -> str: ...
    @property
    def name(self) -> str: ...


@lru_cache(maxsize=1)
def _sounds() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(a): latin for a, latin in load("translit.yaml")["skeleton"]["arabic"].items()}
    return table | {ord(v): None for v in _VOWELS}


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The consonants of a folded Arabic word, sounds that news confuses made one: ``glnt`` for «غالانت», «جالانت»."""
    stem = bare(word)
    for two, one in load("translit.yaml")["skeleton"]["arabic_digraphs"]:
        stem = stem.replace(two, one)
    sounds = stem.translate(_sounds())
    kept = "".join(c for i, c in enumerate(sounds) if i == 0 or sounds[i - 1] != c)
    return kept.replace("t", "d").replace("s", "g") or stem


def keys(type: str, name: str) -> set[str]:
    """The blocks of one name: those with "=" hold names that are the same when written together."""
    if type == "Person":
        parsed = person(name)
        last = parsed.parts[-2:] if len(parsed.parts) > 2 else parsed.parts
        found = {f"P {skeleton(p.text)}" for p in last}
        return found | {f"P= {skeleton(parsed.joined)}", f"P= {' '.join(sorted(words(name)))}"}
    parsed_body = body(name)
    content = parsed_body.content or parsed_body.words
    found = {f"{type} {skeleton(w)}" for w in content}
    found |= {f"{type}= {skeleton(letters)}" for letters in joined_forms(name, type)}
    return found | {f"{type}= {short}" for short in acronyms(name)}


def _signs(thing: Named) -> frozenset[str]:
    """The skeletons of the words that must be shared."""
    if thing.type == "Person":
        nicknames = person_lexicon().nicknames
        return frozenset(
            f"~{min(nicknames[p.text])}" if p.text in nicknames else skeleton(p.text) for p in person(thing.name).parts
        )
    parsed, lex = body(thing.name), lexicon()
    passing = lex.droppable.get(thing.type, frozenset()) | lex.neutral.get(thing.type, frozenset())
    return frozenset(skeleton(w) for w in parsed.content if w not in passing) or frozenset(
        skeleton(w) for w in parsed.words
    )


def _worth(a: frozenset[str], b: frozenset[str], persons: bool) -> bool:
    """May the names be the same? All words of the shorter must be in the longer, but for one that is spelled nearly so;
    and names that are not persons' must be equally long, words that tell nothing aside."""
    if not persons and len(a) != len(b):
        return False
    shared = len(a & b)
    short = min(len(a), len(b))
    if shared >= short:
        return True
    if shared < short - 1:
        return False
    return any(_near(x, y) for x in a - b for y in b - a)


@lru_cache(maxsize=1 << 17)
def _near(a: str, b: str) -> bool:
    """Do two skeletons begin alike and differ by one sound at most?"""
    if not a or not b or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) <= 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def candidate_pairs(things: Sequence[Named]) -> Iterator[tuple[int, int]]:
    """Pairs of indices (smaller first) that share a block and may be the same, each once, in order."""
    blocks: dict[str, list[int]] = defaultdict(list)
    whole: set[tuple[int, int]] = set()
    for i, thing in enumerate(things):
        for key in keys(thing.type, thing.name):
            blocks[key].append(i)
    signs = [_signs(thing) for thing in things]
    pairs: set[tuple[int, int]] = set()
    for key, members in sorted(blocks.items()):
        spelled_alike = "= " in key
        for part in _parts(key, members, things):
            for n, a in enumerate(part):
                for b in part[n + 1 :]:
                    if spelled_alike:
                        whole.add((a, b))
                    elif _worth(signs[a], signs[b], things[a].type == "Person"):
                        pairs.add((a, b))
    yield from sorted(pairs | whole)


def _parts(key: str, members: list[int], things: Sequence[Named]) -> list[list[int]]:
    """A block, or where it is too large its parts that share a second key."""
    if len(members) <= LARGEST:
        return [members]
    parts: dict[str, list[int]] = defaultdict(list)
    for i in members:
        for other in _second(things[i]):
            parts[other].append(i)
    return [part for _, part in sorted(parts.items()) if 1 < len(part) <= 10 * LARGEST]


def _second(thing: Named) -> set[str]:
    if thing.type == "Person":
        parts = person(thing.name).parts
        return {skeleton(parts[0].text)} if len(parts) > 1 else set()
    skeletons = sorted({skeleton(w) for w in body(thing.name).words})
    return {f"{a} {b}" for n, a in enumerate(skeletons) for b in skeletons[n + 1 :]} or set(skeletons)
