"""``newslint check --fix`` and ``--diff`` from outside."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.cli.main import main

Command = Callable[..., Any]
BODY = "Le café &amp; le th\u200bé de Maëlle Quillerou, servis dès 7 heures."
FIXED = "Le café & le thé de Maëlle Quillerou, servis dès 7 heures."
UNENCODABLE = "its repair needs the character U+20AC, which is not in ISO8859-1"
STORY = f"Friday06 December 2024\r\n\r\nUn café ouvre à Quimerch\r\n\r\n{BODY}\r\n"


def corpus(folder: Path) -> Path:
    """A corpus of every format, each file with an article to repair."""
    folder.mkdir()
    records = [{"id": str(number), "title": "Un café ouvre", "body": BODY} for number in range(3)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "a.jsonl").write_text(lines + '{"body": "cut off &amp;\n', "utf-8")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (folder / "c.json").write_text(json.dumps(records, indent=1, ensure_ascii=False), "utf-8")
    (folder / "d.csv").write_bytes(f'id,title,body\r\n7,Un café,"{BODY}"\r\n8,Un café,sain et sauf\r\n'.encode())
    (folder / "e.txt").write_bytes(b"\xef\xbb\xbf" + STORY.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def unpacked(folder: Path) -> dict[str, bytes]:
    return {
        name.removesuffix(".gz"): gzip.decompress(raw) if name.endswith(".gz") else raw
        for name, raw in contents(folder).items()
    }


def test_files_of_every_format_are_repaired_and_the_rest_reported(newslint: Command, tmp_path: Path) -> None:
    before = unpacked(corpus(tmp_path / "c"))
    result = newslint("check", "c", "--fix", "--select", "ENC,DAT")
    assert result.stderr == "newslint: 23 fixes made in 11 articles, 5 files\n"
    assert "12 articles checked, 12 clean" in result.stdout
    escaped = json.dumps(BODY)[1:-1], json.dumps(FIXED)[1:-1]
    expected = {
        name: raw.decode().replace(BODY, FIXED).replace(*escaped).replace("Friday06", "Friday, 06").encode()
        for name, raw in before.items()
    }
    assert unpacked(tmp_path / "c") == expected
    assert (tmp_path / "c" / "b.jsonl.gz").read_bytes()[4:8] == b"\0\0\0\0"


def test_a_second_run_makes_no_fix(newslint: Command, tmp_path: Path) -> None:
    corpus(tmp_path / "c")
    newslint("check", "c", "--fix")
    once = contents(tmp_path / "c")
    assert newslint("check", "c", "--fix").stderr == "newslint: 0 fixes made\n"
    assert contents(tmp_path / "c") == once


@pytest.mark.parametrize("tool", ["patch", "git"])
def test_a_diff_changes_nothing_and_says_all(newslint: Command, tmp_path: Path, tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"the program {tool} is not installed")
    folder = corpus(tmp_path / "c")
    before = contents(folder)
    result = newslint("check", "c", "--diff")
    assert result.returncode == 1
    assert result.stderr == "newslint: 23 fixes would be made in 11 articles, 5 files\n"
    assert newslint("check", "c", "--diff", "--output", "d.patch").stdout == ""
    assert (tmp_path / "d.patch").read_bytes().decode() == result.stdout
    assert contents(folder) == before
    shutil.copytree(folder, tmp_path / "patched")
    newslint("check", "c", "--fix")
    # A compressed file is patched when it is unpacked.
    subprocess.run(["gunzip", "b.jsonl.gz"], cwd=tmp_path / "patched", check=True)
    command = ["patch", "-p1", "--binary"] if tool == "patch" else ["git", "apply", "-p1", "--whitespace=nowarn"]
    patch = (tmp_path / "d.patch").read_bytes()
    subprocess.run(command, cwd=tmp_path / "patched", input=patch, check=True, capture_output=True)
    assert contents(tmp_path / "patched") == unpacked(folder)
    clean = newslint("check", "c", "--diff")
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "newslint: 0 fixes would be made\n")


def test_any_number_of_processes_gives_the_same_bytes(newslint: Command, tmp_path: Path) -> None:
    runs = []
    for jobs in ("1", "3"):
        folder = corpus(tmp_path / f"c{jobs}")
        diff = newslint("check", ".", "--diff", "--jobs", jobs, cwd=folder).stdout
        newslint("check", ".", "--fix", "--jobs", jobs, cwd=folder)
        runs.append((diff, contents(folder)))
    assert runs[0] == runs[1]


def test_standard_input_can_be_shown_but_not_repaired(newslint: Command) -> None:
    line = json.dumps({"title": "Un café ouvre", "body": BODY}).encode() + b"\n"
    shown = newslint("check", "-", "--diff", stdin=line)
    assert shown.returncode == 1
    assert shown.stdout.startswith("--- -\n+++ -\n@@ -1,1 +1,1 @@\n-{")
    refused = newslint("check", "-", "--fix", stdin=line)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "newslint: --fix cannot write to standard input (-); use --diff, or name a file\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--fix", "--diff"], "not allowed with argument"),
        (["--unsafe-fixes"], "newslint: --unsafe-fixes says which fixes are made; add --fix or --diff"),
        (["--diff", "--format", "json"], "newslint: --diff prints a diff and no report"),
        (["--diff", "--html", "r.html"], "newslint: --diff prints a diff and no report"),
        (["--diff", "--output", "c/a.jsonl"], "newslint: c/a.jsonl is part of the corpus"),
    ],
)
def test_contradictions_are_refused(newslint: Command, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    before = contents(corpus(tmp_path / "c"))
    result = newslint("check", "c", *arguments)
    assert result.returncode == 2
    assert sentence in result.stderr
    assert contents(tmp_path / "c") == before


def test_unsafe_fixes_are_asked_for(newslint: Command, tmp_path: Path) -> None:
    paragraph = "The lighthouse keeper of Skarvik, Ulrika Fjellström, has counted nine hundred ships this year alone."
    story = tmp_path / "a.txt"
    story.write_text(
        f"A keeper counts her ships\n\n{paragraph}\n\nShe sleeps &amp; reads by day.\n\n{paragraph}\n", "utf-8"
    )
    result = newslint("check", "a.txt", "--fix")
    assert result.stderr == "newslint: 1 fix made in 1 article, 1 file; 1 more needs --unsafe-fixes\n"
    assert story.read_text("utf-8").count("lighthouse") == 2
    result = newslint("check", "a.txt", "--fix", "--unsafe-fixes")
    assert result.stderr == "newslint: 1 fix made in 1 article, 1 file\n"
    assert story.read_text("utf-8").count("lighthouse") == 1


def test_missing_paths_are_still_exit_2(newslint: Command, tmp_path: Path) -> None:
    corpus(tmp_path / "c")
    for option in ("--diff", "--fix"):
        result = newslint("check", "missing.txt", "c", option)
        assert result.returncode == 2
        assert "23 fixes" in result.stderr


def test_exit_zero_holds_for_a_diff_too(newslint: Command, tmp_path: Path) -> None:
    corpus(tmp_path / "c")
    assert newslint("check", "c", "--diff", "--exit-zero").returncode == 0


def test_a_protected_file_is_left_and_the_others_are_repaired(newslint: Command, tmp_path: Path) -> None:
    folder = corpus(tmp_path / "c")
    (folder / "e.txt").chmod(0o444)
    before = contents(folder)
    result = newslint("check", "c", "--fix", "--exit-zero")
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        "newslint: cannot write c/e.txt: the file is write-protected",
        "newslint: 20 fixes made in 10 articles, 4 files",
    ]
    after = contents(folder)
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] == before[name]] == ["e.txt"]


def test_links_and_permissions_stay(newslint: Command, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "story").write_text(STORY, "utf-8")
    (tmp_path / "store" / "story").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("store/story")
    (tmp_path / "again.txt").symlink_to("link.txt")
    result = newslint("check", "link.txt", "again.txt", "./link.txt", "--fix")
    assert "in 1 article, 1 file" in result.stderr
    assert (tmp_path / "link.txt").readlink() == Path("store/story")
    assert "Friday, 06" in (tmp_path / "store" / "story").read_text("utf-8")
    assert (tmp_path / "store" / "story").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["story"]


def test_an_article_that_cannot_be_written_is_named(newslint: Command, tmp_path: Path) -> None:
    table = "id,title,body\n1,Prix,3 &euro; &amp; plus\n2,Thé,Thé &amp; café\n".encode("latin-1")
    (tmp_path / "c.csv").write_bytes(table)
    result = newslint("check", "c.csv", "--fix", "--encoding", "latin-1")
    assert result.stderr.splitlines() == [
        f"newslint: c.csv: the article 1 is left as it was: {UNENCODABLE}",
        "newslint: 1 fix made in 1 article, 1 file",
    ]
    assert (tmp_path / "c.csv").read_bytes() == table.replace("Thé &amp;".encode("latin-1"), "Thé &".encode("latin-1"))


def test_a_file_of_which_nothing_can_be_written_is_not_touched(newslint: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Le prix est de 3 &euro; l’unité.".encode("cp1252").replace(b"\x92", b"'"))
    before = file.stat()
    assert "0 fixes made" in newslint("check", "a.txt", "--fix", "--encoding", "latin-1").stderr
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_truncated_archive_is_left_and_said(newslint: Command, tmp_path: Path) -> None:
    cut = gzip.compress((json.dumps({"title": "Un café", "body": BODY}) + "\n").encode() * 200)[:-9]
    (tmp_path / "c.jsonl.gz").write_bytes(cut)
    for option in ("--fix", "--diff"):
        result = newslint("check", "c.jsonl.gz", option)
        assert result.returncode == 2
        assert "c.jsonl.gz is left as it was: the compressed data break off" in result.stderr
        assert "---" not in result.stdout
    assert (tmp_path / "c.jsonl.gz").read_bytes() == cut


def test_paragraphs_are_parted_with_the_line_end_of_the_text(newslint: Command, tmp_path: Path) -> None:
    paragraphs = [
        f"The ferry number {number} to Skarvik sails again, and its captain Oda Brekke is glad of it."
        for number in ("one", "two", "three", "four", "five", "six")
    ]
    body = "\r\n\r\n".join(paragraphs[:5]) + "\r\n" + paragraphs[5]
    (tmp_path / "a.txt").write_bytes(body.encode() + b"\r\n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"title": "Ferries", "body": body.replace("\r", "")}), "utf-8")
    newslint("check", "a.txt", "b.jsonl", "--fix", "--select", "STR006")
    assert (tmp_path / "a.txt").read_bytes() == "\r\n\r\n".join(paragraphs).encode() + b"\r\n"
    assert json.loads((tmp_path / "b.jsonl").read_text("utf-8"))["body"] == "\n\n".join(paragraphs)


def test_the_seeds_have_no_safe_fix_left(newslint: Command, newslint_json: Command, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    findings = newslint_json("seeds")["findings"]
    newslint("check", "seeds", "--fix")
    assert any(finding["fix"]["safe"] for finding in findings if finding["fix"])
    assert not any(finding["fix"]["safe"] for finding in newslint_json("seeds")["findings"] if finding["fix"])
    edited = {finding["article"]["path"] for finding in findings if finding["fix"] and finding["fix"]["safe"]}
    for file in (root / "seeds").iterdir():
        before, after = file.read_text("utf-8"), (tmp_path / "seeds" / file.name).read_text("utf-8")
        assert (before != after) is (f"seeds/{file.name}" in edited)
        if file.suffix == ".txt":
            assert after == with_edits(before, findings, f"seeds/{file.name}")


def with_edits(text: str, findings: list[dict[str, Any]], path: str) -> str:
    """The text of a file with the safe fixes made by line and column, as a reader of the report would."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    edits = [
        (starts[finding["line"] - 1] + finding["column"] - 1 + edit["start"] - finding["start"], edit)
        for finding in findings
        if finding["article"]["path"] == path and finding["fix"] and finding["fix"]["safe"]
        for edit in finding["fix"]["edits"]
    ]
    for start, edit in sorted(edits, key=lambda pair: pair[0], reverse=True):
        text = text[:start] + edit["text"] + text[start + edit["end"] - edit["start"] :]
    return text


PARTS = st.sampled_from(
    [
        *("Friday06 December 2024", "Montag30. Juni 2025", "3 Nov, 20239:59 am", "2024-12-06", "19.11.202119.11.2021"),
        *("&amp;", "&am\u200bp;", "&amp;amp;", "&lt;b&gt;", "&nbsp;", "&#8217;s", "&shy;", "&zwj;", "&"),
        *("\u200b", "\ufeff", "\xad", "\u200d", "\x85", "\x07", "\u2028", "\x0b", "\ud83d", "😀"),
        *("Ã©", "Ã\xa0", "cafÃ© crÃªme", "â€™", "Ð\x9cÐ¾Ñ\x81ÐºÐ²Ð°", "é", "ж", "\x93quoted\x94", "Â"),
        *(" ", " ", "\n", "\n\n", "\r\n", "\t", "\\", '"', ",", "The ferry sails. ", "Маяк светит. ", "word", "."),
        "The ferry to Skarvik sails again in spring, and its captain Oda Brekke is glad of it.\n\n",
        "The harbour of Ollersund had been closed for months because of the ice in the bay.\n",
    ]
)
TEXTS = st.lists(PARTS, max_size=14).map("".join)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), min_size=1, max_size=4), TEXTS)
def test_repairs_are_made_once_and_touch_nothing_else(
    tmp_path: Path, records: list[tuple[str, str, bool]], story: str
) -> None:
    folder = tmp_path / "c"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    lines = [
        json.dumps(
            {"n": 1.0, "title": title, "keep": title + body, "body": body},
            ensure_ascii=is_ascii or not fits(title + body),
        )
        for title, body, is_ascii in records
    ]
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8", newline="")
    write_table(folder / "c.csv", records)
    kept = [row[1] for row in read_table(folder / "c.csv")]
    (folder / "b.txt").write_bytes(story.encode("utf-8", "ignore"))
    check = ["check", str(folder), "--exit-zero", "--jobs", "1", "--output", str(tmp_path / "report")]
    assert main([*check, "--fix"]) == 0
    once = contents(folder)
    assert main([*check, "--fix"]) == 0
    assert contents(folder) == once
    assert [row[1] for row in read_table(folder / "c.csv")] == kept
    for before, after in zip(lines, once["a.jsonl"].decode().split("\n"), strict=True):
        old, new = json.loads(before), json.loads(after)
        assert list(old) == list(new)
        assert (old["n"], old["keep"]) == (new["n"], new["keep"])
        assert before.split('"keep": ')[1].split('"body": ')[0] == after.split('"keep": ')[1].split('"body": ')[0]


def write_table(path: Path, records: list[tuple[str, str, bool]]) -> None:
    with path.open("w", encoding="utf-8", errors="ignore", newline="") as stream:
        table = csv.writer(stream, quoting=csv.QUOTE_ALL if records[0][2] else csv.QUOTE_MINIMAL)
        table.writerow(("title", "keep", "body"))
        table.writerows((title, title + body, body) for title, body, _ in records)


def read_table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, strict=True))


def fits(text: str) -> bool:
    return text.encode("utf-8", "replace").decode() == text


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be replaced there")
def test_a_failure_in_the_middle_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import newslint.cli.repair as repair

    folder = corpus(tmp_path / "c")
    before = contents(folder)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(repair, "packing", full)
    assert main(["check", str(folder), "--fix", "--jobs", "1", "--output", str(tmp_path / "report")]) == 2
    assert capsys.readouterr().err.count("No space left on device") == 5
    assert contents(folder) == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_only_the_corpus_shows_is_repaired_too(newslint: Command, tmp_path: Path, jobs: str) -> None:
    titles = [f"{what} at the quay" for what in ("Crane lifts", "Ferry waits", "Seal sings", "Mayor falls", "Fog lies")]
    records = [
        {"id": str(number), "source": "quay.example", "title": f"{title} | Quay Post", "body": f"{title} since noon."}
        for number, title in enumerate(titles)
    ]
    corpus = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "c.jsonl").write_text(corpus, "utf-8")
    options = ("--select", "STR005", "--unsafe-fixes", "--jobs", jobs)
    assert newslint("check", "-", "--diff", *options, stdin=corpus.encode()).stdout.count("\n+{") == 5
    assert newslint("check", "c.jsonl", "--fix", "--select", "STR005").stderr == "newslint: 0 fixes made\n"
    assert newslint("check", "c.jsonl", "--fix", *options).returncode == 0
    repaired = [json.loads(line)["title"] for line in (tmp_path / "c.jsonl").read_text("utf-8").splitlines()]
    assert repaired == titles
