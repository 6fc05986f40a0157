from __future__ import annotations

import msgspec
import pytest

import newslint
from newslint.model import ArticleRef, Finding, Origin, Severity
from newslint.reporters import wording


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-12-06", "6 December 2024"),
        ("2024-12-06T23:10:00Z", "6 December 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("2024-13-06", "2024-13-06"),
        ("2024-13", "2024-13"),
        ("soon", "soon"),
    ],
)
def test_dates_in_reader_form(iso, words):
    assert wording.reader_date(iso) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0%"), (0.0001, "<0.1%"), (0.004, "0.4%"), (0.0449, "4.5%"), (0.1, "10%"), (0.664, "66%"), (1, "100%")],
)
def test_shares(value, words):
    assert wording.percent(value) == words


def test_a_share_of_nothing_is_no_number():
    assert wording.share(3, 0) == "–"


def test_counts_have_their_noun():
    assert wording.plural(1, "day") == "1 day"
    assert wording.plural(1200, "day") == "1,200 days"
    assert wording.plural(2, "entity", "entities") == "2 entities"


def test_info_has_no_plural():
    assert wording.plural(2, "info") == "2 info"


def test_numbers():
    assert wording.number(1234.0) == "1,234"
    assert wording.number(0.125) == "0.12"


def test_titles():
    assert wording.title("stale-event-date") == "Stale event date"
    assert wording.title("url-with-several-texts") == "URL with several texts"
    assert wording.title("not-nfc") == "Not NFC"


def test_what_a_run_says_about_itself_is_a_sentence():
    report = newslint.check([])
    report.notes = ["interrupted: the rest is missing", " ", "A process died."]
    assert wording.notes(report) == ("Interrupted: the rest is missing.", "A process died.")


def test_long_names_are_cut_in_the_middle():
    assert wording.cut_middle("short", 5) == "short"
    assert wording.cut_middle("abcdefghij", 5) == "ab…ij"
    assert wording.cut_middle("abcdefghij", 6) == "abc…ij"


def _finding(article_id="a", source=None, origin=None, **changes):
    values = {
        "code": "DAT006", "slug": "stale-event-date", "severity": Severity.WARNING, "field": "body", "start": 0,
        "end": 1, "quote": "November 11", "message": "m",
    }  # fmt: skip
    return Finding(article=ArticleRef(article_id, source, origin=origin or Origin()), **(values | changes))


@pytest.mark.parametrize(
    ("article_id", "origin", "words"),
    [
        ("a", Origin(), "a · b.example"),
        ("a", Origin("news.jsonl", 7), "news.jsonl:7 · a · b.example"),
        ("news.jsonl:7", Origin("news.jsonl", 7), "news.jsonl:7 · b.example"),
        ("one.txt", Origin("one.txt", 1), "one.txt:1 · b.example"),
        ("crawl.warc#3", Origin("crawl.warc", row=3), "crawl.warc#3 · b.example"),
        ("list.json#3", Origin("list.json", 7, 3), "list.json:7 · list.json#3 · b.example"),
    ],
)
def test_the_place_says_nothing_twice(article_id, origin, words):
    assert wording.place(_finding(article_id, "b.example", origin)) == words


def test_the_place_of_a_monstrous_article_is_one_line():
    long, other = "x" * 5000, "y" * 5000
    place = wording.place(_finding(other, long, Origin(f"{long}.jsonl", 7)))
    assert len(place) < 400
    assert ".jsonl:7" in place
    assert place.count("…") == 3


def test_a_strip_does_not_repeat_a_paragraph():
    finding = _finding(quote="x" * 900, evidence={"lag_days": 1, "published": "2024-12-06"})
    assert wording.date_strip(finding) == "x" * 59 + "… — 1 day — 6 December 2024"
    assert wording.date_strip(msgspec.structs.replace(finding, evidence={})) == ""
