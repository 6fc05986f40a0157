"""The report of a run as Python code meets it: the record, with ways to look at it and to write it."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint import model
from newslint.reporters import write_report
from newslint.reporters.rows import COLUMNS, NUMBERS, row
from newslint.reporters.wording import headline, notes, summary, visible

if TYPE_CHECKING:
    import pandas as pd

MOST_CHECKS = 10
"""Checks in the table of a notebook: what fits below a cell."""


class Report(model.Report, kw_only=True):
    """The result of a run; ``labels`` is the index of the frame that was checked, where it does more than count."""

    labels: Any = None

    def to_frame(self) -> pd.DataFrame:
        """Return the findings as a frame, one a row, with the columns of the CSV report.

        Where a frame was checked whose index does more than count its rows, the column ``index`` has the label of the
        article; it is missing in findings about the corpus.
        """
        import pandas as pd

        frame = pd.DataFrame([row(finding) for finding in self.findings], columns=[*COLUMNS])
        frame = frame.astype(dict.fromkeys(NUMBERS, "Int64") | {"accepted": bool})
        if self.labels is not None:
            rows = (finding.article.origin.row for finding in self.findings)
            labels = [self.labels[number - 1] if number else None for number in rows]
            frame.insert(0, "index", pd.Series(labels, dtype=object))
        return frame

    def write(self, path: str | os.PathLike[str], format: str | None = None) -> None:  # noqa: A002
        """Write the report to *path* in *format*, by default the one that the name tells.

        These are the formats of ``newslint check --format``, and ``html``. The HTML and text reports show findings in
        their text where `check` was called with ``excerpts=True``.

        Raises
        ------
        ConfigError
            There is no such format, or the name of the file tells none.
        InputError
            The file cannot be written.

        """
        write_report(self, Path(path), format)

    def __repr__(self) -> str:
        return f"<Report: {' '.join(self._lines())}>"

    def _repr_html_(self) -> str:
        counts = self.tally.by_code.most_common()
        rows = "".join(f"<tr><td>{escape(code)}</td><td>{found:,}</td></tr>" for code, found in counts[:MOST_CHECKS])
        more = f"<tr><td>{len(counts) - MOST_CHECKS} more</td><td>…</td></tr>" if len(counts) > MOST_CHECKS else ""
        lines = "".join(f"<p>{escape(line)}</p>" for line in self._lines())
        return f"{lines}<table><tr><th>check</th><th>findings</th></tr>{rows}{more}</table>" if counts else lines

    def _lines(self) -> list[str]:
        return [visible(line) for line in (*summary(self), *notes(self), headline(self))]
