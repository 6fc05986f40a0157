"""The calls on which the command line, the Great Expectations bridge and your own code are built."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from newslint import __version__
from newslint.config import Config
from newslint.engine.accept import Accepted
from newslint.engine.run import Run
from newslint.gate import judge, read_baseline, read_reference
from newslint.model import Article, Counts
from newslint.readers import RawRecord, ReaderOptions, Unreadable, open_corpus, validate_paths
from newslint.readers.frame import frame_records, memory_records, row_labels
from newslint.readers.unread import unread
from newslint.report import Report

Corpus = str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | Iterable[Article | Mapping[str, object]] | Any
"""What can be checked: a path or several, articles or mappings, or a pandas frame."""


def check(
    corpus: Corpus, config: Config | None = None, *, excerpts: bool = False, articles: int = 0, **settings: Any
) -> Report:
    """Check a corpus and return the report.

    *corpus* is a path (file or folder), a sequence of paths, an iterable of articles or mappings, or a pandas frame;
    keys and columns are the names of article fields, usual names for them, or those in ``config.fields``. Without
    *config* the defaults hold; no configuration file is looked for (see :func:`newslint.load_config`). *settings* are
    keys of the configuration and win: ``select=["DAT"]``, ``preview=True``, ``gate={"fail_on": "warning"}``. *excerpts*
    keeps each finding's span with the text around it, which the HTML and text reports show; *articles* keeps the texts
    of a corpus of at most so many articles.

    Raises
    ------
    ConfigError
        The configuration has a key or value that makes no sense, or names a check or option that does not exist.
    InputError
        A path does not exist or holds nothing that can be read.

    """
    config = Config.of(config, **settings)
    paths = _paths(corpus)
    for problem in validate_paths(paths or []).values():
        raise problem
    items = read(paths, config) if paths is not None else _in_memory(corpus, config)
    run = Run(
        config,
        keep_excerpts=excerpts,
        keep_articles=articles,
        accepted=accepted_by(config),
        reference=reference_of(config),
    )
    run.feed(items)
    run.conclude()
    made = report(run, paths or [], [*unread(paths or []), *run.unmet_names()])
    return msgspec.structs.replace(made, labels=row_labels(corpus)) if _is_frame(corpus) else made


def read(paths: Sequence[str], config: Config) -> Iterator[RawRecord | Unreadable]:
    """Yield the records of *paths* in a stable order."""
    return open_corpus(paths, reader_options(config))


def reader_options(config: Config) -> ReaderOptions:
    """Return what *config* says about reading.

    Raises
    ------
    ConfigError
        The encoding or the layout makes no sense.
    UnknownNameError
        A field that no article has.

    """
    return ReaderOptions(fields=config.fields, encoding=config.encoding, layout=tuple(config.text.layout) or None)


def accepted_by(config: Config) -> Accepted:
    """Return the fingerprints of the findings that the baseline of *config* accepts.

    Raises
    ------
    ConfigError
        The baseline cannot be read.

    """
    return read_baseline(Path(config.gate.baseline)) if config.gate.baseline else frozenset()


def reference_of(config: Config) -> Counts | None:
    """Return the counts of the run with which *config* compares, None without one.

    Raises
    ------
    ConfigError
        The report of that run cannot be read.

    """
    return read_reference(Path(config.gate.reference)) if config.gate.reference else None


def report(run: Run, paths: Sequence[str], notes: Sequence[str] = (), *, incomplete: str | None = None) -> Report:
    """Put together the report of a concluded *run*.

    *incomplete* says why not everything was checked; such a run cannot pass, whatever it found.
    """
    verdict = judge(run.tally, run.config.gate)
    if incomplete:
        verdict = msgspec.structs.replace(verdict, passed=False, reasons=(incomplete, *verdict.reasons))
    return Report(
        findings=run.findings,
        tally=run.tally,
        verdict=verdict,
        version=__version__,
        config=msgspec.to_builtins(run.config),
        paths=list(paths),
        articles=run.articles,
        notes=list(notes),
        incomplete=incomplete is not None,
    )


def _paths(corpus: Corpus) -> list[str] | None:
    """Return *corpus* as a list of paths, or ``None`` where it holds records."""
    if isinstance(corpus, (str, os.PathLike)):
        return [os.fspath(corpus)]
    if isinstance(corpus, (list, tuple)) and corpus and all(isinstance(item, (str, Path)) for item in corpus):
        return [os.fspath(item) for item in corpus]
    return None


def _in_memory(corpus: Corpus, config: Config) -> Iterator[RawRecord | Unreadable]:
    if _is_frame(corpus):
        return frame_records(corpus, config.fields)
    if isinstance(corpus, (Article, Mapping)) or not isinstance(corpus, Iterable):
        raise TypeError(
            f"a corpus is a path, a list of articles or mappings, or a frame, not {type(corpus).__name__}; "
            "put a single article into a list"
        )
    return memory_records(corpus, config.fields)


def _is_frame(corpus: Corpus) -> bool:
    return hasattr(corpus, "itertuples") and hasattr(corpus, "columns")
