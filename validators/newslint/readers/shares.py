"""Cut a corpus into shares that can be read apart from each other, and read one.

A large JSONL file is cut at byte positions, a Parquet file between row groups, compressed or piped JSON Lines into
blocks of raw lines, everything else file by file; only the rows of a large table or document, or of a row group above
GROUP_BYTES, are parsed here and handed on. Reading all shares in order
yields exactly what reading the corpus in one go yields, line numbers included, so that the number of processes never
shows in a report.
"""

from __future__ import annotations

import io
from codecs import lookup
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import msgspec

from newslint.readers.base import Item, ReaderOptions, Unreadable
from newslint.readers.corpus import READERS, STDIN, corpus_files, is_table, opened, read_file, reader_of, suffix
from newslint.readers.html import Page
from newslint.readers.jsonl import Block, blocks, read_block, read_lines, read_range
from newslint.readers.pages import SINGLE, articles_of, is_archive, raw_pages
from newslint.readers.parquet import RowGroup, read_row_groups, row_groups
from newslint.readers.streams import Source
from newslint.readers.text import read_plain

SHARE_BYTES = 1 << 20
"""Bytes of a share: some 300 articles, a few hundredths of a second of work, so that processes end together."""
SHARE_FILES = 32
"""Text files that make one share."""
SHARE_RECORDS = 256
"""Parsed records that make one share."""

GROUP_BYTES = 8 << 20
"""Unpacked bytes of a row group up to which one process reads it whole: a few thousand articles."""


class Range(msgspec.Struct, frozen=True, tag=True):
    """The lines of a JSONL file whose first byte lies in ``[start, end)``."""

    path: str
    start: int
    end: int
    first_line: int


class RowGroups(msgspec.Struct, frozen=True, tag=True):
    """Row groups of a Parquet file."""

    path: str
    groups: list[RowGroup]


class Lines(msgspec.Struct, frozen=True, tag=True):
    """Raw lines that only this process could read: from a pipe, or decompressed."""

    block: Block


class Files(msgspec.Struct, frozen=True, tag=True):
    """Whole files."""

    paths: list[str]


class Pages(msgspec.Struct, frozen=True, tag=True):
    """Web pages of an archive, which is read here, as they lie in it."""

    pages: list[Page | Unreadable]


class Records(msgspec.Struct, frozen=True, tag=True):
    """Records that are parsed already."""

    items: list[Item]


Share = Range | RowGroups | Lines | Files | Pages | Records


def read_share(share: Share, options: ReaderOptions) -> Iterator[Item]:
    """Yield the records of one share."""
    if isinstance(share, Range):
        yield from read_range(share.path, options, share.start, share.end, first_line=share.first_line)
    elif isinstance(share, RowGroups):
        yield from read_row_groups(share.path, options, share.groups)
    elif isinstance(share, Lines):
        yield from read_block(share.block, options)
    elif isinstance(share, Files):
        for path in share.paths:
            yield from read_file(path, options)
    elif isinstance(share, Pages):
        yield from articles_of(share.pages, options)
    else:
        yield from share.items


def describe(share: Share) -> tuple[str, str]:
    """Return the path of a share and what of it the share holds, for the report of a share that was lost."""
    if isinstance(share, Range):
        return share.path, f"bytes {share.start:,} to {share.end:,} (from line {share.first_line:,})"
    if isinstance(share, RowGroups):
        return share.path, _rows(share.groups[0].first_row, share.groups[-1].first_row + share.groups[-1].rows - 1)
    if isinstance(share, Lines):
        first = share.block.first_line
        return share.block.path, f"lines {first:,} to {first + len(share.block.lines) - 1:,}"
    if isinstance(share, Files):
        return share.paths[0], f"{len(share.paths):,} files from {share.paths[0]} to {share.paths[-1]}"
    if isinstance(share, Pages):
        numbers = [page.origin.row for page in share.pages if page.origin.row] or [1]
        return share.pages[0].origin.path, _rows(numbers[0], numbers[-1])
    first_origin, last = share.items[0].origin, share.items[-1].origin
    if first_origin.line is None and first_origin.row and last.row:
        return first_origin.path, _rows(first_origin.row, last.row)
    return first_origin.path, f"lines {first_origin.line} to {last.line}"


def _rows(first: int, last: int) -> str:
    return f"rows {first:,} to {last:,}"


def size(share: Share) -> int:
    """Return the bytes of a share as they lie on disk or in the pipe; 0 for parsed records."""
    if isinstance(share, Range):
        return share.end - share.start
    if isinstance(share, RowGroups):
        return sum(group.packed for group in share.groups)
    if isinstance(share, Lines):
        return sum(map(len, share.block.lines))
    if isinstance(share, Pages):
        return _bytes_of(share.pages)
    return sum(Path(path).stat().st_size for path in share.paths) if isinstance(share, Files) else 0


def plan_shares(
    paths: Sequence[str], options: ReaderOptions, stdin: BinaryIO | None = None, target: int = SHARE_BYTES
) -> Iterator[Share]:
    """Yield the shares of *paths* in corpus order; each has about *target* bytes."""
    texts: list[str] = []
    for file in corpus_files(paths):
        if isinstance(file, str) and _is_one_article(file):
            texts.append(file)
        else:
            yield from _files(texts)
            texts = []
            yield from _shares_of(file, options, stdin, target) if isinstance(file, str) else [Records([file])]
        if len(texts) == SHARE_FILES:
            yield from _files(texts)
            texts = []
    yield from _files(texts)


def _is_one_article(file: str) -> bool:
    return READERS.get(suffix(file)) is read_plain or suffix(file) in SINGLE


def _files(paths: list[str]) -> Iterator[Share]:
    if paths:
        yield Files(paths)


def _shares_of(path: str, options: ReaderOptions, stdin: BinaryIO | None, target: int) -> Iterator[Share]:
    if is_table(path):
        yield from _shares_of_table(path, options, target)
        return
    if is_archive(path):
        yield from _shares_of_archive(path, target)
        return
    with opened(path, options, stdin) as source:
        if isinstance(source, Unreadable):
            yield Records([source])
        elif reader_of(source) is not read_lines:
            yield from _parsed(reader_of(source)(source, options))
        elif _can_be_cut(source, options) and Path(path).stat().st_size > target and not _begins_blank(source):
            yield from _ranges(path, target)
        else:
            for block in blocks(source, target):
                yield Records([block]) if isinstance(block, Unreadable) else Lines(block)


def _shares_of_table(path: str, options: ReaderOptions, target: int) -> Iterator[Share]:
    found = row_groups(path, options)
    if isinstance(found, Unreadable):
        yield Records([found])
        return
    together: list[RowGroup] = []
    unpacked = 0
    for group in found:
        is_huge = group.unpacked > GROUP_BYTES
        if together and (is_huge or unpacked + group.unpacked > target):
            yield RowGroups(path, together)
            together, unpacked = [], 0
        if is_huge:
            yield from _parsed(read_row_groups(path, options, [group]))
        else:
            together.append(group)
            unpacked += group.unpacked
    if together:
        yield RowGroups(path, together)


def _shares_of_archive(path: str, target: int) -> Iterator[Share]:
    together: list[Page | Unreadable] = []
    for page in raw_pages(path):
        together.append(page)
        if len(together) == SHARE_RECORDS or _bytes_of(together) >= target:
            yield Pages(together)
            together = []
    if together:
        yield Pages(together)


def _bytes_of(pages: Sequence[Page | Unreadable]) -> int:
    return sum(len(page.content) for page in pages if isinstance(page, Page))


def _parsed(items: Iterator[Item]) -> Iterator[Share]:
    while records := list(islice(items, SHARE_RECORDS)):
        yield Records(records)


def _can_be_cut(source: Source, options: ReaderOptions) -> bool:
    """Return whether the bytes of the file are the lines themselves: not piped, compressed, recoded or marked."""
    raw = getattr(source.stream, "raw", None)
    return source.path != STDIN and isinstance(raw, io.FileIO) and source.encoding == lookup(options.encoding).name


def _begins_blank(source: Source) -> bool:
    """Return whether the file begins with blank lines only: it may be empty, which no single range of it can tell."""
    return not source.head.strip()


def _ranges(path: str, target: int) -> Iterator[Share]:
    start = newlines = 0
    ended = True
    with Path(path).open("rb") as stream:
        while piece := stream.read(target):
            end = start + len(piece)
            # The first line that begins at or after *start* ends the line that holds the byte before it.
            yield Range(path, start, end, newlines + (1 if ended else 2))
            newlines += piece.count(b"\n")
            ended = piece.endswith(b"\n")
            start = end
