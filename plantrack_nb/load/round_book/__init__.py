"""The round workbook: our own tidy .xlsx, one sheet a table, made to be filled in by people.

In: a round, or nothing; a workbook that was filled in.
Out: the workbook; a reading, or every fault at once.
To change here: what it says to people (legend), how it is laid out (write), what of a round goes
into the next one's (begin), what is taken (read).
Tests: tests/unit/load/test_round_book.py.
"""

from plantrack_nb.load.round_book.begin import write_next
from plantrack_nb.load.round_book.read import is_round_workbook, read_key, read_workbook
from plantrack_nb.load.round_book.write import write_workbook

__all__ = ["is_round_workbook", "read_key", "read_workbook", "write_next", "write_workbook"]
