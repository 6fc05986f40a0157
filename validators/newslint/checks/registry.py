"""Find the checks: every module below this package, and the entry points of plug-ins."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType, ModuleType
from typing import Any

from newslint import checks
from newslint.checks.base import Check
from newslint.errors import ConfigError, UnknownNameError

ENTRY_POINT_GROUP = "newslint.checks"
_HELPERS = {"newslint.checks.base", "newslint.checks.registry"}


@cache
def load_checks() -> MappingProxyType[str, type[Check]]:
    """Return every check class by code, sorted by code.

    Raises
    ------
    ConfigError
        Two checks claim one code or one slug, or a plug-in cannot be loaded.

    """
    by_code: dict[str, type[Check]] = {}
    slugs: dict[str, str] = {}
    for check in _all_classes():
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
        yield from _classes_in(loaded) if isinstance(loaded, ModuleType) else (loaded,)


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
