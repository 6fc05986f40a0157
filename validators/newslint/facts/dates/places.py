r"""Where in a text dates can be, as triggers of the one scan that all checks share.

With them the date facts read a few characters around each hit, and nothing of an article without one: finding the
numbers of an article is what takes Python's ``re`` longest. They let through whatever :mod:`.starts` lets through in
any language, and whatever is run together with a date. A few patterns are all it takes, since the scanner pays for
what lies between fixed parts: short signatures of nearly fixed length cost it 20 µs an article, 25 of variable length
twice as much.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from newslint.facts.dates.grammar import NATIVE_DIGITS
from newslint.facts.dates.mashed_words import MONTH_STEMS
from newslint.facts.dates.starts import DIGIT
from newslint.model import Article
from newslint.text.scan import MAX_HITS, Hit, Trigger

DATES = "dates"
"""Under this name the scan reports the hits of :data:`TRIGGERS`."""

Span = tuple[int, int]

# The letters are those of the scripts whose months have names; Han and Hangul touch digits everywhere.
LETTER = r"[A-Za-z\u00c0-\u0983\u0985-\u09e3\u09f0-\u0ae3\u0b00-\u0dff\u10a0-\u10ff\u1e00-\u1fff]"
UPPER = r"[A-Z\u00c0-\u00de\u0100-\u017e\u0386-\u03ab\u0400-\u042f\u0490]"
_DIGIT = f"[{DIGIT}]"
_SPACE = r"[ \t\u00a0\u2007\u2009\u202f\u3000]"
_MARK = "(?:st|nd|rd|th|er|ère|[ºª°.]|[:-]?(?:го|е|ого|ше|те|ме|ви|ти|ри|ми|ма|га|ї|ому|им|м)|ης|η|ο|:?e|:a)"
_BEFORE_MONTH = rf"{_MARK}?(?:{_SPACE}{{0,3}}|{_SPACE}?\n|-)(?:(?:del?|di|of the|of|τον|του){_SPACE}|d['’])?[בלמהוש]?"
_ENDINGS = (
    "apr ary aug ber dec ept feb jan jul jun mar may nov oct rch ril sep uly une ust "
    "uár ius lis jus júl jún máj okt tus ápr árc "
    "alį arį aus bal dis ebr elį epa epą geg iep irž itį jis kov lio ndį odį ovo ovą pal pkr pos rio ris sio sis tis "
    "ugp ugs uod usį užė užę vas čio ėjo ėjį ūtį žio žės "
    "ari ayo bre chi ero ili lai lyo mba mei nyo oba rso sti sto uni "
    "արը արի արտ բեր երը երի իլը իլի իսը իսի լին լիս լից յիս նիս ոսը ոսի սին սից վար տին տից տոս րիլ րին րից րտը րտի "
    "பர் மே ரல் வரி ூன் ூலை ்ச் ்ட் "
    "బర్ మే వరి ిల్ ులై ూన్ ూలై ్చి ్టు "
    "ಬರ್ ಮೇ ವರಿ ಿಲ್ ುಲೈ ೂನ್ ್ಚ್ ್ಟ್ "
    "ംബർ ജൂൺ രിൽ വരി ൂലൈ േയ് ോബർ ്ച് ്റ്"
)
"""The last three letters of every month in the languages that write the day behind it (:data:`grammar.MONTH_FIRST`)."""


def _any_of(words: str) -> str:
    """Return the pattern of *words*, also with their accents written apart, and Georgian ones in capitals.

    Those came into Unicode late, and the scanner does not know them.
    """
    spelt = [spelling for word in words.split() for spelling in (word, normalize("NFD", word))]
    spelt += [word.upper() for word in spelt if "\u10d0" <= word <= "\u10ff"]
    return f"(?:{'|'.join(dict.fromkeys(spelt))})"


_PATTERNS = (
    # A day and its month: 6 December, le 2 novembre, 6-го декабря, and 06December.
    *(Trigger(rf"{_DIGIT}{_BEFORE_MONTH}{_any_of(stems)}", caseless=True) for stems in MONTH_STEMS),
    Trigger(rf"{_DIGIT}{_SPACE}{{0,2}}[一二三四五六七八九十]{{1,2}}月"),
    # A month and its day.
    Trigger(rf"{_any_of(_ENDINGS)}[. \u00a0][. \u00a0]?[. \u00a0]?[0-9]", caseless=True),
    Trigger(rf"{_DIGIT}(?:st|nd|rd|th)?,?{_SPACE}?{_DIGIT}{{4}}"),
    Trigger(r"[0-9]\. päiv"),
    # Numbers alone: 06.12.2024, 2024-12-06, 6.12., 12月6日.
    Trigger(rf"{_DIGIT}[./-]{_SPACE}?{_DIGIT}{{1,2}}[./-]{_SPACE}?{_DIGIT}"),
    Trigger(rf"{_DIGIT}\. ?{_DIGIT}{{1,2}}\."),
    Trigger(rf"{_DIGIT} ?[月월年년] ?{_DIGIT}"),
    # What touches a number, or a year: Friday06, 13November, 20239:59, 202119.11.2021, 2025Last.
    Trigger(rf"{LETTER}{_DIGIT}"),
    Trigger(rf"{_DIGIT}(?:{LETTER}{{3}}|{UPPER}{LETTER})"),
    Trigger(rf"(?:19|20)[0-9]{{2}}(?:[0-9]|{LETTER}{{2}})"),
    Trigger(rf"[{NATIVE_DIGITS}]{{4}}(?:{_DIGIT}|{LETTER}{{2}})"),
    Trigger(r"25[0-9]{3,4}[:.][0-9]{2}"),
    Trigger("[0-9]-(?:yil|йил) [0-9]"),
    Trigger(r"[0-9] ?(?:[ap]m|Uhr)[A-ZÄÖÜÀ-Þ][a-zà-ÿ]"),
)

TRIGGERS = tuple(trigger._replace(often=True) for trigger in _PATTERNS)
"""Three articles in five have a place; to look first for whether there is one took longer than to look for all."""


def places_by_field(hits: Iterable[Hit], article: Article) -> dict[str, list[Span]]:
    """Return the spans of *hits* in the fields of *article*, in text order.

    Where the scan gave up counting, all the rest of the field is a place.
    """
    found: dict[str, list[Span]] = {}
    for field, start, end in hits:
        found.setdefault(field, []).append((start, end))
    for field, spans in found.items():
        if len(spans) >= MAX_HITS:
            spans.append((spans[-1][1], len(article.text(field))))
    return found


def around(spans: Iterable[Span], before: int, after: int) -> list[Span]:
    """Return the *spans*, which are in text order, widened to either side, overlapping ones as one."""
    found: list[Span] = []
    start, end = 0, -1
    for first, last in spans:
        if first - before > end >= 0:
            found.append((start, end))
            end = -1
        if end < 0:
            start = first - before if first > before else 0
        end = last + after
    if end >= 0:
        found.append((start, end))
    return found
