"""The form of a reference to a place in a source."""

from __future__ import annotations

import re

_LINE = re.compile(r"^L(\d+)(?:\.(\d+))?$")
_CELL = re.compile(r"^(?P<sheet>.+)!(?P<column>[A-Z]{1,3})(?P<row>\d+)$")
_ON_PAGE = re.compile(r"^p\d+!(?:R\d+C\d+|L\d+)$")


def is_ref(text: str) -> bool:
    """Tell whether ``text`` has the form of a reference to a line, a cell or a place on a page."""
    return bool(_LINE.match(text) or _CELL.match(text) or _ON_PAGE.match(text))
