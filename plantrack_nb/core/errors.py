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

import re

from plantrack_nb.core.language import Language, spoken

_LABELS = {"where": "  where: ", "why": "  why:   ", "hint": "  do:    "}
_LABELS_TH = {"where": "  ที่: ", "why": "  เหตุ: ", "hint": "  แก้: "}
_NAMES = {label: name for one in (_LABELS, _LABELS_TH) for name, label in one.items()}
_LABEL = re.compile("|".join(f"(?:^{label})" for label in _NAMES), re.MULTILINE)


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

    def _render_traceback_(self) -> list[str]:
        """Speak for itself in a notebook: no page of calls above what happened and what to do."""
        return [f"{type(self).__name__}: {self.what}", *str(self).split("\n")[1:]]

    def __str__(self) -> str:
        labels = _LABELS if spoken() is Language.ENGLISH else _LABELS_TH
        told = [
            label + getattr(self, name) for name, label in labels.items() if getattr(self, name)
        ]
        return "\n".join([self.what, *told])


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


def read_error(kind: str, text: str) -> PlantrackError | None:
    """Read one of our errors back from what a notebook shows of it: its class's name, its text.

    Returns
    -------
    PlantrackError or None
        None when the name is not that of one of ours.
    """
    known = globals().get(kind)
    if not (isinstance(known, type) and issubclass(known, PlantrackError)):
        return None
    found = [*_LABEL.finditer(text)]
    what, *ends = [*(one.start() - 1 for one in found), len(text)]
    parts = {_NAMES[one[0]]: text[one.end() : end] for one, end in zip(found, ends, strict=True)}
    return known(text[:what], **parts)


def _rebuild(
    kind: type[PlantrackError], what: str, where: str, why: str, hint: str
) -> PlantrackError:
    return kind(what, where=where, why=why, hint=hint)
