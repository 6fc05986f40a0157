"""Whether the sentence around a date tells of it as past: a few words of each language for it, and some against it.

It is a filter for precision, no parser: a sentence without a listed word of the past, or with any word of plans,
deadlines and hopes, is not told as past.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newslint.facts.dates.mention import DateMention
from newslint.facts.dates.names import base_language

_SIDE = 160
_NEAR = 80
_BEFORE = 26
_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”»)]?\s+(?=\w|$)|\n")
_ABBREVIATION = re.compile(r"(?:\b\w{1,3}|\d)[.]\s*$")

_PAST = {
    "en": (
        r"was|were|had|said|told|took place|happened|occurred|died|arrested|reported|signed|won|lost|met|held|"
        r"attended|published|released|distributed|began|fell|rose|voted|killed|visited|wrote|crashed|"
        r"confirmed|found"
    ),
    "de": (
        r"war|waren|wurde|wurden|hatte|hatten|sagte|sagten|teilte|fand|fanden|starb|starben|kam|kamen|gab|"
        r"ging|begann|erklärte|berichtete|gewann|verlor|unterzeichnete|brach"
    ),
    "fr": (
        r"était|étaient|avait|avaient|s['’]est|se sont|a été|ont été|a eu lieu|ont eu lieu|a déclaré|"
        r"a annoncé|a dit|est mort|est morte|est décédé|est décédée|a signé|a remporté"
    ),
    "es": (
        r"fue|fueron|había|habían|dijo|ocurrió|murió|murieron|se celebró|tuvo lugar|declaró|anunció|firmó|"
        r"informó|llegó"
    ),
    "it": (
        r"è stat[oa]|sono stat[ie]|ha detto|ha dichiarato|ha annunciato|si è tenut[oa]|è avvenut[oa]|"
        r"è mort[oa]|disse|ha firmato|aveva|avevano"
    ),
    "pt": r"foi|foram|disse|morreu|morreram|ocorreu|aconteceu|anunciou|informou|assinou|realizou-se|tinha|havia",
    "nl": r"was|waren|werd|werden|zei|had|hadden|vond|vonden|overleed|kwam|kwamen|begon|meldde",
    "pl": (
        r"był|była|było|byli|były|został\w{0,2}|powiedział\w?|odbył\w? się|zmarł\w?|poinformował\w?|"
        r"podpisał\w?|doszło|zginął|zginęł\w"
    ),
    "ru": (
        r"был[аои]?|сказал[аи]?|сообщил[аи]?|заявил[аи]?|произош\w{2,4}|состоял(?:ся|ась|ось|ись)|умер\w{0,2}|"
        r"погиб\w{0,3}|прош[её]?л[аои]?|подписал[аи]?|задержал[аи]?|опубликовал[аи]?"
    ),
    "uk": (
        r"був|була|було|були|сказа[лв][аи]?|повідоми[лв][аи]?|заяви[лв][аи]?|відбу(?:вся|лася|лося|лися)|"
        r"помер\w{0,2}|загину\w{1,2}|пройш\w{2,3}|підписа[лв][аи]?|стал(?:ася|ося|ися)|стався|затрима[лв][аи]?"
    ),
}
_FUTURE = {
    "en": (
        r"will|would|shall|should|could|may|might|can|must|plan\w{0,4}|scheduled?|set|expect\w{0,3}|"
        r"expir\w{1,4}|deadline|upcoming|next|coming|to be|target\w{0,3}|goals?|forecast\w{0,2}|"
        r"project\w{0,4}|propos\w{2,3}|postpone\w?|delay\w{0,3}|exten\w{1,5}|reschedul\w{1,3}|valid|"
        r"matur\w{1,4}|originally|tentative\w{0,2}|anticipat\w{1,3}|eligib\w{1,5}|unless|if|appl(?:y|ies)|"
        r"effect|effective|going|hop\w{1,4}|aim\w{0,4}|elections?|tickets?|available|updated?|imagin\w{1,4}|"
        r"novel|says|is|are"
    ),
    "de": (
        r"wird|werden|soll|sollen|sollte|sollten|will|wollen|kann|können|könnte|muss|müssen|geplant\w{0,2}|"
        r"voraussichtlich|findet|startet|beginnt|tritt|treten|künftig|frist|spätestens|update|gilt|gelten|"
        r"verschoben|verlängert|ursprünglich|termin|angesetzt|erwartet|vorgesehen|überarbeitet|aktualisiert"
    ),
    "fr": (
        r"sera|seront|aura|auront|\w{2,12}(?:era|eront|ira|iront|dra|dront|tra|tront)|prévue?s?|doit|doivent|"
        r"devrait|devraient|pourrait|reportée?s?|prochain\w{0,2}|échéance|tard|programmée?s?|fixée?s?|"
        r"organise|accueille|lance|effet"
    ),
    "es": (
        r"\w{2,14}rán?|previst\w{1,2}|plazo|debe|deben|próxim\w{1,2}|programad\w{1,2}|aplaza\w{2,3}|vence|"
        r"tardar|fijad\w{1,2}"
    ),
    "it": r"\w{2,14}(?:rà|ranno)|previst\w|prossim\w|scadenza|deve|devono|rinviat\w|fissat\w|programmat\w",
    "pt": (
        r"\w{2,14}(?:rá|rão)|previst\w{1,2}|prazo|próxim\w{1,2}|deve|devem|adiad\w{1,2}|vence|marcad\w{1,2}|"
        r"agendad\w{1,2}"
    ),
    "nl": (
        r"zal|zullen|wordt|worden|gepland\w?|moet|moeten|kan|kunnen|komende?|verlengd|uiterlijk|verwacht|"
        r"uitgesteld|wil"
    ),
    "pl": (
        r"będzie|będą|zostanie|zostaną|planowan\w{1,3}|termin\w{0,2}|najpóźniej|ma|mają|może|mogą|przełożon\w|"
        r"zaplanowan\w|przyszł\w{1,4}|odbędzie|odbędą"
    ),
    "ru": (
        r"буд[еу]т|состо[ия]тся|пройд[её]т|пройдут|планир\w{2,6}|назнач\w{2,5}|срок\w{0,3}|намеч\w{2,5}|"
        r"перен[её]с\w{0,4}|вступ\w{1,4}|продл\w{1,4}|начн[её]\w{1,2}|должн\w|может|могут|ожида\w{2,5}|"
        r"истека\w{2,3}|будущ\w{2,3}|следующ\w{2,3}"
    ),
    "uk": (
        r"буд[еу]т?ь?|відбуд\w{4,6}|план\w{2,6}|признач\w{2,5}|термін\w{0,3}|перенес\w{0,4}|почн\w{2,4}|має|"
        r"мають|може|можуть|очіку\w{2,5}|чинност\w|продовж\w{2,5}|строк\w{0,3}|майбутн\w{2,4}|наступн\w{2,4}"
    ),
}
_BOUND = {
    "en": (
        r"until|till|by|through|from|before|after|due|expires?|starting|beginning|to|between|deadline|ends?|"
        r"since|of"
    ),
    "de": r"bis|ab|zum|vom|vor|nach|seit|per",
    "fr": r"jusqu['’]au|avant|dès|à partir du|d['’]ici au|au|du|depuis",
    "es": r"hasta|antes del|a partir del|desde|del|al",
    "it": r"entro|fino al?|a partire dal|dal|al|prima del",
    "pt": r"até|antes de|a partir de|de|desde|ao",
    "nl": r"tot|vanaf|voor|vóór|per|sinds",
    "pl": r"do|od|przed|po|na",
    "ru": r"до|с|со|по|к|ко|на|от|после",
    "uk": r"до|з|із|зі|по|на|від|після|к",
}
_ARTICLES = r"(?:(?:the|le|el|il|den|dem|o|the end of|dia|día|\w{5,12}(?:day|tag)),?\s)?"

LANGUAGES = frozenset(_PAST)
"""The languages that have such lists."""


class _Words(NamedTuple):
    """The patterns of one language."""

    past: re.Pattern[str]
    future: re.Pattern[str]
    bound: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    return _Words(
        re.compile(rf"(?<!\w)(?:{_PAST[language]})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_FUTURE[language]})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_BOUND[language]})\s{_ARTICLES}$", re.IGNORECASE),
    )


def told_as_past(text: str, mention: DateMention, language: str | None) -> bool:
    """Return whether the sentence around *mention* has a word of the past near it, and none of plans or deadlines."""
    code = base_language(language)
    if code is None or code not in LANGUAGES:
        return False
    words = _words(code)
    before = _last_sentence(text[max(0, mention.start - _SIDE) : mention.start])
    after = _first_sentence(text[mention.end : mention.end + _SIDE])
    if words.bound.search(before[-_BEFORE:]):
        return False
    if not (words.past.search(before[-_NEAR:]) or words.past.search(after[:_NEAR])):
        return False
    return not (words.future.search(before) or words.future.search(after))


def _last_sentence(window: str) -> str:
    ends = [match.end() for match in _SENTENCE_END.finditer(window) if not _is_abbreviation(window, match)]
    return window[ends[-1] :] if ends else window


def _first_sentence(window: str) -> str:
    for match in _SENTENCE_END.finditer(window):
        if not _is_abbreviation(window, match):
            return window[: match.start()]
    return window


def _is_abbreviation(window: str, match: re.Match[str]) -> bool:
    """Return whether the full stop belongs to "Nov." or "г.", so that the sentence goes on."""
    return window[match.start()] == "." and bool(
        _ABBREVIATION.search(window[max(0, match.start() - 6) : match.start() + 1])
    )
