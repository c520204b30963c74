"""Containers: each file format only yields a grid of cells with refs.

In: a file, from anybody.
Out: a `Grid`: rows of cells, each with its place and raw text; or a refusal that says why.
To change here: a format, and the limits around it; nothing of tracking.
Tests: tests/unit/containers.
"""

from plantrack_nb.containers.opening import open_grid

__all__ = ["open_grid"]
