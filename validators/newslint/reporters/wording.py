"""Sentences that more than one reporter says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from newslint.model import Finding, Report, Severity

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


def plural(number: int, noun: str) -> str:
    """Return ``1 error``, ``2 errors``, ``1,204 warnings``; *noun* takes a plain plural, or none (``info``)."""
    ending = "" if number == 1 or noun == "info" else "s"
    return f"{number:,} {noun}{ending}"


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
        verb = "was" if tally.unreadable == 1 else "were"
        yield f"{plural(tally.unreadable, 'record')} could not be read and {verb} not checked."


def place(finding: Finding) -> str:
    """Return where a person finds the article: path and line, then id and source where they say more."""
    article = finding.article
    file = article.origin.path
    if file and article.origin.line and not article.origin.fields:
        file = f"{file}:{article.origin.line}"
    parts = [file or article.id]
    if file and article.id != file and not file.startswith(article.id):
        parts.append(article.id)
    parts += [part for part in (article.source, article.day) if part]
    return " · ".join(parts)


def reader_date(day: str) -> str:
    """Return ``6 December 2024`` for ``2024-12-06``."""
    value = date.fromisoformat(day)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def date_strip(finding: Finding) -> str:
    """Return ``November 11 — 25 days — 6 December 2024`` for a finding that sets an event against a publication."""
    evidence = finding.evidence
    if "lag_days" not in evidence or "published" not in evidence:
        return ""
    return f"{finding.quote} — {plural(evidence['lag_days'], 'day')} — {reader_date(str(evidence['published']))}"
