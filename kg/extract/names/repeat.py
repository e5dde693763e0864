"""What one place of an article tells of another: one type for one name, short forms after long ones, names that were
seen once and missed later, two people run together."""

from __future__ import annotations

from collections import Counter, defaultdict

from kg.extract.names.draft import Article, Draft
from kg.extract.names.lexicon import lexicon
from kg.extract.names.network import network
from kg.extract.names.words import compared

WORLD_VOTE = 2.0  # what an entry that is not ambiguous weighs against the model's confidences
TOLD_VOTE = 1.0  # and a class noun beside the name
SEEN = 0.08  # chance of being a name, by the model, from which a name seen elsewhere is taken again
COMMON, COMMON_SEEN = 12_000, 0.05  # rank of a common word; chance from which one is taken for a family name
SURE = 0.6  # confidence from which a name found once is looked for elsewhere
_GIVEN = "g"


def one_type(article: Article, drafts: list[Draft]) -> None:
    """The same words bear one type throughout, but where a class noun beside them tells another."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for d in drafts:
        own = WORLD_VOTE if d.world and not d.ambiguous else TOLD_VOTE if d.told else 0.0
        votes[article.key(d)][d.type] += d.confidence + own
    long_forms: dict[str, set[str]] = defaultdict(set)
    for d in drafts:
        if d.type == "Person" and d.last - d.first > 1:
            long_forms[article.words(d)[-1]].add(article.key(d))
    for d in drafts:
        held = votes[article.key(d)]
        best = max(sorted(held), key=lambda t: held[t])
        if d.last - d.first == 1 and not d.world and not d.told and long_forms.get(article.key(d)):
            best = "Person"  # the family name of somebody named in full
        if d.type != best and not d.told:
            d.type, d.subtype, d.world = best, None, ""


def split_people(article: Article, drafts: list[Draft]) -> list[Draft]:
    """Two people run together («التقى فلان فلانا») become two where both are known apart in the article."""
    alone: Counter[str] = Counter()
    for d in drafts:
        if d.type == "Person":
            words = article.words(d)
            alone[words[-1]] += 1
            if len(words) > 1:
                alone[" ".join(words)] += 1
    whole = Counter(article.key(d) for d in drafts if d.type == "Person")
    known = lexicon()
    found: list[Draft] = []
    for d in drafts:
        words = article.words(d)
        cut = 0
        if d.type == "Person" and len(words) > 1 and not d.world and whole[article.key(d)] == 1:
            for k in range(1, len(words)):
                right = " ".join(words[k:])
                own = 1 if k == len(words) - 1 else 0
                given = _GIVEN in known.get(compared(words[k - 1]), "")
                if alone[words[k - 1]] > 0 and alone[right] > own and not (k == 1 and given):
                    cut = k
                    break
        if not cut:
            found.append(d)
            continue
        left = article.draft(d.first, d.first + cut, "Person", d.confidence, d.rule, d.start)
        found += [left, article.draft(d.first + cut, d.last, "Person", d.confidence, d.rule)]
    return found


def found_again(article: Article, drafts: list[Draft]) -> list[Draft]:
    """``drafts`` and the places where a name of theirs stands that the model passed over: whole names of several words;
    the family name of a person named in full; single words that the model at least suspects."""
    tokens = article.doc.tokens
    taken = [n >= 0 for n in article.cover(drafts)]
    singles: dict[str, Draft] = {}
    rows: dict[str, list[tuple[list[str], Draft]]] = defaultdict(list)
    family: dict[str, Draft] = {}
    for d in sorted(drafts, key=lambda d: -d.confidence):
        words = article.words(d)
        if d.confidence < SURE or len(words[-1]) < 3:
            continue
        if len(words) == 1:
            singles.setdefault(words[0], d)
            continue
        rows[words[0]].append((words, d))
        if d.type == "Person":
            family.setdefault(words[-1], d)
    ends = {d.last: d for d in drafts if not d.world}
    found: list[Draft] = []
    i = 0
    while i < len(tokens):
        seen = None if taken[i] or tokens[i].kind != "word" else _again(article, i, taken, rows, family, singles)
        if seen is None:
            i += 1
            continue
        before = ends.get(i)
        if before and seen.type == before.type == "Person" and seen.start == tokens[i].start:
            before.last, before.end = seen.last, seen.end  # the rest of a name that the model cut short
        else:
            found.append(seen)
        i = seen.last
    return drafts + found


def _again(
    article: Article,
    i: int,
    taken: list[bool],
    rows: dict[str, list[tuple[list[str], Draft]]],
    family: dict[str, Draft],
    singles: dict[str, Draft],
) -> Draft | None:
    tokens = article.doc.tokens
    token = tokens[i]
    end = article.doc.sentences[token.sentence].last
    for split in token.splits:
        if split.suffix:
            continue
        word = token.norm[split.start :]
        start = token.offset(split.start)
        for words, source in rows.get(word, ()):
            last = i + len(words)
            if last <= end and [t.norm for t in tokens[i + 1 : last]] == words[1:] and not any(taken[i:last]):
                return _copy(article, source, i, last, start, 0.9)
        chance = article.chance[i] if article.chance else 1.0
        if word in family and len(word) > 3 and chance >= (COMMON_SEEN if _common(word) else 0.0):
            return _copy(article, family[word], i, i + 1, start, 0.85)
        if word in singles and chance >= SEEN:
            return _copy(article, singles[word], i, i + 1, start, 0.8)
    return None


def _common(word: str) -> bool:
    """Is it a common word: a name that is one is found again only where the model suspects it?"""
    return 0 < network().numbers.get(compared(word), 0) <= COMMON


def _copy(article: Article, source: Draft, first: int, last: int, start: int, trust: float) -> Draft:
    d = article.draft(first, last, source.type, source.confidence * trust, "seen-elsewhere", start)
    if last - first == source.last - source.first:
        d.subtype, d.world, d.ambiguous = source.subtype, source.world, source.ambiguous
    return d
