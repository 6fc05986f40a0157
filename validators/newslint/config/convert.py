"""Plain data as typed records; what does not fit is one sentence that names the whole key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from newslint.errors import ConfigError, did_you_mean

R = TypeVar("R", bound=msgspec.Struct)

ADDING = ("extend_select", "extend_ignore")
"""Lists to which a layer adds, where it replaces others."""
_ORIGINS = "origins"
"""Where the values come from: a field, but no key."""


def check_keys(data: Mapping[str, Any], record: type[msgspec.Struct], origin: str, prefix: str = "") -> None:
    """Raise ConfigError for the first key of *data* that *record* does not have, naming the nearest one."""
    hints = {key: hint for key, hint in get_type_hints(record).items() if key != _ORIGINS}
    for key, value in data.items():
        if key not in hints:
            raise ConfigError(f"{origin}: unknown key {prefix + key!r}{did_you_mean(key, hints)}")
        if isinstance(value, Mapping):
            _check_nested(hints[key], value, origin, f"{prefix}{key}.")


def _check_nested(hint: Any, value: Mapping[str, Any], origin: str, prefix: str) -> None:
    """Descend into a record, or into each record of a table of records (``[sources."weekly.example"]``)."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        check_keys(value, hint, origin, prefix)
    for record in get_args(hint):
        if isinstance(record, type) and issubclass(record, msgspec.Struct):
            for name, entry in value.items():
                if isinstance(entry, Mapping):
                    check_keys(entry, record, origin, f"{prefix}{name}.")


def merge(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Return *base* with the values of *top* over its own, table by table."""
    merged = dict(base)
    for key, value in top.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(below, dict) and isinstance(value, Mapping) else value
    return merged


def layered(base: Mapping[str, Any], top: Mapping[str, Any]) -> dict[str, Any]:
    """Return *base* with the layer *top* over it, like :func:`merge`, but what extends adds up."""
    return merge(base, top) | {key: [*base.get(key, ()), *top.get(key, ())] for key in ADDING}


def leaves(data: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield the whole key of each value in *data* that is no table."""
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield prefix + key


def converted(data: Mapping[str, Any], record: type[R], origin: str) -> R:
    """Return *data* as a *record*.

    Raises
    ------
    ConfigError
        A value makes no sense; the message names its whole key.

    """
    try:
        return msgspec.convert(data, record)
    except msgspec.ValidationError as error:
        fault = next(_faults(data, record, ""), readable(error))
        raise ConfigError(f"{origin}: {fault}") from error


def _faults(value: Any, hint: Any, key: str) -> Iterator[str]:
    """Yield what is wrong with each value inside *value*, by the whole name of its key.

    msgspec names the place of a fault only down to the table it is in.
    """
    if isinstance(value, Mapping) and isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint, include_extras=True)
        for name, entry in value.items():
            yield from _faults(entry, hints[name], f"{key}.{name}" if key else name)
    elif isinstance(value, Mapping) and get_origin(hint) is dict:
        for name, entry in value.items():
            yield from _faults(entry, get_args(hint)[1], f"{key}.{name}")
    else:
        try:
            msgspec.convert(value, hint)
        except msgspec.ValidationError as error:
            allowed = f" (one of {', '.join(get_args(hint))})" if get_origin(hint) is Literal else ""
            yield f"{key}: {readable(error)}{allowed}"


def readable(error: msgspec.ValidationError) -> str:
    """Turn ``Expected `int`, got `str` - at `$.gate.x``` into ``gate.x: expected int, got str``."""
    what, _, where = str(error).partition(" - at ")
    key = where.strip("`").removeprefix("$").lstrip(".").replace("[...]", ".*")
    what = what[:1].lower() + what[1:].replace("`", "")
    return f"{key}: {what}" if key else what
