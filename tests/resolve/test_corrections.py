"""Corrections: read as a whole, applied, outranking scores, and reported when they no longer apply."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.knowledge import Knowledge
from kg.lang import DataError
from kg.record import Record
from kg.resolve import resolve
from kg.resolve.corrections import KINDS, read_corrections

Article = Callable[..., Record]
BY = "  by: قارئ\n  date: 2026-01-31\n  why: للتجربة\n"


def names(knowledge: Knowledge) -> list[set[str]]:
    return [{n.text for n in t.names} for t in knowledge.things]


@pytest.fixture
def records(article: Article) -> list[Record]:
    return [
        article("a", "قال {p:Person:أحمد قدري} في {c:Place:رفح}", relations=[("bornIn", "p", "c", None)]),
        article(
            "b",
            "زار {p:Person:سامي البدوي} {c:Place:رفح}",
            events=[{"type": "Visit", "trigger": "زار", "roles": {"visitor": "p", "destination": "c"}}],
        ),
        article("c", "وصل {p:Person:لويد أوستن}"),
        article("d", "وصل {p:Person:لويد اوستين}"),
    ]


def test_same_and_different_outrank_scores(records: list[Record]) -> None:
    assert {"لويد أوستن", "لويد اوستين"} in names(resolve(records))
    text = f"- same: [أحمد قدري, سامي البدوي]\n{BY}- different: [لويد أوستن, لويد اوستين]\n{BY}"
    knowledge = resolve(records, read_corrections(text))
    assert {"أحمد قدري", "سامي البدوي"} in names(knowledge)
    assert {"لويد أوستن"} in names(knowledge)
    (joined,) = [t for t in knowledge.things if len(t.names) == 2 and t.type == "Person"]
    assert [j.by for j in joined.joins if j.by != "rule"] == ["قارئ, 2026-01-31: للتجربة"]
    assert knowledge.warnings == ()
    old = {t.uri for t in resolve(records).things if t.name in ("أحمد قدري", "سامي البدوي")}
    assert old <= {joined.uri, *joined.former_uris}


def test_iris_may_stand_for_names(records: list[Record]) -> None:
    uris = {t.name: t.uri for t in resolve(records).things}
    text = f"- same: ['{uris['أحمد قدري']}', '{uris['سامي البدوي']}']\n{BY}"
    assert {"أحمد قدري", "سامي البدوي"} in names(resolve(records, read_corrections(text)))


def test_name_link_type_delete(records: list[Record]) -> None:
    text = (
        f"- name: سامي البدوي\n  is: سامي بن علي البدوي\n  en: Sami Badawi\n{BY}"
        f"- link: سامي البدوي\n  is: http://www.wikidata.org/entity/Q1\n{BY}"
        f"- type: لويد أوستن\n  is: Organization\n{BY}"
        f"- delete: [أحمد قدري]\n{BY}"
    )
    knowledge = resolve(records, read_corrections(text))
    (sami,) = [t for t in knowledge.things if t.name == "سامي بن علي البدوي"]
    assert sami.name_en == "Sami Badawi" and sami.links[0].sure
    assert {t.type for t in knowledge.things if t.name.startswith("لويد")} == {"Organization"}
    assert not any(t.name == "أحمد قدري" for t in knowledge.things)
    assert knowledge.facts == ()


def test_relations_and_events(records: list[Record]) -> None:
    visit = next(h.uri for h in resolve(records).events)
    text = (
        f"- relation: bornIn\n  is: wrong\n  subject: أحمد قدري\n  object: رفح\n{BY}"
        f"- relation: livesIn\n  is: missing\n  subject: أحمد قدري\n  object: رفح\n  doc: a\n  quote: قال أحمد قدري\n{BY}"
        f"- event: {visit}\n  is: wrong\n{BY}"
        f"- event: Call\n  is: missing\n  doc: c\n  quote: وصل\n  roles: {{participant: لويد أوستن}}\n{BY}"
    )
    knowledge = resolve(records, read_corrections(text))
    assert [f.type for f in knowledge.facts] == ["livesIn"]
    assert [h.type for h in knowledge.events] == ["Call"]
    assert knowledge.warnings == ()


def test_what_no_longer_applies_is_told(records: list[Record]) -> None:
    text = (
        f"- same: [أحمد قدري, لا أحد هنا]\n{BY}"
        f"- delete: شبح\n{BY}"
        f"- event: https://example.org/no\n  is: wrong\n{BY}"
        f"- event: Call\n  is: missing\n  doc: c\n  quote: كلام غير موجود\n  roles: {{participant: لويد أوستن}}\n{BY}"
    )
    warnings = resolve(records, read_corrections(text, "c.yaml")).warnings
    assert len(warnings) == 4
    assert warnings[0].startswith("c.yaml, line 1: ") and "لا أحد هنا" in warnings[0]


@pytest.mark.parametrize(
    "text, told",
    [
        ("- same: [", "broken YAML"),
        ("same: [a, b]", "a list was expected"),
        ("- 3", "line 1: a correction has fields"),
        ("\n- same: [أ, ب]\n", "line 2: 'by:' is missing"),
        (f"- same: [أ]\n{BY}", "at least two"),
        (f"- sane: [أ, ب]\n{BY}", "exactly one of same, different"),
        (f"- same: [أ, ب]\n  colour: red\n{BY}", "knows no field colour"),
        (f"- type: أ\n  is: Thing\n{BY}", "is no type"),
        (f"- relation: loves\n  is: wrong\n  subject: أ\n  object: ب\n{BY}", "there is no relation 'loves'"),
        (f"- relation: bornIn\n  is: missing\n  subject: أ\n  object: ب\n{BY}", "needs 'doc:'"),
        (f"- event: Meet\n  is: missing\n  doc: a\n  quote: ب\n  roles: {{victim: ج}}\n{BY}", "the roles are"),
        (
            f"- same: [أ, ب]\n{BY}- same: [ب, ج]\n{BY}- different: [أ, ج]\n{BY}",
            "line 9: says that 'أ' and 'ج' are different",
        ),
        (f"- name: أ\n  is: ب\n{BY}- name: أ\n  is: ج\n{BY}", "line 6: gives 'أ' the name 'ج'"),
    ],
)
def test_errors_name_the_line(text: str, told: str) -> None:
    with pytest.raises(DataError, match="Nothing was applied") as error:
        read_corrections(text)
    assert told in str(error.value)


def test_contradiction_through_an_iri(records: list[Record]) -> None:
    uri = next(t.uri for t in resolve(records).things if t.name == "أحمد قدري")
    text = f"- same: [أحمد قدري, سامي البدوي]\n{BY}- different: ['{uri}', سامي البدوي]\n{BY}"
    with pytest.raises(DataError, match="line 5 says"):
        resolve(records, read_corrections(text))


def test_an_empty_file_is_no_fault(records: list[Record]) -> None:
    assert resolve(records, read_corrections("# nothing yet\n")) == resolve(records)


def test_the_examples_of_the_documentation_are_right() -> None:
    text = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert {c.kind for c in read_corrections(example).entries} == set(KINDS)
