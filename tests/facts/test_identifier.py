"""The statistical identifier: one by one and many at a time, it gives the same answers."""

from __future__ import annotations

import pytest

from newslint.facts.identifier import likeliest, probabilities

TEXTS = (
    "The harbour master welcomed the passengers of the first ferry.",
    "Der Hafenmeister begrüßte die Fahrgäste der ersten Fähre.",
    "Смотритель порта встретил пассажиров первого парома.",
    "Luka će biti zatvorena za ribarske brodove do kraja mjeseca.",
    "港口管理员迎接了第一班渡轮的乘客。",
    "THE HARBOUR MASTER WELCOMED ALL OF THEM",
    "e\u0301tait fermé depuis la tempête de l'an dernier",
    "مدير الميناء استقبل ركاب العبارة الأولى",
    "1 2 3",
    "",
    "\ud800 a lone surrogate",
    "Hafnarstjórinn tók á móti farþegum fyrstu ferjunnar. " * 20,
)


@pytest.mark.parametrize("times", [1, 40])
def test_many_at_a_time_are_told_as_each_alone(times: int) -> None:
    texts = [f"{text} {number}" if number else text for number in range(times) for text in TEXTS]
    assert likeliest(texts) == [probabilities(text).best for text in texts]


def test_the_answers_are_in_the_order_of_the_questions() -> None:
    assert likeliest([*TEXTS, *TEXTS])[:3] == ["en", "de", "ru"]
    assert likeliest(TEXTS[:2]) == ["en", "de"]
    assert likeliest([]) == []
