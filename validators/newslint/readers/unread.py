"""What lies in a folder and is not read, in a sentence: a corpus may have more articles than were checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from newslint.readers.corpus import holds_records, walked
from newslint.readers.own import is_own
from newslint.readers.pages import is_pages

_SHOWN = 6

_BESIDE = frozenset((
    ".adoc", ".asc", ".avif", ".avi", ".bash", ".bat", ".bib", ".bmp", ".c", ".cff", ".cfg", ".conf", ".cpp", ".css",
    ".eot", ".gif", ".go", ".h", ".heic", ".ico", ".ini", ".ipynb", ".java", ".jpeg", ".jpg", ".js", ".license",
    ".lock", ".log", ".m4a", ".map", ".markdown", ".md", ".md5", ".mjs", ".mov", ".mp3", ".mp4", ".ogg", ".part",
    ".pid", ".pl", ".png", ".properties", ".ps1", ".py", ".pyc", ".pyi", ".r", ".rb", ".rmd", ".rs", ".rst", ".sarif",
    ".scss", ".sh", ".sha1", ".sha256", ".sha512", ".sig", ".sql", ".sum", ".svg", ".swp", ".tif", ".tiff", ".tmp",
    ".toml", ".ts", ".ttf", ".wav", ".webm", ".webp", ".woff", ".woff2", ".yaml", ".yml",
))  # fmt: skip
"""Suffixes of what lies beside the data of a corpus: notes, settings, programs, media, checksums."""

_PAPERS = frozenset((
    "authors", "changelog", "citation", "contributing", "copying", "desktop", "dockerfile", "license", "licence",
    "makefile", "notice", "pipfile", "readme", "thumbs", "version",
))  # fmt: skip
"""Names of what lies beside the data of a corpus, whatever the suffix."""


def unread(paths: Sequence[str]) -> Iterator[str]:
    """Yield a sentence for each folder of *paths* in which files are left out that may hold articles."""
    for path in dict.fromkeys(paths):
        if Path(path).is_dir():
            yield from _unread(path)


def _unread(folder: str) -> Iterator[str]:
    has_records, pages = False, 0
    others: Counter[str] = Counter()
    for file in walked(folder, lambda _: True):
        if not isinstance(file, str):
            continue  # a folder that cannot be opened is a finding
        name = PurePath(file).name
        if holds_records(name):
            has_records = has_records or not is_own(file)
        elif is_pages(name):
            pages += 1
        elif may_be_data(name):
            others[PurePath(name.lower()).suffix] += 1
    if has_records and pages:
        what, are = ("1 web page", "is") if pages == 1 else (f"{pages:,} web pages and archives", "are")
        yield f"{what} in {folder} {are} not read, because there are other files; name them to read them"
    if others:
        what, are = ("1 file", "is") if others.total() == 1 else (f"{others.total():,} files", "are")
        yield f"{what} in {folder} {are} not read: {_counted(others)}"


def may_be_data(name: str) -> bool:
    """Return whether a file that no reader knows may hold articles, by its name.

    Names in capitals without a suffix are papers and marks, such as README and _SUCCESS.
    """
    stem, _, rest = name.partition(".")
    if PurePath(name.lower()).suffix in _BESIDE or stem.lower() in _PAPERS:
        return False
    return bool(rest) or not name.isupper()


def _counted(suffixes: Counter[str]) -> str:
    ordered = sorted(suffixes.items(), key=lambda entry: (-entry[1], entry[0]))
    shown = [f"{count:,} {suffix or 'without a suffix'}" for suffix, count in ordered[:_SHOWN]]
    rest = sum(count for _, count in ordered[_SHOWN:])
    return ", ".join([*shown, *([f"{rest:,} others"] if rest else [])])
