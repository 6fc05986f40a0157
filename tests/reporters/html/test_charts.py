from __future__ import annotations

from collections import Counter

from newslint.model import Tally
from newslint.reporters.html.charts import HEIGHT, MOST_BARS, MOST_COLUMNS, make_heat, make_timeline


def test_heat_is_the_share_of_each_column():
    heat = make_heat({("DAT001", "a.example"): 5, ("DAT001", "b.example"): 1}, {"a.example": 10, "b.example": 200}, {})
    assert heat.columns == (("a.example", "10"), ("b.example", "200"))
    (code, (first, second)), *_ = heat.rows
    assert (code, first.text, first.heat) == ("DAT001", "50%", 5)
    assert (second.text, second.heat) == ("0.5%", 1)
    assert second.label == "DAT001 in b.example: 1 of 200 articles"


def test_what_is_not_there_has_no_label():
    heat = make_heat({("A", "x"): 1, ("B", "y"): 1}, {"x": 2, "y": 2}, {"A": "error", "B": "info"})
    assert [code for code, _ in heat.rows] == ["A", "B"]
    assert heat.rows[0][1][1].heat == 0


def test_a_column_without_articles_shows_its_count():
    heat = make_heat({("SCH005", "unknown"): 3}, {}, {})
    assert heat.rows[0][1][0].text == "3"


def test_columns_that_do_not_fit_are_counted():
    cells = {("A", f"s{i:02}"): 50 - i for i in range(20)}
    heat = make_heat(cells, {f"s{i:02}": 50 for i in range(20)}, {})
    assert len(heat.columns) == MOST_COLUMNS
    assert heat.more == 20 - MOST_COLUMNS
    assert heat.columns[0][0] == "s00"


def test_no_cells_no_table():
    assert make_heat({}, {"a": 1}, {}) is None


def _tally(days: dict[str, int], flagged: dict[str, int]) -> Tally:
    tally = Tally(articles=sum(days.values()) + 3, by_day=Counter(days))
    tally.days.update({("A", day): n for day, n in flagged.items()})
    return tally


def test_a_gap_in_time_is_a_gap_on_the_page():
    timeline = make_timeline(_tally({"2024-12-01": 4, "2024-12-04": 4}, {"2024-12-04": 2}), {"A": "error"})
    assert [bar.key for bar in timeline.bars] == ["2024-12-01", "2024-12-02", "2024-12-03", "2024-12-04"]
    assert timeline.bars[3].parts == (("error", "10.0", f"{HEIGHT - 10:.1f}", 2),)
    assert timeline.undated == 3


def test_long_times_are_drawn_by_month_and_year():
    by_month = make_timeline(_tally({"2023-11-05": 1, "2024-02-07": 1}, {"2024-02-07": 1}), {})
    assert [bar.key for bar in by_month.bars] == ["2023-11", "2023-12", "2024-01", "2024-02"]
    by_year = make_timeline(_tally({"2009-11-05": 1, "2024-02-07": 1}, {}), {})
    assert by_year.unit == "year"
    assert len(by_year.bars) == 16


def test_placeholder_years_do_not_make_an_endless_axis():
    days = {"0001-01-01": 1, "9999-12-31": 1, "2024-05-05": 3}
    timeline = make_timeline(_tally(days, days), {})
    assert [bar.key for bar in timeline.bars] == ["0001", "2024", "9999"]
    assert len(timeline.bars) <= MOST_BARS


def test_days_that_are_no_dates_count_as_undated():
    timeline = make_timeline(_tally({"soon": 2, "2024-12-01": 1, "2024-12-02": 1}, {"soon": 2}), {})
    assert timeline.undated == 5


def test_one_day_is_no_timeline():
    assert make_timeline(_tally({"2024-12-01": 4}, {}), {}) is None
