"""Which plan holds for which article: what is configured for its source and for its file."""

from __future__ import annotations

import os
import re
from fnmatch import translate

import msgspec

from newslint.config import Config
from newslint.engine.names import by_code, codes_of, limits_of_checks
from newslint.engine.select import Plan, make_plan
from newslint.model import Article, ArticleRef, Finding

_NOTHING: frozenset[str] = frozenset()


class Plans:
    """The plans of one configuration; ``default`` holds where nothing else is said.

    ``limited`` are the codes of the checks with a limit of their own.

    All are made from names and options that are looked at here, so that a wrong one stops the run at its start.
    """

    def __init__(self, config: Config) -> None:
        self.limited = frozenset(by_code(limits_of_checks(config.gate), "gate.limits", config))
        self.default = make_plan(config)
        self._config = config
        self._files = [
            (Glob(pattern), codes_of(config, f"per_file_ignores.{pattern}", names))
            for pattern, names in config.per_file_ignores.items()
        ]
        self._ignored: dict[str, frozenset[str]] = {}
        self._plans = {(source, _NOTHING): make_plan(config, source) for source in config.sources}

    def of(self, article: Article | ArticleRef) -> Plan:
        """Return the checks that run for *article*."""
        source = article.source if article.source in self._config.sources else ""
        ignored = self._ignored_in(article.origin.path) if self._files else _NOTHING
        if not source and not ignored:
            return self.default
        key = source or "", ignored
        if key not in self._plans:
            self._plans[key] = make_plan(self._config, source, ignored)
        return self._plans[key]

    def configured(self, finding: Finding) -> Finding | None:
        """Return what a corpus check found as it is configured for its article; ``None`` where it is left out there.

        Options hold for the whole corpus.
        """
        check = self.of(finding.article).checks.get(finding.code)
        return None if check is None else msgspec.structs.replace(finding, severity=check.severity_now)

    def _ignored_in(self, path: str) -> frozenset[str]:
        if path not in self._ignored:
            sets = [codes for glob, codes in self._files if glob.matches(path)]
            self._ignored[path] = frozenset().union(*sets)
        return self._ignored[path]


class Glob:
    """A pattern of file names: of the whole path where it has a slash, else of the last part of it."""

    def __init__(self, pattern: str) -> None:
        pattern = pattern.replace(os.sep, "/")
        self._of_name = "/" not in pattern
        self._pattern = re.compile(translate(pattern if self._of_name else _whole(pattern)))

    def matches(self, path: str) -> bool:
        """Return whether the file at *path* is meant."""
        whole = _whole(path)
        return self._pattern.match(whole.rpartition("/")[2] if self._of_name else whole) is not None


def _whole(path: str) -> str:
    return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 pathlib would follow links
