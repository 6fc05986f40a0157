"""COR002 distribution-shift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.base import CheckOptions, Natural, RunCheck, Share
from newslint.facts.shares import Shift, shift
from newslint.model import ArticleRef, Counts, Finding, Severity

_SHOWN = 3
"""Classes of a mix that the message names."""


class DistributionShift(RunCheck):
    """The mix of sources, languages or lengths has moved against the reference run.

    What it flags
    -------------
    A distribution of the whole corpus (articles by source, by language, by the length of the body) that is far from
    that of the reference: its population stability index (PSI) is above ``max_shift``, after what chance adds to it.
    The reference is the JSON report of an earlier run (``--reference``, ``[gate] reference``). One finding each, which
    names the classes that moved most.

    Why it hurts
    ------------
    A crawler that loses a language, a feed that is suddenly ten times as large, bodies that end after the first
    paragraph: no article shows it, and whatever is learned or counted from the corpus changes with it.

    Example
    -------
    ``The mix of languages has moved against the reference run (PSI 0.61): de 12.0% → 41.0%, en 80.0% → 52.0%.``

    Fix
    ---
    None: whether the change is wanted, the corpus does not say. If it is, write the reference anew.

    Options
    -------
    ``min_articles`` (default 200 articles in either run): smaller runs are not compared. A convention.
    ``max_shift`` (default 0.25, PSI): the usual bound of a major change in the scoring of credits, where the index
    comes from (N. Siddiqi, Credit Risk Scorecards, 2006). What two samples of one corpus are expected to differ by is
    taken off first, and the rest must be four standard deviations of it. In generated runs of 200 to 10,000 articles
    (``benchmarks/quality_reference.py``) nothing is flagged that has not moved; a class that gains 30 % of all articles
    is found in 98 to 100 %, one that gains 20 % in half of the runs or more.

    Limits
    ------
    Without a reference nothing is compared. Sources or languages with less than five expected articles count as one
    class. Corpora that differ by design (one day and one year, one desk and another) differ here as well. Lengths are
    characters, rounded down to two binary digits; a different mix of languages moves them, too.
    """

    code = "COR002"
    slug = "distribution-shift"
    severity = Severity.WARNING
    precision = "nothing flagged in 20 random halves of 2,107 articles"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of COR002."""

        min_articles: Natural = 200
        max_shift: Share = 0.25

    def compare(self, now: Counts, before: Counts) -> Iterator[Finding]:
        """Yield the distributions that have moved."""
        if min(now.articles, before.articles) < max(1, self.options.min_articles):
            return
        for field, name, here, there in (
            ("source", "sources", now.by_source, before.by_source),
            ("language", "languages", now.by_language, before.by_language),
            ("body", "lengths (characters of the body)", now.by_length, before.by_length),
        ):
            moved = self._moved(here, there)
            if moved is not None:
                yield self._describe(field, name, moved)

    def _moved(self, now: Mapping[str, int], before: Mapping[str, int]) -> Shift | None:
        if not now or not before:
            return None
        found = shift(now, before)
        return found if found.psi - found.chance >= max(self.options.max_shift, 4 * found.spread) else None

    def _describe(self, field: str, name: str, found: Shift) -> Finding:
        shown = ", ".join(f"{label} {was:.1%} → {is_:.1%}" for label, was, is_ in found.moved[:_SHOWN])
        return self.finding_about(
            article=ArticleRef(id="corpus"),
            field=field,
            quote="",
            message=f"The mix of {name} has moved against the reference run (PSI {found.psi:.2f})"
            + (f": {shown}." if shown else "."),
            evidence={"psi": round(found.psi, 3), "expected_by_chance": round(found.chance, 3)},
        )
