"""The round workbook: our own tidy .xlsx, one sheet a table, made to be filled in by people."""

from plantrack_nb.load.round_book.read import is_round_workbook, read_workbook
from plantrack_nb.load.round_book.write import write_workbook

__all__ = ["is_round_workbook", "read_workbook", "write_workbook"]
