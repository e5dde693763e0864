"""Every entry of the event lexicon finds what its own examples say, and leaves alone what it must leave alone."""

import re

import pytest

from kg.extract.events.lexicon import Entry, lexicon
from kg.extract.events.triggers import find_triggers
from kg.lang import DataError
from kg.schema import schema
from kg.text.document import analyse

MUST = [(e, s) for e in lexicon().entries for s in e.must]
MUST_NOT = [(e, s) for e in lexicon().entries for s in e.must_not]


def triggers(sentence: str):
    doc = analyse("example", sentence)
    return [(t.entry, t.start, t.end) for t in find_triggers(doc, [False] * len(doc.tokens))]


@pytest.mark.parametrize(("entry", "example"), MUST, ids=lambda x: x.name if isinstance(x, Entry) else None)
def test_an_entry_finds_its_examples(entry: Entry, example: str) -> None:
    marked = [(m.start(), m.end()) for m in re.finditer(r"\[[^\]]*\]", example)]
    assert marked, f"{entry.name}: no word of «{example}» stands in square brackets"
    plain = example.replace("[", "").replace("]", "")
    start = marked[0][0]
    hits = [e.leaf for e, s, end in triggers(plain) if s <= start < end or start <= s < marked[0][1] - 2]
    assert entry.leaf in hits, f"«{example}»: {entry.leaf} not among {hits}"


@pytest.mark.parametrize(("entry", "example"), MUST_NOT, ids=lambda x: x.name if isinstance(x, Entry) else None)
def test_an_entry_leaves_alone_what_it_must_not_match(entry: Entry, example: str) -> None:
    hits = [e for e, _, _ in triggers(example) if e is entry and not (e.speech_only or e.subj_types or e.obj_types)]
    assert not hits, f"«{example}» is taken for {entry.leaf}"


def test_every_leaf_of_the_schema_has_entries() -> None:
    assert {e.leaf for e in lexicon().entries} == set(schema()["events"])


def test_a_role_that_the_leaf_does_not_have_is_refused() -> None:
    from kg.extract.events.lexicon import _entry

    with pytest.raises(DataError, match="visitor"):
        _entry({"nouns": ["x"], "slots": {"subj": "visitor"}}, "Meet", {"slots": {}}, {}, "here")


def test_an_unknown_field_is_refused_with_its_place() -> None:
    from kg.extract.events.lexicon import _entry

    with pytest.raises(DataError, match=r"file\.yaml, Meet, entry 3: unknown field"):
        _entry({"nouns": ["x"], "vreb": []}, "Meet", {"slots": {}}, {}, "file.yaml, Meet, entry 3")
