"""Speed and memory of a build, beside camel-tools' tokenizer on the same text.

  python tests/benchmark.py                               the sample articles of seeds/
  python tests/benchmark.py FOLDER-or-JSONL … --articles 1000
  python tests/benchmark.py … --stages                    seconds of each stage of extraction on one core

Absolute figures differ from machine to machine; the last column is the ratio to ``simple_word_tokenize`` in the same
run.
"""

from __future__ import annotations

import argparse
import itertools
import platform
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

CHILD = """
import resource, sys, time
from kg.pipeline import build
from kg.report import Run
run = Run()
begin = time.perf_counter()
build([sys.argv[1]], sys.argv[2], jobs=int(sys.argv[3]), run=run)
seconds = time.perf_counter() - begin
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(seconds, own // 1024, workers // 1024, *(f"{k}={v:.2f}" for k, v in run.stages.items()), sep="\\t")
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["seeds"])
    parser.add_argument("--articles", type=int, default=0, help="the first N articles only")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--stages", action="store_true")
    args = parser.parse_args()
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}", end="; ")
    print(", ".join(f"{p} {version(p)}" for p in ("kg", "camel-tools", "rdflib", "pyoxigraph")))
    for path in args.paths:
        _measure(path, args.articles, args.jobs, args.stages)
    return 0


def _measure(path: str, limit: int, jobs: int, stages: bool) -> None:
    from camel_tools.tokenizers.word import simple_word_tokenize

    from kg.read import Problem, read_paths

    problems: list[Problem] = []
    articles = list(itertools.islice(read_paths([path], problems), limit or None))
    words = sum(len(a.text.split()) for a in articles)
    begin = time.perf_counter()
    for a in articles:
        simple_word_tokenize(a.text)
    tokenizer = time.perf_counter() - begin
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        _write(source, articles)
        out = subprocess.run(
            [sys.executable, "-c", CHILD, str(source), str(Path(folder) / "out"), str(jobs)],
            capture_output=True, text=True, check=True,
        ).stdout.strip().split("\t")  # fmt: skip
    seconds = float(out[0])
    print(
        f"{path}: {len(articles)} articles, {words} words | build {seconds:.1f} s, {len(articles) / seconds:.0f} articles/s,"
        f" {words / seconds:.0f} words/s with {jobs} jobs | peak {out[1]} MB, a worker {out[2]} MB |"
        f" {seconds / tokenizer:.1f} x the tokenizer ({tokenizer:.2f} s)"
    )
    print("   " + "  ".join(out[3:]))
    if stages:
        _stages(articles)


def _write(path: Path, articles: list) -> None:  # type: ignore[type-arg]
    import json

    with open(path, "w", encoding="utf-8") as out:
        for a in articles:
            row = {k: getattr(a, k) for k in ("id", "title", "published", "source", "url", "text")}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _stages(articles: list) -> None:  # type: ignore[type-arg]
    from kg.annotations import Layers
    from kg.extract.coreference import link_entities
    from kg.extract.events import find_events
    from kg.extract.names import find_names
    from kg.extract.quantities import find_quantities
    from kg.extract.relations import find_relations
    from kg.extract.time import find_times
    from kg.text.document import analyse
    from kg.world.gazetteer import nationalities

    used: dict[str, float] = {}
    tokens = 0

    def timed(name, function, *arguments):  # type: ignore[no-untyped-def]
        begin = time.perf_counter()
        result = function(*arguments)
        used[name] = used.get(name, 0.0) + time.perf_counter() - begin
        return result

    for a in articles:
        doc = timed("text", lambda a=a: analyse(a.id, a.text, published=a.published, skip=a.skip))
        tokens += len(doc.tokens)
        layers = Layers(
            timed("names", find_names, doc), timed("times", find_times, doc),
            timed("quantities", find_quantities, doc), timed("nationalities", nationalities, doc),
        )  # fmt: skip
        entities = timed("coreference", link_entities, doc, layers)
        timed("relations", find_relations, doc, layers, entities)
        timed("events", find_events, doc, layers, entities)
    for name, seconds in used.items():
        print(f"   {name:14} {seconds:7.2f} s {tokens / seconds:12,.0f} tokens/s")
    print(f"   peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    sys.exit(main())
