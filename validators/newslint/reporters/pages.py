"""A check's page, as Markdown and as plain text; the former is also the source of ``docs/checks``."""

from __future__ import annotations

import inspect
import re

import msgspec

from newslint.checks import Check

# An option as numpydoc writes it: name and kind on one line, what it means indented below.
_OPTION = re.compile(r"^(?P<name>\w+) : (?P<kind>[^\n]+)\n(?P<text>(?:    [^\n]*+(?:\n|$))+)", re.MULTILINE)
_HEADING = re.compile(r"^(?P<title>[A-Z][^\n]*)\n-{3,}$", re.MULTILINE)


def page(check: type[Check]) -> str:
    """Return the documentation of *check* as Markdown, with its facts and the defaults of its options."""
    summary, _, body = check.doc().partition("\n")
    body = _HEADING.sub(lambda heading: f"## {heading['title']}", body.strip())
    body = _OPTION.sub(_as_item, body)
    return f"# {check.code} {check.slug}\n\n{summary}\n\n{_facts(check)}\n\n{body}\n{_defaults(check)}"


def plain_page(check: type[Check]) -> str:
    """Return the documentation of *check* as text in which no character is markup."""
    text = _HEADING.sub(lambda heading: f"{heading['title']}:", check.doc())
    return text.replace("`", "")


def _as_item(option: re.Match[str]) -> str:
    text = " ".join(line.strip() for line in option["text"].splitlines())
    return f"- `{option['name']}` ({option['kind']}): {text}\n"


def _facts(check: type[Check]) -> str:
    facts = [f"severity: {check.severity}", f"scope: {check.scope}", f"fix: {check.fix}"]
    if check.preview:
        facts.append("in preview: select it by its code, or set `preview = true`")
    if check.precision:
        facts.append(check.precision)
    facts.append(f"source: `{source_file(check)}`")
    return "\n".join(f"- {fact}" for fact in facts)


def source_file(check: type[Check]) -> str:
    """Return where the check is written: the path of its module from the package's parent."""
    return check.__module__.replace(".", "/") + ".py" if inspect.getmodule(check) else check.__module__


def _defaults(check: type[Check]) -> str:
    fields = msgspec.structs.fields(check.Options)
    if not fields:
        return ""
    lines = [f"{field.name} = {_toml(field.default)}" for field in fields if field.default is not msgspec.NODEFAULT]
    return f"\n## Defaults\n\n```toml\n[tool.newslint.checks.{check.code}]\n" + "\n".join(lines) + "\n```\n"


def _toml(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(entry) for entry in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
