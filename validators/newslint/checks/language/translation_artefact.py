"""LNG007: what translation software leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.base import ArticleCheck
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.assistants import TRIGGERS, said_by_a_model
from newslint.model import Article, Finding, Severity
from newslint.text.patterns import either
from newslint.text.scan import Hit, Trigger

_SERVICE = re.compile(
    r"(?<![^\W_])(?:google|deepl|yandex|bing|microsoft|papago|baidu|chatgpt|gpt|reverso|systran|apertium|opus-mt|argos"
    r"|libretranslate|mymemory|яндекс|гугл|谷歌|百度|有道|グーグル|구글|파파고|جوجل|غوغل|گوگل|गूगल)",
    re.IGNORECASE,
)
_TRANSLATED = (
    "translated by", "translated with", "translated via", "translated using", "translation by", "übersetzt mit",
    "übersetzt von", "übersetzung von", "traduit avec", "traduit par", "traduction par", "traducido por",
    "traducido con", "traducción de", "tradotto da", "tradotto con", "traduzione di", "traduzido por",
    "traduzido com", "tradução de", "vertaald door", "vertaald met", "översatt av", "översatt med", "oversat af",
    "oversat med", "oversatt av", "oversatt med", "kääntänyt", "przetłumaczone przez", "przetłumaczono przez",
    "przetłumaczono za pomocą", "tłumaczenie:", "přeloženo pomocí", "přeložil", "preložené pomocou",
    "prevedeno pomoću", "fordította a", "tradus de", "tradus cu", "переведено с помощью", "переведено", "перевод:",
    "перекладено за допомогою", "переклад:", "преведено с", "преведено от", "tarafından çevril", "ile çevrildi",
    "diterjemahkan oleh", "dịch bởi", "dịch bằng", "ترجمة جوجل", "ترجمة غوغل", "ترجمه توسط", "תורגם על ידי",
    "द्वारा अनुवादित", "谷歌翻译", "谷歌翻譯", "google翻译", "google 翻译", "google翻訳", "google 翻訳", "구글 번역",
)  # fmt: skip
"""Notes if the name of a service stands beside them; a person's name makes them a credit."""
_AUTOMATIC = (
    "automatically translated", "machine translated", "machine-translated", "this is a machine translation",
    "translated automatically", "auto-translated", "automatisch übersetzt", "maschinell übersetzt",
    "traduit automatiquement", "traducido automáticamente", "tradotto automaticamente", "traduzido automaticamente",
    "automatisch vertaald", "machinaal vertaald", "maskinöversatt", "automatiskt översatt", "maskinoversat",
    "automatisk oversat", "konekäännetty", "przetłumaczono automatycznie", "przetłumaczone automatycznie",
    "automaticky přeložen", "přeloženo automaticky", "strojově přeložen", "strojovo preložen",
    "gépi fordítással készült", "tradus automat", "переведено автоматически", "автоматически переведен",
    "перевод выполнен автоматически", "перекладено автоматично", "автоматично перекладен",
    "переклад здійснено автоматично", "переклад виконано автоматично", "перакладзена аўтаматычна",
    "преведено автоматично", "automatski prevedeno", "μεταφράστηκε αυτόματα", "otomatik olarak çevrilmiştir",
    "diterjemahkan secara otomatis", "được dịch tự động", "ترجمت آليا", "تمت الترجمة آليا", "به صورت خودکار ترجمه",
    "由机器翻译", "由機器翻譯", "機械翻訳されています", "自動翻訳されています", "기계 번역된", "자동 번역된",
)  # fmt: skip
_NOUNS = (
    "machine translation", "automatic translation", "automatische übersetzung", "maschinelle übersetzung",
    "traduction automatique", "traducción automática", "traduzione automatica", "tradução automática",
    "automatische vertaling", "tłumaczenie maszynowe", "tłumaczenie automatyczne", "strojový překlad",
    "gépi fordítás", "traducere automată", "машинный перевод", "автоматический перевод", "машинний переклад",
    "автоматичний переклад", "машинен превод", "автоматичен превод", "mašinski prevod", "strojni prijevod",
    "αυτόματη μετάφραση", "otomatik çeviri", "makine çevirisi", "terjemahan mesin", "dịch tự động", "ترجمة آلية",
    "ترجمة تلقائية", "ترجمه ماشینی", "תרגום אוטומטי", "תרגום מכונה", "मशीन अनुवाद", "机器翻译", "自动翻译", "機器翻譯",
    "機械翻訳", "自動翻訳", "기계 번역", "자동 번역", "แปลอัตโนมัติ", "konekäännös",
)  # fmt: skip
"""Names of the thing. Alone in a line they are a note; in a sentence or a heading they are what it is about."""
_REFUSALS = (
    "mymemory warning", "query length limit exceeded", "you used all available free translations",
    "translation failed", "translation unavailable", "no translation available",
)  # fmt: skip

_PLACEHOLDER = re.compile(
    r"(?i:</?(?:ph|bpt|ept|mrk|trans-unit)(?: [a-z]{1,10}=[^<>\n]{0,40})?/?>)"
    r"|</?[xg] id=[^<>\n]{0,20}>"
    r"|__[A-Z]{2,12}_?[0-9]{0,4}__"
    r"|<(?:unk|pad|2[a-z]{2,3})>|\[UNK\]|>>[a-z]{3}(?:_[A-Z][a-z]{3})?<<"
    r"|｟[^｟｠\n]{0,60}｠|(?:^|\s)⁇(?=\s)|▁[^\s▁]|[^\W\d_]@@ (?=[^\W\d_])|(?<=\s)@[-,.]@(?=\s)"
    r"|(?<![\w{$%])\{[0-9]\}"
    r"|(?i:\[(?:translated (?:by|with)|machine translation|перевод|переклад)[^\[\]\n]{0,80}\])",
    re.MULTILINE,
)


_PHRASE = re.compile(
    f"(?P<refusal>{either(_REFUSALS)})|(?P<automatic>{either(_AUTOMATIC)})"
    f"|(?P<noun>{either(_NOUNS)})|(?P<translated>{either(_TRANSLATED)})",
    re.IGNORECASE,
)

_SAID = re.compile("|".join(TRIGGERS), re.IGNORECASE)

NOTE_CHARACTERS = 160
"""A note on the translation is a line of at most this length; sentences about translation stand in longer ones."""
LEAD_CHARACTERS = 40
"""The phrase stands within so many characters of the start of the line: ``* This text was translated by Google``."""
NOUN_CHARACTERS = 15
"""What a line may have besides the name of the thing: ``(Машинный перевод, Google)``."""
SERVICE_CHARACTERS = 30
"""The name of the service stands within so many characters of the phrase."""
WINDOW = 100
"""Characters around a hit in which a whole placeholder is looked for."""


class TranslationArtefact(ArticleCheck):
    """What translation software puts into a text was left in it.

    What it flags
    -------------
    Placeholders and tags that protect markup while a text is translated (``<ph id=1>``, ``__VAR0__``, ``{0}``), the
    special tokens of translation models (``<unk>``, ``wo@@ rd``, ``>>ukr<<``), notes that a machine translated the
    article (``Translated by Google``, ``Переклад здійснено автоматично``), ``[translated by …]``, and error messages of
    translation services, in some 40 languages. Also what language models say about their work, in 13 languages: ``Sure,
    here is the translation of the article:``, ``As an AI language model, I cannot …``, ``This translation was generated
    by AI.``, ``I cannot translate this text.``

    Why it hurts
    ------------
    The words that a placeholder stood for are missing, models learn to write the rest, and a note tells that the whole
    article is a machine's work: it should not pass for a journalist's in training data or in evaluation.

    Example
    -------
    ``Der Rat hat <ph id=1>mit großer Mehrheit</ph> zugestimmt.``

    Fix
    ---
    None: a placeholder stands for something that is lost.

    Options
    -------
    None.

    Limits
    ------
    Phrases count near the beginning of a line of at most 160 characters in the body, and names of the thing (``machine
    translation``) alone in theirs, so that articles about machine translation are not reported. The names of people who
    translated are credits and not reported either, except in square brackets. What language models say counts as a line
    of its own, or at the beginning or end of the body, and only if it is about a text or a translation; in quotation
    marks, after a speaker's name, after a line with a colon and after a question, as in an interview, it is cited.
    Placeholders of web pages (``{{title}}``, ``%s``) are EXT009, other tags EXT001.
    """

    code = "LNG007"
    slug = "translation-artefact"
    severity = Severity.WARNING
    precision = "no finding, right or wrong, on 2,221 scraped articles"
    triggers = (
        Trigger(r"</?(?:ph|bpt|ept|mrk|trans-unit|x|g|unk|pad|2[a-z]{2,3})[ />]", caseless=True),
        Trigger(r"__[A-Z]{2,12}_?[0-9]{0,4}__"),
        Trigger(r"\[UNK\]|>>[a-z]{3}(?:_[A-Z][a-z]{3})?<<|[｟｠]|⁇|▁|@@ |@[-,.]@|\{[0-9]\}"),
        Trigger(r"\[(?:translated (?:by|with)|machine translation|перевод|переклад)", caseless=True),
        Trigger(either((*_AUTOMATIC, *_NOUNS, *_REFUSALS)), caseless=True),
        Trigger(either(_TRANSLATED), caseless=True),
        *(Trigger(pattern, caseless=True) for pattern in TRIGGERS),
    )

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each placeholder and each note."""
        last: tuple[str, int] = ("", 0)
        for hit in facts.hits(self.code):
            for start, end, what in _artefacts(article.text(hit.field), hit):
                if (hit.field, start) >= last or hit.field != last[0]:
                    last = (hit.field, end)
                    quote = article.text(hit.field)[start:end]
                    yield self.finding(article, hit.field, (start, end), _MESSAGES[what].format(quote))


_MESSAGES = {
    "placeholder": "“{}” is a placeholder or mark of translation software.",
    "note": "“{}” says that a machine translated this text.",
    "refusal": "“{}” is an error message of a translation service.",
    "assistant": "“{}” is what a language model said about its work.",
}


def _artefacts(text: str, hit: Hit) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of what the *hit* proves to be."""
    for match in _PLACEHOLDER.finditer(text, max(0, hit.start - WINDOW), min(len(text), hit.end + WINDOW)):
        if match.end() > hit.start and match.start() < hit.end:
            yield match.end() - len(match.group().lstrip()), match.end(), "placeholder"
    if hit.field != "body":
        return
    told = {
        said for match in _SAID.finditer(text, hit.start, hit.end) if (said := said_by_a_model(text, *match.span()))
    }
    if told:
        yield from ((*said, "assistant") for said in sorted(told))
        return
    for match in _PHRASE.finditer(text, hit.start, hit.end):
        start, end = _line(text, match.start(), match.end())
        if match.lastgroup == "refusal":
            yield start, end, "refusal"
        elif _is_note(text, match, start, end):
            yield start, end, "note"


def _line(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the line of ``text[first:last]``, or what of it lies within a note's length; without space around it."""
    floor, ceiling = max(0, first - NOTE_CHARACTERS), min(len(text), last + NOTE_CHARACTERS)
    start = text.rfind("\n", floor, first) + 1 or floor
    end = text.find("\n", last, ceiling)
    line = text[start : ceiling if end < 0 else end]
    start += len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def _is_note(text: str, phrase: re.Match[str], start: int, end: int) -> bool:
    """Return whether the *phrase* is a note by the length of its line (*start* to *end*) and its place there."""
    if end - start > NOTE_CHARACTERS or phrase.start() - start > LEAD_CHARACTERS:
        return False
    if phrase.lastgroup == "automatic":
        return True
    if phrase.lastgroup == "noun":
        return end - start <= len(phrase.group()) + NOUN_CHARACTERS
    beside = text[max(start, phrase.start() - SERVICE_CHARACTERS) : min(end, phrase.end() + SERVICE_CHARACTERS)]
    return _SERVICE.search(beside) is not None
