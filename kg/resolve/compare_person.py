"""Features of two names of persons: parts, their order and omission, spelling, titles, generations."""

from __future__ import annotations

from kg.lang import particles
from kg.resolve.compare import Found
from kg.resolve.names import Part, PersonName, person_lexicon
from kg.resolve.spelling import consonants, distance, is_variant, looks_foreign, strict

(DIN,) = particles("al_din")  # as in Salah al-Din
_MIXED_LIMIT = 0.4  # beside Arabic parts a spelling may vary less


def person_features(a: PersonName, b: PersonName) -> list[Found]:
    """What speaks for and against two persons' names being one person's."""
    found = _marks(a, b)
    if a.joined == b.joined and a.marks == b.marks:
        if [p.text for p in a.parts] == [p.text for p in b.parts] and a.titles != b.titles:
            return [*found, *_without_title(a, b)]
        return [*found, Found("written_together")]
    if sorted(a.folded.split()) == sorted(b.folded.split()) and not any(p.known or p.son for p in a.parts + b.parts):
        return [*found, Found("order_changed")]
    short, long = sorted((a, b), key=lambda n: (len(n.parts), n.folded))
    foreign = _foreign(a) and _foreign(b)
    if len(short.parts) == len(long.parts):
        return found + _same_length(short, long, foreign)
    if len(short.parts) == 1:
        return found + _one_part(short, long, foreign)
    return found + _omission(short, long, foreign)


def _without_title(a: PersonName, b: PersonName) -> list[Found]:
    found = [Found("title_dropped", " ".join(a.titles or b.titles))]
    if len(a.parts) == 1 and a.parts[0].known and not a.marks:
        found.append(Found("common_name", a.parts[0].text))
    return found


def _marks(a: PersonName, b: PersonName) -> list[Found]:
    if a.marks == b.marks:
        return []
    words = " / ".join(", ".join(sorted(n.marks)) or "-" for n in (a, b))
    return [Found("generation_differs" if a.marks and b.marks else "generation_unsaid", words)]


def _foreign(name: PersonName) -> bool:
    """Does nothing in the name look Arabic?"""
    return not any(p.son or p.known or not looks_foreign(p.text) for p in name.parts)


def part_match(p: Part, q: Part, foreign: bool, first: bool = False) -> Found | None:
    """How two parts match: a feature for it, or None. ``foreign`` where both whole names look foreign, ``first`` for
    first names."""
    if p.text == q.text or (first and p.bare == q.bare and p.known and q.known):
        return Found("same_spelling")
    if strict(p.text) == strict(q.text):
        return Found("spelling_mixed", f"{p.text} / {q.text}")
    if strict(p.bare) == strict(q.bare):
        return Found("first_name_article" if first else "family_article", f"{p.text} / {q.text}")
    if p.text + DIN == q.text or q.text + DIN == p.text:
        return Found("honour_suffix", f"{p.text} / {q.text}")
    nicknames = person_lexicon().nicknames
    if nicknames.get(p.text, frozenset()) & nicknames.get(q.text, frozenset()):
        return Found("nickname", f"{p.text} / {q.text}")
    if (p.known and q.known) or not (looks_foreign(p.text) and looks_foreign(q.text)):
        return None
    if (p.text != p.bare or q.text != q.bare) and not foreign:
        return None
    cost = distance(p.text, q.text)
    shared = min(consonants(p.text), consonants(q.text))
    if foreign and not (p.known or q.known):
        fits = is_variant(p.text, q.text)
    else:
        fits = cost <= _MIXED_LIMIT and shared >= (3 if first else 4) and is_variant(p.text, q.text)
        fits = fits and not (p.known or q.known)
        fits = fits or (cost <= 0.3 and shared >= 3 and not (p.known or q.known))
    return Found("foreign_spelling", f"{p.text} / {q.text}", round(0.08 * cost, 3)) if fits else None


_FOR = ("same_spelling", "spelling_mixed", "foreign_spelling", "nickname")


def _gathered(matches: list[Found]) -> list[Found]:
    """The features of matched parts as features of the names: the weakest that speaks for it, all that speak against."""
    against = [m for m in matches if m.feature not in _FOR]
    weakest = max(
        (m for m in matches if m.feature in _FOR), key=lambda m: (_FOR.index(m.feature), m.less), default=None
    )
    less = sum(m.less for m in matches)
    result = list(against)
    if weakest is None:
        result.append(Found("spelling_mixed"))
    else:
        result.append(weakest._replace(less=round(less, 3)))
    return result


def _same_length(a: PersonName, b: PersonName, foreign: bool) -> list[Found]:
    pairs = enumerate(zip(a.parts, b.parts, strict=True))
    matches = [part_match(p, q, foreign, i == 0 and len(a.parts) > 1) for i, (p, q) in pairs]
    if all(matches):
        found = _gathered([m for m in matches if m])
        if len(a.parts) == 1:
            found += _single_pair(a, b)
        fathers = [(p, q) for p, q in zip(a.parts, b.parts, strict=True) if p.son != q.son]
        if fathers and len(a.parts) == 2:
            found.append(Found("family_article", "\u0628\u0646 " + fathers[0][0].text))
        return found
    if foreign and is_variant(a.joined, b.joined) and len(a.parts) > 1 and len(a.joined) >= 8:
        return [Found("foreign_together", "", round(0.05 * distance(a.joined, b.joined), 3))]
    if len(a.parts) >= 2 and not any(p.known or p.son for p in a.parts + b.parts):
        swapped = [part_match(p, q, foreign) for p, q in zip(a.parts, b.parts[1:] + b.parts[:1], strict=True)]
        if all(swapped):
            return [Found("order_changed")]
    return _mismatch(a, b, [m is None for m in matches])


def _single_pair(a: PersonName, b: PersonName) -> list[Found]:
    if a.parts[0].known and a.titles != b.titles:
        return [Found("common_name", a.parts[0].text)]
    return []


def _mismatch(a: PersonName, b: PersonName, missing: list[bool]) -> list[Found]:
    """Names of equally many parts that do not match everywhere."""
    found = []
    pairs = list(zip(a.parts, b.parts, missing, strict=True))
    for i, (p, q, bad) in enumerate(pairs):
        if not bad:
            continue
        words = f"{p.text} / {q.text}"
        if p.son and q.son:
            found.append(Found("other_father", words))
        elif i == 0 and len(pairs) > 1:
            found.append(Found("other_first_name", words))
        elif i == len(pairs) - 1:
            found.append(Found("other_family_name", words))
        else:
            found.append(Found("other_middle_name", words))
    return found


def _one_part(short: PersonName, long: PersonName, foreign: bool) -> list[Found]:
    """A name of one part against a longer one: is it its last name, or a ruler's first?"""
    only, first, last = short.parts[0], long.parts[0], long.parts[-1]
    title = bool(short.titles and person_lexicon().reigning.intersection(short.titles))
    match = part_match(only, last, foreign or (looks_foreign(only.text) and not only.known))
    if match and last.son == only.son:
        found = [Found("family_alone", only.text, match.less)]
        if match.feature == "family_article":
            found.append(match)
        if only.bare in person_lexicon().very_common and not only.son:
            found.append(Found("common_name", only.text))
        return found
    if foreign and is_variant(short.joined, long.joined):
        return [Found("foreign_together")]
    if part_match(only, first, foreign):
        return [Found("ruler_first_name" if title else "first_name_alone", only.text)]
    if match:
        return [Found("first_name_alone", only.text), Found("might_be_father", only.text)]
    if any(part_match(only, p, foreign) for p in long.parts[1:-1]):
        return [Found("part_of_name", only.text)]
    return [Found("other_family_name", f"{only.text} / {last.text}")]


def _alignment(short: PersonName, long: PersonName, foreign: bool) -> list[tuple[int, Found]] | None:
    """Where each part of ``short`` stands in ``long``, in order, as late as it can for the last; None if one is missing."""
    placed: list[tuple[int, Found]] = []
    place = len(long.parts) - 1
    for i in range(len(short.parts) - 1, -1, -1):
        while place >= i:
            match = part_match(short.parts[i], long.parts[place], foreign, place == 0)
            if match:
                break
            place -= 1
        else:
            return None
        placed.append((place, match))
        place -= 1
    placed.reverse()
    if placed[0][0] != 0 and (match := part_match(short.parts[0], long.parts[0], foreign, True)):
        placed[0] = (0, match)  # the first name is the first name, wherever else it stands
    return placed


def _omission(short: PersonName, long: PersonName, foreign: bool) -> list[Found]:
    """A name of two or more parts against a longer one."""
    placed = _alignment(short, long, foreign)
    if placed is None:
        if foreign and is_variant(short.joined, long.joined) and len(short.joined) >= 6:
            return [Found("foreign_together")]
        return _different_ends(short, long, foreign)
    matches = [m for _, m in placed]
    found = [f for f in _gathered(matches) if f.feature not in _FOR]
    less = sum(m.less for m in matches)
    at_first, at_last = placed[0][0] == 0, placed[-1][0] == len(long.parts) - 1
    tail = long.parts[placed[-1][0] + 1 :]
    gap_father = any(
        p.son and place != before + 1
        for p, (place, _), (before, _) in zip(short.parts[1:], placed[1:], placed, strict=False)
    )
    if gap_father:
        return [*found, Found("part_of_name"), Found("other_father", short.parts[-1].text)]
    if at_first and at_last:
        found.append(Found("middle_omitted", "", less))
        if short.parts[-1].bare in person_lexicon().very_common and len(short.parts) == 2:
            found.append(Found("common_name", short.parts[-1].text))
    elif at_first:
        complete = tail[0].son or short.parts[-1].son or not short.parts[-1].known
        found.append(Found("end_omitted" if complete else "family_omitted", tail[-1].text, less))
        if complete and foreign and not tail[0].son:
            found[-1] = Found("family_omitted", tail[-1].text, less)
    elif at_last:
        left_out = long.parts[: placed[0][0]]
        lexicon = person_lexicon()
        double = len(short.parts) == 2 and all(p.text in lexicon.compound_given for p in left_out)
        if double and not short.parts[0].son and short.parts[-1].bare not in lexicon.very_common:
            found.append(Found("compound_omitted", left_out[0].text, less))
        elif foreign:
            found.append(Found("foreign_first_omitted", left_out[0].text, less))
        else:
            found += [Found("first_omitted", left_out[0].text, less), Found("might_be_father")]
    else:
        found.append(Found("part_of_name", "", less))
    return found


def _different_ends(short: PersonName, long: PersonName, foreign: bool) -> list[Found]:
    found = []
    first = part_match(short.parts[0], long.parts[0], foreign)
    last = part_match(short.parts[-1], long.parts[-1], foreign)
    if not first:
        found.append(Found("other_first_name", f"{short.parts[0].text} / {long.parts[0].text}"))
    if not last:
        found.append(Found("other_family_name", f"{short.parts[-1].text} / {long.parts[-1].text}"))
    if first and last:
        found.append(Found("other_middle_name", " ".join(p.text for p in short.parts[1:-1])))
    return found
