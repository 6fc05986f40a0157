"""Plain text: headers found by looking, layouts, exact places."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Place
from newslint.readers import RawRecord, Unreadable, parse_text
from newslint.readers.text import is_dateline

DATELINES = """
Friday06 December 2024
Wednesday, 13 November 2024
Понеділок02 грудня 2024
Montag, 30. Juni 2025
2024-12-06
2024-12-06T10:15:00+02:00
6 décembre 2024
2024年12月6日
2024年12月6日 星期五
2024年12月6日（金）10:15
الجمعة، 6 ديسمبر 2024
Petak, 6. prosinca 2024.
6 Δεκεμβρίου 2024, 10:15
Laphezulu, 6 Disemba 2024
2024년 12월 6일 금요일
Fri, Dec 6, 2024
December 6, 2024
Dec. 6th, 2024 10:15 a.m. ET
6 de diciembre de 2024
1er janvier 2025
Published Fri, Apr 28 20232:23 PM EDT
Updated: 6 December 2024 at 10:15
14/05/2021 ore 19:49
06.12.2024, 10:15 Uhr
06 грудня 2024 р., 10:15
2024. december 6., péntek
2024 m. gruodžio 6 d.
2024. gada 6. decembris
शुक्रवार, 6 दिसंबर 2024
٦ ديسمبر ٢٠٢٤
۱۶ آذر ۱۴۰۳
6 ธันวาคม 2567
Thứ Sáu, 6 tháng 12 năm 2024
6-Dec-2024
""".strip().splitlines()

NO_DATELINES = """
Euro 2024: Spain 2, England 1
Elections 2024: who wins the 3 open seats
The 10 best films of 2024
Budget 2025: what changes on 1 January
In 2024 the town built 12 houses
10 things to know in 2025
December
12
Call 0800 2024 1206 now
6 December 2024 was the day on which the harbour of Orla froze
""".strip().splitlines()


@pytest.mark.parametrize("line", DATELINES)
def test_datelines(line: str) -> None:
    assert is_dateline(line)
    assert is_dateline(f"  {line} ")


@pytest.mark.parametrize("line", NO_DATELINES)
def test_lines_that_only_hold_a_number_or_a_year(line: str) -> None:
    assert not is_dateline(line)


def test_a_hostile_line_is_decided() -> None:
    assert not is_dateline("a " * 29 + "x")
    assert not is_dateline("1 a. " * 12)


DATE, SOURCE, TITLE, BODY = (
    "Lundi04 mars 2024",
    "orlacourier.example",
    "Le bac reprend",
    "Le bac a repris.\n\nTout va bien.",
)

URL = "https://orla.example/a?b=1"
WHOLE = {"dateline": DATE, "source": SOURCE, "title": TITLE, "body": BODY}


def _fields(text: str, layout: tuple[str, ...] | None = None) -> dict[str, object]:
    return parse_text(text, "a.txt", layout).values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DATE}\n{SOURCE}\n\n{TITLE}\n\n{BODY}\n", WHOLE),
        (f"{SOURCE}\n{DATE}\n\n{TITLE}\n\n{BODY}", WHOLE),
        (f"{DATE}\n\n{SOURCE}\n\n{TITLE}\n\n{BODY}", WHOLE),
        (f"{TITLE}\n\n{DATE}\n\n{BODY}", {"dateline": DATE, "title": TITLE, "body": BODY}),
        (f"{DATE}\n{TITLE}\n\n{BODY}", {"dateline": DATE, "title": TITLE, "body": BODY}),
        (f"{DATE}\nOrla Courier\n\n{TITLE}\n\n{BODY}", WHOLE | {"source": "Orla Courier"}),
        (f"{DATE}\n{URL}\n\n{TITLE}.\n\n{BODY}", {"dateline": DATE, "url": URL, "title": f"{TITLE}.", "body": BODY}),
        (f"\n\n{TITLE}\n\n\n{BODY}\n\n\n", {"title": TITLE, "body": BODY}),
        (f"{TITLE}.\n\n{BODY}", {"body": f"{TITLE}.\n\n{BODY}"}),
        (f"{TITLE}\n{BODY}", {"body": f"{TITLE}\n{BODY}"}),
        (f"{'word ' * 40}\n\n{BODY}", {"body": f"{'word ' * 40}\n\n{BODY}"}),
        (TITLE, {"body": TITLE}),
        (f"LONDON\n\n{BODY}", {"body": f"LONDON\n\n{BODY}"}),
        (f"渡船恢复通航\n\n{BODY}", {"title": "渡船恢复通航", "body": BODY}),
        (f"{DATE}\n\n{TITLE}{chr(10) * 40}{BODY}", {"dateline": DATE, "title": TITLE, "body": BODY}),
        (DATE, {"body": DATE}),
        (f"{DATE}\n\n{DATE}\n\n{BODY}", {"dateline": DATE, "title": DATE, "body": BODY}),
        ("\n" * 50 + BODY, {"body": BODY}),
    ],
)
def test_headers_found_by_looking(text: str, expected: dict[str, str]) -> None:
    assert _fields(text) == expected


LAYOUT = ("dateline", "source", "", "title", "", "body")


@pytest.mark.parametrize(
    ("layout", "text", "expected"),
    [
        (
            LAYOUT,
            "any\nthing\n\nat all.\n\ntext\n",
            {"dateline": "any", "source": "thing", "title": "at all.", "body": "text"},
        ),
        (LAYOUT, "\nthing\n\nat all.\n\ntext", {"source": "thing", "title": "at all.", "body": "text"}),
        (LAYOUT, "any\n\nat all.\n\ntext", {"dateline": "any", "title": "at all.", "body": "text"}),
        (LAYOUT, "any\nthing\nno blank\n\ntext", {"dateline": "any", "source": "thing", "body": "no blank\n\ntext"}),
        (LAYOUT, "any", {"dateline": "any"}),
        (("title", "body"), "One\nTwo\nThree", {"title": "One", "body": "Two\nThree"}),
        (("body",), f"{DATE}\n{SOURCE}", {"body": f"{DATE}\n{SOURCE}"}),
    ],
)
def test_layouts(layout: tuple[str, ...], text: str, expected: dict[str, str]) -> None:
    assert _fields(text, layout) == expected


def test_places_in_a_file_with_carriage_returns() -> None:
    record = parse_text(f"{DATE}\r\n{SOURCE}\r\n\r\n{TITLE}\r\n\r\nOne.\r\n\r\nTwo.\r\n")
    assert record.values["body"] == "One.\r\n\r\nTwo."
    assert record.origin.fields == {
        "dateline": Place(1, 1, 0),
        "source": Place(2, 1, 19),
        "title": Place(4, 1, 42),
        "body": Place(6, 1, 60),
    }


PIECES = st.sampled_from(
    [DATE, SOURCE, TITLE, "2024-12-06", "https://orla.example/x", "One sentence.", "", " ", "\t", "é " * 90]
)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


@given(
    pieces=st.lists(st.tuples(st.one_of(PIECES, st.text(max_size=20)), NEWLINES), max_size=40),
    layout=st.one_of(st.none(), st.just(LAYOUT), st.just(("title", "", "body"))),
)
def test_nothing_is_lost_and_every_field_stands_where_it_says(
    pieces: list[tuple[str, str]], layout: tuple[str, ...] | None
) -> None:
    text = "".join(piece + newline for piece, newline in pieces)
    record = parse_text(text, "a.txt", layout)
    covered = [False] * len(text)
    for field, value in record.values.items():
        assert isinstance(value, str)
        place = record.origin.fields[field]
        end = place.offset + len(value)
        assert text[place.offset : end] == value
        lines = text[: place.offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert (place.line, place.column) == (len(lines), len(lines[-1]) + 1)
        assert not any(covered[place.offset : end])
        covered[place.offset : end] = [True] * len(value)
    assert not "".join(c for c, seen in zip(text, covered, strict=True) if not seen).strip()


def test_a_byte_order_mark_does_not_count(read: Any) -> None:
    (record,) = read("a.txt", "\ufeffThe market opened.\n")
    assert record.values == {"body": "The market opened."}
    assert record.origin.fields["body"] == Place(1, 1, 0)


def test_bytes_of_another_encoding_name_line_and_remedy(read: Any) -> None:
    data = "The market\n\nÀ midi la fête commence.\n".encode("latin-1")
    (item,) = read("a.txt", data)
    assert isinstance(item, Unreadable)
    assert item.origin.line == 3
    assert "0xC0" in item.reason
    assert 'encoding = "latin-1"' in item.reason
    (record,) = read("a.txt", data, encoding="latin-1")
    assert isinstance(record, RawRecord)


def test_a_truncated_gzip_keeps_its_beginning(read: Any) -> None:
    text = "".join(f"Sentence {number * 7919} of the tale.\n" for number in range(3000))
    record, damage = read("a.txt.gz", gzip.compress(text.encode())[:-500])
    assert text.startswith(record.values["body"])
    assert len(record.values["body"]) > 10_000
    assert "break off after" in damage.reason


def test_five_megabytes_on_one_line(read: Any) -> None:
    (record,) = read("a.txt", "word " * 1_000_000 + "end")
    assert len(record.values["body"]) == 5_000_003


def test_a_file_that_ends_inside_a_character_keeps_the_rest(read: Any) -> None:
    record, damage = read("a.txt", "Die Fähre fährt wieder ü".encode()[:-1])
    assert record.values == {"body": "Die Fähre fährt wieder "}
    assert "ends in the middle of a character" in damage.reason


LABELLED = (
    "Title: Bridge opens\nDate: 6 December 2024\nURL: https://quay.example/a\nTags: bridge\n\nThe bridge is open.\n"
)
FRONT_MATTER = '---\ntitle: "Bridge opens"\ndate: 2024-12-06\nlang: en\n---\n\nThe bridge is open.\n'


def test_a_header_that_says_what_it_is() -> None:
    record = parse_text(LABELLED, "a.txt")
    assert record.values == {
        "title": "Bridge opens",
        "published_at": "6 December 2024",
        "url": "https://quay.example/a",
        "body": "The bridge is open.",
    }
    assert record.extra == {"Tags": "bridge"}
    assert record.origin.fields["url"] == Place(3, 6, LABELLED.index("https"))


def test_a_header_with_pages_of_a_paper() -> None:
    record = parse_text("Title: Bridge opens\nDate: 2024-12-06\nPages: 3\n\nThe bridge is open.", "a.txt")
    assert record.extra == {"Pages": "3"}


def test_front_matter() -> None:
    record = parse_text(FRONT_MATTER, "a.txt")
    assert record.values == {
        "title": "Bridge opens",
        "published_at": "2024-12-06",
        "language": "en",
        "body": "The bridge is open.",
    }
    assert FRONT_MATTER[record.origin.fields["title"].offset :].startswith("Bridge")


@pytest.mark.parametrize(
    "text",
    [
        "Mayor: I told you so.\nReporter: Did you?\n\nThe bridge is open.",  # a dialogue
        "Title: Bridge opens\n\nThe bridge is open.",  # one label is none
        "Title: Bridge opens\nDate: 2024-12-06\nThe bridge is open.",  # text without a blank line
        "---\n\nThe bridge is open, and it is long.",  # a rule
        "Title: Bridge\nTitle: Opens\nDate: 2024-12-06\n\nThe bridge is open.",  # a name twice
        "Text: a novel\nAuthor: Ruth Calder\nPublisher: Orlec Press\nPrice: 9 pounds\n\nIt begins with rain.",
        "Title: Rain\nAuthor: Ruth Calder\nPublisher: Orlec Press\nPages: 320\n\nIt begins with rain.",
        "Title: Rain\nDirector: Ruth Calder\nAuthor: Ada Fenwick\n\nIt begins with rain.",
    ],
)
def test_other_colons_make_no_header(text: str) -> None:
    record = parse_text(text, "a.txt")
    assert record.extra == {}
    assert record.values.keys().isdisjoint(("published_at", "author"))
