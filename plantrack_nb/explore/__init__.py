"""Work through a round's findings in JupyterLab: linked charts, rows, sources, triage."""

from plantrack_nb.explore.explorer import Explorer

__all__ = ["Explorer"]
