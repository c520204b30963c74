"""What commands share: options, progress, tables and errors on a terminal.

In: options, outcomes, errors.
Out: lines for a person, exit codes.
To change here: how it looks on a terminal.
Tests: tests/functional.
"""
