"""Files of web pages: those that are one page, and archives of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newslint.errors import InputError
from newslint.model import Origin
from newslint.readers.base import Item, ReaderOptions, Unreadable
from newslint.readers.compression import LONGEST_MAGIC, compression_of_data, unpacked_name
from newslint.readers.html import MOST_BYTES, Page, article_of, of_size
from newslint.readers.streams import BROKEN_STREAM, broken_stream
from newslint.readers.warc import archived

ARCHIVES = (".warc", ".wet")
"""Suffixes of archives; that of a compression may follow."""

SINGLE = (".htm", ".html", ".xhtml")
"""Suffixes of files that are one page; that of a compression may follow."""

MISSING = "{} are read with {}, which is not installed: pip install 'newslint[{}]'"


def complaint(path: str) -> str | None:
    """Say what is missing to read *path*, if it is a page or an archive and something is."""
    if is_archive(path) and find_spec("warcio") is None:
        return MISSING.format("Web archives", "warcio", "warc")
    if is_pages(path) and find_spec("trafilatura") is None:
        return MISSING.format("HTML pages", "trafilatura", "html")
    return None


def is_pages(path: str) -> bool:
    """Return whether *path* is a page or an archive of pages, by its name."""
    return unpacked_name(path.lower()).endswith((*SINGLE, *ARCHIVES))


def is_archive(path: str) -> bool:
    """Return whether *path* is a web archive, by its name."""
    return unpacked_name(path.lower()).endswith(ARCHIVES)


def read_pages(path: str, options: ReaderOptions) -> Iterator[Item]:
    """Yield the articles of the page or archive at *path*; ``Origin.row`` counts the records of an archive from 1."""
    return articles_of(raw_pages(path), options)


def articles_of(pages: Iterable[Page | Unreadable], options: ReaderOptions) -> Iterator[Item]:
    """Yield the articles of *pages*, and what could not be read, as it is."""
    for page in pages:
        yield page if isinstance(page, Unreadable) else article_of(page, options)


def raw_pages(path: str) -> Iterator[Page | Unreadable]:
    """Yield the pages at *path* as they lie there."""
    missing = complaint(path)
    if missing:
        yield Unreadable(Origin(path), missing)
        return
    try:
        with Path(path).open("rb") as file:
            packed = compression_of_data(file.peek(LONGEST_MAGIC)[:LONGEST_MAGIC])
            stream: Any = packed.open(file, "rb") if packed else file
            if is_archive(path):
                yield from archived(stream, path)
            else:
                yield of_size(Page(Origin(path), stream.read(MOST_BYTES + 1)))
    except BROKEN_STREAM as error:
        yield Unreadable(Origin(path), broken_stream(error))
    except InputError as error:  # what unpacks it is not installed
        yield Unreadable(Origin(path), str(error))
