"""Check one batch of records: the function that one process, many processes and Spark all run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec

from newslint.checks import CorpusCheck
from newslint.checks.internal.check_crashed import CheckCrashed
from newslint.checks.schema.unreadable_record import UnreadableRecord
from newslint.config import Config
from newslint.engine.accept import Accepted, mark
from newslint.engine.count import Counted, count_apart, count_findings, count_unreadable
from newslint.engine.excerpts import excerpts
from newslint.engine.field_names import NO_NAMES, Names, names_in
from newslint.engine.locate import Locator, misplaced
from newslint.engine.plans import Plans
from newslint.engine.select import Plan, Step, scanned
from newslint.engine.table import quoted, table_failures
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.facts.dates import DATES, TRIGGERS
from newslint.model import Article, ArticleRef, Finding, Tally
from newslint.readers import RawRecord, Unreadable, to_article
from newslint.text.scan import Scanner

BATCH_SIZE = 256
"""Records per batch: of 64 to 512 none is faster than another, and the arrays of 512 news articles take 60 MB."""

MAX_CHARACTERS = 1 << 18
"""Characters of bodies that are read together: their arrays take about 60 bytes each."""

T = TypeVar("T")
Observations = dict[str, list[tuple[int, Any]]]
"""What corpus checks noted, by code; the number is the position of the article among those of ``observed``."""


class BatchResult(msgspec.Struct):
    """What one batch yields. It is picklable and small: findings, counts and observations, never articles.

    ``articles`` holds the first ``keep_articles`` texts, where the caller asked for some; ``limited`` are the codes of
    the checks with a limit of their own; ``names`` tells which of the configured names the records have.
    """

    findings: list[Finding]
    tally: Tally
    observations: Observations
    observed: list[ArticleRef]
    articles: list[Article]
    limited: frozenset[str] = frozenset()
    names: Names = NO_NAMES


class BatchChecker:
    """The checks of one configuration, ready to look at batches."""

    def __init__(
        self,
        config: Config,
        *,
        keep_excerpts: bool = False,
        keep_articles: int = 0,
        accepted: Accepted = frozenset(),
    ) -> None:
        self.config = config
        self.keep_excerpts = keep_excerpts
        self.keep_articles = keep_articles
        self.accepted = accepted
        self.plans = Plans(config)
        self.plan = self.plans.default
        self.scanner = Scanner({DATES: TRIGGERS, **scanned(self.plan)})

    def prepare(self) -> None:
        """Compile and keep at once what is dear to compile, for a large corpus or for other processes."""
        self.scanner.prepare()

    def check(self, items: Sequence[RawRecord | Unreadable]) -> BatchResult:
        """Check a batch; the findings come in the order of the records, and in text order within a record."""
        names = names_in(items, self.config.fields)
        result = BatchResult([], Tally(), {}, [], [], self.plans.limited, names)
        broken_values = table_failures(items, self.config.required) if self.plan.table else {}
        records = [to_article(item) if isinstance(item, RawRecord) else item for item in items]
        counted = Counted(self.plans.limited)
        position = 0
        for group in _groups(records):
            for record in self._looked_at(group, counted):
                if isinstance(record, Unreadable):
                    self._unreadable(record, result)
                else:
                    self._conclude(record, broken_values.get(position, []), result, counted)
                position += 1
        counted.add_to(result.tally)
        return result

    def _unreadable(self, item: Unreadable, result: BatchResult) -> None:
        check = self.plans.of(ArticleRef("", origin=item.origin)).checks.get(UnreadableRecord.code)
        count_unreadable(result.tally)
        if isinstance(check, UnreadableRecord):
            finding = mark(check.report(item.origin, item.reason, item.quote), self.accepted)
            result.findings.append(finding)
            count_apart(result.tally, finding, result.limited)

    def _looked_at(self, records: Sequence[Article | Unreadable], counted: Counted) -> Sequence[_LookedAt | Unreadable]:
        """Run the checks over *records*, whose bodies are read together.

        Check by check, not article by article: what one check needs of the processor is then at hand for all articles,
        which saves a sixth of the time.
        """
        texts, titles = ([_text(record, field) for record in records] for field in ("body", "title"))
        bodies = Bodies(texts, titles)
        found = [
            record if isinstance(record, Unreadable) else _LookedAt(self._facts(record, bodies, position))
            for position, record in enumerate(records)
        ]
        by_plan: dict[Plan, list[_LookedAt]] = {}
        for entry in found:
            if isinstance(entry, _LookedAt):
                by_plan.setdefault(self.plans.of(entry.facts.article), []).append(entry)
        for plan, entries in by_plan.items():
            counted.always[plan.always] += len(entries)
            for step in plan.steps:
                _ask(plan, step, entries, counted.sometimes)
            for check in plan.corpus:
                _observe(plan, check, entries)
        return found

    def _facts(self, article: Article, bodies: Bodies, position: int) -> ArticleFacts:
        hits = self.scanner.scan(article)
        # Facts tell "no place" from "nobody looked".
        hits.setdefault(DATES, [])
        return ArticleFacts(article, hits, bodies, position)

    def _conclude(self, seen: _LookedAt, failures: list[Any], result: BatchResult, counted: Counted) -> None:
        """Add what was seen of one article, and which of its values broke the table, to *result*."""
        facts, found = seen.facts, seen.found
        article = facts.article
        found += self._table_findings(self.plans.of(article), article, failures) if failures else ()
        day = facts.published.day.isoformat() if facts.published else None
        reference = ArticleRef.of(article, language=facts.language.code, day=day)
        if seen.observations:
            counted.sometimes += seen.observations
            for code, observation in seen.observations.items():
                result.observations.setdefault(code, []).append((len(result.observed), observation))
            result.observed.append(reference)
        if found:
            found = _in_the_text(self.plans, article, found)
            locator = Locator(article)
            found = [self._complete(facts, reference, locator, finding) for finding in found]
            found.sort(key=lambda finding: finding.sort_key)
            result.findings += found
            count_findings(result.tally, reference, found)
        counted.article(reference, found, len(article.text("body")))
        if len(result.articles) < self.keep_articles:
            result.articles.append(article)

    def _complete(self, facts: ArticleFacts, reference: ArticleRef, locator: Locator, finding: Finding) -> Finding:
        line, column = locator.line_and_column(finding.field, finding.start)
        kept = excerpts(finding, facts) if self.keep_excerpts else ()
        placed = msgspec.structs.replace(finding, article=reference, line=line, column=column, excerpts=kept)
        return mark(placed, self.accepted)

    @staticmethod
    def _table_findings(plan: Plan, article: Article, failures: list[Any]) -> Iterator[Finding]:
        for failure in failures:
            check = plan.table.get(failure.slug)
            if check is not None:
                message = check.describe(failure.field, failure.value)
                yield check.finding(article, failure.field, None, message, quote=quoted(failure.value))


class _LookedAt:
    """An article while its batch is checked: what was found in it, and what corpus checks noted."""

    __slots__ = ("facts", "found", "observations")

    def __init__(self, facts: ArticleFacts) -> None:
        self.facts = facts
        self.found: list[Finding] = []
        self.observations: dict[str, Any] = {}


def _ask(plan: Plan, step: Step, entries: Sequence[_LookedAt], applicable: list[str]) -> None:
    """Run one check over all articles, and note its code once for each article that it could judge, if it says so."""
    check, code, applies, is_triggered = step
    for entry in entries:
        facts = entry.facts
        try:
            if applies is not None:
                if not applies(facts.article, facts):
                    continue
                applicable.append(code)
            if not is_triggered or code in facts.all_hits:
                entry.found.extend(check.check(facts.article, facts))
        except Exception as error:  # noqa: BLE001 a check must never end the run
            entry.found += _crash(plan, facts.article, code, error)


def _observe(plan: Plan, check: CorpusCheck, entries: Sequence[_LookedAt]) -> None:
    for entry in entries:
        try:
            observation = check.observe(entry.facts.article, entry.facts)
        except Exception as error:  # noqa: BLE001
            entry.found += _crash(plan, entry.facts.article, check.code, error)
        else:
            if observation is not None:
                entry.observations[check.code] = observation


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield lists of at most *size* items."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _text(record: Article | Unreadable, field: str) -> str:
    return "" if isinstance(record, Unreadable) else record.text(field)


def _groups(records: Sequence[Article | Unreadable]) -> Iterator[Sequence[Article | Unreadable]]:
    """Cut *records* where their bodies have more than MAX_CHARACTERS together."""
    start = characters = 0
    for position, record in enumerate(records):
        length = len(_text(record, "body"))
        if position > start and characters + length > MAX_CHARACTERS:
            yield records[start:position]
            start, characters = position, 0
        characters += length
    yield records[start:]


def _in_the_text(plans: Plans, article: Article, found: list[Finding]) -> list[Finding]:
    """Return *found*; a finding whose place is not in *article* is the failure of its check."""
    wrong = {finding.code: fault for finding in found if (fault := misplaced(finding, article))}
    if not wrong:
        return found
    plan = plans.of(article)
    crashes = [crash for code, fault in wrong.items() for crash in _crash(plan, article, code, ValueError(fault))]
    return [finding for finding in found if not misplaced(finding, article)] + crashes


def _crash(plan: Plan, article: Article, code: str, error: Exception) -> list[Finding]:
    crashed = plan.checks.get(CheckCrashed.code)
    return [crashed.report(ArticleRef.of(article), code, error)] if isinstance(crashed, CheckCrashed) else []
