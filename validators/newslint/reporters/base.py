"""What every reporter is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TextIO

from newslint.model import Finding, Report


class Reporter(ABC):
    """Writes one format to a text stream, findings as they come, so that memory does not grow with the corpus.

    ``add`` is called with the findings of each batch in their final order, then ``finish`` once with the report; the
    findings a reporter was given are complete, whereas those in the report may be a sample.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    @abstractmethod
    def add(self, findings: Sequence[Finding]) -> None:
        """Take in the next findings."""

    @abstractmethod
    def finish(self, report: Report) -> None:
        """Write what is known only at the end."""

    def write(self, report: Report) -> None:
        """Write a whole *report* that holds all its findings."""
        self.add(report.findings)
        self.finish(report)
