"""The language of bodies and paragraphs at a glance: sure where it speaks, silent elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import BodyTable
from newslint.facts.home_words import AT_HOME, LOOK_CLOSER, NO_PROSE, TOO_SHORT
from newslint.facts.languages import paragraph_language
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


SHORT_LINES = (
    "Harbour master welcomes ferry passengers",
    "Engineers inspect damaged lighthouse stairs",
    "Fishermen protest against rising mooring fees",
    "Museum reopens after winter renovation work",
    "Quarry workers strike over unpaid wages",
    "Farmers warn about damaged potato crops",
    "Local bakery wins national bread prize",
    "Divers discover ancient anchor near Elmbridge",
    "Schools close early because of heavy snow",
    "Volunteers paint abandoned railway station",
)


def test_short_lines_without_words_that_tell_are_at_home_where_the_identifier_says_so() -> None:
    foreign = ("Hafenmeister begrüßt zahlreiche Fahrgäste begeistert", "Смотритель порта встречает пассажиров парома")
    (found,) = BodyTable(["\n".join([TALL, TALL, *SHORT_LINES, *foreign])]).glances
    assert list(found) == [AT_HOME] * 12 + [LOOK_CLOSER] * 2


def test_a_line_with_the_words_of_another_language_is_not_left_to_the_identifier() -> None:
    line = "Regional council: Das ist der Stand und das sind the facts"
    (found,) = BodyTable(["\n".join([TALL, TALL, *SHORT_LINES, line])]).glances
    assert found[-1] == LOOK_CLOSER


def test_lines_of_names_are_no_prose() -> None:
    names = "Harlan Pettibone, Odette Marchbanks, Silas Wetherby"
    (found,) = BodyTable(["\n".join([TALL, TALL, names, f"{names} d'Orville"])]).glances
    assert list(found) == [AT_HOME, AT_HOME, NO_PROSE, LOOK_CLOSER]
    assert paragraph_language(names, "en").why == "no prose"


def test_common_words_at_both_ends_settle_a_long_paragraph() -> None:
    plain = "Harbour masters welcome ferry passengers whenever stormy weather permits sailing. " * 8
    assert list(BodyTable([f"{TALL}\n{TALL}\n{plain}"]).glances[0]) == [AT_HOME, AT_HOME, LOOK_CLOSER]
    ends = f"There is no way that it was all for him. {plain} That is all there was to it, she said to them."
    assert list(BodyTable([f"{TALL}\n{TALL}\n{ends}"]).glances[0]) == [AT_HOME, AT_HOME, AT_HOME]


def test_a_script_of_one_language_settles_a_paragraph() -> None:
    body = "\n".join(["부두 위원회는 화요일 저녁 옛 나루터를 다시 짓기로 결정했다고 항만 관리인이 그러나 있다."] * 3)
    (found,) = BodyTable([f"{body}\n새우잡이배선장협회총회개최안내문발송완료"]).glances
    assert set(found) == {AT_HOME}


def test_words_with_vowel_signs_are_known() -> None:
    hindi = "नगर परिषद ने मंगलवार की शाम को पुराने घाट को फिर से बनाने का फैसला किया, जो पिछले साल के तूफान के बाद से बंद है।"
    assert [language and language.group for language in BodyTable([hindi]).spoken] == ["hi"]


def test_the_words_known_are_the_same_in_every_process() -> None:
    program = "import zlib; from newslint.facts.home_words import _table; print(zlib.crc32(_table().checks.tobytes()))"
    told = {
        subprocess.check_output([sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    }
    assert len(told) == 1
