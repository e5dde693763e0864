"""Words and numbers that an article runs together («15مارس», «عام2015») taken apart, so that the grammar reads both."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.text.document import Document, Sentence, Token

# letters without the tatweel, which only lengthens an era («1445هـ»)
_LETTER = "[\u0621-\u063f\u0641-\u064a]"
_TOGETHER = re.compile(rf"{_LETTER}{{3}}\d|\d{_LETTER}{{2}}")
_PIECES = re.compile(r"\d+|\D+")


def separated(doc: Document) -> tuple[list[Token], list[Sentence]]:
    """Tokens and sentences of ``doc``, tokens of letters and digits split where they meet. Offsets are the text's."""
    if not _TOGETHER.search(doc.text):
        return doc.tokens, doc.sentences
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for sentence in doc.sentences:
        first = len(tokens)
        for token in doc.tokens[sentence.first : sentence.last]:
            if token.kind == "word" and _TOGETHER.search(token.text):
                tokens.extend(_split(token, len(tokens)))
            else:
                tokens.append(replace(token, index=len(tokens)))
        sentences.append(replace(sentence, first=first, last=len(tokens)))
    return tokens, sentences


def _split(token: Token, index: int) -> list[Token]:
    pieces: list[Token] = []
    place = 0
    for piece in _PIECES.findall(token.norm):
        start, end = token.offset(place), token.offset(place + len(piece))
        kind = "number" if piece.isdigit() else "word"
        text = token.text[start - token.start : end - token.start]
        pieces.append(replace(token, index=index + len(pieces), start=start, end=end, text=text, norm=piece, kind=kind))
        place += len(piece)
    return pieces
