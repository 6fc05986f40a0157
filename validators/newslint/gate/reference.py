"""The reference: an earlier run, with which the present one is compared."""

from __future__ import annotations

from pathlib import Path

import msgspec

from newslint.errors import ConfigError
from newslint.model import Counts


class _Report(msgspec.Struct):
    summary: Counts


def read_reference(path: Path) -> Counts:
    """Return the counts of the run whose JSON report lies at *path*.

    Raises
    ------
    ConfigError
        The file cannot be read, or is no JSON report of a release that counts all that is compared.

    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Report).summary
    except OSError as error:
        raise ConfigError(f"cannot read the reference {path}: {error.strerror or error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path} is no reference ({error}); newslint check --format json --output {path.name} writes one"
        ) from error
