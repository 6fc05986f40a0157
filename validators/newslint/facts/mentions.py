"""Damaged text that an article shows on purpose, because it is about such damage: ``café became cafÃ©``."""

from __future__ import annotations

import re

SUBJECT_REACH = 120
"""Characters on either side of an example within which its subject is named: a sentence or two."""
FORM_REACH = 60
"""Characters on either side of a damaged word within which its sound form stands: ``café becomes cafÃ©``."""
FORM_WORDS = 3
"""An example has at most so many words; longer runs are text."""
FORM_LETTERS = 3
"""Shorter words, such as ``è``, may stand sound and damaged in one line by chance."""
QUOTE_REACH = 20
"""Characters on either side of a damaged word within which the marks of its quotation stand."""

_NAMES = (
    "mojibake", "mojibaké", "utf-8", "utf8", "utf 8", "latin-1", "iso-8859", "iso 8859", "windows-125", "cp125", "koi8",
    "shift-jis", "shift_jis", "gb2312", "character set", "character encoding", "text encoding", "encoding error",
    "encoding problem", "zeichensatz", "zeichensätze", "zeichenkodierung", "zeichencodierung", "zeichensalat",
    "buchstabensalat", "encodage des caractères", "jeu de caractères", "codificación de caracteres",
    "juego de caracteres", "codificação de caracteres", "codifica dei caratteri", "set di caratteri", "tekencodering",
    "teckenkodning", "tegnsæt", "tegnsett", "merkistö", "kodowanie znaków", "kodowania znaków", "kódování znaků",
    "karakter kodlama", "karakterkódolás", "кракозябр", "крякозябр", "в кодировке", "кодировка текста",
    "кодировки текста", "кодировки символов", "кодування символів", "кодування тексту", "文字化け", "文字コード",
    "乱码", "亂碼", "字符编码", "字元編碼", "글자 깨짐", "문자 인코딩", "ترميز الحروف", "ترميز الأحرف", "קידוד תווים",
)  # fmt: skip
"""What the damage is called, and the character sets whose mistaking makes it. Unicode is not among them: it is named
in news about new signs, which has no examples of it."""
_EDGES = "\"'“”„‘’«»()[]<>.,;:!?…"
_OPEN, _CLOSE = '"“„«»‘‚', '"”“»«'
_BLANKS = re.compile(r"\s+")


def is_about_encodings(text: str) -> bool:
    """Return whether *text* names the damage or a character set."""
    lowered = text.lower()
    return any(name in lowered and not _is_declared(lowered, lowered.find(name)) for name in _NAMES)


def _is_declared(text: str, at: int) -> bool:
    """Return whether the name at ``text[at]`` is of markup that was left in the text: ``<meta charset="utf-8">``."""
    return text[max(0, at - 2) : at].rstrip("\"'").endswith("=")


def is_near_subject(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` stands near the name of what it is an example of."""
    return is_about_encodings(text[max(0, start - SUBJECT_REACH) : end + SUBJECT_REACH])


def is_beside_right_form(text: str, start: int, end: int, right: str) -> bool:
    """Return whether *right*, the sound form of the damaged ``text[start:end]``, stands beside it in the line."""
    form = right.strip(_EDGES).lower()
    if len(_BLANKS.split(form)) > FORM_WORDS or sum(map(str.isalpha, form)) < FORM_LETTERS:
        return False
    before = text[max(0, start - FORM_REACH) : start].rpartition("\n")[2]
    after = text[end : end + FORM_REACH].partition("\n")[0]
    return any(_has_word(part.lower(), form) for part in (before, after))


def _has_word(text: str, word: str) -> bool:
    at = text.find(word)
    return at >= 0 and not (text[at - 1 : at] if at else "").isalpha() and not text[at + len(word) :][:1].isalpha()


def is_quoted_word(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` stands in quotation marks, with hardly a word beside it."""
    before = text[max(0, start - QUOTE_REACH) : start + 1].rpartition("\n")[2]
    after = text[end - 2 : end + QUOTE_REACH].partition("\n")[0]
    return any(mark in before for mark in _OPEN) and any(mark in after for mark in _CLOSE)
