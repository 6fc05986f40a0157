"""Put the page together: the verdict, one of the two bodies, and the security policy that seals the file."""

from __future__ import annotations

import json
import shlex
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePath

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newslint.model import Report, Severity
from newslint.reporters.html.corpus import clean_share, drop_errors, make_corpus
from newslint.reporters.html.meaning import prose
from newslint.reporters.html.proof import make_proof
from newslint.reporters.visible import plain, visible, visible_in_line, visible_mark
from newslint.reporters.wording import accepted, notes, noun_for, reader_date, unreadable

_PACKAGE = "newslint.reporters.html"
_MOST_PATHS = 8
_ICONS = {"fail": "b3261e", "pass": "0b6b3a", "none": "5f5b52"}


class VerdictView(msgspec.Struct, frozen=True):
    """The first screen: what to do, why, and the numbers behind it."""

    kind: str
    text: str
    short: str
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    stats: tuple[tuple[str, str], ...]
    icon: str


def render_html(report: Report) -> str:
    """Return the HTML page of *report*; equal reports give equal pages, byte for byte.

    A run that read exactly one article and kept its text becomes a proof-read page, anything else an overview. Findings
    that the baseline accepts are counted, not shown.
    """
    report = msgspec.structs.replace(report, findings=[one for one in report.findings if not one.accepted])
    one = report.tally.articles == 1 and len(report.articles) == 1
    style = _asset("style.css") if one else _asset("style.css") + _asset("corpus.css")
    script = "" if one else _asset("app.js")
    template = _environment().get_template("article.html.j2" if one else "corpus.html.j2")
    page = template.render(
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file, which no article touches
        script=Markup(script),  # noqa: S704
        name=_name(report, one=one),
        verdict=_verdict(report, one=one),
        page=make_proof(report) if one else make_corpus(report),
        report=report,
        run=_run(report),
        config=json.dumps(_settings(report), indent=1, sort_keys=True, ensure_ascii=True, default=str),
        judged=_judged(report),
    )
    return page + "\n"


def _settings(report: Report) -> dict[str, object]:
    """Return the configuration without where it comes from: that names a folder of this machine."""
    return {key: value for key, value in report.config.items() if key != "origins"}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(visible=visible, visible_mark=visible_mark, visible_in_line=visible_in_line, prose=prose)
    environment.filters.update(plain=plain, reader_date=reader_date)
    return environment


@cache
def _asset(name: str) -> str:
    """Return a shipped file without comment lines and indentation, which a reader of the report does not need."""
    lines = (line.strip() for line in files(_PACKAGE).joinpath(name).read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("/*", "//")))


def _policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy: this style, this script, and nothing from anywhere."""
    allowed = f"'sha256-{_digest(script)}'" if script else "'none'"
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src {allowed}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _name(report: Report, *, one: bool) -> str:
    """Return what the report is about: the file, or the article where there is no file."""
    names = [PurePath(path).name or path for path in report.paths]
    if not names and one:
        names = [article.id for article in report.articles]
    shown = plain(", ".join(names[:2])) or "report"
    return shown if len(names) <= 2 else f"{shown} and {len(names) - 2} more"


def _verdict(report: Report, *, one: bool) -> VerdictView:
    this = " this article" if one else ""
    if not report.passed:
        kind, text, sign = "fail", f"Do not ingest{this}", "✕"
    elif not report.tally.articles:
        kind, text, sign = "none", "Nothing was checked", "–"
    else:
        kind, text, sign = "pass", f"Safe to ingest{this}", "✓"
    return VerdictView(
        kind,
        text,
        f"{sign} {text}",
        report.verdict.reasons,
        notes(report),
        tuple(filter(None, _remarks(report))),
        _stats_of_one(report) if one else _stats(report),
        _ICONS[kind],
    )


def _remarks(report: Report) -> tuple[str, ...]:
    tally = report.tally
    return (
        "" if tally.articles else "No article was read, so this says nothing about the data.",
        unreadable(tally.unreadable) if tally.unreadable else "",
        accepted(tally.accepted) if tally.accepted else "",
        drop_errors(report),
        "The gate holds; the findings below do not stop the corpus." if report.passed and tally.by_code else "",
    )


def _stats(report: Report) -> tuple[tuple[str, str], ...]:
    tally = report.tally
    return (
        (f"{tally.articles:,}", f"{noun_for(tally.articles, 'article')} checked"),
        (clean_share(report), "without a finding"),
        (f"{tally.with_errors:,}", "with errors"),
        *_by_severity(report),
    )


def _stats_of_one(report: Report) -> tuple[tuple[str, str], ...]:
    fixes = sum(1 for finding in report.findings if finding.fix and finding.fix.safe)
    passed, blind = _judged(report)
    return (
        *_by_severity(report),
        *([(f"{fixes} of {len(report.findings)}", "safe to fix")] if report.findings else []),
        (str(len(passed)), f"{noun_for(len(passed), 'check')} found nothing"),
        *([(str(len(blind)), f"{noun_for(len(blind), 'check')} had nothing to judge")] if blind else []),
    )


def _by_severity(report: Report) -> tuple[tuple[str, str], ...]:
    counts = ((severity.value, report.count(severity)) for severity in Severity)
    return tuple((f"{n:,}", noun_for(n, noun)) for noun, n in counts)


def _judged(report: Report) -> tuple[list[str], list[str]]:
    """Return the codes of the checks that found nothing, and of those that had nothing to judge."""
    silent = [code for code in sorted(report.tally.coverage) if not report.tally.by_code.get(code)]
    coverage = report.tally.coverage
    return [code for code in silent if coverage[code].applicable], [c for c in silent if not coverage[c].applicable]


def _run(report: Report) -> tuple[tuple[str, str, bool], ...]:
    """Return what was run as (name, value, is code)."""
    more = len(report.paths) - _MOST_PATHS
    paths = ", ".join(plain(path) for path in report.paths[:_MOST_PATHS]) + (f" and {more} more" if more > 0 else "")
    rows = [("Read", paths, False), ("Tool", f"newslint {report.version}", False)]
    if 0 < len(report.paths) <= _MOST_PATHS and "-" not in report.paths:
        rows.append(("Repeat", plain(f"newslint check {shlex.join(report.paths)}"), True))
    return tuple(row for row in rows if row[1])
