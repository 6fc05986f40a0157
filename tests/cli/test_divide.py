"""``newslint check --accepted`` and ``--rejected`` from outside."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import divide
from newslint.cli.main import main

Command = Callable[..., Any]
GOOD = {"id": "good", "title": "Bridge reopens", "body": "The bridge over the Orle was reopened on Monday."}
BAD = {"id": "bad", "title": "Brücke offen", "body": "Die BrÃ¼cke wurde am Montag wieder für den Verkehr geöffnet."}


def lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def ids(file: Path) -> list[str]:
    raw = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return [json.loads(line)["id"] for line in raw.splitlines()]


def test_every_line_of_json_lines_is_in_one_of_both_files_as_it_was(newslint: Command, tmp_path: Path) -> None:
    good = b'{"id":  "good", "title": "Bridge\\u0020reopens", "body": "The bridge was reopened.", "lead": [1.50]}\r\n'
    broken = b'{"id": "cut", "body": "The bri\n'
    wrong_bytes = b'{"id": "latin", "title": "Br\xfccke", "body": "Offen."}\n'
    bad = lines(BAD).encode().rstrip(b"\n")
    (tmp_path / "in.jsonl").write_bytes(good + b"\n" + broken + wrong_bytes + bad)
    result = newslint("check", "in.jsonl", "--select", "ENC", "--accepted", "yes.jsonl", "--rejected", "no.jsonl")
    assert result.returncode == 1
    assert (tmp_path / "yes.jsonl").read_bytes() == good
    assert (tmp_path / "no.jsonl").read_bytes() == broken + wrong_bytes + bad + b"\n"
    assert result.stderr == "newslint: yes.jsonl has 1 article\nnewslint: no.jsonl has 3 articles\n"


def test_other_formats_become_objects_under_the_names_of_the_data(newslint: Command, tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "a.csv").write_text("nr;head;full_text;desk\n1;Hall opens;The hall opened.;\n2;A;B;C;D\n", "utf-8")
    (folder / "b.json").write_text(json.dumps({"articles": [{"head": "A", "full_text": "B.", "tags": ["x"]}] * 2}))
    (folder / "c.txt").write_text("Friday, 06 December 2024\n\nHall opens again\n\nThe hall opened.\n", "utf-8")
    options = ("--field", "body=full_text", "--field", "title=head")
    result = newslint("check", "c", *options, "--select", "ENC", "--accepted", "yes.jsonl")
    assert [json.loads(line) for line in (tmp_path / "yes.jsonl").read_text("utf-8").splitlines()] == [
        {"nr": "1", "head": "Hall opens", "full_text": "The hall opened.", "desk": None},
        *[{"head": "A", "full_text": "B.", "tags": ["x"]}] * 2,
        {
            "id": "c",
            "title": "Hall opens again",
            "dateline": "Friday, 06 December 2024",
            "body": "The hall opened.",
        },
    ]
    assert "1 record that cannot be read could not be written to either file" in result.stderr


def test_parquet_keeps_the_columns_that_no_check_reads(newslint: Command, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table({"headline": ["A", "B"], "text": ["C.", "D."], "vector": [[0.5], [1.5]], "raw": [b"\xff", None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    newslint("check", "a.parquet", "--select", "ENC", "--accepted", "yes.jsonl")
    assert [json.loads(line) for line in (tmp_path / "yes.jsonl").read_text().splitlines()] == [
        {"headline": "A", "text": "C.", "vector": [0.5], "raw": "/w=="},
        {"headline": "B", "text": "D.", "vector": [1.5]},
    ]


def test_another_encoding_becomes_utf8(newslint: Command, tmp_path: Path) -> None:
    record = {"id": "1", "title": "Мост открыт", "body": "Мост открыли в понедельник."}
    (tmp_path / "in.jsonl").write_bytes(lines(record).encode("cp1251"))
    newslint("check", "in.jsonl", "--encoding", "cp1251", "--select", "ENC", "--accepted", "yes.jsonl")
    assert (tmp_path / "yes.jsonl").read_text("utf-8") == lines(record)


@pytest.mark.parametrize(
    ("extra", "rejected"),
    [
        ((), ["bad"]),
        (("--fail-on", "never"), []),
        (("--ignore", "ENC001"), []),
    ],
)
def test_the_gate_decides(newslint: Command, tmp_path: Path, extra: tuple[str, ...], rejected: list[str]) -> None:
    (tmp_path / "in.jsonl").write_text(lines(GOOD, BAD), "utf-8")
    newslint("check", "in.jsonl", "--select", "ENC", "--rejected", "no.jsonl.gz", *extra)
    assert ids(tmp_path / "no.jsonl.gz") == rejected


def test_accepted_findings_reject_nothing(newslint: Command, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(lines(GOOD, BAD), "utf-8")
    newslint("baseline", "in.jsonl", "--select", "ENC")
    newslint("check", "in.jsonl", "--select", "ENC", "--baseline", "newslint-baseline.jsonl", "--accepted", "yes.jsonl")
    assert ids(tmp_path / "yes.jsonl") == ["good", "bad"]


def test_corpus_checks_reject_the_copy_and_not_the_first(newslint: Command, tmp_path: Path) -> None:
    body = (
        "The bridge over the Orle was reopened on Monday after nine months of work. Engineers had found cracks in two "
        "of its piers, and heavy lorries were sent through the old town, where residents complained of noise. The "
        "council paid for the repairs out of a fund for a new library, which is now to be built next year."
    )
    first, copy = ({"id": name, "title": "Bridge reopens", "body": body} for name in ("first", "copy"))
    (tmp_path / "in.jsonl").write_text(lines(first, GOOD, copy), "utf-8")
    files = ("--accepted", "yes.jsonl", "--rejected", "no.jsonl")
    newslint("check", "in.jsonl", "--select", "DUP001", *files)
    assert ids(tmp_path / "yes.jsonl") == ["first", "good"]
    assert ids(tmp_path / "no.jsonl") == ["copy"]


def test_several_processes_divide_alike(newslint: Command, tmp_path: Path) -> None:
    corpus = [{**(BAD if number % 3 else GOOD), "id": str(number)} for number in range(600)]
    (tmp_path / "in.jsonl").write_text(lines(*corpus), "utf-8")
    for jobs in "12":
        newslint(
            "check", "in.jsonl", "--select", "ENC", "--jobs", jobs, "--accepted", f"{jobs}.jsonl", "--format", "json"
        )
    assert ids(tmp_path / "1.jsonl") == [str(number) for number in range(0, 600, 3)]
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_standard_input_is_read_once_and_divided(newslint: Command, tmp_path: Path) -> None:
    newslint("check", "-", "--select", "ENC", "--accepted", "yes.jsonl", stdin=lines(GOOD, BAD).encode())
    assert ids(tmp_path / "yes.jsonl") == ["good"]


def test_a_corpus_that_changes_meanwhile_is_not_divided(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, accepted = tmp_path / "in.jsonl", tmp_path / "yes.jsonl"
    corpus.write_text(lines(GOOD, BAD), "utf-8")
    accepted.write_text("of the last run\n", "utf-8")

    def grown(*arguments: Any) -> Any:
        corpus.write_text(lines(GOOD, BAD, GOOD), "utf-8")
        return verbatim(*arguments)

    verbatim = divide.verbatim
    monkeypatch.setattr(divide, "verbatim", grown)
    assert main(["check", str(corpus), "--select", "ENC", "--accepted", str(accepted)]) == 2
    assert "2 records were checked, but it has 3" in capsys.readouterr().err
    assert accepted.read_text("utf-8") == "of the last run\n"


def test_a_full_disk_leaves_the_files_of_the_last_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, accepted = tmp_path / "in.jsonl", tmp_path / "yes.jsonl"
    corpus.write_text(lines(GOOD), "utf-8")
    accepted.write_text("of the last run\n", "utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(divide, "packing", full)
    assert main(["check", str(corpus), "--select", "ENC", "--accepted", str(accepted)]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert accepted.read_text("utf-8") == "of the last run\n"


def test_a_corpus_of_which_a_part_is_missing_is_not_divided(newslint: Command, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(lines(GOOD), "utf-8")
    result = newslint("check", "in.jsonl", "gone.jsonl", "--accepted", "yes.jsonl")
    assert result.returncode == 2
    assert "newslint: the corpus is not divided: not all of it was checked" in result.stderr
    assert not (tmp_path / "yes.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--accepted", "yes.csv"), "yes.csv would hold JSON Lines; name it yes.jsonl or yes.jsonl.gz"),
        (("--diff", "--rejected", "no.jsonl"), "--diff checks nothing that could be accepted"),
        (("--accepted", "a.jsonl", "--rejected", "./a.jsonl"), "--rejected need a file each"),
        (("--accepted", "in.jsonl"), "in.jsonl is part of the corpus"),
    ],
)
def test_contradictions_are_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text(lines(GOOD), "utf-8")
    assert main(["check", "in.jsonl", *arguments]) == 2
    assert sentence in capsys.readouterr().err
