"""Sentences, numbers and dates as a reader expects them, the same in every report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from newslint.model import Finding, Report, Severity
from newslint.reporters.visible import HIDDEN

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LONGEST_NAME = 80
"""Characters of an id or a source shown in a line; identifiers of real corpora (URLs, hashes) are rarely longer."""
LONGEST_PATH = 160
"""Characters of a path shown in a line; terminals make paths clickable, so it is cut only where it is absurd."""
LONGEST_MESSAGE = 600
"""Characters of a message; only one that names an absurdly long id or value is longer."""
LONGEST_QUOTE = 120
"""Characters of a quote shown in a line of its own."""
LONGEST_EVENT = 60
"""Characters of a date in its own words: ``the second Thursday of November`` fits, a sentence does not."""
_MONTH = re.compile(r"\d{4}-\d\d")
_UNCOUNTABLE = "info"
_ACRONYMS = {"id": "ID", "json": "JSON", "nfc": "NFC", "url": "URL"}
_SPACE = re.compile(r"[ \t\r\n\u00a0\u202f\u3000]+")


def plural(number: int, noun: str, many: str = "") -> str:
    """Return ``1 error``, ``2 errors``, ``3 info``; *many* is the plural where it is not the noun and an ``s``."""
    return f"{number:,} {noun_for(number, noun, many)}"


def noun_for(number: int, noun: str, many: str = "") -> str:
    """Return *noun* as it stands after *number*; ``info`` has no plural."""
    return noun if number == 1 or noun == _UNCOUNTABLE else many or noun + "s"


def headline(report: Report) -> str:
    """Return the verdict in one sentence."""
    if report.passed:
        return "Safe to ingest."
    return f"Do not ingest: {'; '.join(report.verdict.reasons)}."


def summary(report: Report) -> Iterator[str]:
    """Yield the lines that count what was read and found."""
    tally = report.tally
    counts = ", ".join(plural(report.count(severity), severity.value) for severity in Severity)
    yield f"{plural(tally.articles, 'article')} checked, {tally.clean:,} clean: {counts}."
    if tally.unreadable:
        yield unreadable(tally.unreadable)
    if tally.accepted:
        yield accepted(tally.accepted)


def unreadable(records: int) -> str:
    """Say that so many records were not checked."""
    return f"{plural(records, 'record')} could not be read and {'was' if records == 1 else 'were'} not checked."


def accepted(findings: int) -> str:
    """Say that so many findings are left out because the baseline accepts them."""
    is_ = "is" if findings == 1 else "are"
    return f"{plural(findings, 'finding')} that the baseline accepts {is_} not shown."


def fixable(safe: int, unsafe: int) -> str:
    """Say how many fixes can be made, and how."""
    if not safe:
        return f"{plural(unsafe, 'fix', 'fixes')} {_need(unsafe)} --unsafe-fixes."
    return f"{plural(safe, 'fix', 'fixes')} can be made with --fix{more_fixes(unsafe)}."


def more_fixes(unsafe: int) -> str:
    """Say that so many fixes wait beside the safe ones; nothing where there are none."""
    return f"; {unsafe:,} more {_need(unsafe)} --unsafe-fixes" if unsafe else ""


def _need(number: int) -> str:
    return "needs" if number == 1 else "need"


def notes(report: Report) -> tuple[str, ...]:
    """Return what the run says about itself (it was interrupted, a process died) as full sentences."""
    return tuple(_sentence(note) for note in map(str.strip, report.notes) if note)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def place(finding: Finding) -> str:
    """Return where a person finds the article: path and line, then id and source where they say more."""
    article = finding.article
    path = article.origin.path
    line = f":{article.origin.line}" if path and article.origin.line and not article.origin.fields else ""
    parts = [cut_middle(path, LONGEST_PATH) + line or cut_middle(article.id)]
    if not line and path and article.origin.row and article.id in ("", f"{path}#{article.origin.row}"):
        parts = [cut_middle(f"{path}#{article.origin.row}", LONGEST_PATH)]
    elif path and not f"{path}{line}".startswith(article.id):
        parts.append(cut_middle(article.id))
    parts += [cut_middle(part) for part in (article.source, article.day) if part]
    return " · ".join(parts)


def spot(finding: Finding) -> str:
    """Return the place of the article, then line and column of the finding, or the field, where it has them."""
    exact = f"{finding.line}:{finding.column}" if finding.line and finding.column else ""
    return " · ".join(part for part in (place(finding), exact, finding.field) if part)


def cut_middle(text: str, most: int = LONGEST_NAME) -> str:
    """Return *text* in at most *most* characters, with ``…`` for its middle: ids and paths differ at their ends."""
    if len(text) <= most:
        return text
    tail = (most - 1) // 2
    return f"{text[: most - 1 - tail]}…{text[len(text) - tail :]}"


def cut_end(text: str, most: int) -> str:
    """Return *text* in at most *most* characters, with ``…`` for what is left out at its end."""
    return text if len(text) <= most else text[: max(0, most - 1)] + "…"


def visible(text: str) -> str:
    """Return *text* on one line, with every character that would hide or act replaced by its name (``U+202E``)."""
    return HIDDEN.sub(lambda match: f"⟨U+{ord(match.group()):04X}⟩", _SPACE.sub(" ", text))


def reader_date(iso: str) -> str:
    """Write ``2024-12-06`` as ``6 December 2024``, ``2024-12`` as ``December 2024``; anything else stays as it is."""
    try:
        if _MONTH.fullmatch(iso):
            return f"{MONTHS[date.fromisoformat(iso + '-01').month - 1]} {int(iso[:4])}"
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def is_date(value: object) -> bool:
    """Return whether *value* starts with a calendar date that ``datetime`` attributes accept."""
    try:
        date.fromisoformat(str(value)[:10])
    except ValueError:
        return False
    return True


def date_strip(finding: Finding) -> str:
    """Return ``November 11 — 25 days — 6 December 2024`` for a finding that sets an event against a publication."""
    evidence = finding.evidence
    if "lag_days" not in evidence or "published" not in evidence:
        return ""
    event = cut_end(finding.quote, LONGEST_EVENT)
    return f"{event} — {plural(evidence['lag_days'], 'day')} — {reader_date(str(evidence['published']))}"


def number(value: float) -> str:
    """Write *value* with thousands separators, and without decimals where it has none."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def share(part: float, whole: float) -> str:
    """Write *part* of *whole* as a percentage; a share that is not zero never reads as zero."""
    return percent(part / whole) if whole else "–"


def percent(value: float) -> str:
    """Write a share (0 to 1) as a percentage."""
    if 0 < value < 0.0005:
        return "<0.1%"
    return f"{value * 100:.0f}%" if value >= 0.0995 or value == 0 else f"{value * 100:.1f}%"


def title(slug: str) -> str:
    """Write a slug as a heading: ``mashed-date`` becomes ``Mashed date``, ``malformed-url`` ``Malformed URL``."""
    first, *rest = (_ACRONYMS.get(word, word) for word in slug.split("-"))
    return " ".join((first[:1].upper() + first[1:], *rest))
