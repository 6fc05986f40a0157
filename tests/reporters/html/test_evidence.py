from __future__ import annotations

import msgspec
import pytest

from newslint.model import Edit, Excerpt, Fix, Related
from newslint.reporters.html.evidence import change, date_strip, make_card


def test_the_date_strip_says_event_gap_and_publication(factory):
    strip = date_strip(factory.stale_event(factory.seed_article()))
    assert (strip.event, strip.gap, strip.published) == ("November 11", "25 days", "6 December 2024")
    assert (strip.event_iso, strip.published_iso, strip.language) == ("2024-11-11", "2024-12-06", "en")


@pytest.mark.parametrize(
    "missing", [{"lag_days": None}, {"event_date": "in spring"}, {"published": ""}, {"lag_days": "25"}]
)
def test_no_strip_without_all_three_facts(factory, missing):
    finding = factory.stale_event(factory.seed_article())
    assert date_strip(msgspec.structs.replace(finding, evidence=finding.evidence | missing)) is None


def test_a_long_quote_gives_way_to_the_date(factory):
    finding = msgspec.structs.replace(factory.stale_event(factory.seed_article()), quote="x" * 200)
    assert date_strip(finding).event == "11 November 2024"


def test_one_day_is_singular(factory):
    finding = factory.stale_event(factory.seed_article())
    finding.evidence["lag_days"] = 1
    assert date_strip(finding).gap == "1 day"


def test_the_publication_date_is_not_shown_twice(factory):
    card = make_card(factory.stale_event(factory.seed_article()))
    assert [passage.label for passage in card.passages] == ["body · ¶4 · en"]
    assert not card.pair
    assert card.numbers == ""


def test_a_pair_keeps_both_languages_and_its_anchors(factory):
    own, twin = make_card(factory.untranslated(factory.seed_article())).passages
    assert (own.language, twin.language) == ("ru", "en")
    assert twin.label == "translation · title · en"
    assert [text for kind, text in own.pieces if kind == "same"] == ["Арда Велин", "Мирко Станев"]
    assert [text for kind, text in twin.pieces if kind == "same"] == ["Arda Velin", "Mirko Stanev"]
    assert "".join(text for _, text in own.pieces) == factory.RUSSIAN


def test_names_in_the_evidence_are_marked_where_the_engine_marked_nothing(factory):
    finding = factory.untranslated(factory.seed_article())
    bare = tuple(msgspec.structs.replace(excerpt, marks=()) for excerpt in finding.excerpts)
    evidence = {"names": ["Велин / Velin", "Стан / Stan"], "numbers": ["14"], "score": 3.0}
    own, twin = make_card(msgspec.structs.replace(finding, excerpts=bare, evidence=evidence)).passages
    assert [text for kind, text in own.pieces if kind == "same"] == ["Велин"]
    assert [text for kind, text in twin.pieces if kind == "same"] == ["Velin"]


def test_a_short_offence_is_underlined_and_a_paragraph_tinted(factory):
    article = factory.seed_article()
    assert make_card(factory.stale_event(article)).passages[0].pieces[1] == ("hit", "November 11")
    assert {kind for kind, _ in make_card(factory.retold(article)).passages[0].pieces} == {"soft", "same"}


def test_overlapping_anchors_are_harmless(factory):
    excerpt = Excerpt("body", "", "abcdef", "", marks=((2, 4), (3, 5), (4, 4), (4, 9)))
    finding = msgspec.structs.replace(factory.retold(factory.seed_article()), excerpts=(excerpt,))
    assert "".join(text for _, text in make_card(finding).passages[0].pieces) == "abcdef"


def test_a_fix_is_shown_before_and_after(factory):
    shown = change(factory.mashed_date(factory.seed_article()))
    assert (shown.before, shown.after, shown.safe) == ("Friday06 December 2024", "Friday, 06 December 2024", True)


def test_an_insertion_shows_the_text_around_it(factory):
    article = factory.seed_article()
    fix = Fix(True, (Edit("dateline", 6, 6, ", "),))
    shown = change(msgspec.structs.replace(factory.mashed_date(article), fix=fix))
    assert (shown.before, shown.after) == ("Friday06 December 2024", "Friday, 06 December 2024")


def test_several_edits_apply_to_the_raw_offsets(factory):
    fix = Fix(True, (Edit("dateline", 0, 6, "Fri"), Edit("dateline", 6, 6, ", "), Edit("dateline", 18, 22, "")))
    shown = change(msgspec.structs.replace(factory.mashed_date(factory.seed_article()), fix=fix))
    assert shown.after == "Fri, 06 December "


def test_an_edit_beside_the_quote_is_shown_with_its_context(factory):
    article = factory.seed_article()
    finding = factory.stale_event(article)
    fix = Fix(False, (Edit("body", finding.start - 3, finding.start, "of "),))
    shown = change(msgspec.structs.replace(finding, fix=fix))
    assert (shown.before, shown.after) == ("on November 11", "of November 11")


def test_removing_a_paragraph_is_said_in_words(factory):
    shown = change(factory.retold(factory.seed_article()))
    assert not shown.before
    assert shown.words.startswith("Remove the marked text (")


def test_removing_a_word_is_shown(factory):
    finding = factory.stale_event(factory.seed_article())
    shown = change(msgspec.structs.replace(finding, fix=Fix(False, (Edit("body", finding.start, finding.end, ""),))))
    assert (shown.before, shown.after) == ("November 11", "")


def test_an_edit_of_another_field_is_said_in_words(factory):
    shown = change(
        msgspec.structs.replace(factory.mashed_date(factory.seed_article()), fix=Fix(False, (Edit("url", 0, 3, "x"),)))
    )
    assert shown.words == "Apply 1 edit to url."


def test_no_fix_no_line(factory):
    assert change(factory.stale_event(factory.seed_article())) is None


def test_evidence_is_one_short_line(factory):
    evidence = {"similarity": 0.8312, "shared_numbers": [3, 7], "long": "x" * 99, "nested": {"a": 1}, "none": None}
    card = make_card(msgspec.structs.replace(factory.retold(factory.seed_article()), evidence=evidence))
    assert card.numbers == "shared numbers 3, 7 · similarity 0.83"


def test_labels_follow_spans_of_other_articles(factory):
    finding = factory.retold(factory.seed_article())
    spans = (Related("body", 0, 3, "abc", "copy", article="other"), Related("body", 4, 7, "def", "echo"))
    own, *_ = finding.excerpts
    excerpts = (
        own,
        Excerpt("body · ¶1", "", "def", "", related=True),
        Excerpt("other · body", "", "abc", "", related=True),
    )
    card = make_card(msgspec.structs.replace(finding, related=spans, excerpts=excerpts))
    assert [p.label for p in card.passages] == ["body · ¶3 · en", "echo · body · ¶1", "copy · other · body"]
