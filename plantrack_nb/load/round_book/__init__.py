"""The round workbook: our own tidy .xlsx, one sheet a table, made to be filled in by people.

In: a round, or nothing; a workbook that was filled in.
Out: the workbook; a reading, or every fault at once.
To change here: what it says to people (legend), how it is laid out (write), what of a round goes
into the next one's (begin), what is taken (read).
Tests: tests/unit/load/test_round_book.py.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from plantrack_nb.load.round_book.read import is_round_workbook, read_key, read_workbook

if TYPE_CHECKING:
    from plantrack_nb.load.round_book.begin import write_next
    from plantrack_nb.load.round_book.write import write_workbook

__all__ = ["is_round_workbook", "read_key", "read_workbook", "write_next", "write_workbook"]

_HOMES = {"write_next": "begin", "write_workbook": "write"}
"""What only writes workbooks, imported when it is first used."""


def __getattr__(name: str) -> object:
    """Import a name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
