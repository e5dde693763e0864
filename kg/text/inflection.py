"""Inflected forms of Arabic verbs, nouns and participles, in folded spelling, from the forms a dictionary gives.

News needs the third person above all; of the first person only the plural is made, for the singular is rare and looks
like other words. Vowels are not written, so active and
passive fall together in most verbs; where the passive is written otherwise (a hollow or a third-form verb) the lexicon
gives it. The generator gives too much rather than too little: a form that does not exist matches nothing.
"""

from __future__ import annotations

_ALEF, _WAW, _YA, _TA, _HA, _NUN = "\u0627", "\u0648", "\u064a", "\u062a", "\u0647", "\u0646"
_WEAK = _ALEF + _WAW + _YA


def past(verb: str) -> set[str]:
    """Past-tense forms of a verb given in its third person masculine singular (folded)."""
    forms = {verb}
    if verb.endswith((_YA, _ALEF)):
        base = verb[:-1]
        middle = _YA if verb.endswith(_YA) else _WAW
        forms |= {base + e for e in (_TA, _WAW + _ALEF, _WAW, _TA + _ALEF)}
        forms |= {base + middle + e for e in (_ALEF, _TA, _NUN, _NUN + _ALEF)}
        forms |= {base + _YA + e for e in (_TA, _NUN + _ALEF)}
        return forms
    forms |= {verb + e for e in (_TA, _WAW + _ALEF, _WAW, _ALEF, _TA + _ALEF, _NUN + _ALEF)}
    if len(verb) >= 3 and verb[-2] == _ALEF:  # hollow: the long vowel falls before a consonant
        short = verb[:-2] + verb[-1]
        forms |= {short + _NUN + _ALEF}
    return forms


def joined(verb: str) -> set[str]:
    """Past forms that stand only before a written pronoun: a final weak letter turns into alef."""
    return {verb[:-1] + _ALEF} if verb.endswith(_YA) else set()


def present(verb: str) -> set[str]:
    """Present-tense forms (indicative and subjunctive) of a verb given in its third person masculine singular."""
    stem = verb[1:]
    forms: set[str] = set()
    for person in (_YA, _TA, _NUN):
        forms.add(person + stem)
    for person in (_YA, _TA):
        base = stem[:-1] if stem[-1] in _WEAK else stem
        forms |= {person + base + e for e in (_WAW + _NUN, _WAW + _ALEF, _WAW)}
        full = base + _YA if stem.endswith(_ALEF) else stem
        forms |= {person + full + e for e in (_ALEF + _NUN, _ALEF, _NUN)}
    return forms


def jussive(verb: str) -> set[str]:
    """Forms that stand only after a negator such as lam, and differ from the present: a weak letter falls."""
    stem = verb[1:]
    if stem[-1] in _WEAK:
        short = stem[:-1]
    elif len(stem) >= 3 and stem[-2] in _WEAK:
        short = stem[:-2] + stem[-1]
    else:
        return set()
    return {person + short for person in (_YA, _TA, _NUN)}


def participle(word: str) -> set[str]:
    """Forms of a participle or adjective given in its masculine singular."""
    base = word[:-1] + _YA if word.endswith(_YA) else word
    return {word} | {
        base + e
        for e in (
            _ALEF,
            _HA,
            _YA + _NUN,
            _WAW + _NUN,
            _ALEF + _NUN,
            _TA + _YA + _NUN,
            _TA + _ALEF + _NUN,
            _WAW,
        )
    }


def noun(word: str) -> set[str]:
    """Forms of a noun without article or clitics: accusative, dual, construct before a pronoun."""
    forms = {word}
    if word.endswith(_HA):
        base = word[:-1] + _TA
        forms |= {base + e for e in ("", _ALEF + _NUN, _YA + _NUN, _YA, _ALEF)}
    else:
        forms |= {word + e for e in (_ALEF, _ALEF + _NUN, _YA + _NUN)}
        if word.endswith("\u0621"):  # hamza on the line turns into one on ya before a pronoun in the genitive
            forms |= {word[:-1] + "\u0626", word[:-1] + "\u0624"}
    return forms
