"""Text of other alphabets that was read as Latin-1: what is proven to be one, and what it was."""

from __future__ import annotations

import pytest

from newslint.facts.misread import is_misread, misread

WRITTEN = [
    ("windows-1251", "Паром вернулся в гавань после шторма, сообщил капитан, и на борту никто не пострадал."),
    ("windows-1251", "Міст закрили на ремонт, і він відкриється в травні, сказав мер міста."),
    ("windows-1251", "Мостът е затворен за ремонт и ще бъде отворен през май, каза кметът на града."),
    ("koi8-r", "Паром вернулся в гавань после шторма, сообщил капитан, и на борту никто не пострадал."),
    ("windows-1253", "Η γέφυρα θα μείνει κλειστή για επισκευές μέχρι τον Μάιο, είπε ο δήμαρχος της πόλης."),
    ("windows-1255", "הגשר ייסגר לתיקונים עד חודש מאי, אמר ראש העיר, והמעבורת של הנמל תפעל גם בלילה."),
    ("windows-1256", "سيبقى الجسر مغلقا حتى شهر مايو، قال رئيس البلدية، وإن العبارة ستعمل في الليل."),
]


@pytest.mark.parametrize(("encoding", "text"), WRITTEN)
@pytest.mark.parametrize("wrong", ["latin-1", "windows-1252"])
def test_it_is_read_anew(encoding: str, text: str, wrong: str) -> None:
    line = text.encode(encoding).decode(wrong)
    assert is_misread(line)
    [found] = misread(f"Ferry 12: {line} The end.")
    assert (found.start, found.text) == (10, text)
    assert found.encoding == f"{encoding} read as latin-1"


def test_quotation_marks_and_dashes_tell_windows_1252() -> None:
    line = "„Паром“ вернулся в гавань — и на борту никто не пострадал."
    [found] = misread(line.encode("windows-1251").decode("windows-1252"))
    assert (found.text, found.encoding) == (line, "windows-1251 read as windows-1252")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Привет и на борту никто не пострадал.",
        "Ïðèâåò, ìèð",  # too short to be proven
        "Ünïcödé ÄÖÜßäöü ÀÁÂÃÄÅÆÇ ÈÉÊËÌÍÎÏ ÐÑÒÓÔÕÖØ ÙÚÛÜÝÞß àáâãäåæç",
        "Það er bæði ð og þ í orðunum: æðið, ýtið, óþæði, þýði, æði, áíóúý, íð.",
        "Très été, là où âgé à côté dès déjà élevé, près forêt.",
        "à à à à à à à à à à à à à à à à à à à à à à à à",
        "\ud800 ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝ 漢字",
    ],
)
def test_what_is_not_proven_is_left_alone(line: str) -> None:
    assert list(misread(line)) == []


def test_accents_do_not_make_a_text_misread() -> None:
    assert not is_misread("Été à Orléans : l’élève a été élevé près de la forêt.")
    assert not is_misread("Øyværingen så fjæra og øya på nært hold.")
