"""The figures of the report, recomputed from the tables."""
