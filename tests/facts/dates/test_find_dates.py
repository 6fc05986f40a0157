"""How years, numeric order, weekdays and ranges are settled."""

from __future__ import annotations

from datetime import date

import pytest

from newslint.facts.dates import DateMention, find_dates

PUBLISHED = date(2024, 12, 6)


def only(text: str, language: str | None = "en", published: date | None = PUBLISHED) -> DateMention:
    [mention] = find_dates(text, language, published)
    return mention


def values(text: str, language: str | None = "en", **options: bool) -> list[str]:
    return [str(mention.value) for mention in find_dates(text, language, PUBLISHED, **options)]


def test_span_includes_the_weekday_and_no_full_stop() -> None:
    mention = only("They met on Friday, November 8.")
    assert (mention.text, mention.weekday, mention.kind) == ("Friday, November 8", 4, "yearless")


def test_latest_day_at_most_120_days_ahead_wins() -> None:
    assert only("It opens on April 5.").value == date(2025, 4, 5)
    assert only("It opened on April 6.").value == date(2024, 4, 6)


def test_weekday_decides_the_year() -> None:
    mention = only("It opened on Saturday, November 11.")  # a Saturday in 2023
    assert (mention.value, mention.year_from) == (date(2023, 11, 11), "weekday")


def test_words_decide_the_year() -> None:
    mention = only("It opened on October 5 of last year.")
    assert (mention.value, mention.year_from, mention.explicit_year) == (date(2023, 10, 5), "words", False)
    assert only("Il ouvrira le 5 mars de l'année prochaine.", "fr").value == date(2025, 3, 5)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "2021년 9월 30일 해고됐다. 같은 해 7월 12일부터 나오지 않았다."),
        ("ja", "2021年9月30日に解雇。同年7月12日に休んだ。"),
        ("en", "He left on 30 September 2021 and came back on 12 July of that same year."),
        ("ru", "Он ушёл 30 сентября 2021 года, а вернулся 12 июля того же года."),
        ("fr", "Parti le 30 septembre 2021, revenu le 12 juillet de la même année."),
        ("tr", "30 Eylül 2021'de gitti, aynı yılın 12 Temmuz'unda döndü."),
    ],
)
def test_the_same_year_is_the_one_told_before(language: str, text: str) -> None:
    assert values(text, language) == ["2021-09-30", "2021-07-12"]


def test_the_same_year_as_none_is_unknown() -> None:
    assert values("같은 해 7월 12일부터 나오지 않았다.", "ko") == ["None"]


def test_without_publication_day_the_year_stays_open() -> None:
    mention = only("It opened on October 5.", published=None)
    assert (mention.value, mention.precision, mention.month, mention.day) == (None, "yearless", 10, 5)


def test_impossible_days() -> None:
    assert only("due on 31 April 2024").precision == "impossible"
    assert only("due on February 29, 2023").precision == "impossible"
    assert only("due on 31 April").precision == "impossible"


def test_leap_day_without_year_is_not_impossible() -> None:
    assert only("born on 29 February", published=date(2022, 6, 1)).precision == "yearless"
    assert only("born on 29 February").value == date(2024, 2, 29)


def test_ranges_have_partners() -> None:
    first, last = find_dates("from 5 to 7 November 2024", "en", None)
    assert (first.start, first.end) == (last.start, last.end)
    assert (first.partner, last.partner) == (last.value, first.value)
    assert first.in_range
    assert last.in_range


def test_range_span_ends_before_the_full_stop() -> None:
    assert {mention.text for mention in find_dates("It ran November 5-7.", "en", PUBLISHED)} == {"November 5-7"}


def test_range_over_months_shares_the_year() -> None:
    assert values("from 30 August to 2 September 2019") == ["2019-08-30", "2019-09-02"]
    assert values("from 30 December to 2 January 2019") == ["2018-12-30", "2019-01-02"]


def test_scores_are_no_dates() -> None:
    assert values("since their February 4-1 win") == []
    assert values("won 3-2 on points, 10 of 12") == []


def test_text_settles_numeric_order() -> None:
    assert values("on 11/25/2024 and 12/03/2024") == ["2024-11-25", "2024-12-03"]
    assert values("on 25/11/2024 and 12/03/2024") == ["2024-11-25", "2024-03-12"]


def test_region_settles_numeric_order() -> None:
    assert values("on 12/03/2024", "en-GB") == ["2024-03-12"]
    assert values("on 12/03/2024", "en-US") == ["2024-12-03"]
    assert values("on 12.03.2024", "en") == ["2024-03-12"]


def test_weekday_settles_numeric_order() -> None:
    mention = only("on Friday, 06/12/2024")
    assert (mention.value, mention.ambiguous) == (date(2024, 12, 6), False)


def test_only_english_slashes_are_ambiguous() -> None:
    assert only("on 12/03/2024").ambiguous
    assert not only("le 12/03/2024", "fr").ambiguous
    assert not only("on 12.03.2024").ambiguous


def test_weekday_of_another_sentence_is_not_taken() -> None:
    assert only("Nobody came on Friday. 6 December 2024 was worse.").weekday is None


@pytest.mark.parametrize("text", ["Friday06 December 2024", "Friday6 December 2024", "Friday,06 December 2024"])
def test_mashed_weekday(text: str) -> None:
    mention = only(text)
    assert (mention.text, mention.value, mention.weekday) == (text, date(2024, 12, 6), 4)


def test_year_that_touches_a_time() -> None:
    assert only("Nov 9, 20235:01 AM ET").text == "Nov 9, 2023"


def test_no_break_spaces() -> None:
    assert values("el 30 de mayo de 2005", "es") == ["2005-05-30"]


def test_day_and_month_on_two_lines() -> None:
    assert values("a man aged 31\nOctober 6 was cold") == ["2024-10-06"]
    assert values("kohtus 7.\naprillil", "et") == ["2024-04-07"]


def test_lookalike_letters() -> None:
    assert values("на 15 янyари 2025", "bg") == ["2025-01-15"]


def test_listopad_depends_on_the_language() -> None:
    assert values("11 listopada", "pl") == ["2024-11-11"]
    assert values("11. listopada", "hr") == ["2024-10-11"]


def test_unknown_language() -> None:
    assert values("2024-11-03, 03.11.2024, 2024年11月3日", None) == ["2024-11-03"] * 3
    assert values("6 December 2024, 6 грудня 2024", None) == ["2024-12-06"] * 2
    assert values("11 listopada 2024 and November 5", None) == []
    assert values("tarehe 3.11.2024", "sw") == ["2024-11-03"]


def test_weekdays_and_relative_words_only_on_request() -> None:
    text = "He spoke on Tuesday, and yesterday again; on November 11 he had not."
    assert values(text) == ["2024-11-11"]
    assert values(text, relative=True) == ["2024-12-03", "2024-12-05", "2024-11-11"]


def test_narrative_inherits_the_last_year_named() -> None:
    text = "The siege began on 3 May 1807.\nOn 5 May the gate fell, with about 1700 men lost.\nOn 9 May they left."
    assert values(text, narrative=True) == ["1807-05-03", "1807-05-05", "1807-05-09"]


def test_narrative_goes_on_after_a_flashback() -> None:
    text = "On 3 May 1807 the siege began.\nThe wall dated from 9 October 1801.\nOn 5 May the gate fell."
    assert values(text, narrative=True)[-1] == "1807-05-05"


def test_hostile_text_is_read_once() -> None:
    assert find_dates("1 " * 50_000, "en", PUBLISHED) == ()
    assert find_dates("May " * 50_000, "en", PUBLISHED) == ()
    assert find_dates("5-" * 50_000, "de", PUBLISHED) == ()
