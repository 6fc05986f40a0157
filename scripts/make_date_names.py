"""Generate validators/newslint/data/date_names.json: month and weekday names of every supported language.

The names come from CLDR, through babel, in the genitive and the nominative (CLDR's "format" and "stand-alone"
contexts), wide and abbreviated. What CLDR lacks is read from ``date_name_additions.toml`` beside this program, where
each row says where it comes from. Run it with::

    python scripts/make_date_names.py            # write the table
    python scripts/make_date_names.py --check    # fail if the table on disk is not what would be written
"""

from __future__ import annotations

import argparse
import json
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from babel import __version__ as babel_version
from tables import write_or_compare

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "validators" / "newslint" / "data" / "date_names.json"
ADDITIONS = HERE / "date_name_additions.toml"

LOCALES = {
    "en": ["en", "en_GB", "en_AU", "en_CA"],
    "de": ["de", "de_AT"],
    "fr": ["fr", "fr_CA"],
    "es": ["es", "es_MX"],
    "it": ["it"],
    "pt": ["pt", "pt_PT"],
    "ca": ["ca"],
    "nl": ["nl"],
    "sv": ["sv"],
    "da": ["da"],
    "nb": ["nb"],
    "fi": ["fi"],
    "et": ["et"],
    "lv": ["lv"],
    "lt": ["lt"],
    "pl": ["pl"],
    "cs": ["cs"],
    "sk": ["sk"],
    "sl": ["sl"],
    "hr": ["hr"],
    "sr": ["sr", "sr_Latn"],
    "bg": ["bg"],
    "mk": ["mk"],
    "ru": ["ru"],
    "uk": ["uk"],
    "be": ["be"],
    "ro": ["ro"],
    "hu": ["hu"],
    "el": ["el"],
    "tr": ["tr"],
    "ar": ["ar_EG", "ar_SY", "ar_MA", "ar_DZ", "ar_SA"],
    "fa": ["fa", "fa_AF"],
    "he": ["he"],
    "hi": ["hi"],
    "id": ["id"],
    "ms": ["ms"],
    "tl": ["fil"],
    "sq": ["sq"],
    "gl": ["gl"],
    "is": ["is"],
    "af": ["af"],
    "sw": ["sw"],
    "ha": ["ha"],
    "az": ["az"],
    "uz": ["uz", "uz_Cyrl"],
    "kk": ["kk"],
    "ky": ["ky"],
    "ka": ["ka"],
    "hy": ["hy"],
    "ur": ["ur"],
    "ps": ["ps"],
    "mr": ["mr"],
    "bn": ["bn"],
    "gu": ["gu"],
    "pa": ["pa"],
    "ta": ["ta"],
    "te": ["te"],
    "kn": ["kn"],
    "ml": ["ml"],
    "zh": ["zh_Hans", "zh_Hant"],
    "ja": ["ja"],
    "ko": ["ko"],
}
"""The supported languages, and the CLDR locales whose names are merged for each."""

WIDTHS = {"wide": "", "abbreviated": "_short"}
LENGTHS = {"months": 12, "weekdays": 7}
APOSTROPHES = str.maketrans({"\u02bc": "'", "\u2019": "'", "\u2018": "'"})

Table = dict[str, dict[str, int]]


def fold(name: str) -> str:
    """Return *name* as the scanner looks it up; must agree with ``newslint.facts.dates.names.fold``."""
    name = unicodedata.normalize("NFC", name).translate(APOSTROPHES)
    return name.replace("İ", "i").lower().rstrip(".").strip()


def usable(name: str) -> bool:
    """Return whether *name* is a word: not the number that CJK locales use, and not a single letter."""
    return bool(name) and not any(character.isdigit() for character in name) and (len(name) > 1 or name > "\u3000")


def from_cldr(locales: list[str]) -> Table:
    """Return the names that CLDR gives for *locales*; the first locale wins where they disagree."""
    table: Table = {"months": {}, "months_short": {}, "weekdays": {}, "weekdays_short": {}}
    for identifier in locales:
        # babel 2.18 resolves aliases into the shared root data, so that a locale loaded later inherits names of an
        # earlier one (Hebrew months in Korean); an empty cache keeps them apart.
        localedata._cache.clear()  # noqa: SLF001
        locale = Locale.parse(identifier)
        for context in ("format", "stand-alone"):
            for width, suffix in WIDTHS.items():
                for number, name in locale.months[context][width].items():
                    add(table, "months" + suffix, name, number)
                for number, name in locale.days[context][width].items():
                    add(table, "weekdays" + suffix, name, number)
    return table


def add(table: Table, kind: str, name: str, number: int) -> None:
    """Add one name, if it is usable and not there yet."""
    folded = fold(name)
    if usable(folded):
        table[kind].setdefault(folded, number)


def add_row(table: Table, row: dict[str, Any]) -> None:
    """Add one block of the additions file to the table of its language."""
    kind = row["kind"]
    first = 1 if kind.startswith("months") else 0
    words = row["words"].split()
    expected = LENGTHS[kind.removesuffix("_short")]
    if len(words) != expected:
        raise SystemExit(f"{row['language']} {kind}: {len(words)} words where {expected} belong: {row['words']}")
    for number, word in enumerate(words, first):
        for ending in row.get("endings", [""]):
            if word != "-":
                add(table, kind, word + ending, number)


def without_accents(table: Table) -> None:
    """Add the unaccented spelling of every name, which is how Greek writes capitals."""
    for names in table.values():
        for name, number in list(names.items()):
            plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
            names.setdefault(plain, number)


def drop_full_from_short(table: Table) -> None:
    """A name listed as a full form is no abbreviation (May, mars, Juni)."""
    for kind in LENGTHS:
        for name in set(table[kind]) & set(table[kind + "_short"]):
            del table[kind + "_short"][name]


def build() -> dict[str, Any]:
    """Return the whole table, ready to be written."""
    languages = {language: from_cldr(locales) for language, locales in LOCALES.items()}
    with ADDITIONS.open("rb") as file:
        for row in tomllib.load(file)["addition"]:
            add_row(languages[row["language"]], row)
    without_accents(languages["el"])
    for table in languages.values():
        drop_full_from_short(table)
        for kind in table:
            table[kind] = dict(sorted(table[kind].items(), key=lambda item: (item[1], item[0])))
    return {
        "generated_by": "scripts/make_date_names.py",
        "sources": ["Unicode CLDR, through babel " + babel_version, "scripts/date_name_additions.toml"],
        "languages": languages,
    }


def main() -> int:
    """Write the table, or compare it with the one on disk."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the table is out of date")
    arguments = parser.parse_args()
    text = json.dumps(build(), ensure_ascii=False, indent=1) + "\n"
    return write_or_compare(TABLE, text, check=arguments.check)


if __name__ == "__main__":
    raise SystemExit(main())
