"""SCH002 wrong-type."""

from __future__ import annotations

from numbers import Number

from newslint.checks.base import TableCheck
from newslint.facts.dates.readings import unix_day
from newslint.model import Severity

_DATES = ("published_at", "modified_at")
_LARGEST = 10**17
"""Beyond microseconds since 1970; numbers of thousands of digits cannot even be written down."""


class WrongType(TableCheck):
    """A value is not of its field's type.

    What it flags
    -------------
    A list, number or object where text is expected; a number where a date is expected, because nobody can tell seconds
    from milliseconds from a spreadsheet's day count. Where the number would be a day of our times as Unix time, the
    message says which. Accepted besides text: an integer ``id``, a list of names as ``author``, date and time objects
    of a frame as ``published_at`` and ``modified_at``.

    Why it hurts
    ------------
    The next step either crashes on the record or, worse, turns it into text: ``['First paragraph', 'Second']`` becomes
    a body with brackets and quotes in it.

    Example
    -------
    ``{"body": ["First paragraph.", "Second paragraph."]}``

    Fix
    ---
    None: convert the field where the record is written, or map another one with ``--field body=NAME``, or
    ``[fields] body = "NAME"`` in the configuration.

    Options
    -------
    None.

    Limits
    ------
    The value is then treated as absent, so the other checks say nothing about that field.
    """

    code = "SCH002"
    slug = "wrong-type"
    severity = Severity.ERROR

    def describe(self, field: str, value: object) -> str:
        """Return the message for the *value* of *field*."""
        expected = "a date as text" if field in _DATES else "text"
        return f"The field {field} is {_kind(value)}, where {expected} is expected{_hint(field, value)}."


def _kind(value: object) -> str:
    """Return the JSON word for *value*; a value that JSON does not have is named by its Python type."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, Number):
        return "a number"
    if isinstance(value, (list, tuple)):
        return "a list"
    return "an object" if isinstance(value, dict) else f"a value of the type {type(value).__name__}"


def _hint(field: str, value: object) -> str:
    if field not in _DATES or not isinstance(value, (int, float)) or not 0 < value < _LARGEST:
        return ""
    day = unix_day(str(int(value)))  # true is 1, which is no day of ours
    return f"; if it is Unix time, it means {day.isoformat()}" if day else ""
