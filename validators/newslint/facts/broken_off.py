"""Sentences that break off: before the capital of the next one, or before a mark that cannot follow their last word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newslint.facts.function_words import own_words_of
from newslint.facts.furniture.teasers import opens_teaser
from newslint.facts.furniture.words import together
from newslint.text.scan import Hit, Trigger

_OPENERS: Mapping[str, str] = {
    "ru": "Об По Это Этот Эта Эти Чтобы Однако При Но Для Он Она Они Оно После Также Кроме Тем Сейчас Поэтому Теперь"
    " Например Ранее Сначала Среди Через Пока Мы В На С Из До Во Хотя Именно Согласно Несмотря Затем Впрочем Более К",
    "uk": "Це Цей Ця Ці Щоб Однак Проте При Але Для Він Вона Вони Після Також Крім Зараз Тому Тепер Наприклад Раніше"
    " До Через Поки Під Про За У В На З Із Згідно Хоча Натомість Водночас Утім Втім Ми",
    "be": "Гэта Гэты Аднак Але Для Ён Яна Яны Пасля Таксама Акрамя Цяпер Таму Раней Паводле Пры Каб На У",
    "bg": "Това Този Тази Тези Но Обаче Според Той Тя Те След Също Освен Сега Преди Докато Въпреки На В",
    "mk": "Ова Овој Оваа Но Сепак Според Тој Таа Тие По Исто Покрај Додека На Во",
    "sr": "Међутим Али Према Он Она Они Након После Због Такође Ово Овај Међутим Осим Međutim Ali Prema Nakon Posle"
    " Zbog Takođe Ovo Ovaj Osim",
    "hr": "Međutim Ali Prema Nakon Zbog Također Ovo Ovaj Osim Ona Oni No Iako",
    "sl": "Vendar Toda Zato Tudi Poleg Ko Po Kljub",
    "pl": "Jednak Ale Według Po Ona Oni Jeśli Gdy Dlatego Również Także Ponadto Obecnie Wcześniej Ten Te W Na Mimo"
    " Natomiast Chociaż",
    "cs": "Podle Ale Však Když Pokud Proto Také Navíc Nyní Po Pro Tento Tato Přesto Podobně V",
    "sk": "Podľa Ale Však Keď Preto Tiež Navyše Po Tento Táto Napriek Podobne V",
    "hu": "De Azonban Amikor Szerinte Ezért Emellett Korábban Miután Bár Ugyanakkor",
    "ro": "Dar Însă Potrivit Conform După Dacă Când Astfel Totuși Acest Această În",
    "fr": "Mais Cependant Selon Ils Elles Cette Ces Cet Après Depuis Toutefois Lorsque Ainsi Dans Pour Nous",
    "es": "Pero Según Esta Estos Estas Después También Cuando Aunque Además Mientras Así Tras Durante",
    "pt": "Mas Ele Ela Eles Elas Esta Este Depois Após Também Quando Embora Além Enquanto Assim Durante",
    "it": "Ma Questo Questa Dopo Anche Quando Inoltre Mentre Così Durante Tuttavia",
    "ca": "Però Segons Això Aquest Aquesta Després També Quan Durant",
    "nl": "Maar Volgens Hij Zij Ze Dit Deze Ook Toen Daarom Tijdens Hoewel Omdat",
    "de": "Auch Laut Während Allerdings Zudem Außerdem Dabei Er Es Dies Diese Dieser Nachdem",
    "sv": "Men Enligt Han Hon Det Efter Också När Därför Trots",
    "da": "Men Ifølge Han Hun Det Efter Også Når Hvis Derfor",
    "nb": "Men Ifølge Han Hun Det Etter Også Når Hvis Derfor",
    "fi": "Mutta Hän He Se Tämä Myös Kun Koska Lisäksi Kuitenkin",
    "et": "Aga Kuid Nad See Kui Pärast Samuti Seetõttu",
    "lt": "Tačiau Bet Jis Jie Kai Pasak Po Taip",
    "lv": "Taču Bet Viņš Viņa Kad Pēc Savukārt",
    "tr": "Ancak Fakat Ama Bu Bunun Ayrıca Eğer Daha",
    "el": "Αλλά Όμως Ωστόσο Σύμφωνα Αυτό Αυτή Αυτός Μετά Επίσης Όταν Επιπλέον Στη Στο Στην Για",
    "sq": "Por Sipas Ajo Ata Pas Kur Nëse",
}
"""Words that open sentences and, written with a capital, stand in no name or polite address. Left out are articles,
and "how" and "what" in any language, with which titles begin."""

_UNFINISHED: Mapping[str, str] = {
    "en": "the according-to",
    "de": "im zum zur vom beim",
    "nl": "de volgens",
    "fr": "du aux",
    "es": "el del al de en con los",
    "ca": "del de amb als",
    "pt": "do dos das em de ao aos à às com",
    "it": "il di del della dei delle nel nella al alla dal dalla sul sulla con degli",
    "ro": "de în din cu pentru prin despre",
    "ru": "на из от для об со согласно",
    "uk": "на із зі від для",
    "be": "на са для аб",
    "bg": "на от със във",
    "mk": "на од со во",
    "pl": "na ze we przez przy dla według",
    "cs": "na ze ve při od podle",
    "sk": "na zo vo pri od podľa",
    "hr": "na iz sa pri od prema",
    "sv": "enligt",
    "da": "ifølge",
    "nb": "ifølge",
    "el": "στο στη στην στον στους στις στα από",
    "ar": "إلى على عن",
    "fa": "از برای",
    "id": "di ke dari oleh pada dengan",
}
"""Words that nothing but the word they belong to can follow: articles, and prepositions where these never end a
sentence."""

_BEFORE_SPACED_MARK: Mapping[str, str] = {
    "en": "a an via of by from with at to told the and about than",
    "de": "von mit bei des dem den einem am laut zu auf für",
    "nl": "het een van",
    "fr": "de à par sur le la les des un une avec selon chez dans",
    "es": "de a por en con el la los las un una según para",
    "it": "di a da con per il la un una secondo",
    "pt": "de a por em com o os as um uma segundo para",
    "sv": "på av från till med",
    "da": "på af fra til med",
    "nb": "på av fra til med",
    "ru": "в с к о по при словам данным мнению сообщает сообщил сообщила сообщают пишет передает передаёт от на для",
    "uk": "в у з до про при по словами даними повідомляє повідомив пише передає від на для",
    "pl": "w z o po",
    "cs": "v z s o po",
    "sk": "v z s o po",
}
"""Words before a mark with a space between: the space shows that something stood there."""

_BEFORE_NO_BREAK = ("В", "Во", "На", "С", "Из", "До", "По", "Об", "Для", "При", "У", "З", "Із", "За", "Про")
"""Openers behind which careful typing puts a no-break space."""

_ARTICLES = frozenset(
    ("the", "a", "an", "der", "die", "das", "des", "dem", "den", "einem", "el", "los", "la", "le", "les", "un", "une",
     "il", "de", "het", "een")
)  # fmt: skip

MIN_SENTENCE_WORDS = 7
"""Words of an unfinished sentence from which it is no heading; those that are run in have 2 to 4, and end
with a name where they have more."""
_MIN_WORDS = 3
_REACH = 180
_AHEAD = 160
_AROUND = 600
_SMALL = r"a-z\u00DF-\u00FF\u0101-\u024F\u03AC-\u03CE\u0430-\u045F\u0461-\u052F"
_STOP = re.compile(r"[.!?…:;|•\r\n\x0b\x0c\x85\u2028\u2029][\"'”’»)\]]?|^|[–—](?=\s)")
_STRAY_MARK = re.compile(r"(?:(?<=[^\W\d_])|(?<=\d))[ \u00a0][,.](?!\w|[.,/])")
_NEXT = re.compile(rf"[ \u00a0][{_SMALL}\d«\"“(]")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 60
_BEHIND = 12
_BARE_ARTICLE = re.compile(
    r"(?<=[ \u00a0])(?:a|an|the) (?P<next>of|from|by|on|in|at|with)"
    r"(?= (?:the|an?|his|her|their|its|[MTWFS][a-z]{2,5}day)\b)"
)
_EMPTY = re.compile(r"(?<=[^\W\d_][ \u00a0])(?:\([ \u00a0]?\)|“[ \u00a0]?”|«[ \u00a0]?»|„[ \u00a0]?“)(?=[ ,.])")
_CALL = re.compile(r"\w\(\)")
_CREDITS = "/©@|"
_QUOTES = re.compile('[«»“”„"「」]')


class Break(NamedTuple):
    """A sentence that breaks off: ``start`` to ``end`` is its last word and what follows without belonging to it.

    ``sentence`` is where it begins, and ``next`` where the next one does, or the mark stands.
    """

    sentence: int
    start: int
    next: int
    end: int


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


def _all(table: Mapping[str, str]) -> list[str]:
    return [word for words in table.values() for word in _words(words)]


def _words(words: str) -> list[str]:
    """Return the words of an entry; a hyphen stands for the space in one of two words."""
    return [word.replace("-", " ") for word in words.split()]


def _parts(words: Iterable[str]) -> list[str]:
    return together(sorted(set(words)))


FUSED = (
    *(Trigger(rf"[^.!?,:;\n] {part} ") for part in _parts(_all(_OPENERS))),
    Trigger(rf"[^.!?,:;\n][ \u00a0](?:{_any(_BEFORE_NO_BREAK)})\u00a0"),
)
"""Wherever a sentence runs into the next one, one of these matches."""
UNFINISHED = (
    *(Trigger(rf"[ \u00a0]{part}[.;)][ \u00a0\n\r]") for part in _parts(_all(_UNFINISHED))),
    *(Trigger(rf"[ \u00a0]{part}[ \u00a0][,.;)]") for part in _parts([*_all(_UNFINISHED), *_all(_BEFORE_SPACED_MARK)])),
    Trigger(" (?:a|an|the) (?:of|from|by|on|in|at|with) "),
    Trigger(" (?:\\([ \u00a0]?\\)|“[ \u00a0]?”|«[ \u00a0]?»|„[ \u00a0]?“)[ ,.]"),
)
"""Wherever a word is missing before a mark, behind an English article or in brackets, one of these matches."""


@cache
def _opener(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[{_SMALL}])[ \u00a0](?P<word>{_any(_OPENERS[language].split())})(?=[ \u00a0])")


@cache
def _unfinished(language: str) -> re.Pattern[str]:
    tight = _words(_UNFINISHED.get(language, ""))
    loose = [*tight, *_words(_BEFORE_SPACED_MARK.get(language, ""))]
    before_mark = rf"(?P<tight>{_any(tight)})(?=[.;)](?:\s|$))" if tight else "(?P<tight>(?!))"
    before_space = rf"(?:{_any(loose)})[ \u00a0](?=[,.;](?:\s|$)|\))"
    return re.compile(rf"(?<=[\w,][ \u00a0])(?:{before_mark}|{before_space})")


def fused(text: str, hits: Iterable[Hit], language: str | None) -> Iterator[Break]:
    """Yield where a sentence of the body *text* runs into the next one; *hits* are those of :data:`FUSED`."""
    if language not in _OPENERS:
        return
    for hit in hits:
        for match in _opener(language).finditer(text, hit.start, hit.end) if hit.field == "body" else ():
            found = _break_before(text, match.start("word"), match.end())
            if found is not None:
                yield found


def _break_before(text: str, start: int, end: int) -> Break | None:
    """Return the sentence that breaks off before the opener ``text[start:end]``."""
    if not _NEXT.match(text, end):
        return None
    floor = max(0, start - _REACH)
    stops = [match.end() for match in _STOP.finditer(text, floor, start)]
    sentence = stops[-1] if stops else floor
    sentence += len(text[sentence:start]) - len(text[sentence:start].lstrip())
    said = text[sentence:start]
    if _is_open(said) or any(mark in said for mark in _CREDITS) or not _goes_on(text, end):
        return None
    if opens_teaser(text, sentence) or opens_teaser(text, start):
        return None
    last = text.rfind(" ", sentence, start - 1)
    return Break(sentence, max(sentence, last + 1, text.rfind("\u00a0", sentence, start - 1) + 1), start, end)


def _is_open(text: str) -> bool:
    """Return whether a quotation or a bracket that opens in *text* is open at its end, as before a title."""
    return len(_QUOTES.findall(text)) % 2 == 1 or text.count("(") > text.count(")")


def _goes_on(text: str, end: int) -> bool:
    """Return whether a sentence follows, and not the next entry of a menu."""
    following = text[end : end + _AHEAD].partition("\n\n")[0]
    return "." in following or len(following) == _AHEAD


def is_sentence(text: str, place: Break, language: str | None) -> bool:
    """Return whether what breaks off is a sentence and no heading: it begins as sentences do, or is long."""
    words = _WORD.findall(text, place.sentence, place.next)
    if not words:
        return False
    first = words[0]
    goes_on = first.islower() and len(words) >= _MIN_WORDS and any(map(str.islower, words[1:]))
    if goes_on or first in _words(_OPENERS.get(language or "", "")):
        return True
    if len(words) == 1:
        return first.lower() in own_words_of(language or "")
    return len(words) >= MIN_SENTENCE_WORDS and words[-1].islower()


def unfinished(text: str, hits: Iterable[Hit], language: str | None) -> Iterator[Break]:
    """Yield where a word is missing before a mark, behind an article or in brackets.

    *hits* are those of :data:`UNFINISHED`.
    """
    for hit in hits:
        if hit.field == "body":
            start, end = max(0, hit.start - 1), min(len(text), hit.end + _BEHIND)
            yield from _before_mark(text, start, end, language)
            yield from _emptied(text, start, end, language)


def is_gap(text: str, start: int, language: str | None) -> bool:
    """Return whether a word is missing between the space at *start* and the mark behind it."""
    return any(gap.start < start < gap.next for gap in _before_mark(text, max(0, start - _BEHIND), start + 2, language))


def _before_mark(text: str, start: int, end: int, language: str | None) -> Iterator[Break]:
    if language is not None and (language in _UNFINISHED or language in _BEFORE_SPACED_MARK):
        for match in _unfinished(language).finditer(text, start, end):
            if _is_missing(text, match, language):
                yield Break(match.start(), match.start(), match.end(), match.end() + 1)


def _emptied(text: str, start: int, end: int, language: str | None) -> Iterator[Break]:
    for match in _BARE_ARTICLE.finditer(text, start, end) if language == "en" else ():
        yield Break(match.start(), match.start(), match.start("next"), match.end())
    for match in _EMPTY.finditer(text, start, end):
        if _is_text(text, match.start()):
            yield Break(match.start(), match.start(), match.start(), match.end())


def _is_text(text: str, position: int) -> bool:
    """Return whether prose stands before *position*: no code, and no text that lost its letters."""
    before = text[max(0, position - _BEFORE) : position]
    return len("".join(_WORD.findall(before))) * 3 > 2 * len(before) and not _CALL.search(
        text, max(0, position - _AROUND), position + _AROUND
    )


def _is_missing(text: str, match: re.Match[str], language: str) -> bool:
    """Return whether something is missing at *match*: no coordination ("to, from and in town"), no habit of typing."""
    word = match.group().strip()
    before = list(_WORD.finditer(text, max(0, match.start() - 40), match.start()))
    if not before or _is_open(text[max(0, match.start() - 80) : match.start()]):
        return False
    if before[-1].group()[0].isupper() and " " not in word and not _begins_sentence(text, before[-1].start()):
        return False  # part of a name
    after = _WORD.findall(text, match.end(), match.end() + 24)[:1]
    if text[match.end()] == "," and after and (after[0].lower() in _prepositions(language) or after[0] == word):
        return False
    return match["tight"] is not None or not _spaces_marks(text, match.end())


def _begins_sentence(text: str, position: int) -> bool:
    before = text[max(0, position - 3) : position].rstrip(' \u00a0"“„«(')
    return not before or before[-1] in ".!?…:;\r\n"


@cache
def _prepositions(language: str) -> frozenset[str]:
    words = f"{_UNFINISHED.get(language, '')} {_BEFORE_SPACED_MARK.get(language, '')}".split()
    return frozenset(words) - _ARTICLES


def _spaces_marks(text: str, position: int) -> bool:
    """Return whether other marks around *position* have a space before them, as in text split into words."""
    floor, ceiling = max(0, position - _AROUND), min(len(text), position + _AROUND)
    return any(match.end() - 1 != position for match in _STRAY_MARK.finditer(text, floor, ceiling))
