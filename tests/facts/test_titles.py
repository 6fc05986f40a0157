"""What a title consists of."""

from __future__ import annotations

import pytest

from newslint.facts.titles import head, is_outlet, outlet_names, tail, wording


@pytest.mark.parametrize(
    ("text", "letters"),
    [("The Bridge: “closed”", "thebridgeclosed"), ("ＡＢＣ　１", "abc1"), ("पुल बंद।", "पुलबंद"), ("a\u00a0b_c", "abc")],
)
def test_wording_folds_what_is_set_differently(text: str, letters: str) -> None:
    assert wording(text) == letters


@pytest.mark.parametrize(
    ("title", "quote"),
    [
        ("Bridge closed | Orlin Post", " | Orlin Post"),
        ("A – b - Orlin", " - Orlin"),
        ("Bridge closed - Orlin – 30.01.2024 ", " - Orlin – 30.01.2024 "),
        ("大桥关闭--织林网", "--织林网"),
        ("Amsel-Orlin ferry", None),
        ("| Orlin", None),
        ("Orlin -", None),
        ("", None),
    ],
)
def test_tail_is_what_stands_behind_the_last_separator(title: str, quote: str | None) -> None:
    found = tail(title)
    assert (title[found.start : found.end] if found else None) == quote


@pytest.mark.parametrize(
    ("title", "name"), [("Orlin Post: bridge", "Orlin Post"), ("Orlin | bridge", "Orlin"), ("At 10:30 it rained", None)]
)
def test_head_is_what_stands_before_the_first_separator(title: str, name: str | None) -> None:
    found = head(title)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("name", "source", "url", "same"),
    [
        ("The Orlin Times", "Orlin Times", None, True),
        ("OT", None, "https://www.ot.example/a", True),
        ("Orlin Times", None, "https://ot.example:80/a", True),
        ("Орлинфакс", None, "https://orlinfax.example", True),
        ("Politics", "Orlin Times", "https://orlintimes.example/politics", False),
        ("the mayor told the Orlin Times on Monday", "Orlin Times", None, False),
        ("", "Orlin", None, False),
        ("Orlin", None, None, False),
    ],
)
def test_an_outlet_is_known_by_its_names(name: str, source: str | None, url: str | None, same: bool) -> None:
    assert is_outlet(name, outlet_names(source, url)) is same
