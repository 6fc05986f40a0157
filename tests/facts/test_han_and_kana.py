"""Chinese and Japanese at a glance, by their signs."""

from __future__ import annotations

import numpy as np
import pytest

from newslint.facts.article_facts import ArticleFacts
from newslint.facts.bodies import BodyTable
from newslint.facts.han_and_kana import language_in_signs, written_in_signs
from newslint.facts.home_words import AT_HOME, LOOK_CLOSER, TOO_SHORT
from newslint.facts.languages import article_language, paragraph_languages
from newslint.model import Article
from newslint.text.segment import paragraphs

CHINESE = "青石镇议会周二晚上决定重建旧渡口，该渡口自去年风暴以来一直关闭。港口管理员说，工程将在夏天之前开始。"
JAPANESE = "青石町議会は火曜日の夜、昨年の嵐以来閉鎖されている古い渡し場を再建することを決めた。工事は夏までに始まる。"
ENGLISH = "The council of Elmbridge Quay voted on Tuesday evening to rebuild the old ferry landing."


def units(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
    return np.frombuffer(text.encode("utf-16-le"), np.uint16)


@pytest.mark.parametrize(("text", "language"), [(CHINESE, "zh"), (JAPANESE, "ja")])
def test_signs_name_the_language(text: str, language: str) -> None:
    assert language_in_signs(units(text)) == (language, 1.0)


@pytest.mark.parametrize("text", ["", ENGLISH, f"{ENGLISH} {CHINESE}", f"{CHINESE} のの"])
def test_what_is_mixed_or_of_another_script_is_not_named(text: str) -> None:
    assert language_in_signs(units(text)) is None


def test_chinese_is_not_at_home_in_a_japanese_body() -> None:
    text = JAPANESE + CHINESE
    starts, ends = np.array([0, len(JAPANESE)]), np.array([len(JAPANESE), len(text)])
    assert written_in_signs(units(text), starts, ends, "ja").tolist() == [True, False]
    assert written_in_signs(units(text), starts, ends, "zh").tolist() == [False, True]


def test_a_body_among_others_is_told_and_its_paragraphs_too() -> None:
    body = f"{CHINESE}\n\n  {CHINESE}\n{ENGLISH}\n周二晚上\n{CHINESE}{ENGLISH}\n{CHINESE * 6}"
    table = BodyTable([ENGLISH, body, ENGLISH], ["", CHINESE[:20], ""])
    assert [language and language.group for language in table.spoken][1] == "zh"
    closer = LOOK_CLOSER
    assert list(table.glances[1]) == [AT_HOME, AT_HOME, closer, TOO_SHORT, closer, AT_HOME]
    assert list(table.title_glances[1]) == [AT_HOME]


@pytest.mark.parametrize("text", [CHINESE, JAPANESE])
def test_the_glance_says_what_a_closer_look_says(text: str) -> None:
    article = Article(id="1", body="\n\n".join([text] * 4))
    facts, parts = ArticleFacts(article), paragraphs(article.text("body"))
    assert facts.language == article_language(article, parts)
    closer = paragraph_languages(parts, facts.language.code, bytes(len(parts)))
    assert [found.verdict for found in facts.paragraph_languages] == [found.verdict for found in closer]
