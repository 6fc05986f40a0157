"""What a language model says about its work instead of doing no more than that: “Sure, here is the translation:”.

Each sentence counts where a model would have said it: as a line of its own, or at the beginning or end of the text. In
quotation marks, after a speaker's name, a colon or a question it is cited.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.facts.furniture.pieces import Piece, stripped

LINE_CHARACTERS = 200
"""A line of its own has at most so many characters."""
REACH = 160
"""Characters around a hit in which its sentence begins and ends."""

# Each is at the beginning of a sentence. ``{ai}`` is the name of the thing, ``…`` up to 60 characters of the sentence.
_OFFERED = (
    (
        r"(?:sure|certainly|of course|absolutely|okay|ok)(?: thing)?[,!.] ?(?:here(?:'s| is| are)|below"
        r" is)…(?:translat|rewrit)"
    ),
    (
        r"(?:here(?:'s| is)|below is)(?: the| your)?(?: full| complete| requested)? translated (?:text|article"
        r"|version|content)"
    ),
    (
        r"(?:here(?:'s| is)|below is) (?:the|your) (?:requested translation|translation (?:of (?:the|your) (?:article"
        r"|text)|you (?:asked|requested)))"
    ),
    r"(?:natürlich|gerne?|sicher|klar)[,!.] ?hier ist…(?:übersetz)",
    r"hier ist (?:der übersetzte (?:text|artikel)|die übersetzung (?:des|ihres|deines) (?:artikels|textes))",
    r"(?:bien sûr|certainement|d'accord)[ ,!.]{1,3}voici…(?:tradui|traduction)",
    r"voici (?:(?:le texte|l'article) traduit|la traduction (?:de l'article|du texte|demandée))",
    r"(?:¡?claro|por supuesto|desde luego)[,!.] ?aquí (?:está|tienes?)…(?:tradu)",
    r"aquí (?:está|tienes?) (?:el (?:texto|artículo) traducido|la traducción (?:del artículo|del texto|solicitada))",
    r"(?:certo|certamente|ecco)[,!.] ?ecco…(?:tradu|tradotto)",
    r"ecco (?:il testo tradotto|l'articolo tradotto|la traduzione (?:dell'articolo|del testo|richiesta))",
    r"(?:claro|certamente|com certeza)[,!.] ?aqui está…(?:tradu)",
    r"aqui está (?:o (?:texto|artigo) traduzido|a tradução (?:do artigo|do texto|solicitada))",
    r"(?:natuurlijk|zeker)[,!.] ?hier is…(?:vertaal|vertaling)",
    (
        r"hier is (?:de vertaalde tekst|het vertaalde artikel|de vertaling van (?:het artikel|de tekst|uw tekst|je"
        r" tekst))"
    ),
    r"(?:oczywiście|jasne)[,!.] ?oto…(?:tłumacz)",
    r"oto (?:przetłumaczony (?:tekst|artykuł)|tłumaczenie (?:artykułu|tekstu))",
    r"(?:конечно|хорошо|разумеется)[,!.] ?вот…(?:перев)",
    r"вот (?:перевед[её]нн(?:ый текст|ая статья)|перевод (?:статьи|текста))",
    r"(?:звісно|звичайно|авжеж)[,!.] ?ось…(?:перекла)",
    r"ось (?:перекладен(?:ий текст|а стаття)|переклад (?:статті|тексту))",
    r"(?:elbette|tabii(?: ki)?)[,!.] ?işte…(?:çevir|çevri)",
    r"işte (?:çevrilmiş metin|(?:metnin|makalenin) çevirisi)",
    r"(?:当然|好的)[，,！!。] ?以下是…(?:翻译|译文)",
    r"以下是(?:这篇|该|您的)?(?:文章|文本|全文|原文)的?(?:中文)?(?:翻译|译文)",
    r"(?:はい|もちろんです|承知しました)[、。] ?以下…翻訳",
    r"以下[はが](?:記事|文章|本文|テキスト)の(?:日本語)?(?:翻訳|訳)です",
    r"(?:بالتأكيد|بالطبع)[،,!.] ?إليك…ترجم",
    r"إليك ترجمة (?:المقال|المقالة|النص)",
)
_OFFER_ENDS = (
    r"(?=\s?[:：.!。！，、]|\s*$|\s+(?:in|into|to|of|from|for|you|ins?|auf|aus|des|von|en|du|de|del|al|dal|em|do|para"
    r"|naar|uit|van|na|z|на|с|из|із|з|від|إلى|من)\s[^\n.:：]{0,60}(?:[:：.!]|$)|\s+\S{3,20}[:：]|[^\n.:：]{0,60}[:：]\s*$)"
)
"""Where an offer that opens at once ends, or names languages: “Hier ist die Übersetzung des Textes schwer” is prose."""
_MADE = (
    (
        r"this (?:text|article|page|story|content) (?:was|is|has been)(?: automatically)? translated (?:by|with|using"
        r"|with the help of) {ai}"
    ),
    (
        r"this translation (?:was|is|has been) (?:generated|made|created|produced|done)(?: automatically)? (?:by|with"
        r"|using) {ai}"
    ),
    (
        r"diese übersetzung wurde (?:von|durch|mit|mithilfe|mit hilfe)(?: von| einer)? {ai} (?:erstellt|erzeugt"
        r"|generiert|angefertigt)"
    ),
    (
        r"diese[rs]? (?:text|artikel|beitrag|seite) wurde (?:von|durch|mit|mithilfe|mit hilfe)(?: von| einer)? {ai}"
        r" übersetzt"
    ),
    r"cette traduction a été (?:générée|réalisée|produite|effectuée) (?:par|avec|à l'aide de) (?:une |l')?{ai}",
    r"cet? (?:article|texte|page) a été traduite? (?:par|avec|à l'aide de) (?:une |l')?{ai}",
    r"esta traducción (?:fue|ha sido) (?:generada|realizada|hecha) (?:por|con|mediante) (?:una |la )?{ai}",
    r"este (?:artículo|texto) (?:fue|ha sido) traducido (?:por|con|mediante) (?:una |la )?{ai}",
    r"questa traduzione è stata (?:generata|realizzata|prodotta) (?:da |con |dall'|con l')(?:una |un')?{ai}",
    r"questo (?:articolo|testo) è stato tradotto (?:da |con |dall'|con l')(?:una |un')?{ai}",
    r"esta tradução foi (?:gerada|feita|realizada) (?:por|com|pela) (?:uma |a )?{ai}",
    r"este (?:artigo|texto) foi traduzido (?:por|com|pela) (?:uma |a )?{ai}",
    r"deze vertaling is (?:gemaakt|gegenereerd) (?:door|met|met behulp van) {ai}",
    r"dit (?:artikel|bericht) is (?:door|met|met behulp van) {ai} vertaald",
    r"(?:to tłumaczenie|niniejsze tłumaczenie) zostało (?:wygenerowane|wykonane) (?:przez|za pomocą) {ai}",
    r"(?:этот|данный) перевод (?:был )?(?:сгенерирован|выполнен|создан|сделан) (?:с помощью )?{ai}",
    r"(?:этот текст|эта статья|статья|текст) перевед[её]на? (?:с помощью )?{ai}",
    r"(?:цей|даний) переклад (?:був )?(?:згенерован|виконан|створен|зроблен)(?:ий|о) (?:за допомогою )?{ai}",
    r"bu (?:çeviri|metin|makale) {ai} (?:tarafından|ile|kullanılarak) (?:oluşturul|üretil|yapıl|çevril)",
    r"(?:本|此)(?:译文|翻译|文)由{ai}(?:翻译|生成|自动)",
    r"(?:この|本)(?:翻訳|記事)は、?{ai}(?:によって|により|が|で)(?:生成|作成|翻訳)",
    r"(?:تمت هذه الترجمة|تمت ترجمة هذا (?:النص|المقال)|هذه الترجمة)…{ai}",
)
_REFUSED = (
    (
        r"(?:(?:i'm|i am|we are) (?:very )?sorry|sorry|i apologi[sz]e)?[,.]? ?(?:but )?i(?: can't| cannot|'m unable"
        r" to| am unable to|'m not able to"
        r"| am not able to) (?:translate (?:this|that|your|the (?:text|article|provided|following))|provide a"
        r" translation|assist with (?:this|that|your)"
        r"|fulfil+ (?:this|that|your) request)"
    ),
    (
        r"(?:es tut mir leid|tut mir leid)?[,.]? ?(?:aber )?ich kann (?:diesen|den) (?:text|artikel) (?:leider"
        r" )?nicht übersetzen"
    ),
    r"(?:désolée?|je suis désolée?)?[,.]? ?(?:mais )?je ne peux pas traduire (?:ce|cet|le) (?:texte|article|contenu)",
    r"(?:lo siento)?[,.]? ?(?:pero )?no puedo traducir (?:este|ese|el) (?:texto|artículo|contenido)",
    r"(?:mi dispiace)?[,.]? ?(?:ma )?non posso tradurre (?:questo|il) (?:testo|articolo|contenuto)",
    r"(?:desculpe|sinto muito)?[,.]? ?(?:mas )?não posso traduzir (?:este|esse|o) (?:texto|artigo|conteúdo)",
    r"(?:het spijt me)?[,.]? ?(?:maar )?ik kan (?:deze tekst|dit artikel) niet vertalen",
    r"(?:przepraszam|przykro mi)?[,.]? ?(?:ale )?nie mogę przetłumaczyć tego (?:tekstu|artykułu)",
    r"(?:извините|к сожалению)?[,.]? ?(?:но )?я не могу перевести (?:этот|данный) текст",
    r"(?:вибачте|на жаль)?[,.]? ?(?:але )?я не можу перекласти (?:цей|даний) текст",
    r"(?:üzgünüm)?[,.]? ?(?:ama )?bu (?:metni|makaleyi) çeviremem",
    r"(?:抱歉|对不起|很抱歉)?[，,]? ?我(?:无法|不能)翻译(?:这|该|此)",
    r"(?:申し訳(?:ありません|ございません)が、)?(?:この|その)(?:文章|テキスト|記事)を翻訳(?:することは)?できません",
    r"(?:عذرا|آسف|أعتذر)?[،,]? ?لا (?:أستطيع|يمكنني) ترجمة (?:هذا النص|هذا المقال|النص)",
)
_MODELS = (
    r"as an? (?:ai|artificial intelligence|large)(?: language)? (?:model|assistant), (?:i|my)(?:'m)? ",
    r"als (?:ki|ai)-?(?:sprachmodell|modell|assistent|taalmodel),? ",
    r"en tant que modèle (?:de langage|linguistique|d'ia),? je ",
    r"como (?:un |um )?modelo de (?:lenguaje|linguagem)",
    r"(?:come|in quanto) modello (?:linguistico|di linguaggio)",
    r"jako (?:duży )?model językowy",
    r"как (?:большая )?языковая модель, я ",
    r"як (?:велика )?мовна модель, я ",
    r"bir yapay zek[aâ] (?:dil )?modeli olarak",
    r"作为(?:一个|一名)?(?:ai|人工智能)(?:语言)?(?:模型|助手)[，,]?我",
    r"(?:ai|人工知能)(?:言語)?モデルとして",
    r"بصفتي نموذج",
)
_ON_TEXTS = (
    r"translat|the text|this text|article|summar|rewrit|real-time|browse|übersetz|vertal|tradu|traduzi|tłumacz|перев"
    r"|перекла|çevir|翻译|翻訳|ترجم"
)
"""What such a sentence is about if it was said over a text: a model that is interviewed speaks of itself."""
_AI = (
    r"(?:an? )?(?:ai|ki|ia|ии|ші|chatgpt|gpt|artificial intelligence|künstlicher? intelligenz|intelligence"
    r" artificielle|inteligencia artificial"
    r"|intelligenza artificiale|inteligência artificial|kunstmatige intelligentie|sztuczną inteligencję|sztucznej"
    r" inteligencji"
    r"|искусственн(?:ым интеллектом|ого интеллекта)|нейросет(?:ью|и)|штучн(?:им інтелектом|ого інтелекту)"
    r"|нейромереж(?:ею|і)"
    r"|yapay zek[aâ]|人工智能|人工知能|الذكاء الاصطناعي)(?![a-zß-ɏа-яёіїєґ])"
)
_LEAD = re.compile(
    r"[\s*_#>(\[–—-]{0,6}(?:(?:note|hinweis|remarque|nota|uwaga|opmerking|примечание|примітка|not|注|注意"
    r"|ملاحظة)\s?[:：]\s?)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")

TRIGGERS = (
    r"translated (?:text|article|version|content)|your translation|the translation (?:of|you)|requested translation",
    (
        r"(?:generated|made|created|produced|done|translated)(?: automatically)? (?:by|with|using|with the help of)"
        r" (?:an? )?"
        r"(?:ai|artificial|chatgpt|gpt)"
    ),
    r"(?:sure|certainly|course|absolutely|okay|ok|thing)[,!.] ?(?:here|below)",
    (
        r"hier ist (?:der übersetzte|die übersetzung)|(?:natürlich|gerne?|sicher|klar)[,!.] ?hier ist|[,!.] ?voici"
        r"|voici (?:le texte|l['’]article|la traduction)|(?:claro|supuesto|luego)[,!.] ?aquí|aquí (?:está|tienes?)"
        r" (?:el|la) "
    ),
    (
        r"ecco (?:il testo|l['’]articolo|la traduzione)|cert(?:o|amente)[,!.] ?ecco|(?:claro|certamente|certeza)[,!.]"
        r" ?aqui"
        r"|aqui está (?:o|a) |hier is (?:de|het) verta|(?:natuurlijk|zeker)[,!.] ?hier is"
    ),
    (
        r"oto (?:przetłumaczon|tłumaczenie)|(?:oczywiście|jasne)[,!.] ?oto|вот перев|ось перекла"
        r"|(?:конечно|хорошо|разумеется)[,!.] ?вот|(?:звісно|звичайно|авжеж)[,!.] ?ось"
    ),
    r"(?:elbette|tabii|ki)[,!.] ?işte|çevrilmiş metin|(?:metnin|makalenin) çevirisi|以下[是はが]|[、。] ?以下|إليك",
    (
        r"diese übersetzung wurde|(?:ki|ai|intelligenz|chatgpt) übersetzt|cette traduction a|traduite? (?:par|avec|à l)"
        r"|esta traducción (?:fue|ha)|traducido (?:por|con|mediante)"
    ),
    (
        r"questa traduzione è|tradotto (?:da|con)|esta tradução foi|traduzido (?:por|com|pela)|deze vertaling is"
        r"|(?:ai|chatgpt|intelligentie) vertaald|tłumaczenie zostało"
    ),
    (
        r"(?:этот|данный) перевод|перевед[её]н|(?:цей|даний) переклад|bu (?:çeviri|metin|makale) |(?:译文|翻译|文)由"
        r"|(?:翻訳|記事)は|الذكاء الاصطناعي"
    ),
    (
        r"(?:cannot|can['’]t|unable to|not able to) (?:translate|provide a translation|assist with|fulfil)|nicht"
        r" übersetzen"
        r"|pas traduire|puedo traducir|posso tradu|niet vertalen|mogę przetłumaczyć|могу перевести|можу перекласти"
    ),
    r"çeviremem|(?:无法|不能)翻译|翻訳(?:することは)?できません|ترجمة (?:هذا|النص)",
    (
        r"(?:ai|artificial intelligence|large)(?: language)? (?:model|assistant)|sprachmodell|(?:ki|ai)-(?:modell"
        r"|assistent)"
        r"|taalmodel|modèle (?:de langage|linguistique|d['’]ia)"
    ),
    (
        r"modelo de l|modello (?:linguistico|di linguaggio)|model językowy|языковая модель|мовна модель|modeli olarak"
        r"|(?:模型|助手)[，,]?我|モデルとして|بصفتي نموذج"
    ),
)
"""Loose: what of it a sentence has that may be one of them."""


def said_by_a_model(text: str, start: int, end: int) -> Piece | None:
    """Return the sentence or line around *start* and *end* that a language model said about its work on *text*."""
    first = max(text.rfind("\n", 0, start) + 1, start - REACH)
    last = text.find("\n", end, end + REACH)
    last = min(len(text), end + REACH) if last < 0 else last
    opens_line = first == 0 or text[first - 1] == "\n"
    ends_line = last == len(text) or text[last] == "\n"
    if opens_line and _is_said(text[first:last]) and not _is_introduced(text, first):
        if ends_line and last - first <= LINE_CHARACTERS:
            return stripped(text, first, last)
        if not text[:first].strip():
            return stripped(text, first, first + _first_sentence(text[first:last]))
    if ends_line and not text[last:].strip():
        return _at_the_end(text, first, last, start)
    return None


def _at_the_end(text: str, first: int, last: int, hit: int) -> Piece | None:
    """Return the last sentences of *text*, from the one that the *hit* is in, if a model said them."""
    for gap in reversed(list(_SENTENCE.finditer(text, first, last))):
        if gap.end() <= hit:
            return stripped(text, gap.end(), last) if _is_said(text[gap.end() : last]) else None
    return None


def _is_said(words: str) -> bool:
    """Return whether a line or sentence begins with what a model says."""
    lead = _LEAD.match(words)
    said = words[lead.end() if lead else 0 :].replace("’", "'")
    return _said().match(said) is not None


def _is_introduced(text: str, start: int) -> bool:
    """Return whether the line before ends with a colon or is a question: what follows is cited, or an interview."""
    return text[max(0, start - REACH) : start].rstrip().endswith((":", "：", "?", "？", "؟"))


def _first_sentence(words: str) -> int:
    gap = _SENTENCE.search(words)
    return gap.start() if gap else len(words)


@cache
def _said() -> re.Pattern[str]:
    model = f"(?:{'|'.join(_MODELS)})[^\\n。]{{0,120}}(?:{_ON_TEXTS})"
    # What begins with “Sure,” is no prose.
    offered = [phrase if "…" in phrase else phrase + _OFFER_ENDS for phrase in _OFFERED]
    phrases = "|".join((*offered, *_MADE, *_REFUSED, model))
    return re.compile(phrases.replace("…", r"[^\n.:：。]{0,60}?").replace("{ai}", _AI), re.IGNORECASE)
