"""Which key of a record is which field of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newslint.model import FIELDS, Origin, folded_name
from newslint.readers.base import Item, RawRecord, ReaderOptions, Unreadable, sample

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("_id", "uid", "uuid", "guid", "doc_id", "document_id", "article_id", "news_id", "docno"),
    "source": (
        "source_name", "outlet", "publisher", "publication", "newspaper", "site", "site_name", "source_domain",
        "domain", "hostname", "host", "website", "provider",
    ),
    "url": ("link", "href", "article_url", "canonical_url", "source_url", "web_url", "permalink", "uri"),
    "title": ("headline", "head", "heading", "article_title", "news_title", "title_text"),
    "published_at": (
        "published", "published_date", "publication_date", "publish_date", "date_published", "date_publish", "pub_date",
        "publish_time", "published_time", "date_time", "date", "time", "timestamp", "created_at", "created",
    ),
    "modified_at": (
        "modified", "updated_at", "updated", "date_modified", "date_modify", "modified_date", "modification_date",
        "update_date", "last_modified",
    ),
    "author": ("authors", "byline", "by", "creator", "writer", "author_name", "author_names"),
    "language": ("lang", "language_code", "lang_code", "locale", "in_language"),
    "dateline": ("date_line",),
    "body": (
        "text", "content", "article", "article_body", "article_text", "full_text", "main_text", "content_text",
        "body_text", "text_content", "plain_text", "news_text", "story", "raw_content", "contents",
    ),
}  # fmt: skip
"""Usual names of each field, most telling first; case, underscores, hyphens and spaces do not matter.

Collected from the output of newspaper4k, news-please, trafilatura, goose3, Scrapy projects, NewsAPI, schema.org and
42 scraped corpora.
"""

_PLANS_KEPT = 256
_KEYS_SHOWN = 12


class _Plan(NamedTuple):
    """What becomes of the keys of a record: ``fields`` they hold, ``others``, and ``nested`` names to follow."""

    fields: dict[str, str]
    others: tuple[str, ...]
    nested: tuple[tuple[str, str], ...]


class FieldMap:
    """Sorts the keys of records into article fields; what belongs to no field becomes ``extra``.

    A configured name wins, then a key that is exactly a field's name, then the usual names in the order of ALIASES.
    A field with a configured name is never guessed.
    """

    def __init__(self, options: ReaderOptions) -> None:
        self._configured = options.fields
        self._mapped = options.mapped
        self._textless = options.textless
        # Records of one corpus share few key sets, so the decision is made once for each of them.
        self._plans: dict[tuple[str, ...], _Plan] = {}

    def record(self, data: Mapping[str, object], origin: Origin, raw: str | bytes = "") -> Item:
        """Return *data* as a raw record, or as unreadable (quoting *raw*) where it has neither a body nor a title."""
        values, extra = self._split(data)
        if "body" not in values and "title" not in values and not self._textless:
            return Unreadable(origin, unmapped(data), sample(raw))
        return RawRecord(values, extra, origin) if self._mapped else RawRecord({}, dict(data), origin)

    def split(self, data: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
        """Return the values of *data* that belong to article fields, and all others under their own names."""
        return self._split(data) if self._mapped else ({}, dict(data))

    def _split(self, data: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
        names = tuple(data)
        plan = self._plans.get(names) or self._plan(names)
        values = {field: data[key] for field, key in plan.fields.items()}
        for field, name in plan.nested:
            _reach(data, name, field, values)
        return values, {key: data[key] for key in plan.others}

    def paths(self, data: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
        """Return the keys that lead to the value of each field in *data*; a nested one may lead nowhere."""
        names = tuple(data)
        plan = self._plans.get(names) or self._plan(names)
        nested = {field: tuple(name.split(".")) for field, name in plan.nested}
        return nested | {field: (key,) for field, key in plan.fields.items()}

    def plan(self, keys: Iterable[str]) -> dict[str, str]:
        """Return which of *keys* holds which field; nested names are not looked at."""
        names = tuple(keys)
        return (self._plans.get(names) or self._plan(names)).fields

    def _plan(self, names: tuple[str, ...]) -> _Plan:
        if len(self._plans) >= _PLANS_KEPT:
            self._plans.clear()
        fields = self._fields_of(names)
        used = set(fields.values())
        plan = self._plans[names] = _Plan(
            fields,
            tuple(name for name in names if name not in used),
            tuple((field, name) for field, name in self._configured.items() if field not in fields and "." in name),
        )
        return plan

    def repeated(self, names: Sequence[str]) -> str | None:
        """Say which of *names* stands there twice and holds a field: nothing tells which of the two is meant."""
        if len(set(names)) == len(names):
            return None
        for field, name in self.plan(names).items():
            if (times := names.count(name)) > 1:
                return f"the name {sample(name)}, which holds the {field}, stands there {times:,} times; leave one"
        return None

    def has_text(self, keys: Iterable[str]) -> bool:
        """Return whether records with *keys* can hold a body or a title; nested ones, if configured, may be there."""
        plan = self.plan(keys)
        return self._textless or any(
            field in plan or "." in self._configured.get(field, "") for field in ("body", "title")
        )

    def _fields_of(self, names: tuple[str, ...]) -> dict[str, str]:
        plan = {field: name for field, name in self._configured.items() if name in names}
        taken = set(plan.values())
        folded: dict[str, str] = {}
        for name in names:
            if name not in taken:
                folded.setdefault(folded_name(name), name)
        for field in FIELDS:
            if field in self._configured:
                continue
            usual = field if field in names and field not in taken else _first_usual(field, folded)
            if usual is not None:
                plan[field] = usual
        return plan


def unmapped(keys: Iterable[str]) -> str:
    """Say that there is no text under any known name, which names there are, and how to map one."""
    names = [str(key) for key in keys]
    if not names:
        return "the record is empty"
    shown = ", ".join(sample(name) for name in names[:_KEYS_SHOWN]) + (", …" if len(names) > _KEYS_SHOWN else "")
    return (
        f"there is neither a body nor a title among the names {shown}; "
        'say which one is the body: --field body=NAME, or [fields] body = "NAME" in the configuration'
    )


def _first_usual(field: str, folded: Mapping[str, str]) -> str | None:
    for alias in _FOLDED_ALIASES[field]:
        if alias in folded:
            return folded[alias]
    return None


def _reach(data: Mapping[str, object], dotted: str, field: str, values: dict[str, object]) -> None:
    """Put the value at the dotted path into *values*, if the path leads anywhere."""
    value: object = data
    for part in dotted.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return
        value = value[part]
    values[field] = value


# The field's own name comes first, so that "Body" is found before "text".
_FOLDED_ALIASES = {field: tuple(folded_name(name) for name in (field, *ALIASES[field])) for field in FIELDS}
