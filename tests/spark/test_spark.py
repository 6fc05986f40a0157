"""On Spark newslint finds what it finds in one process."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newslint
from newslint import api
from newslint.cli.baseline import BaselineWriter
from newslint.config import GateConfig
from newslint.engine.run import Run
from newslint.model import FIELDS, Origin, Report
from newslint.readers import RawRecord, to_article

pytestmark = [
    pytest.mark.spark,
    # PySpark leaves the socket through which it collects rows to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed <socket.socket:ResourceWarning"),
]

Rows = list[dict[str, Any]]
BODY = "The ferry to Osterholm runs again from Monday.\n\nIt had been in the dock since the autumn."


def one_process(rows: Rows, config: newslint.Config | None = None) -> Report:
    """Check *rows*, in their order, without Spark."""
    return newslint.check([{name: value for name, value in row.items() if name != "row"} for row in rows], config)


def flat(on_spark: ModuleType, report: Report) -> list[tuple[str, ...]]:
    return sorted(comparable(on_spark._flat(finding)) for finding in report.findings)


def collected(findings: Any) -> list[tuple[str, ...]]:
    return sorted(comparable(row.asDict()) for row in findings.collect())


def comparable(values: dict[str, Any]) -> tuple[str, ...]:
    wanted = ("row", "field", "start", "end", "code", "slug", "severity", "article_id", "source", "quote", "message")
    return tuple(repr(values[name]) for name in (*wanted, "evidence", "related", "fix", "fingerprint"))


def test_seeds(on_spark: ModuleType, frame: Callable[..., Any], root: Path) -> None:
    articles = [to_article(record) for record in api.read([str(root / "seeds")], newslint.Config())]
    rows = [{field: getattr(article, field) for field in FIELDS} for article in articles]
    for number, row in enumerate(rows, start=1):
        row["row"] = number
    schema = "row bigint, " + ", ".join(f"{field} string" for field in FIELDS)
    expected = one_process(rows)
    assert expected.findings
    assert collected(on_spark.check(frame(rows, schema), row="row")) == flat(on_spark, expected)


def test_generated_articles_with_ids_that_repeat_across_partitions(
    on_spark: ModuleType, frame: Callable[..., Any], generated: Rows
) -> None:
    expected = one_process(generated)
    assert expected.tally.by_code["SCH003"] == 12
    assert len(expected.tally.by_code) >= 6
    assert collected(on_spark.check(frame(generated), row="row")) == flat(on_spark, expected)


def test_report_is_that_of_one_process(on_spark: ModuleType, frame: Callable[..., Any], generated: Rows) -> None:
    expected = one_process(generated)
    report = on_spark.report(frame(generated), row="row")
    assert report.tally == expected.tally
    assert report.verdict == expected.verdict
    assert report.findings == expected.findings
    assert report.config == expected.config
    assert report.notes == []


def test_the_baseline_holds_on_spark_too(
    on_spark: ModuleType, frame: Callable[..., Any], generated: Rows, tmp_path: Path
) -> None:
    baseline = tmp_path / "b.jsonl"
    with baseline.open("w", encoding="utf-8") as stream:
        BaselineWriter(stream).add(one_process(generated).findings[::2])
    config = newslint.Config(gate=GateConfig(baseline=str(baseline)))
    expected = one_process(generated, config)
    assert 0 < expected.tally.accepted < len(expected.findings)
    report = on_spark.report(frame(generated), config, row="row")
    assert report.tally == expected.tally
    assert report.findings == expected.findings


def test_without_row_numbers_partitions_make_no_difference(
    on_spark: ModuleType, frame: Callable[..., Any], generated: Rows
) -> None:
    articles = frame(generated).drop("row")
    few, many = (collected(on_spark.check(articles.repartition(count))) for count in (2, 5))
    assert few == many
    numbers = [row.number for row in articles.select(on_spark.row_hash(articles).alias("number")).collect()]
    run = Run(newslint.Config())
    for number, row in sorted(zip(numbers, generated, strict=True), key=lambda pair: pair[0]):
        values = {field: row[field] for field in FIELDS if row.get(field) is not None}
        run.feed([RawRecord(values, {"section": row["section"]}, Origin(row=number))])
    run.conclude()
    assert few == flat(on_spark, api.report(run, []))


def test_row_hash_leads_back_to_articles_without_an_id(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    articles = frame([{"title": "Ferry", "body": BODY}, {"title": "Crane", "body": None}], "title string, body string")
    numbered = articles.withColumn("row", on_spark.row_hash(articles))
    [joined] = on_spark.check(articles).join(numbered, "row").collect()
    assert (joined.code, joined.title, joined.article_id) == ("SCH001", "Crane", f"row {joined.row}")


def test_columns_of_a_finding(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    row = {"row": 41, "id": "a", "source": "bote.example", "title": "Fähre", "body": f"{BODY} Das cafÃ© schließt."}
    found = on_spark.check(frame([row]), newslint.Config(select=["mojibake"]), row="row")
    assert dict(found.dtypes) == on_spark.FINDING_COLUMNS
    [finding] = found.collect()
    start = row["body"].index(finding.quote)
    assert (finding.code, finding.slug, finding.severity) == ("ENC001", "mojibake", "error")
    assert (finding.article_id, finding.source, finding.row, finding.field) == ("a", "bote.example", 41, "body")
    assert (finding.start, finding.end) == (start, start + len(finding.quote))
    [edit] = json.loads(finding.fix)["edits"]
    assert "café" in edit["text"]
    assert isinstance(json.loads(finding.evidence), dict)
    assert json.loads(finding.related) == []
    assert finding.fingerprint == newslint.check([row], newslint.Config(select=["ENC001"])).findings[0].fingerprint


def test_wrong_types_and_nulls(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    schema = (
        "row bigint, id bigint, source double, title string, author array<string>, published_at bigint, body string"
    )
    rows: Rows = [
        # An id next to a null stays the integer it is.
        {"row": 1, "id": 7, "title": "Ferry", "author": ["Ada Fenn", "Bo Lind"], "body": BODY},
        {"row": 2, "id": None, "title": None, "author": None, "body": BODY, "published_at": 1738368000},
        {"row": 3, "id": 7, "title": " ", "author": ["Ada Fenn"], "body": None, "source": 2.5},
        {"row": 4, "id": 8, "title": "Crane", "author": [], "body": BODY, "source": float("nan")},
    ]
    expected = one_process(rows)
    assert {"SCH001", "SCH002", "SCH003"} <= set(expected.tally.by_code)
    assert not [finding for finding in expected.findings if finding.field == "author"]
    assert collected(on_spark.check(frame(rows, schema, 2), row="row")) == flat(on_spark, expected)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/St_Johns"])
def test_timestamps_mean_the_same_in_every_session(
    spark: Any, on_spark: ModuleType, frame: Callable[..., Any], zone: str
) -> None:
    moment = datetime(2025, 2, 11, 22, 30, tzinfo=UTC)
    row = {"row": 1, "id": "t", "title": "Ferry", "published_at": moment, "dateline": "Friday, 11 February 2025"}
    rows = [{**row, "body": BODY}]
    expected = one_process(rows)
    assert expected.tally.by_day == {"2025-02-11": 1}
    assert "DAT004" in expected.tally.by_code
    articles = frame(rows)
    before = spark.conf.get("spark.sql.session.timeZone")
    spark.conf.set("spark.sql.session.timeZone", zone)
    try:
        report = on_spark.report(articles, row="row")
    finally:
        spark.conf.set("spark.sql.session.timeZone", before)
    assert report.findings == expected.findings
    assert report.tally == expected.tally


def test_dates_and_local_times(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    local = datetime(2025, 2, 11, 23, 30)
    row = {"title": "Ferry", "body": BODY, "published_at": local, "modified_at": local.date()}
    schema = "title string, body string, published_at timestamp_ntz, modified_at date"
    assert on_spark.report(frame([row], schema, 1)).tally.by_day == {"2025-02-11": 1}


def test_no_rows_at_all(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    empty = frame([], partitions=1)
    assert on_spark.check(empty).collect() == []
    report = on_spark.report(empty)
    assert not report.passed
    assert report.verdict.reasons == ("no article could be read",)
    assert on_spark.report(empty.where("false")).tally.articles == 0


def test_renamed_and_nested_columns(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    row = {"headline": "Ferry", "text": "cafÃ© by the pier", "name": "post.example"}
    articles = frame([row], "headline string, text string, name string", 1).selectExpr(
        "headline", "text as `full text`", "named_struct('name', name) as site", "'no article text' as body"
    )
    config = newslint.Config(fields={"title": "headline", "body": "somewhere else"}, select=["ENC001"])
    [finding] = on_spark.check(articles, config, columns={"body": "full text", "source": "site.name"}).collect()
    assert (finding.source, finding.field, finding.start) == ("post.example", "body", 0)


def test_no_corpus_check(on_spark: ModuleType, frame: Callable[..., Any], generated: Rows) -> None:
    config = newslint.Config(ignore=["SCH003"])
    expected = one_process(generated, config)
    report = on_spark.report(frame(generated), config, row="row")
    assert (report.tally, report.findings) == (expected.tally, expected.findings)


def test_exceptions_of_sources_reach_the_workers(
    on_spark: ModuleType, frame: Callable[..., Any], generated: Rows
) -> None:
    exception = newslint.config.SourceConfig(ignore=["DUP"], severity={"ENC001": "info", "EXT007": "error"})
    config = newslint.Config(sources={"lunmouth-post.example": exception}, required=["body"])
    expected = one_process(generated, config)
    assert "EXT007" in {one.code for one in expected.findings if one.article.source == "lunmouth-post.example"}
    assert collected(on_spark.check(frame(generated), config, row="row")) == flat(on_spark, expected)


def test_identical_rows_are_counted_one_by_one(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    rows = [{"id": "a", "title": "Ferry", "body": BODY} for _ in range(3)]
    report = on_spark.report(frame(rows, "id string, title string, body string"))
    tally = report.tally
    assert (tally.articles, tally.clean, tally.with_errors, tally.by_code["SCH003"]) == (3, 1, 2, 2)


def test_text_that_is_not_utf8_is_a_finding(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    rows = [{"row": 1, "title": "Ferry", "body": BODY}, {"row": 2, "title": "Crane", "body": "F\u00e4hre"}]
    articles = frame(rows, "row bigint, title string, body string").selectExpr(
        "row",
        "title",
        "if(row = 2, cast(unhex('46E4687265') as string), body) as body",
        "cast(X'FF' as string) as note",
    )
    report = on_spark.report(articles, row="row")
    [finding] = report.findings
    assert (finding.code, finding.article.origin.row, finding.quote) == ("SCH005", 2, "F\ufffdhre")
    assert finding.message == "The text in 'body' is not valid UTF-8."
    assert (report.tally.articles, report.tally.unreadable) == (1, 1)


def test_report_keeps_few_findings_and_writes_all(
    on_spark: ModuleType, frame: Callable[..., Any], generated: Rows, tmp_path: Path, spark: Any
) -> None:
    expected = one_process(generated)
    place = str(tmp_path / "findings")
    report = on_spark.report(frame(generated), row="row", keep=5, write=lambda findings: findings.write.parquet(place))
    assert report.findings == expected.findings[:5]
    assert report.tally == expected.tally
    assert report.notes == [f"the report holds 5 of {len(expected.findings)} findings"]
    assert collected(spark.read.parquet(place)) == flat(on_spark, expected)


def test_excerpts_are_kept_when_asked_for(on_spark: ModuleType, frame: Callable[..., Any], generated: Rows) -> None:
    report = on_spark.report(frame(generated[:30], partitions=2), row="row", excerpts=True)
    assert any(finding.excerpts for finding in report.findings)


def test_mistakes_are_told_on_the_driver(on_spark: ModuleType, frame: Callable[..., Any]) -> None:
    articles = frame([{"title": "Ferry", "text": BODY}], "title string, text string", 1)
    with pytest.raises(newslint.ConfigError, match=r"fields\.body: there is no column 'txt'; did you mean 'text'\?"):
        on_spark.check(articles, columns={"body": "txt"})
    with pytest.raises(newslint.ConfigError, match=r"there is no column 'number'"):
        on_spark.check(articles, row="number")
    with pytest.raises(newslint.NewslintError, match=r"unknown article field 'boddy'; did you mean 'body'"):
        on_spark.check(articles, columns={"boddy": "text"})
    with pytest.raises(newslint.InputError, match=r"neither a body nor a title among the names text"):
        on_spark.check(articles.select("text"))
    with pytest.raises(newslint.ConfigError, match=r"checks\.ENC001"):
        on_spark.check(articles, newslint.Config(checks={"ENC001": {"no_such_option": 1}}))


def test_checks_are_compiled_once_per_worker(on_spark: ModuleType) -> None:
    import pyarrow as pa

    job = on_spark._Job(b'{"ignore": ["SCH"]}', False, newslint.__version__)
    rows = [{on_spark._ROW: 1, on_spark._BROKEN: None, "title": "Ferry", "body": BODY}]
    on_spark._checker.cache_clear()
    for _ in range(3):
        list(on_spark._check_partition([pa.RecordBatch.from_pylist(rows)], job))
    assert on_spark._checker.cache_info().misses == 1


def test_another_version_on_an_executor_is_refused(on_spark: ModuleType) -> None:
    with pytest.raises(RuntimeError, match=r"is installed on this executor, and 0\.0\.0 on the driver"):
        on_spark._checker(on_spark._Job(b"{}", False, "0.0.0"))


def test_workers_import_neither_great_expectations_nor_pandas_on_spark(
    spark: Any, on_spark: ModuleType, frame: Callable[..., Any], generated: Rows
) -> None:
    on_spark.check(frame(generated, partitions=2)).collect()

    def loaded(batches: Any) -> Any:
        import sys

        import pyarrow as pa

        list(batches)
        wanted = ("newslint.engine.batch", "great_expectations", "newslint_gx", "pyspark.pandas")
        yield pa.RecordBatch.from_pylist(
            [{"name": name} for name in wanted if name in sys.modules], pa.schema([("name", pa.string())])
        )

    seen = {row.name for row in spark.range(8).repartition(4).mapInArrow(loaded, "name string").collect()}
    assert seen <= {"newslint.engine.batch"}
