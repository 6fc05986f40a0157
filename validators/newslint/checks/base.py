"""What a check is.

A check is one class in one module: its code, slug and severity are class attributes, its docstring is its
documentation, its options are a typed record, and its triggers say what must be in the text for it to be asked at
all. See ``CONTRIBUTING.md`` for a walk through adding one.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeVar

import msgspec

from newslint.config.schema import Share as Share
from newslint.model import Article, ArticleRef, Counts, Edit, Finding, Fix, Related, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.text.scan import Trigger

T = TypeVar("T")
FixKind = Literal["safe", "unsafe", "none"]
Natural = Annotated[int, msgspec.Meta(ge=0)]
"""An option that counts something: characters, words, articles, days."""
Amount = Annotated[float, msgspec.Meta(ge=0)]
"""An option that measures something and has no upper end: a ratio, a weight."""
SECTIONS = ("What it flags", "Why it hurts", "Example", "Fix", "Options", "Limits")
"""The headings of every check's docstring, in this order."""


class CheckOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The options of a check. Subclass it with typed, documented fields; every one has a default."""


class Check(ABC):
    """Base of all checks. Concrete checks derive from one of the classes below."""

    code: ClassVar[str]
    slug: ClassVar[str]
    severity: ClassVar[Severity]
    fix: ClassVar[FixKind] = "none"
    preview: ClassVar[bool] = False
    scope: ClassVar[Literal["article", "corpus", "table", "engine"]]
    Options: ClassVar[type[CheckOptions]] = CheckOptions
    precision: ClassVar[str] = ""
    """Measured precision and recall on real articles, as printed by ``newslint checks``; empty if not measured."""

    def __init__(self, options: Any = None, severity: Severity | None = None) -> None:
        self.options: Any = options if options is not None else self.Options()
        self.severity_now = severity or self.severity

    @classmethod
    def summary(cls) -> str:
        """Return the first line of the docstring: the defect in one sentence."""
        return cls.doc().partition("\n")[0]

    @classmethod
    def doc(cls) -> str:
        """Return the whole documentation, without indentation."""
        return inspect.cleandoc(cls.__doc__ or "")

    def finding(
        self,
        article: Article,
        field: str,
        span: tuple[int, int] | None,
        message: str,
        *,
        related: Iterable[Related] = (),
        evidence: dict[str, Any] | None = None,
        fix: Fix | None = None,
        quote: str | None = None,
    ) -> Finding:
        """Make a finding of this check; *span* is (start, end) in characters of the raw *field*."""
        text = quote if quote is not None else article.text(field)[slice(*span)] if span else ""
        reference = ArticleRef.of(article)
        return self.finding_about(
            reference, field, message, span=span, quote=text, related=related, evidence=evidence, fix=fix
        )

    def finding_about(
        self,
        article: ArticleRef,
        field: str,
        message: str,
        *,
        span: tuple[int, int] | None = None,
        quote: str = "",
        related: Iterable[Related] = (),
        evidence: dict[str, Any] | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """Make a finding of this check where only a reference to the article is at hand, as at the end of a run."""
        start, end = span if span is not None else (None, None)
        return Finding(
            code=self.code,
            slug=self.slug,
            severity=self.severity_now,
            article=article,
            field=field,
            start=start,
            end=end,
            quote=quote,
            message=message,
            line=article.origin.line,
            related=tuple(related),
            evidence=evidence or {},
            fix=fix,
        )


class ArticleCheck(Check):
    """Looks at one article.

    A check with ``triggers`` is asked only about articles in whose dateline, title or body one of them matches;
    ``facts.hits(self)`` says where.
    """

    scope = "article"
    triggers: ClassVar[tuple[Trigger, ...]] = ()
    always: ClassVar[bool] = False
    """Whether the check is asked where no trigger matches, too: it also reads fields that are not scanned."""

    def applies(self, article: Article, facts: ArticleFacts) -> bool:  # noqa: ARG002
        """Return whether the article has the facts that this check needs; counted as coverage. Must be cheap."""
        return True

    @abstractmethod
    def check(self, article: Article, facts: ArticleFacts) -> Iterable[Finding]:
        """Return or yield every finding in *article*."""


class CorpusCheck(Check):
    """Looks at all articles, through small records that processes and Spark executors can send back."""

    scope = "corpus"

    @abstractmethod
    def observe(self, article: Article, facts: ArticleFacts) -> Any:
        """Return a small picklable record of *article* (about 1 KB at most), or ``None`` if it has nothing to say."""

    @abstractmethod
    def conclude(self, observations: Iterable[tuple[ArticleRef, Any]]) -> Iterator[Finding]:
        """Yield the findings that follow from all *observations*, which come in corpus order."""


class RunCheck(Check):
    """Compares the counts of a run with those of an earlier one; runs only where the user names one."""

    scope = "corpus"

    @abstractmethod
    def compare(self, now: Counts, before: Counts) -> Iterator[Finding]:
        """Yield what has changed from *before*, the reference run, to *now*."""


class TableCheck(Check):
    """Documents a column rule of :mod:`newslint.schema` and words its failure cases as findings."""

    scope = "table"

    @abstractmethod
    def describe(self, field: str, value: object) -> str:
        """Return the message for *value* in column *field*."""


class EngineCheck(Check):
    """Documents findings that readers or the engine itself make; there is nothing to run."""

    scope = "engine"


def each_or_all(found: list[T], most: int) -> list[list[T]]:
    """Return a group for each of what was *found*; more than *most* are one group, whose finding tells their number."""
    return [found] if len(found) > most else [[one] for one in found]


def replace(field: str, start: int, end: int, text: str, *, safe: bool) -> Fix:
    """Return the fix that replaces one span."""
    return Fix(safe, (Edit(field, start, end, text),))
