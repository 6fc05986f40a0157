"""Who signs without a name, and what journalists are called: ``Orlec Post Bureau``, ``Staff Reporter``."""

from __future__ import annotations

import re

from newslint.facts.furniture.words import any_of
from newslint.facts.titles import wording
from newslint.text.scan import Trigger

DESK_CHARACTERS = 60
"""The line of a desk has at most so many characters, with the place it writes from."""
SHORTEST = 2
"""The name of an outlet has more letters."""
ROLE_WORDS = 6
"""A role has at most so many words: "AP National Security Writer"."""

_DESKS = frozenset((
    "staff reporter", "staff reporters", "staff writer", "staff writers", "staff correspondent", "our correspondent",
    "our reporter", "our staff reporter", "our special correspondent", "special correspondent", "own correspondent",
    "web desk", "news desk", "online desk", "web report", "monitoring desk", "monitoring report", "agency report",
    "staff report", "staff reports", "wire reports", "from our correspondent", "by our correspondent",
    "redaktion", "von der redaktion", "redacción", "la redacción", "redação", "da redação", "la redazione",
    "la rédaction", "de redactie", "tim redaksi", "редакция", "редакція", "هيئة التحرير", "ویب ڈیسک", "نیوز ڈیسک",
    "نمائندہ خصوصی", "নিজস্ব প্রতিবেদক", "স্টাফ রিপোর্টার", "অনলাইন ডেস্ক", "নিজস্ব প্রতিনিধি",
))  # fmt: skip
"""Desks that have the line to themselves."""
_OF_OUTLET = (
    "bureau", "desk", "web desk", "news desk", "online desk", "digital desk", "staff", "staff writer",
    "staff reporter", "staff report", "correspondent", "special correspondent", "reporter", "report", "news service",
    "team", "newsroom", "news network",
)  # fmt: skip
"""What stands behind the name of the outlet."""
_ABBREVIATED = re.compile(
    r"(?:[A-Z]{2,5}|(?:[A-Z]\.){2,4}) (?:Correspondent|Special Correspondent|Staff Reporter|Web Desk|News Desk"
    r"|Online Desk|News Service)|(?:[A-Z]\.){2,4} (?:Report|Staff|Desk)"
)
_PLACE = r" ?[,|:] ?[\u0900-\u097f]{2,15}(?: [\u0900-\u097f]{2,15})?"
_IN_DEVANAGARI = re.compile(
    r"(?:जागरण संवाददाता|विशेष संवाददाता|हमारे संवाददाता|निज संवाददाता|संवाद सहयोगी|संवाद सूत्र|"
    rf"संवाद न्यूज एजेंसी|न्यूज़? डेस्क|डिजिटल डेस्क|वेब डेस्क)(?:{_PLACE})?"
    rf"|(?:[\u0900-\u097f]{{2,12}} ){{0,3}}(?:संवाददाता|ब्यूरो){_PLACE}"
)
_BEHIND_OUTLET = re.compile(
    rf"(?P<outlet>[^\n,]{{2,40}}?) {any_of(sorted(_OF_OUTLET, key=len, reverse=True))}", re.IGNORECASE
)
_ROLES = frozenset((
    "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "columnist",
    "journalist", "redakteur", "redakteurin", "reporterin", "korrespondent", "korrespondentin", "journalistin",
    "autorin", "kolumnist", "kolumnistin", "journaliste", "correspondant", "correspondante", "redactor", "redactora",
    "corresponsal", "periodista", "repórter", "correspondente", "jornalista", "giornalista", "corrispondente",
    "verslaggever", "verslaggeefster", "redacteur", "dziennikarz", "dziennikarka", "korespondent", "журналист",
    "журналистка", "корреспондент", "обозреватель", "журналіст", "журналістка", "кореспондент", "novinar", "novinarka",
    "muhabiri", "toimittaja", "journaliste", "újságíró", "reportér", "redaktor", "redaktorka",
))  # fmt: skip
"""The last word of what a journalist is called."""
_SENT = ("enviado especial", "enviada especial", "enviados especiales", "envoyé spécial", "envoyée spéciale",
         "inviato", "inviata", "nostro inviato", "freelance")  # fmt: skip

_OF_FILM = frozenset(("film", "sound", "picture", "video", "music", "screen", "code", "text", "the"))

TRIGGERS = (
    Trigger(
        "(?:bureau|desk|staff|reports?|news service|team|newsroom|news network|writers?|reporters?|correspondents?"
        "|editor|columnist)[ \u00a0]{0,2}[\n\r]",
        caseless=True,
    ),
    Trigger(
        "(?:redakteur|reporter|korrespondent|journalist|correspondant|giornalist|kolumnist|dziennikar|журналист|"
        "журналіст|корреспондент|кореспондент|periodista|corresponsal|jornalista|redactor)[^\n]{0,4}[\n\r]",
        caseless=True,
    ),
    Trigger(r"(?:enviad|envoy|inviat)[^\n]{1,18}\)?[ ]{0,2}[\n\r]", caseless=True),
    Trigger(
        "(?:bureau|desk|correspondent|reporters?|writers?|staff|report|news service|team|newsroom|network),",
        caseless=True,
    ),
    Trigger("संवाद|ब्यूरो|डेस्क|ڈیسک|نمائندہ|প্রতিবেদক|রিপোর্টার|ডেস্ক|প্রতিনিধি|هيئة التحرير"),
    Trigger(
        "^(?:la |da |von der |tim |de )?(?:redaktion|redacción|redação|redazione|rédaction|redactie|редакц)",
        caseless=True,
    ),
)
"""Whatever is a desk's line, or ends with a role, has a match of one of these."""


def outlets_of(source: str, domain: str | None) -> frozenset[str]:
    """Return the letters of the outlet's names: that of the field of the source, and that of its web address."""
    of_source = "" if "." in source else source
    of_address = (domain or "").removeprefix("www.").rpartition(".")[0].partition(".")[0]
    names = wording(of_source), wording(of_address)
    return frozenset(name.removeprefix("the") for name in names if len(name) > SHORTEST)


def is_desk(line: str, outlets: frozenset[str]) -> bool:
    """Return whether *line* names a desk, or the correspondents of one of *outlets*."""
    line = line.strip(" \t\xa0-–—|()[]*:").rstrip(".")
    if len(line) > DESK_CHARACTERS:
        return False
    head, _, place = line.casefold().partition(",")
    if place.startswith(" with "):  # an agency: a credit of the text
        return False
    if head in _DESKS or _ABBREVIATED.fullmatch(line) or _IN_DEVANAGARI.fullmatch(line):
        return True
    behind = _BEHIND_OUTLET.fullmatch(line.partition(",")[0])
    return behind is not None and is_outlet(behind["outlet"], outlets)


def is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Return whether *name* is one of *outlets*, in full: a part of it, which `titles` takes too, is anybody's name."""
    return wording(name).removeprefix("the") in outlets


def is_role(words: str) -> bool:
    """Return whether *words* are what a journalist is called: "Staff Writer", "AFP correspondent", "Redakteurin"."""
    words = words.strip(" \t\xa0-–—|()[].").casefold()
    parts = words.split()
    if not 0 < len(parts) <= ROLE_WORDS or any(map(str.isdigit, words)) or any(mark in words for mark in ",;:?!"):
        return False
    return (parts[-1] in _ROLES and parts[0] not in _OF_FILM) or words in _SENT
