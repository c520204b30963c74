"""The form of a reference to a place in a source."""

from __future__ import annotations

import re

_LINE = re.compile(r"^L(\d+)(?:\.(\d+))?$")
_CELL = re.compile(r"^(?P<sheet>.+)!(?P<column>[A-Z]{1,3})(?P<row>\d+)$")


def is_ref(text: str) -> bool:
    """Tell whether ``text`` has the form of a line or a cell reference."""
    return bool(_LINE.match(text) or _CELL.match(text))
