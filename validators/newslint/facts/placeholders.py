"""Values that stand in a field because there was nothing to put there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
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
    |администратор|адміністратор|гость|гість
    |your name|enter your name|please enter your name|please enter your name here"""
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
_CHATTER = frozenset(("blah", "bla", "бла"))
"""What stands for a text when it is said again and again, as in old wire archives."""

FILLER_OPENS = r"lorem ipsum dolor|dolor sit amet|consectetur adipisc|sed do eiusmod|ut enim ad minim|duis aute irure"
"""Where the words begin by which printers fill a page."""
MIN_FILLER_WORDS = 8
"""Words of it in a row that are a text of its own; what is written about it gives the first five as its name."""
_FILLER = _listed(
    """lorem|ipsum|dolor|sit|amet|consectetur|adipiscing|adipisicing|elit|sed|do|eiusmod|tempor|incididunt|ut
            |labore|et|dolore|magna|aliqua|enim|ad|minim|veniam|quis|nostrud|exercitation|ullamco|laboris|nisi|aliquip
            |ex|ea|commodo|consequat|duis|aute|irure|in|reprehenderit|voluptate|velit|esse|cillum|eu|fugiat|nulla
            |pariatur|excepteur|sint|occaecat|cupidatat|non|proident|sunt|culpa|qui|officia|deserunt|mollit|anim|id|est
            |laborum|diam|nonumy|eirmod|invidunt|aliquyam|erat|voluptua|at|vero|eos|accusam|justo|duo|dolores|rebum
            |stet|clita|kasd|gubergren|no|sea|takimata|sanctus|nibh|euismod|tincidunt|laoreet|aliquam|volutpat|wisi
            |tation|ullamcorper|suscipit|lobortis|nisl|sadipscing|elitr|consetetur|nam|liber|tempus|cum|soluta|nobis
            |eleifend|option|congue|nihil|imperdiet|doming|quod|mazim|placerat|facer|possim|assum|vel|eum|iriure
            |hendrerit|vulputate|molestie|illum|feugiat|facilisis|accumsan|iusto|odio|dignissim|blandit|praesent
            |luptatum|zzril|delenit|augue|te|feugait|facilisi|vestibulum|vivamus|integer|pellentesque|habitant|morbi
            |tristique|senectus|netus|malesuada|fames|ac|turpis|egestas|mauris|donec|maecenas|curabitur|aenean
            |phasellus|nullam|vitae|nunc|a|mi|sem|massa|quam|libero|orci|risus|lectus|arcu"""
)
_FILLER_OPENS = re.compile(rf"\b(?:{FILLER_OPENS})", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{1,20}")
_MARKS = 4
"""Characters that may part two words of it: a full stop, a comma, a line break."""
_FILLER_REACH = 500
"""Characters before a hit in which the run of its words may begin: so long is the whole of the usual text."""
_FILLER_READ = 5_000
"""Characters of it that are read: a body may have nothing else, and each of its hits is looked at."""
_LONGEST_NOTE = 200
"""Characters of the longest note that a scraper leaves in the place of a text."""
_NOTE = re.compile(
    r"\W{0,3}(?:(?:error: ?)?(?:failed|unable) to (?:extract|fetch|retrieve|load|parse|scrape|download)\b"
    r"|(?:we )?could(?: not|n['’]t) (?:extract|fetch|retrieve|parse|scrape|download)"
    r" (?:the )?(?:article|content|text|page)"
    r"|error (?:extracting|fetching|retrieving|parsing|scraping|downloading)\b"
    r"|(?:article |full |page )?(?:content|text|body) (?:could not be|not|was not)"
    r" (?:extracted|found|available|retrieved)"
    r"|(?:article|content|text) extract(?:ed using (?:the )?method|ion (?:failed|error))"
    r"|no (?:article )?(?:content|body|text) (?:was )?(?:found|extracted|available|could be)\b)",
    re.IGNORECASE,
)
"""What scrapers say, in English whatever the article's language, where they found no text."""
_QUOTES = frozenset("\"'“”„«»‘’‚「『")


def is_placeholder(field: str, value: str) -> bool:
    """Return whether *value* says in *field* no more than that there is nothing: ``N/A``, ``[Removed]``, ``Untitled``.

    A blank value says not even that.

    Case, white space and the signs around the words do not matter. Words that may be meant, as ``Missing`` in a title
    or ``Bar`` as a source, count only between brackets or asterisks.
    """
    if field == "body" and len(value) <= _LONGEST_NOTE and _NOTE.match(value) is not None:
        return True
    return len(value) <= _LONGEST and not value.isspace() and _says_nothing(field, value)


@lru_cache(maxsize=_KEPT)
def _says_nothing(field: str, value: str) -> bool:
    if value in _PRINTED and field != "language":
        return True
    bare = " ".join(unicodedata.normalize("NFC", value).strip(_AROUND).casefold().split())
    if bare in _BY_FIELD.get(field, _ELSEWHERE):
        return True
    if field == "body" and _is_chatter(bare):
        return True
    return bare in _WORDS and value.lstrip().startswith(_SET_APART)


def _is_chatter(bare: str) -> bool:
    words = [word.strip(",.!…") for word in bare.replace("-", " ").split()]
    return len(words) > 1 and words[0] in _CHATTER and len(set(words)) == 1


def fillers(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where *text* has a run of the words by which printers fill a page: “Lorem ipsum dolor sit amet …”.

    Looks for those that begin between *start* and *end*. What stands in quotation marks is spoken of.
    """
    after = start
    for opening in _FILLER_OPENS.finditer(text, start, len(text) if end is None else end):
        if opening.start() < after:
            continue
        before, first = _filler_before(text, opening.start())
        count, after = _filler_after(text, opening.start())
        if before + count >= MIN_FILLER_WORDS and text[max(0, first - 1) : first] not in _QUOTES:
            yield first, after


def is_filler(text: str) -> bool:
    """Return whether *text* has a run of a printer's filler."""
    return next(fillers(text), None) is not None


def _filler_before(text: str, start: int) -> tuple[int, int]:
    """Return how many words of the filler stand right before *start*, and where the first of them begins."""
    count = 0
    for word in reversed(list(_WORD.finditer(text, max(0, start - _FILLER_REACH), start))):
        if start - word.end() > _MARKS or word.group().lower() not in _FILLER:
            break
        count, start = count + 1, word.start()
    return count, start


def _filler_after(text: str, start: int) -> tuple[int, int]:
    """Return how many words of the filler follow one another from *start*, and where the last one ends."""
    count, end = 0, start
    for word in _WORD.finditer(text, start, start + _FILLER_READ):
        if word.start() - end > _MARKS or word.group().lower() not in _FILLER:
            break
        count, end = count + 1, word.end()
    return count, end
