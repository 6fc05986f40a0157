"""JUnit XML: what fails, what passes, what is skipped, and text that XML cannot hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from newslint.config import GateConfig
from newslint.model import Origin, Severity
from newslint.reporters.junit import SHOWN

Command = Callable[..., Any]


def cases(text: str) -> dict[str, ET.Element]:
    """Parse *text*, look at its counts, and return its test cases by name."""
    root = ET.fromstring(text)
    [suite] = root
    found = {case.attrib["name"]: case for case in suite.iter("testcase")}
    for counted in (root, suite):
        assert int(counted.attrib["tests"]) == len(found)
        assert int(counted.attrib["failures"]) == len(list(suite.iter("failure")))
        assert int(counted.attrib["skipped"]) == len(list(suite.iter("skipped")))
    return found


def outcome(case: ET.Element) -> str:
    return next((kind for kind in ("failure", "skipped") if case.find(kind) is not None), "passed")


def test_errors_fail_and_warnings_are_output(newslint: Command, corpus: Path) -> None:
    found = cases(newslint("check", corpus.name, "--format", "junit").stdout)
    assert outcome(found["DAT001 mashed-date"]) == outcome(found["verdict"]) == "failure"
    entity = found["ENC004 escaped-entity"]
    assert outcome(entity) == "passed"
    assert "&nbsp; is an escaped entity" in entity.findtext("system-out", "")
    assert "quay.txt" in entity.findtext("system-out", "")
    assert outcome(found["DUP003 repeated-paragraph"]) == "passed"
    assert outcome(found["DAT010 url-date-contradiction"]) == "skipped"


def test_warnings_fail_where_the_gate_says_so(newslint: Command, corpus: Path) -> None:
    found = cases(newslint("check", corpus.name, "--format", "junit", "--fail-on", "warning").stdout)
    assert outcome(found["ENC004 escaped-entity"]) == "failure"


def test_a_limit_of_its_own_decides(make_finding: Command, make_report: Command, render: Command) -> None:
    error = make_finding(severity=Severity.ERROR)
    for share, result in ((1.0, "passed"), (0.0, "failure")):
        report = make_report(error, gate=GateConfig(limits={"ENC004": share}))
        assert outcome(cases(render("junit", report))["ENC004 escaped-entity"]) == result


def test_accepted_findings_do_not_fail(make_finding: Command, make_report: Command, render: Command) -> None:
    found = cases(render("junit", make_report(make_finding(severity=Severity.ERROR, accepted=True))))
    assert {outcome(case) for case in found.values()} <= {"passed", "skipped"}


def test_of_many_findings_some_are_shown_and_all_are_counted(
    make_finding: Command, make_report: Command, render: Command
) -> None:
    findings = [make_finding(f"ferry-{n}", Origin("f.jsonl", n), line=n) for n in range(1, SHOWN + 38)]
    output = cases(render("junit", make_report(*findings)))["ENC004 escaped-entity"].findtext("system-out", "")
    assert output.startswith(f"{SHOWN + 37} warnings\n")
    assert output.endswith("\nand 37 more")
    assert f"f.jsonl:{SHOWN} " in output
    assert f"f.jsonl:{SHOWN + 1} " not in output


@given(data=st.data())
def test_any_text_gives_xml(
    data: st.DataObject, hostile: st.SearchStrategy[str], make_finding: Command, make_report: Command, render: Command
) -> None:
    text, path = data.draw(hostile), data.draw(hostile)
    finding = make_finding(text, Origin(path, 3), message=text, quote=text, severity=Severity.ERROR)
    found = cases(render("junit", make_report(finding, notes=[text])))
    assert outcome(found["ENC004 escaped-entity"]) == "failure"
