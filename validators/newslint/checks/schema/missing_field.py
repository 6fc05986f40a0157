"""SCH001 missing-field."""

from __future__ import annotations

from newslint.checks.base import TableCheck
from newslint.model import Severity


class MissingField(TableCheck):
    """A required field is absent or blank.

    What it flags
    -------------
    A field named in the setting ``required`` (default: ``title`` and ``body``) that the record does not have, or whose
    value is null, empty or white space only.

    Why it hurts
    ------------
    An article without a body teaches a model nothing, and counts in every statistic. Empty bodies were 3 to 77 % of
    real scraper dumps: a paywall, a changed page template or a script-only page.

    Example
    -------
    ``{"title": "Harbour bridge to close for repairs", "body": ""}``

    Fix
    ---
    None: fetch the page again, or drop the record.

    Options
    -------
    None. Which fields are required is the setting ``required`` of the configuration.

    Limits
    ------
    A body that is there but says nothing ("Subscribe to read on") is not missing.
    """

    code = "SCH001"
    slug = "missing-field"
    severity = Severity.ERROR

    def describe(self, field: str, value: object) -> str:
        """Return the message for the blank *value* of *field*."""
        state = "missing" if value is None else "blank"
        return f"The required field {field} is {state}."
