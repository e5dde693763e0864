"""The endpoint: the ``oxigraph`` server, read only and out of reach, behind a small server of ours.

Ours shows the query page and the network view, refuses what is not reading, bounds time and rows, and hands the rest
to Oxigraph, whose content negotiation, streaming and error codes pass through unchanged.
"""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import sys
import sysconfig
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

from kg.query import guard
from kg.query.bind import ParameterError, bind
from kg.query.library import library
from kg.query.lookup import find_things
from kg.query.run import Source

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_LARGEST_BODY = 1 << 20
_PASSED_ON = ("Accept", "Accept-Charset")
_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src 'self' data:"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen and what to allow: seconds for a query, rows of an answer, queries at a time."""

    host: str = "127.0.0.1"
    port: int = 7878
    seconds: int = 30
    rows: int = 10_000
    parallel: int = 16


class ServerError(RuntimeError):
    """The endpoint cannot start; the message says why."""


def binary() -> str:
    """The ``oxigraph`` program of this Python. Raises ``ServerError`` where it is missing."""
    beside = Path(sysconfig.get_path("scripts"), "oxigraph")
    found = (
        str(beside)
        if beside.is_file()
        else shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    )
    if not found:
        raise ServerError("the oxigraph server is not installed: pip install oxigraph")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Backend:
    """Oxigraph on a store, read only, on a free port of this machine alone.

    Oxigraph looks at its own time limit between results only: a query that counts for an hour before its first result
    runs on. So ``restart`` ends the process and starts another; queries that were under way there are asked again."""

    def __init__(self, store: Path, seconds: int) -> None:
        self._store, self._seconds = store, seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self.port, self.generation = 0, 0
        self._start()

    def _start(self) -> None:
        self.port = _free_port()
        where = ["--location", str(self._store), "--bind", f"127.0.0.1:{self.port}"]
        command = [binary(), "serve-read-only", *where, "--timeout-s", str(self._seconds)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._process = process
        lines: list[str] = []
        threading.Thread(target=lambda: lines.extend(process.stderr or ()), daemon=True).start()
        for _ in range(200):
            if process.poll() is not None:
                raise ServerError(f"oxigraph did not start on {self._store}: {' '.join(' '.join(lines).split())}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        self.stop()
        raise ServerError(f"oxigraph did not answer on port {self.port} within 10 seconds")

    def restart(self, generation: int) -> None:
        """Another process, unless there has been another since ``generation``."""
        with self._lock:
            if generation == self.generation:
                self.stop()
                self._start()
                self.generation += 1

    def stop(self) -> None:
        """Ends the process."""
        if self._process and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


class Endpoint(ThreadingHTTPServer):
    """Our side: one thread a client, at most ``settings.parallel`` queries at Oxigraph at a time."""

    daemon_threads = True
    request_queue_size = 256
    allow_reuse_address = True

    def __init__(self, folder: Path, source: Source, backend: Backend, settings: Settings) -> None:
        self.folder, self.source, self.backend, self.settings = folder, source, backend, settings
        self.turn = threading.BoundedSemaphore(settings.parallel)
        self.lookups = threading.Lock()
        super().__init__((settings.host, settings.port), Handler)

    @property
    def address(self) -> str:
        """The address of the query page."""
        host, port = self.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}/"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Endpoint
    protocol_version = "HTTP/1.1"
    server_version = "kg"
    sys_version = ""
    timeout = 120

    def do_GET(self) -> None:
        """The page and its parts, the view, the library, a query."""
        self._route("GET", b"")

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self._route("HEAD", b"")

    def do_POST(self) -> None:
        """A query in a form or as the body."""
        try:
            length = int(self.headers.get("Content-Length") or 0)
        except ValueError:
            length = -1
        if length < 0 or self.headers.get("Transfer-Encoding"):
            self.close_connection = True
            return self._say(411, "send the length of the body (Content-Length)")
        if length > _LARGEST_BODY:
            self.close_connection = True
            for _ in range(
                min(length, 16 * _LARGEST_BODY) >> 16
            ):  # read what is on its way, or it never hears the answer
                self.rfile.read(1 << 16)
            self.rfile.read(length & 0xFFFF)
            return self._say(413, f"the query is longer than {_LARGEST_BODY} bytes")
        self._route("POST", self.rfile.read(length))

    def do_OPTIONS(self) -> None:
        """What is allowed."""
        self._send(204, b"", "text/plain", {"Allow": "GET, HEAD, POST, OPTIONS"})

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send(
            405,
            b"this endpoint only reads: use GET or POST\n",
            "text/plain; charset=utf-8",
            {"Allow": "GET, HEAD, POST, OPTIONS"},
        )

    do_PUT = do_DELETE = do_PATCH = _refuse_method

    def _route(self, method: str, body: bytes) -> None:
        if not self._is_local():
            return self._say(403, "this endpoint answers to its own address only")
        url = urllib.parse.urlsplit(self.path)
        if url.path in ("/sparql", "/query"):
            return self._sparql(method, url.query, body)
        if method == "POST":
            return self._say(405, "POST goes to /sparql", {"Allow": "GET, HEAD"})
        if url.path in ("/", "/index.html"):
            return self._file("page.html", "text/html; charset=utf-8")
        if url.path in ("/page.js", "/page.css"):
            return self._file(
                url.path[1:], "text/javascript; charset=utf-8" if url.path.endswith("js") else "text/css; charset=utf-8"
            )
        if url.path == "/favicon.ico":
            return self._send(204, b"", "image/x-icon", {})
        if url.path == "/library.json":
            return self._json(_library(self.server.source))
        if url.path == "/bind":
            return self._bind(urllib.parse.parse_qs(url.query, keep_blank_values=True))
        if url.path == "/view":
            view = self.server.folder / "graph.html"
            if view.is_file():
                return self._send(200, view.read_bytes(), "text/html; charset=utf-8", {})
            return self._say(404, f"there is no {view}: kg build makes it")
        self._say(404, "there is nothing here; the query page is /, the endpoint /sparql, the network /view")

    def _is_local(self) -> bool:
        """Against pages elsewhere that point their own name at this machine. Only where we listen to this machine alone."""
        if self.server.settings.host not in ("127.0.0.1", "localhost", "::1"):
            return True
        host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host") or ""
        return host.strip("[]") in ("", "127.0.0.1", "localhost", "::1")

    def _sparql(self, method: str, query_string: str, body: bytes) -> None:
        """One query of the SPARQL 1.1 protocol, checked, bounded and handed on as a form."""
        try:
            pairs = urllib.parse.parse_qsl(query_string, keep_blank_values=True, errors="strict")
            if method == "POST":
                kind = (self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
                if kind == _FORM:
                    pairs += urllib.parse.parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict")
                elif kind == _QUERY:
                    pairs.append(("query", body.decode("utf-8")))
                elif kind == "application/sparql-update":
                    return self._say(403, "updates are refused: this endpoint only reads")
                else:
                    return self._say(415, f"send {_FORM} or {_QUERY}, not '{kind}'")
        except UnicodeDecodeError:
            return self._say(400, "the query is not UTF-8")
        if any(name == "update" for name, _ in pairs):
            return self._say(403, "updates are refused: this endpoint only reads")
        queries = [value for name, value in pairs if name == "query"]
        if len(queries) != 1:
            return self._say(400, f"one parameter 'query' is needed, {len(queries)} were sent")
        try:
            guard.check(queries[0])
        except guard.Refused as refused:
            return self._say(403, str(refused))
        text = guard.with_prefixes(guard.limited(queries[0], self.server.settings.rows), self.server.source.prefixes)
        rest = [pair for pair in pairs if pair[0] in ("default-graph-uri", "named-graph-uri", "union-default-graph")]
        self._hand_on(method, urllib.parse.urlencode([("query", text), *rest]).encode())

    def _hand_on(self, method: str, form: bytes) -> None:
        settings, backend = self.server.settings, self.server.backend
        if not self.server.turn.acquire(timeout=settings.seconds):
            return self._say(503, "too many queries at a time; try again", {"Retry-After": "5"})
        try:
            deadline = time.monotonic() + settings.seconds
            while (left := deadline - time.monotonic()) > 0:
                generation = backend.generation
                try:
                    status, kind, body = self._ask(backend.port, form, left)
                except TimeoutError:
                    break
                except (OSError, http.client.HTTPException):
                    time.sleep(0.05)  # another query was ended together with this one, or the process is gone
                    backend.restart(generation)
                    continue
                return self._send(status, body, kind, {"X-Row-Limit": str(settings.rows)}, head=method == "HEAD")
            backend.restart(generation)
            self._say(504, f"the query took longer than {settings.seconds} seconds")
        except ServerError as error:
            self._say(502, f"the store does not answer: {error}")
        finally:
            self.server.turn.release()

    def _ask(self, port: int, form: bytes, seconds: float) -> tuple[int, str, bytes]:
        """(status, content type, body) of Oxigraph's answer. Raises ``TimeoutError``."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
        try:
            headers = {"Content-Type": _FORM} | {
                name: self.headers[name] for name in _PASSED_ON if self.headers.get(name)
            }
            connection.request("POST", "/query", form, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Content-Type") or "text/plain", answer.read()
        finally:
            connection.close()

    def _bind(self, parameters: dict[str, list[str]]) -> None:
        """A query of the library as SPARQL text with its parameters put in."""
        query = library().get(parameters.pop("query", [""])[0])
        if query is None:
            return self._json({"error": "there is no such query"}, 404)
        given = {name: values[0] for name, values in parameters.items() if values[0].strip()}
        source = self.server.source

        def lookup(name: str, of: str) -> list[str]:
            with self.server.lookups:
                return [node.value for node in find_things(source.store, name, of, source.prefixes)]

        try:
            text = bind(query, given, lookup)
        except ParameterError as error:
            return self._json({"error": str(error)}, 400)
        self._json({"sparql": "\n".join(line for line in text.splitlines() if not line.startswith("#+ "))})

    def _file(self, name: str, kind: str) -> None:
        self._send(200, files("kg.query").joinpath(name).read_bytes(), kind, {"Content-Security-Policy": _POLICY})

    def _json(self, value: object, status: int = 200) -> None:
        self._send(status, json.dumps(value, ensure_ascii=False).encode(), "application/json; charset=utf-8", {})

    def _say(self, status: int, line: str, headers: dict[str, str] | None = None) -> None:
        self._send(status, f"{line}\n".encode(), "text/plain; charset=utf-8", headers or {})

    def _send(self, status: int, body: bytes, kind: str, headers: dict[str, str], head: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if not (head or self.command == "HEAD" or status == 204):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing of requests: a busy endpoint would drown its own messages."""


def _library(source: Source) -> dict[str, object]:
    queries = [
        {
            "name": query.name,
            "ar": query.title_ar,
            "en": query.title_en,
            "description": query.description,
            "parameters": [
                {"name": p.name, "type": p.of or p.type, "default": p.default, "about": p.about}
                for p in query.parameters
            ],
        }
        for query in library().values()
    ]
    return {"queries": queries, "prefixes": source.prefixes}


@contextmanager
def endpoint(folder: Path, source: Source, settings: Settings) -> Iterator[Endpoint]:
    """Oxigraph and our server before it, listening; ``serve_forever`` is the caller's. Raises ``ServerError``."""
    backend = Backend(folder / "store", settings.seconds)
    try:
        server = Endpoint(folder, source, backend, settings)
    except OSError as error:
        backend.stop()
        raise ServerError(
            f"cannot listen on {settings.host}:{settings.port}: {error}; choose another --port"
        ) from error
    try:
        yield server
    finally:
        server.server_close()
        backend.stop()
