"""The language of bodies and paragraphs at a glance: sure where it speaks, silent elsewhere."""

from __future__ import annotations

import pytest

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import BodyTable
from newslint.facts.home_words import AT_HOME, LOOK_CLOSER, TOO_SHORT
from newslint.model import Article

ENGLISH = (
    "The council of Elmbridge Quay voted on Tuesday evening to rebuild the old ferry landing, which has been closed "
    "since the storm of last year. Work will start before the summer, the harbour master said."
)
RUSSIAN = (
    "Городской совет решил во вторник вечером восстановить старую пристань, которая была закрыта после шторма в "
    "прошлом году. Работы начнутся до лета, сообщил начальник порта, но только если будут деньги."
)
GERMAN = (
    "Der Stadtrat hat am Dienstagabend beschlossen, den alten Fähranleger wieder aufzubauen, der seit dem Sturm im "
    "vergangenen Jahr geschlossen ist. Die Arbeiten sollen noch vor dem Sommer beginnen, sagte der Hafenmeister."
)
CHINESE = "青石镇议会周二晚上决定重建旧渡口，该渡口自去年风暴以来一直关闭。" * 4
TALL = 4 * ENGLISH


def test_each_body_of_a_batch_has_its_own_language() -> None:
    spoken = BodyTable([ENGLISH, "", RUSSIAN, "1 2 3", GERMAN]).spoken
    assert [language and language.group for language in spoken] == ["en", None, "ru", None, "de"]


@pytest.mark.parametrize("body", [f"{ENGLISH}\n\n{GERMAN}", "The mill.", f"{CHINESE}\n\n{ENGLISH}"])
def test_where_languages_meet_or_little_is_said_nothing_is_told(body: str) -> None:
    assert BodyTable([body]).spoken == [None]


def test_what_a_glance_says_of_paragraphs() -> None:
    lines = [ENGLISH, "Tuesday", RUSSIAN, GERMAN, f"{ENGLISH} {RUSSIAN}", ENGLISH, ENGLISH, ENGLISH, ENGLISH, ENGLISH]
    (found,) = BodyTable(["\n".join(lines)]).glances
    closer = LOOK_CLOSER
    assert list(found) == [AT_HOME, TOO_SHORT, closer, closer, closer, AT_HOME, AT_HOME, AT_HOME, AT_HOME, AT_HOME]


@pytest.mark.parametrize("half", [f"{TALL} {4 * GERMAN}", f"{4 * GERMAN} {TALL}"])
def test_a_long_paragraph_left_half_untranslated_is_looked_at(half: str) -> None:
    (found,) = BodyTable(["\n".join([TALL, TALL, TALL, TALL, half])]).glances
    assert list(found) == [AT_HOME, AT_HOME, AT_HOME, AT_HOME, LOOK_CLOSER]


def test_a_language_that_is_declared_otherwise_is_looked_at() -> None:
    body = f"{ENGLISH}\n\n{ENGLISH}"
    assert ArticleFacts(Article(id="1", body=body)).language.code == "en"
    assert ArticleFacts(Article(id="1", body=body, language="de")).language.code == "en"
    assert ArticleFacts(Article(id="1", body=body, language="pcm")).language.code == "pcm"
