"""Values that stand in a field because there was nothing to put there."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LONGEST = 60
"""Characters of the longest placeholder, with what stands around it."""
_KEPT = 4_096
"""A corpus has few sources, languages and authors, and many articles of each."""
_AROUND = " \t\r\n\"'`“”„«»()[]{}<>|*_-–—.:;!/\\#"
_SET_APART = ("[", "<", "{", "*")


def _listed(phrases: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in phrases.split("|"))


_NO_WORDS = _listed(
    """n/a|n.a|null|undefined|not available|not applicable|not provided|not specified|no data|no value|no content
    |no text|tba|tbd|todo|fixme|redacted|placeholder|lorem ipsum|lorem ipsum dolor sit amet|test test|asdf|foobar
    |object object|keine angabe|k.a|nicht verfügbar|nicht vorhanden|non disponible|non renseigné|no disponible
    |sin datos|non disponibile|não disponível|niet beschikbaar|brak danych|niedostępne|neuvedeno|nincs adat
    |indisponibil|нет данных|не указано|не указан|немає даних|не вказано|няма данни|veri yok|tidak diketahui
    |không có|غير متوفر|غير متاح|לא זמין|उपलब्ध नहीं|暂无|暫無|알 수 없음"""
)
"""What nobody writes but for want of a value."""
_WORDS = _listed(
    """na|nil|none|nan|unknown|not found|empty|blank|missing|xxx|removed|deleted|test|testing|foo|bar|string|unbekannt
    |leer|inconnu|inconnue|vide|desconocido|desconocida|vacío|sconosciuto|vuoto|desconhecido|desconhecida|vazio
    |onbekend|leeg|okänd|saknas|ukendt|ukjent|tuntematon|nieznany|nieznana|brak|neznámý|neznámá|neznámy|ismeretlen
    |necunoscut|nepoznato|неизвестно|неизвестен|неизвестный|недоступно|пусто|невідомо|невідомий|недоступний
    |неизвестна|άγνωστο|άγνωστος|bilinmiyor|bilinmeyen|yok|tidak ada|không rõ|غير معروف|نامشخص|ناشناس|لا يوجد
    |לא ידוע|अज्ञात|অজানা|ไม่ทราบ|不明|未知|無|无|なし|没有|없음|미상"""
)
"""Words of a language as well: in a title they count between brackets only."""
_TITLES = _listed(
    """untitled|no title|untitled document|untitled article|new article|new post|new page|auto draft|ohne titel
    |kein titel|sans titre|sin título|senza titolo|sem título|zonder titel|utan titel|uden titel|uten tittel|nimetön
    |bez tytułu|bez názvu|cím nélkül|fără titlu|без названия|без заголовка|без назви|без заглавие|bez naslova
    |χωρίς τίτλο|başlıksız|tanpa judul|không có tiêu đề|بدون عنوان|بلا عنوان|ללא כותרת|शीर्षक रहित|無題|无标题
    |無標題|제목 없음"""
)
_AUTHORS = _listed(
    """admin|administrator|root|user|superuser|webmaster|author|authors|by|guest|anonymous|default|system|wordpress
    |site admin|web admin|webadmin|demo|user1|admin1|admin2|no author|unknown author|autor|auteur|autore|автор|админ
    |администратор|адміністратор|гость|гість"""
)
_NAMES = frozenset({"foo", "bar", "na", "nil", "nan", "xxx", "test", "blank", "无", "無"})
"""Words by which people, outlets and languages are called."""
_BY_FIELD = {
    "title": _NO_WORDS | _TITLES,
    "author": (_NO_WORDS | _WORDS | _AUTHORS) - _NAMES,
    "body": _NO_WORDS | _WORDS,
}
_ELSEWHERE = (_NO_WORDS | _WORDS) - _NAMES
# Nothing in a date is a name, and dashes stand for nothing.
_BY_FIELD |= dict.fromkeys(("published_at", "modified_at"), _NO_WORDS | _WORDS | {"nat", ""})
_PRINTED = frozenset(("nan", "NaN", "NaT", "<NA>"))
"""What programs print for a missing value, letter by letter; as a code of a language, ``nan`` is Min Nan."""


def is_placeholder(field: str, value: str) -> bool:
    """Return whether *value* says in *field* no more than that there is nothing: ``N/A``, ``[Removed]``, ``Untitled``.

    A blank value says not even that.

    Case, white space and the signs around the words do not matter. Words that may be meant, as ``Missing`` in a title
    or ``Bar`` as a source, count only between brackets or asterisks.
    """
    return len(value) <= _LONGEST and not value.isspace() and _says_nothing(field, value)


@lru_cache(maxsize=_KEPT)
def _says_nothing(field: str, value: str) -> bool:
    if value in _PRINTED and field != "language":
        return True
    bare = " ".join(unicodedata.normalize("NFC", value).strip(_AROUND).casefold().split())
    if bare in _BY_FIELD.get(field, _ELSEWHERE):
        return True
    return bare in _WORDS and value.lstrip().startswith(_SET_APART)
