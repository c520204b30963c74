"""Quantities in Thai running text and in cells, and what they say of each other.

In: text as a file holds it. Out: quantities with unit, rate and role (`reading`), and equations
between them, each judged by arithmetic (`relations`). Below load and check, since sums prove
readings too; knows nothing of tables, rounds or findings.
To change here: what stands behind a number (`units`), which words tell how figures belong together
(`cues`), a new kind of equation (`relations/`, one file a kind).
Tests: tests/unit/quantities.
"""
