"""Letters that one language has and its neighbour lacks: ``ы`` is no letter of Ukrainian, ``ř`` none of Slovak."""

from __future__ import annotations

from types import MappingProxyType

import msgspec

_RUSSIAN = "иёйщъыьэюя"
_ALPHABETS = MappingProxyType(
    {
        "ru": _RUSSIAN,
        "uk": "иійщьюяїєґ",
        "be": "іёйыьэюяў",
        "bg": "ийщъьюяѝ",
        "mk": "иѓќѕјљњџѐѝ",
        "sr": "ђјљњћџ",
        "kk": _RUSSIAN + "әғқңөұүһі",
        "ky": _RUSSIAN + "ңөү",
        "tg": _RUSSIAN + "ғӣқӯҳҷ",
        "tt": _RUSSIAN + "әҗңөүһ",
        "ba": _RUSSIAN + "ғҙҡҫңһәөү",
        "mn": _RUSSIAN + "өү",
        "cs": "áčďéěíňóřšťúůýž",
        "sk": "áäčďéíĺľňóôŕšťúýž",
        "pt": "áâãàçéêíóôõúü",
        "es": "áéíñóúü",
        "gl": "áéíñóúüï",
        "ca": "àçèéíïòóúü",
        "da": "æøåé",
        "nb": "æøåéèòóô",
        "sv": "åäöéàü",
    }
)
"""The letters each language has beyond those that all users of its script share."""

_SHARED_CYRILLIC = frozenset("абвгдежзклмнопрстуфхцчш")

MIN_LETTERS = 3
"""Fewest letters that a language lacks to doubt a paragraph: one or two may stand in a name."""
MIN_SHARE = 0.012
"""Least share of such letters: ``ыэёъ`` are 2.6 % of Russian text, ``іїєґ`` 8 % of Ukrainian."""


MIN_CONFIRMING_LETTERS = 60
"""Fewest letters on which a spelling confirms a language: in fewer, the letters of another may be missing by chance."""
CYRILLIC = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "tt", "ba", "mn"))
"""The languages whose script the table covers well enough for a spelling to confirm them."""


class Spelling(msgspec.Struct, frozen=True, gc=False):
    """How many letters of a text the article's language lacks, and which languages have all its letters."""

    lacking: int
    share: float
    possible: tuple[str, ...]
    letters: int

    @property
    def confirms(self) -> bool:
        """Return whether no other language of the table can have spelled the text so.

        Languages that have all letters of the article's language and more (Kazakh beside Russian) do not count: a text
        of theirs would show the others.
        """
        return self.lacking == 0 and self.letters >= MIN_CONFIRMING_LETTERS and not self.possible

    @property
    def rules_out(self) -> bool:
        """Return whether the text cannot be in the article's language."""
        return self.lacking >= MIN_LETTERS and self.share >= MIN_SHARE and bool(self.possible)


def letters_of(language: str) -> str:
    """Return the letters of *language* beyond those of all its neighbours; none where its alphabet is not known."""
    return _ALPHABETS.get(language, "")


def spelling(text: str, language: str) -> Spelling | None:
    """Look for letters in *text* that *language* lacks; ``None`` where its alphabet is not in the table."""
    alphabet = _ALPHABETS.get(language)
    if alphabet is None:
        return None
    text = text.lower()
    seen = {sign for sign in set(text) - _SHARED_CYRILLIC if not sign.isascii() and sign.isalpha()}
    lacking = sum(text.count(letter) for letter in seen.difference(alphabet))
    letters = sum(map(str.isalpha, text))
    possible = tuple(
        code
        for code, own in _ALPHABETS.items()
        if code != language and seen <= set(own) and (lacking or not set(alphabet) < set(own))
    )
    return Spelling(lacking, lacking / letters if letters else 0.0, possible, letters)
