"""The names of months and weekdays, by language: a table made from CLDR, read once."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec

_APOSTROPHES = str.maketrans({"\u02bc": "'", "\u2019": "'", "\u2018": "'"})
_SYNONYMS = {
    "no": "nb",
    "nn": "nb",
    "iw": "he",
    "in": "id",
    "sh": "sr",
    "bs": "sr",
    "cnr": "sr",
    "yue": "zh",
    "pcm": "en",
    "fil": "tl",
    "prs": "fa",
}

LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "ca", "nl", "sv", "da", "nb", "fi", "et", "lv", "lt", "pl", "cs", "sk", "sl"),
    *("hr", "sr", "bg", "mk", "ru", "uk", "be", "ro", "hu", "el", "tr", "ar", "fa", "he", "hi", "id", "zh", "ja", "ko"),
    *("ms", "tl", "sq", "gl", "is", "af", "sw", "ha", "az", "uz", "kk", "ky", "ka", "hy", "ur", "ps", "mr", "bn", "gu"),
    *("pa", "ta", "te", "kn", "ml"),
)
"""The languages whose dates are read, as ISO 639-1 codes."""


class DateNames(msgspec.Struct, frozen=True, gc=False):
    """Names of one language, folded by :func:`fold`, in every case form that stands beside a day number.

    Months count from 1, weekdays from 0 = Monday. The ``_short`` tables hold abbreviations, without their full stop;
    some of them are words of the language too (Czech ``po``, Italian ``set``, Portuguese ``dez``).
    """

    language: str
    months: Mapping[str, int]
    months_short: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekdays_short: Mapping[str, int]


def fold(word: str) -> str:
    """Return *word* as the tables spell it: NFC, lower case, straight apostrophes, no full stop at the end."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).translate(_APOSTROPHES).replace("İ", "i")
    return word.lower().rstrip(".")


@lru_cache(maxsize=256)
def base_language(language: str | None) -> str | None:
    """Return the supported language whose names a BCP 47 tag is read with (``pt-BR`` → ``pt``), or ``None``."""
    if not language:
        return None
    code = language.replace("_", "-").partition("-")[0].lower()
    code = _SYNONYMS.get(code, code)
    return code if code in LANGUAGES else None


@cache
def _tables() -> dict[str, dict[str, dict[str, int]]]:
    text = files("newslint.data").joinpath("date_names.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    languages: dict[str, dict[str, dict[str, int]]] = data["languages"]
    return languages


@cache
def load_names(language: str) -> DateNames:
    """Return the names of *language*, one of ``LANGUAGES``; an unknown language raises ``KeyError``."""
    return DateNames(language, **_tables()[language])
