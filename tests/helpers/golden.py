"""Hold a text against the one that was looked at and kept in ``tests/golden``.

A missing or different one fails. After looking at the difference, renew them with
``PLANTRACK_RENEW_GOLDENS=1 python -m pytest …``: that run still fails, the next one passes.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

_MOST_LINES = 40
FOLDER = Path(__file__).resolve().parent.parent / "golden"


def hold_against(name: str, text: str) -> None:
    """Assert that ``text`` is what ``tests/golden/{name}`` holds."""
    path = FOLDER / name
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    if kept != text and os.environ.get("PLANTRACK_RENEW_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    changes = difflib.unified_diff(kept.split("\n"), text.split("\n"), str(path), "now", n=1)
    assert kept == text, "\n".join([*changes][:_MOST_LINES])
