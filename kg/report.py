"""The report of a build: what came in, what was skipped and why, what came out, and how long each stage took."""

from __future__ import annotations

import json
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kg.knowledge import Knowledge
from kg.read.article import Problem, printable
from kg.record import Record
from kg.schema import label

LOW_CONFIDENCE = 0.5
MOST_SEEN = 20


@dataclass
class Run:
    """What a build met and did, for the report. ``stages`` are seconds by stage, in order; ``recipe`` as in kg.pipeline."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    stages: dict[str, float] = field(default_factory=dict)
    reused: int = 0
    words: int = 0
    recipe: str = ""
    progress: Callable[[str, int], None] = lambda stage, done: None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds the time of its block to a stage."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - begin


def report(knowledge: Knowledge, records: Sequence[Record], run: Run) -> dict[str, Any]:
    """The report as plain data. Everything but ``timings`` and ``versions`` depends on the input alone."""
    skipped = [p for p in run.problems if p.skipped]
    low = Counter(
        kind
        for kind, items in (("things", knowledge.things), ("facts", knowledge.facts), ("events", knowledge.events))
        for item in items
        if item.confidence < LOW_CONFIDENCE
    )
    return {
        "base": knowledge.base,
        "recipe": run.recipe,
        "articles": len(records),
        "words": run.words,
        "dated": sum(r.doc.published is not None for r in records),
        "without_arabic": sum(r.doc.language != "ar" for r in records),
        "copies": sum(a.copy_of is not None for a in knowledge.articles),
        "skipped": len(skipped),
        "problems": [
            {
                "path": printable(p.path),
                "place": p.place,
                "reason": p.reason,
                "advice": p.advice,
                "skipped": p.skipped,
            }
            for p in run.problems
        ],
        "warnings": sorted(run.warnings),
        "found": counts(knowledge),
        "low_confidence": {kind: low[kind] for kind in ("things", "facts", "events")},
        "disagreements": sum(bool(e.disagreements) for e in knowledge.events),
        "told_by_several": sum(e.sources > 1 for e in knowledge.events),
        "most_seen": [
            {"name": t.name, "type": t.type, "mentions": len(t.mentions), "uri": t.uri}
            for t in sorted(knowledge.things, key=lambda t: (-len(t.mentions), t.uri))[:MOST_SEEN]
        ],
        "timings": {stage: round(seconds, 3) for stage, seconds in run.stages.items()},
        "reused": run.reused,
        "versions": environment(),
    }


def write_report(knowledge: Knowledge, records: Sequence[Record], run: Run, folder: Path) -> dict[str, Any]:
    """Writes ``report.json`` and ``report.md`` into ``folder``."""
    from kg.export.atomic import replacing

    data = report(knowledge, records, run)
    with replacing(folder / "report.json") as path:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    with replacing(folder / "report.md") as path:
        path.write_text(_markdown(data), encoding="utf-8")
    return data


def _markdown(data: dict[str, Any]) -> str:
    found = data["found"]
    lines = [
        "# Report",
        "",
        f"{data['articles']} articles, {data['words']} words; {data['dated']} with a date, {data['copies']} near-copies"
        f" of another; {data['skipped']} inputs skipped.",
        "",
        "| | |",
        "| --- | --- |",
    ]
    for section, name in (("entity_types", "things"), ("relations", "facts"), ("events", "events")):
        lines += [f"| {label(section, k, 'en')} ({label(section, k, 'ar')}) | {n} |" for k, n in found[name].items()]
    lines += ["", "Status of events: " + ", ".join(f"{k} {n}" for k, n in found["status"].items()) + "."]
    lines += [
        f"Events told by several independent articles: {data['told_by_several']}; with disagreements:"
        f" {data['disagreements']}.",
        "",
    ]
    if data["problems"]:
        lines += ["## Skipped or mended", ""]
        lines += [
            f"- {_plain(p['path'])}{', ' + p['place'] if p['place'] else ''}: {_plain(p['reason'])}. {_plain(p['advice'])}"
            for p in data["problems"]
        ]
        lines.append("")
    if data["warnings"]:
        lines += ["## Warnings", "", *(f"- {_plain(w)}" for w in data["warnings"]), ""]
    lines += ["## Most seen", "", "| name | type | mentions |", "| --- | --- | --- |"]
    lines += [f"| {_plain(t['name'])} | {t['type']} | {t['mentions']} |" for t in data["most_seen"]]
    lines += ["", "## Seconds by stage", "", "| stage | seconds |", "| --- | --- |"]
    lines += [f"| {stage} | {seconds} |" for stage, seconds in data["timings"].items()]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Text that cannot break out of a line or a table cell of Markdown."""
    return printable(text).replace("|", "\\|").replace("<", "&lt;")


def environment() -> dict[str, str]:
    """Versions of what the result depends on."""
    packages = ("kg", "camel-tools", "rdflib", "networkx", "pyvis", "pyoxigraph", "msgspec")
    return {"python": platform.python_version(), **{p: version(p) for p in packages}}


def counts(knowledge: Knowledge) -> dict[str, dict[str, int]]:
    """How many things, facts and events of each kind."""
    return {
        "things": dict(sorted(Counter(t.type for t in knowledge.things).items())),
        "facts": dict(sorted(Counter(f.type for f in knowledge.facts).items())),
        "events": dict(sorted(Counter(e.type for e in knowledge.events).items())),
        "status": dict(sorted(Counter(e.status for e in knowledge.events).items())),
    }
