"""Sentences that only a page says, the same on many: messages, requests for corrections, notes on machines.

They count where they begin a line or a sentence, or with a capital inside flattened text, unless they are told as
somebody's words. What asks for corrections is a question and the answer beside it ("Found a typo? Report it.").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newslint.facts.furniture.pieces import Piece, line_at, sentence_at, stripped
from newslint.facts.furniture.reported import is_told
from newslint.facts.furniture.words import any_of, at_line_starts, together
from newslint.text.scan import Trigger

SENTENCE_CHARACTERS = 160
"""So much of a sentence behind a phrase is still of it; a longer one is a flattened page."""
ANSWER_CHARACTERS = 120
"""Behind a question about errors so much is its answer: ``Please select it and press Ctrl+Enter.``"""
LISTED_CHARACTERS = 300
"""A line of tags has at most so many characters."""
TAG_WORDS = 5
"""Tags have at most so many words, those of a company or a law included."""
TAG_LINES = 12
"""Below a heading of tags so many lines can be some."""
TAG_CHARACTERS = 24
"""Such a line has at most so many characters."""

_MESSAGES = (
    "created (?:with|using) (?:sketch(?:tool)?|avocode|raphaël|figma|pixelmator|vectornator)(?: beta)?[.]",
    "post was not sent - check your e-?mail addresses!?", "e-?mail check failed, please try again",
    "sorry, your blog cannot share posts by e-?mail[.]?",
    "thank(?:s| you) for contacting us[.!] ?we(?:[’']ve| have) received your (?:submission|message)[.!]?",
    "this (?:story|article|post|video) has been (?:shared|viewed|read) [0-9][0-9,.]{0,9} times[.]?",
    "(?:success! )?you(?: are|[’']re|[’']ve| have)(?: now)?(?: been)? successfully (?:subscribed|signed up)[.!]{0,3}",
    "there was a problem (?:subscribing you|signing you up)(?: to (?:the|our|this) [a-z]{1,12})?[.!]{0,3}",
    (
        "(?:please )?double[- ]check your e-?mail(?: address)? and try again"
        "(?:,? or (?:e-?mail|contact) (?:us|[^\\s@]{1,40}@[a-z0-9.-]{1,40}[a-z]))?[.!]{0,3}"
    ),
    "(?:there was an error, )?please (?:enter|provide) a valid e-?mail(?: address)?[.!]{0,3}",
    "a welcome e-?mail is on its way[.!]{0,3}(?: if you don[’']t see it,? please check your (?:junk|spam) folder[.]?)?",
    "sie haben sich erfolgreich (?:(?:für den|zum) newsletter )?angemeldet[.!]{0,3}",
    "bitte gib(?: hier)? eine gültige e-?mail-?adresse (?:ein|an)[.!]{0,3}",
    "bitte geben sie(?: hier)? eine gültige e-?mail-?adresse (?:ein|an)[.!]{0,3}",
    "votre inscription (?:à la newsletter )?a bien été (?:prise en compte|enregistrée)[ \u00a0]?[.!]{0,3}",
    "veuillez (?:saisir|entrer|renseigner) une adresse e-?mail valide[.!]{0,3}",
    "te has suscrito (?:correctamente|con éxito)(?: a (?:nuestro|nuestra|la|el) [a-zí]{1,12})?[.!]{0,3}",
    "(?:por favor,? )?(?:introduce|introduzca|ingresa|ingrese) un (?:correo(?: electrónico)?|e-?mail) válido[.!]{0,3}",
    "(?:sua )?inscrição (?:foi )?(?:realizada|efetuada|feita) com sucesso[.!]{0,3}",
    "(?:por favor,? )?(?:insira|digite|informe) um e-?mail válido[.!]{0,3}",
    "(?:la tua )?iscrizione (?:alla newsletter )?(?:è )?(?:avvenuta|completata) con successo[.!]{0,3}",
    "inserisci un(?: indirizzo)? e-?mail valid[oa][.!]{0,3}", "vul een geldig e-?mailadres in[.!]{0,3}",
    "(?:prosimy |proszę )?podaj poprawny adres e-?mail[.!]{0,3}",
    "(?:спасибо! )?вы успешно подписа(?:лись|ны)(?: на (?:нашу )?(?:рассылку|новости))?[.!]{0,3}",
    "(?:пожалуйста,? )?введите (?:корректный|правильный|действительный) (?:адрес|e-?mail)[^\\n.!]{0,20}[.!]{0,3}",
    "(?:дякуємо! )?ви успішно підписа(?:лися|лись|ні)(?: на (?:нашу )?(?:розсилку|новини))?[.!]{0,3}",
    "(?:bültenimize )?başarıyla abone oldunuz[.!]{0,3}", "lütfen geçerli bir e-?posta adresi gir(?:in|iniz)[.!]{0,3}",
    "تم (?:تسجيل )?اشتراكك بنجاح[.!]{0,3}", "(?:يرجى|الرجاء) إدخال بريد إلكتروني صحيح[.!]{0,3}",
    "您已(?:订阅成功|成功订阅)[。！!]{1,3}", "请输入有效的(?:电子)?邮(?:箱|件)地址[。！!]{0,3}",
    "有効なメールアドレスを入力してください[。！!]{0,3}", "유효한 이메일 주소를 입력(?:해 ?주세요|하세요)[.!]{0,3}",
    "[0-9]{0,3} ?% of readers think this story is (?:fact|fiction)[.]?",
    "end of article(?![^\\W\\d_]|(?-i: [a-z0-9]))", "dieses thema im programm:",
    "अगर आपके पास प्रीमियम मेंबरशिप है तो", "मेरे पास पहले से सदस्यता है",
    "view author archive(?: email the author)?(?: get author rss feed)?",
    "skip to (?:main )?(?:content|footer)(?![^\\W\\d_]|(?-i: (?:that|which|you|the) ))", "skip to (?:main )?navigation",
)  # fmt: skip
"""Messages and counters, most of them of WordPress, of forms for newsletters and of drawing programs.

They end where they end: in a flattened page headlines follow.
"""
_OPENED = (
    "beitrag nicht abgeschickt - e-?mail", "e-?mail-überprüfung fehlgeschlagen, bitte versuche",
    "(?:ihr|dein) blog kann leider keine beiträge per e-?mail",
    "l[’']article n[’']a pas été envoyé - vérifiez", "la vérification e-?mail a échoué, veuillez réessayer",
    "désolé, votre blog ne peut pas partager", "no se pudo enviar la entrada. ¡comprueba",
    "(?:error en|falló) la comprobación de (?:e-?mail|correo)", "lo sentimos, tu blog no puede compartir",
    "post não foi enviado - verifique", "verificação de e-?mail falhou, tente novamente",
    "desculpe, seu blog não pode compartilhar", "l[’']articolo non è stato pubblicato, controlla gli indirizzi",
    "verifica dell[’']e-?mail non riuscita", "ci dispiace, il tuo blog non consente",
    "bericht is niet verzonden - contro", "e-?mail controle is mislukt, probeer", "helaas, je blog kan geen berichten",
    "запись не была отправлена. проверьте", "проверка e-?mail не прошла, попробуйте",
    "извините, ваш блог не может делиться",
)  # fmt: skip
"""How such messages begin in other languages."""

_AGREED = (
    "by (?:signing up|subscribing),? you (?:agree|consent) to (?:our|receive (?:the above|our|e-?mails|newsletters))",
    (
        "mit (?:der|meiner|ihrer|deiner) anmeldung (?:zum newsletter )?(?:(?:willigen|stimmen|akzeptieren) sie"
        "|(?:willige|stimme|akzeptiere) ich|(?:willigst|stimmst|akzeptierst) du) (?:in die|der|den|unser|ein|zu)"
    ),
    "en vous inscrivant(?: à la newsletter)?,? vous (?:acceptez|consentez) ",
    "al (?:suscribirte|suscribirse|registrarte),? aceptas? (?:nuestr|las condiciones|los términos|la política)",
)  # fmt: skip
"""How the sentence below a form's button begins, which links often part over several lines."""

_MADE = "(?:generated|created|produced|written|translated|narrated|summari[sz]ed)"
_MADE_BY = (
    "(?: automatically)? (?:by|using|with)(?: the (?:help|use|assistance) of)? (?:an? )?(?:ai|artificial intelligence)"
)
_OF_TEXT = "(?:summary|article|text|translation|audio|content|transcript)"
_BY_MACHINE = (
    rf"th(?:is|e above|e following) {_OF_TEXT} (?:was|is|has been) {_MADE}{_MADE_BY}(?![^\W_])",
    rf"(?:these|the above) (?:key )?(?:points|takeaways|summaries) (?:were|are) {_MADE}{_MADE_BY}(?![^\W_])",
    "diese zusammenfassung wurde (?:künstlich erzeugt|maschinell erstellt)",
    (
        "diese(?:r|s)? (?:zusammenfassung|text|artikel|übersetzung|audio) wurde (?:automatisch"
        " )?(?:mit|von|durch) (?:hilfe (?:von )?)?(?:einer )?(?:ki|künstlicher intelligenz)(?![^\\W_])"
    ),
    (
        "ce (?:résumé|texte|contenu) a été (?:généré|rédigé|créé|réalisé|produit)(?: automatiquement)?"
        " (?:par|avec|à l[’']aide d)[^\\n.]{0,12}(?<![^\\W_])(?:ia|intelligence artificielle)(?![^\\W_])"
    ),
    (
        "este (?:resumen|texto|contenido) (?:fue|ha sido) (?:generado|creado|elaborado|redactado)(?:"
        " automáticamente)? (?:por|con)[^\\n.]{0,12}(?<![^\\W_])(?:ia|inteligencia artificial)(?![^\\W_])"
    ),
    (
        "este (?:resumo|texto|conteúdo) foi (?:gerado|criado|produzido|elaborado)(?: automaticamente)?"
        " (?:por|com)[^\\n.]{0,12}(?<![^\\W_])(?:ia|inteligência artificial)(?![^\\W_])"
    ),
    (
        "questo (?:riassunto|testo|contenuto) è stato (?:generato|creato|realizzato|prodotto)(?:"
        " automaticamente)? (?:da|con)[^\\n.]{0,16}(?<![^\\W_])(?:ia|ai|intelligenza artificiale)(?![^\\W_])"
    ),
    (
        "deze samenvatting is (?:automatisch )?(?:gemaakt|gegenereerd)"
        " (?:door|met)[^\\n.]{0,12}(?<![^\\W_])(?:ai|kunstmatige)"
    ),
    "den här sammanfattningen är (?:gjord|skapad|genererad) (?:av|med)[^\\n.]{0,12}(?<![^\\W_])ai(?![^\\W_])",
    (
        "(?:to )?(?:podsumowanie|streszczenie) zostało (?:wygenerowane|przygotowane|stworzone) przez"
        " (?:ai|sztuczną)"
    ),
    "toto shrnutí (?:vytvořila|vygenerovala) (?:ai|umělá)",
    (
        "это (?:краткое содержание|резюме|саммари) (?:создано|сгенерировано|подготовлено)"
        " (?:ии|нейросет|искусственным)"
    ),
    "цей (?:підсумок|переказ) (?:створено|згенеровано) (?:ші|штучним)", "bu (?:özet|metin) yapay zek[aâ]",
    "تم إنشاء هذا الملخص (?:بواسطة|باستخدام)",
    "(?:本|此|以上)(?:文)?(?:摘要|内容|總結|总结)由 ?(?:ai|人工智[能慧])(?:自动|自動)?(?:生成|產生)",
    "この(?:要約|記事)は(?:生成)?ai(?:が|により|によって|で|を使って)(?:自動)?(?:作成|生成)",
    "(?:이|본) ?(?:요약문?|기사)[은는] ?(?:ai|인공지능)[^\\n.]{0,10}(?:생성|작성|요약)",
)  # fmt: skip
"""What a page says of a text that a machine made, with "this"."""

_ASKED = (
    "(?:found|spotted|noticed|see) (?:a|an) (?:typo|error|mistake|inaccuracy)",
    (
        "(?:did|have|do) you (?:find|spot|notice|see|spotted|noticed|found) (?:a|an|any)"
        " (?:typo|errors?|mistakes?) (?:in|on) (?:this|the|our) (?:article|story|page|text)"
    ),
    "(?:tipp-?|schreib)?fehler (?:gefunden|entdeckt|bemerkt|im (?:text|artikel) (?:gefunden|entdeckt|bemerkt))",
    (
        "(?:haben sie|hast du) (?:einen |im (?:artikel|text) einen )(?:tipp-?|schreib-?)?fehler"
        " (?:gefunden|entdeckt|im (?:text|artikel))"
    ),
    "(?:une|vous avez (?:vu|repéré|trouvé|remarqué|constaté) une) (?:erreur|faute|coquille)",
    "¿(?:has|ha) (?:encontrado|visto|detectado) (?:un|algún) error",
    "¿(?:encontraste|viste|detectaste) (?:un|algún) error",
    "(?:encontrou|viu|achou|detectou|detetou) (?:algum|um) erro",
    "(?:hai|avete) (?:trovato|notato|visto) un (?:errore|refuso)",
    "(?:typ|taal)?fout(?:je)? (?:gezien|gevonden|ontdekt|gespot)", "(?:heb|zie) je een (?:(?:typ|taal)?fout(?:je)?)",
    (
        "(?:znalazłeś|zauważyłeś|widzisz|znalazłaś|zauważyłaś|znaleźliście|zauważyliście) (?:w artykule"
        " )?(?:błąd|literówkę)"
    ),
    "našli jste (?:v článku |v textu )?(?:chybu|překlep)", "našli ste (?:v článku |v texte )?(?:chybu|preklep)",
    "(?:hittat|sett|upptäckt|hittade du|såg du) ett (?:skriv)?fel", "(?:har du )?fundet en (?:stave)?fejl",
    "(?:har du )?funnet en (?:skrive)?feil", "huomasitko (?:kirjoitus)?virheen",
    "(?:hibát|elírást) (?:talált|találtál|látott|láttál)", "ai (?:găsit|observat|văzut) o (?:greșeală|eroare)",
    "(?:открихте|намерихте|забелязахте) грешка", "(?:уочили сте|uočili ste|pronašli ste) (?:грешку|grešku|pogrešku)",
    "(?:βρήκατε|εντοπίσατε) (?:κάποιο )?λάθος",
    "(?:нашли|заметили|обнаружили|увидели|видите) (?:ошибку|опечатку|неточность|ошибки)",
    "(?:знайшли|помітили|виявили|побачили|бачите) (?:помилку|неточність|одрук|друкарську помилку)",
    "(?:знайшлі|заўважылі) (?:памылку|абдрукоўку)", "(?:yazım )?hata(?:sı)? mı (?:gördünüz|buldunuz|fark ettiniz)",
    "(?:هل )?(?:وجدت|لاحظت|رأيت) خط[أا]",
)  # fmt: skip
"""A question about errors, without its mark."""

_IF = (
    (
        "if you (?:find|found|spot|notice|see|have found|have spotted) (?:a|an|any)"
        " (?:typo|errors?|mistakes?|inaccuracy) (?:in|on) (?:this|the|our) (?:article|story|page|text)"
    ),
    "if you are aware of an inaccuracy or would like to report",
    (
        "wenn sie (?:einen|im (?:text|artikel) einen) (?:tipp-?|schreib-?)?fehler"
        " (?:gefunden|entdeckt|im (?:text|artikel))"
    ),
    "se (?:você )?encontrou (?:algum|um) erro n(?:este|o|a|esta) ",
    "si (?:vous )?(?:avez )?(?:constaté|repéré|vu) une (?:erreur|faute|coquille) dans (?:cet article|ce texte)",
    (
        "если вы (?:нашли|заметили|обнаружили|увидели|обнаружите|заметите|найд[её]те)[^\\n.,]{0,20}"
        " (?:ошибку|опечатку|неточность)[^\\n.,]{0,30},? ?(?:пожалуйста,? )?(?:выделите|сообщите|нажмите)"
    ),
    (
        "якщо ви (?:знайшли|помітили|виявили|побачили|знайдете|помітите)[^\\n.,]{0,20}"
        " (?:помилку|неточність|одрук)[^\\n.,]{0,30},? ?(?:будь ласка,? )?(?:виділіть|повідомте|натисніть)"
    ),
    "aby zgłosić błąd(?: w artykule)?,? (?:zaznacz|kliknij)",
)  # fmt: skip
"""The same as a condition, which names the text or what to do."""

_ERRORS = (
    "error", "typo", "mistake", "spelling", "fehler", "faute", "erreur", "błąd", "literów", "chyb", "ошиб", "опечат",
    "неточност", "помилк", "неточніст", "одрук", "памылк", "абдрук", "грешк", "hata", "xato", "қате", "ката",
)  # fmt: skip
_ANSWERS = (
    "report", "let us know", "tell us", "write to us", "write us", "contact us", "e-mail", "email", "melden",
    "schreib", "signale", "écrivez", "contactez", "avísa", "repórt", "escríb", "envía", "avise", "informe",
    "comunique", "segnal", "scriv", "meld ", "laat het", "mail", "zgłoś", "napisz", "daj nam", "сообщи", "выдели",
    "напиши", "ctrl", "повідом", "виділ", "напиш", "bildir", "nahlas", "napište", "napíšte", "dajte", "berätta",
    "skriv", "fortæl", "kerro", "ilmoita", "írj", "jelez", "spune", "scrie", "selectează", "селект", "маркирайте",
    "пишете", "πείτε", "паведам", "вылуч", "أبلغ", "راسل",
)  # fmt: skip

_TAGS = (
    "tags?", "tagged(?: with)?", "keywords?", "filed under", "posted in", "schlagw[oö]rter", "schlagworte",
    "abgelegt unter",
    "mots[- ]clés", "étiquettes", "etiquetas", "palabras clave", "palavras-chave", "parole chiave", "trefwoorden",
    "nyckelord", "etiketter", "emneord", "avainsanat", "tagi", "słowa kluczowe", "štítky", "klíčová slova",
    "kľúčové slová", "címkék", "etichete", "tagovi", "oznake", "ključne (?:riječi|reči)", "етикети", "ключови думи",
    "теги", "ключевые слова", "ключові слова", "тэгі", "ετικέτες", "etiketler", "anahtar kelimeler", "الوسوم",
    "كلمات مفتاحية", "الكلمات المفتاحية", "برچسب‌?ها", "کلیدواژه‌?ها", "תגיות", "टैग्स?", "ট্যাগ", "kata kunci",
    "từ khóa", "คำค้น", "关键词", "关键字", "關鍵字", "關鍵詞", "标签", "標籤", "タグ", "キーワード", "태그", "키워드",
)  # fmt: skip
"""Headings of what an article is filed under."""

_FIXED = (*_MESSAGES, *_OPENED, *_AGREED, *_BY_MACHINE, *_IF)
_CTRL_ENTER = r"ctrl\s?[+-]\s?enter"
_BEGINS = re.compile(r"(?:[.!?…。！？।۔:»”\"')\]|•])[\s\W_]{0,12}$")
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "۔", ":")
_ABOVE = 100
_OF_TEXTS = (
    "text", "article", "artikel", "artíc", "artigo", "articol", "story", "page", "nota", "notícia", "noticia",
    "articolo", "notizia", "seite", "bericht", "artyku", "teks", "článk", "cikk", "член", "текст", "стать", "новост",
    "новин", "материал", "матеріал", "страниц", "сторінц", "сайт", "άρθρο", "κείμενο", "haber", "المقال", "الخبر",
    "النص",
)  # fmt: skip
"""What errors of a page are in."""
_NOUNS = ("fehler", "tipp", "schreib")
_TWEETS = re.compile("tweets by @[^ ]*", re.IGNORECASE)
_TAG = re.compile(rf"{any_of(_TAGS)}[ \t\u00a0]{{0,2}}[:：][ \t\u00a0]{{0,4}}", re.IGNORECASE)
_PARTS = re.compile(r"[,،、，;|·•#/]|\s-\s|\s{2}")
_REST = re.compile(r"(?:[^\n.!?]|\n(?![ \t\r]{0,40}\n)){1,160}[.!?]")
"""The rest of a sentence in the lines below, up to an empty one."""
_PARAGRAPH = re.compile(r"\s*([^\s][^\r\n]*)")


def _before_gap(phrase: str) -> str:
    return phrase.partition("[^\\n")[0].partition("(?![^")[0].partition("(?<!")[0]


TRIGGERS = (
    *(Trigger(part, caseless=True) for part in together([_before_gap(phrase) for phrase in (*_FIXED, *_ASKED)])),
    Trigger(r"ctrl[ ]?[+-][ ]?enter", caseless=True),
    *(Trigger(part, caseless=True) for part in at_line_starts([f"{tag}[ \u00a0]{{0,2}}[:：]" for tag in _TAGS])),
    *(Trigger(part, caseless=True) for part in at_line_starts(["tweets by @"])),
)
"""Whatever is such a sentence has a match of one of these."""


def page_sentences(text: str, hits: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the sentences of a page at *hits* of the triggers in *text*."""
    for hit in hits:
        start, end = stripped(text, *hit)
        line = line_at(text, start, end)
        found = _fixed(text, line, start) or _asked(text, line, start) or _keyed(text, line, start, end)
        found = found or _tagged(text, line, start)
        if found is not None:
            yield found


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    """Return the larger patterns, compiled when a text first needs one."""
    fixed = rf"(?P<message>{any_of(_MESSAGES)})|(?P<agreed>{any_of(_AGREED)})|{any_of((*_OPENED, *_BY_MACHINE, *_IF))}"
    rules = {"fixed": fixed, "asked": rf"{any_of(_ASKED)}[^\n.!?;؟]{{0,50}}[?؟;]"}
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in rules.items()}


def _fixed(text: str, line: Piece, start: int) -> Piece | None:
    match = _rules()["fixed"].match(text, start, line.end)
    if match is None or not _is_of_page(text, line, Piece(*match.span())):
        return None
    sentence = sentence_at(text, start, match.end(), line)
    is_short = match["message"] is None and sentence.end - match.end() <= SENTENCE_CHARACTERS
    ends = text[sentence.end - 1] in _SENTENCE_ENDS or sentence.end == line.end
    rest = _REST.match(text, sentence.end) if match["agreed"] and sentence.end == line.end else None
    if rest is not None and text[sentence.end - 1] not in _SENTENCE_ENDS:
        return Piece(start, rest.end())
    return Piece(start, sentence.end if is_short and ends else match.end())


def _opens(text: str, line: Piece, start: int) -> bool:
    """Return whether a line or a sentence begins at *start*."""
    return start == line.start or _BEGINS.search(text, max(line.start, start - 16), start) is not None


def _is_of_page(text: str, line: Piece, words: Piece) -> bool:
    """Return whether *words* begin a line or a sentence, or have a capital inside one, and nobody says them."""
    first = text[words.start]
    begins = first.isupper() or _UNCASED.match(first) or _opens(text, line, words.start)
    return bool(begins) and not is_told(text, words, line)


def _asked(text: str, line: Piece, start: int) -> Piece | None:
    """Return a question about errors in the text, or one that says what to do about them, with the answer."""
    match = _rules()["asked"].match(text, start, line.end)
    if match is None or not _is_of_page(text, line, Piece(*match.span())):
        return None
    question, answer = match.group().lower(), text[match.end() : match.end() + ANSWER_CHARACTERS]
    if question.startswith(_NOUNS) and not _opens(text, line, start):
        return None
    is_answered = _has_any(answer, _ANSWERS)
    if not (is_answered or _has_any(question, _OF_TEXTS)):
        return None
    behind = stripped(text, match.end(), min(line.end, match.end() + SENTENCE_CHARACTERS))
    sentence = sentence_at(text, behind.start, behind.start, line)
    is_answer = is_answered and behind.end > behind.start and sentence.end - match.end() <= ANSWER_CHARACTERS
    return Piece(start, sentence.end if is_answer and _has_any(text[slice(*sentence)], _ANSWERS) else match.end())


def _has_any(text: str, parts: Iterable[str]) -> bool:
    return any(map(text.lower().__contains__, parts))


def _keyed(text: str, line: Piece, start: int, end: int) -> Piece | None:
    """Return the sentence that asks to mark an error and to press Ctrl+Enter."""
    if re.fullmatch(_CTRL_ENTER, text[start:end], re.IGNORECASE) is None:
        return None
    sentence = sentence_at(text, start, end, line)
    if sentence.end - sentence.start > SENTENCE_CHARACTERS or not _has_any(
        text[max(0, sentence.start - _ABOVE) : sentence.end], _ERRORS
    ):
        return None
    return None if is_told(text, Piece(start, end), line) else sentence


def _tagged(text: str, line: Piece, start: int) -> Piece | None:
    """Return a line of tags, or a heading of tags with those below it; and the heading of an embedded list of posts."""
    if start != line.start:
        return None
    if _TWEETS.fullmatch(text, start, line.end):
        return line
    heading = _TAG.match(text, start, line.end)
    if heading is None or line.end - line.start > LISTED_CHARACTERS:
        return None
    tags = text[heading.end() : line.end].strip()
    if tags:
        return line if _are_tags(tags) else None
    return _tags_below(text, line)


def _are_tags(tags: str) -> bool:
    return not tags.endswith(_SENTENCE_ENDS) and all(len(tag.split()) <= TAG_WORDS for tag in _PARTS.split(tags))


def _tags_below(text: str, heading: Piece) -> Piece | None:
    """Return *heading* and the short lines below it, up to a wider gap than the first."""
    end, gap = heading.end, LISTED_CHARACTERS
    for _ in range(TAG_LINES):
        below = _PARAGRAPH.match(text, end, min(len(text), end + LISTED_CHARACTERS))
        tag = below[1].strip() if below else ""
        if below is None or not 0 < len(tag) <= TAG_CHARACTERS or tag.endswith(_SENTENCE_ENDS):
            break
        if (wide := below.start(1) - end) > gap:
            break
        end, gap = below.end(), min(gap, wide)
    return stripped(text, heading.start, end) if end > heading.end else None
