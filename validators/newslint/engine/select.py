"""Which checks run, with which options and severities, for which source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from newslint.checks import ArticleCheck, Check, CorpusCheck, EngineCheck, RunCheck, TableCheck, load_checks
from newslint.config import Config, SourceConfig, check_keys, place, readable
from newslint.engine.names import CHECK, EVERYTHING, Name, by_code, codes_of, names, options_by_code
from newslint.errors import ConfigError, UnknownNameError
from newslint.model import FIELDS, Article, Severity

if TYPE_CHECKING:
    from newslint.facts.article_facts import ArticleFacts
    from newslint.text.scan import Trigger

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

    Where a check is selected by one name and ignored by another, the narrower name wins, and ``ignore`` where they are
    equally narrow; what the command line ignores stays out however the file selects it, and what it selects is in
    unless the file ignores it by a narrower name.

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
    own = frozenset(code for code, check in known.items() if issubclass(check, EngineCheck))
    selecting, ignoring = _selecting(config), _ignoring(config)
    by_name = {code for name in selecting if name.narrowness == CHECK for code in name.codes}
    _refuse_comparing(config, by_name)
    selecting.append(Name("", "", EVERYTHING, 0, own))
    reasons = {code: reason for code in known if (reason := _reason(config, code, selecting, ignoring)) is not None}
    selected = [code for code in known if code not in reasons]
    if not set(selected) - own and not by_name & own & set(selected):
        because = "; ".join(
            list(dict.fromkeys(reason for code, reason in reasons.items() if reason and code not in own))[:3]
        )
        raise ConfigError(f"no check is selected, so nothing would be validated{because and ': ' + because}")
    return selected


def _selecting(config: Config) -> list[Name]:
    """Return the names that select checks; without any in ``select`` that is ``ALL``."""
    return [
        *names(config, "select", config.select or ["ALL"]),
        *names(config, "extend_select", config.extend_select),
    ]


def _ignoring(config: Config) -> list[Name]:
    return [*names(config, "ignore", config.ignore), *names(config, "extend_ignore", config.extend_ignore)]


def _refuse_comparing(config: Config, by_name: Collection[str]) -> None:
    if not config.gate.reference:
        for code in sorted(by_name):
            if issubclass(load_checks()[code], RunCheck):
                raise ConfigError(f"{code} compares with an earlier run; name its JSON report: --reference FILE")


def _reason(config: Config, code: str, selecting: Iterable[Name], ignoring: Iterable[Name]) -> str | None:
    """Return why the check *code* does not run: empty where nothing selects it, ``None`` where it does run."""
    check = load_checks()[code]
    naming = [name for name in selecting if code in name.codes]
    if not naming:
        return ""
    for ignored in ignoring:
        if code in ignored.codes and not any(name.beats(ignored) for name in naming):
            return f"{place(config, ignored.key)} leaves out {ignored.text}"
    if check.preview and not config.preview and all(name.narrowness != CHECK for name in naming):
        return f"{code} is in preview (--preview)"
    if issubclass(check, RunCheck) and not config.gate.reference:
        return f"{code} compares with an earlier run (--reference FILE)"
    return None


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
    exception, at = config.sources.get(source or "", SourceConfig()), f"sources.{source}"
    ignored = {*ignored, *codes_of(config, f"{at}.ignore", exception.ignore)}
    options = (
        options_by_code(config.checks, "checks", config),
        options_by_code(exception.checks, f"{at}.checks", config),
    )
    severities = {
        **by_code(config.severity, "severity", config),
        **by_code(exception.severity, f"{at}.severity", config),
    }
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


def _make(check: type[Check], options: Mapping[str, Any], severity: str | None) -> Check:
    where = f"checks.{check.code}"
    check_keys(options, check.Options, where)
    try:
        typed = msgspec.convert(options, check.Options)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{where}.{readable(error)}") from error
    return check(typed, Severity(severity) if severity else None)
