"""SCH004 placeholder-value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.addresses import named_domain
from newslint.facts.bylines import no_name
from newslint.facts.furniture.walls import is_wall_title, may_be_headline
from newslint.facts.mailboxes import own_domains
from newslint.facts.placeholders import FILLER_OPENS, fillers, is_placeholder
from newslint.facts.similarity import normalised
from newslint.model import Article, Finding, Severity
from newslint.text.scan import Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_FIELDS = ("source", "url", "title", "published_at", "modified_at", "author", "language", "dateline", "body")
_MASKED = (
    "(?:NUMBER|NUM|URL|LINK|EMAIL|E-MAIL|PHONE|PHONE_?NUMBER|NAME|PERSON|DATE|TIME|USER|USERNAME|HASHTAG|MENTION|MONEY|PERCENT"
    "|ADDRESS|LOCATION|ORGANIZATION|ORG|EMOJI|IMAGE|ENTITY)"
)
_HIDDEN = r"\[email[ \u00a0]protected\]"
"""What Cloudflare puts in the place of an e-mail address, for scripts to fill in."""
_MASK = re.compile(rf"\*{_MASKED}\*|\[{_MASKED}\]|<{_MASKED}>|{_HIDDEN}")
_FILLED = ("title", "body")
_SHOWN_WORDS = 5
_PART = re.compile(r"[^;|\n]+")
_ADDRESS = re.compile(
    r"(?:https?:)?//|www\.|(?:[a-z]+\.)?(?:facebook|twitter|instagram|linkedin)\.com\b", re.IGNORECASE
)
_LINKED = re.compile(r"(?<!\w)https?://\S{3,200}", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\s,]{4,80}(?=\s?,)")
_LONGEST_NAME = 60
_MIN_SITE_NAME = 5
"""Letters of a site's name that a title can be taken for: a shorter one may be its subject (``Sun``)."""
_MAILBOX = re.compile(r"[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_CREDIT = re.compile(r"[(\s]*(?:image|photo|picture|foto|bild|фото|写真|credit)s?(?: credits?| by)?\s?:", re.IGNORECASE)
_SLUG = re.compile(r"[a-z]{1,40}(?:[-.][a-z]{1,40}){1,8}(?:\.html)?")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}[.!?]+[\"'”’»)]*$|[。！？]$")
_ABBREVIATED = re.compile(
    r"(?:\b(?:inc|ltd|corp|esq|bros|phd|prof|gmbh|llc|ing|dipl|mag|hon|sen|rep|gov|gen|capt|col)\.)$", re.IGNORECASE
)


class PlaceholderValue(ArticleCheck):
    """A field holds a placeholder instead of a value.

    What it flags
    -------------
    Source, URL, title, author, dates, language, dateline or body that say only that there is nothing: ``N/A``,
    ``null``, ``Untitled``, ``admin``, ``[Removed]``, in some 30 languages; a title that is an error page's (``404 Not
    Found``, ``Just a moment...``) or nothing but the site's name; an author that is a sentence, a web or e-mail address
    or a part of one, the site's own domain (``Courier.example``) or one in a byline (``By courier.example``), a
    number, a date, the credit or an agency of a picture, markup, a list as text, or a label of the page (``2 hours
    ago``, ``View all posts by Ada Fenwick``); and masks that stand for what was taken out of a title or body
    (``*NUMBER*``, ``[EMAIL]``, ``[email protected]``), with one finding for a field. Also a body that is “blah blah
    blah” or what a scraper says that found no text (``Failed to extract …``), and eight or more words of *Lorem ipsum*
    in a row, outside quotation marks.

    Why it hurts
    ------------
    A missing value can be asked for, a placeholder passes for one: all articles of “admin” become one author's, and
    ``[Removed]`` is trained on as if it were news. Where numbers or names are masked, nothing can be checked any more.

    Example
    -------
    ``“[Removed]” in body is a placeholder, not a value``

    Fix
    ---
    None: the value is not in the record.

    Options
    -------
    ``min_words`` (default 6): an author that ends like a sentence is one from so many words on; names with their
    titles and offices have fewer, and do not end in a full stop.

    Limits
    ------
    Other dates that are none are left to DAT002 and DAT009, codes of languages to SCH006. Words that may be meant count
    between brackets only: ``Missing`` may be a title, ``Bar`` a source, and so may ``Forbidden``: an error page's
    heading has two words, or a number, in scripts with spaces; of those without a number or dots none is reported above
    a whole article (``Access Denied``). ``By Ada Fenwick`` passes. Of sentences as authors only
    those are seen that end as such.
    """

    code = "SCH004"
    slug = "placeholder-value"
    severity = Severity.WARNING
    precision = "136 of 136 findings right on 2,107 articles"
    triggers = (
        Trigger(rf"\*{_MASKED}\*"),
        Trigger(rf"\[{_MASKED}\]"),
        Trigger(f"<{_MASKED}>"),
        Trigger(_HIDDEN),
        Trigger(FILLER_OPENS, caseless=True),
    )
    always = True

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of SCH004."""

        min_words: Natural = 6

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each field that is a placeholder, and for each that has masks in it."""
        for field in _FIELDS:
            value = article.text(field)
            if value and is_placeholder(field, value):
                message = f"“{value.strip()}” in {field} is a placeholder, not a value."
                yield self.finding(article, field, (0, len(value)), message)
        if article.title:
            yield from self._check_title(article)
        if article.author:
            yield from self._check_author(article)
        if hits := facts.hits(self.code):
            yield from self._check_masks(article, hits)
            yield from self._check_fillers(article, hits)

    def _check_title(self, article: Article) -> Iterable[Finding]:
        title = article.text("title")
        if is_wall_title(title) and not may_be_headline(title, article.text("body")):
            what = "the heading of a page that stood in the article's place"
        elif _is_name_of_site(title, article) and not is_placeholder("title", title):
            what = "the name of the site, not a headline"
        else:
            return ()
        return (self.finding(article, "title", (0, len(title)), f"“{title.strip()}” in title is {what}."),)

    def _check_author(self, article: Article) -> Iterable[Finding]:
        for part in _PART.finditer(article.text("author")):
            words = part.group().strip()
            what = self._what_else(words, article.text("author")) or _of_site(words, article)
            if not what and (link := _LINKED.search(words)):
                words, what = link.group(), "a web address"
            if words and what:
                start = part.start() + part.group().index(words)
                message = f"“{words}” in author is {what}, not a name."
                return (self.finding(article, "author", (start, start + len(words)), message),)
        return ()

    def _what_else(self, words: str, author: str) -> str | None:
        """Return what *words*, a part of the field *author*, are, if they are no name."""
        if _ADDRESS.match(words):
            return "a web address"
        if _MAILBOX.fullmatch(words):
            return "an e-mail address"
        if _CREDIT.match(words):
            return "the credit of a picture"
        if _SLUG.fullmatch(words) and _is_named_by(words, author):
            return "part of a web address"
        if not any(map(str.isalpha, words)):
            return "a number"
        return no_name(words) or ("a sentence" if self._is_sentence(words) else None)

    def _is_sentence(self, words: str) -> bool:
        if not _SENTENCE_END.search(words[-20:]) or _ABBREVIATED.search(words[-20:]):
            return False
        return len(words.split()) >= self.options.min_words or words[-1] in "。！？"

    def _check_masks(self, article: Article, hits: Iterable[Hit]) -> Iterator[Finding]:
        found: dict[str, dict[tuple[int, int], None]] = {}
        for hit in hits:
            for mask in _MASK.finditer(article.text(hit.field), hit.start, hit.end):
                found.setdefault(hit.field, {})[mask.span()] = None
        for field, masks in found.items():
            spans = list(masks)
            first, count = article.text(field)[slice(*spans[0])], len(spans)
            message = f"“{first}” stands where something was taken out of the {field}" + (
                f"; there are {count:,} such marks." if count > 1 else "."
            )
            yield self.finding(article, field, spans[0], message, evidence={"masks": count})

    def _check_fillers(self, article: Article, hits: Iterable[Hit]) -> Iterator[Finding]:
        """Yield one finding for each field that has a printer's filler in it."""
        seen: set[str] = set()
        for hit in hits:
            if hit.field not in _FILLED or hit.field in seen:
                continue
            text = article.text(hit.field)
            for start, end in fillers(text, hit.start, hit.end):
                seen.add(hit.field)
                shown = " ".join(text[start:end].split()[:_SHOWN_WORDS])
                message = f"“{shown} …” in {hit.field} fills a page until there is a text."
                yield self.finding(article, hit.field, (start, end), message)
                break


def _of_site(words: str, article: Article) -> str | None:
    """Return that *words* are the domain of the article's own site (``Courier.example``), which is nobody's name.

    A place may follow: ``courier.example, Marlow``.
    """
    if "." not in words:
        return None
    first = _FIRST_WORD.match(words)
    domain = named_domain(first.group() if first else words)
    return "the address of the site" if domain and domain in own_domains(article) else None


def _is_name_of_site(title: str, article: Article) -> bool:
    """Return whether *title* is nothing but the name of the site, as its domain or the source has it."""
    if len(title) > _LONGEST_NAME:
        return False
    name = normalised(title)
    if len(name) < _MIN_SITE_NAME:
        return False
    return name == normalised(article.text("source")) or any(
        name in (normalised(domain), normalised(domain.partition(".")[0]))
        for domain in own_domains(article)
        if "." in domain
    )


def _is_named_by(slug: str, author: str) -> bool:
    """Return whether *author* has the name, too, that *slug* was made of: ``Ada Fenwick; ada-fenwick``."""
    name = " ".join(re.findall(r"[^\W\d_]+", slug.removesuffix(".html")))
    return name in " ".join(re.findall(r"[^\W\d_]+", author.replace(slug, "").lower()))
