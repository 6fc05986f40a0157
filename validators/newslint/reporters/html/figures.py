"""The numbers of a finding as a reader understands them: ``25 days apart · similarity 0.83``.

Evidence is written by checks for programs; much of it (the kind of a pattern, the score of a model) says nothing to a
person who reads the report, and the message already says the rest in words. Only what is named here is shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.model import Finding
from newslint.reporters.html.languages import readable_language
from newslint.reporters.visible import plain
from newslint.reporters.wording import is_date, number, percent, plural, reader_date

COUNTED = {
    "articles": ("article", ""),
    "copies": ("copy", "copies"),
    "days_ahead": ("day ahead", "days ahead"),
    "days_apart": ("day apart", "days apart"),
    "hours_early": ("hour early", "hours early"),
    "lag_days": ("day apart", "days apart"),
    "length": ("character", ""),
    "letters": ("letter", ""),
    "paragraphs": ("paragraph", ""),
    "paragraphs_between": ("paragraph between", "paragraphs between"),
    "repairs": ("repair", ""),
    "sources": ("source", ""),
    "times": ("time", ""),
    "words": ("word", ""),
}
"""Evidence that counts something: its noun in the singular and, where it is irregular, in the plural."""
NAMED = {
    "actual": "correct",
    "at": "line of code",
    "characters": "characters",
    "date": "date",
    "encoding": "encoding",
    "event_date": "event",
    "exception": "exception",
    "limit": "latest possible",
    "names": "shared names",
    "published": "published",
    "readings": "may mean",
    "script": "script",
    "shared_numbers": "shared numbers",
    "similarity": "similarity",
    "url_date": "date in the address",
    "written": "written",
}
"""Evidence that is a value: a date, a name, a similarity."""
LANGUAGES = {"article_language": "article in", "declared": "declared", "found": "found", "language": "language"}
"""Evidence that is the code of a language."""
SHARES = {"covered": "covered", "share": "share", "shared": "shared"}
"""Evidence that is a share between 0 and 1."""
_STRIP_KEYS = frozenset(("lag_days", "event_date", "published"))
_LONGEST_VALUE = 80


def figures(finding: Finding, *, has_strip: bool) -> str:
    """Return the evidence of *finding* in one line; the three dates of a date strip are not said twice."""
    shown = {key: value for key, value in finding.evidence.items() if not (has_strip and key in _STRIP_KEYS)}
    return " · ".join(text for key in sorted(shown) if (text := _figure(key, shown)))


def _figure(key: str, evidence: Mapping[str, object]) -> str:
    value = evidence[key]
    if isinstance(value, bool):
        return ""
    if key in COUNTED and isinstance(value, int):
        return plural(value, *COUNTED[key])
    if key in SHARES and isinstance(value, int | float):
        return f"{SHARES[key]} {percent(value)}"
    if key in LANGUAGES and isinstance(value, str):
        value = readable_language(value)
    name = NAMED.get(key) or LANGUAGES.get(key)
    text = _value(value) if name else ""
    return f"{name} {text}" if text else ""


def _value(value: object) -> str:
    """Write *value*, or nothing where it is too long for a line or no plain value."""
    if isinstance(value, list | tuple):
        parts = [_value(part) for part in value]
        text = ", ".join(parts) if all(parts) else ""
    elif isinstance(value, str):
        text = reader_date(value) if len(value) == 10 and is_date(value) else plain(value)
    elif isinstance(value, int | float):
        text = f"{value:.2f}" if isinstance(value, float) else number(value)
    else:
        text = ""
    return text if len(text) <= _LONGEST_VALUE else ""
