"""URL003 tracking-parameter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck
from newslint.facts.addresses import is_tracking
from newslint.model import Article, Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts


class TrackingParameter(ArticleCheck):
    """The URL says where a reader came from.

    What it flags
    -------------
    Parameters of analytics, advertising, mailing and social services in the query or the fragment of a URL:
    ``utm_source`` and its kin, ``fbclid``, ``gclid``, ``mc_cid``, ``at_medium``, ``ocid``, ``xtor`` …; one finding for
    a URL, from the first of them to the last.

    Why it hurts
    ------------
    One article has as many URLs as ways that lead to it: deduplication by URL fails, and some of the parameters are
    traces of a single reader.

    Example
    -------
    ``https://courier.example/lock-shut?utm_source=rss&utm_medium=feed``

    Fix
    ---
    Removes the parameters and leaves the others in their order. Safe: a server shows the same page without them.

    Options
    -------
    None.

    Limits
    ------
    Only names that are known to mean nothing else: ``ref``, ``source``, ``rss`` or ``cid`` may be needed to find the
    page, and stay.
    """

    code = "URL003"
    slug = "tracking-parameter"
    severity = Severity.INFO
    fix = "safe"
    precision = "14 of 14 findings right on 1,643 URLs of real articles"

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article has a URL."""
        return bool(article.url)

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding if the URL has such parameters."""
        address = facts.address
        if address is None or not (address.query or address.fragment):
            return ()
        url = article.text("url")
        parts = [part for part in _parts(url) if any(map(is_tracking, part.parameters))]
        return (self._describe(article, parts),) if parts else ()

    def _describe(self, article: Article, parts: list[_Part]) -> Finding:
        names = [each.partition("=")[0] for part in parts for each in part.parameters if is_tracking(each)]
        first, last = _first(parts[0]), _last(parts[-1])
        listed = ", ".join(dict.fromkeys(names))
        return self.finding(
            article,
            "url",
            (first, last),
            f"The URL says where a reader came from, and not only where the article is: {listed}.",
            evidence={"parameters": len(names)},
            fix=Fix(True, tuple(_without(part) for part in parts)),
        )


class _Part(NamedTuple):
    """The query or the fragment: its parameters, and where it stands in the URL with the sign before it."""

    sign: str
    start: int
    end: int
    parameters: list[str]


def _parts(url: str) -> Iterator[_Part]:
    length = len(url.rstrip())
    hash_sign = url.find("#")
    end = hash_sign if hash_sign >= 0 else length
    question_mark = url.find("?", 0, end)
    if question_mark >= 0:
        yield _Part("?", question_mark, end, url[question_mark + 1 : end].split("&"))
    if hash_sign >= 0:
        yield _Part("#", hash_sign, length, url[hash_sign + 1 : length].split("&"))


def _without(part: _Part) -> Edit:
    kept = "&".join(each for each in part.parameters if not is_tracking(each))
    return Edit("url", part.start, part.end, f"{part.sign}{kept}" if kept else "")


def _first(part: _Part) -> int:
    """Return where the first tracking parameter of *part* begins."""
    before = next(index for index, each in enumerate(part.parameters) if is_tracking(each))
    return part.start + 1 + sum(len(each) + 1 for each in part.parameters[:before])


def _last(part: _Part) -> int:
    """Return where the last tracking parameter of *part* ends."""
    after = next(index for index, each in enumerate(reversed(part.parameters)) if is_tracking(each))
    return part.end - sum(len(each) + 1 for each in part.parameters[len(part.parameters) - after :])
