"""What a title consists of: its words without regard to punctuation, and the outlet's name before or behind it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newslint.facts.function_words import languages_of_common_words

_NOT_WORD = re.compile(r"[\W_]+")
# Vowel signs and diacritics are not \w, yet words differ by them.
_NOT_WORD_OR_SIGN = re.compile(
    r"[^\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0eff"
    r"\u1000-\u109f\u1780-\u17d3]+|_+"
)
_MARK = re.compile(r"[-–—|•·»/~_]{1,3}|[｜：ㅣ]{1,2}|―{1,2}")
_FRONT_MARK = re.compile(r"[-–—|•·»:｜：]{1,2}")
_ALONE = "|｜：―ㅣ"
"""Marks that separate without spaces at their sides; others do so between Chinese or Japanese words only."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3？！」』”]")
_PRESS = re.compile(
    "(?:新聞|新闻|日報|日报|時報|时报|晚报|晚報|早报|(?<![落漏法聯联上電电])[网網]|通信|通讯社|テレビ|放送|ニュース|オンライン|일보|신문|뉴스|경제|방송"
    "|타임스)(?:デジタル|DIGITAL|Digital|WEB|Web|電子版|社|網|网|台|部)?$"
)
"""What names of papers and stations end with in Chinese, Japanese and Korean; their domains are in Latin letters.

A headline may end with 落網, caught, and other words that have the sign for a net."""
_DATE = re.compile(r"[\d./,: -]{4,20}")
_PART_OF_DOMAIN = re.compile(r"[.\s]+")
_COMMON_LABELS = frozenset(
    (
        "www", "com", "net", "org", "info", "co", "uk", "de", "at", "ch", "fr", "it", "es", "pt", "pl", "cz", "ru",
        "ua", "by", "kz", "in", "ac", "gov", "edu", "news", "m", "mobile", "amp", "rss", "en", "blog", "wordpress",
        "blogspot",
    )
)  # fmt: skip
"""Parts of domains that name no outlet."""
_ADDED_TO_NAMES = frozenset(
    (
        "online", "web", "digital", "news", "tv", "live", "app", "blog", "magazin", "magazine", "media", "radio",
        "podcast", "video", "nachrichten", "actualité", "actualités", "noticias", "notícias", "notizie", "nieuws",
        "haber", "haberler", "haberleri", "wiadomości", "zprávy", "новости", "новини", "онлайн", "вести",
    )
)  # fmt: skip
"""Words in lower case behind the name of an outlet that are no predicate."""
_UMLAUTS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("Ä"): "Ae", ord("Ö"): "Oe", ord("Ü"): "Ue"}
_KEPT = 4_096
MAX_AFFIX = 60
"""Characters of an outlet's name with its slogan; what is longer is the second half of a headline."""
MAX_PRESS_NAME = 16
"""Characters of a Chinese, Japanese or Korean outlet's name."""
MIN_RATIO = 80
"""Likeness, 0 to 100, from which a romanised name is that in the domain: Интерфакс, "interfaks", and interfax.ru."""
MAX_WORDS = 6
_REACH = 150


class Affix(NamedTuple):
    """What stands before or behind a headline: ``title[start:end]`` with its separator, and the ``name`` alone."""

    start: int
    end: int
    name: str


def wording(text: str) -> str:
    """Return the letters and digits of *text*, case and width folded: what is left when a title is set in another way.

    Vowel signs and accents stay, since words differ by them.
    """
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return (_NOT_WORD if folded.isascii() else _NOT_WORD_OR_SIGN).sub("", folded)


def tail(title: str) -> Affix | None:
    """Return what stands behind the last separator of *title*; a date there counts with the part before it."""
    end = len(title.rstrip())
    marks = _MARK.finditer(title, max(1, end - _REACH), end)
    found = [match for match in marks if match.end() < end and _separates(title, match)]
    if not found:
        return None
    last = found.pop()
    name = title[last.end() : end].strip()
    if found and _DATE.fullmatch(name):
        name, last = title[found[-1].end() : last.start()].strip(), found[-1]
    start = len(title[: last.start()].rstrip())
    return Affix(start, len(title), name) if 0 < len(name) <= MAX_AFFIX and start else None


def head(title: str) -> Affix | None:
    """Return what stands before the first separator of *title*."""
    for match in _FRONT_MARK.finditer(title, 1, MAX_AFFIX):
        if _separates(title, match) or (match.group() == ":" and title[match.end() : match.end() + 1].isspace()):
            rest = title[match.end() :]
            end = match.end() + len(rest) - len(rest.lstrip())
            return Affix(0, end, title[: match.start()].strip()) if rest.strip() else None
    return None


def _separates(title: str, match: re.Match[str]) -> bool:
    before, after = title[match.start() - 1], title[match.end() : match.end() + 1]
    if match.group()[0] in _ALONE:
        return True
    if before.isspace():
        return after.isspace()
    return match.group() in ("-", "--", "–", "_") and bool(
        _CJK.match(before) and (_CJK.match(after) or len(match.group()) > 1)
    )


def outlet_names(source: str | None, url: str | None) -> frozenset[str]:
    """Return the names of an outlet in Latin letters and digits: as the article gives it, and as its address does."""
    return _names(source or "", (url or "").partition("://")[2].partition("/")[0].lower())


@lru_cache(maxsize=_KEPT)
def _names(source: str, host: str) -> frozenset[str]:
    names = {_latin(source), _latin(_without_suffix(source)), _latin(source, german=True)}
    for address in (host.partition(":")[0], source.lower() if "." in source else ""):
        labels = [label for label in address.split(".") if label]
        names.update(_latin(label) for label in labels if label not in _COMMON_LABELS)
        names.add(_latin(".".join(labels[-2:])))
    return frozenset(name for name in names if len(name) > 1)


@lru_cache(maxsize=_KEPT)
def is_outlet(name: str, outlets: frozenset[str]) -> bool:
    """Return whether *name* is that of one of *outlets*, as `outlet_names` gives them: in full, in part or in short.

    Names in Chinese, Japanese and Korean are known by how the names of papers and stations end.
    """
    if len(name) <= MAX_PRESS_NAME and _PRESS.search(name):
        return True
    words = [latin for word in _PART_OF_DOMAIN.split(name) if (latin := _latin(word))]
    if not words or len(words) > MAX_WORDS:
        return False
    whole = "".join(words), _latin(name, german=True)
    initials = "".join(word[0] for word in words)
    return not _tells(name, outlets) and any(
        _is_name(outlet, each, words, initials) for outlet in outlets for each in whole
    )


def _tells(name: str, outlets: frozenset[str]) -> bool:
    """Return whether *name* says something of the outlet (``Orlin Post wins again``), by its words in lower case.

    Those that join the words of names (``Global Voices auf Deutsch``) or follow them (``Orlin Post online``) do not.
    """
    words = name.split()
    if not words[0].lstrip("«„“\"'")[:1].isupper():
        return False
    added = [word.islower() and not any(_latin(word) in outlet for outlet in outlets) for word in words]
    told = [word for word, is_added in zip(words, added, strict=True) if is_added and word not in _ADDED_TO_NAMES]
    return bool(told) and (told[-1] is words[-1] or any(word not in languages_of_common_words() for word in told))


def _is_name(outlet: str, whole: str, words: list[str], initials: str) -> bool:
    if outlet == whole or (len(initials) > 1 and outlet in (initials, initials.lstrip("t"))):
        return True
    if (len(outlet) > 2 and outlet in words and len(words) <= 4) or (outlet == words[0] and len(words) <= 3):
        return True
    shorter, longer = sorted((outlet, whole), key=len)
    if len(shorter) > 3 and shorter in longer and len(shorter) * 2 >= len(longer):
        return True
    if len(shorter) < 6:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(shorter, longer) >= MIN_RATIO


def _without_suffix(source: str) -> str:
    name, dot, suffix = source.rpartition(".")
    return name.removeprefix("www.") if dot and suffix.isalpha() and " " not in suffix else source


@lru_cache(maxsize=_KEPT)
def _latin(text: str, german: bool = False) -> str:
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text.translate(_UMLAUTS) if german else text)
    return _NOT_WORD.sub("", text).lower()
