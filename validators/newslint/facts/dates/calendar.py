"""Days that exist."""

from __future__ import annotations

from datetime import date


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` if no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
