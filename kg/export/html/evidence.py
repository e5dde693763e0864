"""The quotations of the page: every telling with its sentence, read by ``app/quotes.js`` when first asked for.

A sentence is stored once, with the names in it. Offsets are UTF-16 units into the sentence, as a browser counts.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from kg.export.plain import one_line
from kg.knowledge import EventTelling, Fact, Happening, Knowledge

# A quotation may run over sentences; the excerpt grows with it, but not to a whole speech.
_LONGEST = 900


def evidence(part: Knowledge) -> dict[str, Any]:
    """Articles, sentences, and for each event, fact and thing of ``part`` what is told of it."""
    excerpts = _Excerpts(part)
    event_number = {event.uri: index for index, event in enumerate(part.events)}
    return {
        "articles": [
            [
                one_line(article.doc.id), one_line(article.doc.title or ""),
                article.doc.published or article.inferred_published or "", one_line(article.doc.source or ""),
                article.doc.url if (article.doc.url or "").startswith(("https://", "http://")) else "",
                int(article.copy_of is not None),
            ]
            for article in part.articles
        ],
        "events": [[_telling(telling, excerpts) for telling in event.tellings] for event in part.events],
        "facts": [_fact(fact, excerpts, event_number) for fact in part.facts],
        "saidIn": {
            index: said
            for index, event in enumerate(part.events)
            if (said := [event_number[uri] for uri in event.said_in if uri in event_number])
        },
        "disagreements": {
            index: _disagreements(event, excerpts) for index, event in enumerate(part.events) if event.disagreements
        },
        "mentions": [
            sorted({excerpts.article_number[quote.doc] for quote in thing.mentions if quote.doc in excerpts.article_number})
            for thing in part.things
        ],
        "sentences": excerpts.sentences,
    }  # fmt: skip


class _Excerpts:
    """Gives each stretch of an article that is quoted a number."""

    def __init__(self, part: Knowledge) -> None:
        self.texts = {article.doc.id: article.doc.text for article in part.articles}
        self.article_number = {article.doc.id: index for index, article in enumerate(part.articles)}
        self.sentences: list[list[Any]] = []
        self._number: dict[tuple[str, int, int], int] = {}
        self._names: dict[str, list[tuple[int, int, int]]] = {}
        for index, thing in enumerate(part.things):
            for quote in thing.mentions:
                self._names.setdefault(quote.doc, []).append((quote.start, quote.end, index))
        for names in self._names.values():
            names.sort()

    def of(self, doc: str, start: int, end: int) -> int:
        """The number of the excerpt ``start:end``; -1 where the article is not there."""
        key = (doc, start, end)
        if key not in self._number:
            if doc not in self.texts:
                return -1
            self._number[key] = len(self.sentences)
            text = self.texts[doc][start:end]
            self.sentences.append([self.article_number[doc], text, self._marks(doc, start, end, text)])
        return self._number[key]

    def _marks(self, doc: str, start: int, end: int, text: str) -> list[list[int]]:
        names = self._names.get(doc, [])
        found: list[list[int]] = []
        for name_start, name_end, thing in names[bisect_left(names, (start, 0, 0)) :]:
            if name_start >= end:
                break
            left, right = units(text, name_start - start), units(text, name_end - start)
            # Of names inside each other the first, which is the longer outer one or stands before it, is marked.
            if name_end <= end and (not found or found[-1][1] <= left):
                found.append([left, right, thing])
        return found


def units(text: str, offset: int) -> int:
    """Code points ``offset`` into ``text`` as UTF-16 units."""
    return offset + sum(char > "\uffff" for char in text[:offset])


def _telling(telling: EventTelling, excerpts: _Excerpts) -> list[Any]:
    """[sentence, trigger start, end, content start, end, direct, type, status, date, count, confidence, rule]; content
    -1, -1 where there is none."""
    quote, content = telling.quote, telling.content
    start, end = quote.sentence_start, quote.sentence_end
    if content:
        start, end = min(start, content.start), max(end, min(content.end, start + _LONGEST))
    sentence = excerpts.of(telling.doc, start, end)
    text = excerpts.texts.get(telling.doc, "")[start:end]

    def place(offset: int) -> int:
        return units(text, min(max(offset - start, 0), end - start))

    return [
        sentence, place(telling.trigger[0]), place(telling.trigger[1]), place(content.start) if content else -1,
        place(content.end) if content else -1, int(content.direct) if content else 0, telling.type, telling.status,
        (telling.time.value if telling.time else None) or 0, telling.count.value if telling.count else 0,
        telling.confidence, telling.rule,
    ]  # fmt: skip


def _fact(fact: Fact, excerpts: _Excerpts, event_number: dict[str, int]) -> list[list[Any]]:
    """For each telling [sentence, start, end, the statement that tells it or -1, confidence, rule]."""
    told = []
    for telling in fact.tellings:
        quote = telling.quote
        text = excerpts.texts.get(quote.doc, "")[quote.sentence_start : quote.sentence_end]
        told.append(
            [
                excerpts.of(quote.doc, quote.sentence_start, quote.sentence_end),
                units(text, max(quote.start - quote.sentence_start, 0)),
                units(text, max(quote.end - quote.sentence_start, 0)),
                event_number.get(telling.said_in or "", -1), telling.confidence, telling.rule,
            ]
        )  # fmt: skip
    return told


def _disagreements(event: Happening, excerpts: _Excerpts) -> list[Any]:
    return [
        [
            item.aspect,
            [
                [one_line(value), [excerpts.article_number[doc] for doc in docs if doc in excerpts.article_number]]
                for value, docs in item.values
            ],
            one_line(item.chosen),
            one_line(item.why),
        ]
        for item in event.disagreements
    ]
