"""Which language an article is written in, and which of its paragraphs are in another one.

Three questions, the cheapest first: which script (:mod:`newslint.facts.scripts`), which function words
(:mod:`newslint.facts.function_words`) and letters (:mod:`newslint.facts.alphabets`), and only where these leave doubt,
what a statistical identifier makes of it (:mod:`newslint.facts.identifier`). What none of them can tell is *unsure*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from newslint.facts import identifier
from newslint.facts.alphabets import CYRILLIC, spelling
from newslint.facts.function_words import Votes, known_languages, votes
from newslint.facts.kinship import NAMED_TOGETHER, close, group_of, members, primary_subtag, same_group
from newslint.facts.running_text import is_prose, own_words
from newslint.facts.scripts import (
    SCRIPTS,
    census,
    count_letters,
    language_of_script,
    letters_in,
    main_script,
    only_latin,
)
from newslint.model import Article
from newslint.text.segment import Paragraph

Verdict = Literal["same", "foreign", "unsure"]
Why = Literal["script", "function words", "letters", "identifier", "too short", "no prose", "not known", "declared", ""]

MAX_CHARACTERS = 2_000
"""How much of a paragraph is looked at; more changes no verdict."""
END_CHARACTERS = 240
"""How much of either end of a long paragraph is looked at for function words: forty words and more at each."""
HOME_SHARE = 0.6
"""From this share of letters in a script of the article's language on, the script is no objection."""
FOREIGN_SHARE = 0.4
"""Below this share of letters in a script of the article's language, the paragraph is foreign."""
MIN_SCRIPT_LETTERS = 12
"""Fewest letters in another script that make a foreign paragraph: two or three words."""
MIN_LETTERS = 30
"""Fewest letters on which two languages of one script are told apart: below, the identifier errs in 6 % of cases."""
MIN_CLOSE_LETTERS = 80
"""The same for close pairs (ru/uk, cs/sk, da/nb/sv …): of sentences cut to 120 characters, ru in uk is seen in 93 %."""
MIN_HALF_CHARACTERS = 80
"""Paragraphs with halves of this length are also looked at in halves, lest a long citation speak for all."""
MAX_OWN_PROBABILITY = 0.05
"""A paragraph is foreign only if the identifier gives the article's language less than this …"""
MIN_PROBABILITY = 0.6
"""… and another language at least this."""
SAMPLE_PARAGRAPHS = 4
SAMPLE_CHARACTERS = 400
"""The main language is read from this many paragraphs and characters of each; all are read if they disagree."""
MIN_PARAGRAPH_CHARACTERS = 40
"""Shorter paragraphs (headings, credits) have no say in the main language while there are longer ones."""
MIN_FIRST_WORDS = 10
"""Fewest function words on which the main language is read at first sight; a paragraph or two have fewer."""
CLEAR_MAJORITY = 0.75
"""Share of function words, or of letters, that one language must have to be the main language at first sight."""


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
    verdict rests on: addresses and embedded quotations do not count.
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


def article_language(article: Article, paragraphs: Sequence[Paragraph]) -> ArticleLanguage:
    """Return the main language of *article*, read from *paragraphs*, the paragraphs of its body."""
    declared = primary_subtag(article.language)
    texts = [p.text for p in paragraphs if _is_long(p.text)] or [p.text for p in paragraphs]
    told = _at_first_sight(texts)
    if told.code is None:
        told = _by_majority(texts)
    if told.code is None:
        return ArticleLanguage(declared, declared, 0.0, "declared" if declared else "")
    code = _member(told.code, declared, texts)
    return ArticleLanguage(code, declared, round(told.confidence, 3), told.why)


def paragraph_language(text: str, article_language_code: str | None) -> ParagraphLanguage:
    """Return whether *text* is in the language *article_language_code*, and which language it is in if not."""
    home = article_language_code
    if home is None or home not in SCRIPTS:
        return _unsure("not known")
    text = text[:MAX_CHARACTERS]
    verdict = _by_script(text, home)
    if verdict is not None:
        return verdict
    if _confirmed(votes(_ends(text)), home):
        return ParagraphLanguage("same", home, 1.0, "function words")
    if home in CYRILLIC and _spelled_at_home(_ends(text), home):
        return ParagraphLanguage("same", home, 1.0, "letters")
    return _in_doubt(text, home)


def _spelled_at_home(text: str, home: str) -> bool:
    found = spelling(text, home)
    return found is not None and found.confirms


def _ends(text: str) -> str:
    """Return the beginning and the end of a long text: a paragraph left half untranslated shows there."""
    if len(text) <= 2 * END_CHARACTERS:
        return text
    return f"{text[:END_CHARACTERS]} {text[-END_CHARACTERS:]}"


def _is_long(text: str) -> bool:
    return len(text) >= MIN_PARAGRAPH_CHARACTERS or (
        not text.isascii() and letters_in(text) >= MIN_PARAGRAPH_CHARACTERS
    )


def _at_first_sight(texts: Sequence[str]) -> _Told:
    """Read the main language from a few paragraphs, spread over the article."""
    if not texts:
        return _UNTOLD
    step = max(1, len(texts) // SAMPLE_PARAGRAPHS)
    sample = " ".join(text[:SAMPLE_CHARACTERS] for text in texts[::step][:SAMPLE_PARAGRAPHS])
    ballot = votes(sample)
    estimates = ballot.words_of()
    best = max(estimates, key=lambda code: estimates[code], default=None)
    if best is None or not ballot.speak_for(best, minimum=MIN_FIRST_WORDS):
        return _UNTOLD
    script = "Latn" if only_latin(sample) else main_script(census(sample))
    share = estimates[best] / sum(estimates.values())
    if share < CLEAR_MAJORITY or script not in SCRIPTS[best]:
        return _UNTOLD
    return _Told(best, share, "function words")


def _by_majority(texts: Sequence[str]) -> _Told:
    """Let every paragraph vote with its letters."""
    letters: Counter[str] = Counter()
    reasons: dict[str, Why] = {}
    total = 0
    for text in texts:
        told, weight = _tell(text[:MAX_CHARACTERS]), letters_in(text)
        total += weight
        if told.code is not None:
            letters[told.code] += weight
            reasons.setdefault(told.code, told.why)
    if not letters:
        return _UNTOLD
    code = min(letters, key=lambda code: (-letters[code], code))
    share = letters[code] / total
    return _Told(code, share, reasons[code]) if share >= 0.5 else _UNTOLD


def _tell(text: str, script: str | None = None) -> _Told:
    """Name the language of *text*, which may be any."""
    if not only_latin(text):
        script = script or main_script(census(text))
        alone = language_of_script(script, text) if script else None
        if alone is not None:
            return _Told(alone, 1.0, "script")
    words = own_words(text)
    ballot = votes(words)
    best, _ = ballot.best_but()
    if best is not None and ballot.speak_for(best):
        return _Told(best, 1.0, "function words")
    if count_letters(words) < MIN_LETTERS:
        return _UNTOLD
    return _by_identifier(words)


def _by_identifier(text: str) -> _Told:
    code, probability = next(iter(identifier.probabilities(text).items()))
    if probability < MIN_PROBABILITY or code not in SCRIPTS:
        return _UNTOLD
    return _Told(code, probability, "identifier")


def _member(code: str, declared: str | None, texts: Sequence[str]) -> str:
    """Choose among languages that are never told apart: the declared one, else the identifier's guess."""
    candidates = members(code)
    if len(candidates) == 1:
        return code
    if declared in candidates:
        return declared
    if code in ("en", "es", "fr", "it", "ar", "zh", "el", "he"):
        return code
    return identifier.likeliest_member(" ".join(texts[:SAMPLE_PARAGRAPHS]), candidates) or code


def _by_script(text: str, home: str) -> ParagraphLanguage | None:
    """Settle what the script settles: another script, or one that only the article's language is printed in."""
    scripts = SCRIPTS[home]
    if scripts[0] == "Latn" and only_latin(text):
        return None
    counts = census(text)
    total = sum(counts.values())
    at_home = sum(counts.get(script, 0.0) for script in scripts)
    if total < MIN_SCRIPT_LETTERS:
        return _unsure("too short", int(total))
    if at_home < FOREIGN_SHARE * total:
        return _in_another_script(text, total - at_home)
    if at_home < HOME_SHARE * total:
        return _unsure("script", int(total))
    if home in ("zh", "yue", "wuu", "ja"):
        return _chinese_or_japanese(text, home, int(total))
    if language_of_script(main_script(counts) or "", text) == home:
        return ParagraphLanguage("same", home, 1.0, "script", letters=int(total))
    return None


def _in_another_script(text: str, letters: float) -> ParagraphLanguage:
    words = own_words(text)
    inside = census(words)
    script = main_script(inside)
    if script is None or letters < MIN_SCRIPT_LETTERS or sum(inside.values()) < MIN_SCRIPT_LETTERS:
        return _unsure("too short", int(letters))
    told = _tell(words, script)
    if told.why != "function words" and not is_prose(words):
        return _unsure("no prose", int(letters))
    return _foreign(told.code, 1.0, "script", int(letters))


def _foreign(code: str | None, confidence: float, why: Why, letters: int) -> ParagraphLanguage:
    among = members(code) if code in NAMED_TOGETHER else ()
    return ParagraphLanguage("foreign", code, confidence, why, among, letters)


_CHINESE_SIGNS = frozenset("，的是在了这這们們她吗嗎没沒说說对對么麼")


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


def _confirmed(ballot: Votes, home: str) -> bool:
    """Return whether the function words speak for the article's language clearly enough to look no further."""
    group = group_of(home)
    return ballot.speak_for(group, minimum=2, lead=2.0)


def _in_doubt(text: str, home: str) -> ParagraphLanguage:
    """Look closer at a paragraph that its function words did not confirm."""
    words = own_words(text)
    letters = count_letters(words)
    if letters < MIN_LETTERS:
        return _unsure("too short", letters)
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
    return any(_confirmed(votes(half), home) for half in halves)


def _unsure(why: Why, letters: int = 0, confidence: float = 0.0) -> ParagraphLanguage:
    return ParagraphLanguage("unsure", None, confidence, why, letters=letters)


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
    if _confirmed(ballot, home):
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
    return next(iter(identifier.probabilities(text))) == group


def _ask(text: str, home: str, letters: int) -> ParagraphLanguage:
    """Ask the identifier."""
    group = group_of(home)
    if group not in identifier.known_languages():
        return _unsure("not known", letters)
    found = identifier.probabilities(text)
    best, probability = next(iter(found.items()))
    if best == group:
        return ParagraphLanguage("same", home, probability, "identifier", letters=letters)
    if found[group] >= MAX_OWN_PROBABILITY or probability < MIN_PROBABILITY or best not in SCRIPTS:
        return _unsure("identifier", letters, probability)
    if close(home, best) and letters < MIN_CLOSE_LETTERS:
        return _unsure("too short", letters, probability)
    return _foreign(best, probability, "identifier", letters)
