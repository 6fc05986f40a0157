"""EXT002 script-or-json."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.checks.base import ArticleCheck, CheckOptions, Natural, replace
from newslint.model import Article, Finding, Severity
from newslint.text.scan import MAX_HITS, Gate, Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_OBJECTS = (
    "window|document|googletag|jQuery|navigator|console|Object|JSON|_taboola|_gaq|_paq|dataLayer|adsbygoogle|pbjs"
    "|apstag|FB|twttr|instgrm|Drupal|OneSignal|_satellite|OBR|hbspt|Cookiebot|googlefc|yaContextCb|Ya"
)
_CALLS = "gtag|ga|fbq|ym|jQuery|setTimeout|setInterval|__tcfapi|require|define|alert|lazyload"
_STATEMENT = (
    r"\(?[!+]?(?:async )?function\s?[\w$]{0,40}\s?\([\w$, ]{0,80}\)\s?\{"
    r"|(?:var|const|let)\s[\w$]{1,40}\s?=\s?(?:[\w$.]{1,60}\(|function|new |document|window|\[\]|\{\}|[\[{(]\s?[\"'\w]"
    r"|[\"'][^\"'\n]{0,120}[\"']\s?[;,]|(?:\d{1,12}|true|false|null)\s?[;,])"
    rf"|(?:{_OBJECTS})(?:\.[\w$]{{1,40}}|\[[\"'][^\"'\]\n]{{1,40}}[\"']\]){{1,6}}\s?(?:=(?!=)|\+=|\(|\|\|)"
    r"|\(adsbygoogle\s?="
    r"|\$\((?:document|window|function|[\"'][.#\[\w])"
    rf"|(?:{_CALLS})\(\s?(?:[\"'\[{{(]|function)"
    r"|[\w$.]{1,60}\.(?:push|addEventListener|appendChild|insertBefore|querySelector|getElementById|then)\(\s?"
    r"(?:[\"'\[{(]|function)"
    r"|if ?\(\s?(?:typeof |!?window|!?document|navigator|location|\$|jQuery|![\w$]{1,30}\.)"
)
_SCRIPT = re.compile(rf"(?<![\w$.])(?:{_STATEMENT})")
_ARGUMENT = (
    r"(?:\"[^\"\n]{0,150}\"|'[^'\n]{0,150}'|[“”][^“”\n]{0,150}[“”]|[‘’][^‘’\n]{0,150}[‘’]"
    r"|-?\d[\d.]{0,20}|true|false|null|this|\[\]|\{\})"
)
_ONE_CALL = (
    rf"[A-Za-z_$][\w$]{{2,40}}(?:\.[\w$]{{1,40}}){{0,4}}\((?:\s?{_ARGUMENT}(?:\s?,\s?{_ARGUMENT}){{0,12}}\s?)?\)\s?;"
)
# Words of a call that stands alone in its line: nobody ends a sentence with a bracket and a semicolon.
_ALONE = re.compile(
    rf"^[ \t]{{0,40}}(?P<calls>{_ONE_CALL}(?:[ \t]?{_ONE_CALL}){{0,6}})(?=[ \t\r]{{0,9}}$)", re.MULTILINE
)
# What can follow a statement, so that a script is one finding to its end.
_NEXT = re.compile(
    rf"\s{{0,200}}(?:(?={_STATEMENT})|(?=(?:if|for|while|switch) ?\(|try ?\{{|return\b|else\b|catch ?\()"
    r"|(?=[\w$]{1,40}(?:\.[\w$]{1,40}|\[[^\]\n]{1,40}\]){1,6}\s?(?:=|\())|(?=[\w$]{1,40}\s?=\s?[\w$\"'\[{(])"
    r"|(?=[\w$]{1,40}\([\"'\w\[{]?[^()\n]{0,60}\);)|[;)}\]]|/\*(?:[^*]|\*(?!/)){0,300}\*/|//[^\n]{0,150}(?=\n))"
)
_CONTINUED = re.compile(r"\s{0,200}(?:[(.;,=|&?:+)\]{}]|else\b|catch\b|finally\b)")
_TOKEN = re.compile(r"[()\[\]{};\n\"'`]")
_CLOSE = {")", "]", "}"}

_PROPERTY = (
    "color|background(?:-[a-z]{1,12})?|margin(?:-[a-z]{1,8})?|padding(?:-[a-z]{1,8})?|border(?:-[a-z-]{1,20})?|width"
    "|height|max-width|min-width|max-height|min-height|display|position|float|clear|font(?:-[a-z]{1,10})?|line-height"
    "|text-(?:align|decoration|transform|indent)|overflow(?:-[xy])?|z-index|top|left|right|bottom|opacity|visibility"
    "|content|cursor|flex(?:-[a-z]{1,10})?|align-items|justify-content|transition|transform|box-(?:shadow|sizing)"
    "|list-style(?:-[a-z]{1,10})?|vertical-align|white-space|src|fill|stroke|--[a-z-]{1,40}|-(?:webkit|moz|ms)-[a-z-]{1,30}"
)
_ELEMENT = "html|body|a|p|div|span|img|ul|ol|li|h[1-6]|table|t[rdh]|iframe|button|input|figure|section|article|from|to"
_SIMPLE = r"(?:[a-z]{1,10}[1-6]?)?(?:[.#:]{1,2}[A-Za-z_-][\w-]{0,60}(?:\([^()\n]{0,40}\))?|\[[^\[\]\n]{1,60}\]){1,8}"
_SELECTOR = rf"(?:(?:{_SIMPLE}|(?:{_ELEMENT})(?![\w-])|\*|\d{{1,3}}%)\s{{0,3}}[,>+~]?\s{{0,3}}){{1,12}}"
_AT_RULE = r"@(?:media|font-face|keyframes|-webkit-keyframes|supports|page|layer|container)\b[^{}<>\n;]{0,150}"
_STYLE = re.compile(
    rf"(?<![\w.#-])(?:{_AT_RULE}\{{\s{{0,40}}(?=[\w.#@*:\[-])"
    rf"|{_SELECTOR}\{{\s{{0,40}}(?:(?:{_PROPERTY})\s?:\s?[^{{}}\n:]{{1,190}}[;}}]|\}}))"
)
_DECLARED = re.compile(rf"(?:{_PROPERTY})\s?:")
_NEXT_RULE = re.compile(
    rf"\s{{0,200}}(?:(?={_AT_RULE}\{{|{_SELECTOR}\{{)|/\*(?:[^*]|\*(?!/)){{0,300}}\*/|@import[^;\n]{{1,150}};|\}})"
)

_VALUE = r"(?:\"(?:[^\"\\\n]|\\.){0,190}\"?|-?\d[\d.]{0,20}|true|false|null|[\[{]{1,3})"
_KEY = r"\"[\w$@: -]{1,40}\"\s?:\s?"
_SINGLE_KEY = r"'[\w$@-]{1,40}'\s?:\s?"
_DATA = re.compile(
    rf"(?:\[-json:\s?)?[\[{{]{{1,4}}\s{{0,80}}(?:{_KEY}{_VALUE}"
    rf"|{_SINGLE_KEY}(?:'[^'\n]{{0,190}}'?|\d|[\[{{]|[Tt]rue|[Ff]alse|[Nn]))"
    rf"|(?:{_KEY}(?:\"(?:[^\"\\\n]|\\.){{0,190}}\"|-?\d[\d.]{{0,20}}|true|false|null)\s?,\s{{0,40}}){{2}}{_KEY}"
)
_KEYS = re.compile(rf"{_KEY}|{_SINGLE_KEY}")

_PHP = (
    r"(?:PHP )?(?:Notice|Warning|(?:Recoverable )?[Ff]atal error|Parse error|Deprecated(?: function)?|Strict Standards"
    r"|User (?:notice|warning|error))\s?: [^\n]{3,190}"
)
_PHP_PLACE = re.compile(
    r"\bin \S{0,150}\.(?:php|inc|module|phtml|tpl)\S{0,20}(?:\s?on line\s?\d{1,6}|:\d{1,6}|\(\d{1,6}\))"
    r"|\(line \d{1,6} of [^()\n]{3,150}\)"
)
_FRAME = re.compile(
    r"\(Line: \d{1,6}\)|\bStack trace:|#\d{1,3} (?:\S{1,150}\(\d{1,6}\)|\{main\})|\bthrown in \S{1,150} on line \d{1,6}"
    r"|\bat [\w$.<>/\[\]]{3,120}\([^()\n]{0,80}\)(?: in \S{1,120}:line \d{1,6})?|\bCaused by: [\w$.]{3,100}"
    r"|\bat (?:[\w$.<>]{1,80} )?\(?(?:/|file:|node:)[^\s()]{1,120}:\d{1,6}:\d{1,6}\)?"
    r"|\bFile \"[^\"\n]{1,150}\", line \d{1,6}(?:, in [\w<>.]{1,60})?"
    r"|\bin \S{1,150} on line\s?\d{1,6}\b|\(line \d{1,6} of [^()\n]{3,150}\)"
)
_TRACE = re.compile(
    rf"(?P<php>{_PHP})"
    r"|(?P<frames>\bTraceback \(most recent call last\):?"
    r"|\b(?:Exception in thread \"[^\"\n]{1,60}\" )?"
    r"(?:(?:java|javax|org|com|net|io|scala|kotlin)(?:\.[0-9A-Za-z_$]{1,30}){1,5}"
    r"|System(?:\.[0-9A-Za-z_]{1,30}){1,4})\.?(?:Exception|Error)\b"
    r"|\b(?:Uncaught )?(?:Type|Reference|Syntax|Range)Error: [^\n]{3,120})"
    r"|(?P<alone>\bSQLSTATE\[\w{5}\][^\n]{0,190}|\bYou have an error in your SQL syntax[^\n]{0,190}"
    r"|\bORA-\d{5}: [^\n]{3,150}|\bMicrosoft OLE DB Provider for [^\n]{3,150}|\bADODB\.\w{3,20} error '[^\n]{3,150}"
    r"|\bServer Error in '[^'\n]{1,60}' Application\.?|\bLiquid (?:syntax )?error(?: \(line \d{1,5}\))?: [^\n]{3,100}"
    r"|\[an error occurred while processing (?:this|the) directive\]"
    r"|\bUncaught (?:PDO|mysqli_sql_)?Exception: [^\n]{3,150})"
)
_LAST_LINE = re.compile(r"^[A-Za-z_.]{0,60}(?:Error|Exception|Interrupt|Exit)\b(?::[^\n]{0,190})?", re.MULTILINE)
_TRACE_REACH = 700
"""Characters from one frame of a trace to the next: arguments stand between them, and lines of source."""

_TOPIC = re.compile(
    r"(?i)\b(?:programming|programmers?|javascript|python|php|java|sql|css|html5?|api|github|compiler|snippets?"
    r"|source code|syntax|node\.js|typescript|json|wordpress)\b|программист|программиров|програміст|программн\w+ код"
    r"|programm(?:ier|eur)|programador|プログラ|프로그래|编程|程序员"
)
_LONGEST = 20_000
"""Characters after which a bracket that was never closed is given up."""
_REACH = 400
"""Characters around a hit in which the beginning of code is looked for, and after it a declaration of a style."""
_Window = tuple[int, int]
_EndOf = Callable[[str, re.Match[str]], int]


class _Block(NamedTuple):
    """A stretch of code: where it is, and what kind of code."""

    start: int
    end: int
    kind: str


class ScriptOrJson(ArticleCheck):
    """Program code, data or a server's error trace stands in the text.

    What it flags
    -------------
    JavaScript (``(function(d, s, id) {``, ``window.dataLayer = …``, ``googletag.cmd.push(…``), calls alone in their
    line (``RelatedStories('4711');``), style sheets (``.teaser { color: red; }``), objects of JSON as content
    management systems keep them (``{"_id":"…","slug":"…"}``), and the error traces of PHP, Drupal, Python, Java, .NET,
    Node and databases. Statements, rules, keys and frames that follow each other are one finding, to the last bracket.

    Why it hurts
    ------------
    Nothing of it was written for a reader. It takes the place of the article in excerpts and embeddings, and one
    template leaves it in every article of a source.

    Example
    -------
    ``{"_id":"6a1","slug":"bridge-opens","status":"publish"}``

    Fix
    ---
    Deletes the code. Unsafe, because where code ends is a judgement.

    Options
    -------
    ``min_length`` (default 30 characters): shorter code is a snippet in a text about code, but for a call alone in
    its line. In 2,107 real articles the shortest code left by a template has 243 characters.
    ``max_topic`` (default 2 words): a body that names programming, programming languages and the like outside the code
    more often than this is about them, and its code belongs to it.

    Limits
    ------
    Body only. Code inside an HTML tag is part of the tag (EXT001). Silent on articles about programming, also where a
    template left other code in them, on languages other than those named, and on minified code whose beginning is
    lost, unless it calls what browsers and advertising scripts have (``document``, ``googletag``). Messages of a server
    that take the place of the article ("Service unavailable") are EXT003. An error message without frames ends with its
    line, or after 190 characters of it.
    """

    code = "EXT002"
    slug = "script-or-json"
    severity = Severity.ERROR
    fix = "unsafe"
    precision = "9 of 9 findings right on 2,107 articles"
    triggers = (
        Trigger(r"function\s?[0-9A-Za-z_$]{0,40}\s?\(", gate=Gate("function")),
        Trigger(r"(?:var|const|let)\s[0-9A-Za-z_$]{1,40}\s?=", gate=Gate(r"(?:var|const|let)\s")),
        Trigger(rf"(?:{_OBJECTS})(?:\.[0-9A-Za-z_$]|\[[\"'])"),
        Trigger(r"\(adsbygoogle\s?=|\$\((?:document|window|function|[\"'])"),
        Trigger(rf"(?:{_CALLS})\(\s?(?:[\"'\[{{(]|function)"),
        Trigger(
            r"\.(?:push|addEventListener|appendChild|insertBefore|querySelector|getElementById|then)\(\s?"
            r"(?:[\"'\[{(]|function)"
        ),
        Trigger(r"if ?\(\s?(?:typeof |!?window|!?document|navigator|location|\$|jQuery|!)", gate=Gate(r"if ?\(")),
        Trigger(r"@(?:media|font-face|keyframes|-webkit-keyframes|supports|page|layer|container)[ ({]"),
        Trigger(r"\{\s{0,40}[a-z-]{3,40}\s?:", gate=Gate(r"\{")),
        Trigger(r"[\[{]\s{0,80}[\"'][0-9A-Za-z_$@: -]{1,40}[\"']\s?:", gate=Gate(r"[\[{]")),
        Trigger(r"[\"0-9elE]\s?,\s{0,40}\"[0-9A-Za-z_$@: -]{1,40}\"\s?:", gate=Gate(r"\"\s?:")),
        Trigger(
            r"(?:Notice|Warning|atal error|Parse error|Deprecated(?: function)?|Strict Standards|User [a-z]{5,7})\s?: "
        ),
        Trigger(r"Traceback \(most recent call last\)|(?:Type|Reference|Syntax|Range)Error: |SQLSTATE\["),
        Trigger(r"(?:java|javax|org|com|net|io|scala|kotlin|System)\.[0-9A-Za-z_$]"),
        Trigger(
            r"You have an error in your SQL|ORA-\d{5}: |Microsoft OLE DB|ADODB\.|Server Error in '"
            r"|Liquid [a-z ]{0,7}error"
        ),
        Trigger(r"[0-9A-Za-z_$]\((?:[\"'‘’“”]|\)[ ]?;)", gate=Gate(r"\([\"'‘’“”)]")),
        Trigger(r"\[an error occurred while processing|Uncaught [A-Za-z_]{0,12}Exception: "),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of script-or-json."""

        min_length: Natural = 30
        max_topic: Natural = 2

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each stretch of code."""
        text = article.text("body")
        near = _windows(text, [hit for hit in facts.hits(self.code) if hit.field == "body"])
        if not near:
            return
        least = self.options.min_length
        blocks = [each for each in _blocks(text, near) if each.end - each.start >= least or each.kind == _CALLED]
        if not blocks or _is_about_code(text, blocks, self.options.max_topic):
            return
        for start, end, kind in blocks:
            is_joined = text[start - 1 : start].strip() and text[end : end + 1].strip()
            yield self.finding(
                article,
                "body",
                (start, end),
                f"{end - start:,} characters of {kind} stand in the text.",
                evidence={"kind": kind, "length": end - start},
                fix=replace("body", start, end, " " if is_joined else "", safe=False),
            )


def _windows(text: str, hits: Sequence[Hit]) -> list[_Window]:
    """Return the stretches of *text* around the *hits*; after so many hits that some were dropped, all the rest."""
    windows: list[_Window] = []
    for hit in hits:
        start, end = max(0, hit.start - _REACH), min(len(text), hit.end + _REACH)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    if len(hits) >= MAX_HITS:
        windows[-1] = (windows[-1][0], len(text))
    return windows


def _blocks(text: str, near: Sequence[_Window]) -> list[_Block]:
    """Return the stretches of code in text order, those that only space parts as one."""
    found: list[_Block] = []
    for pattern, end_of, kind in _KINDS:
        found.extend(_found(text, near, pattern, end_of, kind))
    merged: list[_Block] = []
    for block in sorted(found):
        last = merged[-1] if merged else None
        if last and (block.start < last.end or not text[last.end : block.start].strip(" \t\r\n;,")):
            merged[-1] = last._replace(end=max(last.end, block.end))
        else:
            merged.append(block)
    return merged


def _is_about_code(text: str, blocks: Sequence[_Block], most: int) -> bool:
    """Return whether the text outside the *blocks* speaks of programming more than *most* times."""
    count = position = 0
    for start, end in [*((block.start, block.end) for block in blocks), (len(text), len(text))]:
        count += len(_TOPIC.findall(text, position, start)) if start > position else 0
        position = max(position, end)
    return count > most


def _found(text: str, near: Sequence[_Window], pattern: re.Pattern[str], end_of: _EndOf, kind: str) -> Iterator[_Block]:
    """Yield what *pattern* begins and *end_of* ends (0 where it is none), none inside another or an HTML tag."""
    position = 0
    for first, last in near:
        for match in pattern.finditer(text, max(first, position), max(last, position)):
            if match.start() >= position and not _is_in_tag(text, match.start()) and (end := end_of(text, match)):
                position = end
                yield _Block(match.start(), end, kind)


def _is_in_tag(text: str, start: int) -> bool:
    before = text[max(0, start - 190) : start]
    return "<" in before and before.rfind("<") > before.rfind(">") and before[before.rfind("<") + 1 :][:1].isalpha()


def _script_end(text: str, first: re.Match[str]) -> int:
    position = first.start()
    while True:
        position = _statement_end(text, position)
        after = _NEXT.match(text, position)
        while after and after.end() > position and text[after.end() - 1 : after.end()] in ";)}]/":
            position = after.end()
            after = _NEXT.match(text, position)
        if not after or position - first.start() > _LONGEST:
            return position
        position = after.end()


def _statement_end(text: str, start: int) -> int:
    """Return where the statement at *start* ends: at its semicolon or line's end outside brackets."""
    depth = 0
    last = position = start
    while (token := _TOKEN.search(text, position, start + _LONGEST)) is not None:
        char, position = token.group(), token.end()
        if char in "\"'`":
            position = _string_end(text, char, position)
        elif char in "([{":
            depth += 1
        elif char in _CLOSE:
            depth -= 1
            if depth < 0:
                return last
            if depth == 0 and not _CONTINUED.match(text, position):
                return position
        elif depth == 0:
            return position if char == ";" else token.start()
        last = position
    return len(text) if depth == 0 and len(text) - last < 200 else last


def _string_end(text: str, quote: str, start: int) -> int:
    """Return where the string that opened before *start* ends; the same place for an apostrophe."""
    end = start - 1
    while (end := text.find(quote, end + 1, start + 2_000)) >= 0 and text[end - 1] == "\\":
        pass
    is_string = end >= 0 and (quote == "`" or "\n" not in text[start:end])
    return end + 1 if is_string else start


def _style_end(text: str, first: re.Match[str]) -> int:
    if not _DECLARED.search(text, first.start(), first.start() + _REACH):
        return 0
    position = _braces_end(text, first.start())
    while after := _NEXT_RULE.match(text, position):
        closes = text[after.end() - 1] in "}/;" and after.end() > position
        following = after.end() if closes else _braces_end(text, after.end())
        if following <= position or following - first.start() > _LONGEST:
            break
        position = following
    return position


_BRACE = re.compile("[{}]")


def _braces_end(text: str, start: int) -> int:
    """Return where the braces that open after *start* are closed; the last brace before the text breaks off."""
    depth = 0
    last = start
    for brace in _BRACE.finditer(text, start, start + _LONGEST):
        depth += 1 if brace.group() == "{" else -1
        last = brace.end()
        if depth <= 0:
            return last
    return last


def _data_end(text: str, first: re.Match[str]) -> int:
    if first.group()[0] not in "[{":
        return _pairs_end(text, first)
    position, depth = first.start(), 0
    end = first.end()
    while (token := _TOKEN.search(text, position, first.start() + _LONGEST)) is not None:
        char, position = token.group(), token.end()
        if char in "\"'":
            position = _string_end(text, char, position)
        elif char in "([{":
            depth += 1
        elif char in _CLOSE:
            depth -= 1
        if char not in ";\n`":
            end = position
        if depth <= 0:
            break
    if first.group().startswith("[-json"):
        end = text.find("]", end - 1, end + 3) + 1 or end
    return end if len(_KEYS.findall(text, first.start(), end)) > 1 else 0


_PAIRS = re.compile(rf"(?:{_KEY}{_VALUE}[\]}}]{{0,4}}\s?,?\s{{0,40}}){{1,90}}[\]}}]{{0,6}}")


def _pairs_end(text: str, first: re.Match[str]) -> int:
    pairs = _PAIRS.match(text, first.start())
    return pairs.end() - (len(pairs.group()) - len(pairs.group().rstrip())) if pairs else 0


def _trace_end(text: str, first: re.Match[str]) -> int:
    if first.lastgroup == "alone":
        return _frames_end(text, first.end()) or first.end()
    if first.lastgroup == "php":
        place = _PHP_PLACE.search(text, first.start(), first.start() + 400)
        return max(place.end(), _frames_end(text, place.end())) if place else 0
    end = _frames_end(text, first.end())
    if not end:
        return 0
    last = _LAST_LINE.search(text, end, end + 300) if first.group().startswith("Traceback") else None
    return last.end() if last else end


def _frames_end(text: str, start: int) -> int:
    """Return where the last frame of a trace ends, each near the one before; 0 where there is none."""
    end = 0
    while frame := _FRAME.search(text, end or start, (end or start) + _TRACE_REACH):
        end = frame.end()
    return end


def _end(_text: str, calls: re.Match[str]) -> int:
    return calls.end()


_CALLED = "a script's call"
_KINDS: tuple[tuple[re.Pattern[str], _EndOf, str], ...] = (
    (_SCRIPT, _script_end, "a script"),
    (_STYLE, _style_end, "a style sheet"),
    (_DATA, _data_end, "data in JSON"),
    (_TRACE, _trace_end, "a server's error trace"),
    (_ALONE, _end, _CALLED),
)
