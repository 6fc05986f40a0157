"""Checking batches: isolation of crashes, places, coverage, exceptions by source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

import newslint
from newslint.checks import replace
from newslint.checks.encoding.escaped_entity import EscapedEntity
from newslint.checks.schema.duplicate_id import DuplicateId
from newslint.config import Config, load_config
from newslint.engine import run as engine_run
from newslint.engine.run import Run
from newslint.engine.select import make_plan, scanned
from newslint.errors import ConfigError, UnknownNameError
from newslint.model import Article, ArticleRef, Finding, Origin, Place
from newslint.readers import RawRecord, Unreadable

BODY = "The council&#8217;s budget grows again.\n\nNobody at the meeting voted against it."


def config(**settings: Any) -> Config:
    return msgspec.convert(settings, Config)


def record(number: int, **values: object) -> RawRecord:
    base: dict[str, object] = {"id": f"a{number}", "title": "Budget grows", "language": "en", "body": BODY}
    return RawRecord({**base, **values}, {}, Origin("c.jsonl", number))


def test_a_crashing_check_is_a_finding_and_the_others_still_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: EscapedEntity, article: Article, facts: object) -> Iterator[Finding]:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(EscapedEntity, "check", crash)
    report = newslint.check([{"id": "a", "title": "", "body": BODY}, {"id": "b", "title": "T", "body": "Fine."}])
    codes = [(finding.code, finding.article.id) for finding in report.findings]
    assert ("INT001", "a") in codes
    assert ("SCH001", "a") in codes
    [crashed] = [finding for finding in report.findings if finding.code == "INT001"]
    assert crashed.message == "ENC004 crashed on this article with ZeroDivisionError: nothing to divide by."
    assert not report.passed


def test_what_a_check_found_before_it_crashed_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash_late(self: EscapedEntity, article: Article, facts: object) -> Iterator[Finding]:
        yield self.finding(article, "body", (0, 3), "first")
        raise ValueError("late")

    monkeypatch.setattr(EscapedEntity, "check", crash_late)
    found = newslint.check([{"id": "a", "title": "T", "body": BODY}]).findings
    assert {(finding.code, finding.quote) for finding in found} == {("ENC004", "The"), ("INT001", "ENC004")}


def test_a_crash_names_the_line_of_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: EscapedEntity, article: Article, facts: object) -> Iterator[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(EscapedEntity, "check", crash)
    [crashed] = newslint.check([{"id": "a", "title": "T", "body": BODY}]).findings
    assert crashed.evidence["at"] == f"test_batch.py:{crash.__code__.co_firstlineno + 1}"


@pytest.mark.parametrize("span", [(8, 3), (-1, 3), (0, len(BODY) + 1)])
@pytest.mark.parametrize("in_fix", [True, False])
def test_a_place_that_is_not_in_the_text_is_the_failure_of_the_check(
    monkeypatch: pytest.MonkeyPatch, span: tuple[int, int], in_fix: bool
) -> None:
    def misplace(self: EscapedEntity, article: Article, facts: object) -> Iterator[Finding]:
        yield self.finding(article, "body", (0, 3), "right")
        edit = replace("body", *span, "", safe=True)
        yield self.finding(article, "body", (4, 11) if in_fix else span, "wrong", fix=edit if in_fix else None)

    monkeypatch.setattr(EscapedEntity, "check", misplace)
    found = newslint.check([{"id": "a", "title": "T", "body": BODY}]).findings
    assert {(finding.code, finding.quote) for finding in found} == {("ENC004", "The"), ("INT001", "ENC004")}
    message = next(finding.message for finding in found if finding.code == "INT001")
    assert f"no such place: characters {span[0]} to {span[1]} of body" in message


def test_options_and_severities_by_source() -> None:
    settings = config(
        severity={"ENC004": "info"},
        sources={"odd.example": {"severity": {"escaped-entity": "error"}}, "raw.example": {"ignore": ["ENC"]}},
    )
    articles = [
        {"id": source, "title": "T", "body": BODY, "source": source}
        for source in ("plain.example", "odd.example", "raw.example")
    ]
    found = newslint.check(articles, settings).findings
    assert [(finding.article.id, finding.severity.value) for finding in found] == [
        ("plain.example", "info"),
        ("odd.example", "error"),
    ]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"checks": {"DAT006": {"min_lag_dayz": 3}}}, "checks.DAT006: unknown key 'min_lag_dayz'; did you mean"),
        (
            {"checks": {"stale-event-date": {"min_lag_days": "x"}}},
            r"checks\.DAT006\.min_lag_days: expected int, got str",
        ),
        ({"sources": {"a.example": {"checks": {"DAT006": {"x": 3}}}}}, "unknown key 'x'"),
    ],
)
def test_wrong_options_stop_the_run_at_its_start(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        Run(config(**settings))


@pytest.mark.parametrize("settings", [{"select": ["DAT"], "ignore": ["DAT"]}, {"ignore": ["ALL"]}])
def test_a_run_without_any_check_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="no check is selected"):
        Run(config(**settings))


def test_a_crash_fails_the_gate_whatever_is_selected(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(self: EscapedEntity, article: Article, facts: object) -> Iterator[Finding]:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(EscapedEntity, "check", crash)
    report = newslint.check([{"id": "a", "title": "T", "body": BODY}], config(select=["ENC004"]))
    assert [finding.code for finding in report.findings] == ["INT001"]
    assert not report.passed


@pytest.mark.parametrize(
    "settings", [{"required": ["titel"]}, {"select": ["DAT01"]}, {"ignore": ["NOPE"]}, {"severity": {"x": "info"}}]
)
def test_unknown_checks_stop_the_run_at_its_start(settings: dict[str, Any]) -> None:
    with pytest.raises(UnknownNameError):
        Run(config(**settings))


def test_select_takes_codes_slugs_families_and_all() -> None:
    def selected(*names: str, **settings: Any) -> set[str]:
        return set(Run(config(select=list(names), **settings)).checker.plan.checks) - {"INT001", "SCH005"}

    assert selected("ENC004") == selected("escaped-entity") == {"ENC004"}
    assert {code[:3] for code in selected("ENC", "SCH")} == {"ENC", "SCH"}
    assert {"INT001", "SCH005"} <= set(Run(config(select=["ENC"])).checker.plan.checks)
    assert "INT001" not in Run(config(select=["ENC"], ignore=["INT001"])).checker.plan.checks
    assert selected("ALL", ignore=["SCH"]) == {code for code in selected("ALL") if not code.startswith("SCH")}


def test_leaving_a_check_out_compiles_nothing_anew() -> None:
    def keys(**settings: Any) -> list[str]:
        return list(scanned(make_plan(config(**settings))))

    assert keys(ignore=["EXT004", "STR"]) == keys()
    assert keys(select=["EXT"], ignore=["EXT009"]) == keys()
    assert keys(select=["ENC004"]) == ["ENC004"]
    assert set(keys(select=["ALL", "PII001"])) == set(keys(preview=True)) > set(keys())


def test_a_check_that_is_left_out_finds_nothing_although_it_is_scanned_for() -> None:
    run = Run(config(ignore=["ENC004"]))
    run.feed([record(1, body="Tee &amp; Kaffee im Hafen von Skarvik.")])
    assert "ENC004" not in {finding.code for finding in run.findings}


def test_ids_are_compared_across_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_run, "BATCH_SIZE", 2)
    run = Run(config(select=["SCH003"]))
    run.feed([record(1), record(2), record(3, id="a1"), record(4), record(5, id="a1")])
    run.conclude()
    assert [(finding.line, finding.related[0].article) for finding in run.findings] == [
        (3, "c.jsonl:1"),
        (5, "c.jsonl:1"),
    ]
    assert {type(finding.article) for finding in run.findings} == {ArticleRef}
    assert (run.tally.articles, run.tally.clean, run.tally.with_errors) == (5, 3, 2)
    assert run.tally.coverage[DuplicateId.code].applicable == 5


def test_corpus_checks_obey_the_exceptions_of_sources() -> None:
    exceptions = {"mild.example": {"severity": {"SCH003": "info"}}, "raw.example": {"ignore": ["duplicate-id"]}}
    run = Run(config(select=["SCH003"], sources=exceptions))
    sources = ("a.example", "a.example", "mild.example", "raw.example")
    run.feed([record(number, id="same", source=source) for number, source in enumerate(sources)])
    run.conclude()
    assert [(finding.article.source, finding.severity.value) for finding in run.findings] == [
        ("a.example", "error"),
        ("mild.example", "info"),
    ]


def test_an_article_flagged_twice_is_counted_once() -> None:
    run = Run(config(select=["SCH"]))
    run.feed([record(1), record(2, id="a1", title="")])
    run.conclude()
    assert (run.tally.clean, run.tally.with_errors) == (1, 1)


def test_unreadable_records_are_findings_with_their_place() -> None:
    run = Run(config())
    run.feed([record(1), Unreadable(Origin("c.jsonl", 2), "is not JSON", "{oops")])
    run.conclude()
    assert (run.tally.articles, run.tally.unreadable) == (1, 1)
    finding = run.findings[-1]
    assert (finding.code, finding.article.origin.path, finding.line, finding.quote) == ("SCH005", "c.jsonl", 2, "{oops")


def test_wrong_types_are_findings_and_the_value_counts_as_absent() -> None:
    run = Run(config(select=["SCH"]))
    run.feed([record(1, body=["one", "two"], published_at=1733443200, title=None)])
    assert [(finding.code, finding.field) for finding in run.findings] == [
        ("SCH002", "published_at"),
        ("SCH001", "title"),
        ("SCH002", "body"),
    ]
    assert run.findings[2].message == "The field body is a list, where text is expected."


def test_places_in_text_files_are_lines_and_columns() -> None:
    places = {"title": Place(1, 1, 0), "body": Place(3, 1, 14)}
    raw = RawRecord(
        {"title": "Budget grows", "body": BODY.replace(" budget", "\r\nbudget &amp;nbsp;")},
        {},
        Origin("a.txt", 1, fields=places),
    )
    run = Run(config(select=["ENC004"]))
    run.feed([raw])
    assert [(finding.line, finding.column) for finding in run.findings] == [(3, 12), (4, 8)]


def test_coverage_says_how_many_articles_a_check_could_judge() -> None:
    undated = {"id": "a", "title": "T", "language": "en", "body": BODY}
    dated = {
        **undated,
        "id": "b",
        "published_at": "2024-12-06",
        "body": "The fair opened on December 4 in the old hall.",
    }
    coverage = newslint.check([undated, dated]).tally.coverage
    assert coverage["DAT006"].applicable == 1


def test_defaults_from_file_and_record_run_the_same_checks(tmp_path: Any) -> None:
    from_file = Run(load_config(start=tmp_path, environment={})).checker.plan.checks
    assert list(from_file) == list(Run(Config()).checker.plan.checks)
