"""What can go wrong, as one family of errors.

::

    PlantrackError            anything we report; exit code 2
    ├── ParameterError        a parameter is missing, unknown or out of its range
    ├── SourceError           a file is missing, unreadable, or not a round
    │   └── UnsafeSourceError a file that would exhaust memory or time
    ├── SchemaError           a table breaks the declaration in ``schema``
    ├── NotebookError         a notebook stopped; the executed copy is kept
    ├── RenderError           a document cannot be rendered (e.g. a glyph is missing)
    └── OutputError           an output cannot be written or another run holds it

Every message says what failed, where, why, and what to do next.
"""

from __future__ import annotations


class PlantrackError(Exception):
    """Base of everything plantrack_nb reports to a person.

    Parameters
    ----------
    what : str
        What failed, as one sentence.
    where : str, optional
        The file, sheet, cell, parameter or notebook concerned.
    why : str, optional
        The cause, with the offending value.
    hint : str, optional
        What the reader can do next.
    """

    def __init__(self, what: str, *, where: str = "", why: str = "", hint: str = "") -> None:
        super().__init__(what, where, why, hint)
        self.what = what
        self.where = where
        self.why = why
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.why, self.hint))

    def __str__(self) -> str:
        lines = [self.what]
        lines += [f"  where: {self.where}"] if self.where else []
        lines += [f"  why:   {self.why}"] if self.why else []
        lines += [f"  do:    {self.hint}"] if self.hint else []
        return "\n".join(lines)


class ParameterError(PlantrackError):
    """A parameter is missing, unknown or out of its range."""


class SourceError(PlantrackError):
    """A file is missing, unreadable, or not a round."""


class UnsafeSourceError(SourceError):
    """A file that would exhaust memory or time if it were read."""


class SchemaError(PlantrackError):
    """A table breaks the declaration in ``schema``."""


class NotebookError(PlantrackError):
    """A notebook stopped; the executed copy is kept."""


class RenderError(PlantrackError):
    """A document cannot be rendered."""


class OutputError(PlantrackError):
    """An output cannot be written, or another run holds it."""


def _rebuild(
    kind: type[PlantrackError], what: str, where: str, why: str, hint: str
) -> PlantrackError:
    return kind(what, where=where, why=why, hint=hint)
