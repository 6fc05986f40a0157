"""Words that decide what a date is run together with: reviewed lists for :mod:`newslint.facts.dates.mashed`.

All are lower case and hold for every language at once, because the furniture of a page is often in another language
than its text.
"""

# ruff: noqa: SIM905 -- lists of words are read and reviewed as running text

from __future__ import annotations

PREPOSITIONS = frozenset(
    """
    on since until till before after from of by between dated
    am vom bis seit zum dem den der ab nach vor
    le du au depuis dès jusqu'au avant après
    el del desde hasta al entre
    il dal al del fino dopo prima
    em de desde até dia
    sinds tot vanaf op
    från till sedan den fra til siden siden
    fins abans després
    од до по пред
    od do dnia z po przed dne ze
    с к до по на от за из после со
    від з до по на за після із
    от на до след
    στις από μέχρι έως την της
    din pe până după
    în la
    في يوم منذ حتى بتاريخ
    در روز تا از
    עד מיום ביום יום בתאריך
    pada tanggal sejak hingga sampai
    """.split()
) - frozenset({"de", "z", "la", "le", "el", "il"})  # fmt: skip
"""Words that a day number normally follows after a space; the shortest and most ambiguous are left out."""

NOUN_PREFIXES = frozenset("na za po do ze".split())
"""Slavic prepositions that are prefixes in Bantu languages, which write English months: isiXhosa ``na10 May``."""

CLOCK_WORDS = frozenset("at um à kl klo kell ore alle godz plkst ob saat às".split())
"""Words between a date and a time of day."""

BYLINE_WORDS = frozenset(
    """
    by von par por przez door av af di oleh autor автор updated published posted last aktualisiert zuletzt modifié
    publié publicado actualizado aggiornato pubblicato atualizado aktualizováno aktualizacja обновлено оновлено
    bijgewerkt uppdaterad opdateret oppdatert
    """.split()
)  # fmt: skip
"""Lower-case words that open a byline or an update note. Any other lower-case ending of a year may be grammar."""

STAMP_LABELS = ("기사입력", "최종수정", "최종업데이트", "입력", "수정", "업데이트", "등록", "송고", "来源", "來源")
"""Labels of scripts in which most words may touch a time by rule: Korean particles, the Japanese 10:30更新."""

STAMP_LABELS_BEFORE = frozenset("기사입력 최종수정 최종업데이트 입력 수정 업데이트 등록 송고".split())
"""Those of them that Korean pages set apart from the date by markup."""

ERA_WORDS = frozenset("ad bc ce bce нэ ميلادي ميلادية هجري هجرية للميلاد".split())
"""What may touch a year by right or by habit: era names."""

VERSION_WORDS = frozenset("version ver release build update patch firmware driver python java".split())
"""Words whose three dotted numbers are a version (``Build2.10.2019``) rather than a date, unless zero-padded."""

NUMBERED_NAMES = frozenset(
    """
    windows win iphone ipad ios ipados macos watchos android galaxy pixel note redmi mi oneplus xbox playstation ps
    covid g formula formel formule euro expo python java angular gpt chatgpt gemini llama falcon ariane long
    boeing airbus sojus soyuz союз route highway autobahn channel kanal canal rai tvp tvn tvr tv tf france sport sat pro
    radio news area catch level apollo artemis vega article artikel section chapter vol volume season saison staffel
    episode folge part teil top web league liga under over agenda class grade type model serie series mark world gta
    fifa nba madden tesla core intel ryzen usb bluetooth wifi unit gate terminal pier line linie metro bus tram room
    mars luna venera sputnik voyager pioneer mariner viking starship expedition progress crew model modell
    studio stage stufe zone gruppe group phase etappe runde round
    """.split()
)
"""Names that carry a small number of their own: ``Windows10 May 2020`` is Windows 10, in May 2020."""

WEEKDAY_COMMA = frozenset(
    """
    en de es pt et lv pl hr sr sl bg mk ru uk be ro ca ar he hi id sk lt hu ms tl sq gl is sw uz ka ur mr bn gu pa ta kn
    """.split()
)
"""Languages that write a comma between the weekday and the date, as in CLDR's full date pattern."""

CASE_LANGUAGES = frozenset("pl cs sk uk ru be hr sr sl lt lv el fi".split())
"""Languages whose month beside a day is in another case than the month alone, so that ``19 sierpnia 2020`` cannot be
the month August of 2020 after a name that ends in 19."""

MONTH_STEMS = (
    (
        "abr afi ag aou aoû apr ara aug avg avq avr ağu bal bir bře cze dec dek des det dez dhj dic dis dub "
        "déc eki elo ene eyl fab feb fev fév geg gen giu gru gus haz hei hel huh hul hun ian iul iun iyl iyn "
        "iyu jaa jan jou jui jul jun juu jän júl jún jūl jūn kas kes kol kor kov kvě kwi lap led lie lip lis "
        "lok lug lut maa mac mae mag mai maj mar may maí mei mrt mrz máj már mär nis nob noi nop nov noy nuw "
        "nën nóv oca oct ogo okt ott out ožu paź peb pri pro qer rug ruj sat sau sen sep set shk sht sie sij "
        "spa srp stu sty svi syy sze tam tem tet tou tra vas vee vel wrz xan xul xuñ yan yul yun zář ágú ápr "
        "úno čer čvc čvn říj şub"
    ),
    "απρ αυγ αύγ γεν δεκ ιαν ιου ιού μάη μάι μάρ μαΐ μαη μαι μαρ νοέ νοε οκτ σεπ φεβ φλε",
    (
        "авг апр ақп бер вер гру дек дец жел жні жов июл июн кас кві кра лип лис лют ліп ліс май мам мар мау "
        "мая мај нау нов ное ноя окт сак сен сеп сер сне сту січ сәу там тра феб фев чер чэр шіл юли юни ян "
        "јан јул јун қаз қар қаң қыр"
    ),
    "אוג אוק אפר דצמ יול יונ ינו מאי מרץ נוב ספט פבר",
    (
        "آب آذا آور آگو أبر أغس أفر أكت أوت أيا أيل ابر اغس اكت اوت اپر اکت اګس اگس تشر تمو جان جنو جوا جول "
        "جون جوي حزي دجن دسا دسم ديس سبت ستم سپت سېپ شبا شتن غشت فبر فرو فور فيف فېب كان مئی مار ماي مه می مۍ "
        "نوا نوف نوم نون نيس ينا يول يون ژان ژوئ"
    ),
    "अक् अगस अग॰ अप् एप् ऑक् ऑग जनव जन॰ जान जुल जून डिस दिस नवं नवम नव॰ नोव फरव फ़र फेब मई मार मे सप् सित",
    "აგვ აპრ დეკ თებ იან ივლ ივნ მაი მარ ნოე ოქტ სექ",
    "ապր դեկ հլս հնս հնվ հոկ հու մայ մար մյս մրտ նոյ սեպ փետ փտվ օգո օգս",
    "অক্ আগ এপ্ জান জুন জুল ডিস নভে ফেব মার মে সেপ",
    "એપ્ ઑક્ ઑગસ જાન જુલ જૂન ડિસ નવે ફેબ માર મે સપ્",
    "ਅਕਤ ਅਗ ਅਪ੍ ਜਨ ਜੁਲ ਜੂਨ ਦਸੰ ਨਵੰ ਫ਼ਰ ਮਈ ਮਾਰ ਸਤੰ",
    "அக் ஆக ஏப் செப ஜன ஜூன ஜூல டிச நவ பிப மார மே",
    "అక్ ఆగ ఏప్ జన జుల జూన జూల డిస నవం ఫిబ మార మే సెప",
    "ಅಕ್ ಆಗ ಏಪ್ ಜನ ಜುಲ ಜೂನ ಡಿಸ ನವೆ ಫೆಬ ಮಾರ ಮೇ ಸೆಪ",
    "ഏപ് ഒക് ഓഗ ജനു ജൂല ജൂൺ ഡിസ നവം ഫെബ മാർ മേയ സെപ",
)
"""The first three letters of every month in every language that has names for them, a string for each script. They are
spelt out because triggers exist before any table is read; a test compares them with the tables."""
