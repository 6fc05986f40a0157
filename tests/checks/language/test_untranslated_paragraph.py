from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from newslint.checks.language.untranslated_paragraph import UntranslatedParagraph
from newslint.facts import article_facts
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.twins import TwinAnswers
from newslint.model import Article, Finding

ENGLISH = "The school in the valley has been given a new roof, and the children will be back in their rooms on Monday."
RUSSIAN = "Водители автобусов требуют повышения зарплаты и обещают не выходить на работу, пока им её не повысят."
MORE_RUSSIAN = "Мэрия отвечает, что денег нет, но что переговоры с водителями продолжатся на следующей неделе."


def find(body: str, language: str | None = "en", **options: object) -> list[Finding]:
    article = Article(id="1", body=body, language=language)
    check = UntranslatedParagraph(UntranslatedParagraph.Options(**options))  # type: ignore[arg-type]
    return list(check.check(article, ArticleFacts(article)))


def test_span_is_the_whole_paragraph() -> None:
    body = f"{ENGLISH}\n\n  {RUSSIAN}  \n\n{ENGLISH}"
    [found] = find(body)
    assert body[found.start : found.end] == RUSSIAN == found.quote


def test_a_paragraph_with_a_twin_is_left_to_the_other_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_facts, "find_answers", lambda *_: TwinAnswers({1: twin(index=0)}, {}))
    assert find(f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}") == []


def test_what_it_may_repeat_is_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_facts, "find_answers", lambda *_: TwinAnswers({}, {1: twin(index=2)}))
    [found] = find(f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}")
    assert (found.evidence["may_repeat"], found.evidence["probability"]) == ("¶3", 0.6)


def twin(index: int) -> Any:
    return SimpleNamespace(partner_index=index, probability=0.6)


def test_two_far_apart_are_two_findings() -> None:
    assert len(find(f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}\n\n{MORE_RUSSIAN}\n\n{ENGLISH}")) == 2


def test_neighbours_are_two_findings_where_the_article_is_in_one_language() -> None:
    body = "\n\n".join([*[ENGLISH] * 12, RUSSIAN, MORE_RUSSIAN])
    assert len(find(body)) == 2


def test_neighbours_are_one_finding_in_a_bilingual_article() -> None:
    [found] = find("\n\n".join([ENGLISH, ENGLISH, ENGLISH, RUSSIAN, MORE_RUSSIAN]))
    assert found.quote == f"{RUSSIAN}\n\n{MORE_RUSSIAN}"
    assert found.evidence["paragraphs"] == 2


def test_bilingual_share_is_an_option() -> None:
    body = "\n\n".join([ENGLISH, ENGLISH, ENGLISH, RUSSIAN, MORE_RUSSIAN])
    assert len(find(body, bilingual_share=0.9)) == 2


def test_min_letters_is_an_option() -> None:
    body = f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}"
    assert find(body, min_letters=500) == []


def test_language_need_not_be_declared() -> None:
    [found] = find(f"{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}", language=None)
    assert found.evidence["article_language"] == "en"


def test_nothing_to_judge_without_a_body() -> None:
    article = Article(id="1", title="A title")
    facts = ArticleFacts(article)
    check = UntranslatedParagraph()
    assert not check.applies(article, facts)
    assert list(check.check(article, facts)) == []


def test_a_block_of_three_is_one_finding_in_any_article() -> None:
    body = "\n\n".join([*[ENGLISH] * 16, RUSSIAN, MORE_RUSSIAN, RUSSIAN])
    [found] = find(body)
    assert found.evidence["paragraphs"] == 3


def test_vocalised_arabic_is_a_citation() -> None:
    plain = "كتب المعلم على اللوح ما قاله الحكيم للتلاميذ في صباح ذلك اليوم البعيد من أيام الربيع"
    vocalised = "كَتَبَ المُعَلِّمُ عَلَى اللَّوْحِ مَا قَالَهُ الحَكِيمُ لِلتَّلَامِيذِ فِي صَبَاحِ ذَلِكَ اليَوْمِ"
    assert len(find(f"{ENGLISH}\n\n{plain}\n\n{ENGLISH}")) == 1
    assert find(f"{ENGLISH}\n\n{vocalised}\n\n{ENGLISH}") == []
