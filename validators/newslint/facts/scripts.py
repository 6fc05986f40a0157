"""Writing systems: which letters a text is written in, and which script each language uses.

Counting scripts needs no model and settles most doubts about a paragraph's language. Codes are ISO 15924, with Han
and kana together as ``CJK`` because Japanese mixes them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

_RANGES = {
    "Latn": "A-Za-z\u00aa-\u00aa\u00ba-\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "CJK": "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "Hang": "\uac00-\ud7af\u1100-\u11ff\u3130-\u318f",
    "Arab": "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u05d0-\u05f2\ufb1d-\ufb4f",
    "Deva": "\u0900-\u0963\u0970-\u097f",
    "Beng": "\u0980-\u09e3\u09f0-\u09ff",
    "Guru": "\u0a00-\u0a65\u0a70-\u0a7f",
    "Gujr": "\u0a80-\u0ae5\u0af0-\u0aff",
    "Orya": "\u0b00-\u0b65\u0b70-\u0b7f",
    "Taml": "\u0b80-\u0be5",
    "Telu": "\u0c00-\u0c65\u0c70-\u0c7f",
    "Knda": "\u0c80-\u0ce5\u0cf0-\u0cff",
    "Mlym": "\u0d00-\u0d65\u0d70-\u0d7f",
    "Sinh": "\u0d80-\u0de5\u0df2-\u0df4",
    "Thaa": "\u0780-\u07bf",
    "Thai": "\u0e00-\u0e4f",
    "Laoo": "\u0e80-\u0ecf\u0edc-\u0edf",
    "Tibt": "\u0f00-\u0f1f\u0f40-\u0fff",
    "Mymr": "\u1000-\u103f\u1050-\u109f",
    "Khmr": "\u1780-\u17df",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Armn": "\u0530-\u058f",
    "Ethi": "\u1200-\u139f",
    "Mong": "\u1800-\u18af",
    "Tfng": "\u2d30-\u2d7f",
    # Cherokee, Canadian syllabics, Syriac, N'Ko, Javanese, Yi, Vai, Adlam and others of which nothing is known here.
    "Zzzz": "\u0700-\u074f\u07c0-\u085f\u13a0-\u167f\u16a0-\u177f\u18b0-\u1aaf\u1b00-\u1c7f\u2c00-\u2c5f\u2c80-\u2cff"
    "\ua000-\ua63f\ua6a0-\ua6ff\ua800-\ua8df\ua900-\ua95f\ua980-\ua9df\uaa00-\uaa5f\uaa80-\uaaff\uab70-\uabff"
    "\U00010280-\U00011fff\U00016800-\U00016fff\U0001e100-\U0001e97f"
    # Small capitals and mathematical letters, which no language is printed in: who writes in them evades a filter.
    "\u1d00-\u1d2b\ua720-\ua7ff\U0001d400-\U0001d7ff",
}
_NOT_LATIN = re.compile("[" + "".join(ranges for script, ranges in _RANGES.items() if script != "Latn") + "]")
_RUNS = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3040-\u30ff]+")
_HAN = re.compile("[\u3400-\u9fff]+")

LETTERS_PER_SIGN = MappingProxyType({"CJK": 2.5, "Hang": 2.0})
"""How many letters of an alphabet one sign stands for: the lengths of parallel news texts stand in that ratio."""

MIN_EXTRA_BYTES = 10
"""Fewest bytes beyond one a character in twelve letters of another script, Han and kana counted as the letters they
stand for: five signs of three bytes."""
MIN_EXTRA_SHARE = 0.2
"""Fewest of them per character in a text of which two letters in five are of another script; Vietnamese has more."""

_CYRILLIC = "ru uk be bg mk ky ba"
_CYRILLIC_OR_LATIN = "sr bs sh cnr uz az kk tk tt tg mn"
_ARABIC = "ar arz ary aeb fa prs ur ps sd ckb sdh"
_LATIN = """
    en de fr es it pt ca gl eu oc nl af fy lb sv da nb no nn is fo fi et lv lt pl cs sk sl hr ro hu sq mt ga gd cy br
    eo la id ms jv tl fil vi tr sw so om rw xh zu nr ss nd tn nso st sn yo ig wo ee bem ny ve mg mi sm to ty fj hmn shi
    fuc lg ln kik guw pcm ht vec lij wa an ext bcl ace ceb qu gug crh ltg se vo kab gcr gcf uzs
"""
_SOLE = {
    "Grek": "el", "Hebr": "he", "Geor": "ka", "Armn": "hy", "Thai": "th", "Laoo": "lo", "Mymr": "my", "Khmr": "km",
    "Hang": "ko", "Sinh": "si", "Thaa": "dv", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Guru": "pa",
    "Gujr": "gu", "Orya": "or", "Mong": "mn",
}  # fmt: skip
"""Scripts that news is printed in in one language only."""

SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {language: (script,) for script, language in _SOLE.items()}
    | dict.fromkeys(_LATIN.split(), ("Latn",))
    | dict.fromkeys(_CYRILLIC.split(), ("Cyrl",))
    | dict.fromkeys(_CYRILLIC_OR_LATIN.split(), ("Cyrl", "Latn"))
    | dict.fromkeys(_ARABIC.split(), ("Arab",))
    | dict.fromkeys(("hi", "mr", "ne", "sa", "gom"), ("Deva",))
    | dict.fromkeys(("ja", "zh", "yue", "wuu"), ("CJK",))
    | dict.fromkeys(("bn", "as"), ("Beng",))
    | dict.fromkeys(("am", "ti"), ("Ethi",))
    | dict.fromkeys(("bo", "dz"), ("Tibt",))
    | {"ko": ("Hang", "CJK"), "pa": ("Guru", "Arab"), "ha": ("Latn", "Arab"), "ug": ("Arab", "Latn", "Cyrl")}
    | {
        "ku": ("Latn", "Arab"),
        "shi": ("Latn", "Arab"),
        "kmr": ("Latn", "Arab", "Cyrl"),
        "grc": ("Grek",),
        "hbo": ("Hebr",),
        "yi": ("Hebr",),
        "mn": ("Cyrl", "Latn", "Mong"),
    }
)
"""The scripts in which each language is printed, the usual one first; a language that is not here is not judged."""

_KNOWN = frozenset(script for scripts in SCRIPTS.values() for script in scripts)

_STARTS_AND_SCRIPTS = sorted(
    (ord(low), ord(high), script)
    for script, ranges in _RANGES.items()
    for low, high in re.findall("(.)-(.)", ranges, re.DOTALL)
)
SCRIPT_NAMES = tuple(_RANGES)
NO_SCRIPT = 255
"""The number of what belongs to no script: digits, marks."""
_STARTS = [low for low, _, _ in _STARTS_AND_SCRIPTS]


def is_known(script: str) -> bool:
    """Return whether a language that can be judged is printed in *script*."""
    return script in _KNOWN


def count_letters(text: str) -> int:
    """Return the number of letters in *text*, in any script; digits and punctuation do not count."""
    return sum(map(len, _WORD.findall(text)))


def count_signs(text: str, script: str) -> int:
    """Return how many characters of *text* are letters or signs of *script*."""
    return sum(map(len, _RUNS[script].findall(text)))


def only_latin(text: str) -> bool:
    """Return whether *text* has no letter of a script other than Latin."""
    return text.isascii() or _NOT_LATIN.search(text) is None


def may_hide_another_script(text: str) -> bool:
    """Return whether *text* has room for words in a script other than Latin, enough of them to tell.

    Such letters take two bytes or more in UTF-8, and counting bytes is far cheaper than looking at letters.
    """
    if text.isascii():
        return False
    extra_bytes = len(text.encode("utf-8", "surrogatepass")) - len(text)
    return extra_bytes >= max(MIN_EXTRA_BYTES, MIN_EXTRA_SHARE * len(text))


def census(text: str) -> Mapping[str, float]:
    """Return how many letters of each script *text* has; Han, kana and hangul count as the letters they stand for."""
    if only_latin(text):
        letters = count_letters(text)
        return {"Latn": letters} if letters else {}
    found: Counter[str] = Counter()
    for character, times in Counter(text).items():
        script = _script_of(character)
        if script is not None:
            found[script] += times
    return {script: letters * LETTERS_PER_SIGN.get(script, 1.0) for script, letters in found.items()}


def letters_in(text: str) -> int:
    """Return the length of *text* in letters; Han, kana and hangul count as the letters they stand for."""
    return int(sum(census(text).values()))


@lru_cache(maxsize=8_192)
def _script_of(character: str) -> str | None:
    code = ord(character)
    position = bisect_right(_STARTS, code) - 1
    if position < 0:
        return None
    _, high, script = _STARTS_AND_SCRIPTS[position]
    return script if code <= high else None


@cache
def script_numbers() -> Any:
    """Return for every UTF-16 unit the number of its script in ``SCRIPT_NAMES``, or ``NO_SCRIPT``."""
    import numpy as np

    table = np.full(1 << 16, NO_SCRIPT, np.uint8)
    for low, high, script in _STARTS_AND_SCRIPTS:
        table[low : high + 1] = SCRIPT_NAMES.index(script)
    return table


def main_script(counts: Mapping[str, float]) -> str | None:
    """Return the script with the most letters, or ``None`` where there is no letter."""
    return min(counts, key=lambda script: (-counts[script], script)) if counts else None


def language_of_script(script: str, text: str) -> str | None:
    """Return the one language that is printed in *script*, or ``None`` where there are several.

    Han with at least a tenth of kana is Japanese (Japanese news has about half), Han without any is Chinese.
    """
    if script != "CJK":
        return _SOLE.get(script)
    return language_of_signs(*(sum(map(len, signs.findall(text))) for signs in (_KANA, _HAN)))


def language_of_signs(kana: int, han: int) -> str | None:
    """Return which language has so many kana and Han: Japanese, Chinese, or ``None`` where it may be either."""
    if kana >= 0.1 * (kana + han):
        return "ja"
    return "zh" if kana == 0 or han >= 50 * kana else None


def written_in(counts: Mapping[str, float], language: str) -> float:
    """Return the share (0 to 1) of the letters in a script of *language*; 0 where its scripts are not known."""
    total = sum(counts.values())
    return sum(counts.get(script, 0.0) for script in SCRIPTS.get(language, ())) / total if total else 0.0
