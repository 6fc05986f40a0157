"""The configuration as typed records; every key of ``newslint.toml`` is a field here, and nothing else is allowed."""

from __future__ import annotations

import os
from typing import Annotated, Any, Literal

import msgspec

from newslint.config.convert import check_keys, converted, layered, leaves
from newslint.errors import ConfigError

SeverityName = Literal["error", "warning", "info"]
FailOn = Literal["error", "warning", "info", "never"]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
PYTHON = "Config"
"""What messages name as the place of settings that were made in Python."""


class GateConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When a run fails.

    ``fail_on`` is the mildest severity that fails the gate. ``limits`` allows a share of articles (0 to 1) to be
    flagged by a check, by each check of a family, or to have findings of a severity; the narrower one judges alone: a
    check before its family, a family before a severity. ``baseline`` is the file of
    accepted findings, ``reference`` the JSON report of an earlier run, with which this one is compared; in a
    configuration file both are relative to its folder; empty: none.
    """

    fail_on: FailOn = "error"
    limits: dict[str, Share] = {}
    baseline: str = ""
    reference: str = ""


class TextConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How plain-text files are laid out: field names line by line, ``""`` for a blank line, ``body`` last.

    An empty layout means that newslint looks for itself.
    """

    layout: list[str] = []


class SourceConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is different for one source: a weekly magazine is not a wire."""

    ignore: list[str] = []
    severity: dict[str, SeverityName] = {}
    checks: dict[str, dict[str, Any]] = {}


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole configuration.

    ``select`` and ``ignore`` take codes (``DAT001``), slugs (``mashed-date``), families (``DAT``) or ``ALL``; an empty
    ``select`` means every check that is not in preview; ``extend_select`` and ``extend_ignore`` add to what a lower
    layer says. Of two names for a check the narrower one wins, and ``ignore`` where they are equally narrow.
    ``required`` names the fields that must not be blank,
    ``fields`` maps article fields to the names the data uses, ``severity`` overrides severities by check, ``checks``
    holds the options of checks, ``sources`` the exceptions by source. ``per_file_ignores`` leaves checks out in files
    whose names match a glob: of the last part of the path, or of the whole where the glob has a slash; in a
    configuration file it is then relative to its folder.

    ``origins`` is no key: it says where the values come from, by whole key (``gate.limits.DAT001``), if not from the
    defaults.
    """

    select: list[str] = []
    ignore: list[str] = []
    extend_select: list[str] = []
    extend_ignore: list[str] = []
    preview: bool = False
    required: list[str] = msgspec.field(default_factory=lambda: ["title", "body"])
    encoding: str = "utf-8"
    fields: dict[str, str] = {}
    severity: dict[str, SeverityName] = {}
    checks: dict[str, dict[str, Any]] = {}
    sources: dict[str, SourceConfig] = {}
    per_file_ignores: dict[str, list[str]] = {}
    gate: GateConfig = GateConfig()
    text: TextConfig = TextConfig()
    origins: dict[str, str] = {}

    @classmethod
    def of(cls, base: Config | None = None, /, **settings: Any) -> Config:
        """Return *base* (default: the defaults) with *settings* over its own; all of it is validated.

        Tables are plain dictionaries: ``Config.of(select=["DAT"], gate={"fail_on": "warning"})``.

        Raises
        ------
        ConfigError
            A key or value makes no sense; the message names it, and the nearest right key.

        """
        below, above = _plain(base or cls()), _plain(settings)
        origins = below.pop("origins", {}) | dict.fromkeys(leaves(above), PYTHON)
        for layer in (below, above):
            check_keys(layer, cls, PYTHON)
            converted(layer, cls, PYTHON)
        return converted({**layered(below, above), "origins": origins}, cls, PYTHON)


def _plain(settings: Config | dict[str, Any]) -> dict[str, Any]:
    """Return *settings* as a file would hold them: records, tuples, severities and paths become tables and texts."""
    try:
        plain: dict[str, Any] = msgspec.to_builtins(settings, enc_hook=os.fspath)
    except TypeError as error:
        raise ConfigError(f"Config: {error}") from error
    return plain
