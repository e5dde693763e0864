"""From a name as a person types it to the things of the graph that bear it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kg.graph.namespaces import KG, PREFIXES
from kg.text.normalize import fold

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

_EXACT = "SELECT DISTINCT ?x { VALUES ?key { %s } ?x kg:key ?key ; a kg:%s }"
_ALL = "SELECT ?x ?key { ?x kg:key ?key ; a kg:%s }"


def find_things(store: Store, name: str, of: str = "", prefixes: dict[str, str] | None = None) -> list[NamedNode]:
    """The things called ``name``, sorted by IRI; ``of`` narrows to a class of ours (``Person``).

    ``name`` may be an IRI or ``person:austin``. Tried in turn, the first that finds something wins: the whole name
    folded; all its words in a name; each of its words a known spelling of a word in a name. Empty where none fits.
    """
    from pyoxigraph import Literal, NamedNode

    wanted = name.strip()
    prefix, colon, local = wanted.partition(":")
    if wanted.startswith(("http://", "https://")):
        return [NamedNode(wanted)]
    if colon and prefix in (prefixes or {}) and " " not in local:
        return [NamedNode((prefixes or {})[prefix] + local)]
    of = of or "Thing"
    folded = " ".join(fold(wanted).split())
    found = _ask(store, _EXACT % (Literal(folded), of))
    if found or not folded:
        return found
    rows = [(solution["x"], solution["key"].value.split()) for solution in _query(store, _ALL % of)]
    wanted_words = folded.split()
    plain = _matching(rows, wanted_words, lambda a, words: a in words)
    if plain:
        return plain
    from kg.resolve.spelling import is_variant  # heavy, and needed for a spelling that no article has only

    close: dict[tuple[str, str], bool] = {}

    def is_close(a: str, words: Iterable[str]) -> bool:
        for b in words:
            if (a, b) not in close:
                close[a, b] = a == b or (abs(len(a) - len(b)) <= 2 and is_variant(a, b))
            if close[a, b]:
                return True
        return False

    whole = [(node, words) for node, words in rows if len(words) == len(wanted_words)]
    return _matching(whole, wanted_words, is_close) or _matching(rows, wanted_words, is_close)


def _matching(
    rows: list[tuple[NamedNode, list[str]]], wanted: list[str], fits: Callable[[str, Iterable[str]], bool]
) -> list[NamedNode]:
    nodes = {node for node, words in rows if all(fits(word, words) for word in wanted)}
    return sorted(nodes, key=lambda node: node.value)


def _query(store: Store, text: str) -> Iterable[dict[str, NamedNode]]:
    return store.query(text, prefixes={"kg": KG, "rdf": PREFIXES["rdf"]})  # type: ignore[return-value]


def _ask(store: Store, text: str) -> list[NamedNode]:
    return sorted((solution["x"] for solution in _query(store, text)), key=lambda node: node.value)
