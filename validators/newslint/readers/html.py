"""Web pages: trafilatura, which is imported only where there is one, takes the article out of it.

What is checked is the article as it was extracted, so that findings have no line in the page.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Any
from urllib.parse import urlsplit

import msgspec

from newslint.model import Origin
from newslint.readers.articles import to_article
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable, sample

CHARSET_WINDOW = 1024
"""Bytes at the head of a page in which its encoding is declared, by the HTML standard."""

MOST_BYTES = 20_000_000
"""Bytes of a page that is read, as many as trafilatura accepts: a larger one is a data dump, or a trap."""

MOST_ELEMENTS = 30_000
"""Elements of a page that is taken apart: it takes four seconds, and the time grows with the square of their number.
News pages have some thousand."""

_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta\s[^>]*", re.IGNORECASE)
_META_CHARSET = re.compile(rb"\scharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CONTENT_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\s*<\?xml\s[^>]*encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""Only a date that the page itself declares: one guessed from its text is no evidence against the text."""


class Page(msgspec.Struct, frozen=True):
    """A page as it lies in its file or archive; a *plain* one is a text that was extracted before."""

    origin: Origin
    content: bytes
    url: str | None = None
    charset: str | None = None
    plain: bool = False


def of_size(page: Page) -> Page | Unreadable:
    """Return *page*, or what is wrong with its size."""
    if len(page.content) > MOST_BYTES:
        return Unreadable(page.origin, f"the page has more than {MOST_BYTES:,} bytes")
    return page if page.content.strip() else Unreadable(page.origin, "the page is empty")


def article_of(page: Page, options: ReaderOptions) -> Item:
    """Return the article of *page*: its text with a blank line between paragraphs, and what the page says about it.

    A page without an article has an empty body.
    """
    try:
        values = _values(page, options)
    except Exception as error:  # noqa: BLE001 pages are anything, and the next one may be good
        reason = f"the page cannot be taken apart ({type(error).__name__}: {sample(str(error))})"
        return Unreadable(page.origin, reason, sample(page.content))
    record = RawRecord({field: value for field, value in values.items() if value is not None}, {}, page.origin)
    if options.mapped:
        return record
    # As it is written where a corpus is divided: under the id that findings name.
    return RawRecord({}, {"id": to_article(record).id, **record.values}, page.origin)


def _values(page: Page, options: ReaderOptions) -> dict[str, object]:
    text = _decoded(page, options.encoding)
    if page.plain:
        return {"url": page.url, "source": _host(page.url), "body": text.strip()}
    return _extracted(text, page.url)


def _extracted(text: str, url: str | None) -> dict[str, object]:
    from trafilatura import bare_extraction, extract_metadata, load_html

    _keep_quiet()
    tree: Any = load_html(text)
    if tree is None:
        return {"url": url, "source": _host(url), "body": ""}
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise ValueError(f"it has more than {MOST_ELEMENTS:,} elements")
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
        "source": about.hostname or _host(about.url or url),
        "title": about.title,
        "author": about.author,
        "published_at": about.date,
        "language": language,
        "body": "\n\n".join(filter(None, paragraphs)),
    }


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _host(url: str | None) -> str | None:
    return (urlsplit(url or "").hostname or "").removeprefix("www.") or None


def _keep_quiet() -> None:
    """Let what the libraries log about a page reach only those who listen: standard error is ours."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _decoded(page: Page, default: str) -> str:
    """Return the text of *page* as browsers decode it: by its mark, its HTTP header or its own declaration.

    What cannot be decoded becomes U+FFFD, as it does there.
    """
    from webencodings import UTF8, decode, lookup

    named = filter(None, map(lookup, filter(None, (page.charset, *_declared(page.content)))))
    # What declares itself in ASCII is no UTF-16, by the HTML standard.
    found = next((UTF8 if encoding.name.startswith("utf-16") else encoding for encoding in named), None)
    text: str = decode(page.content, found or default, "replace")[0]  # type: ignore[no-untyped-call]
    return text


def _declared(content: bytes) -> Iterator[str]:
    """Yield the encodings that a page declares in its head."""
    head = _COMMENT.sub(b"", content[:CHARSET_WINDOW])
    xml = _XML_ENCODING.match(head)
    if xml:
        yield xml.group(1).decode("ascii", "replace")
    for tag in _META.findall(head):
        pattern = _CONTENT_CHARSET if b"http-equiv" in tag.lower() else _META_CHARSET
        found = pattern.search(tag)
        if found and (pattern is _CONTENT_CHARSET or b"content" not in tag.lower()):
            yield found.group(1).decode("ascii", "replace")
