"""Paywalls: what a page says where it keeps the rest of an article for subscribers.

Who reports such a place is settled here. In a body of at most :data:`STUB_CHARACTERS` it is a stub's paywall, STR003,
and neither a call to the reader (EXT004) nor the mark of a cut (STR002). In a longer body the article is mostly there,
so what is said there is a call or a cut like any other.
"""

from __future__ import annotations

from functools import cache

from newslint.facts.furniture.needles import Phrases
from newslint.facts.furniture.pieces import Piece, is_quoted, line_at, sentence_at
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

STUB_CHARACTERS = 1_200
"""A body of at most this length, its paywall included, is the beginning of an article: a title, a teaser, an offer."""
LINE_CHARACTERS = 200
"""A line of at most this length that has a paywall's phrase is one as a whole."""

_PHRASES = (
    "subscribe (?:now |today )?to (?:continue|unlock|access|keep reading|view)",
    "subscribe (?:now |today )?to read (?:the (?:full|whole|rest|entire)|this|more|on)",
    "to (?:continue|keep) reading,? (?:please )?(?:subscribe|log ?in|sign ?in|register|become)",
    "to (?:continue|keep) reading (?:this|the full) (?:article|story),? (?:please )?(?:subscribe|log ?in|register)",
    "to read the (?:full|rest of the|whole) (?:article|story),? (?:please )?(?:subscribe|log ?in|sign ?in|register)",
    "(?:article|story|content|post) is (?:only |available |reserved )?(?:for|to) (?:our )?(?:subscriber|member)",
    "(?:content|article|story) is (?:available only|exclusive) (?:to|for) (?:our )?(?:subscribers|members)",
    "already a (?:subscriber|member)\\?", "you(?:[’']ve| have) reached your (?:limit|monthly|free|article)",
    "(?:log|sign) ?in or subscribe", "(?:log|sign) ?in to (?:continue|read|unlock)",
    "register (?:for free )?to (?:continue|read (?:on|the full|this|more))",
    "read this (?:article|briefing|story) for free",
    "(?:start|begin) (?:your )?(?:free )?(?:trial|subscription) to (?:continue|read|unlock)", "weiterlesen mit ",
    "(?:jetzt )?weiterlesen\\? ",
    "(?:artikel|beitrag|text|inhalt) ist (?:nur |exklusiv )?für (?:unsere )?(?:abonnent|premium|plus|mitglieder)",
    "mit (?:einem )?abo weiterlesen",
    (
        "um (?:den |diesen )(?:ganzen |vollständigen )?(?:artikel|beitrag|text) "
        "(?:zu lesen|weiterzulesen|(?:vollständig|ganz) (?:zu )?lesen)"
    ),
    "um weiterzulesen,? (?:benötigen|brauchen|melden)", "(?:ganzen|vollständigen) artikel (?:lesen )?mit",
    "sie haben bereits ein abo", "(?:article|contenu|suite) (?:est )?réservée? (?:aux|à nos) abonnés",
    "il vous reste [0-9]{1,2}(?:[.,][0-9]{1,2})? ?% ",
    "pour lire la suite,? (?:de cet article,? )?(?:abonnez|connectez|inscrivez)",
    "abonnez-vous pour (?:lire|continuer|accéder|débloquer)", "déjà abonné",
    "accéder gratuitement à [0-9]{1,2} articles",
    "(?:contenido|art[ií]culo|noticia) (?:es )?(?:exclusiv[oa]|solo|sólo|reservad[oa]) (?:para|a) (?:nuestros )?suscr",
    "suscr[ií](?:bete|base) para (?:seguir|continuar|leer|acceder)",
    "para seguir leyendo,? (?:suscr|inici|reg[ií]str|hazte)", "¿ya eres suscriptor",
    "(?:conteúdo|artigo|reportagem|matéria) (?:é )?(?:exclusiv[oa]|reservad[oa]) (?:para|a) (?:os )?assinantes",
    "assine para (?:continuar|ler|ter acesso)", "para continuar (?:lendo|a ler),? (?:assine|faça|registe)",
    "já é assinante", "(?:contenuto|articolo|articolo è) (?:riservato|esclusivo) (?:agli|per gli) abbonati",
    "abbonati per (?:continuare|leggere|accedere)", "per continuare a leggere,? (?:abbonati|accedi|registrati)",
    "sei già abbonato",
    "(?:dit )?artikel is (?:alleen|exclusief) (?:voor|toegankelijk voor|beschikbaar voor) abonnees",
    "neem een abonnement om", "om verder te lezen", "al abonnee\\?", "verder lezen\\? ",
    "(?:artikeln|texten|innehållet) är (?:endast |bara |exklusiv )?för (?:våra )?prenumeranter",
    "logga in för att läsa", "prenumerera för att (?:läsa|fortsätta)", "redan prenumerant",
    "(?:artiklen|indholdet|artikel) er (?:kun |forbeholdt )?(?:for )?(?:vores )?abonnenter",
    "kun (?:læses af|for) abonnenter", "(?:saken|artikkelen) er (?:kun |forbeholdt )?(?:for )?(?:våre )?abonnenter",
    "(?:log|logg) (?:ind|inn) for at? læse?", "bliv abonnent og læs", "for å lese (?:videre|hele saken)",
    "for at læse (?:videre|resten|hele artiklen|(?:denne )?artikel(?:en)? skal du)", "allerede abonnent",
    "og læs (?:resten af|hele) artiklen",
    "(?:artikkeli|juttu|sisältö) on (?:vain )?tilaajille", "kirjaudu (?:sisään )?lukeaksesi", "tilaa ja lue",
    "oletko jo tilaaja",
    "(?:artykuł|treść|tekst) (?:jest )?dostępn[ya] (?:tylko |wyłącznie )?dla (?:prenumerator|subskrybent)",
    "aby (?:czytać|przeczytać) (?:dalej|całość|cały artykuł),? (?:wykup|kup|zaloguj)",
    "masz (?:już|aktywną) (?:prenumeratę|subskrypcję)", "dostępne tylko dla zalogowan",
    "pozostało [0-9]{1,3} ?% (?:artykułu|tekstu)",
    "(?:článek|článok|obsah) je (?:dostupný |určen[ýá]? )?(?:pouze |jen |len )?pr[eo] (?:předplatitel|predplatiteľ)",
    "(?:zbývá|zbýva|zostáva) vám [0-9]{1,3} ?% ", "pro (?:dočtení|pokračování|přečtení) (?:tohoto )?článku",
    "předplaťte si a čtěte", "už ste predplatiteľ",
    "(?:a )?(?:cikk|tartalom) (?:csak )?előfizet(?:őink|ők)(?:nek| számára)",
    "a folytatáshoz (?:fizessen|előfizet|jelentkez)", "a teljes cikk(?:et)? (?:csak )?előfizet", "már előfizető\\?",
    "(?:articol|conținut)(?:ul)? (?:este )?(?:disponibil |exclusiv |rezervat )(?:doar )?(?:pentru )?abona[țţt]i",
    "abonează-te pentru a (?:citi|continua)", "ești deja abonat",
    "(?:статията|съдържанието) е (?:достъпн[ао] |само )?(?:само )?за абонати",
    "абонирайте се, за да (?:прочетете|продължите)",
    "(?:материал|статья|текст) доступ(?:ен|на) (?:только )?(?:по подписке|(?:нашим |для )?подписчик)",
    "оформите подписку,? чтобы (?:продолжить|читать|прочитать|дочитать)",
    "чтобы (?:продолжить чтение|дочитать|читать дальше),? (?:оформите|войдите|подпишитесь|авторизуйтесь)",
    "уже (?:есть подписка|подписаны)\\?",
    "(?:матеріал|стаття|текст) доступн(?:ий|а) (?:лише |тільки )?(?:за передплат|(?:для )?передплатник|для підпис)",
    "(?:оформіть|оформити) передплату,? щоб (?:продовжити|читати|прочитати)",
    "щоб (?:продовжити читання|дочитати|читати далі),? (?:оформіть|увійдіть|передплатіть)",
    "(?:članak|tekst|sadržaj) je dostupan (?:samo )?(?:pretplatnicima|za pretplatnike)",
    "pretplatite se (?:da|kako) biste (?:pročitali|nastavili)", "(?:чланак|текст) је доступан само претплатницима",
    "(?:άρθρο|περιεχόμενο) είναι (?:διαθέσιμο )?(?:μόνο|αποκλειστικά) για συνδρομητές",
    "για να συνεχίσετε την ανάγνωση", "(?:bu )?(?:içerik|haber|yazı) (?:sadece|yalnızca) abonelere",
    "okumaya devam etmek için (?:abone|giriş|üye)", "devamını okumak için (?:abone|giriş|üye)",
    "(?:هذا )?(?:المحتوى|المقال) (?:متاح )?(?:للمشتركين|خاص بالمشتركين|حصري للمشتركين)",
    "اشترك (?:لمتابعة|لمواصلة) القراءة", "(?:این )?(?:مطلب|محتوا) (?:فقط|ویژه) (?:برای )?(?:مشترکان|مشترکین)",
    "(?:התוכן|הכתבה) (?:זמינ?ה?|מיועדת?) למנויים", "להמשך קריאה (?:הירשמו|התחברו|רכשו)",
    "(?:पूरी खबर|आगे) पढ़ने के लिए (?:सब्सक्राइब|लॉगिन|लॉग इन)", "সম্পূর্ণ পড়তে (?:সাবস্ক্রাইব|লগইন)",
    "(?:artikel|konten) ini (?:hanya |khusus )(?:untuk )?pelanggan", "berlangganan untuk (?:membaca|melanjutkan)",
    "đăng (?:ký|nhập) để (?:đọc tiếp|xem tiếp)", "สมัครสมาชิกเพื่ออ่าน",
    "(?:本文|此文|全文)(?:仅限|僅限|仅供|僅供)(?:付费|付費)?(?:会员|會員|订阅|訂閱|订户|訂戶)",
    "(?:付费|付費)(?:阅读|閱讀)(?:全文|剩余)", "(?:订阅|訂閱|登录|登入)(?:后|後|以)(?:阅读|閱讀|继续|繼續)",
    "剩余[0-9]{1,3}%(?:内容|未读)", "この記事は(?:有料)?会員(?:限定|登録)",
    "有料会員(?:限定|の方のみ)(?:の)?記事です", "続きを(?:読む|お読みいただく)には", "残り ?[0-9,]{1,6} ?文字",
    "(?:구독자|유료 ?회원|회원) ?전용 (?:기사|콘텐츠)", "(?:로그인|구독) ?(?:후|하면) ?(?:전체|계속|이어)",
    "(?:artikkel|lugu) on (?:ainult )?tellijatele", "(?:straipsnis|turinys) skirtas (?:tik )?prenumeratoriams",
    "(?:raksts|saturs) pieejams (?:tikai )?abonentiem", "(?:contingut|article) exclusiu per a subscriptors",
)  # fmt: skip
"""What says that *this* article goes on for subscribers; "subscribers" alone is said of many things."""
_LABELS = (
    "reserved for (?:our )?subscribers", "nur für abonnenten", "exklusiv für abonnenten",
    "réservée? (?:aux|à nos) abonnés", "(?:solo|sólo|exclusivo) para suscriptores", "exclusivo para assinantes",
    "riservato agli abbonati", "(?:alleen|exclusief) voor abonnees", "endast för prenumeranter", "vain tilaajille",
    "(?:tylko|wyłącznie) dla (?:prenumerator|subskrybent)",
    "(?:pouze|jen|len) pr[eo] (?:předplatitele|predplatiteľov)", "csak előfizetőknek", "doar pentru abona[țţt]i",
    "само за абонати", "(?:только|эксклюзивно) для подписчиков",
    "(?:доступно|доступна|доступен) (?:только )?по подписке", "(?:лише|тільки) для (?:передплатників|підписників)",
    "(?:толькі|выключна) для падпісчыкаў", "(?:samo|isključivo) za pretplatnike", "samo za naročnike",
    "μόνο για συνδρομητές", "(?:sadece|yalnızca) aboneler(?:e|imize)? özel", "للمشتركين فقط", "ویژه مشترکین",
    "למנויים בלבד", "(?:केवल|सिर्फ) (?:सब्सक्राइबर|सदस्यों|ग्राहकों) के लिए", "শুধুমাত্র গ্রাহকদের জন্য",
    "(?:khusus|hanya untuk) pelanggan", "(?:chỉ|dành riêng) (?:dành )?cho (?:người đăng ký|thuê bao|hội viên)",
    "เฉพาะสมาชิก", "(?:subscriber|member)s?[- ]only (?:content|article|story)",
)  # fmt: skip
"""What says so alone in a short line; tickets and tariffs are for subscribers, too."""
_LABEL_CHARACTERS = 60

TRIGGERS = tuple(Trigger(part, caseless=True) for part in together((*_PHRASES, *_LABELS)))
"""Whatever is a paywall has a match of one of these."""


@cache
def _phrases() -> Phrases:
    return Phrases(rf"{any_of(_PHRASES)}|(?P<label>{any_of(_LABELS)})")


def paywall_at(text: str, start: int, end: int) -> Piece | None:
    """Return the paywall that ``text[start:end]``, a hit of the triggers, belongs to: its short line, else sentence."""
    phrase = _phrases().search(text, start, end)
    if phrase is None:
        return None
    line = line_at(text, *phrase.span())
    if is_quoted(text, line.start, phrase.start()):
        return None
    if phrase["label"] and line.end - line.start > _LABEL_CHARACTERS:
        return None
    if line.end - line.start <= LINE_CHARACTERS and not _has_prose(text[line.start : phrase.start()]):
        return line
    sentence = sentence_at(text, *phrase.span(), line)
    is_short = sentence.end - sentence.start <= LINE_CHARACTERS
    return sentence if is_short else Piece(phrase.start(), sentence_at(text, phrase.start(), phrase.end(), line).end)


def _has_prose(before: str) -> bool:
    """Return whether a sentence ends in *before*, what stands before a paywall's phrase in its line."""
    return before.rstrip().endswith((".", "!", "…", "?")) or ". " in before


def is_stub_paywall(text: str, piece: Piece) -> bool:
    """Return whether *piece* of a short *text* belongs to a paywall, which STR003 reports and nobody else."""
    if len(text) > STUB_CHARACTERS:
        return False
    line = line_at(text, piece.start, min(piece.end, piece.start + 1), reach=LINE_CHARACTERS)
    end = min(max(line.end, piece.end), piece.start + LINE_CHARACTERS)
    for phrase in _phrases().finditer(text, line.start, end):
        paywall = paywall_at(text, *phrase.span())
        if paywall is not None and paywall.start < piece.end and piece.start < paywall.end:
            return True
    return False
