"""JUnit XML, which Jenkins, GitLab and most other servers show as tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from newslint.checks import Check, CorpusCheck, EngineCheck
from newslint.model import Report, Severity
from newslint.reporters.checks_run import checks_run
from newslint.reporters.first_findings import FirstFindings, FirstFindingsReporter
from newslint.reporters.gated import Gated
from newslint.reporters.wording import (
    LONGEST_MESSAGE,
    LONGEST_QUOTE,
    cut_end,
    cut_middle,
    headline,
    notes,
    plural,
    spot,
    summary,
    visible,
)

SHOWN = 50
"""Findings of a check and severity that are written out; the others are counted."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JUnitReporter(FirstFindingsReporter):
    """Writes one test suite: a test case for every check that ran, and one for the verdict of the gate.

    A case fails when findings of its check made the gate fail; findings that the gate lets pass are its output. A check
    that had nothing to judge is skipped.
    """

    shown = SHOWN

    def finish(self, report: Report) -> None:
        """Write the document."""
        gated = Gated(report)
        cases = [_case(check, report, gated, self._first) for check in checks_run(report)]
        suite = _suite([*cases, _verdict(report)])
        ET.SubElement(suite, "system-out").text = _legal("\n".join(map(visible, (*summary(report), *notes(report)))))
        root = ET.Element("testsuites", suite.attrib)
        root.append(suite)
        ET.indent(root)
        self.stream.write('<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, "unicode") + "\n")


def _suite(cases: list[ET.Element]) -> ET.Element:
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": 0,
        "skipped": sum(case.find("skipped") is not None for case in cases),
    }
    suite = ET.Element("testsuite", {"name": "newslint"} | {name: str(count) for name, count in counts.items()})
    suite.extend(cases)
    return suite


def _verdict(report: Report) -> ET.Element:
    case = ET.Element("testcase", {"classname": "gate", "name": "verdict"})
    if report.passed:
        ET.SubElement(case, "system-out").text = _legal(headline(report))
    else:
        ET.SubElement(case, "failure", {"message": _legal(headline(report)), "type": "gate"})
    return case


def _case(check: type[Check], report: Report, gated: Gated, first: FirstFindings) -> ET.Element:
    case = ET.Element("testcase", {"classname": check.code[:3], "name": f"{check.code} {check.slug}"})
    found = [severity for severity in Severity if report.tally.grades[check.code, severity.value]]
    failing = [severity for severity in found if gated.fails(check.code, severity)]
    if not found and not _could_judge(check, report):
        ET.SubElement(case, "skipped", {"message": "no article has what this check looks at"})
    if failing:
        message = _counts(check.code, failing, report)
        failure = ET.SubElement(case, "failure", {"message": message, "type": failing[0].value})
        failure.text = _legal("\n".join(_lines(check.code, failing, report, first)))
    passing = [severity for severity in found if severity not in failing]
    if passing:
        lines = _lines(check.code, passing, report, first)
        ET.SubElement(case, "system-out").text = _legal("\n".join((_counts(check.code, passing, report), *lines)))
    return case


def _could_judge(check: type[Check], report: Report) -> bool:
    """Return whether there was anything for *check* to judge; of checks of the corpus only the articles are known."""
    if issubclass(check, EngineCheck):
        return True
    if issubclass(check, CorpusCheck):
        return bool(report.tally.articles)
    coverage = report.tally.coverage.get(check.code)
    return coverage is not None and bool(coverage.applicable)


def _counts(code: str, severities: Sequence[Severity], report: Report) -> str:
    grades = report.tally.grades
    return ", ".join(plural(grades[code, severity.value], severity.value) for severity in severities)


def _lines(code: str, severities: Sequence[Severity], report: Report, first: FirstFindings) -> Iterator[str]:
    for severity in severities:
        shown = first.of(code, severity)
        for finding in shown:
            yield f"{visible(spot(finding))}: {severity.value}: {visible(cut_middle(finding.message, LONGEST_MESSAGE))}"
            if finding.quote:
                yield f"    {visible(cut_end(finding.quote, LONGEST_QUOTE))}"
        more = report.tally.grades[code, severity.value] - len(shown)
        if more > 0:
            yield f"and {more:,} more"


def _legal(text: str) -> str:
    """Return *text* without what XML 1.0 cannot hold in any form."""
    return _NOT_XML.sub("\ufffd", text)
