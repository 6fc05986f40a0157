"""What the names in a configuration stand for, and which one wins where two name the same check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from newslint.checks import load_checks, resolve
from newslint.config import Config, GateConfig, place, rank
from newslint.errors import ConfigError, UnknownNameError
from newslint.model import Severity

V = TypeVar("V")

SEVERITIES = frozenset(severity.value for severity in Severity)

EVERYTHING, FAMILY, CHECK = range(3)
"""How narrow a name is: ``ALL``, a family (``DAT``), a code or slug."""


class Name(NamedTuple):
    """A name in a list of the configuration: where it stands, how narrow it is, and the codes it stands for."""

    key: str
    text: str
    narrowness: int
    rank: int
    codes: frozenset[str]

    def beats(self, other: Name) -> bool:
        """Return whether this name selects what *other* ignores.

        It stands in no lower layer (command line over file), it is no wider, and it is not both just as high and just
        as narrow.
        """
        mine, theirs = (self.rank, self.narrowness), (other.rank, other.narrowness)
        return mine != theirs and all(own >= foreign for own, foreign in zip(mine, theirs, strict=True))


def names(config: Config, key: str, texts: Iterable[str]) -> Iterator[Name]:
    """Yield what *texts*, the list at *key* of *config*, name.

    Raises
    ------
    UnknownNameError
        A name is neither a code, a slug, a family nor ``ALL``; the message says where it stands.

    """
    where = place(config, key)
    for text in texts:
        narrowness, codes = meant(text, where)
        yield Name(key, text, narrowness, rank(config, key), frozenset(codes))


def codes_of(config: Config, key: str, texts: Iterable[str]) -> frozenset[str]:
    """Return the codes that the list *texts*, at *key* of *config*, stands for; raises as `names`."""
    return frozenset().union(*(name.codes for name in names(config, key, texts)))


def meant(name: str, where: str = "") -> tuple[int, list[str]]:
    """Return how narrow *name* is, and the codes meant by it: a code, a slug, a family or ``ALL``.

    Raises
    ------
    UnknownNameError
        It is none of these; the message begins with *where*.

    """
    codes = list(load_checks())
    wanted = name.strip().upper()
    if wanted == "ALL":
        return EVERYTHING, codes
    family = [code for code in codes if code.startswith(wanted)] if len(wanted) == 3 else []
    if family:
        return FAMILY, family
    try:
        return CHECK, [resolve(name).code]
    except UnknownNameError:
        families = sorted({code[:3] for code in codes})
        slugs = [check.slug for check in load_checks().values()]
        raise UnknownNameError("check", name, [*codes, *slugs, *families, "ALL"], where) from None


def by_code(settings: Mapping[str, V], key: str = "", config: Config | None = None) -> dict[str, V]:
    """Return *settings*, the table at *key* of *config*, by code; the narrower of two names wins.

    Raises
    ------
    UnknownNameError
        A name is neither a code, a slug, a family nor ``ALL``.
    ConfigError
        Two names that are equally narrow stand for one check.

    """
    found: dict[str, tuple[int, V]] = {}
    for name, value in settings.items():
        narrowness, codes = meant(name, _where(config, key, name))
        for code in codes:
            before = found.get(code)
            if before is not None and before[0] == narrowness:
                twice = "by its code and by its slug" if narrowness == CHECK else f"as {name} in two spellings"
                raise ConfigError(f"{_where(config, key, name)}: {code} is configured twice, {twice}; keep one of them")
            if before is None or before[0] < narrowness:
                found[code] = narrowness, value
    return {code: value for code, (_, value) in found.items()}


def options_by_code(settings: Mapping[str, V], key: str, config: Config) -> dict[str, V]:
    """Return the options of checks, the table at *key* of *config*, by code; raises as `by_code`, and for families."""
    for name in settings:
        if meant(name, _where(config, key, name))[0] != CHECK:
            where = _where(config, key, name)
            raise ConfigError(f"{where}: options belong to one check, and {name} stands for several")
    return by_code(settings, key, config)


def limits_of_checks(gate: GateConfig) -> dict[str, float]:
    """Return the limits of *gate* that are on checks, not on a severity, by the names in the configuration."""
    return {name: share for name, share in gate.limits.items() if name not in SEVERITIES}


def _where(config: Config | None, key: str, name: str) -> str:
    whole = f"{key}.{name}" if key else name
    return place(config, whole) if config is not None else whole
