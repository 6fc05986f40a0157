"""Words that a text tells as somebody's without quotation marks."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from newslint.facts.furniture.pieces import Piece, line_at
from newslint.facts.furniture.reported import is_reported, is_told
from newslint.text.scan import MAX_HITS


def reported(text: str, words: str) -> bool:
    start = text.index(words)
    piece = Piece(start, start + len(words))
    return is_reported(text, piece, line_at(text, *piece))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Share this story, says the teacher, and the child does.", "Share this story"),
        ("Be the first to comment, the forum had said. It has a rule.", "Be the first"),
        ("Share this story, she says at the end of each film.", "Share this story"),
        ("We use cookies, the office warns its readers.", "We use cookies"),
        ("The old banner read: we use cookies.", "we use cookies"),
        ("The old banner said that on this page we use cookies.", "we use cookies"),
        ("The app asked its users to share this story with a friend.", "share this story"),
        ("— Подпишитесь на канал! — посоветовал чиновник.", "Подпишитесь"),
        ("—Suscríbete —dijo el alcalde—. Es gratis.", "Suscríbete"),
        ("Abonnez-vous, a-t-il dit, et ils le firent.", "Abonnez-vous"),
        ("Abonnez-vous, dit l’adjointe au maire.", "Abonnez-vous"),
        ("Theo dõi chúng tôi, ông Hải cho biết.", "Theo dõi chúng tôi"),
        ("关注我们，一位母亲说。", "关注我们"),
        ("横幅上写着：关注我们。", "关注我们"),
        ("フォローしてくださいと話す店主。", "フォローして"),
        ("Bizi takip edin diye bağırdı.", "Bizi takip ed"),
    ],
)
def test_a_verb_of_speech_beside_words_tells_them(text: str, words: str) -> None:
    assert reported(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Share this story. The mayor said no.", "Share this story"),
        ("Share this story! The mayor said no.", "Share this story"),
        ("Subscribe to our paper, where Ada explains the news.", "Subscribe to our"),
        ("Sign up for a letter, a friend called The Brief of the day.", "Sign up"),
        ("As we always say: subscribe to our paper", "subscribe to our"),
        ("We ask you to support our work.", "support our"),
        ("Must read: share this story", "share this story"),
        ("Follow us on Facebook Bridge closed, says the mayor", "Follow us on"),
        ("Volg ons, deel dit bericht", "Volg ons"),
        ("Subscribe to our paper, our editor says.", "Subscribe to our"),
    ],
)
def test_a_page_speaks_for_itself(text: str, words: str) -> None:
    assert not reported(text, words)


def test_words_in_quotation_marks_are_told() -> None:
    text = "The sign “Follow us” hangs."
    assert is_told(text, Piece(10, 19), line_at(text, 10, 19))


def test_each_language_has_verbs_and_nothing_unknown() -> None:
    table = json.loads(files("newslint.data").joinpath("speech_verbs.json").read_text(encoding="utf-8"))["languages"]
    kinds = {kind for language in table.values() for kind in language}
    assert kinds == {
        "inverted", "final", "ahead", "posted", "that", "asking", "to", "speakers", "own", "links", "joined", "ends",
    }  # fmt: skip
    assert all(words == sorted(set(words)) for language in table.values() for words in language.values())
    assert all({"inverted", "final", "joined", "ends"} & language.keys() for language in table.values())


def test_a_flood_in_one_line_is_read_in_windows() -> None:
    text = "Share this; " * 100_000
    pieces = [Piece(at * 12, at * 12 + 10) for at in range(MAX_HITS)]
    assert not any(is_reported(text, piece, line_at(text, *piece)) for piece in pieces)
