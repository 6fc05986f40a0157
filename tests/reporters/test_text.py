"""The report for terminals."""

from __future__ import annotations

from io import StringIO

import msgspec

import newslint
from newslint.model import Fix
from newslint.reporters.text import TextReporter, visible

HOSTILE = "Mayor\x1b[31m wins\u202e vote \u200bagain"


def render(*articles: dict[str, str]) -> str:
    stream = StringIO()
    TextReporter(stream).write(newslint.check(articles, excerpts=True))
    return stream.getvalue()


def test_the_offending_text_is_underlined() -> None:
    text = render({"id": "a", "title": "Budget grows", "body": "The council&#8217;s budget grows."})
    quoted, rule = [line for line in text.splitlines() if "council" in line or "^" in line]
    start = rule.index("^")
    assert quoted[start : start + rule.count("^")] == "&#8217;"


def test_wide_characters_are_underlined_in_cells() -> None:
    text = render({"id": "a", "title": "T", "body": "市議会は予算&nbsp;案を可決した。"})
    rule = next(line for line in text.splitlines() if "^" in line)
    assert rule.index("^") == 4 + 2 * len("市議会は予算")


def test_nothing_in_an_article_acts_on_the_terminal() -> None:
    text = render({"id": HOSTILE, "title": HOSTILE, "source": HOSTILE, "body": ""})
    assert not set(text) & set("\x1b\u202e\u200b")
    assert "⟨U+001B⟩" in text


def test_visible_names_what_hides() -> None:
    assert visible("a\u200bb\nc\td\ud800") == "a⟨U+200B⟩b c d⟨U+D800⟩"


def test_what_the_run_says_about_itself_stands_before_the_verdict() -> None:
    report = newslint.check([{"id": "a", "title": "T", "body": "Nothing wrong here."}])
    report.notes = ["interrupted: what follows is what was found\x1b[0m until then"]
    stream = StringIO()
    TextReporter(stream).write(report)
    *_, note, verdict = stream.getvalue().splitlines()
    assert note == "Interrupted: what follows is what was found⟨U+001B⟩[0m until then."
    assert verdict.startswith("Safe to ingest.")


def test_a_monstrous_id_is_cut_in_the_middle_everywhere() -> None:
    body = "The council of Sarnovo has voted for the new bridge over the river after a debate of nine hours. " * 8
    articles = [{"id": side + "x" * 5000 + side, "title": "Bridge", "body": body} for side in ("left", "right")]
    text = render(*articles)
    assert "left" + "x" * 30 in text
    assert "right" in text
    assert max(map(len, text.splitlines())) < 800


def fix_lines(*texts: str) -> list[str]:
    """Return what is said of a fix that replaces by each of *texts*."""
    report = newslint.check([{"id": "a", "title": "T", "body": "The council&#8217;s budget grows."}], excerpts=True)
    [first] = report.findings
    assert first.fix is not None
    edits = tuple(msgspec.structs.replace(first.fix.edits[0], text=text) for text in texts)
    report.findings = [msgspec.structs.replace(first, fix=Fix(safe=True, edits=edits))]
    stream = StringIO()
    TextReporter(stream).write(report)
    return [line.strip() for line in stream.getvalue().splitlines() if "safe fix" in line]


def test_a_long_insertion_keeps_its_closing_quote() -> None:
    (line,) = fix_lines("y" * 900)
    assert line.endswith("y…”")
    assert len(line) < 140


def test_a_fix_of_many_edits_is_a_few_lines() -> None:
    assert fix_lines("a", "b", *"a" * 1_200, "", *"cde") == [
        "safe fix: replace by “a”, 1,201 times",
        "safe fix: replace by “b”",
        "safe fix: remove",
        "safe fix: 3 more edits",
    ]
