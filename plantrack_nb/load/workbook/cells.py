"""The cells of a workbook as typed values, sheet by sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from plantrack_nb.load.workbook.sheet import Cells


def read_cells(path: Path) -> Mapping[str, Sequence[Cells]]:
    """Give every sheet's cells, rows from A1 on."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    return {n: book.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in book.sheet_names}
