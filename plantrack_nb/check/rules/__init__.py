"""The rules, a folder a family, found by walking it; here stands what a rule is written with.

In: `check.facts.Facts` and a rule's settings.
Out: hits, of which the register makes findings.
To change here: a rule: one file and its test.
Tests: tests/unit/check/rules.
"""

from collections.abc import Iterator

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.hits import Hit, Spot, cell, cells
from plantrack_nb.check.registry import Settings, rule
from plantrack_nb.core.findings import Severity
from plantrack_nb.core.records import Row

Hits = Iterator[Hit]
"""What a rule yields."""

__all__ = ["Facts", "Hit", "Hits", "Row", "Settings", "Severity", "Spot", "cell", "cells", "rule"]
