"""Every query of the library against the answer on the sample that a person has read and found right.

python tests/query/test_library.py        writes the answers again; read the difference before you commit it
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from kg.query.cookbook import markdown
from kg.query.library import Query, library, parse
from kg.query.run import Source, Table, open_source
from kg.query.show import text

ANSWERS = Path(__file__).parent / "answers"
NEEDED = {
    "networks/path": {"from": "أوستن", "to": "بايدن"},
    "networks/shortest-path": {"from": "أوستن", "to": "رفح"},
    "networks/around": {"thing": "جالانت"},
}


def answer(source: Source, query: Query) -> str:
    found = source.ask(query, NEEDED.get(query.name, {}))
    plain = text(found, "csv" if isinstance(found, Table) else "ttl", source.prefixes).replace("\r\n", "\n")
    # the order of what GROUP_CONCAT joins is the engine's own
    return re.sub(r"[^,\n]+(?:(?:، | / )[^,\n]+)+", lambda m: " / ".join(sorted(re.split("، | / ", m[0]))), plain)


@pytest.fixture(scope="module")
def source(folder: Path) -> Source:
    return open_source(folder)


@pytest.mark.parametrize("name", library())
def test_the_answer_is_the_one_that_was_checked(source: Source, name: str) -> None:
    expected = (ANSWERS / f"{name.replace('/', '.')}.txt").read_text("utf-8")
    assert answer(source, library()[name]) == expected


@pytest.mark.parametrize("name", library())
def test_every_query_runs_as_it_stands_with_its_prefixes_declared(source: Source, name: str) -> None:
    """As a person pastes it elsewhere: parameters at their defaults, "any" left as UNDEF."""
    query = library()[name]
    if not any(parameter.default is None for parameter in query.parameters):
        bound = text(source.ask(query), "csv", source.prefixes)
        assert text(source.run(query.text), "csv", source.prefixes) == bound


@pytest.mark.parametrize("name", library())
def test_the_example_is_a_row_of_the_answer(source: Source, name: str) -> None:
    query = library()[name]
    found = source.ask(query, NEEDED.get(name, {}))
    for example in query.example:
        assert isinstance(found, Table)
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.plain()]
        wanted = {key: str(value) for key, value in example.items()}
        assert set(wanted) <= set(found.columns)
        assert any(all(row[key] == value for key, value in wanted.items()) for row in rows), wanted


def test_the_library_is_large_and_every_header_complete() -> None:
    every = library()
    assert len(every) >= 40
    assert {query.theme for query in every.values()} >= {
        "people", "organizations", "places", "events", "statements", "time", "sources", "disagreements", "networks", "checks",
    }  # fmt: skip
    for query in every.values():
        assert query.title_ar != query.name and re.search("[\u0621-\u064a]", query.title_ar), query.name
        assert query.title_en and query.description, query.name
        declared = {parameter.name for parameter in query.parameters}
        for name in declared:
            assert re.search(rf"VALUES \?{name} {{", query.text), f"{query.name}: {name} is not bound"


def test_almost_every_query_finds_something_on_the_sample(source: Source) -> None:
    empty = [n for n in library() if not n.startswith("checks/") and answer(source, library()[n]).count("\n") < 2]
    assert empty == []


def test_the_cookbook_is_up_to_date() -> None:
    docs = Path(__file__).parent.parent.parent / "docs" / "queries.md"
    assert docs.read_text("utf-8") == markdown(), "run: python -m kg.query.cookbook"
    assert all(f"### {name}\n" in markdown() for name in library())


def test_a_broken_header_is_named() -> None:
    with pytest.raises(ValueError, match=r"queries/x/y\.rq.*type 'colour' is none of"):
        parse("#+ title: {en: a, ar: b}\n#+ parameters: {p: {type: colour, about: c}}\nASK {}", "x/y")
    with pytest.raises(ValueError, match=r"queries/x/y\.rq"):
        parse("#+ title: [\nASK {}", "x/y")


if __name__ == "__main__":
    import tempfile

    sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))
    from graph_sample import write_folder

    ANSWERS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        opened = open_source(write_folder(Path(place)))
        for one in library().values():
            (ANSWERS / f"{one.name.replace('/', '.')}.txt").write_text(answer(opened, one), "utf-8")
