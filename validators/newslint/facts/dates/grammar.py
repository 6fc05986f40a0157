"""How dates are put together: the bounded patterns around a number, and the habits of each language."""

from __future__ import annotations

import re

MONTH_FIRST = frozenset({"en", "fi", "hu", "lt", "tl", "sw", "hy", "ta", "te", "kn", "ml"})
"""Languages that write the month name before the day ("November 11", "gruodžio 6 d.", "joulukuun 6. päivä")."""

CYRILLIC = frozenset({"bg", "be", "mk", "ru", "sr", "uk"})
LOOKALIKES = str.maketrans("aceijopxys", "асеијорхуѕ")
"""Latin letters that stand for Cyrillic ones in badly keyed names (``януaри``)."""

CAPITALISED = frozenset({"en", "de", "el", "tr", "af", "ha", "ms", "sw", "tl"})
"""Languages whose month names are always capitalised, so that ``may 5`` and ``march 3`` are other words."""

BARE_ABBREVIATIONS = frozenset({"en", "de", "el", "ru", "uk"})
"""Languages whose month abbreviations are no other words, so that they need neither full stop nor year."""

DAY_MONTH_DOTTED = frozenset({"de", "et", "fi", "cs", "sk", "da", "nb", "lv", "sl", "hr", "hu", "is"})
"""Languages that write ``6.12.`` for a day of this year."""

WEEKDAY_AFTER = frozenset({"tr", "hu", "lt", "zh", "ja", "ko", "hi", "az", "kk", "ky"})
"""Languages that write the weekday after the date without brackets."""

YEAR_BEFORE_DAY = frozenset({"lv", "et", "kk", "ky", "uz"})
"""Languages that write the year before the day ("2024. gada 6. decembrī", "2024-yil 6-dekabr")."""

HYPHENATED_DAY = frozenset({"ky", "uz"})
"""Languages that put a hyphen between the day and its month ("6-dekabr")."""

CJK = frozenset({"zh", "ja", "ko"})

SPACE = r"[^\S\n]"
"""A space of any kind, but not a line break: no-break spaces are common inside dates."""

WORD = r"[^\s\d.,;:!?()\[\]{}\"«»“”„…/\\|<>=+*&%$#@^~_–—،؛؟۔।、，。-]{2,18}"
"""A word in any script. Python's letter classes leave out the vowel signs of Devanagari, so this excludes instead."""

_ORDINAL = (
    r"(?:st|nd|rd|th|er|ère|º|ª|°|\.|[-:]?(?:го|е|ого|ше|те|ме|ви|ти|ри|ми|ма|га|ї|ого|ому|им|м)|ης|η|ο|:?e|:a)?(?!\d)"
)
_JOINER = (
    r"(?:[-–—/&]|to|and|und|bis|et|au|y|al|e|a|ao|i|o|ou|u|og|och|en|tot|til|till|ja|ir|līdz|un|iki|do|až|"
    r"și|la|ve|ile|και|έως|ως|и|і|й|та|по|до|да|у|و|إلى|تا|और|से|dan|hingga)"
)
_ARTICLE = rf"(?:(?:the|el|le|il|les|o|den){SPACE}|l[’'])?"
_ENGLISH_ORDINAL = r"(?:(?:st|nd|rd|th)(?!\w))?"
_TO_LAST = rf"{SPACE}?{_JOINER}{SPACE}?{_ARTICLE}(?P<last>\d{{1,2}})(?!\d)"
_GAP = rf"(?:{SPACE}{{0,3}}|{SPACE}?\n)"

BEFORE_MONTH = rf"{_ORDINAL}(?:{_TO_LAST}{_ORDINAL})?(?P<gap>{_GAP})(?:(?:de|of the|of|τον|του){SPACE}|d['’])?"
"""What stands between a day and the name of its month: ordinal mark, second day of a range."""

DAY_TAIL = re.compile(rf"{BEFORE_MONTH}(?P<word>{WORD})(?P<dot>\.?)")
"""What follows a day, up to the full stop of an abbreviated month."""

HYPHENATED_TAIL = re.compile(rf"(?P<last>)(?P<gap>-)(?P<word>{WORD})(?P<dot>)")
"""The same in the languages that put a hyphen there, whose months may begin like an ordinal mark ("5-март")."""

MONTH_TAIL = re.compile(
    rf"{_ENGLISH_ORDINAL}(?:{_TO_LAST}{_ENGLISH_ORDINAL})?(?![.,:]\d)(?!\d)"
    rf"(?!{SPACE}?(?:%|percent|per cent|million|billion|points?\b))"
)
"""What follows a day that stands after its month name: what makes it a quantity excludes it."""

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?=\D|$|\d{1,2}[:.]\d\d)(?![.,]\d)"
_YEAR_WORD = rf"(?:(?:del|de|do ano de|του|το|of|in|سال|عام|من عام|لعام|لسنة){SPACE}(?:l[’'](?:any{SPACE})?)?)?"

BEFORE_YEAR = rf"(?:[,،]?{SPACE}{{0,2}}{_YEAR_WORD}|\.|{SPACE}?\n)"
YEAR_TAIL = re.compile(rf"{BEFORE_YEAR}{_YEAR}")
"""The year after a month name or a day. Digits of a clock time may touch it, where markup was stripped."""

YEAR_BEFORE = re.compile(
    rf"(?<!\d)((?:1[5-9]|20)\d\d)"
    rf"(?:\.?{SPACE}?(?:gada|gads|aasta|a\.)|[-.]?{SPACE}?(?:m\.|metų|metais)|\."
    rf"|-?{SPACE}?(?:жыл(?:ғы|дың|ы|дын)?|ж\.|yil(?:i|ning)?|йил(?:и|нинг)?)|{SPACE}?(?:թ\.|թվականի))?,?{SPACE}{{1,2}}$"
)
"""The year before the day or the month, as in Latvian, Lithuanian and Hungarian; matched on a bounded window."""

_BETWEEN_WEEKDAY_AND_DAY = (
    r"(?:den|dem|der|the|le|el|il|l['’]|día|dia|dì|on|dne|dnia|d\.|am|de|da|na|,|tanggal|tgl|الموافق|ה-?|ב-?)"
)
WEEKDAY_BEFORE = re.compile(
    r"(?P<word>[^\s\d.,،;:!?()\[\]{}\"«»“”„…/\\|<>=+*&%$#@^~_–—]{2,18})(?P<mark>\.?[,،]?|\))"
    rf"{SPACE}{{0,2}}(?:{_BETWEEN_WEEKDAY_AND_DAY}{SPACE}{{0,2}}){{0,2}}\(?$"
)
"""The weekday that stands before a date, at the end of a bounded window."""

WEEKDAY_AFTER_DATE = re.compile(
    r"(?:\.?-[^\W\d_]{1,4}| d\.|\.)?[^\S\n]?,?[^\S\n]?(?P<bracket>[(（]?)(?P<word>[^\s\d.,;:!?()（）\[\]{}\"«»]{1,16})"
)
"""The weekday that stands after a date: in brackets in any language, without them in some."""

ISO = re.compile(r"((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?=\D|$)(?![-/.]\d)")
NUMERIC = re.compile(
    rf"(\d{{1,2}})([./-]){SPACE}?(\d{{1,2}})\2{SPACE}?"
    rf"((?:19|20)\d\d(?=\D|$|\d{{1,2}}[:.]\d\d)|\d\d(?!\d))(?!/\d|-\d(?!\d:[0-5]\d))(?!\.\d)"
)
DAY_MONTH = re.compile(r"(\d{1,2})\. ?(0?[1-9]|1[0-2])\.(?! ?\d)")
EAST_ASIAN = re.compile(r"(?:(\d{2,4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]")
"""``2024年12月6日``, ``12월 6일``: language-neutral."""

LAST_YEAR = re.compile(
    r"[\s,(]{0,2}(?:of |de |d'|del |des |do )?(?:last year|ub\.\s?r|ubiegłego roku|zeszłego roku|прошлого года|"
    r"минулого року|торік|миналата година|миналата г|loňského roku|minulého roku|loni|vlani|lani|lanskega leta|lansk|"
    r"(?:letzten|vergangenen|vorigen) jahres|vorjahres|l[’']an dernier|l[’']année dernière|(?:el )?año pasado|"
    r"(?:l[’'])?anno scorso|ano passado|geçen yıl|i fjor|i fjol|sidste år|förra året|vorig jaar|viime vuonna|"
    r"mullu|möödunud aasta|pērn|pernai|tavaly|anul trecut|l'any passat|πέρυσι|прошле године|prošle godine|сол|"
    r"минулага года|tahun lalu|العام الماضي|سال گذشته|अतीत)"
)
"""Words behind a date that name the year before; for text in lower case, and so is :data:`NEXT_YEAR`."""
NEXT_YEAR = re.compile(
    r"[\s,(]{0,2}(?:of |de |d'|del |des |do )?(?:next year|przyszłego roku|следующего года|наступного року|"
    r"příštího roku|budúceho roka|(?:nächsten|kommenden) jahres|l[’']an prochain|l[’']année prochaine|"
    r"año que viene|próximo año|(?:l[’'])?anno prossimo|próximo ano|ano que vem|gelecek yıl|догодина|"
    r"prihodnje leto|nästa år|neste år|næste år|volgend jaar|ensi vuonna|järgmise aasta|jövőre|anul viitor)"
)
SAME_YEAR = re.compile(
    r"[\s,(]{0,2}(?:(?:of|in) (?:that(?: same)?|the same) year|(?:des)?selben jahres|(?:de )?la même année|"
    r"de(?:l)? (?:ese )?mismo año|de ese año|d?o mesmo ano|desse ano|dello stesso anno|того же года|того ж року|"
    r"того самого року|tego samego roku|tegoż roku|téhož roku|stejného roku|samma år|samme år|saman vuoden)(?!\w)"
)
"""Words behind a date that give it the year told last, and before it :data:`SAME_YEAR_BEFORE`; in lower case."""
SAME_YEAR_BEFORE = re.compile(r"(?:같은 ?해|동년|同年|aynı yılın|aynı yıl)[^\S\n]?,?[^\S\n]?$")
_ZEROS, _FULL_WIDTH_ZERO = (0x660, 0x6F0, 0x966, 0x9E6, 0xAE6), 0xFF10
"""Of Arabic, Persian, Devanagari, Bengali and Gujarati."""
NATIVE_DIGITS = "".join(f"{chr(zero)}-{chr(zero + 9)}" for zero in _ZEROS)
"""The digits that scripts have of their own, for a character class."""
DIGITS = str.maketrans({chr(zero + value): str(value) for zero in (*_ZEROS, _FULL_WIDTH_ZERO) for value in range(10)})
"""These and full-width digits, each one character as its ASCII twin, so that offsets hold."""

OWN_DIGITS = frozenset({"ar", "fa", "hi", "zh", "ja", "mr", "bn", "gu", "ur", "ps", None})

YEARS = re.compile(r"(?<![\d.,$€£])((?:1[5-9]|20)\d\d)(?![\d%])(?![.,]\d)")
"""Every bare year of a text, for narrative mode."""
