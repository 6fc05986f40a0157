"""TYP001 glued-sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, Literal, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.facts.function_words import languages_of_common_words
from newslint.facts.scripts import census, main_script
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Gate, Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

# Capitals of Latin, Greek, Cyrillic, Armenian; some small letters between them cost less than to leave them out.
_CAPITAL = r"A-Z\u00C0-\u00DE\u0100-\u024F\u0386-\u03AB\u0400-\u042F\u0460-\u052F\u0531-\u0556\u1E00-\u1EFF"
# Hebrew, Arabic, the scripts of India, Georgian, Ethiopic, Hangul: no capitals, but spaces between words.
_CASELESS = r"\u05D0-\u05EA\u0620-\u06D3\u0900-\u0D7F\u10D0-\u10FA\u1200-\u135A\uAC00-\uD7A3"
_QUOTES = '"“”„«»’)\\]¿¡'
_CLOSERS = ')"”»’'
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,40}$")
_YEAR_BEFORE = re.compile(r"(?<!\S)(?:1[89]|20)\d\d$")
_PERCENT_BEFORE = re.compile(r"(?<!\S)\d{1,4}(?:[.,]\d{1,3})?%$")
_SUM_BEFORE = re.compile(r"(?<!\S)(?:[$€£¥₽]\d{1,9}(?:[.,]\d{1,3}){0,3}|\d{1,3}(?:,\d{3}){1,3}|\d{4,9})$")
"""Sums and large numbers: no ordinals, no items of lists, no versions."""
_NUMBER_BEFORE = re.compile(r"(?<=[^\W\d_] )(?:\d{1,3}|\d{2,3}\.\d)$|(?<=[^\W\d_]-)\d{2,3}$")
"""Numbers behind a word, ``turned 17``, ``Covid-19``, which could be ordinals, items of lists or versions as well."""
_NO_ORDINALS = frozenset("en fr es pt it ca gl ro sq ru uk be bg mk el nl af sw id ms tl vi".split())  # noqa: SIM905
"""Languages that never write ordinals with a full stop, as German and Polish do: ``am 3.Mai``."""
_DATE = re.compile(r"\d{1,2}[ \u00a0]")
_QUOTED = re.compile(r"„[^„“”\n]*[^\s„“”][ \u00a0][^„“”\n]*$")
"""A quotation of two words at least that was opened and not closed; a single one may be half of a compound."""
_RUN = re.compile(r"\w+")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,40}")
# Vowel signs are not \w. One class, since alternatives that overlap would be tried in every combination.
_LETTER_OR_SIGN = r"[^\s\d_.,;:!?؟،।॥۔።“”\"'()\[\]«»…—–-]"
_CASELESS_BEFORE = re.compile(rf"[{_CASELESS}]{_LETTER_OR_SIGN}{{0,40}}$")
_CASELESS_AFTER = re.compile(rf"(?![।॥])[{_CASELESS}]{_LETTER_OR_SIGN}{{0,40}}")
_KOREAN_ENDINGS = "다요까죠"
_ONE_LETTER_WORDS = "ВИКСОУЯАЗЄІЙ"
_STOPS = ".!?؟।۔።"
_MARKS = _STOPS + "“"
_OWN_STOPS = "।۔።"
"""Those that end nothing but sentences."""
_ADDRESS_SIGNS = ("@", "/", "\\", "_", "www.", "#", "=")


def _words_of(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_TITLES = _words_of(
    "adm adv akad art atty ave avd blvd bros brig cap capt cav cdr cmdr col comdr cond dept det dip dipl dir doc",
    "docent doz dra dres drs esq etj fig fils fra frl gen gdy gov gob hon inf ing insp int jgr kap kard kol kom lic",
    "lieut ltn maj mag mgr mlle mevr mev mme mnr mnu mons mrs msc msgr mst nkkt nksz nos num ofic ord pag pfr pos pres",
    "prof proc prot pte pvt ref rep rer res resp rev sen sent sgt sig snr spec sra sras srta srs sta ste stud supt tel",
    "univ ust vgl vol акад апт бул вул гор дер долл доц инж корп мол наб обл обр отд пер пгт пос пров просп проф рад",
    "рес респ род рожд сел соц станц стр сост тов фил шос юр",
)
"""Abbreviations of three letters and more that stand before names."""
_SHORT_WORDS = _words_of(
    "it us me so do go up on in to is we be he my by of as at an or if no",
    "zu ab da ja es er du um im él lo le la se ya yo tú sí ti mi vi há já só cá lá eu tu ou là où su ne ci",
    "på så nu de då bo ok ei jo ją je mu ty ta tí tě si už ho ji jí",
    "её ее их он мы вы ты не да же ли то їх її ні ми ви це го тя те се ЕС РФ ЧП ЄС ОП EU UN UK UE US",
)
"""Words of two letters, and not abbreviations, that sentences end with."""
_DOMAINS = _words_of(
    "com net org info ru ua by kz uz az am ge de at ch fr it es pt pl cz sk eu uk co tv me io ai fm us in id vn tr nrw"
)
_OPENERS = frozenset(("In", "Am", "Es", "At", "It"))
"""Domains that open sentences as well: before another word they do, as in "die Pandemie.In Orlin"."""
_GOES_ON = re.compile(r"[ \u00a0][^\W\d_]")
_TELLS_ON = re.compile(r",?[ \u00a0]\w")
_ALWAYS_DOMAINS = frozenset(("com", "net", "org", "ru", "рф", "ру"))
_DOTTED_BRANDS = frozenset(
    ("yahoo", "yandex", "яндекс", "mail", "майл", "rambler", "рамблер", "лента", "газета", "сбербанк")
)
"""Houses that join the names of their services by a mark: ``Яндекс.Карты``, ``Yahoo!News``."""

_FILE_ENDINGS = _words_of("avi csv doc docx gif htm html jpeg jpg mov pdf png ppt rar svg tif txt xls xlsx xml zip")
"""What stands behind the full stop of a file's name, in capitals too: ``harbour.JPG``."""

_SENTENCE_START = re.compile(r"[.!?…:\n]\W{0,3}(?=[^\W\d_])")
_FEWEST_WORDS = 5
_SENTENCE_WINDOW = 100
_MIN_CASELESS = 3
_MIN_CASED = 3
"""Letters of a word beside a date or quotation: shorter ones are abbreviations (``Do.21 Dezember``)."""
_QUOTED_REACH = 200
_LIST_REACH = 2_000
"""Characters before and behind a number in which the one beside it would be, were it of a list."""
_WINDOW = 60
_QUOTE_REACH = 1_000
_SHOWN = 24


class _Joint(NamedTuple):
    """A sentence's end without a space: the words at both sides, and where the space belongs."""

    field: str
    start: int
    end: int
    gap: int
    quote: str


class GluedSentence(ArticleCheck):
    """There is no space after the end of a sentence.

    What it flags
    -------------
    A full stop, question mark or exclamation mark, with a quotation mark or bracket or without, between the last word
    of a sentence and the first word of the next: ``said.The``, ``сказал.Он``, ``»Ja.«Der``, ``है।उन्होंने``. The
    finding marks both words.

    Why it hurts
    ------------
    Markup between two paragraphs was dropped without a trace. Sentence splitters read two sentences as one, tokenizers
    see a word that does not exist, and searches for either word fail.

    Example
    -------
    ``“said.The” has no space after the end of the sentence.``

    Fix
    ---
    Inserts a space. Unsafe where the two words may be a name, and nothing else in the article is joined or the sentence
    before would have fewer than five words: both have a capital, and the second is no common word. Of 12 such places in
    2,107 articles 3 were names. Where a quotation mark stands between the sentences, those before it in the line tell
    whether it closes the first or opens the second.

    Options
    -------
    ``max_findings`` (default 100 findings): an article with more places gets one finding with their number, at the
    first. In 2,107 real articles 171 have such places, 63 at most.

    Limits
    ------
    In scripts with capitals the second word begins with one, and the first ends in three small letters, is an
    acronym, a year, a percentage, a sum, a number of four figures or more, or one of the common words of two letters.
    Smaller numbers behind a word (``turned 17.In``) need a common word of the article's language behind them, and one
    that writes no ordinals with a full stop. A day with its month (``Europe.21 December``) needs no capital; behind a
    quotation between German marks (``„…“Danach``) no full stop is needed. Exempt are addresses, file and method
    names (``Config.Reader.open``), domains (``Orlin.Com``), abbreviations before names (``Prof.Ames``), initials,
    names that stand in the text twice in the same form (``Orlin.Taxi``) or elsewhere as one word, and ellipses,
    which some write without a space. A name with a full stop inside that stands there once is taken for two
    sentences, unless both words are in another script than their neighbours (``директор ORLIN.Taxi сказал``), or
    nothing else in the article is joined and the sentence before it would have fewer than five words (``Wie das
    Portal Orlin.Taxi``). In scripts without capitals both words have at least three letters, unless the mark ends
    nothing but sentences (``।``, ``۔``, ``።``); Korean needs one of its usual verb endings before the full stop.
    Chinese, Japanese, Thai, Lao, Khmer and Burmese put no space there. Dates run into the next word are DAT001.
    """

    code = "TYP001"
    slug = "glued-sentence"
    severity = Severity.WARNING
    fix = "safe"
    precision = (
        "57 of 60 findings read right on 2,107 articles, and 34 of 34 beside numbers, dates and quotations; "
        "20 of 24 in clean text of 128 languages"
    )
    triggers = (
        Trigger(rf"[.!?][{_QUOTES}]?[{_QUOTES}]?[{_CAPITAL}]"),
        Trigger(rf"[{_STOPS}][{_CASELESS}]"),
        Trigger(r"[^\s\d.,:/$€£(#-][.!?]\d{1,2}[ \u00a0][^\s\d]", gate=Gate(r"[.!?]\d")),
        Trigger(rf"[^\s\d.,:;!?(–—-]“[{_CAPITAL}]", gate=Gate("“")),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of TYP001."""

        max_findings: Natural = 100

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each place, or one for all where there are very many."""
        found = _without_names(article, _joints(article, facts, facts.hits(self.code)))
        is_alone = _is_alone(found)
        for group in each_or_all(found, self.options.max_findings):
            is_doubtful = _may_be_name(article, group[0]) and (is_alone or _is_short(article, group[0]))
            count = facts.count(self.code, len(group))
            yield self._finding(article, group, count, is_safe=len(group) > 1 or not is_doubtful)

    def _finding(self, article: Article, joints: list[_Joint], count: str, *, is_safe: bool) -> Finding:
        first = joints[0]
        often = f"; there are {count} such places in this article" if len(joints) > 1 else ""
        return self.finding(
            article,
            first.field,
            (first.start, first.end),
            f"“{first.quote}” has no space after the end of the sentence{often}.",
            evidence={"count": len(joints)},
            fix=Fix(is_safe, tuple(Edit(joint.field, joint.gap, joint.gap, " ") for joint in joints)),
        )


def _without_names(article: Article, joints: Iterator[_Joint]) -> list[_Joint]:
    """Return *joints* without those that are names with a full stop inside.

    Words that are joined in the same way again are one: ``Alpha.Beta``. So are two in another script than the words on
    both sides, and, where nothing else in the article is joined, two that a sentence of a few words would end with.
    """
    found = list(joints)
    times = Counter(joint.quote for joint in found)
    kept = [
        joint for joint in found if times[joint.quote] == 1 or not joint.quote[0].isupper() or joint.quote[-2] in _STOPS
    ]
    kept = [joint for joint in kept if not (_may_be_name(article, joint) and _is_of_another_script(article, joint))]
    written = {field: _written_as_one(article.text(field), kept) for field in {joint.field for joint in kept}}
    kept = [joint for joint in kept if _as_one(joint) not in written[joint.field]]
    if _is_alone(kept) and all(_may_be_name(article, joint) and _is_short(article, joint) for joint in kept):
        return []
    return kept


def _is_alone(joints: Sequence[_Joint]) -> bool:
    """Return whether nothing else is joined in the article than one word, with whatever follows it."""
    return len({joint.quote[: joint.gap - joint.start] for joint in joints}) == 1


def _may_be_name(article: Article, joint: _Joint) -> bool:
    """Return whether the two words may be a name: both have a capital, and the second opens few sentences."""
    text = article.text(joint.field)
    first, second = text[joint.start : joint.gap - 1], text[joint.gap : joint.end]
    if not (first.isalpha() and second.isalpha() and first[0].isupper() and second[0].isupper()):
        return False
    return text[joint.gap - 1] == "." and first != second and second.lower() not in languages_of_common_words()


def _written_as_one(text: str, joints: Iterable[_Joint]) -> Set[str]:
    """Return which of *joints* the *text* has as one word elsewhere, ``easy.Harbour`` as ``EasyHarbour``."""
    lowered = text.lower()
    # To take a text apart is dear, and hardly any has such a word.
    words = {word for joint in joints if (word := _as_one(joint)) and word in lowered}
    return words.intersection(_RUN.findall(lowered)) if words else words


def _as_one(joint: _Joint) -> str:
    """Return what the two words are as one, in small letters; nothing where the second is no capitalised word."""
    first, _, second = joint.quote.partition(".")
    return f"{first}{second}".lower() if first.isalpha() and second.isalpha() and second.istitle() else ""


def _is_of_another_script(article: Article, joint: _Joint) -> bool:
    """Return whether both words are in another script than the words before and behind them."""
    text = article.text(joint.field)
    before = text[max(0, joint.start - _WINDOW) : joint.start].split()[-1:]
    behind = text[joint.end : joint.end + _WINDOW].split()[:1]
    scripts = {main_script(census(word)) for word in (*before, *behind)} - {None}
    own = {main_script(census(word)) for word in joint.quote.split(".")}
    return bool(before and behind) and len(own) == len(scripts) == 1 and own != scripts


def _is_short(article: Article, joint: _Joint) -> bool:
    """Return whether the sentence would have hardly any words: ``Wie das Portal Alpha.Beta berichtet``."""
    lead = article.text(joint.field)[max(0, joint.start - _SENTENCE_WINDOW) : joint.start]
    starts = [match.end() for match in _SENTENCE_START.finditer(lead) if not lead[match.end()].islower()]
    if not starts and joint.start > _SENTENCE_WINDOW:
        return False
    return len(lead[max(starts, default=0) :].split()) + 1 < _FEWEST_WORDS


def _joints(article: Article, facts: ArticleFacts, hits: Iterable[Hit]) -> Iterator[_Joint]:
    seen = ("", 0)
    for hit in hits:
        text = article.text(hit.field) if hit.field != "dateline" else ""
        first = max(hit.start, seen[1]) if hit.field == seen[0] else hit.start
        for position in range(first, min(hit.end, len(text))):
            joint = _joint_at(text, hit.field, position, facts) if text[position] in _MARKS else None
            if joint:
                yield joint
        seen = (hit.field, max(first, hit.end))


def _joint_at(text: str, field: str, position: int, facts: ArticleFacts) -> _Joint | None:
    """Return the joint at the mark at *position*, of whatever kind."""
    if text[position] == "“":
        return _behind_quotation(text, field, position)
    if _DATE.match(text, position + 1):
        return _before_date(text, field, position, facts)
    return _joint(text, field, position) or _behind_number(text, field, position, facts)


def _behind_quotation(text: str, field: str, mark: int) -> _Joint | None:
    """Return the joint behind the German mark that closes a quotation: ``„Wir gehen jetzt“Danach``."""
    first = _WORD_BEFORE.search(text[max(0, mark - _WINDOW) : mark])
    second = _WORD_AFTER.match(text, mark + 1)
    if first is None or second is None or len(second.group()) < _MIN_CASED or not second.group().istitle():
        return None
    if not first.group()[-1].islower() or not _QUOTED.search(text[max(0, mark - _QUOTED_REACH) : mark]):
        return None
    start, end = mark - len(first.group()), mark + 1 + len(second.group()[:_SHOWN])
    return _Joint(field, start, end, mark + 1, text[start:end])


def _before_date(text: str, field: str, stop: int, facts: ArticleFacts) -> _Joint | None:
    """Return the joint at the full stop at *stop*, if a day and its month follow: ``in Europa.21 Dezember``."""
    before = text[max(0, stop - _WINDOW) : stop]
    first = _WORD_BEFORE.search(before.rstrip(_CLOSERS))
    if first is None or len(first.group()) < _MIN_CASED or first.group().lower() in _TITLES:
        return None
    end = next((mention.end for mention in facts.dates(field) if mention.start == stop + 1 and mention.month), 0)
    if not end:
        return None
    start, end = stop - len(before) + first.start(), min(end, stop + 1 + _SHOWN)
    return _Joint(field, start, end, stop + 1, text[start:end])


def _behind_number(text: str, field: str, stop: int, facts: ArticleFacts) -> _Joint | None:
    """Return the joint at the full stop at *stop* behind a number, if no ordinal, list or version has it."""
    before, second = text[max(0, stop - _WINDOW) : stop], _WORD_AFTER.match(text, stop + 1)
    if second is None or not before[-1:].isdecimal() or _in_address(before, text[stop + 1 : stop + 1 + _WINDOW]):
        return None
    word = second.group()
    if not _begins_sentence(word, text[second.end() : second.end() + 2]) or not _TELLS_ON.match(text, second.end()):
        return None
    number = _SUM_BEFORE.search(before)
    if number is None:
        number = _NUMBER_BEFORE.search(before)
        if number is None or not _is_common(word, facts):
            return None
        if not _is_counted(text[max(0, stop - _LIST_REACH) : stop + _LIST_REACH], number.group()):
            return None
    start, end = stop - len(number.group()), stop + 1 + len(word[:_SHOWN])
    return _Joint(field, start, end, stop + 1, text[start:end])


def _is_counted(around: str, number: str) -> bool:
    """Return whether *number* counts something: it is none of the numbers of a list, which has the one beside it."""
    if not number.isdecimal():
        return True
    items = (f"{int(number) + step}." for step in (-1, 1))
    return not any(piece[:1].isalpha() for item in items for piece in around.split(item)[1:])


def _is_common(word: str, facts: ArticleFacts) -> bool:
    """Return whether the article's language, which has no ordinals with a full stop, opens sentences with *word*."""
    language = facts.language.code
    return language in _NO_ORDINALS and language in languages_of_common_words().get(word.lower(), ())


def _joint(text: str, field: str, stop: int) -> _Joint | None:
    """Return the joint at the full stop at *stop*, if words of two sentences meet there."""
    after = stop + 1
    while after < len(text) and after <= stop + 2 and text[after] in _QUOTES:
        after += 1
    if text[max(0, stop - 1) : stop].isupper() and not text[max(0, stop - 2) : stop - 1].isalpha():
        return None  # initials
    before = text[max(0, stop - _WINDOW) : stop]
    follows = text[after : after + _WINDOW]
    if text[stop] in _OWN_STOPS:
        before = before.removesuffix(" ")
    if not follows or not before or before[-1].isspace() or _in_address(before, follows):
        return None
    if _is_caseless(follows) and after > stop + 1:
        return None  # Particles follow quotations directly, as in Korean.
    told = _caseless_words(before, follows, text[stop]) if _is_caseless(follows) else _words(before, follows)
    if told is None:
        return None
    start, end = text.rindex(told[0], 0, stop), after + len(told[1])
    return _Joint(field, start, end, _gap(text, stop + 1, after), text[start:end])


def _is_caseless(text: str) -> bool:
    return text[:1].lower() == text[:1].upper()


def _words(before: str, follows: str) -> tuple[str, str] | None:
    """Return the words at both sides where the first ends a sentence and the second begins one, by their letters."""
    second = _WORD_AFTER.match(follows)
    if second is None or not _begins_sentence(second.group(), follows[second.end() :]):
        return None
    bare = before.rstrip(_CLOSERS)
    figure = _YEAR_BEFORE.search(bare) or _PERCENT_BEFORE.search(bare)
    first = figure or _WORD_BEFORE.search(bare)
    if first is None:
        return None
    opens = second.group() in _OPENERS and _GOES_ON.match(follows, second.end()) is not None
    if not (figure or _ends_sentence(first.group(), bare[: first.start()], second.group(), opens=opens)):
        return None
    return before[first.start() :], second.group()[:_SHOWN]


def _begins_sentence(word: str, rest: str) -> bool:
    if not word[0].isupper() or rest[:1] in ("(", "_", "@", "="):
        return False
    if rest[:1] == "." and rest[1:2].isalpha():
        return False
    if len(word) == 1:
        told = rest[:1].isspace() and (rest[1:2].islower() or word in _ONE_LETTER_WORDS)
        return told or (rest[:1] in "'’" and rest[1:2].isalpha())
    return word[1].islower() or (len(word) > 2 and word.isupper())


def _ends_sentence(word: str, lead: str, second: str, *, opens: bool) -> bool:
    """Return whether *word* behind *lead* ends a sentence, if *second* begins one; *opens* says that it surely may."""
    if lead[-1:] in (".", "_"):
        return False
    lower, after = word.lower(), second.lower()
    if lower in _TITLES or lower in _DOTTED_BRANDS or after in _ALWAYS_DOMAINS:
        return False
    if second.isupper() and after in _FILE_ENDINGS:
        return False
    if (word[0].isupper() or second.isupper()) and after in _DOMAINS and not opens:
        return False
    if len(word) < 3:
        return word in _SHORT_WORDS and (not lead or lead[-1].isspace())
    if second[-1].isupper() and len(second) > 1 and not word[-3:].islower():
        return False
    return word[-3:].islower() or word.isupper() or (len(word) == 3 and word[1:].islower())


def _caseless_words(before: str, follows: str, stop: str) -> tuple[str, str] | None:
    """Return the words at both sides where there are no capitals to go by, so that both have to be long enough.

    Names of letters stand for abbreviations there (``एफ.बी.आई.``), and vowel signs are no letters.
    """
    first, second = _CASELESS_BEFORE.search(before), _CASELESS_AFTER.match(follows)
    if first is None or second is None or not _is_caseless(first.group()):
        return None
    if stop not in _OWN_STOPS and not _is_long(first, second):
        return None
    if stop == "." and (_is_ethiopic(follows) or follows[second.end() :][:1] == "."):
        return None
    if "가" <= follows[0] <= "힣" and first.group()[-1] not in _KOREAN_ENDINGS:
        return None
    return before[first.start() :], second.group()[:_SHOWN]


def _is_long(*words: re.Match[str]) -> bool:
    return all(sum(map(str.isalpha, word.group())) >= _MIN_CASELESS for word in words)


def _is_ethiopic(text: str) -> bool:
    return "\u1200" <= text[0] <= "\u137f"


def _in_address(before: str, follows: str) -> bool:
    token = before[-1:] and before.split()[-1]
    rest = follows.split(maxsplit=1)[0] if follows and not follows[0].isspace() else ""
    return any(sign in token or sign in rest for sign in _ADDRESS_SIGNS)


def _gap(text: str, start: int, end: int) -> int:
    """Return where the space belongs among the marks ``text[start:end]``: after those that close."""
    for position in range(start, end):
        if _opens(text, position):
            return position
    return end


def _opens(text: str, position: int) -> bool:
    """Return whether the mark at *position* opens a quotation or the like, by the last one of its kind before it."""
    mark = text[position]
    if mark in "¿¡„(":
        return True
    if mark not in _PARTNERS:
        return False
    if text[position - 1 : position] == mark:
        return True
    floor = max(text.rfind("\n\n", 0, position) + 1, position - _QUOTE_REACH)
    last = max(text.rfind(kin, floor, position) for kin in _kin(mark))
    if last < 0:
        return mark in "“«" or (mark in '"»' and _is_closed_behind(text, position))
    if text[last] == mark == "“" and "”" in text:
        return True  # Each paragraph of a long quotation opens it again.
    side = _side(text, last)
    if side is None:
        return _is_first_of_pair(text, floor, position)
    return side == "closes" and (mark != "”" or _OPENED.search(text, floor, position) is not None)


def _kin(mark: str) -> str:
    return next(kin for kin in ("“”„", "«»", '"') if mark in kin)


def _side(text: str, position: int) -> Literal["opens", "closes"] | None:
    """Return whether the mark at *position* opens or closes, if the spaces beside it tell."""
    before, behind = text[max(0, position - 1) : position], text[position + 1 : position + 2]
    opens = not before.strip().strip("([—–-")
    closes = not behind.strip().strip(".,;:!?)]—–-")
    return None if opens == closes else "opens" if opens else "closes"


def _is_closed_behind(text: str, position: int) -> bool:
    """Return whether the next mark of its kind, within the paragraph, closes what the one at *position* opens."""
    ceiling = min(len(text), position + _QUOTE_REACH)
    paragraph = text.find("\n", position, ceiling)
    mark = re.compile(f"[{_kin(text[position])}]").search(text, position + 1, ceiling if paragraph < 0 else paragraph)
    return mark is not None and _side(text, mark.start()) == "closes"


def _is_first_of_pair(text: str, floor: int, position: int) -> bool:
    """Return whether the marks before *position* are in pairs."""
    mark = text[position]
    partners = sum(text.count(partner, floor, position) for partner in _PARTNERS[mark])
    own = text.count(mark, floor, position)
    return own % 2 == 0 if mark in '"”' and not partners else partners <= own


_PARTNERS = {'"': "", "«": "»", "»": "«", "“": "„", "”": "“„"}
_OPENED = re.compile(r"(?:^|(?<=[\s(\[—–-]))”(?=\w)")
"""What tells that a text opens quotations as it closes them, as in Swedish and Finnish."""
