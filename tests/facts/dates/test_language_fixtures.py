"""Every sentence of fixtures/dates, one file per language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from newslint.facts.dates import LANGUAGES, find_dates

FIXTURES = Path(__file__).parents[3] / "fixtures" / "dates"


def sentences() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.yml")):
        table = yaml.safe_load(path.read_text("utf-8"))
        for number, row in enumerate(table["sentences"], start=1):
            yield pytest.param(
                table["language"], table["published"], row["text"], row["dates"], id=f"{path.stem}-{number}"
            )


@pytest.mark.parametrize(("language", "published", "text", "expected"), list(sentences()))
def test_values(language: str, published: date, text: str, expected: list[date | str]) -> None:
    mentions = find_dates(text, language, published)
    assert [mention.value or mention.precision for mention in mentions] == expected
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_every_language_has_sentences() -> None:
    assert {path.stem for path in FIXTURES.glob("*.yml")} == set(LANGUAGES)
