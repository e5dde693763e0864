"""Text from articles made safe for files: names may hold anything that a web page holds."""

from __future__ import annotations

import re

# What no label may carry: controls (a newline breaks rows and labels) and the bidi marks that reorder what follows.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# What XML 1.0 cannot say at all, and lone surrogates, which no encoding can.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """``text`` as a label: one line, without control and reordering characters; lone surrogates become U+FFFD."""
    return _SURROGATES.sub("\ufffd", _BIDI.sub("", _CONTROLS.sub(" ", text))).strip()


def xml_text(text: str) -> str:
    """``text`` with each character that XML cannot hold as U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def utf8_text(text: str) -> str:
    """``text`` with each lone surrogate as U+FFFD, so that it can be encoded."""
    return _SURROGATES.sub("\ufffd", text)
