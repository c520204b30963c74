"""The command line: one module a command, nothing heavy imported before it is needed.

In: words typed by a person or a scheduler.
Out: calls into the rooms below, text, an exit code.
To change here: a command in `commands/`, how it speaks in `terminal/`.
Tests: tests/functional.
"""
