from __future__ import annotations

import pytest

from newslint.facts.mailboxes import find_mailboxes, is_personal
from newslint.model import Article


def personal(text: str, **fields: str) -> list[str]:
    article = Article(id="1", body=text, **fields)
    at = text.index("@")
    return [text[box.start : box.end] for box in find_mailboxes(text, at, at + 1) if is_personal(text, box, article)]


@pytest.mark.parametrize(
    "text",
    [
        "write to me at fenwick7@gmail.com.",
        "FENWICK7@GMAIL.COM",
        "(ada.fenwick@marlow-steel.com)",
        "Ada Fenwick <afenwick@marlow-steel.com>",
        "mail fenwick7@yahoo.co.uk.Then",
    ],
)
def test_a_person(text: str) -> None:
    assert len(personal(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "info@marlow-steel.com",
        "bristol@marlow-steel.com",
        "Bristol: bristol@marlow-steel.com",
        "@ada@social.orlin.org",
        "https://ada.fenwick@marlow-steel.com/",
        "ada.fenwick@nowhere.invalid",
        "ada.fenwick@example.com",
        "Redaktion Marlow: ada.fenwick@marlow-steel.com",
    ],
)
def test_no_person(text: str) -> None:
    assert personal(text) == []


def test_the_outlet_and_its_author() -> None:
    mail = "ada.fenwick@orlin-courier.com"
    assert personal(mail, source="orlin-courier.com") == []
    assert personal(mail, source="Orlin Courier") == []
    assert personal(mail, url="https://www.orlin-courier.com/1") == []
    assert personal(mail, author="Ada Fenwick") == []
    assert personal(mail, source="marlow.com", author="Paul Gornet") == [mail]


def test_a_glued_line_and_a_long_one() -> None:
    assert find_mailboxes("x" * 1_000 + "@gmail.com", 1_000, 1_001) == []
    assert [box.local for box in find_mailboxes("a.b@c.org,d.e@f.org", 3, 4)] == ["a.b"]
