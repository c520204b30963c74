"""One module a command.

In: words of the command line.
Out: calls into load, check, run, forms; text for a person.
To change here: a command and its help.
Tests: tests/functional.
"""
