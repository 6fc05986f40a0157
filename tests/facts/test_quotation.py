from __future__ import annotations

import pytest

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.facts.quotation import MARKS, marks
from newslint.model import Article


def roles(text: str) -> str:
    places = [at for at, letter in enumerate(text) if letter in MARKS]
    return " ".join(mark.role for mark in marks(text, places, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she said", "opens closes"),
        ("„Ja“, sagte sie", "opens closes"),
        ("»Ja«, sagte sie", "opens closes"),
        ("« Oui », dit-elle", "opens closes"),
        ("”Ja”, sade hon", "opens closes"),
        ('"Yes," she said ("no")', "opens closes opens closes"),
        ('He said: "“Yes”"', "opens opens closes closes"),
        ("市长说“好”了", "opens closes"),
        ("「はい」と", "opens closes"),
        ('said"yes', "unclear"),
        ("“one ”two", "opens unclear"),
        ('ארה"ב', ""),
        ("Home » News", ""),
    ],
)
def test_roles(text: str, expected: str) -> None:
    assert roles(text) == expected


def places(*bodies: str) -> list[str]:
    together = Bodies(bodies)
    found = []
    for position, body in enumerate(bodies):
        facts = ArticleFacts(Article(id="1", body=body), bodies=together, position=position)
        found.append("".join(body[at] for at in facts.unbalanced_marks))
    return found


def test_only_uneven_bodies_are_looked_at() -> None:
    assert places("“a”", "“a", "„a“ „b”", "„a", '"a" "b', "”a”", "«a» «b", "", "no") == [
        "", "“", "", "„", '"""', "", "«»«", "", "",
    ]  # fmt: skip


def test_places_are_characters_behind_wide_ones() -> None:
    assert places("🎉 “a 🎉🎉 “b”", "“c") == ["““”", "“"]
