"""Stamps of a page that stand in its text: a byline with its date, and the labels that pages put before a date."""

from __future__ import annotations

import re

import msgspec

from newslint.facts.dates.mention import DateMention
from newslint.facts.dates.starts import DIGIT

_LONGEST = 80
_BYLINE = re.compile(
    r"(?:by|di|de|da|von|par|por|door|av|af|od|przez|автор|от|od)[:]?[^\S\n]"
    r"(?:[^\W\d_][^\s\d,;:!?]{0,24}[^\S\n]?[,|·•–-]?[^\S\n]){1,5}\Z",
    re.IGNORECASE,
)
"""A line up to its date: "di Teresa Rossi 20 Novembre 2024"; that its words are names is asked of each."""
_BEHIND = re.compile(r"[\s,|·•–-]{0,4}(?:\S{1,6}[^\S\n]){0,2}(?:\d{1,2}[:.h]\d\d\S{0,4})?[^\S\n]*\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。»”\"]\s*\n")
_SMALL = frozenset(
    ("e", "y", "and", "und", "et", "de", "da", "di", "del", "della", "van", "von", "der", "den", "le", "la")
)

_WORDS_BEFORE_A_DATE = (
    # English, German, Dutch
    r"(?:first )?(?:published|posted|updated)(?: on| at)?|last (?:updated|modified)(?: on| at)?|publish date|date|on|"
    r"(?:zuletzt )?aktualisiert(?: am)?|letzte aktualisierung|"
    r"(?:veröffentlicht|erstellt|geschrieben|erschienen)(?: am)?|"
    r"stand|datum|gepubliceerd(?: op)?|(?:laatst )?bijgewerkt(?: op)?|"
    # French, Spanish, Portuguese, Italian, Catalan, Romanian
    r"publiée? le|mise? à jour le|(?:publicado|actualizado)(?: el| em| a)?|atualizad[oa](?: em)?|"
    r"(?:pubblicato|aggiornato)(?: il)?|(?:publicat|actualitzat|actualizat)(?: el| la)?|"
    # Swedish, Danish, Norwegian, Icelandic, Finnish, Estonian, Latvian, Lithuanian
    r"publicerad|uppdaterad|(?:offentliggjort|opdateret|publiceret|publisert|oppdatert|sist oppdatert)(?: den)?|"
    r"uppfært|birt(?:ist)?|julkaistu|päivitetty|muokattu|avaldatud|uuendatud|publicēts|atjaunots|paskelbta|atnaujinta|"
    # Polish, Czech, Slovak, Slovenian, Croatian, Hungarian
    r"opublikowano|aktualizacja|publikováno|aktualizováno|publikované|aktualizované|objavljeno|ažurirano|posodobljeno|"
    r"megjelent|frissítve|publikálva|"
    # Russian, Ukrainian, Bulgarian, Greek
    r"(?:опубликовано|обновлено|опубліковано|оновлено)(?: в| о)?|дата(?: публикации| публікації)?|публикувано|обновена|"
    r"δημοσίευση|δημοσιεύθηκε|ενημερώθηκε|τελευταία ενημέρωση|"
    # Turkish, Arabic, Persian, Hindi, Indonesian, Vietnamese, Thai
    r"(?:son )?güncell?e(?:me|nme|ndi)(?: tarihi)?|yayınlan(?:ma|dı)(?: tarihi)?|yayın(?: tarihi)?|giriş(?: tarihi)?|"
    r"تاريخ النشر|نشر في|نُشر في|آخر تحديث|تاریخ انتشار|زمان انتشار|به‌روزرسانی|प्रकाशित|अपडेट|"
    r"diperbarui|diterbitkan|dipublikasikan|tayang|cập nhật|เผยแพร่|อัปเดต"
)
_ASIAN_WORDS_BEFORE_A_DATE = (
    "发布时间|更新时间|发布于|发布日期|更新于|發布時間|發佈時間|更新時間|發布日期|發佈日期|最後更新|最后更新|"
    "发稿时间|發稿時間|发表时间|發表時間|发表于|發表於|出版時間|发布|"
    "最終更新|更新日時|公開日時?|更新日?|投稿日時?|配信日?|掲載日?|"
    "기사입력|기사등록|최종수정|최종업데이트|입력|수정|등록|승인|업데이트|송고"
)
LABEL = re.compile(
    rf"(?:(?:{_WORDS_BEFORE_A_DATE})\s*[:：]?\s+|(?:{_WORDS_BEFORE_A_DATE}):|(?:{_ASIAN_WORDS_BEFORE_A_DATE})\s*[:：]?\s*)",
    re.IGNORECASE,
)
"""The label of a stamp, with what stands between it and the date."""
_NEXT_STAMP = re.compile(
    rf"\s*[|•·｜]\s*|[\s/,;–—-]{{1,5}}(?=(?:{_WORDS_BEFORE_A_DATE})\s*:|(?:{_ASIAN_WORDS_BEFORE_A_DATE}))"
    rf"|,? and (?=(?:{_WORDS_BEFORE_A_DATE})\s)",
    re.IGNORECASE,
)
_UPDATED_BEHIND = re.compile(
    r"\s*(?:[(（][^()（）\n]{4,24}(?:更新|公開|配信|수정)[)）]|(?<=\d)\s?(?:更新|公開|配信|掲載)|(?<=分)\s?配信)\Z"
)
"""Japanese pages put the label behind the second stamp: 2025年1月14日 01時28分 (1月14日 01時40分更新)."""
_SOURCE_BEHIND = re.compile(
    r"(?<=\d)\s{0,3}(?:[|｜]\s?)?(?:(?:文章|新闻|稿件|信息)?来源|來源|稿源|出处)\s?[:：]\s?[^\d\n:：，。]{2,20}\Z"
)
"""Chinese pages put the outlet behind the stamp: 2025-01-14 10:28 来源：…"""
_DIGIT = re.compile(f"[{DIGIT}]")
_BRACKETS = " []()（）【】［］〔〕"


class LabelledPart(msgspec.Struct, frozen=True, gc=False):
    """One stamp of a line: ``text`` without its label stands at ``start`` in the line."""

    text: str
    start: int
    labelled: bool


def parts_of_stamp(line: str) -> tuple[LabelledPart, ...]:
    """Return *line* as the stamps it would be: one, or several with labels ("Published: … | Updated: …")."""
    behind = _UPDATED_BEHIND.search(line) or _SOURCE_BEHIND.search(line)
    line = line[: behind.start()] if behind else line
    found: list[LabelledPart] = []
    start = 0
    marks = _NEXT_STAMP.finditer(line) if "|" in line or ":" in line or "·" in line or "•" in line else ()
    for mark in (*marks, None):
        if mark and not _DIGIT.search(line, start, mark.start()):
            continue  # "Last updated: …" has a label inside its label.
        end = mark.start() if mark else len(line)
        found.append(_part(line, start, end))
        start = mark.end() if mark else end
    several = len(found) > 1 and any(part.labelled for part in found) and all(part.text for part in found)
    return tuple(found) if several else (_part(line, 0, len(line)),)


def _part(line: str, start: int, end: int) -> LabelledPart:
    opened = end - len(line[start:end].lstrip(_BRACKETS))
    label = LABEL.match(line, opened, end)
    begin = label.end() if label else start
    text = line[begin:end]
    if label or opened > start:
        bare = text.lstrip(_BRACKETS)
        begin, text = begin + len(text) - len(bare), bare.rstrip(_BRACKETS)
    return LabelledPart(text, begin, label is not None)


def is_inner_byline(text: str, mention: DateMention) -> bool:
    """Return whether the line of *mention* is a byline with its date, and text of the article stands before it.

    At the head of the article such a line is its own and tells its age; further down it is that of a teaser.
    """
    line = text.rfind("\n", 0, mention.start) + 1
    stop = text.find("\n", mention.end)
    end = stop if stop >= 0 else len(text)
    if end - line > _LONGEST or not mention.explicit_year:
        return False
    before = text[line : mention.start]
    if not _BYLINE.match(before) or not _BEHIND.match(text[mention.end : end]):
        return False
    names = [word for word in re.findall(r"[^\W\d_]+", before)[1:] if word not in _SMALL]
    return bool(names) and all(name[0].isupper() for name in names) and _SENTENCE_END.search(text, 0, line) is not None
