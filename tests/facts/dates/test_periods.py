"""Which dates close an accounting period, and which only stand near the name of one."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates import find_dates
from newslint.facts.dates.periods import closes_period

PUBLISHED = date(2024, 7, 25)


def closes(language: str, text: str) -> bool:
    mentions = find_dates(text, language, PUBLISHED)
    return closes_period(text, mentions[-1], mentions)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "cash of 3 million at 30 June 2024"),
        ("en", "for the 12 weeks ended on Saturday 29 June 2024"),
        ("de", "im am 30. Juni zu Ende gegangenen Geschäftsjahr"),
        ("de", "für das Halbjahr, das am 30. Juni endete, meldet"),
        ("fr", "l'exercice clos au 30 juin 2024"),
        ("es", "En el semestre cerrado a 30 de junio"),
        ("it", "nel semestre chiuso il 30 giugno"),
        ("pt", "Nos seis meses findos em 30 de junho"),
        ("ru", "за квартал по 30 июня"),
        ("tr", "30 Haziran itibarıyla borç"),
        ("zh", "4月1日至6月30日"),
        ("ja", "6月30日に終了した四半期"),
        ("ko", "6월 30일까지 3개월"),
        ("en", "sales between 1 and 30 June"),
    ],
)
def test_ends_of_periods(language: str, text: str) -> None:
    assert closes(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This year, on 30 June a fire broke out"),
        ("en", "In the third quarter on 30 June the bridge fell"),
        ("en", "between 3 June and 30 June"),
        ("de", "In diesem Jahr am 30. Juni brannte"),
        ("fr", "cette année, le 30 juin, un incendie"),
        ("es", "este año, el 30 de junio, ardió"),
        ("pt", "neste ano, em 30 de junho, o incêndio"),
        ("pl", "w tym roku 30 czerwca spłonął"),
        ("ru", "в этом году 30 июня сгорел"),
        ("tr", "30 Haziran'da yangın çıktı"),
        ("ko", "6월 30일에 불이"),
    ],
)
def test_days_of_events(language: str, text: str) -> None:
    assert not closes(language, text)
