"""``corrections.yaml``: what people have decided. It outranks every score and survives every build.

The file is a list; each entry is one judgement with who made it, when and why (docs/corrections.md has examples)::

    - same: [NAME, NAME, ...]         # names or IRIs; "type:" where the name alone is ambiguous
      by: A. Reader
      date: 2026-01-31
      why: one person, two spellings

The file is read as a whole or not at all: an entry that is wrong, or two that contradict each other, is an error that
names the lines, and nothing is applied.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml

from kg.lang import DataError
from kg.record import EntityType
from kg.resolve.names import squeeze
from kg.schema import roles_of, schema

KINDS = ("same", "different", "type", "name", "link", "delete", "relation", "event")
_EXTRA: dict[str, frozenset[str]] = {
    "same": frozenset({"type"}),
    "different": frozenset({"type"}),
    "type": frozenset({"is", "was"}),
    "name": frozenset({"is", "en", "type"}),
    "link": frozenset({"is", "type"}),
    "delete": frozenset({"type"}),
    "relation": frozenset({"is", "subject", "object", "title", "doc", "quote"}),
    "event": frozenset({"is", "doc", "quote", "roles", "status", "time"}),
}
_COMMON = frozenset({"by", "date", "why"})


@dataclass(frozen=True, slots=True)
class Correction:
    """One judgement. ``things`` are the names or IRIs it is about; ``values`` its other fields; ``line`` where it stands."""

    kind: str
    things: tuple[str, ...]
    values: dict[str, Any]
    by: str
    date: str
    why: str
    line: int

    def told(self) -> str:
        """One line for people: who, when, why."""
        return f"{self.by}, {self.date}" + (f": {self.why}" if self.why else "")


@dataclass(frozen=True, slots=True)
class Corrections:
    """The judgements of a file, in its order. ``path`` is for messages."""

    entries: tuple[Correction, ...] = ()
    path: str = "corrections.yaml"
    _by_kind: dict[str, tuple[Correction, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> tuple[Correction, ...]:
        """The judgements of one kind."""
        if not self._by_kind:
            for each in KINDS:
                self._by_kind[each] = tuple(c for c in self.entries if c.kind == each)
        return self._by_kind[kind]


def load_corrections(path: str | Path) -> Corrections:
    """Reads and checks a file. Raises ``DataError`` that names every fault with its line, ``OSError`` if unreadable."""
    return read_corrections(Path(path).read_text(encoding="utf-8"), str(path))


def read_corrections(text: str, where: str = "corrections.yaml") -> Corrections:
    """The same from a text."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise DataError(f"{where}: broken YAML: {error}. Nothing was applied.") from error
    if root is None:
        return Corrections((), where)
    if not isinstance(root, yaml.SequenceNode):
        raise DataError(f"{where}, line 1: a list was expected: each correction begins with '- '. Nothing was applied.")
    faults: list[str] = []
    entries = []
    for node in root.value:
        line = node.start_mark.line + 1
        try:
            value = yaml.safe_load(yaml.serialize(node))
        except yaml.YAMLError as error:
            faults.append(f"line {line}: {error}")
            continue
        entry = _entry(value, line, faults)
        if entry:
            entries.append(entry)
    faults += _contradictions(entries)
    if faults:
        raise DataError(f"{where}: " + "; ".join(faults) + ". Nothing was applied.")
    return Corrections(tuple(entries), where)


def _entry(value: Any, line: int, faults: list[str]) -> Correction | None:
    """One entry, or None with what is wrong added to ``faults``."""

    def fault(what: str) -> None:
        faults.append(f"line {line}: {what}")

    before = len(faults)
    if not isinstance(value, dict):
        fault("a correction has fields such as 'same:', 'by:', 'date:', 'why:'")
        return None
    kinds = [k for k in KINDS if k in value]
    if "relation" in kinds or "event" in kinds:
        kinds = ["relation"] if "relation" in kinds else ["event"]
    elif len(kinds) > 1 and "type" in kinds:
        kinds.remove("type")  # "type:" may tell which thing another kind means
    if len(kinds) != 1:
        fault(
            f"exactly one of {', '.join(KINDS)} says what is judged" + (f", not {' and '.join(kinds)}" if kinds else "")
        )
        return None
    kind = kinds[0]
    unknown = sorted(str(k) for k in set(value) - _COMMON - _EXTRA[kind] - {kind})
    if unknown:
        fault(f"'{kind}' knows no field {', '.join(unknown)}; it may have {', '.join(sorted(_EXTRA[kind] | _COMMON))}")
    for name in ("by", "date"):
        if not str(value.get(name) or "").strip():
            fault(f"'{name}:' is missing: every correction says who made it and when")
    things = value[kind] if isinstance(value[kind], list) else [value[kind]]
    if not things or not all(isinstance(t, str) and t.strip() for t in things):
        fault(f"'{kind}:' needs names or IRIs")
    elif kind in ("same", "different") and len({squeeze(t) or t for t in things}) < 2 and len(set(things)) < 2:
        fault(f"'{kind}:' needs at least two different names or IRIs, as a list")
    _check_values(kind, value, fault)
    if len(faults) > before:
        return None
    values = {k: v for k, v in value.items() if k in _EXTRA[kind]}
    return Correction(
        kind, tuple(things), values, str(value["by"]), str(value["date"]), str(value.get("why") or ""), line
    )


def _check_values(kind: str, value: dict[str, Any], fault: Any) -> None:
    if kind in ("type", "name", "link") and not isinstance(value.get("is"), str):
        fault(f"'{kind}:' needs 'is:', what it should be")
    types = get_args(EntityType)
    for name in ("is", "was") if kind == "type" else ("type",):
        if value.get(name) is not None and value[name] not in types:
            fault(f"'{name}: {value[name]}' is no type; the types are {', '.join(types)}")
    if kind in ("relation", "event"):
        _check_claim(kind, value, fault)


def _check_claim(kind: str, value: dict[str, Any], fault: Any) -> None:
    """A relation or an event that is wrong or missing."""
    missing = value.get("is") == "missing"
    if value.get("is") not in ("wrong", "missing"):
        fault(f"'{kind}:' needs 'is: wrong' or 'is: missing'")
    if missing and not (isinstance(value.get("doc"), str) and isinstance(value.get("quote"), str)):
        fault(f"a missing {kind} needs 'doc:', the id of an article, and 'quote:', words of it that tell the {kind}")
    if kind == "relation":
        if value[kind] not in schema()["relations"]:
            fault(f"there is no relation '{value[kind]}'; the relations are {', '.join(schema()['relations'])}")
        if not all(isinstance(value.get(end), str) for end in ("subject", "object")):
            fault("'relation:' needs 'subject:' and 'object:', names or IRIs")
    elif missing:
        if value[kind] not in schema()["events"]:
            fault(f"there is no event '{value[kind]}'; the events are {', '.join(schema()['events'])}")
        elif not isinstance(value.get("roles"), dict) or not set(value["roles"]) <= set(roles_of(value[kind])):
            fault(
                f"a missing event needs 'roles:' (role: name or IRI); the roles are {', '.join(roles_of(value[kind]))}"
            )
        if value.get("status", "actual") not in schema()["statuses"]:
            fault(f"'status: {value['status']}' is no status; they are {', '.join(schema()['statuses'])}")


def _contradictions(entries: list[Correction]) -> list[str]:
    """Pairs of entries that cannot both hold, the chains of «same» followed through."""
    faults = []
    parent: dict[str, str] = {}

    def find(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    def key(correction: Correction, name: str) -> str:
        return f"{squeeze(name) or name} {correction.values.get('type', '')}"

    for entry in entries:
        if entry.kind == "same":
            for name in entry.things[1:]:
                parent[find(key(entry, name))] = find(key(entry, entry.things[0]))
    sames = [e for e in entries if e.kind == "same"]
    for entry in entries:
        if entry.kind != "different":
            continue
        for i, a in enumerate(entry.things):
            for b in entry.things[i + 1 :]:
                if find(key(entry, a)) == find(key(entry, b)):
                    lines = [e.line for e in sames if find(key(e, e.things[0])) == find(key(entry, a))]
                    faults.append(
                        f"line {entry.line}: says that '{a}' and '{b}' are different, and line"
                        f"{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))} that they are the same"
                    )
    for kind in ("type", "name", "link"):
        said: dict[str, Correction] = {}
        for entry in (e for e in entries if e.kind == kind):
            for name in entry.things:
                other = said.setdefault(key(entry, name), entry)
                if other.values["is"] != entry.values["is"]:
                    faults.append(
                        f"line {entry.line}: gives '{name}' the {kind} '{entry.values['is']}', and line {other.line} "
                        f"'{other.values['is']}'"
                    )
    return faults
