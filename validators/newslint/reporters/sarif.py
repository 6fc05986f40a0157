"""SARIF 2.1.0, the exchange format of static analysis, for code scanning and for editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from newslint.checks import Check
from newslint.engine.locate import place_after
from newslint.model import Edit, Finding, Origin, Related, Report, Severity
from newslint.readers.compression import compression_of_name
from newslint.reporters.base import Reporter
from newslint.reporters.checks_run import checks_run
from newslint.reporters.json import encoded, finding_document
from newslint.reporters.pages import page, plain_page
from newslint.reporters.paths import uri
from newslint.reporters.spool import Spool
from newslint.reporters.wording import notes, title

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "newslint/v1"
"""The key of newslint's fingerprint; its number changes when fingerprints of the same finding do."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
LONGEST_DESCRIPTION = 1_000
"""Characters of a rule's description; code scanning takes up to 1,024."""
ACCEPTED = '{"baselineState":"unchanged",'
NEW = '{"baselineState":"new",'
_LINK = re.compile(r"(\\*)\]\(")


class SarifReporter(Reporter):
    """Writes one log with one run.

    Rules come first and are known last, so results wait in a spool. A rule has its place among the rules from its first
    finding on; the checks that found nothing follow, by code.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._waiting = Spool()
        self._slugs: dict[str, str] = {}

    def add(self, findings: Sequence[Finding]) -> None:
        """Keep *findings* for the log."""
        for finding in findings:
            self._slugs.setdefault(finding.code, finding.slug)
            index = list(self._slugs).index(finding.code)
            text = encoded(_result(finding, index)).decode()
            self._waiting.add(ACCEPTED + text[1:] if finding.accepted else text)

    def finish(self, report: Report) -> None:
        """Write the log."""
        run = encoded(_run(report, self._rules(report))).decode()
        self.stream.write(f'{{"$schema":"{SCHEMA}","version":"{VERSION}","runs":[{run[:-1]},"results":[')
        separator = "\n"
        for text in self._waiting.drain():
            self.stream.write(separator + _compared(text, report))
            separator = ",\n"
        self.stream.write("]}]}\n")

    def _rules(self, report: Report) -> list[dict[str, Any]]:
        checks = {check.code: check for check in checks_run(report, self._slugs)}
        codes = dict.fromkeys((*self._slugs, *checks))
        return [_rule(checks[code]) if code in checks else _bare_rule(code, self._slugs[code]) for code in codes]


def _compared(text: str, report: Report) -> str:
    """Return a result with its state against the baseline: all have one where there is a baseline, none else."""
    gate = report.config.get("gate")
    has_baseline = isinstance(gate, dict) and bool(gate.get("baseline"))
    return NEW + text[1:] if has_baseline and not text.startswith(ACCEPTED) else text


def _run(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    """Return everything but the results."""
    notifications = [{"level": "warning", "message": _message(note)} for note in notes(report)]
    tally = report.tally
    return {
        "tool": {"driver": {"name": "newslint", "version": report.version, "rules": rules}},
        "invocations": [
            {"executionSuccessful": not report.incomplete, "toolExecutionNotifications": notifications},
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "properties": {
            "articles": tally.articles,
            "clean": tally.clean,
            "unreadable": tally.unreadable,
            "accepted": tally.accepted,
            "passed": report.passed,
            "reasons": list(report.verdict.reasons),
        },
    }


def _rule(check: type[Check]) -> dict[str, Any]:
    doc = check.doc()
    about = " ".join(doc.partition("What it flags\n-------------\n")[2].partition("\n\n")[0].split())
    return {
        "id": check.code,
        "name": _pascal(check.slug),
        "shortDescription": _message(check.summary()),
        "fullDescription": _message((about or check.summary())[:LONGEST_DESCRIPTION]),
        "help": {**_message(plain_page(check)), "markdown": _braced(page(check))},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
        "properties": {"slug": check.slug, "tags": [check.code[:3]]},
    }


def _bare_rule(code: str, slug: str) -> dict[str, Any]:
    """Return what can be said of a check that is not installed here."""
    words = _message(title(slug))
    return {"id": code, "name": _pascal(slug), "shortDescription": words, "fullDescription": words, "help": words}


def _pascal(slug: str) -> str:
    return "".join(word.capitalize() for word in slug.split("-"))


def _message(text: str) -> dict[str, str]:
    """Return *text* as a message in which nothing is a placeholder (``{0}``) or a link (``[text](target)``)."""
    plain = _LINK.sub(lambda found: 2 * found[1] + r"\](", text)
    return {"text": _braced(plain)}


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _result(finding: Finding, index: int) -> dict[str, Any]:
    document = finding_document(finding)
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [_location(finding)],
        "relatedLocations": [_related(finding, span, number) for number, span in enumerate(_here(finding), 1)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "fixes": list(_fixes(finding)),
        "properties": {
            key: document[key] for key in ("article", "field", "start", "end", "quote", "related", "evidence")
        },
    }
    return {key: value for key, value in result.items() if value != []}


def _location(finding: Finding) -> dict[str, Any]:
    location = {"logicalLocations": [_logical(finding.article.id, finding.field)]}
    return location | _physical(finding.article.origin, _region(finding))


def _logical(article: str, field: str) -> dict[str, Any]:
    if not field:
        return {"name": article, "fullyQualifiedName": article, "kind": "object"}
    return {"name": field, "fullyQualifiedName": f"{article}/{field}", "kind": "property"}


def _physical(origin: Origin, region: dict[str, int]) -> dict[str, Any]:
    """Return the place in a file; records passed in memory have none."""
    if not origin.path:
        return {}
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(origin.path)}}
    return {"physicalLocation": place | ({"region": region} if region else {})}


def _region(finding: Finding) -> dict[str, int]:
    """Return lines and columns of the span in a text file; of any other the line of the record, if it has lines."""
    if not finding.line:
        return {}
    if not finding.column:
        return {"startLine": finding.line}
    start = {"startLine": finding.line, "startColumn": finding.column}
    if finding.start is None or finding.end is None or len(finding.quote) != finding.end - finding.start:
        return start  # the quote is not the text of the span, so its end is not known
    line, column = place_after(finding.quote, finding.line, finding.column)
    return {**start, "endLine": line, "endColumn": column}


def _here(finding: Finding) -> list[Related]:
    """Return the related spans that lie in the finding's own file: services refuse a location without a file."""
    return [span for span in finding.related if span.article is None] if finding.article.origin.path else []


def _related(finding: Finding, span: Related, number: int) -> dict[str, Any]:
    location: dict[str, Any] = {
        "id": number,
        "message": _message(f"{span.label}: {span.quote}" if span.label else span.quote or span.field),
        "logicalLocations": [_logical(finding.article.id, span.field)],
    }
    origin = finding.article.origin
    if span.field in origin.fields and span.start is not None and span.end is not None:
        return location | _physical(origin, _offsets(origin, span.field, span.start, span.end))
    return location | _physical(origin, {"startLine": origin.line} if origin.line and not origin.fields else {})


def _offsets(origin: Origin, field: str, start: int, end: int) -> dict[str, int]:
    return {"charOffset": origin.fields[field].offset + start, "charLength": end - start}


def _fixes(finding: Finding) -> Iterator[dict[str, Any]]:
    """Yield the fix where it can be made in the file as it stands: in text that is neither escaped nor compressed."""
    origin, fix = finding.article.origin, finding.fix
    if fix is None or not fix.edits or not origin.path or compression_of_name(origin.path):
        return
    if not all(edit.field in origin.fields for edit in fix.edits):
        return
    change = {
        "artifactLocation": {"uri": uri(origin.path)},
        "replacements": [_replacement(origin, edit) for edit in fix.edits],
    }
    words = "Cannot change what the article says" if fix.safe else "May change what the article says"
    yield {"description": {"text": f"{words} ({'safe' if fix.safe else 'unsafe'} fix)."}, "artifactChanges": [change]}


def _replacement(origin: Origin, edit: Edit) -> dict[str, Any]:
    region = _offsets(origin, edit.field, edit.start, edit.end)
    return {"deletedRegion": region} | ({"insertedContent": {"text": edit.text}} if edit.text else {})
