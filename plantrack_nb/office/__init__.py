"""What an office sets for itself: rounds, register, targets, terms, its folders.

In: files of `params/` and a notebook's parameters.
Out: checked records and paths, or an error that says what to write.
To change here: a setting and its reader.
Tests: tests/unit/office.
"""
