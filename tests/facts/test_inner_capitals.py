from __future__ import annotations

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.model import Article


def inside(*bodies: str) -> list[list[str]]:
    together = Bodies(bodies)
    found = []
    for position, body in enumerate(bodies):
        facts = ArticleFacts(Article(id="1", body=body), bodies=together, position=position)
        found.append([f"{body[each.start : each.at]}|{body[each.at : each.end]}" for each in facts.inner_capitals])
    return found


def test_capitals_between_small_letters() -> None:
    assert inside("firmOrlin, мостМэр", "iPad LinkedIn USAid McKay", "", "γέφυραΜετά") == [
        ["firm|Orlin", "мост|Мэр"], [], [], ["γέφυρα|Μετά"],
    ]  # fmt: skip


def test_not_across_bodies() -> None:
    assert inside("firm", "Orlin") == [[], []]


def test_places_are_characters_behind_wide_ones() -> None:
    assert inside("🎉 firmOrlin 🎉 nextWord") == [["firm|Orlin", "next|Word"]]


def test_caseless_scripts_have_none() -> None:
    assert inside("市长说大桥很安全 के लिए في المدينة") == [[]]
