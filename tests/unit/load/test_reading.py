"""The record of how a document was read."""

from __future__ import annotations

from plantrack_nb.load.reading import Coverage


def test_share() -> None:
    """Coverage is the placed share of the text; nothing to read is read in full."""
    assert Coverage(200, 150).share == 0.75
    assert Coverage(0, 0).share == 1.0
