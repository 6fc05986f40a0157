"""Which checks a report speaks of."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newslint.checks import Check, load_checks
from newslint.config import Config
from newslint.engine.select import select_codes
from newslint.model import Report


def checks_run(report: Report, found: Iterable[str] = ()) -> list[type[Check]]:
    """Return the checks that *report* was made with, and those whose codes were *found*, sorted by code."""
    codes = {*select_codes(msgspec.convert(report.config, Config)), *report.tally.by_code, *found}
    return [check for code, check in load_checks().items() if code in codes]
