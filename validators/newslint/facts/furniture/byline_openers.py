"""How a byline opens: ``By``, ``Von``, ``Words and photos:``, ``Posted on May 4 by``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newslint.facts.furniture.byline_names import EDGES
from newslint.facts.furniture.words import any_of, at_line_starts
from newslint.text.scan import Trigger

_ANY = frozenset[str]()
OPENERS = {
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
_PAGE_LINKS = (
    "view all posts by", "more from", "more by", "all posts by", "articles by", "about the author", "about",
    "alle artikel von", "alle beiträge von", "zum autor", "plus d'articles de", "ver más de", "altri articoli di",
)  # fmt: skip
"""What else stands before the name of the author in its line."""
_ON_DAY = re.compile(
    r"(?:posted|published|updated|written|veröffentlicht|publié|publicado|pubblicato|geplaatst|opublikowano)"
    r"(?! in\b)(?=[^\n]{0,45}\d)[^\n]{3,45}?\s(?:by|von|par|por|da|door|przez)\s{1,3}",
    re.IGNORECASE,
)
_DATED = (
    "posted", "published", "updated", "veröffentlicht", "publié", "publicado", "pubblicato", "geplaatst",
    "opublikowano",
)  # fmt: skip
"""What opens the line of a day, behind which a byline may stand: ``Posted on May 4 by …``."""

OPENING = tuple(
    Trigger(part, caseless=True)
    for part in (
        "[가-힣] ?(?:기자|특파원)",
        *at_line_starts(tuple(OPENERS), "[ \u00a0:\n\r]"),
        *at_line_starts(_PHRASES, "[ \u00a0:]"),
        *at_line_starts(_LABELS, " ?[:：/／]"),
        *at_line_starts(_BOXES),
        *at_line_starts(_DATED, " "),
        "[-–—•*|][ ](?:(?:written )?by |von |(?:authors?|autor(?:in)?|text) ?:)",
    )
)
"""What finds the lines that may open as bylines."""


class Opener(NamedTuple):
    """The ``length`` of the words that open a line as a byline, and whether these leave no doubt."""

    length: int
    certain: bool


def opener_of(line: str, language: str | None) -> Opener | None:
    """Return how far the words reach that open *line* as a byline, and whether these leave no doubt."""
    if line.strip(EDGES).lower() in _BOXES:
        return Opener(len(line), certain=True)
    for rule, certain in _rules():
        match = rule.match(line)
        if match is None:
            continue
        if certain:
            return Opener(match.end(), certain=True)
        languages = OPENERS[match[1].lower()]
        if not languages or language in languages:
            return Opener(match.end(), certain=False)
    return None


@cache
def _rules() -> tuple[tuple[re.Pattern[str], bool], ...]:
    labels, phrases, openers = (
        any_of(sorted(words, key=len, reverse=True)) for words in (_LABELS, _PHRASES, tuple(OPENERS))
    )
    return (
        (re.compile(rf"(?:{labels}|{openers})\s?[:：/／]\s{{0,3}}", re.IGNORECASE), True),
        (_ON_DAY, True),
        (re.compile(rf"{phrases}(?:\s?:)?\s{{1,3}}", re.IGNORECASE), True),
        (re.compile(rf"({openers})(?:\s{{1,60}}|$)", re.IGNORECASE), False),
    )


@cache
def before_author() -> frozenset[str]:
    """Return what stands before the name of the author in its line."""
    return frozenset((*OPENERS, *_PHRASES, *_LABELS, *_PAGE_LINKS))
