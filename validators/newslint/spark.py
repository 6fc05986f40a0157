"""newslint on Spark, for the corpus that one machine is too small for.

``check`` gives the findings as a DataFrame, ``report`` the counts and the verdict::

    import newslint.spark

    findings = newslint.spark.check(articles)
    findings.where("severity = 'error'").write.parquet("findings")

Executors run the batches of the ordinary engine, so that the findings are those of one process. Corpus checks are
concluded on an executor, too: what they noted of each article is sorted by Spark and streamed to them. Nothing is
collected on the driver before ``report`` asks for it.

**Which row is which.** A DataFrame has no order and no row numbers. Name an integer column as *row*, and it numbers the
articles: it gives the order of the corpus and the place that messages name, and every finding is exactly that of
``newslint.check`` over the rows in this order. Without it the number is a hash of the row's own values
(:func:`row_hash`): the findings do not depend on how the rows are spread over partitions, but which of two records with
one id came "earlier" is arbitrary, though always the same.

**What workers need.** newslint in the same version and the same plug-ins. Workers import neither Great Expectations nor
PySpark's pandas layer; rows travel as Arrow and become plain Python values. (Through pandas an integer id turned into a
float as soon as one id of its batch was null, and a list of authors into a NumPy array.)
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache, partial, reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import Any, NamedTuple

import msgspec

from newslint import __version__
from newslint.api import accepted_by, reader_options, reference_of
from newslint.config import Config
from newslint.engine.accept import Accepted, mark
from newslint.engine.batch import BATCH_SIZE, BatchChecker, BatchResult, in_batches
from newslint.engine.compare import compare
from newslint.engine.conclude import findings_of
from newslint.engine.corpus_counts import CorpusCounts
from newslint.engine.notes import CLEAN, badness_of
from newslint.engine.plans import Plans
from newslint.engine.select import make_plan
from newslint.errors import ConfigError, InputError, did_you_mean
from newslint.gate import judge
from newslint.model import FIELDS, ArticleRef, Finding, Origin, Tally
from newslint.readers import RawRecord, Unreadable
from newslint.readers.base import Item, sample
from newslint.readers.mapping import unmapped
from newslint.report import Report
from newslint.reporters.json import finding_document

try:
    import pyarrow as pa
    from pyspark.sql import Column, DataFrame
    from pyspark.sql import functions as sql
except ImportError as error:
    raise ImportError(f"newslint.spark needs PySpark and pyarrow: pip install 'newslint[spark]' ({error})") from error

FINDING_COLUMNS = {
    "code": "string",
    "slug": "string",
    "severity": "string",
    "article_id": "string",
    "source": "string",
    "row": "bigint",
    "field": "string",
    "start": "bigint",
    "end": "bigint",
    "quote": "string",
    "message": "string",
    "evidence": "string",
    "related": "string",
    "fix": "string",
    "fingerprint": "string",
    "accepted": "boolean",
}
"""The columns of the findings and their Spark types.

They mean what the JSON report means by them: ``start`` and ``end`` are character offsets into the raw field;
``evidence``, ``related`` and ``fix`` are JSON, ``fix`` is null where there is none. ``row`` numbers the article.
"""

# Between the stages: what happened, to which row; the payload is a pickle that only workers and the driver exchange.
_STEP_COLUMNS = {"kind": "string", "code": "string", "row": "bigint", "payload": "binary"}
_ARTICLE, _CORPUS, _OBSERVATION, _TALLY = "article", "corpus", "observation", "tally"
_IN_REPORT_ORDER = ("kind", "code", "row", "payload")
_ARROW_TYPES = {"string": pa.string(), "bigint": pa.int64(), "boolean": pa.bool_(), "binary": pa.binary()}
_ROW, _BROKEN = "_newslint_row", "_newslint_broken"
_SPREAD = 1024
"""Groups of rows by which findings are spread while observations are brought together."""


class _Job(msgspec.Struct, frozen=True):
    """What a worker is to do; hashable, so that it finds what it already prepared."""

    config: bytes
    excerpts: bool
    version: str
    accepted: Accepted = frozenset()


class _Note(NamedTuple):
    """What a corpus check noted of an article, and how bad the article was until then."""

    article: ArticleRef
    had: int
    record: Any


class _Observed(ArticleRef, frozen=True, kw_only=True):
    """An article as corpus checks see it; *twin* tells rows with one number apart."""

    had: int
    twin: int

    @property
    def key(self) -> tuple[int | None, str, int]:
        return self.origin.row, self.id, self.twin


def check(
    df: DataFrame, config: Config | None = None, *, columns: Mapping[str, str] | None = None, row: str | None = None
) -> DataFrame:
    """Return the findings in *df*, one a row, with FINDING_COLUMNS; like all of Spark it is computed when it is used.

    *columns* maps article fields to the columns of *df* and wins over the ``fields`` of *config*; a dotted name reaches
    into a struct. Columns with the name of a field need no mapping, all others become extra fields. *row* names an
    integer column that numbers the articles; without one their number is :func:`row_hash`.

    The findings come in no particular order. Timestamps are read as UTC, whatever the time zone of the session. A row
    with a text that is not valid UTF-8 becomes a finding ``SCH005``.

    Raises
    ------
    ConfigError
        A check, an option or a column does not exist.
    InputError
        There is neither a body nor a title.

    """
    return _findings(_steps(df, Config.of(config), columns or {}, row))


def report(
    df: DataFrame,
    config: Config | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    row: str | None = None,
    excerpts: bool = False,
    keep: int | None = None,
    write: Callable[[DataFrame], object] | None = None,
) -> Report:
    """Check *df* and return the report: counts, coverage, verdict, and the findings in the order of the corpus.

    The report is collected on the driver: *keep* is the greatest number of findings in it (default: all); counts and
    verdict always mean all. What comes of comparing with a reference run is in the report only. *write* is called once
    with the DataFrame of all findings, so that they can be stored without checking twice::

        newslint.spark.report(articles, keep=1000, write=lambda findings: findings.write.parquet("findings"))

    *excerpts* keeps the text around each finding, which the HTML report shows. For the rest see :func:`check`.
    """
    settings = Config.of(config)
    steps = _steps(df, settings, columns or {}, row, excerpts=excerpts).persist()
    try:
        if write is not None:
            write(_findings(steps))
        tally = _total(steps)
        findings = _collected(steps, keep)
    finally:
        steps.unpersist()
    reference = reference_of(settings)
    if reference is not None:
        findings = [*findings, *compare(make_plan(settings), tally, reference, accepted_by(settings))]
    total = sum(tally.by_code.values())
    cut = [f"the report holds {len(findings):,} of {total:,} findings"] if len(findings) < total else []
    return Report(
        findings=findings,
        tally=tally,
        verdict=judge(tally, settings.gate),
        version=__version__,
        config=msgspec.to_builtins(settings),
        notes=cut,
    )


def row_hash(df: DataFrame, config: Config | None = None, columns: Mapping[str, str] | None = None) -> Column:
    """Return the number that a row of *df* gets where no column numbers them: 63 bits of the hash of its fields.

    With it findings find their articles, also those without an id::

        articles = articles.withColumn("row", newslint.spark.row_hash(articles))
        findings.join(articles, "row")
    """
    return _hash_of(df, _field_columns(df, {**(config or Config()).fields, **(columns or {})}))


def _steps(
    df: DataFrame, config: Config, columns: Mapping[str, str], row: str | None, *, excerpts: bool = False
) -> DataFrame:
    """Return all that comes out of a run: findings by article, findings of corpus checks, tallies."""
    settings = msgspec.structs.replace(config, fields={**config.fields, **columns})
    plan = Plans(settings).default  # a wrong option is one sentence here, and a Java stack trace on an executor
    job = _Job(msgspec.json.encode(settings), excerpts, __version__, accepted_by(settings))
    steps = _article_table(df, settings, row).mapInArrow(partial(_check_partition, job=job), _ddl(_STEP_COLUMNS))
    if not plan.corpus:
        return steps
    is_observation = sql.col("kind") == _OBSERVATION
    together = sql.when(is_observation, sql.lit(-1)).otherwise(sql.pmod(sql.col("row"), sql.lit(_SPREAD)))
    # One plan with one shuffle: two branches over the same articles would check them twice.
    sorted_steps = steps.repartition(together).sortWithinPartitions(~is_observation, "code", "row", "payload")
    return sorted_steps.mapInArrow(partial(_conclude_partition, job=job), _ddl(_STEP_COLUMNS))


def _findings(steps: DataFrame) -> DataFrame:
    found = steps.where(sql.col("kind").isin(_ARTICLE, _CORPUS)).select("payload")
    return found.mapInArrow(_flatten_partition, _ddl(FINDING_COLUMNS))


def _total(steps: DataFrame) -> Tally:
    tally = Tally()
    for stored in steps.where(sql.col("kind") == _TALLY).select("payload").collect():
        tally.add(_unpacked(stored.payload))
    return tally


def _collected(steps: DataFrame, keep: int | None) -> list[Finding]:
    found = steps.where(sql.col("kind").isin(_ARTICLE, _CORPUS)).orderBy(*_IN_REPORT_ORDER).select("payload")
    rows = (found if keep is None else found.limit(keep)).collect()
    return [finding for stored in rows for finding in _unpacked(stored.payload)][:keep]


def _article_table(df: DataFrame, config: Config, row: str | None) -> DataFrame:
    """Return *df* with the names of article fields, a number for each row, and which of its texts are broken."""
    reader_options(config)  # says which name is no article field
    own = _field_columns(df, config.fields)
    if row is not None and row not in df.columns:
        raise ConfigError(f"there is no column {row!r}{did_you_mean(row, df.columns)}")
    taken = {*FIELDS, *config.fields.values(), row}
    extra = {name: _column(name) for name in df.columns if name not in taken}
    named = df.select(
        (_column(row).cast("bigint") if row is not None else _hash_of(df, own)).alias(_ROW),
        *(column.alias(name) for name, column in {**own, **extra}.items()),
    )
    texts = [name for name, kind in named.dtypes if kind.startswith("string")]
    # One invalid byte would end the job: Arrow's strings become Python's, and those cannot hold it.
    broken = [sql.when(~sql.is_valid_utf8(_column(name)), sql.lit(name)) for name in texts if name in own]
    repaired = {name: sql.make_valid_utf8(_column(name)) for name in texts}
    return named.withColumn(_BROKEN, sql.coalesce(sql.lit(None).cast("string"), *broken)).withColumns(repaired)


def _field_columns(df: DataFrame, fields: Mapping[str, str]) -> dict[str, Column]:
    own: dict[str, Column] = {}
    for field in FIELDS:
        name = fields.get(field, field)
        if name in df.columns:
            own[field] = _column(name)
        elif name.partition(".")[0] in df.columns:
            own[field] = sql.col(name)
        elif field in fields:
            raise ConfigError(f"fields.{field}: there is no column {name!r}{did_you_mean(name, df.columns)}")
    if "body" not in own and "title" not in own:
        raise InputError(unmapped(df.columns))
    return own


def _hash_of(df: DataFrame, own: Mapping[str, Column]) -> Column:
    kinds = df.select(*(column.alias(field) for field, column in own.items())).dtypes
    # Spark hashes no maps; a field that is one is of the wrong type anyway.
    hashable = [own[field] for field, kind in kinds if "map<" not in kind and "variant" not in kind]
    return sql.shiftrightunsigned(sql.xxhash64(*hashable), 1)


def _column(name: str) -> Column:
    escaped = name.replace("`", "``")
    return sql.col(f"`{escaped}`")


def _ddl(columns: Mapping[str, str]) -> str:
    return ", ".join(f"`{name}` {kind}" for name, kind in columns.items())


# What follows runs on executors.


@lru_cache(maxsize=4)
def _checker(job: _Job) -> BatchChecker:
    """Return the compiled checks of *job*: once per Python worker, which Spark keeps for many tasks."""
    return BatchChecker(_config(job), keep_excerpts=job.excerpts, accepted=job.accepted)


@lru_cache(maxsize=4)
def _plans(job: _Job) -> Plans:
    return Plans(_config(job))


def _config(job: _Job) -> Config:
    if job.version != __version__:
        raise RuntimeError(f"newslint {__version__} is installed on this executor, and {job.version} on the driver")
    return msgspec.json.decode(job.config, type=Config)


def _check_partition(batches: Iterable[pa.RecordBatch], job: _Job) -> Iterator[pa.RecordBatch]:
    """Check the articles of a partition; yield findings, observations, and the tally at last."""
    checker = _checker(job)
    tally = Tally()
    for batch in batches:
        for start in range(0, batch.num_rows, BATCH_SIZE):
            result = checker.check([_record(values) for values in _rows(batch.slice(start, BATCH_SIZE))])
            tally.add(result.tally)
            yield _batch(_STEP_COLUMNS, _article_steps(result))
    yield _batch(_STEP_COLUMNS, [_step(_TALLY, tally)])


def _record(values: dict[str, Any]) -> Item:
    origin = Origin(row=values.pop(_ROW))
    broken = values.pop(_BROKEN)
    if broken is not None:
        return Unreadable(origin, f"the text in {broken!r} is not valid UTF-8", sample(values[broken]))
    present = {name: _in_utc(value) for name, value in values.items() if value is not None}
    own = {name: value for name, value in present.items() if name in FIELDS}
    extra = {name: value for name, value in present.items() if name not in FIELDS}
    return RawRecord(own, extra, origin)


def _in_utc(value: object) -> object:
    # Arrow gives an instant in the time zone of the session; the same article must not change its day with that.
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo is not None else value


def _article_steps(result: BatchResult) -> Iterator[dict[str, Any]]:
    had: dict[int, int] = {}
    # The findings of one article share one reference, and stand together.
    for reference, group in groupby(result.findings, key=lambda finding: id(finding.article)):
        findings = list(group)
        had[reference] = reduce(or_, (badness_of(finding, result.limited) for finding in findings))
        yield _step(_ARTICLE, findings, row=findings[0].article.origin.row)
    for code, seen in result.observations.items():
        for position, record in seen:
            article = result.observed[position]
            note = _Note(article, had.get(id(article), CLEAN), record)
            yield _step(_OBSERVATION, note, code, article.origin.row)


def _conclude_partition(batches: Iterable[pa.RecordBatch], job: _Job) -> Iterator[pa.RecordBatch]:
    """Turn the observations, which one partition holds and which come first in it, into findings; pass on the rest."""
    stream = iter(batches)
    rest: list[pa.RecordBatch] = []
    plans = _plans(job)
    counts = CorpusCounts(Tally(), plans.limited)
    badness: dict[Hashable, int] = {}
    checks = {check.code: check for check in plans.default.corpus}
    for code, noted in groupby(_observations(stream, rest), key=itemgetter(0)):
        concluded = findings_of(plans.default, checks[code], _observed(note for _, note in noted))
        found = filter(None, map(plans.configured, concluded))
        counted = (_counted(mark(finding, job.accepted), counts, badness) for finding in found)
        for numbered in in_batches(enumerate(counted), BATCH_SIZE):
            yield _batch(_STEP_COLUMNS, [_step(_CORPUS, [finding], code, number) for number, finding in numbered])
    yield _batch(_STEP_COLUMNS, [_step(_TALLY, counts.tally)])
    yield from rest
    yield from stream


def _observations(stream: Iterator[pa.RecordBatch], rest: list[pa.RecordBatch]) -> Iterator[tuple[str, _Note]]:
    """Yield the observations at the head of *stream*; what else was read goes to *rest*."""
    for batch in stream:
        number = batch.column("kind").to_pylist().count(_OBSERVATION)
        for values in _rows(batch.slice(0, number)):
            yield values["code"], _unpacked(values["payload"])
        if number < batch.num_rows:
            rest.append(batch.slice(number))
            return


def _observed(notes: Iterable[_Note]) -> Iterator[tuple[ArticleRef, Any]]:
    # Twins are identical rows, or rows to which the caller gave one number; sorted, they stand together.
    for _, alike in groupby(notes, key=lambda note: (note.article.origin.row, note.article.id)):
        for twin, (article, had, record) in enumerate(alike):
            fields = (article.id, article.source, article.language, article.day, article.origin)
            yield _Observed(*fields, had=had, twin=twin), record


def _counted(finding: Finding, counts: CorpusCounts, badness: dict[Hashable, int]) -> Finding:
    """Count *finding* and return it as reports have it; *badness* is how bad articles were found to be here."""
    article = finding.article
    if not isinstance(article, _Observed):
        counts.add_about_corpus(finding)
        return finding
    badness[article.key] = counts.add(finding, article.key, badness.get(article.key, article.had))
    return msgspec.structs.replace(finding, article=article.plain())


def _flatten_partition(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        found = (finding for values in _rows(batch) for finding in _unpacked(values["payload"]))
        for findings in in_batches(found, BATCH_SIZE):
            yield _batch(FINDING_COLUMNS, map(_flat, findings))


def _flat(finding: Finding) -> dict[str, Any]:
    document = finding_document(finding)
    return {
        **document,
        "article_id": document["article"]["id"],
        "source": document["article"]["source"],
        "row": finding.article.origin.row,
        "evidence": _json(document["evidence"]),
        "related": _json(document["related"]),
        "fix": None if document["fix"] is None else _json(document["fix"]),
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _step(kind: str, payload: object, code: str | None = None, row: int | None = None) -> dict[str, Any]:
    return {"kind": kind, "code": code, "row": row, "payload": pickle.dumps(payload, protocol=5)}


def _unpacked(payload: bytes | bytearray) -> Any:
    return pickle.loads(payload)  # noqa: S301 written by the stage before, never by the data


def _batch(columns: Mapping[str, str], rows: Iterable[dict[str, Any]]) -> pa.RecordBatch:
    schema = pa.schema([(name, _ARROW_TYPES[kind]) for name, kind in columns.items()])
    return pa.RecordBatch.from_pylist(list(rows), schema=schema)


def _rows(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = batch.to_pylist(maps_as_pydicts="lossy")
    return rows
