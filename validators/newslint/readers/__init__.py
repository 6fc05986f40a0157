"""Readers: each turns its input into raw records, one format a module.

`open_corpus` finds the reader for each path and streams; `to_article` makes an article of a raw record.
"""

from newslint.readers.articles import to_article
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable
from newslint.readers.corpus import READERS, STDIN, open_corpus, validate_paths
from newslint.readers.jsonl import read_range
from newslint.readers.text import parse_text

__all__ = [
    "READERS",
    "STDIN",
    "Item",
    "RawRecord",
    "ReaderOptions",
    "Unreadable",
    "open_corpus",
    "parse_text",
    "read_range",
    "to_article",
    "validate_paths",
]
