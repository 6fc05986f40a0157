"""Lists of headlines that stand beside the text of a page: their label, and how far they reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newslint.facts.furniture.headlines import MOST_LISTED, announces, count_prose, end_of_rows
from newslint.facts.furniture.pieces import Piece, line_at
from newslint.facts.furniture.teasers import TAIL_PROSE, is_announced
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Gate, Trigger

if TYPE_CHECKING:
    from newslint.text.segment import Paragraphs

SIDEBAR_HEADLINES = 3
"""So many whole headlines below its label make a list of a page: the labels are ordinary words."""
MOST_BETWEEN = 4
"""Short lines between two headlines of it: number, section, date, minutes to read."""

_LABELS = (
    # English
    "latest (?:top )?(?:news|stories|headlines|articles|posts)", "(?:the )?latest", "popular", "popular now", "recent",
    "trending topics", "(?:sponsored|promoted|recommended) (?:articles|stories|posts|content)",
    "(?:most )?recent (?:news|stories|posts|articles|headlines)", "popular (?:content|posts|articles|stories|news)",
    "trending (?:now|news|stories|today)", "top (?:news|headlines)", "new articles", "editor(?:s|[’']s|s[’']) picks?",
    "featured (?:articles|stories|posts)", "similar (?:articles|stories|posts)", "what to read next", "read this next",
    "more (?:news|headlines|articles)", "other (?:news|stories)", "most (?:shared|commented|watched|recent)",
    # German and Dutch
    "(?:am )?(?:meist|häufigsten) gelesen", "neue(?:ste)? (?:nachrichten|artikel|beiträge|meldungen)",
    "aktuelle (?:nachrichten|artikel|beiträge|meldungen)", "(?:ähnliche|verwandte|beliebte) (?:artikel|beiträge)",
    "(?:(?:die )?aktuellen? )?top-?themen", "ähnliche (?:meldungen|pressemitteilungen|themen)(?: im [a-zäöü]{2,20})?",
    "weitere (?:nachrichten|beiträge|meldungen|themen)",
    "laatste nieuws", "meer nieuws", "meest bekeken", "net binnen",
    "gerelateerde? (?:artikelen|berichten|nieuws)",
    # Romance languages
    "les plus (?:populaires|consultés|vus|partagés)",
    "(?:les )?derni(?:ers articles|ères (?:actualités|nouvelles|infos))",
    "articles (?:récents|populaires)", "à la une", "en continu", "dans la même rubrique",
    "lo (?:más (?:visto|popular|comentado|reciente)|[úu]ltimo)", "(?:más )?recientes", "[úu]ltimas noticias",
    "noticias (?:destacadas|recientes|recomendadas)",
    "(?:más|otras) noticias", "recomendad[oa]s?(?: para (?:ti|usted))?", "entradas recientes",
    "art[ií]culos (?:relacionados|recientes)", "[úu]ltimas notícias", "(?:mais|outras) notícias", "notícias recentes",
    "artigos (?:relacionados|recentes)", "mais vistas", "recomendad[oa]s? para você", "últimes notícies",
    "més (?:llegides|llegit)", "notícies relacionades", "(?:gli articoli )?più lett[ie]", "le più lette",
    "ultime notizie", "raccomandati per te", "altr(?:e notizie|i articoli)", "articoli recenti", "cele mai citite",
    "ultimele [șş]tiri", "articole (?:similare|recente)",
    # Scandinavian, Baltic and Finnic languages
    "senaste nytt", "fler nyheter", "relaterade artiklar", "seneste (?:nyt|nyheder)", "relaterede artikler",
    "flere (?:nyheder|saker)", "siste (?:nytt|saker)", "relaterte (?:artikler|saker)", "mest lesið", "nýjustu fréttir",
    "uusimmat", "tuoreimmat", "suosituimmat", "loetumad", "viimased uudised", "skaitomiausi(?:os)?",
    "naujausios naujienos", "lasītākie", "jaunākās ziņas",
    # Slavic languages, and neighbours
    "najnowsze", "ostatnie wiadomości", "najpopularniejsze", "(?:powiązane|podobne) artykuły",
    "nejnovější (?:články|zprávy)", "další (?:zprávy|články)", "podobné články", "doporučujeme", "odporúčame",
    "ďalšie (?:správy|články)", "najčítanejšie", "najnovšie správy",
    "legolvasottabb(?:ak| cikkek)?", "legfrissebb(?: hírek)?", "további hírek", "naj(?:pro)?čitanije",
    "najnovije(?: v(?:ij)?esti)?", "izdvojeno", "slični članci", "najbolj brano", "zadnje novice", "најчитаније",
    "најновије(?: вести)?", "најчитани", "най-четени(?: новини)?", "последни новини", "още новини",
    "свързани (?:статии|новини)", "популярное", "популярные (?:новости|статьи)", "последние новости",
    "самое (?:популярное|обсуждаемое)", "новости партн[её]ров", "(?:главные|другие|похожие) новости",
    "похожие (?:статьи|материалы)", "лента новостей", "популярне", "популярні новини",
    "(?:останні|головні|інші|схожі) новини", "стрічка новин", "апошнія навіны", "папулярнае", "më të lexuarat",
    "lajmet e fundit", "δημοφιλή", "πιο διαβασμένα", "τελευταία νέα", "ροή ειδήσεων", "τελευταίες ειδήσεις",
    # Turkic languages and the Caucasus
    "en çok okunan(?:lar| haberler)?", "d[iİ]ğer haberler", "son haberler", "ən çox oxunan(?:lar)?", "son xəbərlər",
    "d[iİ]gər xəbərlər", "соңғы жаңалықтар", "ең көп оқылған(?:дар)?", "ყველაზე კითხვადი", "ամենաընթերցված",
    # Western and southern Asia, Africa
    "الأكثر (?:قراءة|مشاهدة)", "(?:آخر|أهم|أحدث) الأخبار", "أخبار أخرى", "پربازدیدترین ?ها", "آخرین اخبار",
    "سایر اخبار", "הנקראות ביותר", "הכי נקראות", "כתבות נוספות", "تازہ ترین", "مقبول ترین", "مزید خبریں",
    "ट्रेंडिंग", "ताज़?ा ख़?बरें", "अन्य ख़?बरें", "बड़ी ख़?बरें", "सबसे ज़?्यादा पढ़ी गईं", "ताज्या बातम्या", "সর্বাধিক পঠিত",
    "সর্বশেষ (?:সংবাদ|খবর)", "আরও খবর", "சமீபத்திய செய்திகள்",
    "(?:తాజా|మరిన్ని) వార్తలు", "மேலும் செய்திகள்", "තවත් පුවත්", "તાજા સમાચાર", "habari (?:zaidi|nyingine)",
    # Eastern and south-eastern Asia
    "berita (?:terkini|terbaru|terpopuler|lainnya)", "terpopuler", "tin mới(?: nhất)?", "(?:đọc|xem) nhiều(?: nhất)?",
    "tin (?:khác|nổi bật)", "ข่าวล่าสุด", "ข่าวยอดนิยม", "ข่าวอื่นๆ", "热门(?:新闻|文章|推荐)",
    "熱門(?:新聞|文章|內容|影音)", "即時新聞",
    "最新(?:新闻|新聞|文章)", "[编編][辑輯]部?推[荐薦]", "其他新[闻聞]", "猜你喜欢", "人気の?(?:記事|ニュース)",
    "(?:アクセス|人気|記事)ランキング", "おすすめの?記事", "(?:最新|新着)の?(?:記事|ニュース)",
    "많이 ?본 ?(?:뉴스|기사)",
    "이 시[각간] 주요 ?(?:뉴스|기사)", "인기 ?(?:뉴스|기사)", "주요 ?(?:뉴스|기사)", "최신 ?(?:뉴스|기사)",
)  # fmt: skip
"""What alone in its line heads a list of other articles, if headlines follow."""

_NAMED = (
    "latest (?:in|from)", "(?:more|recommended) from", "more (?:stories|news|articles) (?:from|in|on)",
    "top reads (?:in|this)",
    "most recent articles by", "mehr (?:von|aus)", "weitere (?:artikel|meldungen|nachrichten|beiträge) (?:von|aus|zu)",
    "neues (?:von|aus)", "meer (?:van|uit|nieuws uit)", "plus d[’']articles (?:de|sur)", "dans la rubrique",
    "(?:más|otras) noticias (?:de|sobre)", "mais notícias (?:de|da|do|sobre)", "altr(?:o|e notizie|i articoli) da",
    "mer från", "mere fra", "mer fra", "seneste nyt", "lisää aiheesta", "więcej (?:z działu|na temat)", "více z",
    "další z", "још из", "još iz", "още от", "другие новости", "ещ[её] от", "більше з", "інші новини",
    "περισσότερα από", "المزيد من", "اخبار بیشتر از",
)  # fmt: skip
"""The same with the name of an outlet, a section or a place behind it."""

_LABEL = re.compile(rf"(?:{any_of(_LABELS)}|{any_of(_NAMED)} [^\n:.?!]{{2,40}})[ .:：!>»…-]{{0,6}}", re.IGNORECASE)
_MARKS = "-–—•*·+|#►▶>»[]()【】〈〉■◆●▼※ \t"

# At the starts of lines the phrases take the scanner five seconds to compile; anywhere, they take it half a second.
_ANYWHERE = Gate(any_of(sorted((*_LABELS, *_NAMED))), caseless=True)
SIDEBAR_TRIGGERS = tuple(
    Trigger(part, caseless=True, gate=_ANYWHERE)
    for part in (
        *at_line_starts((*_LABELS, *_NAMED)),
        *(rf"[-–•*+][ \u00a0]{part}" for part in together((*_LABELS, *_NAMED))),
    )
)
"""Whatever heads such a list has a match of one of these."""


def sidebar_at(text: str, start: int, end: int, paragraphs: Paragraphs) -> Piece | None:
    """Return the label in the line of ``text[start:end]``, a hit of the triggers, with the headlines below it.

    ``None`` where the line is more than a label, where too few headlines follow, where the text announces them, and
    where no article stands before them: the label may be that of the article's own section, with its own headline
    below, or the text a digest of headlines. Nothing at all may follow: what ends a text heads none of its parts.
    """
    line = line_at(text, start, end)
    if not _LABEL.fullmatch(text[line.start : line.end].strip(_MARKS)):
        return None
    before = paragraphs[: bisect_left(paragraphs.starts, line.start)]
    first = bisect_left(paragraphs.starts, line.end)
    below = paragraphs[first : first + MOST_LISTED * (MOST_BETWEEN + 1)]
    last = end_of_rows(below, SIDEBAR_HEADLINES, MOST_BETWEEN, dated=True)
    if (last is None and below) or is_announced(line, paragraphs) or announces(before):
        return None
    return Piece(line.start, last.end if last else line.end) if count_prose(before) >= TAIL_PROSE else None
