from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.query.run import QueryError, Source, open_source
from kg.query.show import text


@pytest.fixture(scope="module")
def source(folder: Path) -> Source:
    return open_source(folder)


ONE = "SELECT ?p ?pLabel ?n ?gone { VALUES ?p { person:austin } ?p kg:name ?pLabel . BIND(5 AS ?n) }"


def test_a_table_shows_the_label_in_place_of_the_address(source: Source) -> None:
    assert text(source.run(ONE), "table", source.prefixes) == "p | n | gone\nلويد أوستن | 5 | \n"


def test_csv_and_tsv_have_both(source: Source) -> None:
    rows = list(csv.reader(io.StringIO(text(source.run(ONE), "csv", source.prefixes))))
    assert rows == [
        ["p", "pLabel", "n", "gone"],
        ["https://w3id.org/arabic-news-kg/person/austin", "لويد أوستن", "5", ""],
    ]
    tsv = text(source.run(ONE), "tsv", source.prefixes).splitlines()
    assert tsv[0] == "?p\t?pLabel\t?n\t?gone"
    assert tsv[1].startswith('<https://w3id.org/arabic-news-kg/person/austin>\t"لويد أوستن"\t')


def test_json_is_what_sparql_says(source: Source) -> None:
    data = json.loads(text(source.run(ONE), "json", source.prefixes))
    assert data["head"]["vars"] == ["p", "pLabel", "n", "gone"]
    (row,) = data["results"]["bindings"]
    assert row["p"]["type"] == "uri" and row["pLabel"] == {"type": "literal", "value": "لويد أوستن"}
    assert row["n"]["datatype"].endswith("integer") and "gone" not in row
    assert json.loads(text(source.run("ASK { ?s ?p ?o }"), "json", source.prefixes)) == {"head": {}, "boolean": True}


def test_html_is_right_to_left_and_escaped(source: Source) -> None:
    shown = text(source.run('SELECT ("<script>alert(1)</script>\\u202E" AS ?x) {}'), "html", source.prefixes, "<b>")
    assert 'dir="rtl"' in shown and "<script>" not in shown and "\u202e" not in shown and "<b>" not in shown


def test_what_has_no_such_form(source: Source) -> None:
    with pytest.raises(QueryError, match="CONSTRUCT"):
        text(source.run(ONE), "ttl", source.prefixes)
    assert text(source.run("ASK { ?s <x:y> ?o }"), "table", source.prefixes) == "false\n"


def test_triples_read_back(source: Source) -> None:
    import rdflib

    built = source.run("CONSTRUCT { ?p kg:name ?n } { ?p a kg:Person ; kg:name ?n }")
    graph = rdflib.Graph().parse(data=text(built, "ttl", source.prefixes), format="turtle")
    assert len(graph) == len(text(built, "csv", source.prefixes).splitlines()) - 1 == 7
