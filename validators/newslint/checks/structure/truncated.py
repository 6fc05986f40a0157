"""STR002 truncated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, Share
from newslint.facts.furniture.byline_names import is_named
from newslint.facts.furniture.cuts import cut_mark
from newslint.facts.furniture.labels import kind_of
from newslint.facts.furniture.paywalls import is_stub_paywall
from newslint.facts.furniture.pieces import Piece, shown
from newslint.facts.furniture.teasers import opens_teaser
from newslint.facts.open_words import open_word
from newslint.facts.prose import CLOSERS, count_words, ends_sentence, is_prose
from newslint.model import Article, Finding, Severity
from newslint.text.segment import Paragraph

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_FINAL = frozenset(".!?。！？।۔؟")
_STOPS = (".", "!", "?")
_MARKS = frozenset("…]>»›→);")
# Set on 2,107 real articles and 771 that were cut on purpose, by reading what each number lets in.
_COMPARED = 12
"""Paragraphs before the last one that say how the paragraphs of this article end."""
_OPEN_CHARACTERS = 40
"""Characters of the shortest last paragraph that may end with an open word; a button is shorter (``Jump to``)."""
_FRAGMENT = 300
"""Characters of the end in which the last sentence begins; a longer one is none."""
_FEW_WORDS = 3
"""Words of the shortest end of a sentence: one or two are a label or a name."""
_LABEL_WORDS = 5
_LABEL_REACH = 200
_CAPITALS = 4
"""An end in which more than one word in so many has a capital is a name or a heading."""
_FEWEST_WORDS = 5
"""Words of the shortest excerpt: fewer are no sentence that could be cut."""
_TITLE_CHARACTERS = 20
"""Characters of the shortest title that a body can be said to repeat."""
_GLUED = re.compile(r"[^\W\d_]{3}[.!?][^\W\d_]{3}")
# Vowel signs and other marks are no letters for ``re``.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0981-\u0dff\u0e31-\u0eff\u102b-\u103e\u17b6-\u17d3"
_SIGN = re.compile(f"[{_SIGNS}]")
_ELLIPSIS = re.compile(rf"(?<=[^\W\d_]|[{_SIGNS}])(?:…|\.{{3}})$")
_LABEL = re.compile(r"[^.:]{1,30}:\s")
_STOP = re.compile(r"[.!?।۔؟][\"'”’»)\]]{0,2}\s")
_NOT_OF_PROSE = ("©", "|", "•", "http", "@", "*")
_SHOWN = 40
_COLONS = ":："
_COLON_REACH = 60
_LABEL_ENDS = " :：…."
_NAME_REACH = 60
_NAME_WORDS = 2
_COPULA = re.compile(r"(?: (?:is|are|es|son|ist|sind|est|sont|è|sono|é|são|är|er|on|jest|je|są|este|és)|,? [—–-]) ")
"""What stands between the name of an author and what he or she is."""
# A typewriter's full stop (Armenian), half of one (Ethiopic "::", Syriac) or a vowel sign (Burmese, Khmer, India's).
_OWN_COLON = re.compile("[\u0530-\u058f\u0700-\u074f\u1000-\u109f\u1200-\u139f\u1780-\u17ff]|[\u0900-\u0dff]:$|::$")


class Truncated(ArticleCheck):
    """The text breaks off before its end.

    What it flags
    -------------
    Marks of a cut at the end of the body (``… [+472 chars]``, ``[…]``, a lone ``…``, ``… Read more`` in some 40
    languages), a colon at its end, with nothing behind it of what it announces (``She wrote on the bridge's page:``),
    and a last paragraph of prose that ends without a full stop in the middle of a sentence, where the other paragraphs
    end with one, or with a word that none of the news ends a sentence with (``… in order to``, ``… потому что``; in
    some 80 languages). A title that ends with an ellipsis, where the body has its last word only as the beginning of
    longer ones (``Seminar of the stu...``), or all its words with more behind them.

    Why it hurts
    ------------
    The rest of the story is missing: summaries, answers and counts made from it are wrong, and a model learns to stop
    in the middle of a sentence.

    Example
    -------
    ``The mayor said the bridge would o… [+472 chars]``

    Fix
    ---
    None: what was cut is not in the record.

    Options
    -------
    ``min_length`` (default 120 characters): a last paragraph without a full stop must be at least this long, or have a
    sentence before the unfinished one; headlines, captions and bylines are shorter.
    ``min_paragraphs`` (default 3) and ``min_share`` (default 0.9): of the paragraphs before the last one, the last
    twelve, so many must be half as long, one less where the last has a finished sentence, too, and this share of them
    must end with a mark. A body of one line needs more than so many sentences in its last 1,000 characters instead.
    ``max_excerpt`` (default 500 characters): in a body of at most this length an ellipsis right behind a word is a cut;
    excerpts of news interfaces have 150 to 260 characters, while whole articles that end so on purpose are longer.

    Limits
    ------
    An unfinished sentence is seen where the body ends with a small letter, a comma or a dash, or with a word that has
    to be followed by another, so in scripts without small letters only with such a word. An ellipsis behind a whole
    word of a title passes unless the body has the title and goes on, and so does one right behind a word of a longer
    body: they may be the author's. A colon passes where it is written for a full stop or a vowel: in Armenian, Syriac,
    Ethiopic, Burmese and Khmer, and right behind a letter of an Indian script. So does a label of the page below a
    whole sentence (``Related Tags:``, ``People are reading…``). "Read more" behind a finished sentence and "See also:"
    are EXT005's, "Subscribe to continue reading" in a short body STR003's. Lists, captions, credits, verse, headlines
    and notes on the author ("Ada Fenwick is a historian and lives in Orlec") at the end pass, and a text that was cut
    at the end of a sentence looks complete.
    """

    code = "STR002"
    slug = "truncated"
    severity = Severity.WARNING
    precision = "119 of 121 findings right on 2,107 articles; 8 of 10 places found in 114 annotated ones"

    class Options(CheckOptions, frozen=True, kw_only=True):
        """Options of STR002."""

        min_length: Natural = 120
        min_paragraphs: Natural = 3
        min_share: Share = 0.9
        max_excerpt: Natural = 500

    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return a finding where the title or the body ends with the mark of a cut or in the middle of a sentence."""
        title, body = article.text("title").rstrip(), article.text("body")
        of_body = self._of_body(article, facts, body)
        is_cut = title.endswith(("...", "…")) and _is_cut_title(title, body)
        return (self._of_title(article, title), *of_body) if is_cut else of_body

    def _of_title(self, article: Article, title: str) -> Finding:
        start = title.rstrip(".… \u00a0").rfind(" ") + 1
        message = f"The title ends with “{title[start:]}”: it was cut there, as the body shows."
        return self.finding(article, "title", (start, len(title)), message)

    def _of_body(self, article: Article, facts: ArticleFacts, body: str) -> Iterable[Finding]:
        end = body.rstrip()[-1:]
        if not end or end in _FINAL:
            return self._marked(article, body) if body.rstrip()[-4:].count(".") > 1 else ()
        if end.isalpha() or end in _MARKS or _SIGN.match(end):
            found = tuple(self._marked(article, body))
            return (
                found or self._left_open(article, facts) or (self._unfinished(article, facts) if end.islower() else ())
            )
        if end in _COLONS:
            return self._announced(article, facts)
        return self._unfinished(article, facts) if end in ",–—" else ()

    def _marked(self, article: Article, body: str) -> Iterator[Finding]:
        mark = cut_mark(body)
        if mark is None and not _is_label(body, _FEWEST_WORDS):
            excerpt = _ELLIPSIS.search(body.rstrip(), max(0, len(body.rstrip()) - 8))
            mark = Piece(*excerpt.span()) if excerpt and self._is_excerpt(body) else None
        if mark is not None and not is_stub_paywall(body, mark):
            yield self.finding(article, "body", mark, f"The body ends with “{shown(body, mark)}”: it was cut there.")

    def _is_excerpt(self, body: str) -> bool:
        return len(body) <= int(self.options.max_excerpt) and count_words(body) >= _FEWEST_WORDS

    def _left_open(self, article: Article, facts: ArticleFacts) -> tuple[Finding, ...]:
        """Return a finding where the body ends with a word that has to be followed by another: an article, "and"."""
        last = facts.paragraphs[-1]
        word = open_word(last.text, facts.language.code)
        piece = self._fragment(last, _OPEN_CHARACTERS) if word else None
        body = article.text("body")
        if piece is None or is_stub_paywall(body, piece) or opens_teaser(body, piece.start):
            return ()
        message = f"The body breaks off at “{_ending(last.text)}”: no sentence ends with “{word}”."
        return (self.finding(article, "body", piece, message),)

    def _unfinished(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        last, before = facts.paragraphs[-1], facts.paragraphs[-1 - _COMPARED : -1]
        body = article.text("body")
        piece = self._fragment(last, int(self.options.min_length))
        if piece is None or not _is_one_sentence(body[slice(*piece)]):
            return
        if not (self._others_end(last, before) or self._is_flattened(last, before)):
            return
        if is_stub_paywall(body, piece) or _introduces(last.text, body):
            return
        others = "its other paragraphs" if before else "the sentences before it"
        message = f"The body ends without a full stop, at “{_ending(last.text)}”, unlike {others}."
        yield self.finding(article, "body", piece, message)

    def _announced(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for what is announced at the end of the body: a post, a list, a picture that was lost."""
        last = facts.paragraphs[-1]
        body = article.text("body")
        if _OWN_COLON.search(last.text[-_COLON_REACH:]) or count_words(body) < _FEWEST_WORDS:
            return
        if _is_label(body, _FEW_WORDS):
            return
        floor = max(0, len(last.text) - _FRAGMENT)
        start = max((stop.end() for stop in _STOP.finditer(last.text, floor)), default=floor)
        piece = Piece(last.start + start, last.end)
        if opens_teaser(body, piece.start):
            return
        message = f"The body ends with a colon, “{_ending(last.text)}”: what it announces is missing."
        yield self.finding(article, "body", piece, message)

    def _fragment(self, last: Paragraph, least: int) -> Piece | None:
        """Return the unfinished sentence at the end of *last*: prose of *least* characters, or behind another one."""
        text = last.text
        stops = [match.end() for match in _STOP.finditer(text, max(0, len(text) - _FRAGMENT))]
        is_long = len(text) >= least or bool(stops)
        if not is_long or _LABEL.match(text) or not is_prose(text) or any(mark in text for mark in _NOT_OF_PROSE):
            return None
        start = stops[-1] if stops else 0
        return Piece(last.start + start, last.end)

    def _is_flattened(self, last: Paragraph, before: Sequence[Paragraph]) -> bool:
        """Return whether the body is one line of many sentences, of which the last 1,000 characters have several."""
        stops = _STOP.findall(last.text, max(0, len(last.text) - 1000))
        return not before and len(stops) > int(self.options.min_paragraphs)

    def _others_end(self, last: Paragraph, before: Sequence[Paragraph]) -> bool:
        prose = [paragraph.text for paragraph in before if len(paragraph.text) >= self.options.min_length // 2]
        ended = sum(text.rstrip(CLOSERS).endswith(_STOPS) for text in prose)
        # A sentence that ends within the last paragraph says as much as one more paragraph.
        said = len(prose) + (_STOP.search(last.text) is not None)
        return said >= int(self.options.min_paragraphs) and ended >= float(self.options.min_share) * len(prose)


def _ending(text: str) -> str:
    """Return the last words of *text* that a message shows."""
    tail = text[-_SHOWN:]
    is_cut = len(text) > _SHOWN and " " in tail.strip() and not text[-_SHOWN - 1].isspace()
    return tail.partition(" ")[2].lstrip() if is_cut else tail.lstrip()


def _is_label(body: str, fewer: int) -> bool:
    """Return whether the last line of *body* is a label of the page below a whole sentence: "Related Tags:".

    It has *fewer* words than a sentence, or some more with capitals.
    """
    above, _, line = body.rstrip()[-_LABEL_REACH:].rpartition("\n")
    if kind_of(line.rstrip(_LABEL_ENDS)):
        return True
    words = count_words(line)
    is_title = words <= _LABEL_WORDS and all(word[0].isupper() for word in line.split() if word[0].isalpha())
    above = above.rstrip()
    return (words < fewer or is_title) and (ends_sentence(above) or above.endswith(_STOPS))


def _introduces(last: str, body: str) -> bool:
    """Return whether the *last* paragraph says who somebody is of whom the *body* has not told: its author.

    Such notes stand in another type, and often without a full stop.
    """
    copula = _COPULA.search(last, 0, _NAME_REACH)
    name = last[: copula.start()] if copula else ""
    return is_named(name.split(), _NAME_WORDS) and body.count(name) == 1 and not _STOP.search(last)


def _is_cut_title(title: str, body: str) -> bool:
    """Return whether the *body* has the word that breaks off in the *title*, or the title's words, and goes on."""
    words = title.rstrip(".… \u00a0").casefold()
    text = body.casefold()
    last = words.split()[-1:] if words and words[-1].isalnum() else []
    if not last:
        return False
    whole = re.compile(rf"(?<!\w){re.escape(last[0])}(?P<rest>[\w\u0900-\u0dff]*)")
    found = {match["rest"] for match in whole.finditer(text)}
    if found and "" not in found:
        return True
    behind = text[text.find(words) + len(words) :] if len(words) >= _TITLE_CHARACTERS and words in text else ""
    return behind[:1] in (" ", "\u00a0") and behind[1:2].isalnum()


def _is_one_sentence(fragment: str) -> bool:
    """Return whether *fragment* reads as the beginning of one sentence: no run of names, and nothing glued to it."""
    words = fragment.split() if len(fragment) <= _FRAGMENT else []
    if words and not words[-1][0].islower() and fragment[-1].isalpha():
        return False
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEW_WORDS and capitals * _CAPITALS < len(words) + _CAPITALS and not _GLUED.search(fragment)
