"""What one run has to say: findings, counts, coverage and the verdict."""

from __future__ import annotations

from collections import Counter

import msgspec

from newslint.model.article import Article
from newslint.model.finding import Finding, Severity


class Coverage(msgspec.Struct):
    """How many articles a check could judge, so that its silence is not taken for health.

    ``applicable`` counts the articles that had the facts the check needs, ``articles_flagged`` those with a finding.
    """

    applicable: int = 0
    articles_flagged: int = 0
    findings: int = 0


class Tally(msgspec.Struct):
    """Counts that add up: each batch has one, and the sum of all is the report's.

    ``articles`` counts the articles read, ``clean`` those without any finding, ``with_errors`` those with at least one
    error, ``unreadable`` the records that could not be read. ``accepted`` counts the findings that the baseline
    accepts; no other count knows of them. ``by_source``, ``by_language``, ``by_day`` and ``by_length`` (of the body,
    see :func:`~newslint.model.counts.length_step`) count articles; ``cells`` counts flagged articles per (code,
    source), ``days`` flagged articles per (code, day),
    ``grades`` findings per (code, severity). ``judged`` counts, by severity, the articles, and the records that cannot
    be read, with such a finding of a check that has no limit of its own.
    """

    articles: int = 0
    clean: int = 0
    with_errors: int = 0
    unreadable: int = 0
    accepted: int = 0
    by_code: Counter[str] = msgspec.field(default_factory=Counter)
    by_severity: Counter[str] = msgspec.field(default_factory=Counter)
    by_source: Counter[str] = msgspec.field(default_factory=Counter)
    by_language: Counter[str] = msgspec.field(default_factory=Counter)
    by_day: Counter[str] = msgspec.field(default_factory=Counter)
    by_length: Counter[int] = msgspec.field(default_factory=Counter)
    cells: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    days: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    grades: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    judged: Counter[str] = msgspec.field(default_factory=Counter)
    coverage: dict[str, Coverage] = {}

    def add(self, other: Tally) -> None:
        """Add the counts of *other* to this tally."""
        for name in self.__struct_fields__:
            mine = getattr(self, name)
            if isinstance(mine, Counter):
                mine.update(getattr(other, name))
            elif isinstance(mine, int):
                setattr(self, name, mine + getattr(other, name))
        for code, theirs in other.coverage.items():
            ours = self.coverage.setdefault(code, Coverage())
            ours.applicable += theirs.applicable
            ours.articles_flagged += theirs.articles_flagged
            ours.findings += theirs.findings


class Limit(msgspec.Struct, frozen=True):
    """One condition of the gate: what was allowed, what was found, whether it holds.

    ``subject`` is a severity (``"error"``) or a check code; ``allowed`` and ``found`` are shares of articles (0 to 1)
    where ``is_share`` says so, as for a code, and counts of findings for a severity without a limit.
    """

    subject: str
    allowed: float
    found: float
    passed: bool
    is_share: bool = False


class Verdict(msgspec.Struct, frozen=True):
    """Whether the corpus may be ingested, and why not."""

    passed: bool
    reasons: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()


class Report(msgspec.Struct, kw_only=True):
    """The result of a run. ``articles`` keeps the texts only where a reporter asked for them.

    ``incomplete`` says that the run ended before the whole corpus was checked.
    """

    findings: list[Finding]
    tally: Tally
    verdict: Verdict
    version: str
    config: dict[str, object] = {}
    paths: list[str] = []
    articles: list[Article] = []
    notes: list[str] = []
    incomplete: bool = False

    @property
    def passed(self) -> bool:
        """Return whether the gate passed."""
        return self.verdict.passed

    def count(self, severity: Severity | str) -> int:
        """Return how many findings have *severity*."""
        return self.tally.by_severity.get(str(severity), 0)
