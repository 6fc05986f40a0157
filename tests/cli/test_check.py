"""``newslint check`` from outside: formats, exit status, and what it says to bad input."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Command = Callable[..., Any]
BODY = (
    "The swimming pool by the canal opens again next week.\n\nIts roof had been under repair since the autumn storms."
)
CLEAN = {"id": "a", "title": "Swimming pool opens again", "language": "en", "body": BODY}


def write_lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def test_a_clean_corpus_passes(newslint: Command, tmp_path: Path) -> None:
    result = newslint("check", write_lines(tmp_path / "c.jsonl", CLEAN))
    assert result.returncode == 0
    assert result.stdout == "1 article checked, 1 clean: 0 errors, 0 warnings, 0 info.\nSafe to ingest.\n"
    assert result.stderr == ""


def test_an_error_fails_the_gate_and_exit_zero_does_not(newslint: Command, tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", CLEAN, {**CLEAN, "id": "b", "body": " "})
    result = newslint("check", corpus)
    assert result.returncode == 1
    assert "error   SCH001 missing-field  The required field body is blank." in result.stdout
    assert "Do not ingest: 1 error (limit 0)." in result.stdout
    assert newslint("check", "--exit-zero", corpus).returncode == 0
    assert newslint("check", "--fail-on", "never", corpus).returncode == 0
    assert newslint("check", "--ignore", "missing-field", corpus).returncode == 0


def test_checks_are_chosen_by_commas_and_by_repeating(newslint_json: Command, tmp_path: Path) -> None:
    url = "https://courier.example/pool?utm_source=rss"
    corpus = write_lines(tmp_path / "c.jsonl", {**CLEAN, "url": url, "language": "English", "body": " "})
    every = {"SCH001", "SCH006", "URL003"}
    assert set(newslint_json("--select", "SCH001,SCH006", "--select", "URL", corpus)["summary"]["by_code"]) == every
    assert set(newslint_json("--ignore", "URL", "--ignore", "SCH006", corpus)["summary"]["by_code"]) == {"SCH001"}


def test_json_report_keeps_its_schema(newslint_json: Command, root: Path) -> None:
    report = newslint_json(root / "seeds")
    schema = json.loads(resources.files("newslint").joinpath("data/report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:newslint:report:{report['schema_version']}"
    jsonschema.validate(report, schema)
    assert sum(report["summary"]["by_severity"].values()) == len(report["findings"]) > 0


def test_json_lines_hold_the_same_findings(newslint: Command, newslint_json: Command, root: Path) -> None:
    result = newslint("check", "--format", "jsonl", root / "seeds")
    assert [json.loads(line) for line in result.stdout.splitlines()] == newslint_json(root / "seeds")["findings"]


def test_output_goes_to_a_file(newslint: Command, tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", CLEAN)
    result = newslint("check", "--format", "json", "--output", "out/report.json", corpus)
    assert result.stdout == ""
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["verdict"]["passed"] is True


@pytest.mark.parametrize("format_", ["json", "text", "parquet"])
def test_the_verdict_is_said_where_the_report_is_elsewhere(newslint: Command, tmp_path: Path, format_: str) -> None:
    if format_ == "parquet":
        pytest.importorskip("pyarrow")
    corpus = write_lines(tmp_path / "c.jsonl", CLEAN, {**CLEAN, "id": "b", "body": " "})
    result = newslint("check", corpus, "--format", format_, "--output", "report")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "newslint: Do not ingest: 1 error (limit 0).\n"
    result = newslint("check", corpus, "--format", format_, "--output", "report", "--ignore", "SCH")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "newslint: Safe to ingest.\n")


def test_the_same_input_gives_the_same_bytes(newslint: Command, root: Path) -> None:
    runs = {newslint("check", "--format", "json", root / "seeds").stdout for _ in range(2)}
    assert len(runs) == 1


def test_standard_input_is_json_lines(newslint_json: Command) -> None:
    report = newslint_json("-", stdin=json.dumps(CLEAN).encode())
    assert report["summary"]["articles"] == 1


@pytest.mark.parametrize("name", ["a.csv", "corpora/a.CSV.gz"])
def test_a_name_says_what_standard_input_is(newslint_json: Command, name: str) -> None:
    data = f'id,title,body\na,{CLEAN["title"]},"{BODY}"\nb,,\n'.encode()
    report = newslint_json("-", "--stdin-filename", name, "--select", "SCH", stdin=data)
    assert (report["summary"]["articles"], report["summary"]["by_code"]) == (2, {"SCH001": 2})


def test_what_is_no_json_lines_is_told_once_how_to_be_read(newslint: Command) -> None:
    done = newslint("check", "-", "--select", "SCH", stdin=b"id,title,body\na,A title,A body\n")
    assert done.stdout.count("--stdin-filename NAME.csv says so") == 1
    assert "--stdin-filename" not in newslint("check", "-", "--select", "SCH", stdin=b'{"nr": 1}\n').stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["c.csv", "--stdin-filename", "a.csv"], "add - to the paths"),
        (
            ["-", "--stdin-filename", "a.parquet"],
            "standard input cannot be read as a.parquet (what it can be: .csv, .jl,",
        ),
        (["-", "--stdin-filename", "articles"], "standard input cannot be read as articles"),
    ],
)
def test_a_name_for_standard_input_that_says_nothing(newslint: Command, arguments: list[str], said: str) -> None:
    done = newslint("check", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_field_is_mapped_on_the_command_line(newslint_json: Command, tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", {"h": "Swimming pool opens again", "t": BODY})
    assert newslint_json(corpus)["summary"]["unreadable"] == 1
    mapped = newslint_json("--field", "title=h", "--field", "body=t", corpus)["summary"]
    assert (mapped["articles"], mapped["unreadable"]) == (1, 0)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_name_that_no_record_has_is_said_once(newslint: Command, tmp_path: Path, jobs: int) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", *[{**CLEAN, "id": str(n), "nr": 1} for n in range(3)])
    (tmp_path / "a.txt").write_text(BODY)
    name = "no record has anything under the name {!r}, which the configuration gives for {}; "
    sentence = name.format("boddy", "body") + "did you mean 'body'?"
    done = newslint("check", tmp_path, "--field", "body=boddy", "--jobs", jobs, "--format", "json", "--select", "SCH")
    assert json.loads(done.stdout)["notes"] == [sentence]
    assert done.stderr == f"newslint: {sentence}\n"
    done = newslint("check", corpus, "--field", "url=nope", "--field", "title=title", "--select", "SCH")
    assert done.stderr == f"newslint: {name.format('nope', 'url')}there are nr\n"
    assert newslint("check", tmp_path / "a.txt", "--field", "url=nope").stderr == ""


def test_a_field_is_mapped_in_the_configuration(newslint_json: Command, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('[fields]\nbody = "t"\ntitle = "h"\n', "utf-8")
    corpus = write_lines(tmp_path / "c.jsonl", {"h": "Swimming pool opens again", "t": BODY})
    assert newslint_json(corpus)["summary"]["articles"] == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.jsonl"], "newslint: missing.jsonl: no such file or directory"),
        (["empty-folder"], "newslint: empty-folder: the directory holds no articles"),
        (["--select", "DAT1", "c.jsonl"], "newslint: command line: select: unknown check 'DAT1'; did you mean 'DAT'?"),
        (["--format", "jsn", "c.jsonl"], "newslint: unknown format 'jsn' (one of text, json,"),
        (["--config", "none.toml", "c.jsonl"], "newslint: cannot read the configuration none.toml"),
        (["--encoding", "utf-99", "c.jsonl"], "newslint: unknown encoding 'utf-99'"),
        (["--field", "boddy=t", "c.jsonl"], "newslint: unknown article field 'boddy'; did you mean 'body'?"),
        (["--select", "DAT", "--ignore", "DAT", "c.jsonl"], "newslint: no check is selected"),
        (["--output", "c.jsonl", "c.jsonl"], "newslint: c.jsonl is part of the corpus; a report may not overwrite it"),
        (["--html", "c.jsonl", "c.jsonl"], "newslint: c.jsonl is part of the corpus; a report may not overwrite it"),
    ],
)
def test_usage_errors_are_one_sentence_and_exit_2(
    newslint: Command, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    write_lines(tmp_path / "c.jsonl", CLEAN)
    (tmp_path / "empty-folder").mkdir()
    result = newslint("check", *arguments)
    assert result.returncode == 2
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1


def test_one_missing_path_does_not_keep_the_others_from_being_checked(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "c.jsonl", CLEAN)
    result = newslint("check", "missing.jsonl", "c.jsonl")
    assert result.returncode == 2
    assert "1 article checked" in result.stdout


def damaged_files() -> dict[str, tuple[bytes, int, str]]:
    """File name → bytes, articles that can be read, what the finding says."""
    good = json.dumps(CLEAN).encode()
    lines = [good.replace(b'"a"', b'"%d"' % number) for number in range(5)]
    lines[2] = b'{"id": 3, "title": "cut off he'
    return {
        "empty.txt": (b"", 0, "empty"),
        "picture.jsonl": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, 0, "PNG"),
        "broken.jsonl": (b"\n".join(lines), 4, "JSON"),
        "latin.csv": (
            "id,title,body\n1,Fête,Le marché rouvre.\n2,Port,Le port ferme.\n".encode("latin-1"),
            1,
            "latin-1",
        ),
        "cut.jsonl.gz": (gzip.compress(good + b"\n" + good)[:-12], 1, "compressed"),
        "huge.jsonl": (json.dumps({**CLEAN, "body": "word and sentence. " * 270_000}).encode(), 1, ""),
        "huge.txt": (b"word and sentence. " * 270_000, 1, ""),
    }


@pytest.mark.parametrize("name", damaged_files())
def test_damage_is_a_finding_and_the_rest_is_read(newslint_json: Command, tmp_path: Path, name: str) -> None:
    content, articles, word = damaged_files()[name]
    (tmp_path / name).write_bytes(content)
    report = newslint_json(name)
    assert report["summary"]["articles"] >= articles
    unreadable = [finding for finding in report["findings"] if finding["code"] == "SCH005"]
    assert bool(unreadable) is bool(word)
    for finding in unreadable:
        assert word.lower() in finding["message"].lower()
        assert finding["article"]["path"] == name
    if name == "broken.jsonl":
        assert [finding["article"]["line"] for finding in unreadable] == [3]


def test_a_reader_that_goes_away_is_told_by_the_status_alone(root: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    many = tmp_path / "many.jsonl"
    write_lines(many, *({**CLEAN, "body": ""} for _ in range(3_000)))
    run = f"{sys.executable} -m newslint check --jobs 1 --format jsonl {many}"
    command = ["bash", "-c", f"{run} | head -c 10 > /dev/null; exit ${{PIPESTATUS[0]}}"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (result.stderr, result.returncode) == ("", 141)


def test_a_report_goes_through_a_link(newslint: Command, tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", CLEAN)
    (tmp_path / "deep").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "deep" / "report.json")
    assert newslint("check", "--format", "json", "--output", "link.json", corpus).returncode == 0
    assert json.loads((tmp_path / "deep" / "report.json").read_text("utf-8"))["verdict"]["passed"]
    assert (tmp_path / "link.json").is_symlink()


def test_two_reports_need_two_files(newslint: Command, tmp_path: Path) -> None:
    result = newslint("check", "--output", "r", "--html", "./r", write_lines(tmp_path / "c.jsonl", CLEAN))
    assert (result.returncode, result.stderr[-17:]) == (2, "need a file each\n")


def test_lone_surrogates_reach_every_format(newslint: Command, tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"id": "a", "source": "a\\ud800b", "title": "A \\ud83d title", "body": "It is open again."}\n')
    for name in ("text", "json", "jsonl", "sarif", "junit", "github", "markdown", "csv"):
        result = newslint("check", "--select", "ENC", "--format", name, corpus)
        assert result.returncode == 1, name
        assert "ENC002" in result.stdout, name


def test_a_record_that_is_nested_deeply_is_the_same_for_any_number_of_processes(
    newslint: Command, tmp_path: Path
) -> None:
    corpus = tmp_path / "c.json"
    deep = '{"a":' * 600 + "1" + "}" * 600
    corpus.write_text(f'[{{"id": "a", "title": "A title", "body": "It is open again.", "more": {deep}}}]')
    one, two = (newslint("check", "--format", "json", "--jobs", jobs, corpus) for jobs in ("1", "2"))
    assert one.stdout == two.stdout != ""
    assert one.stderr == two.stderr == ""


def test_the_own_baseline_is_no_part_of_a_folder(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "c.jsonl", {**CLEAN, "body": ""})
    for _ in range(2):
        assert newslint("baseline", ".").returncode == 0
    assert newslint("check", ".", "--baseline", "newslint-baseline.jsonl").stdout.startswith("1 article checked")


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_own_reports_are_no_part_of_a_folder(newslint: Command, tmp_path: Path, form: str) -> None:
    write_lines(tmp_path / "c.jsonl", {**CLEAN, "body": ""})
    report = f"report.{form}"
    for _ in range(2):
        assert newslint("check", ".", "--format", form, "--output", report).returncode == 1
    assert newslint("baseline", ".", "--output", "known.jsonl").returncode == 0
    done = newslint("check", ".", "--baseline", "known.jsonl", *(["--reference", report] if form == "json" else []))
    assert done.stdout.startswith("1 article checked")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_not_read_of_a_folder_is_said(newslint: Command, tmp_path: Path) -> None:
    write_lines(tmp_path / "ok.jsonl", CLEAN)
    write_lines(tmp_path / "scrapy.jl", {**CLEAN, "id": "b", "body": f"{BODY} The baths stay as they were."})
    for name in (
        "a.xml",
        "b.XML",
        "a.docx",
        "c.jsonl.Z",
        "story",
        "README",
        "LICENSE.rtf",
        "run.py",
        ".x.xml",
        "a.png",
    ):
        (tmp_path / name).write_text("x")
    done = newslint("check", tmp_path, "--format", "json", "--select", "SCH")
    sentence = f"5 files in {tmp_path} are not read: 2 .xml, 1 without a suffix, 1 .docx, 1 .z"
    assert done.stderr == f"newslint: {sentence}\n"
    report = json.loads(done.stdout)
    assert (report["summary"]["articles"], report["notes"]) == (2, [sentence])


def test_numbers_that_json_has_not_are_null_in_what_is_accepted(newslint: Command, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text('[{"id": "a", "title": "A title", "body": "It is open.", "x": [NaN, -Infinity]}]')
    newslint("check", "c.json", "--accepted", "good.jsonl")
    assert json.loads((tmp_path / "good.jsonl").read_text("utf-8"), parse_constant=pytest.fail)["x"] == [None, None]


def test_a_page_needs_no_terminal_in_unicode(newslint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    for arguments in (("explain", "LNG003"), ("checks",), ("checks", "--format", "json")):
        assert newslint(*arguments).returncode == 0


@pytest.mark.parametrize("arguments", [["--jobs", "0"], ["--jobs", "²"], ["--field", "body"], ["--field", "body="]])
def test_malformed_options_are_usage_errors(newslint: Command, tmp_path: Path, arguments: list[str]) -> None:
    result = newslint("check", *arguments, write_lines(tmp_path / "c.jsonl", CLEAN))
    assert result.returncode == 2
    assert f"argument {arguments[0]}: takes " in result.stderr


def test_a_report_that_fails_leaves_the_last_one(newslint: Command, tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", CLEAN)
    (tmp_path / "report.json").write_text("the last one", "utf-8")
    assert newslint("check", "--config", "none.toml", "--output", "report.json", corpus).returncode == 2
    assert (tmp_path / "report.json").read_text("utf-8") == "the last one"
    assert newslint("check", "--format", "json", "--output", "report.json", corpus).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.jsonl", "report.json"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
def test_a_full_disk_is_one_sentence_and_devices_stay(newslint: Command, tmp_path: Path) -> None:
    corpus = write_lines(tmp_path / "c.jsonl", CLEAN)
    for name in ("full", "null"):
        (tmp_path / name).symlink_to(f"/dev/{name}")
    result = newslint("check", corpus, "--output", "full")
    assert (result.returncode, result.stderr) == (2, "newslint: the output: No space left on device\n")
    assert newslint("check", corpus, "--output", "null").returncode == 0
    assert (tmp_path / "full").is_char_device()
    assert (tmp_path / "null").is_char_device()
