"""One article through each format, plain and gzipped."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest

from kg.read import Article, Problem, read_paths

TEXT = (
    "أعلن الوزير في مؤتمر صحفي عقده في العاصمة أن الحكومة ستبدأ تنفيذ المشروع في العام المقبل.\n"
    "وأضاف أن العمل سيستمر ثلاثة أعوام، وأن خمس شركات ستشارك فيه."
)
TITLE = "الحكومة تبدأ المشروع"


def read(*paths: Path | str, stdin: bytes | None = None) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    articles = list(read_paths([str(p) for p in paths], problems, stdin=io.BytesIO(stdin) if stdin else None))
    return articles, problems


def as_jsonl() -> bytes:
    item = {
        "id": "a1",
        "title": TITLE,
        "published": "2024-03-26",
        "source": "S",
        "url": "https://s.example/1",
        "text": TEXT,
    }
    return json.dumps(item, ensure_ascii=False).encode() + b"\n"


def as_record() -> bytes:
    doc = {
        "id": "a1",
        "title": TITLE,
        "published": "2024-03-26",
        "source": "S",
        "url": "https://s.example/1",
        "text": TEXT,
    }
    return json.dumps({"schema": 1, "doc": doc, "entities": []}, ensure_ascii=False).encode()


def as_other_names() -> bytes:
    item = {
        "_id": "a1",
        "Headline": TITLE,
        "date": "Tue, 26 Mar 2024 08:00:00 +0300",
        "publisher": {"name": "S"},
        "link": "https://s.example/1",
        "Body": TEXT,
    }
    return json.dumps({"articles": [item]}).encode()


def as_csv(delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["id", "title", "date", "source", "url", "text"])
    writer.writerow(["a1", TITLE, "26/03/2024", "S", "https://s.example/1", TEXT])
    return out.getvalue().replace("\r\n", "\n").encode()


def as_rss() -> bytes:
    paragraphs = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in TEXT.split("\n"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>S</title><item><title>{TITLE}</title><link>https://s.example/1</link><guid>a1</guid>"
        "<description>x</description><pubDate>Tue, 26 Mar 2024 08:00:00 GMT</pubDate>"
        f"<c:encoded>{paragraphs}</c:encoded></item></channel></rss>"
    ).encode()


def as_atom() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>S</title><entry>'
        f'<title>{TITLE}</title><link href="https://s.example/1"/><id>a1</id><updated>2024-03-26T08:00:00Z</updated>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{paragraphs}</div></content></entry></feed>'
    ).encode()


FORMATS = {
    "a.jsonl": as_jsonl(),
    "a.ndjson": b"\xef\xbb\xbf" + as_jsonl(),
    "utf16.jsonl": as_jsonl().decode().encode("utf-16"),
    "a.json": as_jsonl(),
    "list.json": b"[" + as_jsonl() + b"]",
    "record.json": as_record(),
    "other.json": as_other_names(),
    "a.csv": as_csv(","),
    "b.csv": as_csv(";"),
    "windows.csv": as_csv(",").decode().encode("cp1256"),
    "a.tsv": as_csv("\t"),
    "a.rss": as_rss(),
    "a.xml": as_atom(),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("packed", [False, True])
def test_every_table_and_feed_gives_the_same_article(tmp_path: Path, name: str, packed: bool) -> None:
    path = tmp_path / (name + ".gz" if packed else name)
    path.write_bytes(gzip.compress(FORMATS[name]) if packed else FORMATS[name])
    articles, problems = read(tmp_path)
    assert problems == []
    assert articles == [Article("a1", TEXT, TITLE, "2024-03-26", "S", "https://s.example/1", (), str(path))]


def test_plain_text_turns_line_ends_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "مقال.txt").write_bytes("\ufeff".encode() + (TEXT + "\n\u200f  ـ\n").replace("\n", "\r\n").encode())
    articles, problems = read(tmp_path)
    assert problems == []
    assert articles[0].text == TEXT + "\n\u200f  ـ\n"
    assert articles[0].id == "مقال"


def test_html_is_its_article_with_what_the_page_states(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>{TITLE} | S</title><meta charset='windows-1256'>"
        '<meta property="og:site_name" content="S"><meta property="article:published_time" content="2024-03-26T10:00:00Z">'
        f'<link rel="canonical" href="https://s.example/1"></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>{TITLE}</h1>'
        + "".join(f"<p>{line} {line}</p>" for line in TEXT.split("\n"))
        + "</article><footer>جميع الحقوق محفوظة</footer></body></html>"
    )
    (tmp_path / "page.txt").write_bytes(page.encode("cp1256"))  # told by content, whatever the name
    articles, problems = read(tmp_path)
    assert problems == []
    (article,) = articles
    assert "ثلاثة أعوام" in article.text and "الحقوق" not in article.text and "<" not in article.text
    assert (article.published, article.source, article.url) == ("2024-03-26", "S", "https://s.example/1")
    assert article.title is not None and article.title.startswith(TITLE)


def warc(page: bytes, *, extra: bytes = b"") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + extra + b"\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://s.example/1\r\nContent-Length: {len(http)}\r\n\r\n"
    request = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n"
    return request + head.encode() + http + b"\r\n\r\n"


@pytest.mark.parametrize("packed", [False, True])
def test_web_archives_give_their_pages(tmp_path: Path, packed: bool) -> None:
    paragraphs = "".join(f"<p>{line} {line}</p>" for line in TEXT.split("\n"))
    page = f"<html><head><title>{TITLE}</title></head><body><article>{paragraphs}</article></body></html>".encode()
    chunked = f"{len(page):x}\r\n".encode() + page + b"\r\n0\r\n\r\n"
    parts = [
        warc(page),
        warc(gzip.compress(page.replace("الوزير".encode(), "المدير".encode())), extra=b"Content-Encoding: gzip\r\n"),
        warc(chunked.replace(b"https", b"https"), extra=b"Transfer-Encoding: chunked\r\n"),
    ]
    data = b"".join(gzip.compress(p) if packed else p for p in parts)
    (tmp_path / ("a.warc.gz" if packed else "a.warc")).write_bytes(data)
    articles, problems = read(tmp_path)
    assert [a.url for a in articles] == ["https://s.example/1"] * 2
    assert "المدير" in articles[1].text
    assert [p.place for p in problems] == ["record 4", "record 6"]  # another text, and the same again, under one id
    assert articles[1].id == "https://s.example/1-2"


def test_standard_input_is_read_by_content() -> None:
    articles, problems = read("-", stdin=TEXT.encode())
    assert (articles[0].id, articles[0].path, articles[0].text, problems) == ("stdin", "-", TEXT, [])
    articles, problems = read("-", stdin=as_jsonl())
    assert (articles[0].id, problems) == ("a1", [])


def test_ids_come_from_places_in_the_folder_and_order_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "one" / "deep").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "deep" / "b.txt").write_text(TEXT + " ب")
    (tmp_path / "one" / "a.txt").write_text(TEXT + " ا")
    (tmp_path / "two" / "a.html.txt.gz").write_bytes(gzip.compress((TEXT + " ج").encode()))
    (tmp_path / "two" / "lines.jsonl").write_text(
        json.dumps({"text": TEXT}) + "\n\n" + json.dumps({"text": TEXT + "د"})
    )
    forward, _ = read(tmp_path / "one", tmp_path / "two")
    backward, _ = read(tmp_path / "two", tmp_path / "one", tmp_path / "one" / "a.txt")
    assert [a.id for a in forward] == ["a", "deep/b", "a.html", "lines-1", "lines-3"]
    assert forward == backward


def test_without_furniture_nothing_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + "\nاترك تعليقاً\n")
    assert next(read_paths([str(tmp_path)], [])).skip
    assert next(read_paths([str(tmp_path)], [], furniture=False)).skip == ()
