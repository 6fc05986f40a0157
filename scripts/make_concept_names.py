"""Write ``data/concept_names.json``: what countries, languages, months and the like are called in many languages.

The names come from Unicode CLDR (Unicode License v3) through Babel; what CLDR does not know (short names, acronyms,
number words) comes from ``concept_additions.yml``, where every entry states its reason. Usage:

    python scripts/make_concept_names.py
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import babel
import yaml
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
ADDITIONS = HERE / "concept_additions.yml"
OUTPUT = HERE.parent / "validators" / "newslint" / "data" / "concept_names.json"


def codes(text: str) -> tuple[str, ...]:
    """Return the codes in *text*, which are parted by spaces."""
    return tuple(text.split())


LANGUAGES = codes(
    "ar az be bg bn bs ca cs da de el en es et fa fi fr ha he hi hr hu hy id is it ja ka kk ko ky lt lv mk ms nb nl "
    "pl pt ro ru sk sl so sq sr sv sw ta tg th tr uk ur uz vi zh"
)

CURRENCIES = codes("USD EUR RUB UAH GBP CNY JPY CHF PLN TRY INR KZT")

# Territories that news rarely names, or whose names are common words elsewhere; without them the table is a third
# smaller.
RARE_TERRITORIES = codes(
    "AC AI AQ AS AX BL BQ BV CC CK CP CX CQ DG EA EH FK FO GF GG GP GS GU HM IC IM IO JE KY MF MP MQ MS NC NF NU PF PM "
    "PN PW QO RE SH SJ SX TA TC TF TK TV UM VG VI WF XA XB XK YT ZZ EZ BM AW CW NR MH FM KI VC KN LC AG DM GD ST"
)
SPOKEN_LANGUAGES = codes(
    "ar az be bg bn bs cs da de el en es et fa fi fr he hi hr hu hy is it ja ka kk ko ky lt lv mk mn nl no pl ps pt ro "
    "ru sk sl sq sr sv tg th tk tr tt uk ur uz vi zh"
)


def concept_of_language(code: str) -> str:
    """Return the country a language is chiefly spoken in: in news, its name and the country's adjective are one."""
    if code == "en":
        return "language:en"  # CLDR's likely country is the United States, but "English" rarely says so.
    tag = str(get_global("likely_subtags").get(code, f"{code}_x_x"))
    return tag.split("_")[-1]


def names(locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield (concept, name) for everything CLDR names in *locale*."""
    for code, name in locale.territories.items():
        if len(code) == 2 and code not in RARE_TERRITORIES:
            yield code, name
    for code, name in locale.languages.items():
        if code in SPOKEN_LANGUAGES:
            yield concept_of_language(code), name.partition(" (")[0]
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            yield f"month:{number}", name
        for number, name in locale.days[context]["wide"].items():
            yield f"day:{number}", name
    for code in CURRENCIES:
        name = locale.currencies.get(code)
        if name and name != code:
            yield f"currency:{code}", name


def table(language: str, additions: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the names of each concept in *language*, sorted, without repetitions."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept, name in names(Locale.parse(language)):
        if not name.isdigit():
            found[concept].add(name.replace("\u200e", "").replace("\u200f", ""))
    for concept, spellings in additions.items():
        found[concept].update(spellings)
    return {concept: sorted(found[concept]) for concept in sorted(found)}


def reviewed_additions() -> dict[str, dict[str, list[str]]]:
    """Return the additions by language and concept; every one must state its reason."""
    by_language: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for concept, entry in yaml.safe_load(ADDITIONS.read_text("utf-8")).items():
        if not entry.get("reason"):
            raise SystemExit(f"{ADDITIONS.name}: {concept} has no reason")
        for language, spellings in entry["names"].items():
            by_language[language][str(concept)] = [str(spelling) for spelling in spellings]
    return by_language


def main() -> None:
    """Write the table, one language to a line so that differences can be read."""
    additions = reviewed_additions()
    lines = [
        f'"source": "Unicode CLDR (Unicode License v3) through Babel {babel.__version__}, and concept_additions.yml"'
    ]
    for language in LANGUAGES:
        text = json.dumps(table(language, additions.get(language, {})), ensure_ascii=False, separators=(",", ":"))
        lines.append(f'"{language}": {text}')
    OUTPUT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{OUTPUT.name}: {len(LANGUAGES)} languages, {OUTPUT.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
