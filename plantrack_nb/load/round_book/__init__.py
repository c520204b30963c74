"""The round workbook: our own tidy .xlsx, one sheet a table, made to be filled in by people.

In: a workbook made by `plantrack template`, filled in.
Out: a `Reading`; every fault of the workbook at once.
To change here: its sheets and words; how a workbook is written stands in `workbooks/`.
Tests: tests/unit/load.
"""

from plantrack_nb.load.round_book.read import is_round_workbook, read_workbook
from plantrack_nb.load.round_book.write import write_workbook

__all__ = ["is_round_workbook", "read_workbook", "write_workbook"]
