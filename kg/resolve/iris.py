"""Addresses of things: derived from what a thing is and is called, never from the order in which it was met.

An IRI is ``<base><kind>/<readable part>-<hash>``; the readable part is for people, the hash of the exact key makes it
unique. The same records give the same addresses in every build.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from kg.lang import load
from kg.text.normalize import fold

DEFAULT_BASE = "https://w3id.org/arabic-news-kg/"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_WIKIDATA = re.compile(r"(?:.*/)?(Q[1-9][0-9]*)$")


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    return {ord(arabic): latin for arabic, latin in load("translit.yaml")["letters"].items()}


@lru_cache(maxsize=1 << 16)
def romanize(text: str) -> str:
    """Arabic letters in Latin, letter for letter, lower case; other characters stay: ``ywaf ghalant``."""
    return fold(text).translate(_letters())


def slug(text: str, longest: int = 40) -> str:
    """Readable ASCII for an address: ``ywaf-ghalant``; may be empty."""
    return _NOT_SLUG.sub("-", romanize(text)).strip("-")[:longest].rstrip("-")


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits of the SHA-256 of ``parts``."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _join(base: str, kind: str, readable: str, *key: str) -> str:
    return f"{base}{kind}/{readable + '-' if readable else ''}{digest(kind, *key)}"


def thing_iri(base: str, type: str, key: str, qualifier: str = "") -> str:
    """Of a thing known by name: ``key`` is its name in comparing form, ``qualifier`` tells namesakes apart."""
    return _join(base, type.lower(), slug(key), key, qualifier)


def world_iri(base: str, type: str, world: str) -> str:
    """Of a thing that the gazetteer knows by ``world`` (a Wikidata id or "kg:...")."""
    found = _WIKIDATA.fullmatch(world)
    local = found.group(1) if found else slug(world.removeprefix("kg:")) or digest(world)
    return f"{base}{type.lower()}/{local}"


def article_iri(base: str, doc: str) -> str:
    """Of an article, by its id."""
    readable = slug(doc, 60)
    return f"{base}article/{doc}" if readable == doc else _join(base, "article", readable, doc)


def event_iri(base: str, leaf: str, doc: str, start: int) -> str:
    """Of an event: the article that tells it first, and where its trigger stands there."""
    return _join(base, leaf.lower(), "", doc, str(start))


def fact_iri(base: str, type: str, subject: str, object: str, title: str, former: bool) -> str:
    """Of a relation between two things (their IRIs)."""
    return _join(base, "fact", type.lower(), subject, object, title, str(former))
