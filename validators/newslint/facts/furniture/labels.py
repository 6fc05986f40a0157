"""Labels of the page around an article: advertisement markers, menus, buttons, counters, ages of an entry.

A label is a whole line. Some say what they are wherever they stand (``Advertisement``, ``5 min read``); words that can
head a section of an article as well (``Sport``, ``Video``, ``Search``) are labels where several stand in a row, as in
a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, pairwise
from typing import Literal

from newslint.facts.furniture.page_lines import ACCOUNTS, BESIDE, PLAYERS, SENT
from newslint.facts.furniture.pieces import DENSER, UNSPACED, Piece
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger
from newslint.text.segment import Paragraphs

LABEL_CHARACTERS = 80
"""A label has at most this many characters."""
COUNT_CHARACTERS = 45
"""A counter or an age has at most this many: ``estimated reading time: about 12 minutes``."""
MENU_LINES = 3
"""So many labels in a row are a menu, whatever their words."""
SECTION_LINES = 6
"""So many lines of one or two words in a row are a menu, if at least half of them are words of one."""
SECTION_CHARACTERS = 24
"""A line of such a menu has at most so many characters, and a third of them where words are not spaced."""
TOP_SHARE = 5
"""At the top of a text, every fifth such line at least is a word of a menu."""
BUTTON_LINES = 2
"""So many names of networks in a row are buttons."""
BUTTON_NAMES = 3
"""And so many inside a line, of networks or links, that nothing but a space or a mark parts."""
ANNOUNCED_CHARACTERS = 30
"""A sentence with a colon that announces a list has at least so many characters, and a third where words are not
spaced; ``Share this:`` and ``Filed under:`` are shorter."""
ANNOUNCED_WORDS = 5
"""And so many words, where they are spaced."""

Kind = Literal["certain", "button", "menu", "call"]

_ADS = (
    "advertisement", "advertisements", "advertisment", "advertising", "advertise", "advertisement space", "ad",
    "ads", "sponsored", "sponsored content", "sponsored links", "sponsored articles", "sponsored post",
    "paid content", "paid post", "paid advertisement", "promoted", "promoted content", "partner content",
    "anzeige", "anzeigen", "werbung", "publicité", "annonce", "annoncer", "annonces", "publicidad", "publicidade",
    "contenido patrocinado", "pubblicità", "advertentie", "advertenties", "reclame", "annons", "annonser",
    "reklame", "mainos", "auglýsing", "reklama", "reklamy", "reklaam", "reklāma", "hirdetés", "publicitate",
    "oglas", "oglasi", "реклама", "оглас", "огласи", "διαφήμιση", "reklam", "reklamlar", "إعلان", "إعلانات",
    "اعلان", "اعلانات", "آگهی", "تبلیغات", "פרסומת", "विज्ञापन", "जाहिरात", "বিজ্ঞাপন", "જાહેરાત", "விளம்பரம்",
    "ప్రకటన", "iklan", "quảng cáo", "โฆษณา", "广告", "廣告", "広告", "광고", "publicitat", "რეკლამა", "գովազդ",
    "жарнама", "διαφημιση", "διαφημίσεις", "annonse", "annonser", "annonsørinnhold", "اشتہار", "اشتہارات", "ማስታወቂያ",
    "പരസ്യം", "ಜಾಹೀರಾತು", "ਇਸ਼ਤਿਹਾਰ", "reklamë", "tangazo", "スポンサーリンク", "スポンサードリンク", "werbeanzeige",
)  # fmt: skip
_AROUND_ADS = (
    "story continues", "story continues below", "story continues below advertisement", "article continues below",
    "article continues below advertisement", "article continues after advertisement", "post continues below",
    "content continues below", "text continues below", "story continues below this ad", "continue reading",
    "continue reading below", "continue reading the main story", "advertisement continue reading below",
    "advertisement - continue reading below", "advertisement story continues below",
    "advertisement - story continues below", "advertisement. scroll to continue reading",
    "advertisement scroll to continue", "scroll to continue", "scroll to continue reading",
    "scroll down to continue reading", "scroll to continue with content",
    "this advertisement has not loaded yet, but your article continues below", "skip ad", "skip ads", "close ad",
    "hide ad", "report ad", "report this ad", "remove ads", "don't want to see this? remove ads",
    "skip advertisement", "ad feedback", "why this ad", "why this ad?", "werbung überspringen",
    "werbung ausblenden", "werbung schließen", "artikel geht nach der werbung weiter", "weiter nach der anzeige",
    "nach der werbung weiterlesen", "lesen sie weiter nach der anzeige", "la suite après la publicité",
    "la suite après cette publicité", "continúa después de la publicidad",
    "sigue leyendo después de la publicidad", "continua após a publicidade", "continua depois da publicidade",
    "continua dopo la pubblicità", "lees verder na de advertentie", "artikkelen fortsetter under annonsen",
    "artikkelen fortsetter etter annonsen", "artiklen fortsætter efter annoncen",
    "artikeln fortsätter efter annonsen", "juttu jatkuu mainoksen jälkeen", "juttu jatkuu mainoksen alla",
    "dalsza część artykułu pod reklamą", "ciąg dalszy artykułu pod reklamą", "článek pokračuje pod reklamou",
    "článok pokračuje pod reklamou", "a cikk a hirdetés után folytatódik", "articolul continuă după reclamă",
    "продолжение после рекламы", "продолжение под рекламой", "продовження після реклами",
    "продовження під рекламою", "tekst se nastavlja ispod oglasa", "tekst se nastavlja nakon oglasa",
    "haberin devamı reklamdan sonra", "वेबसाइट पर पढ़ना जारी रखने के लिए वीडियो विज्ञापन देखें",
    "scroll untuk melanjutkan", "scroll untuk melanjutkan membaca", "tekst gaat verder onder de advertentie",
    "tekst gaat verder onder de video", "tekst gaat verder onder de foto", "tekst loopt door onder de advertentie",
    "artikel gaat verder onder de advertentie", "lees verder onder de advertentie",
    "dalszy ciąg materiału pod wideo", "dalszy ciąg artykułu pod wideo", "dalsza część artykułu pod wideo",
    "article continues after this advertisement", "mainos (teksti jatkuu alla", "mainos päättyy",
    "artikkeli jatkuu mainoksen jälkeen", "teksti jatkuu mainoksen jälkeen", "juttu jatkuu kuvan jälkeen",
    "artikkel jätkub pärast reklaami", "lugu jätkub pärast reklaami", "sisuturundus",
    "artikkelen held fram under annonsen", "artikkelen held fram etter annonsen",
    "saken fortsetter under annonsen", "artikeln fortsätter under annonsen",
    "artiklen fortsætter under annoncen", "rakstu turpiniet lasīt zem reklāmas", "turinys po reklama",
    "dalsza część tekstu pod wideo", "dalsza część artykułu pod materiałem wideo", "ciąg dalszy pod materiałem wideo",
    "dalszy ciąg tekstu pod materiałem wideo", "pozostała część artykułu pod materiałem wideo",
)  # fmt: skip
_MESSAGES = (
    "loading", "loading comments", "loading playlists", "loading more", "loading video",
    "loading seems to be taking a while", "wird geladen", "chargement", "chargement en cours", "cargando",
    "carregando", "caricamento", "caricamento in corso", "загрузка", "завантаження", "yükleniyor", "読み込み中",
    "加载中", "載入中", "로드 중", "skip to content", "skip to main content", "skip to navigation",
    "skip to main navigation", "skip to search", "skip to footer", "skip navigation", "zum inhalt springen",
    "zum hauptinhalt springen", "aller au contenu", "aller au contenu principal", "accéder au contenu principal",
    "passer au contenu", "ir al contenido", "ir al contenido principal", "ir para o conteúdo", "vai al contenuto",
    "vai al contenuto principale", "przejdź do treści", "перейти к содержанию", "перейти к основному содержанию",
    "перейти до вмісту", "toggle navigation", "toggle menu", "toggle search", "back to top", "scroll to top",
    "return to top", "go to top", "top of page", "nach oben", "nach oben scrollen", "zurück nach oben",
    "haut de page", "retour haut de page", "volver arriba", "torna su", "terug naar boven", "do góry",
    "ページトップへ戻る", "ページの先頭へ戻る", "ページトップへ", "このページの先頭へ", "返回顶部", "回到頂部",
    "맨 위로", "open menu", "close menu", "show menu", "main menu", "mobile menu", "open navigation",
    "open search", "close search", "open sidebar", "close modal", "close dialog", "close player",
    "copy link to tweet", "embed tweet", "verified accountprotected tweets @", "view author posts",
    "view author publications", "view author profile", "search author on", "enlarge image", "enlarge this image",
    "click to enlarge", "click to expand", "tap to expand", "toggle caption", "hide caption", "filed under",
    "print this article", "print article", "print this page", "email this article", "save article",
    "save this article", "bookmark this article", "listen to this article", "gift this article", "gift article",
    "comment on this article", "report this post", "show more", "load more", "view more", "see more", "show all",
    "view all", "see all", "show less", "mehr anzeigen", "mehr laden", "alle anzeigen", "voir plus",
    "afficher plus", "ver más", "cargar más", "leer más", "llegir més", "ver mais", "carregar mais",
    "mostra altro", "mostra di più", "meer laden", "meer tonen", "vis mere", "vis mer", "vis flere", "visa mer",
    "visa fler", "näytä lisää", "pokaż więcej", "zobrazit více", "mutass többet", "показать ещё", "показать еще",
    "показати більше", "показати ще", "загрузить ещё", "загрузить еще", "завантажити ще", "daha fazla göster",
    "daha fazla yükle", "もっと見る", "続きを見る", "查看更多", "加载更多", "더보기", "더 보기",
    "新規登録・ログイン", "log in or register", "log in or sign up", "login/register", "login / register",
    "sign in or register", "log in to comment", "already a subscriber? log in", "already a subscriber? sign in",
    "already a member? log in", "already have an account? log in", "already have an account? sign in",
    "forgot password", "forgot password?", "forgot your password?", "view our current issue", "view the e-paper",
    "最新消息", "zur startseite", "zurück zur startseite", "view gallery", "open gallery", "trending now",
    "阅读全文", "閱讀全文", "查看全文", "点击阅读全文", "展开全文", "展開全文", "点击展开全文", "点击查看更多",
    "點擊查看更多", "点击加载更多", "続きを読む", "글자크기 설정", "글자 크기 설정", "글자크기 조절", "글자 크기 조절",
    "مدة القراءة: دقيقة", "مدة القراءة: دقيقتان", "وقت القراءة: دقيقة", "وقت القراءة: دقيقتان",
    "image/svg+xml", "post views", "page views", "total views", "view author archive", "email the author",
    "get author rss feed", "artikel drucken", "beitrag drucken", "seite drucken", "imprimer cet article",
    "imprimer l'article", "imprimir artículo", "imprimir noticia", "imprimir esta nota", "imprimir notícia",
    "stampa questo articolo", "stampa articolo", "artikel printen", "drukuj artykuł", "версия для печати",
    "распечатать статью", "версія для друку", "haberi yazdır", "طباعة المقال", "打印本页", "打印本文",
    "この記事を印刷", "기사 인쇄", "listen to article", "listen to the article", "listen to this story",
    "listen to story", "listen to this post", "anhören", "artikel anhören", "beitrag anhören",
    "diesen artikel anhören", "artikel vorlesen", "écouter l'article", "écouter cet article",
    "écouter cet article en audio", "escuchar artículo", "escuchar el artículo", "escuchar este artículo",
    "escuchar noticia", "escuchar nota", "escucha este artículo", "escucha esta noticia", "ouvir artigo",
    "ouvir este artigo", "ouvir notícia", "ouça este conteúdo", "ascolta l'articolo", "ascolta questo articolo",
    "luister naar dit artikel", "beluister dit artikel", "lyssna på artikeln", "lyt til artiklen",
    "lytt til artikkelen", "lytt til saken", "kuuntele juttu", "kuuntele artikkeli", "posłuchaj artykułu",
    "odsłuchaj artykuł", "poslechnout článek", "прослушать статью", "прослушать новость", "прослушать новости",
    "слушать статью", "прослухати новину", "прослухати статтю", "haberi dinle", "haberi sesli dinle",
    "استمع إلى المقال", "استمع للمقال", "听新闻", "聽新聞", "收听本文", "この記事を聞く", "音声で聴く", "기사 듣기",
    "기사 음성으로 듣기", "इस खबर को सुनें", "खबर सुनें", "report a typo", "report an error", "report error",
    "report a mistake", "suggest a correction", "report a problem", "report a technical problem", "report an issue",
    "submit a correction", "request a correction", "fehler melden", "fehler im artikel melden",
    "technisches problem melden", "korrektur melden", "jetzt melden", "fehlerhinweis", "signaler une erreur",
    "signaler une faute", "signaler un problème", "reportar error", "reportar un error", "informar de un error",
    "informar un error", "avisar de un error", "notificar error", "reportar erro", "reportar um erro",
    "comunicar erro", "comunicar erros", "informar erro", "informar um erro", "segnala errore", "segnala un errore",
    "segnala refuso", "fout melden", "meld een fout", "fout gezien? meld het ons", "rapportera fel",
    "rapportera ett fel", "meld feil", "ilmoita virheestä", "zgłoś błąd", "zgłoś błąd w artykule", "nahlásit chybu",
    "nahlásiť chybu", "semnalează o eroare", "raportează o eroare", "сообщить об ошибке", "сообщить об опечатке",
    "сообщить об ошибке в тексте", "повідомити про помилку", "hata bildir", "yazım hatası bildir", "الإبلاغ عن خطأ",
    "بلغ عن خطأ", "گزارش خطا", "דיווח על טעות", "我要纠错", "我要报错", "纠错", "新聞報錯", "我要報錯", "誤字を報告",
    "誤字・脱字を報告", "오류 신고", "오류신고", "오탈자 신고", "오탈자신고", "ai summary", "ai-generated summary",
    "ai generated summary", "summary generated by ai", "generated by ai", "ki-zusammenfassung",
    "ki-generierte zusammenfassung", "résumé généré par l'ia", "resumen generado por ia", "resumo gerado por ia",
    "riassunto generato dall'ia", "samenvatting gemaakt door ai", "podsumowanie ai", "пересказ от ии",
    "сгенерировано ии", "ai摘要", "ai要約", "ai 요약", "कॉपी लिंक",
    "sns 기사보내기", "스크롤 이동 상태바", "다른 공유 찾기", "기사스크랩하기", "이 기사를 공유합니다", "기사검색",
    "전체메뉴", "전체메뉴 버튼", "상단영역", "본문영역", "하단영역", "다른기사 보기",
    "본문 글씨 줄이기 본문 글씨 키우기",
    "바로가기 본문 글씨 줄이기 본문 글씨 키우기", "view image in fullscreen", "view image in full screen",
    "explore more on these topics", "reuse this content", "addthis sharing buttons", "ad loading",
    "you have permission to edit this article", "submit a news tip",
    "kopírovat do schránky", "zkrácená adresa", "indirizzo copiato", "valuta la qualità di questo articolo",
)  # fmt: skip
_CONSENT = (
    "accept all", "accept all cookies", "accept cookies", "reject all", "reject all cookies", "decline all",
    "allow all",
    "allow all cookies", "i accept all", "accept and continue", "accept & continue", "accept and close",
    "necessary cookies only", "only necessary cookies", "manage preferences", "manage cookies", "manage consent",
    "save preferences", "save and close", "alle akzeptieren", "alle cookies akzeptieren", "alle ablehnen",
    "alles akzeptieren", "akzeptieren und weiter", "akzeptieren und schließen", "einwilligen und weiter",
    "nur notwendige",
    "nur notwendige cookies", "auswahl speichern", "cookie-einstellungen", "tout accepter", "tout refuser",
    "accepter et continuer", "accepter et fermer", "continuer sans accepter", "paramétrer les cookies", "aceptar todo",
    "aceptar todas", "aceptar todos", "aceptar todas las cookies", "aceptar cookies", "aceptar y continuar",
    "rechazar todo", "rechazar todas", "rechazar cookies", "configurar cookies", "aceitar todos", "aceitar tudo",
    "aceitar todos os cookies", "rejeitar todos", "rejeitar tudo", "accetta tutto", "accetta tutti",
    "accetta tutti i cookie", "rifiuta tutto", "rifiuta tutti", "continua senza accettare", "alles accepteren",
    "alle cookies accepteren", "alles weigeren", "alles afwijzen", "acceptera alla", "godkänn alla",
    "acceptera alla cookies", "avvisa alla", "neka alla", "accepter alle", "tillad alle", "afvis alle", "godta alle",
    "avvis alle", "hyväksy kaikki", "hylkää kaikki", "zaakceptuj wszystkie", "zaakceptuj wszystko",
    "akceptuję wszystkie", "odrzuć wszystkie", "odrzuć wszystko", "przejdź do serwisu", "přijmout vše",
    "odmítnout vše", "prijať všetko", "prijať všetky", "odmietnuť všetko", "összes elfogadása",
    "összes elutasítása", "acceptă toate", "accept toate", "respinge toate", "prihvati sve", "odbij sve",
    "прихвати све", "одбиј све", "sprejmi vse", "zavrni vse", "приеми всички", "отхвърли всички", "принять все",
    "принять всё", "отклонить все", "прийняти всі", "прийняти все", "відхилити всі", "αποδοχή όλων",
    "απόρριψη όλων", "tümünü kabul et", "tümünü reddet", "قبول الكل", "رفض الكل", "אשר הכל", "सभी स्वीकार करें",
    "terima semua", "tolak semua", "chấp nhận tất cả", "từ chối tất cả", "ยอมรับทั้งหมด", "全部接受", "接受所有",
    "接受全部", "全部拒绝", "全部拒絕", "すべて許可", "すべて許可する", "すべて拒否", "すべて拒否する",
    "すべてに同意する",
    "모두 동의", "모두 허용", "모두 거부", "acceptar-ho tot", "rebutjar-ho tot",
)  # fmt: skip
"""Buttons of a banner that asks for consent."""
_BUTTONS = (
    "facebook", "twitter", "x (twitter)", "whatsapp", "whats app", "telegram", "linkedin", "pinterest", "reddit",
    "tumblr", "flipboard", "viber", "vk", "messenger", "instagram", "youtube", "tiktok", "bluesky", "threads",
    "mastodon", "xing", "line", "rss", "email", "e-mail", "print", "copy", "copy link", "copy url", "pin it",
    "pin", "x", "fb", "google", "google+", "google +", "threema", "pocket", "like", "liked", "retweeted",
    "link kopieren", "copiar enlace", "copiar link", "copia link", "copier le lien", "kopier lenke",
    "копировать ссылку", "drucken", "imprimer", "imprimir", "stampa", "печать", "друк", "merken",
    "listen", "escuchar", "écouter", "ouvir", "ascolta", "luister", "lyssna", "прослушать", "слушать", "слухати",
    "dinle", "استمع", "듣기", "ツイート", "はてな", "はてなブックマーク", "素材dl", "slack", "talknote",
)  # fmt: skip
_MENU = (
    "home", "homepage", "home page", "start", "startseite", "accueil", "inicio", "início", "главная", "головна",
    "news", "nachrichten", "actualité", "actualités", "noticias", "notícias", "notizie", "nyheter", "nyheder",
    "uutiset", "wiadomości", "zprávy", "hírek", "știri", "vijesti", "vesti", "новости", "новини", "haberler",
    "haber", "أخبار", "الأخبار", "समाचार", "berita", "tin tức", "新闻", "新聞", "ニュース", "뉴스", "sport",
    "sports", "deportes", "esportes", "esporte", "спорт", "urheilu", "spor", "رياضة", "खेल", "体育", "スポーツ",
    "politics", "politik", "politique", "política", "politica", "polityka", "политика", "політика", "world",
    "welt", "monde", "mundo", "mondo", "мир", "світ", "dünya", "national", "international", "local", "regional",
    "opinion", "opinión", "opinião", "meinung", "business", "economy", "wirtschaft", "économie", "economía",
    "economia", "экономика", "економіка", "ekonomi", "culture", "kultur", "cultura", "культура", "lifestyle",
    "health", "gesundheit", "santé", "salud", "saúde", "technology", "tech", "science", "wissen", "wissenschaft",
    "entertainment", "celebrity", "showbiz", "travel", "weather", "wetter", "météo", "video", "videos", "vidéo",
    "vidéos", "photo", "photos", "gallery", "galleries", "podcast", "podcasts", "audio", "live", "tv", "radio",
    "e-paper", "epaper", "archive", "archives", "search", "suche", "suchen", "recherche", "rechercher", "buscar",
    "busca", "cerca", "поиск", "пошук", "menu", "menü", "menú", "close", "schließen", "fermer", "cerrar",
    "fechar", "chiudi", "закрыть", "закрити", "cancel", "abbrechen", "undo", "submit", "next", "weiter",
    "suivant", "siguiente", "prev", "previous", "back", "zurück", "more", "mehr", "plus", "login", "log in",
    "logout", "log out", "sign in", "sign out", "register", "anmelden", "abmelden", "registrieren", "einloggen",
    "log ind", "logga in", "logg inn", "connexion", "se connecter", "iniciar sesión", "entrar", "accedi",
    "inloggen", "zaloguj", "zaloguj się", "přihlásit", "войти", "регистрация", "увійти", "реєстрація", "giriş",
    "giriş yap", "my account", "my profile", "mein konto", "mon compte", "mi cuenta", "account", "subscription",
    "subscriptions", "abo", "abos", "contact", "contacts", "contact us", "kontakt", "kontakte", "contacto",
    "contatti", "контакт", "контакты", "контакти", "iletişim", "about", "about us", "über uns", "qui sommes-nous",
    "quiénes somos", "chi siamo", "о нас", "про нас", "о проекте", "hakkımızda", "help", "hilfe", "aide", "ayuda",
    "faq", "faqs", "sitemap", "site map", "career", "careers", "jobs", "advertise with us", "mediadaten",
    "media kit", "imprint", "impressum", "privacy", "privacy policy", "privacy notice", "datenschutz",
    "datenschutzerklärung", "cookies", "cookie policy", "cookie settings", "terms", "terms of use",
    "terms of service", "terms and conditions", "terms & conditions", "disclaimer", "nutzungsbedingungen", "agb",
    "mentions légales", "politique de confidentialité", "aviso legal", "política de privacidad", "privacidad",
    "termos de uso", "política de privacidade", "informativa privacy", "polityka prywatności", "regulamin",
    "политика конфиденциальности", "gizlilik politikası", "künye", "kurumsal", "blog", "blogs", "magazine",
    "magazines", "shop", "store", "events", "community", "forum", "games", "crossword", "obituaries",
    "classifieds", "real estate", "cars", "auto", "tags", "tag", "topics", "themen", "related", "popular",
    "most read", "most popular", "most viewed", "trending", "latest", "latest news", "top stories",
    "editor's picks", "editors' picks", "website", "apps", "mobile", "feedback", "advanced search", "username",
    "password", "email address", "e-mail address", "passwort", "save", "mute", "unmute", "fullscreen", "replay",
    "captions", "chapters", "subtitles", "queue", "podd", "poddar", "livsstil", "ekonomi", "editorial", "nation",
    "education", "cricket", "football", "fußball", "fútbol", "calcio", "nacional", "internacional",
    "internationales", "caption", "working", "jump to", "remember me", "kennwort", "create account",
    "create an account", "sie sind hier", "you are here", "vous êtes ici", "estás aquí", "usted está aquí",
    "você está aqui", "u bent hier", "jesteś tutaj", "вы здесь", "ви тут", "önceki", "sonraki", "приховати",
    "elige una edición", "トップ", "トップページ", "新着", "新着ニュース", "速報", "ランキング", "人気記事",
    "おすすめ", "注目の動画", "動画", "写真", "社会", "政治", "経済", "国際", "エンタメ", "天気", "会員登録",
    "ログイン", "ログアウト", "検索", "メニュー", "閉じる", "お問い合わせ", "プライバシーポリシー", "利用規約",
    "会社概要", "首页", "首頁", "新闻中心", "热点", "热门", "推荐", "要闻", "国内", "国际", "财经", "財經",
    "娱乐", "娛樂", "科技", "军事", "視頻", "视频", "图片", "专题", "专栏", "评论", "搜索", "搜尋", "登录",
    "登入", "注册", "註冊", "会员", "會員", "返回", "关闭", "關閉", "更多", "关于我们", "關於我們", "联系我们",
    "聯絡我們", "隐私政策", "隱私權政策", "网站地图", "홈", "로그인", "로그아웃", "회원가입", "검색", "메뉴",
    "닫기", "정치", "경제", "사회", "문화", "국제", "스포츠", "연예", "오피니언", "포토", "동영상",
    "많이 본 뉴스", "인기 기사", "회사소개", "개인정보처리방침", "이용약관", "होम", "देश", "विदेश", "मनोरंजन",
    "बिजनेस", "बिज़नेस", "टेक", "लाइफस्टाइल", "लाइफ स्टाइल", "वीडियो", "फोटो", "ई-पेपर", "राशिफल", "राज्य", "क्रिकेट",
    "बॉलीवुड", "शिक्षा", "लॉगिन", "संपर्क करें", "हमारे बारे में", "الرئيسية", "سياسة", "اقتصاد", "ثقافة", "فيديو",
    "صور", "محليات", "عربي ودولي", "منوعات", "تكنولوجيا", "اتصل بنا", "من نحن", "بحث", "تسجيل الدخول",
    "صفحه اصلی", "سیاسی", "اقتصادی", "ورزشی", "فرهنگی", "اجتماعی", "بین الملل", "تماس با ما", "درباره ما",
    "جستجو", "آرشیو", "anasayfa", "ana sayfa", "gündem", "magazin", "sağlık", "teknoloji", "yaşam", "foto galeri",
    "video galeri", "yazarlar", "eğitim", "bize ulaşın", "trang chủ", "thời sự", "thế giới", "kinh tế",
    "giải trí", "thể thao", "pháp luật", "giáo dục", "sức khỏe", "đăng nhập", "liên hệ", "beranda", "nasional",
    "internasional", "olahraga", "hiburan", "gaya hidup", "kesehatan", "masuk", "daftar", "tentang kami",
    "kontak", "общество", "в мире", "происшествия", "наука", "авто", "здоровье", "технологии", "вход",
    "подробнее", "о компании", "все новости", "лента новостей", "архив", "суспільство", "події", "здоров'я",
    "технології", "вхід", "усі новини", "архів", "strona główna", "kraj", "świat", "gospodarka", "zdrowie",
    "nauka", "rozrywka", "opinie", "pogoda", "domácí", "zahraniční", "ekonomika", "kultura", "komentáře", "úvod",
    "domov", "počasí", "zdraví", "belföld", "külföld", "gazdaság", "kultúra", "vélemény", "actualitate",
    "externe", "cultură", "sănătate", "hrvatska", "svijet", "ekonomija", "zabava", "društvo", "друштво", "свет",
    "економија", "забава", "българия", "икономика", "cronaca", "esteri", "spettacoli", "tecnologia", "salute",
    "à la une", "société", "sciences", "portada", "españa", "sociedad", "gente", "sucesos", "ciencia",
    "tecnología", "espectáculos", "capa", "brasil", "entretenimento", "binnenland", "buitenland", "economie",
    "cultuur", "wetenschap", "meest gelezen", "voorpagina", "indland", "udland", "erhverv", "debat", "vejr",
    "innenriks", "utenriks", "økonomi", "meninger", "inrikes", "utrikes", "ledare", "nöje", "kotimaa", "ulkomaat",
    "talous", "kulttuuri", "sää", "πολιτική", "οικονομία", "κόσμος", "αθλητισμός", "αθλητικά", "ελλάδα",
    "πολιτισμός", "επικοινωνία", "חדשות", "כלכלה", "ספורט", "תרבות", "דעות", "צור קשר", "אודות",
    "newsletter bestellen", "mein profil", "merkliste", "panorama", "gesellschaft", "reise", "digital",
    "finanzen", "mobilität", "karriere", "regionen", "werben", "leserbriefe",
    "principal", "judicial", "nación", "locales", "nacionales", "internacionales", "farándula", "columnistas",
    "editoriales", "clasificados", "educación", "turismo", "tendencias", "país", "polícia", "cidades", "colunas",
    "esportes", "política nacional", "provinz", "chronik", "kommunen", "faits divers", "régions", "rubriques",
)  # fmt: skip
_MINUTES = (
    r"(?:min(?:ut[eaionsy]{0,3}|uten|utter|uuttia)?|minūtes|мин(?:ут[аы]?)?|хв(?:илин[аи]?)?|dk|dakika|perc|λεπτά"
    r"|分钟|分鐘|分|분|دقائق|دقيقة|دقیقه)\.?"
)
_READ_IN = (
    "reading time", "read time", "estimated reading time", "estimated read time", "lesezeit",
    "geschätzte lesezeit", "lesedauer", "temps de lecture", "tiempo de lectura", "tempo de leitura",
    "tempo di lettura", "leestijd", "lästid", "læsetid", "lesetid", "lukuaika", "czas czytania", "doba čtení",
    "čas čítania", "olvasási idő", "время чтения", "время на чтение", "время прочтения", "час читання",
    "час на читання", "okuma süresi", "مدة القراءة", "وقت القراءة", "زمان مطالعه",
)  # fmt: skip
_READ = (
    "read", "listen", "watch", "de lecture", "de lectura", "de leitura", "di lettura", "lesezeit", "leestijd",
    "czytania", "lästid", "läsning", "læsetid", "lesetid", "lukuaika", "čtení", "čítania", "чтения", "читання",
    "okuma",
)  # fmt: skip
_VIEWED = (
    "просмотров", "просмотры", "переглядів", "перегляди", "lượt xem", "okunma", "görüntülenme", "visitas",
    "visualizações", "visualizzazioni", "wyświetleń", "zobrazení", "浏览", "浏览量", "阅读", "阅读量", "點閱",
    "點閱數", "閲覧数", "조회", "조회수",
)  # fmt: skip
_VIEWED_TIMES = (
    "lecturas", "visitas", "vistas", "vues", "leituras", "visualizações", "letture", "visualizzazioni",
    "aufrufe", "weergaven", "visningar", "visninger", "wyświetleń", "odsłon", "zobrazení", "přečtení", "megtekintés",
    "vizualizări", "прегледа", "просмотр(?:ов|а)?", "прочтени[йея]", "перегляд(?:ів|и)?", "görüntülenme", "okunma",
    "مشاهدة", "مشاهدات", "بازدید", "lượt xem", "次阅读", "次浏览", "次閱讀", "次瀏覽", "人阅读",
)  # fmt: skip
_COUNTS = (
    rf"\d{{1,3}}[ -]?{_MINUTES} {any_of(_READ)}",
    rf"{any_of(_READ_IN)}\s?:?\s{{0,2}}(?:ca\. ?|etwa |about |[~<] ?)?\d{{1,3}} ?{_MINUTES}(?: read)?",
    r"(?:post |page |total )?(?:views|reads|hits)\s?:(?:\s?\d[\d.,]{0,8}k?)?",
    rf"{any_of(_VIEWED)}\s?[:：]\s?\d[\d.,\u00a0]{{0,8}}",
    r"\d[\d.,]{0,8}k? ?(?:views|shares|retweets?|likes?|reads)",
    rf"\d[\d.,]{{0,8}}k? ?{any_of(_VIEWED_TIMES)}",
    r"durchschnittliche bewertung\s?[:：]\s?\d[.,]\d",
    r"issn\s?:?\s?\d{4}-\d{3}[\dx]",
    r"p\.? ?iva\s?:?\s?\d{11}",
    r"0?0:00\s?/\s?\d{1,3}:\d\d(?::\d\d)?",
    r"(?:کد خبر|شناسه خبر|کد مطلب|شماره خبر)\s?[:：]?\s?\d{2,12}",
)
_AGO = (
    ("(?:about |over |almost )?", "secs? seconds? mins? minutes? hrs? hours? [hd] days? weeks? months? years?", " ago"),
    ("vor ", "sekunden? minuten? stunden? tag(?:en)? wochen? monat(?:en)? jahr(?:en)?", ""),
    ("il y a ", "secondes? minutes? min heures? h jours? semaines? mois ans?", ""),
    ("hace ", "segundos? minutos? min horas? h días? semanas? mes(?:es)? años?", ""),
    ("há ", "segundos? minutos? min horas? h dias? semanas? mês meses anos?", ""),
    ("", "second[oi] minut[oi] min or[ae] giorn[oi] settiman[ae] mes[ei] ann[oi]", " fa"),
    ("", "seconden? minuten? min uur dag(?:en)? weken week maanden? jaar", " geleden"),
    ("(?:for )?", "sekunder? minut(?:ter|er)? min timer? dage? uger? uker? måneder? år", " siden"),
    ("(?:för )?", "sekunder minuter min timm(?:e|ar) dag(?:ar)? dygn veckor månader år", " sedan"),
    ("", "sekuntia minuuttia min tuntia päivää viikkoa kuukautta vuotta", " sitten"),
    ("", "sekund[yę]? minut[yę]? min\\.? godzin[yę]? godz\\.? dni tygodnie? miesiąc[ey]? miesięcy lata?", " temu"),
    ("před ", "minutami hodinami dny týdny měsíci lety", ""),
    ("pred ", "minútami hodinami dňami týždňami mesiacmi rokmi", ""),
    ("", "perce órája napja hete hónapja éve", ""),
    ("acum ", "secunde minute? or[eă] zile săptămâni luni ani", ""),
    ("pri?je ", "minut[ae]? sat[ai]? dana? t?jedana? mjesec[ia]? godin[ae]", ""),
    ("пре ", "минут[ае]? сат[аи]? дана? недеље месец[иа]? године", ""),
    ("преди ", "минути часа? дни дена седмици месеца? години", ""),
    ("πριν (?:από )?", "λεπτά ώρες ημέρες μέρες εβδομάδες μήνες χρόνια", ""),
    (
        "",
        "секунд[уы]? минут[уы]? мин\\.? час(?:а|ов)? ч\\.? день дн(?:я|ей) недел[юиь] месяц(?:а|ев)? лет года?",
        " назад",
    ),
    (
        "",
        "секунд[уи]? хвилин[уи]? хв\\.? годин[уи]? год\\.? день дн(?:і|ів) тиж(?:день|ні|нів) місяці?в? рок(?:и|ів)",
        " тому",
    ),
    ("", "saniye dakika dk saat gün hafta ay yıl", " önce"),
    ("(?:منذ|قبل) ", "ثانية دقيقة دقائق ساعة ساعات يوم أيام أسبوع أسابيع شهر أشهر", ""),
    ("", "دقیقه ساعت روز هفته ماه سال", " (?:پیش|قبل)"),
    ("לפני ", "דקות שעות ימים שבועות חודשים", ""),
    ("", "मिनट घंटे घंटा दिन सप्ताह महीने साल", " पहले"),
    ("", "মিনিট ঘণ্টা দিন", " আগে"),
    ("", "menit jam hari minggu bulan tahun", " (?:yang )?lalu"),
    ("", "phút giờ ngày tuần tháng năm", " trước"),
    ("", "นาที ชั่วโมง วัน", "(?:ที่แล้ว|ที่ผ่านมา)"),
    ("", "分钟 分鐘 小时 小時 天 周 个月 年", "前"),
    ("", "分 時間 日 週間 か月 年", "前"),
    ("", "분 시간 일 주 개월 년", " ?전"),
)
"""How an age is written: what stands before the number, the units behind it, and what stands behind these."""
_CALLS = (
    "share", "tweet", "retweet", "subscribe", "sign up", "newsletter", "newsletters", "follow", "follow us",
    "donate", "teilen", "folgen", "abonnieren", "partager", "suivre", "compartir", "seguir", "compartilhar",
    "condividi", "delen", "del", "dela", "udostępnij", "sdílet", "поделиться", "подписаться", "поділитися",
    "paylaş", "share this", "reply", "kommentare", "kommentieren", "comments",
)  # fmt: skip
"""What EXT004 and EXT011 report: they make a menu of their neighbours, and are none of it."""
_GLUED = (
    "facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "messenger", "instagram",
    "viber", "e-?mail", "print", "copy(?: link)?", "teilen", "kommentare", "merken", "drucken", "pocket",
    "flipboard",
)  # fmt: skip
_NAMES = (
    "Facebook", "Twitter", "WhatsApp", "Whatsapp", "Telegram", "Linked[Ii]n", "Pinterest", "Reddit", "Messenger",
    "Instagram", "Viber", "You[Tt]ube", "TikTok", "E-?[Mm]ail", "EMail", "Flipboard", "Copy [Ll]ink", "Print", "Tumblr",
    "Pocket", "Bluesky", "Threads", "Google ?\\+", "RSS", "Snapchat", "Odnoklassniki", "VKontakte", "X(?: - Twitter)?",
)  # fmt: skip
_FOOT = (
    "[Pp]rivacy [Pp]olicy", "[Pp]rivacy [Nn]otice", "[Pp]rivacy [Ss]tatement", "[Tt]erms of [Uu]se",
    "[Tt]erms of [Ss]ervice", "[Tt]erms (?:&|and) [Cc]onditions", "[Cc]ookie [Pp]olicy", "[Cc]ookie [Ss]ettings",
    "[Cc]ontact [Uu]s", "[Cc]ontact [Ii]nfo", "[Aa]bout [Uu]s", "[Aa]dvertise [Ww]ith [Uu]s", "[Ww]ork [Ff]or [Uu]s",
    "[Cc]opyright [Pp]olicy", "[Cc]ommunity [Gg]uidelines", "Ad ?Choices", "Your California Privacy Rights",
    "Do Not Sell My Personal Information", "Site ?[Mm]ap", "Impressum", "Datenschutzerklärung", "Nutzungsbedingungen",
    "Mentions [Ll]égales", "Politique de confidentialité", "Plan du site", "Aviso [Ll]egal",
    "Política de [Pp]rivacida(?:d|de)", "Política de [Cc]ookies", "Quiénes [Ss]omos", "Termos de [Uu]so",
    "Fale [Cc]onosco", "Chi [Ss]iamo", "Note [Ll]egali", "Informativa [Pp]rivacy", "Privacybeleid",
    "Algemene [Vv]oorwaarden", "Polityka [Pp]rywatności", "Политика конфиденциальности", "Пользовательское соглашение",
    "Політика конфіденційності", "Gizlilik [Pp]olitikası", "プライバシーポリシー", "利用規約", "お問い合わせ",
    "关于我们", "联系我们", "隐私政策", "關於我們", "聯絡我們", "개인정보처리방침", "이용약관", "Kebijakan Privasi",
    "Tentang Kami",
)  # fmt: skip
_BESIDE_FOOT = (
    "Code of Ethics", "Press Code", "Complaints Procedure", "Feedback", "RSS", "FAQs?", "Newsletters?", "Careers",
    "Jobs", "Help", "Advertise", "Subscribe", "Archives?", "Datenschutz", "AGB", "Mediadaten", "Kontakt", "CGU", "CGV",
    "Contact", "Contacto", "Contatti", "Regulamin", "О компании", "О проекте", "Контакты", "Про нас", "Контакти",
    "Künye", "İletişim", "会社概要", "网站地图", "회사소개", "Hubungi Kami",
)  # fmt: skip
"""Words of texts too; they are links at the foot of a page beside one that is nothing else."""

_EDGES = " \t\r\u00a0\u200b-–—_•·|*»«›‹>►▼▲→←↑+[]().:…!"
_VIDEO_LINK = "link des videos"
_COUNTERS = frozenset(("post views", "page views", "total views"))
_ASKS = "?:？：؟"
_STOPS = ".!。！"
_CONSENT_BUTTONS = frozenset(_CONSENT)
_BESIDE = frozenset(BESIDE)
_CERTAIN = frozenset((*_ADS, *_AROUND_ADS, *_MESSAGES, *_CONSENT, *ACCOUNTS, *SENT, *PLAYERS, *BESIDE))
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(_MENU, "menu"), **dict.fromkeys(_BUTTONS, "button"), **dict.fromkeys(_CALLS, "call"),
    **dict.fromkeys(_CERTAIN, "certain"),
}  # fmt: skip
_DIGIT = re.compile(r"\d")
_SECTION = re.compile(r"[^\W\d_][^\W\d_&'’-]*(?:[ ](?:(?:&|y|e|et|und|and|и|та)[ ])?[^\W\d_][^\W\d_&'’-]*)?")
_NUMBERED = re.compile(r"(\D{2,30}?) ?[1-9]")
_AGES = tuple((before, f"{any_of(units.split())}{after}") for before, units, after in _AGO)
AGES = tuple(rf"{before}\d{{1,2}} ?{rest}" for before, rest in _AGES)
"""Patterns of how long ago something was: "5 hours ago"."""
# What begins with the number is one pattern behind it, so that the number is read once and not forty times.
_AGE = re.compile(
    any_of(
        (
            rf"\d{{1,2}} ?{any_of(rest for before, rest in _AGES if not before)}",
            *(rf"{before}\d{{1,2}} ?{rest}" for before, rest in _AGES if before),
        )
    )
)
_COUNTED = re.compile(any_of(_COUNTS))
_PARTED = r"[ \u00a0|·•/]{0,3}"
_ROWS = tuple(
    re.compile(rf"{any_of(each)}(?:{_PARTED}{any_of(each)}){{{BUTTON_NAMES - 1},15}}(?![a-z])")
    for each in (_NAMES, (*_FOOT, *_BESIDE_FOOT))
)
_ROW_CHARACTERS = 150
_FIRST_LETTERS = 3
_FIRST_BUTTONS = frozenset(name[:_FIRST_LETTERS] for name in (*_GLUED, "email", "e-mail"))
_LENGTH = re.compile(r"\d{1,3}:\d\d min")
"""How long a video is, in its line: ``01:30 min``. A time of a race is written so too."""
_SENT_ON = re.compile(
    r"(?:sns ?기사보내기 ?)?(?:[^\W\d_]{2,8}\(으\)로 ?기사보내기 ?){1,8}(?:다른 공유 찾기)?(?: ?기사스크랩하기)?"
)
"""The buttons of the system that many Korean papers are made with: ``페이스북(으)로 기사보내기``."""
_BUTTON_ROW = re.compile(rf"{any_of(_GLUED)}(?:[ |·•/]{{0,3}}{any_of(_GLUED)}){{1,12}}")


TRIGGERS = (
    Trigger(rf"{any_of(_NAMES)}[ |·•/]{{0,3}}{any_of(_NAMES)}"),
    *map(Trigger, together(_FOOT)),
)
"""Whatever is a row inside a line has a match of one of these."""


def rows_at(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the rows, of networks or of links at a page's foot, that hold the hit ``text[start:end]``."""
    floor, ceiling = max(0, start - _ROW_CHARACTERS), min(len(text), end + _ROW_CHARACTERS)
    for rows in _ROWS:
        for row in rows.finditer(text, floor, ceiling):
            if row.start() < end and start < row.end():
                yield Piece(*row.span())


def labels(text: str, paragraphs: Paragraphs) -> list[Piece]:
    """Return the labels of *text*, those that stand in a row as one piece, and its menus."""
    kinds = [
        kind_of(text[start:end]) if end - start <= LABEL_CHARACTERS else None
        for start, end in zip(paragraphs.starts, paragraphs.ends, strict=True)
    ]
    if not any(kinds):
        return []
    _leave_lists(text, paragraphs, kinds)
    _leave_explained(text, paragraphs, kinds)
    _take_numbers(text, paragraphs, kinds)
    return [*_labels(text, paragraphs, kinds), *_menus(text, paragraphs, kinds)]


def _leave_lists(text: str, paragraphs: Paragraphs, kinds: list[Kind | None]) -> None:
    """Take the words of menus out of *kinds* that a sentence announces: ``On the ballot are these groups: …``."""
    for index, start, end in zip(count(), paragraphs.starts, paragraphs.ends, strict=False):
        if text[end - 1] not in ":：" or kinds[index] is not None or not _announces(text[start:end]):
            continue
        last = index + 1
        while last < len(kinds) and (kinds[last] or _is_section(_line(text, paragraphs, last))):
            last += 1
        known = [kind for kind in kinds[index + 1 : last] if kind is not None]
        if 2 * known.count("menu") > len(known):
            kinds[index + 1 : last] = [None] * (last - index - 1)


def _announces(line: str) -> bool:
    if UNSPACED.search(line):
        return len(line) * DENSER >= ANNOUNCED_CHARACTERS
    return len(line) >= ANNOUNCED_CHARACTERS and len(line.split()) >= ANNOUNCED_WORDS


def _leave_explained(text: str, paragraphs: Paragraphs, kinds: list[Kind | None]) -> None:
    """Take the buttons for consent out of *kinds* that an article explains one by one, below a question or a colon."""
    buttons = [index for index, kind in enumerate(kinds) if kind == "certain" and _is_consent(text, paragraphs, index)]
    explained = -1
    for first, second in pairwise(buttons):
        is_asked = first > 0 and text[paragraphs.ends[first - 1] - 1] in _ASKS
        is_between = second == first + 2 and kinds[first + 1] is None and text[paragraphs.ends[first + 1] - 1] in _STOPS
        if is_between and (is_asked or explained == first):
            kinds[first] = kinds[second] = None
            explained = second


def _take_numbers(text: str, paragraphs: Paragraphs, kinds: list[Kind | None]) -> None:
    """Take a number for a label that the counter above it counts, and how long a video is above the link to it."""
    for index, kind in enumerate(kinds[:-1]):
        if kind is None and kinds[index + 1] == "certain":
            link = _line(text, paragraphs, index + 1).strip(_EDGES).lower()
            if link == _VIDEO_LINK and _LENGTH.fullmatch(_line(text, paragraphs, index).strip(_EDGES)):
                kinds[index] = "certain"
        if kind == "certain" and _line(text, paragraphs, index).strip(_EDGES).lower() in _COUNTERS:
            number = _line(text, paragraphs, index + 1)
            if number and number.replace(",", "").replace(".", "").isdecimal():
                kinds[index + 1] = "certain"


def _is_consent(text: str, paragraphs: Paragraphs, index: int) -> bool:
    return _line(text, paragraphs, index).strip(_EDGES).lower() in _CONSENT_BUTTONS


def _line(text: str, paragraphs: Paragraphs, index: int) -> str:
    """Return the paragraph at *index* if it is short enough for a label."""
    start, end = paragraphs.starts[index], paragraphs.ends[index]
    return text[start:end] if end - start <= LABEL_CHARACTERS else ""


def _labels(text: str, paragraphs: Paragraphs, kinds: Sequence[Kind | None]) -> Iterator[Piece]:
    row: list[tuple[Piece, Kind]] = []
    for start, end, kind in zip(paragraphs.starts, paragraphs.ends, kinds, strict=True):
        if kind is not None:
            row.append((Piece(start, end), kind))
        elif row and text[start:end].strip(_EDGES):  # marks alone part nothing: "About us", "|", "Contact"
            yield from _in_row(row)
            row = []
    yield from _in_row(row)


def _menus(text: str, paragraphs: Paragraphs, kinds: Sequence[Kind | None]) -> Iterator[Piece]:
    """Yield rows of short lines of which half are words of menus: those between them are sections of one paper."""
    if not _has_short_lines(paragraphs):
        return
    row: list[tuple[Piece, Kind | None]] = []
    for start, end, kind in zip(paragraphs.starts, paragraphs.ends, kinds, strict=True):
        line = text[start:end] if end - start <= LABEL_CHARACTERS else ""
        if kind != "call" and (kind or _is_section(line)):
            row.append((Piece(start, end), kind))
        elif not line or line.strip(_EDGES):
            yield from _menu(row, paragraphs.starts[0])
            row = []
    yield from _menu(row, paragraphs.starts[0])


def _has_short_lines(paragraphs: Paragraphs) -> bool:
    """Return whether six lines in a row are as short as those of a menu: in most articles hardly two are."""
    short = 0
    for start, end in zip(paragraphs.starts, paragraphs.ends, strict=True):
        short = short + 1 if end - start <= LABEL_CHARACTERS else 0
        if short == SECTION_LINES:
            return True
    return False


def _is_section(line: str) -> bool:
    words = line.strip(_EDGES)
    most = SECTION_CHARACTERS // (DENSER if UNSPACED.search(words) else 1)
    return len(words) <= most and line.rstrip()[-1:] not in ".!?:…。！？" and _SECTION.fullmatch(words) is not None


def _menu(row: Sequence[tuple[Piece, Kind | None]], top: int) -> Iterator[Piece]:
    known = [index for index, (_, kind) in enumerate(row) if kind is not None]
    if len(row) < SECTION_LINES or not known:
        return
    # Nothing of an article opens it with many lines of one word, so that fewer known ones tell at the *top* of a text.
    is_top = row[0][0].start == top and len(known) >= MENU_LINES and len(known) * TOP_SHARE >= known[-1] + 1
    if is_top and known[-1] + 1 >= SECTION_LINES:
        yield Piece(top, row[known[-1]][0].end)
        return
    # What stands at its ends and is of no menu may be of the text: a name, a heading.
    lines = known[-1] + 1 - known[0]
    if lines >= SECTION_LINES and len(known) * 2 >= lines:
        yield Piece(row[known[0]][0].start, row[known[-1]][0].end)


def own_address(text: str, paragraphs: Paragraphs, url: str) -> Iterator[Piece]:
    """Yield the lines that are the address *url* of the article itself."""
    address = _bare(url)
    if not address or address not in text:
        return
    for start, end in zip(paragraphs.starts, paragraphs.ends, strict=True):
        if end - start <= len(url) + LABEL_CHARACTERS and _bare(text[start:end].strip(" \t<>[]()")) == address:
            yield Piece(start, end)


def _bare(url: str) -> str:
    """Return *url* without what one page may have or not; nothing for the address of a whole site."""
    bare = url.strip().partition("://")[2].removeprefix("www.").rstrip("/")
    return bare if "/" in bare else ""


def is_beside(text: str, label: Piece) -> bool:
    """Return whether *label* begins with a link to the article before or behind this one."""
    return text[label.start : label.end].partition("\n")[0].strip(_EDGES).lower() in _BESIDE


def kind_of(line: str) -> Kind | None:
    """Return what kind of label *line* is, if it can be one."""
    words = line.strip(_EDGES).lower().replace("’", "'")
    kind = _KINDS.get(words)
    if kind is None and words[:_FIRST_LETTERS] in _FIRST_BUTTONS and _BUTTON_ROW.fullmatch(words):
        return "certain"
    if kind is None and "기사보내기" in words and _SENT_ON.fullmatch(words):
        return "certain"
    if kind is None and len(words) <= COUNT_CHARACTERS and _DIGIT.search(words):
        return "certain" if _is_counted(words) or _is_age(line, words) else None
    return kind


def _is_counted(words: str) -> bool:
    """Return whether *words*, with a number in them, are a counter or a numbered label."""
    numbered = _NUMBERED.fullmatch(words) if words[-1].isdigit() else None
    return bool(numbered and numbered[1] in _CERTAIN) or _COUNTED.fullmatch(words) is not None


def _is_age(line: str, words: str) -> bool:
    """Return whether *line*, with a number in its *words*, is an age; "Hace 36 años." is a sentence, if a short one."""
    return _AGE.fullmatch(words) is not None and not (line[0].isupper() and line.endswith("."))


def _in_row(row: Sequence[tuple[Piece, Kind]]) -> Iterator[Piece]:
    """Yield what of the neighbours *row* is a label: all where they are a menu, else what is one by itself."""
    menu = len(row) >= MENU_LINES or (len(row) >= BUTTON_LINES and all(kind != "menu" for _, kind in row))
    before: Piece | None = None
    for piece, kind in row:
        if kind == "certain" or (menu and kind != "call"):
            before = piece if before is None else Piece(before.start, piece.end)
        elif before is not None:
            yield before
            before = None
    if before is not None:
        yield before
