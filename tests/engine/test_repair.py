"""Finding the repairs of articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newslint.checks import ArticleCheck
from newslint.checks.encoding.escaped_entity import EscapedEntity
from newslint.config import Config, SourceConfig
from newslint.engine import repair as repair_module
from newslint.engine.repair import MAX_ROUNDS, FindRepairs, Repairer, Repairs, Unsettled, find_repairs
from newslint.model import WHOLE_FILE, Article, Edit, Finding, Fix, Origin
from newslint.model.repair import apply_edits
from newslint.readers import RawRecord, ReaderOptions, parse_text
from newslint.readers.shares import Records
from newslint.text import scan

BODY = "Le café &amp; le th\u200bé de Maëlle Quillerou, servis dès 7 heures.\n\nOn y parle breton &amp; français."


def record(number: int = 1, **values: object) -> RawRecord:
    return RawRecord({"title": "Un café ouvre", "body": BODY, **values}, {}, Origin("c.jsonl", number))


def repairs_of(*records: RawRecord, unsafe: bool = False, **settings: Any) -> Repairs:
    return Repairer(Config(**settings), ReaderOptions(), unsafe=unsafe).repair(records)


def repaired(item: RawRecord, **settings: Any) -> dict[str, str]:
    [repair] = repairs_of(item, **settings).made
    return {field: apply_edits(str(item.values[field]), repair.edits_of(field)) for field in repair.digests}


def test_all_safe_fixes_of_an_article_are_one_repair() -> None:
    [repair] = repairs_of(record(7)).made
    assert (repair.origin.line, repair.article, repair.fixes) == (7, "c.jsonl:7", 3)
    assert apply_edits(BODY, repair.edits) == BODY.replace("&amp;", "&").replace("\u200b", "")


def test_only_what_is_selected_is_repaired() -> None:
    assert repaired(record(), select=["ENC003"]) == {"body": BODY.replace("\u200b", "")}
    assert repaired(record(), ignore=["ENC003"]) == {"body": BODY.replace("&amp;", "&")}
    sources = {"quiet.example": SourceConfig(ignore=["ENC"])}
    assert repairs_of(record(source="quiet.example"), sources=sources).made == []


def test_a_fix_that_uncovers_a_defect_calls_for_another_round() -> None:
    # The removed character keeps the entity from being one.
    assert repaired(record(body="Tee &am\u200bp; Kaffee")) == {"body": "Tee & Kaffee"}


def test_a_text_file_is_parsed_anew_after_each_round() -> None:
    text = "Fri\u200bday06 December 2024\n\nThe ferry of Skarvik sails again\n\nIt had been in the dock since spring."
    item = parse_text(text, "a.txt")
    [repair] = repairs_of(item).made
    assert {edit.field for edit in repair.edits} == {WHOLE_FILE}
    assert apply_edits(text, repair.edits).startswith("Friday, 06 December 2024\n\nThe ferry")


def test_unsafe_fixes_wait_and_are_counted() -> None:
    paragraph = "The lighthouse keeper of Skarvik, Ulrika Fjellström, has counted nine hundred ships this year alone."
    item = record(body=f"{paragraph}\n\nIn winter there are fewer &amp; smaller ones.\n\n{paragraph}", language="en")
    waiting = repairs_of(item)
    assert (waiting.waiting, [repair.fixes for repair in waiting.made]) == (1, [1])
    made = repairs_of(item, unsafe=True)
    assert (made.waiting, [repair.fixes for repair in made.made]) == (0, [2])
    assert apply_edits(str(item.values["body"]), made.made[0].edits).count("lighthouse") == 1


def test_a_joined_list_of_authors_has_no_place_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def shouts(self: EscapedEntity, article: Article, facts: object) -> Iterator[Finding]:
        fix = Fix(True, (Edit("author", 0, 1, "A"),))
        if article.author and article.author[0] == "a":
            yield self.finding(article, "author", None, "lower case", fix=fix)

    monkeypatch.setattr(EscapedEntity, "check", shouts)
    assert repairs_of(record(author=["ann", "bo"]), select=["ENC004"]).made == []
    assert repaired(record(author="ann"), select=["ENC004"]) == {"author": "Ann"}


def test_a_flooded_text_is_repaired_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (scan, repair_module):
        monkeypatch.setattr(module, "MAX_HITS", 20)
    body = "The ferry sails.The dock is dry again today. " * (20 * (MAX_ROUNDS + 3))
    [repair] = repairs_of(record(body=body, language="en"), select=["TYP001"]).made
    assert apply_edits(body, repair.edits) == body.replace("sails.The", "sails. The")


@pytest.mark.parametrize("rounds", [MAX_ROUNDS, MAX_ROUNDS + 1])
def test_a_fix_that_does_not_settle_is_not_made_and_said(monkeypatch: pytest.MonkeyPatch, rounds: int) -> None:
    def grows(self: ArticleCheck, article: Article, facts: object) -> Iterator[Finding]:
        if article.text("body").count("+") < rounds:
            yield self.finding(article, "body", (0, 1), "more", fix=Fix(True, (Edit("body", 0, 0, "+"),)))

    monkeypatch.setattr(EscapedEntity, "check", grows)
    found = repairs_of(record(1, id="x"), record(2, body="no entity"), select=["ENC004"])
    if rounds == MAX_ROUNDS:
        assert [repair.fixes for repair in found.made] == [MAX_ROUNDS]
        assert found.unsettled == []
    else:
        assert found.made == []
        assert found.unsettled == [Unsettled("c.jsonl", "x", ("ENC004",), MAX_ROUNDS)]


def test_no_check_that_could_fix_anything_is_no_work(tmp_path: Path) -> None:
    def shares() -> Iterator[Records]:
        raise AssertionError("the corpus need not be read")
        yield

    find = FindRepairs(Config(select=["DAT006"]), ReaderOptions(), unsafe=False)
    assert list(find_repairs(shares(), find, 1, print)) == []
