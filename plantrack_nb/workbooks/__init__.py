"""The one writer and styler of .xlsx, and the typed cells of a workbook that was filled in.

In: sheets as data (book), how a declared column is written and read (columns).
Out: workbooks whose cells hold text, never formulas; stored cells, values and faults.
To change here: how anything looks (styles), what a sheet can do (book).
Tests: tests/unit/workbooks.
"""
