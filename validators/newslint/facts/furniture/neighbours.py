"""Links to the article before and the one after, whose headlines are glued to their labels.

``Previous articleFerry stays in harbourNext articleMayor resigns``. The labels are ordinary words, but nobody writes a
headline to them without a space, or both of them into a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.facts.furniture.headlines import TEASER_CHARACTERS
from newslint.facts.furniture.pieces import Piece, line_at
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

if TYPE_CHECKING:
    from newslint.text.segment import Paragraphs

_BEFORE = (
    "previous (?:article|post|story)", "prev post", "(?:artículo|noticia|entrada) anterior",
    "(?:artigo|matéria|notícia|post) anterior", "article précédent", "articolo precedente", "articolul precedent",
    "vorheriger (?:artikel|beitrag)", "vorig artikel", "föregående artikel", "forrige arti(?:kel|kkel)",
    "edellinen artikkeli", "poprzedni artykuł", "předchozí článek", "predchádzajúci článok", "előző cikk",
    "prethodni članak", "prejšnji članek", "предыдущая (?:статья|новость|запись)", "попередня (?:стаття|новина)",
    "предишна (?:статия|новина)", "претходна (?:вест|статија)", "προηγούμενο άρθρο",
    "önceki (?:haber|yazı|içerik|makale)",
    "əvvəlki xəbər", "المقال(?:ة)? السابق(?:ة)?", "مطلب قبلی", "artikel sebelumnya", "berita sebelum(?:nya|ya)",
    "bài (?:viết )?trước", "पिछला लेख", "পূর্ববর্তী (?:নিবন্ধ|খবর|সংবাদ)", "முந்தைய கட்டுரை",
    "上一篇文章", "前の記事", "이전 ?기사",
)  # fmt: skip
_AFTER = (
    "next (?:article|post|story)", "(?:(?:próximo )?artículo|noticia|entrada) siguiente", "próximo artículo",
    "(?:próxim[oa] (?:artigo|matéria|notícia|post)|artigo seguinte)", "article suivant",
    "(?:articolo successivo|prossimo articolo)", "articolul următor", "nächster (?:artikel|beitrag)", "volgend artikel",
    "nästa artikel", "næste artikel", "neste artikkel", "seuraava artikkeli", "następny artykuł", "další článek",
    "ďalší článok", "következő cikk", "s(?:ljed|led)eći članak", "naslednji članek",
    "следующая (?:статья|новость|запись)", "наступна (?:стаття|новина)", "следваща (?:статия|новина)",
    "следна (?:вест|статија)", "επόμενο άρθρο", "sonraki (?:haber|yazı|içerik|makale)", "növbəti xəbər",
    "المقال(?:ة)? (?:التالي|القادم)(?:ة)?", "مطلب بعدی", "artikel (?:se|ber)(?:lanjut|ikut)nya",
    "berita berikut(?:nya|ya)",
    "bài (?:viết )?(?:sau|tiếp theo|kế tiếp)", "अगला लेख", "পরবর্তী (?:নিবন্ধ|খবর|সংবাদ)", "அடுத்த கட்டுரை", "下一篇文章",
    "次の記事", "다음 ?기사",
)  # fmt: skip
_LABEL = re.compile(rf"(?<![^\W_])(?P<before>{any_of(_BEFORE)})|(?P<after>{any_of(_AFTER)})", re.IGNORECASE)
_HEADLINE = re.compile(r"[\"'“”„«»‘’¿¡(\[]{0,2}(?P<first>[^\W_])")
_LONGEST = 2 * TEASER_CHARACTERS + 100
"""Two headlines and their labels have at most so many characters."""
_FEWEST = 15
"""A headline has at least so many."""

NEIGHBOUR_TRIGGERS = tuple(Trigger(part, caseless=True) for part in together((*_BEFORE, *_AFTER)))
"""Whatever is such a line has a match of one of these."""


def neighbours_at(text: str, start: int, end: int, _paragraphs: Paragraphs) -> Piece | None:
    """Return the labels and their headlines, if ``text[start:end]``, a hit of the triggers, is the first label."""
    first = _LABEL.match(text, start, end)
    if first is None:
        return None
    line = line_at(text, start, end, _LONGEST)
    second = _second(text, first, line) if first["before"] else None
    if not _is_headline(text[(second or first).end() : line.end]):
        return None
    opens_line, is_glued = start == line.start, _is_glued(text, first, line.end)
    if second is not None:
        is_pair = _is_glued(text, second, line.end) or not text[second.start()].islower()
        return Piece(start, line.end) if is_pair and (opens_line or is_glued) else None
    return Piece(start, line.end) if opens_line and is_glued else None


def _second(text: str, first: re.Match[str], line: Piece) -> re.Match[str] | None:
    """Return the label of the article after behind the headline of the one before."""
    found = _LABEL.search(text, first.end() + _FEWEST, min(line.end, first.end() + TEASER_CHARACTERS))
    return found if found is not None and found["after"] else None


def _is_glued(text: str, label: re.Match[str], end: int) -> bool:
    """Return whether a headline that opens with a capital is glued to *label*."""
    headline = _HEADLINE.match(text, label.end(), end)
    return headline is not None and not headline["first"].islower() and label.group()[-1].islower()


def _is_headline(rest: str) -> bool:
    return _FEWEST <= len(rest.strip()) <= TEASER_CHARACTERS and not rest.rstrip().endswith(".")
