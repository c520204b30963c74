"""Workbooks of every kind: each reader gives sheets as stored, one module makes rows of them.

In: .xlsx, .xlsb, .xls, .ods, and Excel's XML of 2003.
Out: the rows of a grid: what a person sees in each cell, and what is stored.
To change here: a format's reader; how a stored value is shown (`values`, `formats`).
Tests: tests/unit/containers.
"""
