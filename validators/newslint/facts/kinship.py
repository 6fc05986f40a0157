"""Which codes mean one language, and which languages are hard to tell apart."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

_NAMES = MappingProxyType(
    {
        "arabic": "ar",
        "bulgarian": "bg",
        "chinese": "zh",
        "croatian": "hr",
        "czech": "cs",
        "danish": "da",
        "dutch": "nl",
        "english": "en",
        "finnish": "fi",
        "french": "fr",
        "german": "de",
        "greek": "el",
        "hebrew": "he",
        "hindi": "hi",
        "hungarian": "hu",
        "indonesian": "id",
        "italian": "it",
        "japanese": "ja",
        "korean": "ko",
        "norwegian": "no",
        "persian": "fa",
        "polish": "pl",
        "portuguese": "pt",
        "romanian": "ro",
        "russian": "ru",
        "serbian": "sr",
        "slovak": "sk",
        "spanish": "es",
        "swahili": "sw",
        "swedish": "sv",
        "turkish": "tr",
        "ukrainian": "uk",
        "urdu": "ur",
        "uzbek": "uz",
        "vietnamese": "vi",
    }
)
_THREE_LETTERS = MappingProxyType(
    {
        "eng": "en",
        "deu": "de",
        "ger": "de",
        "fra": "fr",
        "fre": "fr",
        "spa": "es",
        "ita": "it",
        "por": "pt",
        "rus": "ru",
        "ukr": "uk",
        "bel": "be",
        "bul": "bg",
        "pol": "pl",
        "ces": "cs",
        "cze": "cs",
        "slk": "sk",
        "nld": "nl",
        "dut": "nl",
        "swe": "sv",
        "dan": "da",
        "nor": "no",
        "nob": "nb",
        "nno": "nn",
        "fin": "fi",
        "tur": "tr",
        "ara": "ar",
        "arb": "ar",
        "fas": "fa",
        "per": "fa",
        "zho": "zh",
        "chi": "zh",
        "cmn": "zh",
        "jpn": "ja",
        "kor": "ko",
        "hin": "hi",
        "ell": "el",
        "heb": "he",
        "hau": "ha",
        "swa": "sw",
        "yor": "yo",
        "ibo": "ig",
        "amh": "am",
        "som": "so",
        "xho": "xh",
        "zul": "zu",
        "uzb": "uz",
        "iw": "he",
        "in": "id",
        "mo": "ro",
        "fil": "tl",
        "prs": "fa",
    }
)

GROUPS = (
    ("hr", "sr", "bs", "sh", "cnr"),
    ("id", "ms", "ace", "jv"),
    ("nb", "nn", "no"),
    ("zh", "yue", "wuu"),
    ("ku", "kmr", "ckb", "sdh"),
    ("ar", "arz", "ary", "aeb"),
    ("en", "pcm"),
    ("tl", "bcl", "ceb"),
    ("zu", "xh", "nd", "nr", "ss"),
    ("st", "nso", "tn"),
    ("bo", "dz"),
    ("he", "hbo"),
    ("el", "grc"),
    ("es", "an", "ext"),
    ("it", "vec", "lij"),
    ("fr", "wa"),
    ("ht", "gcr", "gcf"),
    ("lv", "ltg"),
    ("uz", "uzs"),
)
"""Languages, dialects and macro-languages that are never told apart from one another: identifiers get at most 57 % of
hr/sr/bs sentences right, and the others differ in spelling conventions or in what a code is used for. The first code
stands for the group."""

NAMED_TOGETHER = frozenset(("hr", "id", "zu", "st"))
"""The groups whose members are languages in their own right, so that a verdict has to name all of them."""

CLOSE = (
    ("ru", "uk", "be", "bg", "mk", "hr"),
    ("cs", "sk"),
    ("pt", "es", "gl", "ca"),
    ("da", "nb", "sv"),
    ("af", "nl"),
    ("hr", "sl"),
    ("hi", "mr", "ne", "sa", "gom"),
    ("fa", "ur", "ps", "ar", "ku", "ug", "sd"),
    ("kk", "ky", "tt", "ba", "ru", "tg", "mn"),
    ("az", "tr", "tk", "crh"),
    ("so", "om"),
    ("rw", "lg", "sw", "bem", "ny", "sn", "ve"),
    ("zu", "st"),
    ("bn", "as"),
    ("am", "ti"),
    ("is", "fo"),
    ("de", "lb"),
    ("ga", "gd"),
    ("fr", "oc", "ca", "ht"),
    ("it", "la"),
)
"""Languages that share so much that telling them apart takes more text than usual."""

_GROUP_OF = {code: group[0] for group in GROUPS for code in group}
_MEMBERS = {group[0]: group for group in GROUPS}
_CLOSE_PAIRS = frozenset((one, other) for family in CLOSE for one in family for other in family if one != other)


@lru_cache(maxsize=1_024)
def primary_subtag(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag or an English language name (``pt_br`` → ``pt``, ``English`` → ``en``).

    ``None`` where there is none: an absent tag, ``und``, ``mul``, a word that is no language code.
    """
    if not tag or not tag.strip():
        return None
    code = tag.strip().replace("_", "-").partition("-")[0].casefold()
    code = _NAMES.get(code, code)
    code = _THREE_LETTERS.get(code, code)
    if code in ("und", "mul", "zxx", "mis") or not (2 <= len(code) <= 3 and code.isascii() and code.isalpha()):
        return None
    return code


def group_of(code: str) -> str:
    """Return the code that stands for every language that is not told apart from *code*."""
    return _GROUP_OF.get(code, code)


def members(code: str) -> tuple[str, ...]:
    """Return the codes that are not told apart from *code*, itself among them."""
    return _MEMBERS.get(group_of(code), (code,))


def same_group(one: str, other: str) -> bool:
    """Return whether the two codes are never told apart."""
    return group_of(one) == group_of(other)


def close(one: str, other: str) -> bool:
    """Return whether telling the two languages apart takes more text than usual."""
    return (group_of(one), group_of(other)) in _CLOSE_PAIRS
