"""A papermill engine that runs a notebook's cells in the worker's own process.

In: a notebook with its parameters.
Out: the same notebook with outputs, as a kernel would give them.
To change here: how cells run; nothing of tracking.
Tests: tests/unit/run/engine, tests/notebooks.
"""
