"""Lines and columns."""

from __future__ import annotations

import pytest

from newslint.engine.locate import Locator
from newslint.model import Article, Origin, Place


@pytest.mark.parametrize(("start", "expected"), [(0, (4, 3)), (2, (4, 5)), (4, (5, 1)), (9, (6, 2)), (None, (4, 3))])
def test_line_and_column_count_from_the_field(start: int | None, expected: tuple[int, int]) -> None:
    article = Article(id="a", body="abc\ndef\r\nghi", origin=Origin("a.txt", 1, fields={"body": Place(4, 3, 20)}))
    if start == 9:
        start = article.text("body").index("h")
    assert Locator(article).line_and_column("body", start) == expected


def test_a_record_has_its_line_and_no_column() -> None:
    article = Article(id="a", body="x", origin=Origin("c.jsonl", 7))
    assert Locator(article).line_and_column("body", 0) == (7, None)
