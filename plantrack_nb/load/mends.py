"""What a reader put right before it could place a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing the reader put right before it could place a value.

    Parameters
    ----------
    kind : str
        ``moved`` (a cell stood in another column), ``word`` (a damaged word),
        ``joined`` (text continued over a break), ``mark`` (a status mark out of its
        column), ``order`` (a mark or owner in a row of its own, given to the next activity
        that had none), ``share`` (0.98 read as 98 %), ``hidden`` (a hidden row was read
        too), ``dropped`` (a heading inside the table, a name or catchword printed again).
    source_ref : str
        Where it stands.
    before, after : str
        What stood there, and what it was read as.
    project_no : str
        The project it belongs to, or ``""``.
    """

    kind: str
    source_ref: str
    before: str
    after: str
    project_no: str = ""
