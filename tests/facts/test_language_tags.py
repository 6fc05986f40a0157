from __future__ import annotations

import pytest

from newslint.facts.language_tags import is_tag, tag_meant


@pytest.mark.parametrize("value", ["en", "EN-us", "zh-Hant-TW", "pcm", "und", "x-courier", "es-419", "iw"])
def test_tags(value: str) -> None:
    assert is_tag(value)


@pytest.mark.parametrize(
    "value", ["", "en_US", "eng", "ger", "English", "ua", "jp", "1033", "en ", "en-", "xx", "\ud800"]
)
def test_no_tags(value: str) -> None:
    assert not is_tag(value)


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en_US.UTF-8", "en-US"),
        ("eng", "en"),
        ("Deutsch", "de"),
        ("FRENCH", "fr"),
        ("العربية", "ar"),
        ("ua", None),
        ("English, French", None),
        ("English/French", None),
        ("the language of the town of Marlow and its harbour", None),
        ("", None),
        ("\ud800\ud800\ud800", None),
    ],
)
def test_meaning(value: str, tag: str | None) -> None:
    assert tag_meant(value) == tag


@pytest.mark.parametrize("value", ["en_US", "eng", "English", "русский", "pt_BR", "Norwegian", "serbo-croatian"])
def test_what_is_meant_is_a_tag(value: str) -> None:
    tag = tag_meant(value)
    assert tag is not None
    assert is_tag(tag)
