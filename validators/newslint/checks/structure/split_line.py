"""STR009 split-line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.facts.function_words import languages_of_common_words
from newslint.facts.furniture.teasers import opens_teaser
from newslint.facts.prose import CLOSERS, ends_sentence, is_listing, is_unspaced
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_SMALL = r"a-z\u00DF-\u00FF\u0101-\u024F\u03AC-\u03CE\u0430-\u045F\u0461-\u052F\u0561-\u0587\u1E01-\u1EFF"
_CLOSING = ",;.)，。、；）"
"""Marks that end something, and so begin no line."""
_OPEN_LINE = rf"[\n\r][ \t\u00A0]{{0,40}}[{_SMALL}{_CLOSING}]"
_BREAK = re.compile(_OPEN_LINE)
_PARTED_NAME = r"[のをがはや]\n[一-鿿々]{1,8}\n[ぁ-ヿ一-鿿]"
_NAME = re.compile(_PARTED_NAME)
_JAPANESE_SENTENCE = 200
"""Characters behind a name in a line of its own in which its sentence ends."""
_OR = frozenset(
    ("or", "oder", "ou", "o", "of", "eller", "tai", "vagy", "lub", "albo", "nebo", "ili", "sau", "veya", "или", "або")
)
_FULL_WIDTH = frozenset("，。、；）")
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?]['\"”»’)]?\s+[\"“«„(]?[^\W\d_]")
_DETERMINERS = frozenset((
    "the", "a", "an", "our", "your", "my", "his", "her", "its", "their", "this", "ein", "eine", "einen", "einem",
    "einer", "eines", "dem", "den", "des", "unser", "unsere", "unserem", "unserer", "ihre", "ihrem", "seine", "seinem",
    "le", "la", "les", "un", "une", "du", "aux", "notre", "votre", "leur", "son", "sa", "ses", "el", "los", "las",
    "una", "del", "al", "su", "sus", "nuestro", "nuestra", "os", "um", "uma", "do", "da", "dos", "das", "il", "lo",
    "gli", "della", "dello", "nella", "het", "een", "onze", "en", "ett", "et", "den", "det", "в", "на", "с", "к", "от",
    "из", "по", "за", "для", "при", "з", "у", "від", "w", "z", "na", "do", "ve", "v",
))  # fmt: skip
_AFTER_NOUNS = frozenset((
    "of", "and", "or", "is", "was", "were", "are", "has", "had", "will", "that", "which", "who", "by", "from", "to",
    "und", "oder", "ist", "war", "sind", "wird", "hat", "et", "ou", "est", "qui", "que", "y", "o", "es", "e", "é", "è",
    "che", "en", "is", "och", "og", "är", "er", "и", "или", "і", "або", "i", "lub", "jest", "a", "je",
))  # fmt: skip
"""Words that follow a noun, and no article: see ``_lacks_words``."""
_CODE = re.compile(r"[{}=<>\\]|\(\)|://|\w_\w")
_LONGEST_WORD = 24
_LAST_WORD = re.compile(r"\S{1,24}$")
_FIRST_WORD = re.compile(r"\S{1,24}")
_BLANKS = 40
_WORDS = 4
_LETTERS = re.compile(r"[^\W\d_]{4,24}(?!\w)")
_WHOLE_WORD = re.compile(r"\w+")
_SHOWN_LINE = 400
_EVEN = 0.75
_EVEN_SHARE = 0.8


class _Joint(NamedTuple):
    """A break inside a sentence: the line before ends at ``end``, the next begins at ``start``.

    ``marked`` says that the next line begins with a comma or the like; ``before`` and ``after`` are where the two lines
    begin and end.
    """

    end: int
    start: int
    marked: bool
    before: int
    after: int


class SplitLine(ArticleCheck):
    """One sentence is broken over several lines.

    What it flags
    -------------
    A line break inside a sentence, where a link or a name stood in an element of its own: the next line begins with a
    comma, a full stop or a closing bracket, or the line before ends in a letter or a comma and the next begins with a
    small letter. Where a blank line parts them, the word before it must be written small. In Japanese, a name of up to
    8 kanji in a line of its own, behind a particle that no headline ends in (``の``, ``を``, ``が``): its reading stood
    above it. Breaks of one sentence are one finding, from the word before the first to the word behind the last. Text
    that is hard-wrapped, all lines about equally long, gets one finding with the number of breaks.

    Why it hurts
    ------------
    Every line counts as a paragraph: half sentences are compared, translated and counted as if they were whole ones,
    and sentence splitters never see the sentence.

    Example
    -------
    ``“Report⏎, published” is one sentence broken over 2 lines.``

    Fix
    ---
    Joins the lines, by a space or, before a mark, without. None for hard-wrapped text, where a break that ends a
    paragraph looks like others, and none where words are lost at the break: "the judges, who can be found on our⏎,
    will".

    Options
    -------
    ``min_length`` (default 60 characters): one line of the sentence is at least this long, or 40 where a line begins
    with a mark (20 in Chinese and Japanese); shorter lines are verse, menus and addresses. On 2,107 articles 80 loses
    22 findings, nearly all of them right; 50 adds 14, of which one is wrong, 40 five more, of which two are.
    ``min_wrapped`` (default 5 breaks) and ``max_width`` (default 100 characters): from how many breaks on, and up to
    which length of lines, text counts as hard-wrapped. From 8 breaks on, seven short dispatches of an agency that are
    wrapped to the end would get 15 findings with a fix; at 80 characters two wrapped texts would; beyond 100 nothing
    changes. ``max_findings`` (default 20 findings): an article with more broken sentences gets one finding; at 10, one
    more of the 2,107 does. A convention.

    Limits
    ------
    Lists are exempt: bullets and numbers, lines after a colon, and lines of which all, or all but one, end with a
    comma. A sentence broken before a capital is seen only together with a break that shows it. Without a mark, breaks
    in scripts without capitals are not seen. Breaks at hyphens are TYP003.
    """

    code = "STR009"
    slug = "split-line"
    severity = Severity.WARNING
    fix = "safe"
    precision = "152 of 154 findings read right on 2,107 articles; 9 of 11 annotated ones found"
    triggers = (Trigger(_OPEN_LINE), Trigger(_PARTED_NAME))

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR009."""

        min_length: Natural = 60
        min_wrapped: Natural = 5
        max_width: Natural = 100
        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each broken sentence, or one for hard-wrapped text."""
        text = article.text("body")
        joints = _unclipped(text, sorted(set(_joints(text, facts.hits(self.code)))))
        if not joints:
            return
        if self._is_wrapped(joints):
            yield self._finding(article, joints, wrapped=True)
            return
        broken = [block for block in _sentences(text, joints) if self._is_broken(text, block)]
        if len(broken) > self.options.max_findings:
            broken = [[joint for block in broken for joint in block]]
        for block in broken:
            yield self._finding(article, block, wrapped=False)

    def _is_wrapped(self, joints: Sequence[_Joint]) -> bool:
        widths = [joint.end - joint.before for joint in joints if not joint.marked]
        if len(widths) < self.options.min_wrapped:
            return False
        width = sorted(widths)[-1 - len(widths) // 10]
        even = sum(_EVEN * width <= each <= width / _EVEN for each in widths)
        return width <= self.options.max_width and even >= _EVEN_SHARE * len(widths) and width >= _SHOWN_LINE // 10

    def _is_broken(self, text: str, block: Sequence[_Joint]) -> bool:
        """Return whether the lines that meet at *block* are one sentence, and no list, verse, menu or code."""
        lines = [text[block[0].before : block[0].end], *(text[joint.start : joint.after] for joint in block)]
        marked = any(joint.marked for joint in block)
        shortest = self.options.min_length * 2 // 3 if marked else self.options.min_length
        if any(text[joint.start] in _FULL_WIDTH or is_unspaced(text[joint.start]) for joint in block):
            shortest //= 2
        if max(map(len, lines)) < shortest:
            return False
        if any(_CODE.search(line, 0, _SHOWN_LINE) for line in lines) or is_listing(lines[0]):
            return False
        if marked:
            return True
        if len(lines) > 3 and sum(len(line.split()) < 3 for line in lines) * 2 > len(lines):
            return False
        commas = sum(text[joint.end - 1] == "," for joint in block)
        if text[: block[0].before].rstrip()[-1:] == ":" or (commas > 1 and commas >= len(block) - 1):
            return False
        last = lines[-1]
        goes_on = ends_sentence(last) or len(last) >= _BLANKS or _STOP_INSIDE.search(last)
        told = ends_sentence(last) or any(_STOP_INSIDE.search(line[:_SHOWN_LINE]) for line in lines)
        return bool(goes_on) and told

    def _finding(self, article: Article, block: Sequence[_Joint], *, wrapped: bool) -> Finding:
        text = article.text("body")
        start, end = _shown(text, block[:1] if wrapped else block)
        if wrapped:
            said = f"The text is hard-wrapped: {len(block):,} line breaks stand inside its sentences."
        else:
            said = f"“{_quoted(text[start:end])}” is one sentence broken over {len(block) + 1:,} lines."
        edits = tuple(
            Edit("body", joint.end, joint.start, "" if joint.marked or is_unspaced(text[joint.end - 1]) else " ")
            for joint in block
        )
        return self.finding(
            article,
            "body",
            (start, end),
            said,
            evidence={"breaks": len(block), "wrapped": wrapped},
            fix=None if wrapped or any(_lacks_words(text, joint) for joint in block) else Fix(True, edits),
        )


def _lacks_words(text: str, joint: _Joint) -> bool:
    """Return whether words are lost at *joint*: "the judges, who can be found on our⏎, will"."""
    last = _LAST_WORD.search(text, max(joint.before, joint.end - _LONGEST_WORD), joint.end)
    if last is None or last.group().lower() not in _DETERMINERS:
        return False
    first = _FIRST_WORD.match(text, joint.start)
    return joint.marked or (first is not None and first.group().rstrip(",.;") in _AFTER_NOUNS)


def _shown(text: str, block: Sequence[_Joint]) -> tuple[int, int]:
    first, last = block[0], block[-1]
    before = _LAST_WORD.search(text, max(0, first.end - _LONGEST_WORD), first.end)
    after = _FIRST_WORD.match(text, last.start)
    end = after.end() if after else last.start + 1
    if last.marked and end < last.after:
        second = _FIRST_WORD.match(text, end + 1)
        end = second.end() if second and end - last.start == 1 else end
    return (before.start() if before else first.end), end


def _quoted(text: str) -> str:
    lines = "⏎".join(line.strip() for line in text.splitlines() if line.strip())
    return lines if len(lines) <= 80 else f"{lines[:38]} … {lines[-38:]}"


def _joints(text: str, hits: Sequence[Hit]) -> Iterator[_Joint]:
    """Yield the breaks at *hits* that stand inside a sentence."""
    seen = 0
    for hit in hits:
        if hit.field != "body":
            continue
        for match in _BREAK.finditer(text, max(hit.start, seen), min(len(text), hit.end + _BLANKS)):
            seen = match.end() - 1
            joint = _joint(text, seen)
            if joint:
                yield joint
        for match in _NAME.finditer(text, hit.start, min(len(text), hit.end + _BLANKS)):
            if "。" in text[match.end() : match.end() + _JAPANESE_SENTENCE]:
                yield from (_line_joint(text, at, at + 1) for at in (match.start() + 1, match.end() - 2))


def _joint(text: str, start: int) -> _Joint | None:
    """Return the break before the line that begins at *start*, if it stands inside a sentence."""
    floor = max(0, start - _BLANKS)
    end = floor + len(text[floor:start].rstrip())
    if end == floor or not (text[start] in _CLOSING or _is_open(text, end, start)):
        return None
    joint = _line_joint(text, end, start)
    return joint if not joint.marked or _is_rest(text, joint) else None


def _unclipped(text: str, joints: Sequence[_Joint]) -> Sequence[_Joint]:
    """Return *joints* without those before a line that has lost the capital it began with.

    The word shows it where it stands whole: "urkey and Poland …" below a headline is no rest of it, if the text names
    Turkey. STR008 tells of the loss. One pass over the text looks for the words of all lines.
    """
    firsts = {joint: match.group() for joint in joints if (match := _LETTERS.match(text, joint.start))}
    wanted = set(firsts.values()) - languages_of_common_words().keys()
    if not wanted:
        return joints
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for match in _WHOLE_WORD.finditer(text):
        word = match.group()
        if word in wanted:
            heads[word].append("")
        if word[1:] in wanted:
            heads[word[1:]].append(word[0])
    clipped = {word for word in wanted if heads[word].count("") == 1 < len(heads[word]) and _have_capitals(heads[word])}
    return [joint for joint in joints if firsts.get(joint) not in clipped]


def _have_capitals(heads: Sequence[str]) -> bool:
    """Return whether all of *heads*, the letters before a word, are capitals, but for the one that is lost."""
    return all(head.isupper() for head in heads if head)


def _line_joint(text: str, end: int, start: int) -> _Joint:
    """Return the break between a line that ends at *end* and the one that begins at *start*."""
    before = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    before += len(text[before:end]) - len(text[before:end].lstrip())
    after = min(at for at in (text.find("\n", start), text.find("\r", start), len(text)) if at >= 0)
    after = start + len(text[start:after].rstrip())
    return _Joint(end, start, text[start] in _CLOSING, before, after)


def _is_open(text: str, end: int, start: int) -> bool:
    """Return whether one break parts a line that stops at *end* in the midst of a sentence from its rest at *start*."""
    last = text[end - 1]
    if not (last in ",%" or last.isalpha()):
        return False
    if not text[start].islower() or text[start + 1 : start + 2] in (")", "."):
        return False
    if not _may_be_parted_by(text, end, start):
        return False
    if opens_teaser(text, start):
        return False
    word = _FIRST_WORD.match(text, start)
    return word is None or len(word.group()) < _WORDS or not text.endswith(word.group(), 0, end)


def _may_be_parted_by(text: str, end: int, start: int) -> bool:
    """Return whether what stands between two lines can be a break inside a sentence: one break, or a blank line.

    A blank line parts a signature or a salutation from what follows as well, but no common word from its sentence. What
    a page offers in two ways stands in two paragraphs, the second beginning with "or".
    """
    breaks = max(text.count("\n", end, start), text.count("\r", end, start))
    if breaks < 2:
        return True
    last, first = _LAST_WORD.search(text, max(0, end - _LONGEST_WORD), end), _FIRST_WORD.match(text, start)
    if breaks > 2 or last is None or first is None or first.group() in _OR:
        return False
    return last.group()[0].islower() and text[end - 1].islower()


def _is_rest(text: str, joint: _Joint) -> bool:
    """Return whether the mark that begins a line belongs to the line before."""
    mark, last = text[joint.start], text[joint.end - 1]
    rest = text[joint.start + 1 : joint.after]
    if not (last.isalnum() or last in CLOSERS or last in "%]") or (rest and rest[0] in _CLOSING):
        return False
    if mark in _FULL_WIDTH:
        return mark != "）" or text.rfind("（", joint.before, joint.end) > text.rfind("）", joint.before, joint.end)
    if mark == ")":
        return text.rfind("(", joint.before, joint.end) > text.rfind(")", joint.before, joint.end)
    if mark == ".":
        return not rest or rest[0].isspace()
    if not rest:  # a comma alone in its line: in a sentence a small letter follows, between tags a capital
        return text[joint.after : joint.after + _BLANKS].lstrip()[:1].islower()
    return rest[0].isspace() and len(rest.split(maxsplit=2)) > 1


def _sentences(text: str, joints: Sequence[_Joint]) -> list[list[_Joint]]:
    """Return the *joints* in groups: those that are parts of one sentence, with the breaks before capitals in it."""
    blocks = [[joints[0]]]
    for earlier, later in pairwise(joints):
        if later.before <= earlier.start < later.end:
            blocks[-1].append(later)
        else:
            blocks.append([later])
    return [[*_lead(text, block[0]), *block] for block in blocks]


def _lead(text: str, joint: _Joint) -> list[_Joint]:
    """Return the break before a short line that begins with a capital, if the line before that is left open.

    So stands a linked name: ``told the⏎Orlin Post⏎that``.
    """
    name = text[joint.before : joint.end]
    end = len(text[max(0, joint.before - 4) : joint.before].rstrip()) + max(0, joint.before - 4)
    if (
        len(name) > _BLANKS * 2
        or "，" in name
        or ends_sentence(name)
        or end <= 0
        or text.count("\n", end, joint.before) != 1
    ):
        return []
    last = text[end - 1]
    before = text.rfind("\n", 0, end) + 1
    is_open = last.islower() or last == "," or (joint.marked and is_unspaced(last))
    if not is_open or end - before < (_BLANKS // 2 if is_unspaced(last) else _BLANKS):
        return []
    return [_Joint(end, joint.before, False, before, joint.end)]
