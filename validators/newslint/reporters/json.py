"""The JSON report, schema version 1; the JSON Schema is shipped as ``newslint/data/report.schema.json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO, TypeVar, cast

import msgspec

from newslint.model import Counts, Finding, Report, Severity
from newslint.reporters.base import Reporter
from newslint.reporters.checks_run import checks_run
from newslint.reporters.spool import Spool

SCHEMA_VERSION = 1
T = TypeVar("T")


class JsonReporter(Reporter):
    """Writes one indented JSON document.

    The counts come first in the document and last in the run, so findings wait in a spool.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._waiting = Spool()

    def add(self, findings: Sequence[Finding]) -> None:
        """Keep *findings* for the document."""
        for finding in findings:
            self._waiting.add(finding_line(finding).decode())

    def finish(self, report: Report) -> None:
        """Write the document."""
        head = _indented(encoded(header(report)), "").removesuffix("\n}")
        self.stream.write(f'{head},\n  "findings": [')
        separator = "\n"
        for text in self._waiting.drain():
            self.stream.write(separator + _indented(text.encode(), "    "))
            separator = ",\n"
        self.stream.write("]\n}\n" if separator == "\n" else "\n  ]\n}\n")


def document(report: Report) -> dict[str, Any]:
    """Return a report that holds all its findings as plain data, as the JSON Schema describes it."""
    return {**header(report), "findings": [finding_document(finding) for finding in report.findings]}


def header(report: Report) -> dict[str, Any]:
    """Return everything but the findings."""
    tally = report.tally
    counts = Counts.of(tally, (check.code for check in checks_run(report)))
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "newslint", "version": report.version},
        "summary": {
            "articles": tally.articles,
            "clean": tally.clean,
            "unreadable": tally.unreadable,
            "accepted": tally.accepted,
            "by_severity": {severity.value: tally.by_severity[severity.value] for severity in Severity},
            "by_code": _sorted(tally.by_code),
            "by_source": counts.by_source,
            "by_language": counts.by_language,
            "by_day": _sorted(tally.by_day),
            "by_length": counts.by_length,
            "flagged": counts.flagged,
        },
        "coverage": {
            code: {"applicable": coverage.applicable, "articles_flagged": coverage.articles_flagged}
            for code, coverage in sorted(tally.coverage.items())
        },
        "verdict": {"passed": report.verdict.passed, "reasons": list(report.verdict.reasons)},
        "notes": storable(list(report.notes)),
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain data. Lone surrogates, which JSON cannot carry, become U+FFFD."""
    return storable(_as_it_is(finding))


def finding_line(finding: Finding) -> bytes:
    """Return one finding as JSON on one line, as :func:`finding_document` has it."""
    return encoded(_as_it_is(finding))


def _as_it_is(finding: Finding) -> dict[str, Any]:
    article = finding.article
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "article": {
            "id": article.id,
            "source": article.source,
            "path": article.origin.path or None,
            "line": article.origin.line,
            "row": article.origin.row,
        },
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "quote": finding.quote,
        "message": finding.message,
        "related": [_related(finding, position) for position in range(len(finding.related))],
        "evidence": finding.evidence,
        "fix": _fix(finding),
        "fingerprint": finding.fingerprint,
        "accepted": finding.accepted,
    }


def _related(finding: Finding, position: int) -> dict[str, Any]:
    span = finding.related[position]
    document: dict[str, Any] = {"field": span.field, "start": span.start, "end": span.end, "quote": span.quote}
    if span.label:
        document["label"] = span.label
    if span.article is not None:
        document["article"] = span.article
    return document


def _fix(finding: Finding) -> dict[str, Any] | None:
    if finding.fix is None:
        return None
    edits = [{"field": e.field, "start": e.start, "end": e.end, "text": e.text} for e in finding.fix.edits]
    return {"safe": finding.fix.safe, "edits": edits}


def _indented(encoded: bytes, indent: str) -> str:
    text = msgspec.json.format(encoded, indent=2).decode()
    return indent + text.replace("\n", "\n" + indent)


def _sorted(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def encoded(document: object) -> bytes:
    """Return the JSON of *document*, as :func:`storable` has it."""
    try:
        return msgspec.json.encode(document)
    except UnicodeEncodeError:
        # To look at every text for what is rare takes longer than to encode them all.
        return msgspec.json.encode(storable(document))


def storable(value: T) -> T:
    """Return *value* as JSON can carry it: in all its texts, U+FFFD for what is no Unicode (lone surrogates)."""
    if isinstance(value, str):
        clean = value if _is_unicode(value) else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return cast("T", clean)
    if isinstance(value, dict):
        return cast("T", {storable(key): storable(entry) for key, entry in value.items()})
    if isinstance(value, (list, tuple)):
        return cast("T", [storable(entry) for entry in value])
    return value


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
