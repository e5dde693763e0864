"""Serve the graph of a build folder on this machine: a query page, a SPARQL 1.1 endpoint, the network view.

  /         query page with the library, works without the internet
  /sparql   the endpoint: GET ?query=…, POST as a form or as application/sparql-query; JSON, XML, CSV, TSV, Turtle, N-Triples
  /view     the network

Reading only: updates, LOAD and SERVICE are refused, a query has a time and a row limit. It listens on 127.0.0.1 unless
--host says otherwise. Ctrl-C ends it.

  kg serve exports/ --port 7878
"""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from kg.cli import UsageError
from kg.query.run import NoGraph, open_source
from kg.query.server import ServerError, Settings, endpoint


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``kg serve``."""
    usual = Settings()
    parser.add_argument("folder", metavar="DIR", help="the folder that kg build made")
    parser.add_argument("--port", type=int, default=usual.port, help=f"port (default {usual.port}; 0 takes a free one)")
    parser.add_argument("--host", default=usual.host, help="address to listen on (default: this machine only)")
    parser.add_argument(
        "--timeout", type=int, default=usual.seconds, metavar="SECONDS", help="longest time of a query (default 30)"
    )
    parser.add_argument(
        "--rows", type=int, default=usual.rows, metavar="N", help=f"most rows of an answer (default {usual.rows})"
    )


def run(args: argparse.Namespace) -> int:
    """Serves until interrupted."""
    folder = Path(args.folder)
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    if not 0 <= args.port <= 65535 or args.timeout < 1 or args.rows < 1:
        raise UsageError("--port is from 0 to 65535, --timeout and --rows at least 1")
    # an ordinary kill ends the store's process as well, as Ctrl-C does
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        source = open_source(folder)
        settings = Settings(args.host, args.port, args.timeout, args.rows)
        with endpoint(folder, source, settings) as server:
            where = server.address
            print(f"kg serve: query page {where}  endpoint {where}sparql  network {where}view", file=sys.stderr)
            if args.host not in ("127.0.0.1", "localhost", "::1"):
                print("kg serve: others on the network can read this graph", file=sys.stderr)
            server.serve_forever()
    except KeyboardInterrupt:
        print("kg serve: ended", file=sys.stderr)
    except (NoGraph, ServerError) as error:
        raise UsageError(str(error)) from error
    return 0
