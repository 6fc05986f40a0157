"""Cheap patterns let through all that the slow readers read: the numbers that can start a date, and the scan's hits."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.dates import DATES, LANGUAGES, TRIGGERS, find_dates, load_names, places_by_field
from newslint.facts.dates.names import fold
from newslint.facts.dates.places import around
from newslint.facts.dates.scan import scanner
from newslint.facts.dates.starts import _forms
from newslint.model import Article
from newslint.text.scan import MAX_HITS, Hit, Scanner

PUBLISHED = date(2024, 12, 6)
FORMS = (
    "6 {0} 2024",
    "6. {0}",
    "6th of {0}",
    "le 6 {0}",
    "5-6 {0}",
    "5 to 6 {0} 2024",
    "6\n{0} 2024",
    "{0} 6",
    "{0} 6, 2024",
)
NUMBERS = (
    "6.12.2024",
    "06/12/2024",
    "2024-12-06",
    "2024年12月6日",
    "12月6日",
    "12월 6일",
    "6. 12.",
    "joulukuun 6. päivänä",
)


@pytest.fixture(scope="module")
def scan() -> Scanner:
    return Scanner({DATES: TRIGGERS})


def spellings(name: str) -> Iterator[str]:
    for spelling in (name, name.capitalize(), name.upper(), unicodedata.normalize("NFD", name)):
        if fold(spelling) == name:
            yield spelling


def phrases(language: str | None) -> Iterator[str]:
    yield from NUMBERS
    for code in (language,) if language else LANGUAGES:
        for name in (*load_names(code).months, *load_names(code).months_short):
            forms = FORMS if name[-1] != "月" and not name.startswith(("de ", "d'")) else FORMS[:1]
            for form in forms:
                yield from (form.format(spelling) for spelling in spellings(name))


def read_everywhere(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return the spans that the slow reader finds at any number of *text*."""
    reader = scanner(language)
    found, resume = [], 0
    numbers = ((start, end) for start in range(len(text)) for end in (start + 4, start + 2, start + 1))
    for start, end in numbers:
        whole = text[start:end].isdigit() and not text[end : end + 1].isdigit() and not text[:start][-1:].isdigit()
        if whole and end <= len(text) and start >= resume and (candidate := reader._at(text, start, end)):
            found.append((candidate.start, candidate.end))
            resume = candidate.end
    return found


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_every_date_starts_at_a_number_that_is_looked_at(language: str | None) -> None:
    missed = []
    for phrase in phrases(language):
        text = f"xx {phrase} xx"
        spans = [(found.start, found.end) for found in scanner(language).scan(text)]
        if spans != read_everywhere(text, language):
            missed.append(phrase)
    assert missed == []


@pytest.mark.parametrize("language", [*LANGUAGES, None])
def test_the_scan_hits_every_date(language: str | None, scan: Scanner) -> None:
    lines = [f"xx {phrase} xx" for phrase in phrases(language)]
    missed = []
    for start in range(0, len(lines), 100):  # a field keeps only so many hits
        text = " ; ".join(lines[start : start + 100])
        article = Article(id="a", body=text)
        near = places_by_field(scan.scan(article).get(DATES, []), article).get("body", [])
        missed += [
            found.text
            for found in set(find_dates(text, language, PUBLISHED)) - set(find_dates(text, language, PUBLISHED, near))
        ]
    assert missed == []


def test_characters_that_fold_to_a_letter_are_known() -> None:
    letters = {letter for code in LANGUAGES for name in load_names(code).months for letter in name[:3]}
    unknown = {
        chr(code)
        for code in range(sys.maxunicode)
        if (folded := fold(chr(code))) and folded[0] in letters and chr(code) not in _forms(folded[0])
        if unicodedata.normalize("NFD", chr(code))[0] == chr(code)
    }
    assert unknown == set()


def test_numbers_beside_nothing_of_a_date_are_passed_over() -> None:
    text = "25 people paid $40 for 3.5 million; by 17% since 12 or 13 years ago, 4-1 on 5 occasions in 1998."
    assert scanner("en")._all_starts(text) == []
    assert scanner("en")._all_starts("It was 6 December.") == [(7, 8)]


def test_a_number_behind_a_possessive_is_a_count() -> None:
    assert find_dates("up from January's 29 million", "en", PUBLISHED) == ()


def test_a_flooded_text_is_read_to_its_end() -> None:
    text = "6 May " * MAX_HITS + "and on 7 June"
    article = Article(id="a", body=text, language="en")
    hits = [Hit("body", start, start + 5) for start in range(0, 6 * MAX_HITS, 6)]
    assert places_by_field(hits, article)["body"][-1] == (6 * MAX_HITS - 1, len(text))
    assert places_by_field(hits[1:], article)["body"][-1] == hits[-1][1:]


def test_facts_tell_no_place_from_nobody_looked() -> None:
    article = Article(id="a", language="en", body="They met on 6 December 2024.")
    assert [found.text for found in ArticleFacts(article).dates("body")] == ["6 December 2024"]
    assert ArticleFacts(article, {DATES: []}).dates("body") == ()


def test_overlapping_surroundings_are_one() -> None:
    assert list(around([(5, 6), (9, 10), (40, 41)], 3, 2)) == [(2, 12), (37, 43)]
    assert list(around([], 3, 2)) == []
