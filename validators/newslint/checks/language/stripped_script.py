"""LNG008: text whose letters were deleted, so that only its digits and punctuation are left."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from newslint.checks.base import Amount, ArticleCheck, CheckOptions, Natural
from newslint.facts.article_facts import ArticleFacts
from newslint.facts.kinship import primary_subtag
from newslint.facts.scripts import SCRIPTS, census, count_signs, main_script
from newslint.model import Article, Finding, Severity
from newslint.text.scan import MAX_HITS, Gate, Hit, Trigger

_SIDE_BY_SIDE = (
    r"(?:^|[\s\u00a00-9])[,;:?!][\s\u00a0]{1,3}[,.;:?!][\s\u00a0,.;:]",
    r"(?:^|[\s\u00a00-9])\.[\s\u00a0]{1,3}[,;:?!][\s\u00a0,.;:]",
    r"«[\s\u00a0]{0,2}»",
    "[，。、：；][，。、：；]",
    "[،؛؟] [،؛؟.,]|[.,] [،؛؟]",
)
"""Marks with nothing between them. A stripped text has such a place wherever two words in a row were deleted."""
_TWO_MARKS = Gate(
    r"[,.;:?!][\s\u00a0]{1,3}[,.;:?!]|«[\s\u00a0]{0,2}»|[，。、：；][，。、：；]|[،؛؟] [.,،؛؟]|[.,] [،؛؟]"
)
_NAMES = {
    "Cyrl": "Cyrillic", "Grek": "Greek", "CJK": "Chinese or Japanese", "Hang": "Korean", "Arab": "Arabic",
    "Hebr": "Hebrew", "Deva": "Devanagari", "Beng": "Bengali", "Thai": "Thai", "Geor": "Georgian", "Armn": "Armenian",
    "Ethi": "Ethiopic", "Gujr": "Gujarati", "Taml": "Tamil", "Telu": "Telugu", "Knda": "Kannada", "Mlym": "Malayalam",
    "Guru": "Gurmukhi", "Sinh": "Sinhala", "Mymr": "Burmese", "Khmr": "Khmer", "Laoo": "Lao",
}  # fmt: skip
_PLACE = re.compile("|".join(_SIDE_BY_SIDE), re.MULTILINE)
_DOUBLED = re.compile("[，。、：；][，。、：；]")
_MARK = re.compile(r"[^\w\s]+")
_MARKS = frozenset(',.;:!?«»“”"()،؛؟。，、！？：；「」।')
_WORD = re.compile(r"[^\W\d_]{2}")
_LINE = re.compile(r"[^\r\n]+")
MAX_CHARACTERS = 20_000
"""How much of a field is looked at; more changes no verdict."""
_SIGNS_PER_WORD = 2
KINDS = 2
"""Fewest different marks: score tables and tag lists have one (``2 : 1``, ``, , ,``)."""


class StrippedScript(ArticleCheck):
    """The letters of one script were deleted, and only digits and punctuation are left of the text.

    What it flags
    -------------
    A title, a body or lines of it in which punctuation marks stand alone, as many as there are words or more: what is
    left of a text in Cyrillic or another script after everything outside ASCII or Latin was deleted. Foreign names,
    numbers and punctuation survive.

    Why it hurts
    ------------
    The article is lost, but its record looks complete: it has a title, a date and a body of the usual length. Counts
    of articles and characters stay as they were and nobody notices; a source can be damaged so for years.

    Example
    -------
    ``, 12 . "Nord Stern" 340 , 2021 . , - .``

    Fix
    ---
    None: the letters are gone. Fetch the article again.

    Options
    -------
    min_marks : int, default 3, marks
        Fewest punctuation marks that stand alone. The 12 damaged bodies among 2,221 scraped articles, of 50
        characters and more, have 7 to 37.
    share : float, default 1.0, lone marks per word
        Damaged bodies have 1 and more; French, which sets its punctuation apart, and tokenised text have 0.2 at most.

    Limits
    ------
    A text of which single letters were lost is not seen (``caf?``, see ENC002), nor one without punctuation, nor one of
    which most letters are left. Marks without spaces between them, as Chinese leaves them behind, count from two
    in a row. Scores, dot leaders and lists of empty tags consist of one kind of mark and are exempt.
    """

    code = "LNG008"
    slug = "stripped-script"
    severity = Severity.ERROR
    triggers = tuple(Trigger(pattern, gate=_TWO_MARKS) for pattern in _SIDE_BY_SIDE)
    precision = "12 of 12 findings right on 2,221 scraped articles, and no damaged body missed"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of LNG008; documented above."""

        min_marks: Natural = 3
        share: Amount = 1.0

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for a stripped field, or for each stripped line of a field that is otherwise whole."""
        for field in dict.fromkeys(hit.field for hit in facts.hits(self.code)):
            text = article.text(field)[:MAX_CHARACTERS]
            if _PLACE.search(text) is None:
                continue
            remains = self._stripped(text)
            if remains is not None:
                yield self._finding(article, field, (0, len(article.text(field))), remains)
            else:
                hits = [hit for hit in facts.hits(self.code) if hit.field == field]
                for line in _lines(text, hits):
                    remains = self._stripped(line.group()) if _PLACE.search(line.group()) else None
                    if remains is not None:
                        yield self._finding(article, field, line.span(), remains)

    def _stripped(self, text: str) -> _Remains | None:
        """Return what is left of *text*, if it was stripped."""
        if _marks_at_most(text) < self.options.share * _words_at_least(text):
            return None
        remains = _remains(text)
        return remains if self._is_stripped(remains) else None

    def _is_stripped(self, remains: _Remains) -> bool:
        enough = remains.marks >= self.options.min_marks and remains.kinds >= KINDS
        return enough and remains.marks >= self.options.share * remains.words

    def _finding(self, article: Article, field: str, span: tuple[int, int], remains: _Remains) -> Finding:
        start, end = span
        text = article.text(field)[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        script = _script_elsewhere(article, field)
        what = f"{_NAMES[script]} letters" if script else "letters of one script"
        words = f"{remains.words} {'word' if remains.words == 1 else 'words'}" if remains.words else "no words"
        message = f"The {what} were deleted here: {remains.marks} punctuation marks stand alone beside {words}."
        evidence = {"marks": remains.marks, "words": remains.words, "numbers": remains.numbers, "script": script}
        return self.finding(article, field, (start, end), message, evidence=evidence)


class _Remains(msgspec.Struct, frozen=True):
    """What is left of a text: ``marks`` that stand alone, how many ``kinds`` of them, ``words`` and ``numbers``."""

    marks: int
    kinds: int
    words: int
    numbers: int


def _lines(text: str, hits: list[Hit]) -> Iterator[re.Match[str]]:
    """Yield the lines of *text* that a hit touches, and all lines after the last hit that a flood left over."""
    waiting = iter([*hits, Hit("", hits[-1].end, len(text))] if len(hits) >= MAX_HITS else hits)
    hit = next(waiting, None)
    for line in _LINE.finditer(text):
        while hit is not None and hit.end <= line.start():
            hit = next(waiting, None)
        if hit is None:
            return
        if hit.start < line.end():
            yield line


def _marks_at_most(text: str) -> int:
    """Return a number that the lone marks of *text* do not exceed, at a tenth of the cost of counting them."""
    tokens = text.split()
    return len(tokens) - sum(map(str.isalnum, tokens)) + len(_DOUBLED.findall(text))


def _words_at_least(text: str) -> int:
    """Return how many words *text* has if none of them touches a mark."""
    tokens = text.split()
    return sum(map(str.isalpha, tokens)) - sum(len(token) == 1 for token in tokens)


def _remains(text: str) -> _Remains:
    """Count the lone marks, words and numbers of *text*; a mark repeated (dot leaders) counts once."""
    marks = words = numbers = 0
    kinds: set[str] = set()
    last = ""
    for token in text.split():
        if _WORD.search(token):
            words += max(1, count_signs(token, "CJK") // _SIGNS_PER_WORD)
        elif any(map(str.isdigit, token)):
            numbers += 1
        own = {sign for run in _MARK.findall(token) for sign in run if sign in _MARKS}
        if own and _MARK.fullmatch(token) and token != last:
            marks += 1
            kinds |= own
        last = token
    doubled = len(_DOUBLED.findall(text))
    return _Remains(marks + doubled, len(kinds) + 2 * bool(doubled), words, numbers)


def _script_elsewhere(article: Article, field: str) -> str | None:
    """Return the script that was lost, as the other field or the declared language tells; Latin tells nothing."""
    other = article.text("title" if field == "body" else "body")
    script = main_script(census(other[:400]))
    if script in (None, "Latn"):
        declared = SCRIPTS.get(primary_subtag(article.language) or "", ())
        script = declared[0] if declared else None
    return script if script in _NAMES else None
