"""Many rounds over an executor: a local pool, or a cluster.

In: jobs.
Out: outcomes, one a job, in the order they end.
To change here: how work is spread; not what a job does.
Tests: tests/unit/run/workers.
"""
