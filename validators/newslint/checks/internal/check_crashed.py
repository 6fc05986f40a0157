"""INT001 check-crashed."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from newslint.checks.base import EngineCheck
from newslint.model import ArticleRef, Finding, Severity


class CheckCrashed(EngineCheck):
    """A check raised an exception on this article.

    What it flags
    -------------
    An article on which a check stopped with an exception, or gave a finding or a fix whose place is not in the text.
    The finding names the check, the class of the exception, its text and the line of code; every other check has still
    looked at the article, and the run goes on. Where a check of the whole corpus stopped, the finding is about the
    article ``corpus``.

    Why it hurts
    ------------
    For this article the silence of the crashed check says nothing, so a corpus must not pass on it.

    Example
    -------
    ``DAT006 crashed on this article with OverflowError: date value out of range.``

    Fix
    ---
    None in the data. Please report the article's text and the message as a bug of the check, and leave the check out
    with ``--ignore`` until it is mended.

    Options
    -------
    None.

    Limits
    ------
    A crash of the interpreter itself (out of memory, a killed process) is not an exception and is not caught here.
    """

    code = "INT001"
    slug = "check-crashed"
    severity = Severity.ERROR

    def report(self, article: ArticleRef, crashed: str, error: Exception) -> Finding:
        """Return the finding for the check *crashed*, which raised *error* on *article*."""
        return self._about(article, "this article", crashed, error)

    def report_on_corpus(self, crashed: str, error: Exception) -> Finding:
        """Return the finding for the corpus check *crashed*, which raised *error* when it had seen all articles."""
        return self._about(ArticleRef(id="corpus"), "the whole corpus", crashed, error)

    def _about(self, article: ArticleRef, what: str, crashed: str, error: Exception) -> Finding:
        name = type(error).__name__
        return self.finding_about(
            article=article,
            field="",
            quote=crashed,
            message=f"{crashed} crashed on {what} with {name}: {error}.",
            evidence={"check": crashed, "exception": name, **_innermost(error)},
        )


def _innermost(error: Exception) -> dict[str, str]:
    """Return the line of code that raised *error*, without its folder: reports do not depend on the machine."""
    frames = traceback.extract_tb(error.__traceback__)
    return {"at": f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}"} if frames else {}
