from __future__ import annotations

import msgspec
import pytest

from newslint.reporters.html.figures import figures


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ({"kind": "weekday+day", "joints": 1, "date": "2024-12-06"}, "date 6 December 2024"),
        ({"days_apart": 1}, "1 day apart"),
        ({"days_ahead": 1200}, "1,200 days ahead"),
        ({"words": 44, "copies": 2, "sources": 1}, "2 copies · 1 source · 44 words"),
        ({"similarity": 0.8312, "shared_numbers": [3, 7]}, "shared numbers 3, 7 · similarity 0.83"),
        ({"share": 0.351, "declared": "de", "found": "ru"}, "declared German · found Russian · share 35%"),
        ({"readings": ["2024-03-04", "2024-04-03"]}, "may mean 4 March 2024, 3 April 2024"),
        ({"language": "zz", "article_language": "pt-BR"}, "article in Portuguese · language zz"),
        ({"score": 3.2, "origin": "list", "interleaved": True, "words": True}, ""),
        ({"names": ["x" * 99], "language": None, "script": {"a": 1}}, ""),
        ({"date": "\u202egpj"}, "date [U+202E]gpj"),
    ],
)
def test_only_what_a_reader_understands_is_shown(factory, evidence, words):
    finding = msgspec.structs.replace(factory.retold(factory.seed_article()), evidence=evidence)
    assert figures(finding, has_strip=False) == words


def test_the_dates_of_a_strip_are_not_said_twice(factory):
    finding = factory.stale_event(factory.seed_article())
    assert figures(finding, has_strip=True) == ""
    assert figures(finding, has_strip=False) == "event 11 November 2024 · 25 days apart · published 6 December 2024"
