"""Bylines that were left as lines of the text: ``By Ada Fenwick, Orlec Courier``.

A byline is a whole line: a word that opens it, names, and perhaps who these are or when they wrote. What opens it can
open a heading as well ("By Land and Sea", "Von Orlec bis Velmouth"), so that what follows has to be a name: two words
or more, each with its capital, which are no words of the text. A name that the field of the author has need not be
opened.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newslint.facts.dates.mashed_reading import is_wide_month, is_wide_weekday
from newslint.facts.dates.names import fold
from newslint.facts.furniture.credits import is_agency
from newslint.facts.furniture.words import any_of, at_line_starts
from newslint.text.scan import Hit, Trigger
from newslint.text.segment import Paragraph, Paragraphs

LINE_CHARACTERS = 110
"""A byline has at most so many characters: of those in 2,107 real articles the longest has 66."""
TAIL_WORDS = 9
"""Behind the names stand at most so many words: a role, an outlet, a place or a day."""
NAME_WORDS = 5
"""The name of one person has at most so many words."""
LISTED = 3
"""So many bylines of different people in one text are of the works in a list, unless one of them is the author."""
HEAD = 4
"""A byline among so many lines at the top of a text is the text's own, however many follow."""
REPEATED = 3
"""A bare name that stands so often alone in its line names who speaks, as in an interview."""
PROSE_CHARACTERS = 140
"""A line of so many characters is of the article; headlines above a byline are shorter."""
STAMP_CHARACTERS = 50
"""The day or the hour below a byline has at most so many."""
WRAPPED_CHARACTERS = 60
"""A line of so many characters without a mark at its end may run on in the next."""

_ANY = frozenset[str]()
_OPENERS = {
    "by": _ANY, "von": frozenset(("de", "lb")), "par": frozenset(("fr",)), "por": frozenset(("es", "pt", "gl")),
    "per": frozenset(("ca",)), "di": frozenset(("it",)), "door": frozenset(("nl",)), "deur": frozenset(("af",)),
    "av": frozenset(("sv", "no", "nb", "nn")), "af": frozenset(("da", "is")), "de": frozenset(("ro",)),
    "oleh": frozenset(("id", "ms")),
}  # fmt: skip
"""Prepositions that open a byline, and the languages in which they do."""
_PHRASES = (
    "written by", "reported by", "story by", "words by", "posted by", "published by", "article by", "text by",
    "report by", "analysis by", "opinion by", "review by", "interview by", "commentary by", "column by",
    "from our correspondent", "geschrieben von", "verfasst von", "gepostet von", "veröffentlicht von",
    "kommentar von", "ein kommentar von", "ein gastbeitrag von", "ein bericht von", "eine analyse von", "publié par",
    "écrit par",
    "rédigé par", "posté par", "propos recueillis par", "publicado por", "escrito por", "postado por", "texto de",
    "pubblicato da", "scritto da", "postato da", "a cura di", "geschreven door", "geplaatst door", "skriven av",
    "skrevet av", "skrevet af", "publisert av", "kirjoittanut", "napisał", "napisała", "opublikował", "opracował",
    "opracowała", "napsal", "napsala", "napísal", "napísala", "írta", "scris de", "publicat de", "piše", "пише",
    "napisao", "napisala", "objavio", "objavila", "написал", "написала", "ditulis oleh", "laporan oleh",
)  # fmt: skip
"""Phrases that open a byline in any text."""
_LABELS = (
    "author", "authors", "text", "reporter", "writer", "editor", "byline", "autor",
    "autorin", "autoren", "autor/in", "redakteur", "redakteurin", "text und interview", "protokoll",
    "auteur", "auteure", "autrice", "texte", "autora", "autores", "texto", "redactor", "redactora",
    "redacción", "redação", "reportagem", "testo", "redazione", "tekst", "schrijver", "redactie",
    "författare", "skribent", "forfatter", "journalist", "kirjoittaja", "toimittaja", "teksti", "höfundur",
    "autorka", "autorzy", "opracowanie", "redaktor", "rozmawiał", "rozmawiała", "autoři", "redaktorka", "szerző",
    "autori", "novinar", "novinarka", "аўтар", "автор", "авторы", "автори", "авторка", "текст",
    "автор текста", "автор тексту", "корреспондент", "журналист", "кореспондент", "новинар", "аутор", "συντάκτης",
    "γράφει ο", "γράφει η", "yazan", "yazar", "muhabir", "penulis", "wartawan", "tác giả",
    "mwandishi", "marubuci", "autorius", "autors", "autore", "ავტორი", "հեղինակ", "müəllif", "muallif",
    "بقلم", "كتب", "كتبت", "الكاتب", "إعداد", "تحرير", "نویسنده", "خبرنگار", "מאת", "כתב", "लेखक", "संवाददाता", "লেখক",
    "作者", "记者", "記者", "撰文", "文", "编辑", "編輯", "取材・文", "글", "기자", "ผู้เขียน", "เรื่อง",
)  # fmt: skip
"""What opens a byline with a colon behind it."""
_PAGE_LINKS = (
    "view all posts by", "more from", "more by", "all posts by", "articles by", "about the author", "about",
    "alle artikel von", "alle beiträge von", "zum autor", "plus d'articles de", "ver más de", "altri articoli di",
)  # fmt: skip
"""What else stands before the name of the author in its line."""

_PARTICLES = frozenset((
    "de", "da", "di", "del", "della", "dalla", "dello", "dei", "degli", "dos", "das", "do", "van", "von", "vom", "der",
    "den", "ter", "ten", "te", "het", "in't", "op", "bin", "ibn", "bint", "al", "el", "la", "le", "lo", "du", "des",
    "af", "av", "zu", "zur", "ad", "abu", "ben", "mac", "mc", "dela", "san", "st",
))  # fmt: skip
_AND = frozenset((
    "and", "&", "und", "et", "y", "e", "i", "en", "og", "och", "ja", "és", "și", "şi", "ve", "dan", "và", "na", "with",
    "mit", "avec", "con", "com", "met", "и", "й", "та", "і", "а", "και", "in",
))  # fmt: skip
_DESKS = frozenset((
    "staff", "staff writer", "staff writers", "staff reporter", "web desk", "news desk", "our correspondent",
    "editorial team", "redaktion", "der redaktion", "redacción", "la redacción", "redacao", "redação", "da redação",
    "la redazione", "redazione", "rédaction", "la rédaction", "redactie", "redaktionen", "agencia efe", "agências",
    "agencias", "agenzie", "agences", "agencies", "news agencies", "wire services",
))  # fmt: skip
"""Those who sign without a name of their own."""

_WORD = re.compile(r"[^\s,;|/()\[\]·•–—]+")
_APART = re.compile(r"\s?[,;|/(\[·•@–—]|\s-\s|\s\d|(?<=[^\W\d_])\d|\s(?=(?i:f[oó]t[oó]s?|photos?|bild|фото)\b)")
_NAME_WORD = re.compile(r"(?:[^\W\d_]{1,3}\.)+|[^\W\d_]+(?:['’.\-‑][^\W\d_]+){0,3}\.?")
_REPORTER = re.compile(
    r"[가-힣]{2,4} ?(?:선임|수석|인턴|수습|객원)? ?(?:기자|특파원)(?:[ =]{1,3}[\w.+-]{1,40}@[\w.-]{1,40})?"
)
_EDGES = " \t\xa0.,;:|/·•–—-()[]*_"
_ENDS = ("?", "!", "…", "”", "“", "»", '"')
_OF_WORK = re.compile(
    r"\b(?:pp|pages?|seiten|pagine|páginas|verlag|books|éditions|editorial|ltd|limited|inc|llc|gmbh|publishing)\b"
    r"|[$€£]\s?\d",
    re.IGNORECASE,
)
_ARTICLES = frozenset((
    "the", "a", "an", "this", "that", "his", "her", "our", "my", "their", "its", "your", "all", "any", "no", "some",
    "der", "die", "das", "ein", "eine", "einem", "dem", "den", "le", "les", "la", "un", "une", "los", "las", "una",
    "il", "lo", "gli", "o", "os", "as", "um", "uma", "een", "het", "en", "ett", "et",
))  # fmt: skip
"""Words that open a heading behind "By", and no name."""
_CONNECTING = frozenset((
    "or", "of", "to", "for", "on", "at", "from", "not", "is", "are", "than", "oder", "nicht", "für", "auf", "ou",
    "pour", "sur", "para", "per", "su", "или", "для", "або", "не", "на",
))  # fmt: skip
"""Words that no name has, capitals or not."""
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_UNCASED_CHARACTERS = 30
_AUTHORS = re.compile(r"\s?[;,|/&]\s?|\s(?:and|und|et|y|og|och)\s")
_MOST_PLACES = 20

TRIGGERS = tuple(
    Trigger(part, caseless=True)
    for part in (
        "[가-힣] ?(?:기자|특파원)",
        *at_line_starts(tuple(_OPENERS), "[ \u00a0:\n\r]"),
        *at_line_starts(_PHRASES, "[ \u00a0:]"),
        *at_line_starts(_LABELS, " ?[:：/／]"),
    )
)


class Byline(NamedTuple):
    """A byline: its characters from ``start`` to ``end``, the number of its line, and the first name in it."""

    start: int
    end: int
    line: int
    name: str


def bylines(text: str, paragraphs: Paragraphs, hits: Iterable[Hit], language: str | None, author: str) -> list[Byline]:
    """Return the lines of the body *text* that are bylines, by the *hits* of :data:`TRIGGERS` and the name *author*."""
    authors = _authors(author)
    lines = sorted({line for hit in hits if hit.field == "body" for line in _lines_of(paragraphs, hit)})
    opened = [each for line in lines if (each := _opened(text, paragraphs, line, language, author)) is not None]
    names = {each.name.casefold() for each in opened}
    if len(names) >= LISTED and names.isdisjoint(map(str.casefold, (*authors, author))):
        opened = [each for each in opened if each.line < HEAD]
    found = {each.line: each for name in authors for each in _of_author(text, paragraphs, name)}
    return sorted((found | {each.line: each for each in opened}).values())


def _lines_of(paragraphs: Paragraphs, hit: Hit) -> range:
    """Return the numbers of the lines that *hit* touches; it may begin in the white space before one."""
    first, last = (bisect_right(paragraphs.starts, place) for place in (hit.start, hit.end - 1))
    return range(max(0, first - 1), last)


def _opened(text: str, paragraphs: Paragraphs, index: int, language: str | None, author: str) -> Byline | None:
    """Return line *index* as a byline, if it opens as one and names somebody; its name may stand in the next line."""
    line = paragraphs[index]
    if len(line.text) > LINE_CHARACTERS or line.text.endswith(_ENDS):
        return None
    if _REPORTER.fullmatch(line.text):
        return Byline(line.start, line.end, index, line.text)
    opener = _opener(line.text, language)
    if opener is None or (not opener.certain and _runs_on(paragraphs, index)):
        return None
    rest = line.text[opener.length :].strip(_EDGES)
    end, is_split = line.end, not rest
    if is_split and index + 1 < len(paragraphs):
        below = paragraphs[index + 1]
        rest, end = below.text.strip(_EDGES), below.end
        if len(rest) > LINE_CHARACTERS // 2:
            return None
    if author and rest.casefold() == author.casefold():
        return Byline(line.start, end, index, rest)
    name = _signed(rest, certain=opener.certain)
    if name is None or _is_of_work(paragraphs, index):
        return None
    is_heading = _are_words(text, name) or (name == rest and _is_below_prose(paragraphs, index))
    is_heading = is_heading or (line.text.endswith(".") and not any(map(str.isdigit, rest)))
    if is_heading and not opener.certain and not is_split:
        return None
    return Byline(line.start, end, index, name)


class _Opener(NamedTuple):
    length: int
    certain: bool


def _opener(line: str, language: str | None) -> _Opener | None:
    """Return how far the words reach that open *line* as a byline, and whether these leave no doubt."""
    for rule, certain in _rules():
        match = rule.match(line)
        if match is None:
            continue
        if certain:
            return _Opener(match.end(), certain=True)
        languages = _OPENERS[match[1].lower()]
        if not languages or language in languages:
            return _Opener(match.end(), certain=False)
    return None


@cache
def _rules() -> tuple[tuple[re.Pattern[str], bool], ...]:
    labels, phrases, openers = (
        any_of(sorted(words, key=len, reverse=True)) for words in (_LABELS, _PHRASES, tuple(_OPENERS))
    )
    return (
        (re.compile(rf"(?:{labels}|{openers})\s?[:：/／]\s{{0,3}}", re.IGNORECASE), True),
        (re.compile(rf"{phrases}(?:\s?:)?\s{{1,3}}", re.IGNORECASE), True),
        (re.compile(rf"({openers})(?:\s{{1,60}}|$)", re.IGNORECASE), False),
    )


def _signed(rest: str, *, certain: bool) -> str | None:
    """Return the first name in *rest*, if it is names and at most a short note on who they are or when they wrote."""
    apart = _APART.search(rest)
    names, tail = (rest[: apart.start()], rest[apart.start() :]) if apart else (rest, "")
    if len(tail.split()) > TAIL_WORDS or _OF_WORK.search(rest):
        return None
    words = names.split()
    if any(map(str.isdigit, tail)):
        words = _before_day(words)
    first, *others = _parted(words)
    name = " ".join(first)
    if not name or not all(_is_named(other, 1) for other in others):
        return None
    if name.casefold() in _DESKS or is_agency(name):
        return name
    if _UNCASED.search(name):
        return name if certain and len(rest) <= _UNCASED_CHARACTERS else None
    least = 1 if certain or (len(tail) > 1 and tail.lstrip()[0] in "|/@") else 2
    return name if first[0].lower() not in _ARTICLES and _is_named(first, least) else None


def _before_day(words: list[str]) -> list[str]:
    """Return *words* up to the first that is of a day: "on Monday", "am 29. Mai"."""
    for at, word in enumerate(words):
        lowered = word.lower()
        if (word[0].islower() and lowered not in _PARTICLES | _AND) or is_wide_weekday(fold(word)):
            return words[:at]
    return words


def _parted(words: Iterable[str]) -> list[list[str]]:
    """Return *words* as the names that "and" parts."""
    names: list[list[str]] = [[]]
    for word in words:
        if word.lower() in _AND and names[-1]:
            names.append([])
        else:
            names[-1].append(word)
    return names


def _is_named(words: list[str], least: int) -> bool:
    """Return whether *words* are a name of at least so many words with a capital, besides "von" or "de"."""
    if not 0 < len(words) <= NAME_WORDS or not all(map(_NAME_WORD.fullmatch, words)):
        return False
    capitals = [word for word in words if not word[0].islower()]
    dated = sum(is_wide_weekday(fold(word)) or is_wide_month(fold(word)) for word in words)
    others = (word for word in words if word[0].islower())
    if any(word.lower() in _CONNECTING for word in words):
        return False
    return len(capitals) >= least and dated < len(words) and all(word.lower() in _PARTICLES for word in others)


def _are_words(text: str, name: str) -> bool:
    """Return whether each word of *name* stands in *text* with a small letter too: "By Age Group"."""
    return all(re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) for word in name.split())


def _runs_on(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether line *index* is part of a sentence that was broken over lines."""
    line = paragraphs[index]
    above = paragraphs[index - 1].text if index else "."
    below = paragraphs[index + 1].text[:1] if index + 1 < len(paragraphs) else ""
    if below in (",", ";", ".", ")"):
        return True
    if line.text[:1].isupper() or above.endswith((".", "!", "?", "…")):
        return False
    is_wrapped = line.before == "line" and len(above) >= WRAPPED_CHARACTERS and above[-1].isalnum()
    return below.islower() or is_wrapped or above.endswith((",", ";", "-"))


def _is_below_prose(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether line *index* stands where headings do, below a sentence, and no day or hour is below it."""
    if index < HEAD:
        return False
    above = paragraphs[index - 1].text
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    is_prose = len(above) >= PROSE_CHARACTERS or above.endswith((".", "!", "?", "…"))
    return is_prose and not (len(below) <= STAMP_CHARACTERS and any(map(str.isdigit, below)))


def _is_of_work(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether the line below *index* tells the publisher, the pages or the price of a work."""
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    return len(below) <= LINE_CHARACTERS and not below.endswith(".") and _OF_WORK.search(below) is not None


def _authors(author: str) -> list[str]:
    """Return the names of persons in the field of the author."""
    parts = (part.strip(_EDGES) for part in _AUTHORS.split(author[:500]))
    return [part for part in parts if _UNCASED.search(part) or (_is_person(part.split()) and not is_agency(part))]


def _is_person(words: list[str]) -> bool:
    is_name = 1 < len(words) <= NAME_WORDS and all(map(_NAME_WORD.fullmatch, words))
    return is_name and words[0][0].isupper() and words[0].lower() not in _ARTICLES


def _of_author(text: str, paragraphs: Paragraphs, name: str) -> list[Byline]:
    """Return the lines in which *name* stands alone, or with what pages write before and behind it."""
    found: list[Byline] = []
    start = text.find(name)
    for _ in range(_MOST_PLACES):
        if start < 0:
            break
        index = bisect_right(paragraphs.starts, start) - 1
        line = paragraphs[index]
        if _is_of(line, start - line.start, name) and not _runs_on(paragraphs, index):
            found.append(Byline(_opened_above(paragraphs, index), line.end, index, name))
        start = text.find(name, start + len(name))
    if _UNCASED.search(name):
        return [each for each in found if each.line < HEAD or each.line >= len(paragraphs) - 2]
    return found if sum(paragraphs[each.line].text == name for each in found) < REPEATED else []


def _opened_above(paragraphs: Paragraphs, index: int) -> int:
    """Return where the byline starts whose name is in line *index*: what opens it may be the line above."""
    above = paragraphs[index - 1] if index else paragraphs[index]
    return above.start if above.text.strip(_EDGES).lower() in _before_author() else paragraphs[index].start


def _is_of(line: Paragraph, at: int, name: str) -> bool:
    """Return whether *line*, in which *name* stands *at*, is its byline."""
    if at < 0 or len(line.text) > LINE_CHARACTERS or line.text.endswith(_ENDS):
        return False
    before = line.text[:at].strip(_EDGES).lower()
    behind = line.text[at + len(name) :]
    if not behind.strip(_EDGES):
        return not before or before in _before_author()
    return before in _before_author() and _signed(name + behind, certain=True) is not None


@cache
def _before_author() -> frozenset[str]:
    return frozenset((*_OPENERS, *_PHRASES, *_LABELS, *_PAGE_LINKS))
