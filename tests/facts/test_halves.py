from __future__ import annotations

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import Bodies
from newslint.model import Article


def halves(*bodies: str) -> list[list[str]]:
    together = Bodies(bodies)
    found = []
    for position, body in enumerate(bodies):
        facts = ArticleFacts(Article(id="1", body=body), bodies=together, position=position)
        found.append([body[at - 1 : at + 3] for at in facts.halves])
    return found


def test_hyphens_before_a_space_or_a_line_end() -> None:
    assert halves("ab- cd, ef-\ngh", "ab - cd ef-gh ij-  kl", "по- ле") == [["b- c", "f-\ng"], [], ["о- л"]]


def test_not_across_bodies() -> None:
    assert halves("ab-", "cd") == [[], []]


def test_places_are_characters_behind_wide_ones() -> None:
    assert halves("🎉 ab- cd 🎉 ef- gh") == [["b- c", "f- g"]]
