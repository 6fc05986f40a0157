"""The page of a corpus: the gate, what to fix first, every check, where and when, and the list of findings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from newslint.checks import RunCheck, load_checks
from newslint.model import Finding, Limit, Report, Severity
from newslint.reporters.html.charts import Heat, Timeline, make_heat, make_timeline
from newslint.reporters.html.evidence import Card, make_card, source_name
from newslint.reporters.html.meaning import Meaning, meaning
from newslint.reporters.html.pack import PackedFindings, pack_findings
from newslint.reporters.visible import plain
from newslint.reporters.wording import number, percent, plural, share

FIRST = 5
"""Checks named under "Fix first"."""
MOST_EXAMPLES = 20
"""Example cards on the page, spread over the checks: about 16 elements each, in a budget of 3,500 for the page."""
EXAMPLES = 3
"""Example cards of one check, each from another source where there are several."""
_TOP_SOURCES = 3
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z`])")


class Gate(msgspec.Struct, frozen=True):
    """One limit of the gate as a table row; ``code`` is empty where the limit is on a severity."""

    code: str
    subject: str
    allowed: str
    found: str
    passed: bool


class FirstFix(msgspec.Struct, frozen=True):
    """A check that is worth repairing before anything else; ``source`` where it fires in one source only.

    ``where`` says in how many sources it fires, ``reach`` how many articles it flags, ``advice`` what to do in one
    sentence.
    """

    meaning: Meaning
    severity: str
    source: str
    where: str
    reach: str
    advice: str


class CheckRow(msgspec.Struct, frozen=True):
    """What one check found, and how many articles it could judge."""

    meaning: Meaning
    severity: str
    findings: int
    flagged: str
    flagged_share: str
    coverage: str
    top: tuple[tuple[str, str], ...]
    examples: tuple[Card, ...]


class Silent(msgspec.Struct, frozen=True):
    """A check that found nothing; ``judged`` says of how many articles it could say so."""

    code: str
    slug: str
    judged: str


class Corpus(msgspec.Struct, frozen=True):
    """The whole page."""

    gates: tuple[Gate, ...]
    first: tuple[FirstFix, ...]
    checks: tuple[CheckRow, ...]
    silent: tuple[Silent, ...]
    blind: tuple[Silent, ...]
    sources: Heat | None
    languages: Heat | None
    timeline: Timeline | None
    packed: PackedFindings


def make_corpus(report: Report) -> Corpus:
    """Return the page of all articles in *report*."""
    total = sum(report.tally.by_code.values())
    severities = worst_severities(report)
    return Corpus(
        gates=tuple(sorted(map(_gate, report.verdict.limits), key=lambda gate: gate.passed)),
        first=tuple(_first(report, severities)),
        checks=tuple(_checks(report, severities)),
        silent=tuple(_silent(report, judged=True)),
        blind=tuple(_silent(report, judged=False)),
        sources=make_heat(
            _named(report.tally.cells), {source_name(k): n for k, n in report.tally.by_source.items()}, severities
        ),
        languages=_languages(report, severities),
        timeline=make_timeline(report.tally, severities),
        packed=pack_findings(report.findings, total),
    )


def worst_severities(report: Report) -> dict[str, str]:
    """Return the worst severity with which each check reported; a source may have its own."""
    worst: dict[str, str] = {}
    for code, severity in sorted(report.tally.grades, key=lambda grade: Severity(grade[1]).rank):
        worst.setdefault(code, severity)
    return worst


def _gate(limit: Limit) -> Gate:
    of_severity = limit.subject in set(Severity)
    code = "" if of_severity else limit.subject
    what = f"findings of severity {limit.subject}" if of_severity else meaning(limit.subject).summary
    write = _exact_percent if limit.is_share else number
    return Gate(code, what, write(limit.allowed), write(limit.found), limit.passed)


def _exact_percent(value: float) -> str:
    """Write a limit or what is held against it: two decimals at most, since 2.04% breaks a limit of 2%."""
    return f"{value * 100:.2f}".rstrip("0").rstrip(".") + "%"


def _first(report: Report, severities: Mapping[str, str]) -> list[FirstFix]:
    """Return the checks to repair first: errors before warnings, then those that flag most articles.

    Each check is one line however many sources it fires in, so that a source with one article never stands before a
    check that flags sixty. Of mild checks (info) only those that break a limit are worth a line.
    """
    broken = {limit.subject for limit in report.verdict.limits if not limit.passed}
    by_source: dict[str, Counter[str]] = defaultdict(Counter)
    for (code, source), articles in report.tally.cells.items():
        by_source[code][source_name(source)] += articles

    def order(code: str) -> tuple[int, int, str]:
        return (Severity(severities.get(code, "info")).rank, -by_source[code].total(), code)

    urgent = [code for code in by_source if severities.get(code, "info") != "info" or code in broken]
    slugs = {finding.code: finding.slug for finding in report.findings}
    return [
        _first_fix(report, meaning(code, slugs.get(code, "")), severities.get(code, "info"), by_source[code])
        for code in sorted(urgent, key=order)[:FIRST]
    ]


def _first_fix(report: Report, what: Meaning, severity: str, sources: Counter[str]) -> FirstFix:
    flagged = sources.total()
    top, of_top = min(sources.items(), key=lambda item: (-item[1], item[0]))
    published = sum(n for source, n in report.tally.by_source.items() if source_name(source) == top)
    reach = plural(flagged, "article")
    if len(sources) == 1:
        reach += f", {share(flagged, published)} of that source" if published else ""
        return FirstFix(what, severity, top, "", f"{reach}.", first_sentence(what.fix))
    if 2 * of_top > flagged > 2:  # one broken extractor: name it
        reach += f", {of_top:,} of them in {top}"
    where = plural(len(sources), "source")
    return FirstFix(what, severity, "", where, f"{reach}.", first_sentence(what.fix))


def first_sentence(text: str) -> str:
    """Return *text* up to the end of its first sentence."""
    end = _SENTENCE_END.search(text)
    return text[: end.end()] if end else text


def _checks(report: Report, severities: Mapping[str, str]) -> Iterator[CheckRow]:
    tally = report.tally
    codes = sorted(
        tally.by_code, key=lambda code: (Severity(severities.get(code, "info")).rank, -tally.by_code[code], code)
    )
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_code[finding.code].append(finding)
    spare = MOST_EXAMPLES
    for i, code in enumerate(codes):
        wanted = min(EXAMPLES, -(-spare // (len(codes) - i)), spare)
        examples = _examples(by_code[code], wanted)
        spare -= len(examples)
        yield _check_row(report, code, severities.get(code, "info"), examples)


def _check_row(report: Report, code: str, severity: str, examples: Sequence[Finding]) -> CheckRow:
    tally = report.tally
    coverage = tally.coverage.get(code)
    flagged = coverage.articles_flagged if coverage else 0
    slug = examples[0].slug if examples else ""
    cells = Counter({source: n for (of, source), n in tally.cells.items() if of == code})
    top = sorted(cells.items(), key=lambda cell: (-cell[1], cell[0] or ""))[:_TOP_SOURCES]
    return CheckRow(
        meaning=meaning(code, slug),
        severity=severity,
        findings=tally.by_code[code],
        flagged=f"{flagged:,}",
        flagged_share=share(flagged, tally.articles),
        coverage=_coverage(coverage.applicable, tally.articles) if coverage and coverage.applicable else "",
        top=tuple((source_name(source), f"{n:,}") for source, n in top),
        examples=tuple(make_card(finding) for finding in examples),
    )


def _coverage(applicable: int, articles: int) -> str:
    return f"{applicable:,} of {plural(articles, 'article')} ({share(applicable, articles)})"


def _examples(findings: Sequence[Finding], wanted: int) -> list[Finding]:
    """Return up to *wanted* findings, the largest sources first, each source and language once where possible."""
    sizes = Counter(finding.article.source or "" for finding in findings)
    ordered = sorted(findings, key=lambda finding: -sizes[finding.article.source or ""])
    chosen: list[Finding] = []
    seen: set[tuple[str | None, str | None]] = set()
    for finding in ordered:
        kind = (finding.article.source, finding.article.language)
        if len(chosen) < wanted and kind not in seen:
            seen.add(kind)
            chosen.append(finding)
    return chosen


def _silent(report: Report, *, judged: bool) -> Iterator[Silent]:
    tally = report.tally
    for code, coverage in sorted(tally.coverage.items()):
        if not tally.by_code.get(code) and bool(coverage.applicable) is judged:
            yield Silent(code, meaning(code).slug, _coverage(coverage.applicable, tally.articles))


def _named(cells: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Return flagged articles by (check, source as shown)."""
    named: Counter[tuple[str, str]] = Counter()
    for (code, source), articles in cells.items():
        named[code, source_name(source)] += articles
    return dict(named)


def _languages(report: Report, severities: Mapping[str, str]) -> Heat | None:
    """Return check by language, which the tally does not hold, counted over the findings where all are at hand."""
    tally = report.tally
    if len(tally.by_language) < 2 or len(report.findings) != sum(tally.by_code.values()):
        return None
    flagged = {(f.code, plain(f.article.language or ""), f.article.id) for f in report.findings if f.article.language}
    cells = Counter((code, language) for code, language, _ in flagged)
    return make_heat(cells, {plain(k or ""): n for k, n in tally.by_language.items()}, severities)


def drop_errors(report: Report) -> str:
    """Say what is left without the articles that have errors, where the counts alone prove it.

    They do when every limit is on a severity: then fewer articles can only mean fewer findings. A limit on a share of
    articles may be broken by the very dropping; unreadable records, and what a comparison of runs says of the whole,
    are not dropped with an article.
    """
    tally, limits = report.tally, report.verdict.limits
    left = tally.articles - tally.with_errors
    only_errors = all(limit.passed or limit.subject == "error" for limit in limits)
    on_severities = bool(limits) and not any(limit.is_share for limit in limits)
    of_the_whole = any(check.code in tally.by_code for check in load_checks().values() if issubclass(check, RunCheck))
    if (
        report.passed
        or tally.unreadable
        or of_the_whole
        or not left
        or not tally.with_errors
        or not (only_errors and on_severities)
    ):
        return ""
    others = f"the other {left:,} pass" if left > 1 else "the other one passes"
    return f"Without the {plural(tally.with_errors, 'article')} with errors, {others} this gate."


def clean_share(report: Report) -> str:
    """Return the share of articles with no finding."""
    return percent(report.tally.clean / report.tally.articles) if report.tally.articles else "–"
