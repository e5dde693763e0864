from __future__ import annotations

import pytest

from kg.query.guard import Refused, check, limited, with_prefixes

REFUSED = [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { sErViCe SILENT ?g { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE<http://x/>{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 'it''s' SERVICE<http://x/> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "a\\"b" . SERVICE <http://x/> { ?s ?p "c" } }',
    "SELECT * { # <\n SERVICE <http://x/> {} }",
    "SELECT * { \\u0053ERVICE <http://x/> {} }",
    "SELECT * { ?s ?p '''a'b''' . SERVICE<http://x/>{} }",
    "SELECT * { ?s:p ?o . SERVICE ex:a {} }",
    "LOAD <http://x/>",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP GRAPH <a:a>",
]
ALLOWED = [
    "SELECT ?service { ?service ?load ?clear }",
    "SELECT * { ?s ?p 'SERVICE <http://x/> {}' }",
    'SELECT * { ?s ?p """SERVICE "x" LOAD""" }',
    "SELECT * { <http://x/SERVICE/DELETE> ?p ?o } # INSERT",
    "PREFIX service: <http://x/> SELECT * { service:load ?p ?o }",
    "SELECT * { ?s kg:SERVICE ?o ; :load ?x }",
]


@pytest.mark.parametrize("query", REFUSED)
def test_what_is_refused(query: str) -> None:
    with pytest.raises(Refused):
        check(query)


@pytest.mark.parametrize("query", ALLOWED)
def test_what_is_not(query: str) -> None:
    check(query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o }\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } LIMIT 5", "SELECT * { ?s ?p ?o } LIMIT 5"),
        ("SELECT * { ?s ?p ?o } limit 500 OFFSET 3", "SELECT * { ?s ?p ?o } limit 10 OFFSET 3"),
        ("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 500 } }", "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 500 } }\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } VALUES ?s { <a:a> }", "SELECT * { ?s ?p ?o }\nLIMIT 10\nVALUES ?s { <a:a> }"),
        ("SELECT * { VALUES ?s { <a:a> } }", "SELECT * { VALUES ?s { <a:a> } }\nLIMIT 10\n"),
        ("SELECT * { ?s ?p 'LIMIT 3' }", "SELECT * { ?s ?p 'LIMIT 3' }\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } # LIMIT 3", "SELECT * { ?s ?p ?o } # LIMIT 3\nLIMIT 10\n"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }\nLIMIT 10\n"),
        ("DESCRIBE <a:a>", "DESCRIBE <a:a>\nLIMIT 10\n"),
        ("ASK { ?s ?p ?o }", "ASK { ?s ?p ?o }"),
        ("nonsense", "nonsense"),
    ],
)  # fmt: skip
def test_rows_are_bounded(query: str, expected: str) -> None:
    assert limited(query, 10) == expected


def test_only_the_prefixes_that_are_missing_are_declared_on_the_first_line() -> None:
    known = {"kg": "http://kg/", "xsd": "http://xsd/", "a": "http://a/"}
    query = 'PREFIX kg: <http://mine/>\nSELECT * { ?s a kg:X ; kg:y "a:b"^^xsd:date }'
    assert with_prefixes(query, known) == "PREFIX xsd: <http://xsd/> " + query
    assert with_prefixes("SELECT * { ?s ?p ?o }", known) == "SELECT * { ?s ?p ?o }"
