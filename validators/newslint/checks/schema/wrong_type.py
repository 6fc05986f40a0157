"""SCH002 wrong-type."""

from __future__ import annotations

from newslint.checks.base import TableCheck
from newslint.model import Severity


class WrongType(TableCheck):
    """A value is not of its field's type.

    What it flags
    -------------
    A list, number or object where text is expected; a number where a date is expected, because nobody can tell seconds
    from milliseconds from a spreadsheet's day count. Accepted besides text: an integer ``id``, a list of names as
    ``author``, date and time objects of a frame as ``published_at`` and ``modified_at``.

    Why it hurts
    ------------
    The next step either crashes on the record or, worse, turns it into text: ``['First paragraph', 'Second']`` becomes
    a body with brackets and quotes in it.

    Example
    -------
    ``{"body": ["First paragraph.", "Second paragraph."]}``

    Fix
    ---
    None: convert the field where the record is written, or map another one with ``[tool.newslint.fields]``.

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
        expected = "a date as text" if field in ("published_at", "modified_at") else "text"
        return f"The field {field} is {_article(type(value).__name__)}, where {expected} is expected."


def _article(noun: str) -> str:
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"
