"""The grammar of ``time_rules.yaml``: patterns compiled once, then matched from any token, all readings, longest first.

A rule gives every end it can reach, and for each end the first reading in the order of the file. Results are kept per
rule and token, and no rule is recursive, so the cost is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from kg.extract.time.lattice import Edge, Lattice
from kg.extract.time.lexicon import categories
from kg.lang import DataError, load

_FILE = "kg/lang/ar/time_rules.yaml"
_SYMBOL = re.compile(r"\s*(?:(?P<mark>[()|])|(?P<item>[^\s()|]+))")
_ITEM = re.compile(r"(?P<clitic>\+|[lb]:)?(?:(?P<label>[a-z]\w*)=)?(?P<name>\w+)(?P<optional>\?)?")
_CLITIC = {"+": "and", "l:": "for", "b:": "in", None: None}
_WEAK = {False: "", True: "always", "unsure": "unsure"}
ANY = "any"  # at the beginning of an expression any particle may be written on to its first word


class Item(NamedTuple):
    """One place of a pattern: a category, a rule, or a choice of sequences."""

    name: str
    choices: tuple[tuple[Any, ...], ...]  # of tuples of Item; empty unless a group
    label: str
    clitic: str | None
    optional: bool
    first: frozenset[str] = frozenset()  # the categories it may begin with


class Alternative(NamedTuple):
    rule: str
    items: tuple[Item, ...]
    first: frozenset[str]
    means: str
    weak: str  # "", "always", "unsure"
    pattern: str
    examples: dict[str, str | None]


class Node(NamedTuple):
    """A rule read from text: ``bound`` are its labelled parts, ``start`` the offset of its first letter."""

    alternative: Alternative
    bound: tuple[tuple[str, Any], ...]
    first: int
    end: int
    start: int

    def get(self, label: str) -> Any:
        """The part of that label (an Edge or a Node), the last where there are several, None where there is none."""
        found = None
        for name, part in self.bound:
            if name == label:
                found = part
        return found


class Grammar(NamedTuple):
    rules: dict[str, tuple[Alternative, ...]]
    first: dict[str, frozenset[str]]  # rule -> the categories it may begin with
    reference: str


def _parse(pattern: str, where: str) -> tuple[Item, ...]:
    stack: list[list[list[Item]]] = [[[]]]
    place = 0
    pattern = re.sub(r"\)\?", ")_OPTIONAL_ ", pattern).replace("_OPTIONAL_", " ?")
    while place < len(pattern):
        found = _SYMBOL.match(pattern, place)
        if not found:
            break
        place = found.end()
        if found["mark"] == "(":
            stack.append([[]])
        elif found["mark"] == "|":
            stack[-1].append([])
        elif found["mark"] == ")":
            if len(stack) < 2:
                raise DataError(f"{where}: a bracket is closed that was not opened")
            choices = tuple(tuple(seq) for seq in stack.pop())
            stack[-1][-1].append(Item("", choices, "", None, False))
        elif found["item"] == "?":
            stack[-1][-1][-1] = stack[-1][-1][-1]._replace(optional=True)
        else:
            item = _ITEM.fullmatch(found["item"])
            if not item:
                raise DataError(f"{where}: '{found['item']}' is no word of a pattern")
            stack[-1][-1].append(
                Item(item["name"], (), item["label"] or "", _CLITIC[item["clitic"]], bool(item["optional"]))
            )
    if len(stack) != 1 or len(stack[0]) != 1:
        raise DataError(f"{where}: brackets are not balanced, or | stands outside brackets")
    return tuple(stack[0][0])


def _names(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        if item.choices:
            for choice in item.choices:
                yield from _names(choice)
        else:
            yield item.name


def _first(items: tuple[Item, ...], rules: dict[str, tuple[Alternative, ...]], seen: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    for item in items:
        if item.choices:
            for choice in item.choices:
                found |= _first(choice, rules, seen)
        elif item.name in rules:
            if item.name in seen:
                raise DataError(f"{_FILE}: rule '{item.name}' begins with itself, by way of {' -> '.join(seen)}")
            for alternative in rules[item.name]:
                found |= _first(alternative.items, rules, (*seen, item.name))
        else:
            found.add(item.name)
        if not item.optional:
            break
    return found


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The compiled rules. Raises ``DataError`` naming the rule for a symbol that is neither rule nor category."""
    data = load("time_rules.yaml")
    rules: dict[str, tuple[Alternative, ...]] = {}
    for rule, entries in data["rules"].items():
        alternatives = []
        for number, entry in enumerate(entries, 1):
            where = f"{_FILE}, rule {rule}, line {number}"
            alternatives.append(
                Alternative(
                    rule,
                    _parse(entry["pattern"], where),
                    frozenset(),
                    entry["means"],
                    _WEAK[entry.get("weak", False)],
                    entry["pattern"],
                    entry["examples"],
                )
            )
        rules[rule] = tuple(alternatives)
    known = categories() | rules.keys()
    for rule, made in rules.items():
        for alternative in made:
            for name in _names(alternative.items):
                if name not in known:
                    raise DataError(f"{_FILE}, rule {rule}: '{name}' is neither a rule nor a category of words")
    first = {rule: frozenset(_first((Item(rule, (), "", None, False),), rules, ())) for rule in rules}
    compiled = {
        rule: tuple(
            a._replace(items=_with_first(a.items, first), first=frozenset(_first(a.items, rules, ())))
            for a in alternatives
        )
        for rule, alternatives in rules.items()
    }
    return Grammar(compiled, first, str(data["reference"]))


def _with_first(items: tuple[Item, ...], first: dict[str, frozenset[str]]) -> tuple[Item, ...]:
    """``items`` with the categories each may begin with filled in."""
    done = []
    for item in items:
        if item.choices:
            choices = tuple(_with_first(choice, first) for choice in item.choices)
            begins: set[str] = set()
            for choice in choices:
                for part in choice:
                    begins |= part.first
                    if not part.optional:
                        break
            done.append(item._replace(choices=choices, first=frozenset(begins)))
        else:
            done.append(item._replace(first=first.get(item.name, frozenset({item.name}))))
    return tuple(done)


def _fits(edge: Edge, clitic: str) -> bool:
    return clitic == ANY or edge.clitic == clitic


@lru_cache(maxsize=1 << 14)
def _beginning(rule: str, kinds: frozenset[str]) -> tuple[Alternative, ...]:
    """The alternatives of a rule that may begin with a word of these categories."""
    return tuple(a for a in grammar().rules[rule] if not a.first.isdisjoint(kinds))


def _agree(bound: tuple[tuple[str, Any], ...]) -> bool:
    """Do words of the same label mean the same?"""
    if len(bound) < 2:
        return True
    told: dict[str, Any] = {}
    for label, part in bound:
        if isinstance(part, Edge) and told.setdefault(label, part.value) != part.value:
            return False
    return True


class Parser:
    """Matches rules on the tokens of one sentence."""

    def __init__(self, lattice: Lattice) -> None:
        self.lattice = lattice
        self._grammar = grammar()
        self._known: dict[tuple[str, int, str], list[Node]] = {}

    def match(self, rule: str, i: int, clitic: str = ANY) -> list[Node]:
        """Readings of ``rule`` from token ``i``, one for each end, longest first. ``clitic`` is the mark of the particle
        that its first word must bear, "" none, ANY whatever."""
        key = (rule, i, clitic)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._match(rule, i, clitic)
        return known

    def _match(self, rule: str, i: int, clitic: str) -> list[Node]:
        edges = self.lattice.edges(i)
        found: dict[int, Node] = {}
        for alternative in _beginning(rule, self.lattice.kinds(i)) if edges else ():
            for end, bound, start in self._sequence(alternative.items, 0, i, clitic, -1):
                if end > i and end not in found and _agree(bound):
                    found[end] = Node(alternative, bound, i, end, start)
        return [found[end] for end in sorted(found, reverse=True)]

    def _sequence(
        self, items: tuple[Item, ...], k: int, i: int, clitic: str, start: int
    ) -> Iterator[tuple[int, tuple[tuple[str, Any], ...], int]]:
        if k == len(items):
            yield i, (), start
            return
        item = items[k]
        if not item.first.isdisjoint(self.lattice.edges(i)):
            for end, bound, begun in self._item(item, i, clitic):
                if k + 1 == len(items):
                    yield end, bound, begun if start < 0 else start
                    continue
                for last, rest, _ in self._sequence(items, k + 1, end, "", begun):
                    yield last, bound + rest, begun if start < 0 else start
        if item.optional:
            yield from self._sequence(items, k + 1, i, clitic, start)

    def _item(self, item: Item, i: int, clitic: str) -> Iterator[tuple[int, tuple[tuple[str, Any], ...], int]]:
        if item.choices:
            for choice in item.choices:
                yield from self._sequence(choice, 0, i, clitic, -1)
            return
        wanted = clitic if item.clitic is None else item.clitic
        if clitic == ANY and item.clitic == "and":
            return
        if item.name in self._grammar.rules:
            for node in self.match(item.name, i, wanted):
                yield node.end, ((item.label, node),) if item.label else (), node.start
            return
        for edge in self.lattice.edges(i).get(item.name, ()):
            if _fits(edge, wanted):
                yield edge.end, ((item.label, edge),) if item.label else (), edge.start
