"""Pictures of the guide and the README, taken by the tests that walk through what they show."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.chromium import Chromium

FOLDER = os.environ.get("PLANTRACK_PICTURES", "")
"""Where they are kept; nothing is taken when it is not named."""

_AT_REST = "new Promise(done => setTimeout(() => done(true), 700))"


def keep_picture(browser: Chromium, name: str) -> None:
    """Keep a picture of the window, if a folder is named."""
    if FOLDER:
        browser.ask(_AT_REST)
        browser.screenshot(Path(FOLDER) / f"{name}.webp")
