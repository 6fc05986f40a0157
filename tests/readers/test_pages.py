"""Web pages and archives of them: the article, what the page says about it, and what is done with the rest."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import brotli
import pytest

import newslint as package
from newslint.readers import (
    Item,
    RawRecord,
    ReaderOptions,
    Unreadable,
    html,
    open_corpus,
    pages,
    to_article,
    validate_paths,
    warc,
)
from newslint.readers.compression import COMPRESSIONS
from newslint.readers.shares import describe, plan_shares, read_share, size

Read = Callable[..., list[Item]]
STORY = (
    "The ferry to Orla Island has taken up its service again after eleven days, the harbour office said.",
    "Some forty islanders waited at the quay when the boat came in at seven in the morning.",
)


def page(head: str = "", *paragraphs: str, lang: str = "en") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or STORY)
    title = "<title>Ferry runs again</title>"
    return (
        f'<html lang="{lang}"><head>{head}{title}</head><body><article><h1>Ferry runs again</h1>{text}</article></body>'
    )


def archive(*records: tuple[str, str, bytes, str], gzipped: bool = False) -> bytes:
    """Return a WARC of records: type, content type with the status before it, payload, address."""
    found = []
    for kind, what, payload, url in records:
        status, _, content_type = what.partition(" ")
        if kind == "response":
            payload = f"HTTP/1.1 {status} OK\r\nContent-Type: {content_type}\r\n\r\n".encode() + payload
            content_type = "application/http; msgtype=response"
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        record = f"{head}Content-Length: {len(payload)}\r\n\r\n".encode() + payload + b"\r\n\r\n"
        found.append(gzip.compress(record) if gzipped else record)
    return b"".join(found)


def body_of(item: Item) -> object:
    assert isinstance(item, RawRecord), item
    return item.values.get("body")


def test_a_page_is_one_article(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpora)
    (item,) = open_corpus([str(corpora / "page.html")], ReaderOptions())
    assert isinstance(item, RawRecord)
    article = to_article(item)
    assert article.id == "page.html"
    assert (article.title, article.author) == ("Ferry to Orla Island runs again", "Ada Fenwick")
    assert (article.published_at, article.language) == ("2025-03-01", "en")
    assert (article.source, article.url) == (
        "harbour-courier.example",
        "https://harbour-courier.example/2025/03/ferry",
    )
    assert article.body is not None
    first, second, third = article.body.split("\n\n")
    assert first.startswith("The ferry to Orla Island has")
    assert "Maid of Orla came in" in second
    assert third.endswith("ordered flour.")


@pytest.mark.parametrize("name", ["a.htm", "a.HTML", "a.xhtml", "a.html.gz", "a.html.bz2"])
def test_pages_are_known_by_their_suffix_and_may_be_compressed(read: Read, name: str) -> None:
    import bz2

    pack = {".gz": gzip.compress, ".bz2": bz2.compress}.get(Path(name).suffix, bytes)
    (item,) = read(name, pack(page().encode()))
    assert body_of(item) == "\n\n".join(STORY)


RUSSIAN = "Паром на остров Орла снова ходит после одиннадцати дней простоя, сообщили в управлении порта."


@pytest.mark.parametrize(
    ("head", "written"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">', "koi8-r"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<!-- <meta charset="koi8-r"> --><meta charset="utf-8">', "utf-8"),
        ('<meta name="old" content="charset=koi8-r">', "utf-8"),
        ('<meta charset="idna">', "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="no-such-code">', "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_the_page_declares(read: Read, head: str, written: str) -> None:
    (item,) = read("a.html", page(head, RUSSIAN, RUSSIAN.lower()).encode(written))
    assert str(body_of(item)).startswith(RUSSIAN)


def test_the_declaration_of_xhtml(read: Read) -> None:
    head = '<?xml version="1.0" encoding="windows-1251"?>\n<!DOCTYPE html>\n'
    (item,) = read("a.xhtml", (head + page("", RUSSIAN, RUSSIAN.lower())).encode("windows-1251"))
    assert str(body_of(item)).startswith(RUSSIAN)


def test_what_cannot_be_decoded_is_what_a_browser_shows(read: Read) -> None:
    broken = page('<meta charset="utf-8">').encode().replace(b"eleven", b"el\xffven")
    (item,) = read("a.html", broken)
    assert "after el\ufffdven days" in str(body_of(item))
    (western,) = read("b.html", page('<meta charset="iso-8859-1">', "“Well”: " + STORY[0], STORY[1]).encode("cp1252"))
    assert str(body_of(western)).startswith("“Well”")


def test_a_page_without_an_article_has_an_empty_body(tmp_path: Path) -> None:
    (tmp_path / "front.html").write_text("<html><head><title>Front page</title></head><body></body></html>")
    report = package.check(str(tmp_path / "front.html"))
    assert [(finding.code, finding.field) for finding in report.findings] == [("SCH001", "body")]
    (tmp_path / "empty.html").write_text(" \n")
    report = package.check(str(tmp_path / "empty.html"))
    assert [finding.message for finding in report.findings if finding.code == "SCH005"]


def test_what_the_extractor_cannot_take_is_one_sentence(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise ValueError("no good")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    (item,) = read("a.html", page())
    assert isinstance(item, Unreadable)
    assert item.reason == "the page cannot be taken apart (ValueError: no good)"
    assert item.quote.startswith("<html")


def test_the_extractor_writes_nothing_to_standard_error(
    read: Read, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("trafilatura"), "handlers", [])
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    read("a.html", "<html><body>")
    logging.getLogger("trafilatura").error("discarding data")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a.html", "HTML pages are read with trafilatura, which is not installed: pip install 'newslint[html]'"),
        ("a.warc.gz", "Web archives are read with warcio, which is not installed: pip install 'newslint[warc]'"),
    ],
)
def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str) -> None:
    monkeypatch.setattr(pages, "find_spec", lambda _: None)
    path = tmp_path / name
    path.write_bytes(b"<html>")
    assert str(validate_paths([str(path)])[str(path)]) == f"{path}: {sentence}"
    (item,) = open_corpus([str(path)], ReaderOptions())
    assert isinstance(item, Unreadable)
    assert item.reason == sentence


def test_a_folder_of_pages_is_read_and_pages_beside_records_are_not(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.html").write_text(page())
    (tmp_path / "b.html").write_text(page())
    folder = str(tmp_path)
    assert validate_paths([folder]) == {}
    found = [item.origin.path for item in open_corpus([folder], ReaderOptions())]
    assert found == [str(tmp_path / "b.html"), str(tmp_path / "deep" / "a.html")]
    (tmp_path / "robots.txt").write_text("User-agent: *\n")
    assert len(list(open_corpus([folder], ReaderOptions()))) == 2
    (tmp_path / "a.jsonl").write_text('{"title": "T", "body": "B"}\n')
    found = [item.origin.path for item in open_corpus([folder], ReaderOptions())]
    assert found == [str(tmp_path / "a.jsonl")]
    assert len(list(open_corpus([folder, str(tmp_path / "b.html")], ReaderOptions()))) == 2


def test_pages_that_are_left_out_are_told_of(newslint: Any, tmp_path: Path) -> None:
    for name in ("a.html", "b.warc"):
        (tmp_path / name).write_text(page())
    (tmp_path / "a.jsonl").write_text('{"title": "T", "body": "Nothing is wrong here."}\n')
    done = newslint("check", tmp_path)
    why = "because there are other files; name them to read them"
    assert done.stderr == f"newslint: 2 web pages and archives in {tmp_path} are not read, {why}\n"


RECORDS = (
    (
        "response",
        "200 text/html; charset=windows-1251",
        page("", RUSSIAN, RUSSIAN.lower()).encode("cp1251"),
        "http://o/1",
    ),
    ("response", "404 text/html", page().encode(), "http://o/2"),
    ("response", "200 image/png", b"\x89PNG", "http://o/3"),
    ("request", "200 text/html", b"GET", "http://o/4"),
    ("resource", "200 text/html", page().encode(), "http://o/5"),
    ("conversion", "200 text/plain", "\n".join(STORY).encode(), "http://o/6"),
)


@pytest.mark.parametrize(("name", "gzipped"), [("a.warc", False), ("a.warc.gz", True)])
def test_the_pages_of_an_archive(read: Read, name: str, gzipped: bool) -> None:
    items = read(name, archive(*RECORDS, gzipped=gzipped))
    assert [(item.origin.row, body_of(item)) for item in items] == [
        (1, f"{RUSSIAN}\n\n{RUSSIAN.lower()}"),
        (5, "\n\n".join(STORY)),
        (6, "\n".join(STORY)),
    ]
    assert [item.values["url"] for item in items if isinstance(item, RawRecord)] == [
        "http://o/1", "http://o/5", "http://o/6",
    ]  # fmt: skip


@pytest.mark.parametrize("target", [1, 1_000, 1 << 20])
def test_shares_of_pages_and_archives_are_the_whole(tmp_path: Path, target: int) -> None:
    (tmp_path / "a.warc.gz").write_bytes(archive(*RECORDS, gzipped=True)[:-9])
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(page("", *STORY, f"It is day {number} of the new timetable at Orla."))
    options = ReaderOptions()
    shares = list(plan_shares([str(tmp_path)], options, None, target))
    found = [item for share in shares for item in read_share(share, options)]
    assert found == list(open_corpus([str(tmp_path)], options))
    assert len(found) > 4
    assert isinstance(found[-1], Unreadable)
    assert all(size(share) >= 0 and describe(share)[1] for share in shares)


def compress_zstd(data: bytes) -> bytes:
    stream = BytesIO()
    with COMPRESSIONS[".zst"].open(stream, "wb") as file:
        file.write(data)
    return stream.getvalue()


def chunked(data: bytes, size: int) -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: x-gzip", gzip.compress),
        ("Content-Encoding: br", brotli.compress),
        ("Content-Encoding: zstd", compress_zstd),
        ("Transfer-Encoding: chunked", lambda data: chunked(data, 100)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: GZip", lambda data: chunked(gzip.compress(data), 100)),
    ],
)
def test_pages_are_unpacked_as_they_were_sent(read: Read, headers: str, pack: Callable[[bytes], bytes]) -> None:
    kind = f"200 text/html\r\n{headers}"
    (item,) = read("a.warc", archive(("response", kind, pack(page("", *STORY * 40).encode()), "http://o/1")))
    assert str(body_of(item)).count(STORY[0]) == 40


@pytest.mark.parametrize("said", ["br", "zstd", "none", "utf-8", "identity", ""])
def test_a_page_that_is_not_packed_whatever_is_said(read: Read, said: str) -> None:
    kind = f"200 text/html\r\nContent-Encoding: {said}"
    (item,) = read("a.warc", archive(("response", kind, page().encode(), "http://o/1")))
    assert body_of(item) == "\n\n".join(STORY)


@pytest.mark.usefixtures("small")
def test_packed_pages_that_are_too_large_or_damaged(read: Read) -> None:
    kind = "200 text/html\r\nContent-Encoding: "
    bomb, good = b"a" * 1_000_000, page().encode()
    items = read(
        "a.warc",
        archive(
            ("response", kind + "br", brotli.compress(bomb), "http://o/1"),
            ("response", kind + "gzip", gzip.compress(bomb), "http://o/2"),
            ("response", kind + "br", b"\1\2\3 no brotli", "http://o/3"),
            ("response", kind + "br", brotli.compress(good)[:-9], "http://o/4"),
            RECORDS[4],
        ),
    )
    assert [isinstance(item, Unreadable) for item in items] == [True, True, True, True, False]


@pytest.mark.parametrize("gzipped", [True, False])
def test_an_archive_that_breaks_off_anywhere_keeps_what_precedes(tmp_path: Path, gzipped: bool) -> None:
    data = archive(RECORDS[4], RECORDS[5], gzipped=gzipped)
    first = len(archive(RECORDS[4], gzipped=gzipped))
    path = tmp_path / "a.warc"
    for end in (*range(1, 200, 7), *range(first - 150, first + 150, 7), *range(first + 160, len(data) - 20, 40)):
        path.write_bytes(data[:end])
        items = list(open_corpus([str(path)], ReaderOptions()))
        bodies = [body_of(item) for item in items if isinstance(item, RawRecord)]
        assert bodies in ([], ["\n\n".join(STORY)]), end
        assert bodies or end < first
        assert len(items) > len(bodies) or end - first in range(-4, 1), end


def test_a_head_without_end_is_not_read_to_its_end(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MOST_HEAD", 50_000)
    (good, broken) = read("a.warc", archive(RECORDS[4]) + b"WARC/1.0\r\n" + b"X" * 1_000_000)
    assert isinstance(good, RawRecord)
    assert isinstance(broken, Unreadable)
    assert broken.reason == "the archive breaks off after record 1; it is truncated or damaged (ValueError)"
    assert len(broken.quote) < 100


def test_the_texts_of_a_wet_file(read: Read) -> None:
    items = read("CC-MAIN-20240612-00000.warc.wet.gz", archive(RECORDS[5], gzipped=True))
    assert [body_of(item) for item in items] == ["\n".join(STORY)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, bound in ((html, 10_000), (warc, 10_000), (pages, 10_000)):
        monkeypatch.setattr(module, "MOST_BYTES", bound)


@pytest.mark.usefixtures("small")
def test_a_page_that_is_too_large_is_passed_over(read: Read) -> None:
    large = page("", *STORY * 60).encode()
    records = (("response", "200 text/html", large, "http://o/1"), RECORDS[4], ("resource", "200 text/html", b"", "o"))
    items = read("a.warc.gz", archive(*records, gzipped=True))
    assert [(item.origin.row, getattr(item, "reason", None)) for item in items] == [
        (1, "the page has more than 10,000 bytes"),
        (2, None),
        (3, "the page is empty"),
    ]
    (item,) = read("a.html.gz", gzip.compress(large))
    assert isinstance(item, Unreadable)


def test_a_page_of_too_many_elements_is_passed_over(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_ELEMENTS", 20)
    assert body_of(*read("a.html", page())) == "\n\n".join(STORY)
    (item,) = read("b.html", page("", *STORY * 10))
    assert "it has more than 20 elements" in getattr(item, "reason", "")


@pytest.mark.parametrize("data", [b"", b"no archive at all\r\n", b"\x1f\x8b\x08\x00garbage"])
def test_what_is_no_archive_is_one_sentence(read: Read, data: bytes) -> None:
    (item,) = read("a.warc", data)
    assert isinstance(item, Unreadable)
    assert "archive" in item.reason


def test_pages_are_divided_as_records_and_not_repaired(newslint: Any, tmp_path: Path) -> None:
    source = page("", *STORY, "The office said so on Friday.The council will pay for a new quay in the coming year.")
    (tmp_path / "a.html").write_text(source)
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    newslint("check", tmp_path / "a.html", "--accepted", good, "--rejected", bad, "--fail-on", "warning")
    written = [json.loads(line) for line in (good.read_text("utf-8") + bad.read_text("utf-8")).splitlines()]
    assert [(record["id"], record["title"]) for record in written] == [("a.html", "Ferry runs again")]
    assert written[0]["body"].startswith(STORY[0])
    done = newslint("check", tmp_path / "a.html", "--fix")
    assert "is left as it was: files of this format are not written" in done.stderr
    assert (tmp_path / "a.html").read_text() == source
