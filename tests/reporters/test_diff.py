"""The unified diff: what a patch makes of it is what the repair would write."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.readers.rewrite import Piece
from newslint.reporters.diff import unified_diff


def patched(old: bytes, diff: bytes) -> bytes:
    """Apply *diff* as strictly as a patch program without fuzz does."""
    lines, made, position = old.splitlines(keepends=True), b"", 0
    lines = re.findall(rb"[^\n]*\n|[^\n]+", old)
    body = diff.split(b"\n", 2)[2] if diff else b""
    for hunk in re.split(rb"(?m)^@@ ", body)[1:]:
        head, _, rest = hunk.partition(b" @@\n")
        first, count = (int(number) for number in head.split()[0][1:].split(b","))
        start = first - 1 if count else first
        made += b"".join(lines[position:start])
        position = start
        for mark, line in re.findall(rb"(?m)^([ +-])([^\n]*\n(?:\\[^\n]*\n)?)", rest):
            text = line.split(b"\n\\")[0] if b"\n\\" in line else line
            if mark != b"+":
                assert lines[position] == text
                position += 1
            made += text if mark != b"-" else b""
        assert position - start == count
    return made + b"".join(lines[position:])


SIDES = st.text("ab\n", max_size=4).map(str.encode)
PIECES = st.lists(st.one_of(SIDES.map(lambda raw: Piece(raw, raw)), st.builds(Piece, SIDES, SIDES)), max_size=12)


@given(PIECES)
def test_the_patched_file_is_the_repaired_one(pieces: list[Piece]) -> None:
    old, new = (b"".join(side) for side in zip(*pieces, strict=True)) if pieces else (b"", b"")
    diff = b"".join(unified_diff("a", pieces))
    # Edits that undo each other may still be shown; edits that change something must be.
    assert diff or old == new
    assert patched(old, diff) == new


def test_hunks_show_three_lines_on_each_side_and_join_where_these_meet() -> None:
    lines = [b"%d\n" % number for number in range(1, 21)]
    pieces = [Piece(line, b"x\n" if line in (b"5\n", b"12\n", b"20\n") else line) for line in lines]
    heads = re.findall(r"@@ .* @@", b"".join(unified_diff("a", pieces)).decode())
    assert heads == ["@@ -2,14 +2,14 @@", "@@ -17,4 +17,4 @@"]


def test_an_inserted_line_is_one_line_of_the_diff() -> None:
    pieces = [Piece(b"one\ntwo\n", b"one\ntwo\n"), Piece(b"", b"\n"), Piece(b"three", b"three")]
    assert b"".join(unified_diff("a b", pieces)) == (
        b"--- a b\t\n+++ a b\t\n@@ -1,3 +1,4 @@\n one\n two\n+\n three\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize("tool", ["patch", "git"])
@pytest.mark.parametrize("name", ["a.txt", "with blanks.txt", "ciné.txt", 'quo"te\\.txt', "tab\there.txt"])
def test_programs_take_the_diff(tmp_path: Path, tool: str, name: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"the program {tool} is not installed")
    old, new = "Fête\r\n\r\nA \x85 B\r\nend".encode("latin-1"), "Fete\r\n\r\nA \x85 B\r\n\r\nend.".encode("latin-1")
    pieces = [
        *(Piece(old[:1], old[:1]), Piece(old[1:2], new[1:2]), Piece(old[2:-3], old[2:-3])),
        *(Piece(b"", b"\r\n"), Piece(b"end", b"end"), Piece(b"", b".")),
    ]
    (tmp_path / name).write_bytes(old)
    command = ["patch", "-p0"] if tool == "patch" else ["git", "apply", "-p0", "--whitespace=nowarn"]
    # Carriage returns belong to the lines here, and patch must not take them for the mark of a text from Windows.
    command += ["--binary"] if tool == "patch" else []
    diff = b"".join(unified_diff(name, pieces))
    result = subprocess.run(command, cwd=tmp_path, input=diff, capture_output=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert (tmp_path / name).read_bytes() == new
