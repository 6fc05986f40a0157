"""``newslint check --accepted FILE --rejected FILE``: divide a corpus into what may be ingested and what may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from newslint.cli.corpus import Corpus
from newslint.cli.output import packing, say
from newslint.config import GateConfig
from newslint.errors import ConfigError, InputError
from newslint.files import writing_bytes
from newslint.gate import Rejects
from newslint.model import Report
from newslint.readers.compression import complaint, compression_of_name
from newslint.readers.corpus import READERS, suffix
from newslint.readers.jsonl import read_lines
from newslint.readers.verbatim import Verbatim, verbatim
from newslint.reporters.wording import plural


def refuse_other_formats(files: Iterable[Path | None]) -> None:
    """Raise ConfigError where one of *files* has a name that is not read as JSON Lines, or cannot be compressed."""
    for file in filter(None, files):
        if missing := complaint(file.name):
            raise ConfigError(missing)
        if READERS.get(suffix(file.name)) is not read_lines:
            raise ConfigError(f"{file} would hold JSON Lines; name it {file.stem}.jsonl or {file.stem}.jsonl.gz")


class Divider:
    """Writes each record of a corpus to the file *accepted* or to *rejected*; without a file it is left out."""

    def __init__(self, accepted: Path | None, rejected: Path | None, gate: GateConfig) -> None:
        self.rejects = Rejects(gate)
        self._files = (accepted, rejected)
        self._written = [0, 0]
        self._lost = 0

    def divide(self, corpus: Corpus, report: Report, stdin: BinaryIO | None) -> None:
        """Write the files and say what is in them, after the run of *report*; *stdin* is what ``-`` stands for.

        Raises
        ------
        InputError
            A file cannot be written, or other records are found than were checked; no file is touched.

        """
        self.rejects.conclude(report.verdict)
        tally = report.tally
        if stdin is not None:
            stdin.seek(0)
        with ExitStack() as stack:
            streams = [stack.enter_context(_opened(file)) for file in self._files]
            for record in verbatim(corpus.paths, corpus.options, stdin):
                self._write(record, streams)
            found, checked = sum(self._written) + self._lost, tally.articles + tally.unreadable
            if found != checked:
                raise InputError(
                    f"the corpus is not divided: {checked:,} records were checked, but it has {found:,}; "
                    "a file has changed, or a process was killed"
                )
        for file, count in zip(self._files, self._written, strict=True):
            if file is not None:
                say(f"{file} has {plural(count, 'article')}")
        if self._lost:
            say(f"{plural(self._lost, 'record')} that cannot be read could not be written to either file")

    def _write(self, record: Verbatim, streams: list[BinaryIO | None]) -> None:
        if not record.line:
            self._lost += 1
            return
        is_rejected = not record.readable or record.origin in self.rejects
        self._written[is_rejected] += 1
        stream = streams[is_rejected]
        if stream is not None:
            stream.write(record.line)


@contextmanager
def _opened(file: Path | None) -> Iterator[BinaryIO | None]:
    if file is None:
        yield None
        return
    with writing_bytes(file) as raw, packing(raw, compression_of_name(file.name)) as stream:
        yield stream
