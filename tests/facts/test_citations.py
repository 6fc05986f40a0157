from __future__ import annotations

import pytest

from newslint.facts.citations import cited_paragraphs, is_cited, is_code
from newslint.facts.languages import ParagraphLanguage
from newslint.text.segment import paragraphs

HOME = "The council of the town has met again to talk about the bridge:"
RUSSIAN = "Мост закрыли год назад, и с тех пор никто не знает, когда его откроют."


def cited(body: str, *verdicts: str) -> set[int]:
    """Return what of *body* is cited; one letter a line: h(ome), f(oreign), u(nsure)."""
    names = {"h": ("same", "en"), "f": ("foreign", "ru"), "u": ("unsure", None)}
    told = [ParagraphLanguage(*names[verdict]) for verdict in "".join(verdicts)]  # type: ignore[arg-type]
    return cited_paragraphs(paragraphs(body), told, "en")


def test_nothing_foreign_nothing_cited() -> None:
    assert cited(f"{HOME}\n{HOME}", "hh") == set()


def test_a_sentence_ending_in_a_colon_introduces_what_follows() -> None:
    assert cited(f"{HOME}\n\n{RUSSIAN}\n\n{RUSSIAN} Да.", "hff") == {1, 2}


def test_a_colon_introduces_three_paragraphs_and_no_more() -> None:
    body = "\n\n".join([HOME, *(f"{RUSSIAN} {number}." for number in range(5))])
    assert cited(body, "hfffff") == {1, 2, 3}


def test_a_label_of_a_form_introduces_nothing() -> None:
    assert cited(f"Comment:\n\n{RUSSIAN}", "hf") == set()


def test_what_is_introduced_ends_with_the_next_line_at_home() -> None:
    assert cited(f"{HOME}\n\n{RUSSIAN}\n\n{HOME[:-1]}.\n\n{RUSSIAN}", "hfhf") == {1}


@pytest.mark.parametrize(
    "after",
    [
        "— Лида Орлова (@lida_orlova) May 6, 2025",
        "#мост\npic.twitter.com/a1b2c3",
        "– Лида (\n@lida_orlova) 6 мая",
        "Ещё одна строка.\n— Лида Орлова (@lida_orlova)",
    ],
)
def test_a_post_is_known_by_what_follows(after: str) -> None:
    body = f"{HOME[:-1]}.\n{RUSSIAN}\n{after}"
    assert 1 in cited(body, "hf", "u" * (1 + after.count("\n")))


def test_a_line_at_home_parts_a_paragraph_from_a_post() -> None:
    body = f"{HOME[:-1]}.\n{RUSSIAN}\nThe mayor wrote this.\npic.twitter.com/a1b2c3"
    assert cited(body, "hfhu") == set()


def test_a_post_is_not_far_from_its_signature() -> None:
    lines = "\n".join([RUSSIAN] * 9)
    assert 1 not in cited(f"{HOME[:-1]}.\n{lines}\n— Лида (@lida_orlova)", "h", "f" * 9, "u")


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert cited(f"{HOME[:-1]}.\n\n«{RUSSIAN}\n\n«{RUSSIAN}»", "hff") == {1, 2}


def test_a_mark_that_is_never_closed_proves_nothing() -> None:
    assert cited(f"{HOME[:-1]}.\n\n«{RUSSIAN}\n\n{HOME}", "hfh") == set()


@pytest.mark.parametrize(
    ("text", "home", "code", "expected"),
    [
        ("El puente […] se abrirá en mayo, según la alcaldesa", "en", "es", True),
        ("El puente se abrirá en mayo, según la alcaldesa […]", "en", "es", False),
        ("Read this too: El puente se abrirá en mayo", "en", "es", True),
        ("Ana Ruiz: El puente se abrirá en mayo", "en", "es", False),
        ("Brandt I., 2019. Die Brücken der Stadt. Verkehr 12: 4-19.", "en", "de", True),
        (RUSSIAN, "en", "ru", False),
        (f"«{RUSSIAN}»", "en", "ru", True),
        (f"‘{RUSSIAN}’, she said", "en", "ru", True),
    ],
)
def test_marks_of_citation(text: str, home: str, code: str, expected: bool) -> None:
    assert is_cited(text, home, code) is expected


def test_code() -> None:
    assert is_code("if (a == b) { return c(); }")
    assert not is_code("The bridge (opened in May) is new; it cost {much}.")
