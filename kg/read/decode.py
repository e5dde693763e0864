"""Bytes to text: which encoding a file of Arabic is in, told by its content.

Byte-order marks are believed; UTF-16 without a mark shows by its zero bytes; valid UTF-8 is UTF-8; Windows-1256 and
ISO-8859-6 are told apart by the letters that come out.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from kg.read.article import ReadError

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF", "a PDF document", "Save its text as .txt or .html first."),
    (b"PK\x03\x04", "a zip archive or an office document (docx, xlsx, epub)", "Unpack it, or save its text as .txt."),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls)", "Save its text as .txt."),
    (b"{\\rtf", "an RTF document", "Save its text as .txt."),
    (b"\x89PNG", "a picture (PNG)", "Only text is read."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Only text is read."),
    (b"GIF8", "a picture (GIF)", "Only text is read."),
    (b"\x7fELF", "a program (ELF)", "Only text is read."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first."),
    (b"BZh", "a bzip2 file", "Unpack it first, or compress it with gzip."),
    (b"\xfd7zXZ", "an xz file", "Unpack it first, or compress it with gzip."),
    (b"\x28\xb5\x2f\xfd", "a zstandard file", "Unpack it first, or compress it with gzip."),
    (b"SQLite format 3", "an SQLite database", "Export its texts as JSONL or CSV."),
    (b"PAR1", "a Parquet file", "Export its texts as JSONL or CSV."),
)
_CONTROL = bytes(range(0, 9)) + bytes(range(14, 32)) + b"\x7f"
_ALEF_LAM = "\u0627\u0644"  # the article: the commonest pair of letters in Arabic of any kind
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_CONVERT = "Find out its encoding and convert it: iconv -f ENCODING -t UTF-8 FILE > NEW."


class Decoded(NamedTuple):
    """``text``, the ``encoding`` it was in, how many places were ``broken`` and became U+FFFD."""

    text: str
    encoding: str
    broken: int


def refuse_binary(head: bytes) -> None:
    """Raises ``ReadError`` where the first bytes of a file are those of a known format that is no text."""
    for magic, what, advice in _BINARY:
        if head.startswith(magic):
            raise ReadError(f"this is {what}, not text", advice)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of ``data``. ``declared`` is the encoding that the file itself names (HTML), believed where it fits.
    Raises ``ReadError`` where it is no text, or in an encoding that cannot be told."""
    refuse_binary(data[:16])
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    wide = _wide(data)  # before UTF-8: Arabic in UTF-16 is valid UTF-8, of control characters
    if wide:
        return _lenient(data, wide)
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    _refuse_control(data)
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        try:
            return Decoded(data.decode(declared), declared.lower(), 0)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass  # an encoding that does not exist or does not fit: look for one that does
    mended = _lenient(data, "utf-8")
    if len(_ARABIC.findall(mended.text)) > 4 * mended.broken:
        return mended
    single = _single_byte(data)
    if single is None:
        raise ReadError(
            "its encoding cannot be told: it is neither UTF-8, UTF-16, Windows-1256 nor ISO-8859-6", _CONVERT
        )
    return single


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    if encoding != "utf-8" and broken * 4 > len(text):
        raise ReadError(f"its byte-order mark or its zero bytes say {encoding.upper()}, but it is not", _CONVERT)
    return _checked(text, encoding, max(0, broken))


def _checked(text: str, encoding: str, broken: int = 0) -> Decoded:
    """Refuses text that is mostly control characters: valid as UTF-8, but a binary all the same."""
    sample = text[:100_000]
    controls = sum(sample.count(chr(c)) for c in _CONTROL)
    if controls * 50 > len(sample):
        raise ReadError("this is binary data, not text", "Only text is read.")
    return Decoded(text, encoding, broken)


def _refuse_control(data: bytes) -> None:
    sample = data[:100_000]
    if (len(sample) - len(sample.translate(None, _CONTROL))) * 50 > len(sample):
        raise ReadError("this is binary data, not text", "Only text is read.")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is 06 (Arabic), 00 (Latin, space) or 20 (punctuation)."""
    sample = data[:20_000]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 8 or b"\x06" not in sample:
        return None
    even, odd = sample[0::2], sample[1::2]
    for high, name in ((odd, "utf-16-le"), (even, "utf-16-be")):
        if high.count(6) + high.count(0) + high.count(0x20) > len(high) * 0.9 and high.count(6) + high.count(0) > 3:
            return name
    return None


def _single_byte(data: bytes) -> Decoded | None:
    """Windows-1256 or ISO-8859-6, whichever has more of the Arabic article; None where neither gives Arabic."""
    best: tuple[int, Decoded] | None = None
    for name in ("cp1256", "iso8859_6"):
        text = data.decode(name, "replace")
        outside = sum(1 for c in text if c > "\x7f")
        if len(_ARABIC.findall(text)) * 10 < outside * 7:
            continue
        score = text.count(_ALEF_LAM) - text.count("\ufffd")
        if best is None or score > best[0]:
            best = (score, Decoded(text, name, text.count("\ufffd")))
    return best[1] if best else None
