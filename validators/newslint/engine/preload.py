"""What checking needs whatever the corpus: the fork server imports this module once, and no worker again."""

from contextlib import suppress

import numpy  # noqa: F401

import newslint.engine.worker  # noqa: F401
from newslint.checks.registry import load_checks

# What is wrong with a plug-in, the run itself says, in its own words and in the parent.
with suppress(Exception):
    load_checks()
