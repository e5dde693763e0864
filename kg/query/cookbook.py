"""``docs/queries.md``, made from the headers of the library.

python -m kg.query.cookbook        writes it again
"""

from __future__ import annotations

from pathlib import Path

from kg.query.library import Query, library

_THEMES = {
    "people": "People",
    "organizations": "Organizations",
    "places": "Places",
    "events": "Events",
    "statements": "Statements",
    "time": "Time",
    "sources": "Sources",
    "disagreements": "Disagreements",
    "networks": "Networks",
    "checks": "Checks",
}
_INTRODUCTION = """# Query cookbook

Made by `python -m kg.query.cookbook` from the headers of `queries/**/*.rq`.

    kg query --list                                    what there is
    kg query --list people/met                         one query with its text
    kg query exports/ people/met --set person=Gallant  ask it; a name in any spelling, Arabic or Latin
    kg query exports/ my.rq --format csv               a query of your own
    kg query exports/ "SELECT ?n { ?p a kg:Person ; kg:name ?n }"

A query of the library is plain SPARQL 1.1 and runs on any store that holds `graph.trig` (those that read `GRAPH ?article`)
or `graph.ttl` (all others), once the prefixes are declared. A parameter is a line `VALUES ?name { … }`: `UNDEF` there
means "any", another value is put in its place. `kg query` takes the value from `--set name=value`, checks its type and
looks names up in the graph.

Types: a class name (`Person`, `Place`, `thing` for any) takes a name or an IRI · `event` an IRI · `date` 2024-03-26, 2024-03 or
2024 (the first day, for `until` the last) · `kind` a kind of event or thing · `status` one of actual, planned, possible,
negated, demanded, cancelled · `text` words that must stand in the text, in any spelling of hamza · `integer`.

Where a column `x` has a companion `xLabel`, tables show the label in place of the address; CSV, TSV and JSON have both.
"""


def markdown() -> str:
    """The text of the cookbook."""
    parts = [_INTRODUCTION]
    every = library().values()
    for theme, title in _THEMES.items():
        parts.append(f"\n## {title}\n")
        parts += [_entry(query) for query in every if query.theme == theme]
    return "".join(parts)


def _entry(query: Query) -> str:
    lines = [f"\n### {query.name}", "", f"{query.title_en} · {query.title_ar}", "", query.description, ""]
    for parameter in query.parameters:
        default = "needed" if parameter.default is None else f"default `{parameter.default}`"
        lines.append(f"- `{parameter.name}` ({parameter.of or parameter.type}, {default}): {parameter.about}")
    if query.parameters:
        lines.append("")
    for example in query.example[:1]:
        columns = list(example)
        lines.append("| " + " | ".join(columns) + " |")
        lines.append("| " + " | ".join("---" for _ in columns) + " |")
        lines.append("| " + " | ".join(str(example[column]).replace("|", "/") for column in columns) + " |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    place = Path(__file__).parent.parent.parent / "docs" / "queries.md"
    place.write_text(markdown(), encoding="utf-8", newline="\n")
