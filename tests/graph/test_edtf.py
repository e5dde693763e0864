from __future__ import annotations

import pytest

from kg.graph.edtf import bounds, is_edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-03-26", "2024-03-26", "2024-03-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02~", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-03-26T15:00", "2024-03-26", "2024-03-26"),
        ("2024-03-01/2024-03-15", "2024-03-01", "2024-03-15"),
        ("2024-03-01/..", "2024-03-01", None),
        ("../2024-03", None, "2024-03-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("XXXX-10-07", None, None),
        ("2024-02-30", None, None),
        ("Tuesday", None, None),
    ],
)
def test_the_days_that_a_date_can_mean(value: str, first: str | None, last: str | None) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-26",
        "2024",
        "XXXX-10-07",
        "2024-03~",
        "2024-03-26T15:00",
        "2024-01-01/2024-02",
        "../2024",
        "199X",
        "2024-XX-05",
    ],
)
def test_what_is_a_date(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    ["", "Tuesday", "2024-13", "2024-02-30", "26/03/2024", "2024-03-02/2024-03-01", "XXXX-02-30", "../..", "24-03-26"],
)
def test_what_is_no_date(value: str) -> None:
    assert not is_edtf(value)
