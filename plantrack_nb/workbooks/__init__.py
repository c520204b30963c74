"""The one writer and styler of .xlsx.

In: declared columns and values.
Out: workbooks whose cells hold text, never formulas.
To change here: styles, widths, kinds of cell.
Tests: tests/unit/workbooks.
"""
