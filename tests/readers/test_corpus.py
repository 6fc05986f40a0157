"""Paths: files, directories, standard input, and what is wrong with them."""

from __future__ import annotations

import errno
import gzip
import io
import os
from pathlib import Path

import pytest

from newslint.errors import ConfigError, InputError, UnknownNameError
from newslint.model import Origin
from newslint.readers import READERS, Item, RawRecord, ReaderOptions, Unreadable, open_corpus, validate_paths
from newslint.readers.corpus import FOREIGN

LINE = b'{"id": "a", "body": "The bridge is open."}\n'


def _bodies(items: list[Item]) -> list[object]:
    return [item.values.get("body") for item in items if isinstance(item, RawRecord)]


def _read(*paths: object, stdin: bytes | None = None, **options: object) -> list[Item]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(open_corpus([str(path) for path in paths], ReaderOptions(**options), stream))


def test_directories_are_walked_in_sorted_order_and_hidden_and_unknown_files_left_out(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.TXT", "a/z.jsonl", "c.txt", ".hidden/x.txt", "a/.x.txt", "a/notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f'{{"body": "{name}"}}' if name.endswith("jsonl") else name)
    items = _read(tmp_path)
    names = [Path(item.origin.path).relative_to(tmp_path).as_posix() for item in items]
    assert names == ["c.txt", "a/z.jsonl", "b/1.TXT", "b/2.txt"]


def test_a_folder_that_cannot_be_opened_is_reported_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(name)
    closed = str(tmp_path / "b")
    scandir = os.scandir

    def denied(path: str) -> object:
        if path == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    first, damage, last = _read(tmp_path)
    assert damage == Unreadable(Origin(closed), "the directory cannot be opened: permission denied")
    assert _bodies([first, last]) == ["a", "c"]
    assert validate_paths([str(tmp_path)]) == {}


def test_linked_folders_are_walked_once_and_without_end(tmp_path: Path) -> None:
    corpus, elsewhere = tmp_path / "corpus", tmp_path / "elsewhere"
    for folder in (corpus / "b", elsewhere / "deep"):
        folder.mkdir(parents=True)
    (corpus / "b" / "1.txt").write_text("own")
    (elsewhere / "2.txt").write_text("linked")
    (elsewhere / "deep" / "3.txt").write_text("below the link")
    for link, target in (("a", elsewhere), ("z", elsewhere), ("b/up", corpus), ("loop", corpus / "loop")):
        (corpus / link).symlink_to(target)
    (elsewhere / "deep" / "back").symlink_to(elsewhere)
    (corpus / "loop.txt").symlink_to(corpus / "loop.txt")
    unreadable, *records = _read(corpus)
    assert unreadable.origin.path == str(corpus / "loop.txt")
    assert _bodies(records) == ["linked", "below the link", "own"]
    assert [Path(item.origin.path).relative_to(corpus).as_posix() for item in records] == [
        "a/2.txt",
        "a/deep/3.txt",
        "b/1.txt",
    ]


@pytest.mark.parametrize("name", ["notes.md", "table.feather", "a.pdf", "A.DOCX", "feed.rss.gz"])
def test_files_of_foreign_kinds_are_refused_by_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("# The ferry runs again")
    suffix = ".rss" if name.endswith(".gz") else file.suffix.lower()
    problem = (
        f"files with the suffix {suffix} are not read (what is read: .csv, .jl, .json, .jsonl, .jsonlines, .ndjson, .t"
    )
    assert str(validate_paths([str(file)])[str(file)]).startswith(f"{file}: {problem}")
    (item,) = _read(file)
    assert isinstance(item, Unreadable)
    assert item.reason.startswith(problem)


@pytest.mark.parametrize("name", ["story", "story.dat", "story.v2", "2024-12-06 Orla.example"])
def test_files_of_no_known_kind_are_read_by_content(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(LINE)
    assert validate_paths([str(file)]) == {}
    assert _bodies(_read(file)) == ["The bridge is open."]


def test_no_suffix_is_both_known_and_foreign() -> None:
    assert not FOREIGN & set(READERS)


def test_paths_are_kept_as_the_user_spelt_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "a.txt").write_text("text")
    assert [item.origin.path for item in _read("./day")] == [f"./day{os.sep}a.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Once.")
    assert _bodies(_read(tmp_path, file)) == ["Once."]


def test_a_bad_path_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Still read.")
    (tmp_path / "none").mkdir()
    items = _read(tmp_path / "missing.txt", file, tmp_path / "none", "")
    assert _bodies(items) == ["Still read."]
    reasons = [item.reason for item in items if isinstance(item, Unreadable)]
    assert reasons[0] == "no such file or directory"
    assert reasons[1].startswith("the directory holds no articles (looked for .csv, .jl, .json,")
    assert reasons[2] == "the path is empty"


def test_validate_paths_names_each_bad_path_and_no_good_one(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Fine.")
    missing = str(tmp_path / "missing.txt")
    problems = validate_paths([str(file), missing, "-", "nul\0byte"])
    assert list(problems) == [missing, "nul\0byte"]
    assert isinstance(problems[missing], InputError)
    assert str(problems[missing]) == f"{missing}: no such file or directory"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("secret")
    file.chmod(0)
    assert "permission denied" in str(validate_paths([str(file)])[str(file)])


@pytest.mark.parametrize("data", [LINE, gzip.compress(LINE, mtime=0), b"\xef\xbb\xbf" + LINE])
def test_standard_input_is_json_lines(data: bytes) -> None:
    (item,) = _read("-", stdin=data)
    assert isinstance(item, RawRecord)
    assert item.values == {"id": "a", "body": "The bridge is open."}
    assert (item.origin.path, item.origin.line) == ("-", 1)


def test_the_stream_given_as_standard_input_stays_open() -> None:
    stream = io.BytesIO(LINE)
    assert len(list(open_corpus(["-"], ReaderOptions(), stream))) == 1
    assert not stream.closed


def test_the_content_tells_gzip_and_json_where_the_name_does_not(tmp_path: Path) -> None:
    (tmp_path / "dump").write_bytes(LINE * 2)
    (tmp_path / "zipped.jsonl").write_bytes(gzip.compress(LINE, mtime=0))
    (tmp_path / "plain.jsonl.gz").write_bytes(LINE)
    (tmp_path / "story").write_text("Just text.")
    items = _read(*(tmp_path / name for name in ("dump", "zipped.jsonl", "plain.jsonl.gz", "story")))
    assert _bodies(items) == ["The bridge is open."] * 4 + ["Just text."]


def test_reading_is_lazy(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(LINE * 10)
    records = open_corpus([str(file), "missing"], ReaderOptions())
    assert isinstance(next(records), RawRecord)
    records.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"fields": {"boddy": "text"}}, UnknownNameError, "did you mean 'body'"),
        ({"layout": ("titel", "body")}, UnknownNameError, "did you mean 'title'"),
        ({"layout": ("body", "title")}, ConfigError, "must end with 'body'"),
        ({"encoding": "utf-nine"}, ConfigError, "unknown encoding 'utf-nine'"),
        ({"encoding": "base64"}, ConfigError, "unknown encoding 'base64'"),
    ],
)
def test_options_that_make_no_sense(options: dict[str, object], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        ReaderOptions(**options)  # type: ignore[arg-type]
