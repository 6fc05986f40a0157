from __future__ import annotations

import pytest

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.dates.entries import entry_dates
from newslint.model import Article


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        ("2 April – Wind.\n3 April – Rain.\n4 April – Sun.", ["2 April", "3 April", "4 April"]),
        (
            "Skerra, 2 April\nWind.\n\nSkerra, 3 April\nRain.\n\nSkerra, 4 April\nSun.",
            ["2 April", "3 April", "4 April"],
        ),
        ("2 April – Wind.\n3 April – Rain.", []),
        ("2 April – Wind.\n2 April – Rain.\n2 April – Sun.", []),
        ("It rained on 2 April.\nIt blew on 3 April.\nThe sun came on 4 April.", []),
    ],
)
def test_entries(body: str, entries: list[str]) -> None:
    facts = ArticleFacts(Article(id="a", published_at="2024-05-09", language="en", body=body))
    mentions = facts.dates("body")
    starts = entry_dates(body, mentions)
    assert [mention.text for mention in mentions if mention.start in starts] == entries
