"""One sentence (or a few) with everything found in it, and the rule, list or model that found it.

kg try "التقى وزير الدفاع الأمريكي لويد أوستن نظيره الإسرائيلي يوآف غالانت أمس" --published 2024-03-27
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from kg.commands.shared import add_names, add_world, load_worlds

if TYPE_CHECKING:
    from kg.record import Record


class _HasSpan(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="Arabic text")
    parser.add_argument("--published", metavar="DATE", help="date of publication, as 2024-03-27")
    add_names(parser)
    add_world(parser)


def run(args: argparse.Namespace) -> int:
    import datetime

    from kg.cli import UsageError
    from kg.extract import extract

    load_worlds(args)
    if args.published is not None:
        try:
            datetime.date.fromisoformat(args.published)
        except ValueError as error:
            raise UsageError(f"'{args.published}' is no date; write it as 2024-03-27") from error
    record = extract(args.text, published=args.published, names=args.names)
    for line in _lines(record):
        print(line)
    return 0


def _lines(record: Record) -> Iterator[str]:
    text = record.doc.text
    names = {e.id: e.name for e in record.entities}

    def quote(span: _HasSpan) -> str:
        return f"«{text[span.start : span.end]}» {span.start}–{span.end}"

    yield "entities"
    for e in record.entities:
        yield f"  {e.id} {e.type}{'/' + e.subtype if e.subtype else ''} {e.name}  ({e.confidence:.2f})"
        for m in e.mentions:
            yield f"      {m.kind} {quote(m)}  by {m.rule or '?'}"
    yield "relations"
    for r in record.relations:
        title = f" [{r.title}]" if r.title else ""
        former = " (former)" if r.former else ""
        yield f"  {names[r.subject]} —{r.type}{title}{former}→ {names[r.object]}  by {r.rule or '?'} ({r.confidence:.2f})"
    yield "events"
    for v in record.events:
        said = f", said in {v.said_in}" if v.said_in else ""
        yield f"  {v.id} {v.type} {v.status}{said} {quote(v.trigger)}  by {v.rule} ({v.confidence:.2f})"
        for role in v.roles:
            yield f"      {role.role}: {names[role.entity]}"
        if v.time:
            yield f"      time: {v.time.value or 'unresolved'} {quote(v.time)}"
        if v.count:
            yield f"      count: {v.count.value} {quote(v.count)}"
        if v.content:
            yield f"      content{' (direct)' if v.content.direct else ''}: {quote(v.content)}"
