"""The lists themselves: their examples, their ids, their size, and that the tables are made of them."""

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files

import pytest

from kg.lang import load
from kg.text.document import analyse
from kg.text.normalize import fold
from kg.world.class_nouns import class_nouns, from_yaml
from kg.world.compiled import compile_own
from kg.world.gazetteer import annotate, entry, find
from kg.world.source import Definition, own_sources, read, spellings


@lru_cache(maxsize=1)
def definitions() -> list[Definition]:
    return [d for where, text in own_sources() for d in read(text, where)]


def ids_in(sentence: str) -> set[str]:
    names, nationalities = annotate(analyse("test", sentence))
    return {n.world for n in names} | {n.country for n in nationalities}


def test_tables_are_up_to_date():
    for name, content in compile_own().items():
        assert files("kg.world").joinpath(name).read_text(encoding="utf-8") == content, "run: kg world compile"


EXAMPLES = [(d, must, s) for d in definitions() for must in ("must", "must_not") for s in d.lists[must]]


@pytest.mark.parametrize(("definition", "must", "sentence"), EXAMPLES, ids=[f"{d.id} {s}" for d, _, s in EXAMPLES])
def test_examples(definition, must, sentence):
    assert (definition.id in ids_in(sentence)) == (must == "must")


def test_every_usual_name_is_known():
    """Each entry is found by a name of its own, in a context that its rules allow."""
    unknown = [d.where for d in definitions() if entry(d.id) is None]
    assert not unknown


def test_size():
    kinds = Counter(d.type for d in definitions())
    assert sum(d.subtype == "Country" for d in definitions()) >= 195
    assert kinds["Place"] >= 1500 and kinds["Organization"] >= 900 and kinds["Person"] >= 1400


def test_wikidata_ids_are_ids_and_given_once():
    ids = [d.id for d in definitions()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"Q[1-9]\d*|kg:[a-z0-9-]+", i) for i in ids)


def test_no_person_is_known_by_a_first_name_only():
    first = {fold(d.ar.split()[0]) for d in definitions() if d.type == "Person" and " " in d.ar}
    alone = [
        (d.ar, name)
        for d in definitions()
        if d.type == "Person"
        for pattern in (d.ar, *d.lists["aliases"])
        for name in spellings(pattern)
        if " " not in name and fold(name) in first and name != d.ar
    ]
    # a family name that is another's first name must be `short`
    allowed = {
        "سلفاكير",
        "ملالا",
        "زلاتان",
        "تاكسين",
        "مهاتير",
        "تيدروس",
        "فينيسيوس",
        "تشافي",
        "كريستيانو",
        "إيفانكا",
        "تواضروس",
    }
    allowed |= {"نابليون", "برابوو"}
    assert not [a for a in alone if a[1] not in allowed]


def test_class_nouns_table_is_the_yaml():
    assert class_nouns() == from_yaml()


def test_class_noun_examples_show_what_the_noun_does():
    """The name stands in brackets; at least one example has the noun in them if it belongs to the name, right before them
    if it does not. A line with «!» has no name."""
    for key, noun in load("class_nouns.yaml").items():
        forms = {fold(noun.get("noun", key)), *map(fold, noun["forms"])}
        shown = False
        for example in noun["examples"]:
            assert ("[" in example) != example.startswith("!"), (key, example)
            for before, name in re.findall(r"(\S*) ?\[([^]]+)\]", example):
                words = fold(name if noun["inside"] else before)
                shown |= any(re.match(rf"\W*[وفبلك]?(ال)?{re.escape(form)}\b", words) for form in forms)
        assert shown, key


def test_nationality_examples_are_inflected_forms():
    from kg.world.compiled import nation_forms

    written = {form.words[0] for form in nation_forms("مصري")}
    for ending in load("nationalities.yaml")["endings"].values():
        assert fold(ending["example"]) in written


def test_places_beyond_doubt_in_any_sentence():
    text = "التقى المسؤول في نواكشوط نظيره، ثم زار طشقند والمنامة وسراييفو."
    assert [text[n.start : n.end] for n in find(analyse("t", text))] == ["نواكشوط", "طشقند", "المنامة", "سراييفو"]
