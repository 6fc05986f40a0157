"""Parquet: one row for each finding, for data platforms. pyarrow is imported only where the format is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any, BinaryIO, TextIO

from newslint.errors import ConfigError
from newslint.model import Finding, Report
from newslint.reporters.base import Reporter
from newslint.reporters.rows import COLUMNS, NUMBERS, row

ROW_GROUP = 8_192
"""Rows that are written together: some five megabytes of findings."""


class ParquetReporter(Reporter):
    """Writes the findings in row groups as they come, with the columns of the CSV report; the counts are elsewhere.

    Raises
    ------
    ConfigError
        pyarrow is not installed, or *stream* is a terminal.

    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        try:
            import pyarrow as pa
            from pyarrow.parquet import ParquetWriter
        except ImportError as error:
            missing = "Parquet is written with pyarrow, which is not installed: pip install 'newslint[parquet]'"
            raise ConfigError(missing) from error
        if stream.isatty():
            raise ConfigError("Parquet is nothing to read on a terminal; name a file with --output")
        kinds: dict[str, Any] = dict.fromkeys(NUMBERS, pa.int64()) | {"accepted": pa.bool_()}
        self._schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
        self._waiting: list[dict[str, Any]] = []
        target: BinaryIO = stream.buffer
        self._writer: Any = ParquetWriter(target, self._schema)  # type: ignore[no-untyped-call]

    def add(self, findings: Sequence[Finding]) -> None:
        """Take in *findings*, and write a row group when there are enough."""
        # Groups of a fixed size, so that the bytes do not depend on how the findings come.
        coming = iter(findings)
        while batch := list(islice(coming, ROW_GROUP - len(self._waiting))):
            self._waiting.extend(map(row, batch))
            if len(self._waiting) == ROW_GROUP:
                self._write()

    def finish(self, report: Report) -> None:  # noqa: ARG002
        """Write what waits, and the end of the file."""
        if self._waiting:
            self._write()
        self._writer.close()

    def _write(self) -> None:
        import pyarrow as pa

        self._writer.write_table(pa.Table.from_pylist(self._waiting, self._schema))
        self._waiting.clear()
