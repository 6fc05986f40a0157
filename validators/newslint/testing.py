"""Run the fixture cases of checks; also for the authors of plug-ins.

A fixture file belongs to one check::

    check: DAT001
    cases:
      pass_product_name:
        note: a product's name, not a date
        article: {language: en, body: "The update for Windows10 arrives."}
      fail_dateline:
        article: {language: en, dateline: "Friday06 December 2024", body: "..."}
        findings:
          - {field: dateline, quote: "Friday06 December 2024"}
        fixed: {dateline: "Friday, 06 December 2024"}

The names of cases start with ``pass_`` (no finding) or ``fail_`` (exactly the findings listed). A finding must match
in every key that is given: ``field``, ``quote``, ``message``, ``article`` (its id), ``evidence`` (a subset) and
``related`` (field and quote of each). ``options`` sets options of the check; a corpus check takes
``articles``, a check of the table a raw ``record``, whose values may be of any type, and one that compares runs the
counts ``now`` and ``before`` (those of a run that counted nothing else are left out).
``fixed`` gives the fields after all fixes, safe and unsafe, are applied; applying them again must change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from newslint.api import check
from newslint.checks import RunCheck, resolve
from newslint.config import Config
from newslint.engine.fixes import apply_fixes
from newslint.engine.select import make_plan
from newslint.model import FIELDS, Article, Counts, Finding, Origin

_NOTHING = {"articles": 0, "by_source": {}, "by_language": {}, "by_length": {}, "flagged": {}}


class Case(msgspec.Struct, forbid_unknown_fields=True):
    """One case of a fixture file."""

    article: dict[str, Any] = {}
    now: dict[str, Any] = {}
    before: dict[str, Any] = {}
    articles: list[dict[str, Any]] = []
    record: dict[str, Any] = {}
    findings: list[dict[str, Any]] = []
    options: dict[str, Any] = {}
    config: dict[str, Any] = {}
    fixed: dict[str, str] = {}
    note: str = ""


class FixtureFile(msgspec.Struct, forbid_unknown_fields=True):
    """A fixture file: the code of the check and its cases by name."""

    check: str
    cases: dict[str, Case]


def load_fixtures(path: Path) -> FixtureFile:
    """Read the fixture file *path*.

    Raises
    ------
        msgspec.ValidationError: the file has an unknown key or a value of the wrong type.

    """
    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), FixtureFile)


def problems(code: str, name: str, case: Case) -> list[str]:
    """Run *case* of the check *code* and return what is not as the case says; an empty list is a pass."""
    articles = _articles(case)
    found = _run(code, case, [case.record] if case.record else articles)
    complaints = [*_compare(found, case.findings), *_check_spans(found, articles)]
    if name.startswith("pass_") == bool(case.findings) or not name.startswith(("pass_", "fail_")):
        complaints.append("a case that expects findings is called fail_…, any other pass_…")
    if case.fixed:
        complaints += _check_fix(code, case, articles[0], found)
    return complaints


def _articles(case: Case) -> list[Article]:
    records = case.articles or [case.article]
    return [
        msgspec.convert({"id": f"case-{number}", **record}, Article) for number, record in enumerate(records, start=1)
    ]


def _run(code: str, case: Case, articles: Sequence[Article | dict[str, Any]]) -> list[Finding]:
    if issubclass(resolve(code), RunCheck):
        return _compared(code, case)
    settings = {"select": [code, "INT001"], "checks": {code: case.options}, **case.config}
    return check(articles, msgspec.convert(settings, Config)).findings


def _compared(code: str, case: Case) -> list[Finding]:
    settings = {"select": [code], "checks": {code: case.options}, "gate": {"reference": "report.json"}}
    now, before = (msgspec.convert(_NOTHING | counts, Counts) for counts in (case.now, case.before))
    return [f for run in make_plan(msgspec.convert(settings, Config)).run for f in run.compare(now, before)]


def findings_of(code: str, case: Case) -> list[Finding]:
    """Return what the check *code* finds in *case*."""
    return _run(code, case, [case.record] if case.record else _articles(case))


def _compare(found: list[Finding], expected: list[dict[str, Any]]) -> Iterator[str]:
    for position in range(max(len(found), len(expected))):
        if position >= len(expected):
            yield f"unexpected: {found[position].field} {found[position].quote!r}: {found[position].message}"
        elif position >= len(found):
            yield f"not found: {expected[position]}"
        else:
            yield from _differences(found[position], expected[position])


def _differences(finding: Finding, expected: Mapping[str, Any]) -> Iterator[str]:
    for key, value in expected.items():
        actual = _actual(finding, key, value)
        if actual != value:
            yield f"{key} is {actual!r}, expected {value!r}"


def _actual(finding: Finding, key: str, expected: Any) -> Any:
    if key == "evidence":
        return {name: finding.evidence.get(name) for name in expected}
    if key == "related":
        keys = [list(entry) for entry in expected]
        return [
            {name: getattr(span, name) for name in names} for span, names in zip(finding.related, keys, strict=False)
        ]
    if key == "safe":
        return finding.fix is not None and finding.fix.safe
    return finding.article.id if key == "article" else getattr(finding, key)


def _check_spans(found: list[Finding], articles: list[Article]) -> Iterator[str]:
    by_id = {article.id: article for article in articles}
    for finding in found:
        spans = [(finding.article.id, finding.field, finding.start, finding.end, finding.quote)]
        spans += [
            (span.article or finding.article.id, span.field, span.start, span.end, span.quote)
            for span in finding.related
        ]
        for identity, field, start, end, quote in spans:
            if start is not None and identity in by_id and by_id[identity].text(field)[start:end] != quote:
                yield f"the quote {quote!r} is not {field}[{start}:{end}]"


def _check_fix(code: str, case: Case, article: Article, found: list[Finding]) -> Iterator[str]:
    texts = {field: article.text(field) for field in FIELDS if article.text(field)}
    once = apply_fixes(texts, found, unsafe=True)
    for field, expected in case.fixed.items():
        if once.get(field) != expected:
            yield f"{field} fixed is {once.get(field)!r}, expected {expected!r}"
    repaired = msgspec.structs.replace(article, origin=Origin(), **once)
    if apply_fixes(once, _run(code, case, [repaired]), unsafe=True) != once:
        yield "applying the fix twice changes the text again"


def describe(code: str) -> str:
    """Return the file name that the fixtures of the check *code* have."""
    found = resolve(code)
    return f"{found.code}-{found.slug}.yml"
