"""Containers: each file format only yields a grid of cells with refs."""

from plantrack_nb.containers.opening import open_grid

__all__ = ["open_grid"]
