"""How a document is understood: its sheets, heads, columns, kinds of rows, numbering, units.

In: a grid of cells; what an office has told of its own tables and words.
Out: one :class:`~plantrack_nb.load.layout.record.Layout`, and the document divided by it.
To change here: words and meanings of headings, how columns are chosen (`columns/`), kinds of rows,
sums, numbers (`rows/`), which sheets count (`sheets`), what is shown and remembered.
Tests: tests/unit/load/layout.
"""
