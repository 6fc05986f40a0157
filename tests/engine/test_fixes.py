"""Applying fixes."""

from __future__ import annotations

from newslint.engine.fixes import apply_fixes
from newslint.model import ArticleRef, Edit, Finding, Fix, Severity


def finding(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    return Finding(
        code="ENC004",
        slug="escaped-entity",
        severity=Severity.WARNING,
        article=ArticleRef("a"),
        field="body",
        start=edits[0][0],
        end=edits[0][1],
        quote="",
        message="",
        fix=Fix(safe, tuple(Edit("body", *edit) for edit in edits)),
    )


def test_edits_apply_from_the_end_so_offsets_stay_right() -> None:
    fixed = apply_fixes(
        {"body": "one two three"}, [finding((0, 3, "1")), finding((8, 13, "3")), finding((4, 7, "zwei"))]
    )
    assert fixed == {"body": "1 zwei 3"}


def test_unsafe_fixes_wait_to_be_asked() -> None:
    unsafe = finding((0, 4, ""), safe=False)
    assert apply_fixes({"body": "one two"}, [unsafe]) == {"body": "one two"}
    assert apply_fixes({"body": "one two"}, [unsafe], unsafe=True) == {"body": "two"}


def test_an_overlapping_fix_is_left_whole_for_the_next_run() -> None:
    fixed = apply_fixes({"body": "one two three"}, [finding((0, 7, "A")), finding((4, 13, "B"), (0, 0, "C"))])
    assert fixed == {"body": "A three"}


def test_two_insertions_at_one_place_are_one_too_many() -> None:
    assert apply_fixes({"body": "ab"}, [finding((1, 1, "-")), finding((1, 1, "+"))]) == {"body": "a-b"}


def test_an_insertion_inside_a_replaced_span_waits() -> None:
    assert apply_fixes({"body": "0123456789"}, [finding((5, 5, "-")), finding((3, 8, "X"))]) == {"body": "01234-56789"}
    assert apply_fixes({"body": "0123456789"}, [finding((3, 8, "X")), finding((5, 5, "-"))]) == {"body": "012X89"}
