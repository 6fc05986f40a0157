"""What an article prints in another language on purpose: quotations, embedded posts, verse, references, code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.facts import identifier
from newslint.facts.function_words import languages_of_common_words, votes
from newslint.facts.furniture.reported import verbs_of
from newslint.facts.kinship import group_of
from newslint.facts.languages import ParagraphLanguage, paragraph_language
from newslint.facts.running_text import opens_running_quotation, outside_quotations, without_titles
from newslint.facts.scripts import SCRIPTS, census, count_letters, written_in
from newslint.text.segment import Paragraph

VERSE_LETTERS = 60
"""Lines of verse and lyrics are shorter than this many letters."""
VERSE_LINES = 3
"""As many short foreign lines without a blank line between them are verse or a list, not paragraphs."""
REFERENCE_CHARACTERS = 200
"""The authors and the year of a bibliographic entry stand within these characters."""
VOCALISED = 0.25
"""Vowel signs per letter from which Arabic text is a citation of scripture or verse; news has less than 0.05."""
POST_LINES = 8
"""The link or the signature of an embedded post follows its text within so many lines."""
POST_CHARACTERS = 600
"""... and within these characters: a post of the usual networks has 280 at most, its links and tags included."""
LABEL_CHARACTERS = 40
"""A label that introduces a title (``Read also:``) is shorter than this."""
TITLE_CHARACTERS = 150
"""A title is shorter than this; headlines have 60 to 110 characters."""
INTRODUCTION_CHARACTERS = 40
"""Shorter lines that end in a colon are labels of forms and lists, and introduce no quotation."""
QUOTED_PARAGRAPHS = 3
"""A colon introduces so many paragraphs at most; more are an article that goes on in another language."""


def cited_paragraphs(paragraphs: Sequence[Paragraph], verdicts: Sequence[ParagraphLanguage], home: str) -> set[int]:
    """Return the indices of the foreign paragraphs that the article, written in *home*, cites or embeds."""
    foreign = [index for index, verdict in enumerate(verdicts) if verdict.verdict == "foreign"]
    if not foreign:
        return set()
    cited = _verse([paragraphs[index] for index in foreign]) | _introduced(paragraphs, verdicts)
    return cited | {
        index
        for index in foreign
        if index not in cited
        and (
            is_cited(paragraphs[index].text, home, verdicts[index].code)
            or cited_by_neighbours(paragraphs, verdicts, index)
        )
    }


def cited_by_neighbours(paragraphs: Sequence[Paragraph], verdicts: Sequence[ParagraphLanguage], index: int) -> bool:
    """Return whether the lines after the paragraph show that it is of a post or of a quotation that runs on."""
    return _is_post(paragraphs, verdicts, index) or _is_running_quotation(paragraphs, index)


def _is_running_quotation(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Return whether a quotation opens with this paragraph and anew with the next.

    One that is merely never closed proves nothing: sentences of it may have been put on lines of their own.
    """
    if index + 1 == len(paragraphs) or not opens_running_quotation(paragraphs[index].text):
        return False
    return paragraphs[index + 1].text.startswith(paragraphs[index].text[0])


def is_cited(text: str, home: str, code: str | None) -> bool:
    """Return whether *text*, foreign in an article in *home*, shows by itself that it is foreign on purpose.

    *code* is its language, or ``None`` where that cannot be told.
    """
    return (
        _is_quotation(text, home, code)
        or _is_attributed(text, home, code)
        or _is_shortened_quotation(text)
        or _is_labelled_title(text, home)
        or _is_of_titles(text, home)
        or _is_reference(text)
        or is_code(text)
        or _is_vocalised(text)
    )


def _is_quotation(text: str, home: str, code: str | None) -> bool:
    """Return whether what is foreign in *text* stands in quotation marks, introduced in the article's language or not.

    ``"Нет войне", he said.`` is a quotation; ``«Нет войне», — сказал он.`` was left untranslated as a whole.
    """
    outside = outside_quotations(text)
    letters = count_letters(outside)
    if 2 * letters >= count_letters(text):
        return False
    if letters < 5:
        return True
    if code is None or set(SCRIPTS[home]).isdisjoint(SCRIPTS.get(code, ())):
        return written_in(census(outside), home) >= 0.5
    ballot = votes(outside).counts
    ours, theirs = ballot.get(group_of(home), 0), ballot.get(group_of(code), 0)
    if ours != theirs:
        return ours > theirs
    chances = identifier.probabilities(outside)
    return chances.get(group_of(home), 0.0) >= chances.get(group_of(code), 0.0)


def _is_attributed(text: str, home: str, code: str | None) -> bool:
    """Return whether the article's language names who says the foreign *text*: ``“We have waited for this, ani Horn.``.

    One of its quotation marks may be missing, or be of two single ones.
    """
    is_opened = text.startswith(_QUOTES)
    verbs = (match for match in _BEHIND_SPEECH.finditer(text) if is_opened or match[1])
    ours = verbs_of(_SAME_TABLE.get(home, home))
    foreign = group_of(code) if code else ""
    common = languages_of_common_words()
    return any(match[2].lower() in ours and foreign not in common.get(match[2].lower(), ()) for match in verbs)


_QUOTES = ("'", '"', "“", "”", "„", "‘", "’", "«", "»", "`")
_BEHIND_SPEECH = re.compile(
    r"""(?:[,.!?…]\s?|(?=["”»]))(["'“”„‘’«»`]{0,2})[,.]?\s{0,2}(?:[—–-]\s)?([^\W\d_]{2,20})(?!\w)"""
)
_SAME_TABLE = {"fil": "tl", "nb": "no", "nn": "no"}
_BRACKETED_ELLIPSIS = re.compile(r"[\[(](?:…|\.\.\.)[\])] ?[^\W\d_]")


def _is_shortened_quotation(text: str) -> bool:
    """Return whether *text* leaves words out and says so, as only quotations do: ``… autoritarismo […] y ahora …``.

    At the end such an ellipsis is that of a teaser.
    """
    return _BRACKETED_ELLIPSIS.search(text) is not None


def _is_labelled_title(text: str, home: str) -> bool:
    """Return whether *text* is a title that the article's language introduces: ``Mehr lesen: What we know``."""
    label, colon, title = text.partition(": ")
    if not colon or not (4 <= len(label) <= LABEL_CHARACTERS) or len(title) > TITLE_CHARACTERS or ". " in title:
        return False
    # A name and a colon open a statement, not a title; labels have a word in lower case.
    if len(label.split()) < 2 or not any(map(str.islower, (word[:1] for word in label.split()))):
        return False
    return identifier.probabilities(label).best == group_of(home)


def _is_of_titles(text: str, home: str) -> bool:
    """Return whether only the titles in *text*, quoted or numbered, are in another language than *home*."""
    bare = without_titles(text)
    return bare != text and paragraph_language(bare, home).verdict != "foreign"


_REFERENCE_SIGNS = ("doi:", "doi.org", "ISBN", "ISSN", "arXiv", " pp. ", " Vol. ", " vol. ", "et al.")
_AUTHOR = re.compile(r"[^\W\d_][\w'’-]{1,30},? (?:[A-Z]\.? ?){1,3}[,.&(:;]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}[a-z]?[).:,;]")
_CODE_SIGNS = ("{", "}", "();", "=>", "</", "==", "!=", "function(", "var ", "::")


def _is_reference(text: str) -> bool:
    """Return whether *text* looks like an entry of a bibliography: ``Lind A, Moss B, 2009. Title. Journal 3: 1-9``."""
    if _AUTHOR.match(text) and _YEAR.search(text[:REFERENCE_CHARACTERS]):
        return True
    return any(sign in text for sign in _REFERENCE_SIGNS) and any(map(str.isdigit, text))


def _is_vocalised(text: str) -> bool:
    """Return whether *text* is Arabic with its vowel signs, as scripture is cited."""
    signs = sum("\u064b" <= character <= "\u0652" for character in text)
    return signs > 0 and signs >= VOCALISED * count_letters(text)


def is_code(text: str) -> bool:
    """Return whether *text* has the signs of program code, more than prose ever has."""
    return sum(map(text.count, _CODE_SIGNS)) >= 3


_POST_LINKS = ("pic.twitter.com/", "pic.x.com/", "//t.co/", "View this post on Instagram")
_SIGNATURE = re.compile(r"[—–-] ?[^\n]{1,80}\(")


def _is_post(paragraphs: Sequence[Paragraph], verdicts: Sequence[ParagraphLanguage], index: int) -> bool:
    """Return whether the paragraph is of an embedded post: its link or its author's handle follows it.

    The lines between may be of the post too, but none is in the article's language.
    """
    length = 0
    for position in range(index, min(index + POST_LINES, len(paragraphs))):
        text = paragraphs[position].text
        if position > index and (length > POST_CHARACTERS or _is_signature(paragraphs, position)):
            return length <= POST_CHARACTERS
        if any(link in text for link in _POST_LINKS):
            return True
        if position > index and verdicts[position].verdict == "same":
            return False
        length += len(text)
    return False


def _is_signature(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Return whether the line signs a post: a dash, a name and a handle, which may have been cut off to the next."""
    text = paragraphs[index].text
    if _SIGNATURE.match(text) is None:
        return False
    following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    return "(@" in text or (text.endswith("(") and following.startswith("@"))


def _introduced(paragraphs: Sequence[Paragraph], verdicts: Sequence[ParagraphLanguage]) -> set[int]:
    """Return the indices of foreign paragraphs that a sentence ending in a colon introduces in the article's language.

    A quotation of a few paragraphs is introduced once, so what follows in its language is of it.
    """
    introduced: set[int] = set()
    room = 0
    for index in range(1, len(paragraphs)):
        before, verdict = verdicts[index - 1], verdicts[index]
        if before.verdict == "same" and _ends_in_colon(paragraphs[index - 1].text):
            room = QUOTED_PARAGRAPHS
        elif before.verdict != "foreign" or before.code != verdict.code:
            room = 0
        if verdict.verdict == "foreign" and room > 0:
            introduced.add(index)
            room -= 1
    return introduced


def _ends_in_colon(text: str) -> bool:
    return len(text) >= INTRODUCTION_CHARACTERS and text.endswith((":", "："))


def _verse(foreign: Sequence[Paragraph]) -> set[int]:
    """Return the indices of foreign lines that form verse: short, and with no blank line between them."""
    verse: set[int] = set()
    block: list[int] = []
    for paragraph in foreign:
        short = len(paragraph.text) < VERSE_LETTERS
        follows = bool(block) and paragraph.before == "line" and paragraph.index == block[-1] + 1
        block = [*block, paragraph.index] if short and follows else [paragraph.index] if short else []
        if len(block) >= VERSE_LINES:
            verse.update(block)
    return verse
