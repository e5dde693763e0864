"""Where a name begins and ends: class nouns, titles and nationalities that the model took in are left outside again."""

from __future__ import annotations

from kg.extract.names.draft import Article, Draft
from kg.world.class_nouns import class_nouns_of


def mend(article: Article, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` with their edges mended."""
    places = {(n.start, n.end) for n in article.world}
    return [d for d in drafts if _mended(article, d, places)]


def _mended(article: Article, d: Draft, world: set[tuple[int, int]]) -> bool:
    tokens = article.doc.tokens
    while d.last - d.first > 1 and tokens[d.last - 1].kind == "punct" and tokens[d.last - 1].text not in _CLOSING:
        d.last -= 1
        d.end = tokens[d.last - 1].end
    if d.type == "Person" and not d.world:
        while d.last - d.first > 1 and d.first in article.nation_at and article.nation_at[d.first].definite:
            _begin(article, d, d.first + 1)
        if d.last - d.first > 2 and d.last - 1 in article.nation_at and article.nation_at[d.last - 1].definite:
            d.last -= 1
            d.end = tokens[d.last - 1].end
    if d.last - d.first > 1 and not d.world:
        rest = (tokens[d.first + 1].start, d.end)
        outside = any(not n.inside and n.type == d.type for _, n in class_nouns_of(tokens[d.first].norm))
        if outside and rest in world:
            _begin(article, d, d.first + 1)
    return d.end > d.start


_CLOSING = frozenset("\"'»”›)]")


def _begin(article: Article, d: Draft, first: int) -> None:
    d.first = first
    d.start = article.doc.tokens[first].start
