"""EXT009 template-variable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.checks.base import ArticleCheck, CheckOptions, Natural
from newslint.model import Article, Finding, Severity
from newslint.text.scan import Gate, Hit, Trigger

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts

_VARIABLE = re.compile(
    r"\{\{[{\s&#/^>!~-]{0,4}[A-Za-z_$@][^{}\n]{0,80}\}\}\}?"
    r"|\{%-?\s{0,3}[a-z]{2,20}\b[^{}%\n]{0,90}%\}"
    r"|<%[=#-]?\s{0,3}[A-Za-z_$][^<>%\n]{0,90}%>"
    r"|\$\{\s?[A-Za-z_][\w.\[\]]{0,60}\s?\}"
    r"|\[object (?:Object|Array|Promise|Window|Undefined|Null|HTML[A-Za-z]{0,30})\]"
    r"|%%[a-z_]{3,30}%%"
    r"|(?P<short>(?<![\w%])(?<!\d )%(?:\d{1,2}\$)?[sd](?![\w%'’])|(?<![\w.-])NaN(?![\w.-]))"
    r"|(?P<alone>(?<![\w.-])undefined(?![\w-]))"
)
_ABOUT = re.compile(
    r"(?i)\b(?:templates?|placeholders?|variables?|javascript|python|code|syntax|latex|jinja|handlebars|mustache)\b"
)
_QUOTES = frozenset("\"'`“”„«»‘’")
_WINDOW = 110
_ABOUT_REACH = 60


class TemplateVariable(ArticleCheck):
    """A variable of a template was not filled in.

    What it flags
    -------------
    ``{{title}}``, ``{% if user %}``, ``<%= name %>``, ``${author}``, ``%%sitename%%`` and ``[object Object]`` anywhere;
    ``%s``, ``%1$s``, ``NaN`` in short lines; ``undefined`` at the beginning or end of very short ones (``undefined min
    read``).

    Why it hurts
    ------------
    What the variable stands for (a name, a figure, the headline) is missing from the text, in every article that the
    template made.

    Example
    -------
    ``By {{author.name}} in Orlin``

    Fix
    ---
    None: what belongs there is not in the text.

    Options
    -------
    ``max_line`` (default 200 characters): ``%s`` and ``NaN`` count in lines of at most this length, which are headings
    and labels; longer ones quote programs. In 2,107 real articles ``%s`` was a label's in a line of 16 characters, and
    stood in error traces in lines of 4,900 characters and more.
    ``max_undefined`` (default 40 characters): ``undefined`` counts in lines of at most this length; it is a word too.

    Limits
    ------
    Exempt are variables between quotation marks or backticks, and within 60 characters of words such as template,
    variable and code, where the text talks about them. ``{0}`` and ``__VAR0__`` are LNG007, masked values
    (``*NUMBER*``) SCH004.
    """

    code = "EXT009"
    slug = "template-variable"
    severity = Severity.ERROR
    precision = "2 of 2 findings right on 2,107 articles, none on 10,320 clean texts"
    triggers = (
        Trigger(r"\{\{|\{%|<%|%%[a-z_]|\[object [A-Z]|undefined"),
        Trigger(r"\$\{\s?[A-Za-z_]"),
        Trigger(r"%(?:[0-9]{1,2}\$)?[sd]", gate=Gate("%[sd0-9]")),
        Trigger("NaN"),
    )

    class Options(CheckOptions, frozen=True, kw_only=True):
        """The options of template-variable."""

        max_line: Natural = 200
        max_undefined: Natural = 40

    def check(self, article: Article, facts: ArticleFacts) -> Iterator[Finding]:
        """Yield a finding for each variable."""
        last = ("", 0)
        for hit in facts.hits(self.code):
            text = article.text(hit.field)
            for match in _near(text, hit):
                if (hit.field == last[0] and match.start() < last[1]) or not self._is_variable(text, match):
                    continue
                last = (hit.field, match.end())
                message = f"“{match.group()}” is a variable of a template that was not filled in."
                yield self.finding(article, hit.field, match.span(), message)

    def _is_variable(self, text: str, match: re.Match[str]) -> bool:
        if _is_mentioned(text, *match.span()):
            return False
        if match.lastgroup is None:
            return True
        most = self.options.max_undefined if match.lastgroup == "alone" else self.options.max_line
        line = _line(text, *match.span(), most)
        if line is None:
            return False
        return match.lastgroup == "short" or line.startswith("undefined") or line.endswith("undefined")


def _near(text: str, hit: Hit) -> Iterator[re.Match[str]]:
    """Yield the variables that overlap with *hit*."""
    for match in _VARIABLE.finditer(text, max(0, hit.start - _WINDOW), hit.end + _WINDOW):
        if match.end() > hit.start and match.start() < hit.end:
            yield match


def _line(text: str, start: int, end: int, most: int) -> str | None:
    """Return the line around ``text[start:end]`` without outer space; ``None`` if it is longer than *most*."""
    first = text.rfind("\n", max(0, start - most - 1), start) + 1
    last = text.find("\n", end, end + most + 1)
    if (first == 0 and start > most) or (last < 0 and len(text) - end > most):
        return None
    line = text[first : last if last >= 0 else len(text)].strip()
    return line if len(line) <= most else None


def _is_mentioned(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start], text[end : end + 1]
    if all(char in _QUOTES for char in around):
        return True
    before, after = text[max(0, start - _ABOUT_REACH) : start], text[end : end + _ABOUT_REACH]
    return _ABOUT.search(before) is not None or _ABOUT.search(after) is not None
