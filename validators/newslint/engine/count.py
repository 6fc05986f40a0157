"""Count findings into a tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from newslint.model import ArticleRef, Coverage, Finding, Severity, Tally, length_step

UNKNOWN = "unknown"
"""How counts name an article without source or language."""


def count_unreadable(tally: Tally) -> None:
    """Count a record that could not be read."""
    tally.unreadable += 1


class Counted:
    """The articles of a batch, noted one by one and counted together: a counter costs more than a list.

    ``always`` counts articles by the checks that can judge any article, ``sometimes`` has the codes of the other checks
    that could judge an article, once for each. The checks *limited* have a limit of their own.
    """

    def __init__(self, limited: Collection[str] = ()) -> None:
        self._limited = limited
        self.always: Counter[tuple[str, ...]] = Counter()
        self.sometimes: list[str] = []
        self._articles: list[ArticleRef] = []
        self._flagged: list[Sequence[Finding]] = []
        self._lengths: list[int] = []

    def article(self, article: ArticleRef, findings: Sequence[Finding], length: int) -> None:
        """Note one article, with all its findings and the *length* of its body in characters."""
        self._articles.append(article)
        self._lengths.append(length)
        counted = [finding for finding in findings if not finding.accepted]
        if counted:
            self._flagged.append(counted)

    def add_to(self, tally: Tally) -> None:
        """Count all articles; their findings are counted by :func:`count_findings`."""
        tally.articles += len(self._articles)
        tally.clean += len(self._articles) - len(self._flagged)
        tally.with_errors += sum(any(f.severity == Severity.ERROR for f in findings) for findings in self._flagged)
        for findings in self._flagged:
            tally.judged.update({f.severity.value for f in findings if f.code not in self._limited})
        tally.by_source.update([article.source or UNKNOWN for article in self._articles])
        tally.by_language.update([article.language or UNKNOWN for article in self._articles])
        tally.by_day.update([article.day for article in self._articles if article.day])
        tally.by_length.update(map(length_step, self._lengths))
        applicable = Counter(self.sometimes)
        for codes, times in self.always.items():
            applicable.update(dict.fromkeys(codes, times))
        for code, times in applicable.items():
            tally.coverage.setdefault(code, Coverage()).applicable += times


def count_findings(tally: Tally, article: ArticleRef, findings: Iterable[Finding]) -> None:
    """Count all *findings* of one article; of accepted ones only how many they are."""
    flagged: set[str] = set()
    for finding in findings:
        count_finding(tally, article, finding, is_first=finding.code not in flagged)
        if not finding.accepted:
            flagged.add(finding.code)


def count_apart(tally: Tally, finding: Finding, limited: Collection[str]) -> None:
    """Count a finding about something that is no article of those counted: a record that cannot be read, the corpus."""
    count_finding(tally, finding.article, finding, is_first=True)
    if not finding.accepted and finding.code not in limited:
        tally.judged[finding.severity.value] += 1


def count_finding(tally: Tally, article: ArticleRef, finding: Finding, *, is_first: bool) -> None:
    """Count a finding of *article*; *is_first* says that it is the first one of its code there."""
    if finding.accepted:
        tally.accepted += 1
        return
    tally.by_code[finding.code] += 1
    tally.by_severity[finding.severity.value] += 1
    tally.grades[finding.code, finding.severity.value] += 1
    coverage = tally.coverage.setdefault(finding.code, Coverage())
    coverage.findings += 1
    if is_first:
        coverage.articles_flagged += 1
        tally.cells[finding.code, article.source or UNKNOWN] += 1
        if article.day:
            tally.days[finding.code, article.day] += 1
