"""The baseline: what was accepted counts no more, what is new does."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import newslint
from newslint.cli.baseline import BaselineWriter
from newslint.config import Config, GateConfig, load_config
from newslint.errors import ConfigError
from newslint.gate import read_baseline
from newslint.gate.baseline import LONGEST_QUOTE, to_entry
from newslint.model import ArticleRef, Finding, Severity

BODY = "The harbour office in Vell&ouml;r closes.\n\nIts clerks move to the old customs house, says Ilse Brandt."
ARTICLE = {"id": "vellor-1", "title": "Harbour office closes", "language": "en", "body": BODY}
NEW = {**ARTICLE, "id": "vellor-2", "title": "Ferries stop &amp; start again on Monday"}
TWICE = {**ARTICLE, "id": "vellor-3", "url": "https://vellor.example/3", "body": BODY.replace("&ouml;", "ö")}


def baseline_of(path: Path, *articles: object) -> Config:
    report = newslint.check(list(articles))
    with path.open("w", encoding="utf-8") as stream:
        BaselineWriter(stream).add(report.findings)
    return Config(gate=GateConfig(baseline=str(path), fail_on="info"))


def finding(quote: str) -> Finding:
    return Finding(
        code="ENC004",
        slug="escaped-entity",
        severity=Severity.WARNING,
        article=ArticleRef("a"),
        field="body",
        start=0,
        end=len(quote),
        quote=quote,
        message="",
    )


def test_what_was_accepted_passes_and_what_is_new_does_not(tmp_path: Path) -> None:
    config = baseline_of(tmp_path / "b.jsonl", ARTICLE)
    assert not newslint.check([ARTICLE], Config(gate=GateConfig(fail_on="info"))).passed
    again = newslint.check([ARTICLE], config)
    assert again.passed
    assert [one.accepted for one in again.findings] == [True]
    more = newslint.check([ARTICLE, NEW], config)
    assert not more.passed
    assert {(one.article.id, one.accepted) for one in more.findings} == {("vellor-1", True), ("vellor-2", False)}


def test_accepted_findings_are_in_no_count_but_their_own(tmp_path: Path) -> None:
    tally = newslint.check([ARTICLE, NEW], baseline_of(tmp_path / "b.jsonl", ARTICLE)).tally
    assert tally.accepted == 1
    assert tally.clean == 1
    assert (tally.by_code, tally.by_severity) == ({"ENC004": 2}, {"warning": 2})
    assert (tally.cells, tally.grades) == ({("ENC004", "unknown"): 1}, {("ENC004", "warning"): 2})
    assert tally.coverage["ENC004"].articles_flagged == 1


def test_an_article_with_an_accepted_error_has_no_errors(tmp_path: Path) -> None:
    blank = {**ARTICLE, "body": " "}
    config = baseline_of(tmp_path / "b.jsonl", blank)
    tally = newslint.check([blank], config).tally
    assert (tally.articles, tally.clean, tally.with_errors) == (1, 1, 0)
    assert tally.accepted == 1


def test_findings_of_corpus_checks_are_accepted_too(tmp_path: Path) -> None:
    long = TWICE | {
        "body": " ".join(f"Sentence {number} tells of quay {number * 7} in Vellör." for number in range(40))
    }
    corpus = [long, {**long, "id": "vellor-4"}]
    config = baseline_of(tmp_path / "b.jsonl", *corpus)
    assert "DUP001" in {one.code for one in newslint.check(corpus).findings}
    report = newslint.check(corpus, config)
    assert report.passed
    assert all(one.accepted for one in report.findings)
    assert report.tally.clean == 2


def test_a_record_that_cannot_be_read_can_be_accepted(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text(json.dumps(ARTICLE) + "\n{broken\n", "utf-8")
    found = newslint.check(corpus).findings
    assert "SCH005" in {one.code for one in found}
    with (tmp_path / "b.jsonl").open("w", encoding="utf-8") as stream:
        BaselineWriter(stream).add(newslint.check(corpus).findings)
    assert newslint.check(corpus, Config(gate=GateConfig(baseline=str(tmp_path / "b.jsonl")))).passed


def test_moved_text_stays_accepted(tmp_path: Path) -> None:
    config = baseline_of(tmp_path / "b.jsonl", ARTICLE)
    moved = {**ARTICLE, "body": "A first paragraph was added by the desk.\n\n" + BODY}
    assert newslint.check([moved], config).passed


def test_a_line_names_what_it_accepts_and_may_say_why(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    config = baseline_of(path, ARTICLE)
    line = json.loads(path.read_text("utf-8"))
    assert line | {"fingerprint": ""} == {
        "fingerprint": "",
        "code": "ENC004",
        "article": "vellor-1",
        "field": "body",
        "quote": "&ouml;",
    }
    path.write_text(json.dumps({**line, "reason": "the desk knows"}) + "\n\n", "utf-8")
    assert newslint.check([ARTICLE], config).passed


def test_quotes_are_shown_on_one_line_and_cut() -> None:
    assert to_entry(finding("one\n\n two")).quote == "one two"
    assert len(to_entry(finding("long " * 100)).quote) == LONGEST_QUOTE


def test_lone_surrogates_can_be_written() -> None:
    stream = io.StringIO()
    BaselineWriter(stream).add([finding("\ud800 Vellör")])
    assert json.loads(stream.getvalue())["quote"] == "\ufffd Vellör"


@pytest.mark.parametrize("line", ["no JSON", '{"code": "ENC004"}', '["fingerprint"]', '{"fingerprint": 1}'])
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(f'{{"fingerprint": "0123456789abcdef"}}\n{line}\n', "utf-8")
    with pytest.raises(ConfigError, match=r"b\.jsonl, line 2: not an entry of a baseline"):
        read_baseline(path)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(b'{"fingerprint": "\xff"}\n')
    with pytest.raises(ConfigError, match="line 1"):
        read_baseline(tmp_path / "b.jsonl")


def test_a_missing_baseline_is_an_error_and_not_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read the baseline"):
        newslint.check([ARTICLE], Config(gate=GateConfig(baseline=str(tmp_path / "none.jsonl"))))


def test_the_configuration_names_it_relative_to_itself(tmp_path: Path) -> None:
    file = tmp_path / "newslint.toml"
    file.write_text('[gate]\nbaseline = "known/b.jsonl"\n', "utf-8")
    assert load_config(file, environment={}).gate.baseline == str(tmp_path / "known" / "b.jsonl")
    project = tmp_path / "pyproject.toml"
    project.write_text('[tool.newslint.gate]\nbaseline = "b.jsonl"\n', "utf-8")
    assert load_config(project, environment={}).gate.baseline == str(tmp_path / "b.jsonl")
