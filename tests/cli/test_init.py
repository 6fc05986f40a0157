"""``newslint init`` from outside."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
TALE = "The ferry left Velm at noon and reached Orlin before the storm, with all of its passengers on board. " * 3


def settings(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "newslint.toml").read_text("utf-8"))


def write_lines(file: Path, *records: dict[str, Any]) -> None:
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


def test_known_names_are_written_and_the_corpus_can_be_checked(newslint: Command, tmp_path: Path) -> None:
    record = {
        "doc_id": "a",
        "headline": "Ferry sails again",
        "full_text": TALE,
        "link": "https://orlin.example/a",
        "desk": 4,
    }
    write_lines(tmp_path / "in.jsonl", *[{**record, "doc_id": str(number)} for number in range(30)])
    result = newslint("init", "in.jsonl")
    assert (result.returncode, result.stderr) == (
        0,
        "newslint: newslint.toml is written; check the corpus with: newslint check in.jsonl\n",
    )
    assert "30 records of 1 file" in result.stdout
    assert "other names: desk" in result.stdout
    assert settings(tmp_path)["fields"] == {"id": "doc_id", "url": "link", "title": "headline", "body": "full_text"}
    assert settings(tmp_path)["required"] == ["title", "body", "url"]
    assert "30 articles checked" in newslint("check", "in.jsonl", "--select", "SCH").stdout


@pytest.mark.parametrize("name", ["in.csv", "in.json"])
def test_the_longest_texts_are_taken_for_bodies_where_no_name_is_known(
    newslint: Command, tmp_path: Path, name: str
) -> None:
    if name.endswith("csv"):
        (tmp_path / name).write_text(f'nr;kop;"inhoud ""lang"""\n1;Veer vaart weer;{TALE}\n', "utf-8")
    else:
        (tmp_path / name).write_text(json.dumps([{"nr": 1, "kop": "Veer", 'inhoud "lang"': TALE}]), "utf-8")
    result = newslint("init", name)
    assert result.returncode == 0
    assert '“inhoud "lang"” has the longest texts and is taken for the body' in result.stdout
    assert settings(tmp_path)["fields"] == {"body": 'inhoud "lang"'}
    assert "1 article checked" in newslint("check", name, "--select", "SCH").stdout


def test_nested_names_have_dots(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "in.jsonl", {"id": 1, "item": {"words": TALE, "kop": "Veer"}})
    newslint("init", "in.jsonl")
    assert settings(tmp_path)["fields"] == {"body": "item.words"}
    assert "1 article checked" in newslint("check", "in.jsonl", "--select", "SCH").stdout


def test_names_that_differ_between_files_are_left_to_be_found(newslint: Command, tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    write_lines(folder / "a.jsonl", {"title": "Ferry sails", "text": TALE})
    write_lines(folder / "b.jsonl", {"title": "Ferry sails", "content": TALE}, {"title": " ", "content": TALE})
    (folder / "c.txt").write_text(f"Friday, 06 December 2024\n\nFerry sails again\n\n{TALE}", "utf-8")
    result = newslint("init", "c")
    assert "text, content" in result.stdout
    assert "(by its place)" in result.stdout
    assert settings(tmp_path)["fields"] == {}


def test_a_field_that_few_records_have_is_not_required(newslint: Command, tmp_path: Path) -> None:
    records = [
        {"body": TALE, "title": "Ferry" if number < 3 else "", "url": "https://orlin.example/"} for number in range(9)
    ]
    write_lines(tmp_path / "in.jsonl", *records)
    newslint("init", "in.jsonl")
    assert settings(tmp_path)["required"] == ["body", "url"]


def test_a_configuration_is_not_overwritten(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "in.jsonl", {"title": "Ferry sails", "body": TALE})
    (tmp_path / "newslint.toml").write_text("preview = true\n")
    result = newslint("init", "in.jsonl")
    assert (result.returncode, result.stderr) == (
        2,
        "newslint: newslint.toml is there already; --force overwrites it\n",
    )
    assert newslint("init", "in.jsonl", "--force").returncode == 0
    assert "preview" not in settings(tmp_path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("", "no record can be read; the first problem is in in.jsonl: the file is empty"), ("[1]\n", "is an array")],
)
def test_what_holds_no_record_is_one_sentence(newslint: Command, tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "in.jsonl").write_text(content)
    result = newslint("init", "in.jsonl")
    assert result.returncode == 2
    assert sentence in result.stderr
    assert not (tmp_path / "newslint.toml").exists()


def test_records_that_cannot_be_read_are_told(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "in.jsonl", {"title": "Ferry sails", "body": TALE})
    with (tmp_path / "in.jsonl").open("a") as file:
        file.write("{broken\n")
    assert "1 record cannot be read: in.jsonl: line 2 is not valid JSON" in newslint("init", "in.jsonl").stdout


def test_the_corpus_is_not_overwritten(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "c.jsonl", {"title": "A title", "body": "It is open again."})
    before = (tmp_path / "c.jsonl").read_bytes()
    result = newslint("init", "c.jsonl", "--output", "c.jsonl", "--force")
    assert (result.returncode, (tmp_path / "c.jsonl").read_bytes()) == (2, before)


def test_standard_input_is_refused(newslint: Command) -> None:
    assert "init looks at files" in newslint("init", "-").stderr
