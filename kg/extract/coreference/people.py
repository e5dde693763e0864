"""Offices and the people who hold them: positions, offices that stand alone, «نظيره», «الوزيران»."""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import replace

from kg.extract.coreference.antecedent import is_subject
from kg.extract.coreference.names import title_group
from kg.extract.coreference.nodes import Graph, Held, Node
from kg.extract.lexicon import bare_title, is_definite, office_words
from kg.extract.office_grammar import Office
from kg.extract.office_lookahead import NONE
from kg.extract.offices import is_address
from kg.text.normalize import fold

_AND = "\u0648"


def give_offices(g: Graph) -> None:
    """Puts every office that stands beside a name on its person, and tells the positions and nationalities."""
    for k, office in enumerate(g.offices):
        if office.pronoun and office.head in office_words().heads and office_words().heads[office.head].suffix:
            g.offices[k] = _counterpart(g, office, g.offices[:k])
    _share_countries(g)
    known: set[tuple[int, str, bool, str, int, int]] = set()
    for office in g.offices:
        if office.name != NONE:
            person = g.nodes[g.node_of[office.name]]
            held = _held(g, office)
            key = (g.node_of[office.name], office.title, office.former, held.country, held.body, held.place)
            if key not in known:
                known.add(key)
                person.held.append(held)
    for n, phrase in enumerate(g.around):
        if phrase.nation != NONE and g.layers.names[n].type == "Person":
            nation = g.layers.nationalities[phrase.nation]
            number = g.node_of[n]
            g.tell("nationality", number, g.country(nation.country), None, False, nation.start, 0.85, "nationality")
            g.nodes[number].country = g.nodes[number].country or nation.country
    _tell_positions(g)
    _tell_places(g)


def _tell_places(g: Graph) -> None:
    """«ولاية زابل الأفغانية», «مطار بلاكبوش البريطاني»: a place with the adjective of its country."""
    for n, phrase in enumerate(g.around):
        name = g.layers.names[n]
        if phrase.nation == NONE or name.type == "Person":
            continue
        nation = g.layers.nationalities[phrase.nation]
        country = g.country(nation.country)
        if name.type == "Place" and country != g.node_of[n] and name.subtype not in ("Country", "Continent"):
            relation = "locatedIn" if name.subtype == "Facility" else "partOf"
            g.tell(relation, g.node_of[n], country, None, False, nation.start, 0.85, "nationality of a place")


def _share_countries(g: Graph) -> None:
    """«رئيس الوزراء الإسرائيلي {فلان} ووزير الخارجية {فلان}»: the second office is of the same country."""
    c = g.cover
    for k in range(1, len(g.offices)):
        before, here = g.offices[k - 1], g.offices[k]
        if before.name == NONE or here.name == NONE or here.countries or not is_state_office(here) or here.number != "s":
            continue
        end = max(before.last, c.last[before.name])
        written = c.word(here.first)[: here.start - c.token(here.first).start]
        if before.countries and here.first == end and written == _AND and max(here.organization, here.place, here.body) < 0:
            g.offices[k] = replace(here, countries=before.countries[:1])


def _counterpart(g: Graph, office: Office, before: list[Office]) -> Office:
    """«نظيره الإسرائيلي» holds the office last spoken of in the sentence that is of another country."""
    sentence = g.doc.sentence_of(office.start)
    for other in reversed(before):
        if sentence is None or other.start < sentence.start:
            break
        if other.title and not (other.countries and other.countries == office.countries) and other.number == "s":
            return replace(office, head=other.head, title=other.title)
    return replace(office, title="")


def _held(g: Graph, office: Office) -> Held:
    body = g.node_of[office.organization] if office.organization != NONE else g.body_node.get(office.body, NONE)
    place = g.node_of[office.place] if office.place != NONE else NONE
    country = office.countries[0] if office.countries else ""
    if not country and place != NONE:
        country = g.nodes[place].country
    if not country:
        country = g.country_ids.get(office_words().bound.get(bare_title(office.title), ""), "")
    if body != NONE and g.nodes[body].type == "Place":
        body, place = NONE, body
    return Held(office, country, body, place)


def _tell_positions(g: Graph) -> None:
    words = office_words()
    home: str | None = None
    for number, node in enumerate(g.nodes):
        if node.type != "Person":
            continue
        for held in node.held:
            office = held.office
            kind = words.heads.get(office.head)
            object_ = held.body if held.body != NONE else held.place
            confidence = office.confidence
            if office.pronoun and object_ == NONE and not held.country:
                object_, confidence = _body_before(g, office), 0.6
            if object_ == NONE and is_address(office):
                if held.country and is_definite(fold(office.title)):
                    g.tell("nationality", number, g.country(held.country), None, False, office.start, 0.8, "profession")
                continue
            if object_ == NONE and held.country:
                object_ = g.country(held.country)
            if object_ == NONE and is_state_office(office):
                known = next((h.country for h in node.held if h.country), node.country)
                if not known and not any(bare_title(h.office.title) in words.bound for h in node.held):
                    home = _own_country(g) if home is None else home
                    known, confidence = home, 0.65
                    if _held_by_another(g, number, office, known):
                        known = ""
                object_ = g.country(known) if known else NONE
            if object_ == NONE:
                continue
            if held.country and not node.country:
                node.country = held.country
            node.country = node.country or g.nodes[object_].country
            relation = kind.makes if kind is not None else "position"
            title = office.title if relation == "position" and office.title else None
            if relation == "position" and title is None:
                continue
            if relation != "position" and g.nodes[object_].type != "Organization":
                continue
            g.tell(relation, number, object_, title, office.former, office.start, confidence, "office")


def _body_before(g: Graph, office: Office) -> int:
    """«الحزب وزعيمه سامر»: the body or country named last before an office with a pronoun, in its sentence."""
    sentence = g.doc.sentence_of(office.start)
    nodes = [n for n, node in enumerate(g.nodes) if node.type == "Organization" or node.subtype == "Country"]
    nearest = g.nearest(office.start, nodes)
    if nearest == NONE or sentence is None or g.nodes[nearest].last_before(office.start) < sentence.start:
        return NONE
    return nearest


def _held_by_another(g: Graph, person: int, office: Office, country: str) -> bool:
    """Does the article name someone else who holds this office in ``country``? A king counts as its president."""
    words = office_words()
    first = bare_title(office.title) in words.first_offices
    for n, node in enumerate(g.nodes):
        if n == person or node.type != "Person":
            continue
        for held in node.held:
            bare = bare_title(held.office.title)
            if held.country != country or held.office.former or office.former:
                continue
            if title_group(bare) == title_group(office.title) or (first and bare in words.first_offices):
                return True
    return False


def is_state_office(office: Office) -> bool:
    """Is it an office of a state, so that without a country the article's own is meant?"""
    words = office_words()
    if office.pronoun:
        return False
    bare = bare_title(office.title)
    kind = words.heads.get(office.head)
    return (bare in words.state_titles and not office.accusative) or (kind is not None and kind.state and (len(bare.split()) > 1 or kind.leader))


_BODY_TELLS, _ADJECTIVE_TELLS = 3, 2  # «الحكومة الألمانية» and «… الألمانية» tell more of the article's country than a name


def _own_country(g: Graph) -> str:
    """The country that the article is about: the one whose bodies, adjectives and names prevail, "" if none does."""
    told: Counter[str] = Counter()
    others = {k for o in g.offices if o.name != NONE for k in range(o.first, o.last)}
    for nation in g.layers.nationalities:
        i = g.doc.token_at(nation.start)
        if i not in others and g.cover.word(i - 1) not in office_words().language_words:
            told[nation.country] += _BODY_TELLS if g.cover.name_of[i] >= 0 else _ADJECTIVE_TELLS
    for country, n in g.country_node.items():
        told[country] += len(g.nodes[n].names)
    if not told:
        return ""
    words = office_words()
    at_home = [t.index for t in g.doc.tokens if t.norm in words.home_words and g.cover.name_of[t.index] < 0]
    for i in at_home:
        if i in g.body_node:  # «المملكة» that means a country named before
            return g.nodes[g.body_node[i]].country
    (best, count), *rest = sorted(told.items(), key=lambda item: (-item[1], item[0]))
    if at_home and not any(g.country_ids.get(name) == best for name in words.home_countries):
        return ""  # the outlet's own country is meant, and it is not named
    return best if not rest or count >= 2 * rest[0][1] else ""


def _title_fit(g: Graph, wanted: Held, held: Held) -> float:
    """How well an office that stands alone agrees with one that a person holds: 0 not at all."""
    a, b = wanted.office, held.office
    words = office_words().heads
    if wanted.country and held.country and wanted.country != held.country:
        return 0.0
    if wanted.body != NONE and held.body != NONE and wanted.body != held.body:
        return 0.0
    if (a.former != b.former and (a.former or wanted.body != NONE)) or (a.new and not b.new):
        return 0.0
    anchored = bool(wanted.country and wanted.country == held.country) or (wanted.body != NONE and wanted.body == held.body)
    anchored = anchored or (wanted.place != NONE and wanted.place == held.place)
    if title_group(a.title) == title_group(b.title) and a.title:
        if wanted.body == NONE and held.body != NONE and is_state_office(a):
            # «الرئيس» is rather that of the state than that of a body, «رئيس الجمهورية» always
            return 0.5 if len(a.title.split()) == 1 else 0.0
        return 0.9 if anchored else 0.7
    mine, theirs = set(bare_title(a.title).split()), set(bare_title(b.title).split())
    if a.head == b.head and (mine <= theirs or theirs <= mine):
        return 0.75 if anchored else 0.6
    leaders = a.head in words and b.head in words and words[a.head].leader and words[b.head].leader
    if leaders and wanted.body != NONE and wanted.body == held.body and len(mine) == 1:
        return 0.55
    return 0.0


def link_lone_offices(g: Graph) -> None:
    """Offices that stand alone become nominal mentions of the person of this article who holds them."""
    people = [n for n, node in enumerate(g.nodes) if node.type == "Person" and node.held]
    by_head: dict[str, list[int]] = {}
    for n in people:
        for held in g.nodes[n].held:
            by_head.setdefault(held.office.head, []).append(n)
    leaders = [n for n in people if any(_leads(h) for h in g.nodes[n].held)]
    for office in g.offices:
        kind = office_words().heads.get(office.head)
        if office.name != NONE or not office.title or (kind is not None and kind.makes == "memberOf"):
            continue
        in_body = max(office.organization, office.body) != NONE
        candidates = list(dict.fromkeys(by_head.get(office.head, []) + (leaders if in_body else [])))
        if office.number == "d":
            _link_pair(g, office, candidates)
        elif office.number == "s" and (office.definite or office.pronoun):
            _link_one(g, office, candidates)


def _leads(held: Held) -> bool:
    kind = office_words().heads.get(held.office.head)
    return kind is not None and kind.leader


def _link_one(g: Graph, office: Office, candidates: list[int]) -> None:
    wanted = _held(g, office)
    bare = len(office.title.split()) == 1 and not wanted.country and wanted.body == NONE and wanted.place == NONE
    best: tuple[float, tuple[int, int], int] | None = None
    counterpart = office.pronoun
    for n in candidates:
        home = home_of(g.nodes[n])
        if (wanted.country and home and home != wanted.country) or (counterpart and home != wanted.country):
            continue
        fit = max((_title_fit(g, wanted, held) for held in g.nodes[n].held), default=0.0)
        before = g.nodes[n].last_before(office.start)
        if fit and not (bare and fit < 0.7 and not _near(g, office, before)):
            place = _salience(g, n, before) if bare else (before, 0)
            best = max(best or (0.0, (0, 0), 0), (fit, place, n))
    if best is None:
        return
    fit, _, person = best
    g.mention(person, office.start, office.end, "nominal", fit, "office")
    if (wanted.body != NONE and fit < 0.6) or (fit == 0.9 and wanted.body != NONE):
        _tell_lone(g, person, wanted, fit)


def _near(g: Graph, office: Office, before: int) -> bool:
    """Was the person mentioned in the sentence of ``office`` or the one before?"""
    here, there = g.doc.sentence_of(office.start), g.doc.sentence_of(before) if before != NONE else None
    return here is not None and there is not None and here.index - there.index <= 1


def _salience(g: Graph, person: int, before: int) -> tuple[int, int]:
    """How near the last sentence is that mentions a person, and how early in it he stands: its subject comes first."""
    sentence = g.doc.sentence_of(before) if before != NONE else None
    if sentence is None:
        return (NONE, 0)
    places = g.nodes[person].places
    first = places[bisect.bisect_left(places, sentence.start)]
    return (sentence.index, -first)


def _tell_lone(g: Graph, person: int, wanted: Held, fit: float) -> None:
    """A second title for the same person, «زعيم حماس» after «رئيس المكتب السياسي لحماس»."""
    known = {title_group(h.office.title) for h in g.nodes[person].held}
    if title_group(wanted.office.title) not in known:
        office = wanted.office
        g.tell("position", person, wanted.body, office.title, office.former, office.start, fit, "lone office")


def _link_pair(g: Graph, office: Office, candidates: list[int]) -> None:
    """«الوزيران»: one mention on each of the two spoken of last; «وزيرا الخارجية المصري والأردني» by their countries."""
    holders = [n for n in candidates if any(h.office.head == office.head for h in g.nodes[n].held)]
    chosen: list[int] = []
    if len(office.countries) == 2:
        for country in office.countries:
            fitting = [n for n in holders if any(h.country == country for h in g.nodes[n].held)]
            nearest = g.nearest(office.start, fitting)
            chosen.extend([nearest] if nearest != NONE else fitting[:1])
    elif not office.countries:
        before = sorted(holders, key=lambda n: -g.nodes[n].last_before(office.start))
        chosen = [n for n in before[:2] if g.nodes[n].last_before(office.start) != NONE]
    if len(set(chosen)) == 2:
        for n in chosen:
            g.mention(n, office.start, office.end, "nominal", 0.8, "pair")


def last_people(g: Graph, offset: int, count: int) -> list[int]:
    """The people mentioned last before ``offset``, nearest first."""
    found = [(node.last_before(offset), n) for n, node in enumerate(g.nodes) if node.type == "Person"]
    return [n for place, n in sorted(found, reverse=True)[:count] if place != NONE]


def subjects(g: Graph, offset: int) -> list[int]:
    """The people who may be the subject of the sentence of ``offset`` before it, the nearest first."""
    sentence = g.doc.sentence_of(offset)
    if sentence is None:
        return []
    found: list[tuple[int, int]] = []
    for n, node in enumerate(g.nodes):
        if node.type == "Person" and node.last_before(offset) >= sentence.start:
            spots = [m.start for m in node.mentions if sentence.start <= m.start < offset and is_subject(g.doc, m)]
            found.extend((spot, n) for spot in spots[-1:])
    return [n for _, n in sorted(found, reverse=True)]


def home_of(node: Node) -> str:
    """The gazetteer id of the country a person acts for, "" if the article does not tell it."""
    return next((h.country for h in node.held if h.country), node.country)
