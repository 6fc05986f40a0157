"""Walls: the page that a site shows instead of an article.

A wall is known by what only a site says to its visitor ("we use cookies", "you don't have permission to access"), and
by how little else stands beside it; so news about cookies, captchas and errors is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from newslint.facts.furniture.consent import CONSENT, CONSENT_WORDS, is_cited
from newslint.facts.furniture.pieces import Piece, line_at
from newslint.facts.furniture.reported import is_reported
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Trigger

WALL_SHARE = 0.6
"""A body of which this part stands in sentences of a wall is one; where the number comes from, EXT003 says."""
SHORT_BYTES = 25
"""A shorter unit of a wall, as UTF-8, is a button, a number or a name: it says nothing for or against it."""
REACH_BYTES = 250
"""So much of a sentence, as UTF-8, a word of a wall speaks for; flattened pages have sentences of thousands."""
ARTICLE_CHARACTERS = 250
"""A body of so many characters below a wall's heading may be an article; what a wall says is often shorter."""
ARTICLE_SENTENCES = 3
"""And so many sentences it has."""
ARTICLE_SHARE = 0.1
"""And of so little of it words of walls speak at most."""
ARTICLE_LINES = 5
"""A wall under its heading says within so many lines what it is."""
LINE_CHARACTERS = 200
"""And within so many characters of them."""

_PHRASES: Mapping[str, tuple[str, ...]] = {
    "asks for consent": CONSENT,
    "refuses access": (
        "you (?:don[’']t|do not) have permission", "you are not authori[sz]ed to (?:access|view)",
        "your (?:access|request|ip|ip address) (?:to this (?:page|site) )?(?:has been|was|is) (?:blocked|denied)",
        "access to this (?:page|site|resource|website) (?:has been|is|was) (?:denied|blocked|forbidden)",
        "you have been blocked", "this website is using a security service to protect itself",
        "is not available in your (?:country|region|location)", "unavailable due to legal reasons",
        "unavailable in most european countries", "currently unavailable (?:to visitors from|in your)",
        "(?:disable|turn off|deactivate) (?:your |the )?ad[- ]?block", "ad[- ]?blocker? (?:detected|erkannt)",
        "haben keine berechtigung", "ihr(?:e)? (?:zugriff|ip-adresse) wurde (?:gesperrt|blockiert)",
        "werbeblocker (?:zu deaktivieren|deaktivieren|ausschalten)", "deaktivieren sie (?:ihren|den) (?:ad|werbe)",
        "vous n[’'](?:avez|êtes) pas (?:la permission|l[’']autorisation|les droits|autorisé)",
        "désactive[rz] (?:votre|le) bloqueur", "no (?:tiene|tienes) permiso para", "desactiva (?:tu|el) bloqueador",
        "você não tem permissão", "não tem permissão para aceder",
        "non (?:hai|disponi de[il]) (?:i )?(?:permess|l[’']autorizz)",
        "u (?:hebt|heeft) geen (?:toegang|toestemming)", "schakel (?:je|uw) adblocker uit",
        "du har (?:inte|ikke) (?:behörighet|tilgang|adgang)", "sinulla ei ole (?:oikeutta|käyttöoikeutta)",
        "nie masz (?:uprawnień|dostępu)", "wyłącz (?:adblock|blokowanie reklam)", "nemáte oprávnění",
        "nemáte oprávnenie", "nincs jogosultsága", "nu aveți (?:permisiunea|acces)", "нямате (?:права|достъп)",
        "у вас нет (?:доступа к (?:этой|данной|запраш)|прав (?:на|для) (?:просмотр|доступ))",
        "(?:ваш ip|доступ к (?:этому|данному) (?:ресурсу|сайту)) (?:временно )?(?:заблокирован|ограничен)",
        "отключите (?:блокировщик|adblock)", "у вас (?:немає|нема) (?:доступу до (?:цієї|цього)|прав)",
        "вимкніть (?:блокувальник|adblock)", "nemate (?:dozvolu|pristup)", "немате дозволу",
        "δεν έχετε (?:άδεια|δικαίωμα)", "erişim (?:izniniz|yetkiniz) (?:yok|bulunmamaktadır)",
        "ليس لديك (?:إذن|صلاحية)", "شما اجازه دسترسی", "אין לך הרשאה", "आपको (?:इस पृष्ठ )?की अनुमति नहीं",
        "anda tidak memiliki (?:izin|akses)", "bạn không có quyền", "คุณไม่มีสิทธิ์", "您(?:没有|無|没有足够的)权限",
        "您沒有權限", "您的访问(?:请求)?被", "アクセス権限がありません", "접근 권한이 없습니다",
        "접근이 차단되었습니다",
    ),
    "says that there is no such page": (
        "page (?:you(?:[’']re| are| were| have)? (?:looking for|requested|tried)|that you)",
        "(?:requested|this) (?:url|page|address|resource) (?:/ )?(?:was|could|is|does) not (?:be found|found|exist)",
        "(?:requested|this) (?:url|page|address) (?:could|is|does)n[’']t (?:be found|exist|available)",
        "(?:requested|this) (?:url|page|address) (?:cannot|can[’']t) be found",
        "(?:requested|this) (?:url|page|address|article) (?:is )?no longer (?:exists|available)",
        "we (?:can[’']t|cannot|could ?n[’']t|couldn[’']t|could not) find (?:the|that|this) page",
        "that[’']s an error", "sorry, (?:this|the|that) page (?:isn|is|does|could|can)",
        "looks like (?:nothing was found|you[’']re lost)", "the page may have been (?:moved|removed|deleted)",
        "the link you followed may be", "seite (?:konnte|wurde|kann) (?:leider )?nicht gefunden",
        "(?:gesuchte|angeforderte|aufgerufene) seite", "page (?:demandée|que vous (?:cherchez|recherchez|demandez))",
        "cette page n[’']existe (?:pas|plus)",
        "página que (?:busca|buscas|está buscando|estás buscando|solicita|intenta)", "(?:esta|la) página no existe",
        "página (?:que )?(?:você )?(?:procura|solicitada|está procurando)", "esta página não existe",
        "pagina (?:che (?:cerchi|stai cercando|hai richiesto)|richiesta)", "questa pagina non esiste",
        "de (?:opgevraagde )?pagina (?:die (?:je|u) zoekt|bestaat niet|kan niet|kon niet|is niet)",
        "sidan (?:du (?:söker|letar)|finns inte|kunde inte)",
        "siden (?:du (?:søger|leder|leter)|findes ikke|finnes ikke|blev ikke)", "etsimääsi sivua",
        "sivua ei (?:löytynyt|löydy)", "(?:strona|strony), której szukasz", "nie znaleziono (?:takiej )?strony",
        "(?:hledaná|požadovaná) stránka", "stránk[au] (?:nebyla nalezena|neexistuje|sa nenašla)",
        "(?:hľadaná|požadovaná) stránka", "a keresett oldal", "az oldal nem található",
        "pagina (?:căutată|pe care o cauți|solicitată)", "страницата, която (?:търсите|търсиш)",
        "страницата не (?:е намерена|съществува)", "(?:запрашиваем(?:ая|ой)|запрошенн(?:ая|ой)) (?:вами )?страниц",
        "страница(?:,)? (?:которую вы|не найдена|не существует|удалена)",
        "(?:запитувана|запитана|потрібна) (?:вами )?сторінк", "сторінк[ау](?:,)? (?:яку ви|не знайдено|не існує)",
        "старонк[ау](?:,)? (?:якую вы|не знойдзена)",
        "stranic[au] (?:koju (?:tražite|ste)|ne postoji|nije pronađena)",
        "страниц[ау] (?:коју (?:тражите|сте)|не постоји|није пронађена)", "stran, ki jo iščete",
        "η σελίδα (?:που (?:ψάχνετε|αναζητάτε|ζητήσατε)|δεν (?:βρέθηκε|υπάρχει))", "aradığınız sayfa",
        "sayfa bulunamadı", "الصفحة (?:التي تبحث عنها|المطلوبة|غير موجودة)", "صفحه (?:مورد نظر|ای که)",
        "صفحه (?:یافت|پیدا) نشد", "הדף (?:שחיפשת|המבוקש|לא נמצא)", "העמוד (?:שחיפשת|המבוקש|לא נמצא)",
        "पृष्ठ (?:नहीं मिला|मौजूद नहीं)", "পৃষ্ঠাটি (?:পাওয়া যায়নি|খুঁজে)",
        "halaman (?:yang anda (?:cari|minta)|tidak ditemukan)",
        "trang (?:bạn (?:tìm|đang tìm|yêu cầu)|này không tồn tại|không tìm thấy)", "không tìm thấy trang", "ไม่พบหน้า",
        "(?:您(?:要|所)?(?:访问|訪問|查找|请求|查看)的|(?:页面|頁面|网页|網頁)(?:不存在|未找到|找不到|已(?:被)?(?:删除|刪除)))",
        "(?:お探しの|ご指定の|指定された)ページ", "ページが(?:見つかりません|存在しません)", "페이지를 찾을 수 없",
        "요청하신 페이지",
    ),
    "checks for robots": (
        "(?:verify|confirm|prove|make sure)(?:ing)? (?:that )?you(?:[’']re| are) (?:not a (?:ro)?bot|(?:a )?human)",
        "are you a (?:robot|human)\\?", "checking (?:if the site connection is secure|your browser before)",
        "(?:complete|solve) the (?:captcha|security check)", "unusual (?:traffic|activity) from your",
        "enable (?:javascript and cookies|cookies) to continue", "your browser (?:made|has made|sent) us think",
        "review the security of your connection", "needs to be sure you[’']re (?:not|a real)",
        "please enable cookies", "pardon our interruption", "protected by cloudflare",
        "performance (?:&|&amp;|and) security by cloudflare", "bestätigen sie, dass sie (?:kein|ein mensch)",
        "dass sie kein (?:ro)?bot(?:er)? sind", "überprüfung ihres browsers", "(?:que )?vous n[’']êtes pas un robot",
        "vérification de votre navigateur", "que no (?:eres|es|soy) un robot", "(?:que )?(?:você )?não é um robô",
        "(?:che )?non sei un robot", "dat (?:je|u) geen robot bent", "att du inte är en robot",
        "at du ikke er en robot", "ettet ole robotti", "że nie jesteś robotem", "že nejste robot",
        "že nie ste robot", "hogy nem robot", "că nu (?:ești|sunteți) (?:un )?robot", "че не сте робот",
        "что вы не робот", "проверка (?:вашего )?браузера", "що ви не робот", "перевірка (?:вашого )?браузера",
        "што вы не робат", "da niste robot", "да нисте робот", "ότι δεν είστε ρομπότ", "robot olmadığınızı",
        "أنك لست (?:روبوت|برنامج)", "شما ربات نیستید", "שאינך רובוט", "आप रोबोट नहीं", "bahwa anda bukan robot",
        "bạn không phải (?:là )?(?:robot|người máy)", "คุณไม่ใช่หุ่นยนต์",
        "(?:确认|證明|确保|验证)您(?:不是|是)(?:机器人|機器人|真人|人类)", "ロボットではないこと", "로봇이 아닙니다",
        "로봇이 아님을", "访问过于频繁",
    ),
    "asks for JavaScript": (
        "(?:enable|turn on|activate|allow|requires?|need) javascript",
        "javascript (?:is|to be|has been) (?:disabled|required|turned off|not)",
        "javascript (?:is )?(?:disabled|required)", "browser (?:does not|doesn[’']t) support javascript",
        "javascript (?:zu |in ihrem browser )?(?:aktivieren|ist deaktiviert|ist erforderlich|deaktiviert)",
        "aktivieren sie (?:bitte )?javascript", "bitte (?:aktivieren|aktiviere|schalten)(?: sie)? javascript",
        "activer (?:le )?javascript", "activez (?:le )?javascript", "javascript est désactivé",
        "(?:active|activa|habilite|habilita|ative|activar|habilitar|ativar) (?:el |o )?javascript",
        "(?:abilita|attiva|abilitare|attivare) (?:il )?javascript",
        "javascript (?:è disabilitato|está desactivado|está desativado|está deshabilitado)",
        "(?:schakel|zet) javascript", "javascript (?:staat uit|is uitgeschakeld)",
        "(?:aktivera|slå på|aktiver|slå) javascript", "ota javascript", "włącz(?:yć)? (?:obsługę )?javascript",
        "obsługa javascript", "(?:zapněte|povolte|povoľte|zapnite) (?:si )?javascript",
        "engedélyez(?:ze|d|ni)? (?:a )?javascript", "activați javascript", "(?:включете|активирайте) javascript",
        "включите (?:поддержку )?javascript", "(?:отключен|выключен|отключён) javascript",
        "javascript (?:отключен|выключен|отключён)", "(?:увімкніть|ввімкніть|увімкнути) (?:підтримку )?javascript",
        "javascript (?:вимкнено|вимкнений)", "уключыце javascript", "(?:omogućite|uključite|omogočite) javascript",
        "ενεργοποιήστε (?:τη |το |την )?javascript", "javascript[’']?[iı]? (?:etkinleştir|devre dışı)",
        "تفعيل (?:ال)?(?:جافا ?سكريبت|javascript)", "(?:فعال کردن|فعال کنید) (?:جاوا ?اسکریپت|javascript)",
        "(?:הפעל|אפשר|להפעיל) (?:את )?(?:ה-?)?javascript", "javascript (?:सक्षम|चालू)",
        "(?:aktifkan|mengaktifkan) javascript", "(?:bật|kích hoạt) javascript", "เปิดใช้งาน javascript",
        "(?:启用|啟用|开启|開啟|打开) ?javascript", "javascriptを有効", "자바스크립트를 (?:활성화|사용)",
        "javascript를 (?:활성화|사용)",
    ),
    "says that the server does not answer": (
        "(?:server|service|site|website) is (?:temporarily|currently) (?:unavailable|unable|down|offline)",
        "the server (?:encountered|is (?:temporarily )?unable|returned an error)",
        "(?:is |site )?(?:down|closed) for (?:scheduled )?maintenance",
        "currently (?:undergoing|performing) (?:scheduled )?maintenance", "this site can[’']t be reached",
        "an (?:unexpected|internal|application) error (?:has )?occurred",
        "we(?:[’']re| are) experiencing technical difficulties", "oops[!,.]? something went wrong",
        "something went wrong[.,!]? (?:please )?(?:try|but)", "web server is down",
        "there has been a critical error on this website", "error establishing a database connection",
        "(?:der dienst|die seite|der server) ist (?:vorübergehend|derzeit|momentan|zurzeit) nicht ",
        "(?:service|site) (?:est )?(?:temporairement|momentanément) indisponible",
        "une erreur (?:inattendue |interne )?est survenue",
        "(?:servicio|sitio)(?: web)? (?:está )?(?:temporalmente )?no (?:está )?disponible",
        "se ha producido un error", "(?:serviço|site) (?:está )?(?:temporariamente )?indisponível",
        "ocorreu um erro", "(?:servizio|sito) (?:è )?(?:temporaneamente|momentaneamente) non disponibile",
        "si è verificato un errore", "er is (?:een fout opgetreden|iets misgegaan)",
        "tjänsten är (?:för tillfället|tillfälligt)", "(?:tjenesten|siden) er (?:midlertidigt?|for tiden)",
        "palvelu ei ole (?:tällä hetkellä|juuri nyt)",
        "(?:serwis|strona) (?:jest )?(?:chwilowo|tymczasowo) niedostępn", "wystąpił (?:nieoczekiwany )?błąd",
        "(?:služba|stránka) je (?:dočasně|dočasne|momentálně) nedostupn", "hiba történt",
        "(?:serviciu(?:l)?|site-ul) (?:este )?(?:temporar|momentan) indisponibil",
        "(?:услугата|сайтът) (?:е )?временно недостъп",
        "(?:сервис|сайт|сервер|страница) временно (?:не ?доступ|не ?работа|недоступ)",
        "произошла (?:непредвиденная |внутренняя )?ошибка",
        "(?:сервіс|сайт|сервер|сторінка) тимчасово (?:недоступ|не працю)", "(?:сталася|виникла) помилка",
        "сайт часова недаступны", "(?:stranica|servis) (?:je )?trenutno (?:nije )?(?:nedostupn|dostupn)",
        "(?:η υπηρεσία|ο ιστότοπος) (?:δεν )?είναι (?:προσωρινά|διαθέσιμ)",
        "(?:hizmet|site|sayfa) (?:şu anda|geçici olarak) kullanılam",
        "(?:الخدمة|الموقع) غير متاحة? (?:حالياً|حاليا|مؤقتا)", "حدث خطأ", "(?:سایت|سرویس) در دسترس نیست",
        "השירות אינו זמין", "אירעה שגיאה", "सेवा (?:अस्थायी रूप से )?अनुपलब्ध", "layanan tidak tersedia",
        "terjadi kesalahan", "dịch vụ (?:tạm thời )?không (?:khả dụng|có sẵn)", "đã xảy ra lỗi",
        "(?:服务|服務|网站|網站)(?:暂时|暫時)?(?:不可用|无法访问|無法訪問|维护中|維護中)",
        "(?:サービス|サイト)は(?:現在|一時的に)", "エラーが発生しました",
        "서비스를 (?:일시적으로 )?(?:이용|사용)할 수 없", "오류가 발생했습니다",
    ),
}  # fmt: skip
"""What only a site says to its visitor, by the kind of page that says it."""

_LABELS = (
    "(?:http )?(?:error|fehler|erreur|errore|erro|błąd|chyba|hata|fel|feil|fejl|virhe|hiba|eroare|greška|lỗi)",
    "error code:?", "ошибка", "помилка", "грешка", "σφάλμα", "خطأ", "خطا", "שגיאה", "错误", "錯誤", "エラー", "오류",
    "[45][0-9][0-9](?: error)?", "not found", "page not found", "forbidden", "access (?:denied|forbidden)",
    "bad gateway", "service (?:temporarily )?unavailable", "gateway time-?out", "internal server error",
    "too many requests", "unauthori[sz]ed", "bad request", "just a moment", "attention required",
    "one moment,? please", "please wait", "security check(?:point)?", "human verification", "are you a robot",
    "captcha", "robot check", "cloudflare", "nginx(?:/[0-9.]+)?", "apache(?:/[0-9.]+)?", "openresty",
    "varnish(?: cache server)?", "guru meditation", "cookie (?:consent|notice|policy|settings|preferences)",
    "loading", "seite nicht gefunden", "zugriff verweigert", "dienst nicht verfügbar",
    "page (?:introuvable|non trouvée)", "accès (?:refusé|interdit)", "service indisponible", "página no encontrada",
    "acceso denegado", "página não encontrada", "acesso negado", "pagina non trovata", "accesso negato",
    "pagina niet gevonden", "toegang geweigerd", "sidan (?:hittades inte|kunde inte hittas)",
    "siden (?:blev ikke fundet|ble ikke funnet|ikke fundet)", "sivua ei löydy", "pääsy estetty",
    "nie znaleziono strony", "strona nie (?:została znaleziona|istnieje)", "odmowa dostępu", "brak dostępu",
    "stránka (?:nenalezena|nebyla nalezena|nenájdená|neexistuje)", "přístup odepřen", "prístup zamietnutý",
    "az oldal nem található", "hozzáférés megtagadva", "pagin[aă] (?:negăsită|inexistentă|nu a fost găsită)",
    "acces (?:interzis|refuzat)", "страницата не е намерена", "достъпът е отказан", "страница не найдена",
    "доступ (?:запрещен|запрещён|ограничен|закрыт)", "сторінк[ау] не знайден[ао]",
    "доступ (?:заборонено|обмежено|закрито)", "старонка не знойдзена", "stranica nije pronađena", "pristup odbijen",
    "страница није пронађена", "η σελίδα δεν βρέθηκε", "sayfa bulunamadı", "erişim engellendi", "الصفحة غير موجودة",
    "تم رفض الوصول", "صفحه (?:یافت|پیدا) نشد", "דף לא נמצא", "הגישה נדחתה", "पृष्ठ नहीं मिला",
    "halaman tidak ditemukan", "akses ditolak", "không tìm thấy trang", "truy cập bị từ chối", "ไม่พบหน้าที่ต้องการ",
    "页面(?:不存在|未找到)", "頁面不存在", "访问被拒绝", "拒绝访问", "ページが見つかりません",
    "アクセスが拒否されました", "페이지를 찾을 수 없습니다", "접근이 거부되었습니다",
)  # fmt: skip
"""What stands on a wall as its heading, alone in a line."""

_VOCABULARY = (
    *CONSENT_WORDS,
    "partner", "javascript", "browser", "cloudflare", "ray id", "captcha", "reload", "refresh", "ip address",
    "your ip", "server", "http://", "https://", "webmaster", "administrator", "home page", "homepage", "try again",
    "this page", "url", "advertis", "adblock", "ad block", "ad-block", "malicious bot", "vpn", "startseite",
    "werbung", "publicité", "navigateur", "accueil", "serveur", "publicidad", "navegador", "servidor",
    "publicidade", "pubblicità", "advertenti", "annons", "annonse", "selain", "selaim", "mainon", "przeglądar",
    "reklam", "prohlížeč", "prehliadač", "böngésző", "браузер", "сервер", "страниц", "сторінк", "preglednik",
    "διαφημ", "tarayıcı", "sunucu", "المتصفح", "متصفح", "مرورگر", "דפדפן", "ब्राउज़र", "peramban", "trình duyệt",
    "เบราว์เซอร์", "浏览器", "瀏覽器", "服务器", "ブラウザ", "サーバー", "브라우저", "서버",
)  # fmt: skip
"""Words of which at least one stands in most sentences of a wall; alone they prove nothing."""

_ALL = tuple(phrase for phrases in _PHRASES.values() for phrase in phrases)
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]?(?:\s|$)|[。！？।۔؟]")
_UNIT = re.compile(r"[^\r\n.!?。！？।۔؟]+")
_HEADING_CHARACTERS = 90
_LONG_TITLE = 4

TRIGGERS = (
    *(Trigger(part, caseless=True) for part in together(_ALL)),
    *(Trigger(part, caseless=True) for part in at_line_starts(_LABELS)),
)
"""Whatever is a wall has a match of one of these in its body or its title."""


# Few articles need these patterns, and to compile them takes 40 ms.
@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(any_of(_ALL), re.IGNORECASE)


@cache
def _kinds() -> Mapping[str, re.Pattern[str]]:
    return {kind: re.compile(any_of(phrases), re.IGNORECASE) for kind, phrases in _PHRASES.items()}


@cache
def _heading() -> re.Pattern[str]:
    label = any_of(sorted(_LABELS, key=len, reverse=True))
    return re.compile(rf"[\W_]{{0,6}}{label}(?:[\W_]{{1,6}}{label}){{0,4}}[\W_]{{0,6}}", re.IGNORECASE)


def wall_proofs(text: str, places: Iterable[Piece]) -> list[Piece]:
    """Return what in *text* only a wall says; *places* are where phrases of walls may stand."""
    return [proof for place in places if (proof := _proof(text, place)) is not None]


def _proof(text: str, place: Piece) -> Piece | None:
    match = _phrase().search(text, *place)
    if match is not None:
        phrase = Piece(*match.span())
        if not (is_cited(text, phrase) or is_reported(text, phrase, line_at(text, *phrase))):
            return phrase
    line = line_at(text, *place, reach=_HEADING_CHARACTERS)
    return line if is_wall_heading(text[line.start : line.end]) else None


def is_wall_heading(line: str) -> bool:
    """Return whether *line* is the heading of a wall: ``404 Not Found``, ``Access Denied``, ``Just a moment...``."""
    return len(line) <= _HEADING_CHARACTERS and _heading().fullmatch(line) is not None


def is_wall_title(title: str) -> bool:
    """Return whether *title* is the heading of a wall and nothing that an article may be called.

    One word alone, ``Forbidden`` or ``Captcha``, may be the title of a film or a story.
    """
    bare = title.strip(" \t\r\n.…!-|")
    return (" " in bare or (len(bare) > _LONG_TITLE and not bare.isascii())) and is_wall_heading(title.strip())


def may_be_headline(title: str, body: str) -> bool:
    """Return whether *title*, a wall's heading, may be that of the article below it: ``Access Denied``.

    Numbers and an ellipsis (``404 Not Found``, ``Just a moment...``) are a page's. The body is an article if it has
    :data:`ARTICLE_CHARACTERS` and :data:`ARTICLE_SENTENCES`, and none of its first lines opens like a wall.
    """
    if any(map(str.isdigit, title)) or title.rstrip().endswith((".", "…")) or len(body) < ARTICLE_CHARACTERS:
        return False
    lines = [line.group() for line in islice(_LINE.finditer(body), ARTICLE_LINES)]
    if any(_phrase().search(line[:LINE_CHARACTERS]) or is_wall_heading(line.strip()) for line in lines):
        return False
    return len(_SENTENCE_END.findall(body)) >= ARTICLE_SENTENCES and wall_share(body, ()) <= ARTICLE_SHARE


def wall_kind(phrase: str) -> str:
    """Return what a page does that says *phrase*, as messages tell it: ``asks for consent``."""
    return next((kind for kind, pattern in _kinds().items() if pattern.fullmatch(phrase)), "is an error page")


def wall_share(text: str, proofs: Iterable[Piece]) -> float:
    """Return which part of *text*, by UTF-8 bytes, stands in sentences of a wall, from 0 to 1.

    Those are the sentences of the *proofs* and others with words of walls. Units shorter than :data:`SHORT_BYTES` are
    left out: buttons and names.
    """
    lower = text.lower()
    marks = sorted({*(proof.start for proof in proofs), *_words(lower)})
    told = counted = 0
    for match in _UNIT.finditer(lower):
        size = len(match.group().strip().encode("utf-8", "replace"))
        words = bisect_left(marks, match.end()) - bisect_left(marks, match.start())
        if size >= SHORT_BYTES or words:
            told += min(size, words * REACH_BYTES)
            counted += size
    return told / counted if counted else 1.0


def _words(lower: str) -> Iterator[int]:
    """Yield where words of walls begin in *lower*; looking for each by itself is faster than one pattern."""
    for word in _VOCABULARY:
        at = lower.find(word)
        while at >= 0:
            yield at
            at = lower.find(word, at + len(word))
