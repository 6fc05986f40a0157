"""Legal notices of a page: copyright, reserved rights, registration of the medium, disclaimers."""

from __future__ import annotations

import re

from newslint.facts.furniture.needles import Phrases
from newslint.facts.furniture.pieces import (
    DENSER,
    UNSPACED,
    Piece,
    is_quoted,
    line_at,
    sentence_at,
    stripped,
    unwrapped,
)
from newslint.facts.furniture.reported import is_reported
from newslint.facts.furniture.words import any_of, together
from newslint.text.scan import Trigger

LINE_CHARACTERS = 300
"""A line of at most this length that has a notice is one as a whole."""
SENTENCE_CHARACTERS = 200
"""Of a longer line the sentence is marked, if it is no longer than this; else the phrase alone."""

DISCLAIMER_CHARACTERS = 300
"""The same of a disclaimer, which names what it is about, who wrote it and who does not agree."""

_RESERVED = (
    "all rights? (?:are )?reserved", "rights of the publication are reserved", "alle rechte vorbehalten",
    "tous droits (?:de reproduction )?réservés", "todos los derechos reservados", "reservados todos los derechos",
    "todos os direitos reservados", "tutti i diritti (?:sono )?riservati", "riproduzione riservata",
    "alle rechten voorbehouden", "alla rättigheter (?:förbehålls|reserverade)", "alle rettigheder forbeholdes",
    "alle rettigheter (?:forbeholdt|reservert)", "kaikki oikeudet pidätetään",
    "wszelkie prawa zastrzeżone", "wszystkie prawa zastrzeżone", "všechna práva vyhrazena",
    "všetky práva vyhradené", "minden jog fenntartva", "toate drepturile rezervate",
    "sva prava (?:pridržana|zadržana)", "сва права задржана", "vse pravice pridržane", "всички права запазени",
    "сите права се задржани",
    "все права (?:защищены|на материалы)",
    "всі права (?:захищен[оі]|застережен[оі])", "усі права захищені", "усе правы абаронены",
    "με επιφύλαξη παντός δικαιώματος", "tüm hakları saklıdır", "her hakkı saklıdır", "bütün hüquqlar qorunur",
    "جميع الحقوق محفوظة", "تمامی حقوق [^\\n]{0,40}محفوظ", "کلیه حقوق [^\\n]{0,40}محفوظ", "כל הזכויות שמורות",
    "सर्वाधिकार सुरक्षित",
    "সর্বস্বত্ব", "hak cipta dilindungi", "mọi quyền được bảo lưu", "สงวนลิขสิทธิ์",
    "(?:本文|文章|稿件|本站|本网|图文|本文章)的?版权(?:均|皆|都)?(?:归[^属]|属于)",
    "(?:本文|文章|本站|本網|圖文)的?版權(?:均|皆|都)?(?:歸[^屬]|屬於)",
    "未经[^\\n。]{0,16}(?:不得|禁止|严禁|请勿|谢绝)[^\\n。]{0,6}(?:转载|摘编)",
    "未經[^\\n。]{0,16}(?:不得|禁止|嚴禁|請勿|謝絕)[^\\n。]{0,6}(?:轉載|摘編)", "(?:严禁|谢绝|请勿)转载",
    "(?:嚴禁|謝絕|請勿)轉載",
    "转载请(?:注明|标明|联系)", "轉載請(?:註明|標明|聯繫)",
    "不代表(?:本站|本网|本報|本报|本網|本平台)(?:的)?(?:观点|觀點|立场|立場)",
    "版权所有", "版權所有", "無断転載", "無断複製", "무단 ?전재", "tots els drets reservats",
    "visos teisės saugomos", "visas tiesības aizsargātas", "kõik õigused kaitstud", "të gjitha të drejtat",
    "haki zote zimehifadhiwa", "ყველა უფლება დაცულია",
    "(?:this|the) material may not be (?:published|reproduced)",
    "may not be (?:reproduced|republished)", "(?:is )?protected by copyright and may not be",
    "would like to reuse (?:some of )?(?:our|this) content", "hier können sie die rechte an diesem artikel erwerben",
    "reproduction (?:in whole or in part|without permission)",
    "reproduction (?:interdite|même partielle)", "prohibida (?:la|su) reproducción", "proibida a reprodução",
    "nachdruck[^\\n.]{0,40}(?:verboten|genehmigung)",
    ("(?:использовани[ие]|копировани[ие]|цитировани[ие]|перепечатк[ае]) (?:всех |любых )?(?:материал|текст)"
    "[^\\n]{0,80}(?:ссылк|разрешен|запрещ|согласи)"),
    ("(?:використанн[яі]|копіюванн[яі]|цитуванн[яі]|передрук) (?:усіх |будь-яких )?(?:матеріал|текст)"
    "[^\\n]{0,80}(?:посиланн|дозвол|заборон|згод)"),
)  # fmt: skip
_REGISTERED = (
    "свидетельств[оа] о регистрации (?:сми|средства|эл|пи)",
    "зарегистрировано? (?:в роскомнадзор|федеральной службой)",
    "являются собственностью (?:своих авторов|правообладател)",
    "выписка из реестра зарегистрированных сми", "сетевое издание [^\\n]{0,60}зарегистрирован",
    "свідоцтво про державну реєстрацію (?:друкован|змі|засобу масової)", "ідентифікатор медіа",
    "京公网安备", "icp备", "互联网新闻信息服务许可证", "增值电信业务经营许可证",
    "testata (?:giornalistica )?registrata", "registrazione (?:presso il |al )?tribunale",
    "n° commission paritaire", "verantwortlich i\\. ?s\\. ?d\\.",
)  # fmt: skip
_DISCLAIMED = (
    (
        "(?:views|opinions)(?: (?:and|or) (?:views|opinions|conclusions))? expressed [^\\n.]{0,70}not "
        "necessarily (?:reflect|represent|those|the )"
    ),
    (
        "(?:views|opinions)(?: (?:and|or) (?:views|opinions|conclusions))? expressed [^\\n.]{0,50}(?:those|"
        "the views|the opinions) of (?:the|their|its|his|her) (?:(?:respective|individual|original) )?"
        "(?:author|writer|contributor|columnist)"
    ),
    (
        "(?:views|opinions)(?: (?:and|or) (?:views|opinions|conclusions))? expressed [^\\n.]{0,50}(?:author|"
        "writer|columnist) ?[’']s? (?:own|alone)"
    ),
    (
        "nicht (?:unbedingt|notwendigerweise|zwangsläufig|zwingend|immer) (?:die|der|den) (?:meinung(?:en)?|"
        "ansicht(?:en)?|auffassung(?:en)?|position|haltung)(?: und [a-zäöü]{4,16})? (?:der|des) "
        "(?:gesamt)?(?:redaktion|herausgeber|verlag)"
    ),
    (
        "ne (?:reflètent?|représentent?|engagent?) pas (?:nécessairement |forcément )?(?:celles?|"
        "l[’'](?:opinion|avis)|la position|les (?:opinions|vues)|le point de vue) de la rédaction"
    ),
    "(?:opinions|points de vue|vues) exprimée?s [^\\n.]{0,60}n[’']engagent que",
    (
        "no (?:refleja|representa|compromete)n? (?:necesariamente )?(?:la (?:opinión|posición|línea "
        "editorial)|el (?:criterio|pensamiento)) (?:de la redacción|del (?:periódico|diario|medio|editor)|de "
        "este (?:periódico|diario|medio|sitio))"
    ),
    "(?:opiniones|puntos de vista) [^\\n.]{0,60}no (?:reflejan|representan|coinciden) necesariamente",
    "son (?:de )?(?:exclusiva|entera|total) responsabilidad (?:de (?:su|sus|los)|del) autor",
    (
        "não (?:reflete|representa|expressa)m? (?:necessariamente )?a (?:opinião|posição|linha editorial) "
        "(?:do (?:jornal|site|portal|veículo|blog)|da (?:redação|revista)|deste)"
    ),
    "de (?:inteira|exclusiva|total) responsabilidade (?:do|dos|de seus?|do seu) autor",
    (
        "non (?:riflett(?:e|ono)|rispecchia(?:no)?|rappresenta(?:no)?) (?:necessariamente )?(?:l[’']opinione|"
        "la posizione|il pensiero|quell[ae]|le opinioni|la linea) (?:della (?:redazione|testata)|del "
        "giornale|dell[’']editore)"
    ),
    (
        "niet (?:noodzakelijk(?:erwijs)?|per se|altijd) de (?:mening|opinie|visie|standpunten?) van de "
        "(?:redactie|uitgever)"
    ),
    "(?:åsikter|ställningstaganden)[^\\n.]{0,40} är skribentens",
    "(?:teksten|kronikken|innlegget|artikkelen) står for skribentens regning",
    "(?:udtryk|uttrykk) for skribentens(?: egne?)? (?:holdning|mening)",
    "(?:opinie|poglądy)[^\\n.]{0,40}nie (?:muszą|zawsze)[^\\n.]{0,50}(?:redakcj|wydawc)",
    "(?:nemusí|nemusejí) (?:se shodovat|odpovídat|vyjadřovat)[^\\n.]{0,20}(?:redakc|vydavatel)",
    "(?:nemusí|nemusia) (?:sa zhodovať|zodpovedať|vyjadrovať)[^\\n.]{0,20}(?:redakci|vydavateľ)",
    "nem feltétlenül (?:tükrözi|egyezik|egyeznek)[^\\n.]{0,20}(?:szerkesztőség|kiadó)",
    (
        "nu (?:reflectă|reprezintă) (?:neapărat |în mod necesar )?(?:opinia|punctul de vedere|poziția) "
        "(?:redacți|publicați|editor)"
    ),
    "ne (?:odražavaju|odražava|predstavljaju) (?:nužno )?(?:stavove?|mišljenj[ea]) (?:redakcij|uredništv|portal)",
    "не (?:одражавају|одражава|представљају) (?:нужно )?(?:ставове?|мишљењ[еа]) (?:редакциј|уредништв)",
    "(?:не отразяват?|може да не съвпадат?)[^\\n.]{0,30}редакци",
    (
        "(?:может|могут|не всегда) (?:не )?(?:совпада|отража)(?:ть|ют|ет) с (?:мнени|позици|точкой "
        "зрения)[^\\n.]{0,4} редакци"
    ),
    "(?:мнени[ея]|позици[яи]) (?:автор|редакц)[^\\n.]{0,40}(?:может|могут) не совпадать",
    "редакция (?:не нес[её]т ответственност|может не разделять|не всегда разделяет)",
    "(?:може|можуть) не (?:збігатис[яь]|співпадати)[^\\n.]{0,30}редакці",
    "(?:думк[аи]|позиці[яї]) (?:автор|редакц)[^\\n.]{0,40}(?:може|можуть) не (?:збігатис|співпадати)",
    "редакція (?:не несе відповідальност|може не поділяти|не завжди поділяє)",
    "(?:можа|могуць) не супадаць[^\\n.]{0,30}рэдакцы",
    (
        "απόψεις [^\\n.]{0,60}δεν (?:απηχούν|εκφράζουν|αντανακλούν|ταυτίζονται) (?:απαραίτητα|αναγκαστικά|"
        "κατ[’'] ?ανάγκη)"
    ),
    "edit[oö]ryal politikasını yansıtma",
    "لا [تي](?:عبّ?ر|عكس)[^\\n.]{0,12}بالضرورة[^\\n.]{0,20}(?:رأي|آراء|وجهة|موقف|سياسة)",
    "(?:لزوما|الزاما)ً? (?:بیانگر|منعکس‌?کننده) (?:نظر|دیدگاه|مواضع)",
    "(?:אינן|אינו|אינם) (?:בהכרח )?(?:משקפ|מייצג)[^\\n.]{0,30}המערכת",
    "लेखक के (?:अपने|निजी) विचार हैं", "(?:মতামত|বক্তব্য) লেখকের (?:নিজস্ব|একান্ত)",
    "(?:仅代表|僅代表)作者(?:本人|个人|個人)?的?(?:观点|觀點|意见|意見|立场|立場)",
    "(?:筆者|執筆者|著者)の?個人(?:の|的な)見解(?:であり|です)",
    "본[지사보]의? (?:편집 ?방향|입장|견해|의견)[과와] (?:다를|일치하지|무관)",
    "tidak (?:mencerminkan|mewakili)[^\\n.]{0,20}(?:pandangan|pendapat|sikap|kebijakan) redaksi",
    "không (?:nhất thiết )?(?:phản ánh|thể hiện) quan điểm của (?:tòa soạn|toà soạn|ban biên tập)",
)  # fmt: skip
"""What says that opinions are their author's and not the paper's: "not necessarily", and the editors."""

_DISCLOSED = (
    "follows? the dnpa(?:[’']s)? code of ethics",
    (
        "(?:на (?:информационном ресурсе|(?:наш|данн|эт)ом сайте|сайте|портале)|[.](?:ru|com|рф)) применяются "
        "рекомендательные технологии"
    ),
    "настоящий материал \\(информация\\) (?:произвед|распростран|созда)", "images may be subject to copyright",
    "(?:market data|quotes?|data) (?:is |are )?delayed (?:by )?at least [0-9]{1,2} min",
    "(?:market data|quotes?) (?:is |are )?delayed (?:by )?[0-9]{1,2} min", "quotes displayed in real-time or delayed",
    "may be freely reproduced in (?:full|whole) or in part", "encourage you to share and republish our",
    "strive for accuracy but on occasion we make mistakes",
    "website is regulated by the independent press standards",
    "as an amazon associate,? (?:i|we) earn from qualifying purchases",
    "participates? in the amazon (?:services llc )?associate",
    "is a participant in the amazon (?:services llc )?associate", "earn revenue from qualifying purchases",
    "(?:post|article|page|site|blog|story|guide|review) (?:may )?contains? (?:some )?affiliate links",
    "we (?:may|might|can|will) (?:earn|receive|get) an? (?:small |affiliate )?commission (?:if|when|from|on|for)",
    "i (?:may )?(?:earn|receive|get) a small commission (?:if|when|from|on|for)",
    (
        "(?:if|when) you (?:buy|purchase|shop|click)[^\\n.]{0,40}links?[^\\n.]{0,30}we (?:may|might|can|could|will) "
        "(?:earn|receive|get|make)"
    ),
    (
        "we (?:may|might|can|could) (?:earn|receive|get|make) (?:money|revenue|a (?:small )?(?:fee|share)) (?:if|when) "
        "you (?:buy|purchase|shop|click)"
    ),
    (
        "(?:selected|chosen|picked|reviewed) by our (?:editors|team|experts)[^\\n.]{0,40}(?:earn|receive) an? "
        "[^\\n.]{0,20}commission"
    ),
    "in our stories, we may earn a commission", "may earn an affiliate commission if you",
    "use income earning auto affiliate links",
    "(?:artikel|beitrag|text|seite) (?:sind|befinden sich) (?:sogenannte )?affiliate-?links",
    "(?:artikel|beitrag|text|seite|website) enthält (?:sogenannte )?affiliate-?links",
    "handelt es sich um (?:sogenannte )?affiliate-?links",
    "(?:article|page|site) (?:peut contenir|contient) des liens (?:d[’'])?affili",
    "(?:artículo|página|sitio|nota) (?:puede contener|contiene) enlaces de afiliad",
    "(?:artigo|página|site|texto|matéria) (?:pode conter|contém) links de afiliad",
    "(?:articolo|pagina|sito) (?:può contenere|contiene) (?:dei )?link (?:di affiliazione|affiliati)",
    "(?:artikel|pagina|site|blog) (?:kan|bevat) (?:affiliate|affiliatie)",
    "(?:artykuł|tekst|strona|wpis) (?:może zawierać|zawiera) linki (?:afiliacyjne|partnerskie)",
)  # fmt: skip
"""What a page must say of itself: of who watches over it, of delayed quotes, of links that it earns from."""

_GAP = 100
_SIGN = r"(?:©|\(c\)|&copy;|copyright ?©?|copyright ?\(c\))"
_DATED = rf"{_SIGN}[ \t,:™-]{{0,4}}(?:by |the )?(?:19|20)\d\d"
_DATED_AFTER = r"(?:19|20)\d\d[ \t]{0,2}©"
_COMPANY = r"©[ \t\u00a0]{0,2}(?:ооо|оао|зао|ао|пао|тов|прат|фгуп)[ \t\u00a0«\"]"
_NAMED = r"©[^\n\d©]{2,48}(?:ltd|limited|gmbh|llc|inc|ag|kg|s\.a)\.?,? (?:19|20)\d\d"
_OWNED = r"copyright ?(?:©|\(c\)|&copy;)|©[ \t]{0,3}copyright"

_NOTICE = Phrases(
    rf"(?P<dated>{_DATED}|{_DATED_AFTER}|{_OWNED}|{_COMPANY}|{_NAMED})"
    rf"|(?P<phrase>{any_of((*_RESERVED, *_REGISTERED))})[^\W\d_]*"
    rf"|(?P<disclaimed>{any_of((*_DISCLAIMED, *_DISCLOSED))})[^\W\d_]*"
)
_PHRASES = (*_RESERVED, *_REGISTERED, *_DISCLAIMED, *_DISCLOSED)
# A full stop of an abbreviation, at which no sentence ends.
_BOX = re.compile(
    r"(?:(?<![^\W_])(?:mailing|postal) address:?\s{1,3})?(?<![^\W_])(?:p\.\s?o\.|b\.\s?p\.|c\.\s?p\.|apdo\.)\s?$",
    re.IGNORECASE,
)
_BOX_REACH = 30
_STOP = re.compile(r"[ \u00a0]?\.")
"""A full stop, which texts that were cut into words have a space before."""
_OF_DATE = re.compile(r"\d{1,2}(?:[./-]\d{1,2}[./-]|\.?[ \u00a0](?:de )?[^\W\d_]{3,10}\.?,?[ \u00a0](?:de )?)\Z")
"""The day and the month before a year: "13 set 2023 ©" has the year of a date, and no notice's."""
_OF_DATE_REACH = 30
_LICENCE = re.compile(
    r"(?:icp[备证]|公网安备|服务许可证|经营许可证)[^\n。，]{0,16}?\d[\d-]{3,20}(?:[ ]?号)?(?:-\d{1,3})?[)）\]】]?",
    re.IGNORECASE,
)
"""The number of a licence, with which the footer of a Chinese page ends where the lede follows in its line."""
_OWNED_IN_CHINESE = re.compile("版[权權]所有")
_UNBROKEN = re.compile(r"(?<=\s)\S+")
_TOLD = ("。", "，")


def _before_gap(phrase: str) -> str:
    return phrase.partition("[^\\n")[0]


TRIGGERS = (
    Trigger(rf"{_DATED}|{_DATED_AFTER}|{_OWNED}|{_COMPANY}", caseless=True),
    Trigger("© ?[a-z]", caseless=True),
    *(Trigger(part, caseless=True) for part in together([_before_gap(each) for each in _PHRASES])),
)
"""Whatever is a notice has a match of one of these."""


def notice_at(text: str, start: int, end: int) -> Piece | None:
    """Return the notice that ``text[start:end]``, a hit of the triggers, belongs to."""
    notice = _in_its_line(text, start, end)
    return None if notice is None else unwrapped(text, notice, SENTENCE_CHARACTERS)


def _in_its_line(text: str, start: int, end: int) -> Piece | None:
    line = line_at(text, start, end)
    notice = _NOTICE.search(text, start, end) or _NOTICE.search(text, start, min(line.end, end + _GAP))
    if notice is None or is_quoted(text, line.start, notice.start()):
        return None
    if notice["disclaimed"] and is_reported(text, Piece(*notice.span()), line):
        return None
    start, end = notice.start(), max(end, notice.end())
    part = text[line.start : line.end]
    denser = DENSER if len(UNSPACED.findall(part)) * 2 > len(part) else 1
    if len(part) * denser <= LINE_CHARACTERS and _is_notice_line(part, start - line.start):
        return _before_news(text, line)
    sentence = sentence_at(text, start, end, line)
    most = DISCLAIMER_CHARACTERS if notice["disclaimed"] else SENTENCE_CHARACTERS
    if (sentence.end - sentence.start) * denser <= most:
        start, end = _with_box(text, line, sentence.start), sentence.end
    else:
        start, end = _behind_date(text, line, Piece(start, end)), _with_stop(text, end)
    # "© 2024 Orlec Courier Ltd. All rights reserved." is one notice, although a full stop parts it.
    for more in _NOTICE.finditer(text, end, min(line.end, end + _GAP)):
        end = _with_stop(text, more.end())
    return _before_news(text, Piece(start, end))


def _with_stop(text: str, end: int) -> int:
    """Return where the full stop at *end* ends."""
    stop = _STOP.match(text, end)
    return stop.end() if stop else end


def _behind_date(text: str, line: Piece, notice: Piece) -> int:
    """Return where *notice* starts, or its sign where the year before that is of a date."""
    sign = text.find("©", *notice)
    is_of_date = sign >= 0 and _OF_DATE.search(text, max(line.start, notice.start - _OF_DATE_REACH), notice.start)
    return sign if is_of_date else notice.start


def _before_news(text: str, notice: Piece) -> Piece:
    """Return *notice* up to where the news begins in its line, behind the footer of a Chinese page.

    That is behind the number of a licence, "版权所有 …(京ICP备…号)", a full stop, or at a space behind the owner.
    """
    ends = [licence.end() for licence in _LICENCE.finditer(text, *notice)]
    stop = text.find(
        "。", max((found.end() for found in _NOTICE.finditer(text, *notice)), default=notice.end), notice.end
    )
    for end in (*ends[-1:], *((stop + 1,) if stop >= 0 else ())):
        if _is_told(text[end : notice.end]) and not _NOTICE.search(text, end, notice.end):
            return Piece(notice.start, end)
    owned = None if ends else _OWNED_IN_CHINESE.search(text, *notice)
    opened = None
    for part in _UNBROKEN.finditer(text, owned.end(), notice.end) if owned else ():
        opened = opened or (part if "（" in part.group() and "）" not in part.group() else None)
        if _is_told(part.group()) and not _NOTICE.search(text, part.start(), notice.end):
            return stripped(text, notice.start, (opened or part).start())
    return notice


def _is_told(part: str) -> bool:
    return any(mark in part for mark in _TOLD)


def _with_box(text: str, line: Piece, start: int) -> int:
    """Return where the address begins that a sentence at *start* is the rest of: "P.O. Box 20, © 2024 …"."""
    box = _BOX.search(text, max(line.start, start - _BOX_REACH), start)
    return box.start() if box else start


def _is_notice_line(line: str, at: int) -> bool:
    """Return whether no prose stands before the notice in its line."""
    before = line[:at].rstrip()
    return not (". " in before or before.endswith((".", "!", "?"))) or len(before) <= SENTENCE_CHARACTERS // 4


def has_notice(text: str, piece: Piece) -> bool:
    """Return whether *piece* of *text*, or the short line that it stands in, has a legal notice."""
    line = line_at(text, piece.start, min(piece.end, piece.start + 1))
    within = line if line.end - line.start <= LINE_CHARACTERS else piece
    return _NOTICE.search(text, within.start, within.end) is not None
