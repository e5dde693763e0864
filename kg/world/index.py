"""The compiled table as a trie of folded words: which names of the world begin with a word, and under which conditions."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, cast

from kg.lang import load
from kg.record import EntityType
from kg.text.clitics import proclitic_lengths
from kg.text.normalize import fold
from kg.world.bulk import Bulk
from kg.world.entry import Entry, links_of
from kg.world.source import spelling

STRONG, WEAK, SHORT = 0, 1, 2
EXACT = "="  # before a name of the table that counts only as it is written there
_COLUMNS = 17


class Sense(NamedTuple):
    """What a name may mean: an entry (by its number), and when: STRONG always, WEAK only in a context that tells, SHORT
    only where the article has the full name as well. ``exact``: how it must be written, "" if only its folded form counts."""

    entry: int
    kind: int
    exact: str = ""


class Reading(NamedTuple):
    """A name that begins in a token after ``start`` letters, ``length`` tokens long."""

    length: int
    start: int
    senses: tuple[Sense, ...]


@dataclass(slots=True, frozen=True)
class Rules:
    """When names of an entry count: after these words (weak names), never after, before or with these particles."""

    after: frozenset[str]
    refuse_after: frozenset[str]
    refuse_before: frozenset[str]
    refuse_with: frozenset[str]
    topic: str


class NationForm(NamedTuple):
    """What a written form of an adjective of nationality stands for. ``flags``: "w" weak, "i" never with the article."""

    country: str
    flags: str
    number: str
    gender: str
    after: frozenset[str]
    refuse_after: frozenset[str]
    refuse_before: frozenset[str]


def _set(text: str, mark: str) -> frozenset[str]:
    return frozenset(text.split(mark)) if text else frozenset()


class Index:
    """Entries and adjectives of nationality of one or more compiled tables. Later tables add to earlier ones."""

    def __init__(self, *tables: str) -> None:
        self._rows: list[list[str]] = []
        self._trie: dict[str, Any] = {}
        self._numbers: dict[str, int] = {}
        self._entries: dict[int, Entry] = {}
        self._rules: dict[int, Rules] = {}
        self._starts: dict[str, tuple[tuple[int, dict[str, Any]], ...]] = {}
        self.nations: dict[str, dict[tuple[str, ...], list[NationForm]]] = {}
        self.nation_starts: dict[str, tuple[tuple[int, str, bool], ...]] = {}  # readings seen so far
        self._bulks: list[tuple[Bulk, dict[int, int]]] = []
        self._clitics = load("clitics.yaml")
        self._short_clitics = frozenset(spelling()["short_name_clitics"])
        collecting = gc.isenabled()
        gc.disable()  # thousands of dicts that all stay: collecting on the way doubles the time
        try:
            for table in tables:
                self._add(table)
        finally:
            if collecting:
                gc.enable()

    def _add(self, table: str) -> None:
        for line in table.split("\n"):
            if line.startswith("E\t"):
                row = line.split("\t")
                if len(row) != _COLUMNS:
                    raise ValueError(f"a compiled table of the world is damaged: {len(row)} columns in {line[:60]!r}")
                number = self._numbers.setdefault(row[1], len(self._rows))
                if number == len(self._rows):
                    self._rows.append(row)
                else:  # a user's list adds names to an entry of ours
                    known = self._rows[number]
                    known[8] = "|".join(filter(None, (known[8], row[4], row[8])))
                for kind, column in ((STRONG, 9), (WEAK, 10), (SHORT, 11)):
                    if row[column]:
                        plain = Sense(number, kind)
                        for name in row[column].split("|"):
                            sense = plain
                            if name[0] == EXACT:
                                name = name[1:]
                                sense = Sense(number, kind, name)
                                name = fold(name)
                            node = self._trie
                            for word in name.split(" "):
                                below = node.get(word)
                                if below is None:
                                    below = node[word] = {}
                                node = below
                            if "" in node:
                                node[""].append(sense)
                            else:
                                node[""] = [sense]
            elif line.startswith("N\t"):
                _, country, words, flags, number_, gender, after, refuse = line.split("\t")
                first, *rest = words.split(" ")
                not_after, not_before, _ = (_set(part, ",") for part in (refuse or ";;").split(";"))
                forms = self.nations.setdefault(first, {}).setdefault(tuple(rest), [])
                form = NationForm(country, flags, number_, gender, _set(after, "|"), not_after, not_before)
                forms.append(form)

    def attach(self, bulk: Bulk) -> None:
        """Adds a list of millions of names: its entries come in one by one when an article has their name."""
        self._bulks.append((bulk, {}))

    def bulk_readings(self, words: list[str], i: int, last: int) -> Iterator[Reading]:
        """Names of the attached lists that begin in ``words[i]`` and end before ``last``."""
        article, fused = self._clitics["article"], self._clitics["proclitics_with_article"]
        for bulk, adopted in self._bulks:
            for length, start, name in bulk.found(words, i, last, article, fused):
                senses = [
                    Sense(self._adopt(bulk, adopted, number), WEAK if weak else STRONG)
                    for number, weak in bulk.named(name)
                ]
                yield Reading(length, start, tuple(senses))

    def _adopt(self, bulk: Bulk, adopted: dict[int, int], number: int) -> int:
        """Our number of an entry of an attached list; of an id that we have already it is that of our entry."""
        if number not in adopted:
            id, type_, subtype, name, en, country, aliases = bulk.entry(number)
            if id not in self._numbers:
                self._numbers[id] = len(self._rows)
                country = self.country_codes().get(country, country)
                self._rows.append(["E", id, type_, subtype, name, en, country, "", aliases, *[""] * (_COLUMNS - 9)])
            adopted[number] = self._numbers[id]
        return adopted[number]

    @property
    def has_bulk(self) -> bool:
        return bool(self._bulks)

    @property
    def size(self) -> int:
        return len(self._rows)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Folded first names of the people of the lists."""
        names = (row[4].split(" ") for row in self._rows if row[2] == "Person" and " " in row[4])
        return frozenset(fold(words[0]) for words in names) - frozenset(
            fold(w) for w in (*spelling()["titles"], *spelling()["joined"])
        )

    def country_codes(self) -> dict[str, str]:
        """Two letters -> id of the country."""
        return {row[14]: row[1] for row in self._rows if row[14]}

    def number(self, id: str) -> int | None:
        return self._numbers.get(id)

    def country_of(self, number: int) -> str:
        """Id of the country of an entry; of a country its own."""
        row = self._rows[number]
        return row[1] if row[3] == "Country" else row[6]

    def type_of(self, number: int) -> tuple[EntityType, str | None]:
        row = self._rows[number]
        return cast(EntityType, row[2]), row[3] or None

    def id_of(self, number: int) -> str:
        return self._rows[number][1]

    def is_marked_ambiguous(self, number: int) -> bool:
        return "a" in self._rows[number][7]

    def entry(self, number: int) -> Entry:
        """Entry number ``number``, as a value."""
        found = self._entries.get(number)
        if found is None:
            row = self._rows[number]
            found = self._entries[number] = Entry(
                id=row[1],
                type=cast(EntityType, row[2]),
                subtype=row[3] or None,
                name=row[4],
                name_en=row[5],
                aliases=tuple(row[8].split("|")) if row[8] else (),
                country=row[6],
                links=links_of(row[1]),
                ambiguous="a" in row[7],
                capital=row[15],
                iso=row[14],
            )
        return found

    def rules(self, number: int) -> Rules:
        found = self._rules.get(number)
        if found is None:
            row = self._rows[number]
            after, before, particles = (_set(part, ",") for part in (row[13] or ";;").split(";"))
            found = self._rules[number] = Rules(_set(row[12], "|"), after, before, particles, row[16])
        return found

    def named(self, words: tuple[str, ...]) -> list[int]:
        """Numbers of the entries that bear the name of these folded tokens, in any way."""
        node = self._trie
        for word in words:
            node = node.get(word, {})
        found = [sense.entry for sense in node.get("", ())]
        for bulk, adopted in self._bulks:
            found += [self._adopt(bulk, adopted, number) for number, _ in bulk.named(" ".join(words))]
        return list(dict.fromkeys(found))

    def starts(self, norm: str) -> tuple[tuple[int, dict[str, Any]], ...]:
        """(letters of particles, node of the trie) for each way in which a name may begin in the folded word ``norm``."""
        found = self._starts.get(norm)
        if found is None:
            found = self._starts[norm] = tuple(self._find_starts(norm))
        return found

    def _find_starts(self, norm: str) -> Iterator[tuple[int, dict[str, Any]]]:
        article, fused = self._clitics["article"], self._clitics["proclitics_with_article"]
        for k in proclitic_lengths(norm):
            prefix, rest = norm[:k], norm[k:]
            if prefix in fused:  # the particle has swallowed the article of the name
                node = self._trie.get(article + rest)
            elif prefix and prefix[-1] == article[-1] and rest[0] == article[-1]:
                node = self._trie.get(article + rest)  # article and first letter of the name have become one
                node = node or self._trie.get(rest)
            else:
                node = self._trie.get(rest)
            if node is None:
                continue
            if k and len(rest) <= 3 and "" in node and (len(rest) < 3 or prefix not in self._short_clitics):
                node = {word: below for word, below in node.items() if word}
            yield k, node
