"""Check one batch of records: the function that one process, many processes and Spark all run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from newslint.checks import Check
from newslint.checks.internal.check_crashed import CheckCrashed
from newslint.checks.schema.unreadable_record import UnreadableRecord
from newslint.config import Config
from newslint.engine.count import Counted, count_findings, count_unreadable
from newslint.engine.excerpts import excerpts
from newslint.engine.locate import line_and_column
from newslint.engine.select import Plan, make_plan
from newslint.engine.table import quoted, table_failures
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.facts.dates import DATES, TRIGGERS
from newslint.model import Article, ArticleRef, Finding, Tally
from newslint.readers import RawRecord, Unreadable, to_article
from newslint.text.scan import Scanner

MAX_CHARACTERS = 1 << 20
"""Characters of bodies that are read together: their arrays take about 60 bytes each."""

Observations = dict[str, list[tuple[int, Any]]]
"""What corpus checks noted, by code; the number is the position of the article among those of ``observed``."""


class BatchResult(msgspec.Struct):
    """What one batch yields. It is picklable and small: findings, counts and observations, never articles.

    ``articles`` holds the first ``keep_articles`` texts, where the caller asked for some.
    """

    findings: list[Finding]
    tally: Tally
    observations: Observations
    observed: list[ArticleRef]
    articles: list[Article]


class BatchChecker:
    """The checks of one configuration, ready to look at batches."""

    def __init__(self, config: Config, *, keep_excerpts: bool = False, keep_articles: int = 0) -> None:
        self.config = config
        self.keep_excerpts = keep_excerpts
        self.keep_articles = keep_articles
        self.plan = make_plan(config)
        # Made up front, so that a wrong option of a source stops the run at its start.
        self._exceptions = {source: make_plan(config, source) for source in config.sources}
        triggers = {check.code: check.triggers for check in self.plan.article if check.triggers}
        self.scanner = Scanner({DATES: TRIGGERS, **triggers})

    def check(self, items: Sequence[RawRecord | Unreadable]) -> BatchResult:
        """Check a batch; the findings come in the order of the records, and in text order within a record."""
        result = BatchResult([], Tally(), {}, [], [])
        broken_values = table_failures(items, self.config.required) if self.plan.table else {}
        articles = [to_article(item) if isinstance(item, RawRecord) else None for item in items]
        counted = Counted()
        for position, facts in enumerate(self._facts(articles)):
            item = items[position]
            if facts is not None:
                self._article(facts, broken_values.get(position, []), result, counted)
            elif isinstance(item, Unreadable):
                self._unreadable(item, result)
        counted.add_to(result.tally)
        return result

    def plan_for(self, source: str | None) -> Plan:
        """Return the checks that run for articles of *source*."""
        return self._exceptions.get(source or "", self.plan)

    def _unreadable(self, item: Unreadable, result: BatchResult) -> None:
        check = self.plan.checks.get(UnreadableRecord.code)
        count_unreadable(result.tally)
        if isinstance(check, UnreadableRecord):
            finding = check.report(item.origin, item.reason, item.quote)
            result.findings.append(finding)
            count_findings(result.tally, finding.article, [finding])

    def _article(self, facts: ArticleFacts, failures: list[Any], result: BatchResult, counted: Counted) -> None:
        article = facts.article
        plan = self.plan_for(article.source)
        found = [*self._table_findings(plan, article, failures)] if failures else []
        counted.always[plan.always] += 1
        self._run_article_checks(plan, facts, found, counted.sometimes)
        observations = self._observe(plan, facts, found)
        day = facts.published.day.isoformat() if facts.published else None
        reference = ArticleRef.of(article, language=facts.language.code, day=day)
        if observations:
            counted.sometimes += observations
            for code, observation in observations.items():
                result.observations.setdefault(code, []).append((len(result.observed), observation))
            result.observed.append(reference)
        if found:
            found = [self._complete(article, facts, reference, finding) for finding in found]
            found.sort(key=lambda finding: finding.sort_key)
            result.findings += found
            count_findings(result.tally, reference, found)
        counted.article(reference, found)
        if len(result.articles) < self.keep_articles:
            result.articles.append(article)

    def _facts(self, articles: Sequence[Article | None]) -> Iterator[ArticleFacts | None]:
        """Yield the facts of each article; the bodies of many are read together, of as many as there is memory for."""
        for group in _groups(articles):
            texts, titles = (
                [article.text(field) if article else "" for article in group] for field in ("body", "title")
            )
            bodies = Bodies(texts, titles)
            for position, article in enumerate(group):
                yield self._facts_of(article, bodies, position) if article else None

    def _facts_of(self, article: Article, bodies: Bodies, position: int) -> ArticleFacts:
        hits = self.scanner.scan(article)
        # Facts tell "no place" from "nobody looked".
        hits.setdefault(DATES, [])
        return ArticleFacts(article, hits, bodies, position)

    @staticmethod
    def _run_article_checks(plan: Plan, facts: ArticleFacts, found: list[Finding], applicable: list[str]) -> None:
        article, hits = facts.article, facts.all_hits
        for check, code, applies, is_triggered in plan.steps:
            try:
                if applies is not None:
                    if not applies(article, facts):
                        continue
                    applicable.append(code)
                if not is_triggered or code in hits:
                    found.extend(check.check(article, facts))
            except Exception as error:  # noqa: BLE001 a check must never end the run
                found += _crash(plan, article, check, error)

    @staticmethod
    def _observe(plan: Plan, facts: ArticleFacts, found: list[Finding]) -> dict[str, Any]:
        observations: dict[str, Any] = {}
        for check in plan.corpus:
            try:
                observation = check.observe(facts.article, facts)
            except Exception as error:  # noqa: BLE001
                found += _crash(plan, facts.article, check, error)
            else:
                if observation is not None:
                    observations[check.code] = observation
        return observations

    def _complete(self, article: Article, facts: ArticleFacts, reference: ArticleRef, finding: Finding) -> Finding:
        line, column = line_and_column(article, finding.field, finding.start)
        kept = excerpts(finding, facts) if self.keep_excerpts else ()
        return msgspec.structs.replace(finding, article=reference, line=line, column=column, excerpts=kept)

    @staticmethod
    def _table_findings(plan: Plan, article: Article, failures: list[Any]) -> Iterator[Finding]:
        for failure in failures:
            check = plan.table.get(failure.slug)
            if check is not None:
                message = check.describe(failure.field, failure.value)
                yield check.finding(article, failure.field, None, message, quote=quoted(failure.value))


def _groups(articles: Sequence[Article | None]) -> Iterator[Sequence[Article | None]]:
    """Cut *articles* where their bodies have more than MAX_CHARACTERS together."""
    start = characters = 0
    for position, article in enumerate(articles):
        length = len(article.text("body")) if article else 0
        if position > start and characters + length > MAX_CHARACTERS:
            yield articles[start:position]
            start, characters = position, 0
        characters += length
    yield articles[start:]


def _crash(plan: Plan, article: Article, check: Check, error: Exception) -> list[Finding]:
    crashed = plan.checks.get(CheckCrashed.code)
    return [crashed.report(ArticleRef.of(article), check.code, error)] if isinstance(crashed, CheckCrashed) else []
