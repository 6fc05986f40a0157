"""Figures as news writes them, whichever way thousands and decimals are marked, and their values."""

from __future__ import annotations

import re

FIGURE = r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?"
"""The pattern of a figure, without what scales it."""

CJK_SCALES = {"千": 1_000, "万": 10_000, "萬": 10_000, "億": 100_000_000, "亿": 100_000_000}
"""What a sign behind a figure multiplies it with."""

_THOUSANDS = re.compile(r"[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")


def value_of(figure: str) -> float:
    """Return the value of *figure*.

    A comma or point before exactly three digits groups thousands: "1,234" and "1.234" are both 1234 in news far
    more often than they are decimals.
    """
    return float(_THOUSANDS.sub("", figure).replace(",", "."))
