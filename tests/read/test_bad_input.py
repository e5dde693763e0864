"""Whatever is wrong with a file is told with its place, a reason and advice, and the rest goes through."""

from __future__ import annotations

import gzip
import io
import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.read import Limits, Problem, read_paths
from kg.read.article import printable

GOOD = "أعلن الوزير في مؤتمر صحفي عقده في العاصمة أن الحكومة ستبدأ تنفيذ المشروع في العام المقبل."
SMALL = Limits(whole=100_000, text=20_000, ratio=50)


def read(folder: Path, limits: Limits | None = None) -> tuple[list[str], list[Problem]]:
    """The ids read from a folder that holds a good article beside what is tested."""
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    problems: list[Problem] = []
    ids = [a.id for a in read_paths([str(folder)], problems, limits=limits)]
    assert "good" in ids
    assert all(p.reason and p.advice and str(p).isprintable() for p in problems)
    return [i for i in ids if i != "good"], problems


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("binary.txt", os.urandom(4) + bytes(range(256)) * 8, "binary"),
        ("latin.txt", b"Der Minister traf seinen Kollegen in Kairo.", "not Arabic"),
        ("persian.txt", "وزیر امور خارجه گفت که گفتگوها پیش می‌رود و چند کشور پیشنهاد داده‌اند.".encode(), "Persian"),
        ("marks.txt", "ًٌٍَُِّْ".encode() * 50, "not Arabic"),
        ("broken.txt", b"\xe9\xe8\xff\xfa\x81" * 50, "encoding"),
        ("huge.txt", (GOOD + "\n").encode() * 700, "larger than"),
        ("book.txt", (GOOD + "\n").encode()[:-1] * 130 + GOOD.encode() * 120, "longer than"),
        ("picture.jpg", b"\xff\xd8\xff", "not read"),
        ("cut.txt.gz", gzip.compress(os.urandom(500) + GOOD.encode())[:-200], "ends in the middle"),
        ("noise.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 80, "broken"),
        ("bomb.txt.gz", gzip.compress(GOOD.encode() * 20_000), "expands"),
        ("bomb.jsonl.gz", gzip.compress((json.dumps({"text": GOOD}) + "\n").encode() * 60_000), "expands"),
        ("array.json", b'[{"text": ', "not JSON"),
        ("list.json", b"[1, 2]", "no JSON object"),
        ("table.csv", b"a,b\n1,2\n", "no column of texts"),
        ("page.html", b"<html><body></body></html>", "no article"),
        ("feed.xml", b"<rss><channel><title>x</title></channel></rss>", "no items"),
        ("torn.xml", f"<rss><channel><item><description>{GOOD}</description></item><item>".encode(), "broken"),
        ("torn.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200 OK\r\n", "cut off"),
        ("torn2.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "how long"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    (tmp_path / name).write_bytes(data)
    _, problems = read(tmp_path, SMALL)
    told = [p for p in problems if word in p.reason]
    assert told and all(p.skipped and p.path == str(tmp_path / name) for p in told), problems


def test_paths_that_are_missing_or_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    problems: list[Problem] = []
    assert list(read_paths([str(tmp_path / "void"), str(tmp_path / "gone.txt"), "a\0b"], problems)) == []
    assert [p.reason.split(" (")[0] for p in problems] == [
        "nothing in this folder can be read",
        "there is no such file or folder",
        "it cannot be opened",
    ]


def test_each_bad_line_is_told_by_its_number(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "one", "text": GOOD}),
        "{not json",
        json.dumps({"id": "two"}),
        json.dumps({"id": "three", "text": 5}),
        "",
        "[" * 100_000,
        json.dumps({"id": "long", "text": GOOD * 2000}),
        json.dumps({"id": "four", "text": GOOD + "ا", "published": "يوم ما"}),
        "7",
        json.dumps({"id": "one", "text": GOOD}),
        json.dumps({"id": "one", "text": GOOD + "ب"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    ids, problems = read(tmp_path, SMALL)
    assert ids == ["one", "four", "one-2"]
    assert [(p.place, p.skipped) for p in problems] == [
        ("line 2", True),
        ("line 3", True),
        ("line 4", True),
        ("line 6", True),
        ("line 7", True),
        ("line 8", False),
        ("line 9", True),
        ("line 10", False),
        ("line 11", False),
    ]


def test_zero_characters_stay_and_lone_surrogates_become_replacement(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        json.dumps({"id": "a", "text": GOOD + "\0"}).encode()
        + b"\n"
        + json.dumps({"id": "b\ud800", "title": "x\ud800\n\u202ey", "text": "\ud800" + GOOD}).encode()
    )
    problems: list[Problem] = []
    first, second = read_paths([str(tmp_path)], problems)
    assert first.text == GOOD + "\0"
    assert (second.id, second.title, second.text) == ("b", "x \u202ey", "\ufffd" + GOOD)
    assert [p.skipped for p in problems] == [False, False]


def test_entities_of_xml_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(GOOD)
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "{GOOD}"><!ENTITY f SYSTEM "file://{tmp_path}/secret">{levels}]>'
    (tmp_path / "a.xml").write_text(
        f"{bomb}<rss><channel><item><description>&l9;&f;</description></item>"
        f"<item><description>{GOOD}</description></item></channel></rss>"
    )
    (tmp_path / "secret").rename(tmp_path / "README")
    problems: list[Problem] = []
    assert [a.text for a in read_paths([str(tmp_path / "a.xml")], problems)] in ([GOOD], [])
    assert problems and all(p.skipped for p in problems)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(GOOD + " سر")
    (inside / "out").symlink_to(outside)
    (inside / "secret.txt").symlink_to(outside / "secret.txt")
    (inside / "loop").symlink_to(inside)
    (inside / "again.txt").symlink_to(inside / "good.txt")
    (inside / "gone.txt").symlink_to(inside / "nothing.txt")
    os.mkfifo(inside / "pipe.txt")
    ids, problems = read(inside)
    assert ids == []
    reasons = sorted((Path(p.path).name, p.reason.split(",")[0]) for p in problems)
    assert reasons == [
        ("out", "a link out of the folder"),
        ("pipe.txt", "no regular file (a pipe"),
        ("secret.txt", "a link out of the folder"),
    ]


def test_names_in_arabic_with_newlines_and_marks(tmp_path: Path) -> None:
    for name in ("خبر\nعاجل.txt", "\u202eكتب.txt", os.fsdecode(b"\xff\xfe.txt"), "a\x1b[31m.txt"):
        (tmp_path / name).write_text(GOOD + name.encode("unicode_escape").decode())
    (tmp_path / "bad\x1b[2J\n.txt").write_text("")
    ids, problems = read(tmp_path)
    assert sorted(ids) == ["%E2%80%AEكتب", "%FF%FE", "a%1B[31m", "خبر%0Aعاجل"]
    (problem,) = problems
    assert "\x1b" not in str(problem) and "\n" not in str(problem)


def test_one_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD)
    problems: list[Problem] = []
    assert len(list(read_paths([str(path), str(tmp_path), str(tmp_path / ".." / tmp_path.name)], problems))) == 1
    assert problems == []


def test_notes_beside_articles_are_no_articles(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE", ".hidden.txt", "readme.txt"):
        (tmp_path / name).write_text(GOOD)
    assert read(tmp_path) == ([], [])


def test_memory_stays_flat_on_a_long_jsonl(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        with open(tmp_path / "long.jsonl", "w", encoding="utf-8") as out:
            for number in range(count):
                out.write(json.dumps({"id": str(number), "text": GOOD * 20 + str(number)}) + "\n")
        tracemalloc.start()
        assert sum(1 for _ in read_paths([str(tmp_path / "long.jsonl")], [], furniture=False)) == count
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(10)  # imports
    assert peak(4000) - peak(400) < 3600 * 300  # what is kept of an article is two numbers, not its two kilobytes


ANY_FILE: list[Callable[[bytes], tuple[str, bytes]]] = [
    lambda data: ("x.txt", data),
    lambda data: ("x.jsonl", b'{"id": "i", "text": "' + data + b'"}\n' + data),
    lambda data: ("x.json", b"[" + data + b"]"),
    lambda data: ("x.csv", b"id,text\n" + data),
    lambda data: ("x.html", b"<html><body><p>" + data),
    lambda data: ("x.xml", b"<rss><item><description>" + data + b"</description></item></rss>"),
    lambda data: (
        "x.warc",
        b"WARC/1.0\r\nContent-Length: 30\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + data,
    ),
    lambda data: ("x.txt.gz", b"\x1f\x8b" + data),
    lambda data: ("x.txt.gz", gzip.compress(data)),
    lambda data: ("x", data),
]
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=30),
        st.text(max_size=20).map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.sampled_from(
            [GOOD.encode(), b"\n", b'"', b"{", b"]", b"<p>", b"&#0;", b"\xff\xfe", b"\0", "\u202e".encode(), b","]
        ),
    ),
    max_size=12,
).map(b"".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=PIECES, shape=st.sampled_from(ANY_FILE))
def test_any_bytes_in_any_format_give_articles_or_problems(
    tmp_path: Path, data: bytes, shape: Callable[[bytes], tuple[str, bytes]]
) -> None:
    name, content = shape(data)
    path = tmp_path / name
    path.write_bytes(content)
    problems: list[Problem] = []
    for article in read_paths([str(path)], problems, limits=SMALL):
        article.text.encode("utf-8")
        article.id.encode("utf-8")
        assert all(0 <= s.start < s.end <= len(article.text) for s in article.skip)
    assert all(str(p).isprintable() for p in problems)


def test_printable_escapes_what_upsets_a_terminal() -> None:
    assert printable("خبر\n\u202e\ud800\x1b") == "خبر\\n\\u202e\\ud800\\x1b"


def test_a_line_beyond_the_limit_on_standard_input() -> None:
    problems: list[Problem] = []
    data = io.BytesIO(b'{"text": "' + b"x" * 200_000 + b'"}\n' + json.dumps({"text": GOOD}).encode())
    assert [a.id for a in read_paths(["-"], problems, stdin=data, limits=SMALL)] == ["stdin-2"]
    assert [p.place for p in problems] == ["line 1"]
