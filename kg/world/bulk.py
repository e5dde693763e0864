"""Lists of millions of names in one SQLite file, looked up word by word: what ``kg world import`` writes and ``--world`` reads.

Such lists are not read by a person, so they are believed less than ours: a name of one word counts only after a class noun
of its kind, a person's name of one word never.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from kg.text.clitics import proclitic_lengths
from kg.text.normalize import fold
from kg.world.dump import Listed, Passed
from kg.world.source import tokens

MAGIC = b"SQLite format 3\x00"
_VERSION = 1
_BATCH = 20_000
_LONGEST = 12
_SCHEMA = """
CREATE TABLE entry (number INTEGER PRIMARY KEY, id TEXT UNIQUE, type TEXT, subtype TEXT, name TEXT, en TEXT, country TEXT,
    aliases TEXT);
CREATE TABLE name (words TEXT, entry INTEGER, weak INTEGER, PRIMARY KEY (words, entry)) WITHOUT ROWID;
CREATE TABLE first (word TEXT PRIMARY KEY, longest INTEGER) WITHOUT ROWID;
"""


def write(
    listed: Iterable[Listed | Passed], out: str, progress: Callable[[int], None] | None = None
) -> tuple[int, Counter[str], list[Passed]]:
    """Writes the entries to ``out``. Memory does not grow with their number.

    Returns how many were written, how many were passed over by kind of reason, and the first of each kind. Of entries with
    one id the first counts. ``out`` appears only when it is whole.
    """
    partial = Path(f"{out}.partial")
    partial.unlink(missing_ok=True)
    written, passed, examples = 0, Counter[str](), list[Passed]()
    db = sqlite3.connect(partial)
    try:
        db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version={_VERSION};" + _SCHEMA)
        for item in listed:
            if isinstance(item, Listed):
                problem = _add(db, item, written + 1)
                if problem is None:
                    written += 1
                    if progress is not None and written % _BATCH == 0:
                        progress(written)
                    continue
                item = Passed(item.id, problem, problem)
            if not passed[item.kind]:
                examples.append(item)
            passed[item.kind] += 1
        db.execute(
            "INSERT INTO first SELECT CASE instr(words, ' ') WHEN 0 THEN words ELSE substr(words, 1, instr(words, ' ') - 1)"
            " END AS word, max(length(words) - length(replace(words, ' ', '')) + 1) FROM name GROUP BY word ORDER BY word"
        )
        db.commit()
    finally:
        db.close()
    os.replace(partial, out)
    return written, passed, examples


def _add(db: sqlite3.Connection, item: Listed, number: int) -> str | None:
    """Adds one entry; the reason if it cannot be used."""
    keys = [k for k in (_words(n) for n in item.names) if 0 < len(k) <= _LONGEST and (len(k) > 1 or len(k[0]) > 2)]
    if item.type == "Person":
        keys = [k for k in keys if len(k) > 1]
    if not keys:
        return "no usable name"
    row = (number, item.id, item.type, item.subtype, item.names[0], item.en, item.country, "|".join(item.names[1:]))
    if db.execute("INSERT OR IGNORE INTO entry VALUES (?,?,?,?,?,?,?,?)", row).rowcount == 0:
        return "id given twice"
    db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", [(" ".join(k), number, len(k) == 1) for k in keys])
    return None


def _words(name: str) -> tuple[str, ...]:
    """Folded tokens; names of letters and blanks alone need no tokenizer."""
    parts = name.split()
    return tuple(fold(p) for p in parts) if all(p.isalpha() for p in parts) else tokens(name)


class Bulk:
    """A file that ``write`` made, open for reading in each process that uses it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection: tuple[int, sqlite3.Connection] | None = None
        version = self._db().execute("PRAGMA user_version").fetchone()[0]
        if version != _VERSION:
            raise ValueError(f"{path}: not a list that kg world import wrote (version {version}); import it again")
        self.longest = lru_cache(maxsize=1 << 17)(self._longest)

    def _db(self) -> sqlite3.Connection:
        """A connection of this process: one must not cross a fork."""
        if self._connection is None or self._connection[0] != os.getpid():
            uri = f"{Path(self.path).resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = (os.getpid(), sqlite3.connect(uri, uri=True, check_same_thread=False))
        return self._connection[1]

    def _longest(self, word: str) -> int:
        """How many words the longest name has that begins with the folded ``word``; 0 if none does."""
        row = self._db().execute("SELECT longest FROM first WHERE word = ?", (word,)).fetchone()
        return row[0] if row else 0

    def found(
        self, words: list[str], i: int, last: int, article: str, fused: Iterable[str]
    ) -> Iterator[tuple[int, int, str]]:
        """(length in words, letters of particles, name) of every name that begins in ``words[i]`` and ends before ``last``."""
        norm = words[i]
        for k in proclitic_lengths(norm):
            first = article + norm[k:] if norm[:k] in fused else norm[k:]
            for length in range(min(self.longest(first), last - i), 0, -1):
                name = " ".join((first, *words[i + 1 : i + length]))
                if self._db().execute("SELECT 1 FROM name WHERE words = ?", (name,)).fetchone():
                    yield length, k, name

    def named(self, words: str) -> list[tuple[int, bool]]:
        """(number, weak) of the entries with the name of these folded words."""
        return self._db().execute("SELECT entry, weak FROM name WHERE words = ? ORDER BY entry", (words,)).fetchall()

    def entry(self, number: int) -> tuple[str, str, str, str, str, str, str]:
        """id, type, subtype, name, en, country, aliases (parted by |)."""
        query = "SELECT id, type, subtype, name, en, country, aliases FROM entry WHERE number = ?"
        row: tuple[str, str, str, str, str, str, str] = self._db().execute(query, (number,)).fetchone()
        return row
