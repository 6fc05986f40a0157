"""EXT001 markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.model import Article, Edit, Finding, Fix, Severity
from newslint.text.scan import Gate, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "iframe", "legend", "li", "link", "main", "meta", "nav", "noscript", "object", "ol", "optgroup",
    "option", "p", "pre", "script", "section", "select", "style", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "title", "tr", "ul", "video",
))  # fmt: skip
"""Elements that part words: where one is deleted between two of them, a line break stays."""
_INLINES = frozenset((
    "a", "abbr", "audio", "b", "bdi", "bdo", "big", "button", "canvas", "cite", "code", "col", "colgroup", "data",
    "del", "dfn", "em", "embed", "font", "i", "img", "input", "ins", "kbd", "label", "map", "mark", "menu", "o:p",
    "param", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub",
    "sup", "svg", "time", "track", "tt", "u", "var", "wbr",
))  # fmt: skip
_NAMES = _BLOCKS | _INLINES
_EMPTY = frozenset((
    "br", "hr", "img", "input", "link", "meta", "li", "p", "td", "tr", "th", "wbr", "ul", "ol", "iframe", "embed",
))  # fmt: skip
"""Names that stand alone in old HTML and mean nothing in prose, in capitals either (``<BR>``)."""
_LOOK_WORDY = frozenset((
    "article", "audio", "body", "button", "caption", "center", "cite", "code", "data", "details", "font", "form",
    "header", "label", "legend", "link", "main", "map", "mark", "menu", "nav", "object", "option", "picture",
    "section", "select", "small", "source", "style", "summary", "table", "time", "title", "track", "video",
))  # fmt: skip
"""Names that are words: ``<Video>`` may be an editor's mark, and is markup with attributes or its closing tag only."""

_NAME = r"[A-Za-z][A-Za-z0-9]{0,15}(?:[:_-][A-Za-z0-9]{1,20}){0,3}"
_VALUED = (
    r"\s{1,9}[\w:@.-]{1,60}\s?=\s?"
    r"(?:\"[^\"<>]{0,900}\"|'[^'<>]{0,900}'|[“”„″][^“”„″<>]{0,900}[“”„″]|[^\s<>]{1,900})"
)
_ATTRIBUTES = re.compile(rf"(?:{_VALUED}|\s{{1,9}}[\w:@.-]{{1,60}}){{1,40}}\s?/?")
_VALUED_ATTRIBUTES = re.compile(f"(?:{_VALUED}){{1,40}}")
# A name that no other letter follows; then attributes, then the end, which damage may have cost.
_CLOSER = rf"<\s?/\s?(?P<closed>{_NAME})(?![\w.@:-])\s?>?"
_OPENER = rf"<(?P<name>{_NAME})(?![\w.@:-])(?P<inside>[^<>]{{0,9000}})(?P<end>>)?"
_HAS_VALUE = re.compile(r"[\w-]\s?=\s?[\"'“”„″\w#/{\[.]")
# The end of a tag whose beginning was lost: target="_blank">
_TAIL = re.compile(
    r"(?<![\w-])(?:href|src|target|class|style|rel|width|height|border|alt)=\"[^\"<>\n]{0,190}\"[^<>\n\"]{0,40}>"
)
_DATA = re.compile(r"\s{0,9}data:[a-z]{2,20}/[\w.+-]{1,40}[;,][\w;,=%+/.-]{0,200000}+")
_DECLARATION = re.compile(r"<!doctype [^<>]{0,200}>|<\?(?:xml|php)\b[^<>]{0,200}>?|<!\[CDATA\[|\]\]>", re.IGNORECASE)
_HTML = re.compile(rf"{_TAIL.pattern}|<!--|(?i:{_DECLARATION.pattern})|{_CLOSER}|{_OPENER}")

_TITLE = r"(?:\s{1,3}(?:\"[^\"\n]{0,190}\"|'[^'\n]{0,190}'|[“”„][^“”„\n]{0,190}[“”])\s?)?"
_ATTRIBUTE = r"(?:[.#][\w-]{1,60}|[\w-]{1,30}=(?:[\"“”][^\"“”{}\n]{0,100}[\"“”]|[\w#/.:%-]{1,60}))"
_ATTRIBUTES_BEHIND = rf"(?:\{{:?\s?{_ATTRIBUTE}(?:\s{{1,3}}{_ATTRIBUTE}){{0,8}}\s?\}})?"
_PICTURE_FILE = r"[0-9A-Za-z_./%+-]{1,150}\.(?:jpe?g|png|gif|webp|svg|avif|JPE?G|PNG|GIF)"
_ADDRESS = (
    rf"\((?:(?:https?:|www\.|mailto:|tg:|/)[^()\s]{{0,190}}(?:\([^()\s]{{0,60}}\)[^()\s]{{0,60}})?|{_PICTURE_FILE})"
    rf"{_TITLE}\){_ATTRIBUTES_BEHIND}"
)
_LINK = re.compile(
    rf"\[!\[(?P<picture>[^\[\]\n]{{0,400}})\]{_ADDRESS}\]{_ADDRESS}|!?\[(?P<text>[^\[\]\n]{{0,400}})\]{_ADDRESS}"
)
_BOLD = re.compile(r"(?<![\w*\\])\*\*(?P<bold>[^*\s](?:[^*\n]{0,190}[^*\s])?)\*\*(?![\w*])")
_HEADING = re.compile(r"^#{2,6}[ \t]+(?=[^\s#])", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]{0,3}\|?(?:[ \t]?:?-{3,40}:?[ \t]?\|){1,20}(?:[ \t]?:?-{3,40}:?)?[ \t]*$", re.MULTILINE)

_BUILDERS = r"(?:vc|et_pb|su|fusion|tdc?|wp)_[a-z_]{1,40}"
_CODES = (
    "caption|gallery|embed|playlist|youtube|contact-form-7|contact-form|responsive-?[a-z]{1,20}|adrotate|instagram"
    "|tweet|facebook|vimeo|soundcloud|dropcap|pullquote|blockquote|php|adinserter|quads|smartslider3|nggallery|wpforms"
)
_KEYS = (
    "ids?|snippet|block|slider|zone|post|count|size|limit|width|height|columns|align|category|cat|num|item|group|banner"
    "|form|type|name|slug|style|class|src|url|title|order|orderby|tags?"
)
"""Keys of shortcodes, whose values are also written without quotation marks."""
_MEDIA = (
    "image|img|photo|picture|foto|bild|imagen|imagem|immagine|video|audio|gallery|galerie|galer[ií]a|embed|media|asset"
    "|widget|iframe|poll|infobox|banner|related|node|nid|fid|file|attachment|youtube|twitter|instagram|slideshow"
    "|infographic|фото|видео|изображение"
)
"""What a number in brackets stands for, which a program was to put there."""
_PAIRED = (
    f"{_CODES}|box|button|column|row|b|i|u|s|url|img|quote|code|color|size|center|list|email|font"
    "|align|spoiler|audio|video"
)
_QUOTE = "[\"“”″']"
_VALUE = rf"(?:{_QUOTE}[^\"“”″'\[\]\n]{{0,150}}{_QUOTE}|[\w#/.:,-]{{1,60}})"
_BRACKETS = re.compile(
    rf"\[/(?:{_PAIRED}|{_BUILDERS})\]"
    rf"|\[(?P<opened>{_PAIRED})(?:=[^\[\]\n]{{1,150}})?\]"
    rf"|\[{_BUILDERS}(?: [^\[\]\n]{{0,190}})?\]"
    rf"|\[(?:(?:{_CODES}) [a-z_-]{{1,30}}=|[a-z][a-z0-9_-]{{1,40}} [a-z_-]{{1,30}}=(?={_QUOTE})"
    rf"|[a-z][a-z0-9_-]{{1,40}} (?:{_KEYS})=){_VALUE}"
    rf"(?: [a-z_-]{{1,30}}={_VALUE}){{0,12}} ?/?\]"
    rf"|\[{{1,2}}(?:{_MEDIA})[ ]?[:=_#][ ]?\d{{1,12}}\]{{1,2}}",
    re.IGNORECASE,
)
_CLOSED_BRACKET = re.compile(r"\[/([A-Za-z0-9-]{1,20})\]")

_ABOUT = re.compile(r"(?i)\b(?:X?HTML\d?|CSS|XML|Markdown|BBCode|shortcodes?)\b")
_ABOUT_REACH = 60
_NOUN = "tags?|elements?|elemento?s?|balises?|etiquetas?|éléments?|тег[а-яі]{0,3}|элемент[а-я]{0,3}|елемент[а-яі]{0,3}"
_NAMED_AFTER = re.compile(rf"(?i)[\"'”»]?[ -](?:{_NOUN})\b|\s?(?:标签|標籤|タグ|要素|태그)")
_NAMED_BEFORE = re.compile(rf"(?i)(?:\b(?:{_NOUN})\s[\"'“«]?|(?:标签|標籤|タグ|태그)\s?)$")
_QUOTES = frozenset("\"'`“”„«»‘’‹›")
_CLOSING = re.compile(rf"</({_NAME})>")
_ANY_CLOSING = re.compile(rf"<\s?/\s?({_NAME})(?![\w.@:-])")
_LOST_END = re.compile(r"[ \t]{1,3}[^\W\d_]")
_OPENING = re.compile(rf"<({_NAME})[ />]")
_NO_ATTRIBUTES = frozenset(("", " ", "/", " /"))
_ANY_TAG = re.compile(r"<[^<>]*>|^[^<>]*>|<[^<>]*$|\([^()\s]*\)")
_LINE_BREAKS = re.compile(r"[\r\n]")


class _Mark(NamedTuple):
    """A piece of markup: where it is, what stays of it, its kind, and whether words must stay parted where it was."""

    start: int
    end: int
    edits: tuple[tuple[int, int], ...]
    kind: str
    parts: bool


class Markup(ArticleCheck):
    """Markup was left in the text.

    What it flags
    -------------
    HTML tags and comments, also damaged ones (``< /p>``, ``</p</p``, ``<em The Ferry</em``, ``target="_blank">``
    without its beginning); Markdown links with their titles and attributes, bold print, headings and table rules;
    BBCode, shortcodes and placeholders of content management systems (``[caption id="attachment_7"]``, ``[/url]``,
    ``[IMAGE:14]``); data in the place of a picture (``<image>data:…</image>``). Tags with nothing but white space
    between them are one finding.

    Why it hurts
    ------------
    The reader sees code, and a model learns to write it. Tags also hide sentence ends from whatever splits sentences,
    and an address inside a tag is neither text nor link.

    Example
    -------
    ``<p><strong>The bridge is open.</strong></p>``

    Fix
    ---
    Deletes the tags and keeps what stands between them; of a Markdown link it keeps the text. Where a tag that begins
    a block stood between two words, a line break takes its place. Unsafe, because what looks like a tag may be what
    the author wrote about.

    Options
    -------
    ``max_findings`` (default 10 findings): an article with more runs of tags than this gets one finding per kind of
    markup and name of the first tag, with the number of occurrences. In 2,107 real articles 41 have markup, 1 of them
    in more than 10 places.

    Limits
    ------
    Names of HTML elements only, and other names where both their tags are there (``<id>7</id>``), so that titles in
    angle brackets (``<The Palace>``), e-mail addresses and ``a < b`` pass. Elements whose names are words
    (``<Video>``) need an attribute or their closing tag. Exempt are tags between quotation marks or backticks, and
    those within 60 characters of the words HTML, tag, element and the like, where the text talks about them: "the
    <blink> tag". A heading with one ``#``, emphasis with one asterisk and underscores look like hashtags, footnotes and
    names, and pass. Escaped tags (``&lt;p&gt;``) are ENC004, placeholders of translation software LNG007, of templates
    EXT009.
    """

    code = "EXT001"
    slug = "markup"
    severity = Severity.WARNING
    fix = "unsafe"
    precision = "199 of 199 findings read right on 2,107 articles"
    triggers = (
        Trigger(r"<(?: ?/ ?)?[A-Za-z!?]", gate=Gate("<")),
        Trigger(r"\]\]>"),
        Trigger(r"(?:href|src|target|class|style|rel|width|height|border|alt)=\"", gate=Gate('="')),
        Trigger(rf"\]\((?:https?:|www\.|mailto:|tg:|/|{_PICTURE_FILE})", gate=Gate(r"\]\(")),
        Trigger(r"\*\*[^*\s]", gate=Gate(r"\*\*")),
        Trigger(r"^##{1,5}[ \t]", gate=Gate(r"## |##\t")),
        Trigger(r"---:?[ \t]?\|", gate=Gate("---")),
        Trigger(r"\[/[A-Za-z]", gate=Gate(r"\[/")),
        Trigger(rf"\[(?:{_BUILDERS}|(?:{_CODES}) )", caseless=True),
        Trigger(rf"\[[a-z][a-z0-9_-]{{1,40}} [a-z_-]{{1,30}}={_QUOTE}", caseless=True, gate=Gate(f"={_QUOTE}")),
        Trigger(rf"\[[a-z][a-z0-9_-]{{1,40}} (?:{_KEYS})=", caseless=True),
        Trigger(rf"\[(?:{_MEDIA})[ ]?[:=_#][ ]?[0-9]", caseless=True),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of markup."""

        max_findings: Natural = 10

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding per run of tags, or per kind of markup where there are very many."""
        runs = [(field, run) for field, text in facts.texts_hit(self.code) for run in _runs(text)]
        groups: dict[object, list[tuple[str, list[_Mark]]]] = {}
        for field, run in runs:
            key = run[0].kind if len(runs) > self.options.max_findings else (field, run[0].start)
            groups.setdefault(key, []).append((field, run))
        for group in groups.values():
            yield self._finding(article, group)

    def _finding(self, article: Article, group: list[tuple[str, list[_Mark]]]) -> Finding:
        field, run = group[0]
        start, end = run[0].start, run[-1].end
        often = f"; {len(group):,} places like it in this article" if len(group) > 1 else ""
        return self.finding(
            article,
            field,
            (start, end),
            f"“{_shown(article.text(field)[start:end])}” is markup: {run[0].kind}{often}.",
            evidence={"kind": run[0].kind, "count": len(group)},
            fix=Fix(False, tuple(edit for where, marks in group for edit in _edits(article.text(where), where, marks))),
        )


def _shown(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:40]}…"


def _edits(text: str, field: str, run: list[_Mark]) -> Iterator[Edit]:
    """Yield what deletes the marks of *run*; a line break stays where a block began between two words."""
    start, end = run[0].start, run[-1].end
    is_between = text[start - 1 : start].strip() and text[end : end + 1].strip()
    is_joined = all(earlier.end == later.start for earlier, later in pairwise(run))
    parting = "\n" if is_between and is_joined and any(mark.parts for mark in run) else ""
    for number, mark in enumerate(run):
        for first, last in mark.edits:
            yield Edit(field, first, last, parting if number == 0 else "")


def _runs(text: str) -> Iterator[list[_Mark]]:
    """Yield the marks of *text* in runs that only white space parts."""
    run: list[_Mark] = []
    for mark in _marks(text):
        if run and (mark.kind.startswith("a Markdown") or text[run[-1].end : mark.start].strip()):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _marks(text: str) -> list[_Mark]:
    """Return the marks of *text* in text order; one inside another is edited along with it."""
    kept: list[_Mark] = []
    for mark in sorted([*_html(text), *_markdown(text), *_brackets(text)]):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
        elif mark.end <= kept[-1].end and not _overlap(mark, kept[-1]):
            kept[-1] = kept[-1]._replace(edits=tuple(sorted((*kept[-1].edits, *mark.edits))))
    return kept


def _overlap(inner: _Mark, outer: _Mark) -> bool:
    return any(
        first < other_last and other_first < last
        for first, last in inner.edits
        for other_first, other_last in outer.edits
    )


def _html(text: str) -> Iterator[_Mark]:
    if "<" not in text and '="' not in text and "]]>" not in text:
        return
    opened = {name.lower() for name in _OPENING.findall(text)} if "<" in text else frozenset()
    closed = {name.lower() for name in _CLOSING.findall(text)} if "</" in text else frozenset()
    partners = {name.lower() for name in _ANY_CLOSING.findall(text)} if opened else frozenset()
    comment_end = 0
    for match in _HTML.finditer(text):
        start, end = match.span()
        if start < comment_end or _is_mentioned(text, start, end):
            continue
        if match["closed"] or match["name"]:
            last = _closer_end(match, opened & closed) if match["closed"] else _opener_end(match, closed, partners)
            if last:
                last = _data_end(text, last)
                yield _tag(start, last, (match["closed"] or match["name"]).lower())
        elif match.group() == "<!--":
            comment_end = _comment_end(text, start)
            yield _mark(start, comment_end, "an HTML comment", parts=False)
        else:
            yield _mark(start, end, "a declaration" if text[start] in "<]" else "a damaged HTML tag", parts=False)


def _data_end(text: str, start: int) -> int:
    """Return where the data end that a tag at *start* holds in the place of an address: ``<image>data:…</image>``."""
    data = _DATA.match(text, start)
    return data.end() if data else start


def _tag(start: int, end: int, name: str) -> _Mark:
    kind = f"the HTML tag {name}" if name in _NAMES else f"the tag {name}"
    return _mark(start, end, kind, parts=name in _BLOCKS)


def _mark(start: int, end: int, kind: str, *, parts: bool) -> _Mark:
    return _Mark(start, end, ((start, end),), kind, parts)


def _comment_end(text: str, start: int) -> int:
    """Return where the comment at *start* ends; an unclosed one is its opening only."""
    end = text.find("-->", start + 4, start + 5000)
    return start + 4 if end < 0 else end + 3


def _opener_end(tag: re.Match[str], closed: Set[str], partners: Set[str]) -> int:
    """Return where the opening *tag* ends, or 0 where it is none.

    *closed* are the names whose closing tags are whole, *partners* those of damaged ones, too.
    """
    name, inside, is_whole = tag["name"].lower(), tag["inside"], tag["end"] is not None
    if inside in _NO_ATTRIBUTES:
        return tag.end() if is_whole and _is_bare_tag(tag["name"], closed) else 0
    if name not in _NAMES and name not in closed:
        return 0
    if not is_whole and tag["name"] in partners & _NAMES and _LOST_END.match(inside) and not _HAS_VALUE.search(inside):
        return tag.start("inside")  # <em The writer …</em, without the ends
    attributes = (_ATTRIBUTES if is_whole else _VALUED_ATTRIBUTES).match(inside)
    if not attributes or not _HAS_VALUE.search(attributes.group()):
        return 0
    return tag.end() if is_whole else tag.start("inside") + attributes.end()


def _closer_end(tag: re.Match[str], paired: Set[str]) -> int:
    name = tag["closed"].lower()
    if name not in _NAMES and name not in paired:
        return 0
    if tag.group().endswith(">"):
        return tag.end()
    return tag.end("closed") if name not in _LOOK_WORDY else 0


def _is_bare_tag(name: str, closed: Set[str]) -> bool:
    """Return whether ``<name>`` is a tag: a known one that is no word or code of an exchange, or one that is closed."""
    lower = name.lower()
    if lower in closed:
        return True
    if lower not in _NAMES or lower in _LOOK_WORDY:
        return False
    return name.islower() or (lower in _EMPTY and len(name) > 1)


def _markdown(text: str) -> Iterator[_Mark]:
    if "](" in text:
        yield from _wrapped(text, _LINK, "a Markdown link")
    if "**" in text:
        yield from _wrapped(text, _BOLD, "bold print in Markdown")
    if "##" in text:
        yield from _whole(text, _HEADING, "a Markdown heading")
    if "---" in text and "|" in text:
        yield from _whole(text, _TABLE, "a Markdown table")


def _wrapped(text: str, pattern: re.Pattern[str], kind: str) -> Iterator[_Mark]:
    """Yield marks of which the only named group that matched stays."""
    for match in pattern.finditer(text):
        start, end = match.span()
        first, last = match.span(match.lastgroup or 0)
        if not _is_mentioned(text, start, end):
            yield _Mark(start, end, ((start, first), (last, end)), kind, False)


def _whole(text: str, pattern: re.Pattern[str], kind: str) -> Iterator[_Mark]:
    for match in pattern.finditer(text):
        if not _is_mentioned(text, *match.span()):
            yield _mark(*match.span(), kind, parts=False)


def _brackets(text: str) -> Iterator[_Mark]:
    if "[" not in text:
        return
    closed = {name.lower() for name in _CLOSED_BRACKET.findall(text)}
    for match in _BRACKETS.finditer(text):
        opened = match["opened"]
        is_code = opened is None or opened.lower() in closed
        if is_code and not _is_mentioned(text, *match.span()):
            yield _mark(*match.span(), "a shortcode or BBCode", parts=False)


def _is_mentioned(text: str, start: int, end: int) -> bool:
    """Return whether the text talks about the markup: it is quoted, or the word for it is near."""
    around = text[max(0, start - 1) : start], text[end : end + 1]
    if all(char in _QUOTES for char in around):
        return True
    floor = max(0, start - _ABOUT_REACH)
    before = _LINE_BREAKS.split(text[floor:start])[-1]
    after = _LINE_BREAKS.split(text[end : end + _ABOUT_REACH])[0]
    if _NAMED_AFTER.match(after) or _NAMED_BEFORE.search(before):
        return True
    return bool(_ABOUT.search(_without_tags(before)) or _ABOUT.search(_without_tags(after)))


def _without_tags(text: str) -> str:
    return _ANY_TAG.sub(" ", text)
