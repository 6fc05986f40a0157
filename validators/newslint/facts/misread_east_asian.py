"""Chinese, Japanese and Korean text whose bytes were read as Latin-1: ``ÊÐ³¡`` was ``市场``.

Two bytes are one letter here, and nearly any bytes are letters in one of the sets or another: what the text was is
told by the letters that are common in its language, and only where one set alone gives them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from newslint.facts.misread import as_bytes

TRIGGER = r"[\u0080-\u00ff]{6}"
"""What nearly every line of such text has; no word of a Latin alphabet has so many letters with accents in a row."""
MIN_HIGH = 20
"""Fewest bytes above ASCII in a line: ten letters."""
MIN_SHARE = 0.5
"""Share of such bytes among all signs of the line; in Latin alphabets it is below a third, in Vietnamese too."""
MIN_COMMON = {"Jpan": 0.3, "Kore": 0.3, "Hans": 0.2, "Hant": 0.2}
"""Share of common letters among those read: of kana in Japanese, of the 60 commonest syllables in Korean, of the 150
commonest signs in Chinese. In news they are about 0.5, 0.6 and 0.45; read in a wrong set, a text has less than a tenth
of them."""

_SETS: Mapping[str, str] = MappingProxyType(
    {"gb18030": "Hans", "big5": "Hant", "cp932": "Jpan", "euc_jp": "Jpan", "cp949": "Kore"}
)
_NAMES = {"gb18030": "gbk", "cp932": "shift_jis", "euc_jp": "euc-jp", "cp949": "euc-kr"}
_HANS = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同"
    "现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最"
    "重并物手应战向头文体政美相见被利什二等产或新己制身"
)
_HANT = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同"
    "現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最"
    "重並物手應戰向頭文體政美相見被利什二等產或新己制身"
)
_COMMON: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "Jpan": re.compile("[\u3041-\u3096\u30a1-\u30fa]"),
        "Kore": re.compile(
            "[이다는의에을가고하지를사한은로기도나인대들자서어리시그해일있아정수여으과보만라것까부전게주면했적오었구상스성제장]"
        ),
        "Hans": re.compile(f"[{_HANS}]"),
        "Hant": re.compile(f"[{_HANT}]"),
    }
)
_HIGH = re.compile("[^\x00-\x7f]")


class MisreadLine(NamedTuple):
    """What a line was, and how it came about."""

    text: str
    encoding: str


def misread_east_asian(line: str) -> MisreadLine | None:
    """Return what *line* was, if it is East Asian text that was read as Latin-1 or windows-1252."""
    high = len(_HIGH.findall(line))
    if high < MIN_HIGH or high < MIN_SHARE * len("".join(line.split())):
        return None
    data = as_bytes(line)
    if data is None or _is_utf8(data):
        return None
    told = {encoding: text for encoding, script in _SETS.items() if (text := _read(data, encoding, script))}
    # EUC has the kana at the places where the Chinese set has them, and none of the signs at the same.
    best = max(told, key=lambda encoding: _common(told[encoding], _SETS[encoding]), default=None)
    if best is None:
        return None
    wrong = "latin-1" if all(sign <= "\xff" for sign in line) else "windows-1252"
    return MisreadLine(told[best], f"{_NAMES.get(best, best)} read as {wrong}")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _read(data: bytes, encoding: str, script: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if _common(text, script) >= MIN_COMMON[script] else None


def _common(text: str, script: str) -> float:
    letters = sum(map(str.isalpha, _HIGH.findall(text)))
    return len(_COMMON[script].findall(text)) / letters if letters else 0.0
