"""Run notebooks for one district or many.

In: jobs: a round, its source, its parameters.
Out: reports, a ledger, index pages; knows notebooks, not tracking.
To change here: what is made anew and why (`fingerprint`, `ledger`), how it is kept.
Tests: tests/unit/run, tests/functional/test_run.py.
"""
