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
from newslint.facts.furniture.desks import TRIGGERS as DESKS
from newslint.facts.furniture.desks import is_desk, is_role
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
TOP_CHARACTERS = 600
"""A byline that has run into the lines around it stands among so many characters at the top of a text."""
BOX_CHARACTERS = 600
"""The line that introduces the author has at most so many."""
LAST_LINES = 4
"""It is one of so many lines at the end of the text."""
NAMES_BELOW = 8
"""At most so many names in lines of their own are read behind a byline that ends with a comma."""
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
    "words and photos by", "story and photos by", "text and photos by", "from our correspondent",
    "geschrieben von", "verfasst von", "gepostet von", "veröffentlicht von",
    "kommentar von", "ein kommentar von", "ein gastbeitrag von", "ein bericht von", "eine analyse von", "publié par",
    "écrit par",
    "rédigé par", "posté par", "propos recueillis par", "publicado por", "escrito por", "postado por", "texto de",
    "pubblicato da", "scritto da", "postato da", "a cura di", "geschreven door", "geplaatst door", "skriven av",
    "skrevet av", "skrevet af", "publisert av", "kirjoittanut", "napisał", "napisała", "opublikował", "opracował",
    "opracowała", "napsal", "napsala", "napísal", "napísala", "írta", "scris de", "publicat de", "piše", "пише",
    "napisao", "napisala", "objavio", "objavila", "написал", "написала", "ditulis oleh", "laporan oleh",
    "das gespräch führte", "das gespräch führten", "das interview führte", "das interview führten",
    "die fragen stellte", "die fragen stellten", "aufgezeichnet von", "protokolliert von",
)  # fmt: skip
"""Phrases that open a byline in any text."""
_LABELS = (
    "author", "authors", "text", "text und fotos", "text und bilder", "text & fotos", "text/fotos", "text and photos",
    "texte et photos", "texto y fotos", "texto e fotos", "testo e foto", "tekst i zdjęcia", "tekst en foto's",
    "текст и фото", "текст і фото", "text och foto", "text och bild", "tekst og foto", "tekst og bilder", "text a foto",
    "tekst i foto", "foto e testo", "fotos und text", "teksti ja kuvat", "text i fotos", "words and photos",
    "story and photos", "reporter", "writer", "editor", "byline", "autor",
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
_BOXES = (
    "about the author", "about the authors", "about the writer", "über den autor", "über die autorin",
    "über die autoren", "zum autor", "zur autorin", "zur person des autors", "à propos de l’auteur",
    "à propos de l'auteur", "sobre el autor", "sobre la autora", "acerca del autor", "sobre o autor", "sobre a autora",
    "sull’autore", "sull'autore", "over de auteur", "om författaren", "om forfatteren", "o autorze", "o autorce",
    "o autorovi", "a szerzőről", "despre autor", "o autoru", "об авторе", "про автора", "yazar hakkında",
    "tentang penulis",
)  # fmt: skip
"""Headings of a box whose next line names the author."""
_GENRES = (
    "kommentar", "kolumne", "analyse", "bericht", "gastbeitrag", "glosse", "reportage", "rezension", "interview",
)  # fmt: skip
"""German words that stand before "von" and an author where a byline has run into the lines around it."""
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

_JOINT = "(?:and|und|et|y|e|og|och)"
_APART = re.compile(r"\s?[,;|/(\[·•@–—]|\s-\s|\s\d|(?<=[^\W\d_])\d|\s(?=(?i:f[oó]t[oó]s?|photos?|bild|фото)\b)")
_NAME_WORD = re.compile(r"(?:[^\W\d_]{1,3}\.)+|[^\W\d_]+(?:['’.\-‑][^\W\d_]+){0,3}\.?")
_REPORTER = re.compile(
    r"[가-힣]{2,4} ?(?:선임|수석|인턴|수습|객원)? ?(?:기자|특파원)(?:[ =]{1,3}[\w.+-]{1,40}@[\w.-]{1,40})?"
)
_EDGES = " \t\xa0.,;:|/·•–—-()[]*_"
_ENDS = ("?", "!", "…", "”", "“", "»", '"', "？", "！", "。", "؟")
_INITIALS = re.compile(
    r"[.!?“”»\"]\s?(?P<initials>\((?P<name>[a-zäöü]{2,4})(?:\s?[/,;+]\s?(?:[a-zäöü]{2,4}|[A-Z]{2,4})){0,3}\))\.?$"
)
_NO_INITIALS = frozenset((
    "sic", "lol", "ugs", "vgl", "bzw", "usw", "lat", "evtl", "dt", "frz", "engl", "rip", "ff", "fin", "alle", "ende",
    "haha", "hihi", "nein", "ja", "neu", "alt", "wow", "pdf",
))  # fmt: skip
_ON_DAY = re.compile(
    r"(?:posted|published|updated|written|veröffentlicht|publié|publicado|pubblicato|geplaatst|opublikowano)"
    r"(?! in\b)(?=[^\n]{0,45}\d)[^\n]{3,45}?\s(?:by|von|par|por|da|door|przez)\s{1,3}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:#|no\.?\s?)?\d{1,3}[.):]?\s", re.IGNORECASE)
_OF_CREATION = re.compile(
    r"(?:publisher|published|directors?|directed by|cast|starring|music|composer|producers?|genre|isbn|year|verlag|"
    r"regie|musik|melodie|darsteller|erschienen|editorial|reparto|género|música|éditeur|réalisation|réalisateur|"
    r"musique|regia|musica|editore|uitgever|muziek|förlag|wydawnictwo|reżyseria|muzyka|издательство|режисс[её]р|"
    r"музыка|видавництво|режисер|музика|yayınevi|kitap|पुस्तक|प्रकाशक|tác phẩm|titel|title|título|назва|название)"
    r"\s?[:：]",
    re.IGNORECASE,
)
"""How a line opens that tells more of a work: a song, a film or a book."""
_NO_NAMES = frozenset((
    "appointment", "demand", "default", "design", "force", "law", "order", "numbers", "region", "country", "county",
    "department", "sector", "industry", "category", "gender", "group", "groups", "size", "type", "genre", "decade",
    "century", "proxy", "accident", "mistake", "email", "phone", "night", "week", "month", "year", "morning",
    "evening", "news", "street", "avenue", "road", "bridge", "square", "hand", "mail", "platz", "straße", "edad",
    "sexo", "autónomas", "provincias", "comunidades", "ciudades", "oleh", "bank", "națională", "jordi",
))  # fmt: skip
"""Words that end a heading behind "By", or a name of something, and hardly a person's."""
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
_GOES_ON = re.compile(r",?\s{1,3}[a-zà-ÿа-я]")
_LISTS = re.compile(r"(?i:rückfragen|kontakt|contact|inquiries|enquiries|contacto|contatti|контакт)[^\n]{0,40}:$")
"""A line that says whom to ask: the press office below it wrote the release, but is no byline there."""
_CLOCK = re.compile(r"\d[:.h]\d\d")
_GREETINGS = frozenset((
    "dear", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "hello", "hi", "liebe", "lieber", "hallo", "cher", "chère",
    "bonjour", "estimado", "estimada", "querido", "querida", "hola", "caro", "cara", "beste", "kära", "kjære", "kære",
    "drogi", "droga", "уважаемый", "уважаемая", "дорогой", "шановний", "шановна",
))  # fmt: skip
_BULLETS = "-–—•*| \t\xa0"
_PEOPLE = re.compile(rf",\s|\s{_JOINT}\s")
_BEFORE_ROLE = re.compile(r",\s|\s?[(|]\s?|\s[–—-]\s")
_RUN_IN = re.compile(rf"(?:(?<![\w’'])(?:By|BY|Von|Par|Por|Door|Oleh)|(?i:{any_of(_GENRES)}) von)\s{{1,3}}$")
_IS = re.compile(
    r" (?:is (?:an?|the|currently|our|[A-Z])|ist (?:eine?|[A-ZÄÖÜ])|est (?:une?|le|la|journaliste)"
    r"|es (?:una?|el|la|periodista)|è (?:una?|il|la|giornalista)|é (?:uma?|o|a|jornalista)"
    r"|(?:är|er) (?:en|ett?|journalist|reporter)|jest (?:dziennikar|redaktor|autor))"
)
_AUTHORS = re.compile(r"\s?[;,|/&]\s?|\s(?:and|und|et|y|og|och)\s")
_MOST_PLACES = 20

_PUBLISHED = (
    "published by", "veröffentlicht von", "publié par", "publicado por", "pubblicato da", "objavio", "objavila",
)  # fmt: skip
"""What tells of books as well, so that a day has to stand behind the name."""

_DATED = (
    "posted", "published", "updated", "veröffentlicht", "publié", "publicado", "pubblicato", "geplaatst",
    "opublikowano",
)  # fmt: skip
"""What opens the line of a day, behind which a byline may stand: ``Posted on May 4 by …``."""

TRIGGERS = (
    *(
        Trigger(part, caseless=True)
        for part in (
            "[가-힣] ?(?:기자|특파원)",
            *at_line_starts(tuple(_OPENERS), "[ \u00a0:\n\r]"),
            *at_line_starts(_PHRASES, "[ \u00a0:]"),
            *at_line_starts(_LABELS, " ?[:：/／]"),
            *at_line_starts(_BOXES),
            *at_line_starts(_DATED, " "),
            "[-–—•*|][ ](?:(?:written )?by |von |(?:authors?|autor(?:in)?|text) ?:)",
        )
    ),
    *DESKS,
    Trigger("[^ \n],[ \u00a0]{0,2}[\n\r]"),
    Trigger('[.!?“”»"][ ]?\\([a-zäöü]{2,4}[)/,;+]'),
    Trigger("[a-z][ ]?/[ ]?[A-Z]"),
)


class Byline(NamedTuple):
    """A byline: its characters from ``start`` to ``end``, the number of its line, and the first name in it."""

    start: int
    end: int
    line: int
    name: str


def bylines(
    text: str,
    paragraphs: Paragraphs,
    hits: Iterable[Hit],
    language: str | None,
    author: str,
    outlets: frozenset[str] = _ANY,
) -> list[Byline]:
    """Return the lines of the body *text* that are bylines.

    They are found by the *hits* of :data:`TRIGGERS`, and by the name *author*; *outlets* has the names of the outlet.
    """
    if not paragraphs:
        return []
    authors = _authors(author)
    lines = sorted({line for hit in hits if hit.field == "body" for line in _lines_of(paragraphs, hit)})
    opened = [each for line in lines if (each := _opened(text, paragraphs, line, language, author)) is not None]
    names = {each.name.casefold() for each in opened}
    if len(names) >= LISTED and names.isdisjoint(map(str.casefold, (*authors, author))):
        opened = [each for each in opened if each.line < HEAD]
    found = {each.line: each for line in lines if (each := _unopened(text, paragraphs, line, language, outlets))}
    found |= {each.line: each for name in authors for each in _of_author(text, paragraphs, name)}
    whole = [_continued(paragraphs, each) for each in (found | {each.line: each for each in opened}).values()]
    return sorted([*whole, *_run_in(text, authors), *_introduced(paragraphs, authors)])


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
    shown = line.text.lstrip(_BULLETS)
    opener = _opener(shown, language)
    if opener is None or (not opener.certain and _runs_on(paragraphs, index)):
        return None
    rest = shown[opener.length :].strip(_EDGES)
    end, is_split = line.end, not rest
    if is_split and index + 1 < len(paragraphs):
        below = paragraphs[index + 1]
        rest, end = below.text.strip(_EDGES), below.end
        if len(rest) > LINE_CHARACTERS // 2:
            return None
    if author and rest.casefold() == author.casefold():
        return Byline(line.start, end, index, rest)
    name = _signed(rest, certain=opener.certain)
    if name is None or _is_of_work(paragraphs, index) or _is_other(text, paragraphs, index, shown, rest, name):
        return None
    is_heading = _are_words(text, name) or (name == rest and _is_below_prose(paragraphs, index))
    is_heading = is_heading or (line.text.endswith(".") and not any(map(str.isdigit, rest)))
    if is_heading and not opener.certain and not is_split:
        return None
    return Byline(line.start, end, index, name)


def _is_other(text: str, paragraphs: Paragraphs, index: int, shown: str, rest: str, name: str) -> bool:
    """Return whether line *index* is something else that opens as a byline: a book's publisher, a speaker."""
    if name.split()[-1].casefold() in _NO_NAMES:
        return True
    if shown.lower().startswith(_PUBLISHED) and not any(map(str.isdigit, rest)):
        return True
    if not _UNCASED.search(name):
        return False
    label = re.match(r"[^:：]{1,20}[:：]", shown)
    is_speaker = label is not None and text.count(label.group()) > 1
    return is_speaker or not (index < HEAD or index >= len(paragraphs) - LAST_LINES + 1)


class _Opener(NamedTuple):
    length: int
    certain: bool


def _opener(line: str, language: str | None) -> _Opener | None:
    """Return how far the words reach that open *line* as a byline, and whether these leave no doubt."""
    if line.strip(_EDGES).lower() in _BOXES:
        return _Opener(len(line), certain=True)
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
        (_ON_DAY, True),
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
    least = 1 if len(tail) > 1 and tail.lstrip()[0] in "|/@" else 2
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
    follows = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    below = follows[:1]
    if below in (",", ";", ".", ")"):
        return not _is_named(follows.strip(_EDGES).split(), 2)
    if line.text[:1].isupper() or above.endswith((".", "!", "?", "…")):
        return False
    is_wrapped = line.before == "line" and len(above) >= WRAPPED_CHARACTERS and above[-1].isalnum()
    return below.islower() or is_wrapped or above.endswith((",", ";", "-"))


def _is_below_prose(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether line *index* stands where headings do, below a sentence, and no day or hour is below it."""
    if index < HEAD:
        return False
    above = paragraphs[index - 1].text
    is_prose = len(above) >= PROSE_CHARACTERS or above.endswith((".", "!", "?", "…"))
    return is_prose and not _is_stamp(paragraphs, index + 1)


def _is_of_work(paragraphs: Paragraphs, index: int) -> bool:
    """Return whether the lines around *index* tell the publisher, the pages, the price or the music of a work."""
    below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    above = paragraphs[index - 1].text if index else ""
    if _OF_CREATION.match(below) or _OF_CREATION.match(above) or _NUMBERED.match(above):
        return True
    return len(below) <= LINE_CHARACTERS and not below.endswith(".") and _OF_WORK.search(below) is not None


def _unopened(
    text: str, paragraphs: Paragraphs, index: int, language: str | None, outlets: frozenset[str]
) -> Byline | None:
    """Return line *index* as a byline without a word that opens it: a desk, a name with a role, initials."""
    line = paragraphs[index]
    initials = _initialled(text, line) if language in _OPENERS["von"] else None
    if initials is not None:
        return initials
    if len(line.text) > LINE_CHARACTERS or line.text.endswith((*_ENDS, ".", ":")):
        return None
    is_stamped = _is_stamp(paragraphs, index - 1) or _is_stamp(paragraphs, index + 1)
    is_top = index < HEAD or is_stamped
    if is_top and is_desk(line.text, outlets):
        return Byline(line.start, line.end, index, line.text)
    names = _with_role(line.text) if is_top else None
    if names is None and index < HEAD and "/" in line.text:
        parts = [part.strip() for part in line.text.split("/")]
        names = parts if len(parts) == 2 and all(text.count(part) == 1 for part in parts) else None
    if names is None and line.text.endswith(",") and _is_stamp(paragraphs, index + 1, clock=True):
        name = line.text.rstrip(" ,")
        names = [name] if text.count(name) == 1 and name.split()[0].casefold() not in _GREETINGS else None
    if not names or not all(_is_named(name.split(), 2) and not is_agency(name) for name in names):
        return None
    is_other = any(_are_words(text, name) or name.split()[-1].casefold() in _NO_NAMES for name in names)
    return (
        None if is_other or names[0].split()[0].lower() in _ARTICLES else Byline(line.start, line.end, index, names[0])
    )


def _initialled(text: str, line: Paragraph) -> Byline | None:
    """Return the initials at the end of *line* by which a German editor signs: "(phy)"."""
    initials = _INITIALS.search(line.text[-LINE_CHARACTERS:])
    if initials is None or initials["name"] in _NO_INITIALS or is_agency(initials["name"]):
        return None
    if text.count(initials["initials"]) > 1:
        return None
    end = line.start + max(0, len(line.text) - LINE_CHARACTERS) + initials.end("initials")
    return Byline(end - len(initials["initials"]), end, line.index, initials["name"])


def _is_stamp(paragraphs: Paragraphs, index: int, *, clock: bool = False) -> bool:
    """Return whether line *index* is there and short, and has a figure: a day or an hour, with *clock* an hour."""
    if not 0 <= index < len(paragraphs):
        return False
    shown = paragraphs[index].text
    is_told = _CLOCK.search(shown) is not None if clock else any(map(str.isdigit, shown))
    return len(shown) <= STAMP_CHARACTERS and is_told


def _with_role(line: str) -> list[str] | None:
    """Return the names in *line*, if these and the role of the last are all that it has."""
    for apart in _BEFORE_ROLE.finditer(line):
        if is_role(line[apart.end() :]):
            return [name for name in _PEOPLE.split(line[: apart.start()].strip()) if name]
    return None


def _continued(paragraphs: Paragraphs, byline: Byline) -> Byline:
    """Return *byline* with the names and the role that go on in the lines below it."""
    at = max(byline.line, bisect_right(paragraphs.starts, byline.end - 1) - 1)
    for _ in range(NAMES_BELOW):
        if at + 1 >= len(paragraphs) or paragraphs[at].end != byline.end:
            break
        shown, below = paragraphs[at].text.rstrip(" 0123456789*"), paragraphs[at + 1].text
        goes_on = shown.endswith((",", "&")) or below.startswith((",", "&"))
        is_name = goes_on and _is_named(below.strip(f"{_EDGES}&0123456789 ").split(), 2)
        if not is_name and not (len(below) <= STAMP_CHARACTERS and below[:1].isupper() and is_role(below)):
            break
        at += 1
        byline = byline._replace(end=paragraphs[at].end)
    return byline


def _run_in(text: str, authors: list[str]) -> list[Byline]:
    """Return the bylines of *authors* that have run into the lines around them: "Loft By Ada Fenwick May 4"."""
    found: list[Byline] = []
    top = text[:TOP_CHARACTERS]
    for name in authors:
        if _UNCASED.search(name) or name not in top:
            continue
        at = top.index(name)
        opened = _RUN_IN.search(top, max(0, at - STAMP_CHARACTERS), at)
        if opened is None:
            continue
        end = at + len(name)
        for other in authors:
            joint = re.compile(rf"(?:,|\s?&|,?\s{_JOINT})\s{re.escape(other)}").match(text, end)
            end = joint.end() if joint else end
        if not _GOES_ON.match(text, end):
            found.append(Byline(opened.start(), end, 0, name))
    return found


def _introduced(paragraphs: Paragraphs, authors: list[str]) -> list[Byline]:
    """Return the lines at the end of the text that say who its author is: "Ada Fenwick is a reporter in Orlec."."""
    found: list[Byline] = []
    for index in range(max(HEAD, len(paragraphs) - LAST_LINES), len(paragraphs)):
        line = paragraphs[index]
        name = next((name for name in authors if line.text.startswith(name)), "")
        if name and len(line.text) <= BOX_CHARACTERS and _IS.match(line.text, len(name)):
            found.append(Byline(line.start, line.end, index, name))
    return found


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
        is_listed = index and line.text == name and _LISTS.search(paragraphs[index - 1].text)
        if _is_of(line, start - line.start, name) and not _runs_on(paragraphs, index) and not is_listed:
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
