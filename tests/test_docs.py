"""The documentation says what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from newslint.checks import load_checks
from newslint.cli.main import COMMANDS


def test_generated_documents_are_current(root: Path) -> None:
    command = [sys.executable, str(root / "scripts" / "make_docs.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_readme_names_only_checks_and_commands_that_exist(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    assert set(re.findall(r"\b[A-Z]{3}\d{3}\b", readme)) <= set(load_checks())
    assert set(re.findall(r"^    newslint ([a-z]+)\b", readme, re.MULTILINE)) <= set(COMMANDS)


def test_readme_configuration_is_valid(root: Path) -> None:
    from newslint.config import check_keys
    from newslint.config.schema import Config

    readme = (root / "README.md").read_text("utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    check_keys(tomllib.loads(example), Config, "README")


def test_readme_links_lead_somewhere(root: Path) -> None:
    for document in (root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").glob("*.md")):
        for path, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]+))?\)", document.read_text("utf-8")):
            target = document.parent / path if path else document
            assert target.exists(), f"{document.name} points to {path}"
            assert not anchor or anchor in anchors(target), f"{document.name} points to {path}#{anchor}"


def anchors(document: Path) -> set[str]:
    """Return the anchors of the headings of a Markdown *document*, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ +(.+?) *$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_the_hooks_take_what_is_read_and_call_commands_that_exist(root: Path) -> None:
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert (program, command in COMMANDS, options in ([], ["--fix"])) == ("newslint", True, True)
        assert re.search(hook["files"], "corpus/a.jsonl.gz")
        assert not re.search(hook["files"], "newslint.toml")


def test_no_absolute_path_of_somebodys_machine(root: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False).stdout.split()
    if not listed:
        pytest.skip("not a git checkout")
    texts = [root / name for name in listed if name != "tests/test_docs.py" and (root / name).suffix != ".png"]
    local = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
    guilty = [path.name for path in texts if path.is_file() and local.search(path.read_text("utf-8", "replace"))]
    assert guilty == []
