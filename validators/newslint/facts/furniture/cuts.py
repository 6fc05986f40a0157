"""The marks that a shortened text ends with."""

from __future__ import annotations

import re

from newslint.facts.furniture.needles import fold
from newslint.facts.furniture.pieces import Piece
from newslint.facts.furniture.words import any_of

_READ_ON = (
    "read more", "continue reading", "keep reading", "read the full story", "read the full article",
    "read the full report", "weiterlesen", "mehr lesen",
    "lire la suite", "lire plus", "leer más", "seguir leyendo", "continuar leyendo", "leia mais", "continue lendo",
    "leggi tutto", "continua a leggere", "lees verder", "lees meer",
    "läs mer", "læs mere", "les mer", "lue lisää",
    "czytaj więcej", "czytaj dalej", "číst dál", "číst dále", "celý článek", "čítajte viac", "čítať ďalej",
    "tovább olvasom", "citește mai mult", "citeşte mai mult", "citeste mai mult", "opširnije", "pročitaj više",
    "pročitajte više", "читати далі", "читать далее", "читать дальше",
    "прочетете още", "виж повече", "διαβάστε περισσότερα", "devamını oku", "haberin devamı",
    "اقرأ المزيد", "ادامه مطلب",
    "קרא עוד", "और पढ़ें", "आगे पढ़ें", "আরও পড়ুন", "baca selengkapnya", "xem thêm", "อ่านต่อ",
    "阅读全文", "查看全文",
    "閱讀更多", "続きを読む", "더 보기", "더보기",
)  # fmt: skip
_REACH = 60
_SIGNATURE = 20
"""Characters of an agency's name in its line, ``/ritzau/``."""
_ENTITY = "&#8230;|&#x2026;|&hellip;"
_ELLIPSIS = rf"(?:…|\.{{2,5}}|{_ENTITY})"
_COUNTED = re.compile(rf"(?:{_ELLIPSIS} ?)?\[\+\d{{1,7}} ?(?:chars?|characters)\]$")
_INVITED = re.compile(rf"(?P<cut>\[?{_ELLIPSIS}\]?)?\s{{0,6}}[\[(]?{any_of(_READ_ON)}[\W_]{{0,8}}$", re.IGNORECASE)
_ALONE = re.compile(rf"\s\[?(?:…|\.\.\.|{_ENTITY})\]?$|\[{_ELLIPSIS}\]$|\({_ELLIPSIS}\)$")
_BEHIND = re.compile(r"[\W_]{0,12}$")
_FINAL = (".", "!", "?", "。", "।", "۔", "”", "»", '"', ":", ")")


def cut_mark(text: str) -> Piece | None:
    """Return the mark of a cut at the end of *text*: ``[+123 chars]``, ``… Read more``, ``[…]`` or a lone ``…``.

    "Read more" marks a cut only where an ellipsis or an unfinished sentence stands before it.
    """
    end = len(text.rstrip())
    floor = max(0, end - _REACH)
    tail = text[floor:end]
    match = _COUNTED.search(tail) or _ALONE.search(tail)
    if match is None:
        match = _INVITED.search(tail) if _may_invite(tail) else None
        before = text[: floor + match.start()].rstrip() if match else ""
        if match is None or not before or (match["cut"] is None and _is_finished(before)):
            return None
    start = floor + match.start() + len(match.group()) - len(match.group().lstrip())
    return Piece(start, end)


def _is_finished(before: str) -> bool:
    """Return whether *before* ends with a sentence, or with the short signature of an agency below one."""
    above, line_end, signature = before[-_REACH:].rpartition("\n")
    is_signed = line_end and len(signature) <= _SIGNATURE and above.rstrip().endswith(_FINAL)
    return before.endswith(_FINAL) or bool(is_signed)


def _may_invite(tail: str) -> bool:
    """Return whether *tail* ends with an invitation: to search for all of them takes ten times as long."""
    return _last_letters(tail).endswith(_INVITATIONS)


def _last_letters(text: str) -> str:
    """Return *text* up to its last letter, folded.

    Vowel signs at the end are no letters for ``re``, and left out too.
    """
    behind = _BEHIND.search(text, max(0, len(text) - 12))
    bare = text[: behind.start()] if behind else text
    return fold(bare)


_INVITATIONS = tuple(_last_letters(phrase) for phrase in _READ_ON)
