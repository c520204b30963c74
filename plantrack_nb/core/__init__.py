"""What every room speaks in: tables, findings, errors, places in files.

In: nothing of ours.
Out: frozen records, the declared tables, files written whole.
To change here: a word, a column or a kind of error; no pandas but in `tables`.
Tests: tests/unit/core.
"""
