"""Parquet: rows and their numbers, what is left out, damage, and shares by row groups."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from newslint.readers import Item, RawRecord, ReaderOptions, Unreadable, open_corpus, to_article, validate_paths
from newslint.readers import parquet as reader
from newslint.readers import shares as cutting
from newslint.readers.shares import Records, RowGroups, Share, describe, plan_shares, read_share

Write = Callable[..., str]
OPTIONS = ReaderOptions()
ROWS = [{"id": f"lund-{n}", "title": f"Bron vid Lillån stängs, del {n}", "body": "Ord " * n} for n in range(1, 31)]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(data: pa.Table | list[dict[str, Any]], **options: Any) -> str:
        table = data if isinstance(data, pa.Table) else pa.Table.from_pylist(data)
        path = tmp_path / "articles.parquet"
        parquet.write_table(table, path, **options)
        return str(path)

    return write


def read(path: str, options: ReaderOptions = OPTIONS) -> list[Item]:
    return list(open_corpus([path], options))


def records(path: str, options: ReaderOptions = OPTIONS) -> list[RawRecord]:
    items = read(path, options)
    assert all(isinstance(item, RawRecord) for item in items)
    return [item for item in items if isinstance(item, RawRecord)]


def test_rows_are_numbered_from_one_through_all_row_groups(write: Write) -> None:
    found = records(write(ROWS, row_group_size=7))
    assert [record.origin.row for record in found] == list(range(1, 31))
    assert [record.values["id"] for record in found] == [row["id"] for row in ROWS]


def test_nulls_are_absent_and_the_rest_keeps_its_type(write: Write) -> None:
    moment = datetime(2024, 12, 6, 8, 30, tzinfo=UTC)
    [one, two] = records(write([{"body": "Ord", "date": moment, "words": 1}, {"body": None, "date": None, "words": 2}]))
    assert one.values == {"body": "Ord", "published_at": moment}
    assert one.extra == {"words": 1}
    assert to_article(one).published_at == "2024-12-06T08:30:00+00:00"
    assert two.values == {}


def test_whole_numbers_that_pandas_made_floats_are_ids(write: Write) -> None:
    [record] = records(write([{"id": 7.0, "body": "Ord", "score": float("nan")}]))
    assert to_article(record).id == "7"
    assert record.extra == {}


def test_names_are_mapped_as_everywhere_and_dots_reach_into_structs(write: Write) -> None:
    path = write([{"text": "Ord", "who": {"name": "Lund Nu"}, "authors": ["Åsa Berg", "Nils Ek"]}])
    article = to_article(records(path, ReaderOptions(fields={"source": "who.name"}))[0])
    assert (article.body, article.source, article.author) == ("Ord", "Lund Nu", "Åsa Berg, Nils Ek")


def test_embeddings_and_pictures_are_not_read(write: Write) -> None:
    [record] = records(write([{"body": "Ord", "vector": [0.5, 0.25], "picture": b"\x89PNG", "clicks": 3}]))
    assert record.extra == {"clicks": 3}


def test_dictionaries_and_large_strings_are_text(write: Write) -> None:
    table = pa.table(
        {
            "body": pa.array(["Ord", "Mer"], pa.large_string()),
            "source": pa.array(["Lund Nu", "Lund Nu"]).dictionary_encode(),
        }
    )
    assert [record.values["source"] for record in records(write(table))] == ["Lund Nu"] * 2


def test_a_table_without_text_says_which_columns_it_has(write: Write) -> None:
    [item] = read(write([{"nr": 1, "remarks": "none"}]))
    assert isinstance(item, Unreadable)
    assert "among the names nr, remarks" in item.reason


def test_two_columns_for_one_field_are_said_once(write: Write) -> None:
    table = pa.table([["A"], ["B"], ["C"]], names=["body", "title", "body"])
    [item] = read(write(table))
    assert isinstance(item, Unreadable)
    assert item.reason == "the name body, which holds the body, stands there 2 times; leave one"


def test_a_table_without_rows(write: Write) -> None:
    [item] = read(write(pa.table({"body": pa.array([], pa.string())})))
    assert isinstance(item, Unreadable)
    assert item.reason == "the table has columns, but no rows"


def test_bytes_that_are_no_text_cost_one_row(write: Write) -> None:
    raw = pa.array([b"Ord", b"caf\xe9", b"Mer"]).view(pa.string())
    one, broken, three = read(write(pa.table({"body": raw})))
    assert isinstance(broken, Unreadable)
    assert broken.reason == "the row holds the byte 0xE9, which is not UTF-8"
    assert broken.origin.row == 2
    assert [item.origin.row for item in (one, three)] == [1, 3]


def test_values_that_python_has_not_cost_nothing(write: Write) -> None:
    table = pa.table(
        {
            "body": ["Ord", "Ord"],
            "date": pa.array([20_000, 3_000_000], pa.date32()),
            "crawled": pa.array([1, 2**62], pa.timestamp("us")),
            "waited": pa.array([1, 2**62], pa.duration("s")),
        }
    )
    one, two = records(write(table))
    assert (to_article(one).published_at, to_article(two).published_at) == ("2024-10-04", "10183-09-21")


def test_decimal_numbers_are_ids(write: Write) -> None:
    [record] = records(write(pa.table({"id": pa.array([Decimal(7)], pa.decimal128(38, 0)), "body": ["Ord"]})))
    assert to_article(record).id == "7"


def test_a_damaged_row_group_costs_its_rows(write: Write) -> None:
    path = write(ROWS, row_group_size=10, compression="zstd", use_dictionary=False)
    [_, group, _] = reader.row_groups(path, OPTIONS)
    start = parquet.read_metadata(path).row_group(group.number).column(2).data_page_offset
    raw = bytearray(Path(path).read_bytes())
    raw[start : start + 200] = b"\xff" * 200
    Path(path).write_bytes(raw)
    items = read(path)
    damage = [item for item in items if isinstance(item, Unreadable)]
    assert [item.origin.row for item in damage] == [11]
    assert damage[0].reason.startswith("rows 11 to 20 cannot be read: ")
    assert [item.origin.row for item in items if isinstance(item, RawRecord)] == [*range(1, 11), *range(21, 31)]


@pytest.mark.parametrize("raw", [b"", b"PAR1 is not enough", b"PAR1" + b"\x00" * 40 + b"PAR1"])
def test_what_is_no_parquet_is_one_clause(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "c.parquet"
    path.write_bytes(raw)
    [item] = read(str(path))
    assert isinstance(item, Unreadable)
    assert item.reason.startswith("not a Parquet file that can be read: ")
    assert "\n" not in item.reason


def test_without_pyarrow_it_is_said_what_to_install(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(ROWS)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    [item] = read(path)
    assert isinstance(item, Unreadable)
    assert item.reason == reader.MISSING
    assert str(validate_paths([path])[path]) == f"{path}: {reader.MISSING}"


def shared(path: str, target: int) -> tuple[list[Share], list[Item]]:
    planned = list(plan_shares([path], OPTIONS, None, target))
    return planned, [item for share in planned for item in read_share(share, OPTIONS)]


@pytest.mark.parametrize(("target", "shares"), [(1, {8}), (2_000, set(range(2, 8))), (1 << 20, {1})])
def test_shares_are_row_groups_and_lose_nothing(write: Write, target: int, shares: set[int]) -> None:
    path = write(ROWS, row_group_size=4)
    planned, items = shared(path, target)
    assert all(isinstance(share, RowGroups) for share in planned)
    assert items == read(path)
    assert len(planned) in shares
    assert describe(planned[-1])[1].endswith(" to 30")


def test_a_huge_row_group_is_handed_on_in_parts(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "GROUP_BYTES", 10)
    monkeypatch.setattr(cutting, "SHARE_RECORDS", 8)
    path = write(ROWS)
    planned, items = shared(path, 1 << 20)
    assert [len(share.items) for share in planned if isinstance(share, Records)] == [8, 8, 8, 6]
    assert items == read(path)
    assert describe(planned[-1]) == (path, "rows 25 to 30")


def test_a_folder_that_a_cluster_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "articles.parquet"
    folder.mkdir()
    (folder / "_SUCCESS").touch()
    for part in range(2):
        parquet.write_table(pa.Table.from_pylist(ROWS[part * 15 :][:15]), folder / f"part-{part}.snappy.parquet")
    assert [record.values["id"] for record in records(str(folder))] == [row["id"] for row in ROWS]
