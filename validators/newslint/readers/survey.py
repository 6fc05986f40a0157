"""Look at the first records of a corpus: which names it has, which fields they hold, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from statistics import median

import msgspec

from newslint.model import FIELDS
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable, sample
from newslint.readers.corpus import STDIN, corpus_files, read_file
from newslint.readers.mapping import FieldMap

RECORDS = 5_000
"""Records that are looked at in all, the first ones of each file: a second of work, enough for shares of 1 in 100."""
FILE_RECORDS = 20
"""Records that are looked at in each file at least, however many files there are."""
BODY_CHARACTERS = 200
"""Median characters from which the longest column may be the body; of 1,706 scraped titles 99 in 100 have up to 158."""
_DEPTH = 3


class Column:
    """A name of the data: in how many records it holds something, an example, and the lengths of its texts."""

    def __init__(self) -> None:
        self.filled = 0
        self.example = ""
        self._lengths: list[int] = []

    def add(self, value: object) -> None:
        """Take note of a value."""
        if value is None or (isinstance(value, str) and not value.strip()):
            return
        self.filled += 1
        self.example = self.example or sample(value if isinstance(value, str) else str(value))
        if isinstance(value, str):
            self._lengths.append(len(value))

    @property
    def median(self) -> float:
        """The median length of the texts in characters; 0 where there is none."""
        return median(self._lengths) if self._lengths else 0


class Survey:
    """What was found in the first records of a corpus.

    ``columns`` has the names of the data, those of nested objects with dots, ``fields`` under which names a field was
    found; text files have none. ``unreadable`` are the first records that could not be read.
    """

    def __init__(self) -> None:
        self.files = self.records = self.texts = 0
        self.columns: dict[str, Column] = {}
        self.values: dict[str, Column] = {field: Column() for field in FIELDS}
        self.fields: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
        self.unreadable: list[Unreadable] = []

    def body(self) -> str | None:
        """Return the name whose texts are so long that they must be the bodies."""
        longest = max(self.columns, key=lambda name: self.columns[name].median, default=None)
        return longest if longest is not None and self.columns[longest].median >= BODY_CHARACTERS else None

    def share(self, field: str) -> float:
        """Return the share of records in which *field* holds something, 0 to 1."""
        return self.values[field].filled / self.records if self.records else 0.0

    def add(self, record: RawRecord, mapping: FieldMap) -> None:
        """Take note of a record."""
        self.records += 1
        if record.text is not None:
            self.texts += 1
            for field, value in record.values.items():
                self.values[field].add(value)
            return
        found = dict(_flat(record.extra))
        for name, value in found.items():
            self.columns.setdefault(name, Column()).add(value)
        for field, path in mapping.paths(record.extra).items():
            name = ".".join(path)
            if name in found:
                self.fields[field][name] += 1
                self.values[field].add(found[name])


def survey(paths: Sequence[str], options: ReaderOptions) -> Survey:
    """Look at the first records of each file of *paths*, RECORDS in all; standard input is left out."""
    found = Survey()
    mapping = FieldMap(options)
    files = list(corpus_files(paths))
    each = max(FILE_RECORDS, RECORDS // max(1, len(files)))
    for file in files:
        if found.records >= RECORDS:
            break
        found.files += 1
        for item in [file] if isinstance(file, Unreadable) else _first(file, options, each):
            if isinstance(item, Unreadable):
                found.unreadable.append(item)
            else:
                found.add(item, mapping)
    return found


def _first(file: str, options: ReaderOptions, number: int) -> list[Item]:
    """Return the first *number* records of *file*; where none has a text that is known, those without one."""
    if file == STDIN:
        return []
    whole = msgspec.structs.replace(options, mapped=False)
    items = list(islice(read_file(file, whole), number))
    if any(isinstance(item, RawRecord) for item in items):
        return items
    textless = list(islice(read_file(file, msgspec.structs.replace(whole, textless=True)), number))
    return textless if any(isinstance(item, RawRecord) for item in textless) else items


def _flat(data: Mapping[str, object], before: str = "", depth: int = _DEPTH) -> Iterator[tuple[str, object]]:
    """Yield names and values, those of nested objects under dotted names."""
    for name, value in data.items():
        if isinstance(value, Mapping) and depth:
            yield from _flat({str(key): entry for key, entry in value.items()}, f"{before}{name}.", depth - 1)
        yield before + name, value
