"""Russian written in Latin letters: what an identifier of languages takes for no language at all.

Bilingual posts of Central Asia put Russian in the Latin letters of the other language (``Shkola otkroetsya v
sentyabre``). Put back into Cyrillic, as far as that goes, its words are those of the Russian tables.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.facts.running_text import without_addresses
from newslint.facts.scripts import count_letters
from newslint.facts.word_tables import stems, word_table

LANGUAGE = "ru"

MIN_LETTERS = 30
"""Fewest letters on which Russian is recognised, as for languages of one script in :mod:`newslint.facts.languages`."""

MIN_WORDS = 5
"""Fewest distinct words of four letters and more that are looked up."""

KNOWN_SHARE = 0.65
"""Share of the looked-up words (0 to 1) whose stems are known Russian ones. Of 531 sentences of translated news, 85 %
are recognised in the usual romanisation and 75 % in Uzbek letters; of about 500 each in 19 other languages none, but
one in Slovak and, romanised themselves, 4 % in Bulgarian and 2 % in Ukrainian."""

_MIN_STEM = 4
_MIN_SMALL_WORDS = 2

MIN_CHARACTERS = MIN_WORDS * (_MIN_STEM + 1) - 1
"""Shorter texts have no room for the words that are looked up, and need not be asked about."""

_SMALL_WORDS = frozenset(
    {
        *("bez", "budet", "byl", "byla", "byli", "bylo", "bыl", "bыla", "bыli", "bыlo", "chto", "chtoby", "chtobы"),
        *("dlya", "do", "ego", "esli", "esho", "eshche", "eto", "etogo", "etom", "i", "ili", "ix", "ikh", "iz", "k"),
        *("kak", "kotorogo", "kotoroy", "kotorom", "kotoryy", "kotorыy", "kotorye", "kotorыe", "mojet", "mozhet", "na"),
        *(
            "nam",
            "nas",
            "ne",
            "net",
            "no",
            "o",
            "ob",
            "on",
            "ona",
            "oni",
            "ot",
            "po",
            "pod",
            "posle",
            "pri",
            "s",
            "tak",
        ),
        *("takje", "takzhe", "to", "tolko", "u", "uje", "uzhe", "v", "vam", "vas", "vo", "vse", "vsex", "vsekh", "za"),
    }
)

# Longer spellings first. Uzbek writes ж as "j", х as "x"; ы and ь are often left in Cyrillic, among Latin letters.
_SPELLINGS = {
    "tstv": "тств", "shch": "щ", "sch": "щ", "yo": "ё", "yu": "ю", "ya": "я", "ye": "е", "zh": "ж", "kh": "х",
    "ts": "ц", "ch": "ч",
    "sh": "ш", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ж",
    "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у",
    "v": "в", "w": "в", "x": "х", "y": "й", "z": "з", "'": "ь", "’": "ь", "ʼ": "ь",
}  # fmt: skip
_LATIN = re.compile("|".join(_SPELLINGS))
_Y_AS_VOWEL = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])й")
_MARKUP_LINK = re.compile(r"\[([^\[\]()]{1,100})\]\([^\[\]()\s]{1,100}\)")


def to_cyrillic(text: str) -> str:
    """Return *text* in lower case with its Latin letters in the Russian ones they most often stand for."""
    bare = without_addresses(_MARKUP_LINK.sub(r"\1", text))
    return _Y_AS_VOWEL.sub("ы", _LATIN.sub(lambda match: _SPELLINGS[match.group()], bare.lower()))


def romanised_russian(text: str) -> str | None:
    """Return *text* in Cyrillic if it is Russian in Latin letters, ``None`` if it is not, or too short to tell.

    Meant for texts whose language could not be told.
    """
    if len(_SMALL_WORDS.intersection(text.lower().split())) < _MIN_SMALL_WORDS:
        return None
    cyrillic = to_cyrillic(text)
    if count_letters(cyrillic) < MIN_LETTERS:
        return None
    words = {stem for stem in stems(cyrillic, LANGUAGE) if len(stem) >= _MIN_STEM}
    known = sum(word in _known_stems() for word in words)
    return cyrillic if len(words) >= MIN_WORDS and known >= KNOWN_SHARE * len(words) else None


@cache
def _known_stems() -> frozenset[str]:
    table = word_table(LANGUAGE, "en")
    return frozenset(table.forward.probability) if table else frozenset()
