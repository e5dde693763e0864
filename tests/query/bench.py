"""Times of the store and of rdflib on one large graph, made of many copies of the graph of a build.

    python tests/query/bench.py exports/ --quads 1000000 [--rdflib] [--seconds 10]

Each copy has things, events and articles of its own; names bear the number of the copy. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType
from typing import Any

import msgspec

from kg.graph.namespaces import PREFIXES
from kg.graph.rdf import WRITERS
from kg.graph.statements import Statements
from kg.graph.store import prefixes_of
from kg.knowledge import Knowledge
from kg.pipeline import open_knowledge
from kg.query.bind import bind
from kg.query.library import library
from kg.query.lookup import find_things
from kg.query.run import Source, Table


def copy(knowledge: Knowledge, number: int) -> Knowledge:
    """The same under other addresses and names."""
    base = f"{knowledge.base}c{number}/"
    text = msgspec.json.encode(knowledge).decode().replace(knowledge.base, base)
    made = msgspec.json.decode(text, type=Knowledge)
    things = tuple(
        msgspec.structs.replace(t, name=f"{t.name} {number}", names=(), name_en=None, links=()) for t in made.things
    )
    return msgspec.structs.replace(made, things=things)


def timed(work: Any) -> tuple[float, Any]:
    began = time.perf_counter()
    found = work()
    return time.perf_counter() - began, found


class TooLong(Exception):
    pass


def alarm(signum: int, frame: FrameType | None) -> None:
    raise TooLong


def parameters(knowledge: Knowledge) -> dict[str, dict[str, str]]:
    """Values for the queries that need some: two people of the first copy who meet others."""
    people = [t.uri for t in knowledge.things if t.type == "Person"]
    busy = sorted(people, key=lambda uri: -sum(uri in {r.thing for r in e.roles} for e in knowledge.events))
    return {"networks/path": {"from": busy[0], "to": busy[1]}, "networks/around": {"thing": busy[0]}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--seconds", type=int, default=10, help="rdflib gets so long for a query")
    parser.add_argument("--only", default="", help="only queries whose name has this")
    args = parser.parse_args()
    import pyoxigraph

    knowledge = open_knowledge(args.folder)
    first = copy(knowledge, 1)
    each = sum(1 for piece in WRITERS["nq"](Statements(first)) for _ in piece.splitlines()) - 1650
    copies = max(args.quads // each, 1)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "big.nq")
        made = [copy(knowledge, number) for number in range(1, copies + 1)]

        def write() -> int:
            with open(path, "w", encoding="utf-8") as out:
                for one in made:
                    out.writelines(WRITERS["nq"](Statements(one)))
            return sum(1 for _ in open(path, "rb"))

        seconds, lines = timed(write)
        print(
            f"{platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {copies} copies"
        )
        print(f"write N-Quads: {lines:,} lines, {lines / seconds:,.0f}/s")
        for format in ("ttl", "trig"):
            seconds, _ = timed(
                lambda f=format: sum(p.count("\n") for one in made[:10] for p in WRITERS[f](Statements(one)))
            )
            quads = each * min(len(made), 10)
            print(f"write {format}: {quads / seconds:,.0f} quads/s")
        store = pyoxigraph.Store(str(Path(place, "store")))
        seconds, _ = timed(
            lambda: (store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS), store.optimize())
        )
        print(f"build the store: {len(store):,} quads, {len(store) / seconds:,.0f}/s")
        trig = Path(place, "one.trig")
        trig.write_text("".join(WRITERS["trig"](Statements(first))), "utf-8")
        source = Source(store, prefixes_of(trig))
        given = parameters(first)
        bound = {}
        for query in library().values():
            lookup = lambda name, of: [n.value for n in find_things(store, name, of, source.prefixes)]  # noqa: E731
            bound[query.name] = bind(query, given.get(query.name, {}), lookup)
        own = {}
        for name, text in bound.items():
            if args.only in name:
                best = min(timed(lambda t=text: source.run(t))[0] for _ in range(2))
                answer = source.run(text)
                own[name] = (best, len(answer.rows) if isinstance(answer, Table) else -1)
                if not args.rdflib:
                    print(f"{name:32} {best * 1000:9.1f} ms {own[name][1]:9}", flush=True)
        if args.rdflib:
            compare(path, bound, own, source.prefixes, args.seconds)


def compare(
    path: Path, bound: dict[str, str], own: dict[str, tuple[float, int]], prefixes: dict[str, str], limit: int
) -> None:
    import rdflib

    dataset = rdflib.Dataset()
    seconds, _ = timed(lambda: dataset.parse(path, format="nquads"))
    print(
        f"rdflib reads it in {seconds:.0f} s\n\n| query | rows | store, ms | rdflib, ms | times |\n| --- | --- | --- | --- | --- |"
    )
    signal.signal(signal.SIGALRM, alarm)
    for name, (best, rows) in own.items():
        signal.alarm(limit)
        try:
            took, _ = timed(lambda t=bound[name]: list(dataset.query(t, initNs={**PREFIXES, **prefixes})))
            shown, factor = f"{took * 1000:,.0f}", f"{took / best:,.0f}"
        except TooLong:
            shown, factor = f"> {limit * 1000:,}", f"> {limit / best:,.0f}"
        except Exception as error:
            shown, factor = f"fails ({type(error).__name__})", ""
        finally:
            signal.alarm(0)
        print(f"| {name} | {'triples' if rows < 0 else rows} | {best * 1000:.1f} | {shown} | {factor} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
