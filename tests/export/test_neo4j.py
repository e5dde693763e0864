from __future__ import annotations

import csv
import re

import pytest

from kg.export.cypher import literal, write_cypher
from kg.export.neo4j import write_neo4j
from kg.export.property_graph import property_graph, type_name


@pytest.fixture(scope="module")
def folder(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("neo4j")
    write_neo4j(small, path)
    return path


def read(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_thing_event_fact_and_article_is_a_node(folder, small):
    assert len(read(folder / "things.csv")) == len(small.things)
    assert len(read(folder / "events.csv")) == len(small.events)
    assert len(read(folder / "facts.csv")) == len(small.facts)
    assert len(read(folder / "articles.csv")) == len(small.articles)
    gallant = next(row for row in read(folder / "things.csv") if row["name:string"] == "يوآف غالانت")
    assert (gallant[":LABEL"], gallant["aliases:string[]"]) == ("Thing;Person", "يوآف غالانت;جالانت")
    meeting = next(row for row in read(folder / "events.csv") if row["type:string"] == "Meet")
    assert (meeting[":LABEL"], meeting["first_day:date"]) == ("Event;Contact;Meet", "2024-03-26")


def test_relationships_have_both_ends(folder):
    ids = {"Thing": "things", "Event": "events", "Fact": "facts", "Article": "articles"}
    known = {label: {row[f"id:ID({label})"] for row in read(folder / f"{name}.csv")} for label, name in ids.items()}
    seen = 0
    for path in folder.glob("*.csv"):
        for row in read(path):
            for column, value in row.items():
                if match := re.fullmatch(r":(?:START|END)_ID\((\w+)\)", column):
                    assert value in known[match[1]], (path.name, value)
                    seen += 1
    assert seen > 60


def test_evidence_and_reporting_are_there(folder):
    told = read(folder / "event_tellings.csv")
    assert any(row["trigger:string"] == "التقى" and row["sentence:string"].startswith("التقى وزير") for row in told)
    assert len(read(folder / "reported_events.csv")) == 1  # the cancelled visit, told in the announcement
    assert {row[":TYPE"] for row in read(folder / "relations.csv")} == {"POSITION", "LOCATED_IN"}


def test_import_reads_every_file_and_every_kind(folder, small):
    text = (folder / "import.cypher").read_text("utf-8")
    graph = property_graph(small)
    filled = [f"{table.label.lower()}s.csv" for table in graph.nodes if table.rows]
    filled += [f"{table.name}.csv" for table in graph.relationships if table.rows]
    assert set(re.findall(r"file:///(\w+\.csv)", text)) == set(filled)
    kinds = {(row[1]) for table in graph.relationships for row in table.rows}
    assert set(re.findall(r"`:TYPE` = '(\w+)'", text)) == kinds
    assert (
        "CREATE CONSTRAINT" not in text
        and "CREATE (" not in text
        and text.count("MERGE") == text.count("LOAD CSV WITH")
    )
    assert (folder / "constraints.cypher").read_text("utf-8").count("IS UNIQUE") == 4
    command = (folder / "import.sh").read_text("utf-8")
    assert all(f"={path.name}" in command for path in folder.glob("*.csv"))


def test_import_names_the_columns_that_the_files_have(folder):
    text = (folder / "import.cypher").read_text("utf-8")
    loads = re.findall(r"file:///(\w+\.csv)' AS row(.*?)IN TRANSACTIONS", text, re.S)
    assert len(loads) > 15
    for file, body in loads:
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            header = next(csv.reader(lines))
        named = set(re.findall(r"row\.`([^`]+)`", body))
        assert named <= set(header), (file, named - set(header))
        plain = {column for column in header if not column.startswith(":")}
        assert plain <= named, (file, plain - named)  # and every property is read


def test_keys_make_relationships_unique(small):
    for table in property_graph(small).relationships:
        keys = [row[:4] for row in table.rows]
        assert len(set(keys)) == len(keys), table.name


def test_names():
    assert type_name("memberOf") == "MEMBER_OF"
    assert literal('a"b\\c\nd') == '"a\\"b\\\\c\\nd"'
    assert literal((1, "ب", None)) == '[1, "ب", null]'


def statements(text: str) -> list[str]:
    """The statements of a Cypher file, split as a reader of Cypher does: by ``;`` outside strings and backticks."""
    outside = re.sub(r'"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`', "X", re.sub(r"^//.*\n", "", text, flags=re.M), flags=re.S)
    return [part.strip() for part in outside.split(";") if part.strip()]


def test_hostile_names_stay_inside_their_strings(hostile, tmp_path):
    write_cypher(hostile, tmp_path / "g.cypher")
    text = (tmp_path / "g.cypher").read_text("utf-8")
    assert all(part.startswith("UNWIND [") for part in statements(text))
    assert "DELETE" in text and not any("DELETE" in part or "HYPERLINK" in part for part in statements(text))
    write_neo4j(hostile, tmp_path / "neo4j")
    rows = read(tmp_path / "neo4j" / "things.csv")
    assert len(rows) == len(hostile.things)
    assert all(row["aliases:string[]"].count(";") == 1 for row in rows)  # two names each, whatever is in them
    assert not any("\\" in path.read_text("utf-8") for path in (tmp_path / "neo4j").glob("*.csv"))


def test_cypher_file_holds_all(small, tmp_path):
    write_cypher(small, tmp_path / "g.cypher")
    text = (tmp_path / "g.cypher").read_text("utf-8")
    graph = property_graph(small)
    rows = sum(len(table.rows) for table in graph.nodes) + sum(len(table.rows) for table in graph.relationships)
    assert len(re.findall(r"^  \{`(?:id|from)`: ", text, flags=re.M)) == rows
    assert '`date`: "2024-04"' in text and "n.`first_day` = date(row.`first_day`)" in text


def test_bolt_sends_everything_in_batches_that_can_be_repeated(small):
    from kg.export.bolt import send

    queries: list[tuple[str, dict]] = []
    told: list[tuple[str, int]] = []
    sent = send(small, lambda query, parameters: queries.append((query, parameters)), lambda *row: told.append(row))
    graph = property_graph(small)
    assert sent == {
        **{table.label: len(table.rows) for table in graph.nodes},
        **{table.name: len(table.rows) for table in graph.relationships},
    }
    assert told == list(sent.items())
    assert all("MERGE" in query for query, parameters in queries if parameters)
    assert next(query for query, parameters in queries if not parameters).startswith("CREATE CONSTRAINT")
    thing = next(row for query, parameters in queries if ":`Person`" in query for row in parameters["rows"])
    assert isinstance(thing["aliases"], list)


def test_empty(empty, tmp_path):
    write_neo4j(empty, tmp_path / "neo4j")
    write_cypher(empty, tmp_path / "g.cypher")
    assert read(tmp_path / "neo4j" / "things.csv") == []
