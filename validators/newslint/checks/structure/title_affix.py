"""STR005 title-affix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import CheckOptions, CorpusCheck, Natural, Share, replace
from newslint.facts.copies import indexed
from newslint.facts.furniture.labels import kind_of
from newslint.facts.kinship import primary_subtag
from newslint.facts.titles import Affix, head, is_outlet, outlet_names, tail, wording
from newslint.model import Article, ArticleRef, Finding, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_MIN_HEADLINE = 8
_CAPITALISED = ("en", "de")
"""Languages whose headlines keep their capital behind an affix; French and Russian may drop it behind a colon."""


class _Title(NamedTuple):
    """What a title has beside its headline: empty where it has nothing, ``known`` if it is the outlet's name."""

    start: int = 0
    end: int = 0
    quote: str = ""
    name: str = ""
    known: bool = False


class TitleAffix(CorpusCheck):
    """The title has the outlet's name before or behind the headline.

    What it flags
    -------------
    `` | Orlin Post`` or `` - Orlin News`` behind a headline, with the separator, sections of the page beside it (`` -
    Politics - Orlin Post``) and a date that may follow, and ``Orlin Post: `` before it. The name is known as the
    outlet's by the article's source or by the domain of its URL: in full, in part (``Orlin Post online``), romanised or
    by its initials; in Chinese, Japanese and Korean by how the names of papers and stations end. Another name counts if
    it stands behind the titles of one source again and again.

    Why it hurts
    ------------
    The name is the page's, not the headline's. Titles of one outlet look alike, the same story under two titles does
    not, and a model learns to end headlines with a name.

    Example
    -------
    ``“ | Orlin Post” in the title is the name of the outlet.``

    Fix
    ---
    Takes the name out, with the separator. Unsafe: a headline may be about the outlet itself.

    Options
    -------
    ``min_articles`` (default 5 articles) and ``min_share`` (default 0.5 of a source's titles): from how many titles of
    a source on a name that neither source nor URL tells counts. An outlet that quotes others (``… - Orlin Post``) had 3
    such titles of 30 in 2,107 real articles.

    Limits
    ------
    A headline about the outlet itself is known by words in lower case: ``… – Orlin Post wins again``, ``Orlin Post: a
    hundred years`` (in English and German); in headlines of capitals only it is not. Names longer than 60 characters or
    six words are taken for the second half of a headline, and the domain itself in front is the outlet whatever
    follows. Sections alone (``… - Sport``) and other outlets than the article's own are not flagged. What remains must
    be a headline of at least 8 characters.
    """

    code = "STR005"
    slug = "title-affix"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "115 of 115 findings read right on 2,107 articles; 146 found, about 14 missed"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR005."""

        min_articles: Natural = 5
        min_share: Share = 0.5

    def observe(self, article: Article, facts: ArticleFacts) -> _Title | None:
        """Return what the title has beside its headline; that it has nothing counts too."""
        title = article.text("title")
        if not title.strip():
            return None
        behind, before = tail(title), head(title)
        if not behind and not before:
            return _Title()
        outlets = outlet_names(article.source, article.url)
        # Its own domain is the outlet, whatever the headline behind it has of the name.
        is_named = behind is not None and wording(behind.name) in map(wording, outlets)
        if before and not is_named and _is_domain(title, before, facts):
            return _observed(title, before, known=True)
        if behind and is_outlet(behind.name, outlets):
            return _observed(title, _with_sections(title, behind), known=True)
        if behind and kind_of(behind.name) == "menu":
            inner = tail(title[: behind.start])
            if inner and is_outlet(inner.name, outlets):
                return _observed(title, inner._replace(end=behind.end), known=True)
        if before and is_outlet(before.name, outlets) and wording(before.name) in map(wording, outlets):
            if title[before.end :][:1].islower() and primary_subtag(article.language) in _CAPITALISED:
                return _Title()  # “Orlin Post: a hundred years” is a headline about it
            return _observed(title, before, known=True)
        return _observed(title, behind, known=False) if behind else _Title()

    def conclude(self, observations: Iterable[tuple[ArticleRef, _Title]]) -> Iterator[Finding]:
        """Yield a finding for each title with the outlet's name in it."""
        observed = indexed(observations)
        titles = Counter(article.source for article, _ in observed)
        names = Counter((article.source, title[3]) for article, title in observed if title[3])
        for article, (start, end, quote, name, known) in observed:
            times = names[article.source, name]
            if quote and (known or self._is_usual(article.source, times, titles[article.source])):
                why = "the name of the outlet" if known else f"behind {times:,} titles of this source"
                yield self.finding_about(
                    article,
                    "title",
                    f"“{quote}” in the title is {why}.",
                    span=(start, end),
                    quote=quote,
                    evidence={"name": name, "titles": times},
                    fix=replace("title", start, end, "", safe=False),
                )

    def _is_usual(self, source: str | None, times: int, titles: int) -> bool:
        return bool(source) and times >= self.options.min_articles and times >= self.options.min_share * titles


def _is_domain(title: str, affix: Affix, facts: ArticleFacts) -> bool:
    """Return whether *affix* has the domain of the article's site to the letter, with its suffix or without.

    Before a colon it may be a place.
    """
    domain = facts.address.domain if facts.address else ""
    if not domain or title[: affix.end].rstrip().endswith((":", "：")):
        return False
    return wording(affix.name) in (wording(domain), wording(domain.partition(".")[0]))


def _with_sections(title: str, outlet: Affix) -> Affix:
    """Return *outlet* with the sections of the page that stand before it: `` - Politics - Orlin Post``."""
    section = tail(title[: outlet.start])
    while section is not None and kind_of(section.name) == "menu":
        outlet = outlet._replace(start=section.start)
        section = tail(title[: outlet.start])
    return outlet


def _observed(title: str, affix: Affix, *, known: bool) -> _Title:
    headline = title[: affix.start] + title[affix.end :]
    if len(headline.strip()) < _MIN_HEADLINE:
        return _Title()
    return _Title(affix.start, affix.end, title[affix.start : affix.end], affix.name, known)
