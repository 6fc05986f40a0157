"""Put the configuration together: defaults < file < environment < command line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from glob import escape
from importlib import resources
from pathlib import Path
from typing import Any

from newslint.config.convert import ADDING, check_keys, converted, layered, leaves
from newslint.config.schema import PYTHON, Config
from newslint.errors import ConfigError, did_you_mean

ENVIRONMENT_PREFIX = "NEWSLINT_"
_DEFAULTS, _ENVIRONMENT, _COMMAND_LINE = "defaults", "environment", "command line"
_RANKS = {"": 0, _ENVIRONMENT: 2, _COMMAND_LINE: 3, PYTHON: 3}
"""Which layer is above which one; a file is the layer above the defaults."""
_LISTS = ("select", "ignore", *ADDING, "required")
_SWITCH = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
_OTHER_VARIABLES = ("cache_dir", "require_browser", "require_spark")
_FROM_ENVIRONMENT = (*_LISTS, "preview", "encoding", "fail_on")


def load_config(
    file: Path | None = None,
    *,
    start: Path | None = None,
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Config:
    """Return the configuration for a run.

    *file* names a configuration file; without it, ``newslint.toml`` or a ``pyproject.toml`` with ``[tool.newslint]``
    is looked for in *start* (default: the working directory) and its parents. *overrides* come from the command line.

    Raises
    ------
    ConfigError
        The file cannot be read, or a key or value makes no sense; the message names file and key.

    """
    layers: list[tuple[str, Mapping[str, Any]]] = [(_DEFAULTS, _defaults())]
    path = file or find_config(start or Path.cwd())
    if path is not None:
        layers.append((str(path), _with_files_beside(path, _read(path))))
    layers.append((_ENVIRONMENT, _from_environment(os.environ if environment is None else environment)))
    layers.append((_COMMAND_LINE, dict(overrides or {})))
    merged: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for origin, layer in layers:
        check_keys(layer, Config, origin)
        converted(layer, Config, origin)
        merged = layered(merged, layer)
        if origin != _DEFAULTS:
            origins |= dict.fromkeys(leaves(layer), origin)
    return converted({**merged, "origins": origins}, Config, "configuration")


def place(config: Config, key: str) -> str:
    """Return where the value or table of *key* in *config* stands: file (or other layer) and key."""
    origin = config.origins.get(key) or next(
        (of for leaf, of in config.origins.items() if leaf.startswith(f"{key}.")), ""
    )
    return f"{origin}: {key}" if origin else key


def rank(config: Config, key: str) -> int:
    """Return how high the layer is from which *config* has the value of *key*; values of a higher one come first."""
    return _RANKS.get(config.origins.get(key, ""), 1)


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in *start* or above it, or ``None``."""
    absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        own = folder / "newslint.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "newslint" in _toml(project).get("tool", {}):
            return project
    return None


def _defaults() -> dict[str, Any]:
    text = resources.files("newslint.config").joinpath("defaults.toml").read_text("utf-8")
    return tomllib.loads(text)


def _read(path: Path) -> dict[str, Any]:
    data = _toml(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("newslint", {})
    return data


def _with_files_beside(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* of the configuration file *path*, the files it names relative to the working directory."""
    found = dict(data)
    gate, ignores = data.get("gate"), data.get("per_file_ignores")
    if isinstance(gate, dict):
        named = {key: gate[key] for key in ("baseline", "reference") if isinstance(gate.get(key), str) and gate[key]}
        found["gate"] = {**gate, **{key: str(path.parent / name) for key, name in named.items()}}
    if isinstance(ignores, dict):
        found["per_file_ignores"] = {
            str(Path(escape(str(path.parent))) / glob) if "/" in glob else glob: names
            for glob, names in ignores.items()
        }
    return found


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot read the configuration {path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    _refuse_slips(environment)
    for key in _FROM_ENVIRONMENT:
        value = environment.get(ENVIRONMENT_PREFIX + key.upper())
        if value is None:
            continue
        if key in _LISTS:
            found[key] = [part.strip() for part in value.split(",") if part.strip()]
        elif key == "preview":
            if value.strip().lower() not in _SWITCH:
                raise ConfigError(f"NEWSLINT_PREVIEW is {value!r}; it takes {', '.join(_SWITCH)}")
            found[key] = _SWITCH[value.strip().lower()]
        elif key == "fail_on":
            found["gate"] = {"fail_on": value}
        else:
            found[key] = value
    return found


def _refuse_slips(environment: Mapping[str, str]) -> None:
    """Raise ConfigError for a variable whose name is nearly one of ours: ignored, it would change what is checked."""
    known = [ENVIRONMENT_PREFIX + name.upper() for name in (*_FROM_ENVIRONMENT, *_OTHER_VARIABLES)]
    for name in environment:
        if name.startswith(ENVIRONMENT_PREFIX) and name not in known and (hint := did_you_mean(name, known)):
            raise ConfigError(f"environment: unknown variable {name}{hint}")
