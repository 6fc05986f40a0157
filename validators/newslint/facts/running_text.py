"""Telling prose from what merely stands in an article: addresses, hashtags, lists of names, quotations."""

from __future__ import annotations

import math
import re

from newslint.facts.scripts import census, count_letters, main_script

_QUOTE_MARK = re.compile("[«»“”„‟\"「」『』‹›]|(?<![^\\W_])‘(?=[^\\W_])|(?<=[^\\s‘])[’'](?!\\w)")
"""Single marks count at the edges of words only: inside they are apostrophes, and letters in Uzbek (``o‘zbek``)."""
_OPENING = "\"'«“„(—–-[*"
_WITHOUT_SPACES = frozenset(("CJK", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"))
_ABJADS = frozenset(("Arab", "Hebr"))
_RUNNING = "«“„「『"
_CLOSERS = {"«": "»", "“": "”", "„": "“”", "‟": "”", '"': '"', "「": "」", "『": "』", "‹": "›", "»": "«", "‘": "’'"}

MIN_LOWERCASE = 0.3
"""Least share of words in lower case in prose. Sentences full of names and titles have 0.3 and more, in German too,
which capitalises every noun; lists of names and line-ups have less."""
MAX_WORD_LETTERS = 15
"""Most letters per word, on average, in prose of scripts that part words by spaces: menus that lost their spaces have
more. News in Finnish and Turkish has 8."""
MAX_ABJAD_WORD_LETTERS = 9
"""The same for scripts that leave vowels out; news in Arabic, Persian and Hebrew has 4 to 5."""

TITLE_CHARACTERS = 60
"""A title of a film, song or book has at most so many; longer quotations are speech."""
NUMBERED_TITLES = 3
"""So many numbered items inside a line are a list, and no ordinals of dates."""


def without_addresses(text: str) -> str:
    """Return *text* without URLs, e-mail addresses, hashtags, handles and words with digits, which have no language."""
    return " ".join([word for word in text.split() if _is_plain(word) or not _is_address(word)])


def _is_plain(word: str) -> bool:
    """Return whether *word* is of letters only, as most are, and so no address."""
    return word.isalpha() and not word.startswith("http")


def _is_address(word: str) -> bool:
    if "@" in word or "://" in word or word.startswith(("#", "www.", "http")):
        return True
    # Scripts without spaces write whole sentences as one word, numbers included.
    return word.isascii() and ("_" in word or (any(map(str.isdigit, word)) and any(map(str.isalpha, word))))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each quotation, marks included; nested ones count as part of the outer.

    A mark that is never closed opens no quotation, so an apostrophe or an inch sign hides nothing.
    """
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _QUOTE_MARK.finditer(text):
        mark = match.group()
        if opened is not None and mark in opened[1]:
            found.append((opened[0], match.end()))
            opened = None
        elif opened is None and mark in _CLOSERS:
            opened = (match.start(), _CLOSERS[mark])
    return found


def opens_running_quotation(text: str) -> bool:
    """Return whether *text* begins with a quotation that does not end in it.

    Quotations of several paragraphs open anew in each and close in the last only.
    """
    return text[:1] in _RUNNING and bool(text) and next(iter(quotations(text)), (1, 1))[0] != 0


def outside_quotations(text: str) -> str:
    """Return *text* with its quotations blanked out."""
    pieces: list[str] = []
    position = 0
    for start, end in quotations(text):
        pieces += [text[position:start], " "]
        position = end
    return "".join([*pieces, text[position:]])


# Straight single marks are no quotations elsewhere, since they are apostrophes as well.
_SINGLE = re.compile(r"(?<![^\W_])'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){2,60}'(?!\w)")
_NUMBERED = re.compile(r"(?<!\S)\(?\d{1,2}[.)]\s{1,2}[^\W\d_][^,;.\n]{0,60}(?=[,;.\n]|$)")
_SENTENCE_INSIDE = re.compile(r"[.!?。！？](?!\W*$)")
_FINAL = re.compile(r"[.!?…,][\"'“”„»«’]?$")


def without_titles(text: str) -> str:
    """Return *text* with its quoted and its numbered titles blanked out: they are in the language of their work.

    What is longer than a title, or holds the end of a sentence, is speech, and in the language of the article.
    """
    pieces: list[str] = []
    position = 0
    for start, end in _titles(text):
        pieces += [text[position:start], " "]
        position = end
    return "".join([*pieces, text[position:]]) if pieces else text


def _titles(text: str) -> list[tuple[int, int]]:
    """Return where the titles of *text* are, in text order."""
    found = [(start, end) for start, end in quotations(text) if _is_title(text[start:end])]
    found += [match.span() for match in _SINGLE.finditer(text) if _is_title(match.group())]
    numbered = [match.span() for match in _NUMBERED.finditer(text)]
    if len(numbered) >= NUMBERED_TITLES or numbered == [(0, len(text.rstrip(" .,;")))]:
        found += numbered
    after = 0
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if start >= after:
            apart.append((start, end))
            after = end
    return apart


def _is_title(quotation: str) -> bool:
    if len(quotation) > TITLE_CHARACTERS or _SENTENCE_INSIDE.search(quotation):
        return False
    return _FINAL.search(quotation[:-1]) is None and quotation[1:].lstrip()[:1].isupper()


def own_words(text: str) -> str:
    """Return what of *text* speaks its own language: no addresses, and no quotations where half of it is not quoted."""
    kept = without_addresses(text)
    told = outside_quotations(kept)
    return told if count_letters(told) >= 0.5 * count_letters(kept) else kept


def is_prose(text: str) -> bool:
    """Return whether *text* reads as sentences and not as a list of names, judged by its capitals.

    Scripts without case, and headlines all in capitals, are taken for prose.
    """
    words = text.split()
    if count_letters(text) > _longest_words(text) * len(words):
        return False
    if _is_caseless(text):
        return True
    if text.isupper():
        return True
    firsts = [word.lstrip(_OPENING)[:1] for word in words]
    lower = sum(map(str.islower, firsts))
    upper = sum(map(str.isupper, firsts))
    return lower >= 3 and lower >= MIN_LOWERCASE * (lower + upper)


def _longest_words(text: str) -> float:
    """Return how many letters a word of prose has at most, on average, in the script of *text*."""
    script = main_script(census(text))
    if script in _WITHOUT_SPACES:
        return math.inf
    return MAX_ABJAD_WORD_LETTERS if script in _ABJADS else MAX_WORD_LETTERS


def _is_caseless(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    cased = sum(character.islower() or character.isupper() for character in letters)
    return cased <= 0.5 * len(letters)
