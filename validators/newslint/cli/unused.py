"""What the configuration and the baseline speak of, and a run did not meet: a slip, or no longer needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.cli.corpus import Corpus
from newslint.config import place
from newslint.engine.plans import Glob
from newslint.engine.run import Run
from newslint.gate.baseline import read_entries
from newslint.model import Finding
from newslint.readers.corpus import corpus_files
from newslint.reporters.wording import plural


class AcceptedFindings:
    """Remembers which entries of the baseline were met."""

    def __init__(self) -> None:
        self.fingerprints: set[str] = set()

    def add(self, findings: Sequence[Finding]) -> None:
        """Take note of the accepted ones of *findings*."""
        self.fingerprints.update(finding.fingerprint for finding in findings if finding.accepted)


def unused(corpus: Corpus, run: Run, met: AcceptedFindings) -> Iterator[str]:
    """Yield what was not met in *run*, which has read all of *corpus*, one sentence each.

    Whoever names files looks at a part of a corpus, and of one article at hardly any: that others are missing there is
    no news.
    """
    config = corpus.config
    if config.per_file_ignores and any(Path(path).is_dir() for path in corpus.paths):
        files = [file for file in corpus_files(corpus.paths) if isinstance(file, str)]
        for pattern in config.per_file_ignores:
            if not any(map(Glob(pattern).matches, files)):
                yield f"{place(config, f'per_file_ignores.{pattern}')} matches no file of the corpus"
    if run.tally.articles > 1:
        for source in sorted(config.sources.keys() - run.tally.by_source.keys()):
            yield f"{place(config, f'sources.{source}')}: no article has this source"
    if config.gate.baseline and (stale := _stale(run, met)):
        count = plural(stale, "entry", "entries")
        yield f"{count} of {config.gate.baseline} met no finding any more; newslint baseline writes it anew"


def _stale(run: Run, met: AcceptedFindings) -> int:
    """Return how many entries were not met, though their checks ran."""
    if run.checker.accepted <= met.fingerprints:
        return 0
    entries = read_entries(Path(run.config.gate.baseline)).items()
    codes = {"", *run.checker.plan.checks}
    return sum(key not in met.fingerprints and entry.get("code", "") in codes for key, entry in entries)
