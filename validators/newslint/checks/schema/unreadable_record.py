"""SCH005 unreadable-record."""

from __future__ import annotations

from newslint.checks.base import EngineCheck
from newslint.model import ArticleRef, Finding, Origin, Severity


class UnreadableRecord(EngineCheck):
    """A record cannot be read.

    What it flags
    -------------
    A record that no article can be made of: a line that is not JSON, a row with too many columns, bytes that are not in
    the expected encoding, a record without body and title, a record or table in which the name of a field stands twice,
    an empty file. The finding names file and line; the rest of the corpus is checked.

    Why it hurts
    ------------
    Such records vanish silently in most pipelines: the corpus is smaller than its owner believes, and the loss is
    rarely even across sources.

    Example
    -------
    ``{"id": 17, "title": "Bridge reop`` as the last line of a file whose writer was killed.

    Fix
    ---
    None: what is missing cannot be guessed. The message says what was expected, and which setting helps where one
    does (``encoding``, ``[fields] body = "NAME"``).

    Options
    -------
    None.

    Limits
    ------
    A record that is readable but wrong (a body that is a list, a blank title) is SCH001's or SCH002's.
    """

    code = "SCH005"
    slug = "unreadable-record"
    severity = Severity.ERROR

    def report(self, origin: Origin, reason: str, quote: str) -> Finding:
        """Return the finding for the record at *origin*."""
        place = ":".join(str(part) for part in (origin.path, origin.line) if part)
        return self.finding_about(
            article=ArticleRef(id=place or _in_memory(origin), origin=origin),
            field="",
            quote=quote,
            message=f"{reason[:1].upper()}{reason[1:].rstrip('.')}.",
        )


def _in_memory(origin: Origin) -> str:
    # A frame without any text is unreadable as a whole, and has no row to name.
    return "frame" if origin.row is None else f"row {origin.row}"
