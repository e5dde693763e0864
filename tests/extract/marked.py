"""Sentences with their names marked, as the rule files write them: <person> {body} [place]."""

from __future__ import annotations

from kg.annotations import Layers, Name, Nationality
from kg.text.document import Document, analyse
from kg.text.normalize import fold

_MARKS = {"<": (">", "Person"), "{": ("}", "Organization"), "[": ("]", "Place")}
_COUNTRIES = {
    "أمريكي": ("US", "الولايات المتحدة"), "أميركي": ("US", "الولايات المتحدة"), "إسرائيلي": ("IL", "إسرائيل"),
    "فرنسي": ("FR", "فرنسا"), "مصري": ("EG", "مصر"), "أردني": ("JO", "الأردن"), "عراقي": ("IQ", "العراق"),
    "سوري": ("SY", "سوريا"), "إيراني": ("IR", "إيران"), "أفغاني": ("AF", "أفغانستان"), "بريطاني": ("GB", "بريطانيا"),
    "تونسي": ("TN", "تونس"), "سعودي": ("SA", "السعودية"), "ألماني": ("DE", "ألمانيا"),
}  # fmt: skip
_ADJECTIVES = {fold(a): c for a, c in _COUNTRIES.items()}
_BY_NAME = {fold(name): id_ for id_, name in _COUNTRIES.values()}
_SUBTYPES = {
    "قطاع غزة": "Region", "سيدي بشر": "Area", "النزهة": "Area", "الزهراء": "Area", "رفح": "City", "حلب": "City",
    "الإسكندرية": "City", "بغداد": "City", "لندن": "City", "دبي": "City", "باريس": "City", "دوما": "City", "نيويورك": "City",
    "واشنطن": "City", "مطار السلام": "Facility", "قاعدة النسر": "Facility", "تركيا": "Country", "هولندا": "Country",
    "ماليزيا": "Country", "البحرين": "Country", "السعودية": "Country", "قطر": "Country", "حماس": "ArmedGroup",
    "داعش": "ArmedGroup", "طالبان": "ArmedGroup", "جيش الفجر": "ArmedGroup", "جماعة الليل": "ArmedGroup",
    "حزب الماء": "Party", "جامعة دمشق": "Education", "قناة الضوء": "Media", "رويترز": "Media", "أوبك": "International",
}  # fmt: skip


def marked(text: str) -> tuple[Document, Layers]:
    """The document without the marks, and its names and nationalities."""
    plain, names = "", []
    start, closing, type_ = 0, "", ""
    for char in text:
        if not closing and char in _MARKS:
            start, (closing, type_) = len(plain), _MARKS[char]
        elif closing and char == closing:
            names.append((start, len(plain), type_))
            closing = ""
        else:
            plain += char
    doc = analyse("test", plain)
    layers = Layers()
    for start, end, type_ in names:
        name = plain[start:end]
        subtype = "Country" if fold(name) in _BY_NAME else _SUBTYPES.get(name)
        layers.names.append(Name(start, end, type_, subtype, 0.9, "test", _BY_NAME.get(fold(name), "")))  # type: ignore[arg-type]
    for token in doc.tokens:
        for split in token.splits:
            stem = split.stem[:-1] if split.stem.endswith("ه") and not split.suffix else split.stem
            if not split.suffix and stem in _ADJECTIVES:
                country, usual = _ADJECTIVES[stem]
                start = token.offset(len(split.prefix))
                gender = "f" if stem != split.stem else "m"
                layers.nationalities.append(Nationality(start, token.end, country, usual, split.definite, "s", gender))
                break
    return doc, layers
