"""What a worker process does: read its share and check it.

The fork server imports this module, and with it what a batch needs, once for all workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

import msgspec

from newslint.config import Config
from newslint.engine.accept import Accepted
from newslint.engine.batch import BatchChecker
from newslint.engine.notes import Checked, checked
from newslint.readers import ReaderOptions
from newslint.readers.shares import SHARE_BYTES, Share, read_share
from newslint.text.scan import PATIENCE

SMALL = PATIENCE // SHARE_BYTES
"""Shares of a corpus that is scanned sooner than a compiler is done."""


def prepared(shares: Iterable[Share], prepare: Callable[[], None]) -> Iterator[Share]:
    """Return *shares*, for processes; of a large corpus, after *prepare* has kept what each would else compile."""
    shares = iter(shares)
    first = list(islice(shares, SMALL + 1))
    if len(first) > SMALL:
        prepare()
    return chain(first, shares)


class CheckShares(msgspec.Struct, frozen=True):
    """Makes the function that checks shares; it travels to each worker once."""

    config: Config
    options: ReaderOptions
    keep_excerpts: bool
    keep_articles: int
    accepted: Accepted = frozenset()

    def __call__(self) -> Callable[[Share], Checked]:
        """Compile the checks and return the function."""
        checker = BatchChecker(
            self.config,
            keep_excerpts=self.keep_excerpts,
            keep_articles=self.keep_articles,
            accepted=self.accepted,
        )
        return lambda share: checked(checker.check(list(read_share(share, self.options))))
