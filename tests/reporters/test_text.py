"""The report for terminals."""

from __future__ import annotations

from io import StringIO

import newslint
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
