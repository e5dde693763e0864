"""The whole story: articles -> records -> knowledge -> graph and exports."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.record import Record, decode, encode, read_jsonl, sha256, unresolved
from kg.report import Run, write_report

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from kg.read import Article

RECORDS = "records.jsonl"
CORRECTIONS = "corrections.yaml"
BATCH = 32  # articles handed to a worker at once


def extract_article(article: Article, names: str = "embedded") -> Record:
    """The record of an article as read; its furniture is found here, in the worker, and not by the reader."""
    from kg.extract import extract

    return extract(
        article.text,
        id=article.id,
        title=article.title,
        published=article.published,
        source=article.source,
        url=article.url,
        names=names,
    )


def _extract_batch(batch: list[Article], names: str) -> list[bytes | tuple[str, str]]:
    """Encoded records, or (path, reason) where an article could not be extracted. Runs in a worker."""
    out: list[bytes | tuple[str, str]] = []
    for article in batch:
        try:
            out.append(encode(extract_article(article, names)))
        except Exception as error:  # one article must not end a build: it is named in the report
            out.append((f"{article.path} ({article.id})", f"{type(error).__name__}: {error}"))
    return out


def extract_all(
    articles: Iterable[Article],
    run: Run,
    *,
    jobs: int = 1,
    names: str = "embedded",
    known: dict[str, bytes] | None = None,
    made_by: str = "",
) -> Iterator[Record]:
    """Records of ``articles`` in their order, with ``jobs`` processes. ``known`` maps a fingerprint of an article
    (made with the recipe ``made_by``) to the encoded record of an earlier build, which is taken as it is."""
    from kg.read import Problem

    known = known or {}

    def failed(path: str, reason: str) -> None:
        run.problems.append(Problem(path, "", f"extraction failed: {reason}", "Please report it with the article."))

    def take(result: bytes | tuple[str, str]) -> Iterator[Record]:
        if isinstance(result, tuple):
            failed(*result)
        else:
            yield decode(result)

    done = 0
    for batch, results in _run_batches(_batches(articles, BATCH), jobs, names, known, made_by, run):
        for result in results:
            yield from take(result)
        done += len(batch)
        run.progress("extract", done)


def _batches(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _run_batches(
    batches: Iterator[list[Article]], jobs: int, names: str, known: dict[str, bytes], made_by: str, run: Run
) -> Iterator[tuple[list[Article], list[bytes | tuple[str, str]]]]:
    """(batch, results) in order. What is known is not done again."""

    def split(batch: list[Article]) -> tuple[list[Article], dict[int, bytes]]:
        old = {i: known[f] for i, a in enumerate(batch) if known and (f := fingerprint(a, made_by)) in known}
        return [a for i, a in enumerate(batch) if i not in old], old

    def join(batch: list[Article], new: list[bytes | tuple[str, str]], old: dict[int, bytes]) -> list[Any]:
        fresh = iter(new)
        run.reused += len(old)
        return [old[i] if i in old else next(fresh) for i in range(len(batch))]

    if jobs <= 1:
        for batch in batches:
            todo, old = split(batch)
            yield batch, join(batch, _extract_batch(todo, names), old)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn" if sys.platform == "darwin" else "fork")) as pool:
        waiting: deque[tuple[list[Article], dict[int, bytes], Future[list[bytes | tuple[str, str]]]]] = deque()
        for batch in batches:
            todo, old = split(batch)
            waiting.append((batch, old, pool.submit(_extract_batch, todo, names)))
            if len(waiting) > 2 * jobs:
                first, kept, future = waiting.popleft()
                yield first, join(first, future.result(), kept)
        while waiting:
            first, kept, future = waiting.popleft()
            yield first, join(first, future.result(), kept)


def fingerprint(article: Article, recipe: str) -> str:
    """What a record depends on: the article with all its metadata, and the ``recipe`` of extraction."""
    parts = (article.id, article.title, article.published, article.source, article.url, article.text)
    return sha256(f"{recipe}\x00{parts!r}")


def record_fingerprint(record: Record, recipe: str) -> str:
    """The fingerprint of the article that ``record`` was made from."""
    d = record.doc
    return sha256(f"{recipe}\x00{(d.id, d.title, d.published, d.source, d.url, d.text)!r}")


def recipe(names: str, worlds: Sequence[str] = ()) -> str:
    """A digest of everything in the program that records depend on: its code, data and models, the name backend, and
    the user's own names. A build into an old folder takes over only records of the same recipe."""
    package = Path(__file__).parent
    digest = hashlib.sha256(names.encode())
    files = [p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    for path in (*sorted(files), *(Path(w) for w in worlds)):
        digest.update(f"\x00{path.name}\x00".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(
    paths: Sequence[str],
    out: str | os.PathLike[str],
    *,
    jobs: int = 1,
    corrections: str | os.PathLike[str] | None = None,
    names: str = "embedded",
    base: str | None = None,
    worlds: Sequence[str] = (),
    run: Run | None = None,
) -> Knowledge:
    """Everything: reads ``paths``, extracts, resolves, and writes all that ``kg build`` promises into the folder
    ``out``. ``worlds`` are the user's own files of names, loaded by the caller. Records of an earlier build into it are taken over for articles that have not changed. Returns the
    knowledge; ``run`` is filled for the report. Raises ``kg.lang.DataError`` for broken corrections."""
    from kg.read import read_paths

    run = run or Run()
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    with run.stage("read and extract"):
        made_by = recipe(names, worlds)
        known = _known(folder, made_by)
        run.recipe = made_by
        records = list(
            extract_all(
                read_paths(paths, run.problems, furniture=False),
                run,
                jobs=jobs,
                names=names,
                known=known,
                made_by=made_by,
            )
        )
    records.sort(key=lambda r: r.doc.id)
    if not records and (folder / RECORDS).exists():
        raise FileNotFoundError(
            errno.ENOENT, "no article could be read, so the graph that is here was left as it is", str(folder)
        )
    return finish(records, folder, corrections=corrections, base=base, run=run)


def _known(folder: Path, made_by: str) -> dict[str, bytes]:
    """Records of an earlier build by the same recipe, less what resolution added, by fingerprint. What does not read is
    no loss: it is made again."""
    try:
        if json.loads((folder / "report.json").read_text(encoding="utf-8"))["recipe"] != made_by:
            return {}
        return {record_fingerprint(r, made_by): encode(unresolved(r)) for r in read_jsonl(str(folder / RECORDS))}
    except (ValueError, OSError, KeyError):
        return {}


def finish(
    records: list[Record],
    folder: Path,
    *,
    corrections: str | os.PathLike[str] | None = None,
    base: str | None = None,
    run: Run | None = None,
) -> Knowledge:
    """From records to everything in ``folder``: resolution, graph, exports, store, report."""
    from kg import resolve
    from kg.export import FILE_NAMES, write
    from kg.graph.store import build_store

    run = run or Run()
    run.words = sum(len(r.doc.text.split()) for r in records)
    with run.stage("resolve"):
        knowledge = resolve.resolve(records, _corrections(folder, corrections), base or resolve.DEFAULT_BASE)
    with run.stage("records"):
        _write_records(resolve.annotate(records, knowledge), folder / RECORDS)
    for name in OUTPUTS:
        with run.stage(f"write {FILE_NAMES[name]}"):
            write(name, knowledge, folder / FILE_NAMES[name])
    with run.stage("store"):
        build_store(folder / "graph.trig", folder / "store")
    run.warnings.extend(knowledge.warnings)
    write_report(knowledge, records, run, folder)
    return knowledge


# the formats that a build writes, in the order of writing
OUTPUTS = ("ttl", "trig", "html", "gexf", "graphml", "neo4j")


def _corrections(folder: Path, given: str | os.PathLike[str] | None) -> Any:
    from kg.resolve.corrections import load_corrections

    path = Path(given) if given is not None else folder / CORRECTIONS
    if given is None and not path.exists():
        return None
    return load_corrections(path)


def _write_records(records: Iterable[Record], path: Path) -> None:
    from kg.export.atomic import replacing

    with replacing(path) as temporary, open(temporary, "wb") as out:
        for record in records:
            out.write(encode(record))


def open_knowledge(folder: str | os.PathLike[str]) -> Knowledge:
    """The knowledge of a folder that ``kg build`` made: its records resolved again, with its corrections. Raises
    ``FileNotFoundError`` saying what to do where there are no records."""
    from kg import resolve

    path = Path(folder) / RECORDS
    if not path.exists():
        raise FileNotFoundError(f"{path} does not exist: make it with  kg build ARTICLES -o {folder}")
    records = [unresolved(r) for r in read_jsonl(str(path))]
    return resolve.resolve(records, _corrections(Path(folder), None), _base(Path(folder)) or resolve.DEFAULT_BASE)


def _base(folder: Path) -> str | None:
    """The IRI base that the build of ``folder`` used, as its report tells."""
    try:
        return str(json.loads((folder / "report.json").read_text(encoding="utf-8"))["base"])
    except (OSError, ValueError, KeyError):
        return None
