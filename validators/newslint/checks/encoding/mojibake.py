"""ENC001 mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, each_or_all
from newslint.data.mojibake_triggers import ALTERNATIVES, GATE, MIXED
from newslint.facts.leftover_bytes import has_leftovers, keeps_capitals
from newslint.facts.lookalikes import TWO_SCRIPTS
from newslint.facts.mentions import is_about_encodings, is_beside_right_form, is_near_subject, is_quoted_word
from newslint.facts.misread import CUT_MARK, misread
from newslint.facts.misread import TRIGGER as SINGLE_BYTES
from newslint.facts.misread_cyrillic import ENCODING as AS_CYRILLIC
from newslint.facts.misread_cyrillic import TRIGGER as CYRILLIC
from newslint.facts.misread_cyrillic import damaged_words as cyrillic_words
from newslint.facts.misread_cyrillic import is_misread as is_read_as_cyrillic
from newslint.facts.misread_cyrillic import misread_cyrillic
from newslint.facts.misread_east_asian import TRIGGER as DOUBLE_BYTES
from newslint.facts.misread_east_asian import misread_east_asian
from newslint.facts.misread_letters import Letters, damaged_words, misread_letters, repaired
from newslint.model import TEXT_FIELDS, Article, Edit, Finding, Fix, Severity
from newslint.text.scan import MAX_HITS, Gate, Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

# Words are parted by ASCII blanks only: U+00A0 and its like are often a byte of a damaged letter.
_WORD = re.compile(r"[^ \t\r]+")
# A windows-1252 letter read as Latin-1, alone: with others beside it, it is a byte of something longer.
_LONE_C1 = re.compile("(?<![\x80-\xff])[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f](?![\x80-\xff])")
# Beside a blank, what ftfy takes for “à” may be the sign itself, in a text about such signs.
_LONE_A_GRAVE = "à"
_WITH_LONE_A_GRAVE = frozenset(
    ("ca", "co", "fr", "fur", "gl", "it", "lmo", "oc", "pms", "pt", "sc", "scn", "vec", "wo")
)
_CUT = re.compile(f"({CUT_MARK})")
_STILL_DAMAGED = re.compile("[\x80-\xff]{4}")
# Steps of ftfy that read all of a line anew; the others look for what they know, and leave the rest.
_EXACT = frozenset(("encode", "decode"))
_SHOWN = 60


class _Repair(NamedTuple):
    """A damaged stretch of a field, what it should be, how it came about, and whether bytes of its line were lost."""

    field: str
    start: int
    end: int
    text: str
    encoding: str
    is_partial: bool = False


class Mojibake(ArticleCheck):
    """Text was decoded with the wrong character set.

    What it flags
    -------------
    Words whose bytes were read in another encoding than they were written in (``cafÃ©``, ``РџСЂРёРІРµС‚``), as far as
    the encoding steps of ftfy prove it by undoing them, or three words in which Cyrillic letters between Latin ones are
    the bytes of others (``siД™`` for ``się``); runs of words with 20 letters and more in Cyrillic, Greek,
    Hebrew or Arabic that were read as Latin-1 (``Ïðèâåò, ìèð``), as far as two common words show what they were; lines
    of Chinese, Japanese or Korean read so (``ÊÐ³¡`` for ``市场``), as far as the common letters of the language do;
    Western signs for letters of Central European, Baltic or Turkish (``elõtt``, ``baþkan``), where none of the letters
    is left in the text; and single windows-1252 characters read as Latin-1 (``don<U+0092>t``). A run of damaged words
    is one finding.

    Why it hurts
    ------------
    The words are lost for search and for every model, each damaged letter becomes two or three tokens, and language
    identification goes astray. It is never repaired silently: a second, wrong repair is worse than the damage.

    Example
    -------
    ``'cafÃ©' is 'café' whose utf-8 was read as windows-1252``

    Fix
    ---
    Replaces the damaged words by what they are when the wrong decoding is undone. Safe, since the repair is its exact
    inverse, unless the article speaks of encodings, where the damage may be its example, or cites the only damaged
    words of a field in quotation marks, or bytes of other letters of the field were lost (``Ñообщил`` for
    ``сообщил``): half a repair hides the rest, which ENC002 then reports. Curly quotes, ligatures, width and line
    breaks, which ftfy can also change, are left alone.

    Options
    -------
    ``max_findings`` (default 20 findings): a field with more damaged runs than this gets one finding with the number of
    repairs, since all of it was read wrongly. In 2,107 real articles 6 have mojibake, 3 of them more than 20 runs.

    Limits
    ------
    Exempt are examples, unless a field has more damaged runs than ``max_findings``: words with their sound form beside
    them in the line (``café becomes cafÃ©``), and what stands near the name of such damage or of a character set
    (``mojibake``, ``UTF-8``, ``кракозябры``, ``文字化け``). What cannot be undone with certainty is not reported: bytes
    that were lost on the way (see ``lost-character``, ENC002), Cyrillic read in another Cyrillic set (KOI8-R as
    windows-1251) or as Central European (``Ďđčâĺň``), short lines of East Asian sets or such with bytes gone, a line in
    which ftfy sees nothing amiss (one ``Е‚uk``), and U+0085 alone, which may be a line break. Each line is judged on
    its own, because one sound line can hide the damage in the next: in 4,112 real articles that finds 43 damaged
    paragraphs, while judging articles whole finds 7 damaged articles. Central European, Baltic and Turkish bodies are
    judged whole, if they are in one of ten languages: three different words with two kinds of wrong signs are needed,
    six with one kind; titles follow their body. None of the real articles is such a text; of 15,867 sound documents in
    128 languages none is taken for one.
    """

    code = "ENC001"
    slug = "mojibake"
    severity = Severity.ERROR
    fix = "safe"
    precision = "16 of 16 findings right on 2,107 articles"
    always = True
    triggers = (
        *(Trigger(alternative, gate=Gate("|".join(GATE))) for alternative in ALTERNATIVES),
        Trigger(MIXED, gate=TWO_SCRIPTS),
        Trigger(CYRILLIC, gate=TWO_SCRIPTS),
        Trigger(SINGLE_BYTES),
        Trigger(DOUBLE_BYTES),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of mojibake."""

        max_findings: Natural = 20

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding per run of damaged words, or per field where there are very many or one cause has all."""
        hits = facts.hits(self.code)
        letters = misread_letters(article.text("body"), facts.language.code)
        if not hits and letters is None:
            return
        as_cyrillic = is_read_as_cyrillic(_cyrillic_words(article, hits))
        for field in TEXT_FIELDS:
            text = article.text(field)
            places = [hit for hit in hits if hit.field == field]
            relettered = list(_relettered(text, field, letters)) if letters else []
            repairs = relettered or (list(_repairs(text, field, places, as_cyrillic=as_cyrillic)) if places else [])
            if facts.language.code not in _WITH_LONE_A_GRAVE:
                repairs = [repair for repair in repairs if repair.text != _LONE_A_GRAVE]
            if len(repairs) <= self.options.max_findings and not relettered:
                repairs = [repair for repair in repairs if not _is_example(text, repair)]
            is_cited = len(repairs) == 1 and is_quoted_word(text, repairs[0].start, repairs[0].end)
            # A field was read as one set: where bytes of it were lost, no repair of it is the exact inverse.
            is_certain = not is_cited and not any(repair.is_partial for repair in repairs)
            for group in each_or_all(repairs, 0 if relettered else self.options.max_findings):
                yield self._finding(article, group, is_certain=is_certain)

    def _finding(self, article: Article, repairs: list[_Repair], *, is_certain: bool) -> Finding:
        first = repairs[0]
        is_safe = is_certain and not any(is_about_encodings(article.text(field)) for field in TEXT_FIELDS)
        damaged = article.text(first.field)[first.start : first.end]
        lost = ", but for letters whose bytes were lost" if any(repair.is_partial for repair in repairs) else ""
        others = f", and {len(repairs) - 1:,} more in this {first.field}" if len(repairs) > 1 else ""
        return self.finding(
            article,
            first.field,
            (first.start, first.end),
            f"{_shown(damaged)} is {_shown(first.text)}, {first.encoding}{lost}{others}.",
            evidence={"repairs": len(repairs), "encoding": first.encoding, "text": first.text},
            fix=Fix(is_safe, tuple(Edit(repair.field, repair.start, repair.end, repair.text) for repair in repairs)),
        )


def _is_example(text: str, repair: _Repair) -> bool:
    """Return whether the article shows the damage to its readers, and would be wrong without it."""
    if is_near_subject(text, repair.start, repair.end):
        return True
    return is_beside_right_form(text, repair.start, repair.end, repair.text)


def _relettered(text: str, field: str, letters: Letters) -> Iterator[_Repair]:
    """Yield the words of *text* in which Western signs stand for other *letters*."""
    for start, word in damaged_words(text, letters):
        yield _Repair(field, start, start + len(word), repaired(word, letters), letters.encoding)


def _cyrillic_words(article: Article, hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the words of *article* in which Cyrillic letters stand for bytes of Latin ones."""
    for field in TEXT_FIELDS:
        text = article.text(field)
        for start, end in _lines(text, [hit for hit in hits if hit.field == field]):
            yield from cyrillic_words(text[start:end])


def _repairs(text: str, field: str, hits: list[Hit], *, as_cyrillic: bool) -> Iterator[_Repair]:
    """Yield what is damaged in the lines of *text* that have a hit."""
    for start, end in _lines(text, hits):
        line = text[start:end]
        found = list(misread_cyrillic(line)) if as_cyrillic else []
        for low, high, replacement in found:
            yield _Repair(field, start + low, start + high, replacement, AS_CYRILLIC)
        if found:
            continue
        if east_asian := misread_east_asian(line):
            yield _Repair(field, start, end, *east_asian)
            continue
        read_anew = list(misread(line))
        for low, high, replacement, encoding in read_anew:
            yield _Repair(field, start + low, start + high, replacement, encoding)
        if read_anew:
            continue
        undone, encoding, is_exact = _repair(line)
        if undone != line:
            changes = list(_changes(line, undone))
            is_partial = not is_exact and (
                has_leftovers(undone) or any(keeps_capitals(line[low:high], mended) for low, high, mended in changes)
            )
            for low, high, replacement in changes:
                yield _Repair(field, start + low, start + high, replacement, encoding, is_partial)


def _lines(text: str, hits: list[Hit]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the lines with a hit, and of all lines after the last hit that a flood left over."""
    ranges = [(hit.start, hit.end) for hit in hits]
    if len(hits) >= MAX_HITS:
        ranges.append((hits[-1].end, len(text)))
    done = -1
    for low, high in ranges:
        position = max(low, done)
        while position < high:  # a hit can begin with a line break, or join two lines
            start = text.rfind("\n", 0, position) + 1
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            if start < end:
                yield start, end
            position = done = end + 1


def _repair(line: str) -> tuple[str, str, bool]:
    """Return *line* with ftfy's encoding steps applied, in words what was wrong, and whether all of it was one step.

    What is still damaged then was something else, of which ftfy has taken pieces for letters.
    """
    # ftfy would take the blank for the last byte, and read a dagger; it was a quotation mark, whose last byte is lost.
    pieces = [
        (piece, "", False) if number % 2 else _undone(piece) for number, piece in enumerate(_CUT.split(line)) if piece
    ]
    repaired = "".join(piece for piece, _, _ in pieces)
    if _STILL_DAMAGED.search(repaired):
        return line, "", False
    encoding = next((encoding for _, encoding, _ in pieces if encoding), "")
    return repaired, encoding, all(is_exact for _, _, is_exact in pieces)


def _undone(line: str) -> tuple[str, str, bool]:
    import ftfy

    # ftfy would turn every C1 control into a windows-1252 letter, also those that are bytes of what it cannot repair.
    repaired, steps = ftfy.fix_encoding_and_explain(line, fix_c1_controls=False)
    encoding = _describe(steps or [])
    is_exact = all(action in _EXACT for action, _ in steps or [])
    cured = _LONE_C1.sub(lambda match: match.group().encode("latin-1").decode("windows-1252"), repaired)
    if cured != repaired and not encoding:
        encoding = "windows-1252 read as latin-1"
    return cured, encoding, is_exact


def _describe(steps: Sequence[tuple[str, str]]) -> str:
    """Return ftfy's plan of repair as the damage it undoes: ``"utf-8 read as windows-1252"``."""
    parts: list[str] = []
    wrong = ""
    for action, parameter in steps:
        if action == "encode":
            wrong = parameter.removeprefix("sloppy-")
        elif action == "decode":
            parts.append(f"{parameter.removesuffix('-variants')} read as {wrong}")
        elif parameter == "decode_inconsistent_utf8":
            parts.append("utf-8 read in places as another encoding")
    return " and then ".join(reversed(parts))


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) for each run of words of *before* that differs in *after*; linear."""
    if _WORD.split(before) != _WORD.split(after):  # the damage took or made blanks: words do not correspond
        yield _difference(before, after)
        return
    run: list[tuple[re.Match[str], re.Match[str]]] = []
    for pair in zip(_WORD.finditer(before), _WORD.finditer(after), strict=True):
        if pair[0].group() != pair[1].group():
            run.append(pair)
        elif run:
            yield _span(run, after)
            run = []
    if run:
        yield _span(run, after)


def _span(run: list[tuple[re.Match[str], re.Match[str]]], after: str) -> tuple[int, int, str]:
    (old, new), (last_old, last_new) = run[0], run[-1]
    return old.start(), last_old.end(), after[new.start() : last_new.end()]


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """Return the one stretch in which the two texts differ, widened to whole words."""
    start = before.rfind(" ", 0, _agreement(before, after)) + 1
    tail = _agreement(before[start:][::-1], after[start:][::-1])
    blank = before.find(" ", len(before) - tail)
    tail = len(before) - blank if blank >= 0 else 0
    return start, len(before) - tail, after[start : len(after) - tail]


def _agreement(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _shown(text: str) -> str:
    """Quote *text* on one line, cut to a length that a message can bear."""
    start = text[:_SHOWN]
    line = "".join(char if char.isprintable() or char == "\xa0" else f"<{ord(char):04X}>" for char in start)
    return f"“{line}”" if len(text) <= _SHOWN else f"“{line}…”"
