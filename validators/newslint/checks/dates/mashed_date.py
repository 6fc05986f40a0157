"""DAT001: a date run together with its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, replace
from newslint.facts.dates.mashed import Mashed, find_mashed
from newslint.facts.dates.mashed_calendars import IRANIAN_MONTHS
from newslint.facts.dates.mashed_words import MONTH_STEMS
from newslint.facts.dates.places import LETTER, UPPER, Span, around
from newslint.facts.dates.starts import one_of
from newslint.model import Article, Finding, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_LETTER_BEFORE = r"[A-Za-z\u00c0-\u0dff\u1e00-\u1fff]"
"""Letters and signs of the scripts that are written beside English months: those of India, too."""
_DIGITS = "0-9٠-٩۰-۹०-९"
_D = f"[{_DIGITS}]"
_SPACE = r"[ \u00a0\u202f]"
_GAP = r"[ \u00a0\u202f./-]{0,2}"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|[١٢۱۲१२]{_D}{{3}})"
_REST_OF_YEAR = "(?<=[12١٢۱۲१२])(?:[09][0-9]{2}|[٠-٩۰-۹०-९]{3})"
_CASELESS = r"[\u05d0-\u064a\u066e-\u06d3\u0904-\u0963]"
_ORDINAL = r"(?:st|nd|rd|th|er|ère|º|°|-?(?:го|е|ви|ти|ри|ми))?"
_STEM = one_of(stem for stems in MONTH_STEMS for stem in stems.split())
_BEFORE_STEM = r"[a-zº°гоевитрми-]{0,3}[ \u00a0\u202f./-]{0,2}(?:del? |of |di |d['’]|ב)?"
_REST_OF_MONTH = r"(?:an|eb|ar|pr|ay|u[nlg]|ep|ct|ov|ec|AN|EB|AR|PR|AY|U[NLG]|EP|CT|OV|EC)"
_FOLLOWS_YEAR = (
    "at|um|à|kl|klo|kell|ore|alle|godz|plkst|ob|saat|às|by|von|par|por|przez|door|av|af|di|oleh|autor|автор|обн|он|last"
)
_UNIT = rf"{_SPACE}?(?:[AaPp]\.?[Mm]\.?|[Uu]hr|h|hrs|{UPPER}{{2,4}}|\([^()\n]{{3,8}}\))"
_BESIDE_NUMBER = (
    # A day and its month: 13November2021, 13 November2021
    rf"{LETTER}{{3,12}}[.,]{{0,2}}{_SPACE}?{_YEAR}",
    rf"(?:{_SPACE}|\.{_SPACE}?){LETTER}{{3,12}}{_YEAR}",
    rf"{_SPACE}de {LETTER}{{3,12}} del?{_YEAR}",
    # A letter and a day, or a year: Friday06 December, Terpstra19.10.2019, Redaktion2024-12-06, Index2024. december 6
    (
        rf"(?<={LETTER}{_D})(?:{_D}?(?:[./-]{_SPACE}?{_D}{{1,2}}[./-]{_SPACE}?{_YEAR}"
        rf"|(?:st|nd|rd|th)?(?:,|{_SPACE}){_SPACE}?{_YEAR}|{_BEFORE_STEM}{_STEM})"
        rf"|{_REST_OF_YEAR}(?:[./-]{_SPACE}?{_D}{{1,2}}[./-]|\.{_SPACE}|{_SPACE}m))"
    ),
    # A year and what should stand apart from it: 20239:59, 202119.11.2021, 2025Last, 2024-12-0612:30
    (
        rf"{_REST_OF_YEAR}(?:{_D}{{1,2}}(?:[:.h/-]{_SPACE}?{_D}|{_ORDINAL}{_GAP}{LETTER}{{2}})|{_YEAR}[./-]|{UPPER}{LETTER}"
        rf"|{_CASELESS}{{3}}|{_FOLLOWS_YEAR}|[a-z]{{4}}"
        rf"|[./-]{_SPACE}?[0-9]{{1,2}}[./-]{_SPACE}?[0-9]{{1,2}}(?:[0-9]{{2}}|{UPPER}{LETTER}|{_CASELESS}{{3}}))"
    ),
    r"[./][0-9]{1,2}[./][0-9]{3,4}:[0-9]{2}",
    rf"(?<=[日일][12]){_REST_OF_YEAR}",
    # A month, a day and a word: gruodžio 12 d.Redakcija, december 12.Index, 6. decembrīRedaktors
    rf"(?:(?<={LETTER}{{3}} [0-9])|(?<={LETTER}{{3}}\. [0-9]))[0-9]?(?:(?: d)?\.|{UPPER}){LETTER}{{2}}",
    rf"\.{_SPACE}[a-zāēģīķļņšūž]{{5,11}}{UPPER}",
    # A time and a word: 18.30 BSTLast, 6:30 pmUpdated, 14h30Par, 16:00(GMT+7)Lê, 14:05수정, and 입력2023-12-21
    rf"(?<=[:.h][0-5][0-9])(?:{_UNIT})?(?:{UPPER}{LETTER}|[가-힣来來]|[a-z]{{3}})",
    rf"{_SPACE}?(?:[ap]m|Uhr){UPPER}[a-zà-ÿ]",
    r"(?<=[력정록고트][0-9])[0-9]{3}[./-][0-9]",
    # A weekday and an Iranian day, a Thai year and a time: پنجشنبه۲۰ اردیبهشت, 256716:02
    rf"(?<=ه{_D}){_D}? (?:{IRANIAN_MONTHS})",
    r"(?<=2)5[0-9]{3,4}[:.][0-9]{2}",
    # An Uzbek date and a word: 2017-yil 25-iyulEndi
    r"-(?:yil|йил) [0-9]{1,2}-[a-zа-я]{3,8}[A-ZА-ЯЎҚҒҲ]",
    # A label and the time before a date: Published12:30, 14 May 2021
    rf"(?<=[déot][0-9])[0-9]?[:h][0-5][0-9],?{_SPACE}",
    # A time and a date: 10:3006 December 2024
    rf"[:h][0-5][0-9][0-9]{{1,2}}(?:[./-]{_SPACE}?[0-9]|{_ORDINAL}{_GAP}{LETTER}{{2}})",
)
_BESIDE_CAPITAL = (
    # A month or a weekday behind a letter or a digit: HuffPostNov 9, 2023, 9:59Friday, 6 December, DeskFri., Dec. 6
    rf"(?<=[JFMASOND]){_REST_OF_MONTH}[A-Za-z]{{0,6}}[. ]{{0,2}}[0-9]",
    rf"{LETTER}{{4,12}}[.,،]{{0,2}}{_SPACE}{{1,2}}[0-9]{{1,2}}{_GAP}(?:{LETTER}|[0-9])",
    rf"{LETTER}{{1,3}}[.,]{{1,2}}{_SPACE}[0-9]{{1,2}}{_GAP}{LETTER}{{3}}",
    rf"{LETTER}{{2,12}}[.,]{{1,2}}{_SPACE}{UPPER}{LETTER}{{2,9}}\.?{_SPACE}[0-9]",
    # A label behind a letter: NewsUpdated: Tuesday, July 8
    rf"[a-zö]{{4,12}}[déot](?::|{_SPACE}|[0-9])",
)
# All begin with one class, so that the search skips from digits to capitals and back.
_SIGNATURE = re.compile(
    rf"[{_DIGITS}{UPPER[1:-1]}]"
    rf"(?:(?<={_D})(?:{'|'.join(_BESIDE_NUMBER)})"
    rf"|(?<={_LETTER_BEFORE}{UPPER})(?:{'|'.join(_BESIDE_CAPITAL)})|(?<=[0-9]{UPPER})(?:{'|'.join(_BESIDE_CAPITAL)}))"
)
"""What a mashed date looks like from outside: a loose superset of the rule, for windows of a text."""

_BEFORE, _AFTER = 30, 40
"""Characters around the place of a date in which it touches something: a weekday before it, a month behind it."""


class MashedDate(ArticleCheck):
    """A date is run together with the word, the time or the date beside it.

    What it flags
    -------------
    Dates without the space that markup used to give them, in the dateline, the title and the body, in every language
    with a table of names and whatever the language of the article: a weekday and a day (``Friday06 December 2024``,
    ``Montag30. Juni 2025``), day, month and year (``13November2021``), a word and a date (``Terpstra19.10.2019``),
    a date and a time (``3 Nov, 20239:59 am``), a date and a word (``May 07, 2025Last``), two dates
    (``19.11.202119.11.2021``), a time and a date, the label of a date and what stands before it, or its time
    (``NewsUpdated: Tuesday, July 8, 2025``, ``Published12:30, 14 May 2021``), and a time behind a date, or with a unit
    written small, and a word (``9 May 2024 18.30 BSTLast``, ``6:30 pmUpdated``). One mashed run is one finding.

    Why it hurts
    ------------
    Date parsers return nothing for most such lines and a wrong day for some, silently. The place where it happens
    is where the page's furniture was poured into the text without its markup, so more of it is likely near.

    Example
    -------
    ``Friday06 December 2024`` as the dateline; ``Friday, 06 December 2024`` is meant.

    Fix
    ---
    Puts the missing separators in: a space, or a comma and a space between weekday and day where the language writes
    it so. Safe when every date in the run is a whole calendar date that exists, a weekday beside it agrees with it,
    and there is one way only to split the run.

    Options
    -------
    None.

    Limits
    ------
    A name that takes a number is not split from it (``Windows10 May 2020``), but from a date that is all numbers, nor
    an ending from a year (``2019kii``), nor anything inside URLs, file names, hashtags and identifiers. A date without
    a year is seen only behind a weekday, a preposition or a time (``від18 серпня``). Of the Iranian and the Thai
    calendar a weekday before the day and a time behind the year are seen, of Uzbek dates a word behind them, and their
    repair is not safe. Years of two digits are read only before a time. A missing space after a full stop, and Chinese,
    Japanese and Korean text around a date are left alone.
    """

    code = "DAT001"
    slug = "mashed-date"
    severity = Severity.ERROR
    fix = "safe"
    precision = "88 of 88 findings right on 2,107 articles, 1 of 1 on 15,867 clean documents in 129 languages"

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield one finding for every mashed run."""
        places = facts.date_places
        if not places:
            return iter(())
        found = [
            (field, spans)
            for field in places
            if (spans := signatures(article.text(field), around(places[field], _BEFORE, _AFTER)))
        ]
        return self._judge(article, facts, found) if found else iter(())

    def _judge(
        self, article: Article, facts: ArticleFacts, found: Iterable[tuple[str, Sequence[Span]]]
    ) -> Iterator[Finding]:
        for field, spans in found:
            for mashed in find_mashed(article.text(field), spans, facts.language.code):
                yield self._report(article, facts, field, mashed)

    def _report(self, article: Article, facts: ArticleFacts, field: str, found: Mashed) -> Finding:
        quote = article.text(field)[found.start : found.end]
        evidence: dict[str, str | int] = {"kind": found.kind, "joints": found.joints}
        if found.day is not None:
            evidence["date"] = found.day.isoformat()
        return self.finding(
            article,
            field,
            (found.start, found.end),
            f"“{quote}” is run together: read “{found.repaired}”.",
            related=_published(article, facts, field),
            evidence=evidence,
            fix=replace(field, found.start, found.end, found.repaired, safe=found.safe),
        )


def signatures(text: str, windows: Iterable[Span]) -> list[Span]:
    """Return the spans of *text* that look like mashed dates."""
    return [match.span() for window in windows for match in _SIGNATURE.finditer(text, *window)]


def _published(article: Article, facts: ArticleFacts, field: str) -> tuple[Related, ...]:
    """Return the publication date as evidence, unless it was read from the mashed line itself."""
    published = facts.published
    if published is None or published.field == field:
        return ()
    value = article.text(published.field)
    return (Related(published.field, None, None, value, "published"),) if value else ()
