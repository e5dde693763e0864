"""Blocks of triples as Turtle text: prefixed names, one subject a block, everything in the order given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.graph.namespaces import PREFIXES, RDF, XSD

# A subject with its (predicate, object) pairs, all in N-Triples text (``kg.graph.terms``).
Block = tuple[str, list[tuple[str, str]]]

_LOCAL = re.compile(
    r"(?:[A-Za-z0-9_\u0621-\u064a]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9_\u0621-\u064a\u0660-\u0669-]|%[0-9A-Fa-f]{2})*"
)
_BARE = {f"^^<{XSD}integer>", f"^^<{XSD}decimal>", f"^^<{XSD}boolean>"}
_TYPE = f"<{RDF}type>"


def namespace(iri: str) -> str:
    """``iri`` up to its last slash or number sign."""
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


def shortener(prefixes: Mapping[str, str]) -> Callable[[str], str]:
    """A function from N-Triples text of a term to its shortest Turtle, remembering the IRIs it has seen."""
    names = {iri: prefix for prefix, iri in sorted(prefixes.items(), reverse=True)}
    seen: dict[str, str] = {_TYPE: "a"}

    def short(term: str) -> str:
        if term[0] == "<":
            found = seen.get(term)
            if found is None:
                space = namespace(term[1:-1])
                local = term[1 + len(space) : -1]
                known = space in names and _LOCAL.fullmatch(local) is not None
                found = seen[term] = f"{names[space]}:{local}" if known else term
            return found
        if term[-1] != ">":
            return term
        value, mark, datatype = term.rpartition("^^")
        if mark + datatype in _BARE:
            return value[1:-1]
        return f"{value}^^{short(datatype)}"

    return short


def prefix_lines(prefixes: Mapping[str, str]) -> str:
    """The ``@prefix`` lines, sorted."""
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(prefixes.items()))


def block_text(block: Block, short: Callable[[str], str], indent: str = "") -> str:
    """One subject: objects of one predicate stand on one line."""
    subject, pairs = block
    lines: list[str] = []
    last = ""
    for predicate, value in pairs:
        if predicate == last:
            lines[-1] += f" , {short(value)}"
        else:
            lines.append(f"{short(predicate)} {short(value)}")
            last = predicate
    joint = f" ;\n{indent}    "
    return f"{indent}{short(subject)} {joint.join(lines)} .\n"


def turtle(blocks: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    """A Turtle document in pieces. ``prefixes`` are added to the standing ones."""
    every = {**PREFIXES, **prefixes}
    short = shortener(every)
    yield prefix_lines(every)
    for block in blocks:
        if block[1]:
            yield "\n" + block_text(block, short)
