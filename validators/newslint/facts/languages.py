"""Which language an article is written in, and which of its paragraphs are in another one.

Three questions, the cheapest first: which script (:mod:`newslint.facts.scripts`), which function words
(:mod:`newslint.facts.function_words`) and letters (:mod:`newslint.facts.alphabets`), and only where these leave doubt,
what a statistical identifier makes of it (:mod:`newslint.facts.identifier`). What none of them can tell is *unsure*.

Nearly all paragraphs of nearly all articles are in the language they are expected in, and the first words show it: they
are looked for first, and what could make a paragraph foreign is weighed only where they are missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

import msgspec

from newslint.facts import identifier
from newslint.facts.alphabets import CYRILLIC, spelling
from newslint.facts.function_words import (
    MIN_WORDS,
    Votes,
    common_votes,
    frequent_words,
    has_word_of_another,
    known_languages,
    most_common,
    own_words_of,
    tokens,
    votes,
    votes_of,
)
from newslint.facts.home_words import (
    AT_HOME,
    GLANCE_CHARACTERS,
    MIN_LETTERS,
    NO_PROSE,
    TOO_SHORT,
    Spoken,
    form,
    is_alone,
    least_characters,
)
from newslint.facts.kinship import NAMED_TOGETHER, close, group_of, members, primary_subtag, same_group
from newslint.facts.misread import is_misread
from newslint.facts.running_text import is_prose, own_words, without_titles
from newslint.facts.scripts import (
    LETTERS_PER_SIGN,
    SCRIPTS,
    census,
    count_letters,
    count_signs,
    is_known,
    language_of_script,
    letters_in,
    main_script,
    may_hide_another_script,
    only_latin,
    written_in,
)
from newslint.model import Article
from newslint.text.segment import Paragraph

Verdict = Literal["same", "foreign", "unsure"]
Why = Literal["script", "function words", "letters", "identifier", "too short", "no prose", "not known", "declared", ""]

MAX_CHARACTERS = 2_000
"""How much of a paragraph is looked at; more changes no verdict."""
REMEMBERED_CHARACTERS = 300
"""Shorter paragraphs are remembered for a while: a site repeats its furniture, and several checks may ask."""
OPENING_CHARACTERS = 200
"""How much of a paragraph is looked at first; of one three times as long, its end too."""
OPENING_WORDS = 2
"""Words of the article's language alone that show a paragraph to be in it; those of others need not be counted. Of
19,249 foreign sentences and pieces of 50 characters and more, in 34 languages, five open with two."""
MIN_COMMON_WORDS = 2
"""Fewest common words that show a paragraph to be in the article's language, if no other has as many: of the foreign
sentences and pieces above, one passes."""
END_CHARACTERS = 240
"""How much of either end of a long paragraph is looked at for function words: forty words and more at each."""
HOME_SHARE = 0.6
"""From this share of letters in a script of the article's language on, the script is no objection."""
FOREIGN_SHARE = 0.4
"""Below this share of letters in a script of the article's language, the paragraph is foreign."""
MIN_SCRIPT_LETTERS = 12
"""Fewest letters in another script that make a foreign paragraph: two or three words."""
MIN_CLOSE_LETTERS = 80
"""The same for close pairs (ru/uk, cs/sk, da/nb/sv …): of sentences cut to 120 characters, ru in uk is seen in 93 %."""
MIN_HALF_CHARACTERS = 80
"""Paragraphs with halves of this length are also looked at in halves, lest a long citation speak for all."""
MAX_OWN_PROBABILITY = 0.05
"""A paragraph is foreign only if the identifier gives the article's language less than this …"""
MIN_PROBABILITY = 0.6
"""… and another language at least this."""
CLEAR_MAJORITY = 0.75
"""Share of function words, or of letters, that one language must have to be the main language at first sight."""
SAMPLES = ((4, 600, 0.85), (4, 1_600, 0.85), (16, 4_000, CLEAR_MAJORITY))
"""The main language is read from this many paragraphs, and this many characters of them together; from more where
these leave doubt. The last number is the share that one language must have: small samples may be of a citation."""
LENIENT = ((4, 1_600, CLEAR_MAJORITY),)
"""What is read where nothing else tells: tables and other pages with little prose."""
DECLARED_PARAGRAPHS = 4
"""So many paragraphs, spread over the article, show whether it is in the language that is expected."""
MIN_OPENING_CHARACTERS = 100
"""Shorter paragraphs often have no two function words of any language."""
MAJORITY_PARAGRAPHS = 16
"""Where they all do, about this many paragraphs vote one by one; twice as many at most."""
MEMBER_PARAGRAPHS = 4
"""Members of a group are told apart by the first paragraphs."""
MIN_PARAGRAPH_CHARACTERS = 40
"""Shorter paragraphs (headings, credits) have no say in the main language while there are longer ones."""
MIN_FIRST_WORDS = 10
"""Fewest function words on which the main language is read at first sight; a paragraph or two have fewer."""


class ArticleLanguage(msgspec.Struct, frozen=True):
    """The language of an article.

    ``code`` is the main language as read from the body; where it cannot be told it is the declared one, with
    confidence 0, and ``None`` if there is none. ``declared`` is the primary subtag of ``Article.language``.
    ``confidence`` (0 to 1) is the share of the text looked at that speaks for ``code``. ``why`` names what decided.
    """

    code: str | None
    declared: str | None
    confidence: float = 0.0
    why: Why = ""


class ParagraphLanguage(msgspec.Struct, frozen=True):
    """Whether a paragraph is in the article's language.

    ``code`` is its language where that can be told. For languages that are never told apart (Croatian, Serbian and
    Bosnian) it is the first code of the group and ``among`` names all of them. ``letters`` counts the letters the
    verdict rests on: addresses and embedded quotations do not count. It is 0 where a glance was enough.
    """

    verdict: Verdict
    code: str | None = None
    confidence: float = 0.0
    why: Why = ""
    among: tuple[str, ...] = ()
    letters: int = 0


class _Told(msgspec.Struct, frozen=True):
    code: str | None
    confidence: float
    why: Why


_UNTOLD = _Told(None, 0.0, "")


def language_at_a_glance(article: Article, spoken: Spoken) -> ArticleLanguage | None:
    """Return the language of *article*, whose body plainly speaks one.

    ``None`` asks for a closer look: where another language is declared, or where several are never told apart.
    """
    declared = primary_subtag(article.language)
    code = _code_at_a_glance(declared, spoken.group)
    why: Why = "script" if spoken.by_script else "function words"
    return ArticleLanguage(code, declared, round(spoken.share, 3), why) if code else None


@lru_cache(maxsize=1_024)
def _code_at_a_glance(declared: str | None, group: str) -> str | None:
    if declared in members(group):
        return declared
    return group if declared is None and _stands_for_its_group(group) else None


def article_language(article: Article, paragraphs: Sequence[Paragraph]) -> ArticleLanguage:
    """Return the main language of *article*, read from *paragraphs*, the paragraphs of its body."""
    declared = primary_subtag(article.language)
    texts = [p.text for p in paragraphs if _is_long(p.text)] or [p.text for p in paragraphs]
    told = _main_language(texts, declared)
    if told.code and declared and declared in SCRIPTS and not same_group(told.code, declared):
        # A programme of foreign films is full of their titles.
        bare = [without_titles(text) for text in texts]
        told = told if bare == texts else _main_language(bare, declared)
    if told.code is None or (declared in SCRIPTS and not _is_known(declared) and not _is_proven(told, texts)):
        return ArticleLanguage(declared, declared, 0.0, "declared" if declared else "")
    code = _member(told.code, declared, texts)
    return ArticleLanguage(code, declared, round(told.confidence, 3), told.why)


def _main_language(texts: Sequence[str], declared: str | None) -> _Told:
    told = _as_declared(texts, declared)
    if told.code is None:
        told = _at_first_sight(texts)
    if told.code is None:
        told = _by_majority(texts)
    return told if told.code is not None else _at_first_sight(texts, LENIENT)


@cache
def _is_known(code: str) -> bool:
    """Return whether anything tells the language from its neighbours: function words, the identifier, its script."""
    group = group_of(code)
    return group in known_languages() or group in identifier.known_languages() or is_alone(code)


def _is_proven(told: _Told, texts: Sequence[str]) -> bool:
    """Return whether *texts* are in another language than one that nothing here knows.

    That they have the words of a language says little then: Tahitian has those of Māori, and Venda those of Shona. Nor
    does the identifier say much, which names the nearest language that it knows. Both together do.
    """
    if told.code is None or told.why != "function words":
        return told.why == "script"
    found = identifier.probabilities(" ".join(texts[:MEMBER_PARAGRAPHS]))
    return found.best == group_of(told.code) and found.probability >= MIN_PROBABILITY


def paragraph_languages(
    paragraphs: Sequence[Paragraph], article_language_code: str | None, glances: bytes
) -> tuple[ParagraphLanguage, ...]:
    """Return the verdict on each of *paragraphs*; those that *glances* settles are not looked at."""
    home = _home(article_language_code)
    if home is None:
        return (_unsure("not known"),) * len(paragraphs)
    settled = {AT_HOME: home.same, **_FORMS}
    return tuple(
        [
            settled.get(glance) or paragraph_language(paragraphs[index].text, article_language_code)
            for index, glance in enumerate(glances)
        ]
    )


def paragraph_language(text: str, article_language_code: str | None) -> ParagraphLanguage:
    """Return whether *text* is in the language *article_language_code*, and which language it is in if not.

    Most paragraphs show at a glance that they are at home; only the others are looked at closely.
    """
    if len(text) <= REMEMBERED_CHARACTERS:
        return _remembered(text, article_language_code)
    return _paragraph_language(text, article_language_code)


@lru_cache(maxsize=512)
def _remembered(text: str, article_language_code: str | None) -> ParagraphLanguage:
    return _paragraph_language(text, article_language_code)


def _paragraph_language(text: str, article_language_code: str | None) -> ParagraphLanguage:
    home = _home(article_language_code)
    if home is None:
        return _unsure("not known")
    if _in_script(text, home):
        return _at_a_glance(text, home) or _by_words(text, home)
    text = text[:MAX_CHARACTERS]
    return _by_script(text, home.code) or _by_words(text, home)


class _Home(msgspec.Struct, frozen=True):
    """What to look for in a paragraph that is expected in the language ``code``."""

    code: str
    group: str
    script: str
    latin: bool
    """Whether the language is (also) written in Latin letters."""
    alone: bool
    """Whether no other language is printed in its script."""
    by_words: bool
    """Whether function words tell it from others that have its script."""
    least: int
    """Fewest characters that can hold the letters on which languages are told apart."""
    frequent: tuple[str, ...]
    """Its most frequent function words, each between spaces."""
    words: frozenset[str]
    """Its own common words, function words among them."""
    same: ParagraphLanguage


@cache
def _home(code: str | None) -> _Home | None:
    if code is None or code not in SCRIPTS:
        return None
    script, group = SCRIPTS[code][0], group_of(code)
    return _Home(
        code,
        group,
        script,
        "Latn" in SCRIPTS[code],
        is_alone(code),
        script not in ("CJK", "Latn") and language_of_script(script, "") is None and group in known_languages(),
        least_characters(code),
        tuple(f" {word} " for word in frequent_words(group)),
        own_words_of(group),
        ParagraphLanguage("same", code, 1.0, "function words"),
    )


def _in_script(text: str, home: _Home) -> bool:
    """Return whether the script is no objection; in Latin text a few words in another script are one."""
    if home.latin and (not may_hide_another_script(text) or only_latin(text)):
        return True
    if home.script == "Latn":
        return False
    opening = text[:OPENING_CHARACTERS]
    if home.by_words:
        # The script needs a look only if its letters are so few that another's may be more.
        return len(opening.encode("utf-8", "surrogatepass")) >= (1 + HOME_SHARE) * len(opening)
    return count_signs(opening, home.script) >= HOME_SHARE * len(opening)


def _at_a_glance(text: str, home: _Home) -> ParagraphLanguage | None:
    """Return the verdict on a paragraph that is too short, that its script settles, or that opens at home."""
    if len(text) < home.least:
        return _TOO_SHORT
    if home.script == "CJK":
        return _chinese_or_japanese(text[:MAX_CHARACTERS], home.code, len(text))
    if home.alone:
        return ParagraphLanguage("same", home.code, 1.0, "script", letters=len(text))
    at_home = _opens_at_home(text[:OPENING_CHARACTERS], home) and _ends_at_home(text, home)
    return home.same if at_home else None


def _ends_at_home(text: str, home: _Home) -> bool:
    """Return whether the end of a long paragraph, which may have been left half untranslated, is at home too."""
    return len(text) <= 3 * OPENING_CHARACTERS or _speaks(tokens(text[-OPENING_CHARACTERS:]), home)


def _opens_at_home(opening: str, home: _Home) -> bool:
    """Return whether *opening* has two of the most frequent function words of the article's language."""
    found = 0
    for word in home.frequent:
        if word in opening:
            found += 1
            if found == OPENING_WORDS:
                return True
    return False


def _by_words(text: str, home: _Home) -> ParagraphLanguage:
    """Return the verdict on a paragraph that did not show at a glance that it is at home."""
    words = tokens(text[:OPENING_CHARACTERS])
    if _speaks(words, home) and _ends_at_home(text, home):
        return home.same
    text = text[:MAX_CHARACTERS]
    # Bytes alone do not tell one script from another.
    by_script = _by_script(text, home.code) if home.by_words else None
    return by_script or _in_little_doubt(text, words, home)


def _in_little_doubt(text: str, opening: Sequence[str], home: _Home) -> ParagraphLanguage:
    """Return the verdict on a paragraph that opens with few words of the article's language, or none."""
    ends = _ends(text)
    words = opening if len(text) <= OPENING_CHARACTERS else tokens(ends)
    ballot = votes_of(words)
    if _confirmed(ballot, home.group) or (len(text) > OPENING_CHARACTERS and _has_most_common_words(words, home)):
        return home.same
    if home.code in CYRILLIC and _spelled_at_home(ends, home.code):
        return ParagraphLanguage("same", home.code, 1.0, "letters")
    if ballot.best_but(home.group)[1] >= MIN_WORDS:
        return _in_doubt(text, home.code)
    return _unspoken(text, home) or _in_doubt(text, home.code)


def _has_most_common_words(words: Sequence[str], home: _Home) -> bool:
    common, others = common_votes(home.group, words)
    return common >= MIN_COMMON_WORDS and common > others


def _speaks(words: Sequence[str], home: _Home) -> bool:
    """Return whether *words* are of the article's language: more of its own than a name brings, or its common ones.

    Where another language has words of its own in the text, only more common words than any other has will do.
    """
    own = len(home.words.intersection(words))
    if own > OPENING_WORDS:
        return True
    disputed = has_word_of_another(home.group, words)
    if own == OPENING_WORDS and not disputed:
        return True
    common, others = common_votes(home.group, words)
    if disputed or common < MIN_COMMON_WORDS:
        return common >= MIN_COMMON_WORDS and common > others
    return common >= others


def _unspoken(text: str, home: _Home) -> ParagraphLanguage | None:
    """Return the verdict where no function words speak: no prose, or one that the identifier knows at a glance."""
    settled = _FORMS.get(form(text, home.code))
    if settled is not None:
        return settled
    if home.group not in identifier.known_languages():
        return None
    chances = identifier.probabilities(text[:GLANCE_CHARACTERS])
    if chances.best == home.group:
        return ParagraphLanguage("same", home.code, chances.probability, "identifier")
    return None


def _spelled_at_home(text: str, home: str) -> bool:
    found = spelling(text, home)
    return found is not None and found.confirms


def _ends(text: str) -> str:
    """Return the beginning and the end of a long text: a paragraph left half untranslated shows there."""
    if len(text) <= 2 * END_CHARACTERS:
        return text
    return f"{text[:END_CHARACTERS]} {text[-END_CHARACTERS:]}"


def _is_long(text: str) -> bool:
    if len(text) >= MIN_PARAGRAPH_CHARACTERS or text.isascii():
        return len(text) >= MIN_PARAGRAPH_CHARACTERS
    # Han, kana and hangul stand for several letters each, and have three bytes; nothing else need be counted.
    if len(text) * max(LETTERS_PER_SIGN.values()) < MIN_PARAGRAPH_CHARACTERS:
        return False
    return len(text.encode("utf-8", "surrogatepass")) > 2 * len(text) and letters_in(text) >= MIN_PARAGRAPH_CHARACTERS


def _as_declared(texts: Sequence[str], declared: str | None) -> _Told:
    """Confirm the declared language, or English for want of one, where paragraphs spread over *texts* open in it.

    Reading the language without an expectation, as :func:`_at_first_sight` does, takes five times as long.
    """
    home = _home(declared or "en")
    if home is None or not home.frequent:
        return _UNTOLD
    long = [text for text in texts if len(text) >= MIN_OPENING_CHARACTERS]
    chosen = long[:: max(1, len(long) // DECLARED_PARAGRAPHS)][:DECLARED_PARAGRAPHS]
    if len(chosen) < DECLARED_PARAGRAPHS:
        chosen += [text[len(text) // 2 :] for text in chosen if len(text) >= 2 * MIN_OPENING_CHARACTERS]
    at_home = sum(_opens_at_home(text[: 2 * OPENING_CHARACTERS], home) for text in chosen if _in_script(text, home))
    if at_home < max(2, CLEAR_MAJORITY * len(chosen)):
        return _UNTOLD
    return _Told(home.code, at_home / len(chosen), "function words")


def _at_first_sight(texts: Sequence[str], samples: Sequence[tuple[int, int, float]] = SAMPLES) -> _Told:
    """Read the main language from a few paragraphs, spread over the article, and from more where they leave doubt."""
    told = _UNTOLD
    for paragraphs, characters, majority in samples if texts else ():
        chosen = texts[:: max(1, len(texts) // paragraphs)][:paragraphs]
        told = _by_sample([text[: characters // len(chosen)] for text in chosen], majority)
        if told.code is not None or sum(map(len, texts)) <= characters:
            break
    return told


def _by_sample(pieces: Sequence[str], majority: float) -> _Told:
    """Name the language of *pieces* where script, function words or common words name it beyond doubt."""
    sample = " ".join(pieces)
    counts = {"Latn": 1.0} if only_latin(sample) else census(sample[::3])
    script = main_script(counts)
    if script is None or counts[script] < HOME_SHARE * sum(counts.values()):
        return _UNTOLD
    alone = _by_signs(pieces, majority) if script == "CJK" else language_of_script(script, sample)
    if alone is not None:
        share = written_in(counts, alone)
        return _Told(alone, share, "script") if share >= CLEAR_MAJORITY else _UNTOLD
    words = tokens(sample)
    code, share, enough = _majority(votes_of(words))
    if not enough or share < majority:
        code, share = most_common(words, code)
    if code is None or share < majority or script not in SCRIPTS[code]:
        return _UNTOLD
    return _Told(code, share, "function words")


def _by_signs(pieces: Sequence[str], majority: float) -> str | None:
    """Name the language, Chinese or Japanese, that most of *pieces* are in: one line may have many kana."""
    letters: Counter[str] = Counter()
    for piece in pieces:
        code = language_of_script("CJK", piece)
        if code is not None:
            letters[code if code != "zh" or _has_small_words(piece) else _HAN] += count_signs(piece, "CJK")
    _share_out(letters)
    code = max(letters, key=lambda code: letters[code], default=None)
    return code if code and letters[code] >= majority * sum(letters.values()) else None


def _share_out(letters: Counter[str]) -> None:
    """Give what stands in Han alone, names and headings, to the one of Chinese and Japanese that has more *letters*."""
    if han := letters.pop(_HAN, 0):
        letters["ja" if letters["ja"] > letters["zh"] else "zh"] += han


def _majority(ballot: Votes) -> tuple[str | None, float, bool]:
    """Return the language with most of the function words, its share, and whether they are enough to name it."""
    estimates = ballot.words_of()
    best = max(estimates, key=lambda code: estimates[code], default=None)
    if best is None:
        return None, 0.0, False
    share = estimates[best] / sum(estimates.values())
    return best, share, ballot.speak_for(best, minimum=MIN_FIRST_WORDS)


def _by_majority(texts: Sequence[str]) -> _Told:
    """Let paragraphs spread over the article vote with their letters."""
    letters: Counter[str] = Counter()
    reasons: dict[str, Why] = {}
    chosen = texts[:: max(1, len(texts) // MAJORITY_PARAGRAPHS)]
    weights = [letters_in(text) for text in chosen]
    total = sum(weights)
    for text, weight in zip(chosen, weights, strict=True):
        told = _tell(text[:MAX_CHARACTERS])
        if told.code is not None:
            letters[told.code if told.code != "zh" or _has_small_words(text) else _HAN] += weight
            reasons.setdefault(told.code, told.why)
        if letters and max(letters.values()) >= CLEAR_MAJORITY * total:
            break  # what the others say can change neither the language nor that it is clear
    _share_out(letters)
    if not letters or not total:
        return _UNTOLD
    code = min(letters, key=lambda code: (-letters[code], code))
    share = letters[code] / total
    return _Told(code, share, reasons[code]) if share >= 0.5 else _UNTOLD


def _tell(text: str, script: str | None = None) -> _Told:
    """Name the language of *text*, which may be any."""
    script = script or _script(text)
    if script != "Latn":
        alone = language_of_script(script, text) if script else None
        if alone is not None:
            return _Told(alone, 1.0, "script")
        if script and not is_known(script):
            return _UNTOLD  # the identifier would name the nearest language that it knows
    words = own_words(text)
    ballot = votes(words)
    best, _ = ballot.best_but()
    if best is not None and _is_printed_in(best, script) and ballot.speak_for(best):
        return _Told(best, 1.0, "function words")
    if count_letters(words) < MIN_LETTERS or is_misread(words):
        return _UNTOLD
    return _by_identifier(words)


def _script(text: str) -> str | None:
    """Return the script that most letters of *text* are of."""
    return "Latn" if only_latin(text) else main_script(census(text))


@lru_cache(maxsize=1_024)
def _is_printed_in(group: str, script: str | None) -> bool:
    """Return whether a language of *group* is printed in *script*."""
    return any(script in SCRIPTS.get(code, ()) for code in members(group))


def _by_identifier(text: str) -> _Told:
    found = identifier.probabilities(text)
    if found.probability < MIN_PROBABILITY or not _is_printed_in(found.best, _script(text)):
        return _UNTOLD  # it knows languages by sequences of bytes, and may name one that has not a letter of the text
    return _Told(found.best, found.probability, "identifier")


def _member(code: str, declared: str | None, texts: Sequence[str]) -> str:
    """Choose among languages that are never told apart: the declared one, else the identifier's guess."""
    candidates = members(code)
    if declared in candidates:
        return declared
    if _stands_for_its_group(code):
        return code
    return identifier.likeliest_member(" ".join(texts[:MEMBER_PARAGRAPHS]), candidates) or code


def _stands_for_its_group(code: str) -> bool:
    """Return whether *code* is alone in its group, or what nearly all news of the group is written in."""
    return len(members(code)) == 1 or code in ("en", "es", "fr", "it", "ar", "zh", "el", "he")


def _by_script(text: str, home: str) -> ParagraphLanguage | None:
    """Settle what the script settles: another script, or one that only the article's language is printed in."""
    scripts = SCRIPTS[home]
    if scripts[0] == "Latn" and only_latin(text):
        return None
    counts = census(text)
    total = sum(counts.values())
    at_home = sum(counts.get(script, 0.0) for script in scripts)
    if not is_known(main_script(counts) or "Latn"):
        return _unsure("not known", int(total))
    if total < MIN_SCRIPT_LETTERS:
        return _unsure("too short", int(total))
    if at_home < FOREIGN_SHARE * total:
        return _in_another_script(text, home, total - at_home)
    if at_home < HOME_SHARE * total:
        return _unsure("script", int(total))
    if home in ("zh", "yue", "wuu", "ja"):
        return _chinese_or_japanese(text, home, int(total))
    if language_of_script(main_script(counts) or "", text) == home:
        return ParagraphLanguage("same", home, 1.0, "script", letters=int(total))
    return None


def _in_another_script(text: str, home: str, letters: float) -> ParagraphLanguage:
    words = own_words(text)
    if is_misread(words):
        return _unsure("no prose", int(letters))
    inside = census(words)
    script = main_script(inside)
    if script is None or letters < MIN_SCRIPT_LETTERS or sum(inside.values()) < MIN_SCRIPT_LETTERS:
        return _unsure("too short", int(letters))
    told = _tell(words, script)
    if told.code is None and any(inside.get(each) for each in SCRIPTS[home]):
        return _unsure("script", int(letters))  # names around a word of the article's language
    if told.why != "function words" and not is_prose(words):
        return _unsure("no prose", int(letters))
    return _foreign(told.code, 1.0, "script", int(letters))


def _foreign(code: str | None, confidence: float, why: Why, letters: int) -> ParagraphLanguage:
    among = members(code) if code in NAMED_TOGETHER else ()
    return ParagraphLanguage("foreign", code, confidence, why, among, letters)


_CHINESE_SIGNS = frozenset("，的是在了这這们們她吗嗎没沒说說对對么麼")
_CHINESE_WORDS = _CHINESE_SIGNS | frozenset("也其及已仍此且並并與与將将該该被個个於于為为嘅喺咗唔佢哋冇")
"""With more signs, some Cantonese; what Japanese has of them it mostly writes in kana."""
_HAN = "Han"
"""What counts letters of which only their script is told, and not whether they are Chinese or Japanese."""


def _has_small_words(text: str) -> bool:
    """Return whether *text*, in Han, has as many of the small words of Chinese as its prose: names have none."""
    return sum(map(_CHINESE_WORDS.__contains__, text)) >= max(3, 0.04 * len(text))


def _chinese_or_japanese(text: str, home: str, letters: int) -> ParagraphLanguage:
    """Tell Chinese from Japanese, which writes its small words in kana and uses another comma."""
    told = language_of_script("CJK", text)
    if told is None:
        return _unsure("script", letters)
    if told == group_of(home):
        return ParagraphLanguage("same", home, 1.0, "script", letters=letters)
    if told == "zh" and sum(sign in _CHINESE_SIGNS for sign in text) < max(4, 0.04 * len(text)):
        return _unsure("no prose", letters)
    return _foreign(told, 1.0, "script", letters)


def _confirmed(ballot: Votes, group: str) -> bool:
    """Return whether the function words speak for the article's *group* clearly enough to look no further."""
    return ballot.speak_for(group, minimum=2, lead=2.0)


def _in_doubt(text: str, home: str) -> ParagraphLanguage:
    """Look closer at a paragraph that its function words did not confirm."""
    words = own_words(text)
    letters = count_letters(words)
    if letters < MIN_LETTERS or is_misread(words):
        return _unsure("too short" if letters < MIN_LETTERS else "no prose", letters)
    decided = _by_letters(words, home, letters) or _by_function_words(words, home, letters)
    if decided is None:
        decided = _ask(words, home, letters) if is_prose(words) else _unsure("no prose", letters)
    if decided.verdict == "foreign" and _half_at_home(words, home):
        return _unsure("function words", letters)
    return decided


def _half_at_home(text: str, home: str) -> bool:
    """Return whether one half of a long paragraph is in the article's language, the other half perhaps a citation."""
    middle = len(text) // 2
    halves = (text[:middle], text[middle:]) if middle >= MIN_HALF_CHARACTERS else ()
    return any(_confirmed(votes(half), group_of(home)) for half in halves)


def _unsure(why: Why, letters: int = 0, confidence: float = 0.0) -> ParagraphLanguage:
    return ParagraphLanguage("unsure", None, confidence, why, letters=letters)


_TOO_SHORT = _unsure("too short")
_NO_PROSE = _unsure("no prose")
_FORMS = {TOO_SHORT: _TOO_SHORT, NO_PROSE: _NO_PROSE}


def _by_letters(text: str, home: str, letters: int) -> ParagraphLanguage | None:
    """Decide for another language where the article's language lacks letters of the text."""
    found = spelling(text, home)
    if found is None or not found.rules_out:
        return None
    told = _tell(text)
    if told.code is None or same_group(told.code, home) or group_of(told.code) not in map(group_of, found.possible):
        return None
    return _foreign(told.code, 1.0, "letters", letters)


def _by_function_words(text: str, home: str, letters: int) -> ParagraphLanguage | None:
    """Decide where the function words speak for one side."""
    ballot = votes(text)
    group = group_of(home)
    if _confirmed(ballot, group):
        return ParagraphLanguage("same", home, 1.0, "function words", letters=letters)
    rival, count = ballot.best_but(group)
    if rival is None or group not in known_languages() or not ballot.speak_for(rival, lead=4.0):
        return None
    if close(home, rival) and letters < MIN_CLOSE_LETTERS:
        return _unsure("too short", letters)
    if _identified_as(text, group):
        return _unsure("function words", letters)
    return _foreign(rival, round(min(1.0, count / sum(ballot.counts.values())), 3), "function words", letters)


def _identified_as(text: str, group: str) -> bool:
    """Return whether the identifier speaks against what the function words say: names may be full of foreign ones."""
    return identifier.probabilities(text).best == group


def _ask(text: str, home: str, letters: int) -> ParagraphLanguage:
    """Ask the identifier."""
    group = group_of(home)
    if group not in identifier.known_languages():
        told = _UNTOLD if _is_known(home) else _tell(text)
        return (
            _foreign(told.code, 1.0, told.why, letters) if _is_proven(told, (text,)) else _unsure("not known", letters)
        )
    found = identifier.probabilities(text)
    best, probability = found.best, found.probability
    if best == group:
        return ParagraphLanguage("same", home, probability, "identifier", letters=letters)
    if found[group] >= MAX_OWN_PROBABILITY or probability < MIN_PROBABILITY or not _is_printed_in(best, _script(text)):
        return _unsure("identifier", letters, probability)
    if close(home, best) and letters < MIN_CLOSE_LETTERS:
        return _unsure("too short", letters, probability)
    return _foreign(best, probability, "identifier", letters)
