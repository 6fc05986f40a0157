"""ENC005 not-nfc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized, normalize

from newslint.checks.base import ArticleCheck
from newslint.model import TEXT_FIELDS, Article, Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

# White space and compatibility ideographs compose with nothing, so what stands between them can be looked at alone.
_PIECE = re.compile("[^\\s\uf900-\ufaff\U0002f800-\U0002fa1f]+")
_SHOWN_CODES = 6


class _Place(NamedTuple):
    """Where a text changes: ``text[start:end]`` becomes ``composed``."""

    start: int
    end: int
    composed: str


class NotNfc(ArticleCheck):
    """A text is not in Unicode's composed form, NFC.

    What it flags
    -------------
    A field with letters that are spelled in parts (``a`` and U+0308 for ``ä``), with marks in another order than the
    canonical one, or with characters that Unicode has twice (the ohm sign for the letter omega). One finding for each
    field, at the first place, with the number of places.

    Why it hurts
    ------------
    The same word is two words for a computer: searches, counts and comparisons miss it, and the article does not equal
    its copy. File names from macOS and text from PDFs are the usual source.

    Example
    -------
    ``U+0061 U+0308 is not in NFC, which has U+00E4 (“ä”); this field has 8 such places.``

    Fix
    ---
    Replaces each place by its NFC. Nothing else of the text changes, and by Unicode's definition both spellings are the
    same text.

    Options
    -------
    None.

    Limits
    ------
    The compatibility ideographs (U+F900 to U+FAFF, U+2F800 to U+2FA1F) are left alone: NFC replaces them by the common
    form of the character, and Japanese and Korean names are written with the other one on purpose. What only NFKC
    changes, full-width letters and ligatures, is not flagged.
    """

    code = "ENC005"
    slug = "not-nfc"
    severity = Severity.INFO
    fix = "safe"
    precision = "8 of 8 findings right on 2,107 articles; Unicode defines it"

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:  # noqa: ARG002
        """Yield a finding for each field that NFC changes."""
        for field in TEXT_FIELDS:
            text = article.text(field)
            if not is_normalized("NFC", text):
                places = list(_places(text))
                if places:
                    yield self._finding(article, field, text, places)

    def _finding(self, article: Article, field: str, text: str, places: list[_Place]) -> Finding:
        first = places[0]
        found, wanted = _codes(text[first.start : first.end]), _codes(first.composed)
        more = f"; this field has {len(places):,} such places" if len(places) > 1 else ""
        return self.finding(
            article,
            field,
            (first.start, first.end),
            f"{found} is not in NFC, which has {wanted} (“{first.composed[:_SHOWN_CODES]}”){more}.",
            evidence={"count": len(places), "composed": first.composed[:_SHOWN_CODES]},
            fix=Fix(True, tuple(Edit(field, place.start, place.end, place.composed) for place in places)),
        )


def _codes(letters: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in letters[:_SHOWN_CODES])


def _places(text: str) -> Iterator[_Place]:
    """Yield where NFC changes *text*: one place for each word, from its first change to its last."""
    from rapidfuzz.distance import Postfix, Prefix

    for match in _PIECE.finditer(text):
        piece = match.group()
        if is_normalized("NFC", piece):
            continue
        composed = normalize("NFC", piece)
        start = Prefix.similarity(piece, composed)
        end = Postfix.similarity(piece[start:], composed[start:])
        yield _Place(match.start() + start, match.end() - end, composed[start : len(composed) - end])
