"""The words behind a claim, looked up in the articles."""

from __future__ import annotations

from kg.knowledge import Article, EventTelling, Happening, Knowledge, Quote


class Texts:
    """The articles of a knowledge, by doc id."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.articles: dict[str, Article] = {article.doc.id: article for article in knowledge.articles}

    def words(self, quote: Quote) -> str:
        """The quoted words exactly as they stand; "" where the article is not there."""
        return self.slice(quote.doc, quote.start, quote.end)

    def sentence(self, quote: Quote) -> str:
        """The sentence around the quoted words."""
        return self.slice(quote.doc, quote.sentence_start, quote.sentence_end)

    def slice(self, doc: str, start: int, end: int) -> str:
        """``text[start:end]`` of article ``doc``; "" where it is not there."""
        article = self.articles.get(doc)
        return article.doc.text[start:end] if article else ""

    def content(self, telling: EventTelling) -> str:
        """What a statement reports, in its own words; "" for other events."""
        return self.slice(telling.doc, telling.content.start, telling.content.end) if telling.content else ""

    def published(self, doc: str) -> str:
        """The day of publication, told or inferred; "" where unknown."""
        article = self.articles.get(doc)
        return (article.doc.published or article.inferred_published or "") if article else ""


def fillers(event: Happening, role: str) -> list[str]:
    """The uris of the things in ``role``."""
    return [filler.thing for filler in event.roles if filler.role == role]


def best_telling(event: Happening) -> EventTelling | None:
    """The telling that stands for the event: of the event's own type and status, the surest, the first."""
    return min(
        event.tellings,
        key=lambda telling: (
            telling.type != event.type,
            telling.status != event.status,
            -telling.confidence,
            telling.doc,
            telling.trigger,
        ),
        default=None,
    )
