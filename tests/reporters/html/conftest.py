"""The report factory, and a Chromium that the report must behave well in."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def factory() -> ModuleType:
    """The module that makes reports; loaded by path, since test directories are no packages."""
    spec = importlib.util.spec_from_file_location("html_report_factory", Path(__file__).with_name("factory.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _unavailable(reason: str) -> None:
    if os.environ.get("NEWSLINT_REQUIRE_BROWSER") == "1":
        pytest.fail(f"NEWSLINT_REQUIRE_BROWSER=1, but {reason}")
    pytest.skip(f"browser test: {reason}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium; the test is skipped, or fails where a browser is required, when there is none."""
    path = os.environ.get("NEWSLINT_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        _unavailable(f"no Chromium was found ({', '.join(CHROMIUM_NAMES)}; or set NEWSLINT_CHROMIUM)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _unavailable("playwright is not installed")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open an HTML text in its own context: ``show(html, fragment="", **context_options)``.

    The page it returns carries ``requests`` (addresses other than the file itself) and ``complaints`` (console
    messages and uncaught errors).
    """
    contexts = []

    def open_page(html: str, fragment: str = "", **options: Any) -> Any:
        file = tmp_path / f"report{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        contexts.append(context)
        page = context.new_page()
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(file.as_uri() + fragment)
        page.requests = [url for url in page.requests if not url.startswith((file.as_uri(), "data:"))]
        if options.get("java_script_enabled", True) and 'id="index"' in html:
            page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
