"""One expression, as `kg time` takes it: its value, or "none" where it is no time at all."""

from __future__ import annotations

from kg.extract.time.find import expression, is_weak, judge, nodes, parse_day
from kg.extract.time.grammar import Node, Parser
from kg.extract.time.lattice import Lattice
from kg.extract.time.lexicon import context_words
from kg.extract.time.meaning import Context, value
from kg.extract.time.separate import separated
from kg.text.document import Document, Sentence, analyse

NO_TIME = "none"


def resolve_expression(text: str, published: str | None = None) -> str | None:
    """The EDTF value of a time expression; ``NO_TIME`` where it tells no time (a name, a verb, an age, a count), None
    where it tells one that cannot be resolved. ``published`` is an ISO date or None."""
    doc = analyse("expression", text, published=published)
    if not doc.sentences:
        return NO_TIME
    reference = parse_day(published)
    whole = _whole(doc)
    if whole is not None:
        period = value(whole, Context(reference))
        return period.text if period else None
    tokens, sentences = separated(doc)
    found = [
        expression(tokens, node, sentence, Context(reference))
        for sentence in sentences
        for node in nodes(text, tokens, sentence)
    ]
    if not found:
        return NO_TIME
    return max(found, key=lambda t: (t.value is not None, t.end - t.start, -t.start)).value


def _whole(doc: Document) -> Node | None:
    """The reading of the whole text, less words round it that change nothing; None where there is none."""
    tokens, _ = separated(doc)
    last = len(tokens)
    sentence = Sentence(0, 0, last, 0, len(doc.text), 0)
    parser = Parser(Lattice(doc.text, tokens, last))
    around = context_words()["around"]
    while last and (tokens[last - 1].kind == "punct" and tokens[last - 1].norm not in ")]"):
        last -= 1
    for i, token in enumerate(tokens[:last]):
        for node in (*parser.match("expression", i), *parser.match("impossible", i)):
            if node.end == last:
                return node if judge(tokens, node, sentence) >= (0 if is_weak(node) else 1) else None
        if token.kind != "punct" and token.norm not in around:
            return None
    return None
