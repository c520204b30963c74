"""The round workbook: our own tidy .xlsx, one sheet a table, made to be filled in by people."""

from plantrack_nb.load.workbook.read import is_round_workbook, read_workbook
from plantrack_nb.load.workbook.write import write_workbook

__all__ = ["is_round_workbook", "read_workbook", "write_workbook"]
