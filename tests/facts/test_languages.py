# ruff: noqa: E501  the texts stand one to a line
from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.facts.languages import article_language, paragraph_language
from newslint.model import Article
from newslint.text.segment import paragraphs

TEXTS = {
    "en": "The museum of the harbour has been given a ship that was thought to have been lost in a storm, the town said.",
    "de": "Das Museum am Hafen hat ein Schiff bekommen, von dem man glaubte, dass es in einem Sturm verloren gegangen ist.",
    "fr": "Le musée du port a reçu un bateau que l'on croyait perdu dans une tempête, a annoncé la mairie dans la soirée.",
    "es": "El museo del puerto ha recibido un barco que se creía perdido en una tormenta, según informó ayer la ciudad.",
    "it": "Il museo del porto ha ricevuto una nave che si credeva perduta in una tempesta, ha detto il sindaco della città.",
    "pt": "O museu do porto recebeu um navio que se julgava perdido numa tempestade, informou ontem a câmara da cidade.",
    "nl": "Het museum aan de haven heeft een schip gekregen waarvan werd gedacht dat het in een storm verloren was gegaan.",
    "pl": "Muzeum w porcie otrzymało statek, o którym sądzono, że zaginął podczas burzy, jak poinformował burmistrz miasta.",
    "cs": "Muzeum v přístavu dostalo loď, o které se myslelo, že se ztratila v bouři, řekl starosta města při slavnosti.",
    "tr": "Liman müzesi, bir fırtınada kaybolduğu sanılan bir gemiyi teslim aldı ve bunu gelecek yıl sergileyecek.",
    "fi": "Sataman museo on saanut laivan, jonka uskottiin kadonneen myrskyssä, kertoi kaupungin johtaja eilen illalla.",
    "hu": "A kikötő múzeuma megkapta azt a hajót, amelyről azt hitték, hogy egy viharban elveszett, közölte a város.",
    "ru": "Музей порта получил корабль, который считали погибшим во время шторма, сообщил вчера мэр города журналистам.",
    "uk": "Музей порту отримав корабель, який вважали загиблим під час шторму, повідомив учора міський голова журналістам.",
    "be": "Музей порта атрымаў карабель, які лічылі загінулым падчас шторму, паведаміў учора мэр горада журналістам.",
    "bg": "Музеят на пристанището получи кораб, за който се смяташе, че е изгубен в буря, съобщи вчера кметът на града.",
    "el": "Το μουσείο του λιμανιού παρέλαβε ένα πλοίο που πίστευαν ότι είχε χαθεί σε μια καταιγίδα, είπε ο δήμαρχος.",
    "ar": "تسلم متحف الميناء سفينة كان يعتقد أنها فقدت في عاصفة قبل سنوات، وقال رئيس البلدية إنها ستعرض في العام المقبل.",
    "fa": "موزه بندر کشتی‌ای را دریافت کرد که گمان می‌رفت در توفان از بین رفته است و شهردار گفت که این کشتی را به نمایش می‌گذارد.",
    "he": "מוזיאון הנמל קיבל ספינה שחשבו שאבדה בסערה לפני שנים רבות, כך אמר ראש העיר אתמול בערב לעיתונאים.",
    "hi": "बंदरगाह के संग्रहालय को एक जहाज मिला है जिसके बारे में माना जाता था कि वह तूफान में खो गया है, महापौर ने कहा।",
    "zh": "港口博物馆收到了一艘船，人们原以为它在一场风暴中失踪了，市长昨天在记者会上说。",
    "ja": "港の博物館は、嵐で失われたと思われていた船を受け取り、来年から展示すると市長が昨日発表した。",
    "ko": "항구 박물관은 폭풍 속에서 사라진 것으로 여겨졌던 배를 넘겨받았으며 내년부터 전시할 것이라고 시장이 밝혔다.",
    "sw": "Makumbusho ya bandari imepokea meli ambayo ilidhaniwa kuwa imepotea katika dhoruba, meya wa mji alisema jana.",
    "vi": "Bảo tàng của cảng đã nhận được một con tàu mà người ta cho là đã mất trong một cơn bão, thị trưởng cho biết.",
}
CLOSE_PAIRS = [("pt", "es"), ("es", "pt"), ("ru", "uk"), ("uk", "ru"), ("be", "ru"), ("bg", "ru"), ("cs", "pl")]


def language_of(body: str, declared: str | None = None) -> tuple[str | None, str | None]:
    found = article_language(Article(id="1", body=body, language=declared), paragraphs(body))
    return found.code, found.declared


@pytest.mark.parametrize("code", TEXTS)
def test_main_language_is_read_from_the_body(code: str) -> None:
    assert language_of(TEXTS[code])[0] == code


def test_a_language_that_no_identifier_knows_is_named_by_its_function_words() -> None:
    body = (
        "Khoro ya dorobo yo ri bada ntswa i ḓo vulwa nga ṅwedzi u ḓaho.\n\n"
        "Vhadzulapo vho takala nga maanḓa musi vha tshi pfa mafhungo haya, nahone vhanzhi vha khou lindela.\n\n"
        "Vho Mudau vho amba uri mushumo wo thoma nga Ḽavhuvhili, zwikolo zwi ḓo valwa maḓuvha mavhili."
    )
    assert language_of(body)[0] == "ve"


@pytest.mark.parametrize("code", TEXTS)
def test_paragraph_in_the_articles_language_is_same(code: str) -> None:
    assert paragraph_language(TEXTS[code], code).verdict == "same"


@pytest.mark.parametrize("code", [code for code in TEXTS if code != "en"])
def test_paragraph_in_another_language_is_foreign_in_english(code: str) -> None:
    found = paragraph_language(TEXTS[code], "en")
    assert (found.verdict, found.code) == ("foreign", code)


@pytest.mark.parametrize("home", [code for code in TEXTS if code != "en"])
def test_english_paragraph_is_foreign_elsewhere(home: str) -> None:
    found = paragraph_language(TEXTS["en"], home)
    assert (found.verdict, found.code) == ("foreign", "en")


@pytest.mark.parametrize(("text", "home"), CLOSE_PAIRS)
def test_close_pairs_are_told_apart_in_a_whole_sentence(text: str, home: str) -> None:
    found = paragraph_language(TEXTS[text], home)
    assert (found.verdict, found.code) == ("foreign", text)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Это мост, это река.", "uk"),
        ("Museu do porto recebeu um navio.", "es"),
        ("Ana Horvat, Ivan Kovač, Marija Babić, Luka Marić", "sl"),
    ],
)
def test_close_pairs_are_not_told_apart_in_a_few_words(text: str, home: str) -> None:
    assert paragraph_language(text, home).verdict == "unsure"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42 : 17 (20:9, 22:8)",
        "https://www.city.example/embankment/works?page=2&sort=new",
        "#embankment #roadworks @city_hall_news press@city.example",
        "Jean-Luc Morvandeau, Marie-Claire Desrosiers, Benoît Lavallière, Étienne Courtemanche",
        "Мост",
    ],
)
@pytest.mark.parametrize("home", ["en", "ru", "de"])
def test_what_has_no_language_is_never_foreign(text: str, home: str) -> None:
    assert paragraph_language(text, home).verdict != "foreign"


def test_embedded_quotation_does_not_make_a_paragraph_foreign() -> None:
    text = (
        f"The mayor said: «{TEXTS['ru']}» and then left the hall without taking any questions from the press or others."
    )
    assert paragraph_language(text, "en").verdict != "foreign"


def test_half_a_paragraph_in_the_articles_language_is_not_foreign() -> None:
    text = f"{TEXTS['en']} {TEXTS['fr']} {TEXTS['fr']}"
    assert paragraph_language(text, "en").verdict != "foreign"


def test_languages_never_told_apart_are_named_together() -> None:
    text = "Ravnatelj muzeja rekao je da će brod biti obnovljen i da će ga posjetitelji moći vidjeti već iduće godine."
    found = paragraph_language(text, "en")
    assert found.verdict == "foreign"
    assert {"hr", "sr", "bs"} <= set(found.among)
    assert paragraph_language(text, "sr").verdict == "same"


@pytest.mark.parametrize(
    ("tag", "primary"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("pt_br", "pt"),
        ("English", "en"),
        (" de ", "de"),
        ("zho", "zh"),
        ("und", None),
        ("", None),
        (None, None),
        ("the language", None),
    ],
)
def test_declared_language_is_normalised(tag: str | None, primary: str | None) -> None:
    assert language_of(TEXTS["en"], tag)[1] == primary


def test_declared_language_stands_in_where_the_body_cannot_tell() -> None:
    assert language_of("12:30", "fr") == ("fr", "fr")
    assert language_of("12:30") == (None, None)


def test_body_outvotes_the_declared_language() -> None:
    assert language_of(TEXTS["es"], "en") == ("es", "en")


def test_declared_member_of_a_group_is_kept() -> None:
    text = "Luka će biti zatvorena za ribarske brodove do kraja mjeseca, rekao je gradonačelnik na sjednici vijeća."
    assert language_of(text, "bs")[0] == "bs"


def test_unknown_article_language_is_unsure() -> None:
    assert paragraph_language(TEXTS["en"], "tlh").verdict == "unsure"
    assert paragraph_language(TEXTS["en"], None).verdict == "unsure"


def test_clean_english_needs_no_identifier() -> None:
    program = (
        "import sys\n"
        "from newslint.facts.languages import paragraph_language\n"
        f"assert paragraph_language({TEXTS['en']!r}, 'en').verdict == 'same'\n"
        "assert 'py3langid' not in sys.modules and 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_home_words_at_the_opening_do_not_speak_for_a_long_foreign_rest() -> None:
    text = f"As the mayor said to the press: {TEXTS['fr'] * 8}"
    assert paragraph_language(text, "en").verdict == "foreign"


def test_a_foreign_name_with_home_words_does_not_hide_a_paragraph() -> None:
    text = "Der Verein hat mit der Royal Society of the Arts in der Nacht zum Sonntag noch nicht über den Preis gesprochen."
    assert paragraph_language(text, "fr").verdict == "foreign"


@pytest.mark.parametrize("other", ["ar", "ko", "el", "he", "hi", "en"])
def test_another_script_is_foreign_in_a_cyrillic_article(other: str) -> None:
    assert paragraph_language(TEXTS[other], "ru").verdict == "foreign"


@pytest.mark.parametrize("other", ["ru", "ar", "ko", "el", "he", "hi", "zh", "ja"])
def test_another_script_is_foreign_in_an_accented_latin_article(other: str) -> None:
    assert paragraph_language(f"Áéíóú «ñ» — {TEXTS[other]}", "es").verdict == "foreign"


def test_one_foreign_paragraph_in_three_does_not_name_a_short_article() -> None:
    body = f"{TEXTS['nl']}\n\n{TEXTS['tr']}\n\nDe bewoners waren erg blij met het schip, dat nog nooit te zien was."
    assert language_of(body, "nl")[0] == "nl"


def test_a_lone_surrogate_is_no_obstacle() -> None:
    assert paragraph_language("\ud800" * 40, "en").verdict == "unsure"
    assert language_of("\ud800 " + TEXTS["de"])[0] == "de"


def test_a_body_without_letters_has_no_language() -> None:
    assert language_of("— — —\n\n* * *\n\n1 : 2") == (None, None)


def test_a_hostile_text_is_read_in_one_pass() -> None:
    assert paragraph_language("«" * 50_000 + "a" * 50_000, "en").verdict in ("same", "unsure")
