"""Find the checks: every module below this package, and the entry points of plug-ins."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType, ModuleType
from typing import Any

from newslint import checks
from newslint.checks.base import Check
from newslint.errors import ConfigError, UnknownNameError
from newslint.model import Severity

ENTRY_POINT_GROUP = "newslint.checks"
_CODE = re.compile("[A-Z]{3}[0-9]{3}")
_SLUG = re.compile("(?!.*--)[a-z][a-z0-9-]{0,60}(?<!-)")
_HELPERS = {"newslint.checks.base", "newslint.checks.registry"}


@cache
def load_checks() -> MappingProxyType[str, type[Check]]:
    """Return every check class by code, sorted by code.

    Raises
    ------
    ConfigError
        Two checks claim one code or one slug, or a plug-in cannot be loaded or breaks the rules for codes and slugs.

    """
    by_code: dict[str, type[Check]] = {}
    slugs: dict[str, str] = {}
    for check in _all_classes():
        if fault := _fault(check):
            raise ConfigError(f"{check.__module__}.{check.__qualname__} is no check that can run: {fault}")
        rival = by_code.get(check.code) or by_code.get(slugs.get(check.slug, ""))
        if rival is not None and rival is not check:
            raise ConfigError(
                f"{check.__module__}.{check.__name__} and {rival.__module__}.{rival.__name__} "
                f"both claim {check.code} ({check.slug})"
            )
        by_code[check.code] = check
        slugs[check.slug] = check.code
    return MappingProxyType(dict(sorted(by_code.items())))


def resolve(name: str) -> type[Check]:
    """Return the check whose code or slug is *name*, in any case.

    Raises
    ------
    UnknownNameError
        No check has that name; the message offers the nearest.

    """
    known = load_checks()
    wanted = name.strip().casefold()
    for check in known.values():
        if wanted in (check.code.casefold(), check.slug):
            return check
    raise UnknownNameError("check", name, [*known, *(check.slug for check in known.values())])


def _all_classes() -> Iterator[type[Check]]:
    for info in pkgutil.walk_packages(checks.__path__, checks.__name__ + "."):
        if not info.ispkg and info.name not in _HELPERS:
            yield from _classes_in(import_module(info.name))
    for entry in entry_points(group=ENTRY_POINT_GROUP):
        loaded = _loaded(entry)
        if isinstance(loaded, ModuleType):
            yield from _classes_in(loaded)
        elif inspect.isclass(loaded) and issubclass(loaded, Check):
            yield loaded
        else:
            raise ConfigError(f"the plug-in {entry.name} = {entry.value} is neither a module nor a check")


def _fault(check: type[Check]) -> str:
    """Return what *check* breaks of the rules on which configuration and reports rely, or an empty text."""
    code, slug, severity = (getattr(check, name, None) for name in ("code", "slug", "severity"))
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        return f"its code is {code!r}; a code has three capital letters and three digits (ACM001)"
    if not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        return f"its slug is {slug!r}; a slug has lower-case words joined by hyphens (house-style)"
    if not isinstance(severity, Severity):
        return f"its severity is {severity!r}; it takes one of Severity.ERROR, WARNING and INFO"
    if inspect.isabstract(check):
        return f"it lacks {', '.join(sorted(check.__abstractmethods__))}"
    return ""


def _loaded(entry: EntryPoint) -> Any:
    try:
        return entry.load()
    except Exception as error:
        what = f"the plug-in {entry.name} = {entry.value} cannot be loaded"
        raise ConfigError(f"{what}: {type(error).__name__}: {error}") from error


def _classes_in(module: ModuleType) -> Iterator[type[Check]]:
    for value in vars(module).values():
        if (
            inspect.isclass(value)
            and issubclass(value, Check)
            and value.__module__ == module.__name__
            and not inspect.isabstract(value)
        ):
            yield value
