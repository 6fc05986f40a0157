"""Which checks run, with which options and severities, for which source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from newslint.checks import ArticleCheck, Check, CorpusCheck, EngineCheck, RunCheck, TableCheck, load_checks, resolve
from newslint.config import Config, SourceConfig, check_keys, readable
from newslint.errors import ConfigError, UnknownNameError
from newslint.model import FIELDS, Article, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.text.scan import Trigger

V = TypeVar("V")

_BUILT_IN = "newslint.checks."
_MOST = 0.5
"""A share of the patterns, from which on compiling all of them does not take much longer."""


class Step(NamedTuple):
    """An article check as the engine asks it; ``applies`` is ``None`` where it can judge any article."""

    check: ArticleCheck
    code: str
    applies: Callable[[Article, ArticleFacts], bool] | None
    is_triggered: bool


class Plan:
    """The checks that run for one source: instances with their options, by code and by shape.

    ``steps`` are the article checks, ``always`` the codes of the checks that can judge any article.
    """

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self.checks = dict(checks)
        self.article = [check for check in checks.values() if isinstance(check, ArticleCheck)]
        self.corpus = [check for check in checks.values() if isinstance(check, CorpusCheck)]
        self.run = [check for check in checks.values() if isinstance(check, RunCheck)]
        self.table = {check.slug: check for check in checks.values() if isinstance(check, TableCheck)}
        self.steps = [
            Step(check, check.code, _condition(check), bool(check.triggers) and not check.always)
            for check in self.article
        ]
        self.always = (*(check.code for check in self.table.values()), *(s.code for s in self.steps if not s.applies))


def _condition(check: ArticleCheck) -> Callable[[Article, ArticleFacts], bool] | None:
    return check.applies if type(check).applies is not ArticleCheck.applies else None


def select_codes(config: Config) -> list[str]:
    """Return the codes that *config* selects, in order.

    A check in preview runs only with ``preview = true`` or when it is selected by its own code or slug. What the engine
    itself reports (a check that crashed, a record that cannot be read) is selected with whatever is selected: a run
    that could not look must not pass for one that found nothing. Only ``ignore`` leaves it out. Checks that compare
    runs need a reference.

    Raises
    ------
    UnknownNameError
        A name is neither a code, a slug, a family nor ``ALL``.
    ConfigError
        No check is left to run, or one that compares runs is selected by its own name and has nothing to compare with.

    """
    known = load_checks()
    by_name = {code for name in config.select for code in _expand(name) if len(_expand(name)) == 1}
    chosen = codes_of(config.select or ["ALL"])
    ignored = codes_of(config.ignore)
    own = {code for code, check in known.items() if issubclass(check, EngineCheck)}
    if not config.gate.reference:
        comparing = {code for code, check in known.items() if issubclass(check, RunCheck)}
        for code in sorted(comparing & by_name):
            raise ConfigError(f"{code} compares with an earlier run; name its JSON report: --reference FILE")
        ignored |= comparing
    selected = [
        code
        for code, check in known.items()
        if code in (chosen | own) - ignored and (not check.preview or config.preview or code in by_name)
    ]
    if not set(selected) - own and not by_name & own:
        raise ConfigError("no check is selected, so nothing would be validated")
    return selected


def make_plan(config: Config, source: str | None = None, ignored: Collection[str] = ()) -> Plan:
    """Instantiate the selected checks, but for those with codes in *ignored*, with the options that hold for *source*.

    Raises
    ------
    ConfigError
        An option does not exist or has a wrong value; the message names check and option.

    """
    for field in config.required:
        if field not in FIELDS:
            raise UnknownNameError("article field", field, FIELDS)
    exception = config.sources.get(source or "", SourceConfig())
    ignored = {*ignored, *codes_of(exception.ignore)}
    options = _by_code(config.checks), _by_code(exception.checks)
    severities = _by_code(config.severity) | _by_code(exception.severity)
    return Plan(
        {
            code: _make(
                load_checks()[code], {**options[0].get(code, {}), **options[1].get(code, {})}, severities.get(code)
            )
            for code in select_codes(config)
            if code not in ignored
        }
    )


def scanned(plan: Plan) -> dict[str, Sequence[Trigger]]:
    """Return the triggers to scan for, by check: those of *plan*, or of all built-in checks where they are most.

    Compiling triggers takes half a minute, and what was compiled is kept under its patterns. Whoever leaves out a
    few checks, or repairs, need not wait once more; hits of a check that nobody asks cost next to nothing.
    """
    own: dict[str, Sequence[Trigger]] = {check.code: check.triggers for check in plan.article if check.triggers}
    for with_preview in (False, True):
        built_in: dict[str, Sequence[Trigger]] = {
            code: check.triggers
            for code, check in load_checks().items()
            if issubclass(check, ArticleCheck)
            and check.triggers
            and check.__module__.startswith(_BUILT_IN)
            and (with_preview or not check.preview)
        }
        if own.keys() <= built_in.keys() and _count(own) >= _MOST * _count(built_in):
            return built_in
    return own


def _count(triggers: Mapping[str, Sequence[Trigger]]) -> int:
    return sum(map(len, triggers.values()))


def codes_of(names: Iterable[str]) -> set[str]:
    """Return the codes that *names* (codes, slugs, families or ``ALL``) stand for.

    Raises
    ------
    UnknownNameError
        A name is none of these.

    """
    return {code for name in names for code in _expand(name)}


def _make(check: type[Check], options: Mapping[str, Any], severity: str | None) -> Check:
    where = f"checks.{check.code}"
    check_keys(options, check.Options, where)
    try:
        typed = msgspec.convert(options, check.Options)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{where}.{readable(error)}") from error
    return check(typed, Severity(severity) if severity else None)


def _expand(name: str) -> list[str]:
    """Return the codes meant by a code, a slug, a family or ``ALL``."""
    codes = list(load_checks())
    wanted = name.strip().upper()
    if wanted == "ALL":
        return codes
    family = [code for code in codes if code.startswith(wanted)] if len(wanted) == 3 else []
    if family:
        return family
    try:
        return [resolve(name).code]
    except UnknownNameError:
        families = sorted({code[:3] for code in codes})
        slugs = [check.slug for check in load_checks().values()]
        raise UnknownNameError("check", name, [*codes, *slugs, *families, "ALL"]) from None


def _by_code(settings: Mapping[str, V]) -> dict[str, V]:
    found: dict[str, V] = {}
    for name, value in settings.items():
        code = resolve(name).code
        if code in found:
            raise ConfigError(f"{code} is configured twice, by its code and by its slug; keep one of them")
        found[code] = value
    return found
