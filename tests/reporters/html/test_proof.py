from __future__ import annotations

from html import unescape

import msgspec
import pytest

from newslint.model import Excerpt, Related, Severity
from newslint.reporters.html import render_html
from newslint.reporters.html.meaning import meaning, prose
from newslint.reporters.html.proof import MOST_CARDS, WHOLE_TEXT, make_proof


def _all(pieces):
    for piece in pieces:
        yield piece
        yield from _all(piece.inside)


def _content(piece):
    return "".join(part.text for part in _all([piece]))


def _text(blocks):
    return "\n".join("".join(_content(piece) for piece in block.pieces).rstrip("\n") for block in blocks)


def _marked(proof, number):
    blocks = [proof.dateline, proof.title, *proof.body]
    return [_content(p) for b in blocks if b for p in _all(b.pieces) if p.number == number and "ref" not in p.kind]


def _badges(blocks):
    return [badge for block in blocks if block for piece in _all(block.pieces) for badge in piece.badges]


def test_the_whole_text_is_there_and_unchanged(factory):
    proof = make_proof(factory.seed_report())
    assert _text(proof.body) == factory.BODY.replace("\n\n", "\n")
    assert _text([proof.title]) == factory.TITLE


def test_marks_are_numbered_in_reading_order(factory):
    proof = make_proof(factory.seed_report())
    assert [card.code for card in proof.cards] == ["DAT001", "STR006", "LNG003", "DUP004", "DAT006"]
    assert [_marked(proof, n) for n in (1, 2, 3, 4, 5)] == [
        [factory.DATELINE], ["\n"], [factory.RUSSIAN], [factory.RETOLD], ["November 11"],
    ]  # fmt: skip


def test_a_check_says_once_why_its_finding_hurts(factory):
    article = factory.seed_article()
    stale = [factory.stale_event(article), factory.stale_event(article, "November")]
    report = factory.report_of([factory.mashed_date(article), *stale], [article], keep=True)
    assert [(reason.why, reason.told) for reason in make_proof(report).reasons] == [
        (meaning("DAT001").why, 0), (meaning("DAT006").why, 0), (meaning("DAT006").why, 2),
    ]  # fmt: skip
    html = render_html(report)
    for code in ("DAT001", "DAT006"):
        assert unescape(html).count(prose(meaning(code).why)[0][1]) == 1
    assert html.count('as said at <a href="#n2">finding 2</a>') == 1


def test_a_check_that_is_not_installed_says_nothing_of_why(factory):
    article = factory.seed_article()
    finding = factory.make_finding(article, "ACM001", "own-thing", Severity.INFO, "body", "berth 14", "Ours.")
    assert "Why it hurts" not in render_html(factory.report_of([finding], [article], keep=True))


def test_each_finding_has_one_badge_of_its_own(factory):
    proof = make_proof(factory.seed_report())
    badges = _badges([proof.dateline, proof.title, *proof.body]) + [b for row in proof.rows for b in row.badges]
    assert sorted(badge.number for badge in badges if badge.own) == [1, 2, 3, 4, 5]
    assert {(badge.number, badge.label) for badge in badges if not badge.own} == {
        (3, "translation"), (4, "first telling"), (5, "published"),
    }  # fmt: skip


def test_paragraphs_carry_their_language(factory):
    proof = make_proof(factory.seed_report())
    assert [block.language for block in proof.body] == ["en", "ru", "en", "en", "en"]


def test_right_to_left_articles(factory):
    body = "قالت الوزارة إن الجسر سيفتح أمام حركة المرور في الربيع."
    proof = make_proof(
        factory.report_of([], [factory.seed_article(language="ar", body=body, dateline=None)], keep=True)
    )
    assert proof.body[0].direction == "rtl"
    assert proof.dateline is None


def test_the_worst_finding_colours_the_paragraph(factory):
    proof = make_proof(factory.seed_report())
    assert [block.severity for block in proof.body] == ["info", "error", "warning", "warning", ""]


def test_overlapping_marks_keep_the_inner_one_visible(factory):
    article = factory.seed_article()
    outer = factory.make_finding(
        article, "EXT004", "call-to-action", Severity.WARNING, "body", factory.BRIEFING, "An outer mark."
    )
    proof = make_proof(factory.report_of([outer, factory.stale_event(article)], [article], keep=True))
    assert _text(proof.body) == factory.BODY.replace("\n\n", "\n")
    assert _marked(proof, 2) == ["November 11"]
    assert _marked(proof, 1) == [factory.BRIEFING], "the outer mark stays whole, with the inner one inside"


def test_a_place_that_is_also_evidence_is_marked_once(factory):
    article = factory.seed_article(published_at=None)
    related = Related("dateline", 0, len(factory.DATELINE), factory.DATELINE, "published")
    stale = msgspec.structs.replace(factory.stale_event(article), related=(related,))
    proof = make_proof(factory.report_of([factory.mashed_date(article), stale], [article], keep=True))
    assert [piece.kind for piece in _all(proof.dateline.pieces) if piece.kind] == ["hit error"]
    assert sorted(badge.number for badge in _badges([proof.dateline])) == [1, 2]


def test_crossing_marks_are_cut_where_the_first_ends(factory):
    article = factory.seed_article(body="One two three four.")

    def mark(quote):
        return factory.make_finding(article, "EXT004", "call-to-action", Severity.WARNING, "body", quote, "A mark.")

    proof = make_proof(factory.report_of([mark("One two three"), mark("two three four")], [article], keep=True))
    assert _text(proof.body) == "One two three four."
    assert _marked(proof, 1) == ["One two three"]
    assert _marked(proof, 2) == ["two three", " four"]
    assert sorted(badge.number for badge in _badges(proof.body)) == [1, 2]


def test_a_mark_over_several_paragraphs_has_one_badge(factory):
    article = factory.seed_article()
    quote = factory.BODY[factory.BODY.index(factory.RUSSIAN) : factory.BODY.index(factory.CLOSING) + 10]
    finding = factory.make_finding(article, "EXT011", "comment-section", Severity.WARNING, "body", quote, "Comments.")
    proof = make_proof(factory.report_of([finding], [article], keep=True))
    assert sum(badge.own for badge in _badges(proof.body)) == 1
    assert len(_marked(proof, 1)) == 4


def test_a_place_between_characters_has_a_badge(factory):
    article = factory.seed_article()
    for at in (0, 40, len(factory.BODY)):
        finding = msgspec.structs.replace(factory.stale_event(article), start=at, end=at, quote="")
        proof = make_proof(factory.report_of([finding], [article], keep=True))
        assert [badge.number for badge in _badges(proof.body) if badge.own] == [1], at


def test_findings_of_fields_are_marked_beside_the_field(factory):
    article = factory.seed_article(title=None)
    finding = factory.make_finding(article, "SCH001", "missing-field", Severity.ERROR, "title", "", "No title.")
    stray = msgspec.structs.replace(finding, field="tags")
    proof = make_proof(factory.report_of([finding, stray], [article], keep=True))
    rows = {row.name: row for row in proof.rows}
    assert proof.title is None
    assert rows["title"].badges
    assert rows["tags"].badges


def _long_report(factory, separator):
    filler = (factory.CLOSING + separator) * 400
    article = factory.seed_article(body=filler + factory.BRIEFING + " " + filler)
    at = article.body.index("November 11")
    finding = msgspec.structs.replace(factory.stale_event(article), start=at, end=at + 11)
    assert len(article.body) > WHOLE_TEXT
    return factory.report_of([finding], [article], keep=True)


@pytest.mark.parametrize("separator", [" ", "\n\n"])
def test_a_long_article_shows_its_marks_on_a_short_page(factory, separator):
    report = _long_report(factory, separator)
    assert _marked(make_proof(report), 1) == ["November 11"]
    assert len(render_html(report)) < 40_000


def test_a_long_paragraph_says_how_much_of_it_is_left_out(factory):
    report = _long_report(factory, " ")
    proof = make_proof(report)
    skipped = sum(piece.skipped for block in proof.body for piece in block.pieces)
    assert skipped + len(_text(proof.body)) == len(report.articles[0].body.rstrip())


def test_of_many_paragraphs_those_without_a_mark_are_left_out_whole(factory):
    proof = make_proof(_long_report(factory, "\n\n"))
    assert sum(piece.skipped for block in proof.body for piece in block.pieces) == 0
    assert {_text([block]) for block in proof.body} == {factory.CLOSING, f"{factory.BRIEFING} {factory.CLOSING}"}


def test_a_mark_as_long_as_the_article_is_cut(factory):
    body = factory.CLOSING * 500
    article = factory.seed_article(body=body)
    finding = msgspec.structs.replace(
        factory.stale_event(article),
        start=0,
        end=len(body),
        quote=body,
        excerpts=(Excerpt("body", "", body[:1200], ""),),
    )
    report = factory.report_of([finding], [article], keep=True)
    proof = make_proof(report)
    assert [badge.number for block in proof.body for piece in block.pieces for badge in piece.badges if badge.own] == [
        1
    ]
    assert len(render_html(report)) < 40_000


def test_a_hopeless_article_keeps_its_page_readable(factory):
    article = factory.seed_article()
    findings = [factory.mashed_date(article)] * 200 + [factory.stale_event(article)] * 100
    proof = make_proof(factory.report_of(findings, [article], keep=True))
    assert len(proof.cards) == MOST_CARDS
    assert proof.hidden == 240
    assert {card.code for card in proof.cards} == {"DAT001"}, "the worst are kept"


def test_an_article_without_body_says_so(factory):
    report = factory.report_of([], [factory.seed_article(body=None)], keep=True)
    assert "The article has no body." in render_html(report)


def test_offsets_beyond_the_text_do_no_harm(factory):
    article = factory.seed_article(body="Short.")
    finding = msgspec.structs.replace(factory.stale_event(factory.seed_article()), start=4, end=900)
    assert _text(make_proof(factory.report_of([finding], [article], keep=True)).body) == "Short."
