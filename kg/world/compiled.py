"""The lists of the world as one table that loads in a moment: made from the YAML by ``kg world compile``.

The YAML is the source of truth; ``compiled.tsv`` is committed beside it and a test says when it is behind. Lines:

    E id type subtype name name_en country flags aliases strong weak short after refuse iso capital topic
    N country words flags number gender after refuse

Columns are parted by tabs, lists by «|», names in ``strong``, ``weak`` and ``short`` are folded tokens with blanks between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kg.lang import DataError, load
from kg.text.normalize import fold
from kg.world import class_nouns
from kg.world.index import EXACT
from kg.world.source import Definition, keys, own_sources, read, spelling, spellings, usual

FILE = "compiled.tsv"
_TA = "\u0629"  # ta marbuta
_REFUSE = ("after", "before", "with")


@dataclass(slots=True, frozen=True)
class NationForm:
    """One written form of an adjective of nationality: folded words, the article left off."""

    words: tuple[str, ...]
    weak: bool
    indefinite: bool
    number: str
    gender: str


def compile_own() -> dict[str, str]:
    """File name -> content of each table made from our own lists. Raises ``DataError`` where a list is wrong."""
    definitions = [d for where, text in own_sources() for d in read(text, where)]
    return {FILE: table(definitions), class_nouns.FILE: class_nouns.table(class_nouns.from_yaml())}


def read_compiled() -> str:
    """The committed table."""
    return files("kg.world").joinpath(FILE).read_text(encoding="utf-8")


def table(definitions: Sequence[Definition], countries: dict[str, str] | None = None) -> str:
    """The lines for ``definitions``. ``countries`` maps two letters to ids beyond those of ``definitions`` themselves.

    Raises ``DataError`` for an id given twice and for a country that is not there.
    """
    seen: dict[str, str] = {}
    codes = dict(countries or {})
    for d in definitions:
        if d.id in seen:
            raise DataError(f"{d.where}: the id {d.id} is that of {seen[d.id]} too; give one of them another `id`")
        seen[d.id] = d.where
        if d.iso:
            codes[d.iso] = d.id
    nouns = class_nouns.from_yaml()
    lines: list[str] = []
    for d in definitions:
        country = codes.get(d.country, d.country)
        if country and country not in seen and country not in codes.values():
            raise DataError(f"{d.where}, `country`: there is no country {d.country!r}; use its two letters, such as EG")
        lines.append(_entry_line(d, country, nouns))
        lines.extend(_nation_lines(d))
    return "\n".join(lines) + "\n" if lines else ""


def _entry_line(d: Definition, country: str, nouns: class_nouns.Forms) -> str:
    strong, weak, short, titles = _names(d, nouns)
    if not strong and not weak:
        raise DataError(f"{d.where}, `ar`: {d.ar!r} holds no word")
    aliases = dict.fromkeys(
        s
        for p in (d.ar, *d.lists["aliases"], *d.lists["whole"], *d.lists["weak"], *d.lists["short"])
        for s in spellings(p)
    )
    aliases.pop(usual(d.ar), None)
    topics = spelling()["topics"]
    if d.topic and d.topic not in topics:
        raise DataError(f"{d.where}, `topic`: {d.topic!r} is none of {', '.join(topics)} in kg/world/spelling.yaml")
    columns = [
        "E",
        d.id,
        d.type,
        d.subtype,
        usual(d.ar),
        d.en,
        country,
        "a" if d.ambiguous else "",
        "|".join(aliases),
        *("|".join(sorted(names)) for names in (strong, weak, short)),
        "|".join(sorted({*_context(d.lists["after"]), *titles})),
        _refusal(d.refuse),
        d.iso,
        d.capital,
        d.topic,
    ]
    if any("\t" in c or "\n" in c for c in columns):
        raise DataError(f"{d.where}: a tab or line break stands in a field")
    return "\t".join(columns)


def _names(d: Definition, nouns: class_nouns.Forms) -> tuple[list[str], list[str], list[str], list[str]]:
    """The names of an entry as the table writes them, strong, weak and short, and the titles of which one must stand
    before a weak one."""
    patterns = d.lists["aliases"] if usual(d.ar) in d.lists["weak"] else [d.ar, *d.lists["aliases"]]
    exact = d.lists["exact"]
    strong = _written([*(p for p in patterns if p not in exact), *exact], exact)
    weak, short = _written(d.lists["weak"]), _written(d.lists["short"])
    titles: list[str] = []
    if d.type == "Person":
        titles = _split_titles(strong, weak, short)
    weak = {k: name for k, name in weak.items() if k not in strong}
    short = {k: name for k, name in short.items() if k not in strong}
    own = {*strong, *weak, *short}
    whole = _written(d.lists["whole"])
    for k in [k for k in strong if k not in whole and _announced(k, own, d.type, nouns)]:
        del strong[k]
        if k[1:] not in own:
            weak[k[1:]] = " ".join(k[1:])
    strong |= whole
    return list(strong.values()), list(weak.values()), list(short.values()), titles


def _written(patterns: list[str], exact: Sequence[str] = ()) -> dict[tuple[str, ...], str]:
    """Folded tokens of names -> the name as the table writes it: folded, but for letters that must stand as they are.
    Those are all letters of the names in ``exact``, and the final ta marbuta of a name of one word without article,
    which in ha is another word (Jidda, and "his grandfather")."""
    article = load("clitics.yaml")["article"]
    found: dict[tuple[str, ...], str] = {}
    for pattern in patterns:
        for name in spellings(pattern):
            for key in keys([name]):
                folded = " ".join(key)
                if name in exact:
                    found.setdefault(key, EXACT + name)
                elif name.endswith(_TA) and " " not in name and not name.startswith(article):
                    found.setdefault(key, EXACT + folded[:-1] + _TA)
                else:
                    found[key] = folded
    return found


def _split_titles(
    strong: dict[tuple[str, ...], str], weak: dict[tuple[str, ...], str], short: dict[tuple[str, ...], str]
) -> list[str]:
    """Takes the titles off the names in ``strong``; what is left of one word counts only after its title, or where the
    article has the full name. Returns those titles."""
    known = frozenset(fold(t) for t in spelling()["titles"])
    first_halves = frozenset(fold(w) for w in spelling()["joined"])
    titles = []
    for name in list(strong):
        title, rest = name[0], name[1:]
        if title not in known or not rest:
            continue
        del strong[name]
        if len(rest) > 1 and not (len(rest) == 2 and rest[0] in first_halves):
            strong.setdefault(rest, " ".join(rest))
        elif rest not in strong:
            titles.append(title)
            weak[rest] = short[rest] = " ".join(rest)
    return titles


def _announced(name: tuple[str, ...], own: set[tuple[str, ...]], type: str, nouns: class_nouns.Forms) -> bool:
    """Is the first word of ``name`` a class noun that stays outside? It does before another name of the entry, and before
    one single word with the article (the party "al-Istiqlal")."""
    if not any(not noun.inside and noun.type == type for noun in nouns.get(name[0], ())):
        return False
    article = load("clitics.yaml")["article"]
    return name[1:] in own or (len(name) == 2 and name[1].startswith(article))


def _context(words: Iterable[str]) -> list[str]:
    """Folded words of ``after:``, its named lists written out."""
    lists = spelling()["context"]
    return sorted({fold(w) for word in words for w in lists.get(word, (word,))})


def _refusal(refuse: dict[str, list[str]]) -> str:
    return ";".join(",".join(_context(refuse.get(k, ()))) for k in _REFUSE) if refuse else ""


def _nation_lines(d: Definition) -> list[str]:
    lines: dict[str, None] = {}
    after = "|".join(_context(d.lists["nationality_after"]))
    refuse = _refusal(d.nationality_refuse)
    for field, weak in (("nationality", False), ("nationality_weak", True), ("nationals", False)):
        for text in d.lists[field]:
            for form in nation_forms(text, weak, plural=field == "nationals"):
                flags = "w" * form.weak + "i" * form.indefinite
                lines["\t".join(["N", d.id, " ".join(form.words), flags, form.number, form.gender, after, refuse])] = (
                    None
                )
    return list(lines)


def nation_forms(text: str, weak: bool = False, plural: bool = False) -> list[NationForm]:
    """The written forms of an adjective given in its masculine singular; with ``plural`` the word as it stands."""
    words = tuple(fold(text).split())
    if plural:
        return [NationForm(words, weak, False, "p", "m")]
    endings = load("nationalities.yaml")["endings"]
    base = next(iter(endings))
    forms = []
    for ending, what in endings.items():
        inflected = tuple(w[: -len(base)] + ending if w.endswith(base) else w for w in words)
        if inflected == words and ending != base:
            raise DataError(f"kg/world: the adjective {text!r} does not end as an adjective of nationality does")
        forms.append(NationForm(inflected, weak, bool(what.get("indefinite")), what["number"], what["gender"]))
    return forms
