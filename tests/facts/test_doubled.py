from __future__ import annotations

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.model import Article


def doubled(*bodies: str) -> list[list[str]]:
    together = Bodies(bodies)
    found = []
    for position, body in enumerate(bodies):
        facts = ArticleFacts(Article(id="1", body=body), bodies=together, position=position)
        found.append([body[each.start : each.after] for each in facts.doubled_words])
    return found


def test_each_body_has_its_own() -> None:
    assert doubled("the the end", "no end", "A last, last word.\nA A") == [["the the"], [], ["last, last", "A A"]]


def test_not_across_bodies_or_far_apart() -> None:
    assert doubled("an end", "end of it", "end    end") == [[], [], []]


def test_case_is_folded_and_signs_are_letters() -> None:
    assert doubled("The the", "के की", "के के") == [["The the"], [], ["के के"]]


def test_offsets_are_characters_behind_wide_ones() -> None:
    assert doubled("🎉 the the 🎉🎉 of of", "in in") == [["the the", "of of"], ["in in"]]


def test_a_flood_is_linear() -> None:
    assert len(doubled("ha " * 100_000)[0]) == 99_999
