"""Count what corpus checks find: it comes at the end, about articles that were counted already."""

from __future__ import annotations

from collections.abc import Collection, Hashable

from newslint.engine.count import count_apart, count_finding
from newslint.engine.notes import CLEAN, JUDGED, WITH_ERRORS, badness_of
from newslint.model import Finding, Tally


class CorpusCounts:
    """Adds the findings of corpus checks to *tally*, and takes their articles out of those that were clean.

    A check tells of its articles in any order, and of one several times; but checks conclude one after the other, so
    that only the articles of the last one are kept in mind. The checks *limited* have a limit of their own.
    """

    def __init__(self, tally: Tally, limited: Collection[str] = ()) -> None:
        self.tally = tally
        self._limited = limited
        self._code = ""
        self._flagged: set[Hashable] = set()

    def add(self, finding: Finding, article: Hashable, before: int) -> int:
        """Count *finding* about *article*, whatever names it, and return how bad it is now; *before* it was so bad."""
        is_first = not finding.accepted and self._is_new(finding.code, article)
        count_finding(self.tally, finding.article, finding, is_first=is_first)
        now = before | badness_of(finding, self._limited)
        new = now & ~before
        self.tally.clean -= before == CLEAN and now != CLEAN
        self.tally.with_errors += bool(new & WITH_ERRORS)
        self.tally.judged.update(severity.value for severity, bit in JUDGED.items() if new & bit)
        return now

    def add_about_corpus(self, finding: Finding) -> None:
        """Count *finding*, which is about no article."""
        count_apart(self.tally, finding, self._limited)

    def _is_new(self, code: str, article: Hashable) -> bool:
        if code != self._code:
            self._code, self._flagged = code, set()
        is_new = article not in self._flagged
        self._flagged.add(article)
        return is_new
