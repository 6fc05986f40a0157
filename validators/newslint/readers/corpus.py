"""Paths in, raw records out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import BinaryIO

from newslint.errors import InputError
from newslint.model import Origin
from newslint.readers.base import STDIN as STDIN
from newslint.readers.base import Item, ReaderOptions, Unreadable
from newslint.readers.compression import COMPRESSIONS, complaint, unpacked_name
from newslint.readers.csv import read_csv
from newslint.readers.jsondoc import read_json
from newslint.readers.jsonl import read_lines
from newslint.readers.own import is_own
from newslint.readers.pages import ARCHIVES, SINGLE, is_pages, read_pages
from newslint.readers.pages import complaint as pages_complaint
from newslint.readers.parquet import MISSING, read_parquet
from newslint.readers.streams import HEAD, Source, open_source, peekable
from newslint.readers.text import read_plain

STDIN_NAME = "stdin.jsonl"
"""What standard input is read as without a name."""

Reader = Callable[[Source, ReaderOptions], Iterator[Item]]
TableReader = Callable[[str, ReaderOptions], Iterator[Item]]

READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".jl": read_lines,
    ".json": read_json,
    ".jsonl": read_lines,
    ".jsonlines": read_lines,
    ".ndjson": read_lines,
    ".text": read_plain,
    ".tsv": read_csv,
    ".txt": read_plain,
}
"""Reader by file name suffix; each may be followed by that of a compression."""

_BY_LINE = (read_csv, read_lines)
"""Readers for which damage on one line is damage to one record."""

TABLES: dict[str, TableReader] = {".parquet": read_parquet}
"""Reader by suffix of the files that are no text: it opens them itself."""

BASELINE_NAME = "newslint-baseline.jsonl"
"""The usual name of a baseline, which often lies beside the corpus and is no part of it."""

_OF_SITES = frozenset(("ads.txt", "app-ads.txt", "humans.txt", "llms.txt", "robots.txt", "security.txt"))
"""What mirrors of sites hold, and what is no article."""

FOREIGN = frozenset((
    ".7z", ".arrow", ".asp", ".aspx", ".avro", ".bmp", ".db", ".doc", ".docx", ".eml", ".epub", ".feather",
    ".gif", ".ipynb", ".jpeg", ".jpg", ".lz4", ".markdown", ".mbox", ".md", ".mhtml", ".odp", ".ods",
    ".odt", ".orc", ".pdf", ".php", ".pickle", ".pkl", ".png", ".pptx", ".rar", ".rss", ".rst", ".rtf",
    ".sqlite", ".sqlite3", ".svg", ".tar", ".tex", ".tgz", ".toml", ".wacz", ".webp", ".xls",
    ".xlsx", ".xml", ".yaml", ".yml", ".zip",
))  # fmt: skip
"""Suffixes of files that hold no plain article: read as plain text, their markup would be linted as if it were one."""


def open_corpus(paths: Sequence[str], options: ReaderOptions, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Yield the records of all *paths*, in the order given, one at a time.

    Directories are walked recursively in sorted order, linked ones included; files with a suffix of READERS are read,
    hidden ones and what newslint itself wrote (reports, findings, baselines) are not. Web pages and archives of them
    are read where a directory holds nothing else: beside what a scraper wrote they are what it was made from. A file
    named directly is read unless its suffix is FOREIGN; where the suffix says nothing, it is JSON if it begins with a
    bracket, else plain text. ``-`` is *stdin* (default: standard input): JSON Lines, or what the options name it. A
    file reached twice is read once.

    Never raises for what it finds on the way: a path that cannot be read is an `Unreadable` like any other, and the
    remaining paths are read. Use `validate_paths` first to refuse such a run before or after it.
    """
    for file in corpus_files(paths):
        if isinstance(file, Unreadable):
            yield file
        else:
            yield from read_file(file, options, stdin)


def corpus_files(paths: Sequence[str]) -> Iterator[str | Unreadable]:
    """Yield the files of *paths*, each once, in the order in which they are read."""
    seen: set[str] = set()
    for path in paths:
        problem = _problem(path)
        if problem:
            yield Unreadable(Origin(path), problem)
            continue
        for file in _files(path):
            if isinstance(file, Unreadable):
                yield file
                continue
            identity = STDIN if file == STDIN else os.path.realpath(file)
            if identity not in seen:
                seen.add(identity)
                yield file


def validate_paths(paths: Sequence[str]) -> dict[str, InputError]:
    """Return the paths that cannot be read at all, each with an error that names it; the others can still be read."""
    return {path: InputError(f"{path}: {problem}") for path in paths if (problem := _problem(path))}


def _problem(path: str) -> str | None:
    if path == STDIN:
        return None
    if not path:
        return "the path is empty"
    target = Path(path)
    try:
        if not target.exists():
            return "no such file or directory"
        if target.is_dir():
            if not os.access(target, os.R_OK | os.X_OK):
                return "the directory cannot be opened: permission denied"
            return None if any(_files(path)) else f"the directory holds no articles (looked for {_known()})"
        if is_table(path) and find_spec("pyarrow") is None:
            return MISSING
        if missing := complaint(path) or pages_complaint(path):
            return missing
        if suffix(path) in FOREIGN:
            return f"files with the suffix {suffix(path)} are not read (what is read: {_known()})"
    except (OSError, ValueError) as error:
        return f"the path cannot be used: {getattr(error, 'strerror', None) or error}"
    return None if os.access(target, os.R_OK) else "the file cannot be opened: permission denied"


def _known() -> str:
    packed = " or ".join((", ".join([*COMPRESSIONS][:-1]), [*COMPRESSIONS][-1]))
    whole = (*sorted(TABLES), *SINGLE, *ARCHIVES)
    return f"{', '.join(sorted(READERS))}, also with {packed}; {', '.join(whole)}"


def _files(path: str) -> Iterator[str | Unreadable]:
    """Yield the files to read for *path*, spelt as the user spelt it, and the folders that cannot be opened."""
    if path == STDIN or not Path(path).is_dir():
        yield path
        return
    found = pages = 0
    for file in walked(path, lambda name: holds_records(name) or is_pages(name)):
        if isinstance(file, str) and is_pages(file):
            pages += 1
            continue
        if isinstance(file, str) and is_own(file):
            continue
        found += isinstance(file, str)
        yield file
    if not found and pages:
        yield from (file for file in walked(path, is_pages) if isinstance(file, str))


def holds_records(name: str) -> bool:
    """Return whether a file of a folder is read, by its name."""
    return (suffix(name) in READERS or is_table(name)) and name.lower() not in (*_OF_SITES, BASELINE_NAME)


def walked(path: str, is_wanted: Callable[[str], bool]) -> Iterator[str | Unreadable]:
    """Yield the files below *path* whose names are wanted, and the folders that cannot be opened."""
    errors: list[OSError] = []
    walked = {os.path.realpath(path)}
    for folder, subfolders, names in os.walk(path, onerror=errors.append, followlinks=True):
        yield from _unopened(errors)
        subfolders[:] = [name for name in sorted(subfolders) if _is_new(folder, name, walked)]
        for name in sorted(names):
            if not name.startswith(".") and is_wanted(name):
                yield os.path.join(folder, name)  # noqa: PTH118  Path would drop a leading "./"
    yield from _unopened(errors)


def _is_new(folder: str, name: str, walked: set[str]) -> bool:
    """Return whether a subfolder is to be walked, and note that it is: a link may lead to one that was, or above it."""
    real = os.path.realpath(os.path.join(folder, name))  # noqa: PTH118  Path.resolve raises for a loop of links
    if name.startswith(".") or real in walked:
        return False
    walked.add(real)
    return True


def _unopened(errors: list[OSError]) -> Iterator[Unreadable]:
    for error in errors:
        reason = error.strerror or str(error)
        yield Unreadable(
            Origin(str(error.filename)), f"the directory cannot be opened: {reason[:1].lower()}{reason[1:]}"
        )
    errors.clear()


def suffix(name: str) -> str:
    """Return the suffix that tells the format, lower case, that of a compression left out."""
    return PurePath(unpacked_name(name.lower())).suffix


def stdin_complaint(name: str) -> str | None:
    """Say why what comes from standard input cannot be read as a file of this *name*."""
    if suffix(name) in READERS:
        return complaint(name)
    return f"standard input cannot be read as {name} (what it can be: {', '.join(sorted(READERS))})"


def is_table(name: str) -> bool:
    """Return whether a file is one of those in TABLES, by its name."""
    return PurePath(name.lower()).suffix in TABLES


def opens_itself(name: str) -> bool:
    """Return whether a file is no text that all readers share: its own opens it, by its name."""
    return is_table(name) or is_pages(name)


def read_file(path: str, options: ReaderOptions, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Yield the records of one file, or of *stdin* where *path* is ``-``."""
    if opens_itself(path):
        yield from TABLES.get(suffix(path), read_pages)(path, options)
        return
    with opened(path, options, stdin) as source:
        if isinstance(source, Unreadable):
            yield source
        else:
            yield from reader_of(source)(source, options)


@contextmanager
def opened(path: str, options: ReaderOptions, stdin: BinaryIO | None = None) -> Iterator[Source | Unreadable]:
    """Open *path* as text bytes, or say why it cannot be; the caller's *stdin* stays open."""
    name = options.stdin_name or STDIN_NAME if path == STDIN else path
    by_line = READERS.get(suffix(name)) in _BY_LINE
    if path == STDIN:
        raw = stdin or sys.stdin.buffer
        stream = peekable(raw)
        try:
            source = open_source(path, stream, options.encoding, by_line=by_line)
            if isinstance(source, Source):
                source.name = name
            yield source
        finally:
            if stream is not raw:
                stream.detach()
        return
    try:
        file = peekable(Path(path).open("rb", buffering=HEAD))  # noqa: SIM115  closed by the with below
    except OSError as error:
        yield Unreadable(Origin(path), f"the file cannot be opened: {error.strerror or error}")
        return
    with file:
        yield open_source(path, file, options.encoding, by_line=by_line)


def reader_of(source: Source) -> Reader:
    """Return the reader for *source*: by its name, else by its first bytes."""
    known = READERS.get(suffix(source.name))
    if known is not None:
        return known
    return read_json if source.head.lstrip()[:1] in (b"{", b"[") else read_plain
