"""Typed configuration: defaults, file, environment, command line."""

from newslint.config.convert import check_keys, readable
from newslint.config.load import find_config, load_config, place, rank
from newslint.config.schema import Config, GateConfig, SourceConfig, TextConfig

__all__ = [
    "Config",
    "GateConfig",
    "SourceConfig",
    "TextConfig",
    "check_keys",
    "find_config",
    "load_config",
    "place",
    "rank",
    "readable",
]
