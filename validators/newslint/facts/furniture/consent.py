"""Requests for consent to cookies and tracking: what a site asks its visitor, beside an article or instead of it.

Two kinds of phrases are told apart. What a site says of itself ("we use cookies", "this website uses cookies") is a
request wherever it stands; what can be said of others too ("the use of cookies", "we and our partners") is one only on
a page that says little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from newslint.facts.furniture.pieces import Piece, is_quoted, joined, line_at, stripped
from newslint.facts.furniture.reported import is_attributed, is_reported
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

REACH = 1_500
"""Characters before and behind a phrase in which the rest of its request is looked for."""
UNIT_CHARACTERS = 400
"""A longer unit between two marks is a flattened page; of it only the phrase belongs to the request."""
GAP_CHARACTERS = 40
"""So much between two sentences about consent is a button or a number."""

_OF_ITSELF = (
    "we (?:also )?(?:use|store) cookies", "our use of cookies", "(?:this|our) (?:web ?)?site (?:uses|requires) cookies",
    "we value your privacy", "we care about your privacy",
    "(?:by|or) clicking (?:on )?[“\"'‘]?(?:accept|agree|i accept|i agree)",
    "manage your (?:cookie|privacy) (?:preferences|settings)",
    "you (?:accept|agree to|consent to) (?:the|our) (?:use of cookies|cookie|privacy policy)",
    "you (?:agree|consent) to the use of (?:all )?(?:the )?cookies", "you are agreeing to our",
    "cookies to (?:improve|enhance|optimi[sz]e|personali[sz]e) your", "uses cookies for personali[sz]",
    "[.][a-z]{2,4} (?:uses|anvender|verwendet|utilise|utiliza|usa|utilizza|gebruikt|använder|bruker) cookies",
    "access information on (?:a|your) device, such as", "reject all cookies", "accept all cookies",
    "wir (?:verwenden|nutzen|setzen) cookies", "(?:verwenden|nutzen|setzen) wir cookies",
    "(?:diese|unsere) (?:web ?site|webseite|internetseite|seite) (?:verwendet|nutzt|benutzt|setzt) cookies",
    "stimmen sie (?:der|dem|unserer) (?:verwendung|nutzung|einsatz) von cookies",
    "wie gewohnt mit (?:personalisierter )?werbung", "wir schätzen ihre privatsphäre",
    "ihre privatsphäre ist uns wichtig", "alle cookies (?:akzeptieren|ablehnen|zulassen)",
    "nous utilisons (?:des|les) cookies", "ce site (?:web |internet )?utilise des cookies",
    "(?:vous acceptez|j[’']accepte) l[’']utilisation (?:de|des) cookies", "nous respectons votre vie privée",
    "tout (?:accepter|refuser) (?:les )?cookies", "(?:utilizamos|usamos) cookies",
    "(?:este sitio|esta web|esta página) (?:web )?(?:utiliza|usa) cookies",
    "(?:aceptas?|acepta usted) (?:el|nuestro) uso de cookies", "al (?:continuar|seguir) navegando",
    "valoramos (?:tu|su) privacidad", "este (?:site|sítio|website) (?:utiliza|usa) cookies",
    "ao continuar (?:navegando|a navegar)", "valorizamos a sua privacidade", "utilizziamo (?:i )?cookie",
    "questo sito (?:web )?(?:utilizza|usa) (?:i )?cookie", "acconsenti (?:all[’']uso|all[’']utilizzo)",
    "la tua privacy è importante", "(?:we|wij) gebruiken cookies",
    "deze (?:web)?site (?:gebruikt|maakt gebruik van) cookies", "vi använder (?:cookies|kakor)",
    "(?:den här )?webbplatsen använder (?:cookies|kakor)", "vi bruger cookies",
    "accepterer du (?:vores|brugen af|brug af) (?:cookie|privatliv)",
    "vi bruker (?:cookies|informasjonskapsler)", "käytämme evästeitä", "tämä sivusto käyttää evästeitä",
    "(?:używamy|korzystamy z) (?:plików )?cookie",
    "(?:ta|nasza) strona (?:używa|wykorzystuje|korzysta z) (?:plików )?cookie",
    "používáme (?:soubory )?cookies?", "(?:tento web|tyto stránky) používaj?[íá] (?:soubory )?cookies?",
    "používame (?:súbory )?cookies?", "(?:sütiket|cookie-kat) használunk",
    "(?:weboldal|honlap)(?:unk)? (?:sütiket|cookie-kat) használ", "(?:folosim|utilizăm) cookie",
    "acest site (?:web )?(?:folosește|utilizează) cookie", "използваме (?:бисквитки|cookies)",
    "този (?:уеб ?)?сайт използва (?:бисквитки|cookies)",
    "(?:мы|(?:этот|наш|данный) сайт) использу(?:ем|ет) (?:файлы )?(?:cookie|куки)",
    "(?:ми|(?:цей|наш) сайт) використову(?:ємо|є) (?:файли )?(?:cookie|куки)",
    "мы выкарыстоўваем (?:файлы )?(?:cookie|кукі)", "koristimo kolačiće", "stranica koristi kolačiće",
    "користимо колачиће", "uporabljamo piškotke", "χρησιμοποιούμε cookies", "ιστότοπος χρησιμοποιεί cookies",
    "çerez(?:ler)?(?:i|den)? kullan(?:ıyoruz|maktayız)",
    "sitemizde çerez(?:ler)?(?:i|den)? (?:kullan|faydalan|yararlan|yer al)",
    "(?:نستخدم|يستخدم هذا الموقع) (?:ملفات )?(?:تعريف الارتباط|الكوكيز)", "אנו משתמשים בעוגיות",
    "(?:האתר|אתר זה) משתמש בעוגיות", "अपनी वेबसाइट पर कुकीज़", "हम (?:डाटा संग्रह टूल्स, जैसे की )?कुकीज",
    "আমরা কুকি", "(?:kami|situs (?:web )?ini) menggunakan cookie", "chúng tôi sử dụng cookie", "เราใช้คุกกี้",
    "เว็บไซต์นี้ใช้คุกกี้", "(?:我们|我們|本网站|本網站)(?:会|會)?使用 ?cookie",
    "当サイトでは[^。\\n]{0,15}(?:cookie|クッキー)", "쿠키를 사용합니다",
    "naudojame slapukus", "izmantojam sīkdatnes", "kasutame küpsiseid",
)  # fmt: skip
_OF_OTHERS = (
    "we and our (?:[0-9]{1,4} )?partners", "before you continue to ", "wir und unsere (?:[0-9]{1,4} )?partner",
    "(?:der|die) (?:nutzung|verwendung) (?:aller|von) cookies zu", "utilise des cookies",
    "nous et nos (?:[0-9]{1,4} )?partenaires", "l[’']utilisation (?:de|des) cookies", "continuer sans accepter",
    "nosotros y nuestros (?:[0-9]{1,4} )?socios", "el uso de cookies", "o uso de cookies",
    "nós e (?:os )?nossos (?:[0-9]{1,4} )?parceiros", "questo sito (?:web )?(?:utilizza|usa)",
    "noi e i nostri (?:[0-9]{1,4} )?partner", "all[’']uso dei cookie", "(?:we|wij) en onze (?:[0-9]{1,4} )?partners",
    "gebruikt cookies", "plaatsen cookies", "vi och våra (?:[0-9]{1,4} )?partner", "anvender cookies",
    "vi og vores (?:[0-9]{1,4} )?partner", "vi og våre (?:[0-9]{1,4} )?partner", "käyttää evästeitä",
    "me ja kumppanimme", "(?:używa|wykorzystuje|korzysta z) plików cookie", "my i nasi (?:[0-9]{1,4} )?partnerzy",
    "cenimy (?:twoją|państwa)", "používá (?:soubory )?cookies", "my a naši (?:[0-9]{1,4} )?partneři",
    "(?:sütiket|cookie-kat) használ", "mi és (?:[0-9]{1,4} )?partnereink", "(?:utilizează|folosește) cookie",
    "noi și (?:[0-9]{1,4} )?partenerii", "ние (?:и нашите|използваме)", "използва бисквитки", "използва cookies",
    "сайт использует (?:файлы )?(?:cookie|куки)", "использу(?:ем|ет) файлы cookie",
    "сайт використовує (?:файли )?(?:cookie|куки)", "використову(?:ємо|є) файли cookie",
    "сайт выкарыстоўвае (?:файлы )?(?:cookie|кукі)", "koristi kolačiće", "користи колачиће", "uporablja piškotke",
    "χρησιμοποιεί cookies", "εμείς και οι (?:[0-9]{1,4} )?συνεργάτες", "çerez(?:ler)?(?:i|den)? kullan(?:maktadır|ır)",
    "از کوکی(?:‌ها)? استفاده", "हम कुकीज़", "cookieを使用し", "クッキーを使用し",
)  # fmt: skip

CONSENT = (*_OF_ITSELF, *_OF_OTHERS)
"""What asks for consent, where little else stands on the page."""

CONSENT_WORDS = (
    "cookie", "consent", "privacy", "personalise", "personalize", "tracking", "einwillig", "datenschutz", "endgerät",
    "consentement", "confidentialité", "vie privée", "consentimiento", "privacidad", "consentimento", "privacidade",
    "consenso", "toestemming", "samtyck", "samtyk", "integritet", "privatliv", "eväste", "suostumu", "zgoda", "zgody",
    "zgodę", "prywatno", "souhlas", "súhlas", "soukrom", "süti", "hozzájárul", "adatvéd", "consimț", "confidențial",
    "бисквитк", "съгласи", "поверително", "куки", "согласи", "конфиденциальн", "згод", "конфіденційн", "кукі",
    "kolačić", "privatnost", "колачић", "приватност", "piškotk", "zasebnost", "συγκατάθεσ", "απορρήτου", "çerez",
    "gizlilik", "ملفات تعريف", "الخصوصية", "کوکی", "حریم خصوصی", "עוגיות", "פרטיות", "कुकी", "কুকি", "persetujuan",
    "privasi", "quyền riêng tư", "คุกกี้", "ความเป็นส่วนตัว", "隐私", "隱私", "プライバシー", "クッキー", "쿠키",
    "개인정보", "slapuk", "sīkdat", "küpsis",
)  # fmt: skip
"""Words of which one stands in most sentences of a request; alone they prove nothing."""

TRIGGERS = tuple(Trigger(part, caseless=True) for part in together(_OF_ITSELF))
"""Whatever is a request beside an article has a match of one of these."""

_LEAD = 60
# The full stop of a domain ends nothing.
_UNIT = re.compile(r"(?:[^\r\n.!?。！？।۔؟]|\.(?=[a-z]))+[.!?。！？।۔؟]*")


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(any_of(_OF_ITSELF), re.IGNORECASE)


def requests(text: str, places: Iterable[Piece]) -> list[Piece]:
    """Return the requests for consent in *text*; *places* are where phrases of them stand.

    A request is the sentence of its phrase and those around it that speak of consent too, unless the phrase is told as
    somebody's words.
    """
    phrases = {Piece(*match.span()) for place in places for match in _phrase().finditer(text, *place)}
    reports = [line for phrase in phrases if is_reported(text, phrase, line := line_at(text, *phrase))]
    # Who tells what a banner says may tell more than one of its sentences.
    asked = (phrase for phrase in phrases if not any(line.start <= phrase.start < line.end for line in reports))
    return joined(text, (_around(text, phrase) for phrase in asked if not is_cited(text, phrase)))


def is_cited(text: str, phrase: Piece) -> bool:
    """Return whether *phrase* stands in quotation marks; those of a long line may be odd in number, so few are read."""
    return is_quoted(text, max(0, phrase.start - _LEAD), phrase.start)


def _speaks_of_it(sentence: str) -> bool:
    # To look for one word after the other is faster than a pattern of them all.
    return any(map(sentence.lower().__contains__, CONSENT_WORDS))


def _around(text: str, phrase: Piece) -> Piece:
    floor, ceiling = max(0, phrase.start - REACH), min(len(text), phrase.end + REACH)
    units = (stripped(text, *match.span()) for match in _UNIT.finditer(text, floor, ceiling))
    told = [unit for unit in units if unit.end - unit.start <= UNIT_CHARACTERS and _speaks_of_it(text[slice(*unit)])]
    line = line_at(text, *phrase, reach=REACH)
    near = (unit for unit in told if line.start <= unit.start < line.end or _is_of_page(text, unit, told))
    runs = joined(text, (*near, phrase), within=GAP_CHARACTERS)
    return next(run for run in runs if run.start <= phrase.start < run.end)


def _is_of_page(text: str, unit: Piece, told: Sequence[Piece]) -> bool:
    """Return whether *unit*, in another line than the request, goes with it: the article may speak of consent, too.

    Its paragraphs come to that from something else, or name who says it.
    """
    line = line_at(text, *unit, reach=REACH)
    return any(each.start == line.start for each in told) and not is_attributed(
        text, Piece(line.start, line.start), line
    )
