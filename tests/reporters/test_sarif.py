"""The SARIF log: what the standard demands, what code scanning reads, and places that are exact."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks import RunCheck, load_checks
from newslint.model import Edit, Finding, Fix, Origin, Place, Related, Severity
from newslint.reporters.paths import uri

Command = Callable[..., Any]
KEYS = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "invocations", "columnKind", "newlineSequences", "properties", "results"},
    "rule": {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"},
    "result": {
        *("ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations"),
        *("partialFingerprints", "baselineState", "fixes", "properties"),
    },
    "location": {"id", "message", "physicalLocation", "logicalLocations"},
    "region": {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"},
}
"""What SARIF 2.1.0 knows of the objects that are written; it allows nothing else in them."""


def read_log(text: str) -> dict[str, Any]:
    """Parse *text*, look at what every log must have, and return its run."""
    log = json.loads(text)
    assert set(log) <= KEYS["log"]
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert set(run) == KEYS["run"]
    assert all(isinstance(invocation["executionSuccessful"], bool) for invocation in run["invocations"])
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert set(rule) <= KEYS["rule"]
        assert all(0 < len(rule[part]["text"]) <= 1024 for part in ("shortDescription", "fullDescription"))
        assert set(rule["help"]) <= {"text", "markdown"}
        assert rule["help"]["text"]
    for result in run["results"]:
        look_at(result, rules)
    return run


def look_at(result: dict[str, Any], rules: list[dict[str, Any]]) -> None:
    assert set(result) <= KEYS["result"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("error", "warning", "note")
    assert result["message"]["text"]
    related = result.get("relatedLocations", [])
    assert [location["id"] for location in related] == list(range(1, len(related) + 1))
    for location in (*result["locations"], *related):
        assert set(location) <= KEYS["location"]
        region = location.get("physicalLocation", {}).get("region", {"startLine": 1})
        assert set(region) <= KEYS["region"]
        assert "startLine" in region or "charOffset" in region


@pytest.fixture
def run_of(newslint: Command, corpus: Path) -> Callable[..., dict[str, Any]]:
    return lambda *options: read_log(newslint("check", corpus.name, "--format", "sarif", *options).stdout)


def of(run: dict[str, Any], code: str) -> list[dict[str, Any]]:
    return [result for result in run["results"] if result["ruleId"] == code]


def test_every_check_that_ran_is_a_rule(run_of: Command) -> None:
    ids = [rule["id"] for rule in run_of("--ignore", "DUP")["tool"]["driver"]["rules"]]
    expected = {
        code
        for code, check in load_checks().items()
        if not check.preview and not issubclass(check, RunCheck) and not code.startswith("DUP")
    }
    assert set(ids) == expected
    assert len(ids) == len(set(ids))


def test_the_help_of_a_rule_is_its_page_as_text_and_as_markdown(run_of: Command, root: Path) -> None:
    for rule in run_of()["tool"]["driver"]["rules"]:
        text, markdown = (rule["help"][kind].replace("{{", "{").replace("}}", "}") for kind in ("text", "markdown"))
        assert markdown == (root / f"docs/checks/{rule['id']}.md").read_text("utf-8")
        assert "What it flags:\n" in text
        assert "---" not in text
        assert "`" not in text


def test_a_place_in_a_text_file_is_exact(run_of: Command, corpus: Path) -> None:
    text = corpus.joinpath("quay.txt").read_text("utf-8")
    run = run_of()
    assert run["columnKind"] == "unicodeCodePoints"
    [found] = [result for result in of(run, "ENC004") if "quay" in result["properties"]["article"]["id"]]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20corpus%2C%20100%25/quay.txt"
    region = place["region"]
    assert region["startLine"] == region["endLine"] == 5
    line = text.split("\n")[4]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "&nbsp;"


def test_the_fix_of_a_text_file_can_be_made(run_of: Command, corpus: Path) -> None:
    text = corpus.joinpath("quay.txt").read_text("utf-8")
    [found] = of(run_of(), "DAT001")
    [change] = found["fixes"][0]["artifactChanges"]
    [replacement] = change["replacements"]
    start, length = replacement["deletedRegion"]["charOffset"], replacement["deletedRegion"]["charLength"]
    mended = text[:start] + replacement["insertedContent"]["text"] + text[start + length :]
    assert mended.startswith("Friday, 06 December 2024\n\nQuay wall")


def test_a_record_has_a_line_and_no_fix(run_of: Command) -> None:
    [found] = [result for result in of(run_of(), "ENC004") if result["properties"]["article"]["id"] == "ferry-1"]
    assert found["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert "fixes" not in found
    [logical] = found["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == "ferry-1/body"


def test_a_record_that_cannot_be_read_has_its_line(run_of: Command) -> None:
    [found] = of(run_of(), "SCH005")
    assert found["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


def test_the_state_against_a_baseline_is_there_when_there_is_a_baseline(
    run_of: Command, newslint: Command, corpus: Path
) -> None:
    assert all("baselineState" not in result for result in run_of()["results"])
    newslint("baseline", corpus.name, "--output", "b.jsonl", "--select", "ENC")
    run = run_of("--baseline", "b.jsonl")
    states = {result["ruleId"][:3]: result["baselineState"] for result in run["results"]}
    assert states["ENC"] == "unchanged"
    assert states["DAT"] == "new"
    assert run["properties"]["accepted"] == sum(r["baselineState"] == "unchanged" for r in run["results"])


def test_an_interrupted_run_says_so(make_report: Command, render: Command) -> None:
    quiet = read_log(render("sarif", make_report()))["invocations"][0]
    assert quiet == {"executionSuccessful": True, "toolExecutionNotifications": []}
    report = make_report(notes=["interrupted: the rest is {missing}"], incomplete=True)
    invocation = read_log(render("sarif", report))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    [notification] = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "Interrupted: the rest is {{missing}}."


TEXT_FILE = Origin("quay.txt", 1, fields={"title": Place(1, 1, 0), "body": Place(3, 5, 20)})


def test_related_places_are_as_exact_as_the_file_allows(
    make_finding: Command, make_report: Command, render: Command
) -> None:
    spans = (
        Related("title", 2, 6, "wall", "title"),
        Related("published_at", None, None, "2024-12-06"),
        Related("body", 0, 9, "elsewhere", "twin", article="ferry-2"),
    )
    for origin, regions in (
        (TEXT_FILE, [{"charOffset": 2, "charLength": 4}, None]),
        (Origin("f.jsonl", 3), [{"startLine": 3}, {"startLine": 3}]),
        (Origin("f.parquet", row=3), [None, None]),
    ):
        report = make_report(make_finding(origin=origin, related=spans))
        [result] = read_log(render("sarif", report))["results"]
        own = result["relatedLocations"]
        assert [place["physicalLocation"].get("region") for place in own] == regions
        assert [span.get("article") for span in result["properties"]["related"]] == [None, None, "ferry-2"]


def test_a_span_over_several_lines_ends_in_the_last(
    make_finding: Command, make_report: Command, render: Command
) -> None:
    quote = "one\r\ntwo\rthree\nfo"
    finding = make_finding(origin=TEXT_FILE, line=4, column=9, start=10, end=10 + len(quote), quote=quote)
    [result] = read_log(render("sarif", make_report(finding)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 9, "endLine": 7, "endColumn": 3}


def test_where_the_quote_is_not_the_span_the_end_stays_open(
    make_finding: Command, make_report: Command, render: Command
) -> None:
    finding = make_finding(origin=TEXT_FILE, line=4, column=9, start=10, end=400, quote="shortened…")
    [result] = read_log(render("sarif", make_report(finding)))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 9}


@pytest.mark.parametrize(
    ("origin", "field"), [(TEXT_FILE, "author"), (Origin("quay.txt.gz", 1, fields=TEXT_FILE.fields), "body")]
)
def test_no_fix_where_the_place_in_the_file_is_not_known(
    make_finding: Command, make_report: Command, render: Command, origin: Origin, field: str
) -> None:
    fix = Fix(safe=True, edits=(Edit("body", 0, 1, ""), Edit(field, 0, 1, "x")))
    [result] = read_log(render("sarif", make_report(make_finding(origin=origin, fix=fix))))["results"]
    assert "fixes" not in result


def test_records_passed_in_memory_have_no_file(make_finding: Command, make_report: Command, render: Command) -> None:
    [result] = read_log(render("sarif", make_report(make_finding(origin=Origin(row=2), line=None))))["results"]
    assert list(result["locations"][0]) == ["logicalLocations"]


def test_severities_have_their_levels(make_finding: Command, make_report: Command, render: Command) -> None:
    report = make_report(*(make_finding(severity=severity) for severity in Severity))
    assert [result["level"] for result in read_log(render("sarif", report))["results"]] == ["error", "warning", "note"]


def test_a_check_that_is_not_installed_is_still_a_rule(
    make_finding: Command, make_report: Command, render: Command
) -> None:
    report = make_report(make_finding(code="XXX001", slug="lost-check"))
    rule = read_log(render("sarif", report))["tool"]["driver"]["rules"][0]
    assert (rule["id"], rule["name"], rule["shortDescription"]["text"]) == ("XXX001", "LostCheck", "Lost check")


def shown(message: str) -> str:
    """Return what a viewer shows of a message without arguments; a link or placeholder in it fails."""
    plain = message.replace("{{", "").replace("}}", "")
    assert not set(plain) & set("{}")
    text, position = "", 0
    unescaped = message.replace("{{", "{").replace("}}", "}")
    while position < len(unescaped):
        if unescaped[position] == "\\" and unescaped[position + 1 : position + 2] in ("\\", "]"):
            position += 1
        else:
            assert not unescaped.startswith("](", position)
        text += unescaped[position]
        position += 1
    return text


@given(data=st.data())
def test_no_text_breaks_the_log_or_acts_in_a_message(
    data: st.DataObject, hostile: st.SearchStrategy[str], make_finding: Command, make_report: Command, render: Command
) -> None:
    message, article, path = data.draw(hostile), data.draw(hostile), data.draw(hostile)
    finding: Finding = make_finding(article, Origin(path, 3), message=message + ".", quote=message)
    [result] = read_log(render("sarif", make_report(finding)))["results"]
    shown(result["message"]["text"])
    assert result["partialFingerprints"] == {"newslint/v1": finding.fingerprint}
    if path:
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()


@pytest.mark.parametrize("text", ["a {0} b", "see [here](https://x.example)", "a\\](b", "[[x]](1) {{y}}", "plain"])
def test_what_a_viewer_shows_is_the_message(
    make_finding: Command, make_report: Command, render: Command, text: str
) -> None:
    [result] = read_log(render("sarif", make_report(make_finding(message=text))))["results"]
    assert shown(result["message"]["text"]) == text


def test_uris_are_relative_below_the_working_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert uri(str(tmp_path / "a b" / "c#d.txt")) == "a%20b/c%23d.txt"
    assert uri("./x/../y:z.txt") == "x/../y%3Az.txt"
    assert unquote(uri("/elsewhere/ö.txt")) == "file:///elsewhere/ö.txt"
    assert unquote_to_bytes(uri("caf\udce9.txt")) == b"caf\xe9.txt"
    assert uri("-") == "-"
