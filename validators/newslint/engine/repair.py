"""Which edits repair which article: its fixes made in memory, and looked at again until none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from newslint.checks import Check, CorpusCheck, load_checks
from newslint.config import Config
from newslint.engine.accept import Accepted
from newslint.engine.batch import BATCH_SIZE, BatchChecker, in_batches
from newslint.engine.fixes import compatible
from newslint.engine.parallel import Pool
from newslint.engine.select import select_codes
from newslint.engine.worker import prepared
from newslint.model import WHOLE_FILE, Edit, Finding, Fix, RecordPlace, Repair, Tally
from newslint.model.repair import apply_edits, compose_edits, digest
from newslint.readers import Item, RawRecord, ReaderOptions, parse_text, to_article
from newslint.readers.shares import Share, read_share
from newslint.text.scan import MAX_HITS

MAX_ROUNDS = 10
"""How often an article is looked at again after fixes; one fix seldom uncovers a second defect, hardly ever a third.

A longer text gets a round more for every MAX_HITS characters: a check that finds its places by triggers sees no more
than MAX_HITS of them in a round."""


class Unsettled(msgspec.Struct, frozen=True):
    """An article whose fixes called for further fixes, *rounds* times; *codes* are those of the last ones."""

    path: str
    article: str
    codes: tuple[str, ...]
    rounds: int = MAX_ROUNDS


class Repairs(msgspec.Struct):
    """What repairs the articles of one share or more.

    ``waiting`` counts the unsafe fixes that were not asked for, ``tally`` what was looked at; ``lost`` says that the
    share was not, because the processes that did so died.
    """

    made: list[Repair]
    unsettled: list[Unsettled]
    waiting: int
    tally: Tally
    lost: bool = False


class FindRepairs(msgspec.Struct, frozen=True):
    """Makes the function that finds the repairs of shares; it travels to each worker once.

    ``of_corpus`` are findings of corpus checks, which see all articles before any of them is repaired.
    """

    config: Config
    options: ReaderOptions
    unsafe: bool
    accepted: Accepted = frozenset()
    of_corpus: Mapping[RecordPlace, Sequence[Finding]] = {}

    def __call__(self) -> Callable[[Share], Repairs]:
        """Compile the checks and return the function."""
        repairer = self.repairer()
        return lambda share: repairer.repair(list(read_share(share, self.options)))

    def repairer(self) -> Repairer:
        """Compile the checks."""
        return Repairer(self.config, self.options, accepted=self.accepted, unsafe=self.unsafe, of_corpus=self.of_corpus)


def find_repairs(
    shares: Iterable[Share], find: FindRepairs, jobs: int, note: Callable[[str], None]
) -> Iterator[Repairs]:
    """Yield the repairs of *shares* in their order, found on *jobs* processes; *note* is told when one dies."""
    config = _fixing(find.config)
    if config is None:
        return
    find = msgspec.structs.replace(find, config=config)
    if jobs > 1:
        pool = Pool(jobs, find, lambda _: Repairs([], [], 0, Tally(), lost=True), note)
        yield from pool.map(prepared(shares, lambda: BatchChecker(config).prepare()))
        return
    repairer = find.repairer()
    for share in shares:
        for batch in in_batches(read_share(share, find.options), BATCH_SIZE):
            yield repairer.repair(batch)


def fixing_corpus(config: Config) -> Config | None:
    """Return *config* with only its corpus checks that have fixes, or None where it has none."""
    return _with_only(config, lambda check: check.fix != "none" and issubclass(check, CorpusCheck))


def by_place(findings: Iterable[Finding]) -> dict[RecordPlace, list[Finding]]:
    """Return *findings* by the places of their articles."""
    found: dict[RecordPlace, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.article.origin.record, []).append(finding)
    return found


def _fixing(config: Config) -> Config | None:
    """Return *config* with only those of its checks that have fixes, or None where none has."""
    return _with_only(config, lambda check: check.fix != "none")


def _with_only(config: Config, is_wanted: Callable[[type[Check]], bool]) -> Config | None:
    codes = [code for code in select_codes(config) if is_wanted(load_checks()[code])]
    return (
        msgspec.structs.replace(config, select=codes, ignore=[], extend_select=[], extend_ignore=[]) if codes else None
    )


class Repairer:
    """Finds the repairs of batches of records."""

    def __init__(
        self,
        config: Config,
        options: ReaderOptions,
        *,
        accepted: Accepted = frozenset(),
        unsafe: bool = False,
        of_corpus: Mapping[RecordPlace, Sequence[Finding]] = MappingProxyType({}),
    ) -> None:
        self._checker = BatchChecker(config, accepted=accepted)
        self._of_corpus = of_corpus
        self._layout = options.layout
        self._unsafe = unsafe

    def repair(self, items: Sequence[Item]) -> Repairs:
        """Return the repairs of *items*: all their safe fixes, and with *unsafe* the others as well."""
        result = self._checker.check(items)
        drafts = [_Draft(item, self._layout) for item in items if isinstance(item, RawRecord)]
        pending = self._amend(drafts, result.findings, self._of_corpus)
        restless: set[_Draft] = set()
        while pending:
            findings = self._checker.check([draft.record for draft in pending]).findings
            amended = self._amend(pending, findings)
            restless.update(draft for draft in amended if draft.rounds > draft.most_rounds)
            pending = [draft for draft in amended if draft not in restless]
        return Repairs(
            [draft.repair() for draft in drafts if draft.fixes and draft not in restless],
            [draft.unsettled() for draft in drafts if draft in restless],
            sum(draft.waiting for draft in drafts),
            result.tally,
        )

    def _amend(
        self,
        drafts: Sequence[_Draft],
        findings: Iterable[Finding],
        of_corpus: Mapping[RecordPlace, Sequence[Finding]] = MappingProxyType({}),
    ) -> list[_Draft]:
        """Make the fixes of *findings*, and *of_corpus* by place; return the drafts in which one was made."""
        found: dict[int, list[Finding]] = {}
        for finding in findings:
            if finding.accepted:
                continue  # the text is wanted as it is
            # All findings of an article share the origin of its record.
            found.setdefault(id(finding.article.origin), []).append(finding)
        return [
            draft
            for draft in drafts
            if draft.amend(
                [*found.get(id(draft.record.origin), ()), *of_corpus.get(draft.record.origin.record, ())],
                unsafe=self._unsafe,
            )
        ]


class _Draft:
    """A record while it is being repaired."""

    def __init__(self, record: RawRecord, layout: Sequence[str] | None) -> None:
        self.record = record
        self.fixes = self.rounds = 0
        self.waiting = 0
        self.most_rounds = MAX_ROUNDS + sum(map(len, _texts(record).values())) // MAX_HITS
        self._first = record
        self._layout = layout
        self._codes: list[str] = []
        self._edits: dict[str, list[Edit]] = {}

    def amend(self, findings: Sequence[Finding], *, unsafe: bool) -> bool:
        """Make those fixes of *findings* that can be made together; return whether there were any."""
        fixable = [finding for finding in findings if finding.fix is not None and self._has_places(finding.fix)]
        self.waiting = 0 if unsafe else sum(finding.fix is not None and not finding.fix.safe for finding in fixable)
        chosen = compatible(fixable, unsafe=unsafe)
        if not chosen:
            return False
        self.fixes += len(chosen)
        self.rounds += 1
        self._codes = [finding.code for finding in chosen]
        self._make([self._in_file(edit) for finding in chosen if finding.fix for edit in finding.fix.edits])
        return True

    def repair(self) -> Repair:
        """Return what was done, as edits of the record as it was read."""
        edits = tuple(edit for field in sorted(self._edits) for edit in self._edits[field])
        first = _texts(self._first)
        digests = {field: digest(first[field]) for field in self._edits}
        return Repair(self._first.origin, to_article(self._first).id, self.fixes, edits, digests)

    def unsettled(self) -> Unsettled:
        """Say which fixes came again and again."""
        codes = tuple(dict.fromkeys(self._codes))
        return Unsettled(self._first.origin.path, to_article(self._first).id, codes, self.most_rounds)

    def _has_places(self, fix: Fix) -> bool:
        """Return whether the text of every edit stands in the file as it is: a joined list of authors does not."""
        record = self.record
        places = record.values if record.text is None else record.origin.fields
        return all(isinstance(record.values.get(edit.field), str) and edit.field in places for edit in fix.edits)

    def _in_file(self, edit: Edit) -> Edit:
        if self.record.text is None:
            return edit
        offset = self.record.origin.fields[edit.field].offset
        return Edit(WHOLE_FILE, edit.start + offset, edit.end + offset, edit.text)

    def _make(self, edits: Sequence[Edit]) -> None:
        texts = _texts(self.record)
        for field in {edit.field for edit in edits}:
            here = [edit for edit in edits if edit.field == field]
            self._edits[field] = compose_edits(texts[field], self._edits.get(field, []), here)
            texts[field] = apply_edits(texts[field], here)
        if self.record.text is None:
            values = {**self.record.values, **texts}
            self.record = msgspec.structs.replace(self.record, values=values)
        else:
            self.record = parse_text(texts[WHOLE_FILE], self.record.origin.path, self._layout)


def _texts(record: RawRecord) -> dict[str, str]:
    """Return the texts of *record* that can be edited, by field."""
    if record.text is not None:
        return {WHOLE_FILE: record.text}
    return {field: value for field, value in record.values.items() if isinstance(value, str)}
