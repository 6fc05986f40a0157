"""Typed configuration: defaults, file, environment, command line."""

from newslint.config.load import check_keys, find_config, load_config, readable
from newslint.config.schema import Config, GateConfig, SourceConfig, TextConfig

__all__ = [
    "Config",
    "GateConfig",
    "SourceConfig",
    "TextConfig",
    "check_keys",
    "find_config",
    "load_config",
    "readable",
]
