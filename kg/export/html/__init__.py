"""graph.html: the interactive network, one file that needs no other and asks no host for anything.

pyvis builds the network and renders our template: the script of vis-network that its package carries, our own, and
the data as JSON. The policy in the page lets only these scripts run, by their hashes, and no connection be made.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.export.atomic import replacing
from kg.export.html.core import most_central
from kg.export.html.evidence import evidence
from kg.export.html.model import Page, page
from kg.export.plain import utf8_text
from kg.knowledge import Knowledge
from kg.lang import parse_yaml

# A browser draws this many nodes in about two seconds; the rest is told of, and had by `kg view --around`.
LIMIT = 20_000

_SCRIPTS = (
    "data.js", "dom.js", "filters.js", "visible.js", "layout.js", "canvas.js", "timeline.js", "sounds.js", "search.js", "quotes.js",
    "panel.js", "share.js", "main.js",
)  # fmt: skip


def write_html(knowledge: Knowledge, path: Path, *, limit: int = LIMIT, title: str | None = None) -> None:
    """Writes the page to ``path``. Of more than ``limit`` things and events it holds the most central, and says so."""
    with replacing(path) as temporary:
        temporary.write_text(render(knowledge, limit=limit, title=title), encoding="utf-8", newline="\n")


def render(knowledge: Knowledge, *, limit: int = LIMIT, title: str | None = None) -> str:
    """The page as text."""
    part = most_central(knowledge, limit)
    made = page(part, knowledge)
    net = _network(made)
    scripts = [_vis_script(), _own_script()]
    net.templateEnv.filters["embedded_json"] = embedded_json
    net.templateEnv.globals["page"] = {
        "model": made.model,
        "evidence": evidence(part),
        "words": words(),
        "title": title or words()["ar"]["title"],
        "style": _text("style.css"),
        "scripts": scripts,
        "policy": _policy(scripts),
    }
    return utf8_text(str(net.generate_html("graph.html")))


def embedded_json(value: Any) -> str:
    """``value`` as JSON that can stand inside a script element: nothing in it can end the element or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, str]]:
    """The words of the page by language: ``words()["ar"]["search"]``."""
    entries = parse_yaml(_text("words.yaml"), "kg/export/html/words.yaml")
    return {language: {name: entry[language] for name, entry in entries.items()} for language in ("ar", "en")}


def _network(made: Page) -> Any:
    """The pyvis network. Its lists are filled directly: adding one by one searches all that were added before."""
    from pyvis.network import Network

    net = Network(directed=False, cdn_resources="in_line")
    net.nodes = made.nodes
    net.edges = made.edges
    net.options = made.options
    folder = files("kg.export.html")
    net.set_template_dir(str(folder), "template.html")
    return net


def _text(name: str) -> str:
    return files("kg.export.html").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _vis_script() -> str:
    """vis-network as the pyvis package carries it, with its licence."""
    folder = files("pyvis").joinpath("lib")
    newest = max(entry.name for entry in folder.iterdir() if entry.name.startswith("vis-"))
    return _inline(folder.joinpath(newest, "vis-network.min.js").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _own_script() -> str:
    parts = (f"// {name}\n{_text('app/' + name)}" for name in _SCRIPTS)
    return _inline('(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n")


def _inline(script: str) -> str:
    """A script as a browser hashes it: with plain newlines, and nothing in it that ends the element."""
    if "</script" in script.lower():
        raise ValueError("a script of the page holds '</script', which would end its element")
    return script.replace("\r\n", "\n").replace("\r", "\n")


def _policy(scripts: list[str]) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )
