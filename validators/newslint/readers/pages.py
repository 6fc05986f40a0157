"""Web pages, each in a file of its own or many in a web archive (WARC).

trafilatura takes the article out of a page, and warcio the pages out of an archive; they are imported only where there
is one. What is checked is the article as it was extracted, so that findings have no line in the page.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import dropwhile
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from newslint.model import Origin
from newslint.readers.articles import to_article
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable, sample
from newslint.readers.compression import LONGEST_MAGIC, compression_of_data, unpacked_name
from newslint.readers.streams import BROKEN_STREAM, broken_stream

ARCHIVES = (".warc",)
"""Suffixes of archives; that of a compression may follow."""

SINGLE = (".htm", ".html", ".xhtml")
"""Suffixes of files that are one page; that of a compression may follow."""

MISSING = "{} are read with {}, which is not installed: pip install 'newslint[{}]'"

CHARSET_WINDOW = 1024
"""Bytes at the head of a page in which its encoding is declared, by the HTML standard."""

MOST_BYTES = 20_000_000
"""Bytes of a page that is read, as many as trafilatura accepts: a larger one is a data dump, or a trap."""

_TOO_LARGE = f"the page has more than {MOST_BYTES // 1_000_000} MB"
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CHARSET_OF_TYPE = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_AS_BROWSERS_READ = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
"""Encodings that pages name and do not mean, by the Encoding standard of the web."""
_PAGE_TYPES = ("text/html", "application/xhtml")
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""Only a date that the page itself declares: one guessed from its text is no evidence against the text."""


class Page(msgspec.Struct, frozen=True):
    """A page as it lies in its file or archive; a *plain* one is a text that was extracted before."""

    origin: Origin
    content: bytes
    url: str | None = None
    charset: str | None = None
    plain: bool = False


def complaint(path: str) -> str | None:
    """Say what is missing to read *path*, if it is a page or an archive and something is."""
    if is_archive(path) and find_spec("warcio") is None:
        return MISSING.format("Web archives", "warcio", "warc")
    if is_pages(path) and find_spec("trafilatura") is None:
        return MISSING.format("HTML pages", "trafilatura", "html")
    return None


def is_pages(path: str) -> bool:
    """Return whether *path* is a page or an archive of pages, by its name."""
    return unpacked_name(path.lower()).endswith(SINGLE) or is_archive(path)


def is_archive(path: str) -> bool:
    """Return whether *path* is a web archive, by its name."""
    return unpacked_name(path.lower()).endswith(ARCHIVES)


def read_pages(path: str, options: ReaderOptions) -> Iterator[Item]:
    """Yield the articles of the page or archive at *path*; ``Origin.row`` counts the records of an archive from 1."""
    for page in raw_pages(path):
        yield page if isinstance(page, Unreadable) else article_of(page, options)


def raw_pages(path: str) -> Iterator[Page | Unreadable]:
    """Yield the pages at *path* as they lie there.

    Of an archive these are the responses with status 200 and the resources that are HTML, and the texts of a WET file.
    """
    missing = complaint(path)
    if missing:
        yield Unreadable(Origin(path), missing)
    elif is_archive(path):
        yield from _archived(path)
    else:
        try:
            with _unpacked(path) as stream:
                content = _content(stream)
        except BROKEN_STREAM as error:
            yield Unreadable(Origin(path), broken_stream(error))
        else:
            yield _of_size(Page(Origin(path), content))


def _of_size(page: Page) -> Page | Unreadable:
    if len(page.content) > MOST_BYTES:
        return Unreadable(page.origin, _TOO_LARGE)
    return page if page.content.strip() else Unreadable(page.origin, "the page is empty")


def article_of(page: Page, options: ReaderOptions) -> Item:
    """Return the article of *page*: its text with a blank line between paragraphs, and what the page says about it.

    A page without an article has an empty body.
    """
    text = _decoded(page, options.encoding)
    if page.plain:
        values: dict[str, object] = {"url": page.url, "body": text.strip()}
    else:
        try:
            values = _extracted(text, page.url)
        except Exception as error:  # noqa: BLE001 pages are anything, and the next one may be good
            reason = f"the page cannot be taken apart ({type(error).__name__}: {error})"
            return Unreadable(page.origin, reason, sample(text))
    record = RawRecord({field: value for field, value in values.items() if value is not None}, {}, page.origin)
    if options.mapped:
        return record
    # As it is written where a corpus is divided: under the id that findings name.
    return RawRecord({}, {"id": to_article(record).id, **record.values}, page.origin)


def _extracted(text: str, url: str | None) -> dict[str, object]:
    from trafilatura import bare_extraction, extract_metadata, load_html

    _keep_quiet()
    tree: Any = load_html(text)
    if tree is None:
        return {"url": url, "body": ""}
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    headings = {_on_one_line("".join(heading.itertext())) for heading in tree.iter("h1")}
    # Extraction takes the tree apart, and where it finds no article it drops what the page says about itself, too.
    about: Any = extract_metadata(tree, default_url=url, date_config=_DATES)
    found: Any = bare_extraction(
        tree, url=url, include_comments=False, include_tables=False, date_extraction_params=_DATES
    )
    lines = map(_on_one_line, found.text.split("\n") if found is not None and found.text else ())
    # The heading is the title, and no paragraph.
    paragraphs = dropwhile(lambda line: not line or line in headings, lines)
    return {
        "url": about.url or url,
        "source": about.hostname,
        "title": about.title,
        "author": about.author,
        "published_at": about.date,
        "language": language,
        "body": "\n\n".join(filter(None, paragraphs)),
    }


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _keep_quiet() -> None:
    """Let what the libraries log about a page reach only those who listen: standard error is ours."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _decoded(page: Page, default: str) -> str:
    """Return the text of *page*, by its byte-order mark, its HTTP header or its own declaration, as browsers do.

    What cannot be decoded becomes U+FFFD, as it does in a browser.
    """
    for mark, name in _MARKS:
        if page.content.startswith(mark):
            return page.content[len(mark) :].decode(name, "replace")
    declared = _CHARSET.search(page.content, 0, CHARSET_WINDOW)
    named = page.charset or (declared.group(1).decode("ascii", "replace") if declared else None)
    return page.content.decode(_codec(named) or default, "replace")


def _codec(named: str | None) -> str | None:
    try:
        name = codecs.lookup(named or "").name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_READ.get(name, name)


@contextmanager
def _unpacked(path: str) -> Iterator[BinaryIO]:
    with Path(path).open("rb") as file:
        packed = compression_of_data(file.peek(LONGEST_MAGIC)[:LONGEST_MAGIC])
        yield packed.open(file, "rb") if packed else file


def _archived(path: str) -> Iterator[Page | Unreadable]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    row = 0
    try:
        with _unpacked(path) as stream:
            for row, record in enumerate(ArchiveIterator(_Pieces(stream)), 1):  # type: ignore[no-untyped-call]
                page = _page(record, Origin(path, row=row))
                if page is not None:
                    yield page
    except (ArchiveLoadFailed, *BROKEN_STREAM) as error:
        after = f" after record {row:,}" if row else ""
        what = str(error).strip() if isinstance(error, ArchiveLoadFailed) else broken_stream(error, after)
        yield Unreadable(Origin(path), f"the archive breaks off{after}: {what}")
        return
    if not row:
        yield Unreadable(Origin(path), "the archive holds no records")


def _content(stream: Any) -> bytes:
    """Return what *stream* holds, up to the byte that is too many; it may give less at a time than it is asked for."""
    found = bytearray()
    while len(found) <= MOST_BYTES and (piece := stream.read(MOST_BYTES + 1 - len(found))):
        found += piece
    return bytes(found)


class _Pieces:
    """A stream that gives what it has: to fill a buffer across the place where it breaks would lose what precedes."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        data: bytes = self._stream.read1(size)
        return data


def _page(record: Any, origin: Origin) -> Page | Unreadable | None:
    """Return the page or the text in *record*, or None where it holds something else."""
    headers, http = record.rec_headers, record.http_headers
    kind = headers.get_header("Content-Type") or ""
    if record.rec_type == "response":
        if http is None or http.get_statuscode() != "200":
            return None
        kind = http.get_header("Content-Type") or ""
    elif record.rec_type not in ("resource", "conversion"):
        return None
    is_text = record.rec_type == "conversion" and kind.startswith("text/plain")
    if not is_text and not kind.lower().strip().startswith(_PAGE_TYPES):
        return None
    charset = _CHARSET_OF_TYPE.search(kind)
    try:
        content = _unpacked_content(record)
    except Exception as error:  # noqa: BLE001 the next record may be good
        return Unreadable(origin, f"the page cannot be unpacked ({type(error).__name__}: {error})")
    url = headers.get_header("WARC-Target-URI")
    return _of_size(Page(origin, content, url, charset.group(1) if charset else None, is_text))


def _unpacked_content(record: Any) -> bytes:
    http = record.http_headers
    packed = ((http and http.get_header("Content-Encoding")) or "identity").strip().lower()
    if packed == "br":
        import brotli

        # Not left to warcio, which brings no limit and does not know the present brotli.
        http.remove_header("Content-Encoding")
        data: bytes = brotli.Decompressor().process(
            _content(record.content_stream()), output_buffer_limit=MOST_BYTES + 1
        )
        return data
    if packed not in ("identity", "gzip", "deflate"):
        raise ValueError(f"{sample(packed)} is not known")
    return _content(record.content_stream())
