"""Divide a document into its parts, before it is understood what its tables mean.

In: a clean `containers.grid.Grid`.
Out: `parts.Document`: front matter, tables with their heads, what stands behind them.
To change here: where a table begins and ends, titles of pages, sections behind the tables.
Tests: tests/unit/load/document.
"""
