"""The pairs that the resolver leaves open, as questions to people, and their answers as corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.record import Record
from kg.resolve.compare import table
from kg.resolve.corrections import Corrections, read_corrections
from kg.resolve.entities import Node
from kg.resolve.iris import DEFAULT_BASE, thing_iri
from kg.resolve.quotes import Quoter
from kg.resolve.resolver import grouping_of

_EXAMPLES = 2  # sentences shown of each side


@dataclass(frozen=True, slots=True)
class Side:
    """One of two names: its spelling, its IRI alone, how often it is mentioned, and sentences with it."""

    name: str
    iri: str
    mentions: int
    ambiguous: bool
    examples: tuple[str, ...]

    def reference(self) -> str:
        """How a correction names it: by name, by IRI where another thing has the name too."""
        return self.iri if self.ambiguous else self.name


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two one thing?"""

    type: str
    left: Side
    right: Side
    score: float
    reasons: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The question as people read it."""
        yield f"{self.left.name}  =?=  {self.right.name}   ({self.type}, {self.score:.2f}: {'; '.join(self.reasons)})"
        for side in (self.left, self.right):
            yield f"   {side.name} × {side.mentions}"
            yield from (f"     {example}" for example in side.examples)


def questions(records: Sequence[Record], corrections: Corrections, base: str = DEFAULT_BASE) -> list[Question]:
    """Open pairs, the least sure (nearest to the middle between same and different) first, then the most mentioned."""
    ordered = sorted(records, key=lambda r: r.doc.id)
    grouping = grouping_of(ordered, corrections, base)
    names: dict[tuple[str, str], int] = {}
    for node in grouping.nodes:
        names[node.type, node.name] = names.get((node.type, node.name), 0) + 1
    _, same, different, _ = table()
    middle = (same + different) / 2

    def weight(node: Node) -> int:
        return len(node.locals)

    pairs = sorted(
        grouping.unsure,
        key=lambda p: (
            round(abs(p.score - middle), 1),
            -min(weight(grouping.nodes[p.left]), weight(grouping.nodes[p.right])),
            p.left,
            p.right,
        ),
    )
    sides: dict[int, Side] = {}

    def side(i: int) -> Side:
        if i not in sides:
            node = grouping.nodes[i]
            sides[i] = Side(
                node.name,
                thing_iri(base, node.type, node.key, node.sense),
                weight(node),
                names[node.type, node.name] > 1,
                tuple(_examples(node, ordered)),
            )
        return sides[i]

    return [Question(grouping.nodes[p.left].type, side(p.left), side(p.right), p.score, p.reasons) for p in pairs]


def _examples(node: Node, records: Sequence[Record]) -> Iterator[str]:
    for one in node.locals[:_EXAMPLES]:
        record = records[one.doc]
        for mention in one.entity.mentions[:1]:
            quote = Quoter(record).quote(mention.start, mention.end)
            sentence = " ".join(record.doc.text[quote.sentence_start : quote.sentence_end].split())
            yield f"«{sentence}» ({record.doc.source or record.doc.id}, {record.doc.published or 'undated'})"


def append(path: Path, answer: str, question: Question, by: str, date: str) -> None:
    """Adds a judgement to a corrections file (made if it is not there). Comments and order of the file stay.

    Raises ``DataError``, and writes nothing, where the file would contradict itself.
    """
    import yaml

    entry = {
        answer: [question.left.reference(), question.right.reference()],
        "type": question.type,
        "by": by,
        "date": date,
        "why": "decided in kg review",
    }
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if text and not text.endswith("\n"):
        text += "\n"
    text += yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=1000)
    read_corrections(text, str(path))
    temporary = path.with_name(path.name + ".part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
