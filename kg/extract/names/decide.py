"""From what a model proposes to the names of an article: the gazetteer, class nouns and the article itself decide too."""

from __future__ import annotations

from typing import cast

from kg.annotations import Name
from kg.extract.names import boundary, nouns, repeat, world
from kg.extract.names.confidence import calibrated
from kg.extract.names.draft import Article, Draft, drafts_of
from kg.extract.names.tags import TokenSpan
from kg.record import EntityType
from kg.text.document import Document
from kg.world.gazetteer import annotate


def decide(doc: Document, proposed: list[TokenSpan], chance: list[float], rule: str) -> list[Name]:
    """The names of ``doc``, sorted, none overlapping another.

    ``chance``, for each token, is how likely the model holds it to be part of a name; empty if the model does not say.
    """
    found, nations = annotate(doc)
    article = Article(doc, chance, found, nations)
    drafts = drafts_of(article, proposed, rule)
    drafts = boundary.mend(article, drafts)
    drafts = world.merge(article, drafts)
    drafts = boundary.take_in(article, drafts)
    drafts = nouns.national_bodies(article, drafts)
    drafts = repeat.split_people(article, drafts)
    nouns.tell(article, drafts)
    repeat.one_type(article, drafts)
    drafts = repeat.found_again(article, drafts)
    return [_name(d) for d in apart(drafts)]


def apart(drafts: list[Draft]) -> list[Draft]:
    """Sorted by place; of two that overlap the longer stays, of equal ones the surer."""
    kept: list[Draft] = []
    for d in sorted(drafts, key=lambda d: (d.start - d.end, -d.confidence, d.start, d.type)):
        if all(d.end <= k.start or k.end <= d.start for k in kept):
            kept.append(d)
    return sorted(kept, key=lambda d: d.start)


def _name(d: Draft) -> Name:
    sure = round(calibrated(d.confidence, d.rule), 3)
    return Name(d.start, d.end, cast(EntityType, d.type), d.subtype, sure, d.rule, d.world, d.ambiguous)
