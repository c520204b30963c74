"""A browser, and axe-core, for the tests that look at pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from helpers.chromium import Chromium

_VIOLATIONS = (
    "axe.run().then(all => all.violations.map("
    "one => [one.id, one.help, one.nodes.map(node => node.html.slice(0, 300))]))"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    """Open one browser for all tests of a module."""
    with Chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core, which a test-only package ships as a file."""
    found = find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("axe-core is not installed: pip install --no-deps axe-playwright-python")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def violations(browser: Chromium, axe: str) -> Callable[[Path, int], list[Any]]:
    """Return what lists axe's findings in a page at a width, with every part of it opened."""

    def found(page: Path, width: int) -> list[Any]:
        browser.open(page, width)
        browser.ask("document.querySelectorAll('details').forEach(one => one.open = true)")
        browser.ask(f"{axe}; true")
        answer: list[Any] = browser.ask(_VIOLATIONS)
        return answer

    return found
