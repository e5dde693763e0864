"""``python -m kg.graph`` writes kg/graph/ontology.ttl and docs/ontology.md of this checkout again."""

from __future__ import annotations

from pathlib import Path

from kg.graph.ontology import markdown, ontology_turtle

here = Path(__file__).parent
here.joinpath("ontology.ttl").write_text(ontology_turtle(), encoding="utf-8", newline="\n")
here.parent.parent.joinpath("docs", "ontology.md").write_text(markdown(), encoding="utf-8", newline="\n")
