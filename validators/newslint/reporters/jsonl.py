"""One JSON object per finding and line, as in the ``findings`` of the JSON report."""

from __future__ import annotations

from typing import TextIO

import msgspec

from newslint.model import Report
from newslint.reporters.json import finding_document


def write(report: Report, stream: TextIO) -> None:
    """Write the findings of *report*, one a line."""
    for finding in report.findings:
        stream.write(msgspec.json.encode(finding_document(finding)).decode())
        stream.write("\n")
