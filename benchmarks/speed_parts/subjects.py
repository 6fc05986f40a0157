"""The work of newslint itself, as callables over lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from newslint.checks.schema.missing_field import MissingField
from newslint.config import Config
from newslint.engine.batch import BATCH_SIZE, BatchChecker, in_batches
from newslint.facts.dates import DATES, TRIGGERS
from newslint.readers import RawRecord, ReaderOptions, Unreadable, to_article
from newslint.readers.jsonl import Block, read_block
from newslint.text.scan import Scanner
from speed_parts.measure import Work

PATH = "articles.jsonl"


def stable_checks() -> list[str]:
    """Return the codes of all checks that run without any configuration."""
    return list(BatchChecker(Config()).plan.checks)


def records(lines: Sequence[bytes]) -> Iterator[RawRecord | Unreadable]:
    """Read *lines* as the JSONL reader does."""
    return read_block(Block(PATH, "utf-8", 1, list(lines)), ReaderOptions())


def parsing(lines: Sequence[bytes]) -> Work:
    """Return the floor: the standard library's parser over the same bytes, the result thrown away."""

    def parse() -> None:
        for line in lines:
            json.loads(line)

    return parse


def scanning(lines: Sequence[bytes]) -> Work:
    """Return what every run does at least: read the articles and look for the triggers of all checks."""
    scanner = BatchChecker(Config()).scanner
    scanner.prepare()

    def scan() -> None:
        for record in records(lines):
            if isinstance(record, RawRecord):
                scanner.scan(to_article(record))

    return scan


def checking(lines: Sequence[bytes], config: Config | None = None) -> Work:
    """Return a whole run: reading, all checks of *config* (default: all stable ones), findings kept."""
    return _checked(lines, BatchChecker(config or Config()))


def checking_without(lines: Sequence[bytes], code: str) -> Work:
    """Return a whole run without one check and its part of the scan, which a run that ignores the check would keep."""
    checker = BatchChecker(Config(ignore=[code]))
    own = {check.code: check.triggers for check in checker.plan.article if check.triggers}
    checker.scanner = Scanner({DATES: TRIGGERS, **own})
    return _checked(lines, checker)


def _checked(lines: Sequence[bytes], checker: BatchChecker) -> Work:
    checker.prepare()

    def check() -> None:
        for batch in in_batches(records(lines), BATCH_SIZE):
            checker.check(batch)

    return check


def clean_lines(lines: Sequence[bytes]) -> list[bytes]:
    """Return the articles in which no check finds anything.

    Missing fields do not count: in a corpus without titles, the texts are what is clean.
    """
    checker = BatchChecker(Config(ignore=[MissingField.code]))
    flagged = {
        finding.article.origin.line
        for batch in in_batches(records(lines), BATCH_SIZE)
        for finding in checker.check(batch).findings
    }
    return [line for number, line in enumerate(lines, 1) if number not in flagged and not line.isspace()]
