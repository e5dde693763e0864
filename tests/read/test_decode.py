"""Encodings told by content; what is no text refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.article import ReadError
from kg.read.decode import decode

TEXT = "التقى وزير الخارجية المصري نظيره التركي في القاهرة، وبحثا العلاقات بين البلدين؛ وقال إن اللقاء كان مثمرًا.\n"
# What ISO-8859-6 can write: no Latin-1 letters, no marks of Windows.
PLAIN = "التقى وزير الخارجية المصري نظيره التركي في القاهرة وقال إن اللقاء مهم للغاية."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"])
def test_encodings_are_told_by_content(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_iso_8859_6_is_told_from_windows_1256() -> None:
    assert decode(PLAIN.encode("iso8859_6")) == (PLAIN, "iso8859_6", 0)
    assert decode(PLAIN.encode("cp1256")).encoding == "cp1256"


def test_big_endian_with_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_a_declared_encoding_counts_only_where_it_fits() -> None:
    assert decode(PLAIN.encode("iso8859_6"), "iso-8859-6").encoding == "iso-8859-6"
    assert decode(TEXT.encode("utf-8"), "windows-1256").encoding == "utf-8"
    assert decode(TEXT.encode("cp1256"), "no-such-encoding").text == TEXT


def test_few_broken_bytes_are_replaced_and_counted() -> None:
    broken = decode(TEXT[:20].encode() + b"\xff\xfe" + TEXT[20:].encode())
    assert broken.encoding == "utf-8"
    assert broken.broken == 2
    assert broken.text.replace("\ufffd", "") == TEXT


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 50, "binary"),
        (b"\x00\x01\x02\x03" * 400, "binary"),
        (b"caf\xe9 cr\xe8me br\xfbl\xe9e \x81\x8d" * 20, "encoding"),
        (b"\xff\xfe" + b"\x00\xd8" * 100, "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_reason_and_advice(data: bytes, word: str) -> None:
    with pytest.raises(ReadError) as raised:
        decode(data)
    assert word in raised.value.reason
    assert raised.value.advice


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError as error:
        assert error.reason and error.advice
    else:
        decoded.text.encode("utf-8")  # never a lone surrogate


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = ("ا" + text).encode()
    assert decode(data).text == "ا" + text
