"""``newslint init``: look at a corpus and write its configuration."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cli.corpus import UNREADABLE_PATH, add_paths
from newslint.cli.output import refuse_inputs, say
from newslint.errors import ConfigError, InputError
from newslint.files import writing

if TYPE_CHECKING:
    from newslint.readers.survey import Survey

DEFAULT = Path("newslint.toml")
USUAL_SHARE = 0.5
"""Share of records from which a title or a body is required: where most have none, the corpus is one without."""
FIRM_SHARE = 0.95
"""Share of records from which any other field is required: what nearly all have, each should have."""
_FIRM = ("source", "url", "published_at")
_SHOWN = 48
_OTHERS_SHOWN = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    add_paths(parser, stdin=False)
    parser.add_argument("--encoding", default="utf-8", metavar="NAME", help="character encoding (default: utf-8)")
    parser.add_argument(
        "--output", type=Path, default=DEFAULT, metavar="FILE", help=f"the file to write (default: {DEFAULT})"
    )
    parser.add_argument("--force", action="store_true", help="overwrite the file if there is one")


def run(arguments: argparse.Namespace) -> int:
    """Show what the corpus holds, write the configuration and return the exit status."""
    from newslint.readers import STDIN, ReaderOptions, validate_paths
    from newslint.readers.survey import survey

    if arguments.output.exists() and not arguments.force:
        raise ConfigError(f"{arguments.output} is there already; --force overwrites it")
    if STDIN in arguments.paths:
        raise ConfigError("init looks at files, not at standard input (-)")
    for problem in validate_paths(arguments.paths).values():
        raise problem
    refuse_inputs((arguments.output,), arguments.paths)
    found = survey(arguments.paths, ReaderOptions(encoding=arguments.encoding))
    if not found.records:
        raise InputError(_no_record(found))
    with writing(None) as stream:
        stream.write("\n".join(_described(found)) + "\n")
    with writing(arguments.output) as stream:
        stream.write("\n".join(_configuration(found, arguments.encoding)) + "\n")
    say(f"{arguments.output} is written; check the corpus with: newslint check {' '.join(arguments.paths)}")
    return 0 if _has_text(found) or found.body() else UNREADABLE_PATH


def _no_record(found: Survey) -> str:
    if not found.unreadable:
        return "there is no record to look at"
    first = found.unreadable[0]
    return f"no record can be read; the first problem is in {first.origin.path}: {first.reason}"


def _described(found: Survey) -> Iterator[str]:
    from newslint.reporters.wording import cut_end, percent, plural

    yield f"{plural(found.records, 'record')} of {plural(found.files, 'file')}, the first of each file."
    if found.unreadable:
        first = found.unreadable[0]
        yield f"{plural(len(found.unreadable), 'record')} cannot be read: {first.origin.path}: {first.reason}"
    yield ""
    names = _names(found)
    width = max([len(name) for name in names.values()] + [len("name")])
    yield f"{'field':13} {'name':{width}} {'filled':>6}  example"
    for field, column in found.values.items():
        if column.filled:
            shown = cut_end(column.example, _SHOWN)
            yield f"{field:13} {names[field]:{width}} {percent(found.share(field)):>6}  {shown}"
    absent = [field for field, column in found.values.items() if not column.filled]
    if absent:
        yield f"not found: {', '.join(absent)}"
    used = {name for counted in found.fields.values() for name in counted}
    others = [name for name in found.columns if name not in used]
    if others:
        more = f" and {len(others) - _OTHERS_SHOWN} more" if len(others) > _OTHERS_SHOWN else ""
        yield f"other names: {', '.join(others[:_OTHERS_SHOWN])}{more}"
    if not _has_text(found):
        body = found.body()
        told = f"; “{body}” has the longest texts and is taken for the body" if body else ""
        yield f"No name is known as that of a body or a title{told}. Look at [fields] before you go on."


def _has_text(found: Survey) -> bool:
    return bool(found.values["body"].filled or found.values["title"].filled)


def _names(found: Survey) -> dict[str, str]:
    """Return under which names each field was found, as the table shows it."""
    return {
        field: ", ".join(counted) or ("(by its place)" if found.values[field].filled else "")
        for field, counted in found.fields.items()
    }


def _configuration(found: Survey, encoding: str) -> Iterator[str]:
    yield "# Written by newslint init. What is not here has its default."
    yield "# The options of a check are on its page: newslint explain DAT006."
    yield ""
    yield "# Fields that must be there and not blank (SCH001)."
    yield f"required = {_toml(_required(found))}"
    if encoding != "utf-8":
        yield f"encoding = {_toml(encoding)}"
    yield ""
    yield "# Article field = the name it has in the data, if that is another one. Dots reach into nested objects."
    yield "[fields]"
    for field, counted in found.fields.items():
        # Where files differ, each name is found by itself, and only then.
        if len(counted) == 1 and field not in counted:
            yield f"{field} = {_toml(next(iter(counted)))}"
    if not _has_text(found) and (body := found.body()):
        yield f"body = {_toml(body)}"
    yield ""
    yield "[gate]"
    yield "# The mildest severity that fails the run: error, warning, info or never."
    yield 'fail_on = "error"'
    yield ""
    yield "# Check, family or severity = share of articles (0 to 1) that it may flag; fail_on judges what has no limit."
    yield "[gate.limits]"


def _required(found: Survey) -> list[str]:
    texts = [field for field in ("title", "body") if found.share(field) >= USUAL_SHARE]
    return [*(texts or ["body"]), *(field for field in _FIRM if found.share(field) >= FIRM_SHARE)]


def _toml(value: object) -> str:
    """Return a text or a list of texts in TOML, whose strings have the escapes of JSON."""
    return json.dumps(value, ensure_ascii=False)
