"""Normal forms of Arabic words, with the way back to the offsets of the text.

The text itself is never altered. ``fold`` is the one form in which words are compared anywhere in kg: spellings that
Arabic news mixes freely (hamza, ى/ي, ة/ه, diacritics, tatweel, Persian letters, digit sets) become one.
"""

from __future__ import annotations

from functools import lru_cache

# Written as code points so that no Arabic word stands in Python; the names say which letters they are.
_ALEFS = ("\u0623", "\u0625", "\u0622", "\u0671")  # alef with hamza above, below, madda, wasla
_DROPPED = (
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0670", "\u0640"]  # dagger alef, tatweel
    + [chr(c) for c in range(0x06D6, 0x06EE) if c not in (0x06DD, 0x06DE, 0x06E9)]
    + ["\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "\ufeff", "\u00ad"]
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2066, 0x206A)]
)
_TABLE: dict[int, str | None] = {ord(c): None for c in _DROPPED}
_TABLE |= {ord(c): "\u0627" for c in _ALEFS}
_TABLE |= {
    0x0649: "\u064a",  # alef maksura -> ya
    0x0629: "\u0647",  # ta marbuta -> ha
    0x06A9: "\u0643",  # keheh -> kaf
    0x06AF: "\u0643",  # gaf -> kaf
    0x06CC: "\u064a",  # Farsi ya -> ya
    0x06D2: "\u064a",
    0x06C1: "\u0647",
    0x06D5: "\u0647",
    0x067E: "\u0628",  # peh -> beh
    0x0686: "\u062c",  # tcheh -> jeem
    0x06A4: "\u0641",  # veh -> feh
    0x0698: "\u0632",  # jeh -> zain
}
_TABLE |= {0x0660 + d: str(d) for d in range(10)}
_TABLE |= {0x06F0 + d: str(d) for d in range(10)}


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """The form in which words are compared: no diacritics, tatweel or invisible characters, one alef, ya for alef
    maksura, ha for ta marbuta, ASCII digits, lower-case Latin. Folding twice changes nothing."""
    return text.translate(_TABLE).lower()


def original_index(text: str, folded_index: int) -> int:
    """Where in ``text`` the character stands that is number ``folded_index`` of ``fold(text)``.

    ``folded_index`` may be ``len(fold(text))``: the end of ``text``. Characters that folding drops belong to the
    letter before them. Holds because folding maps each character to one or none (``fold`` of a character whose
    lower-case form is longer is not reached by Arabic text; such characters count by their folded length).
    """
    seen = 0
    for index, char in enumerate(text):
        kept = len(char.translate(_TABLE).lower())
        if kept and seen >= folded_index:
            return index
        seen += kept
    return len(text)


def is_arabic(text: str) -> bool:
    """Does ``text`` have an Arabic letter?"""
    return any("\u0621" <= c <= "\u064a" or "\u0671" <= c <= "\u06d3" for c in text)
