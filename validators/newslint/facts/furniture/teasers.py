"""Teasers of other articles: the cue that opens them, and how far they reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newslint.facts.furniture.headlines import (
    HEADLINE_BYTES,
    MOST_LISTED,
    SENTENCE_END,
    SUMMARY_CHARACTERS,
    TAIL_CHARACTERS,
    TAIL_WORDS,
    TEASER_CHARACTERS,
    announces,
    count_prose,
    end_of_rows,
    is_cut,
    is_double,
    is_headline,
    is_summary,
    reads_like_headline,
)
from newslint.facts.furniture.notices import has_notice
from newslint.facts.furniture.pieces import DENSER, UNSPACED, Piece, is_quoted, line_at, sentence_at
from newslint.facts.furniture.reported import is_reported
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Trigger

if TYPE_CHECKING:
    from newslint.text.segment import Paragraph, Paragraphs

SENTENCE_CHARACTERS = 110
"""A teaser in flattened text has at most so many, where a longer sentence is one run into the sentence behind it."""
MOST_TEASERS = 6
"""Lines after a cue that can be its teasers."""
FLAT_ENTRIES = 3
"""So many teasers that name their kind are a list in a line, too."""
LIST_HEADLINES = 2
"""So many headlines below it make such a cue one."""
MOST_BETWEEN = 2
"""In a list so many short lines may stand before a headline: its number, its section, its date."""

TAIL_HEADLINES = 4
"""So many headlines in a row at the end of a text are teasers without a cue."""
TAIL_MOST_CHARACTERS = 150
"""And at most so many, or a third."""
TAIL_SHARE = 2
"""Every second line at least is a headline; what stands between them are names of sections, dates and numbers."""
_TAIL_NOTICES = 4
"""So many legal notices may stand below them."""
_NOTICE_CHARACTERS = 300
"""Each of at most so many characters; to look through a longer one costs more than all else here."""
TAIL_PROSE = 3
"""So many sentences in lines of their own make the text before them an article, not a list of links."""

_ORDERS = (
    "also read", "read also", "read this also", "more on this (?:story|topic)", "more great [a-z]{2,16} stories",
    "lesen sie (?:auch|dazu auch|hierzu auch)", "lies auch", "mehr zum thema", "lesen sie hier mehr", "lesen sie mehr",
    "lesetipp", "mehr zu diesem thema", "[àa] lire (?:aussi|également)", "lire aussi", "lire également", "voir aussi",
    "à voir aussi", "leer tambi[ée]n", "le[ea] tambi[ée]n", "lea además", "lee además", "(?:vea|mira|ve|ver) también",
    "te recomendamos", "leia (?:também|ainda)", "veja (?:também|ainda)", "confira também", "ler também", "leggi anche",
    "leggi pure", "vedi anche", "guarda anche", "lees ook", "bekijk ook", "zie ook", "läs också", "läs även", "se även",
    "læs også", "se også", "les også", "lue myös", "katso myös", "lesa einnig", "sjá einnig",
    "(?:prze)?czytaj (?:także|też|również)", "zobacz (?:także|też|również)", "čtěte (?:také|též)",
    "přečtěte si (?:také|též|i)", "čítajte (?:aj|tiež)", "prečítajte si (?:aj|tiež)", "olvass(?:a|d) el (?:ezt )?is",
    "lásd még", "cite[șşs]te [șşs]i", "citi[țţt]i [șşs]i", "vezi [șşs]i", "(?:pro)?čitajte (?:i|još)",
    "pročitaj(?:te)? (?:i|još|više)", "прочитајте (?:и|још)", "погледајте и", "preberite (?:tudi|še)",
    "вижте (?:още|също)", "прочетете (?:още|също)", "четете (?:още|също)", "прочитајте и", "читајте и",
    "читайте (?:также|ещ[её]|по теме)", "также читайте", "читать также", "смотрите также",
    "читайте (?:подробнее|об этом) в материале", "подробности\\s[—–-]\\sв материале", "читайте (?:також|ще)",
    "також читайте", "читати також", "дивіться також", "чытайце (?:таксама|яшчэ)", "таксама чытайце",
    "глядзіце таксама", "διαβ[άα]στε (?:επ[ίι]σης|ακ[όο]μ[ηα])", "δε[ίι]τε (?:επ[ίι]σης|ακ[όο]μ[ηα])", "ayrıca okuyun",
    "bunu da okuyun", "həmçinin oxuyun", "اقرأ أيض[اًا]", "[إا]قرأ أيض", "اقرأ المزيد", "اقرأوا أيض", "شاهد أيض",
    "بیشتر بخوانید", "همچنین بخوانید", "קראו (?:גם|עוד)", "קרא (?:גם|עוד)", "עוד בנושא", "مزید پڑھیں", "یہ بھی پڑھیں",
    "(?:यह|ये|इसे|यहां) भी पढ़ें", "(?:यह|ये|इसे) भी पढ़ें", "আর[ওো] পড়ুন", "এছাড়াও পড়ুন", "हे ?ही वाचा",
    "மேலும் படிக்க", "ఇవి కూడా చదవండి", "ఇదీ చదవండి", "આ પણ વાંચો", "ಇದನ್ನೂ ಓದಿ", "baca juga", "simak juga",
    "lihat juga", "xem thêm", "đọc thêm", "อ่านเพิ่มเติม", "延伸閱讀", "延伸阅读", "あわせて読みたい",
    "soma (?:pia|zaidi)",
    "loe (?:ka|lisaks)", "lasi arī", "taip pat skaitykite", "skaitykite taip pat", "lexo(?:ni)? (?:edhe|gjithashtu)",
    "llegeix també", "llegiu també", "ასევე წაიკითხეთ", "կարդացեք նաև", "shuningdek o[ʻ'‘’`]qing",
    "இதையும் (?:படிக்க(?:வும்|லாம்)?|படியுங்கள்|வாசிக்க(?:வும்)?)", "ఇది కూడా చదవండి", "ഇതും വായിക്കുക",
    "ഇതുകൂടി വായിക്കുക", "ਇਹ ਵੀ ਪੜ੍ਹੋ", "यो पनि (?:पढ्नुहोस्|हेर्नुहोस्)", "ተጨማሪ ያንብቡ", "ይህንንም ያንብቡ", "оқи отырыңыз",
    "(?:тағы|сондай-ақ) оқыңыз", "дагы окуңуз", "lasi(?:et)? (?:arī|vēl)", "plačiau skaitykite", "прочитај и",
    "прочети (?:още|също)", "виж (?:още|също)", "δι[άα]βασε (?:επ[ίι]σης|ακ[όο]μ[ηα])", "կարդա(?:լ|ցե՛ք)? նաև",
    "տես(?:եք)? նաև", "(?:ასევე|აგრეთვე) (?:წაიკითხეთ|იხილეთ)", "(?:წაიკითხეთ|იხილეთ) (?:ასევე|აგრეთვე)",
    "ఇ(?:ది|దీ|వి|వీ)(?: కూడా)? (?:చదవండి|చూడండి)", "(?:हे देखील|हे पण|आणखी) वाचा", "(?:यह|ये|इसे|यहाँ) भी (?:पढ़े|पढ़िए|देखें)",
    "আর[ওো] (?:পড়ুন|দেখুন)", "এ(?:টি|গুলো)ও পড়ুন", "இதையும் பார்க்க(?:வும்)?", "her ?wiha bixwînin",
    "(?:زیاتر|هەروەها|ئەمەش) بخوێنەوە", "(?:نور|(?:دا|دغه) هم) ولولئ",
    "این (?:مطلب|خبر) را (?:هم|نیز) بخوانید",
    "بیشتر ببینید", "یہ بھی (?:پڑھ(?:یے|ئے|ئیے)|دیکھیں)", "(?:තවත්|මෙයත්|මේවාත්) කියවන්න",
    "mời (?:bạn |quý vị |bạn đọc |độc giả )?(?:đọc|xem) (?:thêm|tiếp)", "合わせて読みたい",
    "อ่าน(?:ข่าว|เรื่อง|บทความ)เพิ่มเติม",
    "irakurri ere", "aqra wkoll", "darllenwch hefyd", "basahin (?:din|rin)", "(?:sidoo kale akhri|akhri sidoo kale)",
    "(?:ҳамчунин|инчунин) (?:би)?хонед", "ошондой эле окуңуз", "طالع(?:وا)? أيض[اًا]",
)  # fmt: skip
"""What asks to read something else: it opens a teaser wherever it begins a sentence or a line."""

_NAMES = (
    "you may also like", "you might also like", "you may be interested in",
    "related (?:articles?|stories|story|news|content|posts?|coverage|reading|links?|topics?|roundups?|forums?)",
    "recommended (?:for you|articles?|stories|reading|videos?)", "in case you missed it", "auch interessant",
    "das könnte sie (?:auch )?interessieren", "das könnte dich (?:auch )?interessieren", "passend dazu",
    "sur le même sujet", "pour aller plus loin", "articles? (?:liés|similaires|connexes)",
    "(?:también )?[tl]e puede interesar", "te podr[ií]a interesar", "noticias? relacionadas?",
    "notizi[ae] correlat[ae]",
    "not[ií]cias relacionadas", "você também pode gostar", "(?:ti )?potrebbe(?:ro)? (?:anche )?interessart[ie]",
    "ti potrebbe interessare", "articoli correlati", "ook interessant", "warto przeczytać",
    "mohlo by vás (?:také )?zajímat", "související články", "mohlo by vás zaujímať", "súvisiace články",
    "ez is érdekelhet", "kapcsolódó cikk", "povezan[ei] (?:vijesti|vesti|članci)", "notícies relacionad[ea]s",
    "още по темата", "материалы по теме",
    "вам может быть интересно", "ранее по теме", "новости по теме", "вас може зацікавити",
    "матеріали (?:за темою|по темі)", "новини за темою", "σχετικ[άα] [άα]ρθρα", "[iİ]lg[iİ]n[iİ]z[iİ] çekeb[iİ]l[iİ]r",
    "[iİ]lg[iİ]l[iİ] haber(?:ler)?", "(?:مواضيع|أخبار|مقالات) ذات صلة", "قد يهمك", "(?:اخبار|مطالب) مرتبط",
    "संबंधित ख़?बरें", "(?:artikel|berita) terkait", "tin liên quan", "có thể bạn quan tâm", "ข่าวที่เกี่ยวข้อง",
    "相关(?:阅读|报道|新闻|文章)", "相關(?:新聞|報導|文章|閱讀)", "推荐阅读",
    "関連(?:記事|ニュース|リンク)", "관련 ?(?:기사|뉴스)", "susij(?:ę|usios) (?:straipsniai|naujienos|tekstai)",
    "seotud (?:lood|artiklid|uudised)", "saistīt(?:ie raksti|ās ziņas)", "tengdar (?:fréttir|greinar)",
    "(?:поврзани|слични) (?:вести|статии|содржини)", "(?:повезане|сличне) вести", "(?:повезани|слични) чланци",
    "(?:povezan|sličn|sorodn|podobn)[aei] (?:novice|članki|vsebine)", "slične v(?:ij)?esti",
    "mo[žz]da (?:će )?(?:vas|te) zanima(?:ti|ju)?(?: i)?", "moglo bi (?:vas|te) zanimati(?: i)?",
    "можда (?:ће )?вас (?:занима|занимати|интересује)(?: и)?", "morda vas (?:bo )?zanima",
    "kapcsolódó cikk(?:ek|ünk|eink)",
    "ajánlott cikkek", "(?:önt|téged) ez is érdekelhet(?:i)?", "ez is érdekelheti(?: önt)?",
    "související (?:zprávy|témata|obsah)", "súvisiace (?:správy|témy)",
    "mohlo by (?:vás|ťa|tě) (?:také |tiež )?(?:zaujať|zaujmout)", "(?:свързани|подобни) (?:новини|статии|публикации)",
    "може да ви (?:е интересно|хареса|заинтригува)", "σχετικ(?:ά|α|ές|ες) (?:ειδήσεις|νέα|δημοσιεύματα)",
    "μπορεί να σας ενδιαφέρ(?:ει|ουν)", "[iİ]lg[iİ]l[iİ] (?:[iİ]çer[iİ]kler|yazılar)",
    "benzer (?:haberler|[iİ]çer[iİ]kler|yazılar)", "(?:bunlar|bu) da [iİ]lg[iİ]n[iİ]z[iİ] çekeb[iİ]l[iİ]r",
    "(?:oxşar|əlaqəli|bənzər) (?:xəbərlər|məqalələr|yazılar)", "ұқсас (?:жаңалықтар|материалдар|мақалалар)",
    "(?:նմանատիպ|առնչվող|կապված) (?:նյութեր|հոդվածներ|լուրեր)",
    "(?:მსგავსი|დაკავშირებული) (?:სიახლეები|სტატიები|ამბები|პოსტები)", "సంబంధిత (?:వార్తలు|కథనాలు)",
    "தொடர்புடைய (?:செய்திகள்|கட்டுரைகள்|பதிவுகள்)", "संबंधित (?:बातम्या|समाचार|लेख)",
    "(?:সম্পর্কিত|সংশ্লিষ্ট) (?:খবর|সংবাদ|নিউজ|পোস্ট)",
    "এ(?:ই)? (?:সংক্রান্ত|বিভাগের) (?:আর[ওো]|অন্যান্য|সর্বশেষ) (?:খবর|সংবাদ)", "(?:بابەتی|هەواڵی) پەیوەندیدار",
    "(?:بابەت|هەواڵ)ە پەیوەندیدارەکان", "اړوند(?:ه)? (?:خبرونه|مطالب|مقالې|لیکنې)",
    "(?:خبرهای|اخبار|مطالب) (?:مرتبط|مشابه|پیشنهادی)", "متعلقہ (?:خبریں|مضامین|تحریریں)",
    "(?:අදාළ|ආශ්‍රිත|සබැඳි) (?:පුවත්|ලිපි)", "(?:bài(?: viết)?|tin tức|tin bài) liên quan", "tin cùng (?:chuyên mục|chủ đề)",
    "함께 (?:볼만한|보면 좋은|읽으면 좋은|많이 본) ?(?:기사|뉴스|글)", "lotutako (?:albisteak|edukiak)",
    "(?:[șş]tiri|articole) (?:similare|asemănătoare)", "te-ar putea interesa(?: [șş]i)?",
    "lajme të (?:ngjashme|lidhura)", "(?:artikel|berita) berkaitan", "холбоотой мэдээ", "כתבות (?:קשורות|דומות)",
    "אולי יעניי(?:ן|נו) אות(?:ך|כם)", "(?:مقالات|أخبار|مواضيع|موضوعات) (?:متعلقة|مشابهة)", "(?:قد يعجبك|ربما يهمك)",
    "(?:art[ií]culos?|notas|contenidos?) relacionad[oa]s?", "(?:quizás|tal vez) (?:también )?te interese",
    "contenus? (?:associés?|similaires)", "vous (?:aimerez (?:aussi|peut-être)|pourriez aussi aimer)",
    "(?:cela|ceci|ça) (?:peut|pourrait|devrait) vous intéresser", "contenuti correlati",
    "(?:conteúdos?|matérias?|artigos?) relacionad[oa]s?", "(?:polecane|powiązane) artykuły",
    "relaterade? (?:artiklar|innehåll|nyheter)", "relaterede? (?:artikler|indhold|nyheder)",
    "relaterte? (?:artikler|innhold|saker|nyheter)", "(?:похожие|связанные) (?:материалы|статьи|новости)",
    "(?:схожі|пов[’'ʼ]язані) (?:новини|матеріали|статті)", "(?:падобныя|звязаныя) (?:навіны|матэрыялы)",
    "(?:habari|makala|taarifa) zinazohusiana",
)  # fmt: skip
"""What names it: this may also be the subject of a sentence, or how it begins, and is no cue then."""

_CUES = tuple(phrase.replace(" ", "[ \u00a0]") for phrase in (*_ORDERS, *_NAMES))

_LABELS = (
    "related", "trending", "read more", "read next", "see also", "don[’']t miss", "must[- ]read",
    "recommended", "more stories", "top stories", "most read", "further reading", "more news",
    "siehe auch", "zum thema", "mehr dazu", "weitere artikel", "meistgelesen", "relire",
    "à découvrir", "lo más leído", "más información", "lee más", "no te pierdas", "saiba mais", "leia mais",
    "veja mais", "mais lidas", "per approfondire", "i più letti", "lees meer", "meer over", "gerelateerd",
    "läs mer", "læs mere", "les mer", "mer om", "lue lisää", "polecamy", "czytaj więcej", "zobacz więcej",
    "čtěte více", "čtěte i", "související", "súvisiace", "kapcsolódó", "cite[șşs]te mai mult", "vezane vijesti",
    "još vijesti", "по теме", "рекомендуем", "читать далее", "по темі", "за темою", "до теми",
    "рекомендуємо",
    "διαβάστε περισσότερα", "διαβάστε και", "okumaya devam", "بخوانید", "और पढ़ें", "selengkapnya", "看更多",
    "更多新聞", "阅读更多", "こちらも", "더 ?보기", "上一篇", "下一篇", "les plus lus",
    "(?:las |los )?más leíd[ao]s", "mest læste",
    "mest lästa", "mest leste", "meest gelezen", "najczęściej czytane", "самое читаемое", "найпопулярніше",
    "(?:next|previous) (?:story|article|post)",
    "(?:nächster|vorheriger) artikel", "article (?:précédent|suivant)", "artículo (?:anterior|siguiente)",
    "(?:artigo anterior|próximo artigo)", "articolo (?:precedente|successivo)", "(?:vorig|volgend) artikel",
    "(?:предыдущая|следующая) (?:статья|новость)", "(?:попередня|наступна) (?:стаття|новина)",
    "(?:önceki|sonraki) haber", "المقال (?:السابق|التالي)", "también puedes? (?:leer|ver)",
    "trending (?:news|stories|topics)", "(?:more )?related to this (?:story|article|topic)", "mer (?:i|om) ämnet",
    "relaterat", "mere om emnet", "mer om (?:saken|emnet)", "lisää aiheesta", "aiheeseen liittyvää", "lesa meira",
    "skaityti daugiau", "loe edasi", "lasīt vairāk", "прочита[јj](?:те)? повеќе", "přečtěte si více",
    "prečítajte si viac", "preberi(?:te)? več", "прочети повече", "тақырыпқа (?:орай|қатысты)", "mavzuga oid",
    "мавзуга оид", "рекомендуем (?:почитать|прочитать)", "что ещ[её] (?:почитать|прочитать)", "lexo më shumë",
    "gehiago irakurri", "irakurri gehiago",
    "ku karanta(?: wannan)?", "karanta (?:kuma|wannan)",
    "और भी पढ़ें", "(?:మరింత|ఇంకా) చదవండి", "மேலும் வாசிக்க", "cùng chuyên mục",
    "(?:가장 |오늘의 |실시간 |주간 |최근 )?많이 본 ?(?:뉴스|기사)", "추천 ?(?:기사|뉴스)",
    "相关(?:推荐|链接|资讯|话题)",
    "相關(?:推薦|連結|影音)", "(?:更多|扩展|拓展|擴展)[阅閱][读讀]", "推薦閱讀", "延伸報導", "同場加映",
    "[你您]可能[还還也会會]?(?:喜欢|喜歡|感兴趣|感興趣|想看)", "(?:บทความ|เรื่อง|เนื้อหา)ที่เกี่ยวข้อง",
)  # fmt: skip
"""Labels that open a teaser before a colon, or alone in their line before a headline."""

_BUTTONS = (
    "read more",
    "more",
    "saiba mais",
    "leia mais",
    "veja mais",
    "lees meer",
    "läs mer",
    "læs mere",
    "les mer",
    "lue lisää",
    "czytaj więcej",
    "zobacz więcej",
    "čtěte více",
    "читать далее",
    "cite[șşs]te mai mult",
    "διαβάστε περισσότερα",
    "okumaya devam",
    "और पढ़ें",
    "selengkapnya",
    "看更多",
    "阅读更多",
    "더 ?보기",
    "lee más",
    "más información",
    "mehr dazu",
)
"""Labels that also close the beginning of an article in a list: what follows is the next one, or the article."""

_TOPICS = ("zum thema", "по теме", "по темі", "за темою")
"""Labels that may be the title of a column: they count not at the top of a text, and not above a paragraph."""

_BARE = (
    "खबरें और भी",
    "more about",
    "ähnliche pressemitteilungen(?: im idw)?",
    "more from (?:our|around the) (?:network|web)",
    "read (?:the )?full (?:article|story|report|post)(?: here)?",
    "read (?:the )?(?:article|story) here",
    "weiterlesen",
    "lire la suite(?: de l[’']article)?",
    "(?:seguir|continuar) leyendo",
    "(?:continue|continuar) lendo",
    "leggi tutto",
    "continua a leggere",
    "lees verder",
    "läs hela artikeln",
    "læs (?:videre|hele artiklen)",
    "les (?:videre|hele saken)",
    "lue koko (?:juttu|artikkeli)",
    "czytaj dalej",
    "číst (?:dál|dále|více)",
    "čítať ďalej",
    "tovább olvasom",
    "pročitaj(?:te)? više",
    "opširnije",
    "citește (?:continuarea|mai departe)",
    "читать (?:полностью|дальше)",
    "читати (?:далі|повністю)",
    "διαβάστε τη συνέχεια",
    "devamını oku",
    "haber[iİ]n devamı",
    "ادامه مطلب",
    "(?:आगे|पूरी ख़?बर) पढ़ें",
    "baca selengkapnya",
    "[阅閱][读讀]全文",
    "查看全文",
    "(?:기사 ?)?전[체문] ?보기",
)
"""Labels and buttons alone in their line whose teasers a script writes, or that close one.

What follows in the text is not theirs.
"""

_BEFORE_COLON = ("more",)

_GLUED_LETTERS = 3
"""A word to which the next sentence is glued has so many letters before the capital of this."""
_ROW_HEADLINES = 2
"""So many whole headlines with sections, dates or numbers between them are teasers below a cue."""
_ROW_BETWEEN = 3
"""So many lines may stand between two of them."""
_PAIRS = 3
"""So many headlines, each with its summary, are a list below what heads one."""
_PAIR_CHARACTERS = 300
"""Such a summary has at most so many characters."""

_LISTS = (
    "(?:more|recommended) from [^\\n:.?]{2,30}",
    "most (?:read|popular|viewed)(?: [^\\n:.?]{2,24})?",
    "don[’']t miss", "mest l(?:æst|äst|est)[ae](?: [^\\n:.?]{2,24})?", "meistgelesene?(?: [^\\n:.?]{2,24})?",
    "(?:las |los |lo )?más leíd[ao]s?(?: [^\\n:.?]{2,24})?", "(?:les articles )?les plus lus(?: [^\\n:.?]{2,24})?",
    "i più letti(?: [^\\n:.?]{2,24})?", "(?:as )?mais lidas(?: [^\\n:.?]{2,24})?", "meest gelezen(?: [^\\n:.?]{2,24})?",
    "luetuimmat(?: [^\\n:.?]{2,24})?", "najczęściej czytane(?: [^\\n:.?]{2,24})?", "nejčtenější(?: [^\\n:.?]{2,24})?",
    "самое читаемое(?: [^\\n:.?]{2,24})?", "найпопулярніше(?: [^\\n:.?]{2,24})?",
)  # fmt: skip
"""What heads a list of headlines: they count at the end of a line, and with two headlines below it."""

_CHOICES = frozenset((
    "list", "lists", "pick", "picks", "picked", "chosen", "chose", "selected", "selection", "recommend", "recommends",
    "ranking", "tips", "favourites", "favorites", "liste", "auswahl", "ausgewählt", "empfehlen", "empfehlungen",
    "tipps", "rangliste", "sélection", "sélectionné", "choisi", "choisis", "classement", "lista", "listado",
    "selección", "elegido", "escogido", "recomiendan", "seleção", "escolheu", "escolheram", "elenco", "classifica",
    "scelto", "selezione", "lijst", "selectie", "gekozen", "udvalgt", "valgt", "valt", "utvalda", "listan",
    "valinnut", "valinneet", "listę", "wybrał", "wybrali", "seznam", "vybral", "vybrali", "výběr", "список",
    "рейтинг", "выбрали", "подборка", "обрали", "добірка",
))  # fmt: skip
"""Words of a sentence that announces a list, in the languages of these headings."""

_CUE = re.compile(
    rf"(?<![^\W_]){any_of(_CUES)}(?![^\W_])|(?<![^\W_]){any_of((*_LABELS, *_BEFORE_COLON))}(?=\s{{0,2}}[:：])",
    re.IGNORECASE,
)
_LIST = re.compile(rf"(?<![^\W_]){any_of(_LISTS)}[ \t.:!>»…-]{{0,6}}$", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d{1,2}(?:[.)]\s{0,3}|$)")
_LABEL_LINE = re.compile(rf"{any_of((*_CUES, *_LABELS))}[ .:：!>»…-]{{0,6}}", re.IGNORECASE)
_OPEN = re.compile(rf"[\W_]{{0,12}}{any_of((*_CUES, *_LABELS, *_BEFORE_COLON))}[\W_]{{0,6}}", re.IGNORECASE)
_BARE_LINE = re.compile(rf"{any_of(_BARE)}[ .:：!>»…-]{{0,6}}", re.IGNORECASE)
_BUTTON_LINE = re.compile(rf"{any_of(_BUTTONS)}(?P<mark>[ .!>»›…→►▸-]{{0,6}})", re.IGNORECASE)
_TOPIC_LINE = re.compile(rf"{any_of(_TOPICS)}[ .!>»…-]{{0,6}}", re.IGNORECASE)
_ARROWS = frozenset(">»›→►▸")
_MARKS = re.compile(r"[\W_]{0,6}")
_COLON = re.compile(r"\s{0,2}[:：]")
_ENTRY = TEASER_CHARACTERS + SUMMARY_CHARACTERS
_LEAD = re.compile(r"[\W_]{0,12}$")
_ENDS = re.compile(r"[.!?…。！？।۔:»”\"')\]|•]\s{0,3}$")
_LISTED = re.compile(
    r"^(?:[\W\d]*\d(?![月日年])|[\W_]*[^\W\d_]+\.?[ \u00a0]\d(?!\d? ?%)|[#・]"
    r"|(?:photo|foto|bild|image|reference|source|doi)\b)"
    r"|\d{2,4}-\d{3,4}|\d{5}|[。|]| : ",
    re.IGNORECASE,
)
"""How items of a list open, with a number, or a month and a number; and what stands in addresses and notes."""
_NOTED = re.compile(r"://|\bdoi\b|@", re.IGNORECASE)
_KIND = re.compile(r"[^\W\d_]{3,20}\s?[:：]")
_QUESTION_MARKS = ("?", "？", "؟", ";")
"""A question behind a label is of an interview."""
_PROSE_END = (*SENTENCE_END, "!", "?", "！", "？", "؟", "”", "»", '"', "“", "’", "」", ")", ":", "：")
_LINE_MARKS = "-–—•*·►▶>[]()【】〈〉■◆●▼※ \t"
_NO_HEADLINE_ENDS = (":", "：", ",", "，", ";", "；", ".“", "、")


def _before_gap(phrase: str) -> str:
    return phrase.partition("(?: [^")[0].partition("[^")[0]


TRIGGERS = (
    *(Trigger(part, caseless=True) for part in together(_CUES)),
    *(Trigger(rf"{part}[ ]{{0,2}}[:：]", caseless=True) for part in together((*_LABELS, *_BEFORE_COLON))),
    *(Trigger(part, caseless=True) for part in at_line_starts((*_LABELS, *_BARE))),
    *(Trigger(rf"[【〈■◆●▼▶►※][ ]?{part}") for part in together([each for each in _LABELS if UNSPACED.search(each)])),
    *(Trigger(part, caseless=True) for part in together([_before_gap(phrase) for phrase in _LISTS])),
)
"""Whatever opens a teaser has a match of one of these."""


def opens_teaser(text: str, start: int) -> bool:
    """Return whether the piece at *start* begins with a cue, or the rest of the text is a label of teasers."""
    lead = _MARKS.match(text, start)
    first = lead.end() if lead else start
    return _CUE.match(text, first) is not None or _BARE_LINE.fullmatch(text, first) is not None


def teaser_at(text: str, start: int, end: int, paragraphs: Paragraphs) -> Piece | None:
    """Return the cue that ``text[start:end]``, a hit of the triggers, is, with the teasers behind it."""
    line = line_at(text, start, end)
    if _BARE_LINE.fullmatch(text[line.start : line.end].strip(_LINE_MARKS)):
        return _below(line, paragraphs) if text[line.end - 1] in ":：" else line
    if _LIST.match(text, start, line.end):
        if is_announced(line, paragraphs) or announces(paragraphs[: bisect_left(paragraphs.starts, line.start)]):
            return None
        listed = _list_at(text, line, start, paragraphs)
        if listed is not None:
            return listed
    label = text[line.start : line.end].strip(_LINE_MARKS)
    if _LABEL_LINE.fullmatch(label):
        return None if _TOPIC_LINE.fullmatch(label) and _is_column(line, paragraphs) else _below(line, paragraphs)
    cue = _CUE.search(text, start, min(line.end, end + 3))
    entries = _end_of_flat_entries(text, cue.end()) if cue is not None else None
    if cue is not None and entries is not None:
        return Piece(cue.start(), entries)
    if cue is None or not _begins(text, line, cue.start()) or _is_prose(text, line, Piece(*cue.span())):
        return None
    return _beside(text, line, cue, paragraphs)


def _is_prose(text: str, line: Piece, cue: Piece) -> bool:
    """Return whether the words of a cue are of a sentence: quoted, or its subject or its first words."""
    if is_quoted(text, line.start, cue.start):
        return True
    if not _goes_on(text, line, cue):
        return False
    before = text[line.start : cue.start]
    if _LEAD.fullmatch(before) is None and _ENDS.search(before) is None:
        return True
    ends = text[: sentence_at(text, *cue, line).end].endswith((*SENTENCE_END, *_QUESTION_MARKS))
    return ends and (_names().fullmatch(text, *cue) is not None or is_reported(text, cue, line))


def _goes_on(text: str, line: Piece, cue: Piece) -> bool:
    """Return whether the sentence goes on behind the cue: in small letters, behind a comma or, unspaced, at once."""
    behind = text[cue.end : min(line.end, cue.end + 2)]
    if UNSPACED.match(text, cue.end - 1):
        return UNSPACED.match(behind) is not None or behind[:1] in ("，", "、")
    first = behind[:1] if behind[:1] in (",", "،") else behind[1:] if behind[:1] in (" ", "\xa0") else ""
    if first[:1].isalpha() and first == first.swapcase():
        # In scripts without capitals, a headline looks the same in flattened text.
        return _LEAD.fullmatch(text[line.start : cue.start]) is not None and text[line.start : line.end].endswith(
            SENTENCE_END
        )
    return first in (",", "،") or first.islower()


@cache
def _names() -> re.Pattern[str]:
    return re.compile(any_of(_NAMES).replace(" ", "[ \u00a0]"), re.IGNORECASE)


def _list_at(text: str, line: Piece, start: int, paragraphs: Paragraphs) -> Piece | None:
    """Return the cue from *start* to the end of its line, where it heads a list, with the headlines of this."""
    before = text[line.start : start]
    opens_line = _LEAD.fullmatch(before) is not None
    if not opens_line and not (_ENDS.search(before) and text[start].isupper()):
        return None
    below = list(_listed(line, paragraphs))
    end = below[-1].end if len(below) >= LIST_HEADLINES else 0
    end = max(end, _end_of_pairs(line, paragraphs))
    return Piece(line.start if opens_line else start, end) if end else None


def _end_of_pairs(label: Piece, paragraphs: Paragraphs) -> int:
    """Return where headlines below *label* end that have a summary of one sentence or two each; 0 where they do not.

    The article may go on below a label whose headlines were lost, and its sections look the same. So the pairs have to
    end the text, or what follows the last one is no sentence.
    """
    first = bisect_left(paragraphs.starts, label.end)
    lines = [each.text for each in paragraphs[first : first + 2 * MOST_LISTED + 1]]
    count = 0
    while count < MOST_LISTED and _is_pair(lines[2 * count : 2 * count + 2]):
        count += 1
    behind = lines[2 * count] if 2 * count < len(lines) else ""
    return paragraphs.ends[first + 2 * count - 1] if count >= _PAIRS and not behind.endswith(SENTENCE_END) else 0


def _is_pair(lines: Sequence[str]) -> bool:
    is_summary = len(lines) > 1 and len(lines[1]) <= _PAIR_CHARACTERS and lines[1].endswith((*SENTENCE_END, "?", "!"))
    return is_summary and (is_headline(lines[0]) or is_double(lines[0]))


def is_announced(label: Piece, paragraphs: Paragraphs) -> bool:
    """Return whether the sentence above *label* tells of a choice: the list is of the article, not of the page."""
    above = bisect_left(paragraphs.starts, label.start) - 1
    if above < 0 or not paragraphs[above].text.endswith(SENTENCE_END):
        return False
    sentence = paragraphs[above].text[-TEASER_CHARACTERS:-1].rpartition(". ")[2]
    return not _CHOICES.isdisjoint(match.group().lower() for match in _WORD.finditer(sentence))


def _listed(label: Piece, paragraphs: Paragraphs) -> Iterator[Piece]:
    """Yield the headlines of the list below *label*, numbered or not."""
    first = bisect_left(paragraphs.starts, label.end)
    between = count = 0
    for paragraph in paragraphs[first : first + MOST_LISTED * (MOST_BETWEEN + 1)]:
        headline = paragraph.text[number.end() :] if (number := _NUMBER.match(paragraph.text)) else paragraph.text
        if len(headline.encode("utf-8", "replace")) < HEADLINE_BYTES and between < MOST_BETWEEN:
            between += 1
        elif count and is_cut(headline) and not is_headline(headline):
            continue
        elif count < MOST_LISTED and (is_headline(headline) or is_double(headline)):
            between, count = 0, count + 1
            yield Piece(paragraph.start, paragraph.end)
        else:
            return


def _begins(text: str, line: Piece, start: int) -> bool:
    """Return whether a line or a sentence begins at *start*; a capital begins one in flattened text."""
    before = text[line.start : start]
    return _LEAD.fullmatch(before) is not None or _ENDS.search(before) is not None or text[start].isupper()


def _beside(text: str, line: Piece, cue: re.Match[str], paragraphs: Paragraphs) -> Piece | None:
    """Return the cue and what of its line is its teaser."""
    start, end = cue.span()
    lead = _LEAD.search(text, max(line.start, start - 3), start)
    if lead and text[line.start : start].strip(_LINE_MARKS) == "":
        start = line.start
    rest = text[end : line.end].strip(" \t:：-–—>»】〉")
    if not rest:
        return _below(Piece(start, line.end), paragraphs)
    if _is_teaser(text[end : line.end]):
        return Piece(start, line.end)
    sentence = sentence_at(text, start, end, line)
    glued = _end_before_glued(text, end, min(sentence.end, end + TEASER_CHARACTERS))
    if glued:
        return Piece(start, glued)
    told = text[end : end + 3].lstrip().startswith((":", "：")) and sentence.end - end <= SENTENCE_CHARACTERS
    colon = _COLON.match(text, end)
    return Piece(start, sentence.end if told else colon.end() if colon else end)


def _end_before_glued(text: str, start: int, end: int) -> int:
    """Return where a headline ends to whose last word the next sentence is glued ("harbourThe"); 0 where none does.

    A name may have a capital inside, but hardly one that begins with three small letters.
    """
    for word in _WORD.finditer(text, start, end):
        at = next((place for place, letter in enumerate(word.group()) if not letter.islower()), 0)
        if at >= _GLUED_LETTERS and word.group()[at].isupper() and not word.group()[at + 1 : at + 2].isupper():
            return word.start() + at
    return 0


def is_open(text: str, teaser: Piece) -> bool:
    """Return whether *teaser* is but a cue, with a headline behind it in its line that ends nobody knows where."""
    behind = text[teaser.end : teaser.end + 3].lstrip(" \t\xa0")
    return behind.strip() != "" and behind[0] not in "\r\n" and _OPEN.fullmatch(text, *teaser) is not None


def _end_of_flat_entries(text: str, start: int) -> int | None:
    """Return where the teasers end that follow a cue in its line and all name their kind ("Video: … Video: …").

    The summary of the last one ends with the line, or else nobody can tell where it does: then the one before ends it.
    """
    kind = _KIND.match(text, start + len(text[start : start + 3]) - len(text[start : start + 3].lstrip(" :\xa0")))
    if kind is None:
        return None
    places = [kind.start()]
    while len(places) < MOST_LISTED and (place := text.find(kind.group(), places[-1] + 1, places[-1] + _ENTRY)) > 0:
        places.append(place)
    if len(places) < FLAT_ENTRIES or "\n" in text[places[0] : places[-1]]:
        return None
    last = line_at(text, places[-1], places[-1], _ENTRY).end
    return last if last - places[-1] < _ENTRY else places[-1]


def _is_teaser(rest: str) -> bool:
    """Return whether what follows a cue in its line is a headline and no prose, which full stops end."""
    if len(rest) > TEASER_CHARACTERS or (len(rest) > SENTENCE_CHARACTERS and rest.endswith(SENTENCE_END)):
        return False
    first, stop, more = rest.strip().partition(". ")
    return not stop or len(more) <= TEASER_CHARACTERS // 4 or len(first) <= TEASER_CHARACTERS // 10


def _is_column(label: Piece, paragraphs: Paragraphs) -> bool:
    """Return whether *label*, which may be the title of a column, is one: at the top, or above a paragraph."""
    if not paragraphs or label.start <= paragraphs.starts[0]:
        return True
    below = paragraphs[(first := bisect_left(paragraphs.starts, label.end)) : first + 1]
    return bool(below) and below[0].text.endswith(SENTENCE_END)


def _closes(label: Piece, paragraphs: Paragraphs) -> bool:
    """Return whether *label* is a button that closes what stands above it: an arrow tells, or that this is no prose."""
    index = bisect_left(paragraphs.starts, label.start)
    button = _BUTTON_LINE.fullmatch(paragraphs[index].text.strip("[]() \t")) if index < len(paragraphs) else None
    if button is None:
        return False
    above = paragraphs[index - 1].text if index else ""
    return not _ARROWS.isdisjoint(button["mark"]) or bool(above and not above.endswith(_PROSE_END))


def _below(label: Piece, paragraphs: Paragraphs) -> Piece:
    """Return the label and the headlines in the lines below it."""
    if _closes(label, paragraphs):
        return label
    end = label.end
    for teaser in _headlines(label, paragraphs):
        end = teaser.end
    first = bisect_left(paragraphs.starts, label.end)
    rows = end_of_rows(
        paragraphs[first : first + MOST_LISTED * (_ROW_BETWEEN + 1)], _ROW_HEADLINES, _ROW_BETWEEN, dated=False
    )
    return Piece(label.start, max(end, _end_of_entries(label, paragraphs), rows.end if rows else 0))


def _end_of_entries(label: Piece, paragraphs: Paragraphs) -> int:
    """Return where the teasers below *label* end that name their kind ("Video: …"), with or without summaries."""
    first = bisect_left(paragraphs.starts, label.end)
    lines = [each.text for each in paragraphs[first : first + 2 * MOST_LISTED]]
    kind = _KIND.match(lines[0]) if lines else None
    if kind is None:
        return label.end
    places = [place for place, text in enumerate(lines) if text.startswith(kind.group()) and _is_entry(text)]
    # All of them have a summary or none has, so that the sentence behind the last one is its own or the article's.
    step = places[1] if len(places) > 1 and places[:1] == [0] else 0
    count = next((at for at, place in enumerate(places) if place != at * step), len(places)) if step in (1, 2) else 0
    behind = [lines[place + 1] for place in places[:count] if place + 1 < len(lines)]
    if count < LIST_HEADLINES or (step == 2 and not (len(behind) == count and all(map(_is_told_summary, behind)))):
        return label.end
    return paragraphs.ends[first + count * step - 1]


def _is_entry(text: str) -> bool:
    return len(text) <= TEASER_CHARACTERS and not text.endswith((*SENTENCE_END, *_QUESTION_MARKS))


def _is_told_summary(text: str) -> bool:
    return len(text) <= SUMMARY_CHARACTERS and text.endswith(SENTENCE_END) and _KIND.match(text) is None


def _headlines(label: Piece, paragraphs: Paragraphs) -> Iterator[Piece]:
    first = bisect_left(paragraphs.starts, label.end)
    lines = paragraphs[first : first + MOST_TEASERS + 1]
    for at, paragraph in enumerate(lines[:MOST_TEASERS]):
        if (
            not is_headline(paragraph.text)
            and not (at and _is_double_in_row(lines[at : at + 2]))
            and not _is_cut_in_row(lines[max(0, at - 1) : at + 2], paragraph)
        ):
            return
        yield Piece(paragraph.start, paragraph.end)


def _is_double_in_row(lines: Sequence[Paragraph]) -> bool:
    """Return whether the first of two *lines* is a headline of two sentences and the next a headline, too."""
    return len(lines) > 1 and is_double(lines[0].text) and is_headline(lines[1].text)


def _is_cut_in_row(lines: Sequence[Paragraph], line: Paragraph) -> bool:
    """Return whether *line* is a headline that was cut off, and one of the *lines* beside it is cut off, too."""
    cut = [each.text for each in lines if is_cut(each.text) and len(each.text) <= TEASER_CHARACTERS]
    return len(cut) > 1 and line.text in cut and not line.text[0].islower()


def tail_of_headlines(paragraphs: Paragraphs) -> Piece | None:
    """Return the headlines at the end of a text, behind its last sentence, if there are enough of them."""
    found: list[int] = []
    index = _before_notices(paragraphs)
    numbers = 0
    while index > 1 and (kind := _kind_in_tail(paragraphs[index - 1].text)) is not None:
        index -= 1
        if kind:
            found.append(index)
        # The number of a headline in a line of its own is no line more.
        numbers += bool(found) and _is_number(paragraphs[index].text)
    if len(found) < TAIL_HEADLINES or len(found) * TAIL_SHARE < found[0] - found[-1] - numbers:
        return None
    first = found[-1]
    while first and _is_number(paragraphs[first - 1].text):
        first -= 1
    before = paragraphs[:first]
    # What a colon announces are the items of a list.
    if announces(before) or count_prose(before) < TAIL_PROSE:
        return None
    last = found[0]
    behind = paragraphs[last + 1].text if last + 1 < len(paragraphs) else ""
    return Piece(paragraphs.starts[found[-1]], paragraphs.ends[last + 1 if is_summary(behind) else last])


def _before_notices(paragraphs: Paragraphs) -> int:
    """Return how many paragraphs there are without the legal notices at the end of the text."""
    index = len(paragraphs)
    # To look for notices is dear, and hardly any text has headlines above them.
    if not any(_in_tail(each.text) for each in paragraphs[-1 - _TAIL_NOTICES :]):
        return index
    for _ in range(_TAIL_NOTICES):
        last = paragraphs[index - 1].text if index else ""
        if not 0 < len(last) <= _NOTICE_CHARACTERS or not has_notice(last, Piece(0, len(last))):
            break
        index -= 1
    return index


def _is_number(text: str) -> bool:
    return text.rstrip(".").isdecimal()


def _kind_in_tail(text: str) -> bool | None:
    """Return whether a line is a headline; ``None`` if it is neither this nor what stands between headlines."""
    kind = _in_tail(text)
    return False if kind is None and is_summary(text) else kind


def _in_tail(text: str) -> bool | None:
    """Return whether a line is a headline; ``None`` if it is neither this nor a label between headlines."""
    # Japanese headlines end in a noun; what ends in hiragana is a sentence, with its mark or without.
    if text.endswith(SENTENCE_END) or "\u3041" <= text[-1] <= "\u309f":
        return None
    unspaced = UNSPACED.search(text) is not None
    least, most = (each // DENSER if unspaced else each for each in (TAIL_CHARACTERS, TAIL_MOST_CHARACTERS))
    if len(text) < least and not _NOTED.search(text):
        return False
    if not least <= len(text) <= most or text.endswith(_NO_HEADLINE_ENDS) or _LISTED.search(text):
        return None
    if not reads_like_headline(text):
        return None
    return unspaced or text.count(" ") >= TAIL_WORDS - 1
