"""Features of two names of organizations, places or named events: words, class nouns, countries, compass, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.lang import load
from kg.resolve.compare import Found
from kg.resolve.names import AL, bare, words
from kg.resolve.spelling import consonants, distance, hard_sounds, is_variant, looks_foreign, same_start, strict
from kg.resolve.world import entry_countries, is_town, nationality_of

_UN, _IN = "\u0648\u0646", "\u064a\u0646"  # the endings of the plural
_YA_HA = "\u064a\u0647"  # the ending of a feminine adjective of relation


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    """The words of compare_body.yaml in stem form."""

    stop: frozenset[str]
    droppable: dict[str, frozenset[str]]
    weak: frozenset[str]
    region: frozenset[str]
    integral: frozenset[str]
    generic: frozenset[str]
    neutral: dict[str, frozenset[str]]
    synonyms: dict[str, str]
    directions: dict[str, str]
    letters: dict[str, str]


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name in stems. ``content`` is what is left without compass, numbers and nationality, in order."""

    words: tuple[str, ...]
    content: tuple[str, ...]
    directions: frozenset[str]
    numbers: frozenset[str]
    nationalities: frozenset[str]
    joined: frozenset[str]  # the letters without spaces: as written, without articles, in stems


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A folded word without article, feminine ending of a relation adjective and hamza seats."""
    if word.startswith("\u0644\u0644") and len(word) >= 5:  # lil-: the article inside the preposition
        word = AL + word[2:]
    if word.startswith("\u0648" + AL) and len(word) >= 6:  # wa-al-
        word = word[1:]
    definite = word.startswith(AL)
    word = strict(bare(word))
    if definite and word.endswith(_UN) and len(word) >= 5:
        word = word[:-2] + _IN
    if word.endswith(_YA_HA) and len(word) >= 5:
        word = word[:-1]
    return word


@lru_cache(maxsize=1)
def lexicon() -> BodyLexicon:
    """Loaded once from the language data."""
    data: dict[str, Any] = load("compare_body.yaml")

    def stems(names: list[str]) -> frozenset[str]:
        return frozenset(stem(w) for name in names for w in words(name)[:1])

    return BodyLexicon(
        stop=stems(data["stop"]),
        droppable={kind: stems(names) for kind, names in data["droppable"].items()},
        weak=stems(data["weak"]),
        region=stems(data["region"]),
        integral=stems(data["integral"]),
        generic=stems(data["generic"]),
        neutral={kind: stems(names) for kind, names in data["neutral"].items()},
        synonyms={stem(words(w)[0]): stem(words(group[0])[0]) for group in data["synonyms"] for w in group},
        directions={stem(words(w)[0]): point for point, ws in data["directions"].items() for w in ws},
        letters={strict(words(name)[0]): letter for name, letter in data["letters"].items()},
    )


@lru_cache(maxsize=1 << 17)
def body(name: str) -> BodyName:
    """Reads the name of an organization, place or named event."""
    lex = lexicon()
    stems, content = [], []
    directions, numbers, nationalities = set(), set(), set()
    for i, word in enumerate(words(name)):
        token = stem(word)
        token = lex.synonyms.get(token, token)
        if token in lex.stop and i:
            continue
        stems.append(token)
        if token in lex.directions:
            directions.add(lex.directions[token])
        elif token.isdigit():
            numbers.add(token)
        elif i and (country := nationality_of(word)):
            nationalities.add(country)
        else:
            content.append(token)
    written = words(name)
    return BodyName(
        tuple(stems),
        tuple(content),
        frozenset(directions),
        frozenset(numbers),
        frozenset(nationalities),
        frozenset(("".join(written), "".join(bare(w) for w in written), "".join(stems))),
    )


@lru_cache(maxsize=1 << 17)
def _without_class(name: str, type: str) -> tuple[frozenset[str], int]:
    """The joined forms of a name without the class noun at its beginning, and of how many words it is then."""
    droppable = lexicon().droppable.get(type, frozenset())
    kept = [w for i, w in enumerate(words(name)) if i or stem(w) not in droppable]
    return frozenset(("".join(kept), "".join(bare(w) for w in kept))) if kept else frozenset(), len(kept)


def body_features(a: str, b: str, type: str) -> list[Found]:
    """What speaks for and against two names of things of ``type`` (not Person) being one thing's."""
    lex = lexicon()
    short, long = sorted((body(a), body(b)), key=lambda n: (len(n.words), n.words))
    if short.words == long.words:
        return [Found("spelling_mixed")]
    if short.joined & long.joined:
        return [Found("written_together")]
    (plain_a, many_a), (plain_b, many_b) = _without_class(a, type), _without_class(b, type)
    if plain_a & plain_b and many_a != many_b:
        return [Found("class_noun_dropped"), Found("written_together")]
    droppable = lex.droppable.get(type, frozenset())
    if _acronym(a, b):
        return [Found("acronym")]
    if not short.content and not long.content and not short.numbers:  # «الغرب» and «الغربية»
        return [Found("other_words", f"{' '.join(words(a))} / {' '.join(words(b))}")]
    found = _contradictions(short, long)
    only_short, only_long = _left_over(short.content, long.content)
    pairs, only_short, only_long = _spelled_otherwise(only_short, only_long)
    common = lex.generic | lex.integral | droppable
    if (
        only_short
        and only_long
        and not common.intersection((*only_short, *only_long))
        and len("".join(only_short)) >= 5
        and _foreign_variant("".join(only_short), "".join(only_long))
    ):
        pairs, only_short, only_long = [Found("foreign_together")], [], []
    if only_short and only_long:
        classes = [t for t in (*only_short, *only_long) if t in droppable]
        rest_short = [t for t in only_short if t not in droppable]
        rest_long = [t for t in only_long if t not in droppable]
        if rest_short or rest_long:
            return [*found, Found("other_words", f"{' '.join(only_short)} / {' '.join(only_long)}")]
        return [*found, Found("class_noun_dropped"), Found("other_class", " / ".join(classes))]
    extra = only_short or only_long
    longer, shorter = (long, short) if not only_short else (short, long)
    classes = [t for t in extra if t in droppable and t == longer.words[0]]
    real = [t for t in extra if t not in classes and t not in lex.neutral.get(type, frozenset())]
    if real and shorter.nationalities - longer.nationalities:
        return [*found, Found("other_words", f"{' '.join(shorter.words)} / {' '.join(longer.words)}")]
    found += pairs
    one_country = bool(short.nationalities and short.nationalities == long.nationalities)
    found += _extra_words(classes, real, extra, shorter.content, type, one_country)
    if not real:
        found += _nationality(a, b, type)
    if not extra and not pairs and not any(f.feature == "nationality_added" for f in found):
        found.append(Found("word_forms"))
    return found


def _contradictions(a: BodyName, b: BodyName) -> list[Found]:
    found = []
    for of_a, of_b, other, unsaid in (
        (a.directions, b.directions, "other_direction", "direction_unsaid"),
        (a.numbers, b.numbers, "other_number", "number_unsaid"),
    ):
        if of_a != of_b:
            both = of_a and of_b
            told = f"{' '.join(sorted(of_a)) or '-'} / {' '.join(sorted(of_b)) or '-'}"
            found.append(Found(other if both else unsaid, told))
    if a.nationalities and b.nationalities and a.nationalities != b.nationalities:
        found.append(Found("other_nationality"))
    return found


def _nationality(a: str, b: str, type: str) -> list[Found]:
    """One side alone tells its country."""
    if bool(body(a).nationalities) == bool(body(b).nationalities):
        return []
    name, told = (a, body(b).nationalities) if body(b).nationalities else (b, body(a).nationalities)
    lex, bare_name = lexicon(), body(name)
    if type == "Place":
        common = entry_countries(name) != told
    else:
        common = all(t in lex.generic or t in lex.droppable["Organization"] for t in bare_name.content)
    found = [Found("nationality_added")]
    if common:
        found.append(Found("generic_words", " ".join(bare_name.content)))
    return found


def _left_over(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[str], list[str]]:
    rest_b = list(b)
    rest_a = []
    for token in a:
        if token in rest_b:
            rest_b.remove(token)
        else:
            rest_a.append(token)
    return rest_a, rest_b


@lru_cache(maxsize=1 << 16)
def _foreign_variant(a: str, b: str) -> bool:
    """Are two words spellings of one foreign name? Stricter than for persons: Arabic towns differ by a vowel."""
    if not (looks_foreign(a) and looks_foreign(b)) or (a.endswith("\u0647") and b.endswith("\u0647")):
        return False
    if not same_start(a, b) or not is_variant(a, b):
        return False
    shared, cost = min(consonants(a), consonants(b)), distance(a, b)
    if shared >= 3 and hard_sounds(a) == hard_sounds(b):
        return True
    return shared >= 4 or (shared == 3 and (cost <= 0.3 or (cost <= 0.4 and max(len(a), len(b)) >= 5)))


def _spelled_otherwise(a: list[str], b: list[str]) -> tuple[list[Found], list[str], list[str]]:
    """Pairs of words that are spellings of one foreign name are taken out of both."""
    found, rest_a, rest_b = [], [], list(b)
    generic = lexicon().generic
    for token in a:
        near = [t for t in rest_b if token not in generic and t not in generic and _foreign_variant(token, t)]
        if near:
            best = min(near, key=lambda t: (distance(token, t), t))
            rest_b.remove(best)
            found.append(Found("foreign_spelling", f"{token} / {best}", round(0.08 * distance(token, best), 3)))
        else:
            rest_a.append(token)
    return found, rest_a, rest_b


def _extra_words(
    classes: list[str], rest: list[str], extra: list[str], base: tuple[str, ...], type: str, one_country: bool
) -> list[Found]:
    """One side says more: class nouns, words that tell nothing, or words that make another thing."""
    if not extra:
        return []
    lex = lexicon()
    generic_base = bool(base) and all(t in lex.generic for t in base) and not one_country
    if any(t in lex.integral for t in rest):
        return [Found("part_of_name"), Found("class_unsaid", " ".join(rest)), Found("extra_words")]
    if rest:
        return [Found("part_of_name"), Found("extra_words", " ".join(rest))]
    found = []
    if classes:
        found.append(Found("class_noun_dropped", " ".join(classes)))
        town = any(t in lex.region for t in classes) and is_town(" ".join(base))
        integral = type == "Place" and any(t in lex.integral for t in base)
        if any(t in lex.weak for t in classes) or generic_base or town or integral:
            found.append(Found("class_unsaid", " ".join(classes)))
    else:
        found.append(Found("neutral_word_added", " ".join(extra)))
        if generic_base and type != "Place":
            found.append(Found("generic_words", " ".join(base)))
    return found


@lru_cache(maxsize=1 << 17)
def acronyms(name: str) -> frozenset[str]:
    """What may be written for a name in short, marked by kind: its initials, or the Latin letters that it spells out; of
    a single word the word itself."""
    lex, tokens = lexicon(), words(name)
    if len(tokens) == 1:
        word = tokens[0]
        return frozenset((f"latin {word}",)) if word.isascii() else frozenset((f"initials {strict(word)}",))
    spelled = "".join(lex.letters.get(strict(t), "?") for t in tokens)
    initials = "".join(strict(bare(w))[:1] for w in tokens if stem(w) not in lex.stop)
    found = {f"latin {spelled}"} if "?" not in spelled else set()
    return frozenset(found | ({f"initials {initials}"} if len(initials) >= 3 else set()))


def joined_forms(name: str, type: str) -> frozenset[str]:
    """The letters of a name without spaces, with its class noun and without it."""
    return body(name).joined | _without_class(name, type)[0]


def _acronym(a: str, b: str) -> bool:
    """Is one of the names a single word that the other is written for in short?"""
    return (len(words(a)) == 1) != (len(words(b)) == 1) and not acronyms(a).isdisjoint(acronyms(b))
