"""Captions and credits: whose picture, whose text.

A credit is known by its label and by what stands behind it, which is a name and no sentence (``Foto: Ada Fenwick``), or
by an agency that stands alone, in brackets at the end of its line, or beside a name and a slash. A short line that
ends with a credit is a caption.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from newslint.facts.furniture.notices import has_notice
from newslint.facts.furniture.pieces import Piece, is_quoted, line_at, sentence_at, stripped
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Trigger

CAPTION_CHARACTERS = 300
"""A line of at most this length that ends with a credit is a caption as a whole, unless the credit is of the text."""
CREDIT_CHARACTERS = 110
"""A credit has at most this many characters, its label included: names of a photographer, an agency and a client."""
UNSPACED_CHARACTERS = 40
"""The same where words are not spaced, or a script has no capitals to tell names by."""
SIGN_OFF_CHARACTERS = 220
"""``(Reporting by …; Editing by …)`` is at most this long."""
TITLE_CHARACTERS = 250
"""The title of a post in the last sentence of a feed's entry has at most so many."""
SOURCE_WORDS = 8
"""What stands behind ``Source:`` alone in its line has at most so many words."""
CAPTION_SENTENCES = 3
"""A caption has at most so many sentences; what has more is the last paragraph of a text and ends with a credit."""
SURE_VALUE = 6
"""So many words behind a label that tells of nothing else are no sentence: ``Photo credit: ada via Orlec Commons``."""
SHORT_VALUE = 3
"""So many words behind a label are no sentence, capitals or not: ``Foto: privat``."""
LOWER_SHARE = 0.36
"""Longer credits have at most this share of words that begin with a small letter, connecting words not counted."""

_LABELS = (
    "photos?", "photo credits?", "photo source", "photographs?", "photographer", "photography",
    "photo illustration", "file photo", "pictures?", "(?:featured |cover |main |lead |header )?images?",
    "(?:featured |cover |main |lead |header )?image credits?", "image source", "illustrations?", "credits?",
    "picture credits?", "graphics?", "screen ?grab", "screenshot", "cartoon", "fotos?", "bild(?:er)?", "bildquelle",
    "bildrechte", "bildnachweis", "foto-?credits?", "fotoquelle", "symbol(?:bild|foto)", "archiv(?:bild|foto)",
    "titelbild", "beitragsbild", "grafik", "fotograf(?:in)?", "fotomontage", "crédits?",
    "fotos? (?:und|&) (?:styling|video)", "photos? (?:and|&) (?:styling|video)",
    "crédits? ?(?:photos?|images?|illustration)", "photographie", "visuel", "photos? d[’']illustration",
    "photos? d[’']archives?", "fotograf[ií]as?", "im[aá]gene?s?", "créditos?",
    "créditos? (?:da|de la|de) (?:foto|imagem|imagen)", "captura", "ilustraci[oó]n", "fotos? de archivo",
    "infograf[ií]a", "imagem", "imagens", "fotos?[ /]reprodução", "reprodução", "divulgação", "ilustração",
    "immagin[ei]", "crediti", "foto d[’']archivio", "infografica", "beeld", "fotograaf", "afbeelding",
    "illustratie", "arkivbild", "arkivfoto", "billede", "bilde", "illustrasjon", "kuvat?", "kuvaaja", "arkistokuva",
    "kuvituskuva", "mynd", "ljósmynd", "fot\\.", "zdjęci[ea]", "źródło zdjęcia", "ilustracja",
    "autor fot(?:o|ografie|ografi[ií])", "snímek", "ilustrační (?:foto|snímek)", "ilustračné foto", "snímka",
    "zdroj (?:foto|fotografie)", "fotók?", "kép", "képek", "fénykép", "illusztráció", "fotó forrása",
    "surs[aă] (?:foto|imagine|fotografie)", "imagine", "credit foto", "fotografi[ije]", "izvor fotografije",
    "slika", "снимк[аи]", "фото", "фотография", "фотограф", "снимок", "иллюстрация", "изображение", "источник фото",
    "коллаж", "скрин(?:шот)?", "инфографика", "світлин[аи]", "зображення", "знімок", "скріншот", "ілюстрація",
    "джерело фото", "колаж", "інфографіка", "фота", "фотаздымак", "здымак", "слика", "извор фотографије",
    "φωτογραφί(?:α|ες)", "φωτ[οό]", "εικόνα", "πηγή φωτογραφίας", "fotoğraf(?:lar)?", "görsel", "şəkil",
    "(?:ال)?صور(?:ة)?", "تصوير", "مصدر الصورة", "عدسة", "عکس", "عکاس", "تصویر", "צילום", "צילומים", "תמונה",
    "קרדיט", "קרדיט צילום", "תצוגה", "فوٹو", "फ़?ोटो", "फोटो", "फोटो क्रेडिट", "तस्वीर", "साभार", "ছবি",
    "फोटो सौजन्य", "புகைப்படம்", "gambar", "ilustrasi", "sumber (?:foto|gambar)", "ảnh", "ảnh minh họa", "hình ảnh",
    "nguồn ảnh", "ภาพ", "เครดิตภาพ", "ที่มาภาพ", "图片来源", "圖片來源", "图源", "圖源", "图片", "圖片", "图", "圖",
    "攝影", "摄影", "供图",
    "资料图", "责任编辑", "責任編輯", "责编", "責編", "資料照", "資料照片", "写真", "写真提供", "画像", "画像提供",
    "撮影", "提供", "イラスト", "사진", "사진 ?제공",
    "사진 ?출처", "이미지", "이미지 ?출처",
    "picha", "pilt", "attēls", "nuotrauka", "imatge", "ფოტო", "լուսանկար(?:ը|ներ)?", "сурет", "surat", "rasm",
    "nyitókép", "borítókép", "ilustrační fotografie", "bài(?: và|,) ảnh", "文[並并][圖图]", "ఫోటో", "ફોટો", "તસવીર",
    "ਫੋਟੋ", "ഫോട്ടോ", "तस्बिर", "وێنە", "wêne", "ፎቶ", "hoto",
    "(?:tavsiya|taqdim) etilgan rasm",
)  # fmt: skip
"""What a credit opens with, before a colon."""

_SOURCES = (
    "source", "rechte", "quelle", "fuente", "fonte", "bron", "källa", "kilde", "lähde", "źródło", "zdroj", "forrás",
    "surs[aă]", "izvor", "vir", "извор", "източник", "источник", "джерело", "крыніца", "πηγή", "kaynak", "المصدر",
    "منبع", "מקור", "स्रोत", "सोर्स", "সূত্র", "sumber", "nguồn", "ที่มา", "(?:文章|信息|消息|新闻|稿件|资料|内容|本文)?来源",
    "(?:文章|資料|新聞|消息|稿件|內容|本文)?來源", "出典", "출처", "allikas",
    "avots", "šaltinis", "chanzo", "mənbə", "manba", "дереккөз", "эх сурвалж", "աղբյուր(?:ը)?", "წყარო", "మూలం", "સ્રોત",
    "ਸਰੋਤ", "سەرچاوە", "çavkanî", "ምንጭ", "original source", "fonte original[e]?", "fuente original", "originalquelle",
)  # fmt: skip
"""Labels of a source of text or figures, which count alone in their line."""

_BY = (
    (
        "(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|screengrab|screenshot)"
        " (?:by|via|from|courtesy(?: of)?|provided by|supplied by)"
    ),
    "(?:image |photo |picture )?courtesy(?: of|:)", "(?:foto|bild|illustration|grafik) (?:von|via)",
    "photos? (?:de|par)", "fotos? (?:de|di|por|cedida por|cortesía de)", "cortes[ií]a(?: de|:)",
    "per gentile concessione di", "(?:foto|beeld) (?:van|via|door)", "foto av", "foto af", "zdjęcie autorstwa",
    "фото (?:из|с|со|от|автора)", "фото (?:з|із|зі|від)", "surat muallifi", "rasm muallifi", "ảnh (?:của|do)",
    "foto oleh", "foto dok\\.?", "fot\\.", "credit(?:\\.{3}|…)",
)  # fmt: skip
"""What opens a credit without a colon: a name has to follow, and the line or the bracket to end behind it."""

_SENTENCES = (
    "(?:taqdim etilgan|tavsiya etilgan|tanlangan) (?:rasm|tasvir)", "featured image (?:via|by|courtesy|from)",
    "featured (?:photo|image):", "(?:image|photo) credits? goes to", "(?:rasm|tasvir)[a-z]{0,3} orqali olingan",
    "mandatory credit", "no resales", "no archives", "(?:for )?editorial use only", "attention editors",
)  # fmt: skip
"""What makes a short sentence a credit wherever in it these words stand."""

_REPUBLISHED = (
    (
        "this (?:article|story|post|piece|report|essay|column|interview) (?:was |has been )?"
        "(?:originally|first|also) (?:appeared|published|posted)"
    ),
    "the content originally appeared on",
    "dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|ursprünglich) (?:bei|im|in|auf)",
    "cet article (?:a été|est) (?:initialement |d[’']abord )?publié (?:initialement |d[’']abord )?(?:sur|dans|par)",
    "este art[ií]culo (?:fue|se) public(?:ado|ó) (?:originalmente|primero|por primera vez)",
    "este artigo foi (?:originalmente publicado|publicado originalmente)",
    "questo articolo è (?:stato )?(?:pubblicato|apparso) (?:originariamente|per la prima volta)",
    "dit artikel (?:verscheen|is) (?:eerder|eerst|oorspronkelijk)", "ten (?:artykuł|tekst) (?:pierwotnie )?ukazał się",
    "(?:статья|материал) (?:впервые|изначально) (?:был[ао]? )?(?:опубликован|вышл)",
    "(?:стаття|матеріал) (?:вперше|спочатку) (?:бу(?:ла|в) )?(?:опублікован|вийш)",
)  # fmt: skip
"""What makes a short sentence a note on where the text was published before."""

_FEEDS = {
    "the post ": "(?:appeared first on|first appeared on|is provided by)", "der beitrag ": "erschien zuerst auf",
    "article ": "est apparu en premier sur", "la entrada ": "(?:se publicó primero en|aparece primero en)",
    "o post ": "apareceu primeiro em", "o conteúdo ": "aparece primeiro em", "articolo ": "proviene da",
    "het bericht ": "verscheen eerst op", "запись ": "впервые появилась", "сообщение ": "появились сначала на",
    "запис ": "(?:спершу|вперше) з[’'ʼ]яви(?:вся|ться) на", "artykuł ": "pochodzi z serwisu",
    "příspěvek ": "se nejdříve objevil na",
    "inlägget ": "dök först upp på", "indlægget ": "blev først udgivet på", "innlegget ": "dukket først opp på",
    "artikkeli ": "julkaistiin ensimmäisen kerran", "-ul ": "apare prima dată (?:în|pe)",
    "articolul ": "apare prima dată (?:în|pe)", "objava ": "pojavila se prvi puta na",
    "το άρθρο ": "εμφανίστηκε πρώτα στο", "публикацията ": "се появи първо в",
    "ظهرت المقالة ": "أول(?:اً|ًا|ا) على",
    "(?:المقال|المقالة) ": "ظهرت? أول(?:اً|ًا|ا) على", "نوشته ": "اولین بار در",
    "הפוסט ": "הופיע (?:לראשונה|ראשון) ב[-־]", "bài viết ": "(?:đã )?xuất hiện đầu tiên (?:vào ngày|tại)",
    "įrašas ": "(?:pirmiausia|pirmą kartą) (?:pasirodė|paskelbtas)", "príspevok ": "zobrazený najskôr",
    "чланак ": "се (?:појављује|појавио) прво на", "објава ": "(?:се појављује|се појавила|појавила се) прво на",
    "članak ": "se (?:pojavljuje|pojavio) prvo na",
    "artikel ": "pertama kali tampil pada", "postitus ": "ilmus esmalt", "投稿 ": "に最初に表示されました",
}  # fmt: skip
"""How a feed of WordPress ends an entry: what stands before the title of the post, and between it and the outlet."""

_SYNDICATED = (
    "(?:this|the) (?:story|article|copy) has not been (?:edited|created) by [^\\n.]{2,50}(?:staff|team|desk)",
    "generated from a syndicated feed",
    "published from a (?:wire agency|news agency|syndicated) feed",
    "this article has been contributed by",
    "our standards: the [^\\n.]{2,40} principles",
    "original-content von:",
    "distributed (?:by|via) public[^\\n.]{0,30} unedited and unaltered",
    "this (?:article|story|post) was written by [^\\n.]{2,40} and (?:originally|first) (?:published|appeared)",
)
"""What makes a sentence a note on who made the text, which may be longer."""

_ARCHIVED = (
    "(?:file|stock) (?:photo|image|picture)s?", "(?:representative|representational) (?:image|photo|picture)",
    "archiv(?:bild|foto)", "symbol(?:bild|foto)", "(?:im[aá]gen|fotos?|fotograf[ií]a) de archivo",
    "(?:imagen|foto) ilustrativa", "photos? d[’']archives?", "photos? d[’']illustration", "image d[’']illustration",
    "foto d[’']archivio", "(?:foto|imagem) de arquivo", "(?:foto|imagem) ilustrativa", "archieffoto",
    "arkiv(?:bild|foto)",
    "arkistokuva", "kuvituskuva", "zdjęcie (?:ilustracyjne|archiwalne)", "ilustrační (?:foto|snímek)",
    "ilustračné foto", "ilustrační fotografie",
    "архивное фото", "фото из архива", "иллюстративное фото", "архівне фото", "фото з архіву", "ілюстративне фото",
    "(?:صورة )?[أا]رشيفية", "(?:相关)?资料图片?", "资料照片?", "資料照片?", "資料写真", "자료 ?사진", "foto arsip",
    "arşiv(?: fotoğrafı)?",
)  # fmt: skip
"""What says alone in its line that a picture is an old one, or one of something else."""
_PICTURES = ("photos?", "fotos?", "bild", "beeld", "kuva", "фото", "ảnh", "im[aá]gen", "صورة")
"""What stands before an agency without a colon: ``Foto Ansa``."""

_SURE_LABELS = re.compile(
    r"credits?|nachweis|quelle|crédits?|créditos?|fotoquelle|источник|джерело|źródło", re.IGNORECASE
)
"""A label that tells of nothing but whose a picture is: behind it names may begin with small letters."""

_CAPTIONED = (
    "image (?:caption|source|copyright)", "media (?:caption|playback)", "(?:photo|image) caption:",
    "bildbeschreibung:", "bildunterschrift:", "bildlegende:", "legende:", "légende ?:", "keterangan (?:gambar|foto) ?:",
)  # fmt: skip
"""What an extractor leaves of a caption's hidden heading, at the start of a line."""

_WIRES = (
    "AFP", "AP", "Associated Press", "The Associated Press", "Reuters?", "REUTERS?", "Thomson Reuters", "dpa",
    "DPA", "dpa-AFX", "APA", "ANSA", "EFE", "EFE/EPA", "EPA", "efe-epa", "Europa Press", "Lusa", "LUSA", "Belga",
    "BELGA", "ANP", "NTB", "Ritzau", "Ritzau Scanpix", "STT", "Lehtikuva", "LEHTIKUVA", "PAP", "ČTK", "TASR",
    "Agerpres", "AGERPRES", "Tanjug", "БТА", "BTA", "ТАСС", "TASS", "РИА Новости", "РИА «Новости»", "Интерфакс",
    "ИНТЕРФАКС", "Interfax", "УНІАН", "УНИАН", "Укрінформ", "Укринформ", "Ukrinform", "Інтерфакс-Україна", "БЕЛТА",
    "Казинформ", "АПЕ-ΜΠΕ", "ΑΠΕ-ΜΠΕ", "Anadolu(?: Ajansı| Agency)?", "İHA", "DHA", "رويترز", "أ ف ب", "أ\\.ف\\.ب",
    "وكالات", "ایرنا", "ایسنا", "PTI", "ANI", "IANS", "पीटीआई", "एएनआई", "Xinhua", "XINHUA", "新华社", "新華社",
    "中新社",
    "中央社", "Kyodo(?: News)?", "Jiji(?: Press)?", "共同通信", "時事通信", "ロイター", "Yonhap", "연합뉴스",
    "뉴시스", "Antara",
    "ANTARA", "Bernama", "TTXVN", "VNA", "The Canadian Press", "AAP", "PA Wire", "PA Media", "Keystone-SDA",
    "Keystone-ATS", "KNA", "KNA-Bild", "epd", "afp", "dpa-infocom", "ritzau", "SDA", "sda", "Keystone",
    "KEYSTONE", "keystone", "MTI", "SITA", "BNS", "LETA", "ELTA", "HINA", "Hina", "SRNA", "Танјуг",
    "ТАНЈУГ", "БГНЕС", "BGNES",
)  # fmt: skip
_STOCKS = (
    "Getty(?: Images?)?", "GETTY(?: IMAGES?)?", "Gettyimages", "gettyimages", "Shutterstock", "iStock(?:photo)?",
    "Alamy(?: Stock Photo)?", "AdobeStock", "Adobe Stock", "Unsplash", "Pixabay", "pixabay", "Pexels",
    "Depositphotos", "Dreamstime", "[iI]mago(?: [iI]mages)?", "IMAGO", "picture[ -]alliance", "Picture Alliance",
    "SIPA", "Sipa(?: USA)?", "ZUMA(?: Press)?", "NurPhoto", "Scanpix", "Rex Features", "WireImage", "AP Photo",
    "AP Images", "Corbis", "Wikimedia(?: Commons)?", "Flickr", "NTB Scanpix", "Photo News", "Depo Photos",
    "Newscom", "Magnum(?: Photos)?", "Zumapress", "Agencja Gazeta", "Agencja Wyborcza(?:\\.pl)?", "East News",
    "Profimedia", "MAXPPP", "Hans Lucas", "ullstein bild", "akg-images", "dpa-Bildfunk", "Agência Brasil",
    "Folhapress", "Estadão Conteúdo", "AI[- ]generated", "KI[- ]generiert", "erstellt mit KI", "generated with AI",
    "Midjourney", "DALL[-·]?E", "Stable Diffusion", "TT", "Public Domain", "CC[ -]BY(?:-[A-Z]{2}){0,2}(?: \\d\\.\\d)?",
    "CC0", "Science Photo Library", "SCIENCE PHOTO LIBRARY",
)  # fmt: skip
_OF_PICTURES = frozenset((
    "Getty", "Getty Images", "GETTY", "GETTY IMAGES", "Gettyimages", "gettyimages", "Shutterstock", "iStock",
    "iStockphoto", "Profimedia", "Depositphotos", "Unsplash", "Pixabay", "Pexels", "Alamy", "Imago", "imago", "IMAGO",
))  # fmt: skip
"""Agencies that sell pictures and no texts: a line that ends with one is a caption."""
AGENCY = any_of(sorted((*_WIRES, *_STOCKS), key=len, reverse=True))
_SURE = frozenset(("AFP", "AP", "Reuters", "REUTERS", "dpa", "Getty Images", "Getty", "Shutterstock", "iStock", "ТАСС"))
"""Agencies whose name in brackets ends a caption without a full stop; other abbreviations are explained so."""
_WORDS_TOO = frozenset((
    "ANI", "APA", "SDA", "sda", "Keystone", "keystone", "SITA", "HINA", "Hina", "Flickr", "Unsplash", "Interfax",
    "Corbis", "TT", "Midjourney", "Public Domain", "CC0", "Stable Diffusion", "AI-generated", "AI generated",
    "erstellt mit KI", "generated with AI",
))  # fmt: skip
"""Names that alone in a line may be something else: a button, a word, a heading."""

# A label begins a word, stands in a script without spaces, or is glued to a word with its capital.
_BORDER = (
    r"(?:(?<![^\W_])|(?<=[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3])"
    r"|(?-i:(?<=[a-zа-яіїєäöüß])(?=[A-ZА-ЯІЇЄ][^\W\d_A-ZА-Я])))"
)
_COLON = (
    r"(?:\s{0,2}(?:\[M\]|\(M\))?|\s[–-]?\s?(?:oben|unten|links|rechts|mitte|left|right|top|bottom|above|below))"
    r"\s{0,2}[:：=＝՝]|(?<=[图圖写真影文])[/／]"
)
_DESK = r"(?:[Rr]ed|RED|[a-z]{2,4})\b\.?"
"""The desk or the editor beside an agency: "(APA/Red)", "(sda/kko)"."""
_DAY = r"(?:,\s?\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?)?"
_PERSON = r"[^\W\d_a-z][^\W\d_]+(?: [A-Z]\.)?(?: [^\W\d_a-z][\w’'-]+){1,2}"
_LONGEST_NAME, _SHORTEST_PHRASE = 20, 5
_SHOT_BY = ("摄", "攝", "撮影", "共同", "時事", "取自", "截自")
_CLOSES = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}
_APART = (*'.!?…。！？।:;)]）］”»"’/|—–•·▲►▼■□◆→↑↓*>', *_CLOSES)
_OPENER = re.compile(r"[(\[（［【]\s?$")
_BUTTON = (
    r"[ \t\xa0]{0,3}(?:(?:View|Open) image in (?:fullscreen|full screen|gallery)|View image|Enlarge image|Hide caption"
    r"|(?:hide|toggle) caption|Purchase Licensing Rights(?:,? opens (?:in )?(?:a )?new tab)?|Fold (?:sammen|ud)"
    r"|Bild vergrößern|Bildunterschrift anzeigen|Ampliar foto|Agrandir l[’']image|[×⨯✕])"
)
"""What closes or enlarges a picture; pages put it behind the credit."""
_BUTTON_REACH = 60
_AT_BUTTON = re.compile(rf"{_BUTTON}\Z")
_LINE_END = re.compile(rf"(?:{_BUTTON})?[ \t\xa0]{{0,200}}(?:[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_WORD = re.compile(r"[^\W_][^\s/|,;()\[\]]*")
_UNCASED = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10d0-\u10ff\u1200-\u137f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_CONNECTING = frozenset((
    "by", "via", "of", "for", "the", "and", "from", "with", "courtesy", "file", "handout", "archive", "archives",
    "pool", "von", "van", "der", "den", "de", "du", "des", "la", "le", "les", "et", "und", "für", "y", "e", "i", "và",
    "del", "da", "do", "dos", "di", "bin", "al", "och", "og", "ja", "és", "a", "и", "й", "та", "из", "з", "із",
    "via:",
    "orqali", "tomonidan", "archiv", "archivo", "photo", "photos", "foto", "image", "images", "фото", "пресс-служба",
    "пресслужба", "пресс-службы",
))  # fmt: skip
_PLACES = frozenset((
    "left", "right", "above", "below", "top", "bottom", "centre", "center", "links", "rechts", "oben", "unten",
    "mitte", "gauche", "droite", "izquierda", "derecha", "sinistra", "destra", "слева", "справа", "зліва",
    "праворуч",
))  # fmt: skip
_NOT_NAMES = re.compile(r"poll|survey|ipsos|norc|orc\b|umfrage|sondage|опрос", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|par|por|di|av|af|door|od|автор)\s", re.IGNORECASE)
_SPELT_OUT = re.compile(r"(?:presse?|agen\w{1,10}|агент\w{1,10})$", re.IGNORECASE)
_SPELT_THERE = re.compile(r"[\u0900-\u0eff]$")
"""A script of India, Thai or Lao, which name an agency as they write it and then as it writes itself."""
_SENTENCE_END = re.compile(r"[.!?…](?:\s|(?<=[^\W\d_A-Z]{3}[.!?…])(?=[A-ZÀ-ÞА-Я]))")
_CLOSED = (".", "!", "?", "…", "”", "»", '"', "“", ")")
_DOMAIN = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}(?:/[\w./-]{0,60})?", re.IGNORECASE)
_OTHER_MEDIA = frozenset(
    ("video", "videos", "audio", "audios", "podcast", "podcasts", "news", "видео", "новости", "відео")
)
_CALLS = re.compile(r"subscri|sign up|newsletter|abonn|подпи[шс]|suscr[ií]b", re.IGNORECASE)
"""An advertisement asks for this; the picture in it is not the article's."""
_PICTURED = re.compile(r"[/|.!?»”\"]\s{0,3}(?P<word>(?:photo|foto|фото)[ \u00a0])", re.IGNORECASE)
_LENT = re.compile(r"(?:из )?(?:личн\w{2,4} архив|архив|пресс-служб|соцсет|особист\w{2,4} архів)")
"""Whose a picture is, with a small letter: "личный архив Ады Фенвик"."""
_LENT_BY = ("reprodução", "divulgação", "arquivo pessoal")
_REPRODUCED = re.compile(
    r"(?:^|(?:[.!?»”\"]|[-–—|(])\s)(?P<credit>(?:[^\W\d_a-z][\w.'’]+\s){0,3}?(?:[^\W\d_a-z][\w.'’]+\s?/\s?)?"
    rf"(?i:{any_of(_LENT_BY)})(?:\s?/\s?[^\W\d_][^\n/]{{1,40}})?)[)]?\.?$",
    re.MULTILINE,
)
"""Brazilian papers name who lent a picture behind a slash: "Reprodução/Redes Sociais"."""
_LEGEND = re.compile("l[eé]gende", re.IGNORECASE)
_NUMBER_OF_PICTURE = re.compile(r"[-–] Ảnh \d{1,3}\.?\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SIGN_OFF = re.compile(
    r"\(?(?:additional )?(?:reporting|writing) by [^\n]{3,200}?(?:editing|writing|reporting) by"
    r" [^\n.;)]{3,60}?(?:[.)]|(?=[;\n])|\Z|(?-i:(?<=[a-z])(?=[A-Z][a-z])))",
    re.IGNORECASE,
)
_SHOT = re.compile(
    r"[（(][^（()）\n]{2,30}[摄攝][)）]|[（(](?:圖|图|照片)片?(?:擷取自|截自|取自|翻攝自)[^（()）\n]{2,24}[)）]"
)
_SHOT_AT_END = re.compile(
    r"(?:(?:新华社|中新社)(?:发|记者)|记者|記者) ?[\u4e00-\u9fff]{2,4}(?: [\u4e00-\u9fff]{2,4})? ?[摄攝]$"
)
_TAKEN = re.compile(r"[（(][^（()）\n]{1,30}撮影[)）]$|[=＝][^=＝。\n]{2,40}撮影$|[（(](?:共同|時事)[)）]$")
_EDITED = re.compile(
    r"[(（\[【]?\s?(?:编辑|編輯|校对|审核|监制)\s?[:：]\s?"
    r"[\u4e00-\u9fff]{2,4}(?:[ \u3000、/][\u4e00-\u9fff]{2,4}){0,3}(?<![吗呢吧啊了的])"
    r"\s?[)）\]】]?$"
)
# A note names the outlet or the day; "in 1974, as a novel" is told of a work, unless what follows is of the note too.
_TOLD_OF_WORK = re.compile(
    r" ?(?:(?:in|im|en|em|nel|w|в|у) )?(?:(?:the year|jahre?|году?|roku) )?\d{4},"
    r"(?!.{0,60}(?:updat|revis|correct|aktuali|actuali|aggiorn))",
    re.IGNORECASE,
)
_INPUTS = re.compile(r"[(\[]?(?:with )?(?:additional |agency )?inputs? from ([^\n.()]{2,60})[.)\]]{0,2}", re.IGNORECASE)
# The second byte of UTF-8 read as Latin-1: © is half of "Ã©" and a third of "å¤©" then.
_MISREAD = re.compile("[\u00c2-\u00df]$|[\u00e0-\u00ef][\u0080-\u00bf]$|[\u00e0-\u00ef]$")
_OUTLET = re.compile(r"\s?(?!\d)[^\n]{1,60}?(?:\.(?=\s|\Z)|(?=\n|\Z))(?P<shown> پدیدار شد\.?)?")
_IN_LITHUANIAN = re.compile(r"nuotr\.?$")
_POOL = re.compile(rf"(?:\s?[/|]\s?(?:{AGENCY}|[^\W\d_a-z][\w.'’-]+(?:[ ][^\W\d_a-z][\w.'’-]+)?)(?![^\W_]))?")


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    """Return the larger patterns, compiled when a text first needs one."""
    glued = r"(?<=[a-z])(?=[A-Z][a-z])"
    bounded = rf"(?<![^\W_]){AGENCY}(?:(?![^\W_])|{glued})"
    listed = rf"{bounded}(?:\s?[/,;|+&-]\s?{bounded}){{0,3}}"
    signed_off = rf"[(（\[]\s?(?:{_DESK}\s?[/,]\s?)?(?P<name>{listed})(?:\s?[/,]\s?{_DESK})?{_DAY}\s?[)）\]]\.?"
    caseless = {
        "label": rf"{_BORDER}(?P<label>{_longest_first(_LABELS)})(?:{_COLON})",
        "source": rf"{_longest_first(_SOURCES)}\s{{0,2}}[:：՝]",
        "by": rf"{_BORDER}{_longest_first(_BY)}(?:\s|(?<=\.\.\.)|(?<=…))",
        "sentence": any_of((*_SENTENCES, *_REPUBLISHED)),
        "archived": rf"[\W_]{{0,3}}{any_of(_ARCHIVED)}[\W_]{{0,3}}",
        "in_brackets": rf"[(（\[]\s?{any_of(_ARCHIVED)}(?:\s?[/,:|-]\s?[^\n()（）\[\]]{{2,40}})?\s?[)）\]]\.?",
        "filed": r"file (?:photo|picture|image) of\s",
        "of_pictures": rf"{any_of((*_ARCHIVED, *_PICTURES))}[ \t./|:-]{{1,3}}[(\[（]?{AGENCY}[)\]）]?\.?",
        "before_sign": rf"(?<![^\W_]){_longest_first(_LABELS)}\s?[:|]?\s?$",
        "syndicated": any_of(_SYNDICATED),
        "of_text": any_of((*_REPUBLISHED, *_FEEDS.values(), *_SYNDICATED, "inputs? from", "[（(](?:共同|時事)[)）]")),
        "captioned": any_of(_CAPTIONED),
    }
    cased = {
        "agency": bounded,
        "alone": rf"[\W_]{{0,4}}(?P<name>{listed})[\W_]{{0,4}}",
        "bracket": rf"{signed_off}$",
        "signed_off": signed_off,
        "tail": rf"(?<=[.!?…”\"»])\s{{1,3}}(?:[-–—]{{1,2}}\s?|/)?(?P<name>{listed})[./]?$",
        "ends_with_agency": rf"{bounded}[)]?$",
        "named_agency": rf"{_PERSON}, (?P<name>{bounded})\.?",
        "to_agency": rf"(?:[^.!?:—–\n]|(?<=[ ][A-Z])\.){{0,60}}?{bounded}(?:[ ]?(?:[/|]|via)[ ]?{bounded}){{0,2}}",
    }
    rules = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in caseless.items()}
    return rules | {name: re.compile(pattern) for name, pattern in cased.items()}


def _longest_first(phrases: tuple[str, ...]) -> str:
    return any_of(sorted(phrases, key=len, reverse=True))


_SHORTEST = tuple(sorted({name.partition("(?:")[0] for name in (*_WIRES, *_STOCKS)} - {"EFE/EPA", "dpa-AFX"}))
_AGENCIES = together(_SHORTEST)
TRIGGERS = (
    *(
        Trigger(rf"{part}[ \u00a0]{{0,2}}(?:\[M\] ?)?[:：=＝՝]", caseless=True)
        for part in together((*_LABELS, *_SOURCES))
    ),
    *(
        Trigger(part, caseless=True)
        for part in together(
            (*_BY, *_SENTENCES, *_REPUBLISHED, *_CAPTIONED, "(?:reporting|writing) by ", "inputs? from ")
        )
    ),
    *(Trigger(part, caseless=True) for part in together([each.partition(" [^")[0] for each in _SYNDICATED])),
    *(Trigger(part, caseless=True) for part in (*at_line_starts(_ARCHIVED), *at_line_starts(_PICTURES, "[ .]"))),
    *(Trigger(rf"[(（\[][ ]?{part}", caseless=True) for part in together(_ARCHIVED)),
    *(Trigger(part, caseless=True) for part in together(sorted(set(_FEEDS.values())))),
    *(Trigger(rf"[/|(（\[©.!?…”\"»–—-][ ]{{0,2}}{part}|{part}[ ]?[/|]|via {part}") for part in _AGENCIES),
    *(Trigger(part) for part in at_line_starts(_SHORTEST)),
    Trigger(r"(?:编辑|編輯|校对|审核|监制)[ ]?[:：]"),
    Trigger(
        "(?:reprodução|divulgação|arquivo pessoal)[ ]?/|/[ ]?(?:reprodução|divulgação|arquivo pessoal)", caseless=True
    ),
    Trigger("[-–] Ảnh [0-9]{1,3}"),
    Trigger(r"[(（\[][ ]?(?:red|Red|RED)[.]?[ ]?[/,]"),
    *(Trigger(rf", {part}[.]?[ ]?[\n\r]") for part in _AGENCIES),
    Trigger(r"credit(?:\.{3}|…)", caseless=True),
    Trigger(r"(?:圖|图|照片)片?(?:擷取自|截自|取自|翻攝自)|(?:新华社|中新社|记者|記者)[^\n]{1,10}[摄攝]"),
    Trigger('[/|.!?»”"][ \u00a0]{1,3}(?:photos?|fotos?|фото)[ \u00a0]', caseless=True),
    Trigger(
        "(?:foto|bild|photo|image|picture|grafik)[ \u00a0][–-]?[ ]?"
        "(?:oben|unten|links|rechts|mitte|left|right|top|bottom|above|below)[ ]{0,2}[:：]",
        caseless=True,
    ),
    *(Trigger(part, caseless=True) for part in at_line_starts(("file (?:photo|picture|image) (?:of|show)",))),
    Trigger(r"©|(?:文[並并])?[图圖写真影文][/／]|[摄攝][)）]|nuotr|撮影|[（(](?:共同|時事)[)）]"),
)
"""Whatever is a credit has a match of one of these."""

_Rule = Callable[[str, Piece, int, int], Piece | None]


def credit_at(text: str, start: int, end: int) -> Piece | None:
    """Return the credit, or the caption with it, that ``text[start:end]``, a hit of the triggers, belongs to."""
    start, end = stripped(text, start, end)
    whole = line_at(text, start, end)
    button = _AT_BUTTON.search(text, max(end, whole.end - _BUTTON_REACH), whole.end)
    line = Piece(whole.start, button.start()) if button else whole
    found = next(_credits(text, line, start, end), None)
    if found is None or is_quoted(text, line.start, found.start):
        return None
    if has_notice(text, found):
        return None
    found = _with_caption(text, line, _with_brackets(text, line, found))
    return Piece(found.start, whole.end) if button and found.end == line.end else found


def is_agency(name: str) -> bool:
    """Return whether *name* is a news or picture agency, or several."""
    return _rules()["alone"].fullmatch(name) is not None


def _credits(text: str, line: Piece, start: int, end: int) -> Iterator[Piece]:
    """Yield the credits at a hit, by what this looks like: a label with its colon, words, a sign or a name."""
    hit = text[start:end].lower()
    rules = [*_by_marks(hit), *_by_words(hit)]
    for rule in rules if hit == "©" else (*rules, _of_agency):
        piece = rule(text, line, start, end)
        if piece is not None:
            yield piece


def _by_marks(hit: str) -> Iterator[_Rule]:
    """Yield the rules of what the marks of a *hit* look like."""
    if any(mark in hit for mark in ":：=＝՝/／"):
        yield from (_labelled, _sourced, _edited)
    if hit.endswith((":", "：")) and " " not in hit:
        yield _told
    if hit[0] in '/|.!?»”"':
        yield _pictured
    if hit[0] == "©":
        yield _behind_sign


def _by_words(hit: str) -> Iterator[_Rule]:
    """Yield the rules of what the words of a *hit* look like."""
    if " " in hit and len(hit) > _SHORTEST_PHRASE:
        yield from (_made_by, _told, _fed, _noted)
    elif hit.startswith(("fot.", "credit")):
        yield _made_by
    if "/" in hit and hit.strip(" /").startswith(_LENT_BY):
        yield _reproduced
    if "ảnh " in hit:
        yield _numbered
    if "by" in hit or "nuotr" in hit or any(mark in hit for mark in _SHOT_BY):
        yield _signed
    if not any(mark in hit for mark in ":：=＝՝/／|"):
        yield _of_picture


def _with_brackets(text: str, line: Piece, credit: Piece) -> Piece:
    """Return *credit* with the brackets that it stands in, and what else is in them."""
    floor = max(line.start, credit.start - CREDIT_CHARACTERS)
    opener = max(text.rfind(mark, floor, credit.start + 1) for mark in _CLOSES)
    if opener < 0:
        return credit
    mark = _CLOSES[text[opener]]
    close = text.find(mark, max(opener, credit.end - 1), min(line.end, credit.end + CREDIT_CHARACTERS))
    is_open = mark not in text[opener : credit.start] and close - opener <= CREDIT_CHARACTERS + len(mark)
    return Piece(opener, close + 1) if close >= 0 and is_open else credit


def _with_caption(text: str, line: Piece, credit: Piece) -> Piece:
    """Return the short line that ends with *credit*, a caption; or the credit alone, where that is of the text."""
    if credit.end > line.end:
        return credit
    ends_line = not text[credit.end : line.end].strip(" .)]") and _LINE_END.match(text, line.end)
    if not ends_line or line.end - line.start > CAPTION_CHARACTERS or not _tells_whose(text[slice(*credit)]):
        return credit
    caption = text[line.start : credit.start]
    is_glued = caption[-1:].isalpha() and text[credit.start] not in "=＝"
    is_prose = len(_SENTENCE_END.findall(caption)) > CAPTION_SENTENCES or is_glued or _CALLS.search(caption) is not None
    is_last = not text[line.end :].strip()
    # An agency signs off the whole text there; "Photo:" is said of a picture wherever it stands.
    is_of_text = is_last and not (text[: line.start].strip() and _rules()["label"].search(text, *credit))
    return credit if is_prose or is_of_text else line


def _tells_whose(credit: str) -> bool:
    """Return whether *credit* is of a picture: more than the name of an agency, which ends articles as well."""
    rules = _rules()
    if rules["source"].match(credit.lstrip("([（【")):
        return False
    alone = rules["alone"].fullmatch(credit)
    if alone and alone["name"] in _OF_PICTURES:
        return True
    return "©" in credit or not (alone or rules["signed_off"].fullmatch(credit) or rules["of_text"].search(credit))


def _labelled(text: str, line: Piece, start: int, end: int) -> Piece | None:
    for match in _rules()["label"].finditer(text, start, min(end + 2, line.end)):
        if match["label"] != "BILD" and _stands_apart(text, line, match.start()):
            found = _valued(text, line, match.start(), match.end(), match["label"])
            found = found or _valued_below(text, line, match.start(), match.end(), match["label"])
            if found is not None:
                return found
    return None


def _valued_below(text: str, line: Piece, start: int, after: int, label: str) -> Piece | None:
    """Return the label at *start*, alone in its line, with the name in the next line."""
    if start != line.start or after < line.end or label.lower().endswith("s"):
        return None
    below = _below(text, line)
    if below is None:
        return None
    value = text[slice(*below)]
    is_short = len(value) <= CREDIT_CHARACTERS // 2 and (len(value.split()) > 1 or is_agency(value))
    is_named = is_name(value, strict=True) or _LENT.match(value) is not None
    return Piece(start, below.end) if is_short and not value.endswith(".") and is_named else None


def _sourced(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return a line of a source: "Source: https://…", "Quelle: dpa"."""
    match = _rules()["source"].match(text, start, line.end)
    if match is None:
        return None
    value = text[match.end() : line.end].strip(" )]）.")
    before = text[line.start : start].strip("([（-–—•*▲ \t")
    if before:
        ends = before[-1] in _CLOSED and text[start].isupper() and _LINE_END.match(text, line.end)
        is_site = ends and (_DOMAIN.fullmatch(value) or is_agency(value) or _is_initials(value))
        return Piece(start, line.end) if is_site else None
    is_short = line.end - line.start <= CREDIT_CHARACTERS and len(value.split()) <= SOURCE_WORDS
    if match.group().lower().startswith("rechte") and not value.isupper():  # the rights, or the political right
        return None
    is_link = ("://" in value and " " not in value) or _DOMAIN.fullmatch(value) is not None
    return line if value and (is_link or (is_short and is_name(value, strict=True))) else None


def _is_initials(value: str) -> bool:
    """Return whether *value* is the name of an outlet in capitals, of a word or two: "CNN", "BBC News"."""
    words = value.split()
    return (
        0 < len(words) <= 2 and words[0].isascii() and words[0].isalpha() and words[0].isupper() and value[-1].isalnum()
    )


def _edited(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return the Chinese editors of a text, at the end of a line; a speaker of that name says more than two names."""
    edited = _EDITED.search(text, max(line.start, start - 2), line.end)
    if edited is None or not _LINE_END.match(text, line.end):
        return None
    is_bracketed = edited.group()[0] in _CLOSES
    return Piece(*edited.span()) if is_bracketed or edited.start() == line.start else None


def _made_by(text: str, line: Piece, start: int, end: int) -> Piece | None:
    for match in _rules()["by"].finditer(text, start, min(end + 1, line.end)):
        first = text[match.end() : match.end() + 1]
        opens = text[line.start : match.start()].rstrip().endswith(tuple("/|(（[")) or match.start() == line.start
        is_name = opens or first.isupper() or _UNCASED.match(first)
        if is_name and _stands_apart(text, line, match.start()):
            found = _valued(text, line, match.start(), match.end(), "")
            if found is not None:
                return found
    return None


def _pictured(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return "/ Foto Orlec Archive" or ". Photo AF / Ada Fenwick" at the end of a line, which have no colon."""
    opened = _PICTURED.match(text, start, line.end)
    if opened is None or line.end - start > CREDIT_CHARACTERS or not _LINE_END.match(text, line.end):
        return None
    value = text[opened.end() : line.end].strip(" .)")
    least = 1 if text[start] in "/|" and value.isupper() and value != "ID" else 2
    is_named = least <= len(value.split()) <= SURE_VALUE and value[:1].isupper() and opened["word"][0].isupper()
    is_named = is_named and is_name(value, strict=True) and _OTHER_MEDIA.isdisjoint(value.lower().split())
    if is_named:
        return Piece(opened.start("word"), line.end)
    return _made_by(text, line, opened.start("word"), min(line.end, opened.end() + _LONGEST_NAME))


def _stands_apart(text: str, line: Piece, start: int) -> bool:
    """Return whether a label at *start* opens something of its own, and is no word of the sentence before it."""
    before = text[line.start : start].rstrip()
    if not before or before.endswith(_APART) or text[start - 1].isalnum():
        return True
    last = before.rpartition(" ")[2]
    return text[start].isupper() and not (last.islower() and len(last) <= 3) and not last.endswith(",")


def _valued(text: str, line: Piece, start: int, after: int, label: str) -> Piece | None:
    """Return the credit that opens at *start*, whose name stands behind *after*."""
    opener = _OPENER.search(text, max(line.start, start - 2), start)
    if opener:
        close = text.find(_CLOSES[opener.group()[0]], after, min(line.end, after + CREDIT_CHARACTERS + 10))
        if close >= 0:
            return Piece(opener.start(), close + 1) if _is_credited_to(text[after:close], label) else None
    reaches_end = line.end - start <= CREDIT_CHARACTERS and _LINE_END.match(text, line.end)
    if reaches_end and _is_credited_to(text[after : line.end], label):
        return Piece(start, line.end)
    agency = _rules()["to_agency"].match(text, after, min(line.end, after + CREDIT_CHARACTERS))
    return Piece(start, agency.end()) if agency and is_name(agency.group()) else None


def _is_credited_to(value: str, label: str) -> bool:
    """Return whether *value* names somebody; behind a label in the plural, "Photos: …", it may be a headline."""
    if not is_name(value):
        words = value.split()
        is_short = 0 < len(words) <= SURE_VALUE and not _SENTENCE_END.search(value) and value[-1] not in "?!…:"
        return is_short and _SURE_LABELS.search(label) is not None and not value.lstrip()[0].isdigit()
    is_headline = label.lower().endswith("s") and len(value.split()) > SHORT_VALUE
    return not is_headline or any(mark in value for mark in "/|;") or _rules()["agency"].search(value) is not None


def is_name(value: str, *, strict: bool = False) -> bool:
    """Return whether *value* is made of names and no sentence."""
    value = value.strip(" \t\xa0)]）】:.")
    words = _WORD.findall(value)
    if not words or value.endswith(("?", "!", "…", ":")) or value[0].isdigit():
        return False
    if _UNCASED.search(value):
        return len(value) <= UNSPACED_CHARACTERS and not any(mark in value for mark in "。！？")
    if any(word.lower() in _PLACES for word in words[:1]):
        return False
    agency = _rules()["agency"].search(value)
    if agency:
        words = _WORD.findall(value[: agency.start()] + value[agency.end() :])
    told = [word for word in words if word[0].isalpha() and word.lower() not in _CONNECTING]
    lower = sum(word[0].islower() for word in told)
    if len(words) <= SHORT_VALUE and not strict and any(map(str.isalpha, value)):
        return True
    return bool(told or agency) and lower <= LOWER_SHARE * len(told)


def _told(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return a sentence that is a credit, or the heading of a caption."""
    rules = _rules()
    if start <= line.start + 3 and rules["captioned"].match(text, line.start):
        below = _headed_below(text, line)
        if _LEGEND.match(text, *line) and not below and not _is_legend(text, line):
            return None
        return below or (line if line.end - line.start <= CAPTION_CHARACTERS else Piece(line.start, end))
    phrase = rules["sentence"].search(text, start, end)
    if phrase is None or _TOLD_OF_WORK.match(text, phrase.end()):
        return None
    sentence = sentence_at(text, phrase.start(), phrase.end(), line)
    return sentence if sentence.end - sentence.start <= CREDIT_CHARACTERS else None


def _is_legend(text: str, line: Piece) -> bool:
    """Return whether a line behind "Legende:" is a caption; a headline has that too, of somebody who is one."""
    shown = text[slice(*line)]
    return line.start > 0 and (shown.endswith(".") or _rules()["ends_with_agency"].search(shown) is not None)


def _headed_below(text: str, line: Piece) -> Piece | None:
    """Return the heading of a caption that is a line, with the caption in the next one: "Image caption,"."""
    heading = text[slice(*line)]
    if not heading.endswith((",", ":")) or not _rules()["captioned"].fullmatch(heading.rstrip(", ")):
        return None
    below = _below(text, line)
    is_caption = below is not None and below.end - below.start <= CAPTION_CHARACTERS // 2
    return Piece(line.start, below.end) if below and is_caption else None


def _below(text: str, line: Piece) -> Piece | None:
    """Return the line below *line*, at most one empty line between them."""
    first = line.end
    while first < min(len(text), line.end + CREDIT_CHARACTERS) and text[first].isspace():
        first += 1
    return line_at(text, first, first) if first < len(text) else None


def _noted(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return a note on who made the text: "(With inputs from agencies)", "not edited by our staff"."""
    sentence = sentence_at(text, start, end, line)
    if sentence.end - sentence.start <= TITLE_CHARACTERS and _rules()["syndicated"].match(text, start):
        return sentence
    inputs = _INPUTS.search(text, max(sentence.start, start - _LONGEST_NAME), line.end)
    if inputs is None:
        return None
    is_alone = inputs.span() == tuple(line) and is_name(inputs[1], strict=True)
    return Piece(*inputs.span()) if is_alone or inputs.group()[0] in "([" else None


def _of_picture(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return a line that says of what kind a picture is, and of which agency: "File photo", "Foto Ansa"."""
    rules = _rules()
    if text[start] in _CLOSES:
        bracket = rules["in_brackets"].match(text, start, line.end)
        return Piece(*bracket.span()) if bracket and _LINE_END.match(text, bracket.end()) else None
    if start - line.start > SHORT_VALUE:
        return None
    if line.end - line.start <= CAPTION_CHARACTERS and rules["filed"].match(text, line.start):
        return line
    if line.end - line.start > CREDIT_CHARACTERS:
        return None
    return line if rules["archived"].fullmatch(text, *line) or rules["of_pictures"].fullmatch(text, *line) else None


def _reproduced(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return "Reprodução/Redes Sociais" or "Ada Fenwick/Divulgação" at the end of its line."""
    reproduced = _REPRODUCED.search(text, max(line.start, start - CREDIT_CHARACTERS // 2), line.end)
    if reproduced is None or reproduced.end() < end or not _LINE_END.match(text, line.end):
        return None
    return Piece(reproduced.start("credit"), line.end)


def _numbered(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return a Vietnamese caption with the number of its picture: "The bridge at dawn - Ảnh 2."."""
    is_short = line.end - line.start <= CAPTION_CHARACTERS and end >= line.end - 1
    return line if is_short and _NUMBER_OF_PICTURE.search(text, start, line.end) else None


def _fed(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return the last sentence of a feed's entry: "The post … appeared first on Orlec Courier."."""
    floor = max(line.start, start - TITLE_CHARACTERS)
    for opener, phrase in _feeds():
        opened = list(opener.finditer(text, floor, start)) if phrase.fullmatch(text, start, end) else ()
        if opened and _is_title(text[opened[-1].end() : start].strip()):
            outlet = _OUTLET.match(text, end, line.end)
            # In Persian "first in …" is of any sentence; "has been shown" behind the full stop is of WordPress alone.
            is_feed = outlet is not None and (outlet["shown"] or not text.startswith("اولین", start))
            return Piece(opened[-1].start(), outlet.end()) if outlet and is_feed else None
    return None


def _is_title(title: str) -> bool:
    """Return whether *title* may be a post's; the news tells that "the post about her first appeared on Facebook"."""
    return bool(title) and (not title[0].islower() or title[1:2].isupper())


@cache
def _feeds() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Return what opens the last sentence of a feed's entry, with the whole word it is in, and what parts it."""
    return [
        (re.compile(rf"\S{{0,20}}{opener}", re.IGNORECASE), re.compile(phrase, re.IGNORECASE))
        for opener, phrase in _FEEDS.items()
    ]


def _of_agency(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return an agency alone in its line, in brackets or behind a full stop at its end, or with a name beside it."""
    rules = _rules()
    floor = max(line.start, line.end - CREDIT_CHARACTERS)
    if end > floor and _LINE_END.match(text, line.end):
        window = text[floor : line.end]
        alone = rules["alone"].fullmatch(window) if floor == line.start else None
        if alone:
            above = text[max(0, line.start - _LONGEST_NAME) : line.start].rstrip()
            is_byline = above.endswith(("By", "Von", "Par", "Por"))
            return line if alone["name"] not in _WORDS_TOO and not is_byline else None
        named = rules["named_agency"].fullmatch(window) if floor == line.start else None
        if named and not _BYLINE.match(window):
            return line
        for rule, proves in (("bracket", _is_no_explanation), ("tail", _is_no_word)):
            match = rules[rule].search(window)
            if match and end > floor + match.start():
                credit = stripped(text, floor + match.start(), floor + match.end())
                return credit if proves(text, line, credit, match["name"]) else None
    return _beside_name(text, line, start, end)


def _is_no_word(text: str, line: Piece, credit: Piece, name: str) -> bool:  # noqa: ARG001
    return name not in _WORDS_TOO


def _is_no_explanation(text: str, line: Piece, credit: Piece, name: str) -> bool:
    """Return whether an agency in brackets is neither an abbreviation explained nor part of a dateline."""
    before = text[line.start : credit.start].rstrip()
    if before.endswith((".", "!", "?", "…", "”", "»", '"', "“", "。", "।")):
        return True
    if _SPELT_THERE.search(before):
        return False
    is_dateline = before.isupper() or any(map(str.isdigit, before[-6:]))
    return bool(before) and name in _SURE and not is_dateline and not _SPELT_OUT.search(before)


def _beside_name(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return "Ada Fenwick/AFP", "AFP / Ada Fenwick" or "Ada Fenwick via AP"."""
    agency = _rules()["agency"].search(text, start, min(end + _LONGEST_NAME, line.end))
    before = text[max(line.start, start - 1) : agency.start()].rstrip() if agency else ""
    after = text[agency.end() : agency.end() + 2].strip() if agency else ""
    joins = before.endswith(("/", "|", "via")) or after.startswith(("/", "|"))
    if agency is None or not joins:
        return None
    sentence = sentence_at(text, *agency.span(), line)
    for part in (line, sentence):
        rest = text[agency.end() : part.end]
        is_end = len(rest.split()) <= SHORT_VALUE or "/" in rest or "|" in rest
        if part.end - part.start <= CREDIT_CHARACTERS and is_end and _is_credit(text[slice(*part)]):
            label = _rules()["label"].search(text, *part)
            return Piece(label.start(), part.end) if label else part
    return _names_around(text, sentence, *agency.span())


def _is_credit(part: str) -> bool:
    return (
        not _BYLINE.match(part) and not _NOT_NAMES.search(part) and len(part.split()) > 1 and is_name(part, strict=True)
    )


def _names_around(text: str, part: Piece, start: int, end: int) -> Piece | None:
    """Return the agency at *start* with the names that end before it."""
    floor = max(part.start, start - CREDIT_CHARACTERS // 2)
    before = text[floor:start]
    if not before.rstrip().endswith(("/", "|", "via")):
        return None
    label = _rules()["label"].search(text, floor, start)
    first, names = start, 0
    for word in reversed(list(_WORD.finditer(before))):
        if word.group()[0].islower() and word.group().lower() not in _CONNECTING:
            break
        if word.group()[0].isupper():
            first, names = floor + word.start(), names + 1
    pool = _POOL.match(text, end)
    last = pool.end() if pool else end
    is_other = _NOT_NAMES.search(text, first, min(len(text), last + 10)) or _BYLINE.search(
        text, max(part.start, first - 8), first + 6
    )
    if label:
        return Piece(label.start(), last)
    return Piece(first, last) if 2 <= names <= 6 and not is_other else None


def _behind_sign(text: str, line: Piece, start: int, end: int) -> Piece | None:  # noqa: ARG001
    """Return "© AFP" or "© Reuters / Ada Fenwick" anywhere, and "© Ada Fenwick" at the end of its line."""
    rest = text[start + 1 : min(line.end, start + CREDIT_CHARACTERS)]
    before = text[max(line.start, start - _LONGEST_NAME) : start]
    if _YEAR.search(rest) or before.rstrip().lower().endswith("copyright") or _MISREAD.search(before):
        return None
    label = _rules()["before_sign"].search(before)
    if label and len(rest.split()) <= SHORT_VALUE and _LINE_END.match(text, line.end) and is_name(rest):
        return Piece(start - len(before) + label.start(), line.end)
    agency = _rules()["agency"].match(text, start + 1 + (rest[:1] in " \xa0"))
    if len(rest) <= CREDIT_CHARACTERS // 2 and _LINE_END.match(text, line.end):
        return Piece(start, line.end) if agency or (". " not in rest and is_name(rest, strict=True)) else None
    pool = _POOL.match(text, agency.end()) if agency else None
    return Piece(start, pool.end()) if pool else None


def _signed(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return who reported and edited an agency's story, or who took a picture in Chinese or Lithuanian words."""
    sign_off = _SIGN_OFF.search(text, max(line.start, start - 15), min(line.end, start + SIGN_OFF_CHARACTERS))
    if sign_off:
        return Piece(*sign_off.span())
    taken = _TAKEN.search(text, max(line.start, line.end - CREDIT_CHARACTERS), line.end)
    if taken and start >= taken.start() - 1:
        return Piece(*taken.span())
    shot = _SHOT_AT_END.search(text, max(line.start, start), line.end)
    if shot and _LINE_END.match(text, line.end):
        return Piece(*shot.span())
    if end - start <= 2 or text[end - 1] in "摄攝自":
        shot = _SHOT.search(text, max(line.start, start - UNSPACED_CHARACTERS), min(line.end, end + 1))
        return Piece(*shot.span()) if shot else None
    short = line.end - line.start <= CREDIT_CHARACTERS
    return line if short and _IN_LITHUANIAN.search(text[slice(*line)]) else None
