"""The gazetteer beside the model: an entry gives a draft its type and id, widens it, or stands alone."""

from __future__ import annotations

from kg.annotations import Name
from kg.extract.names.draft import Article, Draft

# Chance of being a name, by the model, from which an entry stands alone: an ambiguous one, any other.
HALF_SEEN, SUSPECTED = 0.3, 0.03


def merge(article: Article, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` with what the gazetteer knows of them, and the names that it alone finds."""
    covered = article.cover(drafts)
    kept: list[Draft | None] = list(drafts)
    added: list[Draft] = []
    for name in article.world:
        tokens = article.doc.tokens_in(name.start, name.end)
        if not tokens:
            continue
        first, last = tokens[0].index, tokens[-1].index + 1
        numbers = sorted({covered[i] for i in range(first, last) if covered[i] >= 0})
        inner = [d for n in numbers if (d := kept[n]) is not None]
        if not numbers:
            if _seen(article, first, last, HALF_SEEN if name.ambiguous else SUSPECTED):
                added.append(_named(name, first, last))
        elif len(inner) == 1 and (inner[0].first, inner[0].last) == (first, last):
            _identify(inner[0], name)
        elif last - first > 1 and not name.ambiguous and all(first <= d.first and d.last <= last for d in inner):
            for n in numbers:
                kept[n] = None
            added.append(_named(name, first, last))
    return [d for d in kept if d is not None] + added


def _seen(article: Article, first: int, last: int, least: float) -> bool:
    return max(article.chance[first:last], default=1.0) >= least


def _identify(d: Draft, name: Name) -> None:
    if d.type != name.type and name.ambiguous:
        return
    d.start, d.end = name.start, name.end
    d.type, d.subtype, d.world, d.ambiguous = name.type, name.subtype, name.world, name.ambiguous
    d.confidence = max(d.confidence, name.confidence)
    d.rule = f"{d.rule}+{name.rule}"


def _named(name: Name, first: int, last: int) -> Draft:
    return Draft(
        name.start,
        name.end,
        first,
        last,
        name.type,
        name.confidence,
        name.rule,
        name.subtype,
        name.world,
        name.ambiguous,
    )
