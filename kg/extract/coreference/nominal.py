"""Mentions without a name: «الحركة», «المدينة», «البلدان», «بلاده», «الأخير», «الأراضي الأفغانية»."""

from __future__ import annotations

from kg.extract.class_nouns import ClassNoun, class_noun, listed, nominals, pair_kind
from kg.extract.coreference.antecedent import is_preposition
from kg.extract.coreference.nodes import Graph
from kg.extract.coreference.people import home_of, last_people, subjects
from kg.extract.lexicon import is_definite, office_words
from kg.extract.office_lookahead import NONE, follows_person
from kg.text.clitics import proclitic_lengths
from kg.text.normalize import fold

_HEH = "\u0647"  # folded feminine ending
_AND = "\u0648"
_NOMINATIVE = "\u0627\u0646"  # of the dual, and of some plurals


def link_class_nouns(g: Graph) -> None:
    """«الحركة» -> the movement named last. Fills ``body_node`` for offices («المتحدث باسم الحركة») as well."""
    words = nominals()
    c = g.cover
    by_class: dict[str, list[int]] = {}
    by_subtype: dict[tuple[str, str], list[int]] = {}
    for n, node in enumerate(g.nodes):
        for klass in sorted(node.classes):
            if (words.classes[klass].type == "NamedEvent") == (node.type == "NamedEvent"):
                by_class.setdefault(klass, []).append(n)
        if node.subtype:
            by_subtype.setdefault((node.type, node.subtype), []).append(n)
    for token in g.doc.tokens:
        if token.kind != "word":
            continue
        noun = class_noun(token.norm)
        if noun is not None and c.name_of[token.index] >= 0:
            _link_inside(g, token.index, noun, by_class)
            continue
        if noun is None or not noun.definite or noun.number != "s" or not words.classes[noun.word].alone:
            continue
        found = _phrase_end(g, token.index, noun)
        if found is None:
            continue
        end, country = found
        start = token.offset(noun.start)
        meant, confidence = _antecedent(g, noun.word, start, country, by_class, by_subtype)
        if meant != NONE:
            g.mention(meant, start, end, "nominal", confidence, "class noun")
            g.body_node[token.index] = meant


def _link_inside(g: Graph, i: int, noun: ClassNoun, by_class: dict[str, list[int]]) -> None:
    """«{مجلس شورى الحركة}»: a name that ends with a class noun is that of a part of the thing the noun means."""
    c = g.cover
    n = c.name_of[i]
    if not noun.definite or noun.prefix or c.last[n] != i + 1 or c.last[n] - c.first[n] < 3:
        return
    if g.layers.names[n].type != "Organization" or nominals().classes[noun.word].type != "Organization":
        return
    token, part = g.doc.tokens[i], g.node_of[n]
    whole = g.nearest(token.start, [m for m in by_class.get(noun.word, []) if m != part])
    if whole != NONE:
        g.mention(whole, token.start, token.end, "nominal", 0.8, "class noun")
        g.tell("partOf", part, whole, None, False, token.start, 0.8, "part of the name")


def tell_parts(g: Graph) -> None:
    """«{اللجنة التنفيذية لمنظمة التحرير}»: a name that ends with the name of another body is that of a part of it."""
    c = g.cover
    whole: dict[str, int] = {}
    for n, name in enumerate(g.layers.names):
        if name.type == "Organization":
            whole.setdefault(fold(g.doc.text[name.start : name.end]), g.node_of[n])
    for n, name in enumerate(g.layers.names):
        if name.type != "Organization" or c.last[n] - c.first[n] < 3:
            continue
        for i in range(c.first[n] + 1, c.last[n]):
            token = c.token(i)
            for lead in proclitic_lengths(token.norm):
                start = token.offset(lead)
                node = whole.get(fold(g.doc.text[start : name.end]), g.node_of[n])
                if node != g.node_of[n] and (lead or class_noun(token.norm) is not None or class_noun(c.word(i - 1))):
                    g.tell("partOf", g.node_of[n], node, None, False, name.start, 0.75, "part of the name")


def _phrase_end(g: Graph, i: int, noun: ClassNoun) -> tuple[int, str] | None:
    """(end offset, gazetteer id of the country an adjective tells) of «المنظمة الدولية»; None where the word after the
    class noun makes it another thing («المجلس الأعلى») or it only introduces a name («الحركة {الشعبية}»)."""
    c = g.cover
    j = i + 1
    if j >= len(g.doc.tokens) or g.doc.tokens[j].sentence != g.doc.tokens[i].sentence:
        return c.token(i).end, ""
    name = c.name_at(j)
    if name is not None and not c.clitic(j, c.name_of[j]) and name.type == nominals().classes[noun.word].type:
        return None
    nation = c.nation_at(j)
    if nation is not None and nation.start == c.token(j).start:
        return nation.end, nation.country
    if c.word(j) in nominals().vague:
        return c.token(j).end, ""
    if c.word(j) in office_words().before_name and follows_person(c, j, g.doc.sentences[c.token(i).sentence].last) >= 0:
        return c.token(i).end, ""
    feminine = noun.word.endswith(_HEH), c.word(j).endswith(_HEH)
    if is_definite(c.word(j)) and c.name_of[j] < 0 and c.word(j) not in office_words().stop and feminine[0] == feminine[1]:
        return None  # an adjective of the other gender belongs to a noun before: «موقع الجماعة الرسمي»
    return c.token(i).end, ""


def _antecedent(
    g: Graph, word: str, start: int, country: str, by_class: dict[str, list[int]], by_subtype: dict[tuple[str, str], list[int]]
) -> tuple[int, float]:
    """(node, confidence) of the thing that «ال + word» at ``start`` means, (-1, 0) if none fits."""
    strong = by_class.get(word, [])
    if country:
        strong = [n for n in strong if g.nodes[n].country == country]
    node = g.nearest(start, strong)
    if node != NONE:
        return node, 0.85
    kind = nominals().classes[word]
    if kind.named:
        return NONE, 0.0
    fitting = [n for s in sorted(kind.subtypes) for n in by_subtype.get((kind.type, s), [])]
    fitting = [n for n in fitting if (kind.general or not g.nodes[n].classes) and (not country or g.nodes[n].country == country)]
    node = g.nearest(start, fitting)
    if node == NONE or kind.subtypes == {"Country"}:
        return NONE, 0.0
    return node, 0.7


def link_references(g: Graph) -> None:
    """Pairs, «بلاده», «الأخير», territories."""
    c = g.cover
    for token in g.doc.tokens:
        if token.kind != "word" or c.name_of[token.index] >= 0:
            continue
        kind = pair_kind(token.norm)
        if kind is not None:
            _link_pair(g, token.index, *kind)
            continue
        lead = listed(token.norm, "own_country")
        if lead is not None:
            _link_own_country(g, token.offset(lead), token.end)
            continue
        lead = listed(token.norm, "last")
        if lead is not None:
            _link_last(g, token.index, token.offset(lead), token.end)
            continue
        lead = listed(token.norm, "territory")
        if lead is not None:
            nation = c.nation_at(token.index + 1)
            if nation is not None and nation.country in g.country_node:
                g.mention(g.country_node[nation.country], token.offset(lead), nation.end, "nominal", 0.85, "territory")


def _link_pair(g: Graph, i: int, kind: str, lead: int) -> None:
    token = g.doc.tokens[i]
    if token.norm.endswith(_NOMINATIVE) and (
        token.norm[:lead] not in ("", _AND) or (i and is_preposition(g.doc.tokens[i - 1].norm))
    ):
        return  # «العديد من البلدان», «للبلدان» are many
    start = token.offset(lead)
    people = last_people(g, start, 2)
    chosen: list[int] = []
    if kind in ("persons", "countries"):
        homes = [home_of(g.nodes[n]) for n in people]
        clear = len(people) == 2 and all(homes) and homes[0] != homes[1]
        if kind == "persons" and clear:
            chosen = people
        elif kind == "countries":
            named = _last_of(g, start, "Place", "Country", 2)
            sentence = g.doc.sentence_of(start)
            near = [n for n in named if sentence and g.nodes[n].last_before(start) >= sentence.start]
            if len(near) == 2 or (not clear and len(named) == 2):
                chosen = named
            elif clear:
                chosen = [n for home in homes if (n := g.country(home)) != NONE]
    elif kind == "cities":
        chosen = _last_of(g, start, "Place", "City", 2)
    if len(set(chosen)) == 2:
        for n in sorted(chosen):
            g.mention(n, start, token.end, "nominal", 0.7, "pair")


def _last_of(g: Graph, offset: int, type_: str, subtype: str | None, count: int) -> list[int]:
    found = [
        (node.last_before(offset), n)
        for n, node in enumerate(g.nodes)
        if node.type == type_ and (subtype is None or node.subtype == subtype)
    ]
    return [n for place, n in sorted(found, reverse=True)[:count] if place != NONE]


def _link_own_country(g: Graph, start: int, end: int) -> None:
    """«بلاده»: the country of the person who is the subject of the sentence, else of the one spoken of last."""
    for n in (*subjects(g, start), *last_people(g, start, 2)):
        home = home_of(g.nodes[n])
        if home and (country := g.country(home)) != NONE:
            g.mention(country, start, end, "nominal", 0.75, "own country")
            return


def _link_last(g: Graph, i: int, start: int, end: int) -> None:
    """«الأخير» as a noun: not after a noun that it could qualify («الأسبوع الأخير»)."""
    c = g.cover
    before = c.word(i - 1) if i and c.token(i - 1).sentence == c.token(i).sentence else ""
    if is_definite(before) or before in nominals().last_refuses or (i and c.name_of[i - 1] >= 0):
        return
    people = last_people(g, start, 1)
    sentence = g.doc.sentences[c.token(i).sentence]
    if people and g.nodes[people[0]].last_before(start) >= sentence.start:
        g.mention(people[0], start, end, "nominal", 0.65, "the last one")
