"""LNG003: a model of the user's, and Russian in Latin letters."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest

from newslint.checks.language.untranslated_duplicate import UntranslatedDuplicate
from newslint.errors import ConfigError
from newslint.facts.article_facts import ArticleFacts
from newslint.model import Article, Finding

BODY = (
    "The valley was quiet on the morning after the storm, and the road to the pass was closed.",
    "Az erdő fái között lassan szállt fel a köd, és senki sem tudta, mikor jön vissza a nyár a hegyekbe.",
    "Fog rose slowly among the trees of the wood, and nobody knew when summer would come back to the hills.",
    "Hikers are asked to stay in the huts until the wind has died down and the paths are dry.",
)


def findings(check: UntranslatedDuplicate, body: tuple[str, ...], language: str = "en") -> list[Finding]:
    article = Article(id="1", language=language, body="\n\n".join(body))
    return list(check.check(article, ArticleFacts(article)))


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A module with a model that takes texts about fog for one another; what it was asked."""
    asked: list[list[str]] = []

    def encode(texts: list[str]) -> Any:
        asked.append(texts)
        return [[1.0, 0.0] if "köd" in text or "Fog" in text else [0.0, 1.0] for text in texts]

    module = ModuleType("tiny_model")
    module.encode = encode  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tiny_model", module)
    return asked


def test_without_names_numbers_and_table_there_is_nothing_to_go_by() -> None:
    assert findings(UntranslatedDuplicate(), BODY) == []


def test_a_model_adds_what_the_texts_mean(model: list[list[str]]) -> None:
    options = UntranslatedDuplicate.Options(embedder="tiny_model:encode", embedder_weight=20.0)
    found = findings(UntranslatedDuplicate(options), BODY)
    assert [(finding.quote, finding.related[0].quote) for finding in found] == [(BODY[1], BODY[2])]
    assert len(model) == 1


def test_a_model_is_not_asked_without_a_foreign_paragraph(model: list[list[str]]) -> None:
    check = UntranslatedDuplicate(UntranslatedDuplicate.Options(embedder="tiny_model:encode"))
    assert findings(check, (BODY[0], BODY[2], BODY[3])) == []
    assert model == []


def test_a_model_that_cannot_be_loaded_stops_the_run_at_its_start() -> None:
    with pytest.raises(ConfigError, match=r"^LNG003\.embedder: cannot import 'nowhere\.to_be:found'"):
        UntranslatedDuplicate(UntranslatedDuplicate.Options(embedder="nowhere.to_be:found"))


def test_russian_in_latin_letters_is_named() -> None:
    body = (
        "Olmazor tumani hokimligi dushanba kuni yangi maktab qurilishi haqida xabar berdi.",
        "Maktab 2024-yil sentabr oyida ochiladi, qurilish uchun 12 million dollar ajratildi.",
        "Shkola otkroetsya v sentyabre 2024 goda, na stroitelstvo vыdeleno 12 millionov dollarov, i eto nachalo.",
        "Hokimlik vakili Dilshod Karimov ota-onalarga murojaat qildi va ularning savollariga javob berdi.",
    )
    (finding,) = findings(UntranslatedDuplicate(), body, "uz")
    assert finding.message.startswith("A paragraph left in Russian in Latin letters repeats paragraph 2 of this Uzbek")
    assert finding.evidence["language"] == "ru-Latn"
