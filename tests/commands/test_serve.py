from __future__ import annotations

import concurrent.futures
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, XML, SPARQLWrapper

sys.path.insert(0, str(Path(__file__).parent.parent / "graph"))

from graph_sample import write_folder

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real command in a process of its own, on a free port."""
    folder = write_folder(tmp_path_factory.mktemp("served"))
    (folder / "graph.html").write_text("<!DOCTYPE html><title>network</title>", "utf-8")
    command = [sys.executable, "-m", "kg.cli", "serve", str(folder), "--port", "0", "--timeout", "3", "--rows", "50"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"query page (http://127\.0\.0\.1:\d+/)", line)
    assert found, line + process.stderr.read()
    yield found[1]
    process.send_signal(2)
    assert process.wait(10) == 0


def get(url: str, data: bytes | None = None, **headers: str) -> HTTPResponse:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = urllib.request.urlopen(urllib.request.Request(url, data, names), timeout=20)
    assert isinstance(answer, HTTPResponse)
    return answer


def fails(url: str, data: bytes | None = None, **headers: str) -> tuple[int, str]:
    with pytest.raises(urllib.error.HTTPError) as error:
        get(url, data, **headers)
    return error.value.code, error.value.read().decode()


def asked(address: str, query: str) -> str:
    return f"{address}sparql?{urllib.parse.urlencode({'query': query})}"


NAMES = "PREFIX k: <https://w3id.org/arabic-news-kg/ontology#> SELECT ?n { ?p a k:Person ; k:name ?n } ORDER BY ?n"


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("direct", [False, True])
def test_sparqlwrapper_both_ways(address: str, method: str, direct: bool) -> None:
    wrapper = SPARQLWrapper(address + "sparql")
    wrapper.setMethod(method)
    if direct and method == POST:
        wrapper.setRequestMethod(POSTDIRECTLY)
    wrapper.setQuery(NAMES)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.query().convert()["results"]["bindings"]
    assert len(rows) == 7 and "لويد أوستن" in {row["n"]["value"] for row in rows}


def test_sparqlwrapper_formats(address: str) -> None:
    wrapper = SPARQLWrapper(address + "sparql")
    wrapper.setQuery(NAMES)
    wrapper.setReturnFormat(XML)
    assert wrapper.query().convert().getElementsByTagName("result").length == 7
    wrapper.setReturnFormat(CSV)
    assert wrapper.query().convert().decode().splitlines()[0] == "n"
    wrapper.setQuery("CONSTRUCT { ?p a kg:Person } { ?p a kg:Person }")
    wrapper.setReturnFormat(TURTLE)
    assert b"person/austin" in wrapper.query().convert()
    wrapper.setReturnFormat(RDFXML)
    assert len(wrapper.query().convert()) == 7


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("*/*", "application/sparql-results+"),
    ],
)
def test_content_negotiation(address: str, accept: str, kind: str) -> None:
    with get(asked(address, NAMES), Accept=accept) as answer:
        assert answer.status == 200 and (answer.headers["Content-Type"] or "").startswith(kind)


def test_triples_as_ntriples_and_turtle(address: str) -> None:
    for accept in ("application/n-triples", "text/turtle"):
        with get(asked(address, "CONSTRUCT WHERE { ?p a kg:Person }"), Accept=accept) as answer:
            assert answer.headers["Content-Type"].startswith(accept) and b"person/austin" in answer.read()


def test_graphs_by_parameter(address: str) -> None:
    graph = urllib.parse.quote("https://w3id.org/arabic-news-kg/article/a2", safe="")
    with get(
        asked(address, "SELECT ?x { ?e kg:place ?x }") + f"&default-graph-uri={graph}", Accept="text/csv"
    ) as answer:
        assert answer.read().decode().split() == ["x", "https://w3id.org/arabic-news-kg/place/pentagon"]


FORM = "application/x-www-form-urlencoded"


def test_error_codes(address: str) -> None:
    url = address + "sparql"
    assert fails(url)[0] == 400
    assert fails(f"{url}?query=ASK%7B%7D&query=ASK%7B%7D")[0] == 400
    code, said = fails(asked(address, "SELECT ?x\nWHERE { ?x a "))
    assert code == 400 and "2:" in said
    assert fails(asked(address, NAMES), Accept="image/png")[0] == 406
    assert fails(url, b"ASK {}", Content_Type="text/plain")[0] == 415
    assert fails(url, b"query=%ff", Content_Type=FORM)[0] == 400
    assert fails(url, b"x" * (1 << 20 | 1), Content_Type=FORM)[0] == 413
    assert fails(address + "nothing")[0] == 404
    request = urllib.request.Request(url, method="PUT", data=b"")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request)
    assert error.value.code == 405


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"update=" + urllib.parse.quote("INSERT DATA { <a:a> <a:b> <a:c> }").encode(), FORM),
        (b"INSERT DATA { <a:a> <a:b> <a:c> }", "application/sparql-update"),
        (b"LOAD <http://127.0.0.1/x>", "application/sparql-query"),
        (b"SELECT * { SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }", "application/sparql-query"),
    ],
)
def test_what_would_write_or_reach_out_is_refused(address: str, data: bytes, kind: str) -> None:
    code, said = fails(address + "sparql", data, Content_Type=kind)
    assert code == 403 and "refused" in said


def test_other_names_for_this_machine_are_refused(address: str) -> None:
    assert fails(asked(address, NAMES), Host="evil.example")[0] == 403


def test_the_rows_are_limited_and_said_to_be(address: str) -> None:
    with get(asked(address, "SELECT * { ?s ?p ?o }"), Accept="text/csv") as answer:
        assert len(answer.read().decode().splitlines()) == 51 and answer.headers["X-Row-Limit"] == "50"


def test_a_runaway_query_ends_and_the_next_is_answered(address: str) -> None:
    began = time.monotonic()
    code, said = fails(asked(address, ENDLESS))
    assert code == 504 and "3 seconds" in said and time.monotonic() - began < 10
    with get(asked(address, NAMES), Accept="text/csv") as answer:
        assert answer.status == 200


def test_fifty_clients_and_a_runaway_among_them(address: str) -> None:
    def one(number: int) -> int:
        if number == 7:
            return fails(asked(address, ENDLESS))[0]
        with get(asked(address, NAMES), Accept="text/csv") as answer:
            return len(answer.read().decode().splitlines())

    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        found = list(pool.map(one, range(50)))
    assert found == [504 if number == 7 else 8 for number in range(50)]


def test_the_page_works_without_the_internet_and_has_the_library(address: str) -> None:
    with get(address) as answer:
        page = answer.read().decode()
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert 'dir="rtl"' in page and "http" not in page
    for part in ("page.js", "page.css"):
        with get(address + part) as answer:
            assert not re.search(rb"https?://", re.sub(rb"\^https\?:", b"", answer.read()))
    with get(address + "library.json") as answer:
        data = json.load(answer)
    assert len(data["queries"]) >= 40 and data["prefixes"]["kg"]
    with get(address + "view") as answer:
        assert b"network" in answer.read()


def test_parameters_are_bound_for_the_page(address: str) -> None:
    asked_for = urllib.parse.urlencode({"query": "people/met", "person": "قالانت"})
    with get(f"{address}bind?{asked_for}") as answer:
        text = json.load(answer)["sparql"]
    with get(asked(address, text), Accept="text/csv") as answer:
        assert len(answer.read().decode().splitlines()) == 3
    code, said = fails(f"{address}bind?query=people/met&person=zzz")
    assert code == 400 and "no thing" in json.loads(said)["error"]


def test_a_kill_ends_the_store_as_well(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg.cli", "serve", str(write_folder(tmp_path)), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None and "query page" in process.stderr.readline()
    process.terminate()
    assert process.wait(10) == 0
    found = subprocess.run(["ps", "-A", "-o", "args"], check=True, capture_output=True, text=True).stdout
    assert str(tmp_path) not in found


def test_curl(address: str) -> None:
    command = ["curl", "-s", "-H", "Accept: text/csv", address + "sparql", "--data-urlencode", f"query={NAMES}"]
    assert "لويد أوستن" in subprocess.run(command, check=True, capture_output=True, text=True).stdout
