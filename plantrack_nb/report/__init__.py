"""What the pages of a report say: figures recomputed from the tables, and the pages made of them.

In: the tables of a round, its findings, what the office sets.
Out: figures (`figures/`), and visible parts a page (`pages/`).
To change here: a figure, a sentence, a page; how a part looks stands in `render/`.
Tests: tests/unit/report.
"""
