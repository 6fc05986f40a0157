"""Words that one language spells and its neighbour cannot: further proof where close languages are told apart.

The letters are those that native words have often; those that a neighbour has in loan words only do not count.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from newslint.facts.alphabets import letters_of
from newslint.facts.kinship import group_of

_OTHERS = MappingProxyType(
    {
        "hr": "čćđšž" + "ђјљњћџ",
        "sl": "čšž",
        "oc": "àáçèéíïòóúü",
        "fr": "àâçèéêëîïôùûüÿœæ",
        "ht": "àèòé",
        "it": "àèéìíòóùú",
        "la": "āēīōūăĕĭŏŭæœ",
        "de": "äöüßé",
        "lb": "äëéèêöü",
        "is": "áðéíóúýþæö",
        "fo": "áðíóúýæøö",
        "ga": "áéíóú",
        "gd": "àèìòùáéó",
        "tr": "çğıöşüâîû",
        "az": "əçğıöşüqx",
        "tk": "äçžňöşüý",
        "crh": "çğıñöşüâq",
        "ar": "ةإىأآؤئءكيه",
        "fa": "پچژگکیآئءأؤكيهةۀ",
        "ur": "پچژگکیےٹڈڑںھہۃۂآئءأؤ",
        "ps": "پچژګگټډړږښځڅڼېۍئکكیيآأءؤهة",
        "sd": "ٻڀٺٽٿڄڃڇڏڌڊڍڙڪگڳڱڻڦپچيئھکآأءؤ",
        "ku": "پچژگڤڕڵێۆەکیئهھ" + "çêîşû",
        "ug": "پچژگڭۇۆۈۋېەىكيئھ",
        "bn": "র",
        "as": "ৰৱ",
    }
)
"""As in :mod:`newslint.facts.alphabets`, for languages that need no more than to be told from their neighbours. Letters
that a neighbour's keyboard may give by mistake (Arabic and Persian yeh and kaf) are in the alphabets of both."""

_SPELLINGS = MappingProxyType(
    {
        # A hard sign stands before ``е ё ю я`` only in Russian, and for a vowel in Bulgarian.
        ("ru", "bg"): r"ъ(?![еёюя])",
        # Dutch writes ``ij`` and ``sch``.
        ("nl", "af"): r"ê|^sk[^aeiu]|^(?:[bhjmsw]|vr|kr|bl)y$|[bdgkprstvw]y[dfgknr](?:e|$)",
        # Case endings that Hindi does not have, or writes apart; few of its words end in a virama.
        ("hi", "ne"): r"हरू|्$|.बाट$|एको$|..लाई$|थियो$|.छ$",
        ("hi", "mr"): r"ळ|च्या$|ण्या|ाने$|ला$",
        # Spanish writes ``ci`` and ``ll`` where Portuguese writes ``ç`` and ``lh``, and doubles no ``s``.
        ("es", "ca"): r"l·l|.ny(?:s|$)|.ss[aeiou]|ció$|tge",
        ("es", "pt"): r".ss[aeiouãõ]|.lh[aeo]",
        ("pt", "es"): r"ll[aeoiuó]|ci(?:ón|ones)$",
        ("ca", "es"): r"ci(?:ón|ones)$",
        ("am", "ti"): r"[ቐ-ቝኸ-ኽ]|^ኣ",
    }
)
"""What the first language cannot spell, and the second does, beyond letters."""

_WORD = re.compile(r"[\w·'’\u0900-\u0963\u0980-\u09e3]+")
_SHORTEST = 2


def foreign_words(text: str, language: str, other: str) -> int:
    """Return how many different words of *text*, in lower case, *other* can spell and *language* cannot.

    Names do not count where they begin with a capital; in scripts without capitals they do.
    """
    spelled = _spelled(group_of(language), group_of(other))
    if spelled is None:
        return 0
    words = {word for word in _WORD.findall(text) if len(word) >= _SHORTEST and not word[0].isupper()}
    return sum(spelled.search(word) is not None for word in words)


@cache
def _spelled(language: str, other: str) -> re.Pattern[str] | None:
    own, others = _alphabet(language), _alphabet(other)
    patterns = [_SPELLINGS[language, other]] if (language, other) in _SPELLINGS else []
    if own and others and (letters := "".join(sorted(others - own))):
        patterns.append(f"[{letters}]")
    return re.compile("|".join(patterns)) if patterns else None


def _alphabet(group: str) -> frozenset[str]:
    return frozenset(_OTHERS.get(group) or letters_of(group))
