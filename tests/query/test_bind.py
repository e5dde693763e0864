from __future__ import annotations

from pathlib import Path

import pytest

from kg.query.bind import ParameterError, bind
from kg.query.library import find, library, parse
from kg.query.lookup import find_things
from kg.query.run import NoGraph, QueryError, Source, Table, open_source, resolve_query, rows

PERSON = "https://w3id.org/arabic-news-kg/person/"


@pytest.fixture(scope="module")
def source(folder: Path) -> Source:
    return open_source(folder)


@pytest.mark.parametrize(
    ("name", "of", "local"),
    [
        ("غالانت", "Person", "gallant"),  # a word of the name
        ("جالانت", "Person", "gallant"),  # a spelling that an article has
        ("قالانت", "Person", "gallant"),  # a spelling that none has
        ("يُوآف غَالَانت", "Person", "gallant"),  # diacritics
        ("اوستن", "Person", "austin"),  # no hamza
        ("lloyd austin", "Person", "austin"),
        ("Austin", "", "austin"),
        ("person:austin", "", "austin"),
        (PERSON + "austin", "", "austin"),
    ],
)
def test_a_name_in_any_spelling_finds_its_thing(source: Source, name: str, of: str, local: str) -> None:
    assert [node.value for node in find_things(source.store, name, of, source.prefixes)] == [PERSON + local]


@pytest.mark.parametrize("name", ["", "  ", "محمد الفاتح", "xyz", '"> ?x . #'])
def test_a_name_that_nobody_bears(source: Source, name: str) -> None:
    assert find_things(source.store, name, "Person", source.prefixes) == []


def test_a_class_narrows(source: Source) -> None:
    assert find_things(source.store, "إسرائيل", "Person", source.prefixes)[0].value == PERSON + "katz"
    assert find_things(source.store, "إسرائيل", "Country", source.prefixes)[0].value.endswith("place/israel")


@pytest.mark.parametrize(
    "value",
    ['غزة" } UNION { ?s ?p ?o } #', "} DROP ALL {", "<x> <y>", "\\u0022 }", "a\nb"],
)
def test_a_value_never_becomes_sparql(source: Source, value: str) -> None:
    query = library()["people/said"]
    plain = bind(query, {}, lambda name, of: [])
    bound = bind(query, {"topic": value}, lambda name, of: [])
    assert len(bound.splitlines()) == len(plain.splitlines())
    assert source.run(bound) == Table(source.run(plain).columns, [])  # type: ignore[union-attr]


def test_values_are_typed() -> None:
    query = library()["people/met"]
    assert '"2024-03-31"^^' in bind(query, {"until": "2024-03"}, lambda name, of: [])
    assert '"2024-03-01"^^' in bind(query, {"since": "2024-03"}, lambda name, of: [])
    with pytest.raises(ParameterError, match="since: 'March' is no date"):
        bind(query, {"since": "March"}, lambda name, of: [])
    with pytest.raises(ParameterError, match="there is no 'Dance'; it is one of Meet"):
        bind(library()["events/between"], {"kind": "Dance"}, lambda name, of: [])
    with pytest.raises(ParameterError, match="no parameter 'colour'; it has person, since, until"):
        bind(query, {"colour": "red"}, lambda name, of: [])
    with pytest.raises(ParameterError, match="person: no thing of this graph is called 'x'"):
        bind(query, {"person": "x"}, lambda name, of: [])
    numbered = parse(
        "#+ title: {en: n, ar: n}\n#+ parameters: {n: {type: integer, about: n}}\nSELECT ?n { VALUES ?n { UNDEF } }",
        "x/n",
    )
    assert '"7"^^' in bind(numbered, {"n": "7"}, lambda name, of: [])
    with pytest.raises(ParameterError, match="no whole number"):
        bind(numbered, {"n": "7.5"}, lambda name, of: [])
    with pytest.raises(ParameterError, match="needs n"):
        bind(numbered, {}, lambda name, of: [])


def test_dates_narrow(source: Source) -> None:
    met = library()["people/met"]
    assert [row["when"] for row in rows(source.ask(met, {"since": "2024-03-20", "until": "2024-03"}))] == ["2024-03-26"]


def test_names_of_queries() -> None:
    assert find("met") is find("people/met") is library()["people/met"]
    assert find("all") is library()["disagreements/all"]
    assert find("nothing") is None
    with pytest.raises(QueryError, match=r"near it: people/said"):
        resolve_query("sayd")
    assert resolve_query("ASK { ?s ?p ?o }").text == "ASK { ?s ?p ?o }"


def test_a_query_file_and_a_missing_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("SELECT ?x { ?x a kg:Person }", "utf-8")
    assert resolve_query(str(path)).text.startswith("SELECT")
    with pytest.raises(QueryError, match="cannot be read"):
        resolve_query(str(tmp_path / "none.rq"))


def test_where_and_why_a_query_is_broken(source: Source) -> None:
    with pytest.raises(
        QueryError, match=r"line 2, column 13: the prefix is not declared\n  \{ \?x foo:bar \?y \}\n {14}\^"
    ):
        source.run("SELECT ?x\n{ ?x foo:bar ?y }")
    with pytest.raises(QueryError, match="line 1, column"):
        source.run("SELECT ?x WHERE { ?x a ")


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(NoGraph, match="kg build"):
        open_source(tmp_path)


def test_a_folder_that_cannot_be_written_is_read_into_memory(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "graph.trig").write_bytes((folder / "graph.trig").read_bytes())

    def refuse(trig: Path, place: Path) -> int:
        raise PermissionError("read-only")

    monkeypatch.setattr("kg.query.run.build_store", refuse)
    said: list[str] = []
    source = open_source(tmp_path, told=said.append)
    assert source.prefixes["person"] == PERSON
    assert list(rows(source.run("SELECT ?x { person:austin kg:name ?x }"))) == [{"x": "لويد أوستن"}]
    assert "read into memory" in said[-1]
