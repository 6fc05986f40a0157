"""What stands in the field of an author and is no name."""

from __future__ import annotations

import pytest

from newslint.facts.bylines import no_name


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("3 hours ago", "a label of the page"),
        ("vor 3 Stunden", "a label of the page"),
        ("2024-05-09", "a date"),
        ("9 мая 2024", "a date"),
        ("<span>Ada Fenwick</span>", "HTML"),
        ("['Ada Fenwick', 'Tom Ruhl']", "a list or an object as text"),
        ("More articles by Ada Fenwick", "a link of the page"),
        ("Voir tous les articles de Ada Fenwick", "a link of the page"),
        ("Все записи автора Ада Фенвик", "a link of the page"),
        ("iStock", "an agency of pictures"),
    ],
)
def test_what_is_no_name(words: str, what: str) -> None:
    assert no_name(words) == what


@pytest.mark.parametrize(
    "words",
    [
        "Ada Fenwick",
        "By Ada Fenwick",
        "AD",
        "May April",
        "Ada Fenwick (13)",
        "Reuters",
        "[Ada Fenwick]",
        "Ada <Fenwick",
    ],
)
def test_what_may_be_a_name(words: str) -> None:
    assert no_name(words) is None
