"""English names of languages, for messages."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

_NAMES = MappingProxyType(
    {
        "ace": "Acehnese", "af": "Afrikaans", "am": "Amharic", "an": "Aragonese", "ar": "Arabic",
        "as": "Assamese", "az": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian", "bem": "Bemba",
        "bg": "Bulgarian", "bn": "Bengali", "bo": "Tibetan", "br": "Breton", "bs": "Bosnian", "ca": "Catalan",
        "ceb": "Cebuano", "ckb": "Central Kurdish", "crh": "Crimean Tatar", "cs": "Czech", "cy": "Welsh",
        "da": "Danish", "de": "German", "dv": "Dhivehi", "dz": "Dzongkha", "ee": "Ewe", "el": "Greek",
        "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
        "fi": "Finnish", "fj": "Fijian", "fo": "Faroese", "fr": "French", "fy": "Frisian", "ga": "Irish",
        "gd": "Scottish Gaelic", "gl": "Galician", "gom": "Konkani", "gu": "Gujarati", "gug": "Guarani",
        "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hmn": "Hmong", "hr": "Croatian", "ht": "Haitian Creole",
        "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "ig": "Igbo", "is": "Icelandic",
        "it": "Italian", "ja": "Japanese", "jv": "Javanese", "ka": "Georgian", "kab": "Kabyle", "kk": "Kazakh",
        "km": "Khmer", "kmr": "Northern Kurdish", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish",
        "ky": "Kyrgyz", "la": "Latin", "lb": "Luxembourgish", "lg": "Ganda", "ln": "Lingala", "lo": "Lao",
        "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy", "mi": "Māori", "mk": "Macedonian",
        "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "my": "Burmese",
        "nb": "Norwegian", "nd": "Ndebele", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian Nynorsk",
        "no": "Norwegian", "nr": "South Ndebele", "nso": "Northern Sotho", "ny": "Chichewa", "oc": "Occitan",
        "om": "Oromo", "or": "Odia", "pa": "Punjabi", "pcm": "Nigerian Pidgin", "pl": "Polish", "prs": "Dari",
        "ps": "Pashto", "pt": "Portuguese", "qu": "Quechua", "ro": "Romanian", "ru": "Russian",
        "rw": "Kinyarwanda", "sa": "Sanskrit", "sd": "Sindhi", "se": "Northern Sami", "shi": "Tashelhit",
        "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "sm": "Samoan", "sn": "Shona", "so": "Somali",
        "sq": "Albanian", "sr": "Serbian", "ss": "Swati", "st": "Sotho", "sv": "Swedish", "sw": "Swahili",
        "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "ti": "Tigrinya", "tk": "Turkmen",
        "tl": "Tagalog", "tn": "Tswana", "to": "Tongan", "tr": "Turkish", "tt": "Tatar", "ty": "Tahitian",
        "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "ve": "Venda", "vi": "Vietnamese",
        "wo": "Wolof", "xh": "Xhosa", "yi": "Yiddish", "yo": "Yoruba", "yue": "Cantonese", "zh": "Chinese",
        "zu": "Zulu",
    }
)  # fmt: skip


def language_name(code: str) -> str:
    """Return the English name of *code*, or the code itself in quotation marks where there is none here."""
    return _NAMES.get(code, f"“{code}”")


def foreign_name(code: str | None, among: Sequence[str]) -> str:
    """Name a foreign language by its *code*, or by all it may be (*among*), as far as it could be told."""
    if among:
        return one_of(among)
    return language_name(code) if code else "another language"


def one_of(codes: Sequence[str]) -> str:
    """Name languages that are not told apart: ``Croatian, Serbian or Bosnian``; codes without a name are left out."""
    names = [_NAMES[code] for code in codes if code in _NAMES]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
