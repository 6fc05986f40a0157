"""What a check means, taken from its documentation."""

from __future__ import annotations

import re

import msgspec

from newslint.checks import resolve
from newslint.errors import UnknownNameError
from newslint.reporters.wording import title

_CODE = re.compile(r"``?")
_NO_FIX = re.compile(r"^None(?: in the data)?\W+")


class Meaning(msgspec.Struct, frozen=True):
    """A check in a reader's words: what it flags in one sentence, why that hurts, what to do."""

    code: str
    slug: str
    summary: str
    why: str = ""
    fix: str = ""

    @property
    def title(self) -> str:
        """The slug as a heading."""
        return title(self.slug)


def meaning(code: str, slug: str = "") -> Meaning:
    """Return the meaning of *code*; a check that is not installed here is described by its *slug* alone."""
    try:
        check = resolve(code)
    except UnknownNameError:
        return Meaning(code, slug or code, title(slug or code))
    parts = _sections(check.doc())
    fix = _NO_FIX.sub("", _first_paragraph(parts, "Fix"))
    return Meaning(
        code, check.slug, check.summary(), _first_paragraph(parts, "Why it hurts"), fix[:1].upper() + fix[1:]
    )


def prose(text: str) -> tuple[tuple[bool, str], ...]:
    """Split documentation prose into (is code, text) at its backticks."""
    return tuple((i % 2 == 1, part) for i, part in enumerate(_CODE.split(text)) if part)


def _sections(doc: str) -> dict[str, str]:
    """Split a docstring at its headings, which are lines underlined by dashes."""
    lines = doc.splitlines()
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if below and set(below.strip()) == {"-"} and line.strip():
            current = found.setdefault(line.strip(), [])
        elif set(line.strip()) != {"-"}:
            current.append(line)
    return {heading: "\n".join(body).strip() for heading, body in found.items()}


def _first_paragraph(sections: dict[str, str], heading: str) -> str:
    return " ".join(sections.get(heading, "").partition("\n\n")[0].split())
