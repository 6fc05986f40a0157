"""What stands in the field of an author and is no name: a link, an age, a date, markup, an agency of pictures."""

from __future__ import annotations

import re

from newslint.facts.dates.fields import parse_date_field
from newslint.facts.furniture.labels import kind_of

_MOST_CHARACTERS = 80
"""Labels and dates are shorter; what is longer is not read for them."""
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_AS_TEXT = re.compile(r"[\[{]\s{0,3}[\"'][^\n]{0,300}[\"'\d]\s{0,3}[\]}]")
_LINK = re.compile(
    r"(?:view|see|read|show|more)\b.{0,20}\b(?:posts|articles|stories|entries)\s(?:by|from)\b"
    r"|(?:zeige |alle |weitere ){1,2}(?:beiträge|artikel)\s(?:von|anzeigen)\b"
    r"|(?:voir |afficher )?tous les (?:articles|messages) (?:de|par)\b"
    r"|ver todas las (?:entradas|publicaciones|noticias) de\b|ver todos (?:os posts|os artigos|los artículos) de\b"
    r"|vedi tutti gli articoli (?:di|da)\b|bekijk alle (?:berichten|artikelen) van\b"
    r"|(?:visa|vis) alle (?:inlägg|indlæg|innlegg) (?:av|af)\b"
    r"|zobacz wszystkie (?:wpisy|artykuły)|(?:посмотреть )?все (?:записи|материалы|статьи) автора"
    r"|(?:переглянути )?(?:всі|усі) (?:записи|статті) автора"
    r"|lihat semua (?:pos|artikel)|xem tất cả (?:bài viết)|查看.{1,20}的所有文章|(?:すべての)?投稿を表示",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"(?:via )?(?:getty(?: ?images)?|shutterstock(?:\.com)?|i ?stock(?: ?photo)?|alamy(?: stock photo)?|adobe ?stock"
    r"|unsplash|pixabay|pexels|depositphotos|dreamstime|imago images|picture[ -]alliance|ap photo|afp photo|123rf"
    r"|wikimedia commons)",
    re.IGNORECASE,
)
_BY_DOMAIN = re.compile(
    r"(?:by|von|par|por|door|di|da|av|af|от|від)\s?:?\s[\w-]{2,30}(?:\.[a-z]{2,12}){1,2}", re.IGNORECASE
)


def no_name(words: str) -> str | None:
    """Return what *words* in the field of an author are, where they are no name: ``2 hours ago``, ``<a href="…">``."""
    if _TAG.search(words):
        return "HTML"
    if _AS_TEXT.fullmatch(words):
        return "a list or an object as text"
    if len(words) > _MOST_CHARACTERS:
        return None
    if _LINK.match(words):
        return "a link of the page"
    if _STOCK.fullmatch(words):
        return "an agency of pictures"
    if _BY_DOMAIN.fullmatch(words):
        return "a byline with the domain of an outlet"
    if " " in words and kind_of(words) == "certain":  # "AD" is a newspaper, and somebody's initials
        return "a label of the page"
    has_digit = any(map(str.isdecimal, words))
    return "a date" if has_digit and parse_date_field(words, None) is not None else None
