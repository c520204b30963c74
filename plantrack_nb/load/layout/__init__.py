"""How a document is understood: its sheets, heads, columns, kinds of rows, numbering, units.

In: a grid of cells; what an office has told of its own tables and words.
Out: one :class:`~plantrack_nb.load.layout.record.Layout`, and the document divided by it.
To change here: words of headings (`words`), what a heading means (`headings`), how columns are chosen
and proved (`columns`), kinds of rows (`rows`, `prove`), what is shown and remembered.
Tests: tests/unit/load/layout.
"""
