"""Plain text, rewritten."""

from __future__ import annotations

import codecs
from typing import Any

import pytest

STORY = "Hafen gesperrt bis auf Weiteres\r\n\r\nDer Hafen von Ollersund bleibt zu.  \r\n\r\nGrund: Eis\r\n\r\n \r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_only_the_edited_characters_change(rewrite: Any, mark: bytes, encoding: str) -> None:
    raw, work = rewrite("a.txt", mark + STORY.encode(encoding), {"Ollersund": "Öllersund", "Eis": "Eis."})
    assert raw == mark + STORY.replace("Ollersund", "Öllersund").replace("Eis", "Eis.").encode(encoding)
    assert (len(work.made), work.refused) == (1, [])


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le", "cp037", "utf-8-sig", "utf-7"])
def test_a_configured_encoding_is_kept(rewrite: Any, encoding: str) -> None:
    mark = "".encode(encoding)
    text = "Fête au marché de Quimerch\n\nLe maire a parlé &amp; chanté."
    data = text.encode(encoding).removeprefix(mark)
    raw, _ = rewrite("a.txt", data, {"&amp;": "&", "Fête": "Fete"}, encoding=encoding)
    assert raw == text.replace("&amp;", "&").replace("Fête", "Fete").encode(encoding).removeprefix(mark)


def test_edits_at_the_very_start_and_end(rewrite: Any) -> None:
    raw, _ = rewrite("a.txt", "Xeine Zeile und noch eine ZeileY", {"X": "", "Y": "."})
    assert raw.decode() == "eine Zeile und noch eine Zeile."


def test_a_character_that_the_encoding_lacks_leaves_the_article_alone(rewrite: Any) -> None:
    data = "Le prix est de 3 EUR.".encode("latin-1")
    raw, work = rewrite("a.txt", data, {"EUR": "€"}, encoding="latin-1")
    assert raw == data
    assert work.made == []
    assert [reason for _, reason in work.refused] == [
        "its repair needs the character U+20AC, which is not in ISO8859-1"
    ]


def test_a_lone_surrogate_is_never_written(rewrite: Any) -> None:
    raw, work = rewrite("a.txt", "Ein Satz.", {"Satz": "\ud800"})
    assert (raw, work.made, len(work.refused)) == (b"Ein Satz.", [], 1)


def test_a_text_that_has_changed_is_left_alone(rewrite: Any) -> None:
    raw, work = rewrite("a.txt", "Ein alter Satz.", {"alter": "neuer"}, later=b"Ein alter Satz mehr.")
    assert raw == b"Ein alter Satz mehr."
    assert [reason for _, reason in work.refused] == ["its text is no longer what was checked"]


def test_half_a_character_at_the_end_stays(rewrite: Any) -> None:
    cut = "Die Brücke öffnet morgen é".encode()[:-1]
    raw, work = rewrite("a.txt", cut, {"morgen": "heute"})
    assert raw == cut.replace(b"morgen", b"heute")
    assert len(work.made) == 1
