"""Let several widgets change together: what is sent at once is painted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ipywidgets as w


@contextmanager
def held_back(widgets: Iterable[w.Widget]) -> Iterator[None]:
    """Send what is changed within one after the other at the end, a message a widget."""
    with ExitStack() as stack:
        for one in widgets:
            stack.enter_context(one.hold_sync())
        yield
