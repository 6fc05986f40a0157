"""The report for terminals."""

from __future__ import annotations

from io import StringIO

import msgspec

import newslint
from newslint.model import Finding, Fix, Origin
from newslint.reporters.text import TextReporter, visible

ENTITY = "The council&#8217;s budget grows."
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


def last_lines(finding: Finding, *others: Finding) -> list[str]:
    """Return what stands below the findings."""
    report = newslint.check([{"id": "a", "title": "Budget grows", "body": "The council's budget grows."}])
    report.findings = [finding, *others]
    stream = StringIO()
    TextReporter(stream).write(report)
    return stream.getvalue().rpartition("\n\n")[2].splitlines()


def an_entity(path: str = "a.jsonl", *, safe: bool = True) -> Finding:
    [finding] = newslint.check([{"id": "a", "title": "Budget grows", "body": ENTITY}], excerpts=True).findings
    assert finding.fix is not None
    article = msgspec.structs.replace(finding.article, origin=Origin(path))
    return msgspec.structs.replace(finding, article=article, fix=msgspec.structs.replace(finding.fix, safe=safe))


def test_it_says_that_there_are_fixes_and_how_to_make_them() -> None:
    safe, unsafe = an_entity(), an_entity(safe=False)
    assert last_lines(safe, safe, unsafe)[1] == "2 fixes can be made with --fix; 1 more needs --unsafe-fixes."
    assert last_lines(safe)[1] == "1 fix can be made with --fix."
    assert last_lines(unsafe, unsafe)[1] == "2 fixes need --unsafe-fixes."


def test_no_fixes_are_promised_where_no_file_is_written() -> None:
    accepted = msgspec.structs.replace(an_entity(), accepted=True)
    assert last_lines(an_entity(""), an_entity("a.parquet"), an_entity("crawl.warc.gz"), accepted)[1:] == [
        "Safe to ingest."
    ]


def test_of_thousands_of_related_places_a_few_are_shown() -> None:
    finding = an_entity()
    other = msgspec.structs.replace(finding.excerpts[0], related=True)
    many = msgspec.structs.replace(finding, excerpts=(*finding.excerpts, *[other] * 1_240))
    few = msgspec.structs.replace(finding, excerpts=(*finding.excerpts, *[other] * 5))
    shown = []
    for one in (many, few):
        stream = StringIO()
        TextReporter(stream).add([one])
        shown.append(stream.getvalue().splitlines())
    assert "    … and 1,235 more" in shown[0]
    assert len(shown[0]) == len(shown[1]) + 1
