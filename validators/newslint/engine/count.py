"""Count findings into a tally."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.model import ArticleRef, Coverage, Finding, Severity, Tally

UNKNOWN = "unknown"
"""How counts name an article without source or language."""


def count_unreadable(tally: Tally) -> None:
    """Count a record that could not be read."""
    tally.unreadable += 1


def count_article(
    tally: Tally,
    article: ArticleRef,
    findings: Sequence[Finding],
    applicable: Iterable[str] = (),
    *,
    is_article: bool = True,
) -> None:
    """Count one article with all its findings; *applicable* are the codes of the checks that could judge it."""
    if is_article:
        tally.articles += 1
        tally.clean += not findings
        tally.with_errors += any(finding.severity == Severity.ERROR for finding in findings)
        tally.by_source[article.source or UNKNOWN] += 1
        tally.by_language[article.language or UNKNOWN] += 1
        if article.day:
            tally.by_day[article.day] += 1
    for code in applicable:
        tally.coverage.setdefault(code, Coverage()).applicable += 1
    count_findings(tally, article, findings)


def count_findings(tally: Tally, article: ArticleRef, findings: Iterable[Finding]) -> None:
    """Count *findings* of one article."""
    flagged: set[str] = set()
    for finding in findings:
        tally.by_code[finding.code] += 1
        tally.by_severity[finding.severity.value] += 1
        tally.grades[finding.code, finding.severity.value] += 1
        coverage = tally.coverage.setdefault(finding.code, Coverage())
        coverage.findings += 1
        if finding.code not in flagged:
            flagged.add(finding.code)
            coverage.articles_flagged += 1
            tally.cells[finding.code, article.source or UNKNOWN] += 1
            if article.day:
                tally.days[finding.code, article.day] += 1
